"""Errors as values: place, sentence, nearest names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import NOWHERE, InputError, Place, Problem, hint_of, nearest_names, refuse, sentence


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (NOWHERE, ""),
        (Place("a.yaml"), "a.yaml"),
        (Place("a.yaml", 3), "a.yaml:3"),
        (Place("a.yaml", 3, 7), "a.yaml:3:7"),
    ],
)
def test_a_place_is_written_as_far_as_it_is_known(place: Place, text: str) -> None:
    assert str(place) == text


def test_a_problem_is_one_sentence() -> None:
    assert sentence(Problem("bad-date", "not a date: 'x'")) == "not a date: 'x'"
    near = Problem("unknown-rule", "unknown rule 'a'", Place("f", 1, 2), ("b", "c"))
    assert sentence(near) == "f:1:2: unknown rule 'a'; did you mean 'b' or 'c'?"
    assert hint_of(Problem("bad-date", "x")) == ""


def test_an_error_keeps_all_its_problems_and_says_them_line_by_line() -> None:
    error = InputError(Problem("bad-date", text) for text in ("one", "two"))
    assert [problem.message for problem in error.problems] == ["one", "two"]
    assert str(error) == "one\ntwo"


def test_refusing_makes_an_error_of_one_problem() -> None:
    (problem,) = refuse("unknown-rule", "no", Place("f"), iter(["a"])).problems
    assert problem == Problem("unknown-rule", "no", Place("f"), ("a",))


def test_the_nearest_name_comes_first_whatever_the_capitals() -> None:
    assert nearest_names("FRANSE", ["Greece", "France", "Japan"])[0] == "France"
    assert nearest_names("zzz", ["France"]) == ()
    assert nearest_names("abc", ["ABC", "abc", "Abc"]) == ("ABC",)


@given(st.text(max_size=20), st.lists(st.text(max_size=10), max_size=20))
def test_near_names_are_candidates_and_at_most_three(name: str, candidates: list[str]) -> None:
    found = nearest_names(name, candidates)
    assert set(found) <= set(candidates)
    assert len(found) <= 3


@given(st.text(min_size=1, max_size=20))
def test_a_name_is_nearest_to_itself(name: str) -> None:
    assert name in nearest_names(name, [name])
