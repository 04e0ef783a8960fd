"""Whether a vote that was reported can have been, under the rule of its day.

Knows how a reported tally becomes a partial roll and what the model says of it. A report that the rule forbids is
listed with its quote; nothing is mended. Refuses to know which of two reports is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import product

from lifecycle.errors import InputError
from lifecycle.mining.merging import ENDINGS, between, occurred_by_draft
from lifecycle.mining.mined import BALLOTS, Conflict, Mention
from lifecycle.model.ballots import Roll
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.rules import rule_on


def breaches_in(mentions: Sequence[Mention]) -> tuple[Conflict, ...]:
    """For each draft, the reported outcomes that its reported votes rule out."""
    return tuple(each for draft, told in occurred_by_draft(mentions).items() for each in _breaches(draft, told))


def _breaches(draft: str, told: Sequence[Mention]) -> Iterator[Conflict]:
    """Each outcome on each day against each tally, equal ones once, however often they are told."""
    ends = {(m.type, m.date.best): m for m in reversed(told) if m.type in ENDINGS and m.date.best}
    votes = {repr(m.votes): m for m in reversed(told) if m.votes}
    seen: set[tuple[str, str]] = set()
    for ((outcome, day), end), vote in product(reversed(ends.items()), reversed(votes.values())):
        reason = _why_not(outcome, vote.votes, day) if day and vote.votes else None
        if reason and (outcome, reason) not in seen:
            seen.add((outcome, reason))
            yield between(draft, "rule", (end,) if end.id == vote.id else (end, vote), reason)


def _why_not(outcome: str, votes: Mapping[str, object], day: date) -> str | None:
    """Why votes like these cannot end so, or None."""
    try:
        needed = rule_on(day).majority
        least, most = _bounds(votes.get("in_favour"))
        if outcome in {"adopted", "vetoed"} and most is not None and most < needed:
            return f"{outcome}, but {most} in favour where {needed} are needed"
        if outcome == "failed" and least is not None and least >= needed:
            return f"failed, but {least} in favour where {needed} are enough"
        named = tuple((side, _members(votes.get(side))) for side in BALLOTS)
        possible = _possible(named, day)
    except InputError:
        return None
    return None if outcome in possible else f"{outcome}, but the votes named leave only {' or '.join(possible)}"


def _bounds(count: object) -> tuple[int | None, int | None]:
    if not isinstance(count, Mapping):
        return None, None
    n = count.get("n")
    return (n, n) if n is not None else (count.get("min"), count.get("max"))


@lru_cache(256)
def _possible(named: tuple[tuple[str, tuple[str, ...]], ...], day: date) -> tuple[str, ...]:
    """What a vote with these members on these sides can end in, all others unknown.

    Raises InputError for a name that had no seat that day.
    """
    if not any(members for _, members in named):
        return ENDINGS
    roll = Roll.of(council_on(day), {BALLOTS[side]: members for side, members in named}, None)
    return decide(roll).possible_outcomes


def _members(count: object) -> tuple[str, ...]:
    return tuple(count.get("members") or ()) if isinstance(count, Mapping) else ()
