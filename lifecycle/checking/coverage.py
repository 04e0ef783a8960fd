"""How much of the model a set of lives touches, out of what any life can touch.

Knows six kinds of things to touch: states, rows, conditions of guards met and not met, classes of rolls, sources. What
there is to touch is what the exhaustive search reached, so that a hundred per cent can be had; and for each thing not
touched the search knows a shortest life. Refuses to read scenarios; lives are given to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lifecycle.checking.check import Report
from lifecycle.checking.places import Trial
from lifecycle.checking.rolls import Abstraction, RollClass
from lifecycle.checking.system import CASTING, Edge, Life, Move, Node
from lifecycle.checking.traces import trace_of
from lifecycle.model.draft import Draft, Event, after, situations
from lifecycle.model.guards import Values, compiled
from lifecycle.model.machine import Trace, rows_for
from lifecycle.model.proposals import Form
from lifecycle.model.table import Row, State


class Sort(StrEnum):
    """The kinds of things that a life can touch."""

    STATE = "states"
    ROW = "rows"
    TRUE = "conditions met"
    FALSE = "conditions not met"
    ROLL = "classes of rolls"
    SOURCE = "sources"


class Thing(NamedTuple):
    """One thing to touch."""

    sort: Sort
    name: str


@dataclass(frozen=True, slots=True)
class Lived:
    """A life to be counted: the draft before its first step, and the events that happened to it."""

    start: Draft
    events: tuple[Event, ...]


class Way(NamedTuple):
    """A shortest way to a thing: to a node by the search, then by an edge, or by a trial that is refused there."""

    node: Node
    edge: Edge | None = None
    refused: Trial | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A thing no life touches; the shortest life that does, and the event refused at its end, if that is the point."""

    thing: Thing
    trace: Trace
    start: Node
    refused: Trial | None

    def __str__(self) -> str:
        """The acts of the life.

        A refused event stands last and says so.
        """
        acts = [step.event.act.replace("_", " ") for step in self.trace.steps]
        if self.refused:
            acts.append(f"{self.refused} (refused)")
        return ", ".join(acts) or "as written"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What so many lives touch of what there is, by sort, and the gaps in the order in which the search met them."""

    lives: int
    there: dict[Sort, int]
    touched: dict[Sort, int]
    gaps: tuple[Gap, ...]

    def to_json(self) -> dict[str, object]:
        """The part of a document that tells it."""
        counts = {sort.value: {"touched": self.touched[sort], "of": self.there[sort]} for sort in Sort}
        gaps = [{"sort": g.thing.sort, "name": g.thing.name, "life": str(g)} for g in self.gaps]
        return {"lives": self.lives, "counts": counts, "gaps": gaps}


def cover(report: Report, lives: Sequence[Lived]) -> Coverage:
    """Count what `lives` touch of what the search of `report` reached."""
    ways = reachable(report)
    seen = {thing for life in lives for thing in touched_by(life)}
    gaps = tuple(_gap(report, thing, way) for thing, way in ways.items() if thing not in seen)
    return Coverage(
        len(lives),
        {sort: sum(thing.sort is sort for thing in ways) for sort in Sort},
        {sort: sum(thing.sort is sort and thing in seen for thing in ways) for sort in Sort},
        gaps,
    )


def _gap(report: Report, thing: Thing, way: Way) -> Gap:
    path = (*report.graph.path(way.node), *((way.edge,) if way.edge else ()))
    start = report.graph.start_of(way.node)
    return Gap(thing, trace_of(report.life, start, path), start, way.refused)


def reachable(report: Report) -> dict[Thing, Way]:
    """Everything some life touches, with a shortest way; one by a step that is taken, where there is one."""
    taken: dict[Thing, Way] = {}
    refused: dict[Thing, Way] = {}
    known: set[tuple[int, int]] = set()
    for node in report.graph.nodes:
        if node.roll == CASTING:
            continue
        edges = report.graph.edges[node]
        for thing in _standing(report.life, node):
            # Ballots alone are no life: where a vote is under way its announcement belongs to it.
            taken.setdefault(thing, Way(node, edges[0] if thing.sort is Sort.ROLL and edges else None))
        place = (node.place, report.life.told(*node[:2]))
        if place not in known:
            known.add(place)
            _tried(report, node, {edge.trial: edge for edge in edges}, taken, refused)
    return {**taken, **{thing: way for thing, way in refused.items() if thing not in taken}}


def _tried(
    report: Report, node: Node, edges: dict[Trial | None, Edge], taken: dict[Thing, Way], refused: dict[Thing, Way]
) -> None:
    """Note what every move in a node touches, taken or refused. Nodes that no guard tells apart touch the same."""
    for move in report.life.moves(node.place):
        edge = edges.get(move.trial)
        for thing in _met(report.life, node, move):
            (taken if edge else refused).setdefault(thing, Way(node, edge, None if edge else move.trial))
        for thing in _stepped(edge.row, _form(report.life, node)) if edge and edge.row else ():
            taken.setdefault(thing, Way(node, edge))


def _form(life: Life, node: Node) -> Form:
    return life.places[node.place].form


def _standing(life: Life, node: Node) -> Iterator[Thing]:
    draft = life.places[node.place]
    yield _state(draft.form, draft.state)
    if draft.state is State.VOTED and node.roll >= 0:
        yield _roll(life.classes[node.roll])


def _met(life: Life, node: Node, move: Move) -> Iterator[Thing]:
    return _conditions(life.places[node.place].form, move.rows, life.values(move, node.place, node.roll))


def _conditions(form: Form, rows: Iterable[Row], found: Sequence[Values]) -> Iterator[Thing]:
    """Each condition that is met, or is not, in every situation there is: what is open counts for neither."""
    for row in rows:
        for condition in row.guard:
            answers = {compiled(condition.test)(values) for values in found}
            if len(answers) == 1:
                yield Thing(Sort.TRUE if answers.pop() else Sort.FALSE, f"{_named(form, row.name)}: {condition.words}")


def _stepped(row: Row, form: Form) -> Iterator[Thing]:
    yield Thing(Sort.ROW, _named(form, row.name))
    for cite in (*row.cites, *(cite for condition in row.guard for cite in condition.cites)):
        yield Thing(Sort.SOURCE, cite.key)


def _state(form: Form, state: State) -> Thing:
    return Thing(Sort.STATE, _named(form, state))


def _named(form: Form, name: str) -> str:
    return name if form is Form.TEXT else f"{form}: {name}"


def _roll(these: RollClass) -> Thing:
    """The class by what the outcome hangs on: how many yes, and whether a permanent member said no."""
    against = "a permanent no" if these.permanent_no else "no permanent no"
    return Thing(Sort.ROLL, f"{these.yes} of {these.seats} yes, {against}")


def touched_by(life: Lived) -> Iterator[Thing]:
    """Everything a life touches, by the real machine: an event that is refused counts for the conditions it met."""
    draft = life.start
    yield _state(draft.form, draft.state)
    for event in life.events:
        rows, found = rows_for(draft, event.act), tuple(situations(draft, event))
        yield from _conditions(draft.form, rows, found)
        enabled = [row for row in rows if all(any(compiled(c.test)(v) for v in found) for c in row.guard)]
        if len(enabled) == 1:
            yield from _stepped(enabled[0], draft.form)
            draft = after(draft, event, enabled[0])
            yield _state(draft.form, draft.state)
            if draft.state is State.VOTED and draft.roll is not None and draft.roll.complete:
                yield _roll(Abstraction(draft.council, draft.rule, draft.parties).class_of(draft.roll))
