"""What a picture of the machine shows: arrows, and what can happen without leaving a state.

Knows the sets of states that belong together, and draws a row once for a whole set where it says the same of each state
in it. Refuses to know how a picture is written, and to leave a row out: the rows of all arrows are the outline's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lifecycle.export.outline import Outline, days, needs
from lifecycle.model.table import INFORMAL, PENDING, Row, State


@dataclass(frozen=True, slots=True)
class Box:
    """States that are drawn together."""

    name: str
    title: str
    states: tuple[State, ...]


BOXES = (
    Box("before_any_vote", "before any vote", PENDING),
    Box("not_tabled", "not tabled", (*INFORMAL, State.UNDER_SILENCE)),
    Box("talks", "talks", INFORMAL),
    Box("tabled", "before the Council", (State.SUBMITTED, State.POSTPONED)),
)
"""The largest first; each of the others lies wholly inside one before it."""


def boxes(outline: Outline) -> tuple[Box, ...]:
    """The boxes as far as the outline has their states; what would hold one state, or repeat another box, is none."""
    found: dict[tuple[State, ...], Box] = {}
    for box in BOXES:
        states = tuple(state for state in box.states if state in outline.states)
        if len(states) > 1:
            found.setdefault(states, replace(box, states=states))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Arrow:
    """One act from a state, or from every state of a box, to `target`; a target of None is the state it comes from.

    `rows` are those of the table that it stands for; they say the same.
    """

    source: State | Box
    target: State | None
    rows: tuple[Row, ...]

    @property
    def act(self) -> str:
        """The act in words."""
        return self.rows[0].act.replace("_", " ")

    @property
    def cites(self) -> str:
        """What the rows rest on, and on which days they are law, in brackets."""
        row = self.rows[0]
        return f"[{'; '.join(filter(None, (', '.join(cite.key for cite in row.cites), days(row))))}]"

    @property
    def needs(self) -> tuple[str, ...]:
        """The conditions, each with its sources."""
        return tuple(needs(self.rows[0]))


def arrows(outline: Outline) -> tuple[Arrow, ...]:
    """The arrows of the picture, in the order of the table's rows."""
    left, found = list(outline.rows), []
    for box in boxes(outline):
        for arrow in [*_out_of(box, left), *_within(box, left)]:
            if all(row in left for row in arrow.rows):
                found.append(arrow)
                left = [row for row in left if row not in arrow.rows]
    found.extend(Arrow(row.state, None if row.target is row.state else row.target, (row,)) for row in left)
    return tuple(sorted(found, key=lambda arrow: outline.rows.index(arrow.rows[0])))


def _out_of(box: Box, rows: list[Row]) -> Iterator[Arrow]:
    """Arrows for what leads from every state of `box` to one state outside it."""
    leaving = [row for row in rows if row.state in box.states and row.target not in box.states]
    for same in _alike(leaving, target=True):
        if len(same) == len(box.states):
            yield Arrow(box, same[0].target, same)


def _within(box: Box, rows: list[Row]) -> Iterator[Arrow]:
    """Arrows for what leaves every state of `box` as it is."""
    staying = [row for row in rows if row.state in box.states and row.target is row.state]
    for same in _alike(staying, target=False):
        if len(same) == len(box.states):
            yield Arrow(box, None, same)


def _alike(rows: list[Row], *, target: bool) -> Iterator[tuple[Row, ...]]:
    """The rows in groups that say the same apart from the state, and from the target unless it is asked for."""

    def saying(row: Row) -> tuple[str, ...]:
        whereto = row.target if target else ""
        return (row.act, whereto, repr(row.guard), repr(row.cites), days(row))

    for _, same in groupby(sorted(rows, key=saying), saying):
        yield tuple(same)
