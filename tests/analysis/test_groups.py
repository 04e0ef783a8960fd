"""Three counts fix an outcome.

Knows that the counts of a roll lead to the outcome its names lead to. Refuses any other way to check them.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.groups import Groups
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.presets import preset
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.testing import councils, kinds, rolls, rules

ALEPPO = council_on(date(2016, 10, 8))


@given(st.data())
def test_the_counts_of_a_roll_decide_as_the_roll_does(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    parties = tuple(data.draw(st.sets(st.sampled_from(council.members), max_size=3)))
    roll = data.draw(rolls(council, rule, kind))
    groups, decision = Groups(council, rule, kind, parties), decide(roll, kind, rule, parties)
    split = groups.split(roll)
    assert groups.outcome(split) is decision.outcome
    assert groups.blocked(split) is (decision.outcome is Outcome.VETOED or decision.would_have_been_vetoed)


def test_there_are_as_many_splits_as_ways_to_count() -> None:
    groups = Groups(ALEPPO, rule_on(ALEPPO.on))
    assert len(set(groups.splits())) == 21 * 11
    assert {groups.outcome(split) for split in groups.splits()} == set(Outcome)


def test_a_party_whose_ballot_is_not_counted_stands_in_no_group() -> None:
    russia = ALEPPO.find("Russia")
    groups = Groups(ALEPPO, preset("strict-27-3", ALEPPO), parties=(russia,))
    assert groups.aside == (russia,)
    assert len(groups.holders) == 4
    assert len(groups.others) == 10


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.SUBSTANTIVE])
def test_on_other_matters_a_party_stands_with_its_like(kind: Kind) -> None:
    groups = Groups(ALEPPO, preset("strict-27-3", ALEPPO), kind, parties=(ALEPPO.find("Russia"),))
    assert groups.aside == ()
    assert len(groups.holders) == 5
