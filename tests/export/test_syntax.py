"""Printing and folding change no expression's meaning."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.export.syntax import NEVER, Syntax, folded, in_some, written
from lifecycle.model.guards import (
    ALWAYS,
    And,
    Compare,
    Const,
    Count,
    Expr,
    Field,
    Not,
    Operator,
    Or,
    Value,
    compiled,
)
from lifecycle.testing import guards

NUMBERS, WORDS = ("all_yes", "required"), ("announced",)
_OPERATORS: tuple[Operator, ...] = (">=", "<", "==")
_C = Syntax("==", repr, str)

atoms = st.one_of(
    st.builds(
        Compare,
        st.sampled_from((Count("all", "yes"), Field("required"))),
        st.sampled_from(_OPERATORS),
        st.sampled_from((Const(1), Field("required"))),
    ),
    st.builds(
        Compare, st.just(Field("announced")), st.just("=="), st.sampled_from((Const("adopted"), Const("unsaid")))
    ),
)
expressions = guards(atoms, 8)
SITUATIONS: list[dict[str, Value]] = [
    {"all_yes": yes, "required": required, "announced": said}
    for yes, required, said in product(range(3), range(3), ("adopted", "unsaid", "failed"))
]


def _as_python(text: str) -> str:
    return text.replace("&&", " and ").replace("||", " or ").replace("!(", " not (")


@given(expressions)
def test_what_is_written_means_what_was_meant(expr: Expr) -> None:
    text = _as_python(written(expr, _C))
    assert [bool(eval(text, {}, dict(values))) for values in SITUATIONS] == [
        compiled(expr)(each) for each in SITUATIONS
    ]


@given(expressions, st.sampled_from(SITUATIONS), st.sets(st.sampled_from((*NUMBERS, *WORDS))))
def test_folding_keeps_the_meaning(expr: Expr, values: dict[str, Value], names: set[str]) -> None:
    known = {name: values[name] for name in names}
    assert compiled(folded(expr, known))(values) == compiled(expr)(values)


@given(expressions, st.sampled_from(SITUATIONS))
def test_folding_all_leaves_nothing_to_ask(expr: Expr, values: dict[str, Value]) -> None:
    assert folded(expr, values) in {ALWAYS, NEVER}


@given(expressions, st.sampled_from(SITUATIONS))
def test_in_some_is_any(expr: Expr, values: dict[str, Value]) -> None:
    cases: list[dict[str, Value]] = [{"announced": said} for said in ("adopted", "unsaid")]
    assert compiled(in_some(expr, cases))(values) == any(compiled(expr)({**values, **case}) for case in cases)


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (ALWAYS, "True"),
        (NEVER, "False"),
        (Or((Compare(Field("a"), "==", Const("b")), ALWAYS)), "a == 'b' || True"),
        (Not(And((Compare(Field("a"), "<", Const(1)), Compare(Field("b"), ">=", Const(2))))), "!(a < 1 && b >= 2)"),
        (And((Or((Compare(Field("a"), "<", Const(1)), NEVER)), ALWAYS)), "(a < 1 || False) && True"),
    ],
)
def test_parentheses_stand_where_languages_differ(expr: Expr, text: str) -> None:
    assert written(expr, _C) == text
