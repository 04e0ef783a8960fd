"""The day whose news an article tells. The articles are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from lifecycle.dating.told import NEWS_WITHIN, Issue
from lifecycle.days.dates import Phrase
from lifecycle.testing_press import publication_days

TUESDAY = date(2025, 3, 4)
SUNDAY = Phrase("weekday", 6, 0, 0, 1)
FRIDAY_A_WEEK_AGO = Phrase("offset", -11, -11, 0, 1)
LAST_WEEK = Phrase("week", -1, 0, 0, 1)
STAMP = Phrase("yearless", 3, 4, 0, 1)


@pytest.mark.parametrize(
    ("news", "day"),
    [
        ((), TUESDAY),
        ((SUNDAY,), date(2025, 3, 2)),
        ((FRIDAY_A_WEEK_AGO,), TUESDAY),
        ((FRIDAY_A_WEEK_AGO, SUNDAY), date(2025, 3, 2)),
        ((LAST_WEEK,), TUESDAY),
        ((STAMP, SUNDAY), date(2025, 3, 2)),
        ((STAMP,), TUESDAY),
    ],
)
def test_the_first_late_day_at_the_top_is_that_of_the_news(news: tuple[Phrase, ...], day: date) -> None:
    assert Issue(TUESDAY, "given", (), news).day_of_news(TUESDAY) == day


@given(publication_days())
def test_the_window_of_the_news_holds_its_day_and_ends_with_the_article(published: date) -> None:
    issue = Issue(published, "given", (), (SUNDAY,))
    news = issue.day_of_news(published)
    assert 0 <= (published - news).days <= NEWS_WITHIN
    for lead in (True, False):
        ((first, last),) = issue.told_as_news(published.toordinal(), lead=lead)
        assert first <= news.toordinal() <= last == published.toordinal()
