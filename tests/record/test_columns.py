"""The published columns. Knows what the data dictionary lists. Refuses to read a row."""

from __future__ import annotations

from lifecycle.model.ballots import Ballot
from lifecycle.record.columns import COLUMNS, LETTERS, NEEDED, SAME, TOTALS


def test_the_official_form_has_twenty_columns() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 20
    assert {*NEEDED, *TOTALS} <= set(COLUMNS)
    assert set(SAME) - set(COLUMNS) == {"outcome"}


def test_each_letter_is_a_ballot_and_empty_is_unknown() -> None:
    assert LETTERS == {
        "Y": Ballot.YES,
        "N": Ballot.NO,
        "A": Ballot.ABSTAIN,
        "X": Ballot.NOT_PARTICIPATING,
        "": None,
    }
