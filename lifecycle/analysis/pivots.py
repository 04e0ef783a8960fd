"""What would have changed a vote.

Knows, for a roll and a rule, each single ballot that turns the outcome and every least set of ballots that leads to
each other outcome, exactly: by counts of alike members, never by trying names. Refuses to know who might do so, and
how it is shown; joining alike sets into groups is `changes`'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lifecycle.analysis.changes import ChangeGroup, Move, Moves, Position, grouped, least_moves
from lifecycle.analysis.counts import RollCounts, count_rolls
from lifecycle.analysis.groups import Groups, Split
from lifecycle.model.ballots import Ballot, Roll, Unnamed, loosened
from lifecycle.model.council import Member
from lifecycle.model.counting import noes_among
from lifecycle.model.decision import Decision, decide
from lifecycle.model.rules import Kind, Outcome, Rule

SHOWN = 100
"""How many least sets a document lists by name; it always gives their number."""


_YES, _NO, _OPEN = (Position(True, side) for side in ("yes", "no", "unknown"))
_OTHER_YES, _OTHER_OPEN = (Position(False, side) for side in ("yes", "unknown"))


@dataclass(frozen=True, slots=True)
class Pivot:
    """One ballot that, changed alone, settles the vote otherwise."""

    member: Member
    to: Ballot
    outcome: Outcome

    def to_json(self) -> dict[str, str]:
        """The entry in the document `whatif --json` prints."""
        return {"member": self.member.name, "to": self.to, "outcome": self.outcome}


@dataclass(frozen=True, slots=True)
class Nearest:
    """The least changes after which a vote is sure to end with `outcome`.

    `changes` is None where no change leads there. `count` is the number of least sets of (member, new ballot).
    """

    outcome: Outcome
    changes: int | None
    groups: tuple[ChangeGroup, ...]

    @property
    def count(self) -> int:
        """How many least sets there are."""
        return sum(group.count for group in self.groups)

    def sets(self) -> Iterator[tuple[tuple[Member, Ballot], ...]]:
        """Every least set, group by group."""
        for group in self.groups:
            yield from group.sets()

    def to_json(self) -> dict[str, object]:
        """The entry in the document `whatif --json` prints; `sets` holds the first hundred."""
        return {
            "changes": self.changes,
            "count": self.count,
            "groups": [group.to_json() for group in self.groups],
            "sets": [[{"member": m.name, "to": to} for m, to in each] for each in islice(self.sets(), SHOWN)],
        }


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would have changed one vote. `open` counts how the unknown ballots can fall, each as yes, no or neither."""

    decision: Decision
    pivots: tuple[Pivot, ...]
    nearest: Mapping[Outcome, Nearest]
    open: RollCounts | None

    def to_json(self) -> dict[str, object]:
        """The draft's entry in the document `whatif --json` prints."""
        found: dict[str, object] = {
            "outcome": self.decision.outcome,
            "rule": self.decision.finding.rule.name,
            "possible_outcomes": list(self.decision.possible_outcomes),
            "pivots": [pivot.to_json() for pivot in self.pivots],
            "nearest": {outcome: nearest.to_json() for outcome, nearest in self.nearest.items()},
            "reasons": self.decision.to_json()["reasons"],
        }
        if self.open:
            found["open"] = {outcome: self.open.of(outcome) for outcome in Outcome}
        return found


def what_if(roll: Roll, kind: Kind | None, rule: Rule, parties: tuple[Member, ...] = ()) -> WhatIf:
    """Everything that would have changed the vote on `roll`, complete or not.

    To cast an unknown ballot is a change too, and a set of changes leads to an outcome when it is certain then,
    however the ballots that are still unknown fall, as far as counts without names let them. Raises InputError if the
    rule has not the Council's seats.
    """
    decision = decide(roll, kind, rule, parties)
    groups = Groups(roll.council, rule, decision.finding.kind, parties)
    standing = _Standing(groups, roll, decision.finding.counted.unnamed)
    wanted = tuple(outcome for outcome in Outcome if outcome is not decision.outcome)
    return WhatIf(
        decision,
        tuple(standing.pivots(decision.outcome)),
        standing.nearest(wanted),
        None if roll.complete else count_rolls(groups, 3, decision.finding.counted),
    )


