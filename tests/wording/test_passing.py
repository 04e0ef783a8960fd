"""What is told in passing between a draft and its verb. Every sentence here is invented."""

from __future__ import annotations

import pytest

from lifecycle.wording.passing import without_asides, without_its_aim


@pytest.mark.parametrize(
    ("gap", "bare"),
    [
        (" put before the Council by Peru and Chad ", ""),
        (" tabled on Friday ", ""),
        (" now before the Security Council ", " "),
        (", which is two pages long, ", " "),
        (", a page long, had ", " had "),
        (" on salt ", " on salt "),
    ],
)
def test_whose_a_draft_is_and_where_is_told_in_passing(gap: str, bare: str) -> None:
    assert without_asides(gap) == bare


@pytest.mark.parametrize("verb", ["was", "said", "to", "and then", "says", "notes", "demands", "welcomes a plan by"])
def test_a_verb_behind_it_is_not_told_in_passing(verb: str) -> None:
    gap = f" tabled by Peru {verb} "
    assert without_asides(gap) == gap


def test_what_a_draft_asks_for_is_left_out_unless_the_verb_is_of_that() -> None:
    assert without_its_aim(" calling for a truce ") == ""
    assert without_its_aim(" to impose sanctions on Chad ") == " "
    assert without_its_aim(" calling for a truce that ") == " calling for a truce that "
