"""What is tried, and what is remembered: every value of every field is met, and nothing forgotten is missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lifecycle.checking.places import AXES, Cast, Role, Timing, Trial, alive, axes_of, event_of, settled, trials
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, situations
from lifecycle.model.proposals import TABLES
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import DOMAINS, ENDS, ROWS, Act, State

COUNCIL = council_on(date(2017, 11, 16))
CAST = Cast.of(COUNCIL)
VARIED = axes_of(ROWS)
DRAFT = Draft("jim", COUNCIL, rule_on(COUNCIL.on), Kind.SUBSTANTIVE, sponsors=(CAST.sponsor,))
FULL = Draft(
    "jim",
    COUNCIL,
    rule_on(COUNCIL.on),
    Kind.SUBSTANTIVE,
    sponsors=(CAST.sponsor,),
    seconders=CAST.others[:2],
    silence_until=date(2017, 11, 18),
)


def test_every_field_that_is_read_off_an_event_has_its_axis() -> None:
    assert set(AXES) >= set(DOMAINS) - {"seconded", "by_mover"}


@pytest.mark.parametrize("field", sorted(set(DOMAINS) - {"seconded", "by_mover"}))
def test_every_value_of_a_field_is_met_by_some_trial(field: str) -> None:
    unseated = Cast.of(COUNCIL, seated=False)
    abroad = Draft("jim", COUNCIL, rule_on(COUNCIL.on), sponsors=(unseated.sponsor,))
    found = {
        values[field]
        for draft, cast in ((DRAFT, CAST), (FULL, CAST), (abroad, unseated))
        for act in Act
        for trial in trials(act, VARIED)
        for values in situations(draft, event_of(trial, draft, cast), [field])
    }
    assert found == set(DOMAINS[field])


def test_acts_that_no_guard_tells_apart_are_tried_once() -> None:
    assert trials(Act.REVISE, VARIED) == (Trial(Act.REVISE),)
    assert len(trials(Act.ANNOUNCE, VARIED)) == 4
    assert {trial.role for trial in trials(Act.SECOND, VARIED)} == {
        Role.SPONSOR,
        Role.SECONDER,
        Role.MEMBER,
        Role.OUTSIDER,
    }


def test_a_cast_names_five_that_are_who_they_should_be() -> None:
    assert {COUNCIL.seats(name) for name in (CAST.sponsor, *CAST.others)} == {True}
    assert not COUNCIL.seats(CAST.outsider)
    assert not COUNCIL.seats(Cast.of(COUNCIL, seated=False).sponsor)
    names = [CAST.by(role, FULL) for role in (Role.SPONSOR, Role.SECONDER, Role.MEMBER, Role.OUTSIDER, Role.COUNCIL)]
    assert len(set(names)) == 5
    assert CAST.by(Role.NOBODY, FULL) == ()


@pytest.mark.parametrize(("timing", "day"), [(Timing.AHEAD, 17), (Timing.THAT_DAY, 18), (Timing.PASSED, 19)])
def test_an_event_lies_on_its_side_of_the_deadline(timing: Timing, day: int) -> None:
    event = event_of(Trial(Act.BREAK_SILENCE, timing=timing), FULL, CAST)
    assert event.when.best == date(2017, 11, day)
    assert event_of(Trial(Act.BREAK_SILENCE), FULL, CAST).when.best is None


def test_a_new_deadline_lies_behind_the_day_it_is_set() -> None:
    event = event_of(Trial(Act.EXTEND_SILENCE, timing=Timing.AHEAD, deadline=True), FULL, CAST)
    assert event.when.best is not None
    assert event.until is not None
    assert event.until > event.when.best


def test_what_is_alive_is_what_some_later_guard_reads() -> None:
    """By hand: a deadline matters under silence alone; names until nobody can withdraw or insist any more."""
    found = alive(ROWS)
    assert {state for state in State if "silence_until" in found[state]} == {State.UNDER_SILENCE}
    assert {state for state in State if "seconders" not in found[state]} == (ENDS - {State.WITHDRAWN}) | {State.VOTED}
    assert all(not alive(rows)[State.VOTED] for rows in TABLES.values())


def test_what_is_forgotten_is_forgotten_and_what_is_alive_kept() -> None:
    assert settled(FULL, CAST, frozenset()) == Draft("jim", COUNCIL, DRAFT.rule, Kind.SUBSTANTIVE)
    kept = settled(FULL, CAST, frozenset(("seconders", "sponsors", "silence_until")))
    assert kept == FULL


def test_more_seconders_than_two_are_two() -> None:
    many = replace(FULL, seconders=CAST.others[:4])
    assert settled(many, CAST, frozenset(("seconders",))).seconders == CAST.others[:2]
