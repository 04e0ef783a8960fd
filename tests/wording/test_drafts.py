"""What a noun phrase says of a draft.

Knows invented sentences. Refuses to know which draft of an article is meant.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in
from lifecycle.wording.drafts import Reference, references
from lifecycle.wording.nations import nations
from tests.marked import GRAMMAR


def named(text: str) -> list[Reference]:
    return list(references(text, tuple(nations(text))))


def test_a_rival_its_own_and_a_symbol_are_noted() -> None:
    rival, symbol, own = (
        named(text)[0]
        for text in ("A rival draft was ready", "Draft resolution S/2017/962 was ready", "It had a text of its own")
    )
    assert (rival.rival, symbol.symbol, own.own, own.rival) == (True, "S/2017/962", True, True)


def test_that_text_points_and_so_does_the_rejected_one() -> None:
    that, said, ended, again, version = (
        named(text)[0]
        for text in (
            "That text was short",
            "Peru said that draft resolutions were short",
            "The rejected text was short",
            "A second text was short",
            "A second version of the text was short",
        )
    )
    assert (that.definite, said.definite) == (True, False)
    assert (ended.ended, that.ended) == (True, False)
    assert (again.again, version.again) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "A compromise was ready",
        "Peru's own paper was ready",
        "A softer text was ready",
        "A technical extension was ready",
        "A joint draft was ready",
    ],
)
def test_a_text_has_other_names(text: str) -> None:
    assert len(named(text)) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a draft resolution on Libya was read", "LBY"),
        ("the text about the Sudan was read", "SDN"),
        ("a draft resolution on Libya and Mali was read", None),
        ("a draft resolution on Libya's ports was read", None),
        ("a draft resolution on Libyan ports was read", None),
        ("draft resolutions on Libya were read", None),
    ],
)
def test_a_text_is_about_the_state_right_behind_its_name(text: str, code: str | None) -> None:
    (found,) = references(text, tuple(nations(text)))
    assert found.about == code


def test_several_texts_of_today_are_counted() -> None:
    assert [r.counted for text in ("Two rival resolutions failed", "It vetoed resolutions") for r in named(text)] == [
        True,
        False,
    ]


STEPS = {
    "submitted": "Peru submitted {} on Monday.",
    "circulated": "Peru circulated {} on Monday.",
    "discussed": "Members discussed {} on Monday.",
    "revised": "Peru amended {} on Monday.",
    "vote_scheduled": "The Council will vote on {} on Monday.",
    "postponed": "The Council postponed a vote on {} on Monday.",
    "withdrawn": "Peru withdrew {} on Monday.",
    "voted": "The Council voted on {} on Monday.",
    "adopted": "The Security Council adopted {} on Monday.",
    "vetoed": "China vetoed {} on Monday.",
    "failed": "The Security Council rejected {} on Monday.",
}


@pytest.mark.parametrize("kind", STEPS)
@pytest.mark.parametrize("name", GRAMMAR["names"])
def test_a_draft_is_known_behind_every_verb_by_every_name(kind: str, name: str) -> None:
    text = "The Security Council is split over a draft resolution on salt. " + STEPS[kind].format(name)
    assert kind in {each.framed.rule.type for each in found_in(Article("invented.txt", text))[0]}


@pytest.mark.parametrize("kind", ["submitted", "circulated", "discussed", "revised", "withdrawn"])
@pytest.mark.parametrize("name", ["the fish", "a budget", "its troops", "the law of the sea", "the fleet"])
def test_what_is_no_draft_undergoes_no_step(kind: str, name: str) -> None:
    text = "The Security Council is split over a draft resolution on salt. " + STEPS[kind].format(name)
    assert found_in(Article("invented.txt", text))[0] == ()
