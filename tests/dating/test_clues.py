"""What an article's phrases say of its own day. The weeks here are invented."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from lifecycle.dating.clues import FRESH, cost, possible
from lifecycle.days.dates import FUTURE, PAST, Phrase
from lifecycle.testing_press import publication_days, weekday_phrases

MONDAY, THURSDAY, SATURDAY = 0, 3, 5


def weekday(day: int, looks: str = PAST) -> Phrase:
    return Phrase("weekday", day, 0, 0, 1, 0, looks)


def fitting(*phrases: Phrase) -> list[int]:
    """The days of October 2016 on which an article with these phrases can have come out."""
    return [day for day in range(1, 32) if possible([phrases], date(2016, 10, day))]


def test_two_weekdays_are_of_one_week() -> None:
    # Monday behind and Thursday ahead: Tuesday, Wednesday, or the Monday and Thursday themselves.
    assert fitting(weekday(MONDAY), weekday(THURSDAY, FUTURE))[:6] == [3, 4, 5, 6, 10, 11]


def test_news_is_fresh() -> None:
    assert fitting(weekday(SATURDAY))[:5] == [1, 2, 3, 4, 8]
    assert FRESH == 3


def test_a_month_and_day_without_a_year_bound_the_year() -> None:
    september = Phrase("yearless", 9, 17, 0, 1)
    assert possible([(september,)], date(2016, 10, 6))
    assert not possible([(september,)], date(2016, 8, 20))


def test_a_day_that_is_past_is_not_ahead() -> None:
    stated = Phrase("day", date(2016, 10, 8).toordinal(), date(2016, 10, 8).toordinal(), 0, 1)
    assert fitting(stated) == list(range(8, 32))


def test_a_month_alone_is_another_month() -> None:
    october = Phrase("month", 10, 0, 0, 1)
    assert fitting(october) == []


def test_the_weekend_to_come_is_not_announced_on_its_sunday() -> None:
    weekend = [(Phrase("weekend", 0, 0, 0, 1, 0, FUTURE),)]
    assert cost(weekend, date(2016, 10, 9)) > cost(weekend, date(2016, 10, 8))


@given(weekday_phrases(), publication_days())
def test_a_nearer_day_costs_less(said: Phrase, published: date) -> None:
    days = said.days(published)
    assert days is not None
    assert cost([(said,)], published) >= abs((days[1] - published).days)


def test_without_phrases_every_day_is_possible() -> None:
    assert fitting() == list(range(1, 32))
