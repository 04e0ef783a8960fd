"""The machine as a Mermaid state diagram, which many sites draw from the text as it stands.

Knows the few forms that every Mermaid draws: states with lines below their name, and arrows. A set of states is drawn
as one state that stands for each of them, because Mermaid allows no arrow between insides of two nested states.
Refuses to know the rows. The drawing of the `transitions` library is not used; `dot` says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lifecycle.export.arrows import Arrow, Box, arrows
from lifecycle.export.outline import Outline
from lifecycle.model.table import State


def mermaid(outline: Outline) -> str:
    """The diagram as Mermaid text."""
    drawn = arrows(outline)
    boxes = dict.fromkeys(arrow.source for arrow in drawn if isinstance(arrow.source, Box))
    ends = {row.target for row in outline.rows} - {row.state for row in outline.rows}
    return "\n".join(
        (
            f"%% {outline.title}",
            "stateDiagram-v2",
            *(f"  {line}" for state in outline.states for line in _state(state, drawn)),
            *(f"  {line}" for box in boxes for line in _box(box, drawn)),
            f"  [*] --> {outline.rows[0].state}",
            *(f"  {_name(arrow.source)} --> {arrow.target} : {_said(arrow)}" for arrow in drawn if arrow.target),
            *(f"  {state} --> [*]" for state in outline.states if state in ends),
            "",
        )
    )


def _state(state: State, drawn: Iterable[Arrow]) -> Iterator[str]:
    yield f'state "{state.replace("_", " ")}" as {state}'
    yield from _staying(state, state, drawn)


def _box(box: Box, drawn: Iterable[Arrow]) -> Iterator[str]:
    yield f'state "{box.title}" as {box.name}'
    yield f"{box.name} : stands for {', '.join(state.replace('_', ' ') for state in box.states)}"
    yield from _staying(box.name, box, drawn)


def _staying(name: str, where: State | Box, drawn: Iterable[Arrow]) -> Iterator[str]:
    for arrow in drawn:
        if arrow.source == where and arrow.target is None:
            yield f"{name} : {_said(arrow)}"


def _name(source: State | Box) -> str:
    return source.name if isinstance(source, Box) else source.value


def _said(arrow: Arrow) -> str:
    """The act, its sources and its conditions; a semicolon or a colon would end the line for some versions."""
    text = "<br/>".join((f"{arrow.act} {arrow.cites}", *(f"needs {need}" for need in arrow.needs)))
    return text.replace(";", ",").replace(":", ",")
