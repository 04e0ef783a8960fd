"""A table of rows, indexed for exploring.

Knows which rows lead on from a state on a day, what is worth trying there, and what a draft and an observer need still
remember in it. Refuses to run any row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lifecycle.checking.places import MEMORY, Trial, alive, axes_of, backwards, trials
from lifecycle.checking.properties import Past
from lifecycle.model.table import Act, Row, State

_ASKS_FOR_A_SUBMISSION = frozenset((Act.VOTE, Act.ADOPT_WITHOUT_VOTE))
_ASKS_FOR_A_SECOND = frozenset((Act.INSIST, State.WITHDRAWN))
_EVERYTHING = frozenset(memory.attribute for memory in MEMORY)


@dataclass(frozen=True, slots=True)
class Way:
    """The rows of one state and act, and what is worth trying on them."""

    rows: tuple[Row, ...]
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table by state and act. `living` is what may still be read of a draft; `ahead` the acts and states to come."""

    ways: Mapping[State, Mapping[Act, Way]]
    living: Mapping[State, frozenset[str]]
    ahead: Mapping[State, frozenset[Act | State]]

    @classmethod
    def of(cls, rows: Iterable[Row], day: date, *, forget: bool = True) -> Rows:
        """The rows that are law on `day`; without `forget` everything counts as still needed."""
        valid = tuple(row for row in rows if row.valid_on(day))
        axes = axes_of(valid)
        ways: dict[State, dict[Act, Way]] = {}
        for state, act in dict.fromkeys((row.state, row.act) for row in valid):
            these = tuple(row for row in valid if (row.state, row.act) == (state, act))
            ways.setdefault(state, {})[act] = Way(these, trials(act, axes))
        if not forget:
            return cls(ways, dict.fromkeys(State, _EVERYTHING), dict.fromkeys(State, frozenset((*Act, *State))))
        return cls(ways, alive(valid), _ahead(valid))

    def still_noted(self, past: Past, state: State) -> Past:
        """What an observer still needs of `past` in `state`: nothing that no later act is judged by."""
        ahead = self.ahead[state]
        return Past(
            past.submitted and not ahead.isdisjoint(_ASKS_FOR_A_SUBMISSION),
            0 if ahead.isdisjoint(_ASKS_FOR_A_SECOND) else past.spare,
        )


def _ahead(rows: tuple[Row, ...]) -> dict[State, frozenset[Act | State]]:
    """For each state what some run of rows out of it can hold, itself included."""
    itself: dict[State, frozenset[Act | State]] = {state: frozenset((state,)) for state in State}
    return backwards(rows, itself, lambda row, later: later | {row.act})
