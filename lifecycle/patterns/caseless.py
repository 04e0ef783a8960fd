"""Patterns that mind no case, quickly.

Knows that a pattern in small letters, held against a text in small letters, finds what `re.IGNORECASE` finds, at a
third of the time: the engine skips a literal only where case counts. Refuses to know what any pattern is for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache

_LETTERS = re.compile(r"\\.|\(\?P[<=]\w+|\(\?\(\w+|[A-Z]", re.DOTALL)
"""A capital, or what must not be taken for one: an escape, the name of a group."""
_CASED = "(?-i:"
"""Where a pattern holds this, some of its letters do count."""


class Caseless:
    """A pattern of which the letters mind no case. Its matches give places; the words are to be read in the text.

    Only capitals from A to Z are made small in the pattern: it writes no other, and none as the escape of a letter.

    >>> Caseless("Veto(?:es|ed)?").search("It VETOED the text").span()
    (3, 9)
    """

    __slots__ = ("_cased", "_pattern", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._cased = _CASED in pattern
        small_pattern = _LETTERS.sub(lambda m: m.group() if len(m.group()) > 1 else m.group().lower(), pattern)
        self._pattern = re.compile(*((pattern, flags | re.IGNORECASE) if self._cased else (small_pattern, flags)))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self._pattern.search(text if self._cased else small(text), start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self._pattern.match(text if self._cased else small(text), start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self._pattern.finditer(text if self._cased else small(text), start, end)


@lru_cache(32)
def small(text: str) -> str:
    """`text` in small letters, each at its place; kept, since many patterns ask for the same sentence.

    >>> small("İzmir and BONN")
    'izmir and bonn'
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(letter.lower()[0] for letter in text)
