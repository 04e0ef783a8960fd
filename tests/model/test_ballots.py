"""Ballots, rolls and tallies.

Knows how a roll is put together, changed and counted. Refuses to know what it amounts to.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll, Tally, Unnamed
from lifecycle.model.council import council_on
from lifecycle.testing import councils, partial_rolls, rolls

ALEPPO = council_on(date(2016, 10, 8))
FRENCH = {Ballot.NO: ["Russian Federation", "Venezuela"], Ballot.ABSTAIN: ["Angola", "China"]}


def test_everybody_not_named_cast_the_rest() -> None:
    roll = Roll.of(ALEPPO, FRENCH, Ballot.YES)
    assert roll.complete
    assert roll.tally() == Tally(11, 2, 2, 0, 0, 0)
    assert [member.name for member in roll.cast(Ballot.ABSTAIN)] == ["China", "Angola"]


def test_without_a_rest_the_others_are_unknown() -> None:
    roll = Roll.of(ALEPPO, FRENCH)
    assert not roll.complete
    assert roll.tally() == Tally(0, 2, 2, 0, 0, 11)
    assert roll.of_member(ALEPPO.find("France")) is None


@pytest.mark.parametrize("second", [Ballot.NO, Ballot.YES])
def test_nobody_votes_twice(second: Ballot) -> None:
    named = {Ballot.NO: ["RUS"], second: ["Russia", "Russian Federation"]}
    with pytest.raises(InputError) as caught:
        Roll.of(ALEPPO, named)
    assert [problem.slug for problem in caught.value.problems] == ["votes-twice"]
    assert "Russian Federation" in str(caught.value)


@pytest.mark.parametrize(("name", "slug"), [("Rusia", "unknown-member"), ("Brazil", "not-on-council")])
def test_who_is_not_on_the_council_casts_no_ballot(name: str, slug: str) -> None:
    with pytest.raises(InputError) as caught:
        Roll.of(ALEPPO, {Ballot.NO: [name]})
    assert caught.value.problems[0].slug == slug


def test_a_tally_leaves_out_what_nobody_did_except_yes_and_no() -> None:
    assert str(Tally(0, 0, 0, 0, 0, 15)) == "0 yes, 0 no, 15 unknown"
    assert str(Tally(7, 1, 0, 2, 1, 0)) == "7 yes, 1 no, 2 not participating, 1 absent"


def test_the_ballots_have_the_letters_of_the_record() -> None:
    assert {ballot.value: ballot.letter for ballot in Ballot} == {
        "yes": "Y",
        "no": "N",
        "abstain": "A",
        "not_participating": "NP",
        "absent": "AB",
    }


@given(st.data())
def test_law_6_the_ballots_add_up_to_the_seats_and_nobody_votes_twice(data: st.DataObject) -> None:
    council = data.draw(councils())
    roll = data.draw(partial_rolls(data.draw(rolls(council)), 15))
    tally = roll.tally()
    counts = (tally.yes, tally.no, tally.abstain, tally.not_participating, tally.absent, tally.unknown)
    assert sum(counts) == len(council.members)
    by_ballot = [member for ballot in (*Ballot, None) for member in roll.cast(ballot)]
    assert sorted(map(council.index, by_ballot)) == list(range(len(council.members)))


@given(st.data())
def test_the_masks_hold_each_member_who_cast_the_ballot(data: st.DataObject) -> None:
    roll = data.draw(rolls(data.draw(councils())))
    for ballot in Ballot:
        members = [m for i, m in enumerate(roll.council.members) if roll.mask(ballot) >> i & 1]
        assert tuple(members) == roll.cast(ballot)


@given(st.data())
def test_a_change_touches_nobody_else_and_leaves_the_old_roll_alone(data: st.DataObject) -> None:
    roll = data.draw(rolls(data.draw(councils())))
    member = data.draw(st.sampled_from(roll.council.members))
    ballot = data.draw(st.sampled_from(Ballot))
    before = roll.ballots
    changed = roll.changed({member: ballot})
    assert roll.ballots == before
    assert changed.of_member(member) is ballot
    assert all(changed.of_member(m) is roll.of_member(m) for m in roll.council.members if m != member)


def test_a_count_says_how_many_of_those_not_named_cast_a_ballot() -> None:
    """Eleven in favour, two against: Russia and Venezuela are named, so nobody else said no."""
    roll = Roll.of(ALEPPO, FRENCH).counted({Ballot.NO: (2, 2), Ballot.YES: (11, 11), Ballot.ABSTAIN: (0, 4)})
    assert roll is not None
    assert roll.unnamed == (Unnamed(Ballot.YES, 11, 11), Unnamed(Ballot.NO, 0, 0), Unnamed(Ballot.ABSTAIN, 0, 2))
    assert roll.tally() == Tally(11, 2, 2, 0, 0, 0)
    assert roll.ballots.count(None) == 11


@pytest.mark.parametrize(
    "counts",
    [
        {Ballot.NO: (1, 1)},
        {Ballot.YES: (12, 12)},
        {Ballot.YES: (3, 2)},
        {Ballot.YES: (6, 15), Ballot.NO: (8, 15)},
        {
            Ballot.YES: (0, 10),
            **dict.fromkeys((Ballot.NO, Ballot.ABSTAIN), (2, 2)),
            **dict.fromkeys((Ballot.ABSENT, Ballot.NOT_PARTICIPATING), (0, 0)),
        },
    ],
    ids=["fewer than are named", "more than are left", "no number", "more together than are left", "too few"],
)
def test_counts_that_cannot_be_true_make_no_roll(counts: dict[Ballot, tuple[int, int]]) -> None:
    assert Roll.of(ALEPPO, FRENCH).counted(counts) is None


def test_a_count_that_says_nothing_more_is_not_kept() -> None:
    roll = Roll.of(ALEPPO, FRENCH)
    assert roll.counted({Ballot.YES: (0, 193)}) == roll
    assert Roll.of(ALEPPO, FRENCH, Ballot.YES).counted({Ballot.YES: (11, 11)}) == Roll.of(ALEPPO, FRENCH, Ballot.YES)


def test_who_casts_a_ballot_anew_may_have_been_one_of_those_counted() -> None:
    roll = Roll.of(ALEPPO, FRENCH).counted({Ballot.YES: (5, 5), Ballot.ABSTAIN: (8, 8)})
    assert roll is not None
    assert roll.unnamed == (Unnamed(Ballot.YES, 5, 5), Unnamed(Ballot.ABSTAIN, 6, 6))
    angola, egypt, russia = map(ALEPPO.find, ("Angola", "Egypt", "Russia"))
    assert roll.changed({angola: Ballot.YES, russia: Ballot.YES}).unnamed == roll.unnamed
    anew = roll.changed({egypt: Ballot.YES})
    assert anew.unnamed == (Unnamed(Ballot.YES, 4, 5), Unnamed(Ballot.ABSTAIN, 5, 6))
    assert anew.tally() == Tally(5, 2, 7, 0, 0, 1)
    assert roll.changed({russia: None}).unnamed == ()
