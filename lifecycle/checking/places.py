"""Where a draft can be, its ballots apart, and what can be tried there.

Knows which events are worth trying: for each act one for every way a guard can tell its events apart, as a table of
axes (who does it, on which side of the deadline, which outcome is claimed). Knows too what of a draft's memory still
matters in a state, and forgets the rest. Refuses to know rolls, and to say which trial is legal: it asks the machine's
own functions with real drafts and real events.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from itertools import product
from typing import NamedTuple, TypeVar

from lifecycle.model.council import Council, countries
from lifecycle.model.draft import Draft, Event
from lifecycle.model.guards import fields_of
from lifecycle.model.proposals import TABLES
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reports import When
from lifecycle.model.rules import Outcome
from lifecycle.model.table import Act, Row, State

T = TypeVar("T", bound=Hashable)


class Role(StrEnum):
    """Who does it, as an observer would tell; a guard has its own words for that."""

    NOBODY = "nobody named"
    SPONSOR = "a sponsor"
    SECONDER = "a seconder"
    MEMBER = "another member"
    MOVER = "the mover of the text"
    OUTSIDER = "a state outside the Council"
    COUNCIL = "the Council as a whole"


class Timing(StrEnum):
    """On which side of a silence deadline it happens."""

    UNSAID = "at no known time"
    AHEAD = "before the deadline"
    THAT_DAY = "on the day of the deadline"
    PASSED = "after the deadline"


class Trial(NamedTuple):
    """An event worth trying. `deadline` says whether an act that sets a silence deadline names the day."""

    act: Act
    role: Role = Role.NOBODY
    timing: Timing = Timing.UNSAID
    claim: Outcome | None = None
    deadline: bool = False

    def __str__(self) -> str:
        """The trial in words, without what is unsaid.

        >>> str(Trial(Act.ANNOUNCE, claim=Outcome.VETOED)), str(Trial(Act.DISCUSS, Role.COUNCIL))
        ('announce: vetoed', 'discuss, by the Council as a whole')
        """
        by = f", by {self.role}" if self.role is not Role.NOBODY else ""
        when = f", {self.timing}" if self.timing is not Timing.UNSAID else ""
        return f"{self.act.replace('_', ' ')}{by}{when}{f': {self.claim}' if self.claim else ''}"


@dataclass(frozen=True, slots=True)
class Axes:
    """The ways in which two events of one act can differ to some guard."""

    roles: tuple[Role, ...] = ()
    timings: tuple[Timing, ...] = ()
    claims: tuple[Outcome, ...] = ()


AXES: Mapping[str, Axes] = {
    "by_sponsor": Axes(roles=(Role.SPONSOR, Role.MEMBER)),
    "by_seconder": Axes(roles=(Role.SECONDER, Role.MEMBER)),
    "by_member": Axes(roles=(Role.MEMBER, Role.OUTSIDER)),
    "by_mover": Axes(roles=(Role.MOVER, Role.MEMBER)),
    "by_council": Axes(roles=(Role.COUNCIL,)),
    "asked": Axes(roles=(Role.MEMBER, Role.OUTSIDER)),
    "deadline": Axes(timings=(Timing.AHEAD, Timing.THAT_DAY, Timing.PASSED)),
    "announced": Axes(claims=tuple(Outcome)),
}
"""By the field of a guard: what an event must vary so that the field takes each of its values."""


class Memory(NamedTuple):
    """An attribute of a draft that guards read later: by which names, and which acts write it anew unread."""

    attribute: str
    read_as: frozenset[str]
    overwritten_by: frozenset[Act]


MEMORY = (
    Memory("seconders", frozenset(("seconded", "by_seconder")), frozenset()),
    Memory("sponsors", frozenset(("by_sponsor", "asked")), frozenset()),
    Memory("silence_until", frozenset(("deadline",)), frozenset((Act.PLACE_UNDER_SILENCE, Act.EXTEND_SILENCE))),
)
_SETS_A_DEADLINE = frozenset((Act.PLACE_UNDER_SILENCE, Act.EXTEND_SILENCE))
_NAMES_SOMEBODY = frozenset((Act.SECOND,))
"""Acts that the draft remembers somebody by. They are tried with a name: a seconder is a member, known or not."""

_KNOWN = tuple(dict.fromkeys(row for rows in TABLES.values() for row in rows))
"""The rows of all tables as they are, sound and whole."""


@cache
def reads(row: Row) -> frozenset[str]:
    """The names that the guard of `row` reads."""
    return frozenset().union(*(fields_of(condition.test) for condition in row.guard))


def axes_of(rows: Iterable[Row]) -> dict[Act, Axes]:
    """For each act, everything its events must vary for the guards of `rows` and of the tables as they are.

    What varies is asked of every row with the act, not of those that lead on from where the draft is: a row that has
    lost its guard must still meet the event that the guard was there to refuse.
    """
    found: dict[Act, set[str]] = {}
    for row in (*_KNOWN, *rows):
        found.setdefault(row.act, set()).update(reads(row))
    return {act: _joined(AXES[name] for name in AXES if name in names) for act, names in found.items()}


def _joined(axes: Iterable[Axes]) -> Axes:
    parts = tuple(axes)
    return Axes(
        tuple(dict.fromkeys(role for part in parts for role in part.roles)),
        tuple(dict.fromkeys(timing for part in parts for timing in part.timings)),
        tuple(dict.fromkeys(claim for part in parts for claim in part.claims)),
    )


def trials(act: Act, axes: Mapping[Act, Axes]) -> tuple[Trial, ...]:
    """The events of `act` worth trying, the plainest first."""
    varied = axes.get(act, Axes())
    roles = (*varied.roles, Role.SECONDER) if act in _NAMES_SOMEBODY else (Role.NOBODY, *varied.roles)
    deadlines = (True, False) if act in _SETS_A_DEADLINE else (False,)
    return tuple(
        Trial(act, role, timing, claim, deadline)
        for deadline, claim, role, timing in product(
            deadlines, (None, *varied.claims), roles, (Timing.UNSAID, *varied.timings)
        )
    )


@dataclass(frozen=True, slots=True)
class Cast:
    """The states that act in explored lives: a sponsor, others with a seat, one without. Two seconders are many."""

    sponsor: str
    others: tuple[str, ...]
    outsider: str

    @classmethod
    @cache
    def of(cls, council: Council, *, seated: bool = True) -> Cast:
        """A permanent member as sponsor (a state outside the Council, if not `seated`), elected ones beside it."""
        names = [member.name for member in (*council.permanent[-1:], *council.elected, *council.permanent[:-1])]
        there = (state.name for state in countries() if state.named_so_on(council.on))
        outside = [name for name in there if not council.seats(name)]
        return cls(names[0] if seated else outside[1], tuple(names[1:]), outside[0])

    def by(self, role: Role, draft: Draft) -> tuple[str, ...]:
        """The actors of an event: for another member, the first who neither sponsors the text nor has seconded it."""
        match role:
            case Role.NOBODY:
                return ()
            case Role.SPONSOR:
                return draft.sponsors[:1] or (self.sponsor,)
            case Role.MOVER:
                return (self.sponsor,)
            case Role.SECONDER:
                return draft.seconders[:1] or self.others[:1]
            case Role.MEMBER:
                return tuple(name for name in self.others if name not in (*draft.sponsors, *draft.seconders))[:1]
            case Role.OUTSIDER:
                return (self.outsider,)
            case Role.COUNCIL:
                return (COUNCIL,)


DAYS = {Timing.AHEAD: timedelta(days=-1), Timing.THAT_DAY: timedelta(), Timing.PASSED: timedelta(days=1)}
"""How far from the deadline an event lies."""


DEADLINE = timedelta(days=2)
"""How long a silence lasts."""


def event_of(trial: Trial, draft: Draft, cast: Cast, note: str = "") -> Event:
    """A real event for the trial: dated where a deadline is, and a new deadline two days later."""
    until = draft.silence_until
    best = until + DAYS[trial.timing] if until and trial.timing in DAYS else None
    return Event(
        trial.act,
        When.on(best, "scenario") if best else When(),
        cast.by(trial.role, draft),
        outcome=trial.claim,
        until=(best or draft.council.on) + DEADLINE if trial.deadline else None,
        note=note,
    )


def alive(rows: Iterable[Row]) -> dict[State, frozenset[str]]:
    """For each state, the attributes of a draft that some row may still read before they are written anew."""
    return backwards(rows, dict.fromkeys(State, frozenset()), lambda row, later: frozenset(_read_or_kept(row, later)))


def backwards(
    rows: Iterable[Row], begin: Mapping[State, frozenset[T]], before: Callable[[Row, frozenset[T]], frozenset[T]]
) -> dict[State, frozenset[T]]:
    """What may still come, from each state on: what `begin` has there, and what each row out of it adds.

    `before` says what a row makes of what may come behind it. Gone round until nothing changes, as compilers do for
    live variables.
    """
    rows, found = tuple(rows), dict(begin)
    changed = True
    while changed:
        changed = False
        for row in rows:
            more = found[row.state] | before(row, found[row.target])
            changed = changed or more != found[row.state]
            found[row.state] = more
    return found


def _read_or_kept(row: Row, later: frozenset[str]) -> Iterator[str]:
    for memory in MEMORY:
        kept = memory.attribute in later and row.act not in memory.overwritten_by
        if kept or memory.read_as & reads(row):
            yield memory.attribute


def settled(draft: Draft, cast: Cast, living: frozenset[str]) -> Draft:
    """`draft` with everything forgotten that no guard can tell: dead memory, the count of revisions, which name it was.

    A deadline moved is a deadline like the first; whoever took the text over is its sponsor.
    """
    return replace(
        draft,
        seconders=cast.others[: min(2, len(set(draft.seconders)))] if "seconders" in living else (),
        sponsors=(cast.sponsor,) if "sponsors" in living else (),
        silence_until=_deadline(draft) if "silence_until" in living else None,
        revision=0,
        amended_by=(),
        roll=None,
    )


def _deadline(draft: Draft) -> date | None:
    return draft.council.on + DEADLINE if draft.silence_until else None
