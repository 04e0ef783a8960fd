"""Which time phrase dates a mention, given what the text commits to.

Knows that what happened looks back and a plan ahead, and where a sentence names the day of something else: that from
which or to which a vote is moved, that of the vote beside a withdrawal. Refuses to know what a phrase means (`dates`)
and how near it must stand (`attachment`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lifecycle.mining.attachment import attached, marks_a_noun
from lifecycle.mining.dates import EVENT, FUTURE, NEAR, PAST, STATEMENT, Phrase
from lifecycle.mining.found import Found
from lifecycle.mining.readings import HYPOTHETICAL, NEGATED, OCCURRED, PLANNED
from lifecycle.mining.steps import Framed

_NOW = re.compile(r"\b(?:is|are) (?:now |currently |still )?being|\b(?:is|are) (?:now|currently) \w+ing|\bnow being\b")


_WAS_SET = re.compile(
    r"\bhad (?:\w+ )?been\b"
    r"|\b(?:originally|initially|first|previously) (?:set|scheduled|planned|due|expected|supposed|to be)"
    r"|\b(?:due|expected|planned|set) (?:for |on )?\w+day, (?:was|were|ha[sd] been) (?:\w+ )?(?:delayed|postponed|put)"
    r"|\b(?:was|were) (?:\w+ )?(?:due|scheduled|set|planned)\b"
    r"|\b(?:planned|set|scheduled|due) for\b[^;]{0,40}\b(?:was|were|ha[sd] been) (?:\w+ )?"
    r"(?:called off|postponed|put off|cancell?ed|delayed|pushed back|put back|moved|shelved|dropped|deferred)"
    r"|\bhad (?:\w+ )?(?:hoped|wanted|planned|aimed|intended)\b"
)
"""A plan of which the day may be over: "had been set for Thursday"."""
_UNTIL = re.compile(
    r"\b(?:until|till|by|before|for|to|through)\s"
    r"(?:\d[^,;]{0,30}\s|(?:the )?(?:end|close|middle|start|beginning|early|late|mid)(?: of)?[\s-])?$",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(r"\bsince (?:early |late |mid-)?\Z", re.IGNORECASE)
_SINCE = re.compile(r"\bsince [^.,;]{0,70}\Z")
"""Behind a step, what measures it by a day: "the first veto since the president took office in January"."""
_STAMP = re.compile(r"\s[-–—]\s*\Z")
"""What stands before the day of publication at the end of a headline."""


def _dates_no_step(text: str, phrase: Phrase, modality: str) -> bool:
    """Whether a phrase opens a period ("its fifth veto since 2011"), or names a day to come beside a deed."""
    words = text[phrase.start : phrase.end].lower()
    since = words.startswith("since ") or _SINCE_THEN.search(text, 0, phrase.start)
    stamp = phrase.kind == "day" and phrase.end >= len(text.rstrip()) and _STAMP.search(text, 0, phrase.start)
    return bool(since or stamp) or (modality == OCCURRED and _ahead(text, phrase))


_OF_THE_VOTE = re.compile(r" (?:on |for )?")
"""What parts a vote that is given up from its day: "will no longer call a vote on Monday"."""
_MODIFIES = re.compile(r" by (?:the )?(?:\w+ )?(?=[A-Z]|\w+ (?:elected|non-permanent|members))")
"""What makes of a participle a mark of its text, which another verb's day does not date: "vetoed a text tabled by"."""
_FINITE = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+\s)?\Z")
_BE = re.compile(r"(?:was|were|been|being|is|are)\b")
_WILL = re.compile(r"\b(?:will|would|won['’]t|shall|(?:is|are|was|were) (?:not )?to)\b")
_MOVED = re.compile(r"\b(?:from|to)\s(?:late |early )?\Z")
"""What stands before the day a vote was moved from or to, which is not that of its moving."""


def _ahead(text: str, phrase: Phrase) -> bool:
    """Whether a phrase names a day to come, which dates no deed: "put off until Friday", "next week"."""
    words = text[phrase.start : phrase.end].lower()
    if text[phrase.end : phrase.end + 2] in {"'s", "’s"}:
        return False  # "before yesterday's talks"
    return words.startswith(("next", "until", "by")) or bool(
        _UNTIL.search(text[max(0, phrase.start - 45) : phrase.start])
    )


