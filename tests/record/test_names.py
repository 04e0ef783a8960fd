"""Which seat a row means, and which seats a searcher means. Knows changes of name. Refuses to count anything."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.errors import InputError
from lifecycle.model.council import council_on
from lifecycle.record.names import member_of, seat_codes, seat_name


def test_a_code_stays_through_changes_of_name() -> None:
    assert member_of("RUS", "", council_on(date(1962, 1, 1))).name == "USSR"
    assert member_of("RUS", "", council_on(date(1992, 1, 1))).name == "Russian Federation"


def test_a_name_stands_in_where_the_code_is_another_tables() -> None:
    assert member_of("SUN", "USSR", council_on(date(1962, 1, 1))).code == "RUS"


@pytest.mark.parametrize("name", ["", "ATLANTIS"])
def test_neither_code_nor_name_is_an_error_that_names_the_members(name: str) -> None:
    with pytest.raises(InputError, match="its members are"):
        member_of("QQQ", name, council_on(date(1962, 1, 1)))


def test_a_seat_is_found_by_any_name_it_ever_had() -> None:
    assert seat_codes("Moscow") == seat_codes("USSR") == seat_codes("Russian Federation") == {"RUS"}
    assert seat_name("RUS") == "Russian Federation"


def test_a_name_nobody_had_is_an_error_with_the_nearest() -> None:
    with pytest.raises(InputError) as refused:
        seat_codes("Frnace")
    assert "France" in refused.value.problems[0].nearest


def test_the_nearest_are_found_by_short_names_too_and_given_as_the_un_has_them() -> None:
    with pytest.raises(InputError) as refused:
        seat_codes("Russa")
    assert refused.value.problems[0].nearest[0] == "Russian Federation"
