"""Coverage with honest denominators: everything counted can be touched, and the lives offered for gaps touch it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lifecycle.checking.check import Report
from lifecycle.checking.coverage import Coverage, Lived, Sort, Thing, cover, reachable, touched_by
from lifecycle.checking.places import Timing, event_of
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.model.table import ROWS, Act, State
from tests.explored import explored

NOW = council_on(date(2016, 10, 8))
DRAFT = Draft("french", NOW, rule_on(NOW.on), Kind.SUBSTANTIVE, sponsors=("France",))
VETOED = Roll.of(NOW, {Ballot.NO: ["RUS", "VEN"], Ballot.ABSTAIN: ["AGO", "CHN"]}, Ballot.YES)
LIFE = Lived(DRAFT, (Event(Act.SUBMIT), Event(Act.VOTE, roll=VETOED), Event(Act.ANNOUNCE, outcome=Outcome.VETOED)))


@pytest.fixture(scope="module")
def report() -> Report:
    return explored(NOW, rule_on(NOW.on), laws=())


@pytest.fixture(scope="module")
def nothing(report: Report) -> Coverage:
    return cover(report, ())


def test_there_is_as_much_as_can_be_counted_by_hand(nothing: Coverage) -> None:
    """All 13 states and all rows can be reached; yes from 0 to 15 with a permanent no or without, but not 15 with."""
    assert nothing.there[Sort.STATE] == len(State)
    assert nothing.there[Sort.ROW] == len(ROWS)
    assert nothing.there[Sort.ROLL] == 16 * 2 - 1
    assert nothing.there[Sort.TRUE] == sum(len({c.words for c in row.guard}) for row in ROWS)
    assert nothing.there[Sort.TRUE] == nothing.there[Sort.FALSE]


def test_without_lives_all_is_gap(nothing: Coverage) -> None:
    assert set(nothing.touched.values()) == {0}
    assert len(nothing.gaps) == sum(nothing.there.values())


def test_a_life_touches_what_it_goes_through() -> None:
    things = set(touched_by(LIFE))
    assert {thing.name for thing in things if thing.sort is Sort.STATE} == {"drafted", "submitted", "voted", "vetoed"}
    assert Thing(Sort.ROW, "voted--announce--vetoed") in things
    assert Thing(Sort.ROLL, "11 of 15 yes, a permanent no") in things
    assert Thing(Sort.TRUE, "voted--announce--vetoed: a veto that counts") in things
    assert Thing(Sort.FALSE, "voted--announce--adopted: no veto that counts") in things
    assert Thing(Sort.SOURCE, "Charter 27(3)") in things


def test_a_refused_event_counts_for_what_it_met() -> None:
    things = set(touched_by(Lived(DRAFT, (Event(Act.WITHDRAW, by=("Japan",)),))))
    assert Thing(Sort.FALSE, "drafted--withdraw--withdrawn: a sponsor to do it") in things
    assert not any(thing.sort is Sort.ROW for thing in things)


def test_each_gap_is_closed_by_the_life_that_is_offered(report: Report, nothing: Coverage) -> None:
    """Every life is run by the real machine; a refused event is tried at its end."""
    for gap in nothing.gaps:
        start = report.life.places[gap.start.place]
        events = tuple(step.event for step in gap.trace.steps)
        if gap.refused:
            events = (*events, event_of(gap.refused, gap.trace.draft, report.life.cast_of(start)))
        assert gap.thing in set(touched_by(Lived(start, events))), gap


def test_the_lives_offered_together_touch_everything(report: Report, nothing: Coverage) -> None:
    lives = []
    for gap in nothing.gaps:
        start = report.life.places[gap.start.place]
        events = tuple(step.event for step in gap.trace.steps)
        more = (event_of(gap.refused, gap.trace.draft, report.life.cast_of(start)),) if gap.refused else ()
        lives.append(Lived(start, (*events, *more)))
    covered = cover(report, lives)
    assert (covered.lives, covered.gaps) == (len(nothing.gaps), ())


def test_a_gap_says_what_would_close_it(nothing: Coverage) -> None:
    said = {gap.thing: str(gap) for gap in nothing.gaps}
    assert said[Thing(Sort.STATE, "drafted")] == "as written"
    assert said[Thing(Sort.ROW, "withdrawn--insist--submitted")] == "submit, second, withdraw, insist"
    assert said[Thing(Sort.FALSE, "drafted--withdraw--withdrawn: a sponsor to do it")].endswith("(refused)")


def test_what_unknown_ballots_leave_open_counts_for_neither() -> None:
    open_vote = replace(DRAFT, state=State.VOTED, roll=Roll.unknown(NOW))
    things = set(touched_by(Lived(open_vote, (Event(Act.ANNOUNCE),))))
    assert not any("veto that counts" in thing.name for thing in things)


def test_the_ways_are_those_of_the_search(report: Report) -> None:
    ways = reachable(report)
    assert all(way.refused is None or way.edge is None for way in ways.values())
    late = next(way for thing, way in ways.items() if thing.name.startswith("under_silence--break") and way.refused)
    assert late.refused is not None
    assert late.refused.timing is Timing.PASSED


def test_the_document_counts_and_lists(nothing: Coverage) -> None:
    document = nothing.to_json()
    assert list(document) == ["lives", "counts", "gaps"]
    counts = document["counts"]
    assert isinstance(counts, dict)
    assert counts["states"] == {"touched": 0, "of": 13}
