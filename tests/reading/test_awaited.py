"""Which votes an article tells as still to come. Every text here is invented."""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in

AHEAD = "Guns were heard ahead of {vote} on the draft resolution on salt."
ADOPTED = "The Security Council adopted the draft resolution on Friday."


def told(text: str) -> list[tuple[str, str]]:
    """The type and modality of each mention of a vote or of one to come."""
    found, _ = found_in(Article("invented.txt", text))
    return [
        (each.framed.rule.type, each.reading.modality)
        for each in found
        if each.framed.rule.type in {"voted", "vote_scheduled"}
    ]


@pytest.mark.parametrize("vote", ["a vote", "the vote", "a UN Security Council vote"])
def test_a_vote_is_to_come_where_the_article_knows_no_outcome(vote: str) -> None:
    ahead = f"The UN Security Council met. {AHEAD.format(vote=vote)}"
    assert told(ahead) == [("vote_scheduled", "planned")]
    assert told(f"{ahead} {ADOPTED}") == [("voted", "occurred")]


def test_a_headline_looks_ahead_whatever_the_article_tells_below() -> None:
    headline = "Guns heard ahead of UN vote on salt"
    assert told(f"{headline}\n\nThe UN Security Council met on a draft resolution. {ADOPTED}") == [
        ("vote_scheduled", "planned")
    ]


def test_a_vote_told_as_held_is_none_to_come() -> None:
    assert told("The UN Security Council voted on the draft resolution before the vote on salt.")[0] == (
        "voted",
        "occurred",
    )


def test_a_vote_that_a_headline_names_is_to_come_where_the_article_waits_for_it() -> None:
    headline, waits = (
        "UN vote on salt looms",
        "The UN Security Council is due to vote on Tuesday on a draft resolution.",
    )
    assert told(f"{headline}\n\n{waits}") == [("vote_scheduled", "planned")] * 2
    assert told(f"{headline}\n\nThe UN Security Council met on a draft resolution. {ADOPTED}")[0][0] == "voted"


def test_a_headline_that_looks_back_names_a_vote_that_was_held() -> None:
    article = (
        "Peru angry after UN Security Council vote\n\nThe Council is to vote again on Friday on a draft resolution."
    )
    assert told(article) == [("voted", "occurred"), ("vote_scheduled", "planned")]


WAITS = "The UN Security Council is due to vote on Tuesday on a draft resolution."


@pytest.mark.parametrize(
    "named", ["The vote puts Oman in a bind.", "Peru spoke before the vote.", "This vote is Oman's."]
)
def test_a_vote_that_is_only_named_is_the_one_the_article_waits_for(named: str) -> None:
    assert told(f"{WAITS} {named}") == [("vote_scheduled", "planned")] * 2
    assert told(f"The UN Security Council met. {ADOPTED} {named}")[-1] == ("voted", "occurred")


@pytest.mark.parametrize(
    "held",
    [
        "Monday's vote left envoys angry.",
        "After the vote on Monday, Peru's envoy wept.",
        "Oman stormed out during the vote on Monday.",
        "The vote split the chamber.",
        "Diplomats said the vote had been a farce.",
        "This vote was a low point, envoys said.",
    ],
)
def test_a_vote_told_as_over_is_not_the_one_that_is_awaited(held: str) -> None:
    assert told(f"{WAITS} {held}") == [("vote_scheduled", "planned"), ("voted", "occurred")]


def test_where_a_text_was_put_to_the_vote_none_is_awaited() -> None:
    said = told(f"{WAITS} On Monday a text on salt was put to a vote. The vote puts Oman in a bind.")
    assert said == [("vote_scheduled", "planned"), ("voted", "occurred"), ("voted", "occurred")]
