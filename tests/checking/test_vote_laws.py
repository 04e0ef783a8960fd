"""The laws of the vote on ballots of the record: true histories obey them, false endings of the same votes do not."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.checking.places import Role, Timing
from lifecycle.checking.properties import Mode, Moment, Past
from lifecycle.checking.rolls import Group, RollClass
from lifecycle.checking.vote_laws import VOTE_LAWS, needed
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind
from lifecycle.model.table import Act, State

SIZES = {11: (5, 6), 15: (5, 10)}


def announced(
    on: date, kind: Kind, permanent: tuple[int, int], elected: tuple[int, int], state: State, seats: int = 15
) -> Moment:
    """The announcement of `state` on a vote in which so many permanent and elected members said (yes, no)."""
    sizes = SIZES[seats]
    groups = (Group(True, True, False, sizes[0]), Group(False, False, False, sizes[1]))
    ballots = RollClass(groups, (permanent, elected))
    return Moment(on, seats, Form.TEXT, kind, True, State.VOTED, Act.ANNOUNCE, Role.NOBODY, Timing.UNSAID, None, state,
                  ballots, Past(), 1, frozenset(), lambda other: frozenset((state,)))  # fmt: skip


def broken(moment: Moment) -> set[str]:
    return {law.id for law in VOTE_LAWS if law.mode is Mode.ALWAYS and law.broken_by(moment)}


S, P = Kind.SUBSTANTIVE, Kind.PROCEDURAL
HISTORY = [
    # S/2016/846 and S/2016/847, 8 October 2016 (S/PV.7785): 11-2-2 and 4-9-2
    (date(2016, 10, 8), S, (3, 1), (8, 1), State.VETOED, 15),
    (date(2016, 10, 8), S, (2, 3), (2, 6), State.FAILED, 15),
    # S/2014/916, 30 December 2014: 8-2-5, the United States against
    (date(2014, 12, 30), S, (3, 1), (5, 1), State.FAILED, 15),
    # S/2022/155 and S/RES/2623, 25 and 27 February 2022: 11-1-3 twice
    (date(2022, 2, 25), S, (3, 1), (8, 0), State.VETOED, 15),
    (date(2022, 2, 27), P, (3, 1), (8, 0), State.ADOPTED, 15),
    # S/RES/218, 23 November 1965: 7-0-4, with the enlargement in force and eleven seats
    (date(1965, 11, 23), S, (2, 0), (5, 0), State.ADOPTED, 11),
    # S/RES/87, 29 September 1950: 7-3-1, two permanent members against
    (date(1950, 9, 29), P, (3, 2), (4, 1), State.ADOPTED, 11),
]


@pytest.mark.parametrize(("on", "kind", "permanent", "elected", "state", "seats"), HISTORY)
def test_history_breaks_no_law(
    on: date, kind: Kind, permanent: tuple[int, int], elected: tuple[int, int], state: State, seats: int
) -> None:
    others = {State.ADOPTED, State.VETOED, State.FAILED} - {state}
    lone = {"kinder-never-worse", "no-member-above-its-peers", "elected-no-is-no-more-than-abstaining"}
    assert broken(announced(on, kind, permanent, elected, state, seats)) <= lone
    for other in others:
        assert broken(announced(on, kind, permanent, elected, other, seats)) - lone


@pytest.mark.parametrize(
    ("on", "kind", "votes"),
    [
        (date(1946, 1, 17), S, 7), (date(1965, 12, 31), S, 7), (date(1966, 1, 1), S, 9), (date(2016, 10, 8), P, 9),
        (date(1946, 1, 17), Kind.ICJ_ELECTION, 6), (date(1966, 1, 1), Kind.ICJ_ELECTION, 8),
        (date(1955, 12, 16), Kind.CHARTER_REVIEW, 7), (date(1968, 6, 11), Kind.CHARTER_REVIEW, 7),
        (date(1968, 6, 12), Kind.CHARTER_REVIEW, 9), (date(2016, 10, 8), Kind.ADMISSION, 9),
    ],
)  # fmt: skip
def test_the_numbers_are_those_of_the_texts(on: date, kind: Kind, votes: int) -> None:
    """Articles 27 and 109 as signed and as amended; Statute 10."""
    seats = 15 if on >= date(1966, 1, 1) else 11
    assert needed(announced(on, kind, (0, 0), (0, 0), State.FAILED, seats)) == votes


def test_the_fault_that_forgets_a_permanent_seat_is_seen() -> None:
    """A group of four holders and one permanent member nobody asks: its no counts in the raw ballots all the same."""
    groups = (Group(True, True, False, 4), Group(True, False, False, 1), Group(False, False, False, 10))
    moment = announced(date(2016, 10, 8), S, (5, 0), (10, 0), State.ADOPTED)
    forgot = moment._replace(ballots=RollClass(groups, ((4, 0), (0, 1), (10, 0))))
    assert "adopted-unopposed" in broken(forgot)


@pytest.mark.parametrize(
    ("law", "other"),
    [("kinder-never-worse", State.FAILED), ("no-member-above-its-peers", State.VETOED)],
)
def test_laws_that_compare_votes_hear_of_the_other_vote(law: str, other: State) -> None:
    groups = (Group(True, True, False, 4), Group(True, False, False, 1), Group(False, False, False, 10))
    moment = announced(date(2016, 10, 8), S, (5, 0), (10, 0), State.ADOPTED)
    ballots = RollClass(groups, ((4, 0), (0, 0), (9, 1)))
    alike = moment._replace(ballots=ballots, outcomes=lambda these: frozenset((State.ADOPTED,)))
    unlike = moment._replace(ballots=ballots, outcomes=lambda these: frozenset((other,)))
    assert law not in broken(alike)
    assert law in broken(unlike)


def test_only_a_vote_has_ballots() -> None:
    from lifecycle.checking.vote_laws import cast

    with pytest.raises(ValueError, match="no vote"):
        cast(announced(date(2016, 10, 8), S, (5, 0), (10, 0), State.ADOPTED)._replace(ballots=None))
