"""Votes as rows. Knows the published form; reading back is `test_rows`'s. Refuses to touch a disk."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from lifecycle.record.columns import COLUMNS
from lifecycle.record.writing import written
from lifecycle.testing import recorded_votes


@given(st.data())
def test_there_is_one_row_a_member_and_permanent_ones_say_so(data: st.DataObject) -> None:
    vote = data.draw(recorded_votes("1"))
    rows = list(csv.DictReader(StringIO(written([vote]), newline="")))
    assert [row["ms_code"] for row in rows] == [member.code for member in vote.roll.council.members]
    assert [row["permanent_member"] for row in rows].count("True") == 5
    assert {row["total_ms"] for row in rows} == {str(len(rows))}


def test_nothing_but_a_header_is_written_for_nothing() -> None:
    assert written([]).strip().split(",") == [*COLUMNS, "outcome"]
