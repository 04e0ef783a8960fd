"""Sets of changed ballots, alike ones together.

Knows in which positions members stand who are alike to a rule, what changes of position there are, and how least sets
of changes are joined into groups such as "the Russian Federation and any 7 of 13". Refuses to know which changes lead
anywhere; that is `pivots`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from math import comb, prod

from lifecycle.model.ballots import Ballot
from lifecycle.model.council import Council, Member

_ASIDE = (Ballot.ABSTAIN, Ballot.NOT_PARTICIPATING, Ballot.ABSENT)
_BALLOTS: Mapping[str, tuple[Ballot, ...]] = {
    "yes": (Ballot.YES,),
    "no": (Ballot.NO,),
    "neither": _ASIDE,
    "not yes": (Ballot.NO, *_ASIDE),
    "unknown": (),
}
_SIDES = {True: ("yes", "no", "neither"), False: ("yes", "not yes")}


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where alike members stand: whether they may veto, and what of their ballot counts."""

    may_veto: bool
    side: str

    @property
    def ballots(self) -> tuple[Ballot, ...]:
        """The ballots that lead here."""
        return _BALLOTS[self.side]

    def moves(self) -> Iterator[Position]:
        """The positions a ballot cast anew can lead to."""
        return (Position(self.may_veto, side) for side in _SIDES[self.may_veto] if side != self.side)


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """A change from one position to another."""

    source: Position
    to: Position


Moves = Mapping[Move, int]
"""How many members make each move."""


@dataclass(frozen=True, slots=True)
class Part:
    """Any `choose` of `members`, each of them casting any of `to` instead."""

    members: tuple[Member, ...]
    choose: int
    to: tuple[Ballot, ...]

    def __str__(self) -> str:
        """Whom it names.

        >>> str(Part((Member("Angola", "AGO", False), Member("Japan", "JPN", False)), 1, (Ballot.YES,)))
        'any 1 of 2'
        """
        if self.choose == len(self.members):
            return ", ".join(member.name for member in self.members)
        return f"any {self.choose} of {len(self.members)}"

    def to_json(self) -> dict[str, object]:
        """The entry in the document `whatif --json` prints."""
        names = [member.name for member in self.members]
        return {"choose": self.choose, "of": len(names), "members": names, "to": list(self.to)}


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Least sets of changes that differ only in which of alike members make them; `count` is how many sets it is."""

    parts: tuple[Part, ...]
    count: int

    def __str__(self) -> str:
        """Whom it names, part by part."""
        return " and ".join(map(str, self.parts))

    def sets(self) -> Iterator[tuple[tuple[Member, Ballot], ...]]:
        """Every set of the group."""
        return _sets(self.parts, frozenset())

    def to_json(self) -> dict[str, object]:
        """The entry in the document `whatif --json` prints."""
        return {"text": str(self), "count": self.count, "parts": [part.to_json() for part in self.parts]}


def _sets(parts: Sequence[Part], taken: frozenset[Member]) -> Iterator[tuple[tuple[Member, Ballot], ...]]:
    if not parts:
        yield ()
        return
    first, rest = parts[0], parts[1:]
    free = [member for member in first.members if member not in taken]
    for chosen in combinations(free, first.choose):
        for ballots in product(first.to, repeat=first.choose):
            here = tuple(zip(chosen, ballots, strict=True))
            for others in _sets(rest, taken | frozenset(chosen)):
                yield (*here, *others)


def least_moves(counts: Mapping[Position, int]) -> Iterator[tuple[int, list[Moves]]]:
    """Every way to get anywhere with no change too many, fewest changes first, as (number of changes, ways).

    `counts` is how many members stand where. A way in which a position both loses and gains members is one too long.
    """
    by_changes: dict[int, list[tuple[Moves, Moves]]] = {}
    sides = [_moves_within(_tuple(counts, may_veto=may_veto)) for may_veto in (True, False)]
    for first, second in product(*sides):
        by_changes.setdefault(sum(first.values()) + sum(second.values()), []).append((first, second))
    for changes in sorted(by_changes):
        yield changes, [{**first, **second} for first, second in by_changes[changes]]


def _tuple(counts: Mapping[Position, int], *, may_veto: bool) -> tuple[tuple[Position, int], ...]:
    return tuple(sorted((p, count) for p, count in counts.items() if p.may_veto is may_veto and count))


@cache
def _moves_within(counts: tuple[tuple[Position, int], ...]) -> tuple[Moves, ...]:
    """The moves of one group of members, whose positions never both lose and gain."""
    moves = [Move(source, to) for source, _ in counts for to in source.moves()]
    found: list[Moves] = []
    free = dict(counts)

    def extend(index: int, chosen: dict[Move, int]) -> None:
        if index == len(moves):
            found.append(dict(chosen))
            return
        move = moves[index]
        extend(index + 1, chosen)
        gains, losses = {other.to for other in chosen}, {other.source for other in chosen}
        if move.source in gains or move.to in losses:
            return
        for count in range(1, free[move.source] + 1):
            free[move.source] -= count
            extend(index + 1, {**chosen, move: count})
            free[move.source] += count

    extend(0, {})
    return tuple(found)


def grouped(
    ways: Iterable[Moves], members: Mapping[Position, tuple[Member, ...]], council: Council
) -> tuple[ChangeGroup, ...]:
    """The least sets that `ways` stand for, those joined that together say "any of these, each to any of those"."""
    left = {frozenset(way.items()) for way in ways}
    found: list[ChangeGroup] = []
    for moves in _joinable(left):
        room = {source: len(members[source]) for source in {move.source for move in moves}}
        for rest, together in _by_rest(left, moves).items():
            if len(together) < 2 or any(move.source in room for move, _ in rest):
                continue
            size = sum(count for _, count in next(iter(together)))
            if together == _complete(moves, room, size):
                joined = {part | rest for part in together}
                left -= joined
                found.append(_group(joined, moves, size, rest, members, council))
    found.extend(_group({way}, (), 0, way, members, council) for way in left)

    def order(group: ChangeGroup) -> list[tuple[int, int, tuple[Ballot, ...], tuple[int, ...]]]:
        # Down to the seats: two groups that are alike in all else came out of a set in any order.
        return [(len(p.members) - p.choose, p.choose, p.to, tuple(map(council.index, p.members))) for p in group.parts]

    return tuple(sorted(found, key=order))


Way = frozenset[tuple[Move, int]]


def _joinable(ways: set[Way]) -> list[tuple[Move, ...]]:
    """Sets of moves that might be free in the same way, largest first: several sources, the same new ballots."""
    used = {move for way in ways for move, _ in way}
    found = set()
    for ballots in ({"yes"}, {"no"}, {"neither"}, {"no", "neither"}, {"yes", "neither"}, {"yes", "no", "neither"}):
        able = [source for source in sorted({move.source for move in used}) if _reaches(source, ballots)]
        for size in range(1, len(able) + 1):
            for sources in combinations(able, size):
                moves = tuple(Move(s, to) for s in sources for to in s.moves() if to.side in _written(s, ballots))
                if len(moves) > 1 and used.issuperset(moves):
                    found.add(moves)
    return sorted(found, key=lambda moves: (-len(moves), moves))


def _written(source: Position, sides: set[str]) -> set[str]:
    """The same ballots as `sides` in the words of the source's group."""
    if source.may_veto:
        return sides
    return (sides & {"yes"}) | ({"not yes"} if {"no", "neither"} <= sides else set())


