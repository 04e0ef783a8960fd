"""What a pattern is said to need stands in every text it matches: else a rule would be silent where it should speak."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.patterns.alternatives import alternatives_of
from lifecycle.patterns.caseless import small
from lifecycle.patterns.literals import CLAUSES, needed
from lifecycle.wording.codebook import codebook
from tests.marked import CASES, unmarked

CUES = [each for rule in codebook().steps for each in alternatives_of(rule.cue_text)]
LINES = [unmarked(each)[0] for group in CASES.values() for each in group]

LETTERS = st.sampled_from(["a", "b", "ve", "to", "Draft", r"\w", "[xy]", "[^q]", ".", r"\b", "(?<!n)", "(?=[a-z])"])
PATTERNS = st.recursive(
    LETTERS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "+?", "?+"])),
        st.builds("({})".format, inner),
        st.builds("(?>{})".format, inner),
        st.builds("{}(?={})".format, inner, inner),
    ),
    max_leaves=8,
)


def meets(pattern: str, text: str) -> bool:
    """Whether each clause that the pattern needs has a string in the text."""
    return all(any(letters in small(text) for letters in clause) for clause in needed(pattern))


@given(st.data(), PATTERNS)
def test_each_clause_stands_in_every_match(data: st.DataObject, pattern: str) -> None:
    text = data.draw(st.text("abvetodrafxyqn Draft", max_size=12) | st.just("ab ve to draft xy"))
    if re.search(pattern, text, re.IGNORECASE):
        assert meets(pattern, text)


@given(st.sampled_from(CUES), st.sampled_from(LINES))
def test_each_clause_of_a_cue_stands_in_every_line_it_meets(cue: str, line: str) -> None:
    if re.search(cue, line, re.IGNORECASE):
        assert meets(cue, line)


def test_the_law_is_not_empty() -> None:
    """Nearly every cue needs letters, and few find theirs in one line: there is much to leave out."""
    assert sum(bool(needed(cue)) for cue in CUES) > 0.95 * len(CUES)
    assert sum(meets(cue, LINES[0]) for cue in CUES) < 0.05 * len(CUES)


@pytest.mark.parametrize(
    ("pattern", "clauses"),
    [
        ("veto(?:es|ed)?", [{"veto"}]),
        ("(?:cast|use)s? its veto", [{"cast its veto", "casts its veto", "use its veto", "uses its veto"}]),
        (r"put \w+ to the vote", [{" to the vote"}, {"put "}]),
        ("(?i:VETO)|Draft", [{"veto", "draft"}]),
        (r"(?<=the )\w+ draft", [{" draft"}, {"the "}]),
        (r"\w+(?= (?:text|draft)s?)", [{" text", " draft"}]),
        ("(?:long )*text", [{"text"}]),
        ("(?:long )+text", [{"long "}, {"text"}]),
        (r"(?P<a>text) (?P=a)", [{"text "}]),
        (r"(?:draft|\w+) it", [{" it"}]),
        (r"draft|\w+", []),
        ("[A-Z]+", []),
        ("(?!draft)", []),
        ("a|b", []),
    ],
)
def test_what_some_patterns_need(pattern: str, clauses: list[set[str]]) -> None:
    assert [set(clause) for clause in needed(pattern)] == clauses
    assert len(clauses) <= CLAUSES


def test_too_many_spellings_are_taken_apart() -> None:
    """Six letters of five kinds each would be 15,625 strings: what stands beside them is needed still."""
    assert [set(clause) for clause in needed("veto" + "[abcde]" * 6)] == [{f"veto{letter}" for letter in "abcde"}]


def test_what_is_no_pattern_is_refused() -> None:
    with pytest.raises(re.error, match="unterminated"):
        needed("(veto")
