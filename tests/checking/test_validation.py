"""Reports with gaps: the least that must have happened, or where they stop making sense and why."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.checking.validation import validate
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.inference import least_run
from lifecycle.model.machine import Trace, step
from lifecycle.model.rules import Outcome, rule_on
from lifecycle.model.table import INFERABLE, Act, State
from lifecycle.testing import lives

COUNCIL = council_on(date(2016, 10, 8))
DRAFT = Draft("french", COUNCIL, rule_on(COUNCIL.on), sponsors=("France", "Spain"))
VETOED = Roll.of(COUNCIL, {Ballot.NO: ["RUS", "VEN"], Ballot.ABSTAIN: ["AGO", "CHN"]}, Ballot.YES)


def reports(*acts: Act) -> list[Event]:
    return [Event(act) for act in acts]


def test_what_is_whole_needs_nothing() -> None:
    found = validate(DRAFT, reports(Act.DISCUSS, Act.CIRCULATE, Act.SUBMIT))
    assert found.ok
    assert found.inserted == ()
    assert found.explain() == "possible as it stands"
    assert State.SUBMITTED in found.states


def test_a_gap_is_filled_with_the_least() -> None:
    """Told of an outcome alone: it was submitted and voted on; nobody need have circulated it."""
    found = validate(DRAFT, [Event(Act.ANNOUNCE, outcome=Outcome.VETOED, roll=VETOED)])
    assert [each.event.act for each in found.inserted] == [Act.SUBMIT, Act.VOTE]
    assert found.trace.draft.state is State.VETOED
    assert found.explain() == "possible, with submit, vote unreported"


def test_a_later_report_decides_between_ways_that_were_equal() -> None:
    """Talks by all members need a circulated text, or one submitted; the silence reported next needs the former."""
    everybody = Event(Act.DISCUSS, by=("Security Council",))
    found = validate(DRAFT, [everybody, Event(Act.PLACE_UNDER_SILENCE)])
    assert [each.event.act for each in found.inserted] == [Act.CIRCULATE]
    later = validate(DRAFT, [everybody, Event(Act.POSTPONE)])
    assert [each.event.act for each in later.inserted] == [Act.SUBMIT]


def test_what_cannot_be_right_is_told_with_the_conditions_that_were_false() -> None:
    """Nobody seconded the text, so nobody can insist on it; the first two reports stand."""
    found = validate(DRAFT, reports(Act.SUBMIT, Act.WITHDRAW, Act.INSIST))
    assert not found.ok
    assert found.accepted == 2
    assert found.states == (State.WITHDRAWN,)
    assert {failure.condition for failure in found.failures} == {"a seconder"}
    assert "report 3 (insist) agrees with no life" in found.explain()
    assert [each.event.act for each in found.trace.steps] == [Act.SUBMIT, Act.WITHDRAW]


def test_where_no_row_takes_the_report_the_states_say_so() -> None:
    found = validate(DRAFT, reports(Act.LAPSE, Act.SUBMIT))
    assert (found.accepted, found.undeclared, found.failures) == (1, (State.LAPSED,), ())


def test_nothing_is_made_up_that_may_not_go_unreported() -> None:
    assert not validate(DRAFT, reports(Act.RESUME)).ok
    bold = validate(DRAFT, reports(Act.RESUME), silent=(Act.SUBMIT, Act.POSTPONE))
    assert [each.event.act for each in bold.inserted] == [Act.SUBMIT, Act.POSTPONE]


@given(lives(DRAFT), st.data())
def test_a_life_with_routine_steps_forgotten_is_still_possible(life: tuple[Event, ...], data: st.DataObject) -> None:
    kept = [event for event in life if event.act not in INFERABLE or data.draw(st.booleans())]
    kept = [event for event in kept if event.act is not Act.PASS_SILENCE]
    found = validate(DRAFT, kept)
    assert found.ok, found.explain()
    assert len(found.inserted) <= len(life) - len(kept)


@given(lives(DRAFT))
def test_a_whole_life_is_its_own_explanation(life: tuple[Event, ...]) -> None:
    trace = Trace.start(DRAFT)
    for event in life:
        trace = trace.then(step(trace.draft, event))
    found = validate(DRAFT, life)
    assert found.inserted == ()
    assert found.trace.draft.state is trace.draft.state


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.OBJECT])
def test_before_a_single_report_the_model_infers_as_much(act: Act) -> None:
    """The model's own inference, which looks one report ahead, is never shorter."""
    run = least_run(DRAFT, Event(act))
    found = validate(DRAFT, [Event(act)])
    assert found.ok is (run is not None and step_after(run, act))
    if found.ok and run is not None:
        assert len(found.inserted) == len(run)


def step_after(run: tuple[Act, ...], act: Act) -> bool:
    draft = DRAFT
    for each in run:
        draft = step(draft, Event(each)).draft
    return step(draft, Event(act)).accepted


def test_the_fewest_are_inserted_by_brute_force() -> None:
    """Every run of up to three routine acts before the report, tried one by one."""
    report = Event(Act.AMEND)
    shortest = next(
        length
        for length in range(4)
        for run in product(INFERABLE, repeat=length)
        if _accepts(run, report)
    )  # fmt: skip
    assert len(validate(DRAFT, [report]).inserted) == shortest == 1


def _accepts(run: tuple[Act, ...], report: Event) -> bool:
    draft = DRAFT
    for act in run:
        verdict = step(draft, Event(act))
        if not verdict.accepted:
            return False
        draft = verdict.draft
    return step(draft, report).accepted
