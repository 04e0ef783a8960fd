"""The JSON document holds the whole table: the rows can be built from it again."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from lifecycle.export.document import document, tree
from lifecycle.export.outline import outline
from lifecycle.model.charter import CITATIONS
from lifecycle.model.council import council_on
from lifecycle.model.guards import And, Compare, Const, Count, Expr, Field, Not, Or, Term
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import ROWS, Act, Row, State

DAY = date(2016, 10, 8)
COUNTS = {
    count.name: count
    for count in (
        *(Count("all", ballots) for ballots in ("yes", "no", "not_yes")),
        *(Count("veto_holders", ballots) for ballots in ("yes", "no", "not_yes")),
    )
}


@pytest.fixture(scope="module")
def written() -> Any:
    return json.loads(json.dumps(document(outline(council_on(DAY), rule_on(DAY)))))


def expression(value: Any) -> Expr:
    """A guard from its tree."""
    match value:
        case ["not", part]:
            return Not(expression(part))
        case ["and", *parts]:
            return And(tuple(map(expression, parts)))
        case ["or", *parts]:
            return Or(tuple(map(expression, parts)))
        case [op, left, right]:
            return Compare(term(left), op, term(right))
    raise AssertionError(value)


def term(value: Any) -> Term:
    if isinstance(value, dict):
        return COUNTS.get(value["field"], Field(value["field"]))
    return Const(value)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_can_be_built_again(row: Row, written: Any) -> None:
    entry = next(each for each in written["rows"] if each["name"] == row.name)
    assert (State(entry["state"]), Act(entry["event"]), State(entry["target"])) == (row.state, row.act, row.target)
    assert [expression(part["test"]) for part in entry["guard"]] == [condition.test for condition in row.guard]
    assert [CITATIONS[key] for key in entry["cites"]] == list(row.cites)
    assert [[CITATIONS[key] for key in part["cites"]] for part in entry["guard"]] == [
        list(condition.cites) for condition in row.guard
    ]
    assert (entry["valid_from"], entry["valid_to"]) == (None, None)


def test_the_rest_is_said_in_the_tables_order(written: Any) -> None:
    assert [each["name"] for each in written["states"]] == [state.value for state in State]
    assert [each["name"] for each in written["rows"]] == [row.name for row in ROWS]
    assert written["matters"][Kind.ICJ_ELECTION]["required"] == 8
    assert written["matters"][Kind.SUBSTANTIVE]["veto_counts"] is True
    assert {key for row in written["rows"] for key in row["cites"]} <= written["citations"].keys()
    assert set(written["rule"]["cites"]) <= written["citations"].keys()


def test_a_days_of_validity_are_dates() -> None:
    from dataclasses import replace

    row = replace(ROWS[0], valid_from=date(2000, 1, 2))
    found: Any = document(outline(council_on(DAY), rule_on(DAY), (row,)))["rows"]
    assert found[0]["valid_from"] == "2000-01-02"


def test_a_tree_tells_a_word_from_a_field() -> None:
    assert tree(Compare(Field("blocks"), "==", Const("no"))) == ["==", {"field": "blocks"}, "no"]
