"""Numbers in figures and in words."""

from __future__ import annotations

import re

import pytest

from lifecycle.wording.numbers import SEVERAL, SOME, WORDS, number


def test_a_number_in_words_is_that_in_figures() -> None:
    assert [number(word) for word in ("none", "Nine", "fifteen", "12", "a single")] == [0, 9, 15, 12, 1]
    assert [number(word) for word in WORDS] == list(range(16))


@pytest.mark.parametrize("word", ["1", "one", "2", "two", "six", "sixteen", "16", "fifteen", "fourteen", "no", "many"])
def test_the_patterns_hold_what_they_say(word: str) -> None:
    n = number(word) if word in WORDS or word.isdigit() else None
    assert bool(re.fullmatch(SOME, word)) == (n is not None and n > 0)
    assert bool(re.fullmatch(SEVERAL, word)) == (n is not None and (n > 1 or word == "1"))  # a figure may be any
