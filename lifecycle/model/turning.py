"""Whose one ballot would have turned a vote.

Knows how to try every other ballot of every member, members of like standing and ballot being alike. Refuses to look
further than one change: the least sets of ballots are the analysis's, and a test holds the two against each other.
"""

from __future__ import annotations

from lifecycle.model.ballots import Ballot
from lifecycle.model.council import Member
from lifecycle.model.counting import Finding, count
from lifecycle.model.rules import Outcome


def turned_by(finding: Finding, outcome: Outcome) -> dict[Member, tuple[Ballot, ...]]:
    """The members of whom one ballot, cast alone otherwise than it was, makes `outcome` certain, and those ballots.

    Members stand in the Council's order, ballots in that of `Ballot`. Nobody, if the vote ended so anyway.
    """
    if finding.outcome is outcome:
        return {}
    roll, holders = finding.cast, set(finding.rule.veto_holders(finding.cast.council))
    tried: dict[tuple[bool, bool, Ballot | None], tuple[Ballot, ...]] = {}
    found: dict[Member, tuple[Ballot, ...]] = {}
    for member, cast in zip(roll.council.members, roll.ballots, strict=True):
        # A rule tells members apart by no more than this.
        alike = member in holders, member in finding.parties, cast
        if alike not in tried:
            tried[alike] = tuple(ballot for ballot in Ballot if _ends(finding, member, ballot) is outcome)
        if tried[alike]:
            found[member] = tried[alike]
    return found


def _ends(finding: Finding, member: Member, ballot: Ballot) -> Outcome | None:
    return count(finding.cast.changed({member: ballot}), finding.kind, finding.rule, finding.parties).outcome
