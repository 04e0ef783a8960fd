"""Millions of rolls at once end as each of them does alone.

Knows the numbers of the whole space at fifteen and at eleven seats. Refuses to take them from this program.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.bulk import (
    FAILED_AND_BLOCKED,
    NEITHER,
    OUTCOMES,
    TERNARY,
    WAYS,
    BulkRule,
    bulk_rule,
    census,
    every_roll,
    mask_type,
)
from lifecycle.model.council import Council, council_on
from lifecycle.model.decision import Decision, decide
from lifecycle.model.guards import Not
from lifecycle.model.presets import preset
from lifecycle.model.rules import BLOCKED, HAS_MAJORITY, OUTCOME_GUARDS, Kind, Outcome, rule_on
from lifecycle.testing import councils, kinds, rolls, rules

ALEPPO = council_on(date(2016, 10, 8))
SUEZ = council_on(date(1956, 10, 30))


def charter(council: Council, kind: Kind = Kind.SUBSTANTIVE) -> BulkRule:
    return bulk_rule(council, kind, rule_on(council.on))


def masks(roll: Roll) -> tuple[np.ndarray, np.ndarray]:
    kind = mask_type(len(roll.council.members))
    return np.array([roll.mask(Ballot.YES)], kind), np.array([roll.mask(Ballot.NO)], kind)


def test_two_bits_say_all_that_the_outcome_guards_say() -> None:
    assert {
        Outcome.ADOPTED: (HAS_MAJORITY, Not(BLOCKED)),
        Outcome.VETOED: (HAS_MAJORITY, BLOCKED),
        Outcome.FAILED: (Not(HAS_MAJORITY),),
    } == OUTCOME_GUARDS


@given(st.data())
def test_a_roll_in_bulk_is_decided_as_it_is_alone(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    parties = tuple(data.draw(st.sets(st.sampled_from(council.members), max_size=3)))
    roll = data.draw(rolls(council, rule, kind))
    alone, bulk = decide(roll, kind, rule, parties), bulk_rule(council, kind, rule, parties)
    yes, no = masks(roll)
    code = int(bulk.codes(yes, no)[0])
    stopped = int(bulk.vetoes(yes, no)[0])
    assert OUTCOMES[code] is alone.outcome
    assert (code == FAILED_AND_BLOCKED) is alone.would_have_been_vetoed
    assert {council.members[i] for i in range(len(council.members)) if stopped >> i & 1} == set(alone.vetoes)


@pytest.mark.parametrize("kind", Kind)
def test_a_partys_ballot_is_left_out_on_substantive_matters_alone(kind: Kind) -> None:
    bulk = bulk_rule(ALEPPO, kind, preset("strict-27-3", ALEPPO), (ALEPPO.find("Russia"),))
    assert bulk.aside.bit_count() == (1 if kind is Kind.SUBSTANTIVE else 0)


def test_the_codes_are_not_all_alike() -> None:
    seen = set(charter(ALEPPO).codes(*next(iter(every_roll(15)))))
    assert len(seen) > 1


@pytest.mark.parametrize(
    ("council", "adopted", "vetoed", "failed", "blocked"),
    [
        # The closed binomial form, and the enumeration in C by which it was first checked.
        (ALEPPO, 146_796, 295_551, 13_906_560, 12_163_788),
        (SUEZ, 2_503, 4_340, 170_304, 149_479),
    ],
    ids=["15 seats", "11 seats"],
)
def test_every_ternary_roll(council: Council, adopted: int, vetoed: int, failed: int, blocked: int) -> None:
    assert census(charter(council)) == (failed - blocked, blocked, adopted, vetoed)


def test_every_roll_of_four_ballots() -> None:
    four = (*TERNARY, NEITHER)
    failed, blocked, adopted, vetoed = census(charter(ALEPPO), four)
    assert (adopted, vetoed, failed + blocked) == (2_211_624, 2_290_591, 1_069_239_609)


def test_every_roll_of_a_small_council_is_decided_as_alone() -> None:
    council = Council.invented_council(date(2016, 10, 8), ["France", "China"], ["Egypt", "Japan", "Spain"])
    rule = preset("charter", ALEPPO)
    small = type(rule)("small", "three of five", 5, 3, 3, vetoes_needed=2)
    bulk = bulk_rule(council, Kind.SUBSTANTIVE, small)
    seen = 0
    for yes, no in every_roll(5):
        for code, ayes, noes in zip(bulk.codes(yes, no), yes, no, strict=True):
            ballots = (_ballot(int(ayes), int(noes), seat) for seat in range(5))
            alone: Decision = decide(Roll(council, tuple(ballots)), Kind.SUBSTANTIVE, small)
            assert OUTCOMES[code] is alone.outcome
            seen += 1
    assert seen == 3**5


def _ballot(yes: int, no: int, seat: int) -> Ballot:
    return Ballot.YES if yes >> seat & 1 else Ballot.NO if no >> seat & 1 else Ballot.ABSTAIN


@pytest.mark.parametrize("seats", [0, 1, 7, 12])
def test_every_roll_comes_once(seats: int) -> None:
    pairs = {(int(y), int(n)) for yes, no in every_roll(seats) for y, n in zip(yes, no, strict=True)}
    assert len(pairs) == 3**seats
    assert not any(yes & no for yes, no in pairs)


def test_two_ballots_that_are_neither_are_two() -> None:
    assert sum(len(yes) for yes, _ in every_roll(6, tuple(WAYS.values()))) == 5**6


def test_more_than_sixteen_seats_take_wider_masks() -> None:
    members = [c.name for c in SUEZ.elected]
    council = Council.invented_council(SUEZ.on, [m.name for m in SUEZ.permanent], [*members, *_MORE])
    rule = type(rule_on(SUEZ.on))("wide", "nine of eighteen", 18, 9, 9)
    bulk = bulk_rule(council, Kind.SUBSTANTIVE, rule)
    roll = Roll.of(council, {Ballot.NO: ["France"]}, Ballot.YES)
    yes, no = masks(roll)
    assert yes.dtype == np.uint32
    assert OUTCOMES[bulk.codes(yes, no)[0]] is Outcome.VETOED


_MORE = ["Sweden", "Norway", "Denmark", "Mexico", "Brazil", "Chile", "India"]


def test_a_rule_of_another_size_is_refused() -> None:
    with pytest.raises(InputError, match="11 members"):
        bulk_rule(SUEZ, Kind.SUBSTANTIVE, rule_on(ALEPPO.on))


def test_nothing_in_gives_nothing_out() -> None:
    none = np.empty(0, np.uint16)
    assert charter(ALEPPO).codes(none, none).size == 0
    assert TERNARY[0] == (1, 0)
