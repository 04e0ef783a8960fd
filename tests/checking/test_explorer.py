"""One loop for every order of search, on systems small enough to count by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest

from lifecycle.checking import explorer
from lifecycle.checking.explorer import BreadthFirst, DepthFirst, Frontier, Shuffled, explore


@dataclass(frozen=True)
class Move:
    """One step of the walker."""

    name: str
    target: tuple[int, int]


class Grid:
    """A walker from (0, 0) to the right, up, or two to the right at once; the way is a maze only in its edges."""

    def __init__(self, size: int) -> None:
        self.size = size

    def initial(self) -> Iterable[tuple[int, int]]:
        return [(0, 0)]

    def edges(self, node: tuple[int, int]) -> Sequence[Move]:
        x, y = node
        found = [Move("right", (x + 1, y)), Move("up", (x, y + 1)), Move("jump", (x + 2, y))]
        return [move for move in found if max(move.target) < self.size]


ORDERS = [BreadthFirst, DepthFirst, lambda: Shuffled(1)]


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_reaches_the_same_states_by_the_same_edges(order: type[Frontier]) -> None:
    graph = explore(Grid(5), order())
    assert set(graph.nodes) == {(x, y) for x in range(5) for y in range(5)}
    assert sum(map(len, graph.edges.values())) == 2 * 5 * 4 + 5 * 3


def test_breadth_first_finds_a_shortest_way_and_depth_first_need_not() -> None:
    """To (4, 4): two jumps and four steps up."""
    assert len(explore(Grid(5)).path((4, 4))) == 6
    assert len(explore(Grid(5), DepthFirst()).path((4, 4))) >= 6
    depths = {(x, y): -(-x // 2) + y for x in range(5) for y in range(5)}
    graph = explore(Grid(5))
    assert {node: len(graph.path(node)) for node in graph.nodes} == depths
    assert all(depths[a] <= depths[b] for a, b in pairwise(graph.nodes))


def test_a_path_leads_there_edge_by_edge() -> None:
    graph = explore(Grid(4), Shuffled(7))
    for node in graph.nodes:
        here = graph.start_of(node)
        for edge in graph.path(node):
            assert edge in graph.edges[here]
            here = edge.target
        assert here == node


def test_a_seed_fixes_the_order() -> None:
    assert explore(Grid(6), Shuffled(3)).nodes == explore(Grid(6), Shuffled(3)).nodes
    assert explore(Grid(6), Shuffled(3)).nodes != explore(Grid(6), Shuffled(4)).nodes


def test_progress_is_told_as_states_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer, "EVERY", 10)
    told: list[int] = []
    assert len(explore(Grid(6), progress=told.append).nodes) == 36
    assert told == [10, 20, 30]
