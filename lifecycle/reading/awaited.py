"""Whether the vote that an article names is still to come, or was held: "clashes went on ahead of a UN vote".

Knows that one told so is still to come where the article knows no outcome, in a headline "ahead of" it always, and one
that is only named, "the vote", where the article waits for it; and that it was held once its outcome was told.
Refuses to know the words that set a vote ahead; those are `forecasts`'.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from lifecycle.reading.forecasts import vote_ahead
from lifecycle.reading.found import Found
from lifecycle.reading.readings import HYPOTHETICAL, OCCURRED, PLANNED, Reading
from lifecycle.reading.register import Register
from lifecycle.wording.framed import OUTCOMES, Framed


def awaited(found: Sequence[Found], register: Register) -> list[Found]:
    """The mentions of an article, those of a vote which it looks ahead to told as planned."""
    held = any(entry.ended for entry in register.live) or any(
        each.framed.rule.type == "voted" and each.reading.modality == OCCURRED and not _may_be_ahead(each)
        for each in found
    )
    planned = any(each.framed.rule.type == "vote_scheduled" and each.reading.modality == PLANNED for each in found)
    waits = not held and planned
    return [_still_to_come(each) if _ahead(each, held=held, waits=waits) else each for each in found]


def once_ended(text: str, step: Framed, reading: Reading, ended: Container[str]) -> Reading:
    """The reading of a step: "the vote" was held, whatever is supposed of it, once a text has `ended` by one.

    "Could today's vote end the war?", asked where the adoption was told, supposes nothing of the vote.
    """
    supposed = step.rule.id == "voted-held" and reading.modality == HYPOTHETICAL and not reading.history
    if supposed and _TALLIED.fullmatch(text, step.start, step.end):
        return Reading(OCCURRED, ("a count",), False)
    open_ = _IF.search(text, step.clause[0], step.start) or _ON_ANOTHER.match(text, step.end)
    told = any(end in ended for end in OUTCOMES) and not open_
    if supposed and told and _THE_VOTE.fullmatch(text, step.start, step.end):
        return Reading(OCCURRED, ("its outcome was told",), False)
    return reading


_TALLIED = re.compile(r"\d{1,2}[-–]\d{1,2}(?:[-–]\d{1,2})? vote", re.IGNORECASE)
_THE_VOTE = re.compile(r"(?:.* )?(?:the|this|that|today['’]s|\w+day['’]s) vote", re.IGNORECASE)
_IF = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]hould)\b")
"""Before a vote, what leaves it open although another was held."""
_ON_ANOTHER = re.compile(r" on (?:an?|the|its) (?:second|third|other|rival|new|next|revised)\b")
"""Behind a vote, another text, on which it may still be to come."""


def _may_be_ahead(found: Found) -> bool:
    return _ahead_of_it(found) or _headlined(found) or _named(found)


def _ahead(found: Found, *, held: bool, waits: bool) -> bool:
    """Whether a vote that is told is still to come, in an article that knows one as held or waits for it."""
    if waits and (_headlined(found) or (_named(found) and found.reading.modality == OCCURRED)):
        return True
    return _ahead_of_it(found) and (not held or _heads_it(found))


def _headlined(found: Found) -> bool:
    """Whether a headline names a vote and no more: "UN vote on the force looms"."""
    if not found.sentence.headline or found.framed.rule.id != "voted-held":
        return False
    return not _LOOKS_BACK.search(found.sentence.text, 0, found.framed.end)


def _named(found: Found) -> bool:
    """Whether a vote is named and no more, so that it may be one to come: "today's vote could turn out close"."""
    step, text = found.framed, found.sentence.text
    named = step.rule.id == "voted-held" and _A_VOTE.fullmatch(text, step.start, step.end)
    over = _WAS.match(text, step.end) or text[: step.start].lower().endswith(("after ", "during "))
    return bool(named) and not over


_A_VOTE = re.compile(
    r"(?:before )?(?:the|this|today['’]s|tonight['’]s|(?:the )?(?:(?:UN|U\.N\.|Security|Council) ?){1,3}) ?vote",
    re.IGNORECASE,
)
_WAS = re.compile(r"(?: (?:on|in) [^.;,]{2,40}?)? (?:was|were|had|left|split|ended|went|came|showed|drew|fell|\w+ed)\b")
"""Behind a vote, what tells of it as over."""

_AHEAD_OF = re.compile(r"\b(?:ahead|eve) of\b", re.IGNORECASE)


def _heads_it(found: Found) -> bool:
    """Whether a headline looks ahead to the vote; "before" also tells of one that was held."""
    return found.sentence.headline and bool(_AHEAD_OF.search(found.sentence.text))


_LOOKS_BACK = re.compile(
    r"\b(?:after|following|since|hail|welcom|condemn|slam|blast|regret|what|why|how)\w*\b", re.IGNORECASE
)


def _still_to_come(found: Found) -> Found:
    rule = replace(found.framed.rule, type="vote_scheduled")
    return replace(found, framed=replace(found.framed, rule=rule), reading=Reading(PLANNED, ("ahead of it",), False))


def _ahead_of_it(found: Found) -> bool:
    step, text = found.framed, found.sentence.text
    return step.rule.id == "voted-held" and vote_ahead(text[: step.start], text[step.start : step.end])
