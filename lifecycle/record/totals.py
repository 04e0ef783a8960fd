"""What a vote's counts alone say of its outcome, where nobody recorded who cast which ballot.

Knows how to fill in a roll so that the counts come out right, in every way that can matter to a rule. Refuses to say
which members it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member
from lifecycle.model.counting import count
from lifecycle.model.rules import Kind, Outcome, Rule
from lifecycle.record.votes import Totals


def outcomes_of(totals: Totals, council: Council, kind: Kind | None, rule: Rule) -> tuple[Outcome, ...]:
    """Every outcome that some roll with these counts has under `rule`; none if the counts do not fill the Council."""
    found = {count(roll, kind, rule).outcome for roll in rolls_with(totals, council, rule)}
    return tuple(outcome for outcome in Outcome if outcome in found)


def rolls_with(totals: Totals, council: Council, rule: Rule) -> Iterator[Roll]:
    """One roll for each number of yes and of no votes that the members who may veto can have among these counts."""
    holders = rule.veto_holders(council)
    others = tuple(member for member in council.members if member not in holders)
    aside = totals.abstain + totals.aside
    if totals.yes + totals.no + aside != len(council.members):
        return
    for yes in range(min(totals.yes, len(holders)) + 1):
        for no in range(min(totals.no, len(holders) - yes) + 1):
            rest = len(holders) - yes - no
            if rest <= aside and totals.yes - yes + totals.no - no + aside - rest == len(others):
                yield _roll(council, (*_cast(holders, yes, no), *_cast(others, totals.yes - yes, totals.no - no)))


def _cast(members: tuple[Member, ...], yes: int, no: int) -> Iterator[tuple[Member, Ballot]]:
    for place, member in enumerate(members):
        yield member, Ballot.YES if place < yes else Ballot.NO if place < yes + no else Ballot.ABSTAIN


def _roll(council: Council, cast: tuple[tuple[Member, Ballot], ...]) -> Roll:
    ballots = dict(cast)
    return Roll(council, tuple(ballots[member] for member in council.members))
