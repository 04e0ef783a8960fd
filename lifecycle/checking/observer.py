"""The laws held against one life that happened, step by step.

Knows how to see in a trace what the checker sees in its own paths: who acted, on which side of a deadline, what ballots
were on the table. Refuses to ask what could have happened instead; laws on standings are the explorer's to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lifecycle.checking.laws import LAWS
from lifecycle.checking.places import Role, Timing
from lifecycle.checking.properties import Law, Mode, Moment, Past
from lifecycle.checking.rolls import Abstraction, RollClass
from lifecycle.model.counting import count
from lifecycle.model.draft import Draft, Event, after
from lifecycle.model.machine import Step, Trace
from lifecycle.model.readings import COUNCIL
from lifecycle.model.rules import Kind
from lifecycle.model.table import Act, State


def breaches(start: Draft, trace: Trace, laws: Iterable[Law] = LAWS) -> tuple[tuple[Law, Step], ...]:
    """The laws that a step of `trace` breaks, of those that hold always, each with the step.

    `start` is the draft before anything happened.
    """
    asked = tuple(law for law in laws if law.mode is Mode.ALWAYS and law.acts)
    return tuple(
        (law, step)
        for step, moment in zip(trace.steps, moments(start, trace), strict=True)
        for law in asked
        if moment and law.broken_by(moment)
    )


def moments(start: Draft, trace: Trace) -> Iterator[Moment | None]:
    """Each step as a law sees it; None for an announcement on ballots that are not all known."""
    draft, past = start, Past()
    for step in trace.steps:
        event, open_roll = step.event, draft.roll is not None and not draft.roll.complete
        role = role_of(event, draft)
        yield None if open_roll else _moment(draft, past, step, role)
        past = past.then(event.act, role)
        draft = after(draft, event, step.row)


def _moment(draft: Draft, past: Past, step: Step, role: Role) -> Moment:
    event, council = step.event, draft.council
    abstraction = Abstraction(council, draft.rule, draft.parties)
    ballots = abstraction.class_of(draft.roll) if draft.roll else None
    kind = draft.kind or Kind.SUBSTANTIVE

    def outcomes(these: RollClass) -> frozenset[State]:
        outcome = count(abstraction.roll_of(these), kind, draft.rule, draft.parties).outcome
        return frozenset((State(outcome),)) if outcome else frozenset()

    return Moment(
        council.on, len(council.members), draft.form, kind, _seated(draft), step.row.state, event.act, role,
        timing_of(event.when.best, draft.silence_until), event.outcome, step.row.target, ballots, past, 1, frozenset(),
        outcomes,
    )  # fmt: skip


def _seated(draft: Draft) -> bool:
    """Whether a sponsor sits on the Council; sponsors nobody named may."""
    return not draft.sponsors or any(map(draft.council.seats, draft.sponsors))


def role_of(event: Event, draft: Draft) -> Role:
    """Who acts, as an observer would tell. Where nobody has said who the sponsors are, anybody may be one."""
    names = set(event.by)
    if COUNCIL in names:
        return Role.COUNCIL
    if names & set(draft.sponsors):
        return Role.SPONSOR
    if names & set(draft.seconders):
        return Role.SECONDER
    if not names or (not draft.sponsors and event.act is Act.WITHDRAW):
        return Role.NOBODY
    return Role.MEMBER if any(map(draft.council.seats, names)) else Role.OUTSIDER


def timing_of(day: date | None, deadline: date | None) -> Timing:
    """On which side of the deadline a day lies."""
    if day is None or deadline is None:
        return Timing.UNSAID
    return Timing.THAT_DAY if day == deadline else Timing.AHEAD if day < deadline else Timing.PASSED
