"""A draft's life as a system, counted a second time: by hand, and by a naive walk of the machine itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from lifecycle.checking.check import TEXTS, check
from lifecycle.checking.explorer import explore
from lifecycle.checking.system import CASTING, NO_ROLL, Life, starts
from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.machine import step
from lifecycle.model.presets import changed_rule, preset
from lifecycle.model.proposals import Form
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reports import When
from lifecycle.model.rules import Kind, Outcome, Rule, rule_on
from lifecycle.model.table import Act, State
from tests.unwatched import unwatched

DAY = date(2017, 11, 16)
SMALL = Council.invented_council(DAY, ["France", "China"], ["Spain", "Egypt", "Japan"])
RULE = changed_rule(SMALL, {"seats": 5, "majority": 3})
ACTORS = ((), ("France",), ("Spain",), ("Egypt",), ("Japan",), ("Iceland",), (COUNCIL,))
DAYS = tuple(When() if late is None else When.on(DAY + timedelta(late), "stated") for late in (None, 1, 2, 3))


def tally_of(roll: Roll) -> tuple[int, ...]:
    return tuple(
        sum(roll.of_member(member) is ballot for member in group)
        for group in (SMALL.permanent, SMALL.elected)
        for ballot in (Ballot.YES, Ballot.NO)
    )


def every_tally() -> Iterator[Roll]:
    """One roll for each number of yes and no among the two permanent and the three elected members."""
    for yes, no in [(y, n) for y in range(3) for n in range(3 - y)]:
        for also, nay in [(y, n) for y in range(4) for n in range(4 - y)]:
            two = ["yes"] * yes + ["no"] * no + ["abstain"] * (2 - yes - no)
            three = ["yes"] * also + ["no"] * nay + ["abstain"] * (3 - also - nay)
            yield Roll(SMALL, tuple(map(Ballot, (*two, *three))))


ROLLS = tuple(every_tally())
EVENTS = tuple(
    Event(act, when, by, outcome=outcome, until=until)
    for act in Act
    for when in (DAYS if act in {Act.EXTEND_SILENCE, Act.BREAK_SILENCE, Act.PASS_SILENCE} else DAYS[:1])
    for by in (ACTORS[1:] if act is Act.SECOND else ACTORS)
    for outcome in ((None, *Outcome) if act is Act.ANNOUNCE else (None,))
    for until in ((DAY + timedelta(2), None) if act in {Act.PLACE_UNDER_SILENCE, Act.EXTEND_SILENCE} else (None,))
)  # fmt: skip


def told_apart(draft: Draft) -> tuple[object, ...]:
    """What the naive walk tells apart: everything but which name stands where, and how often a text was revised."""
    asked = draft.state in {State.DRAFTED, State.DISCUSSED, State.CIRCULATED, State.UNDER_SILENCE, State.SUBMITTED,
                            State.POSTPONED, State.WITHDRAWN}  # fmt: skip
    return (
        draft.state,
        draft.kind,
        min(2, len(set(draft.seconders))) if asked else 0,
        draft.silence_until is not None and draft.state is State.UNDER_SILENCE,
        asked and draft.sponsors == ("Iceland",),
        draft.roll and tally_of(draft.roll),
    )


def naive(kind: Kind) -> tuple[int, int]:
    """States and edges of the texts of one kind, by `step` alone."""
    seen, edges = {}, set()
    waiting = deque([Draft("d", SMALL, RULE, kind, sponsors=(name,)) for name in ("France", "Iceland")])
    while waiting:
        draft = waiting.popleft()
        key = told_apart(draft)
        if key in seen:
            continue
        seen[key] = draft
        for event in EVENTS:
            if event.act is Act.SUBMIT and event.by:
                continue  # the system lets no sponsor join: whoever asks for the vote does what a joiner would
            for cast in ROLLS if event.act is Act.VOTE else (None,):
                verdict = step(draft, replace(event, roll=cast))
                if verdict.step:
                    edges.add((key, verdict.step.row.name, told_apart(verdict.draft)))
                    waiting.append(replace(verdict.draft, revision=0, amended_by=()))
    return len(seen), len(edges)


@pytest.mark.parametrize("kind", [Kind.SUBSTANTIVE, Kind.PROCEDURAL])
def test_a_naive_walk_of_the_machine_counts_the_same(kind: Kind) -> None:
    begin = [start._replace(kind=kind) for start in starts(TEXTS) if start.kind is Kind.SUBSTANTIVE]
    report = check(SMALL, RULE, begin=begin, laws=())
    assert (report.states, report.edges) == unwatched(lambda: naive(kind))


@pytest.mark.parametrize(("day", "classes"), [(date(1946, 1, 17), 588), (date(1966, 1, 1), 1386)])
def test_the_states_are_as_many_as_can_be_counted_by_hand(day: date, classes: int) -> None:
    """For each of seven kinds 17 without ballots, and every roll twice, once voted and once ended.

    A sponsor from outside the Council adds 14 of one kind: what is over is over for both.
    """
    before = 1 + 1 + 1 + 2 + 3 + 3  # drafted, discussed, circulated, silence (deadline or none), tabled, postponed
    ends = 3 + 1 + 1 + 1  # withdrawn by seconders (none, one, more), superseded, lapsed, adopted without a vote
    report = check(council_on(day), rule_on(day), laws=())
    assert report.states == 7 * (before + ends + 2 * classes) + before + 3 == {588: 8365, 1386: 19537}[classes]


def test_the_edges_of_the_vote_are_as_many_as_can_be_counted_by_hand() -> None:
    """Any of 1,386 rolls from each of 24 standings before the Council; each roll is announced in one way.

    The 936 others do not depend on the rolls, so a Council of five has them too.
    """
    now, small = council_on(DAY), check(SMALL, RULE, laws=())
    report = check(now, rule_on(DAY), laws=())
    standings, kinds = 3 * 7 + 3, 7
    others = small.edges - (standings + kinds) * len(ROLLS)
    assert others == 936
    assert report.edges == (standings + kinds) * 1386 + others == 43902


def test_forgetting_merges_only_what_acts_alike() -> None:
    """Without forgetting, every state of the smaller graph is met again, and its steps lead to the same states."""
    begin = starts(TEXTS)[:1]
    whole, small = (explore(Life(SMALL, RULE, begin=begin, forget=forget)) for forget in (False, True))
    lives = Life(SMALL, RULE, begin=begin, forget=False), Life(SMALL, RULE, begin=begin)
    steps = []
    for life in lives:
        graph = explore(life)
        found: dict[tuple[State, int, int], set[str]] = {}
        for node, edges in graph.edges.items():
            draft = life.places[node.place]
            dead = draft.state in {State.VOTED, State.ADOPTED, State.VETOED, State.FAILED}
            key = (draft.state, node.roll, 0 if dead else min(2, len(draft.seconders)))
            found.setdefault(key, set()).update(edge.row.name for edge in edges if edge.row)
        steps.append({key: names for key, names in found.items() if key[0] not in {State.SUPERSEDED, State.LAPSED}})
    assert len(whole.nodes) > len(small.nodes)
    assert set(steps[1]) <= set(steps[0])
    assert all(steps[0][key] == names for key, names in steps[1].items())


def test_a_vote_is_opened_and_then_any_roll_is_cast() -> None:
    life = Life(SMALL, RULE, begin=starts(TEXTS)[:1])
    graph = explore(life)
    casting = [node for node in graph.nodes if node.roll == CASTING]
    assert len(casting) == 1
    assert {edge.target.roll for edge in graph.edges[casting[0]]} == set(range(60))
    assert all(node.roll == NO_ROLL for node in life.initial())


def test_other_ballots_lead_to_other_outcomes() -> None:
    life = Life(SMALL, RULE, begin=starts(TEXTS)[:1])
    explore(life)
    place = next(number for number, draft in enumerate(life.places) if draft.state is State.VOTED)
    found = {frozenset(life.outcomes(place, these)) for these in life.classes}
    assert found == {frozenset((state,)) for state in (State.ADOPTED, State.VETOED, State.FAILED)}


def test_every_form_of_proposal_has_a_start() -> None:
    assert {start.form for start in starts()} == set(Form)
    assert {start.kind for start in starts((Form.TEXT,))} == set(Kind)


def test_a_rule_for_other_seats_is_refused() -> None:
    with pytest.raises(InputError, match="seats"):
        Life(SMALL, rule_on(DAY))


SMALL_WITH_CHARTER = council_on(date(1950, 6, 27))


@pytest.mark.parametrize("name", ["charter", "all-five-must-agree", "no-veto", "two-vetoes-needed", "strict-27-3"])
def test_an_announcement_in_the_system_is_the_machines(name: str) -> None:
    """Every class of rolls, every kind, by `step` on one of its rolls."""
    rule: Rule = preset(name, SMALL_WITH_CHARTER)
    life = Life(SMALL_WITH_CHARTER, rule, begin=starts(TEXTS)[:7], parties=SMALL_WITH_CHARTER.permanent[:1])
    explore(life)
    for place, draft in enumerate(life.places):
        if draft.state is State.VOTED:
            for these in life.classes[::7]:
                voted = replace(draft, roll=life.abstraction.roll_of(these), parties=life.parties)
                assert life.outcomes(place, these) == {step(voted, Event(Act.ANNOUNCE)).draft.state}
