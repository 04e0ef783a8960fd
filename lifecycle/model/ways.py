"""Which rows lead on from a state, found fast.

Knows the rows of every state and act on a day, the fields their guards read, and each guard as a function. Refuses to
know what is in the table, and has never heard of a draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from lifecycle.model.guards import And, Values, compiled, fields_of
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.table import DOMAINS, Act, Row, State


@dataclass(frozen=True, slots=True)
class Ways:
    """The rows of one state and act on one day, and what their guards read off the draft and the event.

    `free` is the row that nothing can stop: the only one, and it has no guard.
    """

    rows: tuple[Row, ...]
    reads: tuple[str, ...]
    free: Row | None


# A question of every single step, so the answer is kept; the days of a long replay are many, hence the bound.
@lru_cache(maxsize=1 << 16)
def ways_on(day: date, form: Form, state: State, act: Act) -> Ways:
    """The ways to step from `state` on `act` in the table of `form`, on the Council's day."""
    rows = tuple(row for row in _index(form).get((state, act), ()) if row.valid_on(day))
    reads = frozenset().union(*(fields_of(condition.test) for row in rows for condition in row.guard))
    return Ways(rows, tuple(sorted(reads & DOMAINS.keys())), rows[0] if len(rows) == 1 and not rows[0].guard else None)


@cache
def acts_in(form: Form, state: State) -> tuple[Act, ...]:
    """The acts that have a row in `state`, whatever their guards say, in the order of a life."""
    return tuple(act for act in Act if (state, act) in _index(form))


@cache
def _index(form: Form) -> Mapping[tuple[State, Act], tuple[Row, ...]]:
    rows: defaultdict[tuple[State, Act], list[Row]] = defaultdict(list)
    for row in TABLES[form]:
        rows[row.state, row.act].append(row)
    return {key: tuple(value) for key, value in rows.items()}


@cache
def guard_of(row: Row) -> Callable[[Values], bool]:
    """The row's guard as one function of a situation's values."""
    return compiled(And(tuple(condition.test for condition in row.guard)))


def holds(row: Row, found: Iterable[Values]) -> bool:
    """Whether `row` is enabled in at least one of the situations that are possible."""
    return any(map(guard_of(row), found))
