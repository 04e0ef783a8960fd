"""Which days that a sentence names are those of a step, and which are of something else that it tells.

Knows the clauses and asides of other steps, periods, the stamp of a headline, and that a vote is moved from one day to
another. Refuses to know how near a day must stand (`attachment`), and what it means (`days.dates`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lifecycle.days.dateline import in_dateline
from lifecycle.days.dates import HOURLY, PAST, Phrase
from lifecycle.reading.attachment import marks_a_noun
from lifecycle.reading.found import Found
from lifecycle.reading.readings import HYPOTHETICAL, OCCURRED, PLANNED
from lifecycle.wording.framed import OUTCOMES, Framed

Place = tuple[int, int]
"""Where a step's words stand in a sentence."""


def days_of(found: Found, clues: Sequence[Phrase], others: Sequence[Found]) -> tuple[Phrase, ...]:
    """The phrases of a sentence that can date a mention of it; `others` are the other mentions that it holds."""
    if _marks_its_text(found.framed, clues, others, found.sentence.text):
        return ()
    text, step, modality = found.sentence.text, found.framed, found.reading.modality
    cue = step.start, step.end
    # A vote set for a day that is past is put off on that day, or just before: its day may be the plan's.
    places = [] if step.rule.type == "postponed" else [(each.framed.start, each.framed.end) for each in others]
    own = any(phrase.start >= step.end and _right_behind(text, cue, phrase) for phrase in clues)
    days = [
        phrase
        for phrase in clues
        if not dates_no_step(text, phrase, modality)
        and not of_another(text, cue, phrase, places)
        and not (own and phrase.end <= step.start and _THEN.match(text, phrase.end))
        and not _of_what_is_named(found, phrase)
        and not _SINCE.search(text, step.end, max(step.end, phrase.start))
        and not (modality == PLANNED and _past_elsewhere(text, cue, phrase))
        and not (modality == OCCURRED and _of_a_plan(found, phrase, others))
        and not (modality in {PLANNED, HYPOTHETICAL} and _of_the_deciding(text, cue, phrase, clues))
    ]
    return tuple(p for p in days if not _in_an_aside(text, cue, p, clues, places))


def _of_a_plan(found: Found, phrase: Phrase, others: Sequence[Found]) -> bool:
    """Whether a phrase behind a deed is right behind a plan told after it: "tabled it and set a vote for Friday"."""
    text, step = found.sentence.text, found.framed
    plans = (each.framed for each in others if each.reading.modality in {PLANNED, HYPOTHETICAL})
    behind = [(plan.start, plan.end) for plan in plans if step.end <= plan.start and plan.end <= phrase.start]
    put_off = step.rule.type == "postponed" and not _ANEW.search(text, step.end, phrase.start)
    return not put_off and any(_right_behind(text, plan, phrase) for plan in behind)


_ANEW = re.compile(r"\b(?:will|is now|now)\b")
"""What tells of the new day of a vote, and not of the one it was put off from."""


def _of_the_deciding(text: str, cue: Place, phrase: Phrase, clues: Sequence[Phrase]) -> bool:
    """Whether a phrase before a plan is the day of its making, where that has its own: "agreed on Monday to vote"."""
    if phrase.end > cue[0] or not _DECIDES.search(text, 0, phrase.start) or _BREAK_OFF.search(text, phrase.end, cue[0]):
        return False
    return any(p.start >= cue[1] and not _BREAK_OFF.search(text, cue[1], p.start) for p in clues)


_DECIDES = re.compile(
    r"\b(?:agreed|decided|asked|requested|promised|announced|set|scheduled|put|tabled|submitted|called|wanted|[Cc]ouncil|[A-Z]\w+)"
    r"(?: (?!and\b|but\b)[\w.’'-]+){0,9}? (?:on |late |early )*\Z"
)
"""Who arranges something, before the day on which that is done."""
_BREAK_OFF = re.compile(r"[;:\"”]|,\s|\b(?:and|but|who|which|after|before|when|while|because)\b")
"""What parts a plan from a day of another clause."""


