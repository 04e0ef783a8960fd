"""Reports with gaps held against the table: which lives could they be of?

Knows how to keep every standing a draft can be in while some steps go unreported, and the least that must have happened
in between. Accepts reports with the fewest steps inserted; or rejects them with the longest part that can be right, the
states the draft may then be in, and the conditions that were false there. Refuses to make up a step that somebody would
have reported: which acts may go unreported is an argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lifecycle.model.draft import Basis, Draft, Event
from lifecycle.model.machine import Answer, Failure, Step, Trace, Verdict, step
from lifecycle.model.table import INFERABLE, Act, State


@dataclass(frozen=True, slots=True)
class Validation:
    """What became of a run of reports.

    `trace` is a life with the fewest inserted steps (their basis is inferred) that agrees with the first `accepted`
    reports; `states` those the draft can be in after them, counting steps nobody reported. Of a rejected run `refused`
    is the report that agrees with no life, `failures` the conditions that were false, and `undeclared` the states in
    which no row takes it at all.
    """

    trace: Trace
    accepted: int
    states: tuple[State, ...]
    refused: Event | None = None
    failures: tuple[Failure, ...] = ()
    undeclared: tuple[State, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether every report can be right."""
        return self.refused is None

    @property
    def inserted(self) -> tuple[Step, ...]:
        """The steps that nobody reported."""
        return tuple(each for each in self.trace.steps if each.event.basis is Basis.INFERRED)

    def explain(self) -> str:
        """The result as a sentence or two."""
        if self.refused is None:
            acts = ", ".join(each.event.act.replace("_", " ") for each in self.inserted)
            return f"possible, with {acts} unreported" if acts else "possible as it stands"
        states = ", ".join(state.replace("_", " ") for state in self.states)
        what = self.refused.act.replace("_", " ")
        head = f"report {self.accepted + 1} ({what}) agrees with no life; the draft can then be {states}"
        needs = dict.fromkeys(f"needs {each.condition} ({each.values})" for each in self.failures)
        return "; ".join((head, *needs))


@dataclass(frozen=True, slots=True)
class _Possible:
    """One way things can have gone, and how many steps in it nobody reported."""

    trace: Trace
    cost: int


def validate(draft: Draft, reports: Sequence[Event], silent: Iterable[Act] = INFERABLE) -> Validation:
    """Hold `reports`, in order, against every life of `draft` in which only acts of `silent` go unreported.

    Of two lives with equally few inserted steps, the one whose first differing act comes earlier in the order of a
    life is given.
    """
    acts = tuple(act for act in Act if act in set(silent))
    here: tuple[_Possible, ...] = (_Possible(Trace.start(draft), 0),)
    for number, report in enumerate(reports):
        reached = _closed(here, acts, report)
        verdicts = [(each, step(each.trace.draft, report)) for each in reached]
        taken = [_Possible(each.trace.then(verdict), each.cost) for each, verdict in verdicts if verdict.accepted]
        if not taken:
            return _rejected(here, reached, number, report, [verdict for _, verdict in verdicts])
        here = _cheapest(taken)
    best = min(here, key=lambda each: each.cost)
    states = {each.trace.draft.state for each in _closed(here, acts, Event(Act.LAPSE))}
    return Validation(best.trace, len(reports), _in_order(states))


def _rejected(
    before: Iterable[_Possible], reached: Iterable[_Possible], number: int, report: Event, verdicts: Iterable[Verdict]
) -> Validation:
    verdicts = tuple(verdicts)
    failures = dict.fromkeys(failure for verdict in verdicts for failure in verdict.failures)
    lost = {v.draft.state for v in verdicts if v.answer in {Answer.UNDECLARED, Answer.FINAL}}
    best = min(before, key=lambda each: each.cost)
    states = {each.trace.draft.state for each in reached}
    return Validation(best.trace, number, _in_order(states), report, tuple(failures), _in_order(lost))


def _in_order(states: Iterable[State]) -> tuple[State, ...]:
    found = set(states)
    return tuple(state for state in State if state in found)


def _closed(possible: Iterable[_Possible], silent: tuple[Act, ...], report: Event) -> tuple[_Possible, ...]:
    """All that `possible` can have become by steps nobody reported, each in the cheapest way, cheapest first.

    A step is tried on the day of the next report, the last on which it can have happened, and a vote with the ballots
    that the report knows of.
    """
    waiting = sorted(possible, key=lambda each: each.cost)
    found: dict[Draft, _Possible] = {}
    while waiting:
        nearest = waiting.pop(0)
        key = _told(nearest.trace.draft)
        if key in found:
            continue
        found[key] = nearest
        for act in silent:
            verdict = step(nearest.trace.draft, Event(act, report.when, roll=report.roll, basis=Basis.INFERRED))
            if verdict.accepted and _told(verdict.draft) not in found:
                waiting.append(_Possible(nearest.trace.then(verdict), nearest.cost + 1))
        waiting.sort(key=lambda each: each.cost)
    return tuple(found.values())


def _cheapest(possible: Iterable[_Possible]) -> tuple[_Possible, ...]:
    found: dict[Draft, _Possible] = {}
    for each in possible:
        key = _told(each.trace.draft)
        if key not in found or each.cost < found[key].cost:
            found[key] = each
    return tuple(found.values())


def _told(draft: Draft) -> Draft:
    """The standing without what no guard asks: how often the text was revised, and by which amendments."""
    return replace(draft, revision=0, amended_by=())
