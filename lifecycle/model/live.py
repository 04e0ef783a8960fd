"""The same tables run by the `transitions` library.

Knows how to build one `transitions` machine from the rows of a form and to fire an event on it for any draft: a machine
is a flyweight with one model, since adding a model for each draft costs quadratic time. Auto transitions are off, so
that no trigger goes round a guard. Refuses to know what a guard says or what a step changes; both are `machine`'s, and
a test holds the two engines equal on every pair of state and event.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any

from transitions import EventData, Machine
from transitions import State as LibraryState

from lifecycle.model.draft import Draft, Event, situations
from lifecycle.model.machine import GUARD_FAULTS, Verdict, accepted, judged, undeclared
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.table import Row, State
from lifecycle.model.ways import holds, ways_on


class _Place(LibraryState):
    """A state at whose door nobody listens: there are no callbacks to look for on the way in or out."""

    def enter(self, event_data: EventData) -> None:
        """Enter without a sound."""

    def exit(self, event_data: EventData) -> None:
        """Leave without a sound."""


class _Machine(Machine):
    state_cls = _Place


class _Flyweight:
    """One table as a machine of the library, and what that machine moves: a state, while an event is fired."""

    state: str

    def __init__(self, rows: Sequence[Row]) -> None:
        self.row_to = {(row.state.value, row.act.value, row.target.value): row for row in rows}
        machine = _Machine(
            model=self,
            # Plain words: of an enum the library would take the names, and the rows could not be read back.
            states=[state.value for state in State],
            initial=State.DRAFTED.value,
            transitions=[_transition(row, rows) for row in rows],
            auto_transitions=False,
        )
        self.events: dict[str, Any] = machine.events


def _transition(row: Row, table: Sequence[Row]) -> dict[str, Any]:
    free = not row.guard and sum((other.state, other.act) == (row.state, row.act) for other in table) == 1
    return {
        "trigger": row.act.value,
        "source": row.state.value,
        # To stay is an internal transition: the library then looks for nobody at the door.
        "dest": None if row.target is row.state else row.target.value,
        "conditions": [] if free else [partial(_alone, row)],
    }


def _alone(row: Row, enabled: list[Row]) -> bool:
    """Whether `row` is enabled and no other is: the order of rows never decides."""
    return enabled == [row]


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
        found = () if ways.free else tuple(situations(draft, event, ways.reads))
        try:
            enabled = [] if ways.free else [row for row in ways.rows if holds(row, found)]
        except GUARD_FAULTS:
            enabled = []
        moved, source = self._flyweights.get(draft.form) or self._flyweight(draft.form), str(draft.state)
        moved.state = source
        if moved.events[event.act].trigger(moved, enabled):
            return accepted(draft, event, moved.row_to[source, event.act, moved.state])
        return judged(draft, event, ways.rows, found)

    @property
    def rows(self) -> frozenset[tuple[str, str, str]]:
        """(state, act, target) of every transition the library holds for a text, read back from it."""
        return self.rows_of(Form.TEXT)

    def rows_of(self, form: Form) -> frozenset[tuple[str, str, str]]:
        """The same for any form."""
        return frozenset(
            (transition.source, trigger, transition.dest or transition.source)
            for trigger, event in self._flyweight(form).events.items()
            for transitions in event.transitions.values()
            for transition in transitions
        )


@cache
def engine() -> Engine:
    """The one engine of this process; it keeps nothing of a draft once an event has been fired."""
    return Engine()
