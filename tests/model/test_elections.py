"""Elections to the Court: majorities of both sizes, full and open rounds, and ballots no Council could cast.

Knows invented candidates. Refuses to know a real election, whose ballots are secret.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.elections import ballot, chosen
from lifecycle.model.rules import Kind, rule_on

LARGE, SMALL = rule_on(date(2017, 11, 9)), rule_on(date(1946, 2, 6))
COUNTS = st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(0, 15), min_size=1).filter(
    lambda votes: sum(votes.values()) <= 75
)


def test_eight_of_fifteen_and_six_of_eleven() -> None:
    assert ballot({"A": 8, "B": 7}, 1, LARGE).elected == ("A",)
    assert ballot({"A": 7, "B": 7}, 1, LARGE).elected == ()
    assert ballot({"A": 6, "B": 5}, 1, SMALL).elected == ("A",)
    assert (LARGE.required(Kind.ICJ_ELECTION), SMALL.required(Kind.ICJ_ELECTION)) == (8, 6)


def test_a_round_says_what_it_settled_and_what_is_left() -> None:
    end = ballot({"A": 15, "B": 9, "C": 7, "D": 14}, 5, LARGE)
    assert (end.elected, end.seats_open) == (("A", "D", "B"), 2)
    assert [reason.text for reason in end.reasons] == [
        "8 of 15 are an absolute majority, permanent and elected members alike: A, D, B have it.",
        "That is half of an election: the Assembly votes on its own, and a judge needs both.",
        "2 seats open: the meeting goes on.",
    ]


def test_more_candidates_with_a_majority_than_seats_means_another_ballot() -> None:
    end = ballot({"A": 9, "B": 8, "C": 13}, 2, LARGE)
    assert (end.elected, end.seats_open) == ((), 2)
    assert end.reasons[0].text.endswith("3 candidates have it for 2 seats; there is another ballot.")
    assert [cite.key for cite in end.reasons[0].cites] == ["ICJ Statute 10", "Rule 61"]


def test_nobody_elected_is_said_too() -> None:
    end = ballot({"A": 5, "B": 3}, 1, LARGE)
    assert end.reasons[0].text.endswith(": nobody has it.")
    assert end.reasons[-1].text == "1 seat open: the meeting goes on."


@given(COUNTS, st.integers(5, 7))
def test_a_candidate_is_elected_exactly_if_a_roll_with_those_yeses_adopts(votes: dict[str, int], seats: int) -> None:
    council = council_on(date(2017, 11, 9))
    end = ballot(votes, seats, LARGE)
    for name, number in votes.items():
        ballots = (Ballot.NO,) * (15 - number) + (Ballot.YES,) * number
        adopted = decide(Roll(council, ballots), Kind.ICJ_ELECTION).outcome == "adopted"
        assert adopted == (number >= 8)
        assert (name in end.elected) == (adopted and sum(n >= 8 for n in votes.values()) <= seats)
    assert len(end.elected) + end.seats_open == seats


def test_both_kinds_of_round_happen() -> None:
    votes = dict.fromkeys("ABCDEF", 9)
    assert [len(ballot(votes, seats, LARGE).elected) for seats in (5, 6)] == [0, 6]


@pytest.mark.parametrize(
    ("votes", "seats", "words"),
    [
        ({"A": 16}, 1, "A has 16 votes, but the Council has 15 members"),
        ({"A": -1}, 1, "A has -1 votes"),
        ({"A": 10, "B": 6}, 1, "16 votes were cast, but 15 members name up to 1 each, 15 in all"),
        ({}, 0, "at least one seat"),
    ],
)
def test_a_ballot_no_council_could_cast_is_refused(votes: dict[str, int], seats: int, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        ballot(votes, seats, LARGE)
    assert caught.value.problems[0].slug == "impossible-ballot"


def test_a_judge_needs_both_bodies() -> None:
    assert chosen(("C", "A", "B"), ("B", "C", "D")) == ("C", "B")
    assert chosen((), ("A",)) == ()
