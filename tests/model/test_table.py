"""The table as a table: complete, closed, cited, and shaped as the Council's procedure is.

Knows walks over rows, guards left aside. Refuses to step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from lifecycle.model.guards import And, Compare, Const, Expr, Field, Not, Or, Value, fields_of
from lifecycle.model.proposals import TABLES
from lifecycle.model.rules import Outcome
from lifecycle.model.table import (
    CLAIMS,
    DOMAINS,
    ENDS,
    FIELDS,
    FROM_MENTION,
    INFERABLE,
    PENDING,
    ROWS,
    Act,
    Condition,
    Row,
    State,
)

VOTED_ENDS = {State.ADOPTED, State.VETOED, State.FAILED}


def reachable(start: State, rows: Iterable[Row] = ROWS) -> set[State]:
    found, size = {start}, 0
    table = tuple(rows)
    while len(found) > size:
        size = len(found)
        found |= {row.target for row in table if row.state in found}
    return found


def without(gone: Callable[[Row], bool]) -> list[Row]:
    return [row for row in ROWS if not gone(row)]


def test_every_row_has_a_name_of_its_own() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    assert "voted--announce--vetoed" in {row.name for row in ROWS}


def test_every_state_and_every_act_is_in_some_row() -> None:
    assert reachable(State.DRAFTED) == set(State)
    assert {row.act for table in TABLES.values() for row in table} == set(Act)
    assert set(Act) - {row.act for row in ROWS} == {Act.OBJECT}


def test_a_guard_reads_declared_fields_and_every_field_is_read() -> None:
    rows = {row for table in TABLES.values() for row in table}
    read = {name for row in rows for condition in row.guard for name in fields_of(condition.test)}
    assert read == set(FIELDS)
    assert set(FIELDS) >= set(DOMAINS) >= CLAIMS


def test_a_field_is_compared_only_with_values_it_can_have() -> None:
    for row in ROWS:
        for condition in row.guard:
            for name, value in constants_in(condition.test):
                assert value in DOMAINS.get(name, (value,))


def constants_in(expr: Expr) -> Iterator[tuple[str, Value]]:
    match expr:
        case Compare(left=Field(name=name), right=Const(value=value)):
            yield name, value
        case Not(part=part):
            yield from constants_in(part)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from constants_in(part)


def test_only_an_announcement_has_more_than_one_way_to_go() -> None:
    ways = Counter((row.state, row.act) for row in ROWS)
    assert {pair: count for pair, count in ways.items() if count > 1} == {(State.VOTED, Act.ANNOUNCE): len(Outcome)}


def test_law_12_nothing_untabled_is_ever_voted_on() -> None:
    # Insisting needs a seconder (its guard), and only a text that was submitted is seconded.
    untabled = reachable(State.DRAFTED, without(lambda row: row.act in {Act.SUBMIT, Act.INSIST}))
    assert not untabled & {State.VOTED, *VOTED_ENDS}
    assert reachable(State.DRAFTED) >= {State.VOTED, *VOTED_ENDS}
    assert not untabled & {row.state for row in ROWS if row.act is Act.SECOND}


def test_law_13_nothing_leaves_an_end_but_a_seconder_insisting() -> None:
    out = {row.name for row in ROWS if row.state in ENDS}
    assert out == {"withdrawn--insist--submitted"}


def test_law_14_nothing_is_withdrawn_once_it_has_been_voted_on() -> None:
    assert not {State.WITHDRAWN, *PENDING} & reachable(State.VOTED)
    assert {row.state for row in ROWS if row.act is Act.WITHDRAW} == set(PENDING)


def test_law_16_nothing_is_adopted_without_a_vote_but_by_that_very_act() -> None:
    into = {(row.state, row.act) for row in ROWS if row.target is State.ADOPTED}
    assert into == {(State.VOTED, Act.ANNOUNCE), (State.SUBMITTED, Act.ADOPT_WITHOUT_VOTE)}
    assert {row.act for row in ROWS if row.target in {State.VETOED, State.FAILED}} == {Act.ANNOUNCE}


def test_law_19_a_silence_is_broken_passes_is_extended_or_gives_way() -> None:
    out = {row.act for row in ROWS if row.state is State.UNDER_SILENCE and row.target is not State.UNDER_SILENCE}
    assert out >= {Act.BREAK_SILENCE, Act.PASS_SILENCE, Act.SUPERSEDE}
    into = {row.act for row in ROWS if row.target is State.UNDER_SILENCE and row.state is not State.UNDER_SILENCE}
    assert into == {Act.PLACE_UNDER_SILENCE}
    assert not any(row.act in {Act.VOTE, Act.ANNOUNCE} for row in ROWS if row.state is State.UNDER_SILENCE)


@pytest.mark.parametrize("state", [state for state in State if state not in ENDS])
def test_every_draft_can_end_but_needs_no_vote_to(state: State) -> None:
    assert reachable(state) & ENDS
    if state is not State.VOTED:
        assert {State.LAPSED, State.SUPERSEDED, State.WITHDRAWN} <= reachable(state)


def test_a_submitted_text_may_be_revised_for_ever_so_that_lapse_is_needed() -> None:
    assert any(row.state is row.target is State.SUBMITTED and row.act is Act.REVISE for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_and_every_condition_is_cited_and_can_be_said(row: Row) -> None:
    assert row.cites
    for condition in row.guard:
        assert condition.cites
        assert condition.words
        assert "(" not in condition.words


def test_a_condition_that_reads_well_is_printed_from_its_expression() -> None:
    (said,) = {c for row in ROWS for c in row.guard if row.target is State.VETOED and fields_of(c.test) <= CLAIMS}
    assert said.words == "announced is unsaid or announced is vetoed"
    assert Condition(said.test, said.cites, "a veto").words == "a veto"


def test_a_row_is_law_between_its_days_both_included() -> None:
    row = replace(ROWS[0], valid_from=date(1966, 1, 1), valid_to=date(1966, 12, 31))
    days = (date(1965, 12, 31), date(1966, 1, 1), date(1966, 12, 31), date(1967, 1, 1))
    assert [row.valid_on(day) for day in days] == [False, True, True, False]
    assert replace(row, valid_to=None).valid_on(date(2026, 1, 1))
    assert replace(row, valid_from=None).valid_on(date(1946, 1, 17))


def test_the_words_of_the_annotation_guide_lead_to_acts() -> None:
    assert len(FROM_MENTION) == 11
    assert {word for word, act in FROM_MENTION.items() if act is Act.ANNOUNCE} == set(Outcome)
    assert len(set(FROM_MENTION.values())) == 11 - len(Outcome) + 1


def test_what_may_be_inferred_is_routine_and_ends_nothing() -> None:
    assert list(INFERABLE) == sorted(INFERABLE, key=list(Act).index)
    assert not ENDS & {row.target for row in ROWS if row.act in INFERABLE}
