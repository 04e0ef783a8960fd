"""Which laws hold in what was explored, and the shortest life that shows it where one does not.

Knows how a step and a standing are put before the laws that concern them, and how an eventual law is refuted: by a life
that is stuck, or by one that goes round for ever though time goes on. Refuses to explore and to know any law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lifecycle.checking.explorer import Graph
from lifecycle.checking.lassos import Lasso, stuck_or_round
from lifecycle.checking.places import Role, Timing, Trial
from lifecycle.checking.properties import FAIR, Law, Mode, Moment, Past
from lifecycle.checking.rolls import RollClass
from lifecycle.checking.system import CASTING, NO_ROLL, Edge, Life, Node
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind
from lifecycle.model.table import Act, State


@dataclass(frozen=True, slots=True)
class Shown:
    """A law, whether it holds, and the life that shows it: from `start` by `path`, then round by `loop` for ever.

    A law that holds always has no life to show, and neither has one that is never seen.
    """

    law: Law
    ok: bool
    start: Node | None = None
    path: tuple[Edge, ...] = ()
    loop: tuple[Edge, ...] = ()


def judge(life: Life, graph: Graph[Node, Edge], laws: Iterable[Law]) -> tuple[Shown, ...]:
    """Each law that speaks of a form explored, and whether it holds in all of `graph`."""
    begun = {start.form for start in life.begin}
    asked = [law for law in laws if law.forms & begun]
    bench = _Bench(life, graph, asked)
    for node in graph.nodes:
        bench.hear(node)
    return tuple(bench.verdict(law) for law in asked)


class _Bench:
    """Laws still undecided, by what they are asked at; a law leaves once a moment has decided it."""

    def __init__(self, life: Life, graph: Graph[Node, Edge], laws: Sequence[Law]) -> None:
        self.life, self.graph = life, graph
        self.decided: dict[str, tuple[Edge, ...]] = {}
        self.starts: dict[str, Node] = {}
        now = [law for law in laws if law.mode is not Mode.EVENTUALLY]
        self._steps = {
            (act, form): [law for law in now if act in law.acts and form in law.forms] for act in Act for form in Form
        }
        self._standings = {
            (state, form): [law for law in now if not law.acts and state in law.states and form in law.forms]
            for state in State
            for form in Form
        }
        self._asks: dict[int, Callable[[RollClass], frozenset[State]]] = {}

    def hear(self, node: Node) -> None:
        """Put a node and every step out of it before the laws."""
        if node.roll == CASTING:
            return
        edges, draft = self.graph.edges[node], self.life.places[node.place]
        standing = self._standings[draft.state, draft.form]
        if standing:
            self._ask(standing, self._standing(node, edges), node, ())
        for edge in edges:
            laws = self._steps[edge.trial.act, draft.form] if edge.trial else ()
            if laws:
                self._ask(laws, self._step(node, edge), node, (edge,))

    def _ask(self, laws: list[Law], moment: Moment, node: Node, last: tuple[Edge, ...]) -> None:
        done = []
        for law in laws:
            # That the act or the state and the form are the law's is known by the list it stands in.
            if law.when(moment) and (law.mode is Mode.SOMETIMES or not law.then(moment)):
                self.decided[law.id] = (*self.graph.path(node), *last)
                self.starts[law.id] = self.graph.start_of(node)
                done.append(law)
        for law in done:
            self._forget(law)

    def _forget(self, law: Law) -> None:
        for laws in (*self._steps.values(), *self._standings.values()):
            if law in laws:
                laws.remove(law)

    def verdict(self, law: Law) -> Shown:
        """What became of a law once every node has been heard."""
        if law.mode is Mode.EVENTUALLY:
            lasso = self._refutation(law)
            return Shown(law, False, *lasso) if lasso else Shown(law, True)
        seen = law.id in self.decided
        return Shown(law, seen is (law.mode is Mode.SOMETIMES), self.starts.get(law.id), self.decided.get(law.id, ()))

    def _refutation(self, law: Law) -> tuple[Node, tuple[Edge, ...], tuple[Edge, ...]] | None:
        waits = [node for node in self.graph.nodes if self._waits(law, node)]
        there = [law.then(self._standing(Node(number, NO_ROLL, Past()), ())) for number in range(len(self.life.places))]
        lasso: Lasso[Node, Edge] | None = stuck_or_round(
            self.graph, waits, lambda node: node.roll != CASTING and there[node.place], _fair
        )
        if lasso is None:
            return None
        start = self.graph.start_of(lasso.begin)
        return start, (*self.graph.path(lasso.begin), *lasso.lead), lasso.loop

    def _waits(self, law: Law, node: Node) -> bool:
        draft = self.life.places[node.place]
        return node.roll != CASTING and draft.state in law.states and draft.form in law.forms

    def _standing(self, node: Node, edges: Sequence[Edge]) -> Moment:
        state = self.life.places[node.place].state
        can = frozenset(edge.trial.act for edge in edges if edge.trial)
        return self._moment(node, state, state, None, 1, can)

    def _step(self, node: Node, edge: Edge) -> Moment:
        if edge.trial is None or edge.row is None:
            raise ValueError("ballots being cast are no step of their own")
        before = self.life.places[node.place].state
        return self._moment(node, before, edge.row.target, edge.trial, edge.rivals, frozenset())

    def _moment(
        self, node: Node, before: State, state: State, seen: Trial | None, rivals: int, can: frozenset[Act]
    ) -> Moment:
        life, draft = self.life, self.life.places[node.place]
        return Moment(
            on=life.council.on,
            seats=len(life.council.members),
            form=draft.form,
            kind=draft.kind or Kind.SUBSTANTIVE,
            sponsor_seated=life.seated(draft),
            before=before,
            act=seen.act if seen else None,
            role=seen.role if seen else Role.NOBODY,
            timing=seen.timing if seen else Timing.UNSAID,
            claim=seen.claim if seen else None,
            state=state,
            ballots=life.classes[node.roll] if node.roll >= 0 else None,
            past=node.past,
            rivals=rivals,
            can=can,
            outcomes=self._asking(node.place),
        )

    def _asking(self, place: int) -> Callable[[RollClass], frozenset[State]]:
        if place not in self._asks:
            self._asks[place] = lambda these: self.life.outcomes(place, these)
        return self._asks[place]


def _fair(edges: Iterable[Edge]) -> Iterator[Act]:
    """Of the acts that time takes, those possible here."""
    return (edge.trial.act for edge in edges if edge.trial and edge.trial.act in FAIR)
