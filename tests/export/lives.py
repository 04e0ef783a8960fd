"""The machine's lives as foreign engines are held against them: explored breadth first through `step` itself.

Knows which events are worth trying and how a situation is told to a program that has no Council. Refuses to use the
outline's guards, or the explorer of `checking`: both are what is tested.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import NamedTuple

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member, council_on
from lifecycle.model.draft import Draft, Event, situations
from lifecycle.model.machine import legal_acts, step
from lifecycle.model.reports import When
from lifecycle.model.rules import Kind, Outcome, Rule, rule_on
from lifecycle.model.table import Act, State

DAY = date(2016, 10, 8)
OLD = date(1950, 6, 27)
_SILENCE_ENDS = timedelta(days=3)

Counts = tuple[int, int, int, int]
"""Permanent yes and no, elected yes and no."""

NOBODY: Counts = (0, 0, 0, 0)


class Place(NamedTuple):
    """A situation without names: what an outsider can tell of it."""

    state: State
    seconded: bool
    counts: Counts


@dataclass(frozen=True)
class Found:
    """A reachable situation, and a shortest run of events to it."""

    draft: Draft
    run: tuple[Event, ...]


def start(on: date, kind: Kind = Kind.SUBSTANTIVE, rule: Rule | None = None) -> Draft:
    """A draft that two members have written."""
    return Draft("draft", council_on(on), rule or rule_on(on), kind, sponsors=("France", "United Kingdom"))


def counts_of(draft: Draft) -> Counts:
    """The ballots of the draft's roll, counted by who is permanent; nobody's before the vote."""
    if draft.roll is None:
        return NOBODY
    sides = (draft.council.permanent, draft.council.elected)
    ballots = [[draft.roll.of_member(member) for member in side] for side in sides]
    (yes, no, more_yes, more_no) = (side.count(each) for side in ballots for each in (Ballot.YES, Ballot.NO))
    return yes, no, more_yes, more_no


def place(draft: Draft) -> Place:
    """Where `draft` is."""
    return Place(draft.state, bool(draft.seconders), counts_of(draft))


@cache
def rolls(council: Council, *, full: bool) -> tuple[Roll, ...]:
    """One roll for each choice of counts; unless `full`, elected members say yes or nothing, for no rule hears more."""
    found = []
    for yes, no, more_yes, more_no in product(range(6), range(6), range(11), range(11 if full else 1)):
        elected = len(council.elected)
        if yes + no <= 5 and more_yes + more_no <= elected:
            sides = ((council.permanent, yes, no), (council.elected, more_yes, more_no))
            ballots = {member: ballot for side in sides for member, ballot in _cast(*side)}
            found.append(Roll(council, tuple(ballots[member] for member in council.members)))
    return tuple(found)


def _cast(members: tuple[Member, ...], yes: int, no: int) -> Iterator[tuple[Member, Ballot]]:
    for at, member in enumerate(members):
        yield member, Ballot.YES if at < yes else Ballot.NO if at < yes + no else Ballot.ABSTAIN


def events(draft: Draft, act: Act, *, full: bool = False) -> Iterator[Event]:
    """Everything of `act` that some guard might tell apart: who, when, which outcome, which roll."""
    if act is Act.VOTE:
        yield from (Event(act, by=("Norway",), roll=roll) for roll in rolls(draft.council, full=full)[:1])
        yield from (Event(act, roll=roll) for roll in rolls(draft.council, full=full))
        return
    if act is Act.ANNOUNCE:
        yield from (Event(act, outcome=outcome) for outcome in (None, *Outcome))
        return
    until = draft.council.on + _SILENCE_ENDS
    days = (None, until - timedelta(days=1), until, until + timedelta(days=1))
    actors = ((), ("France",), ("United Kingdom",), ("China",), ("Norway",), ("Security Council",))
    for day, by in product(days if "silence" in act else (None,), actors):
        when = When.on(day, "stated") if day else When()
        sets = act in {Act.PLACE_UNDER_SILENCE, Act.EXTEND_SILENCE}
        yield Event(act, when, by, until=until if sets and by else None)


def explore(first: Draft, *, full: bool = False) -> dict[object, Found]:
    """Every reachable situation, nearest first; a silence deadline counts only while the text is under silence."""

    def key(draft: Draft) -> object:
        return place(draft), draft.silence_until if draft.state is State.UNDER_SILENCE else None

    found: dict[object, Found] = {key(first): Found(first, ())}
    waiting = deque(found.values())
    while waiting:
        here = waiting.popleft()
        for act in legal_acts(here.draft.state):
            for event in events(here.draft, act, full=full):
                verdict = step(here.draft, event)
                if verdict.accepted and key(verdict.draft) not in found:
                    found[key(verdict.draft)] = Found(verdict.draft, (*here.run, event))
                    waiting.append(found[key(verdict.draft)])
    return found


def told(draft: Draft, event: Event, said: tuple[str, ...]) -> dict[str, object]:
    """`event` as a chart hears it: its name, what it says of itself, the ballots it brings, who is left to insist."""
    values = next(iter(situations(draft, event)))
    data: dict[str, object] = {name: values[name] for name in said if name in values}
    if event.roll is not None:
        names = ("permanent_yes", "permanent_no", "elected_yes", "elected_no")
        data |= dict(zip(names, counts_of(replace(draft, roll=event.roll)), strict=True))
        data["kind"] = str(draft.kind or Kind.SUBSTANTIVE)
    if event.act is Act.INSIST:
        data["seconded"] = bool(step(draft, event).draft.seconders)
    return {"name": event.act.value, "data": data}
