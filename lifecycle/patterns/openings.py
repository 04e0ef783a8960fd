"""Patterns of which every match begins with one of some letters, quickly.

Knows that such a pattern need only be tried where those letters stand, which are looked for in one go (Aho and
Corasick, 1975). Refuses to know what any pattern is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick

from lifecycle.patterns.caseless import Caseless, small


class Opening:
    """A pattern of which the letters mind no case and every match begins with one of `letters`, all of them small.

    Finds what `Caseless` finds, and tries less. Its matches give places; the words are to be read in the text.

    >>> pattern = Opening(r"drafts?|a (?:text|plan)", ("draft", "a "))
    >>> [found.span() for found in pattern.finditer("Drafts, a pen, A text")]
    [(0, 6), (15, 21)]
    """

    def __init__(self, pattern: str, letters: Iterable[str]) -> None:
        self.pattern = pattern
        self._caseless = Caseless(pattern)
        self._automaton = AhoCorasick(letters)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        done = 0
        hits = self._automaton.find_matches_as_indexes(small(text), overlapping=True)
        for start in sorted({hit[1] for hit in hits}):
            found = self._caseless.match(text, start) if start >= done else None
            if found:
                yield found
                done = max(found.end(), start + 1)
