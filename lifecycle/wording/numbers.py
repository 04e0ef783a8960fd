"""Numbers in figures and in words.

Knows the words up to fifteen, which is as many members as the Council has, and those for none. Refuses to know what is
counted.
"""

from __future__ import annotations

WORDS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen"),
)
"""The words for the numbers from none to fifteen, each at its place."""
NUMBERS = {**{word: n for n, word in enumerate(WORDS)}, "none": 0, "nobody": 0, "zero": 0, "nil": 0, "a single": 1}
"""What each word stands for."""
SOME = rf"(?:\d{{1,2}}|{'|'.join(WORDS[1:])})"
"""A pattern for one or more; the words are in small letters."""
SEVERAL = rf"(?:\d{{1,2}}|{'|'.join(WORDS[2:])})"
"""The same for more than one in words; a figure may be any."""


def number(word: str) -> int:
    """The number a word or figure stands for.

    >>> number("Fourteen"), number("none"), number("9")
    (14, 0, 9)
    """
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
