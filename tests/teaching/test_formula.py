"""The small language: what it reads, what it means, and that two ways of working out the meaning agree."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.teaching.formula import DEEPEST, LONGEST, Formula, Labels, holds, parse
from lifecycle.testing import formulas

WORDS = frozenset(("submit", "vote"))
TRACES = st.lists(st.sets(st.sampled_from(sorted(WORDS))).map(frozenset), min_size=1, max_size=5).map(tuple)


def naive(formula: Formula, trace: tuple[Labels, ...], here: int = 0) -> bool:
    """The meaning, straight from the definition: every operator as a search over positions."""
    ahead, back = range(here, len(trace)), range(here, -1, -1)

    def part(place: int, at: int) -> bool:
        return naive(formula.parts[place], trace, at)

    match formula.op:
        case "true" | "false":
            return formula.op == "true"
        case "atom":
            return formula.name in trace[here]
        case "!":
            return not part(0, here)
        case "&":
            return all(naive(each, trace, here) for each in formula.parts)
        case "|":
            return any(naive(each, trace, here) for each in formula.parts)
        case "X":
            return here + 1 < len(trace) and part(0, here + 1)
        case "N":
            return here + 1 == len(trace) or part(0, here + 1)
        case "G" | "H":
            return all(part(0, at) for at in (ahead if formula.op == "G" else back))
        case "F" | "O":
            return any(part(0, at) for at in (ahead if formula.op == "F" else back))
        case "Y":
            return here > 0 and part(0, here - 1)
        case "S":
            return any(part(1, at) and all(part(0, between) for between in range(at + 1, here + 1)) for at in back)
        case "R":
            return all(part(1, at) or any(part(0, before) for before in range(here, at)) for at in ahead)
    until = any(part(1, at) and all(part(0, before) for before in range(here, at)) for at in ahead)
    return until or (formula.op == "W" and all(part(0, at) for at in ahead))


@given(formulas(sorted(WORDS)), TRACES)
def test_carrying_a_formula_along_gives_its_meaning(formula: Formula, trace: tuple[Labels, ...]) -> None:
    assert holds(formula, trace) == naive(formula, trace)


def test_that_law_is_not_vacuous() -> None:
    texts = (
        "G (vote -> O submit)",
        "!vote U submit",
        "X vote",
        "F (vote & Y submit)",
        "submit S vote",
        "vote R submit",
    )
    two = [tuple(map(frozenset, pair)) for pair in product(({"submit"}, {"vote"}), repeat=2)]
    assert {holds(parse(text, WORDS), trace) for text in texts for trace in two} == {True, False}


@given(formulas(sorted(WORDS)))
def test_what_is_printed_reads_back_with_the_same_meaning(formula: Formula) -> None:
    again = parse(str(formula), WORDS) if len(str(formula)) <= LONGEST else formula
    for length in (1, 2):
        for trace in product((frozenset[str](), frozenset(["submit"]), frozenset(["vote"]), WORDS), repeat=length):
            assert holds(again, trace) == holds(formula, trace)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("submit -> vote -> submit", "submit -> (vote -> submit)"),
        ("!submit & vote", "(!submit) & vote"),
        ("submit & vote | vote", "(submit & vote) | vote"),
        ("G submit -> vote", "(G submit) -> vote"),
        ("submit U vote & vote", "(submit U vote) & vote"),
        ("G F vote", "G (F vote)"),
    ],
)
def test_operators_bind_as_the_opening_says(text: str, same: str) -> None:
    assert parse(text, WORDS) == parse(same, WORDS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "stops where a formula was expected"),
        ("G", "stops where a formula was expected"),
        ("(vote", "stops where ')' was expected"),
        ("vote submit", "'submit' at character 6"),
        ("vote & ?", "unexpected '?' at character 8"),
        ("O F vote", "inside it nothing may look ahead"),
        ("vtoe", "unknown word 'vtoe'"),
        (" <-> ".join(["vote"] * 36), "more than 4 <->"),
        ("vote | " * 100 + "vote", f"longer than {LONGEST} characters"),
        ("(" * 200 + "vote" + ")" * 200, f"nested more than {DEEPEST} deep"),
    ],
)
def test_a_formula_that_cannot_be_read_is_told_why(text: str, words: str) -> None:
    with pytest.raises(InputError, match=r".*") as error:
        parse(text, WORDS)
    assert words in error.value.problems[0].message


def test_a_misspelt_word_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError) as error:
        parse("G vtoe", WORDS)
    assert error.value.problems[0].nearest == ("vote",)