_UNTIL = re.compile(
    r"\b(?:until|till|by|before|for|to|through)\s"
    r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|gmt|edt|est|utc)[^,;]{0,25}\s"
    r"|(?:the )?(?:end|close|middle|start|beginning|early|late|mid)(?: of)?[\s-])?$",
    re.IGNORECASE,
)
"""What makes of a day one to come, with the hour that may stand between: "until 10 a.m. (1400 GMT) on"."""
_SINCE_THEN = re.compile(r"\bsince (?:early |late |mid-)?\Z", re.IGNORECASE)
_SINCE = re.compile(
    r"\bsince (?:(?:the|his|her|its|their|President|Mr\.?) )*(?:[\w.’'-]+ ){1,4}?"
    r"(?:\w+ed|took|came|began|fell|won|went|left|broke)\b[^.,;]{0,50}\Z"
)
"""Behind a step, what measures it by a deed: "the first veto since the president took office in January"."""
_PRESIDES = re.compile(
    r"\b(?:presid(?:es|ed|ing)|presidency|president|chair(?:s|ed|ing)?)"
    r"(?: (?:over|of|the|UN|U\.N\.|security|council|body|for|during|rotating))* \Z",
    re.IGNORECASE,
)
"""Before a month, whose turn in the chair it is: "who presides over the council this month"."""
_STAMP = re.compile(r"\s[-–—]\s*\Z")
"""What stands before the day of publication at the end of a headline."""


def dates_no_step(text: str, phrase: Phrase, modality: str) -> bool:
    """Whether a phrase opens a period ("its fifth veto since 2011"), stamps the article, or is to come beside a deed.

    An hour without a day says when a meeting is due, and not when what happened there was over.
    """
    words = text[phrase.start : phrase.end].lower()
    since = words.startswith("since ") or _SINCE_THEN.search(text, 0, phrase.start)
    stamp = phrase.kind == "day" and phrase.end >= len(text.rstrip()) and _STAMP.search(text, 0, phrase.start)
    in_the_chair = phrase.kind in {"month", "month_offset"} and _PRESIDES.search(text, 0, phrase.start)
    if since or stamp or in_the_chair or in_dateline(text, phrase):
        return True
    return modality == OCCURRED and (phrase.looks == HOURLY or _ahead(text, phrase))


def _ahead(text: str, phrase: Phrase) -> bool:
    """Whether a phrase names a day to come, which dates no deed: "put off until Friday", "next week"."""
    words = text[phrase.start : phrase.end].lower()
    if text[phrase.end : phrase.end + 2] in {"'s", "’s"}:
        return False  # "before yesterday's talks"
    return words.startswith(("next", "until", "by")) or bool(
        _UNTIL.search(text[max(0, phrase.start - 45) : phrase.start])
    )


_OF_THE_VOTE = re.compile(r" (?:on |for )?")
"""What parts a vote that is given up from its day: "will no longer call a vote on Monday"."""
_MODIFIES = re.compile(r" by (?:the )?(?:\w+ )?(?=[A-Z]|\w+ (?:elected|non-permanent|members))")
"""What makes of a participle a mark of its text, which another verb's day does not date: "vetoed a text tabled by"."""
_FINITE = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+\s)?\Z")
"""What makes of it a verb of its own: "it was tabled by"."""
_BE = re.compile(r"(?:was|were|been|being|is|are)\b")
_MOVED = re.compile(r"\b(?:from|to)\s(?:late |early )?\Z")
"""What stands before the day a vote was moved from or to, which is not that of its moving."""


def _marked_by(step: Framed, text: str) -> bool:
    """Whether a step is told by a participle that marks its text: "a draft tabled by Peru"."""
    return step.rule.type in {"submitted", "circulated"} and bool(_MODIFIES.match(text, step.end))


def _of_what_is_named(found: Found, phrase: Phrase) -> bool:
    """Whether a phrase dates what the step names: a vote given up or moved, or the text that a participle marks."""
    text, step = found.sentence.text, found.framed
    if step.rule.id == "withdrawn-no-vote":
        return bool(_OF_THE_VOTE.fullmatch(text, step.end, phrase.start))
    if step.rule.type == "postponed":
        return phrase.start >= step.start and bool(_MOVED.search(text, 0, phrase.start))
    return _marked_by(step, text) and step.reference is not None and phrase.start <= step.reference.start


def _marks_its_text(step: Framed, clues: Sequence[Phrase], others: Sequence[Found], text: str) -> bool:
    """Whether a step only marks the text whose end the sentence tells, so that its day is that of the end.

    "Adopted a watered-down text on Monday"; "adopted on Monday a text tabled by Peru": tabled some day before.
    """
    ends = any(
        each.framed.end <= step.start and each.framed.rule.type in OUTCOMES and each.reading.modality == OCCURRED
        for each in others
    )
    if step.rule.id == "revised-text":
        return ends
    finite = _FINITE.search(text, max(0, step.start - 30), step.start) or _BE.match(text, step.start)
    alone = len(clues) == 1 and clues[0].kind in {"weekday", "offset"} and clues[0].start > step.end
    return ends and alone and not finite and _marked_by(step, text)


