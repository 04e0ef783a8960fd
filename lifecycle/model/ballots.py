"""How the members of one Council voted, as far as it is known.

Knows the five ballot values, a roll of them and its tally, and what a count says of ballots that nobody named. Only yes
counts toward a majority and only no can veto, but this file refuses to know that: what a roll amounts to is
`decision`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lifecycle.errors import refuse
from lifecycle.model.council import Council, Member


class Ballot(StrEnum):
    """The five things a member can do when a text is put to the vote (the UN's record has X for the last two)."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_PARTICIPATING = "not_participating"
    ABSENT = "absent"

    @property
    def letter(self) -> str:
        """The short form: Y, N, A, NP or AB.

        >>> [ballot.letter for ballot in Ballot]
        ['Y', 'N', 'A', 'NP', 'AB']
        """
        return _LETTERS[self]


_LETTERS = {
    Ballot.YES: "Y",
    Ballot.NO: "N",
    Ballot.ABSTAIN: "A",
    Ballot.NOT_PARTICIPATING: "NP",
    Ballot.ABSENT: "AB",
}

SPOKEN = (Ballot.YES, Ballot.NO, Ballot.ABSTAIN)
"""The ballots of a member who took part in the vote."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many members cast each ballot, and how many are unknown; the six add up to the members of the Council."""

    yes: int
    no: int
    abstain: int
    not_participating: int
    absent: int
    unknown: int

    def __str__(self) -> str:
        """In words, leaving out what nobody did, except yes and no.

        >>> str(Tally(11, 2, 2, 0, 0, 0))
        '11 yes, 2 no, 2 abstain'
        """
        counts = {
            "yes": self.yes,
            "no": self.no,
            "abstain": self.abstain,
            "not participating": self.not_participating,
            "absent": self.absent,
            "unknown": self.unknown,
        }
        return ", ".join(f"{count} {word}" for word, count in counts.items() if count or word in {"yes", "no"})


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A count without names: at least `least` and at most `most` of the unknown ballots of a roll are `ballot`."""

    ballot: Ballot
    least: int
    most: int


def loosened(unnamed: Iterable[Unnamed], known: int, free: int) -> tuple[Unnamed, ...]:
    """What is left of `unnamed` once `known` of those ballots are cast anew, and `free` are unknown still.

    Each that is cast anew may have been one of those counted. What says nothing of the ballots left is left out.
    """
    found = (Unnamed(each.ballot, max(each.least - known, 0), min(each.most, free)) for each in unnamed)
    return tuple(each for each in found if (each.least, each.most) != (0, free))


@dataclass(frozen=True, slots=True)
class Roll:
    """One ballot, or None where it is unknown, for each member of `council`, in the Council's order.

    `unnamed` is what counts say of the unknown ones.
    """

    council: Council
    ballots: tuple[Ballot | None, ...]
    unnamed: tuple[Unnamed, ...] = ()

    @classmethod
    def unknown(cls, council: Council) -> Roll:
        """The roll of which nothing is known."""
        return cls(council, (None,) * len(council.members))

    @classmethod
    def of(cls, council: Council, named: Mapping[Ballot, Iterable[str]], rest: Ballot | None = None) -> Roll:
        """The roll in which each ballot's named members cast it and everybody else cast `rest` (None: unknown).

        Names are read by `Council.find`. Raises InputError for a name it refuses and for a member named twice.
        """
        ballots: list[Ballot | None] = [rest] * len(council.members)
        seen: dict[Member, Ballot] = {}
        for ballot, names in named.items():
            for member in map(council.find, names):
                if member in seen:
                    raise voted_twice(member, seen[member], ballot)
                seen[member] = ballot
                ballots[council.index(member)] = ballot
        return cls(council, tuple(ballots))

    @property
    def complete(self) -> bool:
        """Whether every member's ballot is known."""
        return None not in self.ballots

    def of_member(self, member: Member) -> Ballot | None:
        """The ballot of `member`, None while unknown."""
        return self.ballots[self.council.index(member)]

    def cast(self, ballot: Ballot | None) -> tuple[Member, ...]:
        """The members who cast `ballot` (None: whose ballot is unknown), in the Council's order."""
        return tuple(m for m, b in zip(self.council.members, self.ballots, strict=True) if b is ballot)

    def changed(self, changes: Mapping[Member, Ballot | None]) -> Roll:
        """This roll with the ballots of some members replaced. Of one that is made unknown no count says anything."""
        pairs = zip(self.council.members, self.ballots, strict=True)
        ballots = tuple(changes.get(member, ballot) for member, ballot in pairs)
        forgotten = any(new is None is not old for new, old in zip(ballots, self.ballots, strict=True))
        free = ballots.count(None)
        unnamed = () if forgotten else loosened(self.unnamed, self.ballots.count(None) - free, free)
        return Roll(self.council, ballots, unnamed)

    def counted(self, counts: Mapping[Ballot, tuple[int, int]]) -> Roll | None:
        """This roll where at least and at most so many members in all cast each ballot in `counts`.

        None if no way to fill in the unknown ballots makes that true.
        """
        free, named = self.ballots.count(None), {ballot: self.ballots.count(ballot) for ballot in counts}
        found = [
            Unnamed(ballot, max(least - named[ballot], 0), min(most - named[ballot], free))
            for ballot, (least, most) in sorted(counts.items(), key=lambda pair: list(Ballot).index(pair[0]))
        ]
        each = all(count.least <= count.most for count in found)
        enough = len(found) < len(Ballot) or sum(count.most for count in found) >= free
        if not each or not enough or sum(count.least for count in found) > free:
            return None
        return Roll(self.council, self.ballots, loosened(found, 0, free))

    def tally(self) -> Tally:
        """The six counts. A ballot that nobody named is unknown, except as far as it is counted."""
        counts = [self.ballots.count(ballot) for ballot in (*Ballot, None)]
        for place, ballot in enumerate(Ballot):
            more = sum(each.least for each in self.unnamed if each.ballot is ballot)
            counts[place], counts[-1] = counts[place] + more, counts[-1] - more
        return Tally(*counts)

    def mask(self, ballot: Ballot) -> int:
        """Bit i is set where member i of the Council cast `ballot`."""
        return sum(1 << i for i, b in enumerate(self.ballots) if b is ballot)


def voted_twice(member: Member, first: Ballot, second: Ballot) -> Exception:
    """The error for a member who is given two ballots on one text."""
    words = (
        f"{member.name} is listed under {first} and again under {second}"
        if first != second
        else (f"{member.name} is listed twice under {first}")
    )
    return refuse("votes-twice", f"{words}; a member casts one ballot")
