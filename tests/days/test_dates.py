"""What each kind of phrase means on a day of publication, by hand and by laws."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from lifecycle.days.dates import FUTURE, NEAR, PAST, RECENT, Phrase, month_of
from lifecycle.testing_press import publication_days, weekday_phrases

SATURDAY = date(2016, 10, 8)


def phrase(kind: str, a: int = 0, b: int = 0, looks: str = PAST, shift: int = 0) -> Phrase:
    return Phrase(kind, a, b, 0, 1, shift, looks)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        (phrase("weekday", 5), SATURDAY, SATURDAY),
        (phrase("weekday", 3), date(2016, 10, 6), date(2016, 10, 6)),
        (phrase("weekday", 3, 1), date(2016, 10, 6), date(2016, 10, 7)),
        (phrase("weekday", 5, 1), date(2016, 10, 1), date(2016, 10, 2)),
        (phrase("weekday", 3, 1, looks=FUTURE), date(2016, 10, 13), date(2016, 10, 14)),
        (phrase("weekday", 0, looks=FUTURE), date(2016, 10, 10), date(2016, 10, 10)),
        (phrase("weekday", 5, looks=FUTURE), SATURDAY, SATURDAY),
        (phrase("weekday", 6, looks=NEAR), date(2016, 10, 9), date(2016, 10, 9)),
        (phrase("weekday", 4, looks=NEAR), date(2016, 10, 7), date(2016, 10, 7)),
        (phrase("named_weekday", 5, -1), date(2016, 10, 1), date(2016, 10, 1)),
        (phrase("named_weekday", 5, 1), date(2016, 10, 15), date(2016, 10, 15)),
        (phrase("day_of_week", 0, -1), date(2016, 9, 26), date(2016, 9, 26)),
        (phrase("day_of_week", 0, 1), date(2016, 10, 10), date(2016, 10, 10)),
        (phrase("offset", -1, -1), date(2016, 10, 7), date(2016, 10, 7)),
        (phrase("weekend", 0, looks=FUTURE), SATURDAY, date(2016, 10, 9)),
        (phrase("week", 0, 1), date(2016, 10, 3), SATURDAY),
        (phrase("week", -1), date(2016, 9, 26), date(2016, 10, 2)),
        (phrase("month_offset", -1), date(2016, 9, 1), date(2016, 9, 30)),
        (phrase("year_offset", -1), date(2015, 1, 1), date(2015, 12, 31)),
        (phrase("yearless", 9, 17), date(2016, 9, 17), date(2016, 9, 17)),
        (phrase("month", 9), date(2016, 9, 1), date(2016, 9, 30)),
        (phrase("month", 10), date(2016, 10, 1), SATURDAY),
        (phrase("eve"), date(2016, 10, 7), date(2016, 10, 7)),
        (phrase("eve", looks=FUTURE), date(2016, 10, 14), date(2016, 10, 14)),
        (phrase("month", 11), date(2015, 11, 1), date(2015, 11, 30)),
        (phrase("month", 3, -1), date(2015, 3, 1), date(2015, 3, 31)),
        (phrase("day", 736245, 736245), SATURDAY, SATURDAY),
        (phrase("weekday", 4, shift=-10), date(2016, 9, 27), date(2016, 9, 27)),
    ],
)
def test_a_phrase_read_on_a_saturday(said: Phrase, first: date, last: date) -> None:
    assert said.days(SATURDAY) == (first, last)


def test_what_was_done_over_the_weekend_was_done_by_the_day_of_publication() -> None:
    assert phrase("weekend", looks=PAST).days(SATURDAY) == (SATURDAY, SATURDAY)
    assert phrase("weekend", looks=FUTURE).days(SATURDAY) == (SATURDAY, date(2016, 10, 9))


def test_a_weekend_that_is_over_is_the_last_one() -> None:
    assert phrase("weekend").days(date(2016, 10, 5)) == (date(2016, 10, 1), date(2016, 10, 2))


def test_a_day_without_a_year_is_never_far_away() -> None:
    assert phrase("yearless", 9, 17).days(date(2016, 8, 20)) is None
    assert phrase("yearless", 9, 17, looks=NEAR).days(date(2016, 9, 15)) == (date(2016, 9, 17), date(2016, 9, 17))
    assert phrase("yearless", 2, 30).days(SATURDAY) is None


def test_a_day_before_the_calendar_begins_is_none() -> None:
    assert phrase("offset", -1, -1).days(date.min) is None


@given(weekday_phrases(), publication_days())
def test_a_weekday_falls_on_itself_less_than_a_week_away(said: Phrase, published: date) -> None:
    days = said.days(published)
    assert days is not None
    first, last = days
    assert first == last
    assert first.weekday() == said.a
    assert abs((first - published).days) <= 6


@given(weekday_phrases(), publication_days())
def test_a_past_weekday_is_not_after_the_news(said: Phrase, published: date) -> None:
    days = said.days(published)
    assert days is not None
    assert said.looks != PAST or days[1] <= published
    assert said.looks != FUTURE or days[0] >= published


def test_that_law_is_not_empty() -> None:
    assert phrase("weekday", 6, looks=FUTURE).days(SATURDAY) != phrase("weekday", 6).days(SATURDAY)


@given(publication_days())
def test_a_bare_month_is_the_latest_of_its_name(published: date) -> None:
    for month in range(1, 13):
        days = phrase("month", month).days(published)
        assert days is not None
        assert days[1] <= published
        assert days[0].month == month
        whole = month_of(days[0].year, month)
        assert days == (whole if month != published.month else (whole[0], published))


@given(publication_days())
def test_a_month_and_day_lie_near(published: date) -> None:
    yesterday = published - timedelta(1)
    said = phrase("yearless", yesterday.month, yesterday.day)
    assert said.days(published) == (yesterday, yesterday)
    assert RECENT < 365


def test_a_constant_means_the_same_on_any_day() -> None:
    said = phrase("day", 736245, 736245)
    assert said.constant
    assert said.days(date(2011, 1, 1)) == said.days(date(2020, 1, 1))
    assert not phrase("weekday", 5).constant
