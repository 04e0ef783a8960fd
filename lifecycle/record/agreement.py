"""How alike two members vote, and how that changes over the years.

Knows the share of equal ballots (yes, no or abstain) among votes in which both took part. Refuses to say why, and to
count votes in which everybody said yes unless asked: they would make everybody alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lifecycle.model.ballots import SPOKEN, Ballot
from lifecycle.record.votes import Vote

SPAN = 2
"""The years of one point of the picture."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two seats: votes both took part in, votes with equal ballots, and both counts by span of years."""

    code: str
    votes: int
    equal: int
    by_span: tuple[tuple[int, int], ...]

    @property
    def share(self) -> float:
        """The share of equal ballots, from 0 to 1."""
        return self.equal / self.votes if self.votes else 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Everybody beside one seat, most alike first; `spans` are the first years, `permanent` who sat throughout."""

    code: str
    spans: tuple[int, ...]
    others: tuple[Agreement, ...]
    permanent: frozenset[str]


def divided(vote: Vote) -> bool:
    """Whether anybody did not say yes."""
    return vote.has_breakdown and any(ballot is not Ballot.YES for ballot in vote.roll.ballots)


def likeness(votes: Iterable[Vote], seats: frozenset[str], *, unanimous: bool = False) -> Likeness:
    """How alike each other seat voted with the first of `seats` found on a roll."""
    taken = [vote for vote in votes if unanimous or divided(vote)]
    first = min((vote.day.year for vote in taken), default=1946)
    last = max((vote.day.year for vote in taken), default=1946)
    spans = tuple(range(first - first % SPAN, last + 1, SPAN))
    pairs: dict[str, list[list[int]]] = {}
    permanent: set[str] = set()
    for vote in taken:
        cast = {m.code: b for m, b in zip(vote.roll.council.members, vote.roll.ballots, strict=True) if b in SPOKEN}
        permanent.update(member.code for member in vote.roll.council.permanent)
        own = next((ballot for code, ballot in cast.items() if code in seats), None)
        if own is None:
            continue
        place = (vote.day.year - spans[0]) // SPAN
        for code, ballot in cast.items():
            if code not in seats:
                points = pairs.setdefault(code, [[0, 0] for _ in spans])
                points[place][0] += 1
                points[place][1] += ballot is own
    others = [_agreement(code, points) for code, points in pairs.items()]
    ranked = sorted(others, key=lambda each: (-each.share, -each.votes, each.code))
    return Likeness(min(seats), spans, tuple(ranked), frozenset(permanent))


def _agreement(code: str, points: list[list[int]]) -> Agreement:
    by_span = tuple((votes, equal) for votes, equal in points)
    return Agreement(code, sum(v for v, _ in by_span), sum(e for _, e in by_span), by_span)
