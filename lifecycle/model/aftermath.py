"""What follows a veto: a debate in the General Assembly, a special report, perhaps an emergency special session.

Knows the ten working days and the 72 hours of A/RES/76/262, and that only a veto opens the way of A/RES/377 A (V).
Refuses to know a calendar of its own: which days are holidays at Headquarters is the caller's to say. A debate that is
late is reported as late; nothing here forbids it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lifecycle.model import charter
from lifecycle.model.ballots import Roll
from lifecycle.model.decision import Decision, decide
from lifecycle.model.draft import Draft
from lifecycle.model.reasons import Reason
from lifecycle.model.reports import day_in_words
from lifecycle.model.rules import Kind, Rule
from lifecycle.model.table import State

SINCE = date(2022, 4, 26)
"""The day of A/RES/76/262; earlier vetoes call for no debate."""

UNITING_SINCE = date(1950, 11, 3)
"""The day of A/RES/377 A (V)."""

WORKING_DAYS = 10
REPORT_AHEAD = timedelta(hours=72)


def working_day_after(day: date, number: int, holidays: Collection[date] = ()) -> date:
    """The `number`-th working day after `day`, which itself does not count; Saturdays, Sundays and `holidays` neither.

    >>> working_day_after(date(2022, 5, 26), 10), working_day_after(date(2022, 5, 26), 10, [date(2022, 5, 30)])
    (datetime.date(2022, 6, 9), datetime.date(2022, 6, 10))
    """
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and day not in holidays
    return day


@dataclass(frozen=True, slots=True)
class Debate:
    """Whether the Assembly owes a debate, and by what day; `due` is None where it owes none."""

    due: date | None
    reasons: tuple[Reason, ...]

    def in_time(self, held: date | None) -> bool | None:
        """Whether a debate on `held` keeps the day; None where none is due. A debate not held is not in time."""
        if self.due is None:
            return None
        return held is not None and held <= self.due


def debate_after(draft: Draft, on: date, holidays: Collection[date] = (), in_session: bool = False) -> Debate:
    """The debate that the vote of day `on` calls for: on a veto, of an amendment as of a text.

    `in_session` says that the Assembly meets in emergency special session on the same situation.
    """
    if draft.state is not State.VETOED:
        return Debate(None, (Reason(f"No veto was cast: {draft.name} is {draft.state}.", (charter.VETO_INITIATIVE,)),))
    if on < SINCE:
        text = f"Vetoes before {day_in_words(SINCE)} call for no debate in the Assembly."
        return Debate(None, (Reason(text, (charter.VETO_INITIATIVE,)),))
    if in_session:
        text = "The Assembly meets in emergency special session on the same situation already."
        return Debate(None, (Reason(text, (charter.VETO_INITIATIVE,)),))
    due = working_day_after(on, WORKING_DAYS, holidays)
    debate = (
        f"Vetoed on {day_in_words(on)}: the Assembly debates it within ten working days, by {day_in_words(due)}, "
        "unless it meets in emergency special session on the same situation."
    )
    report = "The Council is invited to send a special report at least 72 hours before."
    return Debate(
        due,
        (Reason(debate, (charter.VETO_INITIATIVE,)), Reason(report, (charter.ARTICLE_24_3, charter.VETO_INITIATIVE))),
    )


def report_in_time(report: datetime | None, debate: datetime) -> bool | None:
    """Whether a special report came at least 72 hours before the debate; None if there is none, which is no breach.

    >>> report_in_time(datetime(2022, 6, 5, 10), datetime(2022, 6, 8, 10))
    True
    """
    return None if report is None else debate - report >= REPORT_AHEAD


@dataclass(frozen=True, slots=True)
class Session:
    """Whether the Council calls an emergency special session; `decision` is None if it may not vote on that."""

    called: bool
    decision: Decision | None
    reasons: tuple[Reason, ...]


def call_session(before: Iterable[Draft], on: date, roll: Roll, rule: Rule | None = None) -> Session:
    """Whether `roll` calls a session on an item on which the Council has voted on the drafts `before`.

    It may only where a veto was cast on one of them: a text that fell short shows no lack of unanimity. The vote is
    procedural. Raises InputError if the rule has not the Council's seats.
    """
    if on < UNITING_SINCE:
        text = f"Before {day_in_words(UNITING_SINCE)} there was no such session."
        return Session(False, None, (Reason(text, (charter.UNITING_FOR_PEACE,)),))
    vetoed = [draft.name for draft in before if draft.state is State.VETOED]
    if not vetoed:
        text = "No veto was cast on the item: the permanent members have not failed to be unanimous."
        return Session(False, None, (Reason(text, (charter.UNITING_FOR_PEACE,)),))
    decision = decide(roll, Kind.PROCEDURAL, rule)
    opened = Reason(f"The veto of {vetoed[-1]} opens the way.", (charter.UNITING_FOR_PEACE,))
    return Session(decision.outcome == "adopted", decision, (opened, *decision.reasons))
