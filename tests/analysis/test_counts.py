"""Counting rolls in closed form and by going through them gives one answer.

Knows the counts at eleven and fifteen seats, worked out by hand from binomials. Refuses to believe one road alone.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.counts import RollCounts, count_rolls, outcomes_by_tally
from lifecycle.analysis.groups import Groups
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.bulk import ADOPTED, FAILED, FAILED_AND_BLOCKED, TERNARY, VETOED, WAYS, bulk_rule, census
from lifecycle.model.council import Council, council_on
from lifecycle.model.decision import decide
from lifecycle.model.presets import preset
from lifecycle.model.rules import Kind, Outcome, Rule, rule_on
from lifecycle.testing import councils, counted_rolls, kinds, partial_rolls, rolls, rules

ALEPPO = council_on(date(2016, 10, 8))
SUEZ = council_on(date(1956, 10, 30))


def charter(council: Council) -> Groups:
    return Groups(council, rule_on(council.on))


@pytest.mark.parametrize(
    ("council", "ballots", "adopted", "vetoed", "failed"),
    [
        (ALEPPO, 3, 146_796, 295_551, 13_906_560),
        (SUEZ, 3, 2_503, 4_340, 170_304),
        (ALEPPO, 4, 2_211_624, 2_290_591, 1_069_239_609),
        # Yes and no alone: the coalitions of the textbook, 848 of which win at fifteen seats and 57 at eleven.
        (ALEPPO, 2, 848, 9_949 - 848, 22_819),
        (SUEZ, 2, 57, 562 - 57, 1_486),
    ],
)
def test_the_whole_space(council: Council, ballots: int, adopted: int, vetoed: int, failed: int) -> None:
    found = count_rolls(charter(council), ballots)
    assert (found.adopted, found.vetoed, found.failed) == (adopted, vetoed, failed)
    assert found.total == ballots ** len(council.members)


@given(st.data())
def test_both_roads_meet_at_eleven_seats_under_any_rule(data: st.DataObject) -> None:
    council = data.draw(councils(11))
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    closed = count_rolls(Groups(council, rule, kind))
    assert _by_code(closed) == census(bulk_rule(council, kind, rule), TERNARY)


def _by_code(found: RollCounts) -> tuple[int, int, int, int]:
    by_code = {
        FAILED: found.failed - found.blocked,
        FAILED_AND_BLOCKED: found.blocked,
        ADOPTED: found.adopted,
        VETOED: found.vetoed,
    }
    return by_code[0], by_code[1], by_code[2], by_code[3]


def test_both_roads_meet_on_five_ballots() -> None:
    council = Council.invented_council(SUEZ.on, ["France", "USSR"], ["Peru", "Iran", "Cuba", "Belgium"])
    rule = Rule("small", "four of six", 6, 4, 4)
    closed = count_rolls(Groups(council, rule), 5)
    assert _by_code(closed) == census(bulk_rule(council, Kind.SUBSTANTIVE, rule), tuple(WAYS.values()))
    assert closed.total == 5**6


@given(st.data())
def test_a_partial_roll_is_counted_by_filling_it_in(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    parties = tuple(data.draw(st.sets(st.sampled_from(council.members), max_size=2)))
    roll = data.draw(rolls(council, rule, kind).flatmap(lambda whole: partial_rolls(whole, 3)))
    unknown = roll.cast(None)
    found = dict.fromkeys(Outcome, 0)
    for ballots in product((Ballot.YES, Ballot.NO, Ballot.ABSTAIN), repeat=len(unknown)):
        filled = roll.changed(dict(zip(unknown, ballots, strict=True)))
        outcome = decide(filled, kind, rule, parties).outcome
        assert outcome
        found[outcome] += 1
    closed = count_rolls(Groups(council, rule, kind, parties), 3, roll)
    assert {outcome: closed.of(outcome) for outcome in Outcome} == found


@given(st.data())
def test_counts_without_names_leave_out_the_ways_they_forbid(data: st.DataObject) -> None:
    """Each way is a yes, a no or neither of each member; it stays if some choice of five ballots agrees with it."""
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    roll = data.draw(rolls(council, rule, kind).flatmap(lambda whole: counted_rolls(whole, 3)))
    unknown = roll.cast(None)
    ways = set()
    for ballots in product(Ballot, repeat=len(unknown)):
        if all(each.least <= ballots.count(each.ballot) <= each.most for each in roll.unnamed):
            ways.add(tuple(b if b in {Ballot.YES, Ballot.NO} else Ballot.ABSTAIN for b in ballots))
    found = dict.fromkeys(Outcome, 0)
    for way in ways:
        outcome = decide(roll.changed(dict(zip(unknown, way, strict=True))), kind, rule).outcome
        assert outcome
        found[outcome] += 1
    closed = count_rolls(Groups(council, rule, kind), 3, roll)
    assert {outcome: closed.of(outcome) for outcome in Outcome} == found


def test_russia_has_said_no_and_nothing_else_is_known() -> None:
    roll = Roll.of(ALEPPO, {Ballot.NO: ["Russia"]})
    found = count_rolls(charter(ALEPPO), 3, roll)
    assert found.adopted == 0
    # At least nine of the other fourteen say yes, each way with two other ballots for the rest.
    assert found.vetoed == sum(_choose(14, yes) * 2 ** (14 - yes) for yes in range(9, 15))


def _choose(n: int, k: int) -> int:
    top = bottom = 1
    for i in range(k):
        top, bottom = top * (n - i), bottom * (i + 1)
    return top // bottom


@pytest.mark.parametrize(
    ("council", "tallies", "failed", "adopted", "undecidable"), [(ALEPPO, 136, 108, 7, 21), (SUEZ, 78, 63, 5, 10)]
)
def test_some_tallies_do_not_tell(council: Council, tallies: int, failed: int, adopted: int, undecidable: int) -> None:
    found = outcomes_by_tally(charter(council))
    assert len(found) == tallies
    assert sum(outcomes == (Outcome.FAILED,) for outcomes in found.values()) == failed
    assert {tally[1] for tally, outcomes in found.items() if outcomes == (Outcome.ADOPTED,)} == {0}
    assert sum(outcomes == (Outcome.ADOPTED,) for outcomes in found.values()) == adopted
    assert sum(len(outcomes) > 1 for outcomes in found.values()) == undecidable


def test_without_a_veto_every_tally_tells() -> None:
    found = outcomes_by_tally(Groups(ALEPPO, preset("no-veto", ALEPPO)))
    assert all(len(outcomes) == 1 for outcomes in found.values())
