"""What reports tell of single ballots, by name and by number.

The ballots are those of S/PV.7785; the reports are invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.mining.mined import BALLOTS
from lifecycle.model.ballots import Ballot, Roll, Tally, Unnamed
from lifecycle.model.council import council_on
from lifecycle.model.reports import When
from lifecycle.scenario.rollreported import roll_reported
from lifecycle.scenario.scenario import Report

ALEPPO = council_on(date(2016, 10, 8))
FRENCH = Roll.of(ALEPPO, {Ballot.NO: ["Russia", "Venezuela"], Ballot.ABSTAIN: ["Angola", "China"]}, Ballot.YES)
NAMED = {"against": ("Russian Federation", "Venezuela (Bolivarian Republic of)"), "abstained": ("Angola", "China")}
SIDE_OF = {ballot: side for side, ballot in BALLOTS.items()}


def report(**told: object) -> Report:
    return Report("r", "text", "voted", "occurred", When(), **told)  # type: ignore[arg-type]


def told_of(roll: Roll, named: frozenset[int], counts: Sequence[Ballot]) -> Report:
    """A report of a vote that names the members at the places `named` of the Council, and counts some sides."""
    votes = {
        side: tuple(m.name for n, m in enumerate(ALEPPO.members) if n in named and roll.ballots[n] is ballot)
        for ballot, side in SIDE_OF.items()
    }
    counted = tuple((SIDE_OF[each], roll.ballots.count(each), roll.ballots.count(each)) for each in counts)
    return report(votes=votes, counts=counted)


def test_members_the_reports_disagree_about_stay_unknown_and_then_no_count_counts() -> None:
    first = report(votes={"in_favour": ("Egypt", "Spain")}, counts=(("in_favour", 11, 11),))
    second = report(votes={"against": ("Egypt", "Russian Federation")})
    roll = roll_reported(ALEPPO, [first, second])
    assert [roll.of_member(ALEPPO.find(code)) for code in ("EGY", "ESP", "RUS")] == [None, "yes", "no"]
    assert roll.unnamed == ()


def test_what_the_counts_leave_no_other_ballot_is_known() -> None:
    """Eleven yes are counted and four members named: the eleven others are the yes."""
    others = frozenset(n for n, ballot in enumerate(FRENCH.ballots) if ballot is not Ballot.YES)
    assert roll_reported(ALEPPO, [told_of(FRENCH, others, [Ballot.YES])]) == FRENCH
    assert roll_reported(ALEPPO, [told_of(FRENCH, others - {min(others)}, [Ballot.YES])]) != FRENCH


def test_a_unanimous_count_names_everybody() -> None:
    whole = Roll.of(ALEPPO, {}, Ballot.YES)
    assert roll_reported(ALEPPO, [told_of(whole, frozenset(), [Ballot.YES])]) == whole


def test_a_count_without_names_bounds_the_ballots_of_the_others() -> None:
    """Five in favour, and three named against: of the seven others no more is known than that they said no yes."""
    against = ("China", "Russian Federation", "Venezuela (Bolivarian Republic of)")
    roll = roll_reported(ALEPPO, [report(counts=(("in_favour", 5, 5),)), report(votes={"against": against})])
    assert roll.unnamed == (Unnamed(Ballot.YES, 5, 5),)
    assert roll.tally() == Tally(5, 3, 0, 0, 0, 7)


@given(
    st.lists(st.sampled_from(sorted(SIDE_OF)), min_size=15, max_size=15),
    st.frozensets(st.integers(0, 14)),
    st.lists(st.sampled_from(sorted(SIDE_OF)), unique=True),
)
def test_counts_never_put_a_ballot_into_a_hand_that_cast_another(
    ballots: list[Ballot], named: frozenset[int], counts: list[Ballot]
) -> None:
    cast = Roll(ALEPPO, tuple(ballots))
    roll = roll_reported(ALEPPO, [told_of(cast, named, counts)])
    assert all(known in {None, true} for known, true in zip(roll.ballots, cast.ballots, strict=True))
    rest = [true for known, true in zip(roll.ballots, cast.ballots, strict=True) if known is None]
    assert all(each.least <= rest.count(each.ballot) <= each.most for each in roll.unnamed)


@pytest.mark.parametrize(
    "counts",
    [
        (("in_favour", 11, 11), ("in_favour", 12, 12)),
        (("in_favour", 11, 11), ("against", 2, 2), ("against", 3, 3)),
        (("in_favour", 11, 11), ("against", 9, 9)),
        (("against", 1, 1),),
    ],
    ids=["differ", "differ on another side", "too many", "fewer than named"],
)
def test_counts_that_differ_or_cannot_be_say_nothing(counts: tuple[tuple[str, int, int], ...]) -> None:
    roll = roll_reported(ALEPPO, [report(votes=NAMED, counts=counts)])
    assert (roll.ballots.count(None), roll.unnamed) == (11, ())


def test_a_bound_fills_in_nothing() -> None:
    roll = roll_reported(ALEPPO, [report(votes=NAMED, counts=(("in_favour", 9, 11),))])
    assert (roll.ballots.count(None), roll.unnamed) == (11, (Unnamed(Ballot.YES, 9, 11),))