def _of_what_is_named(found: Found, phrase: Phrase) -> bool:
    """Whether a phrase dates what the step names: a vote given up or moved, or the text that a participle marks."""
    text, step = found.sentence.text, found.framed
    if step.rule.id == "withdrawn-no-vote":
        return bool(_OF_THE_VOTE.fullmatch(text, step.end, phrase.start))
    if step.rule.type == "postponed":
        return phrase.start >= step.start and bool(_MOVED.search(text, 0, phrase.start))
    marks = step.rule.type in {"submitted", "circulated"} and _MODIFIES.match(text, step.end)
    return bool(marks and step.reference and phrase.start <= step.reference.start)


def _of_the_main_verb(text: str, step: Framed, clues: Sequence[Phrase], others: Sequence[tuple[int, int]]) -> bool:
    """Whether the only day of a sentence is its verb's: "adopted a text tabled by Peru on Monday"."""
    finite = _FINITE.search(text, max(0, step.start - 30), step.start) or _BE.match(text, step.start)
    marks = step.rule.type in {"submitted", "circulated"} and not finite and _MODIFIES.match(text, step.end)
    alone = len(clues) == 1 and clues[0].kind in {"weekday", "offset"} and clues[0].start > step.end
    return bool(marks) and alone and any(other[1] <= step.start for other in others)


_PUT_BACK = re.compile(
    r"\b(?:postponed|delayed|put off|pushed back|put back|deferred|moved|rescheduled)\b[^.;]{0,40}"
    r"\b(?:to|until|till|for)\s(?:late |early )?\Z"
)


def _moved_from(text: str, phrase: Phrase, clues: Sequence[Phrase]) -> Phrase | None:
    """The weekday a vote was set for, counted from the one it was moved to: "for Thursday, but put off to Friday"."""
    later = [p for p in clues if p.start > phrase.end and p.kind == phrase.kind == "weekday"]
    moved = [p for p in later if _PUT_BACK.search(text, phrase.end, p.start)]
    if not moved:
        return None
    to = moved[-1]
    back = (to.a - phrase.a - 1) % 7 + 1
    return replace(to, start=phrase.start, end=phrase.end, shift=-back, looks=FUTURE)


NEAR_A_STEP = 60
"""How far behind a step its own day may stand."""
_BREAK = re.compile(r"[;:]|,\s|\b(?:that|which|who|after|before|when|while|because|as)\b")
_PREDICATE = re.compile(
    r",?\s(?:(?:was|were|is|are|has|have|had|been|be|being|will|would|got|gets|not|also|then|later|\w+ly)\s)*"
)
"""What stands between a subject with a day of its own and its verb: "a text tabled on Sunday was vetoed"."""
_GOES_ON = re.compile(r",\s(?:was|were|is|are|has|have|had|will|would)\s")
"""The verb of a subject behind an aside with a day: "the text, circulated on Sunday, has gone through four rounds"."""
_THEN = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?,?\s(?:and|but|then)\s")
"""What parts a step with its day from the next: "tabled it on Friday and withdrew it on Monday"."""
_AFTER = re.compile(
    r",?\s(?:late |early )?(?:(?:morning|afternoon|evening|night) )?(?:only |just |\w+ days? |\w+ weeks? )?"
    r"(?:after|once)\b"
)
"""What opens behind a day the clause of something earlier: "met on Tuesday after Russia vetoed the text"."""
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|after|since|because|once)\b|\b(?:it|they|he|she|[A-Z]\w+) (?:had|has|have) (?:\w+ly )?\Z"
    r"|, (?:had|has|have|was|were|is|are) (?:\w+ )?\Z"
)


_HAS_SINCE = re.compile(r"\bha(?:s|ve|d) since\b")
"""What makes of a day the one from which on: "shared it on Tuesday and has since amended it"."""
_FOLLOWED = re.compile(r"\s(?:follow(?:s|ed|ing)|capp(?:ed|ing)|came (?:\w+ ){0,3}after|ends|ended)\b")
"""What puts the days behind a step on what was before it: "the veto followed a debate on Monday"."""


