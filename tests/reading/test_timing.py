"""Which day each step of a sentence gets. Every sentence here is invented; the days are worked out on a calendar.

The articles are of Tuesday, 4 March 2025, unless a test says otherwise.
"""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.mining.mined import Mention
from lifecycle.mining.miner import mine
from lifecycle.press.article import Article, published_on

TUESDAY = date(2025, 3, 4)


def mentions(text: str, published: date = TUESDAY) -> tuple[Mention, ...]:
    return mine([published_on(Article("a.txt", text), published)], {}).mentions


def day_of(text: str, type_: str, published: date = TUESDAY) -> date | None:
    """The best day of the one step of this type."""
    (found,) = {each.date.best for each in mentions(text, published) if each.type == type_}
    return found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Norway put the UN Security Council draft resolution in blue on Monday and a vote is set for Friday.",
            {"submitted": 3, "vote_scheduled": 7},
        ),
        (
            "Norway circulated the UN Security Council draft resolution on Saturday and withdrew it on Monday.",
            {"circulated": 1, "withdrawn": 3},
        ),
        (
            "A UN Security Council draft resolution tabled by Norway on Sunday was vetoed by Russia on Monday.",
            {"submitted": 2, "vetoed": 3},
        ),
        (
            "The UN Security Council draft resolution, put in blue on Sunday, was adopted on Tuesday.",
            {"submitted": 2, "adopted": 4},
        ),
        (
            "Russia vetoed the UN Security Council draft resolution that Norway had tabled on Sunday.",
            {"submitted": 2, "vetoed": 4},
        ),
        (
            "Norway pulled the UN Security Council draft resolution on Monday, hours before it was to be voted on.",
            {"withdrawn": 3, "vote_scheduled": 3},
        ),
        (
            "Norway withdrew the UN Security Council draft resolution it had circulated on Sunday.",
            {"circulated": 2, "withdrawn": 4},
        ),
    ],
)
def test_each_step_has_its_own_day(text: str, days: dict[str, int]) -> None:
    assert {each.type: each.date.best for each in mentions(text)} == {
        step: date(2025, 3, day) for step, day in days.items()
    }


def test_a_thought_has_not_the_day_of_the_deed_behind_it() -> None:
    text = "Russia had considered a veto but let the UN Security Council text pass on Monday."
    (thought, deed) = mentions(text)
    assert (thought.type, thought.date.best) == ("vetoed", None)
    assert (deed.type, deed.date.best) == ("adopted", date(2025, 3, 3))


def test_what_stands_behind_after_is_not_of_the_day_before_it() -> None:
    told = "The UN Security Council draft resolution was adopted on Monday after Norway had put it in blue."
    (blue,) = (each for each in mentions(told) if each.type == "submitted")
    assert (blue.date.best, blue.date.to_day) == (None, date(2025, 3, 3))
    same = "The UN Security Council draft resolution was adopted on Monday hours after Norway had put it in blue."
    assert day_of(same, "submitted") == date(2025, 3, 3)


def test_what_came_before_a_vote_is_not_after_it() -> None:
    told = "Russia on Monday vetoed a UN Security Council draft resolution submitted by Norway."
    (submitted,) = (each for each in mentions(told) if each.type == "submitted")
    assert (submitted.date.best, submitted.date.to_day) == (None, date(2025, 3, 3))


def test_a_day_at_the_end_is_that_of_the_verb_and_not_of_a_participle() -> None:
    told = mentions("The Security Council adopted a draft resolution circulated by Norway and Chad on Monday.")
    assert [(each.type, each.date.best) for each in told] == [("adopted", date(2025, 3, 3)), ("circulated", None)]
    told = mentions("Russia vetoed a Security Council draft resolution. It was tabled by Norway on Sunday.")
    assert [(each.type, each.date.best) for each in told][1] == ("submitted", date(2025, 3, 2))


def test_weeks_counted_give_way_to_a_day_that_is_stated() -> None:
    text = (
        "Norway spoke on Monday, a week after Russia vetoed the Security Council draft resolution. The "
        "draft resolution was vetoed on February 23."
    )
    assert day_of(text, "vetoed") == date(2025, 2, 23)
    assert not mine([published_on(Article("a.txt", text), TUESDAY)]).conflicts


