"""The word that governs a step: the cue of modality nearest to its left, with a direction and a reach.

Knows the shape of ConText (Harkema et al. 2009): which cue of several counts, how far it reaches, what a verb without
any is, and that a promise or a forecast weighs otherwise on a step before a vote than on its outcome. Refuses to know
the auxiliaries, and the rules that settle a step by its own words; those are `modality`'s.
"""

from __future__ import annotations

import re

from lifecycle.reading.forecasts import foreseen
from lifecycle.reading.readings import HYPOTHETICAL, NEGATED, OCCURRED, PLANNED, Answer
from lifecycle.wording.codebook import CueRule, codebook
from lifecycle.wording.framed import PROCESS, Framed
from lifecycle.wording.verbs import MODAL, WILL, Verb, conditional

NEGATION_REACH = 32
"""How many characters before a step a negation may stand and still negate it."""
_UNSURE = re.compile(MODAL.pattern + r"|\b(?:will|probably|likely|expected|may)\b")
_TO_HOLD = re.compile(r"\bto (?:(?:hold|have|convene|begin|start|open|resume|continue) (?:[\w-]+ )*)?$")
_SHARES_WOULD = re.compile(
    r"\bwould (?!have\b|then have\b|rather\b|like\b|prefer\b)[a-z]+ [^.;]*\b(?:and|then) (?:\w+ )?$"
)
"""A second verb that shares a future in the past: "said it would meet Chad and submit"."""
_FOR_A_PURPOSE = re.compile(r"(?<=\bto) (?!(?:be|have|do)\b)[a-z]+ [^.;,]*(?<!\bnot )\bto (?:\w+ly )?$")
"""What a deed that was done is for, not what was done: "agreed to stay up to finish the text"."""
_DECIDED = re.compile(r"\bdecid(?:ed|es) (?:[\w ]{1,20} )?to (?:\w+ly )?$")
"""Who has decided to bring a text has not brought it; a vote that they decided to put off is put off."""
_PROMISED = re.compile(r"\b(?<!to )(?:promis|vow|pledg)(?:e|es|ed|ing) to (?:\w+ )?$")


def governed(framed: Framed, verb: Verb) -> Answer:
    """The nearest cue to the left decides; a bare infinitive counts only where nothing else governs."""
    hits = _cues(verb)
    ruling = [hit for hit in hits if hit[2] != "goal"]
    if _is_told(verb):
        ruling = [hit for hit in ruling if hit[1] == NEGATED]
        if not ruling:
            return (HYPOTHETICAL, "if") if conditional(verb) else (OCCURRED, "told of its subject")
    if not ruling:
        return (HYPOTHETICAL, "goal") if hits or verb.chain == "to " else _bare(framed, verb)
    end, makes, name = ruling[-1]
    left = verb.left + verb.chain
    if name == "done" and _FOR_A_PURPOSE.match(left, end):
        return HYPOTHETICAL, "a purpose"
    denied = any(kind == NEGATED for _, kind, _ in ruling)
    if why := _arranged(framed, left, name, denied=denied):
        return PLANNED, why
    if name == "unheeded" or (verb.form == "ing" and left.endswith(("avoided ", "avoids "))):
        return NEGATED, name
    if makes == NEGATED and re.search(r"\b(?:rather than|instead of) (?:\w+ )?$", left):
        return (HYPOTHETICAL if _UNSURE.search(left) else NEGATED), "rather than"
    if makes == NEGATED and framed.rule.type in {"adopted", "failed"} and WILL.search(left):
        return HYPOTHETICAL, "prediction"
    if (makes == NEGATED or name in {"wish", "call", "threat", "plan"}) and verb.form == "ing" and left.endswith(", "):
        return OCCURRED, "a clause of its own"
    kinds = {kind for _, kind, _ in ruling}
    supposed = any(rule in {"if", "wish", "call"} for _, _, rule in ruling)
    if makes == NEGATED and (supposed or re.search(r"\bnot to\b", verb.left + verb.chain)):
        return HYPOTHETICAL, name
    if makes in {OCCURRED, PLANNED} and supposed and conditional(verb):
        return HYPOTHETICAL, "if"
    if denied and verb.form == "ing" and left.endswith(" before ") and not _UNSURE.search(left):
        return OCCURRED, "a time before which"
    if name == "would" and framed.rule.type in PROCESS and _SHARES_WOULD.search(left) and kinds == {HYPOTHETICAL}:
        return (HYPOTHETICAL, name) if supposed or foreseen(left[:end]) else (PLANNED, "future in the past")
    if makes == PLANNED and HYPOTHETICAL in kinds and name != "plan":
        return HYPOTHETICAL, name
    return makes, name


