"""The machine as the page shows it: a drawing of the states, and every situation with what may happen there.

Knows where each state stands in the drawing, and asks the stepper for the verdict on every event in every situation.
Refuses to know the law; rows and refusals are the model's words.
"""

from __future__ import annotations

from typing import Any

from lifecycle.model.machine import step
from lifecycle.model.table import ENDS, ROWS, Act, State
from lifecycle.page.tables import Words
from lifecycle.teaching.lives import START, events_for, node_of, plain, situations

WIDTH, HEIGHT = 980, 380
BOX = (118, 38)
PLACES: dict[State, tuple[int, int]] = {
    State.DRAFTED: (70, 150),
    State.DISCUSSED: (215, 90),
    State.CIRCULATED: (360, 150),
    State.UNDER_SILENCE: (360, 40),
    State.SUBMITTED: (540, 150),
    State.POSTPONED: (540, 40),
    State.VOTED: (710, 150),
    State.ADOPTED: (890, 60),
    State.VETOED: (890, 150),
    State.FAILED: (890, 240),
    State.WITHDRAWN: (215, 330),
    State.SUPERSEDED: (400, 330),
    State.LAPSED: (585, 330),
}
"""The middle of each state's box; talks to the left, ends to the right and below."""


def drawing() -> dict[str, Any]:
    """States and the arrows between them, for the page to draw."""
    arrows = dict.fromkeys((row.state, row.target) for row in ROWS if row.state is not row.target)
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "box": BOX,
        "states": [{"name": state, "x": x, "y": y, "end": state in ENDS} for state, (x, y) in PLACES.items()],
        "arrows": [{"from": first, "to": second} for first, second in arrows],
    }


def explorer(words: Words) -> dict[str, Any]:
    """Every situation, and for each event the situation behind it with its row and sources, or why it is refused."""
    found = situations()
    order = {node: place for place, node in enumerate(found)}
    nodes = []
    for node, draft in found.items():
        offers = []
        for event in events_for(Act, draft.council):
            verdict = step(draft, event)
            label = f"{event.act}{f': {event.roll.tally()}' if event.roll and event.act is Act.VOTE else ''}"
            if verdict.step:
                cites = [cite.key for cite in verdict.step.row.cites]
                offers.append([label, order[node_of(plain(verdict.draft))], words.place(cites)])
            else:
                offers.append([label, -1, words.place(verdict.explain())])
        nodes.append({"state": node.state, "about": node.about, "offers": offers})
    return {"start": order[START], "nodes": nodes}
