"""A pattern that minds no case finds what `re.IGNORECASE` finds; the two roads are held together over the codebook."""

import re
from collections.abc import Callable, Iterable

from hypothesis import given
from hypothesis import strategies as st

from lifecycle.patterns.caseless import Caseless, small
from lifecycle.wording.codebook import codebook
from lifecycle.wording.heads import HEAD

Change = Callable[[str], str]

RULES = codebook().steps
LINES = [line for rule in RULES for line in (rule.yes, rule.no)]


def of_a_cue(text: str) -> str:
    return rf"(?<![\w-])(?:{text})(?!\w)"


PAIRS = [
    *((of_a_cue(rule.cue_text), rule.yes) for rule in RULES),
    *((rule.unless_text, rule.no) for rule in RULES if rule.unless_text),
    *((each.pattern, line) for each in (HEAD, codebook().general) for line in LINES if any(each.finditer(line))),
]
"""A pattern, and a line that is likely to hold it."""


def changed(line: str, change: Change, first: int, last: int) -> str:
    return line[:first] + change(line[first:last]) + line[last:]


def places(found: Iterable[re.Match[str]]) -> list[tuple[tuple[int, int], ...]]:
    """Of every match its place and those of its groups."""
    return [tuple(match.span(i) for i in range(match.re.groups + 1)) for match in found]


@given(st.data(), st.sampled_from(PAIRS), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_it_finds_what_the_slow_road_finds(data: st.DataObject, pair: tuple[str, str], change: Change) -> None:
    pattern, line = pair
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(line))] * 2)))
    text = changed(line, change, first, last)
    slow = re.compile(pattern, re.IGNORECASE)
    assert places(Caseless(pattern).finditer(text)) == places(slow.finditer(text))


def test_the_law_is_not_empty() -> None:
    """Of nearly all rules the slow road finds the cue in the line and in its capitals, so there is what to compare."""
    found = [bool(re.search(of_a_cue(rule.cue_text), rule.yes.upper(), re.IGNORECASE)) for rule in RULES]
    assert found.count(True) > 0.9 * len(found)


def test_escapes_and_the_names_of_groups_are_no_capitals() -> None:
    assert Caseless(r"\\A").search("a \\A") is not None
    assert Caseless(r"(?P<A>x)(?P=A)").search("Xx") is not None
    assert Caseless(r"(?P<A>x)?(?(A)y|z)").search("XY") is not None


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
