"""Days counted from others. Every sentence here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.days.counted import count, counted_from_before, from_a_day_before, shifts_in
from lifecycle.days.phrases import phrases_in

FRIDAY = date(2019, 5, 10)


def test_days_after_another_day_are_counted_from_it() -> None:
    late = phrases_in("The text was tabled two days after Norway shelved it Tuesday.")
    assert [phrase.days(FRIDAY) for phrase in late] == [(date(2019, 5, 7),) * 2, (date(2019, 5, 9),) * 2]
    early = phrases_in("They died on Friday, 10 days after the veto.")
    assert early[1].days(FRIDAY) == (date(2019, 4, 30), date(2019, 4, 30))


def test_days_after_something_in_a_sentence_without_a_day_are_counted_back_from_the_news() -> None:
    (phrase,) = phrases_in("The vote came two days after the veto, and a week before the talks.")
    assert phrase.from_the_news
    assert phrase.days(FRIDAY) == (date(2019, 5, 6), date(2019, 5, 8))
    assert not any(each.from_the_news for each in phrases_in("They died on Friday, 10 days after the veto."))
    assert not phrases_in("A vote will be held two days after the talks.")


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


TUESDAY = phrases_in("They met on Tuesday.")[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A day later it fell.", date(2019, 5, 8)),
        ("“24 hours later it fell.”", date(2019, 5, 8)),
        ("Two days later it fell.", date(2019, 5, 9)),
        ("The following day it fell.", date(2019, 5, 8)),
        ("It fell the same day.", date(2019, 5, 7)),
        ("Minutes later it fell.", date(2019, 5, 7)),
        ("Half an hour later it fell.", date(2019, 5, 7)),
        ("Immediately afterwards it fell.", date(2019, 5, 7)),
    ],
)
def test_a_sentence_that_counts_from_the_day_named_before_it(text: str, day: date) -> None:
    counted = counted_from_before(text, (), TUESDAY)
    assert counted is not None
    assert counted.days(FRIDAY) == (day, day)


@pytest.mark.parametrize("text", ["It fell a day later.", "It fell.", "Two hours later it fell."])
def test_other_sentences_count_from_no_day_before(text: str) -> None:
    assert counted_from_before(text, (), TUESDAY) is None


def test_a_day_of_its_own_is_what_the_next_one_is_counted_from() -> None:
    text = "Tabled on Wednesday, it fell the next day."
    own = phrases_in(text)
    counted = counted_from_before(text, own, TUESDAY)
    assert counted is not None
    assert counted.days(FRIDAY) == (date(2019, 5, 9), date(2019, 5, 9))
    assert counted_from_before("Minutes later it fell, on Wednesday.", own, TUESDAY) is None


def test_every_count_of_a_sentence_is_found() -> None:
    found = shifts_in("It fell two days after the talks, and three weeks before the vote.")
    assert [(count(shift["n"]), shift["way"]) for shift in found] == [(2, "after"), (3, "before")]


def test_what_opens_a_sentence_with_earlier_is_counted_from_the_weekday_before_it() -> None:
    text = "Three days earlier it fell."
    (counted,) = from_a_day_before(text, phrases_in(text), TUESDAY)
    assert counted.days(FRIDAY) == (date(2019, 5, 4), date(2019, 5, 4))
    (said,) = from_a_day_before(text, phrases_in(text), None)
    assert said.days(FRIDAY) == (date(2019, 5, 7), date(2019, 5, 7))
    ago = "Three days ago it fell."
    assert from_a_day_before(ago, phrases_in(ago), TUESDAY) == phrases_in(ago)
