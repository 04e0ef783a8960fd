"""The machine as Promela, for the model checker SPIN, with laws that are written by hand.

Knows how a row becomes one atomic step of a process, how a complete roll is chosen as counts of ballots, and what the
laws may name. Refuses to write a law: `laws.pml` and `witnesses.pml` stand in this folder, are written from the sources
they cite and are appended as they are, so that they can disagree with the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from lifecycle.export.outline import CASTS, COUNTS, REMEMBERED, Outline, answers, guard, needs, titled
from lifecycle.export.syntax import Syntax, folded, in_some, written
from lifecycle.model import charter
from lifecycle.model.guards import ALWAYS, Expr, Value
from lifecycle.model.rules import Kind
from lifecycle.model.table import Act, Row, State

_USE = """\
 * One law:      spin -a FILE && cc -O1 -o pan pan.c && ./pan -a -N NAME
 * A law whose name begins with fairly_ assumes that time goes on (weak fairness): ./pan -a -f -N NAME
 * An example:   the same after spin -DWITNESSES -a FILE; an error is what is wanted, and its trail is the example
 * The states:   spin -o2 -DBARE -a FILE && cc -O1 -DSAFETY -DNOREDUCE -DNOCLAIM -o pan pan.c && ./pan"""


def promela(outline: Outline) -> str:
    """The machine, the laws and the witnesses as one Promela file."""
    return "\n".join(
        (
            f"/* {outline.title}",
            *(f" * {remark}" for remark in outline.remarks),
            " * What an event says of itself (who does it, which day it is) is whatever lets it happen.",
            _USE,
            " */",
            *_names(outline),
            *_variables(outline),
            *_roll(outline),
            *_processes(outline),
            "#if defined(WITNESSES)",
            _beside("witnesses.pml"),
            "#elif !defined(BARE)",
            _beside("laws.pml"),
            "#endif",
            "",
        )
    )


def _beside(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").rstrip()


def _names(outline: Outline) -> Iterator[str]:
    yield f"#define ON {outline.on:%Y%m%d}"
    yield f"#define SEATS {outline.rule.seats}"
    yield from _mtype("state", State)
    yield from _mtype("event", Act)
    yield from _mtype("kind", Kind)


def _mtype(name: str, values: Iterable[str]) -> Iterator[str]:
    yield f"mtype:{name} = {{ {', '.join(values)} }};"


def _variables(outline: Outline) -> Iterator[str]:
    yield ""
    yield "mtype:state state;"
    yield "mtype:kind kind;"
    for name in REMEMBERED:
        yield f"bool {name};"
    for group in outline.groups:
        yield f"byte {group.yes}, {group.no};  /* of {group.size} members */"
    numbers, varying = outline.numbers(Kind.SUBSTANTIVE), outline.varying
    for name, value in numbers.items():
        if name in varying:
            yield f"{'bool' if isinstance(value, bool) else 'byte'} {name};"
        elif not isinstance(value, str):
            yield f"#define {name} {_constant(value)}"
    yield from _sums(outline)
    yield "#ifdef BARE"
    yield "#define took(e) skip"
    yield "#else"
    yield "mtype:event event;  /* the last one: laws read it, no guard does */"
    yield "#define took(e) event = e"
    yield "#endif"


def _sums(outline: Outline) -> Iterator[str]:
    """The counts that guards name; and, where a group is parted by the veto, the whole group's."""
    for count in COUNTS:
        yield f"#define {count} ({outline.sum(count)})"
    for name, permanent in (("permanent", True), ("elected", False)):
        parts = [group for group in outline.groups if group.permanent is permanent]
        if [part.name for part in parts] != [name]:
            for ballot in ("yes", "no"):
                total = " + ".join(f"{part.name}_{ballot}" for part in parts) or "0"
                yield f"#define {name}_{ballot} ({total})"


def _roll(outline: Outline) -> Iterator[str]:
    yield ""
    yield "/* Any complete roll: of each group, how many said yes and how many no. */"
    yield "inline cast() {"
    for group in outline.groups:
        yield f"  select({group.yes} : 0 .. {group.size});"
        yield f"  select({group.no} : 0 .. ({group.size} - {group.yes}));"
    yield "}"


def _processes(outline: Outline) -> Iterator[str]:
    """The draft; and, for the rows that nobody takes and time does, a clock that fairness can be asked of."""
    by_time = [row for row in outline.rows if row.cites == (charter.MODELLING,)]
    yield ""
    yield "active proctype draft() {"
    yield "  /* The kind of matter is fixed from the first. */"
    yield "  atomic {"
    yield "    if"
    for kind in outline.kinds:
        values = "; ".join(f"{name} = {_constant(outline.numbers(kind)[name])}" for name in outline.varying)
        yield f"    :: kind = {kind}; {values}".rstrip("; ")
    yield "    fi;"
    yield f"    state = {outline.rows[0].state}"
    yield "  }"
    yield from _loop(outline, [row for row in outline.rows if row not in by_time])
    if by_time:
        yield ""
        yield "active proctype clock() {"
        yield from _loop(outline, by_time)


def _loop(outline: Outline, rows: list[Row]) -> Iterator[str]:
    yield "end:"
    yield "  do"
    for row in rows:
        yield from _step(outline, row)
    yield "  od"
    yield "}"
    yield ""


def _step(outline: Outline, row: Row) -> Iterator[str]:
    said = "\n     ".join((titled(row), *(f"needs {need}" for need in needs(row))))
    yield f"  /* {said} */"
    condition = condition_of(outline, row)
    test = "" if condition == ALWAYS else f" && {_grouped(condition)}"
    yield f"  :: atomic {{ state == {row.state}{test} -> {'; '.join(_changes(row))} }}"


def condition_of(outline: Outline, row: Row) -> Expr:
    """What is left of the row's guard when the event says whatever lets it happen, and words are settled."""
    words = {name: value for name, value in outline.numbers(Kind.SUBSTANTIVE).items() if isinstance(value, str)}
    return in_some(folded(guard(row), words), answers(row, outline.said))


def _grouped(expr: Expr) -> str:
    return f"({written(expr, _SYNTAX)})"


def _changes(row: Row) -> Iterator[str]:
    for name, acts in REMEMBERED.items():
        after = acts.get(row.act, ())
        if len(after) == 1:
            yield f"{name} = {_constant(after[0])}"
        elif after:
            yield "if " + " ".join(f":: {name} = {_constant(value)}" for value in after) + " fi"
    if row.act is CASTS:
        yield "cast()"
    yield f"state = {row.target}"
    yield f"took({row.act})"


def _constant(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_SYNTAX = Syntax("==", _constant, str)
