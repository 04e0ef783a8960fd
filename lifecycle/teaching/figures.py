"""Questions about power on paper: how often a vote is won, by whom, in the textbook game and with abstention.

Knows how a figure is recomputed for any numbers of permanent and elected members and votes needed, by the same indices
that `lifecycle power` prints. Refuses to know which figures are famous.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import comb

from lifecycle.analysis.indices import Game, banzhaf_absolute, banzhaf_normalised, shapley_shubik, ternary_normalised
from lifecycle.teaching.judging import Check, Given
from lifecycle.teaching.views import View

CLOSE = Fraction(1, 10**9)
"""How near a decimal has to come."""

_INDICES: dict[str, Callable[[Game], tuple[Fraction | None, Fraction | None]]] = {
    "shapley_shubik": shapley_shubik,
    "banzhaf_absolute": banzhaf_absolute,
    "banzhaf_normalised": banzhaf_normalised,
    "ternary_banzhaf": ternary_normalised,
}


def game(permanent: int, elected: int, majority: int) -> Game:
    """The game in which a text needs `majority` yes votes and no permanent member against it."""
    return Game(
        permanent,
        elected,
        lambda a, b: a == permanent and a + b >= majority,
        lambda yes, no, others: no == 0 and yes + others >= majority,
    )


def adopted_rolls(permanent: int, elected: int, majority: int) -> int:
    """How many rolls of yes, no and neither are adopted: nobody permanent against, and enough yes.

    >>> adopted_rolls(5, 10, 9)
    146796
    """
    return sum(
        comb(permanent, yes) * comb(elected, others) * 2 ** (elected - others)
        for yes in range(permanent + 1)
        for others in range(elected + 1)
        if yes + others >= majority
    )


def _figure(given: Given, view: View) -> Fraction:
    permanent, elected, majority = (int(given[key]) for key in ("permanent", "elected", "majority"))
    played = game(permanent, elected, majority)
    match given["figure"]:
        case "winning":
            return Fraction(played.winning)
        case "minimal":
            return Fraction(sum(ways for _, ways in played.minimal))
        case "adopted":
            return Fraction(adopted_rolls(permanent, elected, majority))
    value = _INDICES[given["figure"]](played)[given["whose"] == "elected"]
    assert value is not None, "a sheet asks for a member that there is"
    return value


def _fault(given: Given, answer: Fraction, view: View) -> str | None:
    right = _figure(given, view)
    if abs(answer - right) <= (CLOSE if answer.denominator > 1 else 0):
        return None
    near = ", and is within a tenth of it" if abs(answer - right) * 10 <= right else ""
    return f"{float(answer):.10g} is {'more' if answer > right else 'less'} than the figure{near}"


CHECKS = (Check("figure", _figure, _fault),)
