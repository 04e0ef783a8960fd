"""Which draft is meant: by sponsors, by rivalry, by who vetoed, by what was named last.

Knows small invented articles. Refuses to know other articles.
"""

from __future__ import annotations

import pytest

from lifecycle.mining.article import Article
from lifecycle.mining.reading import found_in
from lifecycle.mining.register import Hint, Register


def drafts_of(*sentences: str) -> list[int]:
    """The place of the draft of each mention, in order."""
    text = "The UN Security Council was divided.\n" + " ".join(sentences)
    return [each.entry.place for each in found_in(Article("invented.txt", text))[0]]


@pytest.mark.parametrize(
    "second",
    [
        "A rival Russian draft was rejected.",
        "The Russian text was rejected.",
        "Its own rival measure was rejected.",
        "Another draft was rejected.",
    ],
)
def test_two_drafts_stay_two(second: str) -> None:
    first, other = drafts_of("Russia vetoed the French draft on Monday.", second)
    assert first != other


@pytest.mark.parametrize(
    "second", ["The draft had been circulated.", "The text was withdrawn.", "Paris had circulated the French text."]
)
def test_one_draft_stays_one(second: str) -> None:
    first, other = drafts_of("Peru discussed the French draft on Monday.", second)
    assert first == other


def test_nobody_vetoes_its_own_text() -> None:
    places = drafts_of(
        "France submitted a draft resolution.", "China submitted a draft resolution.", "China vetoed it."
    )
    assert places == [0, 1, 0]


def test_who_withdraws_a_text_is_its_sponsor() -> None:
    places = drafts_of(
        "France submitted a draft resolution.", "China submitted a draft resolution.", "France withdrew the resolution."
    )
    assert places == [0, 1, 0]


def test_a_draft_ends_once() -> None:
    register = Register()
    first = register.new(("FRA",))
    assert register.ending(first, "vetoed") is first
    assert register.ending(first, "vetoed") is first
    assert register.ending(first, "failed") is not first


def test_texts_of_other_times_are_never_live() -> None:
    register = Register()
    past = register.other("vetoed")
    assert register.live == []
    assert register.fitting(past, Hint()) is None


def test_groups_are_no_states() -> None:
    register = Register()
    assert register.new(("western", "FRA")).sponsors == ("FRA",)
