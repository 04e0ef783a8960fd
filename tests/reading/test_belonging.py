"""Which days of a sentence are those of its steps. Every sentence here is invented.

The articles are of Thursday, 16 May 2024; days are of that May.
"""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.mining.mined import Mined
from lifecycle.mining.miner import mine
from lifecycle.press.article import Article, published_on

THURSDAY = date(2024, 5, 16)


def mined(text: str) -> Mined:
    return mine([published_on(Article("a.txt", text), THURSDAY)])


def days(text: str) -> dict[str, int | None]:
    """The best day of each type of step in the text."""
    return {each.type: each.date.best.day if each.date.best else None for each in mined(text).mentions}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Security Council adopted the draft by 13 votes to none on Wednesday.", {"adopted": 15}),
        ("The Security Council extended the force for 12 months on Wednesday by a resolution.", {"adopted": 15}),
        ("Russia vetoed the Security Council draft this Wednesday in New York.", {"vetoed": 15}),
        ("Russia vetoed the Security Council draft in the Wednesday vote.", {"vetoed": 15}),
        ("The Security Council adopted its first resolution on cod since October on Wednesday.", {"adopted": 15}),
        ("The Security Council vote on a draft was put off, said China, which presides this month.", {"postponed": 16}),
        ("On Monday, after Russia objected, Britain revised the Security Council draft.", {"revised": 13}),
        ("On Friday, after a briefing, the Security Council will vote on a draft.", {"vote_scheduled": 17}),
        (
            "France has called a Security Council meeting for Friday, when the draft will be put to a vote.",
            {"vote_scheduled": 17},
        ),
        (
            "The Security Council will debate the draft on Friday and will vote on it the following day.",
            {"discussed": 17, "vote_scheduled": 18},
        ),
        (
            "France will circulate the Security Council draft on Monday and a vote will be held two days later.",
            {"circulated": 20, "vote_scheduled": 22},
        ),
        (
            "Russia vetoed on Wednesday a Security Council draft submitted by Albania on Monday.",
            {"vetoed": 15, "submitted": 13},
        ),
        (
            "The Security Council is to vote on a draft circulated by Albania on Monday.",
            {"circulated": 13, "vote_scheduled": 20},
        ),
        (
            "Norway circulated a Security Council draft on Monday, a day before the Council was set to vote on it.",
            {"circulated": 13, "vote_scheduled": 14},
        ),
        (
            "The Security Council vote on the draft is set for Monday; a summit in Cairo was postponed until Sunday.",
            {"vote_scheduled": 20},
        ),
    ],
)
def test_the_days_of_a_sentence_are_shared_out(text: str, wanted: dict[str, int]) -> None:
    assert days(text) == wanted


def test_an_aside_keeps_all_its_days() -> None:
    text = "The Security Council draft, circulated on Monday and put in blue on Tuesday, was adopted with 14 votes."
    told = {each.type: each.date for each in mined(text).mentions}
    assert [told[step].best for step in ("circulated", "submitted")] == [date(2024, 5, 13), date(2024, 5, 14)]
    assert told["adopted"].from_day is not None
    assert told["adopted"].from_day >= date(2024, 5, 14)
    assert not mined(text).conflicts


@pytest.mark.parametrize(
    "text",
    [
        "The US vetoed a Security Council draft resolution. Strikes in Mali killed 60 on Tuesday, medics said.",
        "An air strike killed 20 on Sunday. The US vetoed a Security Council draft resolution.",
        "The US vetoed a Security Council draft resolution. Since Sunday 40 have died.",
        "The US vetoed a Security Council draft resolution. It was originally set for a vote on a Monday in March.",
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_news(text: str) -> None:
    assert days(text)["vetoed"] == THURSDAY.day


def test_the_day_of_an_older_version_is_not_that_of_the_new_one() -> None:
    text = "Russia on Wednesday submitted a Security Council draft, a version of a text first circulated on May 6."
    assert days(text) == {"submitted": 15, "circulated": 6}


def test_hours_of_what_a_text_orders_date_no_vote() -> None:
    (adopted,) = mined("The Security Council adopted the draft, which sets a curfew from 8 p.m. to 6 a.m.").mentions
    assert (adopted.date.from_day, adopted.date.to_day) == (date(2024, 5, 15), THURSDAY)


def test_another_vote_is_not_the_one_that_was_held() -> None:
    text = "Russia vetoed the Security Council draft on Tuesday. A second vote will be held."
    assert days(text) == {"vetoed": 14, "vote_scheduled": None}
