"""The chart against an SCXML interpreter that is not ours, on every situation and on random lives."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from lifecycle.export.outline import Outline, needs, outline
from lifecycle.export.scxml import scxml
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.machine import legal_acts, step
from lifecycle.model.presets import PRESETS, preset
from lifecycle.model.rules import Kind, Outcome, Rule, rule_on
from lifecycle.model.table import ROWS, Act, Row, State
from tests.export.lives import DAY, OLD, events, explore, rolls, start, told
from tests.nodejs import interpret

_NAMESPACE = "{http://www.w3.org/2005/07/scxml}"


def drawn(on: date = DAY, rule: Rule | None = None) -> Outline:
    return outline(council_on(on), rule or rule_on(on))


def follow(first: Draft, run: Sequence[Event], said: tuple[str, ...]) -> tuple[list[object], list[str]]:
    """The run as the chart hears it, and the state our machine is in after each event."""
    heard: list[object] = []
    states, draft = [], first
    for event in run:
        heard.append(told(draft, event, said))
        draft = step(draft, event).draft
        states.append(draft.state.value)
    return heard, states


def agree(first: Draft, runs: Sequence[Sequence[Event]]) -> list[list[str]]:
    """Our states after each event of each run, once the interpreter has been found to say the same."""
    said = tuple(drawn(first.council.on, first.rule).said)
    followed = [follow(first, run, said) for run in runs]
    theirs = interpret(scxml(drawn(first.council.on, first.rule)), [heard for heard, _ in followed])
    ours = [states for _, states in followed]
    assert theirs == ours
    return ours


def paths_and_one_more(first: Draft) -> Iterator[tuple[Event, ...]]:
    """A shortest run to each situation, followed by each event that is taken; those refused come first, together.

    A refused event changes nothing, so one life can refuse them all; whatever is taken needs a life of its own.
    """
    for found in explore(first).values():
        here = legal_acts(found.draft.state)
        tried = [event for act in Act for event in (events(found.draft, act) if act in here else (Event(act),))]
        verdicts = [step(found.draft, event) for event in tried]
        yield (*found.run, *(verdict.event for verdict in verdicts if not verdict.accepted))
        taken = [verdict.event for verdict in verdicts if verdict.accepted]
        yield from ((*found.run, event) for event in taken if not _shown_by_another(found.draft, event))


def _shown_by_another(draft: Draft, event: Event) -> bool:
    """Whether the event only casts a ballot that a longer path casts too: every voted situation has its own path."""
    return event.act is Act.VOTE and event.roll not in rolls(draft.council, full=False)[:2]


def test_the_interpreter_agrees_on_every_shortest_path_and_one_event_more() -> None:
    reached = Counter(states[-1] for states in agree(start(DAY), list(paths_and_one_more(start(DAY)))))
    assert set(reached) == set(State)


def test_the_interpreter_agrees_on_every_roll_of_every_kind() -> None:
    """One chart for all kinds: the vote says which it is."""
    told_of = [(start(DAY, kind), run) for kind in Kind for run in _votes(start(DAY, kind))]
    said = tuple(drawn().said)
    followed = [follow(first, run, said) for first, run in told_of]
    assert interpret(scxml(drawn()), [heard for heard, _ in followed]) == [states for _, states in followed]
    ends = {(first.kind, states[-1]) for (first, _), (_, states) in zip(told_of, followed, strict=True)}
    vetoed = {kind for kind, end in ends if end == State.VETOED}
    assert vetoed == {Kind.SUBSTANTIVE, Kind.ADMISSION, Kind.SECRETARY_GENERAL, Kind.PRELIMINARY_QUESTION}
    assert len(ends) == 2 * len(Kind) + len(vetoed)


@pytest.mark.parametrize("name", [rule.name for rule in PRESETS if rule.name != "charter"])
def test_the_interpreter_agrees_under_every_named_rule(name: str) -> None:
    first = start(DAY, rule=preset(name, council_on(DAY)))
    assert {states[-1] for states in agree(first, list(_votes(first)))} >= {State.ADOPTED, State.FAILED}


def test_the_interpreter_agrees_on_eleven_seats() -> None:
    ends = agree(start(OLD), list(_votes(start(OLD))))
    assert {states[-1] for states in ends} == {State.ADOPTED, State.VETOED, State.FAILED}


def _votes(first: Draft) -> Iterator[tuple[Event, ...]]:
    """Each choice of counts put to the vote and announced; every third time a wrong outcome is announced before."""
    for at, roll in enumerate(rolls(first.council, full=False)):
        claim = [Event(Act.ANNOUNCE, outcome=list(Outcome)[at % 9 // 3])] if at % 3 == 0 else []
        yield (Event(Act.SUBMIT), Event(Act.VOTE, roll=roll), *claim, Event(Act.ANNOUNCE))


def test_the_interpreter_agrees_on_a_thousand_random_runs() -> None:
    chance = random.Random(20161008)
    ends = agree(start(DAY), [_random_run(chance) for _ in range(1000)])
    assert {State(states[-1]) for states in ends} >= {State.ADOPTED, State.VETOED, State.FAILED, State.WITHDRAWN}


def _random_run(chance: random.Random) -> tuple[Event, ...]:
    """Up to twenty events, one in four of them out of place; ends of a life are rare, or no life would be long."""
    draft, length = start(DAY), chance.randint(1, 20)
    run: list[Event] = []
    while len(run) < length:
        rows = [row.act for row in ROWS if row.state is draft.state]
        acts = [act for act in rows if act not in _ENDING] or rows
        act = chance.choice(acts if acts and chance.random() < 0.75 else list(Act))
        if act in _ENDING and chance.random() < 0.7:
            continue
        roll = chance.choice(rolls(draft.council, full=False))
        run.append(Event(act, roll=roll) if act is Act.VOTE else chance.choice(list(events(draft, act))))
        draft = step(draft, run[-1]).draft
    return tuple(run)


_ENDING = {Act.LAPSE, Act.SUPERSEDE, Act.ADOPT_WITHOUT_VOTE, Act.WITHDRAW}


def test_lives_side_by_side_do_not_share_what_they_remember() -> None:
    yes, no = rolls(council_on(DAY), full=False)[-1], rolls(council_on(DAY), full=False)[0]
    long = (Event(Act.SUBMIT), Event(Act.SECOND, by=("China",)), Event(Act.VOTE, roll=yes), Event(Act.ANNOUNCE))
    short = (Event(Act.SUBMIT), Event(Act.WITHDRAW), Event(Act.INSIST))
    ends = agree(start(DAY), [long, short, (Event(Act.SUBMIT), Event(Act.VOTE, roll=no), Event(Act.ANNOUNCE)), short])
    assert [states[-1] for states in ends] == ["adopted", "withdrawn", "failed", "withdrawn"]


def test_the_interpreter_would_notice_a_chart_that_says_something_else() -> None:
    other = scxml(drawn(rule=preset("two-vetoes-needed", council_on(DAY))))
    one_no = next(roll for roll in rolls(council_on(DAY), full=False) if (roll.tally().yes, roll.tally().no) == (14, 1))
    run = (Event(Act.SUBMIT), Event(Act.VOTE, roll=one_no), Event(Act.ANNOUNCE))
    heard, states = follow(start(DAY), run, tuple(drawn().said))
    assert states[-1] == "vetoed"
    assert interpret(scxml(drawn()), [heard]) == [states]
    assert interpret(other, [heard]) == [[*states[:-1], "adopted"]]


def test_the_chart_is_well_formed_and_holds_every_row_in_order() -> None:
    root = ElementTree.fromstring(scxml(drawn()))
    written = [
        (state.get("id"), transition.get("event"), transition.get("target"))
        for state in root.iter(f"{_NAMESPACE}state")
        for transition in state.findall(f"{_NAMESPACE}transition")
    ]
    by_state = [
        (row.state.value, row.act.value, row.target.value) for state in State for row in ROWS if row.state is state
    ]
    assert written == by_state
    assert {each.get("id") for each in root.iter(f"{_NAMESPACE}final")} == set(State) - {row.state for row in ROWS}


@pytest.mark.parametrize("row", [row for row in ROWS if row.guard], ids=lambda row: row.name)
def test_every_condition_and_its_sources_stand_beside_the_transition(row: Row) -> None:
    for need in needs(row):
        assert f"needs {need}" in scxml(drawn())
