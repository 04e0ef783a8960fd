"""By what a draft is called besides its sponsors. Every name here is invented."""

from __future__ import annotations

import pytest

from lifecycle.wording.epithets import fitting, of_another_length

COD, TRUCE = "a Peruvian draft on the cod trade for six months", "a text on a truce in Mali for 30 days"


@pytest.mark.parametrize(
    ("called", "meant"),
    [
        ("the cod ", COD),
        ("the truce ", TRUCE),
        ("the 30-day ", TRUCE),
        ("the six-month ", COD),
        ("the longer ", COD),
        ("the shorter ", TRUCE),
        ("the ", None),
        ("the tough new ", None),
        ("the one-year ", None),
        ("the Peruvian draft truce ", None),  # fits both
    ],
)
def test_a_name_fits_the_text_of_its_matter_or_its_length(called: str, meant: str | None) -> None:
    said = [COD, TRUCE]
    place = fitting(called, said)
    assert (None if place is None else said[place]) == meant
    swapped = fitting(called, said[::-1])
    assert (None if swapped is None else said[::-1][swapped]) == meant


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("a 12-month ", "for a year", False),
        ("a year-long ", "for twelve months", False),
        ("a one-month ", "for 30 days", False),
        ("a nine-month ", "for a year", True),
        ("a short ", "for a year", False),
        ("a nine-month ", "for longer", False),
        ("a nine-month ", "the product of a week of talks", False),
        ("a nine-month ", "tabled after a two-week lull", False),
        ("a nine-month ", "a six-month text", True),
    ],
)
def test_lengths_that_differ(one: str, other: str, differ: bool) -> None:
    assert of_another_length(one, other) is differ
