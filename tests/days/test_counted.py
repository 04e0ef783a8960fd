"""Days counted from others. Every sentence here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.days.counted import count, later_by, opening_later, shifts_in
from lifecycle.days.phrases import phrases_in

FRIDAY = date(2019, 5, 10)


def test_days_after_another_day_are_counted_from_it() -> None:
    late = phrases_in("The text was tabled two days after Norway shelved it Tuesday.")
    assert [phrase.days(FRIDAY) for phrase in late] == [(date(2019, 5, 7),) * 2, (date(2019, 5, 9),) * 2]
    early = phrases_in("They died on Friday, 10 days after the veto.")
    assert early[1].days(FRIDAY) == (date(2019, 4, 30), date(2019, 4, 30))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on Tuesday and voted a day later.", [date(2019, 5, 7), date(2019, 5, 8)]),
        ("They met on Tuesday, two days earlier than planned.", [date(2019, 5, 7), date(2019, 5, 5)]),
        ("They may wait until Tuesday, a day later than planned.", [date(2019, 5, 14)]),
    ],
)
def test_a_day_later_or_earlier_is_counted_from_the_day_before_it(text: str, days: list[date]) -> None:
    assert [phrase.days(FRIDAY) for phrase in phrases_in(text)] == [(day, day) for day in days]


@pytest.mark.parametrize(
    ("text", "days"),
    [("A day later it fell.", 1), ("“24 hours later it fell.”", 1), ("Two weeks later it fell.", 14)],
)
def test_a_sentence_that_opens_by_counting(text: str, days: int) -> None:
    later = opening_later(text)
    assert later is not None
    assert later_by(later) == days


def test_a_sentence_that_counts_within_it_does_not_open_so() -> None:
    assert opening_later("It fell a day later.") is None


def test_every_count_of_a_sentence_is_found() -> None:
    found = shifts_in("It fell two days after the talks, and three weeks before the vote.")
    assert [(count(shift["n"]), shift["way"]) for shift in found] == [(2, "after"), (3, "before")]
