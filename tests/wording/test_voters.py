"""Who votes, by number and by name.

Knows invented sentences. Refuses to know which way anybody voted.
"""

from __future__ import annotations

import pytest

from lifecycle.wording.voters import by_number, counted_members, vote_is_subject, vote_told, voter, wording
from tests.wording.test_frames import spot


@pytest.mark.parametrize(
    "marked",
    [
        "Nine countries [backed] the draft",
        "The draft was [supported] by 12 members",
        "Peru and Chile [supported] the draft, while Cuba voted against it",
        "Peru, Chile, Cuba, Ghana and Togo [supported] the draft",
        "Fourteen [supported] it",
    ],
)
def test_counted_and_listed_supporters_voted(marked: str) -> None:
    assert by_number(spot(marked))[0]


@pytest.mark.parametrize(
    "marked",
    [
        "Peru [supported] the draft",
        "Peru and Chile [supported] the draft",
        "Eight Arab and Muslim nations [backed] it",
    ],
)
def test_a_supporter_or_two_may_only_speak(marked: str) -> None:
    assert not by_number(spot(marked))[0]


def test_members_of_the_council_are_counted_and_those_of_a_club_are_not() -> None:
    assert counted_members(spot("Thirteen of the Council's members [voted] to extend it"))[0]
    assert not counted_members(spot("The club's members [voted] to extend it"))[0]


def test_a_ballot_has_a_voter() -> None:
    assert voter(spot("Peru [abstained]"))[0]
    assert not voter(spot("A doctor [abstained]"))[0]


def test_the_vote_may_be_far_from_its_verb_but_not_in_another_sentence() -> None:
    assert vote_is_subject(spot("The vote on the draft of Peru was [delayed]"))[0]
    assert not vote_is_subject(spot("The vote was long. The train was [delayed]"))[0]


def test_it_may_be_a_vote_told_of_before() -> None:
    assert vote_told(spot("The vote was due on Friday, and Chad [put it off]."))[0]
    assert not vote_told(spot("Chad [put it off], and there was a vote."))[0]


def test_the_wording_may_stand_behind_the_change() -> None:
    assert wording(spot("Norway [toned down] the harsh wording."))[0]
    assert not wording(spot("Norway [toned down] the music."))[0]
