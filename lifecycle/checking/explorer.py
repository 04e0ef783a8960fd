"""Every state that can be reached, by one loop.

Knows how to walk any system of states and edges in the order its frontier gives them out, and how to find the way back
to where it began: the first way found, which is a shortest one if the frontier is first in, first out. Refuses to know
what a state is, and to judge any.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Generic, Protocol, TypeVar

N = TypeVar("N", bound=Hashable)
"""A state."""


class Leads(Protocol):
    """What the loop asks of an edge: where it leads, a state of the same system."""

    @property
    def target(self) -> Any:
        """The state at its end."""


E = TypeVar("E", bound=Leads)


F = TypeVar("F", bound=Leads, covariant=True)


class System(Protocol[N, F]):
    """What can be explored. `edges` must always give the same edges in the same order."""

    def initial(self) -> Iterable[N]:
        """The states to begin with."""

    def edges(self, node: N) -> Sequence[F]:
        """The edges out of a state."""


@dataclass(frozen=True, slots=True)
class Graph(Generic[N, E]):
    """What was reached, in the order in which it was reached, and by which edge first (None: it was begun with)."""

    nodes: tuple[N, ...]
    edges: dict[N, Sequence[E]]
    came_by: dict[N, tuple[N, E] | None]

    def path(self, node: N) -> tuple[E, ...]:
        """The edges by which `node` was first reached."""
        found: list[E] = []
        step = self.came_by[node]
        while step is not None:
            node, edge = step
            found.append(edge)
            step = self.came_by[node]
        return tuple(reversed(found))

    def start_of(self, node: N) -> N:
        """The state from which `node` was first reached."""
        while (step := self.came_by[node]) is not None:
            node = step[0]
        return node


class Frontier(Protocol):
    """What waits to be looked into; `pop` decides the order of the search."""

    def append(self, node: Any, /) -> None:
        """Let a state wait."""

    def pop(self) -> Any:
        """The next state to look into. Raises IndexError if none waits."""

    def __len__(self) -> int:
        """How many wait."""


class BreadthFirst(deque[Any]):
    """First in, first out: every state is reached on a shortest way."""

    def pop(self) -> Any:  # type: ignore[override]
        """The one that has waited longest."""
        return self.popleft()


class DepthFirst(list[Any]):
    """Last in, first out: one life is followed to its end before the next."""


class Shuffled(list[Any]):
    """Any of those waiting, as the seed has it."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._random = Random(seed)

    def pop(self) -> Any:  # type: ignore[override]
        """One drawn at random, in constant time."""
        place = self._random.randrange(len(self))
        self[place], self[-1] = self[-1], self[place]
        return super().pop()


EVERY = 20_000
"""How many states lie between two calls of `progress`."""


def explore(
    system: System[N, E], frontier: Frontier | None = None, progress: Callable[[int], None] | None = None
) -> Graph[N, E]:
    """Look into every state that `system` can reach, in the order of `frontier` (breadth first).

    `progress` is told how many states have been found, now and then.
    """
    waiting: Frontier = BreadthFirst() if frontier is None else frontier
    edges: dict[N, Sequence[E]] = {}
    came_by: dict[N, tuple[N, E] | None] = {}
    for node in system.initial():
        if node not in came_by:
            came_by[node] = None
            waiting.append(node)
    while waiting:
        here: N = waiting.pop()
        found = edges[here] = system.edges(here)
        for edge in found:
            target = edge.target
            if target not in came_by:
                came_by[target] = (here, edge)
                waiting.append(target)
                if progress and len(came_by) % EVERY == 0:
                    progress(len(came_by))
    return Graph(tuple(came_by), edges, came_by)
