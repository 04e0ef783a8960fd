"""Days that are not known yet, and what binds them together.

Knows variables whose values are days, constraints between two of them, and how to narrow every variable until nothing
more follows. Refuses to know what a day is the day of.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Window = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Within:
    """The day of `event` lies in one of the windows that `windows` gives for the day of `article`."""

    article: int
    event: int
    windows: Callable[[int], tuple[Window, ...]]

    def narrow(self, days: list[frozenset[int]]) -> tuple[frozenset[int], frozenset[int]]:
        """The two domains without days that have no partner."""
        events = days[self.event]
        kept: set[int] = set()
        reached: set[int] = set()
        for day in days[self.article]:
            for first, last in self.windows(day):
                found = events.intersection(range(first, last + 1))
                if found:
                    kept.add(day)
                    reached |= found
        return frozenset(kept), frozenset(reached)

    @property
    def ends(self) -> tuple[int, int]:
        """The two variables."""
        return self.article, self.event


@dataclass(frozen=True, slots=True)
class NotAfter:
    """The day of `first` is not after the day of `second`."""

    first: int
    second: int

    def narrow(self, days: list[frozenset[int]]) -> tuple[frozenset[int], frozenset[int]]:
        """The two domains without days that have no partner."""
        first, second = days[self.first], days[self.second]
        if not first or not second:
            return first, second
        low, high = min(first), max(second)
        return frozenset(d for d in first if d <= high), frozenset(d for d in second if d >= low)

    @property
    def ends(self) -> tuple[int, int]:
        """The two variables."""
        return self.first, self.second


@dataclass(frozen=True, slots=True)
class SameDay:
    """Both happened on one day."""

    first: int
    second: int

    def narrow(self, days: list[frozenset[int]]) -> tuple[frozenset[int], frozenset[int]]:
        """What the two domains share, for both."""
        shared = days[self.first] & days[self.second]
        return shared, shared

    @property
    def ends(self) -> tuple[int, int]:
        """The two variables."""
        return self.first, self.second


Bond = Within | NotAfter | SameDay


@dataclass(slots=True)
class DayNet:
    """Variables by number, each with the days still possible, and the bonds that were accepted."""

    days: list[frozenset[int]] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
    _at: list[list[int]] = field(default_factory=list)

    def variable(self, days: Iterable[int]) -> int:
        """A new variable that can be any of `days`."""
        self.days.append(frozenset(days))
        self._at.append([])
        return len(self.days) - 1

    def bind(self, bond: Bond) -> bool:
        """Accept `bond` and all that follows; if some variable is left without a day, refuse it and change nothing."""
        before = list(self.days)
        place = len(self.bonds)
        self.bonds.append(bond)
        for end in bond.ends:
            self._at[end].append(place)
        if self._settle([place]):
            return True
        self.days = before
        self.bonds.pop()
        for end in bond.ends:
            self._at[end].remove(place)
        return False

    def keep(self, variable: int, days: Iterable[int]) -> bool:
        """Narrow a variable to `days` with all that follows; if nothing is left somewhere, change nothing."""
        before = list(self.days)
        narrowed = self.days[variable].intersection(days)
        if narrowed == self.days[variable]:
            return True
        self.days[variable] = narrowed
        if narrowed and self._settle(self._at[variable]):
            return True
        self.days = before
        return False

    def _settle(self, waiting: Iterable[int]) -> bool:
        """Narrow along bonds until nothing changes; False as soon as a variable has no day left."""
        queue, queued = deque(waiting), set(waiting)
        while queue:
            place = queue.popleft()
            queued.discard(place)
            bond = self.bonds[place]
            for end, kept in zip(bond.ends, bond.narrow(self.days), strict=True):
                if not kept:
                    return False
                if len(kept) < len(self.days[end]):
                    self.days[end] = kept
                    fresh = [other for other in self._at[end] if other not in queued]
                    queue.extend(fresh)
                    queued.update(fresh)
        return True

    def window(self, variable: int) -> Window:
        """The first and the last day that a variable can be."""
        return min(self.days[variable]), max(self.days[variable])

    def copy(self) -> DayNet:
        """The same net, to try something on."""
        return DayNet(list(self.days), list(self.bonds), [list(places) for places in self._at])
