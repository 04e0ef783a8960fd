"""How what is said of actors and days becomes the words that guards read.

Knows the finite values of those fields (`table.DOMAINS`) and gives the benefit of the doubt: what nobody said is
"unsaid", and no guard fails on it. Refuses to know a draft or an event.
"""

from __future__ import annotations

from datetime import date

from lifecycle.model.council import Council

COUNCIL = "Security Council"
"""The body, as an actor."""

UNNAMED = "unnamed"
"""A seconder of whom no more is known than that there was one."""


def belongs(actors: tuple[str, ...], group: tuple[str, ...]) -> str:
    """Whether one of `actors` is in `group`: yes, no, or unsaid.

    >>> belongs(("Bolivia",), ("China", "Russian Federation")), belongs((), ("China",)), belongs(("Peru",), (UNNAMED,))
    ('no', 'unsaid', 'unsaid')
    """
    if not actors or not group:
        return "unsaid"
    if not set(actors).isdisjoint(group):
        return "yes"
    return "unsaid" if UNNAMED in group else "no"


def seated(actors: tuple[str, ...], council: Council) -> str:
    """Whether one of `actors` has a seat on `council`, or is the Council itself: yes, no, or unsaid."""
    if not actors:
        return "unsaid"
    for name in actors:
        if council.seats(name) or name in (COUNCIL, UNNAMED):
            return "yes"
    return "no"


def asked(actors: tuple[str, ...], sponsors: tuple[str, ...], council: Council) -> str:
    """Whether a member is behind a vote (rule 38); only where both sides are named can it be that none is."""
    found = seated((*sponsors, *actors), council)
    return found if found == "yes" or (sponsors and actors) else "unsaid"


def deadline(until: date | None, day: date | None) -> str:
    """Where `day` lies; the hour is not known, so on the last day silence may be broken and may have passed already.

    >>> deadline(date(2020, 3, 2), date(2020, 3, 2))
    'that day'
    """
    if until is None or day is None:
        return "unsaid"
    return "that day" if day == until else "passed" if day > until else "ahead"
