"""Rulebooks by date and deadlines after a veto, worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lifecycle.teaching.grader import CHECKS
from lifecycle.teaching.views import CHARTER, views_of

LAW = {"seats": "15", "majority": "9"}
ROC, PRC = "Republic of China", "People's Republic of China"


@pytest.mark.parametrize(
    ("on", "seats", "majority", "china", "moscow"),
    [
        ("1950-01-13", 11, 7, ROC, "USSR"),
        ("1965-12-31", 11, 7, ROC, "USSR"),
        ("1966-01-03", 15, 9, ROC, "USSR"),
        ("1971-10-25", 15, 9, ROC, "USSR"),
        ("1971-10-26", 15, 9, PRC, "USSR"),
        ("1991-12-25", 15, 9, PRC, "Russian Federation"),
    ],
)
def test_each_day_has_its_rulebook(on: str, seats: int, majority: int, china: str, moscow: str) -> None:
    answer = {"seats": seats, "majority": majority, "china": china, "moscow": moscow}
    assert CHECKS["rulebook"].fault({"on": on}, answer, CHARTER) is None
    wrong = answer | {"majority": 8}
    assert CHECKS["rulebook"].fault({"on": on}, wrong, CHARTER) == f"majority on {on}"


def test_in_the_autumn_of_1965_law_and_practice_are_both_right_if_they_are_named() -> None:
    given = {"on": "1965-11-20", "law": LAW}
    holders = {"china": ROC, "moscow": "USSR"}
    by_law: dict[str, Any] = {"seats": 15, "majority": 9, **holders}
    fault = CHECKS["rulebook"].fault
    assert fault(given, {"seats": 11, "majority": 7, **holders}, CHARTER) is None
    assert fault(given, by_law | {"reading": "law"}, CHARTER) is None
    assert fault(given, by_law | {"reading": "practice"}, CHARTER) == "seats on 1965-11-20"


@pytest.mark.parametrize(("holidays", "due"), [(["2022-05-30"], date(2022, 6, 10)), ([], date(2022, 6, 9))])
def test_the_debate_is_due_on_the_tenth_working_day(holidays: list[str], due: date) -> None:
    """27 May is the first; with 30 May a holiday the tenth is 10 June, without 9 June (A/RES/76/262)."""
    given = {"vetoed": "2022-05-26", "holidays": holidays}
    assert CHECKS["debate-due"].key(given, CHARTER) == due
    assert CHECKS["debate-due"].key(given, views_of(["H14"])[0]) == date(2022, 6, 5)


def test_a_report_comes_three_days_ahead() -> None:
    assert CHECKS["report-due"].key({"debate": "2022-06-08T10:00"}, CHARTER) == date(2022, 6, 5)


def test_only_a_veto_opens_a_session() -> None:
    cases = [
        {"draft": "short", "on": "2016-10-08", "yes": ["RUS"], "rest": "no"},
        {"draft": "vetoed", "on": "2022-02-25", "no": ["RUS"], "rest": "yes"},
    ]
    key = CHECKS["opens-session"].key
    assert key({"cases": cases}, CHARTER) == {"vetoed"}
    assert key({"cases": cases}, views_of(["H14"])[1]) == {"short", "vetoed"}
