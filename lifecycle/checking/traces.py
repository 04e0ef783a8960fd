"""From a path through the exploration to a life with names and days in it.

Knows that a path is a run of trials, that each has a real event, and that the roll which is cast belongs to the vote
before it. Refuses to ask whether the real table allows a step: the rows are those of the path, right or wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from lifecycle.checking.places import event_of
from lifecycle.checking.system import Edge, Life, Node
from lifecycle.model.ballots import Roll
from lifecycle.model.draft import after
from lifecycle.model.machine import Step, Trace


def trace_of(life: Life, start: Node, path: Sequence[Edge]) -> Trace:
    """The life that goes from `start` by `path`: a real draft, real events, and one roll of each class that is cast."""
    draft = replace(life.places[start.place], roll=None)
    cast = life.cast_of(draft)
    steps: list[Step] = []
    for edge, roll in _votes_joined(life, path):
        if edge.trial is None or edge.row is None:
            continue
        event = replace(event_of(edge.trial, draft, cast), roll=roll)
        steps.append(Step(event, edge.row))
        draft = after(draft, event, edge.row)
    return Trace(tuple(steps), draft)


def _votes_joined(life: Life, path: Sequence[Edge]) -> Iterator[tuple[Edge, Roll | None]]:
    """Each edge with the roll that the next edge casts."""
    for edge, following in zip_longest(path, path[1:]):
        casts = following is not None and following.trial is None
        yield edge, life.abstraction.roll_of(life.classes[following.target.roll]) if casts and following else None
