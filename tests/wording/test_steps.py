"""Which cues of a sentence are steps, and which are another body's.

Knows invented sentences. Refuses to know whether the steps happened.
"""

from __future__ import annotations

import pytest

from lifecycle.press.sentences import sentences
from lifecycle.wording.drafts import references
from lifecycle.wording.nations import nations
from lifecycle.wording.spots import Context
from lifecycle.wording.steps import MOST, clause_of, cues_in, steps_in


def types_in(text: str, *, elsewhere: bool = False, abroad: bool = False) -> list[str]:
    sentence = next(iter(sentences(text)))
    states = tuple(nations(sentence.text))
    drafts = tuple(references(sentence.text, states))
    framed = steps_in(
        sentence, cues_in(sentence.text), drafts, states, Context(just_named=True, elsewhere=elsewhere, abroad=abroad)
    )
    return [step.rule.type for step in framed]


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly adopted a resolution on Monday.",
        "The Senate voted for the resolution.",
        "Lawmakers passed the draft.",
        "The Human Rights Council adopted a resolution.",
        "The security council of Belarus adopted a resolution.",
        "Russia's Security Council adopted a draft resolution.",
        "President Bush vetoed the resolution.",
        "The ruler's decree was vetoed.",
        "The company vetoed by the ministry went home.",
        "A draft of that bill circulated on Monday.",
        "House Democrats passed the measure.",
        "Under the draft resolution, elections would be postponed until May.",
        "The draft resolution obliges Chad to give up its arms.",
        "Chad submitted a draft order to the court.",
    ],
)
def test_other_bodies_are_left_alone(text: str) -> None:
    assert types_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A draft resolution of the Council lives on nine hands up and no vetoes.",
        "The Council's draft demands that the army withdraw.",
    ],
)
def test_rules_and_demands_are_no_steps(text: str) -> None:
    assert types_in(text) == []


def test_votes_are_left_alone_while_the_talk_is_of_another_body() -> None:
    assert types_in("It adopted the resolution.") == ["adopted"]
    assert types_in("It adopted the resolution.", elsewhere=True) == []


def test_nothing_but_a_veto_is_the_councils_in_an_article_about_another_body() -> None:
    text = "Peru withdrew the resolution."
    assert types_in(text, elsewhere=True) == ["withdrawn"]
    assert types_in(text, elsewhere=True, abroad=True) == []
    assert types_in("China vetoed the resolution.", elsewhere=True, abroad=True) == ["vetoed"]


def test_a_clause_ends_at_its_stops() -> None:
    text = "Russia vetoed it, while China abstained"
    assert text[slice(*clause_of(text, 7, 13))] == "Russia vetoed it"


def test_no_sentence_is_looked_at_without_end() -> None:
    assert len(types_in("Russia vetoed the draft; " * 60)) <= MOST
