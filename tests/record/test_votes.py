"""How a vote is called and compared. Knows symbols as people write them. Refuses to read a file."""

from __future__ import annotations

import pytest

from lifecycle.record.votes import DUPLICATE, Totals, bare, plain_symbol


@pytest.mark.parametrize("written", ["S/RES/338(1973)", "S/RES/338 (1973)", "s/res/338", "338", " 338 "])
def test_a_resolution_is_one_however_it_is_written(written: str) -> None:
    assert plain_symbol(written) == "S/RES/338"


def test_drafts_of_one_number_in_two_years_stay_apart() -> None:
    assert plain_symbol("S/2016/846") != plain_symbol("S/2017/846")
    assert plain_symbol("S/4733/Rev. 1") == plain_symbol("S/4733/Rev.1") != plain_symbol("S/4733")


def test_only_a_year_is_dropped() -> None:
    assert bare("S/RES/338 (1973)") == "S/RES/338"
    assert bare("S/3710 (as amended)") == "S/3710 (as amended)"


def test_totals_read_as_the_un_writes_them() -> None:
    assert str(Totals(4, 9, 2, 0)) == "4-9-2"


def test_a_note_names_the_vote_it_repeats() -> None:
    found = DUPLICATE.search("Suspected duplicate of GRAM-0359")
    assert found is not None
    assert found[1] == "GRAM-0359"
    assert DUPLICATE.search("Adopted without vote") is None
