"""Lives that never come to what is awaited: stuck for good, or going round for ever.

Knows Tarjan's strongly connected components and weak fairness: what stays possible all the way round a loop and leads
out of it will happen some time, so such a loop refutes nothing. Refuses to know what is awaited.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from lifecycle.checking.explorer import Graph, Leads, explore

N = TypeVar("N", bound=Hashable)
E = TypeVar("E", bound=Leads)


@dataclass(frozen=True, slots=True)
class Lasso(Generic[N, E]):
    """From `begin` by `lead` to a place where the life stops, or goes round by `loop` for ever."""

    begin: N
    lead: tuple[E, ...]
    loop: tuple[E, ...]


def stuck_or_round(
    graph: Graph[N, E],
    begin: Iterable[N],
    goal: Callable[[N], bool],
    fair: Callable[[Sequence[E]], Iterable[Hashable]],
) -> Lasso[N, E] | None:
    """A life from one of `begin` that never meets `goal`; None if there is none. Of several, one with the least lead.

    `fair` names, of the edges out of a node, the acts that happen some time if they stay possible.
    """
    short = explore(_Part(graph, tuple(begin), lambda node: not goal(node)))
    bad: dict[N, frozenset[N]] = {}
    for component in _components(graph, short.nodes):
        if _goes_round(graph, component, fair):
            bad.update(dict.fromkeys(component, component))
    for node in short.nodes:
        stuck = not graph.edges[node]
        if stuck or node in bad:
            return Lasso(short.start_of(node), short.path(node), () if stuck else _loop(graph, node, bad[node]))
    return None


@dataclass(frozen=True, slots=True)
class _Part(Generic[N, E]):
    """The part of a graph in which a life stays where `inside` holds, begun at `begin`: a system of its own."""

    graph: Graph[N, E]
    begin: Sequence[N]
    inside: Callable[[N], bool]

    def initial(self) -> Iterator[N]:
        """Where a life in this part can begin."""
        return filter(self.inside, self.begin)

    def edges(self, node: N) -> Sequence[E]:
        """The edges that do not lead out of it."""
        return [edge for edge in self.graph.edges[node] if self.inside(edge.target)]


def _goes_round(graph: Graph[N, E], component: frozenset[N], fair: Callable[[Sequence[E]], Iterable[Hashable]]) -> bool:
    """Whether a life can stay in `component` for ever without putting off what stays possible all the time."""
    inside = [edge for node in component for edge in graph.edges[node] if edge.target in component]
    if not inside:
        return False
    always = frozenset.intersection(*(frozenset(fair(graph.edges[node])) for node in component))
    return always <= frozenset(fair(inside))


def _loop(graph: Graph[N, E], node: N, component: frozenset[N]) -> tuple[E, ...]:
    """The shortest way from `node` back to itself inside its component."""
    around = explore(_Part(graph, (node,), component.__contains__))
    back = ((around.path(here), edge) for here in around.nodes for edge in around.edges[here] if edge.target == node)
    path, last = next(back)
    return (*path, last)


def _components(graph: Graph[N, E], within: Iterable[N]) -> Iterator[frozenset[N]]:
    """The strongly connected components of the nodes in `within` (Tarjan 1972, without recursion)."""
    inside = dict.fromkeys(within)
    index: dict[N, int] = {}
    low: dict[N, int] = {}
    stack: dict[N, None] = {}
    for root in inside:
        if root in index:
            continue
        calls: list[tuple[N, Iterator[N]]] = [_enter(graph, root, inside, index, low, stack)]
        while calls:
            node, targets = calls[-1]
            target = next((each for each in targets if each not in index or each in stack), None)
            if target is None:
                calls.pop()
                if calls:
                    low[calls[-1][0]] = min(low[calls[-1][0]], low[node])
                if low[node] == index[node]:
                    yield _leave(node, stack)
            elif target in index:
                low[node] = min(low[node], index[target])
            else:
                calls.append(_enter(graph, target, inside, index, low, stack))


def _enter(
    graph: Graph[N, E], node: N, inside: dict[N, None], index: dict[N, int], low: dict[N, int], stack: dict[N, None]
) -> tuple[N, Iterator[N]]:
    index[node] = low[node] = len(index)
    stack[node] = None
    return node, iter([edge.target for edge in graph.edges[node] if edge.target in inside])


def _leave(node: N, stack: dict[N, None]) -> frozenset[N]:
    members = []
    while node in stack:
        members.append(stack.popitem()[0])
    return frozenset(members)
