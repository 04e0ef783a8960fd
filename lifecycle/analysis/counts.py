"""How many rolls there are of each outcome.

Knows the closed form: a sum over three counts of products of binomials, from nothing known or from a roll that is
known in part. Refuses to go through rolls one by one; that is `bulk`'s, and a test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import comb

from lifecycle.analysis.groups import Groups
from lifecycle.model.ballots import Roll
from lifecycle.model.counting import noes_among
from lifecycle.model.rules import Outcome


@dataclass(frozen=True, slots=True)
class RollCounts:
    """How many rolls end how. `blocked` counts the failed ones against which a veto stood as well."""

    adopted: int
    vetoed: int
    failed: int
    blocked: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.adopted + self.vetoed + self.failed

    def of(self, outcome: Outcome) -> int:
        """How many end with `outcome`."""
        found: int = getattr(self, outcome.value)
        return found


def count_rolls(groups: Groups, ballots: int = 3, known: Roll | None = None) -> RollCounts:
    """Count the ways the unknown ballots of `known` (all, without it) can fall, by outcome.

    `ballots` is how many ballots a member can cast: 2 for yes and no; 3 for yes, no and neither; 5 for all. A party
    whose ballot is not counted still casts one. Ways that a count without names forbids are left out.

    >>> from datetime import date
    >>> from lifecycle.model.council import council_on
    >>> from lifecycle.model.rules import rule_on
    >>> day = date(2016, 10, 8)
    >>> count_rolls(Groups(council_on(day), rule_on(day)))
    RollCounts(adopted=146796, vetoed=295551, failed=13906560, blocked=12163788)
    """
    roll = known or Roll.unknown(groups.council)
    yes, no, others = groups.split(roll)
    open_holders, open_others = groups.unknown(roll)
    idle = ballots ** sum(roll.of_member(member) is None for member in groups.aside)
    neither = ballots - 2
    found = dict.fromkeys((*Outcome, "blocked"), 0)
    for more_yes in range(open_holders + 1):
        for more_no in range(open_holders - more_yes + 1):
            ways = comb(open_holders, more_yes) * comb(open_holders - more_yes, more_no)
            aside = open_holders - more_yes - more_no
            ways *= neither**aside * idle
            for more in range(open_others + 1):
                split, rest = (yes + more_yes, no + more_no, others + more), open_others - more
                noes = noes_among(roll.unnamed, more_yes + more, more_no, aside, rest)
                rolls = ways * comb(open_others, more) * sum(comb(rest, n) * neither ** (rest - n) for n in noes)
                outcome = groups.outcome(split)
                found[outcome] += rolls
                if outcome is Outcome.FAILED and groups.blocked(split):
                    found["blocked"] += rolls
    return RollCounts(found[Outcome.ADOPTED], found[Outcome.VETOED], found[Outcome.FAILED], found["blocked"])


def outcomes_by_tally(groups: Groups) -> Mapping[tuple[int, int, int], tuple[Outcome, ...]]:
    """By (yes, no, neither): the outcomes that some roll with this tally has.

    Where there are two, the tally alone does not say how the vote ended; one must know who voted how.
    """
    seats, holders = len(groups.holders) + len(groups.others), len(groups.holders)
    found: dict[tuple[int, int, int], tuple[Outcome, ...]] = {}
    for yes in range(seats + 1):
        for no in range(seats - yes + 1):
            outcomes = set()
            for theirs in range(max(0, yes - len(groups.others)), min(holders, yes) + 1):
                least = max(0, no - (len(groups.others) - (yes - theirs)))
                for against in range(least, min(holders - theirs, no) + 1):
                    outcomes.add(groups.outcome((theirs, against, yes - theirs)))
            found[yes, no, seats - yes - no] = tuple(outcome for outcome in Outcome if outcome in outcomes)
    return found
