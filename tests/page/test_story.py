"""What the page tells of a scenario: quotes in their sentences, what was known when, and no whole article unasked."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from lifecycle.analysis.daily import forecasts
from lifecycle.model.reports import Evidence, When
from lifecycle.page.story import AROUND, _Texts, citations, story, when_in_words
from lifecycle.press.article import read_article
from lifecycle.reading.findings import findings_of
from lifecycle.scenario.loader import load
from lifecycle.scenario.press import Press

ROOT = Path(__file__).parents[2]
ALEPPO = ROOT / "scenarios" / "aleppo-2016" / "as-reported.yaml"


@pytest.fixture(scope="module")
def aleppo() -> dict[str, Any]:
    """The two drafts of October 2016."""
    return story(load(ALEPPO), Press(), full_text=False)


def evidence(told: dict[str, Any]) -> list[dict[str, str]]:
    """Every quote of a story."""
    return [
        words
        for draft in told["drafts"]
        for each in (*draft["steps"], *draft["said"], *draft["replaced"])
        for words in each["evidence"]
    ]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(), "no day given"),
        (When.on(date(2024, 3, 14), "stated"), "14 March 2024"),
        (When(best=date(2024, 3, 14)), "14 March 2024"),
        (When(to_day=date(2024, 3, 14)), "by 14 March 2024"),
        (When(to_day=date(2024, 3, 14), best=date(2024, 3, 14)), "by 14 March 2024"),
        (When(to_day=date(2024, 3, 14), best=date(2024, 3, 12)), "12 March 2024"),
        (When(from_day=date(2024, 3, 11)), "from 11 March 2024"),
        (When(date(2024, 3, 11), date(2024, 3, 14)), "11 March 2024 to 14 March 2024"),
    ],
)
def test_a_latest_day_stays_one_and_a_window_without_a_best_day_is_shown(when: When, words: str) -> None:
    assert when_in_words(when) == words


def test_both_drafts_end_as_they_did(aleppo: dict[str, Any]) -> None:
    assert [(draft["symbol"], draft["state"]) for draft in aleppo["drafts"]] == [
        ("S/2016/846", "vetoed"),
        ("S/2016/847", "failed"),
    ]
    assert len(aleppo["members"]) == 15
    assert aleppo["ok"]


def test_a_quote_stands_between_words_of_its_article(aleppo: dict[str, Any]) -> None:
    texts = {path.name: path.read_bytes().decode("utf-8") for path in (ROOT / "seeds").glob("*.txt")}
    found = evidence(aleppo)
    assert found
    for words in found:
        assert words["before"] + words["quote"] + words["after"] in texts[words["file"]]
        assert max(len(words["before"]), len(words["after"])) <= AROUND
    assert any(words["before"] for words in found)


def test_no_article_is_there_whole_unless_asked_for(aleppo: dict[str, Any]) -> None:
    assert aleppo["articles"] == []
    whole = story(load(ALEPPO), Press(), full_text=True)["articles"]
    assert [each["file"] for each in whole] == sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))


def test_more_is_known_from_day_to_day(aleppo: dict[str, Any]) -> None:
    days = [each["day"] for each in aleppo["known"]]
    assert days == sorted(set(days))
    french = [each["drafts"]["french"]["state"] for each in aleppo["known"]]
    assert french[-1] == "vetoed"
    assert french[0] not in {"vetoed", "submitted"}


def test_sources_are_told_with_their_links() -> None:
    found = citations(["Charter 27(3)", "Charter 27(3)", "Rule 35"])
    assert list(found) == ["Charter 27(3)", "Rule 35"]
    assert all(each["says"] and each["link"].startswith("https://") for each in found.values())


def test_where_members_lean_the_forecast_is_told_exactly(aleppo: dict[str, Any]) -> None:
    told = story(load(ROOT / "scenarios" / "questions" / "a-close-vote.yaml"), Press(), full_text=False)
    shares = {outcome: Fraction(exact) for outcome, exact, _ in told["forecast"]["text"]}
    assert sum(shares.values()) == 1
    assert shares == dict(forecasts(load(ROOT / "scenarios" / "questions" / "a-close-vote.yaml"))[0].last.outcomes)
    assert aleppo["forecast"] == {}


def test_a_quote_of_a_web_page_stands_between_its_neighbours(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "<html><head><style>p { color: red }</style></head><body><p>The Security Council met on a draft.</p>"
        "<p>Russia <b>vetoed</b> the draft resolution. Peru left.</p></body></html>",
        encoding="utf-8",
    )
    (veto,) = [m for m in findings_of(read_article(path, "page.txt")).mentions if m.type == "vetoed"]
    told = _Texts({"page.txt": path}).around(Evidence("page.txt", veto.start, veto.end, veto.quote, veto.cue))
    assert told["before"].strip() == "The Security Council met on a draft."
    assert told["quote"].startswith("Russia vetoed the draft resolution")
    assert told["after"].strip(" .") == "Peru left"
