"""Patterns of many alternatives find what one pattern of all of them finds; the two roads are held together."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.patterns.alternatives import Alternatives, Letters, alternatives_of
from lifecycle.patterns.caseless import Caseless
from lifecycle.wording.codebook import codebook
from tests.marked import CASES, unmarked

RULES = codebook().steps
LINES = [*(rule.yes for rule in RULES), *(unmarked(each)[0] for group in CASES.values() for each in group)]


def places(found: Iterable[re.Match[str]]) -> list[tuple[tuple[int, int], dict[str, str]]]:
    """Of every match its place, and the words of its named groups."""
    return [(match.span(), {name: words for name, words in match.groupdict().items() if words}) for match in found]


EVERY = (
    *(rule.cue for rule in RULES),
    *(rule.unless for rule in RULES if rule.unless),
    *(rule.ends for rule in codebook().settled),
    codebook().stops,
)


@given(
    st.sampled_from(EVERY),
    st.lists(st.sampled_from(LINES), min_size=1, max_size=3).map(" ".join),
    st.data(),
)
def test_they_find_what_one_pattern_finds(cue: Alternatives, text: str, data: st.DataObject) -> None:
    first, last = sorted(
        data.draw(st.tuples(*[st.integers(0, len(text))] * 2)) if data.draw(st.booleans()) else (0, 999)
    )
    assert places(cue.finditer(text, first, last)) == places(Caseless(cue.pattern).finditer(text, first, last))


@given(
    st.lists(st.sampled_from(["a", "ab", "b+", "abc", "(?P<x>bc)", "ca?", "(?<=a)b", r"c\b"]), min_size=1, max_size=5)
)
def test_the_first_that_fits_counts_and_the_leftmost_before_it(each: list[str]) -> None:
    pattern = "|".join(re.sub("<x>", f"<x{n}>", one) for n, one in enumerate(each))
    text = "abcab bc cab abcc"
    assert places(Alternatives(pattern).finditer(text)) == places(re.finditer(pattern, text))


def test_the_laws_are_not_empty() -> None:
    """Every cue finds something in its own line, and there are lines in which one finds two."""
    assert all(rule.cue.search(rule.yes) for rule in RULES)
    assert any(len(list(rule.cue.finditer(line))) > 1 for rule in RULES for line in LINES)


def test_an_alternative_of_nothing_comes_to_an_end() -> None:
    assert [match.span() for match in Alternatives("a|").finditer("ba")][-1][1] <= 2


def test_only_what_may_stand_in_a_text_is_tried() -> None:
    cue = Alternatives(r"vetoed|put \w+ to the vote|withdrew|\w+y")
    assert cue.letters.there("it put this to the vote") == {cue: [1, 3]}
    assert cue.letters.there("vetoed, withdrew") == {cue: [0, 2, 3]}


def test_letters_that_are_shared_find_the_same() -> None:
    texts = ["Russia vetoed it", "They withdrew it, and vetoed another", "nothing"]
    one, other = Alternatives("vetoed|withdrew"), Alternatives("(?:vetoed|withdrew) it")
    alone = [[places(each.finditer(text)) for text in texts] for each in (one, other)]
    letters = Letters.shared((one, other))
    assert one.letters is other.letters is letters
    assert [[places(each.finditer(text)) for text in texts] for each in (one, other)] == alone


@pytest.mark.parametrize(
    ("pattern", "each"),
    [
        ("a|b", ("a", "b")),
        ("a|b(?:c|d)|[|(]e|\\(f|g", ("a", "b(?:c|d)", "[|(]e", "\\(f", "g")),
        ("[]|]|[^]|]|a", ("[]|]", "[^]|]", "a")),
        ("", ("",)),
    ],
)
def test_alternatives_are_told_from_those_of_groups(pattern: str, each: tuple[str, ...]) -> None:
    assert alternatives_of(pattern) == each
