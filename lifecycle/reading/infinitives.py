"""What a step commits to that is told as an infinitive: a plan, a need, a purpose, or a deed after all.

Knows "is to", "will have to", "the only one to", "only for Peru to", "is said to have", and a headline's bare "to".
Refuses to know other auxiliaries (`modality`), and which word governs a bare infinitive (`governing`).
"""

from __future__ import annotations

import re

from lifecycle.reading.governing import governed, wished
from lifecycle.reading.readings import HYPOTHETICAL, NEGATED, OCCURRED, PLANNED, Answer
from lifecycle.wording.framed import VOTED_ON, Framed
from lifecycle.wording.verbs import NOT, Verb, conditional, heads_a_story

_SEEMS = re.compile(r"\b(?:appear|seem|claim|said|report|believ|thought|alleg|known|understood)\w* $")
"""What makes of "to have done" a report: "is said to have vetoed it"."""
_TO_HAVE = re.compile(r"to have\b")
_TO_BE = re.compile(r"\bto be\b")
_BE_TO = re.compile(r"\b(?:is|are|was|were)(?: now| also| then| both| still| all)? to\b")
"""A plan: "is to vote"."""
_ONLY_ONE = re.compile(
    r"(?:\b(?<!would be )(?<!to be )(?:was|were|is|are|became|as|remained|and) |, |^\W*)"
    r"(?:among )?(?:only |just |already )?the (?:only|sole|lone|other|first|last|second|third|fourth|fifth|sixth|\d+th)"
    r" [^,.;]{0,50}$"
)
"""What makes of an infinitive a deed: "was the only member to abstain"."""
_ONE_OF = re.compile(
    r"\b(?:was|were|is|are) (?:(?:among|one of|only|just|the) )*(?:two|three|four|five|six|seven|eight|\d{1,2}) "
    r"(?:[\w-]+ ){0,4}(?:members|countries|states|nations)(?: of the (?:[\w.]+ ){0,2}[Cc]ouncil)? $"
)
"""What makes of an infinitive a deed: "was one of five members to abstain"."""
_ONLY_FOR = re.compile(
    r"(?:, |\b(?:passed|won|got|received|reached|cleared|backed|supported)\b[^.;]* )only for (?:[\w.’'-]+ ){1,5}\Z"
)
"""What makes of an infinitive what came next: "passed, only for Peru to veto it"."""
_HAVE_TO = re.compile(r"\b(?:will|would|may|might|could|must) have to\b")
"""A need: "will have to withdraw"."""


def infinitive(framed: Framed, verb: Verb) -> Answer:
    """What "to" among the auxiliaries makes of the step; where it leaves it open, the word that governs it decides."""
    before_to, _, _ = verb.chain.rpartition("to ")
    if (_ONLY_ONE.search(verb.left) or _ONE_OF.search(verb.left)) and verb.chain == "to ":
        return OCCURRED, "the only one to"
    if _ONLY_FOR.search(verb.left) and verb.chain == "to ":
        return OCCURRED, "only for somebody to"
    if _SEEMS.search(verb.left) and _TO_HAVE.match(verb.chain):
        return OCCURRED, "reported"
    if _HAVE_TO.search(verb.chain):
        return HYPOTHETICAL, "a need"
    if _BE_TO.search(verb.chain) and not NOT.search(verb.chain):
        return (HYPOTHETICAL, "if") if conditional(verb) else (PLANNED, "plan")
    if _TO_BE.search(verb.chain) and framed.rule.type not in VOTED_ON and not wished(verb):
        return PLANNED, "to be"
    if heads_a_story(verb):
        return PLANNED, "headline"
    makes, why = governed(framed, Verb(verb.left + before_to, "to ", "base", verb.words))
    if NOT.search(verb.chain) and makes == OCCURRED:
        return NEGATED, "not to"
    return makes, why
