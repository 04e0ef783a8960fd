"""What went wrong, said so that somebody can act on it.

Knows the one exception of this project, what it carries (a slug, a sentence, a place, the nearest names), and where
the long explanation of each slug is kept (`errors.yaml`). Refuses to know how an error is shown: that is the door's.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: lines and columns count from 1, columns in characters.

    >>> str(Place("a.yaml", 3, 7))
    'a.yaml:3:7'
    >>> str(Place("a.yaml"))
    'a.yaml'
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """`file:line:column`, as far as it is known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `message` says what and what would be accepted, without the place; `nearest` holds the names the writer may have
    meant, best first; `source` is the whole line of text that holds the place, `width` the length of the culprit.
    """

    slug: str
    message: str
    place: Place = NOWHERE
    nearest: tuple[str, ...] = ()
    source: str | None = None
    width: int = 1


class InputError(Exception):
    """The input or the call is wrong; nothing was done. Carries every problem that was found, not the first alone."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(sentence(problem) for problem in self.problems))


def sentence(problem: Problem) -> str:
    """The problem on one line: place, message, nearest names.

    >>> sentence(Problem("unknown-member", "unknown member 'Rusia'", Place("a.yaml", 2, 5), ("Russian Federation",)))
    "a.yaml:2:5: unknown member 'Rusia'; did you mean 'Russian Federation'?"
    """
    where = f"{problem.place}: " if str(problem.place) else ""
    hint = f"; {hint_of(problem)}" if problem.nearest else ""
    return f"{where}{problem.message}{hint}"


def hint_of(problem: Problem) -> str:
    """What the writer may have meant, as a question; empty where nothing is near."""
    return f"did you mean {' or '.join(map(repr, problem.nearest))}?" if problem.nearest else ""


def refuse(slug: str, message: str, place: Place = NOWHERE, nearest: Iterable[str] = ()) -> InputError:
    """The error that holds this one problem.

    >>> refuse("bad-date", "not a date: 'soon'").problems[0].slug
    'bad-date'
    """
    return InputError((Problem(slug, message, place, tuple(nearest)),))


def not_a_date(given: object, accepted: str = "2016-10-08") -> str:
    """What to say of a value that is no date: a day that there is not was written well enough.

    >>> not_a_date("2024-02-30"), not_a_date("30.2.2024")
    ("no such day: '2024-02-30'; that month has 29 days", "not a date: '30.2.2024'; write it as 2016-10-08")
    >>> not_a_date("2024-13-01")
    "no such day: '2024-13-01'; there is no month 13, and the month stands in the middle: 2016-10-08"
    """
    well = re.fullmatch(r"(\d{4})-(\d\d)-\d\d", str(given))
    if well is None:
        return f"not a date: {given!r}; write it as {accepted}"
    year, month = int(well[1]), int(well[2])
    if not 1 <= month <= 12:
        return f"no such day: {given!r}; there is no month {month}, and the month stands in the middle: {accepted}"
    if year < 1:
        return f"no such day: {given!r}; years begin with 1"
    return f"no such day: {given!r}; that month has {monthrange(year, month)[1]} days"


def nearest_names(name: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Those of `candidates` most like `name`, best first, capitals ignored.

    >>> nearest_names("abstian", ["yes", "abstain", "absent"])
    ('abstain', 'absent')
    """
    from difflib import get_close_matches

    by_fold: dict[str, str] = {}
    for candidate in candidates:
        by_fold.setdefault(candidate.casefold(), candidate)
    return tuple(by_fold[fold] for fold in get_close_matches(name.casefold(), by_fold, limit, 0.6))
