"""Which votes were one ballot from another outcome.

Knows how to try every other ballot of every member, members of like standing and ballot being alike. Refuses to look
further than one change; least changes of any size are the analysis's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lifecycle.model.ballots import SPOKEN, Ballot
from lifecycle.model.council import Member
from lifecycle.model.counting import count
from lifecycle.model.rules import Outcome
from lifecycle.record.audit import Recount


@dataclass(frozen=True, slots=True)
class Pivot:
    """A vote that would have ended as `outcome` had any one of `members` cast `to` instead."""

    recount: Recount
    members: tuple[Member, ...]
    to: Ballot
    outcome: Outcome


def pivots(recounts: Iterable[Recount]) -> tuple[Pivot, ...]:
    """Every single change that changes an outcome, in the record's order; votes without all ballots are left out."""
    return tuple(pivot for recount in recounts if recount.vote.roll.complete for pivot in _of(recount))


def _of(recount: Recount) -> Iterable[Pivot]:
    """One pivot for each group of members who would do the same: the rule tells members apart by no more than this."""
    finding, roll = recount.finding, recount.vote.roll
    holders = set(finding.rule.veto_holders(roll.council))
    groups: dict[tuple[bool, Ballot | None], list[Member]] = {}
    for member, ballot in zip(roll.council.members, roll.ballots, strict=True):
        groups.setdefault((member in holders, ballot), []).append(member)
    for (_, ballot), members in groups.items():
        for to in SPOKEN:
            if to is ballot:
                continue
            outcome = count(roll.changed({members[0]: to}), finding.kind, finding.rule).outcome
            if outcome is not None and outcome is not recount.outcome:
                yield Pivot(recount, tuple(members), to, outcome)
