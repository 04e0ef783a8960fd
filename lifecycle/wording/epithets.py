"""By what an article calls a draft besides its sponsors: its matter and its length.

Knows the words of a name that say what a text is about ("the relief draft") and how long what it grants is to last
("the nine-month text", "the longer one"). Refuses to know which draft is meant; that is `reading.register`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lifecycle.wording.numbers import SOME, number

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 360}
"""Of each unit, so that twelve months are a year."""
_LENGTH = rf"(?:(?P<n>{SOME}|an?)[ -](?P<unit>day|week|month|year)s?(?:-long)?|(?P<long>day|week|month|year)-?long)\b"
_NAMED = re.compile(rf"\b{_LENGTH}", re.IGNORECASE)
_GRANTED = re.compile(
    r"(?:\b(?:for|by) (?:(?:another|a further|only|just|up to|at least) )*"
    rf"|^(?:an?|the|its|their|[A-Z]\w+) (?:[A-Z]\w+ )?){_LENGTH}"
    r"(?! (?:of (?:talks|debate|haggling|wrangling|negotiat|work)|lull|delay|wait|debate|report|review|since|before"
    r"|after|ago))",
    re.IGNORECASE | re.MULTILINE,
)
"""What a text grants, in its name or behind "for"; not the week that its authors talked, nor when it wants reports."""
_LONGER, _SHORTER = frozenset(("longer", "long")), frozenset(("shorter", "short", "brief"))
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6
"""Words that begin with so many letters alike are one: "sanctions", "sanctioned"."""
_OF_ANY_TEXT = frozenset(
    word[:_STEM]
    for word in (
        *("draft", "text", "texts", "resolution", "measure", "proposal", "document", "version", "motion", "paper"),
        *("security", "council", "united", "nations", "members", "vote", "voted", "with", "that", "this", "their"),
        *("which", "would", "from", "have", "been", "were", "will", "should", "also", "against", "second", "third"),
        *("first", "other", "former", "latter", "another", "separate", "rival", "competing", "counter", "same"),
        *("similar", "previous", "earlier", "initial", "original", "final", "latest", "current", "revised", "amended"),
        *("proposed", "compromise", "joint", "whole", "controversial", "much", "widely", "strong", "stronger", "tough"),
        *("weak", "weaker", "mild", "milder", "vetoed", "failed", "rejected", "adopted", "defeated", "blocked"),
        *("drafted", "sponsored", "backed", "written", "circulated", "submitted", "tabled", "introduced", "presented"),
        *("the", "and", "for", "one", "two", "new", "own", "its", "all", "any", "but", "not", "was", "had", "has"),
        *("calling", "calls", "demanding", "demands", "asking", "his", "her"),
    )
)
"""What is said of one text as of another."""


def fitting(called: str, said: Sequence[str]) -> int | None:
    """The place of the one among several drafts that a name fits; `said` are the names of each, with what stood behind.

    Each name stands on a line. None where `called` says nothing of matter or length, or fits none of them or several.

    >>> fitting("the relief ", ["a truce draft", "a draft on relief for Aleppo"])
    1
    >>> fitting("the 12-month ", ["a text that would keep it open for a year", "a text for six months"])
    0
    >>> fitting("the shorter ", ["a text that would keep it open for a year", "a text for six months"])
    1
    >>> fitting("the tough ", ["a tough text on trade", "a text on relief"])
    """
    words = _matter(called)
    met = [place for place, each in enumerate(said) if words & _matter(each)]
    if length := _length(_NAMED, called):
        met = [place for place, each in enumerate(said) if _length(_GRANTED, each) == length]
    elif not met:
        met = _by_length(called, {place: days for place, each in enumerate(said) if (days := _length(_GRANTED, each))})
    return met[0] if len(met) == 1 else None


def of_another_length(called: str, said: str) -> bool:
    """Whether a name gives a text another length than what was said of one: "a nine-month text", "for a year".

    >>> of_another_length("a nine-month ", "a mandate for a year"), of_another_length("a nine-month ", "a mandate")
    (True, False)
    """
    one, other = _length(_NAMED, called), _length(_GRANTED, said)
    return bool(one and other and one != other)


def _matter(words: str) -> frozenset[str]:
    """The beginnings of the words that tell one text from another."""
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(words)) - _OF_ANY_TEXT


def _length(pattern: re.Pattern[str], words: str) -> int | None:
    """The first length that the words name by a pattern, in days."""
    found = pattern.search(words)
    if found is None:
        return None
    if found["long"]:
        return _DAYS[found["long"].lower()]
    return (1 if found["n"].lower() in {"a", "an"} else number(found["n"])) * _DAYS[found["unit"].lower()]


def _by_length(called: str, days: Mapping[int, int]) -> list[int]:
    """The longest or the shortest of some lengths by their places, if the name compares them and they differ."""
    words = set(called.lower().split())
    compared = max if words & _LONGER else min if words & _SHORTER else None
    if compared is None or len(set(days.values())) < 2:
        return []
    return [place for place, each in days.items() if each == compared(days.values())]
