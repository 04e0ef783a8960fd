"""After a veto: days counted by hand on the calendar of 2022, and a session only where unanimity failed.

Knows the vetoes of 1956 and 2022. Refuses to know what the Assembly did in its debate.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.aftermath import call_session, debate_after, report_in_time, working_day_after
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import State
from lifecycle.testing import councils, rolls

VETO_DAY, MEMORIAL_DAY = date(2022, 5, 26), date(2022, 5, 30)
DAYS = st.dates(date(2022, 4, 26), date(2030, 12, 31))


def ended(day: date, state: State, name: str = "draft") -> Draft:
    council = council_on(day)
    return Draft(name, council, rule_on(day), state=state)


@pytest.mark.parametrize(("holidays", "due"), [((), date(2022, 6, 9)), ((MEMORIAL_DAY,), date(2022, 6, 10))])
def test_the_first_debate_was_due_ten_working_days_after_26_may_2022(holidays: tuple[date, ...], due: date) -> None:
    debate = debate_after(ended(VETO_DAY, State.VETOED), VETO_DAY, holidays)
    assert debate.due == due
    assert debate.in_time(date(2022, 6, 8))  # the day on which it was held
    assert [debate.in_time(due), debate.in_time(due + timedelta(days=1)), debate.in_time(None)] == [True, False, False]
    assert debate.reasons[0].text.startswith("Vetoed on 26 May 2022: the Assembly debates it within ten working days")
    assert [cite.key for cite in debate.reasons[1].cites] == ["Charter 24(3)", "A/RES/76/262"]


def test_a_vetoed_amendment_calls_for_a_debate_like_a_text() -> None:
    amendment = replace(ended(date(2025, 2, 24), State.VETOED), form=Form.AMENDMENT, parent="text")
    assert debate_after(amendment, date(2025, 2, 24)).due == date(2025, 3, 10)


@pytest.mark.parametrize(
    ("state", "day", "in_session", "why"),
    [
        (State.FAILED, VETO_DAY, False, "No veto was cast"),
        (State.ADOPTED, VETO_DAY, False, "No veto was cast"),
        (State.VETOED, date(2022, 4, 25), False, "Vetoes before 26 April 2022"),
        (State.VETOED, VETO_DAY, True, "emergency special session"),
    ],
)
def test_where_no_debate_is_due(state: State, day: date, in_session: bool, why: str) -> None:
    debate = debate_after(ended(day, state), day, in_session=in_session)
    assert (debate.due, debate.in_time(None)) == (None, None)
    assert why in debate.reasons[0].text
    assert debate.reasons[0].cites[0].key == "A/RES/76/262"


def test_the_first_veto_it_can_apply_to_is_of_its_own_day() -> None:
    day = date(2022, 4, 26)
    assert debate_after(ended(day, State.VETOED), day).due == date(2022, 5, 10)


@given(DAYS, st.integers(0, 15), st.sets(DAYS, max_size=5))
def test_working_days_counted_another_way(day: date, number: int, holidays: set[date]) -> None:
    last = working_day_after(day, number, holidays)
    between = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    working = [each for each in between if each.strftime("%u") not in "67" and each not in holidays]
    assert len(working) == number
    assert working[-1:] == ([last] if number else [])


@given(DAYS, st.integers(1, 15), st.sets(DAYS, max_size=5), DAYS)
def test_one_holiday_more_never_brings_the_day_forward(day: date, number: int, holidays: set[date], more: date) -> None:
    assert working_day_after(day, number, holidays | {more}) >= working_day_after(day, number, holidays)


def test_a_holiday_can_move_the_day_and_one_on_a_sunday_does_not() -> None:
    assert working_day_after(VETO_DAY, 10, {date(2022, 5, 29)}) == working_day_after(VETO_DAY, 10)
    assert working_day_after(VETO_DAY, 10, {MEMORIAL_DAY}) > working_day_after(VETO_DAY, 10)


def test_law_24_a_report_comes_72_hours_before_the_debate_if_at_all() -> None:
    debate = datetime(2022, 6, 8, 10)
    assert report_in_time(debate - timedelta(hours=72), debate) is True
    assert report_in_time(debate - timedelta(hours=71, minutes=59), debate) is False
    assert report_in_time(None, debate) is None


SUEZ = Roll.of(council_on(date(1956, 10, 31)), {Ballot.NO: ["FRA", "GBR"], Ballot.ABSTAIN: ["AUS", "BEL"]}, Ballot.YES)
UKRAINE = Roll.of(
    council_on(date(2022, 2, 27)), {Ballot.NO: ["RUS"], Ballot.ABSTAIN: ["ARE", "CHN", "IND"]}, Ballot.YES
)


@pytest.mark.parametrize("roll", [SUEZ, UKRAINE], ids=["1956", "2022"])
def test_a_session_is_called_after_a_veto_by_the_very_tally_that_was_vetoed(roll: Roll) -> None:
    day = roll.council.on
    session = call_session([ended(day, State.VETOED, "S/2022/155")], day, roll)
    assert session.called
    assert session.decision is not None
    assert session.decision.finding.kind is Kind.PROCEDURAL
    assert session.reasons[0].text == "The veto of S/2022/155 opens the way."


@pytest.mark.parametrize("state", [State.FAILED, State.ADOPTED, State.WITHDRAWN])
def test_law_25_a_text_that_only_fell_short_opens_no_session(state: State) -> None:
    session = call_session([ended(date(2022, 2, 27), state)], date(2022, 2, 27), UKRAINE)
    assert (session.called, session.decision) == (False, None)
    assert session.reasons[0].cites[0].key == "A/RES/377 A (V)"


def test_there_was_no_session_before_uniting_for_peace() -> None:
    day = date(1950, 11, 2)
    roll = Roll.of(council_on(day), {}, Ballot.YES)
    assert not call_session([ended(day, State.VETOED)], day, roll).called
    assert call_session([ended(day, State.VETOED)], date(1950, 11, 3), roll).called


@given(st.data())
def test_a_session_is_called_exactly_by_the_votes_whoever_says_no(data: st.DataObject) -> None:
    council = data.draw(councils(15))
    roll = data.draw(rolls(council, kind=Kind.PROCEDURAL))
    session = call_session([ended(council.on, State.VETOED)], council.on, roll)
    assert session.called == (roll.ballots.count(Ballot.YES) >= 9)
