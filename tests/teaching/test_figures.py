"""Figures of power: the published ones, and by counting coalitions one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from lifecycle.teaching.figures import CHECKS, adopted_rolls, game
from lifecycle.teaching.views import CHARTER

(CHECK,) = CHECKS
NOW = {"permanent": "5", "elected": "10", "majority": "9"}


@pytest.mark.parametrize(
    ("figure", "whose", "value"),
    [
        ("winning", "", Fraction(848)),
        ("minimal", "", Fraction(210)),
        ("adopted", "", Fraction(146_796)),
        ("shapley_shubik", "permanent", Fraction(421, 2145)),
        ("shapley_shubik", "elected", Fraction(4, 2145)),
        ("banzhaf_absolute", "permanent", Fraction(53, 1024)),
        ("banzhaf_normalised", "permanent", Fraction(106, 635)),
    ],
)
def test_the_published_figures_come_out(figure: str, whose: str, value: Fraction) -> None:
    """421/2145 and 4/2145 after Shapley and Shubik's method; 848 winning coalitions, 210 of them C(10, 4) minimal."""
    given = NOW | {"figure": figure, "whose": whose}
    assert CHECK.key(given, CHARTER) == value
    assert CHECK.fault(given, value, CHARTER) is None


@pytest.mark.parametrize(("permanent", "elected", "majority"), [(2, 3, 3), (3, 2, 4), (1, 4, 2)])
def test_small_games_counted_one_by_one(permanent: int, elected: int, majority: int) -> None:
    players = permanent + elected
    won = [s for s in product((0, 1), repeat=players) if all(s[:permanent]) and sum(s) >= majority]
    assert game(permanent, elected, majority).winning == len(won)
    rolls = product("yn-", repeat=players)
    adopted = [roll for roll in rolls if "n" not in roll[:permanent] and roll.count("y") >= majority]
    assert adopted_rolls(permanent, elected, majority) == len(adopted)


def test_a_decimal_is_near_enough_to_nine_places_and_a_whole_number_must_be_exact() -> None:
    index = NOW | {"figure": "shapley_shubik", "whose": "permanent"}
    assert CHECK.fault(index, Fraction("0.196270396"), CHARTER) is None
    assert (
        CHECK.fault(index, Fraction("0.1962"), CHARTER) == "0.1962 is less than the figure, and is within a tenth of it"
    )
    assert "less than" in (CHECK.fault(NOW | {"figure": "winning"}, Fraction(210), CHARTER) or "")
