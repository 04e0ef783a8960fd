"""A guard in the syntax of another language, and a guard made shorter by what is known already.

Knows how each form of expression is written once the words of a language are given, and how constants are folded
without changing what an expression means. Refuses to know any guard, and which language asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lifecycle.model.guards import (
    ALWAYS,
    And,
    Compare,
    Const,
    Count,
    Expr,
    Field,
    Not,
    Or,
    Term,
    Value,
    Values,
    compiled,
    fields_of,
)

NEVER: Expr = Or(())


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a language writes a comparison for equality, a constant, and a name that a guard reads.

    And, or, not, `>=` and `<` look alike in all languages that are printed here.
    """

    equals: str
    constant: Callable[[Value], str]
    name: Callable[[str], str]


def written(expr: Expr, syntax: Syntax) -> str:
    """`expr` in `syntax`, with parentheses wherever two languages could read it differently.

    >>> plain = Syntax("==", str, str)
    >>> written(Not(Compare(Count("all", "yes"), "<", Field("required"))), plain)
    '!(all_yes < required)'
    """
    match expr:
        case Compare(left=left, op=op, right=right):
            return f"{_term(left, syntax)} {syntax.equals if op == '==' else op} {_term(right, syntax)}"
        case Not(part=part):
            return f"!({written(part, syntax)})"
        case And(parts=parts):
            return " && ".join(_grouped(part, syntax) for part in parts) or syntax.constant(True)
        case Or(parts=parts):
            return " || ".join(_grouped(part, syntax) for part in parts) or syntax.constant(False)


def _grouped(expr: Expr, syntax: Syntax) -> str:
    text = written(expr, syntax)
    return f"({text})" if isinstance(expr, And | Or) and len(expr.parts) > 1 else text


def _term(term: Term, syntax: Syntax) -> str:
    match term:
        case Const(value=value):
            return syntax.constant(value)
        case Field(name=name) | Count(name=name):
            return syntax.name(name)


def folded(expr: Expr, known: Values) -> Expr:
    """`expr` where the fields in `known` have those values, and no part is left that is always or never true.

    >>> folded(And((Compare(Field("a"), "==", Const(1)), Compare(Field("b"), "<", Const(2)))), {"a": 1})
    Compare(left=Field(name='b'), op='<', right=Const(value=2))
    """
    match expr:
        case Compare():
            if fields_of(expr) <= known.keys():
                return ALWAYS if compiled(expr)(known) else NEVER
            return Compare(_known(expr.left, known), expr.op, _known(expr.right, known))
        case Not(part=part):
            inner = folded(part, known)
            return NEVER if inner == ALWAYS else ALWAYS if inner == NEVER else Not(inner)
        case And(parts=parts):
            return _joined(And, (folded(part, known) for part in parts), neutral=ALWAYS, decisive=NEVER)
        case Or(parts=parts):
            return _joined(Or, (folded(part, known) for part in parts), neutral=NEVER, decisive=ALWAYS)


def _known(term: Term, known: Values) -> Term:
    return Const(known[term.name]) if isinstance(term, Field) and term.name in known else term


def _joined(form: type[And] | type[Or], parts: Iterable[Expr], *, neutral: Expr, decisive: Expr) -> Expr:
    kept = tuple(dict.fromkeys(part for part in parts if part != neutral))
    if decisive in kept:
        return decisive
    return kept[0] if len(kept) == 1 else form(kept)


def in_some(expr: Expr, cases: Iterable[Values]) -> Expr:
    """The expression that holds where `expr` holds in at least one of `cases`."""
    return folded(Or(tuple(folded(expr, case) for case in cases)), {})
