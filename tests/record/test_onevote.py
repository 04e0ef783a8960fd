"""Votes one ballot from another outcome. Knows trying every member. Refuses to look further than one change."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import SPOKEN, Ballot
from lifecycle.model.counting import count
from lifecycle.model.rules import Outcome, rule_on
from lifecycle.record.audit import Audit, recounted
from lifecycle.record.onevote import pivots
from lifecycle.testing import recorded_votes
from tests.record.test_rows import vote


@given(st.data())
def test_pivots_are_what_trying_every_member_and_ballot_finds(data: st.DataObject) -> None:
    recount = recounted(data.draw(recorded_votes("1")))
    roll = recount.vote.roll
    rule = rule_on(roll.council.on)
    expected = set()
    for member in roll.council.members:
        for to in SPOKEN:
            outcome = count(roll.changed({member: to}), None, rule).outcome
            if outcome is not recount.outcome:
                expected.add((member, to, outcome))
    assert {(m, pivot.to, pivot.outcome) for pivot in pivots([recount]) for m in pivot.members} == expected


def test_a_lone_permanent_no_is_the_one_pivot_of_a_veto_with_votes_to_spare() -> None:
    turns = pivots([recounted(vote())])
    assert {(m.name, turn.to, turn.outcome) for turn in turns for m in turn.members} == {
        ("Russian Federation", Ballot.YES, Outcome.ADOPTED),
        ("Russian Federation", Ballot.ABSTAIN, Outcome.ADOPTED),
    }


def test_a_vote_with_an_unknown_ballot_is_left_out() -> None:
    unknown = vote("1", vote().roll.changed({vote().roll.council.find("Japan"): None}))
    assert pivots([recounted(replace(unknown, totals=None))]) == ()


def test_the_bare_nine_of_2008_could_have_failed_by_one_ballot(audited: Audit) -> None:
    turns = pivots(each for each in audited.compared if each.vote.symbol == "S/2008/447")
    assert {turn.outcome for turn in turns} == {Outcome.FAILED}
    assert {len(turn.members) for turn in turns} == {3, 6}, "three permanent, six elected members said yes"
