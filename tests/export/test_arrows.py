"""A picture leaves nothing out and says nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lifecycle.export.arrows import BOXES, Arrow, Box, arrows, boxes
from lifecycle.export.outline import Outline, outline
from lifecycle.model.council import council_on
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.rules import rule_on
from lifecycle.model.table import PENDING, ROWS, Act, Row, State

DAY = date(2016, 10, 8)


def drawn(rows: tuple[Row, ...] = ROWS) -> Outline:
    return outline(council_on(DAY), rule_on(DAY), rows)


def states_of(source: State | Box) -> tuple[State, ...]:
    return source.states if isinstance(source, Box) else (source,)


@pytest.mark.parametrize("form", Form)
def test_every_row_is_drawn_exactly_once(form: Form) -> None:
    found = arrows(outline(council_on(DAY), rule_on(DAY), form=form))
    assert sorted(row.name for arrow in found for row in arrow.rows) == sorted(row.name for row in TABLES[form])


@pytest.mark.parametrize("arrow", arrows(drawn()), ids=lambda arrow: arrow.rows[0].name)
def test_an_arrow_says_what_each_of_its_rows_says(arrow: Arrow) -> None:
    assert sorted(states_of(arrow.source)) == sorted(row.state for row in arrow.rows)
    for row in arrow.rows:
        assert row.target is (arrow.target or row.state)
        assert (row.act, row.guard, row.cites) == (arrow.rows[0].act, arrow.rows[0].guard, arrow.rows[0].cites)


def test_what_holds_before_any_vote_is_drawn_once() -> None:
    lapsing = [arrow for arrow in arrows(drawn()) if arrow.rows[0].act is Act.LAPSE]
    assert [(arrow.source, arrow.target) for arrow in lapsing] == [(BOXES[0], State.LAPSED)]
    assert BOXES[0].states == PENDING


def test_a_row_that_says_something_else_is_drawn_apart() -> None:
    rows = tuple(
        replace(row, valid_from=date(2000, 1, 1)) if row.name == "postponed--lapse--lapsed" else row for row in ROWS
    )
    lapsing = [arrow for arrow in arrows(drawn(rows)) if arrow.rows[0].act is Act.LAPSE]
    assert [arrow.cites for arrow in lapsing if arrow.source is State.POSTPONED] == ["[modelling; from 2000-01-01]"]
    assert {arrow.source for arrow in lapsing} == {BOXES[1], State.SUBMITTED, State.POSTPONED}


def test_a_box_holds_only_states_that_are_there() -> None:
    amendment = outline(council_on(DAY), rule_on(DAY), form=Form.AMENDMENT)
    assert [(box.name, box.states) for box in boxes(amendment)] == [
        ("before_any_vote", (State.DRAFTED, State.SUBMITTED))
    ]
    assert boxes(drawn()) == BOXES


def test_boxes_lie_inside_each_other_or_apart() -> None:
    for box in BOXES:
        assert set(box.states) <= set(BOXES[0].states)
        for other in BOXES:
            common = set(box.states) & set(other.states)
            assert common in (set(), set(box.states), set(other.states))
