"""Which time phrase dates a mention, given what the text commits to, and which way it looks.

Knows that what happened looks back and a plan ahead, unless its day may be over or it was moved to another. Refuses to
know which days of a sentence are of something else (`belonging`) and what a phrase means (`dates`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lifecycle.days.dates import EVENT, FUTURE, HOURLY, NEAR, PAST, STATEMENT, Phrase
from lifecycle.reading.attachment import attached
from lifecycle.reading.belonging import days_of
from lifecycle.reading.found import Found
from lifecycle.reading.readings import HYPOTHETICAL, NEGATED, OCCURRED, PLANNED

_NOW = re.compile(r"\b(?:is|are) (?:now |currently |still )?being|\b(?:is|are) (?:now|currently) \w+ing|\bnow being\b")
"""What tells that a step is under way on the day of publication."""

_PUT_OFF = (
    r"(?:called off|postponed|put off|cancell?ed|delayed|pushed back|put back|moved|rescheduled|shelved|dropped"
    r"|deferred|slipped|slid|shifted)"
)
_WAS = r"(?:was|were|ha[sd] been|have been)"
_WAS_SET = re.compile(
    r"\bhad (?:\w+ )?been\b"
    r"|\b(?:originally|initially|first|previously) (?:set|scheduled|planned|due|expected|supposed|to be)"
    rf"|\b(?:due|expected|planned|set) (?:for |on )?\w+day, {_WAS} (?:\w+ )?{_PUT_OFF}"
    r"|\b(?:was|were) (?:\w+ )?(?:due|scheduled|set|planned)\b"
    rf"|\b(?:planned|set|scheduled|due) for\b[^;]{{0,40}}\b{_WAS} (?:\w+ )?{_PUT_OFF}"
    r"|\bhad (?:\w+ )?(?:hoped|wanted|planned|aimed|intended)\b"
)
"""A plan of which the day may be over: "had been set for Thursday"."""
_WAS_TO = re.compile(
    rf"\b(?:was|were) to (?:be (?:held|taken)|take place|vote)\b[^;]{{0,90}}\b{_WAS} (?:\w+ )?{_PUT_OFF}"
)
"""The same told with what came of it: "was to vote on Thursday, but the vote was put off"."""
_BUT_FOR = re.compile(
    r"\bHad (?:[A-Z][\w.’']*(?: (?:and )?[A-Z][\w.’']*){0,3}|the \w+(?: \w+)?|it|they) (?:not )?(?:been )?\w+\Z"
    r"|\b(?:came|(?:has|have|had) come) (?:very )?(?:close|near) to \w+\Z"
)
"""What makes of a step one that might have been, on a day that is over: "had Russia not vetoed it on Monday"."""
_TO_COME = re.compile(
    r"\b(?:will|would|won['’]t|shall|(?:is|are|was|were) (?:not )?to"
    r"|(?:is|are) (?:not )?(?:expected|scheduled|planned))\b"
)
"""What makes of a vote that is denied one to come: "there will be no vote on Monday"."""


_OTHERS_DAY = re.compile(
    r"; |\bbut (?!only\b|not\b)|, (?:the )?[A-Z][\w.]+(?: and [A-Z][\w.]+)? (?:on |late |early )*\Z"
)
"""What parts a thought from a deed that has the day: "faced with a veto, Peru on Tuesday dropped its plan"."""
_ASIDE = re.compile(r", (?:which|who) [^,;]*\Z")
"""Before a step, the opening of a clause told in passing: "Peru, which may veto it, tabled its own on Monday"."""
_THEN_DID = re.compile(
    r"[^,;]*, (?:also |then |later |\w+ly )?(?:(?:has|had|have|will|would|is|was|were) (?:\w+ly )?)?"
    r"(?:\w+ed|put|sent|gave|brought|withdrew|took|said|told|held|met|cast|won|got|drew|made|set|began|went|came)\b"
)
"""Behind such a step, the comma that ends its clause and the verb that was interrupted."""
_JUST_BEFORE = re.compile(
    r"\b(?:hours|minutes|moments|shortly|just|right|an hour) before [^.;]{0,60}\b(?:was|were) [^.;]{0,30}\Z"
)
"""Behind a day, a plan for that same day: "pulled it on Thursday, hours before it was to be voted on"."""


def dated_by(found: Found, clues: Sequence[Phrase], others: Sequence[Found] = ()) -> tuple[Phrase, str] | None:
    """What dates the mention, and whether it dates the step or the saying of it; None if nothing does.

    `clues` are the phrases of its sentence, `others` the other mentions there.
    """
    text, step, modality = found.sentence.text, found.framed, found.reading.modality
    if step.rule.undated:
        return None
    days = days_of(found, clues, others)
    time = attached(text, (step.start, step.end), step.clause, days)
    if time is None:
        now = modality == OCCURRED and _NOW.search(text[max(0, step.start - 25) : step.end])
        return (Phrase("offset", 0, 0, step.start, step.end), EVENT) if now else None
    phrase, dates = time
    untold = modality in {PLANNED, NEGATED, HYPOTHETICAL} and dates == STATEMENT
    aside = _ASIDE.search(text, 0, step.start) and _THEN_DID.match(text, step.end, phrase.start)
    of_a_deed = phrase.start < step.start or aside or _OTHERS_DAY.search(text, step.end, phrase.start)
    if (modality == HYPOTHETICAL and of_a_deed) or untold:
        return None
    if modality == PLANNED and _JUST_BEFORE.search(text, phrase.end, step.start):
        return phrase, dates
    if modality == HYPOTHETICAL and _BUT_FOR.search(text, 0, step.end):
        return replace(phrase, looks=PAST), dates
    if modality in {PLANNED, HYPOTHETICAL}:
        from_ = max(0, step.start - 30)
        was_set = bool(_WAS_SET.search(text, from_, step.end + 60) or _WAS_TO.search(text, from_, step.end + 120))
        moved = _moved_from(text, phrase, days) if modality == PLANNED else None
        return moved or _to_come(phrase, over=was_set) if dates == EVENT else phrase, dates
    if modality == NEGATED and step.rule.type == "vote_scheduled" and _TO_COME.search(text, 0, step.end):
        return replace(phrase, looks=FUTURE), dates
    return replace(phrase, looks=PAST) if phrase.looks == FUTURE else phrase, dates


def _to_come(phrase: Phrase, *, over: bool) -> Phrase:
    """The day of a plan: ahead, unless it may be `over`; one counted from another day looks as that does."""
    if phrase.looks == HOURLY:
        return phrase if over else replace(phrase, a=0)
    if phrase.shift:
        return replace(phrase, looks=NEAR) if phrase.looks == PAST else phrase
    return replace(phrase, looks=NEAR if over else FUTURE)


_MOVED_TO = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?,?\s(?:(?:but|and|then|before)\s)?(?:(?:it|the vote|that|this|later)\s)?"
    rf"(?:{_WAS}\s)?(?:\w+ly |again |later |since )?{_PUT_OFF}\b[^.;]{{0,60}}"
    r"\b(?:to|until|till|for)\s(?:late |early )?\Z"
)
"""What leads from the day a vote was set for to the one it was moved to."""


def _moved_from(text: str, phrase: Phrase, clues: Sequence[Phrase]) -> Phrase | None:
    """The weekday a vote was set for, counted from the one it was moved to: "for Thursday, but put off to Friday"."""
    later = [p for p in clues if p.start > phrase.end and p.kind == phrase.kind == "weekday"]
    moved = [p for p in later if _MOVED_TO.match(text[: p.start], phrase.end)]
    if not moved:
        return None
    back = (moved[-1].a - phrase.a - 1) % 7 + 1
    return replace(moved[-1], start=phrase.start, end=phrase.end, shift=-back, looks=FUTURE)
