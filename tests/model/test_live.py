"""The machine of the `transitions` library against the pure stepper.

Knows every pair of state and event, with the variants that guards tell apart. Refuses to say which steps are right;
only that the two agree, and that no draft leaks into another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from lifecycle.model import charter, live
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.guards import is_
from lifecycle.model.live import Engine, engine
from lifecycle.model.machine import Answer, Trace, step
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reports import When
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.model.table import ENDS, ROWS, Act, Condition, Row, State
from lifecycle.model.ways import Ways
from lifecycle.testing import SECONDER, SPONSORS, councils, drafts, events, lives, presets_for

ALEPPO = council_on(date(2016, 10, 8))
RULE = rule_on(ALEPPO.on)
ROLLS = (
    None,
    Roll.unknown(ALEPPO),
    Roll.of(ALEPPO, {}, Ballot.YES),
    Roll.of(ALEPPO, {Ballot.NO: ["RUS"]}, Ballot.YES),
    Roll.of(ALEPPO, {Ballot.NO: ["RUS"]}, Ballot.ABSTAIN),
    Roll.of(ALEPPO, {Ballot.NO: ["RUS"]}),
)


def situations_of(state: State) -> Iterator[Draft]:
    """A draft in `state` for each way its own side of the guards can read."""
    start = Draft("draft", ALEPPO, RULE, state=state)
    if state is State.VOTED:
        for roll, kind in product(ROLLS, (None, Kind.PROCEDURAL)):
            yield replace(start, roll=roll, kind=kind)
    else:
        for sponsors, seconders, until in product(((), SPONSORS), ((), (SECONDER,)), (None, ALEPPO.on)):
            yield replace(start, sponsors=sponsors, seconders=seconders, silence_until=until)


def events_of(act: Act) -> Iterator[Event]:
    """An event of `act` for each way its side of the guards can read."""
    if act is Act.ANNOUNCE:
        yield from (Event(act, outcome=outcome) for outcome in (None, *Outcome))
    else:
        days = [When(), *(When.on(date(2016, 10, day), "stated") for day in (7, 8, 9))]
        for when, by in product(days, ((), SPONSORS, (SECONDER,), ("Japan",), (COUNCIL,))):
            yield Event(act, when, by)


@pytest.mark.parametrize("state", State)
def test_the_two_engines_agree_on_every_event_in_every_situation(state: State) -> None:
    answers = set()
    for draft, act in product(situations_of(state), Act):
        for event in events_of(act):
            verdict = step(draft, event)
            assert engine().fire(draft, event) == verdict
            answers.add(verdict.answer)
    assert (Answer.FINAL in answers) == (state in ENDS)
    assert (Answer.ACCEPTED in answers) == (state not in ENDS - {State.WITHDRAWN})


@given(st.data())
def test_the_two_engines_agree_under_any_rule_on_any_council(data: st.DataObject) -> None:
    draft = data.draw(councils().flatmap(drafts))
    event = data.draw(events(draft))
    assert engine().fire(draft, event) == step(draft, event)


def test_the_rows_read_back_from_the_library_are_the_table() -> None:
    assert engine().rows == {(row.state.value, row.act.value, row.target.value) for row in ROWS}


@pytest.mark.parametrize("form", Form)
def test_the_rows_of_every_form_are_read_back_too(form: Form) -> None:
    assert engine().rows_of(form) == {(row.state.value, row.act.value, row.target.value) for row in TABLES[form]}


@given(st.data(), st.sampled_from(Form))
def test_the_two_engines_agree_on_every_form(data: st.DataObject, form: Form) -> None:
    draft = replace(data.draw(councils().flatmap(drafts)), form=form, parent="text")
    event = data.draw(events(draft))
    assert engine().fire(draft, event) == step(draft, event)


def test_no_trigger_goes_round_a_guard() -> None:
    moved: Any = Engine()._flyweight(Form.TEXT)
    assert set(moved.events) == {row.act.value for row in ROWS}
    assert not hasattr(moved, "to_adopted")
    with pytest.raises(AttributeError):
        moved.trigger("to_adopted")
    assert moved.state == State.DRAFTED


def test_the_order_of_rows_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TABLES, Form.TEXT, ROWS[::-1])
    backwards = Engine()
    for draft, outcome in product(situations_of(State.VOTED), (None, *Outcome)):
        event = Event(Act.ANNOUNCE, outcome=outcome)
        assert backwards.fire(draft, event) == step(draft, event)


def test_a_guard_that_crashes_is_a_guard_error_in_the_library_too(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Condition(is_("mood"), (charter.ROP_40,))
    row = Row(State.VOTED, Act.ANNOUNCE, (broken,), State.ADOPTED, (charter.ROP_40,))
    monkeypatch.setitem(TABLES, Form.TEXT, (row,))
    monkeypatch.setattr(live, "ways_on", lambda *place: Ways((row,), (), None))
    draft = Draft("draft", ALEPPO, RULE, state=State.VOTED, roll=ROLLS[2])
    verdict = Engine().fire(draft, Event(Act.ANNOUNCE))
    assert (verdict.answer, verdict.draft) == (Answer.GUARD_ERROR, draft)


@given(st.data())
def test_two_drafts_in_one_process_never_share_state(data: st.DataObject) -> None:
    council = data.draw(councils())
    starts = [Draft(name, council, rule_on(council.on)) for name in ("one", "two")]
    runs = [data.draw(lives(start)) for start in starts]
    alone = []
    for start, run in zip(starts, runs, strict=True):
        trace = Trace.start(start)
        for event in run:
            trace = trace.then(Engine().fire(trace.draft, event))
        alone.append(trace)
    together = [Trace.start(start) for start in starts]
    turns = data.draw(st.permutations([0] * len(runs[0]) + [1] * len(runs[1])))
    waiting = [iter(run) for run in runs]
    for turn in turns:
        together[turn] = together[turn].then(engine().fire(together[turn].draft, next(waiting[turn])))
    assert together == alone


class MachineAgainstTable(RuleBasedStateMachine):
    """Two drafts with one engine, step by step beside the pure stepper; a new draft takes the place of an ended one."""

    @initialize(data=st.data())
    def start(self, data: st.DataObject) -> None:
        council = data.draw(councils())
        law = data.draw(st.sampled_from(presets_for(council)))
        self.drafts = [Draft(name, council, law, sponsors=SPONSORS) for name in ("one", "two")]

    @rule(data=st.data(), turn=st.integers(0, 1))
    def fire(self, data: st.DataObject, turn: int) -> None:
        draft, other = self.drafts[turn], self.drafts[1 - turn]
        event = data.draw(events(draft))
        verdict = engine().fire(draft, event)
        assert verdict == step(draft, event)
        assert verdict.accepted or verdict.draft == draft
        self.drafts[turn] = verdict.draft
        assert self.drafts[1 - turn] is other

    @rule(data=st.data(), turn=st.integers(0, 1))
    def live_to_the_end(self, data: st.DataObject, turn: int) -> None:
        draft = self.drafts[turn]
        if draft.state in ENDS or draft.state is State.VOTED:
            self.drafts[turn] = replace(draft, state=State.DRAFTED, roll=None, seconders=(), silence_until=None)
            return
        for event in data.draw(lives(replace(draft, silence_until=None))):
            self.drafts[turn] = engine().fire(self.drafts[turn], event).draft

    @invariant()
    def a_roll_is_there_from_the_vote_on(self) -> None:
        for draft in getattr(self, "drafts", ()):
            voted = draft.state in {State.VOTED, State.VETOED, State.FAILED}
            assert (draft.roll is not None) or not voted


TestMachineAgainstTable = MachineAgainstTable.TestCase
