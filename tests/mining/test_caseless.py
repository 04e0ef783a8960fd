"""A pattern that minds no case finds what `re.IGNORECASE` finds; the two roads are held together over the codebook."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lifecycle.mining.caseless import Caseless, small
from lifecycle.mining.codebook import codebook

RULES = codebook().steps
LINES = [line for rule in RULES for line in (rule.yes, rule.no)]
PATTERNS = [rf"(?<![\w-])(?:{rule.cue_text})(?!\w)" for rule in RULES] + [
    rule.unless_text for rule in RULES if rule.unless_text
]


@st.composite
def lines_in_any_case(draw: st.DrawFn) -> str:
    line = draw(st.sampled_from(LINES))
    change = draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(line))] * 2)))
    return line[:first] + change(line[first:last]) + line[last:]


@given(lines_in_any_case(), st.sampled_from(PATTERNS))
def test_it_finds_what_the_slow_road_finds(line: str, pattern: str) -> None:
    slow = [m.span() for m in re.compile(pattern, re.IGNORECASE).finditer(line)]
    assert [m.span() for m in Caseless(pattern).finditer(line)] == slow


def test_the_law_is_not_empty() -> None:
    """Every cue finds its own line of the codebook in capitals, where its letters mind no case."""
    found = [bool(rule.cue.search(rule.yes.upper())) for rule in RULES if "(?-i:" not in rule.cue_text]
    assert found.count(True) > 0.9 * len(found)


def test_letters_that_count_still_do() -> None:
    of_a_state = Caseless(r"abstention of (?-i:[A-Z])")
    assert of_a_state.search("ABSTENTION OF China")
    assert not of_a_state.search("Abstention of members")


def test_classes_and_groups_keep_their_capitals() -> None:
    found = Caseless(r"(?P<Who>\S+) VETOED\W+it\Z").search("Russia vetoed it")
    assert found is not None
    assert found["Who"] == "russia"


def test_places_are_those_of_the_text_where_a_small_letter_is_two() -> None:
    text = "İİİ the VETO"
    assert len(small(text)) == len(text)
    found = Caseless("veto").search(text)
    assert found is not None
    assert text[found.start() : found.end()] == "VETO"


def test_a_search_stays_in_its_bounds() -> None:
    assert Caseless("veto").search("A veto, a VETO", 3, 10) is None
    found = Caseless("veto").match("A VETO", 2)
    assert found is not None
    assert found.span() == (2, 6)
