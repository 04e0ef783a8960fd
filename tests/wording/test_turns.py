"""Drafts named without a noun: by their place among several, or by whose they are.

Knows small invented sentences. Refuses to know the register.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in
from lifecycle.wording.nations import nations
from lifecycle.wording.turns import owned, possessed, tells_of_two, turns


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The second was rejected.", ["second"]),
        ("Chad voted against the first and for the second.", ["first", "second"]),
        ("Envoys expect the latter to fail and the former to pass.", ["latter", "former"]),
        ("That one got four votes.", ["that"]),
        ("Peru abstained on the other.", ["other"]),
        ("The first man in the hall was Peru's envoy.", []),
        ("He took the second train, and the other passengers the third.", []),
        ("That one day changed the town.", []),
        ("The latter part of May was dry.", []),
    ],
)
def test_a_text_is_named_by_its_place(text: str, named: list[str]) -> None:
    assert [each.turn for each in turns(text, nations(text))] == named


TWO = """The Security Council has two draft resolutions on salt. The first, submitted by Ireland and Norway (document
S/2021/217), would extend the mission. The second, submitted by Russia (document S/2021/218), would end it."""


def test_each_of_two_has_its_sponsors_and_its_number() -> None:
    _, register = found_in(Article("a.txt", TWO))
    assert [(entry.sponsors, entry.symbol) for entry in register.live] == [
        (("IRL", "NOR"), "S/2021/217"),
        (("RUS",), "S/2021/218"),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Russia's would set up a court.", ["RUS"]),
        ("Moscow’s failed for want of votes.", ["RUS"]),
        ("Peru voted for France's and against Russia's.", ["FRA", "RUS"]),
        ("Russia's was the only vote against.", []),
        ("Russia's envoy would not speak.", []),
        ("He met Peru's and Chad's envoys.", []),
    ],
)
def test_a_text_is_named_by_whose_it_is(text: str, codes: list[str]) -> None:
    assert [code for each in possessed(text, nations(text)) for code in each.sponsors] == codes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Russia vetoed the French draft and withdrew its own.", 1),
        ("Its own was not put to the vote.", 1),
        ("Russia has withdrawn and revived one of its own.", 0),
        ("Russia has withdrawn its own.", 1),
        ("Its own farmers were angry.", 0),
    ],
)
def test_a_text_is_somebodys_own(text: str, count: int) -> None:
    assert len(list(owned(text))) == count


def test_two_texts_are_told_of_at_once() -> None:
    assert tells_of_two("The council rejected two rival draft resolutions.") is True
    assert tells_of_two("Two envoys read the draft resolutions.") is False


@pytest.mark.parametrize(
    ("text", "turn"),
    [("The second was rejected.", "second"), ("The first, it said, failed.", "first"), ("The latter won.", "latter")],
)
def test_a_draft_may_be_named_by_its_turn(text: str, turn: str) -> None:
    assert [reference.turn for reference in turns(text, nations(text))] == [turn]


@pytest.mark.parametrize("text", ["The first time was hard.", "The other men left.", "She was the second to speak."])
def test_not_every_second_is_a_draft(text: str) -> None:
    assert list(turns(text, nations(text))) == []


def test_one_of_two_is_named_by_whose_it_is() -> None:
    text = "One, by Peru and Chad, would end it; the other, drafted by Oman, is milder."
    one, other = (each for each in turns(text, nations(text)) if each.sponsors)
    assert (one.sponsors, other.sponsors) == (("PER", "TCD"), ("OMN",))
    first = "The first, by Peru, failed."
    assert [(each.turn, each.sponsors) for each in turns(first, nations(first))] == [(None, ("PER",))]
    plain = "One, by some accounts, would end it."
    assert [each.sponsors for each in turns(plain, nations(plain)) if each.sponsors] == []