def of_another(text: str, cue: tuple[int, int], phrase: Phrase, others: Sequence[tuple[int, int]]) -> bool:
    """Whether a phrase is the day of another step of the sentence and not of the one at `cue`."""
    if phrase.end <= cue[0]:
        if _AFTER.match(text, phrase.end) or _HAS_SINCE.search(text, phrase.end, cue[0]):
            return True
        if not any(_right_behind(text, other, phrase) for other in others if other[1] <= phrase.start):
            return False
        return bool(_PREDICATE.fullmatch(text, phrase.end, cue[0]) or _GOES_ON.match(text, phrase.end))
    if phrase.start >= cue[1] and _FOLLOWED.match(text, cue[1]):
        return True
    nested = [other for other in others if cue[1] <= other[0] and other[1] <= phrase.start]
    return any(_right_behind(text, other, phrase) and _SUBORDINATE.search(text[cue[1] : other[0]]) for other in nested)


OPENING = 12
"""A phrase that begins so near the start of a sentence dates all of it."""
_EARLIER = re.compile(r"\bhad (?:\w+ ){1,6}\Z|\b(?:that|which|who|after|since) [^,.;]{0,60}\Z")
"""What makes a day that of something before the news: "the text that Norway had tabled on Sunday"."""


def _past_elsewhere(text: str, cue: tuple[int, int], phrase: Phrase) -> bool:
    """Whether a past day of the clause before stands beside a plan: "raids since Friday, as the Council gets ready"."""
    behind = phrase.start > OPENING and phrase.end <= cue[0] and phrase.kind == "weekday" and phrase.looks == PAST
    return behind and not text.startswith(" as ", phrase.end) and bool(_BREAK.search(text, phrase.end, cue[0]))


def names_the_news(hidden: str, phrase: Phrase) -> bool:
    """Whether a phrase names the day of what its sentence tells, whose quotations are `hidden`."""
    shown = bool(hidden[phrase.start : phrase.end].strip())
    return (
        shown
        and not marks_a_noun(hidden, phrase)
        and not _EARLIER.search(hidden, max(0, phrase.start - 90), phrase.start)
    )


def _right_behind(text: str, step: tuple[int, int], phrase: Phrase) -> bool:
    between = text[step[1] : phrase.start]
    return len(between) < NEAR_A_STEP and not _BREAK.search(between)


def dated_by(
    found: Found, clues: tuple[Phrase, ...], others: Sequence[tuple[int, int]] = ()
) -> tuple[Phrase, str] | None:
    """What dates the mention; a plan looks ahead and what happened looks back, whatever the words round it do.

    `others` are the places of the other steps that the sentence tells of.
    """
    text, step, modality = found.sentence.text, found.framed, found.reading.modality
    cue = step.start, step.end
    own = any(phrase.start >= step.end and _right_behind(text, cue, phrase) for phrase in clues)
    clues = tuple(
        phrase
        for phrase in clues
        if not _dates_no_step(text, phrase, modality)
        and not of_another(text, cue, phrase, () if step.rule.type == "postponed" else others)
        and not (own and phrase.end <= step.start and _THEN.match(text, phrase.end))
        and not _of_what_is_named(found, phrase)
        and not _SINCE.search(text, step.end, max(step.end, phrase.start))
        and not (modality == PLANNED and _past_elsewhere(text, cue, phrase))
    )
    if _of_the_main_verb(text, step, clues, others):
        return None
    time = attached(text, cue, step.clause, clues)
    if time and modality == PLANNED and (moved := _moved_from(text, time[0], clues)):
        return moved, EVENT
    if time is None:
        now = modality == OCCURRED and _NOW.search(text[max(0, step.start - 25) : step.end])
        return (Phrase("offset", 0, 0, step.start, step.end), EVENT) if now else None
    phrase, dates = time
    untold = modality in {PLANNED, NEGATED} and dates == STATEMENT
    if (modality == HYPOTHETICAL and phrase.start < step.start) or untold:
        return None
    if dates == EVENT and modality in {PLANNED, HYPOTHETICAL} and not phrase.shift:
        was_set = _WAS_SET.search(text, max(0, step.start - 30), step.end + 60)
        return replace(phrase, looks=NEAR if was_set else FUTURE), dates
    if modality == NEGATED and step.rule.type == "vote_scheduled" and _WILL.search(text, 0, step.end):
        return replace(phrase, looks=FUTURE), dates
    return replace(phrase, looks=PAST) if phrase.looks == FUTURE else phrase, dates
