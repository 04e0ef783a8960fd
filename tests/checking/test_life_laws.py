"""The laws of a life, each broken by the one change that it is there to catch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lifecycle.checking.check import TEXTS, check
from lifecycle.checking.life_laws import LIFE_LAWS
from lifecycle.checking.system import starts
from lifecycle.model.council import Council
from lifecycle.model.presets import changed_rule
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.table import ROWS, Row, State

SMALL = Council.invented_council(date(2017, 11, 16), ["France", "China"], ["Spain", "Egypt", "Japan"])
RULE = changed_rule(SMALL, {"seats": 5, "majority": 3})
ONE_KIND = tuple(start for start in starts(TEXTS) if start.kind == "substantive")


def broken(rows: tuple[Row, ...]) -> set[str]:
    report = check(SMALL, RULE, {**TABLES, Form.TEXT: rows}, ONE_KIND, LIFE_LAWS)
    return {shown.law.id for shown in report.broken}


def changed(name: str, change: Callable[[Row], Row]) -> tuple[Row, ...]:
    assert name in {row.name for row in ROWS}
    return tuple(change(row) if row.name == name else row for row in ROWS)


def unguarded(row: Row) -> Row:
    return replace(row, guard=())


def to(state: State) -> Callable[[Row], Row]:
    return lambda row: replace(row, target=state)


def test_the_table_as_it_is_breaks_none() -> None:
    assert broken(ROWS) == set()


@pytest.mark.parametrize(
    ("row", "change", "law"),
    [
        ("withdrawn--insist--submitted", unguarded, "insisted-after-a-second"),
        ("withdrawn--insist--submitted", unguarded, "insisted-by-a-seconder"),
        ("withdrawn--insist--submitted", to(State.CIRCULATED), "insisted-is-before-the-council"),
        ("submitted--withdraw--withdrawn", unguarded, "withdrawn-by-a-sponsor"),
        ("submitted--second--submitted", unguarded, "seconder-is-another"),
        ("submitted--second--submitted", unguarded, "seconder-is-a-member"),
        ("submitted--vote--voted", unguarded, "a-member-asks-for-the-vote"),
        ("drafted--discuss--discussed", unguarded, "council-talks-of-what-it-has"),
        ("under_silence--break_silence--circulated", unguarded, "too-late-to-speak"),
        ("under_silence--pass_silence--circulated", unguarded, "too-early-to-agree"),
        ("under_silence--pass_silence--circulated", to(State.ADOPTED), "silence-is-no-vote"),
        ("submitted--amend--submitted", to(State.VOTED), "amended-before-the-vote"),
        ("postponed--resume--submitted", to(State.VOTED), "resumed-is-back"),
        ("circulated--submit--submitted", to(State.DRAFTED), "nothing-unwrites-a-text"),
        ("submitted--adopt_without_vote--adopted", to(State.FAILED), "lost-in-a-vote"),
    ],
)
def test_a_fault_in_a_row_breaks_its_law(row: str, change: Callable[[Row], Row], law: str) -> None:
    assert law in broken(changed(row, change))


@pytest.mark.parametrize(
    ("row", "law"),
    [
        ("submitted--withdraw--withdrawn", "withdrawal-is-open"),
        ("postponed--resume--submitted", "resumption-is-open"),
        ("withdrawn--insist--submitted", "seconder-can-insist"),
        ("drafted--submit--submitted", "tabled-unheard-of"),
        ("submitted--lapse--lapsed", "tabled-texts-end"),
        ("under_silence--pass_silence--circulated", "silence-can-end"),
        ("voted--announce--failed", "votes-are-announced"),
    ],
)
def test_a_row_taken_out_breaks_its_law(row: str, law: str) -> None:
    assert law in broken(tuple(each for each in ROWS if each.name != row))


def test_a_vote_twice_is_seen() -> None:
    again = replace(next(row for row in ROWS if row.name == "submitted--vote--voted"), state=State.FAILED)
    assert {"over-is-over", "no-step-back-from-the-ballots"} <= broken((*ROWS, again))


def test_endless_revision_is_no_end_without_time() -> None:
    """Without lapse, revising for ever is a life that never ends; with it, time leads out."""
    assert {"every-draft-ends"} <= broken(tuple(row for row in ROWS if row.act != "lapse"))
