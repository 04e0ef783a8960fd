"""What is reported of a vote, held against the ballots. Invented, but for the roll of S/PV.7785."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.mining.mined import BALLOTS
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.reports import When
from lifecycle.model.rules import rule_on
from lifecycle.scenario.agreement import DraftConflict, against_ballots
from lifecycle.scenario.replay import replay
from lifecycle.scenario.scenario import Report, Scenario, ScenarioDraft
from lifecycle.testing import partial_rolls, rolls

ALEPPO = council_on(date(2016, 10, 8))
FRENCH = Roll.of(ALEPPO, {Ballot.NO: ["Russia", "Venezuela"], Ballot.ABSTAIN: ["Angola", "China"]}, Ballot.YES)
REPORT = Report("e1", "text", "voted", "occurred", When(), mentions=("m1",))


def texts(roll: Roll, **said: object) -> list[str]:
    return [each.text for each in against_ballots("text", roll, [replace(REPORT, **said)])]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((("in_favour", 11, 11), ("against", 2, 2), ("abstained", 2, 2)), []),
        ((("in_favour", 10, 10),), ["10 in favour are reported, the ballots have 11"]),
        ((("in_favour", 0, 8),), ["0 to 8 in favour are reported, the ballots have 11"]),
        ((("against", 3, 193),), ["3 to 193 against are reported, the ballots have 2"]),
        ((("abstained", 0, 2),), []),
    ],
)
def test_a_tally_must_be_that_of_the_ballots(counts: object, found: list[str]) -> None:
    assert texts(FRENCH, counts=counts) == found


def test_a_members_ballot_must_be_the_one_it_cast() -> None:
    votes = {"in_favour": ("China", "Egypt", "Germany"), "against": ("Venezuela",)}
    assert texts(FRENCH, votes=votes) == ["China is reported in favour, the ballots have abstain"]


def test_unknown_ballots_leave_room() -> None:
    partly = FRENCH.changed({ALEPPO.find("Egypt"): None, ALEPPO.find("Spain"): None})
    assert texts(partly, counts=(("in_favour", 11, 11), ("against", 4, 4)), votes={"against": ("Egypt",)}) == []
    assert texts(partly, counts=(("against", 5, 5),)) == ["5 against are reported, the ballots have 2"]


@given(st.data())
def test_what_is_true_of_a_roll_contradicts_no_part_of_it(data: st.DataObject) -> None:
    roll = data.draw(rolls(ALEPPO))
    counts = tuple((side, roll.ballots.count(ballot), roll.ballots.count(ballot)) for side, ballot in BALLOTS.items())
    votes = {side: tuple(member.name for member in roll.cast(ballot)) for side, ballot in BALLOTS.items()}
    assert texts(data.draw(partial_rolls(roll, 5)), counts=counts, votes=votes) == []


@given(st.data())
def test_a_wrong_count_contradicts_a_whole_roll(data: st.DataObject) -> None:
    """The sibling: one more than the truth is always noticed."""
    roll = data.draw(rolls(ALEPPO))
    side, ballot = data.draw(st.sampled_from(tuple(BALLOTS.items())))
    wrong = roll.ballots.count(ballot) + data.draw(st.integers(1, 3))
    assert len(texts(roll, counts=((side, wrong, wrong),))) == 1


def test_a_contradiction_ends_a_replay_with_a_conflict_unless_the_ballots_are_a_hypothesis() -> None:
    draft = ScenarioDraft("text", votes=FRENCH)
    report = replace(REPORT, counts=(("in_favour", 9, 9),))
    scenario = Scenario("t", ALEPPO, rule_on(ALEPPO.on), (draft,), reports=(report,))
    assert replay(scenario).conflicts == (
        DraftConflict("text", "votes", ("m1",), "9 in favour are reported, the ballots have 11"),
    )
    changed = replace(draft, changes=((ALEPPO.find("Egypt"), Ballot.NO),))
    assert replay(replace(scenario, drafts=(changed,))).ok
