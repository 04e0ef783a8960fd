"""Questions about dates: which rulebook held on a day, and what follows a veto by when.

Knows how each is answered from the dated rules, the Council's members of a day and the Assembly's deadlines. Refuses to
know any holiday; a sheet lists those that count.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from lifecycle.model.council import Council, country_named, council_on
from lifecycle.model.decision import decide
from lifecycle.model.rules import Outcome, rule_on
from lifecycle.teaching.answers import AnswerError
from lifecycle.teaching.judging import Check, Given, by_key, kind_of, roll_of
from lifecycle.teaching.views import View

_TODAY = {"CHN": "China", "RUS": "Russian Federation"}


def _holder(council: Council, code: str, view: View) -> str:
    if view.roster == "of_today":
        return _TODAY[code]
    return next(member.name for member in council.permanent if member.code == code)


def _rulebook(given: Given, view: View) -> dict[str, Any]:
    day = date.fromisoformat(given["on"])
    council, rule = council_on(day), rule_on(day)
    seats = rule.seats if view.majority == "rule" else 26 - rule.seats
    return {
        "seats": seats,
        "majority": rule.majority if view.majority == "rule" else 16 - rule.majority,
        "china": _holder(council, "CHN", view),
        "moscow": _holder(council, "RUS", view),
    }


def _fault_of_rulebook(given: Given, answer: dict[str, Any], view: View) -> str | None:
    right = _rulebook(given, view)
    if answer.get("reading") == "law" and "law" in given:
        # The amendment was in force before the Council that it made first met; a student may argue the law of the day.
        right |= {key: int(value) for key, value in given["law"].items()}
    for key in ("seats", "majority"):
        if answer[key] != right[key]:
            return f"{key} on {given['on']}"
    for key, code in (("china", "CHN"), ("moscow", "RUS")):
        if _same_name(answer[key], given["on"]) != right[key]:
            return f"who held the seat with the code {code} on {given['on']}"
    return None


def _same_name(name: str, on: str) -> str:
    """The UN's name of that day for what the student wrote; a name that the day does not know stays as it is."""
    country = country_named(name, date.fromisoformat(on)) or country_named(name, None)
    if country is None:
        raise AnswerError(f"no state is called {name!r}")
    return country.name


def _debate_due(given: Given, view: View) -> date:
    vetoed, holidays = date.fromisoformat(given["vetoed"]), [date.fromisoformat(day) for day in given["holidays"]]
    if view.days == "calendar":
        return vetoed + timedelta(days=10)
    return debate_due(vetoed, holidays)


def _counted(given: Given, view: View) -> str:
    holidays = ", ".join(given["holidays"]) or "none listed"
    return f"ten days that are neither Saturday nor Sunday nor a holiday (holidays: {holidays}) after {given['vetoed']}"


def _report_due(given: Given, view: View) -> date:
    return (datetime.fromisoformat(given["debate"]) - timedelta(hours=72)).date()


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
