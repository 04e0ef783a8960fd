"""Meetings held against their laws: under the Charter, and under a rule that lets no veto through."""

from __future__ import annotations

import json
from datetime import date

import pytest

from lifecycle.checking.joint import AGENDAS
from lifecycle.checking.meeting_check import MeetingReport, check_meetings, with_meetings
from lifecycle.model.council import council_on
from lifecycle.model.presets import preset
from lifecycle.model.rules import rule_on
from tests.explored import meetings_explored

NOW = council_on(date(2023, 12, 22))


@pytest.fixture(scope="module")
def reports() -> tuple[MeetingReport, ...]:
    """The first agenda in full view; the others go the same lines."""
    rule = rule_on(NOW.on)
    return (*check_meetings(NOW, rule, AGENDAS[:1]), *meetings_explored(NOW, rule, AGENDAS[1:]))


def test_every_agenda_is_explored_and_its_laws_hold(reports: tuple[MeetingReport, ...]) -> None:
    assert [report.title for report in reports] == [agenda.title for agenda in AGENDAS]
    for report in reports:
        assert [shown.law.id for shown in report.shown if not shown.ok] == []
        assert report.states > 100


def test_the_amendment_of_22_december_2023_is_one_of_the_ways(reports: tuple[MeetingReport, ...]) -> None:
    """The Russian amendment met a veto (10-1-4); the text was adopted (S/RES/2720, 13-0-2)."""
    shown = next(s for report in reports for s in report.shown if s.law.id == "amendment-vetoed-text-adopted")
    assert shown.ok
    assert shown.path is not None
    told = [(hearing.name, hearing.trial.act.value) for hearing in shown.path]
    assert told.index(("amendment", "announce")) < len(told) - 1
    assert told[-1][0] == "text"


def test_without_a_veto_no_amendment_is_vetoed() -> None:
    (report,) = check_meetings(NOW, preset("no-veto", NOW), AGENDAS[1:2])
    assert "amendment-vetoed-text-adopted" in {shown.law.id for shown in report.shown if not shown.ok}
    assert not report.ok


def test_laws_are_asked_where_what_they_speak_of_is_on_the_agenda(reports: tuple[MeetingReport, ...]) -> None:
    asked = {report.title: {shown.law.id for shown in report.shown} for report in reports}
    assert "first-submitted-first-decided" in asked["two texts"]
    assert "first-submitted-first-decided" not in asked["a text and an amendment"]
    assert "amendments-before-the-text" in asked["a text and an amendment"]


def test_meetings_stand_beside_the_rest_of_the_document(reports: tuple[MeetingReport, ...]) -> None:
    assert with_meetings({"rule": "charter"}, ()) == {"rule": "charter"}
    document = with_meetings({"rule": "charter"}, reports)
    assert json.loads(json.dumps(document)) == document
    meetings = document["meetings"]
    assert isinstance(meetings, list)
    assert [list(each) for each in meetings] == [["title", "states", "edges", "laws"]] * 4
