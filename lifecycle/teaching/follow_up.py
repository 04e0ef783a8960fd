"""Questions about dates: which rulebook held on a day, and what follows a veto by when.

Knows how each is answered from the dated rules, the Council's members of a day and the Assembly's deadlines. Refuses to
know any holiday; a sheet lists those that count.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from lifecycle.model.aftermath import REPORT_AHEAD, WORKING_DAYS, working_day_after
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.rules import Outcome, rule_on
from lifecycle.teaching.judging import Check, Given, by_key, kind_of, roll_of
from lifecycle.teaching.views import View

_SAME = {"China": "People's Republic of China"}
"""What the sheets call a State whose UN name does not tell it from its predecessor in the seat."""

_OTHER_ERA = {11: date(1966, 1, 3), 15: date(1946, 1, 17)}


def _holder(day: date, code: str) -> str:
    """The State that held a permanent seat on `day`."""
    name = next(member.name for member in council_on(day).permanent if member.code == code)
    return _SAME.get(name, name)


def _rulebook(given: Given, view: View) -> dict[str, Any]:
    day = date.fromisoformat(given["on"])
    rule = rule_on(day) if view.majority == "rule" else rule_on(_OTHER_ERA[rule_on(day).seats])
    seated = day if view.roster == "of_the_day" else date(2026, 1, 1)
    return {
        "seats": rule.seats,
        "majority": rule.majority,
        "china": _holder(seated, "CHN"),
        "moscow": _holder(seated, "RUS"),
    }


def _fault_of_rulebook(given: Given, answer: dict[str, Any], view: View) -> str | None:
    right = _rulebook(given, view)
    if answer.get("reading") == "law" and "law" in given:
        # The amendment was in force before the Council that it made first met; a student may argue the law of the day.
        right |= {key: int(value) for key, value in given["law"].items()}
    return next((f"{key} on {given['on']}" for key in right if answer[key] != right[key]), None)


def _debate_due(given: Given, view: View) -> date:
    vetoed, holidays = date.fromisoformat(given["vetoed"]), [date.fromisoformat(day) for day in given["holidays"]]
    if view.days == "calendar":
        return vetoed + timedelta(days=WORKING_DAYS)
    return working_day_after(vetoed, WORKING_DAYS, holidays)


def _counted(given: Given, view: View) -> str:
    holidays = ", ".join(given["holidays"]) or "none listed"
    return f"ten days that are neither Saturday nor Sunday nor a holiday (holidays: {holidays}) after {given['vetoed']}"


def _report_due(given: Given, view: View) -> date:
    return (datetime.fromisoformat(given["debate"]) - REPORT_AHEAD).date()


def _three_days(given: Given, view: View) -> str:
    return f"at least 72 hours before {given['debate']}"


def _opens_session(given: Given, view: View) -> frozenset[str]:
    found = set()
    for case in given["cases"]:
        outcome = decide(roll_of(case), kind_of(case)).outcome
        if outcome is Outcome.VETOED or (view.session_after == "any_failure" and outcome is Outcome.FAILED):
            found.add(case["draft"])
    return frozenset(found)


def _outcomes(given: Given, view: View) -> str:
    return "; ".join(f"{case['draft']} was {decide(roll_of(case), kind_of(case)).outcome}" for case in given["cases"])


CHECKS = (
    Check("rulebook", _rulebook, _fault_of_rulebook),
    by_key("debate-due", _debate_due, _counted),
    by_key("report-due", _report_due, _three_days),
    by_key("opens-session", _opens_session, _outcomes),
)
