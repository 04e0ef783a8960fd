"""The same tables run by the `transitions` library.

Knows how to build one `transitions` machine from the rows of a form and to fire an event on it for any draft: a machine
is a flyweight with one model, since adding a model for each draft costs quadratic time. Auto transitions are off, so
that no trigger goes round a guard. Refuses to know what a guard says or what a step changes; both are `machine`'s, and
a test holds the two engines equal on every pair of state and event.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cache, partial
from typing import Any

from transitions import Machine

from lifecycle.model.guards import Values
from lifecycle.model.machine import GUARD_FAULTS, Draft, Event, Verdict, accepted, judged, situations, undeclared
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.table import Row, State
from lifecycle.model.ways import holds, ways_on


class _Flyweight:
    """One table as a machine of the library, and what that machine moves: a state, while an event is fired."""

    state: str

    def __init__(self, rows: Sequence[Row]) -> None:
        self.row_to = {(row.state.value, row.act.value, row.target.value): row for row in rows}
        self.machine = Machine(
            model=self,
            # Plain words: of an enum the library would take the names, and the rows could not be read back.
            states=[state.value for state in State],
            initial=State.DRAFTED.value,
            transitions=[_transition(row, rows) for row in rows],
            auto_transitions=False,
        )


def _transition(row: Row, table: Sequence[Row]) -> dict[str, Any]:
    rivals = [other for other in table if (other.state, other.act) == (row.state, row.act) and other != row]
    return {
        "trigger": row.act.value,
        "source": row.state.value,
        "dest": row.target.value,
        "conditions": [partial(_allowed, row, rivals)] if row.guard or rivals else [],
    }


def _allowed(row: Row, rivals: Sequence[Row], law: tuple[Row, ...], found: tuple[Values, ...]) -> bool:
    """Whether `row` is law on the day and enabled, and no rival is: the order of rows never decides."""
    return row in law and holds(row, found) and not any(other in law and holds(other, found) for other in rivals)


class Engine:
    """A `transitions` machine over each table; `fire` gives the verdict that `machine.step` gives."""

    def __init__(self) -> None:
        self._flyweights: dict[Form, _Flyweight] = {}

    def _flyweight(self, form: Form) -> _Flyweight:
        if form not in self._flyweights:
            self._flyweights[form] = _Flyweight(TABLES[form])
        return self._flyweights[form]

    def fire(self, draft: Draft, event: Event) -> Verdict:
        """Take `event` if the machine allows it; a refused one is explained by the rows it met."""
        ways = ways_on(draft.council.on, draft.form, draft.state, event.act)
        if not ways.rows:
            return undeclared(draft, event)
        found = tuple(situations(draft, event, ways.reads))
        moved, source = self._flyweight(draft.form), str(draft.state)
        moved.state = source
        with suppress(*GUARD_FAULTS):  # the library lets a crashing guard through; `judged` says what it was
            if moved.machine.events[event.act].trigger(moved, ways.rows, found):
                return accepted(draft, event, moved.row_to[source, event.act, moved.state])
        return judged(draft, event, ways.rows, found)

    @property
    def rows(self) -> frozenset[tuple[str, str, str | None]]:
        """(state, act, target) of every transition the library holds for a text, read back from it."""
        return self.rows_of(Form.TEXT)

    def rows_of(self, form: Form) -> frozenset[tuple[str, str, str | None]]:
        """The same for any form."""
        return frozenset(
            (transition.source, trigger, transition.dest)
            for trigger, event in self._flyweight(form).machine.events.items()
            for transitions in event.transitions.values()
            for transition in transitions
        )


@cache
def engine() -> Engine:
    """The one engine of this process; it keeps nothing of a draft once an event has been fired."""
    return Engine()
