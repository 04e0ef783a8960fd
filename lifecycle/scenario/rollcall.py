"""Who casts which ballot on a draft, once all files of a scenario have spoken.

Knows that a file's `votes` replace those it inherits, that its `change` is laid over them, and that a ballot falls away
with a seat an invented Council has not. Refuses to know what the ballots amount to.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member, council_on
from lifecycle.scenario.layers import Chain, Layer
from lifecycle.scenario.schema import BallotOrUnknown, VoteForm


@dataclass(slots=True)
class Cast:
    """What is known of the ballots on one draft: the roll as given, and what changes of it."""

    votes: Roll | None = None
    changes: dict[Member, Ballot | None] = field(default_factory=dict)


def cast_on(chain: Chain, name: str, council: Council) -> Cast:
    """The ballots on the draft called `name`, file by file, noting every name that cannot be cast."""
    cast = Cast()
    for layer in chain.layers:
        vote = layer.form.votes.get(name)
        if vote is not None:
            cast = Cast(_roll(chain, layer, name, vote, council))
        change = layer.form.change.get(name, {})
        if change:
            cast.votes = cast.votes or Roll.unknown(council)
            cast.changes.update(_changes(chain, layer, name, change, council))
    return cast


def _roll(chain: Chain, layer: Layer, name: str, vote: VoteForm, council: Council) -> Roll:
    seen: dict[Member, Ballot] = {}
    for ballot in Ballot:
        for index, who in enumerate(getattr(vote, ballot.value)):
            path = ("votes", name, ballot.value, index)
            member = _member(chain, layer, who, council, path)
            if member in seen:
                message = f"{who!r} is already listed under {seen[member]}; a member casts one ballot"
                chain.complain("votes-twice", message, path, layer=layer)
            elif member is not None:
                seen[member] = ballot
    return Roll(council, tuple(seen.get(member, vote.rest) for member in council.members))


def _changes(
    chain: Chain, layer: Layer, name: str, change: dict[str, BallotOrUnknown], council: Council
) -> dict[Member, Ballot | None]:
    changes: dict[Member, Ballot | None] = {}
    for who, ballot in change.items():
        path = ("change", name, who)
        member = _member(chain, layer, who, council, path, at_key=True)
        if member in changes:
            message = f"{who!r} is named above by another name; a member casts one ballot"
            chain.complain("votes-twice", message, path, layer=layer, at_key=True)
        elif member is not None:
            changes[member] = None if ballot == "unknown" else Ballot(ballot)
    return changes


def _member(
    chain: Chain, layer: Layer, who: str, council: Council, path: tuple[str | int, ...], *, at_key: bool = False
) -> Member | None:
    if layer is not chain.top and council.invented and _lost_seat(who, council):
        return None
    return chain.attempt(path, lambda: council.find(who), layer=layer, at_key=at_key)


def _lost_seat(who: str, council: Council) -> bool:
    """Whether `who` sat on the real Council of the day and has no seat on the invented one."""
    try:
        member = council_on(council.on).find(who)
    except InputError:
        return False
    return member.code not in {seated.code for seated in council.members}
