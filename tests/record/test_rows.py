"""Rows to votes and back: what was written reads back, and what was spoilt is told where it stands.

Knows tables written from rolls drawn for the test. Refuses to look at the outcome.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError, Place
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.rules import Outcome
from lifecycle.record.columns import COLUMNS
from lifecycle.record.rows import Loaded, load_votes
from lifecycle.record.votes import Totals, Vote
from lifecycle.record.writing import written
from lifecycle.testing import recorded_votes

COUNCIL = council_on(date(2016, 10, 8))
ROLL = Roll.of(COUNCIL, {Ballot.NO: ["RUS", "VEN"], Ballot.ABSTAIN: ["AGO", "CHN"]}, Ballot.YES)
Table = list[dict[str, str]]


def vote(key: str = "1", roll: Roll = ROLL) -> Vote:
    totals = Totals.of(roll.tally())
    return Vote(key, roll.council.on, roll, Outcome.VETOED, totals, draft=f"S/{key}", title="An invented title")


def table(*votes: Vote) -> Table:
    return list(csv.DictReader(StringIO(written(votes))))


def load(tmp_path: Path, rows: Table, columns: tuple[str, ...] = (*COLUMNS, "outcome")) -> Loaded:
    path = tmp_path / "invented.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return load_votes([path])


def told(loaded: Loaded) -> list[tuple[str, int | None, int | None]]:
    return [(problem.slug, problem.place.line, problem.place.column) for problem in loaded.problems]


@given(st.data())
def test_any_votes_written_as_rows_read_back_equal(data: st.DataObject) -> None:
    votes = [data.draw(recorded_votes(str(number))) for number in range(data.draw(st.integers(1, 3)))]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "votes.csv"
        path.write_bytes(written(votes).encode())
        loaded = load_votes([path])
    assert loaded.problems == ()
    assert [replace(each, place=Place(), extra=None) for each in loaded.votes] == [_seen(each) for each in votes]


def _seen(vote: Vote) -> Vote:
    """What the form can say of `vote`: it has one code for absent and not participating."""
    away = dict.fromkeys(vote.roll.cast(Ballot.ABSENT), Ballot.NOT_PARTICIPATING)
    return replace(vote, roll=vote.roll.changed(away))


def test_another_ballot_reads_back_as_another_roll(tmp_path: Path) -> None:
    rows = table(vote())
    rows[0]["ms_vote"] = "A" if rows[0]["ms_vote"] != "A" else "Y"
    (read,) = load(tmp_path, rows).votes
    assert read.roll != ROLL


def test_columns_may_stand_in_any_order_and_others_are_kept(tmp_path: Path) -> None:
    rows = [{**row, "shelf": "four"} for row in table(vote())]
    (read,) = load(tmp_path, rows, ("shelf", "outcome", *reversed(COLUMNS))).votes
    assert read.roll == ROLL
    assert read.extra == {"shelf": "four"}


def test_the_official_file_has_no_outcome_and_its_resolutions_were_adopted(tmp_path: Path) -> None:
    adopted = replace(vote(), resolution="S/RES/2000(2016)")
    loaded = load(tmp_path, table(adopted, vote("2")), COLUMNS)
    assert [each.recorded for each in loaded.votes] == [Outcome.ADOPTED, None]


def _no_row(rows: Table) -> None:
    del rows[4]


def _twice(rows: Table) -> None:
    rows.insert(5, dict(rows[4]))


def _scattered(rows: Table) -> None:
    rows.append(rows.pop(0))


def _cell(place: int, column: str, text: str) -> Callable[[Table], None]:
    return lambda rows: rows[place].update({column: text})


FAULTS = [
    (_no_row, "record-missing-row", 15, "ms_code"),
    (_twice, "record-doubled-row", 7, "ms_code"),
    (_cell(3, "ms_vote", "Q"), "record-unknown-code", 5, "ms_vote"),
    (_cell(3, "date", "8 October"), "bad-date", 5, "date"),
    (_cell(3, "date", "2016-10-09"), "record-row-differs", 5, "date"),
    (_cell(3, "total_yes", "12"), "record-row-differs", 5, "total_yes"),
    (_cell(7, "permanent_member", "True"), "record-permanent", 9, "permanent_member"),
]


@pytest.mark.parametrize(("spoil", "slug", "row", "column"), FAULTS)
def test_a_fault_is_told_at_its_row_and_column_and_the_other_vote_is_whole(
    tmp_path: Path, spoil: Callable[[Table], None], slug: str, row: int, column: str
) -> None:
    rows = table(vote("1"), vote("2"))
    spoil(rows)
    loaded = load(tmp_path, rows)
    assert told(loaded) == [(slug, row, (*COLUMNS, "outcome").index(column) + 1)]
    assert loaded.votes[-1].roll == ROLL
    assert len(loaded.votes) == 2


def test_rows_out_of_order_are_put_together_and_told_once(tmp_path: Path) -> None:
    rows = table(vote("1"), vote("2"))
    _scattered(rows)
    loaded = load(tmp_path, rows)
    assert told(loaded) == [("record-scattered", 31, 1)]
    assert [each.roll for each in loaded.votes] == [ROLL, ROLL]


def test_a_missing_row_leaves_the_ballot_unknown(tmp_path: Path) -> None:
    rows = table(vote())
    gone = rows.pop(4)
    (read,) = load(tmp_path, rows).votes
    assert [member.code for member in read.roll.cast(None)] == [gone["ms_code"]]


def test_an_unknown_member_is_told_with_the_members_of_the_day(tmp_path: Path) -> None:
    rows = table(vote())
    rows[14].update({"ms_code": "IND", "ms_name": "INDIA"})
    loaded = load(tmp_path, rows)
    assert [slug for slug, _, _ in told(loaded)] == ["record-unknown-member", "record-missing-row"]
    assert "India is not on the Council of 8 October 2016" in loaded.problems[0].message


def test_counts_that_disagree_with_the_rows_are_told_and_the_rows_believed(tmp_path: Path) -> None:
    rows = table(vote())
    for row in rows:
        row["total_yes"] = "12"
    loaded = load(tmp_path, rows)
    assert told(loaded) == [("record-totals", 2, COLUMNS.index("total_yes") + 1)]
    assert loaded.votes[0].totals == Totals(11, 2, 2, 0)


def test_a_vote_without_a_readable_day_is_told_and_left_out(tmp_path: Path) -> None:
    rows = table(vote("1"), vote("2"))
    for row in rows[:15]:
        row["date"] = "soon"
    loaded = load(tmp_path, rows)
    assert told(loaded)[0] == ("bad-date", 2, COLUMNS.index("date") + 1)
    assert [each.key for each in loaded.votes] == ["2"]


def test_a_vote_before_the_first_meeting_is_told(tmp_path: Path) -> None:
    rows = table(vote())
    for row in rows:
        row["date"] = "1945-01-01"
    assert told(load(tmp_path, rows)) == [("date-out-of-range", 2, COLUMNS.index("date") + 1)]


def test_a_file_without_a_needed_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        load(tmp_path, table(vote()), ("undl_id", "ms_code", "date", "resolution"))
    assert [problem.message for problem in refused.value.problems] == ["the column 'ms_vote' is missing"]


def test_a_vote_in_two_files_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text(written([vote()]), encoding="utf-8")
    loaded = load_votes([path, path])
    assert len(loaded.votes) == 1
    assert [slug for slug, _, _ in told(loaded)] == ["record-doubled-row"]


def test_votes_under_one_symbol_are_numbered_and_duplicates_are_not(tmp_path: Path) -> None:
    parts = [replace(vote(key), draft="S/9") for key in "abc"]
    parts.append(replace(vote("d"), draft="S/9", note="Suspected duplicate of a"))
    loaded = load(tmp_path, table(*parts))
    assert [(each.nth, each.among) for each in loaded.votes] == [(1, 3), (2, 3), (3, 3), (1, 1)]


def test_a_file_cut_in_the_middle_tells_the_last_row_and_the_missing_ones(tmp_path: Path) -> None:
    whole = written([vote("1"), vote("2")])
    lines = whole.splitlines(keepends=True)
    path = tmp_path / "cut.csv"
    path.write_text("".join(lines[:20]) + lines[20][:9], encoding="utf-8")
    loaded = load_votes([path])
    assert [slug for slug, _, _ in told(loaded)] == ["record-missing-row", "record-row-shape"]
    assert loaded.votes[0].roll == ROLL
    assert loaded.votes[1].roll.ballots.count(None) == 11
