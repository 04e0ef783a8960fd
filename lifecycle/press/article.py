"""A press article as text with offsets that can be trusted.

Knows how to read a file as UTF-8 without touching its newlines, and a web page as the text it shows. Refuses to know
how front matter is written (`front_matter`), and what the text says; every offset of the miner counts code points of
`Article.text`, and `Article.span` tells where that is in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lifecycle.decoding import decoded, nul_in
from lifecycle.errors import InputError, Place, Problem, refuse
from lifecycle.located import read_bytes
from lifecycle.model.reports import When
from lifecycle.press.front_matter import day_of_press, front_matter
from lifecycle.press.markup import Markup, day_of_page, is_page, shown

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
    if (nul := nul_in(data)) is not None:
        raise refuse("not-text", "a binary file, not an article", Place(file, data.count(b"\n", 0, nul) + 1))
    text = decoded(data, file)
    if is_page(text):
        seen, markup = shown(text)
        return Article(file, seen, _page_day(text), None, markup)
    front = front_matter(text, file)
    return Article(file, text, front.published, front.unread, overruled=front.overruled)


def _page_day(text: str) -> When:
    """The day of publication that a web page gives in its head; none if it gives none, or none such."""
    day = day_of_page(text)
    try:
        return When.on(day_of_press(date.fromisoformat(day)), "front matter") if day else When()
    except (ValueError, InputError):
        return When()


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
