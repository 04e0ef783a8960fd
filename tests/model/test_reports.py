"""Days, windows and quotes, as every document prints them.

Knows the fixed forms. Refuses to know what happened on a day.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.reports import MONTHS, Evidence, When, day_in_words, month_number


@given(st.dates())
def test_a_day_in_words_names_day_month_and_year(day: date) -> None:
    number, month, year = day_in_words(day).split()
    assert date(int(year), MONTHS.index(month) + 1, int(number)) == day


def test_nothing_known_of_a_day_is_null_and_says_so() -> None:
    assert When().to_json() == {"from": None, "to": None, "best": None, "basis": "none"}


def test_a_window_keeps_its_ends_and_its_best_day() -> None:
    window = When(date(2016, 9, 25), date(2016, 10, 1), date(2016, 9, 30), "solved")
    assert window.to_json() == {"from": "2016-09-25", "to": "2016-10-01", "best": "2016-09-30", "basis": "solved"}


def test_evidence_is_a_place_and_its_words() -> None:
    evidence = Evidence("a.txt", 3, 8, "words")
    assert evidence.to_json() == {"file": "a.txt", "start": 3, "end": 8, "quote": "words"}


@pytest.mark.parametrize(
    ("word", "number"), [("January", 1), ("FEB", 2), ("may", 5), ("June", 6), ("july", 7), ("Sept", 9), ("dec", 12)]
)
def test_a_month_has_its_number_in_full_in_short_and_in_any_case(word: str, number: int) -> None:
    assert month_number(word) == number
