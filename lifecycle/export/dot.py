"""The machine as a picture for Graphviz.

Knows how boxes, states and arrows are written in DOT, with every condition and citation in sight. Refuses to place
anything: Graphviz does. The drawing of the `transitions` library is not used, since it draws every row as an arrow of
its own, marks a current state, and has no place for a source; a test compares its arrows with these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from lifecycle.export.arrows import BOXES, Arrow, Box, arrows, boxes
from lifecycle.export.outline import Outline
from lifecycle.model.table import State

_LINE = '<BR ALIGN="LEFT"/>'
_PADDED = '<TABLE BORDER="0" CELLPADDING="4"><TR><TD>{}</TD></TR></TABLE>'
_OUTSIDE = "#fbfaf7"
_FILL = {State.ADOPTED: "#d8ecd8", State.VETOED: "#f4d6d2", State.FAILED: "#f3e3c8", State.VOTED: "#dbe6f4"}


def dot(outline: Outline) -> str:
    """The picture as a DOT file."""
    drawn, boxed = arrows(outline), boxes(outline)
    outer = boxed[:1]
    return "\n".join(
        (
            "digraph draft_resolution {",
            '  graph [compound=true, nodesep=0.35, ranksep=0.6, labelloc=t, fontname="Helvetica",',
            f'         label="{outline.title}"];',
            '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="Helvetica", fontsize=11];',
            '  edge [fontname="Helvetica", fontsize=9, color="#555555"];',
            '  start [shape=point, width=0.15, label=""];',
            *(line for box in outer for line in _box(box, boxed, drawn, "  ")),
            *(f"  {_node(state, drawn)}" for state in outline.states if not any(state in box.states for box in outer)),
            f"  start -> {outline.rows[0].state};",
            *(f"  {line}" for line in _edges(drawn)),
            "}",
            "",
        )
    )


def _box(box: Box, boxed: tuple[Box, ...], drawn: Iterable[Arrow], margin: str) -> Iterator[str]:
    inside = [other for other in boxed if set(other.states) < set(box.states)]
    direct = [other for other in inside if not any(set(other.states) < set(more.states) for more in inside)]
    held = {state for other in direct for state in other.states}
    yield f"{margin}subgraph cluster_{box.name} {{"
    yield f'{margin}  graph [style="rounded,filled", color="#999999", fillcolor="{_OUTSIDE}", fontsize=10,'
    # Arrows come in from above wherever a life does not begin: a title there would be crossed.
    place = "t" if State.DRAFTED in box.states else "b"
    yield f"{margin}         labeljust=l, labelloc={place}, label=<{_label(box.title, box, drawn)}>];"
    for other in direct:
        yield from _box(other, boxed, drawn, margin + "  ")
    for state in box.states:
        if state not in held:
            yield f"{margin}  {_node(state, drawn)}"
    yield f"{margin}}}"


def _node(state: State, drawn: Iterable[Arrow]) -> str:
    ends = not any(arrow.source is state or _holds(arrow.source, state) for arrow in drawn)
    extra = f', fillcolor="{_FILL[state]}"' if state in _FILL else ""
    return (
        f"{state} [label=<{_label(state.replace('_', ' '), state, drawn)}>{extra}{', peripheries=2' if ends else ''}];"
    )


def _holds(source: State | Box, state: State) -> bool:
    return isinstance(source, Box) and state in source.states


def _label(title: str, where: State | Box, drawn: Iterable[Arrow]) -> str:
    """The name, and below it what can happen without leaving."""
    staying = [_said(arrow) for arrow in drawn if arrow.source == where and arrow.target is None]
    return f"<B>{escape(title)}</B>" + "".join(f"{_LINE}{line}" for line in staying) + (_LINE if staying else "")


def _said(arrow: Arrow) -> str:
    lines = (f"<B>{escape(arrow.act)}</B> {_small(arrow.cites)}", *(_small(f"needs {need}") for need in arrow.needs))
    return _LINE.join(lines)


def _small(text: str) -> str:
    return f'<FONT POINT-SIZE="8">{escape(text)}</FONT>'


def _edges(drawn: Iterable[Arrow]) -> Iterator[str]:
    """One edge for all that leads from one place to another."""
    moving = sorted((arrow for arrow in drawn if arrow.target), key=_ends)
    for _, same in groupby(moving, key=_ends):
        together = tuple(same)
        source, target = together[0].source, together[0].target
        tail = source.states[-1] if isinstance(source, Box) else source
        label = _PADDED.format(_LINE.join(map(_said, together)) + _LINE)
        yield f"{tail} -> {target} [{_placed(source, target)}label=<{label}>];"


def _placed(source: State | Box, target: State | None) -> str:
    """An arrow out of a box begins at its border; one that goes back inside the largest box pulls nothing up."""
    if isinstance(source, Box):
        return f"ltail=cluster_{source.name}, "
    order = BOXES[0].states
    back = source in order and target in order and order.index(target) < order.index(source)
    return "constraint=false, " if back else ""


def _ends(arrow: Arrow) -> tuple[str, str]:
    source = arrow.source
    return source.name if isinstance(source, Box) else source.value, str(arrow.target)
