"""The steps nobody reported.

Knows how to find the least run of acts that makes the next report possible: the shortest, and of two equally short the
one whose first differing act comes earlier in the order of a life (the order of `Act`). Refuses to fill in anything
that somebody would have reported; `table.INFERABLE` lists what may be filled in.
"""

from __future__ import annotations

from collections import deque

from lifecycle.model.draft import Basis, Draft, Event
from lifecycle.model.machine import enabled, step
from lifecycle.model.table import INFERABLE, Act


def least_run(draft: Draft, event: Event) -> tuple[Act, ...] | None:
    """The acts to infer before `event`, none if it is possible at once; None if no run of them helps.

    Breadth first, so the shortest run is found first, and acts are tried in the order of a life, which settles ties.
    An inferred act is tried on the day of `event`, the last on which it can have happened. A run that leaves the
    outcome of `event` open counts as helping: the report is possible, if not yet decided.
    """
    waiting: deque[tuple[Draft, tuple[Act, ...]]] = deque([(draft, ())])
    seen = {draft.state}
    while waiting:
        here, run = waiting.popleft()
        if enabled(here, event):
            return run
        for act in INFERABLE:
            verdict = step(here, Event(act, event.when, roll=event.roll, basis=Basis.INFERRED))
            if verdict.accepted and verdict.draft.state not in seen:
                seen.add(verdict.draft.state)
                waiting.append((verdict.draft, (*run, act)))
    return None
