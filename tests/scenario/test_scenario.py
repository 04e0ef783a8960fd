"""A scenario as a value: what touches a draft, what its roll is, and how a report is listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lifecycle.errors import Place
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Event
from lifecycle.model.presets import preset
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import Act
from lifecycle.scenario.scenario import Report, Scenario, ScenarioDraft

DAY = date(2016, 10, 8)
COUNCIL = council_on(DAY)
DRAFT = ScenarioDraft("a", votes=Roll.of(COUNCIL, {Ballot.NO: ["Russia"]}, Ballot.YES))
SCENARIO = Scenario("t", COUNCIL, rule_on(DAY), (DRAFT,))


def test_the_roll_is_the_votes_with_the_changes() -> None:
    russia = COUNCIL.find("Russia")
    assert ScenarioDraft("a").roll is None
    assert DRAFT.roll == DRAFT.votes
    changed = replace(DRAFT, changes=((russia, None),)).roll
    assert changed is not None
    assert (changed.of_member(russia), changed.tally().yes) == (None, 14)


def test_a_hypothesis_touches_a_draft() -> None:
    assert not SCENARIO.touches(DRAFT)
    assert not SCENARIO.touches(replace(DRAFT, kind=Kind.PROCEDURAL, parties=COUNCIL.members[:1]))
    assert SCENARIO.touches(replace(DRAFT, changes=((COUNCIL.members[0], None),)))
    assert SCENARIO.touches(replace(DRAFT, steps=(Event(Act.LAPSE),)))
    assert replace(SCENARIO, rule=preset("no-veto", COUNCIL)).touches(DRAFT)
    assert replace(SCENARIO, council=COUNCIL.seated(without=["Spain"], with_=["Germany"])).touches(DRAFT)


def test_the_day_is_the_councils() -> None:
    assert SCENARIO.on == DAY


def test_where_a_draft_stands_in_a_file_is_no_part_of_it() -> None:
    assert replace(DRAFT, place=Place("a.yaml", 3, 4), line="x") == DRAFT


def test_a_report_set_aside_is_listed_with_its_words() -> None:
    report = Report("e1", "a", "vetoed", "occurred", When.on(DAY, "stated"), ("France",), (Evidence("f", 1, 2, "q"),))
    assert report.to_json() == {
        "id": "e1",
        "type": "vetoed",
        "modality": "occurred",
        "date": {"from": "2016-10-08", "to": "2016-10-08", "best": "2016-10-08", "basis": "stated"},
        "actors": ["France"],
        "evidence": [{"file": "f", "start": 1, "end": 2, "quote": "q"}],
    }
