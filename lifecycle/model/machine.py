"""One step in the life of a draft, and why it was legal or was not.

Knows a draft's situation, an event, and the pure function `step` from the two to a verdict; a refused event changes
nothing and says which of five answers it met. Refuses to know the law: every row and every guard is `table`'s, and
nothing here asks for a state by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache

from lifecycle.model.ballots import Roll
from lifecycle.model.charter import Citation
from lifecycle.model.council import Council, Member
from lifecycle.model.counting import as_counted, vote_values
from lifecycle.model.guards import And, Value, Values, compiled, fields_of, with_values
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, Outcome, Rule
from lifecycle.model.table import CLAIMS, ENDS, ROWS, Act, Row, State

COUNCIL = "Security Council"
"""The body, as an actor."""

UNNAMED = "unnamed"
"""A seconder of whom no more is known than that there was one."""

GUARD_FAULTS = (KeyError, TypeError)
"""What a guard raises that reads a field the situation lacks, or compares a word with a number."""


class Basis(StrEnum):
    """Why a step is in a trace: somebody reported it, the next report needs it, or a scenario says so."""

    REPORTED = "reported"
    INFERRED = "inferred"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft resolution's whole situation: everything a guard may read. A value; a step makes a new one.

    `sponsors` and `seconders` are members' or states' names. `kind` is None while nobody has said it. `roll` is None
    until the text is put to the vote.
    """

    name: str
    council: Council
    rule: Rule
    kind: Kind | None = None
    symbol: str | None = None
    sponsors: tuple[str, ...] = ()
    parties: tuple[Member, ...] = ()
    state: State = State.DRAFTED
    roll: Roll | None = None
    seconders: tuple[str, ...] = ()
    revision: int = 0
    silence_until: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to a draft. `by` names who does it; the other fields belong to one act each.

    `outcome` goes with announce (None: whatever the roll amounts to), `roll` with vote (None: nothing is known of it),
    `until` with the silence deadline that is set or moved, `not_pressed` with a withdrawal by not asking for a vote.
    """

    act: Act
    when: When = When()  # noqa: RUF009 (frozen)
    by: tuple[str, ...] = ()
    outcome: Outcome | None = None
    roll: Roll | None = None
    until: date | None = None
    not_pressed: bool = False
    basis: Basis = Basis.ASSUMED
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """An event the machine took, and the row by which it did."""

    event: Event
    row: Row

    def to_json(self) -> dict[str, object]:
        """One entry of a trace, as every document of this project writes it."""
        return {
            "event": self.event.act,
            "from": self.row.state,
            "to": self.row.target,
            "date": self.event.when.to_json(),
            "basis": self.event.basis,
            "cites": [cite.key for cite in self.row.cites],
            "evidence": [evidence.to_json() for evidence in self.event.evidence],
            "note": self.event.note,
        }


@dataclass(frozen=True, slots=True)
class Trace:
    """A life so far: the steps taken and the situation they led to."""

    steps: tuple[Step, ...]
    draft: Draft

    @classmethod
    def start(cls, draft: Draft) -> Trace:
        """The life in which nothing has happened yet."""
        return cls((), draft)

    def then(self, verdict: Verdict) -> Trace:
        """This life with one accepted step more. Raises ValueError if the verdict refused."""
        if verdict.step is None:
            raise ValueError(f"not a step: {verdict.explain()}")
        return Trace((*self.steps, verdict.step), verdict.draft)


class Answer(StrEnum):
    """The five answers an event can get."""

    ACCEPTED = "accepted"
    UNDECLARED = "not declared here"
    GUARD_FALSE = "guard false"
    GUARD_ERROR = "guard error"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Failure:
    """A conjunct of a guard that did not hold: the condition in words, the values it met, and its sources."""

    row: Row
    condition: str
    values: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an event. `draft` is the new situation, or the old one, untouched, if the event was refused.

    `legal` names the acts that have a row in the draft's state; `failures` the conjuncts that did not hold.
    """

    answer: Answer
    event: Event
    draft: Draft
    step: Step | None = None
    legal: tuple[Act, ...] = ()
    failures: tuple[Failure, ...] = ()
    error: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the step was taken."""
        return self.answer is Answer.ACCEPTED

    def explain(self) -> str:
        """The verdict as one sentence with its sources."""
        what, state = self.event.act.replace("_", " "), self.draft.state.replace("_", " ")
        match self.answer:
            case Answer.ACCEPTED:
                return f"{what}: now {state}"
            case Answer.FINAL:
                return f"{what}: the draft is {state}, and that is final"
            case Answer.UNDECLARED:
                return f"{what}: not possible while {state}; possible are {', '.join(self.legal)}"
            case Answer.GUARD_ERROR:
                return f"{what}: {self.error}"
            case Answer.GUARD_FALSE:
                return f"{what}: " + "; or ".join(
                    f"needs {failure.condition} ({failure.values}; {', '.join(c.key for c in failure.cites)})"
                    for failure in self.failures
                )


def step(draft: Draft, event: Event) -> Verdict:
    """Take `event` if a row of the table allows it. Pure: the same draft and event always meet the same verdict."""
    rows = rows_for(draft, event.act)
    if not rows:
        return undeclared(draft, event)
    return judged(draft, event, rows, tuple(situations(draft, event)))


def enabled(draft: Draft, event: Event) -> tuple[Row, ...]:
    """The rows that `event` would be taken by: the stepper run dry. More than one is a guard error in `step`."""
    found = tuple(situations(draft, event))
    return tuple(row for row in rows_for(draft, event.act) if _holds(row, found))


def legal_acts(state: State) -> tuple[Act, ...]:
    """The acts that have a row in `state`, whatever their guards say, in the order of a life."""
    return tuple(act for act in Act if (state, act) in _index())


def rows_for(draft: Draft, act: Act) -> tuple[Row, ...]:
    """The rows of the table for this state and act that are law on the Council's day."""
    return tuple(row for row in _index().get((draft.state, act), ()) if row.valid_on(draft.council.on))


