"""Power indices of a game between two groups of alike players.

Knows each index as the literature defines it, exactly, by counting coalitions of so many of one group and so many of
the other. Refuses to know rules, Councils and names; that is `power`'s. Players of one group have one value, so each
index is a pair: what a player of the first group has, and of the second (None where the group is empty).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import comb, factorial

Pair = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True)
class Game:
    """A simple game. `wins(a, b)`: whether a of the `first` group and b of the `second` together win.

    `adopts(yes, no, others)` is the ternary game: yes and no of the first group, yes of the second. Both are monotone.
    """

    first: int
    second: int
    wins: Callable[[int, int], bool]
    adopts: Callable[[int, int, int], bool]

    @property
    def players(self) -> int:
        """How many play."""
        return self.first + self.second

    @cached_property
    def winning(self) -> int:
        """How many coalitions win."""
        return sum(ways for _, ways in self.coalitions(self.first, self.second))

    def coalitions(self, first: int, second: int) -> Iterator[tuple[tuple[int, int], int]]:
        """The winning sizes (a, b) with a and b up to these, and how many coalitions are of each."""
        for a in range(first + 1):
            for b in range(second + 1):
                if self.wins(a, b):
                    yield (a, b), comb(first, a) * comb(second, b)

    @cached_property
    def minimal(self) -> tuple[tuple[tuple[int, int], int], ...]:
        """The sizes of winning coalitions that lose with anybody less, and how many coalitions are of each."""
        return tuple(
            ((a, b), ways)
            for (a, b), ways in self.coalitions(self.first, self.second)
            if not (a and self.wins(a - 1, b)) and not (b and self.wins(a, b - 1))
        )

    @cached_property
    def blocking(self) -> tuple[tuple[tuple[int, int], int], ...]:
        """The same of least coalitions whose absence makes everybody else lose."""
        game = Game(self.first, self.second, lambda a, b: not self.wins(self.first - a, self.second - b), self.adopts)
        return game.minimal

    def swings(self, mine: int) -> Iterator[tuple[int, int]]:
        """For a player of group `mine` (0 or 1): by size of coalition without it, how many only it makes win."""
        sizes = (self.first - (mine == 0), self.second - (mine == 1))
        if min(sizes) < 0:
            return
        for a in range(sizes[0] + 1):
            for b in range(sizes[1] + 1):
                if self.wins(a + (mine == 0), b + (mine == 1)) and not self.wins(a, b):
                    yield a + b, comb(sizes[0], a) * comb(sizes[1], b)

    @cached_property
    def swing_counts(self) -> tuple[int, int]:
        """How many coalitions a player of either group makes win."""
        return sum(ways for _, ways in self.swings(0)), sum(ways for _, ways in self.swings(1))

    @cached_property
    def ternary_swings(self) -> tuple[int, int]:
        """Of all profiles of yes, no and neither of the rest: in how many a player's yes adopts and its no does not."""
        return self._ternary(0), self._ternary(1)

    def _ternary(self, mine: int) -> int:
        first, second = self.first - (mine == 0), self.second - (mine == 1)
        found = 0
        for yes in range(first + 1):
            for no in range(first - yes + 1):
                for others in range(second + 1):
                    for_it, against = (
                        ((yes + 1, no, others), (yes, no + 1, others))
                        if mine == 0
                        else ((yes, no, others + 1), (yes, no, others))
                    )
                    if self.adopts(*for_it) and not self.adopts(*against):
                        ways = comb(first, yes) * comb(first - yes, no) * comb(second, others)
                        found += ways * 2 ** (second - others)
        return found

    def each(self, values: tuple[Fraction, Fraction]) -> Pair:
        """The pair, without the value of a group that is empty."""
        return values[0] if self.first else None, values[1] if self.second else None

    def shares(self, counts: tuple[int, int] | tuple[Fraction, Fraction]) -> Pair:
        """Each player's count as a share of all players' counts; 0 where there are none."""
        total = self.first * counts[0] + self.second * counts[1]
        return self.each((Fraction(counts[0]) / (total or 1), Fraction(counts[1]) / (total or 1)))


