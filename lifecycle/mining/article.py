"""A press article as text with offsets that can be trusted.

Knows how to read a file as UTF-8 without touching its newlines, a web page as the text it shows, and the publication
day that stands in its front matter. Refuses to know what the text says; every offset in this package counts code points
of `Article.text`, and `Article.span` tells where that is in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lifecycle.errors import InputError, Place, Problem, nearest_names, refuse
from lifecycle.located import NOT_UTF8, read_bytes
from lifecycle.mining.dates import WEEKDAYS
from lifecycle.mining.markup import Markup, day_of_page, is_page, shown
from lifecycle.model.reports import MONTHS, When, month_number

LARGEST = 5_000_000
"""The size in bytes above which a file is refused unread: a book is shorter, and an archive is many files."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: the name messages and evidence use for its file, its whole text, and its publication day if known.

    `unread` is the complaint of front matter that nobody can read, or of the day in it; `mine` refuses it.
    `markup`: of a web page, how the text was written. `overruled` says which other days of publication were told and
    not taken, each in a sentence behind its place.
    """

    file: str
    text: str
    published: When = When()  # noqa: RUF009 (frozen)
    unread: Problem | None = None
    markup: Markup | None = None
    overruled: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The whole file, as it was written."""
        return self.markup.written if self.markup else self.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file the words at `start`..`end` of the text stand, in code points."""
        return (self.markup.starts[start], self.markup.ends[end - 1]) if self.markup and start < end else (start, end)

    def shown_at(self, place: int) -> int:
        """Where in the text what stands at `place` of the file is shown."""
        return bisect_left(self.markup.starts, place) if self.markup else place


_NO_TEXT = re.compile("[\ud800-\udfff]")
"""What the system puts for a byte of a name that is not UTF-8; no encoding can write it."""


def read_article(path: Path, file: str) -> Article:
    """Read the article at `path`, to be called `file`.

    Raises InputError if it is no readable UTF-8 text, or if `file` is no text, so that no evidence could name it.
    """
    if _NO_TEXT.search(file):
        raise refuse("bad-file-name", "the file's name is not UTF-8; rename it", Place(_NO_TEXT.sub("\ufffd", file)))
    return article_from(read_bytes(path, file, LARGEST, "an article is a page, an archive many files"), file)


def article_from(data: bytes, file: str) -> Article:
    """The article in `data`. Raises InputError for bytes that are not UTF-8 text; a NUL marks a binary file."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise refuse("not-utf8", f"UTF-16, {NOT_UTF8}", Place(file, 1))
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise refuse("not-text", "a binary file, not an article", Place(file, line))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refuse("not-utf8", NOT_UTF8, Place(file, line)) from error
    if is_page(text):
        seen, markup = shown(text)
        return Article(file, seen, _page_day(text), None, markup)
    return _with_front_matter(Article(file, text))


def _page_day(text: str) -> When:
    """The day of publication that a web page gives in its head; none if it gives none, or none such."""
    day = day_of_page(text)
    try:
        return When.on(day_of_press(date.fromisoformat(day)), "front matter") if day else When()
    except (ValueError, InputError):
        return When()


FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that are read as days of publication: those whose years a text can name."""


def day_of_press(day: date) -> date:
    """The day, if it can be one of publication. Raises InputError if it is before `FIRST` or after `LAST`."""
    if FIRST <= day <= LAST:
        return day
    raise refuse("bad-date", f"not a day of publication: {day}; they are read from {FIRST} to {LAST}")


def published_on(article: Article, published: date | None) -> Article:
    """The article with the day of publication that its reader gives; without one, as it is.

    Raises InputError for a day that is none of publication.
    """
    if published is None:
        return article
    day, own = When.on(day_of_press(published), GIVEN), article.published.best
    remark = f"{article.file}: published on {own} by its own words; the day given is taken, {published}"
    return replace(article, published=day, unread=None, overruled=() if own in {None, published} else (remark,))


def day_given(file: str, days: Mapping[str, date]) -> date | None:
    """The day that `days` has for a file, as named or by its bare name."""
    return days.get(file) or days.get(file.rsplit("/", 1)[-1])


GIVEN = "given"
"""The basis of a day of publication that the reader names, not the article."""

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
    r"\d|^(?:(?:on|last|this) )?"
    rf"(?:today|yesterday|{'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in WEEKDAYS)}|{_MONTH})\b\.?"
    r"(?:[ ,]+(?:morning|afternoon|evening|night))?\s*$",
    re.IGNORECASE,
)
"""What was meant as a day, readable or not: it holds a figure, or is the name of a weekday or month and no more."""


def _with_front_matter(article: Article) -> Article:
    """The article of the day named in a block between two lines of dashes at its top, or with why it cannot be read.

    What nobody can have meant as a day (`published: true`, `date: unknown`) names none, and is no complaint.
    """
    text, file = article.text, article.file
    front = _FRONT.match(text)
    if front is None:
        return replace(article, unread=_unclosed(text, file))
    lines = list(_KEY.finditer(text, *front.span(1)))
    days = [(line.start(), day) for line in lines if (day := _day_on(line))]
    if days:
        return replace(article, published=When.on(days[0][1], "front matter"), overruled=_overruled(text, file, days))
    if not lines:
        return replace(article, unread=_misspelt(text, file, front.span(1)))
    unread = next((line for line in lines if _MEANT.search(line["day"])), None)
    return replace(article, unread=_unread(text, file, unread)) if unread else article


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
