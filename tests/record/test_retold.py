"""Every recorded vote as a scenario that replays to its recorded outcome.

Knows the whole record where it is there, and votes drawn at random. Refuses to leave one out without a reason.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.record.retold import DRAFT, scenario_of
from lifecycle.record.rows import Loaded
from lifecycle.scenario.loader import load
from lifecycle.scenario.replay import replay
from lifecycle.scenario.writer import scenario_yaml
from lifecycle.testing import recorded_votes
from tests.record.test_classes import TWINS
from tests.record.test_rows import vote


def test_every_vote_of_the_record_replays_to_its_recorded_outcome(record: Loaded) -> None:
    votes = [each for each in record.votes if not each.twin]
    assert len(votes) == len(record.votes) - len(TWINS) == 3210
    missed = [each.key for each in votes if not replay(scenario_of(each)).ok]
    assert missed == []


def test_the_file_that_is_written_is_the_scenario_that_was_meant(record: Loaded, tmp_path: Path) -> None:
    """Through a file and back, for every 40th vote and those that are told in another way."""
    special = [each for each in record.votes if each.without_vote or not each.has_breakdown or each.among > 1]
    path = tmp_path / "vote.yaml"
    for each in [*record.votes[::40], *special]:
        if each.twin:
            continue
        path.write_text(scenario_yaml(scenario_of(each)), encoding="utf-8")
        again = load(path)
        assert replace(again, file="") == scenario_of(each)
        assert replay(again).ok


@given(st.data())
def test_any_vote_replays_to_what_its_ballots_amount_to(data: st.DataObject) -> None:
    recorded = data.draw(recorded_votes("1"))
    done = replay(scenario_of(recorded))
    assert done.ok
    assert done.drafts[0].trace.draft.state.value == recorded.recorded


def test_a_wrong_outcome_does_not_replay() -> None:
    everybody = vote("1", Roll.of(vote().roll.council, {}, Ballot.YES))
    assert not replay(scenario_of(everybody)).ok, "recorded as vetoed, though everybody said yes"


def test_an_adoption_without_a_vote_has_no_ballots() -> None:
    scenario = scenario_of(replace(vote(), without_vote=True))
    assert scenario.drafts[0].votes is None
    assert [step.act for step in scenario.drafts[0].steps] == ["adopt_without_vote"]


@pytest.mark.parametrize(
    ("change", "slug"),
    [({"note": "Suspected duplicate of 7"}, "duplicate-vote"), ({"recorded": None}, "no-outcome")],
)
def test_what_cannot_be_told_is_refused(change: dict[str, str | None], slug: str) -> None:
    with pytest.raises(InputError) as refused:
        scenario_of(replace(vote(), **change))  # type: ignore[arg-type]
    assert refused.value.problems[0].slug == slug


def test_the_scenario_names_the_draft_and_the_resolution() -> None:
    draft = scenario_of(replace(vote(), resolution="S/RES/2000(2016)")).drafts[0]
    assert (draft.name, draft.symbol, draft.recorded_as) == (DRAFT, "S/1", "S/RES/2000")
