"""Stances are found by member and draft, and are no steps.

Knows invented articles. Refuses to know how anybody voted.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in
from lifecycle.reading.stances import stances_in

LEAD = "France submitted a draft resolution to the UN Security Council. "


def stances(text: str) -> list[tuple[str, str]]:
    article = Article("invented.txt", LEAD + text)
    _, register = found_in(article)
    return [(each.member, each.stance) for each in stances_in(article, register)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia opposes the draft.", [("RUS", "opposes")]),
        ("Peru and Chile said they could not support the text.", [("PER", "opposes"), ("CHL", "opposes")]),
        ("Ghana supports the French draft.", [("GHA", "supports")]),
        ("Russia was “ready to work on this text”.", [("RUS", "ready_to_work")]),
        ("China threatened to veto the draft.", [("CHN", "threatens_veto")]),
        ("If Russia opposes the draft, it will fail.", []),
        ("Any country that opposes the draft is wrong.", []),
        ("Russia opposes the tax.", []),
        ("Nine countries, Peru among them, voted for the draft.", []),
    ],
)
def test_invented_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert stances(text) == expected


def test_places_and_quotes_are_of_the_article() -> None:
    article = Article("invented.txt", LEAD + "Russia opposes the draft, while Peru waits.")
    _, register = found_in(article)
    (stance,) = stances_in(article, register)
    assert article.text[stance.start : stance.end] == "opposes"
    assert stance.quote in article.text
    assert "Peru" not in stance.quote


def test_an_article_without_a_draft_has_none() -> None:
    article = Article("invented.txt", "Russia opposes the draft of the wind.")
    assert stances_in(article, found_in(article)[1]) == ()
