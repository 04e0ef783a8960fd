"""Rolls, by no more than what decides them.

Knows that a rule cannot tell two members apart who are both permanent or both elected, both may veto or may not, and
both are parties to the dispute or are not; so that of a complete roll only the numbers of yes and no in each such group
matter. A test holds that against full rolls. Refuses to know what the numbers amount to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member
from lifecycle.model.rules import Rule


@dataclass(frozen=True, slots=True)
class Group:
    """Members no rule can tell apart, and how many they are."""

    permanent: bool
    may_veto: bool
    party: bool
    size: int


@dataclass(frozen=True, slots=True)
class RollClass:
    """All complete rolls with these numbers: (yes, no) for each group; the rest of a group said neither.

    The raw counts that laws read are kept beside it: they are sums over who is permanent, and owe nothing to any rule.

    >>> five, ten = Group(True, True, False, 5), Group(False, False, False, 10)
    >>> RollClass((five, ten), ((3, 1), (8, 1)))
    permanent 3 yes, 1 no, 1 other; elected 8 yes, 1 no, 1 other
    """

    groups: tuple[Group, ...] = field(repr=False)
    counts: tuple[tuple[int, int], ...]
    yes: int = field(init=False, compare=False)
    no: int = field(init=False, compare=False)
    seats: int = field(init=False, compare=False)
    permanent_yes: int = field(init=False, compare=False)
    permanent_no: int = field(init=False, compare=False)
    permanent: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        pairs = tuple(zip(self.groups, self.counts, strict=True))
        standing = [pair for pair in pairs if pair[0].permanent]
        raw = {
            "yes": sum(yes for _, (yes, _no) in pairs),
            "no": sum(no for _, (_yes, no) in pairs),
            "seats": sum(group.size for group in self.groups),
            "permanent_yes": sum(yes for _, (yes, _no) in standing),
            "permanent_no": sum(no for _, (_yes, no) in standing),
            "permanent": sum(group.size for group, _ in standing),
        }
        for name, value in raw.items():
            object.__setattr__(self, name, value)

    @property
    def other(self) -> int:
        """Members who said neither yes nor no."""
        return self.seats - self.yes - self.no

    def __repr__(self) -> str:
        """The counts as a reader of a trace wants them."""
        elected = (self.yes - self.permanent_yes, self.no - self.permanent_no, self.seats - self.permanent)
        sides = (("permanent", (self.permanent_yes, self.permanent_no, self.permanent)), ("elected", elected))
        return "; ".join(f"{side} {yes} yes, {no} no, {all_ - yes - no} other" for side, (yes, no, all_) in sides)

    def raised(self) -> tuple[RollClass, ...]:
        """Every class one member kinder: a no become an abstention, or an abstention a yes."""
        return _raised(self)

    def exchanged(self) -> Iterator[RollClass]:
        """Every class in which two members of one standing, but of different groups, have exchanged their ballots."""
        for first, second in product(range(len(self.groups)), repeat=2):
            if first < second and self.groups[first].permanent == self.groups[second].permanent:
                yield from self._exchanged(first, second)

    def _exchanged(self, first: int, second: int) -> Iterator[RollClass]:
        for one, other in product(self._cast(first), self._cast(second)):
            if one != other:
                yield self._moved(first, one, other)._moved(second, other, one)

    def _cast(self, place: int) -> tuple[tuple[int, int], ...]:
        """The ballots cast in a group: (1, 0) a yes, (0, 1) a no, (0, 0) neither."""
        yes, no = self.counts[place]
        cast = {(1, 0): yes, (0, 1): no, (0, 0): self.groups[place].size - yes - no}
        return tuple(ballot for ballot, number in cast.items() if number)

    def _moved(self, place: int, old: tuple[int, int], new: tuple[int, int]) -> RollClass:
        yes, no = self.counts[place]
        return self.with_pair(place, (yes - old[0] + new[0], no - old[1] + new[1]))

    def with_pair(self, place: int, pair: tuple[int, int]) -> RollClass:
        """This class with other numbers of yes and no in one group."""
        return RollClass(self.groups, (*self.counts[:place], pair, *self.counts[place + 1 :]))


# A class is met once for each kind of matter and each claim.
@lru_cache(maxsize=1 << 14)
def _raised(these: RollClass) -> tuple[RollClass, ...]:
    found = []
    for place, (group, (yes, no)) in enumerate(zip(these.groups, these.counts, strict=True)):
        if no:
            found.append(these.with_pair(place, (yes, no - 1)))
        if yes + no < group.size:
            found.append(these.with_pair(place, (yes + 1, no)))
    return tuple(found)


def groups_of(council: Council, rule: Rule, parties: tuple[Member, ...] = ()) -> tuple[tuple[Member, ...], ...]:
    """The members of `council` in the groups that `rule` can tell apart, in the Council's order."""
    holders = rule.veto_holders(council)
    found: dict[tuple[bool, bool, bool], list[Member]] = {}
    for member in council.members:
        found.setdefault(_standing(member, holders, parties), []).append(member)
    return tuple(map(tuple, found.values()))


def _standing(member: Member, holders: tuple[Member, ...], parties: tuple[Member, ...]) -> tuple[bool, bool, bool]:
    return member.permanent, member in holders, member in parties


@dataclass(frozen=True, slots=True)
class Abstraction:
    """The passage from full rolls of one Council to classes and back, under one rule and with these parties."""

    council: Council
    rule: Rule
    parties: tuple[Member, ...] = ()
    members: tuple[tuple[Member, ...], ...] = field(init=False, repr=False)
    groups: tuple[Group, ...] = field(init=False)

    def __post_init__(self) -> None:
        # Without obligatory abstention no ballot is counted otherwise for being a party's.
        parties = self.parties if self.rule.obligatory_abstention else ()
        members = groups_of(self.council, self.rule, parties)
        holders = self.rule.veto_holders(self.council)
        groups = tuple(Group(*_standing(group[0], holders, parties), len(group)) for group in members)
        object.__setattr__(self, "members", members)
        object.__setattr__(self, "groups", groups)

    def class_of(self, roll: Roll) -> RollClass:
        """The class of a complete roll. Raises ValueError for one with unknown ballots."""
        if not roll.complete:
            raise ValueError("a roll with unknown ballots has no class of its own")
        counts = []
        for group in self.members:
            ballots = [roll.of_member(member) for member in group]
            counts.append((ballots.count(Ballot.YES), ballots.count(Ballot.NO)))
        return RollClass(self.groups, tuple(counts))

    def roll_of(self, these: RollClass) -> Roll:
        """One roll of the class: in each group the first members say no, the last say yes, the others abstain."""
        roll = dict.fromkeys(self.council.members, Ballot.ABSTAIN)
        for group, (yes, no) in zip(self.members, these.counts, strict=True):
            roll.update(dict.fromkeys(group[:no], Ballot.NO))
            roll.update(dict.fromkeys(group[len(group) - yes :], Ballot.YES))
        return Roll(self.council, tuple(roll.values()))

    def classes(self) -> tuple[RollClass, ...]:
        """Every class there is, the kindest first, so that the first to show something is near unanimity.

        For a group of n members there are (n + 1)(n + 2) / 2 pairs of yes and no, and all combinations of them.
        """
        pairs = (
            [(yes, no) for yes in range(group.size + 1) for no in range(group.size - yes + 1)] for group in self.groups
        )
        found = (RollClass(self.groups, counts) for counts in product(*pairs))
        return tuple(sorted(found, key=lambda these: (-these.yes, these.no)))
