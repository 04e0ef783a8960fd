"""Outcomes from counts alone, against every roll that has these counts. Knows two roads. Refuses to name a member."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, council_on
from lifecycle.model.counting import count
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.record.totals import outcomes_of, rolls_with
from lifecycle.record.votes import Totals
from lifecycle.testing import councils, presets_for, rolls

SMALL = Council.invented_council(date(1950, 1, 1), ["France", "United States"], ["India", "Egypt", "Norway"])
OLD = council_on(date(1948, 12, 27))


@given(st.data())
def test_the_outcome_of_a_roll_is_among_those_of_its_counts(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule = data.draw(st.sampled_from(presets_for(council)))
    roll = data.draw(rolls(council, rule))
    assert count(roll, None, rule).outcome in outcomes_of(Totals.of(roll.tally()), council, None, rule)


def test_no_outcome_is_said_that_no_roll_has() -> None:
    spoken = (Ballot.YES, Ballot.NO, Ballot.ABSTAIN)
    rule = presets_for(OLD)[0]

    small = replace(rule, seats=5, majority=3, review_majority=3)
    by_counts: dict[Totals, set[Outcome | None]] = {}
    for ballots in product(spoken, repeat=5):
        roll = Roll(SMALL, ballots)
        by_counts.setdefault(Totals.of(roll.tally()), set()).add(count(roll, Kind.SUBSTANTIVE, small).outcome)
    for totals, outcomes in by_counts.items():
        assert set(outcomes_of(totals, SMALL, Kind.SUBSTANTIVE, small)) == outcomes


@pytest.mark.parametrize(
    ("totals", "ends"),
    [
        (Totals(5, 0, 6, 0), {Outcome.FAILED}),  # S/1158 of 27 December 1948
        (Totals(11, 0, 0, 0), {Outcome.ADOPTED}),
        (Totals(7, 1, 3, 0), {Outcome.ADOPTED, Outcome.VETOED}),
        (Totals(7, 4, 0, 0), {Outcome.ADOPTED, Outcome.VETOED}),
        (Totals(5, 0, 0, 0), set()),
    ],
)
def test_what_counts_leave_open(totals: Totals, ends: set[Outcome]) -> None:
    assert set(outcomes_of(totals, OLD, None, rule_on(OLD.on))) == ends


def test_each_roll_has_the_counts_it_was_made_for() -> None:
    totals = Totals(6, 3, 1, 1)
    made = [Totals.of(roll.tally()) for roll in rolls_with(totals, OLD, rule_on(OLD.on))]
    assert made
    assert {(each.yes, each.no) for each in made} == {(6, 3)}
