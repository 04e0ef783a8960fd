"""What the time phrases of an article say of the day it was published.

Knows the habits of news writing: a bare weekday is less than a week away, all of them lie within a week or so of each
other, a daily tells what happened in the last days, a month of this year goes without its year. Refuses to know drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from lifecycle.days.dates import FUTURE, NEAR, PAST, RECENT, Phrase

SPREAD = 7
"""Bare weekdays of one article lie within so many days: two Mondays would be mistaken for each other."""

FRESH = 3
"""The newest day a news article names is at most so many days old."""

_NEAR_KINDS = frozenset(("weekday", "offset", "named_weekday"))
Clues = Sequence[tuple[Phrase, ...]]


def possible(clues: Clues, published: date) -> bool:
    """Whether an article with these phrases can have come out on that day."""
    if not all(_fits(phrase, published) for clue in clues for phrase in clue):
        return False
    near = list(_near_days(clues, published))
    if not near:
        return True
    newest = max((day for day, phrase in near if phrase.looks != FUTURE), default=published)
    weekdays = [day for day, phrase in near if phrase.kind == "weekday"]
    spread = (max(weekdays) - min(weekdays)).days if weekdays else 0
    return (published - newest).days <= FRESH and spread <= SPREAD


def _fits(phrase: Phrase, published: date) -> bool:
    """Whether one phrase makes sense on that day; what is past in this month is seldom told by the month's name."""
    if phrase.kind == "month" and phrase.looks != FUTURE and phrase.a == published.month:
        return False
    days = phrase.days(published)
    if days is None:
        return False
    if phrase.kind == "day" and phrase.looks == PAST and not phrase.shift:
        return days[0] <= published
    if phrase.kind == "month":
        return min(abs((days[0] - published).days), abs((days[1] - published).days)) <= RECENT
    if phrase.kind == "weekday" and phrase.looks == NEAR:
        return abs((days[0] - published).days) <= 1
    return True


def _near_days(clues: Clues, published: date) -> Iterator[tuple[date, Phrase]]:
    for clue in clues:
        for phrase in clue:
            if phrase.kind in _NEAR_KINDS and not phrase.shift and (days := phrase.days(published)):
                yield days[1], phrase


def cost(clues: Clues, published: date) -> float:
    """How unlikely a possible day is: far from the days named, or a Sunday that speaks of the weekend to come."""
    near = list(_near_days(clues, published))
    total = sum(abs((day - published).days) for day, _ in near) / (len(near) or 1)
    newest = max((day for day, phrase in near if phrase.looks == PAST), default=published - timedelta(1))
    total += abs((published - newest).days) * 0.5
    weekend = [p for clue in clues for p in clue if p.kind == "weekend" and p.looks == FUTURE]
    return total + (2.0 if weekend and published.weekday() == 6 else 0.0)
