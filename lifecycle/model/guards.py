"""What a guard may say: a small closed language of conditions over named, finite fields.

Knows the seven forms of expression, how to run one over the values of a situation, and how to say one in English.
Refuses to know what any field means for the Council; names and values come from whoever builds the situation. There
is no form for a lambda and none for text to evaluate, so that every printer (Python here, Promela, ECMAScript and the
page elsewhere) can walk the same tree.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Value = int | str
"""A field's value: a count, a truth value, or a word out of a finite list."""

Values = Mapping[str, Value]

Operator = Literal[">=", "<", "=="]

_OPERATORS: dict[Operator, Callable[[Value, Value], bool]] = {
    ">=": operator.ge,
    "<": operator.lt,
    "==": operator.eq,
}
_OPERATOR_WORDS: dict[Operator, str] = {">=": "at least", "<": "fewer than", "==": ""}


@dataclass(frozen=True, slots=True)
class Const:
    """A value that is always the same."""

    value: Value


@dataclass(frozen=True, slots=True)
class Field:
    """A named field of the situation, read by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many members of a group cast a ballot of a kind: a count over the yes mask or the no mask.

    `members` is everybody on the Council or those who may veto; `ballots` says which mask (`not_yes` is the group
    less its yes).
    """

    members: Literal["all", "veto_holders"]
    ballots: Literal["yes", "no", "not_yes"]

    @property
    def name(self) -> str:
        """The name under which a situation holds this count.

        >>> Count("veto_holders", "no").name
        'veto_holders_no'
        """
        return f"{self.members}_{self.ballots}"


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values held against each other."""

    left: Term
    op: Operator
    right: Term


@dataclass(frozen=True, slots=True)
class And:
    """Every part holds."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Expr


Term = Const | Field | Count
Expr = Compare | And | Or | Not

ALWAYS: Expr = And(())


def is_(name: str, value: Value = True) -> Compare:
    """The condition that field `name` has `value`; without a value, that it is true."""
    return Compare(Field(name), "==", Const(value))


def fields_of(expr: Expr | Term) -> frozenset[str]:
    """The names of all fields and counts that `expr` reads.

    >>> sorted(fields_of(And((is_("seconded"), Compare(Count("all", "yes"), ">=", Field("required"))))))
    ['all_yes', 'required', 'seconded']
    """
    match expr:
        case Const():
            return frozenset()
        case Field(name=name) | Count(name=name):
            return frozenset((name,))
        case Compare(left=left, right=right):
            return fields_of(left) | fields_of(right)
        case Not(part=part):
            return fields_of(part)
        case And(parts=parts) | Or(parts=parts):
            return frozenset().union(*map(fields_of, parts))


def compiled(expr: Expr) -> Callable[[Values], bool]:
    """`expr` as a function of a situation's values; it raises KeyError on a field the situation does not hold.

    >>> compiled(Not(is_("seconded")))({"seconded": False})
    True
    """
    match expr:
        case Compare(left=left, op=op, right=Const(value=value)) if not isinstance(left, Const):
            test, read = _OPERATORS[op], _term(left)
            return lambda values: test(read(values), value)
        case Compare(left=left, op=op, right=right):
            test, first, second = _OPERATORS[op], _term(left), _term(right)
            return lambda values: test(first(values), second(values))
        case Not(part=part):
            inner = compiled(part)
            return lambda values: not inner(values)
        case And(parts=parts):
            return _every(tuple(map(compiled, parts)))
        case Or(parts=parts):
            return _some(tuple(map(compiled, parts)))


def _every(tests: tuple[Callable[[Values], bool], ...]) -> Callable[[Values], bool]:
    """Nested two by two: a loop over a handful of tests would take longer than the tests."""
    if len(tests) < 2:
        return tests[0] if tests else lambda values: True
    first, rest = tests[0], _every(tests[1:])
    return lambda values: first(values) and rest(values)


def _some(tests: tuple[Callable[[Values], bool], ...]) -> Callable[[Values], bool]:
    if len(tests) < 2:
        return tests[0] if tests else lambda values: False
    first, rest = tests[0], _some(tests[1:])
    return lambda values: first(values) or rest(values)


def _term(term: Term) -> Callable[[Values], Value]:
    if isinstance(term, Const):
        constant = term.value
        return lambda values: constant
    return operator.itemgetter(term.name)


def in_words(expr: Expr) -> str:
    """`expr` as an English condition; the names of fields are the words of the sentence.

    >>> in_words(Compare(Count("all", "yes"), ">=", Field("required")))
    'yes votes at least votes needed'
    """
    match expr:
        case Compare(left=left, op="==", right=Const(value=bool(value))):
            return _words(left) if value else f"not {_words(left)}"
        case Compare(left=left, op="==", right=right):
            return f"{_words(left)} is {_words(right)}"
        case Compare(left=left, op=op, right=right):
            return f"{_words(left)} {_OPERATOR_WORDS[op]} {_words(right)}"
        case Not(part=part):
            return f"not ({in_words(part)})"
        case And(parts=parts):
            return " and ".join(map(_grouped, parts)) or "always"
        case Or(parts=parts):
            return " or ".join(map(_grouped, parts)) or "never"


def _grouped(expr: Expr) -> str:
    return f"({in_words(expr)})" if isinstance(expr, And | Or) else in_words(expr)


def with_values(expr: Expr, values: Values) -> str:
    """The values that decide `expr` in this situation, each once, in the order of the expression.

    >>> with_values(Compare(Count("all", "yes"), ">=", Field("required")), {"all_yes": 8, "required": 9})
    'yes votes: 8, votes needed: 9'
    """
    seen: dict[str, str] = {}
    _collect(expr, values, seen)
    return ", ".join(f"{words}: {value}" for words, value in seen.items())


def _collect(expr: Expr | Term, values: Values, seen: dict[str, str]) -> None:
    match expr:
        case Field(name=name) | Count(name=name):
            value = values[name]
            seen.setdefault(_words(expr), {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value))
        case Compare(left=left, right=right):
            _collect(left, values, seen)
            _collect(right, values, seen)
        case Not(part=part):
            _collect(part, values, seen)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                _collect(part, values, seen)
        case Const():
            pass


_COUNT_WORDS = {
    "all_yes": "yes votes",
    "all_no": "no votes",
    "veto_holders_no": "noes of members who may veto",
    "veto_holders_not_yes": "members who may veto and did not vote yes",
}


def _words(term: Term) -> str:
    match term:
        case Const(value=value):
            return str(value)
        case Count(name=name):
            return _COUNT_WORDS.get(name, name.replace("_", " "))
        case Field(name="required"):
            return "votes needed"
        case Field(name=name):
            return name.replace("_", " ")
