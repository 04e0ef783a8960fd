"""How many: never a number without its unit.

Knows three units that lists of vetoes mix up: texts, votes, and noes of single members. Refuses to call any of them
"the" number of vetoes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lifecycle.model.ballots import Ballot
from lifecycle.model.rules import Outcome
from lifecycle.record.audit import Recount
from lifecycle.record.names import seat_name
from lifecycle.record.votes import plain_symbol


class Unit(StrEnum):
    """What is counted as one."""

    DRAFT = "draft"
    VOTE = "vote"
    MEMBER = "member"


UNITS = {
    Unit.DRAFT: (
        "texts: what was voted on under one symbol counts once a day, under the end that weighs most "
        "(adopted, then vetoed, then failed)"
    ),
    Unit.VOTE: "votes: each paragraph, amendment and preliminary question that was put to the vote counts",
    Unit.MEMBER: "noes: each permanent member's no counts, so that one vote can hold three",
}


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a count: what, how many by outcome of the vote."""

    label: str
    by_outcome: dict[Outcome, int]

    @property
    def total(self) -> int:
        """All outcomes together."""
        return sum(self.by_outcome.values())


def counted(recounts: Iterable[Recount], unit: Unit) -> tuple[Count, ...]:
    """One line for texts or votes; for members one line for each that cast such a no, most first."""
    decided = [(recount, recount.outcome) for recount in recounts if recount.outcome is not None]
    match unit:
        case Unit.VOTE:
            return (_line("votes", [outcome for _, outcome in decided]),)
        case Unit.DRAFT:
            return (_line("texts", list(_ends(decided).values())),)
        case Unit.MEMBER:
            return _noes(decided)


def _line(label: str, outcomes: list[Outcome]) -> Count:
    counts = Counter(outcomes)
    return Count(label, {outcome: counts[outcome] for outcome in Outcome})


def _ends(decided: list[tuple[Recount, Outcome]]) -> dict[tuple[str, str], Outcome]:
    ends: dict[tuple[str, str], Outcome] = {}
    order = list(Outcome)
    for recount, outcome in decided:
        mark = (plain_symbol(recount.vote.symbol), recount.vote.day.isoformat())
        ends[mark] = min(ends.get(mark, outcome), outcome, key=order.index)
    return ends


def _noes(decided: list[tuple[Recount, Outcome]]) -> tuple[Count, ...]:
    noes: dict[str, list[Outcome]] = {}
    for recount, outcome in decided:
        for member in recount.vote.roll.cast(Ballot.NO):
            if member.permanent:
                noes.setdefault(member.code, []).append(outcome)
    lines = [_line(seat_name(code), outcomes) for code, outcomes in noes.items()]
    return tuple(sorted(lines, key=lambda line: (-line.by_outcome[Outcome.VETOED], line.label)))