@cache
def _index() -> Mapping[tuple[State, Act], tuple[Row, ...]]:
    rows: defaultdict[tuple[State, Act], list[Row]] = defaultdict(list)
    for row in ROWS:
        rows[row.state, row.act].append(row)
    return {key: tuple(value) for key, value in rows.items()}


@cache
def guard_of(row: Row) -> Callable[[Values], bool]:
    """The row's guard as one function of a situation's values."""
    return compiled(And(tuple(condition.test for condition in row.guard)))


def _holds(row: Row, found: tuple[Values, ...]) -> bool:
    test = guard_of(row)
    return any(test(values) for values in found)


def undeclared(draft: Draft, event: Event) -> Verdict:
    """The verdict on an event that has no row in the draft's state: final if no other event leads out either."""
    legal = legal_acts(draft.state)
    over = draft.state in ENDS and not any(enabled(draft, Event(act)) for act in legal)
    return Verdict(Answer.FINAL if over else Answer.UNDECLARED, event, draft, legal=legal)


def judged(draft: Draft, event: Event, rows: tuple[Row, ...], found: tuple[Values, ...]) -> Verdict:
    """The verdict on an event that has `rows`, given every situation the draft may be in."""
    legal = legal_acts(draft.state)
    try:
        taken = tuple(row for row in rows if _holds(row, found))
    except GUARD_FAULTS as error:
        return Verdict(Answer.GUARD_ERROR, event, draft, legal=legal, error=f"the guard cannot be evaluated: {error!r}")
    if not taken:
        return Verdict(Answer.GUARD_FALSE, event, draft, legal=legal, failures=tuple(_failures(rows, found)))
    if len(taken) > 1:
        return Verdict(Answer.GUARD_ERROR, event, draft, legal=legal, error=_ambiguous(taken))
    return accepted(draft, event, taken[0])


def accepted(draft: Draft, event: Event, row: Row) -> Verdict:
    """The verdict on an event that `row` takes."""
    return Verdict(Answer.ACCEPTED, event, after(draft, event, row), Step(event, row), legal_acts(row.target))


def _ambiguous(rows: tuple[Row, ...]) -> str:
    targets = " or ".join(row.target for row in rows)
    return f"what is known leaves it open: {targets}"


def _failures(rows: tuple[Row, ...], found: tuple[Values, ...]) -> Iterator[Failure]:
    """For each row asked for, its conjuncts that no situation satisfies, or else those that are false in the first."""
    for row in [row for row in rows if _asked_for(row, found[0])] or rows:
        never = [c for c in row.guard if not any(compiled(c.test)(values) for values in found)]
        for condition in never or [c for c in row.guard if not compiled(c.test)(found[0])]:
            yield Failure(row, condition.words, with_values(condition.test, found[0]), condition.cites)


def _asked_for(row: Row, values: Values) -> bool:
    return all(compiled(c.test)(values) for c in row.guard if fields_of(c.test) <= CLAIMS)


def situations(draft: Draft, event: Event) -> Iterator[Values]:
    """The values guards read, once for each way the unknown ballots can fall when an outcome is announced."""
    life = _life_values(draft, event)
    if event.act is not Act.ANNOUNCE:
        yield life
        return
    roll, kind = draft.roll or Roll.unknown(draft.council), draft.kind or Kind.SUBSTANTIVE
    for values in vote_values(as_counted(roll, kind, draft.rule, draft.parties), kind, draft.rule):
        yield {**life, **values}


def _life_values(draft: Draft, event: Event) -> dict[str, Value]:
    return {
        "seconded": bool(draft.seconders),
        "by_sponsor": _by(event.by, draft.sponsors),
        "by_seconder": _by(event.by, draft.seconders),
        "by_council": COUNCIL in event.by,
        "deadline": _deadline(draft.silence_until, event.when.best),
        "announced": event.outcome.value if event.outcome else "unsaid",
    }


def _deadline(until: date | None, day: date | None) -> str:
    """Where `day` lies; the hour is not known, so on the last day silence may be broken and may have passed already."""
    if until is None or day is None:
        return "unsaid"
    return "that day" if day == until else "passed" if day > until else "ahead"


def _by(actors: tuple[str, ...], group: tuple[str, ...]) -> str:
    if set(actors) & set(group):
        return "yes"
    return "no" if actors and group and UNNAMED not in group else "unsaid"


def after(draft: Draft, event: Event, row: Row) -> Draft:
    """The situation once `event` has been taken by `row`."""
    match event.act:
        case Act.REVISE:
            return replace(draft, state=row.target, revision=draft.revision + 1)
        case Act.SECOND:
            return replace(draft, state=row.target, seconders=(*draft.seconders, *(event.by or (UNNAMED,))))
        case Act.PLACE_UNDER_SILENCE | Act.EXTEND_SILENCE:
            return replace(draft, state=row.target, silence_until=event.until)
        case Act.VOTE:
            return replace(draft, state=row.target, roll=event.roll or Roll.unknown(draft.council))
        case Act.INSIST:
            return replace(draft, state=row.target, sponsors=event.by or draft.seconders, seconders=())
        case _:
            return replace(draft, state=row.target)