class _Standing:
    """Where every member stands, and what the counts of each standing amount to."""

    def __init__(self, groups: Groups, roll: Roll, unnamed: Sequence[Unnamed]) -> None:
        self.groups = groups
        self.unnamed, self.unknown = unnamed, sum(groups.unknown(roll))
        self.members: dict[Position, tuple[Member, ...]] = {}
        for may_veto, members in ((True, groups.holders), (False, groups.others)):
            for member in members:
                position = Position(may_veto, _side(roll.of_member(member), may_veto=may_veto))
                self.members[position] = (*self.members.get(position, ()), member)
        self.counts = {position: len(members) for position, members in self.members.items()}
        self._possible: dict[tuple[Split, int, int], frozenset[Outcome]] = {}
        self._ways: dict[tuple[int, int], Sequence[Split]] = {}

    def settled(self, counts: Mapping[Position, int]) -> Outcome | None:
        """The one outcome of a roll in which so many members stand so; None while there are more."""
        yes, no, rest = counts.get(_YES, 0), counts.get(_NO, 0), counts.get(_OTHER_YES, 0)
        holders, others = counts.get(_OPEN, 0), counts.get(_OTHER_OPEN, 0)
        # Most rolls are open between all yes and all no; only where these agree need the others be looked at.
        all_yes, all_no = (yes + holders, no, rest + others), (yes, no + holders, rest)
        if not self.unnamed and self.groups.outcome(all_yes) is not self.groups.outcome(all_no):
            return None
        found = self.possible((yes, no, rest), holders, others)
        return next(iter(found)) if len(found) == 1 else None

    def possible(self, split: Split, holders: int, others: int) -> frozenset[Outcome]:
        """What can come of `split` when so many ballots of either group are still to fall."""
        key = split, holders, others
        if key not in self._possible:
            yes, no, rest = split
            falls = self._falls(holders, others)
            self._possible[key] = frozenset(self.groups.outcome((yes + y, no + n, rest + r)) for y, n, r in falls)
        return self._possible[key]

    def _falls(self, holders: int, others: int) -> Sequence[Split]:
        """Every way in which so many ballots of either group can fall, of which the counts without names allow."""
        key = holders, others
        if key not in self._ways:
            left = holders + others
            unnamed = loosened(self.unnamed, self.unknown - left, left)
            self._ways[key] = [
                (yes, no, rest)
                for yes in range(holders + 1)
                for no in range(holders + 1 - yes)
                for rest in range(others + 1)
                if noes_among(unnamed, yes + rest, no, holders - yes - no, others - rest)
            ]
        return self._ways[key]

    def pivots(self, now: Outcome | None) -> Iterator[Pivot]:
        """Each ballot that alone settles the vote otherwise than `now`, in the Council's order."""
        found: dict[Member, list[Pivot]] = {member: [] for member in self.groups.council.members}
        for position, members in self.members.items():
            for to in position.moves():
                outcome = self.settled(_moved(self.counts, {Move(position, to): 1}))
                if outcome and outcome is not now:
                    for member in members:
                        found[member].extend(Pivot(member, ballot, outcome) for ballot in to.ballots)
        for pivots in found.values():
            yield from pivots

    def nearest(self, wanted: Sequence[Outcome]) -> dict[Outcome, Nearest]:
        """The least changes that lead to each outcome wanted."""
        found: dict[Outcome, Nearest] = {}
        for changes, ways in least_moves(self.counts):
            leading: dict[Outcome | None, list[Moves]] = {}
            for moves in ways:
                leading.setdefault(self.settled(_moved(self.counts, moves)), []).append(moves)
            for outcome in wanted:
                if outcome in leading and outcome not in found:
                    groups = grouped(leading[outcome], self.members, self.groups.council)
                    found[outcome] = Nearest(outcome, changes, groups)
            if len(found) == len(wanted):
                break
        return {outcome: found.get(outcome, Nearest(outcome, None, ())) for outcome in wanted}


def _moved(counts: Mapping[Position, int], moves: Moves) -> dict[Position, int]:
    after = dict(counts)
    for move, count in moves.items():
        after[move.source] -= count
        after[move.to] = after.get(move.to, 0) + count
    return after


def _side(ballot: Ballot | None, *, may_veto: bool) -> str:
    """What of a ballot counts: of those who may veto yes, no or neither, of the others yes or not."""
    if ballot is None:
        return "unknown"
    if ballot is Ballot.YES or (may_veto and ballot is Ballot.NO):
        return ballot.value
    return "neither" if may_veto else "not yes"
