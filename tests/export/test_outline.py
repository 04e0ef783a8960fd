"""The outline against the machine: groups, counts, what is said and what is remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.export.outline import COUNTS, REMEMBERED, Group, Outline, answers, days, guard, needs, outline, titled
from lifecycle.export.promela import promela
from lifecycle.export.scxml import scxml
from lifecycle.model.council import council_on
from lifecycle.model.counting import vote_values
from lifecycle.model.draft import situations
from lifecycle.model.guards import fields_of
from lifecycle.model.machine import step
from lifecycle.model.presets import changed_rule, preset
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import DOMAINS, FIELDS, ROWS, Act, State
from lifecycle.testing import councils, drafts, events, rolls, rules

DAY = date(2016, 10, 8)


def drawn(on: date = DAY) -> Outline:
    return outline(council_on(on), rule_on(on))


def test_the_charters_groups_are_the_permanent_and_the_elected() -> None:
    assert drawn().groups == (Group("permanent", 5, True, True), Group("elected", 10, False, False))
    assert drawn(date(1950, 6, 27)).groups == (Group("permanent", 5, True, True), Group("elected", 6, False, False))


def test_a_group_is_parted_where_only_some_may_veto() -> None:
    council = council_on(DAY)
    assert outline(council, preset("no-veto", council)).groups == (
        Group("permanent", 5, True, False),
        Group("elected", 10, False, False),
    )
    assert outline(council, changed_rule(council, {"may_veto": ("France", "Japan")})).groups == (
        Group("permanent_with_veto", 1, True, True),
        Group("permanent_without_veto", 4, True, False),
        Group("elected_with_veto", 1, False, True),
        Group("elected_without_veto", 9, False, False),
    )


def test_a_rule_for_other_seats_is_refused() -> None:
    with pytest.raises(InputError, match="11 seats"):
        outline(council_on(DAY), rule_on(date(1950, 6, 27)))


def test_only_rows_that_are_law_on_the_day_are_drawn() -> None:
    first = replace(ROWS[0], valid_from=date(2016, 10, 9), valid_to=date(2020, 1, 1))
    assert days(first) == "from 2016-10-09 to 2020-01-01"
    assert titled(first).endswith("[practice] from 2016-10-09 to 2020-01-01")
    rows = (first, *ROWS[1:])
    for on, law in ((DAY, False), (date(2016, 10, 9), True), (date(2020, 1, 1), True), (date(2020, 1, 2), False)):
        assert (first in outline(council_on(on), rule_on(on), rows).rows) is law


@st.composite
def _votes(draw: st.DrawFn) -> tuple[Outline, dict[str, int], dict[str, int]]:
    """An outline, a roll's counts by group, and the counts that the machine's guards read off that roll."""
    council = draw(councils())
    rule = draw(rules(council))
    roll = draw(rolls(council, rule))
    holders = rule.veto_holders(council)
    seen: dict[str, int] = {}
    these = outline(council, rule)
    for group in these.groups:
        members = [m for m in council.members if (m.permanent, m in holders) == (group.permanent, group.may_veto)]
        assert len(members) == group.size
        ballots = [roll.of_member(member) for member in members]
        seen |= {group.yes: ballots.count("yes"), group.no: ballots.count("no")}  # type: ignore[arg-type]
    values = next(iter(vote_values(roll, Kind.SUBSTANTIVE, rule)))
    return these, seen, {name: int(value) for name, value in values.items() if name in COUNTS}


@given(_votes())
def test_sums_over_groups_are_the_counts_that_guards_read(vote: tuple[Outline, dict[str, int], dict[str, int]]) -> None:
    these, seen, counted = vote
    assert counted
    for name, value in counted.items():
        assert eval(these.sum(name), {}, dict(seen)) == value


def test_every_name_a_guard_reads_is_one_of_four_things() -> None:
    numbers = drawn().numbers(Kind.SUBSTANTIVE).keys()
    named = frozenset().union(*(fields_of(guard(row)) for row in ROWS))
    parts = (set(drawn().said), set(REMEMBERED), set(numbers), set(COUNTS))
    assert named <= set().union(*parts)
    assert named <= FIELDS.keys()
    assert sum(map(len, parts)) == len(set().union(*parts))


def test_what_an_event_can_say_is_what_the_table_lets_it_say() -> None:
    for name, values in drawn().said.items():
        assert set(values) <= set(DOMAINS[name])
    assert set(DOMAINS) >= set(drawn().said) | set(REMEMBERED)


def test_answers_are_every_combination_of_what_the_guard_asks() -> None:
    announced = next(row for row in ROWS if row.act is Act.ANNOUNCE)
    said = {"announced": ("adopted", "unsaid"), "by_sponsor": ("yes", "no")}
    assert list(answers(announced, said)) == [{"announced": "adopted"}, {"announced": "unsaid"}]


@given(st.data())
def test_a_draft_remembers_what_the_outline_says(data: st.DataObject) -> None:
    draft = data.draw(drafts(council_on(DAY)))
    event = data.draw(events(draft))
    verdict = step(draft, event)
    if verdict.step is None:
        return
    before, after = (next(iter(situations(each, event))) for each in (draft, verdict.draft))
    for name, acts in REMEMBERED.items():
        assert after[name] in acts.get(event.act, (before[name],))


def test_conditions_are_said_with_their_sources() -> None:
    insist = next(row for row in ROWS if row.act is Act.INSIST)
    assert list(needs(insist)) == ["a seconder [Rule 35]", "a seconder to do it [Rule 35]"]


def test_the_title_says_the_day_and_the_rule() -> None:
    assert drawn().title == (
        "The life of a draft resolution of the Security Council on 2016-10-08, "
        "under the rule charter-1965 (9 of 15 votes)"
    )


def test_what_varies_by_kind_is_the_majority_and_the_veto() -> None:
    assert drawn().varying == ("required", "veto_counts")
    assert [drawn().numbers(kind)["required"] for kind in Kind] == [9, 9, 9, 9, 8, 9, 9]


def test_a_proposal_has_the_rows_of_its_own_table_and_its_own_kind() -> None:
    motion = outline(council_on(DAY), rule_on(DAY), form=Form.POSTPONEMENT)
    assert motion.rows == TABLES[Form.POSTPONEMENT]
    assert motion.kinds == (Kind.PROCEDURAL,)
    assert drawn().kinds == tuple(Kind)
    assert motion.title.startswith("The life of a proposal (postponement) before the Security Council on 2016-10-08")
    assert [state for state in State if state not in motion.states] == [
        *(State.DISCUSSED, State.CIRCULATED, State.UNDER_SILENCE, State.POSTPONED)
    ]


def test_a_rule_that_sets_ballots_aside_is_remarked_on() -> None:
    council = council_on(DAY)
    strict = outline(council, preset("strict-27-3", council))
    assert drawn().remarks == ()
    for text in (scxml(strict), promela(strict)):
        assert strict.remarks[0] in text


def test_citations_are_those_of_rows_and_conditions_each_once() -> None:
    keys = [cite.key for cite in drawn().citations]
    assert len(keys) == len(set(keys))
    assert {"Charter 27(3)", "Rule 35", "modelling"} <= set(keys)
