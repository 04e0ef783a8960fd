"""What reports tell of the ballots on a draft, by name and by number.

Knows that a member whom two reports have on different sides is unknown, that a count without names bounds the ballots
of those nobody names, and that nothing follows from counts that differ or cannot be. Refuses to know what the ballots
amount to, and which report is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lifecycle.mining.mined import BALLOTS
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council
from lifecycle.scenario.scenario import Report


def roll_reported(council: Council, reports: Iterable[Report]) -> Roll:
    """The ballots that `reports` name, and those that their counts leave no choice; of the others what is counted."""
    reports = tuple(reports)
    said: dict[str, set[Ballot]] = {}
    for report in reports:
        for side, members in report.votes.items():
            for member in members:
                said.setdefault(member, set()).add(BALLOTS[side])
    found = [said.get(member.name, set()) for member in council.members]
    roll = Roll(council, tuple(next(iter(ballots)) if len(ballots) == 1 else None for ballots in found))
    if any(len(ballots) > 1 for ballots in found):
        return roll
    counted = roll.counted(_counts(reports))
    return _filled(counted) if counted else roll


def _counts(reports: Iterable[Report]) -> Mapping[Ballot, tuple[int, int]]:
    """For each side that is counted, how many, at least and at most; nothing if reports count one differently."""
    said: dict[Ballot, set[tuple[int, int]]] = {}
    for report in reports:
        for side, least, most in report.counts:
            said.setdefault(BALLOTS[side], set()).add((least, most))
    agreed = all(len(counts) == 1 for counts in said.values())
    return {ballot: next(iter(counts)) for ballot, counts in said.items()} if agreed else {}


def _filled(roll: Roll) -> Roll:
    """The roll with the ballots of those not named, where the counts leave no other: eleven yes, and eleven unknown."""
    full = [each.ballot for each in roll.unnamed if each.least == roll.ballots.count(None)]
    return roll.changed(dict.fromkeys(roll.cast(None), full[0])) if full else roll
