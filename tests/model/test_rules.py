"""The law as data: majorities by date and kind, and outcome guards that leave no roll without one outcome.

Knows the Charter's numbers, written here by hand. Refuses to count a roll.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.council import Council, council_on
from lifecycle.model.counting import rule_values
from lifecycle.model.guards import And, compiled
from lifecycle.model.rules import (
    CHARTER_RULES,
    MATTERS,
    OUTCOME_GUARDS,
    Blocks,
    Kind,
    Outcome,
    Rule,
    departures,
    rule_on,
)
from lifecycle.testing import presets_for

SMALL, LARGE = council_on(date(1956, 10, 31)), council_on(date(2016, 10, 8))
VETOABLE = {Kind.SUBSTANTIVE, Kind.ADMISSION, Kind.SECRETARY_GENERAL, Kind.PRELIMINARY_QUESTION}


@pytest.mark.parametrize(
    ("day", "seats", "ordinary", "absolute", "review"),
    [
        (date(1946, 1, 17), 11, 7, 6, 7),
        (date(1965, 8, 31), 11, 7, 6, 7),
        (date(1965, 12, 31), 11, 7, 6, 7),
        (date(1966, 1, 1), 15, 9, 8, 7),
        (date(1968, 6, 11), 15, 9, 8, 7),
        (date(1968, 6, 12), 15, 9, 8, 9),
        (date(2026, 12, 31), 15, 9, 8, 9),
    ],
)
def test_the_votes_needed_on_a_day(day: date, seats: int, ordinary: int, absolute: int, review: int) -> None:
    rule = rule_on(day)
    assert rule.seats == seats
    needed = {kind: rule.required(kind) for kind in Kind}
    assert needed == dict.fromkeys(Kind, ordinary) | {Kind.ICJ_ELECTION: absolute, Kind.CHARTER_REVIEW: review}


def test_what_departs_from_the_charter_is_told_by_field_and_day() -> None:
    rule = rule_on(LARGE.on)
    assert departures(rule, LARGE.on) == frozenset()
    assert departures(replace(rule, name="mine", text="my own words", cites=()), LARGE.on) == frozenset()
    assert departures(replace(rule, majority=10, override=12), LARGE.on) == {"majority", "override"}
    assert departures(rule, date(1968, 6, 11)) == {"review_majority"}
    assert departures(rule, SMALL.on) == {"seats", "majority", "review_majority"}


def test_no_rule_before_the_first_meeting() -> None:
    with pytest.raises(InputError) as caught:
        rule_on(date(1946, 1, 16))
    assert caught.value.problems[0].slug == "date-out-of-range"


def test_a_veto_counts_on_these_kinds_of_matter_alone() -> None:
    assert {kind for kind in Kind if rule_on(LARGE.on).veto_counts(kind)} == VETOABLE
    assert set(MATTERS) == set(Kind)


def test_a_procedural_veto_adds_procedural_matters_and_nothing_else() -> None:
    rule = replace(rule_on(LARGE.on), procedural_veto=True)
    assert {kind for kind in Kind if rule.veto_counts(kind)} == {*VETOABLE, Kind.PROCEDURAL}


def test_a_party_to_the_dispute_abstains_on_substantive_matters_alone() -> None:
    """Article 27(3), last part: decisions under Chapter VI and Article 52(3), and none of the other kinds."""
    strict = replace(rule_on(LARGE.on), obligatory_abstention=True)
    assert {kind for kind in Kind if strict.sets_parties_aside(kind)} == {Kind.SUBSTANTIVE}
    assert not any(rule_on(LARGE.on).sets_parties_aside(kind) for kind in Kind)


def test_who_may_veto_is_the_five_or_those_named() -> None:
    assert rule_on(LARGE.on).veto_holders(LARGE) == LARGE.permanent
    two = replace(rule_on(LARGE.on), may_veto=("JPN", "France"))
    assert [member.name for member in two.veto_holders(LARGE)] == ["Japan", "France"]
    with pytest.raises(InputError):
        replace(two, may_veto=("Brazil",)).veto_holders(LARGE)


@given(st.dates(date(1946, 1, 17), date(1965, 12, 31)), st.dates(date(1966, 1, 1), date(2026, 12, 31)))
def test_law_10_the_majority_never_falls_as_seats_grow(early: date, late: date) -> None:
    fewer, more = rule_on(early), rule_on(late)
    assert fewer.seats < more.seats
    assert all(fewer.required(kind) <= more.required(kind) for kind in Kind)


def test_the_rules_differ_so_that_law_10_says_something() -> None:
    assert {rule.required(Kind.SUBSTANTIVE) for _, rule in CHARTER_RULES} == {7, 9}


def holding(rule: Rule, kind: Kind, yes: int, noes: int, not_yes: int) -> list[Outcome]:
    values = rule_values(rule, kind) | {"all_yes": yes, "veto_holders_no": noes, "veto_holders_not_yes": not_yes}
    return [outcome for outcome, parts in OUTCOME_GUARDS.items() if compiled(And(parts))(values)]


@pytest.mark.parametrize("here", [SMALL, LARGE], ids=["11", "15"])
def test_law_5_one_outcome_for_every_class_of_rolls_under_every_rule(here: Council) -> None:
    laws = [*presets_for(here), replace(rule_on(here.on), name="procedural", procedural_veto=True)]
    seats = range(len(here.members) + 1)
    for rule, kind, yes, noes, not_yes in product(laws, Kind, seats, range(6), range(6)):
        assert len(holding(rule, kind, yes, noes, not_yes)) == 1


def test_each_outcome_holds_somewhere() -> None:
    rule = rule_on(LARGE.on)
    assert holding(rule, Kind.SUBSTANTIVE, 9, 0, 5) == [Outcome.ADOPTED]
    assert holding(rule, Kind.SUBSTANTIVE, 9, 1, 1) == [Outcome.VETOED]
    assert holding(rule, Kind.SUBSTANTIVE, 8, 1, 1) == [Outcome.FAILED]
    assert holding(replace(rule, blocks=Blocks.NOT_YES), Kind.SUBSTANTIVE, 9, 0, 1) == [Outcome.VETOED]
