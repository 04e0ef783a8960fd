"""Rows by state and act, and what is still to come from each state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lifecycle.checking.properties import Past
from lifecycle.checking.rows import Rows
from lifecycle.model.proposals import TABLES
from lifecycle.model.table import ROWS, Act, State

DAY = date(2017, 11, 16)
TEXT = Rows.of(ROWS, DAY)


def test_every_row_has_its_place() -> None:
    found = [row for acts in TEXT.ways.values() for way in acts.values() for row in way.rows]
    assert sorted(row.name for row in found) == sorted(row.name for row in ROWS)


def test_a_row_that_is_not_yet_law_is_left_out() -> None:
    later = [replace(row, valid_from=date(2020, 1, 1)) if row.act is Act.LAPSE else row for row in ROWS]
    acts = {act for ways in Rows.of(later, DAY).ways.values() for act in ways}
    assert Act.LAPSE not in acts
    assert Act.LAPSE in {act for ways in Rows.of(later, date(2020, 1, 1)).ways.values() for act in ways}


def test_what_may_still_come_is_what_some_run_of_rows_holds() -> None:
    assert TEXT.ahead[State.VOTED] == {Act.ANNOUNCE, State.VOTED, State.ADOPTED, State.VETOED, State.FAILED}
    assert TEXT.ahead[State.ADOPTED] == {State.ADOPTED}
    assert TEXT.ahead[State.DRAFTED] == {row.act for row in ROWS} | set(State)


def test_notes_are_kept_while_some_later_act_is_judged_by_them() -> None:
    past = Past(submitted=True, spare=2)
    assert TEXT.still_noted(past, State.WITHDRAWN) == past
    assert TEXT.still_noted(past, State.VOTED) == Past()
    assert Rows.of(ROWS, DAY, forget=False).still_noted(past, State.VOTED) == past


def test_the_tables_of_all_forms_can_be_indexed() -> None:
    assert all(Rows.of(rows, DAY).ways for rows in TABLES.values())
