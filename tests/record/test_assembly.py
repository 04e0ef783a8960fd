"""From rows to a vote: what each kind of wrong row leaves of it. Knows invented rows. Refuses to open a file."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.model.ballots import Ballot
from lifecycle.model.council import council_on
from lifecycle.record.assembly import Assembly, Group, readable_day
from lifecycle.record.sheet import Notes
from lifecycle.record.votes import Totals, Vote

COLUMNS = ("undl_id", "ms_code", "ms_vote", "date", "draft", "total_yes", "total_no", "total_abstentions",
           "total_non_voting", "outcome")  # fmt: skip
COUNCIL = council_on(date(1950, 6, 27))


def built(
    letters: dict[str, str], totals: tuple[str, str, str, str] = ("",) * 4, outcome: str = ""
) -> tuple[Vote, Notes]:
    first = ["1", "", "", "1950-06-27", "S/1508", *totals, outcome]
    rows = [
        (2 + place, member.code, "", letters.get(member.code, "Y"), "") for place, member in enumerate(COUNCIL.members)
    ]
    notes = Notes("invented.csv")
    at = {name: place for place, name in enumerate(COLUMNS)}
    (vote,) = Assembly(COLUMNS, at, notes).votes([Group(first, 2, rows)])
    return vote, notes


def test_x_is_read_as_not_participating() -> None:
    vote, _ = built({"RUS": "X", "EGY": "X", "IND": "X", "YUG": "N"})
    assert vote.totals == Totals(7, 1, 0, 3)
    assert {member.code for member in vote.roll.cast(Ballot.NOT_PARTICIPATING)} == {"RUS", "EGY", "IND"}


def test_counts_stand_where_no_ballot_is_known() -> None:
    vote, notes = built(dict.fromkeys((member.code for member in COUNCIL.members), ""), ("5", "0", "6", "0"))
    assert not vote.has_breakdown
    assert vote.totals == Totals(5, 0, 6, 0)
    assert notes.problems() == ()


def test_a_count_that_is_no_number_is_told() -> None:
    vote, notes = built({}, ("eleven", "0", "0", "0"))
    assert vote.totals == Totals(11, 0, 0, 0)
    assert [(p.slug, p.place.line, p.place.column) for p in notes.problems()] == [("record-bad-number", 2, 6)]


def test_an_unknown_outcome_is_told_and_left_open() -> None:
    vote, notes = built({}, outcome="passed")
    assert vote.recorded is None
    assert "adopted, vetoed, failed" in notes.problems()[0].message


@pytest.mark.parametrize("text", ["", "soon", "2016-13-01", "08/10/2016", "2016"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert readable_day(text) is None
