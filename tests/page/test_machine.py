"""The drawing holds every state, and the explorer every verdict of the stepper."""

from __future__ import annotations

from lifecycle.model.machine import step
from lifecycle.model.table import ROWS, Act, State
from lifecycle.page.machine import BOX, HEIGHT, WIDTH, drawing, explorer
from lifecycle.page.tables import Words
from lifecycle.teaching.lives import events_for, situations


def test_every_state_and_every_row_that_moves_is_drawn() -> None:
    made = drawing()
    assert {each["name"] for each in made["states"]} == set(State)
    arrows = {(each["from"], each["to"]) for each in made["arrows"]}
    assert arrows == {(row.state, row.target) for row in ROWS if row.state is not row.target}


def test_no_two_boxes_touch_and_all_are_inside() -> None:
    states = drawing()["states"]
    for place, one in enumerate(states):
        assert BOX[0] / 2 <= one["x"] <= WIDTH - BOX[0] / 2
        assert BOX[1] / 2 <= one["y"] <= HEIGHT - BOX[1] / 2
        for two in states[place + 1 :]:
            assert abs(one["x"] - two["x"]) > BOX[0] or abs(one["y"] - two["y"]) > BOX[1]


def test_every_offer_is_the_steppers_verdict() -> None:
    words = Words()
    found = explorer(words)
    assert found["nodes"][found["start"]]["state"] == State.DRAFTED
    for node, draft in zip(found["nodes"], situations().values(), strict=True):
        for (_, to, place), event in zip(node["offers"], events_for(Act, draft.council), strict=True):
            verdict = step(draft, event)
            if verdict.step:
                assert found["nodes"][to]["state"] == verdict.draft.state
                assert words.texts[place] == [cite.key for cite in verdict.step.row.cites]
            else:
                assert (to, words.texts[place]) == (-1, verdict.explain())
