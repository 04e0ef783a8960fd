"""The machine as SCXML (W3C Recommendation of 1 September 2015) with the ECMAScript data model: it runs as it stands.

Knows how a row becomes a transition whose `cond` reads the raw counts of the ballots, and what an event must carry.
Refuses to know any row, and to depend on one interpreter: only elements of the Recommendation are used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from lifecycle.export.outline import CASTS, COUNTS, REMEMBERED, Outline, guard, needs, titled
from lifecycle.export.syntax import Syntax, written
from lifecycle.model.guards import Value
from lifecycle.model.rules import Kind
from lifecycle.model.table import FIELDS, Row, State

_SAID = "function said(event, name) { var data = event.data || {}; return name in data ? data[name] : 'unsaid'; }"


def scxml(outline: Outline) -> str:
    """The machine as one SCXML document."""
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            *_comment(*_opening(outline)),
            '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript"',
            '       name="draft_resolution" initial="life">',
            *_datamodel(outline),
            f"  <script>{_SAID}</script>",
            '  <state id="life">',
            "    <!-- What a draft remembers is set here and not where it is declared: some interpreters declare",
            "         once for every run of the chart. -->",
            "    <initial>",
            f'      <transition target="{outline.rows[0].state}">',
            *(f'        <assign location="{name}" expr={quoteattr(expr)}/>' for name, expr in _memory(outline)),
            "      </transition>",
            "    </initial>",
            *(line for state in outline.states for line in _state(outline, state)),
            "  </state>",
            "</scxml>",
            "",
        )
    )


def _opening(outline: Outline) -> Iterator[str]:
    counts = ", ".join(name for group in outline.groups for name in (group.yes, group.no))
    yield outline.title
    yield from outline.remarks
    yield f"The event {CASTS} carries in its data the ballots of a complete roll:"
    yield f"{counts}; and the kind of matter, {outline.kinds[0]} if unsaid:"
    yield f"{', '.join(outline.kinds)}."
    for name, values in outline.said.items():
        yield f"An event may say {name}, {FIELDS[name]} ({', '.join(map(_constant, values))})."
    for name, acts in REMEMBERED.items():
        for act in (act for act, after in acts.items() if len(after) > 1):
            yield f"The event {act} says whether the draft is {name} afterwards (false if unsaid)."


def _memory(outline: Outline) -> Iterator[tuple[str, str]]:
    yield "kind", f"'{outline.kinds[0]}'"
    for name in REMEMBERED:
        yield name, "false"
    for group in outline.groups:
        yield group.yes, "0"
        yield group.no, "0"
    for name in outline.varying:
        yield name, f"matters[kind].{name}"


def _datamodel(outline: Outline) -> Iterator[str]:
    varying = outline.varying
    yield "  <datamodel>"
    matters = {kind.value: {name: outline.numbers(kind)[name] for name in varying} for kind in Kind}
    yield f'    <data id="matters" expr={quoteattr(json.dumps(matters))}/>'
    for name, value in outline.numbers(Kind.SUBSTANTIVE).items():
        if name not in varying:
            yield f'    <data id="{name}" expr={quoteattr(_constant(value))}/>'
    for name, _ in _memory(outline):
        yield f'    <data id="{name}"/>'
    yield "  </datamodel>"


def _state(outline: Outline, state: State) -> Iterator[str]:
    rows = [row for row in outline.rows if row.state is state]
    if not rows:
        yield f'    <final id="{state}"/>'
        return
    yield f'    <state id="{state}">'
    for row in rows:
        yield from (f"      {line}" for line in _transition(outline, row))
    yield "    </state>"


def _transition(outline: Outline, row: Row) -> Iterator[str]:
    yield from _comment(titled(row), *(f"needs {need}" for need in needs(row)))
    condition = written(guard(row), _syntax(outline)) if row.guard else ""
    cond = f" cond={quoteattr(condition)}" if condition else ""
    opened = f'<transition event="{row.act}"{cond} target="{row.target}"'
    changes = [f'  <assign location="{name}" expr={quoteattr(expr)}/>' for name, expr in _changes(outline, row)]
    if not changes:
        yield f"{opened}/>"
        return
    yield f"{opened}>"
    yield from changes
    yield "</transition>"


def _changes(outline: Outline, row: Row) -> Iterator[tuple[str, str]]:
    for name, acts in REMEMBERED.items():
        after = acts.get(row.act, ())
        if after:
            yield name, _constant(after[0]) if len(after) == 1 else f"said(_event, '{name}') === true"
    if row.act is CASTS:
        for group in outline.groups:
            for count in (group.yes, group.no):
                yield count, f"_event.data.{count}"
        yield "kind", f"said(_event, 'kind') === 'unsaid' ? '{outline.kinds[0]}' : _event.data.kind"
        for name in outline.varying:
            yield name, f"matters[kind].{name}"


def _syntax(outline: Outline) -> Syntax:
    said = outline.said

    def name(field: str) -> str:
        if field in said:
            return f"said(_event, '{field}')"
        return f"({outline.sum(field)})" if field in COUNTS else field

    return Syntax("===", _constant, name)


def _constant(value: Value) -> str:
    return f"'{value}'" if isinstance(value, str) else json.dumps(value)


def _comment(*lines: str) -> Iterator[str]:
    """A comment; XML allows no two hyphens in a row there."""
    text = "\n     ".join(line.replace("--", "- -") for line in lines)
    yield from f"<!-- {text} -->".split("\n")
