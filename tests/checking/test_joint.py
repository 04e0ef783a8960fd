"""Meetings as systems: what may be forgotten of a vote is forgotten without loss, and the counts have a second road."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from lifecycle.checking.explorer import explore
from lifecycle.checking.joint import AGENDAS, SECOND, TEXT, Agenda, Joint
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.meeting import Meeting, hear
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import Act, State
from tests.unwatched import unwatched

NOW = council_on(date(2023, 12, 22))
RULE = rule_on(NOW.on)


@pytest.mark.parametrize("agenda", AGENDAS, ids=lambda agenda: agenda.title)
def test_any_roll_may_stand_for_those_announced_alike(agenda: Agenda) -> None:
    """The first roll of each outcome or the last: the same standings by the same steps, the ballots apart."""
    first, last = (unwatched(partial(_shape, Joint(NOW, RULE, agenda, pick))) for pick in (0, -1))
    assert first == last
    assert len(first) > 1000


def _shape(joint: Joint) -> set[tuple[object, ...]]:
    """Every step, each standing told by what it can come to."""
    graph = explore(joint)
    told = {number: _told(meeting) for number, meeting in enumerate(joint.meetings)}
    return {
        (told[node.meeting], hearing.name, hearing.trial, hearing.row, told[hearing.target.meeting])
        for node, edges in graph.edges.items()
        for hearing in edges
    }


def _told(meeting: Meeting) -> tuple[object, ...]:
    outcomes = tuple(hear(meeting, p.name, Event(Act.ANNOUNCE)).verdict.draft.state for p in meeting.proposals)
    return (meeting.order, meeting.sitting, outcomes, *(replace(p, roll=None) for p in meeting.proposals))


def test_a_vote_has_one_roll_for_each_outcome() -> None:
    joint = Joint(NOW, RULE, AGENDAS[0])
    text = Draft(TEXT, NOW, RULE, Kind.SUBSTANTIVE)
    motion = replace(text, kind=Kind.PROCEDURAL)
    assert (len(joint.rolls_on(text)), len(joint.rolls_on(motion))) == (3, 2)


def test_a_naive_walk_counts_the_same_ends() -> None:
    """Two texts, with the few acts that matter, by `hear` alone: which pairs of states can they come to?"""
    acts = (Act.SUBMIT, Act.POSTPONE, Act.RESUME, Act.VOTE, Act.ANNOUNCE, Act.WITHDRAW, Act.LAPSE, Act.SUPERSEDE,
            Act.ADOPT_WITHOUT_VOTE, Act.DISCUSS, Act.CIRCULATE, Act.PLACE_UNDER_SILENCE)  # fmt: skip
    joint = Joint(NOW, RULE, AGENDAS[0])
    texts = [Draft(name, NOW, RULE, Kind.SUBSTANTIVE) for name in (TEXT, SECOND)]
    rolls = joint.rolls_on(texts[0])
    waiting, seen = deque([Meeting.on(*texts)]), set()
    while waiting:
        meeting = waiting.popleft()
        key = (meeting.order, tuple((p.state, p.roll if p.state is State.VOTED else None) for p in meeting.proposals))
        if key in seen:
            continue
        seen.add(key)
        for name in (TEXT, SECOND):
            for act in acts:
                for roll in rolls if act is Act.VOTE else (None,):
                    heard = hear(meeting, name, Event(act, roll=roll))
                    if heard.verdict.accepted:
                        waiting.append(heard.meeting)
    explore(joint)
    found = {
        (m.order, tuple((p.state, p.roll if p.state is State.VOTED else None) for p in m.proposals))
        for m in joint.meetings
    }
    assert found == seen


def test_an_agenda_names_what_is_put_forward() -> None:
    assert {form for agenda in AGENDAS for form in agenda.forms.values()} >= {Form.TEXT, Form.AMENDMENT, Form.PART}
    assert all(TEXT in agenda.forms for agenda in AGENDAS)
