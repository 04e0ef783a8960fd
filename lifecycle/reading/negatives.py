"""Steps told by a negative: a text that did not get its votes, one that nobody will bring to a vote.

Knows that such words tell of a deed unless something before them supposes it, or the present tense puts them before
the vote. Refuses to know which words are such negatives; the codebook does.
"""

from __future__ import annotations

import re

from lifecycle.reading.readings import HYPOTHETICAL, NEGATED, OCCURRED, PLANNED, Answer
from lifecycle.wording.framed import Framed
from lifecycle.wording.verbs import NOT, TO, Verb, conditional, heads_a_story

_BY_WORD = frozenset(
    ("failed-short", "failed-fell", "failed-to-pass", "failed-unsupported", "vetoed-defeated", "vetoed-not-let")
)
_SUPPOSED = re.compile(
    r"\b(?:would|might|(?-i:may)|will|won['’]t|wouldn['’]t|could|expected|unlikely|likely|if|unless)\b", re.IGNORECASE
)
_COULD_NOT = re.compile(r"\b(?:could (?:not|only|just|merely)|couldn['’]t)\b", re.IGNORECASE)
_RISKS = re.compile(r"\b(?:risk(?:s|ed|ing)|danger of|fear(?:s|ed) of) \Z")
"""What makes of a shortfall one to come: "risked not having nine votes"."""
_NOT_YET = re.compile(r"(?:do(?:es)?(?: not|n['’]t) (?:yet )?have|lacks|lack (?:the|nine|enough))\b", re.IGNORECASE)
"""A shortfall in the present tense, before any vote: "it does not have nine votes"."""
_LEAVES_IT = re.compile(r"\bwould leave (?:it|them|the \w+) $")
_THOUGHT_OF = re.compile(
    r"\b(?:could|might|(?-i:may)|if|whether|(?:rul|consider|mull|contemplat|weigh|threaten|propos|suggest|advis|recommend)\w*"
    r"|urg(?:e[sd]?|ing)|plead\w*|begg?\w*|implor\w*|hop(?:e|ed|es|ing)|ask\w*|press\w*|call\w*|lobb\w+|persuad(?:es?|ing)"
    r"|(?:not|never|cannot|can|must|\w+n['’]t) (?:be |been )?persuaded"
    r"|(?:possibility|option|idea|prospect|question) of)\b"
)


def negative_by_word(framed: Framed, verb: Verb) -> bool:
    """Whether the cue itself denies: "did not get nine votes"."""
    denies = framed.rule.type == "failed" or re.search(r"\bnot\b|n['’]t\b", verb.words)
    return framed.rule.id in _BY_WORD and bool(denies)


def asks_for_more(verb: Verb) -> bool:
    """Whether an infinitive makes of the words one's wish or plan: "wants to stop it", and not "appeared to fail"."""
    return TO.search(verb.chain) is not None and not re.match(r"(?:fail|unable)", verb.words)


def shortfall(verb: Verb) -> Answer:
    """Said of a text: "did not get nine votes" happened, "would not get" may."""
    if _LEAVES_IT.search(verb.left):
        return HYPOTHETICAL, "would leave it"
    supposed = _SUPPOSED.search(verb.chain + verb.words) and not _COULD_NOT.search(verb.words)
    if supposed or conditional(verb):
        return HYPOTHETICAL, "modal verb"
    ahead = _RISKS.search(verb.left) or _NOT_YET.match(verb.words)
    return (HYPOTHETICAL, "before the vote") if ahead else (OCCURRED, "")


def given_up(framed: Framed, verb: Verb) -> Answer:
    """Of a text: "dropped its plan to seek a vote" happened, "urged them to drop" may, "has not dropped" did not.

    A headline with a bare "to" announces it.
    """
    thought_of = _THOUGHT_OF.search(verb.left[-40:] + verb.chain)
    if framed.rule.id == "withdrawn-pledge" and NOT.search(verb.chain) and not thought_of:
        return NEGATED, "not"
    if heads_a_story(verb):
        return PLANNED, "headline"
    return (HYPOTHETICAL, "thought possible") if thought_of else (OCCURRED, "")
