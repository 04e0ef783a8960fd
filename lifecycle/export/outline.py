"""The machine as every printer of this folder sees it: one outline of the same rows.

Knows which rows are law on the Council's day, and what each name that guards read is to a program: a number of the
rule, a count of ballots, something the draft remembers, or something an event says. Refuses to know any target's
syntax, and to add a state, a row or a condition of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from lifecycle.model.charter import CITATIONS, Citation
from lifecycle.model.council import Council
from lifecycle.model.counting import require_fit, rule_values
from lifecycle.model.guards import And, Compare, Const, Expr, Field, Not, Or, Value, fields_of
from lifecycle.model.proposals import NATURES, TABLES, Form
from lifecycle.model.rules import Kind, Rule
from lifecycle.model.table import Act, Row, State

REMEMBERED: Mapping[str, Mapping[Act, tuple[Value, ...]]] = {
    "seconded": {Act.SECOND: (True,), Act.INSIST: (False, True)},
}
"""What a draft remembers between events, false at first: by act, the values it can have afterwards.

After `insist` the text is still seconded if another seconder is left, which only the event's names can tell.
"""

CASTS = Act.VOTE
"""The act that brings the ballots."""


@dataclass(frozen=True, slots=True)
class Group:
    """Members whose ballots count alike. `size` is how many there are."""

    name: str
    size: int
    permanent: bool
    may_veto: bool

    @property
    def yes(self) -> str:
        """The name under which a program keeps the group's yes votes."""
        return f"{self.name}_yes"

    @property
    def no(self) -> str:
        """The name under which a program keeps the group's noes."""
        return f"{self.name}_no"


