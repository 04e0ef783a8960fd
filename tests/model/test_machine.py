"""The stepper: the five answers, what a refusal leaves alone, and lives that obey the procedure.

Knows drafts and events put together by hand, and lives drawn at random. Refuses to know the other engine.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model import charter
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.draft import Basis, Draft, Event, situations
from lifecycle.model.guards import is_
from lifecycle.model.machine import Answer, Step, Trace, Verdict, enabled, judged, legal_acts, step
from lifecycle.model.presets import preset
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.model.table import ENDS, PENDING, Act, Condition, Row, State
from lifecycle.testing import councils, drafts, events, lives, presets_for

COUNCIL_2017 = council_on(date(2017, 11, 16))
START = Draft("jim", COUNCIL_2017, rule_on(COUNCIL_2017.on), sponsors=("Russian Federation", "China"))
SHORT = Roll.of(
    COUNCIL_2017, {Ballot.YES: ["BOL", "CHN", "KAZ", "RUS"], Ballot.ABSTAIN: ["EGY", "ETH", "JPN", "SEN"]}, Ballot.NO
)


def day(number: int) -> When:
    return When.on(date(2017, 11, number), "stated")


def run(draft: Draft, *events_of: Event) -> Trace:
    trace = Trace.start(draft)
    for event in events_of:
        trace = trace.then(step(trace.draft, event))
    return trace


def at(state: State, **more: object) -> Draft:
    return replace(START, state=state, **more)  # type: ignore[arg-type]


def test_accepted_is_the_new_situation_and_the_row() -> None:
    verdict = step(START, Event(Act.SUBMIT, day(16)))
    assert verdict.accepted
    assert verdict.draft == at(State.SUBMITTED)
    assert verdict.step is not None
    assert verdict.step.row.name == "drafted--submit--submitted"
    assert verdict.explain() == "submit: now submitted"


def test_not_declared_here_says_what_is() -> None:
    verdict = step(START, Event(Act.VOTE))
    assert (verdict.answer, verdict.draft) == (Answer.UNDECLARED, START)
    assert verdict.legal == legal_acts(State.DRAFTED)
    assert verdict.explain().startswith("vote: not possible while drafted; possible are discuss, circulate, ")


def test_guard_false_gives_each_false_conjunct_with_its_value_and_source() -> None:
    verdict = step(at(State.VOTED, roll=SHORT), Event(Act.ANNOUNCE, outcome=Outcome.ADOPTED))
    assert verdict.answer is Answer.GUARD_FALSE
    majority, veto = verdict.failures
    assert majority.condition == "the yes votes the matter needs"
    assert majority.values == "yes votes: 4, votes needed: 9"
    assert veto.condition == "no veto that counts"
    assert "noes of members who may veto: 3, vetoes needed: 1" in veto.values
    assert "(yes votes: 4, votes needed: 9; Charter 27(2), Charter 27(3))" in verdict.explain()


def test_guard_false_tells_only_of_the_row_that_was_asked_for() -> None:
    verdict = step(at(State.VOTED, roll=SHORT), Event(Act.ANNOUNCE, outcome=Outcome.VETOED))
    assert {failure.row.target for failure in verdict.failures} == {State.VETOED}


def test_a_guard_that_cannot_be_evaluated_is_an_error_and_not_false() -> None:
    law = (charter.ROP_40,)
    broken = Row(State.VOTED, Act.ANNOUNCE, (Condition(is_("mood"), law),), State.ADOPTED, law)
    draft, event = at(State.VOTED, roll=SHORT), Event(Act.ANNOUNCE)
    verdict = judged(draft, event, (broken,), tuple(situations(draft, event)))
    assert (verdict.answer, verdict.draft) == (Answer.GUARD_ERROR, draft)
    assert "mood" in verdict.explain()


def test_two_rows_enabled_at_once_are_an_error_and_never_an_order() -> None:
    draft = at(State.VOTED, roll=Roll.unknown(COUNCIL_2017))
    verdict = step(draft, Event(Act.ANNOUNCE))
    assert (verdict.answer, verdict.draft) == (Answer.GUARD_ERROR, draft)
    assert verdict.explain() == "announce: what is known leaves it open: adopted or vetoed or failed"
    assert step(draft, Event(Act.ANNOUNCE, outcome=Outcome.VETOED)).draft.state is State.VETOED


def test_final_says_so() -> None:
    verdict = step(at(State.VETOED), Event(Act.REVISE))
    assert (verdict.answer, verdict.legal) == (Answer.FINAL, ())
    assert verdict.explain() == "revise: the draft is vetoed, and that is final"


@given(st.data())
def test_a_refused_event_changes_nothing_and_an_accepted_one_follows_its_row(data: st.DataObject) -> None:
    draft = data.draw(councils().flatmap(drafts))
    event = data.draw(events(draft))
    verdict = step(draft, event)
    assert verdict == step(draft, event)
    if verdict.accepted:
        assert verdict.step is not None
        assert (verdict.step.row.state, verdict.step.row.target) == (draft.state, verdict.draft.state)
    else:
        assert (verdict.draft, verdict.step) == (draft, None)


@given(st.data())
def test_enabled_is_the_stepper_run_dry(data: st.DataObject) -> None:
    draft = data.draw(councils().flatmap(drafts))
    event = data.draw(events(draft))
    rows = enabled(draft, event)
    assert step(draft, event).accepted == (len(rows) == 1)
    assert len(rows) <= 1 or event.act is Act.ANNOUNCE


@given(st.data())
def test_the_machine_announces_what_decide_finds(data: st.DataObject) -> None:
    voted = replace(data.draw(councils().flatmap(drafts)), state=State.VOTED)
    rolls = voted.roll or Roll.unknown(voted.council)
    rule = data.draw(st.sampled_from(presets_for(voted.council)))
    draft = replace(voted, roll=rolls, rule=rule)
    decision = decide(rolls, draft.kind, rule, draft.parties)
    targets = {row.target for row in enabled(draft, Event(Act.ANNOUNCE))}
    assert targets == set(map(State, decision.possible_outcomes))
    for outcome in Outcome:
        verdict = step(draft, Event(Act.ANNOUNCE, outcome=outcome))
        assert verdict.accepted == (outcome in decision.possible_outcomes)


def test_the_machine_counts_no_ballot_of_a_party_where_the_rule_says_so() -> None:
    roll = Roll.of(COUNCIL_2017, {Ballot.NO: ["RUS"]}, Ballot.YES)
    party = (COUNCIL_2017.find("RUS"),)
    voted = at(State.VOTED, roll=roll, parties=party)
    assert step(voted, Event(Act.ANNOUNCE)).draft.state is State.VETOED
    strict = replace(voted, rule=preset("strict-27-3", COUNCIL_2017))
    assert step(strict, Event(Act.ANNOUNCE)).draft.state is State.ADOPTED


@pytest.mark.parametrize(
    ("act", "accepted_on"),
    [(Act.BREAK_SILENCE, {14, 15}), (Act.EXTEND_SILENCE, {14, 15}), (Act.PASS_SILENCE, {15, 16})],
)
def test_silence_is_broken_up_to_its_deadline_and_passes_from_it_on(act: Act, accepted_on: set[int]) -> None:
    silent = run(START, Event(Act.CIRCULATE), Event(Act.PLACE_UNDER_SILENCE, until=date(2017, 11, 15))).draft
    verdicts = {number: step(silent, Event(act, day(number))) for number in (14, 15, 16)}
    assert {number for number, verdict in verdicts.items() if verdict.accepted} == accepted_on
    assert all("Note 507" in verdict.explain() for verdict in verdicts.values() if not verdict.accepted)
    assert step(silent, Event(act)).accepted
    assert step(replace(silent, silence_until=None), Event(act, day(16))).accepted


def test_law_20_broken_silence_leads_back_to_talks_and_has_no_tally() -> None:
    silent = run(START, Event(Act.CIRCULATE), Event(Act.PLACE_UNDER_SILENCE, until=date(2017, 11, 15)))
    longer = step(silent.draft, Event(Act.EXTEND_SILENCE, day(15), until=date(2017, 11, 17))).draft
    broken = step(longer, Event(Act.BREAK_SILENCE, day(17))).draft
    assert (broken.state, broken.roll) == (State.CIRCULATED, None)


SECONDED = run(START, Event(Act.SUBMIT), Event(Act.SECOND, by=("Bolivia",))).draft
WITHDRAW = Event(Act.WITHDRAW, by=("Russian Federation",))


def test_16_november_2017_a_seconder_brings_a_withdrawn_text_to_the_vote() -> None:
    # S/2017/933; the UN's tables list the vote, 4-7-4, under S/2017/968.
    end = run(
        SECONDED,
        WITHDRAW,
        Event(Act.INSIST, by=("Bolivia",)),
        Event(Act.VOTE, roll=SHORT),
        Event(Act.ANNOUNCE, outcome=Outcome.FAILED),
    ).draft
    assert (end.state, end.sponsors, end.seconders) == (State.FAILED, ("Bolivia",), ())


def test_law_15_nobody_insists_who_did_not_second() -> None:
    withdrawn = run(START, Event(Act.SUBMIT), WITHDRAW).draft
    assert step(withdrawn, Event(Act.INSIST, by=("Bolivia",))).answer is Answer.GUARD_FALSE
    seconded = step(SECONDED, WITHDRAW).draft
    assert step(seconded, Event(Act.INSIST, by=("Sweden",))).answer is Answer.GUARD_FALSE
    assert step(seconded, Event(Act.INSIST)).draft.sponsors == ("Bolivia",)


def test_withdrawn_is_final_only_while_no_seconder_can_insist() -> None:
    alone, seconded = run(START, Event(Act.SUBMIT), WITHDRAW).draft, step(SECONDED, WITHDRAW).draft
    assert step(alone, Event(Act.REVISE)).answer is Answer.FINAL
    verdict = step(seconded, Event(Act.REVISE))
    assert (verdict.answer, verdict.legal) == (Answer.UNDECLARED, (Act.INSIST,))


@pytest.mark.parametrize(("act", "by"), [(Act.SECOND, "China"), (Act.WITHDRAW, "Sweden"), (Act.WITHDRAW, COUNCIL)])
def test_who_may_second_and_who_may_withdraw(act: Act, by: str) -> None:
    verdict = step(at(State.SUBMITTED), Event(act, by=(by,)))
    assert verdict.answer is Answer.GUARD_FALSE
    assert "Rule 35" in verdict.explain()


def test_the_whole_council_talks_only_about_a_text_it_has() -> None:
    talks = Event(Act.DISCUSS, by=(COUNCIL,))
    assert step(START, talks).answer is Answer.GUARD_FALSE
    assert step(START, Event(Act.DISCUSS, by=("France",))).draft.state is State.DISCUSSED
    assert step(at(State.CIRCULATED), talks).accepted


def test_a_text_not_pressed_is_a_life_without_a_vote() -> None:
    trace = run(START, Event(Act.SUBMIT), Event(Act.REVISE), Event(Act.WITHDRAW, not_pressed=True))
    assert (trace.draft.state, trace.draft.revision, trace.draft.roll) == (State.WITHDRAWN, 1, None)
    assert trace.steps[-1].event.not_pressed


@given(st.data())
def test_laws_12_to_16_every_life_keeps_the_order_of_procedure(data: st.DataObject) -> None:
    council = data.draw(councils())
    start = Draft("draft", council, rule_on(council.on), data.draw(st.sampled_from(Kind)))
    trace = run(start, *data.draw(lives(start)))
    acts = [taken.event.act for taken in trace.steps]
    assert trace.draft.state in ENDS
    assert (Act.VOTE in acts) == (trace.draft.roll is not None)
    if Act.VOTE in acts:
        assert Act.SUBMIT in acts[: acts.index(Act.VOTE)]
        assert acts[acts.index(Act.VOTE) :] == [Act.VOTE, Act.ANNOUNCE]
    if trace.draft.state is State.ADOPTED:
        assert Act.ANNOUNCE in acts
    anything = data.draw(events(trace.draft))
    assert anything.act is Act.INSIST or not step(trace.draft, anything).accepted


@given(st.data(), st.sampled_from(sorted(ENDS)))
def test_every_end_is_reached_from_every_state_before_a_vote(data: st.DataObject, end: State) -> None:
    draft = at(data.draw(st.sampled_from(PENDING)))
    assert run(draft, *data.draw(lives(draft, end))).draft.state is end


def test_a_state_outside_the_council_cannot_second() -> None:
    verdict = step(at(State.SUBMITTED), Event(Act.SECOND, by=("Spain",)))
    assert verdict.explain() == "second: needs a member of the Council to do it (by member: no; Rule 35)"


def test_law_27_a_text_of_states_outside_the_council_needs_a_member_to_ask_for_the_vote() -> None:
    text = at(State.SUBMITTED, sponsors=("Spain", "Germany"))
    asked = {name: step(text, Event(Act.VOTE, by=(name,), roll=SHORT)) for name in ("Spain", "Peru", "Bolivia")}
    assert [verdict.accepted for verdict in asked.values()] == [False, False, True]
    assert "needs a member of the Council to ask for the vote" in asked["Peru"].explain()
    assert "Rule 38" in asked["Peru"].explain()
    assert step(text, Event(Act.VOTE, roll=SHORT)).accepted
    assert step(at(State.SUBMITTED), Event(Act.VOTE, by=("Spain",), roll=SHORT)).accepted


def test_adopted_without_a_vote_has_no_roll_and_nothing_to_decide() -> None:
    trace = run(START, Event(Act.SUBMIT), Event(Act.ADOPT_WITHOUT_VOTE, by=(COUNCIL,)))
    assert (trace.draft.state, trace.draft.roll) == (State.ADOPTED, None)
    assert step(trace.draft, Event(Act.VOTE, roll=SHORT)).answer is Answer.FINAL
    assert not step(START, Event(Act.ADOPT_WITHOUT_VOTE)).accepted
    assert not step(at(State.VOTED, roll=SHORT), Event(Act.ADOPT_WITHOUT_VOTE)).accepted


@given(st.data())
def test_every_adoption_has_either_a_majority_or_no_vote_at_all(data: st.DataObject) -> None:
    council = data.draw(councils())
    start = Draft("draft", council, rule_on(council.on))
    quiet = data.draw(st.booleans())
    end = (
        run(start, Event(Act.SUBMIT), Event(Act.ADOPT_WITHOUT_VOTE)) if quiet else run(start, *data.draw(lives(start)))
    )
    if end.draft.state is State.ADOPTED:
        roll = end.draft.roll
        assert (roll is None) == quiet
        assert roll is None or roll.ballots.count(Ballot.YES) >= (9 if len(council.members) > 11 else 7)


def test_a_refused_event_is_no_step_of_a_trace() -> None:
    with pytest.raises(ValueError, match="not possible while drafted"):
        Trace.start(START).then(step(START, Event(Act.VOTE)))


def test_a_step_prints_as_the_document_the_design_fixes() -> None:
    words = Evidence("a.txt", 1, 5, "text")
    event = Event(Act.SUBMIT, day(16), basis=Basis.REPORTED, evidence=(words,), note="in blue")
    (taken,) = run(START, event).steps
    assert isinstance(taken, Step)
    assert json.loads(json.dumps(taken.to_json())) == {
        "event": "submit",
        "from": "drafted",
        "to": "submitted",
        "date": {"from": "2017-11-16", "to": "2017-11-16", "best": "2017-11-16", "basis": "stated"},
        "basis": "reported",
        "cites": ["Rule 31"],
        "evidence": [{"file": "a.txt", "start": 1, "end": 5, "quote": "text"}],
        "note": "in blue",
    }


def test_every_answer_has_a_sentence() -> None:
    for answer in Answer:
        assert Verdict(answer, Event(Act.VOTE), START).explain().startswith("vote: ")