NEAR_A_STEP = 60
"""How far behind a step its own day may stand."""
_BREAK = re.compile(r"[;:]|,\s|\b(?:that|which|who|after|before|when|while|because|as)\b")
"""What parts a step from a day that is not its own."""
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
    r"|, (?:had|has|have|was|were|is|are) (?:\w+ )?\Z|\b(?:initially|first|originally|previously) \Z"
)
"""What makes of a later step one of another clause: "vetoed the text that Norway had tabled on Sunday"."""
_HAS_SINCE = re.compile(r"\bha(?:s|ve|d) since\b")
"""What makes of a day the one from which on: "shared it on Tuesday and has since amended it"."""
_FOLLOWED = re.compile(r"\s(?:follow(?:s|ed|ing)|capp(?:ed|ing)|came (?:\w+ ){0,3}after|ends|ended)\b")
"""What puts the days behind a step on what was before it: "the veto followed a debate on Monday"."""


def of_another(text: str, cue: Place, phrase: Phrase, others: Sequence[Place]) -> bool:
    """Whether a phrase is the day of another step of the sentence and not of the one at `cue`."""
    if phrase.end <= cue[0]:
        after = _AFTER.match(text, phrase.end)
        inside = after and "," not in text[after.end() : cue[0]]  # behind a comma the main clause goes on
        if inside or _HAS_SINCE.search(text, phrase.end, cue[0]):
            return True
        return _ends_an_aside(text, cue, phrase, others)
    if phrase.start >= cue[1] and _FOLLOWED.match(text, cue[1]):
        return True
    nested = [other for other in others if cue[1] <= other[0] and other[1] <= phrase.start]
    return any(_right_behind(text, other, phrase) and _SUBORDINATE.search(text[cue[1] : other[0]]) for other in nested)


def _ends_an_aside(text: str, cue: Place, phrase: Phrase, others: Sequence[Place]) -> bool:
    """Whether a phrase ends an aside on the subject, behind which its verb stands: "tabled on Sunday, was vetoed"."""
    owned = any(_right_behind(text, other, phrase) for other in others if other[1] <= phrase.start)
    return owned and bool(_PREDICATE.fullmatch(text, phrase.end, cue[0]) or _GOES_ON.match(text, phrase.end))


def _in_an_aside(text: str, cue: Place, phrase: Phrase, clues: Sequence[Phrase], others: Sequence[Place]) -> bool:
    """Whether a phrase is an earlier one of such an aside: "tabled on Sunday and revised on Monday, was vetoed"."""
    owned = any(_right_behind(text, other, phrase) for other in others if other[1] <= phrase.start)
    later = (p for p in clues if phrase.end <= p.start and p.end <= cue[0])
    return owned and any(_ends_an_aside(text, cue, p, others) for p in later)


OPENING = 12
"""A phrase that begins so near the start of a sentence dates all of it."""
_WHILE = re.compile(r",\s(?:as|while|with)\b")


def _past_elsewhere(text: str, cue: Place, phrase: Phrase) -> bool:
    """Whether a past day of the clause before stands beside a plan: "raids began Friday, as the Council gets ready"."""
    behind = phrase.start > OPENING and phrase.end <= cue[0] and phrase.kind == "weekday" and phrase.looks == PAST
    return behind and bool(_WHILE.match(text, phrase.end))


_EARLIER = re.compile(
    r"\bhad (?:\w+ ){1,6}\Z|\b(?:that|which|who|after|since) [^,.;]{0,60}\Z"
    r"|\b(?:(?:set|scheduled|planned|due|expected) (?:for )?|moved from |back from )\Z"
    r"|, (?:first |originally )?(?:circulated|tabled|submitted|introduced|proposed|drafted|presented|distributed)"
    r"[^,.;]{0,40}\Z"
)
"""What makes a day that of something before the news: "the text that Norway had tabled on Sunday"."""
_OF_THE_COUNCIL = re.compile(
    r"\b(?:[Cc]ouncil|UN|U\.N\.|United Nations|diplomats?|envoys?|ambassadors?|[Dd]rafts?|resolutions?"
    r"|veto(?:ed|es)?)\b"
)


def names_the_news(hidden: str, phrase: Phrase) -> bool:
    """Whether a phrase names the day of what its sentence tells of the Council, whose quotations are `hidden`."""
    if not hidden[phrase.start : phrase.end].strip() or not _OF_THE_COUNCIL.search(hidden):
        return False
    return not (
        marks_a_noun(hidden, phrase) or _EARLIER.search(hidden, max(0, phrase.start - 90), phrase.start)
    ) and not dates_no_step(hidden, phrase, OCCURRED)


def _right_behind(text: str, step: Place, phrase: Phrase) -> bool:
    between = text[step[1] : phrase.start]
    return len(between) < NEAR_A_STEP and not _BREAK.search(between)