@dataclass(frozen=True, slots=True)
class Outline:
    """The law of one day under one rule. `rows` are those of the table that are valid on the day, in its order."""

    on: date
    rule: Rule
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    form: Form = Form.TEXT

    @property
    def title(self) -> str:
        """What is printed, in one line: whose life, on which day, by which rule."""
        rule = self.rule
        words = self.form.replace("_", " ")
        what = "draft resolution of" if self.form is Form.TEXT else f"proposal ({words}) before"
        return (
            f"The life of a {what} the Security Council on {self.on}, under the rule {rule.name} "
            f"({rule.majority} of {rule.seats} votes)"
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """What must be known of the ballots by whoever gives them to a program."""
        if not self.rule.obligatory_abstention:
            return ()
        return (
            "Under this rule a party to the dispute abstains on substantive matters: "
            "the ballots are those that count, its own set aside.",
        )

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of matter that what is put to the vote can be."""
        own = NATURES[self.form].kind
        return (own,) if own else tuple(Kind)

    @property
    def states(self) -> tuple[State, ...]:
        """The states that some row names, in the order of a life."""
        used = {state for row in self.rows for state in (row.state, row.target)}
        return tuple(state for state in State if state in used)

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts that have a row, in the order of a life."""
        used = {row.act for row in self.rows}
        return tuple(act for act in Act if act in used)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sources of the rule, the rows and their conditions, each once, in the order of the charter's list."""
        used = {cite.key for cite in (*self.rule.cites, *(cite for row in self.rows for cite in sources(row)))}
        return tuple(cite for key, cite in CITATIONS.items() if key in used)

    def numbers(self, kind: Kind) -> dict[str, Value]:
        """What the rule itself gives the guards for a matter of `kind`."""
        return rule_values(self.rule, kind)

    @property
    def varying(self) -> tuple[str, ...]:
        """The names of those numbers that are not the same for every kind of matter."""
        first = self.numbers(Kind.SUBSTANTIVE)
        return tuple(name for name in first if any(self.numbers(kind)[name] != first[name] for kind in Kind))

    @property
    def said(self) -> dict[str, tuple[Value, ...]]:
        """By field that an event brings: the answers that guards tell apart, and `unsaid` for any other."""
        found: dict[str, list[Value]] = {}
        for row in self.rows:
            for name, value in compared(guard(row)):
                if name not in REMEMBERED and name not in self.numbers(Kind.SUBSTANTIVE):
                    answers = found.setdefault(name, [])
                    answers.extend([value] if value not in answers else [])
        return {name: _completed(found[name]) for name in sorted(found)}

    def sum(self, count: str) -> str:
        """The count of that name as arithmetic over the groups' counts, as every target writes it.

        Raises KeyError for a name that is not in `COUNTS`.
        """
        members, ballots = COUNTS[count]
        groups = [group for group in self.groups if members == "all" or group.may_veto]
        if ballots == "not_yes":
            return " - ".join((str(sum(group.size for group in groups)), *(group.yes for group in groups)))
        return " + ".join(group.yes if ballots == "yes" else group.no for group in groups) or "0"


COUNTS = {
    f"{members}_{ballots}": (members, ballots)
    for members, ballots in product(("all", "veto_holders"), ("yes", "no", "not_yes"))
}
"""Every count a guard can name: whose ballots, and which."""


def outline(council: Council, rule: Rule, rows: Iterable[Row] | None = None, form: Form = Form.TEXT) -> Outline:
    """The outline of the life of a `form` on the Council's day under `rule`: of `rows`, by default those of its table.

    Raises InputError if the rule is for another number of seats.
    """
    require_fit(rule, council)
    law = tuple(row for row in (TABLES[form] if rows is None else rows) if row.valid_on(council.on))
    return Outline(council.on, rule, _groups(council, rule), law, form)


def _groups(council: Council, rule: Rule) -> tuple[Group, ...]:
    """Permanent and elected members, each set parted in two where only some of it may veto."""
    holders = set(rule.veto_holders(council))
    found = []
    for name, members in (("permanent", council.permanent), ("elected", council.elected)):
        having = [member for member in members if member in holders]
        mixed = 0 < len(having) < len(members)
        for size, may_veto, suffix in (
            (len(having), True, "_with_veto"),
            (len(members) - len(having), False, "_without_veto"),
        ):
            if size:
                found.append(Group(name + suffix if mixed else name, size, name == "permanent", may_veto))
    return tuple(found)


def guard(row: Row) -> Expr:
    """The row's conditions as one expression."""
    return And(tuple(condition.test for condition in row.guard))


def sources(row: Row) -> tuple[Citation, ...]:
    """What the row rests on, then what its conditions do, each once."""
    found = [*row.cites, *(cite for condition in row.guard for cite in condition.cites)]
    return tuple(dict.fromkeys(found))


def compared(expr: Expr) -> Iterator[tuple[str, Value]]:
    """(field, constant) of each comparison of a field with a constant, in the order of the expression.

    >>> list(compared(Not(Compare(Field("deadline"), "==", Const("ahead")))))
    [('deadline', 'ahead')]
    """
    match expr:
        case Compare(left=Field(name=name), right=Const(value=value)):
            yield name, value
        case Compare():
            return
        case Not(part=part):
            yield from compared(part)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from compared(part)


def _completed(answers: list[Value]) -> tuple[Value, ...]:
    if all(isinstance(answer, bool) for answer in answers):
        return (False, True)
    return (*(answer for answer in answers if answer != "unsaid"), "unsaid")


def needs(row: Row) -> Iterator[str]:
    """Each condition of the row in English with its sources, fit to follow "needs"."""
    for condition in row.guard:
        yield f"{condition.words} [{', '.join(cite.key for cite in condition.cites)}]"


def titled(row: Row) -> str:
    """The row as one line: where, what, whereto, by which sources, on which days."""
    cites = ", ".join(cite.key for cite in row.cites)
    return f"{row.state}, {row.act}: {row.target} [{cites}] {days(row)}".rstrip()


def days(row: Row) -> str:
    """The days the row is law, in words; empty for a row without a first or last day."""
    first = f"from {row.valid_from}" if row.valid_from else ""
    last = f"to {row.valid_to}" if row.valid_to else ""
    return " ".join(filter(None, (first, last)))


def answers(row: Row, said: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    """Every combination of what an event can say of the fields that the row's guard reads."""
    names = sorted(fields_of(guard(row)) & said.keys())
    for values in product(*(said[name] for name in names)):
        yield dict(zip(names, values, strict=True))