def test_days_behind_what_follows_a_vote_are_of_what_it_followed() -> None:
    text = "Russia vetoed the UN Security Council draft resolution on Tuesday. The veto followed a debate on Monday."
    assert day_of(text, "vetoed") == TUESDAY


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("had been planned for Thursday, but it was pushed back to Friday.", TUESDAY, date(2025, 3, 6)),
        ("had been planned for Thursday, but it was put off until Monday.", date(2025, 3, 7), date(2025, 3, 6)),
        ("was set for Tuesday but has been delayed until Wednesday.", TUESDAY, TUESDAY),
        ("is expected later this week.", date(2025, 3, 5), date(2025, 3, 6)),
        ("is due at 3 p.m. in New York.", TUESDAY, TUESDAY),
        ("is due at 3 p.m. on Thursday.", TUESDAY, date(2025, 3, 6)),
        ("is due later in the day.", TUESDAY, TUESDAY),
    ],
)
def test_the_day_of_a_vote_to_come(text: str, published: date, day: date) -> None:
    assert day_of(f"A vote on the UN Security Council draft resolution {text}", "vote_scheduled", published) == day


@pytest.mark.parametrize(
    "text",
    [
        "extended the sanctions on Mali to August 31, 2025",
        "kept the mission in Mali in place through June 30, 2025",
        "demanded that troops leave Mali by June 30, 2025",
        "called for elections in Mali by the end of 2026",
        "called for elections in Mali in June 2026",
    ],
)
def test_a_day_to_come_in_what_a_text_says_refutes_no_day_of_publication(text: str) -> None:
    mined = mine(
        [published_on(Article("a.txt", f"The UN Security Council on Monday {text} by a resolution."), TUESDAY)]
    )
    assert mined.articles[0].published.best == TUESDAY
    assert not mined.conflicts


def test_a_month_to_come_dates_no_vote() -> None:
    text = "The UN Security Council rejected a draft resolution calling for an end of the rule in Mali {} 2026."
    for words in ("by the end of", "in June", "in late"):
        assert day_of(text.format(words), "failed") == TUESDAY


def test_a_stamp_at_the_end_of_a_headline_is_no_day_of_the_vote() -> None:
    text = "UN Security Council Adopts Resolution on Cod - 2025-03-04\n\nThe Council adopted the draft on Sunday."
    assert day_of(text, "adopted") == date(2025, 3, 2)
    assert mine([Article("a.txt", text)]).articles[0].published.best == TUESDAY


def test_a_headline_means_the_vote_that_its_article_dates() -> None:
    text = "UN to vote on draft resolution on cod\n\nThe UN Security Council will vote on the draft on Thursday."
    assert day_of(text, "vote_scheduled") == date(2025, 3, 6)


def test_a_vote_that_was_set_is_that_which_was_held() -> None:
    text = (
        "Russia vetoed the UN Security Council draft resolution on Monday. It intervened a few hours before the "
        "scheduled vote on the draft resolution."
    )
    assert day_of(text, "vote_scheduled") == date(2025, 3, 3)


def test_words_quoted_count_from_the_day_of_the_news() -> None:
    text = (
        "Norway circulated a UN Security Council draft resolution on Monday. “We will vote on the draft resolution "
        "tomorrow,” its envoy said."
    )
    assert day_of(text, "vote_scheduled") == TUESDAY
    assert day_of(text.replace("Monday", "Tuesday"), "vote_scheduled") == date(2025, 3, 5)


@pytest.mark.parametrize("told", ["vetoed", "has vetoed", "vetoes"])
def test_a_vote_without_a_day_is_of_the_day_of_the_news(told: str) -> None:
    text = f"Russia {told} the UN Security Council draft resolution.\n\nThe envoys met on Sunday in New York."
    assert day_of(text, "vetoed") == date(2025, 3, 2)
    assert day_of(text.replace("on Sunday ", ""), "vetoed") == TUESDAY


def test_a_weekday_that_marks_a_noun_is_none_of_the_vote() -> None:
    text = "China vetoed a UN Security Council resolution on the results of a Sunday referendum in Mali."
    assert day_of(text, "vetoed") == TUESDAY
    text = "The UN Security Council adopted a resolution on cod, 15-0, in the Sunday vote on the draft."
    assert day_of(text, "voted") == date(2025, 3, 2)


def test_the_day_of_a_vote_that_comes_up_is_no_day_of_the_news() -> None:
    text = "Envoys met on the UN Security Council draft resolution on cod. The draft {} on Sunday."
    assert day_of(text.format("comes up for a vote"), "discussed") == TUESDAY
    assert day_of(text.format("angered the council"), "discussed") == date(2025, 3, 2)


def test_a_vote_that_slipped_was_due_before_the_day_it_slipped_to() -> None:
    text = "The UN Security Council vote on a draft resolution, due on Monday, slipped to Tuesday."
    assert day_of(text, "vote_scheduled") == date(2025, 3, 3)
    assert day_of(text.replace("slipped to Tuesday", "is backed by Peru"), "vote_scheduled") == date(2025, 3, 10)


