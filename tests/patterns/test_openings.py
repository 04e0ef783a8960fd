"""A pattern tried only where its letters stand finds what it finds anywhere; the two roads are held together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifecycle.days.phrases import ANCHOR
from lifecycle.patterns.caseless import Caseless
from lifecycle.patterns.openings import Opening
from lifecycle.wording.heads import HEAD
from tests.marked import CASES, unmarked

LINES = [unmarked(each)[0] for group in CASES.values() for each in group]
TEXTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=3).map(" ".join) | st.text(
    "aegimnopst .,/19S'-Дİ", max_size=40
)


def places(pattern: Opening, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


@given(st.sampled_from([HEAD, ANCHOR]), TEXTS)
def test_it_finds_what_the_pattern_finds_anywhere(pattern: Opening, text: str) -> None:
    assert places(pattern, text) == [found.span() for found in Caseless(pattern.pattern).finditer(text)]


def test_the_law_is_not_empty() -> None:
    """Both patterns find something in most lines, and where letters stand for none they find nothing."""
    assert all(sum(bool(places(pattern, line)) for line in LINES) > len(LINES) / 4 for pattern in (HEAD, ANCHOR))
    assert places(ANCHOR, "The Damar amid 1900") == [(15, 19)]
    assert places(HEAD, "contexts of a drafty stone") == []


def test_letters_that_do_not_open_the_pattern_would_lose_matches() -> None:
    assert places(Opening("(?:a )?draft", ("draft",)), "a draft") == [(2, 7)]
    assert places(Opening("(?:a )?draft", ("a ", "draft")), "a draft") == [(0, 7)]


def test_matches_do_not_overlap() -> None:
    assert places(Opening("aba", ("aba",)), "ababa aba") == [(0, 3), (6, 9)]
