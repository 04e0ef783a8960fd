"""One step in the life of a draft, and why it was legal or was not.

Knows the pure function `step` from a draft and an event to a verdict; a refused event changes nothing and says which of
five answers it met. Refuses to know the law: every row and every guard is `table`'s, and nothing here asks for a state
by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from lifecycle.model.charter import Citation
from lifecycle.model.draft import Draft, Event, after, situations
from lifecycle.model.guards import Values, compiled, fields_of, with_values
from lifecycle.model.minting import mint
from lifecycle.model.proposals import Form
from lifecycle.model.table import CLAIMS, ENDS, Act, Row, State
from lifecycle.model.ways import acts_in, holds, ways_on

GUARD_FAULTS = (KeyError, TypeError)
"""What a guard raises that reads a field the situation lacks, or compares a word with a number."""


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
        return _make_trace((*self.steps, verdict.step), verdict.draft)


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
    ways = ways_on(draft.council.on, draft.form, draft.state, event.act)
    if ways.free:
        return accepted(draft, event, ways.free)
    if not ways.rows:
        return undeclared(draft, event)
    found = tuple(situations(draft, event, ways.reads))
    return judged(draft, event, ways.rows, found)


def enabled(draft: Draft, event: Event) -> tuple[Row, ...]:
    """The rows that `event` would be taken by: the stepper run dry. More than one is a guard error in `step`."""
    found = tuple(situations(draft, event))
    return tuple(row for row in rows_for(draft, event.act) if holds(row, found))


def legal_acts(state: State, form: Form = Form.TEXT) -> tuple[Act, ...]:
    """The acts that have a row in `state`, whatever their guards say, in the order of a life."""
    return acts_in(form, state)


def rows_for(draft: Draft, act: Act) -> tuple[Row, ...]:
    """The rows of the table for this state and act that are law on the Council's day."""
    return ways_on(draft.council.on, draft.form, draft.state, act).rows


def undeclared(draft: Draft, event: Event) -> Verdict:
    """The verdict on an event that has no row in the draft's state: final if no other event leads out either."""
    answer = Answer.FINAL if is_over(draft) else Answer.UNDECLARED
    return Verdict(answer, event, draft, legal=acts_in(draft.form, draft.state))


def is_over(draft: Draft) -> bool:
    """Whether no event can lead on; a withdrawn text is over only once no seconder can insist (rule 35)."""
    return draft.state in ENDS and not any(enabled(draft, Event(act)) for act in acts_in(draft.form, draft.state))


def judged(draft: Draft, event: Event, rows: tuple[Row, ...], found: tuple[Values, ...]) -> Verdict:
    """The verdict on an event that has `rows`, given every situation the draft may be in."""
    legal = acts_in(draft.form, draft.state)
    try:
        taken = [row for row in rows if holds(row, found)]
    except GUARD_FAULTS as error:
        return Verdict(Answer.GUARD_ERROR, event, draft, legal=legal, error=f"the guard cannot be evaluated: {error!r}")
    if not taken:
        return Verdict(Answer.GUARD_FALSE, event, draft, legal=legal, failures=tuple(_failures(rows, found)))
    if len(taken) > 1:
        return Verdict(Answer.GUARD_ERROR, event, draft, legal=legal, error=_ambiguous(taken))
    return accepted(draft, event, taken[0])


def accepted(draft: Draft, event: Event, row: Row) -> Verdict:
    """The verdict on an event that `row` takes."""
    now, taken, legal = after(draft, event, row), _make_step(event, row), acts_in(draft.form, row.target)
    return _make_verdict(_ACCEPTED, event, now, taken, legal, (), "")


def _ambiguous(rows: Iterable[Row]) -> str:
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


_make_step, _make_trace, _make_verdict = mint(Step), mint(Trace), mint(Verdict)

# A member of an enum costs a tenth of a step to look up, as of Python 3.11.
_ACCEPTED = Answer.ACCEPTED
