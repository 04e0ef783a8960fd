"""Holding every law against a rule and a table.

Knows what is explored by default (texts of every kind, any roll), how states and edges are counted so that another
engine can count them too, and the document that a check prints. Refuses to explore and to judge itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lifecycle.checking.explorer import Graph, explore
from lifecycle.checking.judge import Shown, judge
from lifecycle.checking.laws import LAWS
from lifecycle.checking.properties import Law
from lifecycle.checking.system import CASTING, Edge, Life, Node, Start, starts
from lifecycle.checking.traces import trace_of
from lifecycle.errors import nearest_names, refuse
from lifecycle.model.council import Council, Member
from lifecycle.model.machine import Trace
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.rules import Rule
from lifecycle.model.table import ROWS, Row

TEXTS = (Form.TEXT,)


@dataclass(frozen=True)
class Report:
    """A rule and a table, explored and judged."""

    life: Life
    graph: Graph[Node, Edge]
    shown: tuple[Shown, ...]

    @cached_property
    def states(self) -> int:
        """How many states a draft can be in: its place, and the class of its roll once ballots are cast."""
        return len({(node.place, node.roll) for node in self.graph.nodes if node.roll != CASTING})

    @cached_property
    def edges(self) -> int:
        """How many steps there are: state, row, state. A vote is as many as there are classes of rolls."""
        found: set[tuple[int, int, Row, int, int]] = set()
        for node, edges in self.graph.edges.items():
            found.update((node.place, node.roll, e.row, e.target.place, e.target.roll) for e in edges if e.row)
        votes = sum(each[-1] == CASTING for each in found)
        return len(found) - votes + votes * len(self.life.classes)

    @property
    def ok(self) -> bool:
        """Whether every law holds."""
        return all(shown.ok for shown in self.shown)

    @property
    def broken(self) -> tuple[Shown, ...]:
        """The laws that do not hold, those with the shortest life to show it first."""
        return tuple(sorted((s for s in self.shown if not s.ok), key=lambda s: (s.start is None, len(s.path))))

    def trace(self, shown: Shown) -> Trace | None:
        """The life that shows it, once round the loop if it goes round; None where there is none to show."""
        return None if shown.start is None else trace_of(self.life, shown.start, (*shown.path, *shown.loop))

    def to_json(self) -> dict[str, object]:
        """The document that `check --json` prints."""
        return {
            "rule": self.life.rule.name,
            "states": self.states,
            "edges": self.edges,
            "laws": [
                {
                    "id": shown.law.id,
                    "text": shown.law.text,
                    "kind": shown.law.mode,
                    "ok": shown.ok,
                    "trace": [step.to_json() for step in trace.steps] if (trace := self.trace(shown)) else None,
                }
                for shown in self.shown
            ],
        }


def check(
    council: Council,
    rule: Rule,
    tables: Mapping[Form, tuple[Row, ...]] = TABLES,
    begin: Sequence[Start] = starts(TEXTS),
    laws: Iterable[Law] = LAWS,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Explore every life that begins at `begin` under `rule`, by `tables`, and hold `laws` against them.

    Under a rule with obligatory abstention one permanent member is a party to the dispute. Raises InputError for a
    rule made for another number of seats.
    """
    life = Life(council, rule, tables, begin, parties_to(rule, council))
    graph = explore(life, progress=progress)
    return Report(life, graph, judge(life, graph, laws))


def parties_to(rule: Rule, council: Council) -> tuple[Member, ...]:
    """The parties to the dispute, where it matters that there is one: a permanent member, whose veto is at stake."""
    return council.permanent[:1] if rule.obligatory_abstention else ()


def without(names: Iterable[str], tables: Mapping[Form, tuple[Row, ...]] = TABLES) -> dict[Form, tuple[Row, ...]]:
    """The tables with the rows of these names taken out. Raises InputError with the nearest for one unknown."""
    gone = set(names)
    known = {row.name for rows in tables.values() for row in rows}
    for name in sorted(gone - known):
        message = f"there is no row {name!r} in the table; a row is named STATE--ACT--TARGET, as in {ROWS[0].name!r}"
        raise refuse("unknown-row", message, nearest=nearest_names(name, sorted(known)))
    return {form: tuple(row for row in rows if row.name not in gone) for form, rows in tables.items()}
