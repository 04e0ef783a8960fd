"""What did not happen, told as what did: a text without its votes, one that nobody will bring to a vote.

Knows invented clauses. Refuses to know which cue of a sentence is one of these; the codebook does.
"""

from __future__ import annotations

import pytest

from lifecycle.reading.negatives import asks_for_more, given_up, shortfall
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import Framed
from lifecycle.wording.verbs import Verb

PLEDGE = Framed(next(rule for rule in codebook().steps if rule.id == "withdrawn-pledge"), 0, 16, (0, 16), None)


@pytest.mark.parametrize(
    ("left", "chain", "words", "makes"),
    [
        ("The text ", "", "did not get nine votes", "occurred"),
        ("The text ", "would ", "not get nine votes", "hypothetical"),
        ("The text ", "", "could not get nine votes", "occurred"),
        ("The text ", "", "is unlikely to get nine votes", "hypothetical"),
        ("If the text ", "", "fails to get nine votes", "hypothetical"),
        ("That would leave it ", "", "short of nine votes", "hypothetical"),
    ],
)
def test_a_shortfall_happened_unless_it_is_supposed(left: str, chain: str, words: str, makes: str) -> None:
    assert shortfall(Verb(left, chain, "past", words))[0] == makes


@pytest.mark.parametrize(
    ("left", "makes"),
    [
        ("Peru ", "occurred"),
        ("Oman persuaded Peru, which ", "occurred"),
        ("Oman is persuading Peru, which ", "hypothetical"),
        ("Oman urged Peru, which ", "hypothetical"),
        ("The urgent text, which Peru ", "occurred"),
    ],
)
def test_a_text_was_given_up_unless_somebody_only_thought_of_it(left: str, makes: str) -> None:
    assert given_up(PLEDGE, Verb(left, "", "past", "dropped its plan"))[0] == makes


def test_a_plan_that_is_not_dropped_is_kept() -> None:
    assert given_up(PLEDGE, Verb("Peru ", "has not ", "past", "dropped its plan"))[0] == "negated"


def test_a_wish_is_told_from_what_seemed_to_fail() -> None:
    assert asks_for_more(Verb("Peru wants ", "to ", "base", "block it"))
    assert not asks_for_more(Verb("The text appeared ", "to ", "base", "fail"))
    assert not asks_for_more(Verb("The text ", "", "past", "failed"))
