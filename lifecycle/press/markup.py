"""A web page that was saved as a file, read as the text it shows.

Knows which marks of HTML part paragraphs, which of its parts nobody reads as the article, and where in the file each
letter stands. Refuses to know what the text says.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_PAGE = re.compile(
    r"\ufeff?\s{0,2000}<(?:!doctype\s+html|html|head|body|main|article|section|div|h1|p)\b", re.IGNORECASE
)
_PARTED = re.compile(r"</(?:p|div|h[1-6]|li|td|body|script|style)\s{0,9}>|<br\s{0,9}/?>", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:!doctype|html)\b", re.IGNORECASE)
FEW, TOP = 3, 20_000
"""So many ends of paragraphs, in so many characters at the top, make a page of a file that does not begin as one."""
_MARK = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)\b(?:[^<>\"']|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'){0,500}>"
    r"|<[A-Za-z!?/][^<>]*>"
    r"|(?P<letter>&(?:#\d{1,7}|#[Xx][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|(?P<blank>\s+)|(?P<words>[^<&\s]+|[<&])"
)
"""A tag, a declaration, a letter by its number or name, blanks, or words; none of them runs past the next sign."""
_UNREAD = re.compile(r"script|style|noscript|template|svg|nav|footer|aside|button|select|iframe")
"""What a page holds beside the article."""
_PARTS = re.compile(
    r"p|div|h[1-6]|li|[uod]l|d[td]|t[rdh]|table|section|article|main|header|blockquote|figure|figcaption"
    r"|title|body|head|html|[bh]r|pre"
)
"""What begins or ends a paragraph."""
_DAY = re.compile(
    r"<(?:meta|time)\b[^<>]{0,300}?(?:published_time|datePublished|pubdate|datetime|[\"']date[\"'])[^<>]{0,300}?"
    r"\b(?P<day>(?:19|20)\d\d-\d\d-\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Markup:
    """A page as written, and of each letter of the text it shows where its writing begins and ends."""

    written: str
    starts: array[int]
    ends: array[int]


def is_page(text: str) -> bool:
    """Whether a file is a web page, or a piece of one.

    >>> is_page("<!DOCTYPE html> <html>"), is_page("Russia <vetoed> it")
    (True, False)
    """
    if "<" not in text:
        return False
    ends = len(_PARTED.findall(text, 0, TOP))
    return ends >= FEW or (_PAGE.match(text) is not None and (ends > 0 or _WHOLE.search(text, 0, TOP) is not None))


def day_of_page(text: str) -> str | None:
    """The day of publication that a page gives in its head, as ISO 8601."""
    found = _DAY.search(text)
    return found["day"] if found else None


def shown(written: str) -> tuple[str, Markup]:
    """The text that a page shows, paragraph by paragraph, and where each of its letters stands.

    >>> text, markup = shown("<p>Peru <b>vetoed</b>  it &amp; left.")
    >>> text, markup.written[markup.starts[5] : markup.ends[10]]
    ('Peru vetoed it & left.', 'vetoed')
    """
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    for letter, start, end in _letters(written):
        last = letters[-1] if letters else "\n"
        if letter == "\n" and last == " ":
            del letters[-1], starts[-1], ends[-1]
            last = letters[-1] if letters else "\n"
        opens = last == "\n" and (letter == " " or (letter == "\n" and (len(letters) < 2 or letters[-2] == "\n")))
        if not (opens or letter == last == " "):
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return "".join(letters), Markup(written, starts, ends)


def _letters(written: str) -> Iterator[tuple[str, int, int]]:
    """The letters shown, a blank for any blanks and two line ends where a paragraph begins or ends; their places."""
    place, unclosed = 0, set[str]()
    headed = "<h1" in written or "<H1" in written
    while place < len(written):
        if written.startswith("<!--", place):
            end = written.find("-->", place)
            place = len(written) if end < 0 else end + 3
            continue
        mark = _MARK.match(written, place)
        assert mark is not None  # a sign, a blank or a word stands at every place
        start, place = place, mark.end()
        if mark["words"]:
            yield from ((letter, at, at + 1) for at, letter in enumerate(mark["words"], start))
        elif mark["blank"]:
            yield " ", start, place
        elif mark["letter"]:
            yield from ((" " if letter.isspace() else letter, start, place) for letter in unescape(mark["letter"]))
        elif mark["name"]:
            name = mark["name"].lower()
            hidden = bool(_UNREAD.fullmatch(name)) or (name == "title" and headed)
            if hidden and not (mark["close"] or mark.group().endswith("/>")) and name not in unclosed:
                end = _end_of(name, written, place)
                place = end or place
                unclosed |= set() if end else {name}
            if hidden or _PARTS.fullmatch(name):
                yield from (("\n", start, place), ("\n", start, place))


def _end_of(name: str, written: str, place: int) -> int:
    """Where the part that was opened before `place` ends, those of its name within it too; 0 if nowhere."""
    depth = 1
    for mark in re.compile(rf"<(?P<close>/?){name}\b[^<>]*>", re.IGNORECASE).finditer(written, place):
        depth += -1 if mark["close"] else not mark.group().endswith("/>")
        if depth == 0:
            return mark.end()
    return 0
