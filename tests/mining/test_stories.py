"""Which articles tell one story. Every article here is invented."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from lifecycle.mining.stories import Group, groups_of, in_words
from lifecycle.model.reports import When
from lifecycle.press.article import Article
from lifecycle.reading.findings import findings_of

PORT = (
    "France on Monday submitted a draft resolution to the UN Security Council on a truce in the port of Adanbar. "
    "Fighting in Adanbar, in the north of Peru, has gone on for weeks. The envoy, Mr Talvero, spoke of Adanbar in Lima."
)
PORT_AGAIN = (
    "France said on Tuesday it would push its draft resolution on Adanbar in the UN Security Council. "
    "The French draft was discussed by the Security Council. People in Adanbar wait, said Mr Talvero of Peru."
)
ISLAND = (
    "Japan on Monday submitted a draft resolution to the UN Security Council on fishing in Quorrel. "
    "Boats near Quorrel were sunk, said the harbour master of Quorrel in Chile."
)
RIVAL = (
    "The Security Council on Thursday rejected a Russian draft resolution on Adanbar. "
    "A French draft resolution on a truce in Adanbar was vetoed by Russia. Guns were heard in Adanbar and in Peru."
)


def groups(*texts: str, days: tuple[str | None, ...] = ()) -> tuple[Group, ...]:
    given = [*days, *[None] * (len(texts) - len(days))]
    articles = [
        Article(f"{n}.txt", text, When.on(date.fromisoformat(day), "given") if day else When())
        for n, (text, day) in enumerate(zip(texts, given, strict=True))
    ]
    return groups_of([findings_of(article) for article in articles])


def test_one_place_and_one_sponsor_join() -> None:
    (story,) = groups(PORT, PORT_AGAIN)
    assert story.articles == [0, 1]
    (draft,) = story.drafts
    assert draft.sponsors == ["FRA"]
    assert "Adanbar" in story.reasons[0]


def test_unrelated_articles_stay_apart() -> None:
    assert [story.articles for story in groups(PORT, ISLAND)] == [[0], [1]]
    assert [story.articles for story in groups(PORT, ISLAND, PORT_AGAIN)] == [[0, 2], [1]]


def test_years_apart_is_another_story() -> None:
    near = groups(PORT, PORT_AGAIN, days=("2016-10-03", "2016-10-05"))
    far = groups(PORT, PORT_AGAIN, days=("2016-10-03", "2019-10-05"))
    assert (len(near), len(far)) == (1, 2)


def test_a_text_in_the_making_is_awaited_for_weeks_until_it_ends() -> None:
    brought = "France on Monday circulated a draft UN Security Council resolution on the force in Mali."
    due = "The UN Security Council will vote on Tuesday on the French draft resolution on the force in Mali."
    ended = brought + " Russia vetoed the French draft resolution on Wednesday."
    assert len(groups(brought, due, days=("2025-08-28", "2025-09-26"))) == 1
    assert len(groups(ended, due, days=("2025-08-28", "2025-09-26"))) == 2
    assert len(groups(brought, due, days=("2025-08-28", "2025-10-26"))) == 2


def test_a_rival_is_another_draft_of_the_same_story() -> None:
    (story,) = groups(PORT, RIVAL)
    by_sponsor = {tuple(draft.sponsors): draft.locals for draft in story.drafts}
    assert set(by_sponsor) == {("FRA",), ("RUS",)}
    assert [article for article, _ in by_sponsor["FRA",]] == [0, 1]


WISH = (
    "Peru on Monday circulated a draft resolution on Adanbar in the UN Security Council. "
    "A vote on the Peruvian draft is set for Thursday."
)
VETO = "Russia on Thursday vetoed a Peruvian draft resolution on Adanbar in the UN Security Council."
COMPROMISE = (
    "The UN Security Council on Thursday adopted a resolution on Adanbar that Peru and Chad had put forward, "
    "a week after Russia struck down an earlier text."
)
IN_TURN = (("2015-03-03", WISH), ("2015-03-06", VETO), ("2015-03-13", COMPROMISE))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_days_of_articles_decide_and_not_the_names_of_their_files(order: tuple[int, ...]) -> None:
    told = [IN_TURN[n] for n in order]
    (story,) = groups(*(text for _, text in told), days=tuple(day for day, _ in told))
    drafts = [{told[article][1] for article, _ in draft.locals} for draft in story.drafts]
    assert drafts == [{WISH, VETO}, {COMPROMISE}]  # the text that was voted down on Thursday is that set for Thursday


def test_an_article_without_a_day_keeps_its_place() -> None:
    (story,) = groups(PORT, PORT_AGAIN, RIVAL, days=("2016-10-06", None, "2016-10-04"))
    assert story.articles == [2, 1, 0]


def test_a_symbol_joins_what_shares_nothing_else() -> None:
    one = "Peru submitted draft resolution S/2019/12 to the UN Security Council on Monday."
    other = "The UN Security Council on Friday rejected draft resolution S/2019/12, a text on whaling."
    assert [story.articles for story in groups(one, other)] == [[0, 1]]
    assert len(groups(one, other.replace("S/2019/12", "S/2019/13"))) == 2


def test_an_article_without_a_live_draft_is_in_no_story() -> None:
    assert groups("The village council met on Monday.") == ()


def test_a_topic_is_shown_in_words() -> None:
    assert (in_words("SYR"), in_words("Aleppo")) == ("Syria", "Aleppo")
    today = {
        "MMR": "Myanmar",
        "ZWE": "Zimbabwe",
        "RUS": "Russia",
        "KOR": "South Korea",
        "YEM": "Yemen",
        "CAF": "Central",
    }
    assert {code: in_words(code) for code in today} == today | {"CAF": "Central African Republic"}


def test_an_adopted_text_can_change_hands() -> None:
    shots = "on Adanbar in Peru. Shots fell in Adanbar in Peru."
    first = f"The UN Security Council adopted an Egyptian draft resolution {shots}"
    other = f"The UN Security Council adopted a draft resolution by Chile {shots}"
    near = ("2016-12-23", "2016-12-24")
    assert len(groups(first, other, days=near)[0].drafts) == 1
    assert len(groups(first.replace("adopted", "rejected"), other, days=near)[0].drafts) == 2
