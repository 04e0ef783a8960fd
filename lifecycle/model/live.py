"""The same table run by the `transitions` library.

Knows how to build one `transitions` machine from the rows and to fire an event on it for any draft: the machine is a
flyweight with one model, since adding a model for each draft costs quadratic time. Auto transitions are off, so that no
trigger goes round a guard. Refuses to know what a guard says or what a step changes; both are `machine`'s, and a test
holds the two engines equal on every pair of state and event.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache, partial
from typing import Any

from transitions import EventData, Machine

from lifecycle.model.guards import Values
from lifecycle.model.machine import (
    GUARD_FAULTS,
    Draft,
    Event,
    Verdict,
    accepted,
    judged,
    rows_for,
    situations,
    undeclared,
)
from lifecycle.model.table import ROWS, Row, State
from lifecycle.model.ways import guard_of


class _Bearer:
    """What the flyweight machine moves: a state while an event is fired, and the row that took it."""

    state: str
    taken: Row | None = None


class Engine:
    """A `transitions` machine over the table; `fire` gives the verdict that `machine.step` gives."""

    def __init__(self) -> None:
        self._bearer = _Bearer()
        self._machine = Machine(
            model=self._bearer,
            # Plain words: of an enum the library would take the names, and the rows could not be read back.
            states=[state.value for state in State],
            initial=State.DRAFTED.value,
            transitions=[self._transition(row) for row in ROWS],
            auto_transitions=False,
            send_event=True,
        )

    def _transition(self, row: Row) -> dict[str, Any]:
        return {
            "trigger": row.act.value,
            "source": row.state.value,
            "dest": row.target.value,
            "conditions": partial(_allowed, row),
            "before": partial(self._take, row),
        }

    def _take(self, row: Row, _event: EventData) -> None:
        self._bearer.taken = row

    def fire(self, draft: Draft, event: Event) -> Verdict:
        """Take `event` if the machine allows it; a refused one is explained by the rows it met."""
        rows = rows_for(draft, event.act)
        if not rows:
            return undeclared(draft, event)
        found = tuple(situations(draft, event))
        self._machine.set_state(draft.state.value, self._bearer)
        self._bearer.taken = None
        with suppress(*GUARD_FAULTS):  # the library lets a crashing guard through; `judged` says what it was
            self._machine.events[event.act.value].trigger(self._bearer, rows=rows, found=found)
        row = self._bearer.taken
        return accepted(draft, event, row) if row else judged(draft, event, rows, found)

    @property
    def rows(self) -> frozenset[tuple[str, str, str | None]]:
        """(state, act, target) of every transition the library holds, read back from it."""
        return frozenset(
            (transition.source, trigger, transition.dest)
            for trigger, event in self._machine.events.items()
            for transitions in event.transitions.values()
            for transition in transitions
        )


def _allowed(row: Row, data: EventData) -> bool:
    """Whether `row`, and no other row of this state and event, is enabled: order never decides."""
    rows: tuple[Row, ...] = data.kwargs["rows"]
    found: tuple[Values, ...] = data.kwargs["found"]
    taken = [other for other in rows if any(guard_of(other)(values) for values in found)]
    return taken == [row]


@cache
def engine() -> Engine:
    """The one machine of this process; it keeps nothing of a draft once an event has been fired."""
    return Engine()