def shapley_shubik(game: Game) -> Pair:
    """The share of all orders of joining in which a player turns losing into winning (Shapley and Shubik 1954)."""
    n = game.players

    def of(mine: int) -> Fraction:
        weighted = (factorial(size) * factorial(n - size - 1) * ways for size, ways in game.swings(mine))
        return Fraction(sum(weighted), factorial(n))

    return game.each((of(0), of(1)))


def banzhaf_absolute(game: Game) -> Pair:
    """The share of coalitions of the others that a player makes win (Penrose 1946, Banzhaf 1965)."""
    mine, theirs = game.swing_counts
    return game.each((Fraction(mine, 2 ** (game.players - 1)), Fraction(theirs, 2 ** (game.players - 1))))


def banzhaf_normalised(game: Game) -> Pair:
    """A player's swings as a share of all players' swings."""
    return game.shares(game.swing_counts)


def coleman_act(game: Game) -> Pair:
    """The share of coalitions that win: the power of the body to act, the same for every player (Coleman 1971)."""
    share = Fraction(game.winning, 2**game.players)
    return game.each((share, share))


def coleman_prevent(game: Game) -> Pair:
    """The share of winning coalitions that a player can break (Coleman 1971)."""
    mine, theirs = game.swing_counts
    return game.each((Fraction(mine, game.winning), Fraction(theirs, game.winning)))


def coleman_initiate(game: Game) -> Pair:
    """The share of losing coalitions that a player can make win (Coleman 1971)."""
    losing = 2**game.players - game.winning
    mine, theirs = game.swing_counts
    return game.each((Fraction(mine, losing), Fraction(theirs, losing)))


def deegan_packel(game: Game) -> Pair:
    """The mean, over minimal winning coalitions, of an equal part in each (Deegan and Packel 1978)."""
    number = sum(ways for _, ways in game.minimal)

    def of(size: int, index: int) -> Fraction:
        parts = (Fraction(ways * sizes[index], size * sum(sizes)) for sizes, ways in game.minimal)
        return sum(parts, Fraction(0)) / number

    return game.each((of(game.first or 1, 0), of(game.second or 1, 1)))


def holler(game: Game) -> Pair:
    """A player's share in memberships of minimal winning coalitions: the public good index (Holler 1982)."""
    first = sum((Fraction(ways * a, game.first or 1) for (a, _), ways in game.minimal), Fraction(0))
    second = sum((Fraction(ways * b, game.second or 1) for (_, b), ways in game.minimal), Fraction(0))
    return game.shares((first, second))


def ternary_absolute(game: Game) -> Pair:
    """With abstention: the share of profiles of the others in which a player's yes or no decides."""
    mine, theirs = game.ternary_swings
    return game.each((Fraction(mine, 3 ** (game.players - 1)), Fraction(theirs, 3 ** (game.players - 1))))


def ternary_normalised(game: Game) -> Pair:
    """With abstention: a player's swings as a share of all (Felsenthal and Machover 1997)."""
    return game.shares(game.ternary_swings)


INDICES: dict[str, tuple[str, Callable[[Game], Pair]]] = {
    "shapley_shubik": ("Shapley-Shubik", shapley_shubik),
    "banzhaf_normalised": ("Banzhaf, normalised", banzhaf_normalised),
    "banzhaf_absolute": ("Banzhaf, absolute", banzhaf_absolute),
    "coleman_act": ("Coleman, to act", coleman_act),
    "coleman_prevent": ("Coleman, to prevent", coleman_prevent),
    "coleman_initiate": ("Coleman, to initiate", coleman_initiate),
    "deegan_packel": ("Deegan-Packel", deegan_packel),
    "holler": ("Holler (public good)", holler),
    "ternary_banzhaf_normalised": ("Banzhaf ternary, norm.", ternary_normalised),
    "ternary_banzhaf_absolute": ("Banzhaf ternary, abs.", ternary_absolute),
}
"""By key: what people call the index, and how it is computed."""
