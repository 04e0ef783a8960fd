"""Whose one ballot would have turned a vote, by groups of alike members and by what the analysis finds.

Knows the French draft on Aleppo, a vote one short, and any Council, rule and roll. Refuses one road alone.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.pivots import what_if
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Member, council_on
from lifecycle.model.counting import count
from lifecycle.model.rules import Outcome, rule_on
from lifecycle.model.turning import turned_by
from lifecycle.testing import councils, kinds, partial_rolls, rolls, rules

ALEPPO = council_on(date(2016, 10, 8))
RUSSIA = ALEPPO.find("Russia")
NOT_NO = tuple(ballot for ballot in Ballot if ballot is not Ballot.NO)


@pytest.mark.parametrize(
    ("noes", "abstentions", "found"),
    [
        (["Russia", "Venezuela"], ["Angola", "China"], {RUSSIA: NOT_NO}),
        (["Russia", "China"], [], {}),
        (["Venezuela"], [], {}),
        ([], ["China", "Angola", "Egypt", "Japan", "Malaysia", "Senegal", "Spain"], None),
    ],
)
def test_one_veto_can_be_lifted_and_a_vote_one_short_made(
    noes: list[str], abstentions: list[str], found: dict[Member, tuple[Ballot, ...]] | None
) -> None:
    roll = Roll.of(ALEPPO, {Ballot.NO: noes, Ballot.ABSTAIN: abstentions}, Ballot.YES)
    if found is None:
        found = dict.fromkeys((m for m in ALEPPO.members if roll.of_member(m) is Ballot.ABSTAIN), (Ballot.YES,))
    assert turned_by(count(roll, None, rule_on(ALEPPO.on)), Outcome.ADOPTED) == found


@given(st.data())
def test_the_analysis_finds_the_same_ballots(data: st.DataObject) -> None:
    """On any roll, complete or not, with parties or without, for each outcome the vote did not have."""
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    roll = data.draw(partial_rolls(data.draw(rolls(council, rule, kind)), 4))
    parties = tuple(data.draw(st.lists(st.sampled_from(council.members), max_size=2, unique=True)))
    finding = count(roll, kind, rule, parties)
    pivots = what_if(roll, kind, rule, parties).pivots
    for outcome in set(Outcome) - {finding.outcome}:
        expected: dict[Member, tuple[Ballot, ...]] = {}
        for pivot in (each for each in pivots if each.outcome is outcome):
            expected[pivot.member] = (*expected.get(pivot.member, ()), pivot.to)
        assert turned_by(finding, outcome) == expected


def test_no_ballot_turns_a_vote_to_the_end_it_had() -> None:
    roll = Roll.of(ALEPPO, {}, Ballot.YES)
    assert turned_by(count(roll, None, rule_on(ALEPPO.on)), Outcome.ADOPTED) == {}
    assert len(turned_by(count(roll, None, rule_on(ALEPPO.on)), Outcome.VETOED)) == 5
