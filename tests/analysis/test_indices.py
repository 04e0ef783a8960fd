"""Each index by two roads: by counts of alike players, and by going through every coalition player by player.

Knows the definitions of the literature, written out here a second time over masks. Refuses to share code with them.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product
from math import factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.indices import INDICES, Game, Pair

Value = dict[str, Pair]


def weighted(first: int, second: int, quota: int, vetoes: int) -> Game:
    """`quota` players in all, and fewer than `vetoes` of the first group against."""
    return Game(
        first,
        second,
        lambda a, b: a + b >= quota and (not first or first - a < vetoes),
        lambda yes, no, others: yes + others >= quota and (not first or no < vetoes),
    )


GAMES = [
    weighted(2, 3, 3, 1),
    weighted(2, 3, 3, 2),
    weighted(5, 6, 7, 1),
    weighted(5, 6, 7, 2),
    weighted(0, 5, 3, 1),
    weighted(4, 0, 3, 1),
    weighted(5, 10, 9, 1),
]


def names(game: Game) -> str:
    return f"{game.first}+{game.second}:{game.winning}"


def masks(game: Game) -> tuple[np.ndarray, np.ndarray]:
    """Every coalition as a mask, the first group in the low bits, and whether it wins."""
    all_masks = np.arange(1 << game.players)
    a = np.bitwise_count(all_masks & ((1 << game.first) - 1))
    b = np.bitwise_count(all_masks >> game.first)
    table = np.array([[game.wins(i, j) for j in range(game.second + 1)] for i in range(game.first + 1)])
    return all_masks, table[a, b]


def enumerated(game: Game, player: int) -> dict[str, Fraction]:
    """The indices of one player, out of every coalition."""
    n, (coalitions, wins) = game.players, masks(game)
    sizes = np.bitwise_count(coalitions)
    swing = [wins & (coalitions >> i & 1 == 1) & ~wins[coalitions & ~(1 << i)] for i in range(n)]
    total, mine = sum(int(each.sum()) for each in swing), int(swing[player].sum())
    minimal = wins.copy()
    for i in range(n):
        minimal &= (coalitions >> i & 1 == 0) | swing[i]
    with_me = minimal & (coalitions >> player & 1 == 1)
    number, memberships = int(minimal.sum()), int(sizes[minimal].sum())
    by_size = np.bincount(sizes[swing[player]], minlength=n + 1)
    orders = sum(int(by_size[s]) * factorial(s - 1) * factorial(n - s) for s in range(1, n + 1))
    parts = np.bincount(sizes[with_me], minlength=n + 1)
    won = int(wins.sum())
    return {
        "shapley_shubik": Fraction(orders, factorial(n)),
        "banzhaf_normalised": Fraction(mine, total),
        "banzhaf_absolute": Fraction(mine, 2 ** (n - 1)),
        "coleman_act": Fraction(won, 2**n),
        "coleman_prevent": Fraction(mine, won),
        "coleman_initiate": Fraction(mine, 2**n - won),
        "deegan_packel": sum((Fraction(int(parts[s]), s * number) for s in range(1, n + 1)), Fraction(0)),
        "holler": Fraction(int(with_me.sum()), memberships),
    }


@pytest.mark.parametrize("game", GAMES, ids=names)
def test_counting_and_going_through_every_coalition_agree(game: Game) -> None:
    for which, player in ((0, 0), (1, game.players - 1)):
        values = {key: compute(game)[which] for key, (_, compute) in INDICES.items() if "ternary" not in key}
        empty = not (game.first, game.second)[which]
        assert values == (dict.fromkeys(values) if empty else enumerated(game, player))


@pytest.mark.parametrize("game", GAMES[:2], ids=names)
def test_shapley_shubik_is_the_share_of_orders_in_which_a_player_decides(game: Game) -> None:
    decided = [0] * game.players
    for order in permutations(range(game.players)):
        joined = [0, 0]
        for player in order:
            joined[player >= game.first] += 1
            if game.wins(*joined):
                decided[player] += 1
                break
    orders = factorial(game.players)
    found = INDICES["shapley_shubik"][1](game)
    assert found == (Fraction(decided[0], orders), Fraction(decided[-1], orders))


@pytest.mark.parametrize("game", GAMES[:6], ids=names)
def test_the_ternary_index_is_the_share_of_profiles_in_which_yes_or_no_decides(game: Game) -> None:
    swings = [0] * game.players
    for profile in product("YNA", repeat=game.players):
        for player in (player for player, ballot in enumerate(profile) if ballot == "Y"):
            against = (*profile[:player], "N", *profile[player + 1 :])
            swings[player] += _adopted(game, profile) and not _adopted(game, against)
    whole, total = 3 ** (game.players - 1), sum(swings)
    for which, player in ((0, 0), (1, game.players - 1)):
        if (game.first, game.second)[which]:
            assert INDICES["ternary_banzhaf_absolute"][1](game)[which] == Fraction(swings[player], whole)
            assert INDICES["ternary_banzhaf_normalised"][1](game)[which] == Fraction(swings[player], total)


def _adopted(game: Game, profile: tuple[str, ...]) -> bool:
    mine, rest = profile[: game.first], profile[game.first :]
    return game.adopts(mine.count("Y"), mine.count("N"), rest.count("Y"))


@given(st.integers(0, 6), st.integers(1, 20), st.data())
def test_shares_add_up_to_one(first: int, second: int, data: st.DataObject) -> None:
    game = weighted(first, second, data.draw(st.integers(1, first + second)), data.draw(st.integers(1, max(first, 1))))
    for key in ("shapley_shubik", "banzhaf_normalised", "deegan_packel", "holler", "ternary_banzhaf_normalised"):
        mine, rest = INDICES[key][1](game)
        assert first * (mine or 0) + second * (rest or 0) == 1


def test_absolute_values_need_not_add_up_to_one() -> None:
    mine, rest = INDICES["banzhaf_absolute"][1](GAMES[-1])
    assert mine is not None
    assert rest is not None
    assert 5 * mine + 10 * rest != 1
