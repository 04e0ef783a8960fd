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

from lifecycle.mining.caseless import Caseless, small
from lifecycle.mining.literals import needed

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
    """`before(?:a|b|c)behind`, of which the letters mind no case. Finds what `Caseless` finds, and tries less."""

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
        while ahead:
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
    def _alternatives(self) -> tuple[tuple[Alternatives, int], ...]:
        return tuple((pattern, place) for pattern in self._patterns for place in range(len(pattern.texts)))

    @cached_property
    def _clauses(self) -> tuple[tuple[frozenset[str], ...], ...]:
        return tuple(needed(pattern.texts[place]) for pattern, place in self._alternatives)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(sorted({letters for clauses in self._clauses for clause in clauses for letters in clause}))

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._known)

    @cached_property
    def _first(self) -> Mapping[str, Sequence[int]]:
        """By letters of its first clause, the numbers of the alternatives; "" for those that need none."""
        found: dict[str, list[int]] = {"": []}
        for number, clauses in enumerate(self._clauses):
            for letters in clauses[0] if clauses else ("",):
                found.setdefault(letters, []).append(number)
        return found

    def _there(self, lower: str) -> There:
        letters = {self._known[hit[0]] for hit in self._automaton.find_matches_as_indexes(lower, overlapping=True)}
        numbers = {number for each in (*letters, "") for number in self._first.get(each, ())}
        found: dict[Alternatives, list[int]] = {}
        for number in sorted(numbers):
            if all(not clause.isdisjoint(letters) for clause in self._clauses[number][1:]):
                pattern, place = self._alternatives[number]
                found.setdefault(pattern, []).append(place)
        return found
