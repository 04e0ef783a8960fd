"""The landmark votes: each file replays, is in the index once, and has the roll the record has.

Knows `scenarios/history/`. Refuses to know why a vote is a landmark.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lifecycle.located import read
from lifecycle.model.ballots import Ballot
from lifecycle.model.rules import Kind
from lifecycle.record.kinds import kind_of
from lifecycle.record.rows import Loaded
from lifecycle.record.votes import Totals, bare, plain_symbol
from lifecycle.scenario.loader import load
from lifecycle.scenario.replay import replay

FOLDER = Path(__file__).resolve().parents[2] / "scenarios" / "history"
FILES = sorted(path for path in FOLDER.glob("*.yaml") if path.stem != "index")
AWAY = {Ballot.ABSENT, Ballot.NOT_PARTICIPATING}
BESIDE_THE_RECORD = {("1948-prague", "preliminary")}
"""Where the file follows the literature and says that the record has another roll."""


def index() -> dict[str, Any]:
    document = read(FOLDER / "index.yaml", "index.yaml").plain()
    assert isinstance(document, dict)
    return document


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_replays_as_it_expects_and_says_what_it_teaches(path: Path) -> None:
    scenario = load(path)
    done = replay(scenario)
    assert done.ok
    assert {each.draft for each in done.expect} == {draft.name for draft in scenario.drafts}
    assert scenario.teaches
    assert scenario.source
    assert path.stem.startswith(str(scenario.on.year))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_roll_is_the_records(path: Path, record: Loaded) -> None:
    scenario = load(path)
    on_the_day = [vote for vote in record.votes if vote.day == scenario.on and not vote.twin]
    for draft in scenario.drafts:
        if draft.roll is None or not draft.roll.complete or (path.stem, draft.name) in BESIDE_THE_RECORD:
            continue
        rolls = [vote.roll.ballots for vote in on_the_day if _same_text(vote.resolution, vote.draft, draft)]
        plain = tuple(Ballot.NOT_PARTICIPATING if ballot in AWAY else ballot for ballot in draft.roll.ballots)
        assert plain in (rolls or [vote.roll.ballots for vote in on_the_day])


def _same_text(resolution: str, symbol: str, draft: Any) -> bool:
    marks = {plain_symbol(bare(resolution) or symbol)}
    return bool(marks & {plain_symbol(mark) for mark in (draft.symbol, draft.recorded_as) if mark})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_kind_is_the_records(path: Path, record: Loaded) -> None:
    assert [pair for pair in kinds_of(path, record) if pair[0] is not pair[1]] == []


def kinds_of(path: Path, record: Loaded) -> list[tuple[Kind, Kind]]:
    """The kind the file's vote was decided as and the kind in the list, of each vote that both have."""
    scenario = load(path)
    on_the_day = [vote for vote in record.votes if vote.day == scenario.on and not vote.twin]
    return [
        (life.decision.finding.kind, kind_of(vote) or Kind.SUBSTANTIVE)
        for draft, life in zip(scenario.drafts, replay(scenario).drafts, strict=True)
        for vote in on_the_day
        if life.decision and _same_text(vote.resolution, vote.draft, draft)
    ]


def test_the_kinds_that_files_and_list_share_are_not_all_one(record: Loaded) -> None:
    found = {listed for path in FILES for _, listed in kinds_of(path, record)}
    assert found == {Kind.SUBSTANTIVE, Kind.PROCEDURAL, Kind.ADMISSION, Kind.SECRETARY_GENERAL}


def test_the_index_has_every_file_once() -> None:
    listed = [name for group in index()["groups"] for name in group["files"]]
    assert Counter(listed) == Counter(path.stem for path in FILES)


@pytest.mark.parametrize("twins", index()["twins"], ids=lambda twins: str(twins["tally"]))
def test_twins_have_the_tally_they_are_listed_under(twins: dict[str, Any]) -> None:
    assert len(twins["votes"]) > 1
    for each in twins["votes"]:
        (draft,) = [d for d in load(FOLDER / f"{each['file']}.yaml").drafts if d.name == each["draft"]]
        assert draft.roll is not None
        totals = Totals.of(draft.roll.tally())
        assert f"{totals.yes}-{totals.no}-{totals.abstain}" == twins["tally"]


def test_the_twins_that_end_differently_do() -> None:
    by_tally = {str(twins["tally"]): twins["votes"] for twins in index()["twins"]}
    for tally in ("7-2-2", "10-1-0", "8-2-1", "11-1-3"):
        ends = {load(FOLDER / f"{each['file']}.yaml").expect[each["draft"]] for each in by_tally[tally]}
        assert ends == {"vetoed", "adopted"}
