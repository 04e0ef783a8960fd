"""The power of members under a rule, against the literature, and against a library that computes some of the same.

Knows the values at eleven and fifteen seats. Refuses to take them from this program.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from lifecycle.analysis.power import Power, power
from lifecycle.errors import InputError
from lifecycle.model.council import Council, council_on
from lifecycle.model.presets import changed_rule, preset
from lifecycle.model.rules import Kind, Rule, rule_on

DAYS = {11: date(1954, 6, 20), 15: date(2016, 10, 8)}


def charter(seats: int) -> Power:
    return power(council_on(DAYS[seats]), rule_on(DAYS[seats]))


# Shapley and Shubik (APSR 48, 1954) for eleven seats; the weighted game [39; 5 x 7, 10 x 1] for fifteen.
@pytest.mark.parametrize(
    ("seats", "index", "permanent", "elected"),
    [
        (11, "shapley_shubik", "76/385", "1/462"),
        (15, "shapley_shubik", "421/2145", "4/2145"),
        (11, "banzhaf_normalised", "19/105", "1/63"),
        (15, "banzhaf_normalised", "106/635", "21/1270"),
        (11, "banzhaf_absolute", "57/1024", "5/1024"),
        (15, "banzhaf_absolute", "53/1024", "21/4096"),
        (11, "holler", "1/7", "1/21"),
        (15, "holler", "1/9", "2/45"),
        (15, "deegan_packel", "1/9", "2/45"),
        (11, "coleman_act", "57/2048", "57/2048"),
        (15, "coleman_act", "53/2048", "53/2048"),
        (11, "coleman_prevent", "1", "5/57"),
        (15, "coleman_prevent", "1", "21/212"),
        (11, "coleman_initiate", "57/1991", "5/1991"),
        (15, "coleman_initiate", "53/1995", "1/380"),
    ],
)
def test_the_values_of_the_literature(seats: int, index: str, permanent: str, elected: str) -> None:
    assert charter(seats).indices[index] == (Fraction(permanent), Fraction(elected))


@pytest.mark.parametrize(
    ("seats", "swings", "permanent", "elected"),
    [(11, (1_896, 985), 0.12320, 0.06400), (15, (108_336, 53_154), 0.10094, 0.04953)],
)
def test_with_abstention_the_permanent_members_have_twice_as_much_not_ten_times(
    seats: int, swings: tuple[int, int], permanent: float, elected: float
) -> None:
    found = charter(seats)
    absolute = tuple(Fraction(count, 3 ** (seats - 1)) for count in swings)
    assert found.indices["ternary_banzhaf_absolute"] == absolute
    assert found.indices["ternary_banzhaf_normalised"] == pytest.approx((permanent, elected), abs=1e-5)


def test_how_many_coalitions_win_and_block() -> None:
    found = charter(15)
    # Four of ten beside the five; one of the five, or seven of the ten.
    assert (found.winning, found.coalitions, found.minimal, found.blocking) == (848, 32_768, 210, 5 + 120)
    assert (charter(11).winning, charter(11).minimal, charter(11).blocking) == (57, 15, 5 + 6)


@pytest.mark.parametrize("seats", [11, 15])
def test_a_library_says_the_same_of_the_weighted_game(seats: int) -> None:
    powerindex = pytest.importorskip("powerindex")
    # Weights that give the same winning coalitions: a permanent member outweighs all elected ones that are spare.
    heavy, quota = (7, 39) if seats == 15 else (5, 27)
    weights = [heavy] * 5 + [1] * (seats - 5)
    found = charter(seats)
    shapley, banzhaf = found.indices["shapley_shubik"], found.indices["banzhaf_normalised"]
    game = powerindex.Game(quota, weights)
    game.calc_banzhaf()
    game.calc_shapley_shubik()
    assert (game.banzhaf[0], game.banzhaf[-1]) == pytest.approx(banzhaf)
    assert (game.shapley_shubik[0], game.shapley_shubik[-1]) == pytest.approx(shapley)


def test_without_a_veto_all_are_alike() -> None:
    council = council_on(DAYS[15])
    found = power(council, preset("no-veto", council))
    assert found.holders == ()
    assert found.indices["shapley_shubik"] == (None, Fraction(1, 15))
    assert found.ratio("shapley_shubik") is None


def test_on_a_procedural_matter_the_permanent_members_have_no_more() -> None:
    found = power(council_on(DAYS[15]), rule_on(DAYS[15]), Kind.PROCEDURAL)
    assert found.ratio("shapley_shubik") == 1


def test_twenty_six_seats_are_no_harder() -> None:
    elected = ["Egypt", "Brazil", "Chile", "Cuba", "Denmark", "Finland", "Gabon", "Ghana", "Greece", "Guinea", "Haiti"]
    elected += ["Iceland", "India", "Iraq", "Ireland", "Italy", "Japan", "Jordan", "Kenya", "Kuwait", "Mali"]
    five = [member.name for member in council_on(DAYS[15]).permanent]
    council = Council.invented_council(DAYS[15], five, elected)
    found = power(council, Rule("wide", "fifteen of twenty-six", 26, 15, 15))
    assert sum(found.of(member, "shapley_shubik") for member in council.members) == 1
    # All five, and at least ten of twenty-one.
    assert found.winning == sum(_choose(21, others) for others in range(10, 22))


def _choose(n: int, k: int) -> int:
    top = bottom = 1
    for i in range(k):
        top, bottom = top * (n - i), bottom * (i + 1)
    return top // bottom


def test_an_override_takes_power_from_the_veto() -> None:
    council = council_on(DAYS[15])
    mild = power(council, preset("veto-override-12", council)).indices["shapley_shubik"][0]
    strict = charter(15).indices["shapley_shubik"][0]
    assert mild is not None
    assert strict is not None
    assert mild < strict


def test_more_vetoes_than_seats_is_refused() -> None:
    with pytest.raises(InputError, match="vetoes_needed is 16"):
        changed_rule(council_on(DAYS[15]), {"vetoes_needed": 16})


def test_a_table_has_a_row_a_member() -> None:
    found = charter(15)
    assert len(found.rows()) == 15
    assert all(len(row) == len(found.headings()) for row in found.rows())
    assert "<td>Russian Federation</td>" in found._repr_html_()
