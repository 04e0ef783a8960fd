"""How the Council elects judges of the International Court of Justice.

Knows the absolute majority (six of eleven, eight of fifteen), which no veto touches, what one ballot settles, and that
the Assembly must have chosen the same candidate. Refuses to know who voted for whom: the ballots are secret.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lifecycle.errors import refuse
from lifecycle.model import charter
from lifecycle.model.reasons import Reason
from lifecycle.model.rules import Kind, Rule


@dataclass(frozen=True, slots=True)
class Round:
    """What one ballot settled: who has a majority, and how many seats are still open. The meeting goes on while any is.

    `elected` is in the order of votes; empty if more candidates have a majority than there are seats.
    """

    required: int
    elected: tuple[str, ...]
    seats_open: int
    reasons: tuple[Reason, ...]


def ballot(votes: Mapping[str, int], seats: int, rule: Rule) -> Round:
    """Count one ballot for `seats` seats on the Court: `votes` for each candidate, under `rule`.

    A member names up to as many candidates as there are seats. Raises InputError for numbers no Council could cast.
    """
    _require_possible(votes, seats, rule)
    required = rule.required(Kind.ICJ_ELECTION)
    ahead = sorted((name for name in votes if votes[name] >= required), key=lambda name: (-votes[name], name))
    majority = f"{required} of {rule.seats} are an absolute majority"
    if len(ahead) > seats:
        text = f"{len(ahead)} candidates have it for {seats} {_seats(seats)}; there is another ballot."
        return Round(required, (), seats, (Reason(f"{majority}: {text}", (charter.STATUTE_10, charter.ROP_61)),))
    text = f"{', '.join(ahead) or 'nobody'} {'have' if len(ahead) > 1 else 'has'} it."
    reasons = [Reason(f"{majority}, permanent and elected members alike: {text}", (charter.STATUTE_10,))]
    if ahead:
        text = "That is half of an election: the Assembly votes on its own, and a judge needs both."
        reasons.append(Reason(text, (charter.STATUTE_8, charter.STATUTE_10)))
    left = seats - len(ahead)
    if left:
        reasons.append(Reason(f"{left} {_seats(left)} open: the meeting goes on.", (charter.ROP_61,)))
    return Round(required, tuple(ahead), left, tuple(reasons))


def chosen(council: Iterable[str], assembly: Iterable[str]) -> tuple[str, ...]:
    """Those whom both bodies elected, each on its own (Statute, Articles 8 and 10), in the Council's order.

    >>> chosen(("Abe", "Bo"), ("Bo", "Cy"))
    ('Bo',)
    """
    both = frozenset(assembly)
    return tuple(name for name in council if name in both)


def _seats(number: int) -> str:
    return "seat" if number == 1 else "seats"


def _require_possible(votes: Mapping[str, int], seats: int, rule: Rule) -> None:
    if seats < 1:
        raise refuse("impossible-ballot", f"an election fills at least one seat, not {seats}")
    for name, number in votes.items():
        if not 0 <= number <= rule.seats:
            raise refuse("impossible-ballot", f"{name} has {number} votes, but the Council has {rule.seats} members")
    total, most = sum(votes.values()), rule.seats * seats
    if total > most:
        message = f"{total} votes were cast, but {rule.seats} members name up to {seats} each, {most} in all"
        raise refuse("impossible-ballot", message)
