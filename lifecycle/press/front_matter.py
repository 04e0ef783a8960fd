"""The block of keys that an article may open with: the day of publication, and the title.

Knows the lines between two of dashes, the forms in which people and programs write a day there, and which days can be
days of publication. Refuses to know what the article says; `article` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lifecycle.errors import InputError, Place, Problem, nearest_names, refuse
from lifecycle.model.reports import MONTHS, WEEKDAYS, When, month_number

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that are read as days of publication: those whose years a text can name."""


def day_of_press(day: date) -> date:
    """The day, if it can be one of publication. Raises InputError if it is before `FIRST` or after `LAST`."""
    if FIRST <= day <= LAST:
        return day
    raise refuse("bad-date", f"not a day of publication: {day}; they are read from {FIRST} to {LAST}")


_LONGEST = 2000
_FRONT = re.compile(rf"\ufeff?---[ \t]*\r?\n(.{{0,{_LONGEST}}}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_OPENED = re.compile(r"\ufeff?(?P<dashes>---)[ \t]*\r?\n(?=(?:[a-z][\w-]*|(?i:published|date))[ \t]*:(?!//))")
"""A line of dashes over a key as programs write it; over prose ("Syria: a draft is vetoed") the line only adorns."""

_KEY = re.compile(
    r"^(?:date|published|(?:publi(?:cation|sh(?:ed)?)|pub)[ _-]?(?:date|on|at))[ \t]*:[ \t]*[\"']?(?P<day>[^\"'\r\n]*)",
    re.MULTILINE | re.IGNORECASE,
)
"""The line of front matter that names the day, under one of the keys that people and programs write."""

_MONTH = "|".join(f"(?:{month[:3]}(?:{month[3:]})?)" for month in MONTHS) + "|Sept"
_DAY = re.compile(
    r"(?<!\d)(?:(?P<iso>\d{4}[-/]\d{1,2}[-/]\d{1,2})(?!\d)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_MONTH})\.?,? (?P<y1>\d{{4}})(?!\d)"
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})(?!\d))",
    re.IGNORECASE,
)
"""2016-10-08, 2016/10/08, 8 October 2016 or October 8, 2016; an hour may follow."""

_MEANT = re.compile(
    r"\d|^(?:(?:on|last|this|next|coming) )?"
    rf"(?:today|yesterday|{'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in WEEKDAYS)}|{_MONTH})\b\.?"
    r"(?:[ ,]+(?:morning|afternoon|evening|night))?\s*$",
    re.IGNORECASE,
)
"""What was meant as a day, readable or not: it holds a figure, or is the name of a weekday or month and no more."""


class FrontMatter(NamedTuple):
    """The day of publication that is named there, why what is there cannot be read, and other days that are named."""

    published: When = When()
    unread: Problem | None = None
    overruled: tuple[str, ...] = ()


def front_matter(text: str, file: str) -> FrontMatter:
    """What a block between two lines of dashes at the top says of the day of publication, if there is one.

    What nobody can have meant as a day (`published: true`, `date: unknown`) names none, and is no complaint.
    """
    front = _FRONT.match(text)
    if front is None:
        return FrontMatter(unread=_unclosed(text, file))
    lines = list(_KEY.finditer(text, *front.span(1)))
    days = [(line.start(), day) for line in lines if (day := _day_on(line))]
    if days:
        return FrontMatter(When.on(days[0][1], "front matter"), overruled=_overruled(text, file, days))
    if not lines:
        return FrontMatter(unread=_misspelt(text, file, front.span(1)))
    unread = next((line for line in lines if _MEANT.search(line["day"])), None)
    return FrontMatter(unread=_unread(text, file, unread) if unread else None)


def _day_on(line: re.Match[str]) -> date | None:
    """The day of publication that a line of front matter names; None if it names none."""
    found = _DAY.search(line["day"])
    try:
        return day_of_press(_day_in(found)) if found else None
    except (ValueError, InputError):
        return None


def _overruled(text: str, file: str, days: Sequence[tuple[int, date]]) -> tuple[str, ...]:
    """What to say of days in front matter, each with where its line starts, that are not the first."""
    first = days[0][1]
    return tuple(
        f"{Place(file, _line_of(text, start))}: a second day of publication, {day}; the first is taken, {first}"
        for start, day in days
        if day != first
    )


