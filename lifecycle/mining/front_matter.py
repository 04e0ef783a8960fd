"""The block of keys that an article may open with: the day of publication, and the title.

Knows the lines between two of dashes, the forms in which people and programs write a day there, and which days can be
days of publication. Refuses to know what the article says; `article` reads it.
"""

from __future__ import annotations

import re
from datetime import date

from lifecycle.errors import InputError, Place, Problem, nearest_names, refuse
from lifecycle.model.reports import MONTHS, When, month_number

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that are read as days of publication: those whose years a text can name."""


def day_of_press(day: date) -> date:
    """The day, if it can be one of publication. Raises InputError if it is before `FIRST` or after `LAST`."""
    if FIRST <= day <= LAST:
        return day
    raise refuse("bad-date", f"not a day of publication: {day}; they are read from {FIRST} to {LAST}")


_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,2000}?)\r?\n---[ \t]*\r?\n", re.DOTALL)
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


def front_matter(text: str, file: str) -> tuple[When, Problem | None]:
    """The day named in a block between two lines of dashes at the top, if there is one, or why it cannot be read.

    What holds neither a figure nor a weekday (`published: true`, `date: unknown`) names no day, and is no complaint.
    """
    front = _FRONT.match(text)
    if front is None:
        return When(), _never_closed(text, file)
    lines = list(_KEY.finditer(text, *front.span(1)))
    for line in lines:
        found = _DAY.search(line["day"])
        try:
            if found:
                return When.on(day_of_press(_day_in(found)), "front matter"), None
        except (ValueError, InputError):
            continue
    if not lines:
        return When(), _misspelt(text, file, front.span(1))
    unread = next((line for line in lines if _A_DAY_MEANT.search(line["day"])), None)
    return When(), _unread(text, file, unread) if unread else None


_A_DAY_MEANT = re.compile(r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day\b", re.IGNORECASE)
_OPENED = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<keys>(?:[A-Za-z][\w-]{0,30}:[^\r\n]{0,200}\r?\n){1,20})")


def _never_closed(text: str, file: str) -> Problem | None:
    """The complaint of a block that begins with a key of the day, or of the title, and has no second line of dashes."""
    opened = _OPENED.match(text)
    if opened is None or not (_KEY.search(opened["keys"]) or _TITLE.search(opened["keys"])):
        return None
    line = text.count("\n", 0, opened.end()) + 1
    source = text[opened.end() :].split("\n", 1)[0].rstrip("\r")[:120]
    return Problem(
        "open-front-matter", "front matter that no line of `---` closes", Place(file, line, 1), source=source
    )


def _unread(text: str, file: str, line: re.Match[str]) -> Problem:
    start, told = text.rfind("\n", 0, line.start("day")) + 1, line["day"].strip()
    message = f"not a day of publication: {told!r}; write it as 2016-10-08 or 8 October 2016, or leave it empty"
    place = Place(file, text.count("\n", 0, start) + 1, line.start("day") - start + 1)
    return Problem("bad-date", message, place, source=text[start : line.end("day")], width=len(told))


_ANY_KEY = re.compile(r"^(?P<key>\w+)[ \t]*:[ \t]*[\"']?(?P<day>[^\"'\r\n]*)", re.MULTILINE)
_KEYS = ("published", "date")


def _misspelt(text: str, file: str, front: tuple[int, int]) -> Problem | None:
    """The complaint of a key that is nearly the one for the day and has a day behind it, if there is one."""
    for found in _ANY_KEY.finditer(text, *front):
        near = nearest_names(found["key"].lower(), _KEYS)
        if near and _DAY.match(found["day"]):
            start = text.rfind("\n", 0, found.start()) + 1
            place = Place(file, text.count("\n", 0, start) + 1, 1)
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