def _reaches(source: Position, sides: set[str]) -> bool:
    """Whether members there can cast all these ballots anew, and they can be told from others by what counts."""
    if not source.may_veto and len(sides & {"no", "neither"}) == 1:
        return False
    return _written(source, sides) <= {to.side for to in source.moves()}


def _by_rest(ways: set[Way], moves: tuple[Move, ...]) -> dict[Way, set[Way]]:
    found: dict[Way, set[Way]] = {}
    for way in sorted(ways, key=sorted):
        part = frozenset(item for item in way if item[0] in moves)
        found.setdefault(way - part, set()).add(part)
    return found


def _complete(moves: tuple[Move, ...], room: Mapping[Position, int], size: int) -> set[Way]:
    """Every way to spread `size` changes over `moves` with the members there are."""
    found = set()
    for counts in product(*(range(min(size, room[move.source]) + 1) for move in moves)):
        chosen = dict(zip(moves, counts, strict=True))
        per = {s: sum(n for move, n in chosen.items() if move.source == s) for s in room}
        if sum(counts) == size and all(per[s] <= room[s] for s in room):
            found.add(frozenset((move, n) for move, n in chosen.items() if n))
    return found


def _group(
    ways: set[Way],
    free: tuple[Move, ...],
    size: int,
    rest: Way,
    members: Mapping[Position, tuple[Member, ...]],
    council: Council,
) -> ChangeGroup:
    """`size` changes among the `free` moves and those of `rest`, as parts with names."""
    parts = [Part(members[move.source], count, move.to.ballots) for move, count in sorted(rest)]
    if free:
        sources = {move.source for move in free}
        able = tuple(m for m in council.members if any(m in members[source] for source in sources))
        to = {ballot for move in free for ballot in move.to.ballots}
        parts.append(Part(able, size, tuple(ballot for ballot in Ballot if ballot in to)))
    parts = _all_named_together(parts, council)
    parts.sort(
        key=lambda part: (len(part.members) - part.choose > 0, [council.index(m) for m in part.members], part.to)
    )
    return ChangeGroup(tuple(parts), sum(_count(way, members) for way in ways))


def _all_named_together(parts: Sequence[Part], council: Council) -> list[Part]:
    """The parts, those that leave no choice of members and have the same new ballots made one."""
    named: dict[tuple[Ballot, ...], list[Member]] = {}
    for part in parts:
        if part.choose == len(part.members):
            named.setdefault(part.to, []).extend(part.members)
    whole = (Part(tuple(sorted(m, key=council.index)), len(m), to) for to, m in named.items())
    return [*whole, *(part for part in parts if part.choose < len(part.members))]


def _count(way: Way, members: Mapping[Position, tuple[Member, ...]]) -> int:
    """How many sets of changes one way is: who makes each move, and which of the ballots that lead there."""
    free = {source: len(found) for source, found in members.items()}
    ways = []
    for move, count in way:
        ways.append(comb(free[move.source], count) * len(move.to.ballots) ** count)
        free[move.source] -= count
    return prod(ways)