def _line_of(text: str, place: int) -> int:
    """The number of the line that holds this place."""
    return text.count("\n", 0, place) + 1


def _unclosed(text: str, file: str) -> Problem | None:
    """The complaint of front matter that is opened and has no end, if there is one."""
    opened = _OPENED.match(text)
    if opened is None:
        return None
    message = f"front matter that opens here is not closed within {_LONGEST:,} characters; a line of --- closes it"
    place = Place(file, 1, opened.start("dashes") + 1)
    return Problem("open-front-matter", message, place, source=text.splitlines()[0], width=len(opened["dashes"]))


def _unread(text: str, file: str, line: re.Match[str]) -> Problem:
    start, told = text.rfind("\n", 0, line.start("day")) + 1, line["day"].strip()
    message = f"not a day of publication: {told!r}; write it as 2016-10-08 or 8 October 2016, or leave it empty"
    place = Place(file, _line_of(text, start), line.start("day") - start + 1)
    return Problem("bad-date", message, place, source=text[start : line.end("day")], width=len(told))


_ANY_KEY = re.compile(r"^(?P<key>\w+)[ \t]*:[ \t]*[\"']?(?P<day>[^\"'\r\n]*)", re.MULTILINE)
_KEYS = ("published", "date")


def _misspelt(text: str, file: str, front: tuple[int, int]) -> Problem | None:
    """The complaint of a key that is nearly the one for the day and has a day behind it, if there is one."""
    for found in _ANY_KEY.finditer(text, *front):
        near = nearest_names(found["key"].lower(), _KEYS)
        if near and _DAY.match(found["day"]):
            start = text.rfind("\n", 0, found.start()) + 1
            place = Place(file, _line_of(text, start), 1)
            message = f"unknown key {found['key']!r} of a day of publication"
            return Problem("unknown-key", message, place, near, found.group(), len(found["key"]))
    return None


_HOUR = re.compile(r"(?:[T\s,]+(?:at )?\d{1,2}[:.h]\d\d.*)?")


def day_told(words: str) -> date | None:
    """The day that `words` name in one of the forms of front matter, alone or before an hour; None if they name none.

    >>> day_told("8 October 2016"), day_told("2016/10/8"), day_told("8/10/2016")
    (datetime.date(2016, 10, 8), datetime.date(2016, 10, 8), None)
    """
    found = _DAY.match(words.strip())
    try:
        return _day_in(found) if found and _HOUR.fullmatch(words.strip(), found.end()) else None
    except ValueError:
        return None


def _day_in(found: re.Match[str]) -> date:
    """The day that the line names. Raises ValueError if there is none such."""
    if found["iso"]:
        return date(*map(int, re.split("[-/]", found["iso"])))
    month = month_number(found["m1"] or found["m2"])
    return date(int(found["y1"] or found["y2"]), month, int(found["d1"] or found["d2"]))


_TITLE = re.compile(
    r"^(?:title|headline)[ \t]*:[ \t]*[\"'“‘]?(?P<title>[^\r\n]*?)[\"'”’]?[ \t]*$", re.MULTILINE | re.IGNORECASE
)


def told_in_front(text: str) -> tuple[int, list[tuple[int, int]]]:
    r"""Where the prose of an article begins, behind its front matter, and where in that the titles stand.

    >>> told_in_front("---\ntitle: Cod\n---\nThe Council met.")
    (19, [(11, 14)])
    """
    front = _FRONT.match(text)
    if front is None:
        return 0, []
    return front.end(), [found.span("title") for found in _TITLE.finditer(text, *front.span(1)) if found["title"]]


def has_words(text: str) -> bool:
    r"""Whether an article says anything: a title of its front matter, or a word behind it.

    >>> has_words("---\ndate: 2020-05-04\n---\n\n"), has_words("---\ntitle: Cod\n---\n")
    (False, True)
    """
    begins, titles = told_in_front(text)
    return bool(titles or re.search(r"\w", text[begins:]))
