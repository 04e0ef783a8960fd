"""Guards: running one, reading its fields, and saying it, against a second evaluator written differently.

Knows expressions over two invented fields. Refuses to know any guard of the table.
"""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Term,
    Values,
    compiled,
    fields_of,
    in_words,
    is_,
    with_values,
)
from lifecycle.testing import guards

OPERATORS: tuple[Operator, ...] = (">=", "<", "==")
SITUATIONS: tuple[Values, ...] = tuple({"a": a, "b": b, "all_yes": n} for a, b, n in product(range(3), repeat=3))
TERMS: st.SearchStrategy[Term] = st.one_of(
    st.builds(Const, st.integers(0, 2)),
    st.builds(Field, st.sampled_from("ab")),
    st.just(Count("all", "yes")),
)
LEAVES: st.SearchStrategy[Expr] = st.builds(Compare, TERMS, st.sampled_from(OPERATORS), TERMS)
EXPRESSIONS = guards(LEAVES, 6)


def as_python(expr: Expr | Term) -> str:
    """The expression as Python text: the second road, for tests alone."""
    match expr:
        case Const(value=value):
            return repr(value)
        case Field(name=name) | Count(name=name):
            return name
        case Compare(left=left, op=op, right=right):
            return f"({as_python(left)} {op} {as_python(right)})"
        case Not(part=part):
            return f"(not {as_python(part)})"
        case And(parts=parts):
            return f"all([{', '.join(map(as_python, parts))}])"
        case Or(parts=parts):
            return f"any([{', '.join(map(as_python, parts))}])"


@given(EXPRESSIONS)
def test_a_compiled_guard_says_what_python_says_in_every_situation(expr: Expr) -> None:
    test = compiled(expr)
    for values in SITUATIONS:
        assert test(values) == eval(as_python(expr), {}, dict(values))


@given(EXPRESSIONS)
def test_the_fields_of_a_guard_are_all_it_reads(expr: Expr) -> None:
    test, fields = compiled(expr), fields_of(expr)
    for values in SITUATIONS:
        assert test({name: values[name] for name in fields}) == test(values)


@given(EXPRESSIONS)
def test_a_negation_reads_the_same_fields_and_says_the_opposite(expr: Expr) -> None:
    assert fields_of(Not(expr)) == fields_of(expr)
    assert all(compiled(Not(expr))(values) != compiled(expr)(values) for values in SITUATIONS)


@given(EXPRESSIONS)
def test_the_values_told_are_the_fields_read(expr: Expr) -> None:
    told = with_values(expr, SITUATIONS[0])
    assert len(told.split(", ") if told else []) == len(fields_of(expr))


def test_an_empty_conjunction_always_holds_and_an_empty_choice_never() -> None:
    assert compiled(ALWAYS)({})
    assert not compiled(Or(()))({})
    assert (in_words(ALWAYS), in_words(Or(()))) == ("always", "never")


def test_a_field_the_situation_lacks_is_an_error_and_never_false() -> None:
    with pytest.raises(KeyError):
        compiled(is_("missing"))({"a": 1})


def test_a_word_compared_with_a_number_is_an_error_and_never_false() -> None:
    with pytest.raises(TypeError):
        compiled(Compare(Field("a"), ">=", Const("nine")))({"a": 1})


@pytest.mark.parametrize(
    ("expr", "words"),
    [
        (is_("seconded"), "seconded"),
        (is_("seconded", False), "not seconded"),
        (is_("by_sponsor", "no"), "by sponsor is no"),
        (Not(is_("seconded")), "not (seconded)"),
        (Compare(Count("all", "yes"), "<", Const(9)), "yes votes fewer than 9"),
        (Compare(Count("veto_holders", "no"), ">=", Const(1)), "noes of members who may veto at least 1"),
        (And((is_("x"), Or((is_("y"), is_("z"))))), "x and (y or z)"),
    ],
)
def test_a_guard_reads_as_english(expr: Expr, words: str) -> None:
    assert in_words(expr) == words


def test_the_values_that_decide_are_told_once_and_in_order() -> None:
    twice = And((Compare(Count("all", "yes"), ">=", Field("required")), is_("seconded"), is_("required", 9)))
    told = with_values(twice, {"all_yes": 8, "required": 9, "seconded": False})
    assert told == "yes votes: 8, votes needed: 9, seconded: no"
