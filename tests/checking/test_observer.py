"""Laws held against lives that happened: those of the machine break none, forged ones break the law they should."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.checking.observer import breaches, role_of, timing_of
from lifecycle.checking.places import Role, Timing
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.machine import Step, Trace, step
from lifecycle.model.readings import COUNCIL
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import ROWS, Act, State
from lifecycle.testing import councils, kinds, lives

NOW = council_on(date(2016, 10, 8))
DRAFT = Draft("french", NOW, rule_on(NOW.on), Kind.SUBSTANTIVE, sponsors=("France", "Spain"))
VETOED = Roll.of(NOW, {Ballot.NO: ["RUS", "VEN"], Ballot.ABSTAIN: ["AGO", "CHN"]}, Ballot.YES)


@st.composite
def lived(draw: st.DrawFn) -> tuple[Draft, Trace]:
    council = draw(councils())
    draft = Draft("draft", council, rule_on(council.on), draw(kinds()), sponsors=(council.permanent[0].name,))
    trace = Trace.start(draft)
    for event in draw(lives(draft)):
        trace = trace.then(step(trace.draft, event))
    return draft, trace


@given(lived())
def test_no_life_of_the_machine_under_the_charter_breaks_a_law(life: tuple[Draft, Trace]) -> None:
    assert [law.id for law, _ in breaches(*life)] == []


def forged(*names: str, by: tuple[str, ...] = (), roll: Roll | None = None) -> Trace:
    """A trace made of rows by name, whatever their guards say."""
    rows = [next(row for row in ROWS if row.name == name) for name in names]
    steps = tuple(Step(Event(row.act, by=by, roll=roll if row.act is Act.VOTE else None), row) for row in rows)
    return Trace(steps, DRAFT)


def test_a_forged_outcome_is_seen() -> None:
    life = forged("drafted--submit--submitted", "submitted--vote--voted", "voted--announce--adopted", roll=VETOED)
    broken = {law.id for law, _ in breaches(DRAFT, life)}
    assert {"adopted-unopposed", "one-no-suffices"} <= broken
    true = forged("drafted--submit--submitted", "submitted--vote--voted", "voted--announce--vetoed", roll=VETOED)
    assert breaches(DRAFT, true) == ()


def test_a_forged_insistence_is_seen_with_its_step() -> None:
    life = forged("drafted--submit--submitted", "submitted--withdraw--withdrawn", "withdrawn--insist--submitted")
    assert {(law.id, taken.event.act) for law, taken in breaches(DRAFT, life)} == {
        ("insisted-after-a-second", Act.INSIST)
    }


def test_ballots_not_all_known_are_not_judged() -> None:
    partly = VETOED.changed({NOW.members[0]: None})
    life = forged("drafted--submit--submitted", "submitted--vote--voted", "voted--announce--adopted", roll=partly)
    assert breaches(DRAFT, life) == ()


@pytest.mark.parametrize(
    ("by", "role"),
    [((), Role.NOBODY), (("France",), Role.SPONSOR), (("Egypt",), Role.SECONDER), (("Japan",), Role.MEMBER),
     (("Germany",), Role.OUTSIDER), ((COUNCIL,), Role.COUNCIL)],
)  # fmt: skip
def test_an_observer_tells_who_acts(by: tuple[str, ...], role: Role) -> None:
    draft = replace(DRAFT, seconders=("Egypt",), state=State.SUBMITTED)
    assert role_of(Event(Act.WITHDRAW, by=by), draft) is role


def test_where_sponsors_are_unknown_anybody_may_be_one() -> None:
    assert role_of(Event(Act.WITHDRAW, by=("Japan",)), replace(DRAFT, sponsors=())) is Role.NOBODY


def test_a_day_lies_on_one_side_of_a_deadline() -> None:
    days = (date(2016, 10, 7), date(2016, 10, 8), date(2016, 10, 9))
    told = [timing_of(day, days[1]) for day in days]
    assert told == [Timing.AHEAD, Timing.THAT_DAY, Timing.PASSED]
    assert timing_of(None, days[1]) is timing_of(days[1], None) is Timing.UNSAID
