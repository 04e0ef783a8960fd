"""Faults put into the table and the rule on purpose, one at a time, to see whether a law notices.

Knows how each row and each field of a rule can be wrong: a row dropped, its target changed, a condition dropped, turned
round or moved by one; a number one up or down, a switch turned. Knows what becomes of a mutant: a law kills it, the
model refuses it, or it is the same machine in other words. Refuses to decide how many may survive; that is a test's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from lifecycle.checking.check import parties_to
from lifecycle.checking.explorer import explore
from lifecycle.checking.judge import judge
from lifecycle.checking.laws import LAWS
from lifecycle.checking.properties import Law, Mode
from lifecycle.checking.rolls import Abstraction, RollClass
from lifecycle.checking.system import Life, Node, Start, starts
from lifecycle.errors import InputError
from lifecycle.model.council import Council
from lifecycle.model.guards import And, Compare, Expr, Not, Or
from lifecycle.model.presets import checked
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.rules import Blocks, Kind, Rule
from lifecycle.model.table import Condition, Row, State

Tables = Mapping[Form, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: its name, and the table and rule that have it. `form` is where, None for a fault of the rule."""

    name: str
    rule: Rule
    tables: Tables
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a mutant: the law that killed it, why it was refused, or that it is equivalent; or none of it."""

    mutant: Mutant
    killed_by: str | None = None
    refused: str | None = None
    equivalent: bool = False

    @property
    def survived(self) -> bool:
        """Whether nothing noticed the fault, though it makes another machine."""
        return not (self.killed_by or self.refused or self.equivalent)


def row_mutants(rule: Rule, form: Form, targets: int = len(State) - 1) -> Iterator[Mutant]:
    """Every row of a form's table, dropped, led elsewhere, and with each condition wrong in each way.

    `targets` is the number of other states it is led to: those after its own, in the order of a life.
    """
    rows = TABLES[form]
    for row in rows:
        for name, wrong in _wrong_rows(row, targets):
            changed = tuple(wrong if each is row else each for each in rows if wrong or each is not row)
            yield Mutant(f"{row.name}: {name}", rule, {**TABLES, form: tuple(filter(None, changed))}, form)


def _wrong_rows(row: Row, targets: int) -> Iterator[tuple[str, Row | None]]:
    yield "dropped", None
    states = tuple(State)
    here = states.index(row.target)
    for state in (*states[here + 1 :], *states[:here])[:targets]:
        yield f"to {state}", replace(row, target=state)
    for place, condition in enumerate(row.guard):
        rest = (*row.guard[:place], *row.guard[place + 1 :])
        yield f"without {condition.words}", replace(row, guard=rest)
        for word, test in (("not", Not(condition.test)), *(("moved", each) for each in moved(condition.test))):
            wrong = Condition(test, condition.cites, condition.says)
            yield f"{word} {condition.words}", replace(row, guard=(*rest, wrong))


def moved(test: Expr) -> Iterator[Expr]:
    """`test` with one comparison in it moved by one: at least becomes more than, fewer than becomes at most."""
    match test:
        case Compare(left=left, op=">=", right=right):
            yield And((test, Not(Compare(left, "==", right))))
        case Compare(left=left, op="<", right=right):
            yield Or((test, Compare(left, "==", right)))
        case Not(part=part):
            yield from map(Not, moved(part))
        case And(parts=parts):
            yield from (And((*parts[:n], m, *parts[n + 1 :])) for n, part in enumerate(parts) for m in moved(part))
        case Or(parts=parts):
            yield from (Or((*parts[:n], m, *parts[n + 1 :])) for n, part in enumerate(parts) for m in moved(part))


def rule_mutants(rule: Rule, council: Council) -> Iterator[Mutant]:
    """Every field of a rule that decides anything, wrong in each way; what it is called and cites decides nothing."""
    holders = tuple(member.name for member in rule.veto_holders(council))
    override = rule.override or rule.seats + 1
    faults: dict[str, tuple[Any, ...]] = {
        "seats": (rule.seats - 1, rule.seats + 1),
        "majority": (rule.majority - 1, rule.majority + 1),
        "review_majority": (rule.review_majority - 1, rule.review_majority + 1),
        "may_veto": ((), *(holders[:n] + holders[n + 1 :] for n in range(len(holders))),
                     (*holders, council.elected[0].name)),
        "blocks": tuple(each for each in Blocks if each is not rule.blocks),
        "vetoes_needed": (rule.vetoes_needed - 1, rule.vetoes_needed + 1),
        "override": (override - 1, override - 2),
        "procedural_veto": (not rule.procedural_veto,),
        "obligatory_abstention": (not rule.obligatory_abstention,),
    }  # fmt: skip
    for field, values in faults.items():
        for value in values:
            change: dict[str, Any] = {field: value}
            yield Mutant(f"{field}: {value}", replace(rule, **change), TABLES)


@lru_cache
def near_the_line(abstraction: Abstraction, needed: frozenset[int]) -> tuple[RollClass, ...]:
    """Rolls near a majority, and near unanimity: every one with so many yes or one more or less, few noes."""
    lines = {yes + more for yes in needed for more in (-1, 0, 1)}
    top = sum(group.size for group in abstraction.groups)
    return tuple(
        each
        for each in abstraction.classes()
        if each.yes in lines | {top, top - 1} and each.no <= 1 and each.permanent_yes >= each.permanent - 1
    )


@dataclass(frozen=True, slots=True)
class Trial:
    """What mutants are tried against: the sound machine on one Council, and the laws that hold of it."""

    council: Council
    rule: Rule
    laws: tuple[Law, ...] = LAWS

    def fate(self, mutant: Mutant) -> Fate:
        """Try a mutant on a few rolls first, where any life that breaks a law is a life of the whole machine too."""
        try:
            checked(mutant.rule, self.council)
            first = self._killer(mutant, quick=True)
            killer = first or self._killer(mutant, quick=False)
        except InputError as error:
            return Fate(mutant, refused=error.problems[0].slug)
        return Fate(mutant, killed_by=killer, equivalent=killer is None and self._same(mutant))

    def _killer(self, mutant: Mutant, *, quick: bool) -> str | None:
        life = self.life(mutant, quick=quick)
        # A case that a few rolls do not show may still happen on another; only the whole machine can tell.
        laws = [law for law in self._holding(mutant.form) if not quick or law.mode is not Mode.SOMETIMES]
        broken = (shown.law.id for shown in judge(life, explore(life), laws) if not shown.ok)
        return next(broken, None)

    def _holding(self, form: Form | None) -> tuple[Law, ...]:
        """The laws that hold of the sound machine in the lives of this form: not every case happens in each."""
        return _holding(self, form)

    def sound(self, form: Form | None) -> Mutant:
        """The machine without a fault, as far as the lives of `form` go."""
        return Mutant("sound", self.rule, TABLES, form)

    def life(self, mutant: Mutant, *, quick: bool) -> Life:
        """What is explored of a mutant: a few lives, or all of its form."""
        parties = parties_to(mutant.rule, self.council)
        classes = None
        if quick:
            numbers = frozenset(self.rule.required(kind) for kind in Kind)
            classes = near_the_line(Abstraction(self.council, mutant.rule, parties), numbers)
        return Life(self.council, mutant.rule, mutant.tables, _begin(mutant, quick=quick), parties, classes)

    def _same(self, mutant: Mutant) -> bool:
        """Whether the mutant reaches the same states by the same acts and decides every roll alike."""
        return self._machine(mutant) == self._machine(self.sound(mutant.form))

    def _machine(self, mutant: Mutant) -> frozenset[tuple[object, ...]]:
        life = self.life(mutant, quick=False)
        graph = explore(life)
        return frozenset(
            (*_told(life, node), edge.trial, *_told(life, edge.target))
            for node, edges in graph.edges.items()
            for edge in edges
        )


@cache
def _holding(trial: Trial, form: Form | None) -> tuple[Law, ...]:
    life = trial.life(trial.sound(form), quick=False)
    return tuple(shown.law for shown in judge(life, explore(life), trial.laws) if shown.ok)


def _begin(mutant: Mutant, *, quick: bool) -> tuple[Start, ...]:
    """A fault in a table shows in the lives of that form, most of them in those of the first kind of matter."""
    found = starts((mutant.form or Form.TEXT,))
    return tuple(start for start in found if start.kind is found[0].kind) if quick else found


def _told(life: Life, node: Node) -> tuple[object, ...]:
    """A state as it can be told in both machines; the ballots by the raw counts."""
    draft = life.places[node.place]
    these = life.classes[node.roll] if node.roll >= 0 else None
    raw = (these.permanent_yes, these.permanent_no, these.yes, these.no) if these else node.roll
    return draft.form, draft.kind, draft.state, draft.sponsors, draft.seconders, draft.silence_until, raw