def test_who_brought_a_text_did_so_before_the_day_of_its_vote() -> None:
    text = "The UN Security Council draft resolution put forward by Norway was adopted on Monday."
    assert day_of(text, "adopted") == date(2025, 3, 3)
    (brought,) = (each.date for each in mentions(text) if each.type == "submitted")
    assert (brought.from_day, brought.to_day) == (None, date(2025, 3, 3))


def test_a_comma_within_an_aside_leaves_it_its_day() -> None:
    text = (
        "The UN Security Council draft, which was tabled by Egypt, Japan and Spain on Friday, won 11 votes on Monday."
    )
    assert (day_of(text, "submitted"), day_of(text, "voted")) == (date(2025, 2, 28), date(2025, 3, 3))


def test_an_aside_has_not_the_day_of_the_verb_that_it_stands_beside() -> None:
    text = "Russia, which may veto the Norwegian draft, tabled its own in the UN Security Council on Monday."
    assert [(each.type, each.date.best) for each in mentions(text)] == [
        ("vetoed", None),
        ("submitted", date(2025, 3, 3)),
    ]


def test_three_days_earlier_is_counted_from_the_day_named_before() -> None:
    told = (
        "The UN Security Council adopted a Norwegian draft on Monday. Three days earlier Russia vetoed a Danish draft."
    )
    assert day_of(told, "vetoed") == date(2025, 2, 28)


def test_the_delays_before_an_adoption_are_not_of_its_day() -> None:
    told = mentions("After days of delays, the UN Security Council on Monday adopted a draft resolution.")
    days = {each.type: each.date for each in told}
    assert days["adopted"].best == date(2025, 3, 3)
    assert (days["postponed"].best, days["postponed"].to_day) == (None, date(2025, 3, 3))


def test_a_vote_that_was_to_be_held_and_was_put_off_was_due_on_a_day_that_is_over() -> None:
    text = "The UN Security Council vote on the draft, which was to be held on Monday, was put off."
    assert day_of(text, "vote_scheduled") == date(2025, 3, 3)


def test_earlier_than_a_day_to_come_is_counted_from_publication() -> None:
    told = "The UN Security Council is due to vote on the draft on Friday. Three days earlier, it was put in blue."
    assert day_of(told, "submitted") == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        (
            "Had Russia not vetoed the UN Security Council draft resolution on Monday, aid would go on.",
            "vetoed",
            3,
        ),
        ("The UN Security Council came close to adopting the draft resolution on Monday.", "adopted", 3),
        ("Norway may veto the UN Security Council draft resolution on Monday.", "vetoed", 10),
        ("The UN Security Council may come close to adopting the draft resolution on Friday.", "adopted", 7),
    ],
)
def test_what_might_have_been_is_of_a_day_that_is_over(text: str, type_: str, day: int) -> None:
    assert day_of(text, type_) == date(2025, 3, day)


def test_who_put_a_text_forward_did_so_before_it_was_shot_down() -> None:
    text = "A UN Security Council draft resolution put forward by Norway was shot down on Monday."
    assert day_of(text, "submitted") is None
    assert day_of(text, "failed") == date(2025, 3, 3)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (
            "A text that extends the mandate by six months, to 31 July, was adopted by the UN Security Council.",
            "occurred",
        ),
        ("The UN Security Council did not act until 31 July, when it adopted a resolution.", "history_other"),
    ],
)
def test_the_end_of_a_term_makes_no_history(text: str, modality: str) -> None:
    assert [each.modality for each in mentions(text) if each.type == "adopted"] == [modality]


LATER_TEXT = "The UN Security Council rejected a Norwegian draft resolution on Sunday. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A UN Security Council envoy spoke three days after Russia vetoed a draft resolution.", date(2025, 3, 1)),
        (f"{LATER_TEXT}It came two days after Russia vetoed a French draft.", date(2025, 2, 28)),
    ],
)
def test_a_step_told_by_the_days_since_is_counted_back_from_the_day_of_the_news(text: str, day: date) -> None:
    assert day_of(text, "vetoed") == day


def test_further_down_days_are_not_counted_from_the_news() -> None:
    told = "The speech came two days after Russia vetoed a French draft."
    (near,) = (each for each in mentions(LATER_TEXT + told) if each.type == "vetoed")
    (far,) = (each for each in mentions(f"{LATER_TEXT}{'Food is dear. ' * 9}{told}") if each.type == "vetoed")
    assert "day: “two days after”" in near.reasons
    assert "day: “two days after”" not in far.reasons
