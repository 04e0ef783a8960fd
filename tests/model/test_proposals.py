"""Amendments, parts and motions as data: every form complete, its table closed, and like a text where the law is one.

Knows rule 33's order, written here by hand. Refuses to hold a meeting.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.machine import Answer, step
from lifecycle.model.proposals import MOTIONS, NATURES, STOPPING, TABLES, Form, consequence, kind_of
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.model.table import ENDS, ROWS, Act, State

HERE = council_on(date(2023, 12, 22))
CHILDREN = [form for form in Form if form is not Form.TEXT]
ONE_NO = Roll.of(HERE, {Ballot.NO: ["USA"], Ballot.ABSTAIN: ["ALB", "CHE", "GBR", "JPN"]}, Ballot.YES)


def moved(form: Form, **more: object) -> Draft:
    kind = kind_of(form, Kind.SUBSTANTIVE)
    start = Draft("oral", HERE, rule_on(HERE.on), kind, sponsors=("Russian Federation",), form=form, parent="text")
    return replace(step(start, Event(Act.SUBMIT)).draft, **more)  # type: ignore[arg-type]


def test_every_form_has_a_nature_and_a_table() -> None:
    assert set(NATURES) == set(TABLES) == set(Form)
    assert TABLES[Form.TEXT] is ROWS


def test_motions_come_in_the_order_of_rule_33_and_before_the_text() -> None:
    rule_33 = ["suspension", "adjournment", "adjournment_to_a_day", "referral", "postponement"]
    ranked = sorted(NATURES.values(), key=lambda nature: nature.rank)
    assert [nature.form for nature in ranked[:5]] == rule_33
    assert [nature.form for nature in ranked][-3:] == [Form.AMENDMENT, Form.PART, Form.TEXT]
    assert len({nature.rank for nature in ranked}) == len(Form)
    assert {nature.form for nature in ranked if not nature.debated} == {"suspension", "adjournment"}


def test_the_kind_is_the_texts_own_where_the_vote_is_about_the_text() -> None:
    own = {form for form in Form if kind_of(form, None) is None}
    assert own == {Form.TEXT, Form.AMENDMENT, Form.PART}
    assert {kind_of(form, Kind.ADMISSION) for form in own} == {Kind.ADMISSION}
    assert {form for form in Form if kind_of(form, Kind.SUBSTANTIVE) is Kind.PROCEDURAL} == {*STOPPING, *MOTIONS[3:6]}


@pytest.mark.parametrize("form", CHILDREN)
def test_each_table_is_closed_cited_and_without_ambiguous_rows(form: Form) -> None:
    rows = TABLES[form]
    assert len({row.name for row in rows}) == len(rows)
    assert all(row.cites for row in rows)
    here = {State.DRAFTED}
    for _ in rows:
        here |= {row.target for row in rows if row.state in here}
    assert here == {row.state for row in rows} | {row.target for row in rows}
    assert here >= ENDS
    assert {row.name for row in rows if row.state in ENDS} == {"withdrawn--insist--submitted"}


@pytest.mark.parametrize("form", CHILDREN)
def test_a_vote_on_a_proposal_is_decided_by_the_rows_of_a_text(form: Form) -> None:
    announced = {row for row in ROWS if row.act is Act.ANNOUNCE}
    assert {row for row in TABLES[form] if row.act is Act.ANNOUNCE} == announced


@pytest.mark.parametrize("form", CHILDREN)
def test_a_veto_stops_what_is_substantive_and_no_motion(form: Form) -> None:
    voted = step(moved(form), Event(Act.VOTE, roll=ONE_NO)).draft
    end = step(voted, Event(Act.ANNOUNCE)).draft.state
    assert end is (State.ADOPTED if NATURES[form].kind is Kind.PROCEDURAL else State.VETOED)


def test_only_the_mover_of_the_text_can_object_and_only_to_a_vote_on_a_part() -> None:
    assert step(moved(Form.PART), Event(Act.OBJECT)).draft.state is State.LAPSED
    assert step(moved(Form.AMENDMENT), Event(Act.OBJECT)).answer is Answer.UNDECLARED
    voted = step(moved(Form.PART), Event(Act.VOTE, roll=ONE_NO)).draft
    assert not step(voted, Event(Act.OBJECT)).accepted


def test_a_motion_that_was_seconded_can_be_kept_alive_like_a_text() -> None:
    seconded = step(moved(Form.SUSPENSION), Event(Act.SECOND, by=("China",))).draft
    withdrawn = step(seconded, Event(Act.WITHDRAW, by=("Russian Federation",))).draft
    assert step(withdrawn, Event(Act.INSIST, by=("China",))).draft.state is State.SUBMITTED
    alone = step(moved(Form.SUSPENSION), Event(Act.WITHDRAW)).draft
    assert not step(alone, Event(Act.INSIST)).accepted
    assert step(alone, Event(Act.REVISE)).answer is Answer.FINAL


def test_what_follows_from_a_carried_proposal_is_an_act_of_the_text_before_the_council() -> None:
    acts = {nature.form: nature.carried for nature in NATURES.values() if nature.carried}
    assert acts == {"referral": Act.POSTPONE, "postponement": Act.POSTPONE, "amendment": Act.AMEND}
    assert all(any(row.state is State.SUBMITTED and row.act is act for row in ROWS) for act in acts.values())


def test_a_part_that_is_not_retained_changes_the_text_and_a_lost_amendment_does_not() -> None:
    lost = {form: {consequence(form, end) for end in (State.VETOED, State.FAILED)} for form in CHILDREN}
    assert {form: acts for form, acts in lost.items() if acts != {None}} == {Form.PART: {Act.REVISE}}
    assert {consequence(form, State.WITHDRAWN) for form in Form} == {None}


def test_an_outcome_that_the_ballots_rule_out_is_refused_for_a_proposal_too() -> None:
    voted = step(moved(Form.AMENDMENT), Event(Act.VOTE, roll=ONE_NO)).draft
    assert step(voted, Event(Act.ANNOUNCE, outcome=Outcome.ADOPTED)).answer is Answer.GUARD_FALSE
