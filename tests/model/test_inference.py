"""The least run to each report, worked out by hand, and a search that tries every run.

Knows what has to happen before what. Refuses to know why a report was believed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Basis, Draft, Event
from lifecycle.model.inference import least_run
from lifecycle.model.machine import enabled, step
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reports import When
from lifecycle.model.rules import Outcome, rule_on
from lifecycle.model.table import ENDS, FROM_MENTION, INFERABLE, Act, State
from lifecycle.testing import councils, drafts, events

ALEPPO = council_on(date(2016, 10, 8))
START = Draft("french", ALEPPO, rule_on(ALEPPO.on))
ENDED = {"adopted": "submit vote", "vetoed": "submit vote", "failed": "submit vote"}

# For each state, the acts before each report that cannot follow at once; None where no run of acts leads there.
TALKS = {"postponed": "submit", "voted": "submit", **ENDED}
BY_HAND: dict[State, dict[str, str | None]] = {
    State.DRAFTED: {**TALKS},
    State.DISCUSSED: {**TALKS},
    State.CIRCULATED: {**TALKS},
    State.UNDER_SILENCE: {
        "circulated": "pass_silence",
        "submitted": "pass_silence",
        **{word: f"pass_silence {acts}" for word, acts in TALKS.items()},
    },
    State.SUBMITTED: dict.fromkeys(Outcome, "vote"),
    State.POSTPONED: {"submitted": "resume", "voted": "resume", **dict.fromkeys(Outcome, "resume vote")},
    State.VOTED: dict.fromkeys(set(FROM_MENTION) - set(Outcome)),
    **{end: dict.fromkeys(FROM_MENTION) for end in ENDS},
}


@pytest.mark.parametrize(("state", "word"), [*product(State, FROM_MENTION)])
def test_the_least_run_to_each_report(state: State, word: str) -> None:
    act = FROM_MENTION[word]
    event = Event(act, outcome=Outcome(word) if act is Act.ANNOUNCE else None)
    expected = BY_HAND[state].get(word, "")
    run = least_run(replace(START, state=state), event)
    assert run == (None if expected is None else tuple(map(Act, expected.split())))


def every_run(draft: Draft, event: Event) -> tuple[Act, ...] | None:
    """The least run by trying all of them, shorter ones first, then by the order of a life."""
    for length in range(5):
        for run in product(INFERABLE, repeat=length):
            here: Draft | None = draft
            for act in run:
                verdict = step(here, Event(act, event.when, roll=event.roll)) if here else None
                here = verdict.draft if verdict and verdict.accepted else None
            if here and enabled(here, event):
                return run
    return None


@given(st.data())
def test_no_shorter_and_no_earlier_run_would_do(data: st.DataObject) -> None:
    draft = data.draw(councils().flatmap(drafts))
    event = data.draw(events(draft))
    assert least_run(draft, event) == every_run(draft, event)


def test_of_two_equally_short_runs_the_one_earlier_in_a_life_is_taken() -> None:
    talks = Event(Act.DISCUSS, by=(COUNCIL,))
    for act in (Act.CIRCULATE, Act.SUBMIT):
        assert enabled(step(START, Event(act)).draft, talks)
    assert least_run(START, talks) == (Act.CIRCULATE,)


def test_the_inferred_steps_can_be_taken_and_then_the_report() -> None:
    roll = Roll.of(ALEPPO, {Ballot.NO: ["RUS", "VEN"], Ballot.ABSTAIN: ["AGO", "CHN"]}, Ballot.YES)
    report = Event(Act.ANNOUNCE, outcome=Outcome.VETOED, roll=roll)
    here = START
    for act in least_run(START, report) or ():
        here = step(here, Event(act, roll=roll, basis=Basis.INFERRED)).draft
    assert step(here, report).draft.state is State.VETOED


def test_a_report_the_ballots_contradict_is_not_explained() -> None:
    adopted = Event(Act.ANNOUNCE, outcome=Outcome.ADOPTED, roll=Roll.of(ALEPPO, {Ballot.NO: ["RUS"]}, Ballot.YES))
    assert least_run(START, adopted) is None


def test_an_open_outcome_is_explained_as_far_as_the_vote() -> None:
    assert least_run(START, Event(Act.ANNOUNCE)) == (Act.SUBMIT, Act.VOTE)


@pytest.mark.parametrize(("day", "run"), [(9, None), (10, (Act.PASS_SILENCE,)), (11, (Act.PASS_SILENCE,))])
def test_silence_is_not_inferred_to_have_passed_before_its_deadline(day: int, run: tuple[Act, ...] | None) -> None:
    silent = replace(START, state=State.UNDER_SILENCE, silence_until=date(2016, 10, 10))
    assert least_run(silent, Event(Act.SUBMIT, When.on(date(2016, 10, day), "stated"))) == run
