"""What a mention's phrase allows. The mentions here are invented."""

from __future__ import annotations

from datetime import date

from lifecycle.mining.dates import EVENT, FUTURE, PAST, STATEMENT, Phrase
from lifecycle.mining.told import SAID_WITHIN, Told

MONDAY = date(2016, 10, 3).toordinal()


def told(type_: str, time: Phrase | None, dates: str = EVENT, modality: str = "occurred") -> Told:
    return Told(0, "d1", type_, modality, time, dates, False, 0)


def test_an_announcement_dates_the_step_up_to_itself() -> None:
    said = told("submitted", Phrase("weekday", 0, 0, 0, 1), STATEMENT)
    assert said.windows(known=True)(MONDAY) == ((MONDAY - SAID_WITHIN, MONDAY),)


def test_a_monday_told_on_a_monday_can_be_the_next() -> None:
    plan = told("vote_scheduled", Phrase("weekday", 0, 0, 0, 1, 0, FUTURE), modality="planned")
    assert plan.windows(known=True)(MONDAY) == ((MONDAY, MONDAY),)
    assert plan.windows(known=False)(MONDAY) == ((MONDAY, MONDAY), (MONDAY + 7, MONDAY + 7))
    assert plan.windows(known=False)(MONDAY - 1) == ((MONDAY, MONDAY),)


def test_no_phrase_allows_nothing() -> None:
    assert told("adopted", None).windows(known=True)(MONDAY) == ()
    assert told("adopted", Phrase("yearless", 2, 30, 0, 1, 0, PAST)).windows(known=True)(MONDAY) == ()


def test_all_that_is_said_of_a_vote_happened_once() -> None:
    assert told("vetoed", None).once == told("voted", None).once == ("d1", "vote")
    assert told("discussed", None).once is None
    assert told("vetoed", None, modality="hypothetical").once is None