def _arranged(framed: Framed, left: str, name: str, *, denied: bool) -> str:
    """Why a step before the vote is on somebody's calendar, whatever word governs it; "" if it is not."""
    if name == "done":
        return "decided" if framed.rule.type in {"submitted", "circulated"} and _DECIDED.search(left) else ""
    if framed.rule.type in PROCESS and _PROMISED.search(left):
        return "promised"
    held = name == "expect" and framed.rule.type == "discussed" and not denied and _TO_HOLD.search(left)
    return "expected" if held else ""  # a meeting on the calendar; that a text will come is a guess


_ITS_SUBJECT = re.compile(
    r"(?:\b(?:[A-Z][\w.’'-]+|it|he|she|which|who|[Cc]ouncil|nation|state|country|government) (?:\w+ly )?"
    r"|\b[A-Z][\w.’'-]+ (?:[a-z]+ )?[a-z]+s (?:to|from|on|in|at|for|by|with|over|the|an?|its|his|her|their)\b[^.;,]*"
    r"\band (?:then )?)$"
)
"""A subject right before a verb in the present, or a verb in the present that it shares one with."""
_NOUNS_TOO = re.compile(
    r"(?:votes|talks|vetoes|debates|drafts|changes|revisions|negotiations|discussions|consultations)\b",
    re.IGNORECASE,
)
"""Words that are plurals of nouns as well: "calls for votes"."""
_LEAVES_OPEN = re.compile(
    r"\b(?:that|whether|until|till|once|when|as soon as|before|nobody|no one|would|could|should|might|may|will|must"
    r"|lest|sure|rather|plan is|wish is|see)\b",
    re.IGNORECASE,
)
"""What makes of a present the object of a wish, or a time to come: "wants to wait until the Council adopts"."""
_MAY_WISH = re.compile(
    r"\b(?:hop|wish|fear|expect|predict|suppos|think|believ|ask|demand|insist|propos)\w* (?:that )?$"
)
"""What makes a wish of the clause right behind it: "hopes Peru withdraws"."""


def _is_told(verb: Verb) -> bool:
    """Whether the step is a verb in the present with its subject before it, in no clause that a wish or a time opens.

    "Following Armenian Request, Kazakhstan Delays UN Vote" tells that it did.
    """
    if verb.form != "s" or verb.chain or _NOUNS_TOO.match(verb.words):
        return False
    subject = _ITS_SUBJECT.search(verb.left)
    return subject is not None and not (
        _LEAVES_OPEN.search(verb.left) or _MAY_WISH.search(verb.left[: subject.start()])
    )


def _bare(framed: Framed, verb: Verb) -> Answer:
    """A verb in its base form at the head of its clause is an option or a demand; else a plural governs it."""
    opens = re.search(r"(?:^|\b(?:or|and|please))(?: at (?:the very )?least)?\W*$", verb.left)
    said = verb.left.startswith(" ") and not verb.left.strip(" ‘'")  # a command in quotation marks, not a headline
    option = verb.form == "base" and (verb.words.islower() or said) and opens and not _WE_DO.search(verb.left)
    return (HYPOTHETICAL, "base form") if option else (OCCURRED, "")


_WE_DO = re.compile(
    r"\b(?:[Ww]e|I|[Tt]hey) (?!must|should|can|could|would|will|may|might|need|want|have to)[a-z]+ "
    r"[^.;]*\band (?:\w+ )?$"
)
"""Several who do one thing, and the step beside it: "we see no sense in it and withdraw the text"."""


def _cues(verb: Verb) -> list[tuple[int, str, str]]:
    left = verb.left + verb.chain
    found = (
        (cue.end(), -cue.start(), _weighed(rule, left, cue), rule.id)
        for rule in codebook().modality
        for cue in rule.cue.finditer(left)
    )
    hits = {hit[0]: hit for hit in sorted(found)}  # of those that end alike the longest: "not going to", not "going to"
    return [
        (end, makes, name)
        for end, start, makes, name in hits.values()
        if makes != NEGATED or (len(left) - end <= NEGATION_REACH and not _PAST_ITS_NOUN.search(left, -start))
    ]


_PAST_ITS_NOUN = re.compile(
    r"\b[Nn]o [^.;,]+ (?:and (?:then |so |also )?|(?:as|while) (?:(?:the |UN |U\.N\. |Security )*[\w.]+ ){1,3})$"
)
"""A "no" that denies a noun, and a verb behind it: "sees no sense in it and withdraws", "No deal as Council delays"."""


def wished(verb: Verb) -> bool:
    """Whether a word that wishes, asks or supposes stands before the infinitive."""
    return any(name not in {"plan", "goal"} for _, _, name in _cues(verb))


def _weighed(rule: CueRule, left: str, cue: re.Match[str]) -> str:
    """What a cue makes of the step: one that brings it about does so only if it happened itself."""
    unsure = rule.id == "done" and re.search(
        r"\b(?:would|will|can|cannot|could|might|may|must|should|to(?! an? | the )|not|never|\w+n['’]t) (?:\w+ ){0,2}$",
        left[max(0, cue.start() - 20) : cue.start()],
    )
    return HYPOTHETICAL if unsure else rule.makes
