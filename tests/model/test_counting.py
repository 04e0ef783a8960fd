"""Counting rolls, complete or not: the closed form against filling in every unknown ballot.

Knows brute force. Refuses to know sentences.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, council_on
from lifecycle.model.counting import blockers, count, vote_values
from lifecycle.model.presets import preset
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.testing import councils, counted_rolls, kinds, partial_rolls, roll_classes, rolls, rules

LARGE = council_on(date(2016, 10, 8))
CHARTER = rule_on(LARGE.on)
FRENCH = {Ballot.NO: ["RUS", "VEN"], Ballot.ABSTAIN: ["AGO", "CHN"]}


COUNTED = (Ballot.YES, Ballot.NO, Ballot.ABSTAIN)
"""They stand for all five where nothing counts ballots without names: only yes and no tell for the outcome."""


def completions(roll: Roll, values: tuple[Ballot, ...] = COUNTED) -> list[Roll]:
    """Every way to fill in the unknown ballots with these values that the counts without names allow."""
    open_seats = roll.cast(None)
    return [
        roll.changed(dict(zip(open_seats, way, strict=True)))
        for way in product(values, repeat=len(open_seats))
        if all(each.least <= way.count(each.ballot) <= each.most for each in roll.unnamed)
    ]


@given(st.data())
def test_the_possible_outcomes_are_those_of_the_completions(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    roll = data.draw(partial_rolls(data.draw(rolls(council, rule, kind)), 3))
    found = count(roll, kind, rule)
    each = [count(whole, kind, rule) for whole in completions(roll)]
    assert set(found.possible) == {whole.outcome for whole in each}
    assert found.outcome == (each[0].outcome if len({whole.outcome for whole in each}) == 1 else None)
    blocked = {whole.would_have_been_vetoed for whole in each}
    if found.outcome is Outcome.FAILED:
        assert found.would_have_been_vetoed == (blocked.pop() if len(blocked) == 1 else None)


@given(st.data())
def test_counts_without_names_leave_the_outcomes_of_the_ways_they_allow(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    roll = data.draw(counted_rolls(data.draw(rolls(council, rule, kind)), 4))
    found = count(roll, kind, rule)
    each = [count(whole, kind, rule) for whole in completions(roll, tuple(Ballot))]
    assert set(found.possible) == {whole.outcome for whole in each}
    if found.outcome is Outcome.FAILED:
        blocked = {whole.would_have_been_vetoed for whole in each}
        assert found.would_have_been_vetoed == (blocked.pop() if len(blocked) == 1 else None)


@pytest.mark.parametrize(
    ("named", "counts", "possible"),
    [
        ({}, {Ballot.YES: (5, 5)}, (Outcome.FAILED,)),
        ({Ballot.NO: ["RUS"]}, {Ballot.YES: (11, 11)}, (Outcome.VETOED,)),
        ({}, {Ballot.YES: (0, 8)}, (Outcome.FAILED,)),
        ({}, {Ballot.YES: (14, 14), Ballot.NO: (1, 1)}, (Outcome.ADOPTED, Outcome.VETOED)),
        ({Ballot.NO: ["VEN"]}, {Ballot.YES: (13, 13), Ballot.NO: (1, 1)}, (Outcome.ADOPTED,)),
        ({}, {Ballot.NO: (7, 15)}, (Outcome.FAILED,)),
    ],
    ids=["five yes", "eleven yes and Russia", "not nine", "one no, of whom", "one no, Venezuela's", "seven noes"],
)
def test_what_a_count_decides_without_a_name(
    named: dict[Ballot, list[str]], counts: dict[Ballot, tuple[int, int]], possible: tuple[Outcome, ...]
) -> None:
    roll = Roll.of(LARGE, named).counted(counts)
    assert roll is not None
    assert count(roll, None, CHARTER).possible == possible


@given(st.data())
def test_a_complete_roll_has_exactly_one_outcome(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    found = count(data.draw(rolls(council, rule, kind)), kind, rule)
    assert found.possible == (found.outcome,)


@given(st.data())
def test_forgetting_a_ballot_never_excludes_an_outcome(data: st.DataObject) -> None:
    whole = data.draw(rolls(data.draw(councils())))
    rule = rule_on(whole.council.on)
    less = data.draw(partial_rolls(whole, 15))
    assert set(count(whole, None, rule).possible) <= set(count(less, None, rule).possible)


def test_of_a_roll_nobody_knows_everything_is_possible() -> None:
    found = count(Roll.unknown(LARGE), None, CHARTER)
    assert (found.possible, found.outcome, found.would_have_been_vetoed) == (tuple(Outcome), None, None)


@pytest.mark.parametrize(
    ("named", "possible"),
    [
        ({Ballot.NO: ["RUS"]}, (Outcome.VETOED, Outcome.FAILED)),
        ({Ballot.YES: ["CHN", "FRA", "RUS", "GBR", "USA"]}, (Outcome.ADOPTED, Outcome.FAILED)),
        ({Ballot.ABSTAIN: ["CHN", "FRA", "RUS", "GBR", "USA", "JPN", "ESP"]}, (Outcome.FAILED,)),
    ],
    ids=["a permanent no", "the five agree", "too few are left"],
)
def test_what_some_known_ballots_leave_open(named: dict[Ballot, list[str]], possible: tuple[Outcome, ...]) -> None:
    assert count(Roll.of(LARGE, named), None, CHARTER).possible == possible


def test_the_members_who_stopped_a_text_are_named_only_if_it_was_stopped() -> None:
    vetoed = count(Roll.of(LARGE, FRENCH, Ballot.YES), None, CHARTER)
    assert [member.code for member in vetoed.vetoes] == ["RUS"]
    short = count(Roll.of(LARGE, FRENCH, Ballot.ABSTAIN), None, CHARTER)
    assert (short.outcome, short.vetoes, short.would_have_been_vetoed) == (Outcome.FAILED, (), True)
    assert [member.code for member in blockers(short.counted, CHARTER)] == ["RUS"]


def test_a_rule_for_another_size_is_refused() -> None:
    small = council_on(date(1956, 10, 31))
    with pytest.raises(InputError) as caught:
        count(Roll.unknown(small), None, CHARTER)
    assert caught.value.problems[0].slug == "rule-does-not-fit"


def test_one_vacant_seat_does_not_stop_the_council_of_january_1980() -> None:
    council = council_on(date(1980, 1, 3))
    assert len(council.members) == 14
    found = count(Roll(council, (Ballot.YES,) * 14), None, rule_on(council.on))
    assert (found.outcome, found.required) == (Outcome.ADOPTED, 9)


def test_an_invented_council_has_no_vacancy_to_plead() -> None:
    fourteen = replace(LARGE, members=LARGE.members[:14], invented=True)
    with pytest.raises(InputError):
        count(Roll.unknown(fourteen), None, CHARTER)


def test_a_party_to_a_dispute_abstains_only_where_the_rule_and_the_kind_say_so() -> None:
    roll = Roll.of(LARGE, {Ballot.NO: ["RUS"]}, Ballot.YES)
    party, strict = (LARGE.find("RUS"),), preset("strict-27-3", LARGE)
    assert count(roll, None, CHARTER, party).outcome is Outcome.VETOED
    counted = count(roll, None, strict, party)
    assert (counted.outcome, counted.counted.tally().abstain, counted.cast) == (Outcome.ADOPTED, 1, roll)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.SUBSTANTIVE])
def test_a_party_votes_on_admissions_elections_and_whatever_is_no_settling_of_a_dispute(kind: Kind) -> None:
    roll, strict = Roll.of(LARGE, {}, Ballot.YES), preset("strict-27-3", LARGE)
    assert count(roll, kind, strict, (LARGE.find("Spain"),)).counted == roll


def rolls_in(council: Council, letters: int) -> dict[Outcome, int]:
    """How many complete rolls of `letters` different ballots have each outcome, from the classes and their sizes."""
    elected, aside = len(council.elected), letters - 2
    return {
        outcome: sum(
            comb(5, these.holders_no)
            * comb(5 - these.holders_no, these.holders_yes)
            * aside ** (5 - these.holders_no - these.holders_yes)
            * comb(elected, these.others_yes)
            * (letters - 1) ** (elected - these.others_yes)
            for these in classes
        )
        for outcome, classes in roll_classes(council, rule_on(council.on), Kind.SUBSTANTIVE).items()
    }


def test_the_classes_of_unknown_ballots_are_all_rolls_there_are() -> None:
    # Numbers found by running through all of them elsewhere: 4 to the 15th, and the adopted ones of 3 to the 15th.
    assert rolls_in(LARGE, 4) == {Outcome.ADOPTED: 2211624, Outcome.VETOED: 2290591, Outcome.FAILED: 1069239609}
    assert rolls_in(LARGE, 3)[Outcome.ADOPTED] == 146796
    assert sum(rolls_in(council_on(date(1956, 10, 31)), 5).values()) == 5**11


def test_the_values_for_the_guards_of_a_complete_roll_are_one_situation() -> None:
    (values,) = vote_values(Roll.of(LARGE, FRENCH, Ballot.YES), Kind.SUBSTANTIVE, CHARTER)
    assert values == {
        "required": 9,
        "veto_counts": True,
        "blocks": "no",
        "vetoes_needed": 1,
        "override": 16,
        "all_yes": 11,
        "veto_holders_no": 1,
        "veto_holders_not_yes": 2,
    }
