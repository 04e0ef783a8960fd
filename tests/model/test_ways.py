"""Finding rows: nothing of the table is lost on the way, and a guard alone is what it is with others.

Knows the tables as lists of rows. Refuses to step.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from lifecycle.model.guards import And, Values, compiled, fields_of
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.table import DOMAINS, ROWS, Act, State
from lifecycle.model.ways import acts_in, guard_of, holds, ways_on

DAY = date(2016, 10, 8)


@pytest.mark.parametrize("form", Form)
def test_every_row_is_found_from_its_state_and_act(form: Form) -> None:
    found = [row for state, act in product(State, Act) for row in ways_on(DAY, form, state, act).rows]
    assert sorted(row.name for row in found) == sorted(row.name for row in TABLES[form])
    assert set(found) == set(TABLES[form])


@pytest.mark.parametrize("form", Form)
def test_the_acts_of_a_state_are_those_of_its_rows_in_the_order_of_a_life(form: Form) -> None:
    for state in State:
        acts = acts_in(form, state)
        assert set(acts) == {row.act for row in TABLES[form] if row.state is state}
        assert list(acts) == sorted(acts, key=list(Act).index)


def test_what_is_read_is_what_the_guards_name() -> None:
    ways = ways_on(DAY, Form.TEXT, State.VOTED, Act.ANNOUNCE)
    assert len(ways.rows) == 3
    named = {name for row in ways.rows for c in row.guard for name in fields_of(c.test)}
    assert set(ways.reads) == named & set(DOMAINS)
    assert list(ways.reads) == sorted(ways.reads)
    assert ways_on(DAY, Form.TEXT, State.SUBMITTED, Act.AMEND).reads == ()


def test_a_row_holds_where_one_situation_satisfies_every_condition() -> None:
    (row,) = (row for row in ROWS if row.name == "withdrawn--insist--submitted")
    right: Values = {"seconded": True, "by_seconder": "yes"}
    wrong: tuple[Values, ...] = (
        {"seconded": False, "by_seconder": "yes"},
        {"seconded": True, "by_seconder": "no"},
    )
    assert guard_of(row)(right)
    assert holds(row, (*wrong, right))
    assert not holds(row, wrong)
    assert not holds(row, ())
    for values in (right, *wrong):
        assert compiled(And(tuple(c.test for c in row.guard)))(values) == (values == right)


def test_a_row_is_free_where_it_is_alone_and_nothing_stops_it() -> None:
    free = {state: ways_on(DAY, Form.TEXT, state, Act.WITHDRAW).free for state in State}
    assert set(free.values()) == {None}
    amended = ways_on(DAY, Form.TEXT, State.SUBMITTED, Act.AMEND)
    assert (amended.free,) == amended.rows
    assert ways_on(DAY, Form.TEXT, State.VOTED, Act.ANNOUNCE).free is None
