"""Reported votes held against the rule of the day. The reports are invented; the Council is that of 8 October 2016."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.mining.lawful import breaches_in
from lifecycle.mining.mined import Mention, Votes
from lifecycle.model.reports import When

DAY = When.on(date(2016, 10, 8), "given")


def report(type_: str, votes: Votes | None, when: When = DAY, modality: str = "occurred") -> Mention:
    return Mention("m1", "a.txt", 0, 1, "q", "the quote", type_, "d1", modality, (), when, votes, "r", ())


def side(n: int | None = None, *members: str, most: int | None = None) -> dict[str, object]:
    return {"n": n, "min": None, "max": most, "members": list(members)}


@pytest.mark.parametrize(
    ("type_", "votes", "words"),
    [
        ("adopted", {"in_favour": side(8)}, "8 in favour where 9 are needed"),
        ("vetoed", {"in_favour": side(most=8)}, "8 in favour where 9 are needed"),
        ("failed", {"in_favour": side(11)}, "11 in favour where 9 are enough"),
        ("adopted", {"against": side(None, "China")}, "leave only vetoed or failed"),
    ],
)
def test_a_report_that_the_rule_forbids(type_: str, votes: Votes, words: str) -> None:
    (conflict,) = breaches_in([report(type_, votes)])
    assert conflict.about == "rule"
    assert words in conflict.text
    assert "the quote" in conflict.text


@pytest.mark.parametrize(
    ("type_", "votes"),
    [
        ("adopted", {"in_favour": side(9)}),
        ("vetoed", {"in_favour": side(11), "against": side(2, "Russian Federation")}),
        ("failed", {"in_favour": side(4), "required": 9}),
        ("adopted", {"against": side(None, "Atlantis")}),
        ("adopted", None),
    ],
)
def test_a_report_that_it_allows(type_: str, votes: Votes | None) -> None:
    assert breaches_in([report(type_, votes)]) == ()


def test_the_rule_is_that_of_the_day() -> None:
    eight = {"in_favour": side(8)}
    assert breaches_in([report("adopted", eight, When.on(date(1960, 7, 14), "given"))]) == ()
    assert breaches_in([report("adopted", eight, When())]) == ()
    assert breaches_in([report("adopted", eight, modality="hypothetical")]) == ()
