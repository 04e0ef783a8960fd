"""Patterns of many alternatives, quickly.

Knows that of `a|b|c` most cannot stand in a sentence, since letters that each of their matches holds do not; only the
others are tried, and of those that fit the first counts, as in `a|b|c`. Refuses to know what any pattern is for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from ahocorasick_rs import AhoCorasick

from lifecycle.patterns.caseless import Caseless, small
from lifecycle.patterns.literals import CLAUSES, needed

_MARK = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
"""A bar, a bracket of a group, or what hides them: an escape, a class."""


def alternatives_of(pattern: str) -> tuple[str, ...]:
    r"""The alternatives of a pattern, in their order.

    >>> alternatives_of(r"(?:a|b)|c[|]|d\|")
    ('(?:a|b)', 'c[|]', 'd\\|')
    """
    depth, start, found = 0, 0, []
    for mark in _MARK.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(mark.group(), 0)
        if mark.group() == "|" and depth == 0:
            found.append(pattern[start : mark.start()])
            start = mark.end()
    return (*found, pattern[start:])


class Alternatives:
    """`before(?:a|b|c)behind`, of which the letters mind no case. Finds what `Caseless` finds, and tries less.

    Each alternative stands for itself: none matches nothing, sets flags, or points back to a group of another.
    """

    def __init__(self, pattern: str, before: str = "", behind: str = "") -> None:
        self.pattern = f"{before}(?:{pattern}){behind}"
        self.texts = tuple(f"{before}(?:{each}){behind}" for each in alternatives_of(pattern))
        self.letters = Letters((self,))
        self._compiled: dict[int, Caseless] = {}

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        places = self.letters.there(small(text)).get(self, ())
        tried = [self._at(place) for place in places]
        ahead = [(each, match) for each in tried if (match := each.search(text, start, end))]
        while ahead and start <= len(text):
            first = min((match for _, match in ahead), key=lambda match: match.start())
            yield first
            start = max(first.end(), first.start() + 1)
            ahead = [
                (each, later)
                for each, match in ahead
                if (later := match if match.start() >= start else each.search(text, start, end))
            ]

    def _at(self, place: int) -> Caseless:
        """One alternative, compiled when it is first tried."""
        pattern = self._compiled.get(place)
        if pattern is None:
            pattern = self._compiled[place] = Caseless(self.texts[place])
        return pattern


There = Mapping[Alternatives, Sequence[int]]
"""Of each pattern that may stand in a text the places of the alternatives that may, in their order."""


class Letters:
    """The letters that many patterns need, looked for in a text in one go (Aho and Corasick, 1975)."""

    def __init__(self, patterns: Iterable[Alternatives]) -> None:
        self._patterns = tuple(patterns)
        self.there = lru_cache(32)(self._there)

    @classmethod
    def shared(cls, patterns: Iterable[Alternatives]) -> Letters:
        """The letters of many patterns, which from now on are looked for together."""
        letters = cls(patterns)
        for pattern in letters._patterns:
            pattern.letters = letters
        return letters

    @cached_property
    def _index(self) -> _Index:
        return _Index(self._patterns)

    def _there(self, lower: str) -> There:
        found: dict[Alternatives, list[int]] = {}
        for pattern, place in self._index.there(lower):
            found.setdefault(pattern, []).append(place)
        return found


class _Index:
    """All letters of all alternatives by their numbers, so that a text is gone through once.

    A number stands for an alternative as a bit: bits are joined and met in one go, however many alternatives there are.
    """

    def __init__(self, patterns: Sequence[Alternatives]) -> None:
        self._alternatives = [(pattern, place) for pattern in patterns for place in range(len(pattern.texts))]
        self._free, met = [0] * CLAUSES, dict[str, list[int]]()
        for number, (pattern, place) in enumerate(self._alternatives):
            clauses = needed(pattern.texts[place])
            for n in range(CLAUSES):
                if n >= len(clauses):
                    self._free[n] |= 1 << number
                for letters in clauses[n] if n < len(clauses) else ():
                    met.setdefault(letters, [0] * CLAUSES)[n] |= 1 << number
        self._automaton = AhoCorasick(met)
        self._met = list(met.values())

    def there(self, lower: str) -> Iterator[tuple[Alternatives, int]]:
        """The alternatives that may stand in a text of small letters, in their order."""
        first, second = self._free
        for letters in {hit[0] for hit in self._automaton.find_matches_as_indexes(lower, overlapping=True)}:
            in_first, in_second = self._met[letters]
            first |= in_first
            second |= in_second
        standing = first & second
        while standing:
            lowest = standing & -standing
            yield self._alternatives[lowest.bit_length() - 1]
            standing ^= lowest
