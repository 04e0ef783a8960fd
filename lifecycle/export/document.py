"""The machine as one JSON document, for programs that want the table itself.

Knows the keys under which states, events, fields, rows and sources are written, and the form of a guard as a tree.
Refuses to say anything that the outline does not.
"""

from __future__ import annotations

from lifecycle.export.outline import Outline, needs
from lifecycle.model.charter import Citation
from lifecycle.model.guards import And, Compare, Const, Count, Expr, Field, Not, Or, Term
from lifecycle.model.table import ENDS, FIELDS, Condition, Row


def document(outline: Outline) -> dict[str, object]:
    """The outline as values that JSON has; every list in the order of the table."""
    rule = outline.rule
    return {
        "title": outline.title,
        "form": outline.form.value,
        "on": outline.on.isoformat(),
        "rule": {"name": rule.name, "text": rule.text, "seats": rule.seats, "cites": _keys(rule.cites)},
        "matters": {kind.value: outline.numbers(kind) for kind in outline.kinds},
        "groups": [
            {"name": group.name, "size": group.size, "permanent": group.permanent, "may_veto": group.may_veto}
            for group in outline.groups
        ],
        "states": [{"name": state.value, "end": state in ENDS} for state in outline.states],
        "events": [act.value for act in outline.acts],
        "fields": dict(FIELDS),
        "rows": [_row(row) for row in outline.rows],
        "citations": {cite.key: {"says": cite.says, "link": cite.link} for cite in outline.citations},
    }


def _row(row: Row) -> dict[str, object]:
    return {
        "name": row.name,
        "state": row.state.value,
        "event": row.act.value,
        "target": row.target.value,
        "guard": [_condition(condition, words) for condition, words in zip(row.guard, needs(row), strict=True)],
        "cites": _keys(row.cites),
        "valid_from": row.valid_from.isoformat() if row.valid_from else None,
        "valid_to": row.valid_to.isoformat() if row.valid_to else None,
    }


def _condition(condition: Condition, words: str) -> dict[str, object]:
    return {"needs": words, "test": tree(condition.test), "cites": _keys(condition.cites)}


def _keys(cites: tuple[Citation, ...]) -> list[str]:
    return [cite.key for cite in cites]


def tree(expr: Expr | Term) -> object:
    """An expression as nested lists, operator first; a field or count is `{"field": NAME}`, a constant itself.

    >>> tree(Not(Compare(Count("all", "yes"), "<", Const(9))))
    ['not', ['<', {'field': 'all_yes'}, 9]]
    """
    match expr:
        case Const(value=value):
            return value
        case Field(name=name) | Count(name=name):
            return {"field": name}
        case Compare(left=left, op=op, right=right):
            return [op, tree(left), tree(right)]
        case Not(part=part):
            return ["not", tree(part)]
        case And(parts=parts):
            return ["and", *map(tree, parts)]
        case Or(parts=parts):
            return ["or", *map(tree, parts)]
