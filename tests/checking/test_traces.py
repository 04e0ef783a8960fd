"""Paths as lives: with names, days and ballots in them, the real machine takes every step of every life shown."""

from __future__ import annotations

import json
from datetime import date

import pytest

from lifecycle.checking.check import Report
from lifecycle.checking.system import starts
from lifecycle.model.council import council_on
from lifecycle.model.live import engine
from lifecycle.model.machine import step
from lifecycle.model.proposals import Form
from lifecycle.model.rules import rule_on
from lifecycle.model.table import Act
from tests.explored import explored

DAYS = {date(1946, 1, 17): tuple(Form), date(2017, 11, 16): (Form.TEXT,)}


@pytest.fixture(scope="module", params=DAYS, ids=str)
def report(request: pytest.FixtureRequest) -> Report:
    return explored(council_on(request.param), rule_on(request.param), begin=starts(DAYS[request.param]))


def test_both_engines_take_every_step_of_every_life_shown(report: Report) -> None:
    lives = 0
    for shown in report.shown:
        trace = report.trace(shown)
        if trace is None or shown.start is None:
            continue
        here = there = report.life.places[shown.start.place]
        for taken in trace.steps:
            verdict, also = step(here, taken.event), engine().fire(there, taken.event)
            assert verdict.accepted, f"{shown.law.id}: {verdict.explain()}"
            assert verdict.step == also.step == taken
            here, there = verdict.draft, also.draft
        assert here == there == trace.draft
        lives += 1
    assert lives == sum(shown.law.mode == "sometimes" for shown in report.shown)


def test_the_ballots_are_on_the_vote_and_of_the_class_shown(report: Report) -> None:
    shown = next(each for each in report.shown if each.law.id == "vetoed-alone")
    trace = report.trace(shown)
    assert trace is not None
    vote = next(each.event for each in trace.steps if each.event.act is Act.VOTE)
    assert vote.roll == trace.draft.roll
    assert vote.roll is not None
    assert vote.roll.tally().yes == len(report.life.council.members) - 1
    json.dumps([each.to_json() for each in trace.steps])
