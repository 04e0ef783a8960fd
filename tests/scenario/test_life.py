"""One draft's life: the order of reports, what is inferred, what a hypothesis sets aside, what contradicts what.

The Council is that of 8 October 2016 and the ballots are those of S/PV.7785 where nothing else is said; the reports are
invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Basis, Event
from lifecycle.model.presets import preset
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import Act
from lifecycle.scenario.life import Life, in_order, live
from lifecycle.scenario.scenario import Report, Scenario, ScenarioDraft

DAY = date(2016, 10, 8)
ALEPPO = council_on(DAY)
FRENCH = Roll.of(ALEPPO, {Ballot.NO: ["Russia", "Venezuela"], Ballot.ABSTAIN: ["Angola", "China"]}, Ballot.YES)
DRAFT = ScenarioDraft("text", sponsors=("France", "Spain"))


def report(type_: str, day: int | None, modality: str = "occurred", **more: object) -> Report:
    when = When.on(date(2016, 10, day), "stated") if day else When()
    name = f"{type_}-{day}-{modality}"
    fields = {"when": when, "evidence": (Evidence("a.txt", day or 0, 9, name),), "mentions": (name,), **more}
    return Report(name, "text", type_, modality, **fields)  # type: ignore[arg-type]


def lived(reports: Sequence[Report], draft: ScenarioDraft = DRAFT, **scenario: object) -> Life:
    whole = Scenario("t", ALEPPO, rule_on(DAY), (draft,))
    return live(replace(whole, **scenario), draft, reports)  # type: ignore[arg-type]


def trace(life: Life) -> list[str]:
    return [f"{step.event.act} {step.event.basis}" for step in life.trace.steps]


def test_ballots_alone_are_the_least_run_and_all_of_it_is_assumed() -> None:
    life = lived([], replace(DRAFT, votes=FRENCH))
    assert trace(life) == ["submit assumed", "vote assumed", "announce assumed"]
    assert (life.trace.draft.state, life.conflicts) == ("vetoed", [])
    assert life.trace.steps[-1].event.when == When.on(DAY, "scenario")


def test_nothing_said_is_nothing_done() -> None:
    life = lived([])
    assert (trace(life), life.trace.draft.state, life.decision()) == ([], "drafted", None)


def test_reports_alone_take_the_outcome_that_is_possible() -> None:
    life = lived([report("vetoed", 8, votes={"against": ("Russian Federation",)}), report("submitted", 6)])
    assert trace(life) == ["submit reported", "vote inferred", "announce reported"]
    assert life.trace.draft.state == "vetoed"
    decision = life.decision()
    assert decision is not None
    assert (decision.outcome, decision.tally.no, decision.tally.unknown) == (None, 1, 14)


def test_an_impossible_outcome_is_a_conflict_not_a_step() -> None:
    """Adopted, though a permanent member is said to have voted no."""
    life = lived([report("adopted", 8, votes={"against": ("France",)})])
    assert life.trace.draft.state == "voted"
    (conflict,) = life.conflicts
    assert (conflict.about, conflict.between) == ("outcome", ("adopted-8-occurred",))


def test_ballots_and_report_that_disagree_are_a_conflict_and_the_ballots_count() -> None:
    life = lived([report("adopted", 8)], replace(DRAFT, votes=FRENCH))
    assert life.trace.draft.state == "vetoed"
    assert "said to have been adopted, but the ballots say otherwise" in life.conflicts[0].text
    assert life.conflicts[0].to_json()["draft"] == "text"


@pytest.mark.parametrize(
    "hypothesis",
    [
        {"changes": ((ALEPPO.find("Russia"), Ballot.ABSTAIN),)},
        {"steps": (Event(Act.REVISE, When.on(date(2016, 10, 7), "assumed")),)},
    ],
)
def test_a_hypothesis_about_the_draft_sets_reports_aside_from_the_vote_on(hypothesis: dict[str, object]) -> None:
    draft = replace(DRAFT, votes=FRENCH, **hypothesis)  # type: ignore[arg-type]
    life = lived([report("submitted", 6), report("voted", 8), report("vetoed", 8)], draft)
    assert [each.type for each in life.replaced] == ["voted", "vetoed"]
    assert trace(life)[0] == "submit reported"
    assert trace(life)[-2:] == ["vote assumed", "announce assumed"]
    assert life.conflicts == []


def test_another_rule_or_council_touches_every_draft() -> None:
    reports = [report("submitted", 6), report("vetoed", 8)]
    draft = replace(DRAFT, votes=FRENCH)
    life = lived(reports, draft, rule=preset("no-veto", ALEPPO))
    assert (life.trace.draft.state, [each.type for each in life.replaced]) == ("adopted", ["vetoed"])
    invented = ALEPPO.seated(without=["Japan"], with_=["Germany"])
    other = replace(DRAFT, votes=Roll.of(invented, {}, Ballot.YES))
    assert lived(reports, other, council=invented).trace.draft.state == "adopted"


TOLD = (
    report("submitted", 6),
    report(
        "vetoed",
        8,
        votes={"against": ("Russian Federation", "Venezuela (Bolivarian Republic of)")},
        counts=(("in_favour", 11, 11), ("abstained", 2, 2)),
    ),
)
"""S/PV.7785 as an article might tell it: eleven, two and two, the noes by name."""


@pytest.mark.parametrize(
    ("hypothesis", "more", "state"),
    [
        ({"changes": ((ALEPPO.find("Russia"), Ballot.ABSTAIN),)}, {}, "adopted"),
        ({"changes": ((ALEPPO.find("Venezuela"), Ballot.YES),)}, {}, "vetoed"),
        ({"other_kind": True, "kind": Kind.PROCEDURAL}, {}, "adopted"),
        ({"steps": (Event(Act.REVISE, When.on(date(2016, 10, 7), "assumed")),)}, {}, "vetoed"),
        ({"steps": (Event(Act.WITHDRAW, When.on(date(2016, 10, 7), "assumed"), ("France",)),)}, {}, "withdrawn"),
        ({}, {"rule": preset("no-veto", ALEPPO)}, "adopted"),
    ],
    ids=["Russia abstains", "Venezuela votes yes", "procedural", "revised", "withdrawn", "no veto"],
)
def test_where_a_hypothesis_gives_no_ballots_those_reported_stand_but_for_its_changes(
    hypothesis: dict[str, object], more: dict[str, object], state: str
) -> None:
    """What differs is all that differs."""
    votes = Roll.unknown(ALEPPO) if "changes" in hypothesis else None  # as the loader gives them
    life = lived(TOLD, replace(DRAFT, votes=votes, **hypothesis), **more)  # type: ignore[arg-type]
    assert (life.trace.draft.state, life.conflicts) == (state, [])
    assert [each.type for each in life.replaced] == ["vetoed"]
    if state != "withdrawn":
        assert trace(life)[-2:] == ["vote assumed", "announce assumed"]
        assert life.trace.steps[-2].event.note == "the ballots are those reported"


def test_on_another_council_the_ballots_of_its_members_stand_and_no_count_does() -> None:
    invented = ALEPPO.seated(without=["Venezuela"], with_=["Germany"])
    life = lived(TOLD, council=invented)
    assert life.trace.draft.roll is not None
    assert (life.trace.draft.state, str(life.trace.draft.roll.tally())) == ("voted", "0 yes, 1 no, 14 unknown")


def test_a_hypothesis_on_a_vote_of_which_no_ballot_is_reported_holds_none() -> None:
    life = lived([report("submitted", 6), report("adopted", 8)], rule=preset("no-veto", ALEPPO))
    assert (life.trace.draft.state, life.decision()) == ("submitted", None)


def test_the_kind_of_matter_is_no_hypothesis() -> None:
    """Whoever says that the matter was procedural contradicts the press that says vetoed."""
    life = lived([report("vetoed", 8)], replace(DRAFT, votes=FRENCH, kind=Kind.PROCEDURAL))
    assert (life.trace.draft.state, len(life.conflicts)) == ("adopted", 1)


def test_a_plan_dates_and_supports_the_step_it_was_for() -> None:
    """The Council talks about a text it must have: circulated the day it was to be, with the words of the plan."""
    plan = report("circulated", 3, "planned")
    life = lived([report("discussed", 1), plan, report("discussed", 3, actors=(COUNCIL,))])
    assert trace(life) == ["discuss reported", "circulate inferred", "discuss reported"]
    step = life.trace.steps[1].event
    assert (step.when, step.evidence) == (replace(plan.when, basis="planned"), plan.evidence)
    assert step.note == "it was planned, and the Council's members talk about a text they have"
    assert life.said == (plan,)


def test_a_plan_that_was_overtaken_dates_nothing() -> None:
    """To be submitted on the 3rd, but only circulated on the 5th: whenever it was submitted, it was not on the 3rd."""
    life = lived([report("submitted", 3, "planned"), report("circulated", 5), report("voted", 8)])
    step = life.trace.steps[1].event
    assert (step.act, step.evidence, step.when) == (Act.SUBMIT, (), When(None, DAY, DAY, "inferred"))


def test_a_later_plan_supports_nothing() -> None:
    life = lived([report("circulated", 5, "planned"), report("discussed", 3, actors=(COUNCIL,))])
    step = life.trace.steps[0].event
    assert (step.act, step.evidence, step.when.to_day) == (Act.CIRCULATE, (), date(2016, 10, 3))
    assert step.when.from_day is None


@pytest.mark.parametrize("modality", ["planned", "hypothetical", "negated", "history_other"])
@pytest.mark.parametrize("type_", ["submitted", "vetoed", "withdrawn"])
def test_what_did_not_happen_is_never_run(type_: str, modality: str) -> None:
    life = lived([report(type_, 6, modality)])
    assert trace(life) == []
    assert [each.modality for each in life.said] == [modality]


def test_a_planned_vote_is_scheduled() -> None:
    life = lived([report("submitted", 6), report("vote_scheduled", 7, "planned")])
    assert trace(life) == ["submit reported", "schedule_vote reported"]


def scheduled(told: int, held: int) -> Report:
    """A vote to be held on one day, by what was out on another."""
    told_by = When(None, date(2016, 10, told), date(2016, 10, told), "dateline")
    return report("vote_scheduled", held, "planned", when=told_by, planned_for=When.on(date(2016, 10, held), "stated"))


def test_a_vote_is_scheduled_when_it_was_planned_not_when_it_was_to_be() -> None:
    """Withdrawn on the 5th, before the vote planned for the 7th: no contradiction."""
    life = lived([report("submitted", 3), scheduled(4, 7), report("withdrawn", 5, actors=("France",))])
    assert trace(life) == ["submit reported", "schedule_vote reported", "withdraw reported"]
    assert life.trace.steps[1].event.note == "the vote was to be on 7 October 2016"
    assert life.conflicts == []


@pytest.mark.parametrize(("held", "first"), [(7, "vote_scheduled"), (10, "postponed")])
def test_a_vote_put_off_to_a_later_day_is_first_put_off(held: int, first: str) -> None:
    reports = in_order([report("postponed", 7), scheduled(7, held)])
    assert reports[0].type == first


def test_what_is_told_again_after_the_end_joins_the_step_it_tells() -> None:
    again = report("vetoed", 9, evidence=(Evidence("b.txt", 1, 2, "again"),))
    life = lived([report("submitted", 6), report("vetoed", 8), again, report("voted", 9)])
    assert trace(life) == ["submit reported", "vote reported", "announce reported"]
    assert [each.file for each in life.trace.steps[-1].event.evidence] == ["a.txt", "b.txt"]
    assert life.conflicts == []


def test_a_step_that_cannot_be_taken_is_a_conflict() -> None:
    life = lived([report("adopted", 8, votes={}), report("withdrawn", 9)])
    assert life.trace.draft.state == "adopted"
    assert [conflict.about for conflict in life.conflicts] == ["withdrawn"]
    late = replace(DRAFT, steps=(Event(Act.WITHDRAW), Event(Act.VOTE)))
    assert [conflict.about for conflict in lived([], late).conflicts] == ["vote"]


def test_steps_of_the_scenario_stand_at_their_day() -> None:
    postponed = Event(Act.POSTPONE, When.on(date(2016, 10, 7), "assumed"))
    life = lived([report("submitted", 6), report("discussed", 8)], replace(DRAFT, steps=(postponed,)))
    assert trace(life) == ["submit reported", "postpone assumed", "discuss reported"]


def test_ballots_do_not_end_a_life_that_ended_or_a_text_put_off() -> None:
    for act, state in ((Act.WITHDRAW, "withdrawn"), (Act.POSTPONE, "postponed")):
        life = lived([], replace(DRAFT, votes=FRENCH, steps=(Event(act, by=("France",)),)))
        assert life.trace.draft.state == state
        assert life.decision() is None


def test_ballots_that_leave_it_open_end_in_a_vote() -> None:
    life = lived([], replace(DRAFT, votes=Roll.of(ALEPPO, {Ballot.NO: ["Russia"]})))
    assert (life.trace.draft.state, trace(life)[-1]) == ("voted", "vote assumed")


def test_reports_are_ordered_by_day_then_life_then_place() -> None:
    reports = [report("voted", 8), report("submitted", 8), report("submitted", 6), report("circulated", None)]
    assert [each.id for each in in_order(reports)] == [
        "circulated-None-occurred",
        "submitted-6-occurred",
        "submitted-8-occurred",
        "voted-8-occurred",
    ]


_REPORTS = st.lists(
    st.builds(
        report,
        st.sampled_from(("discussed", "circulated", "submitted", "postponed", "voted", "vetoed", "adopted")),
        st.none() | st.integers(1, 9),
        st.sampled_from(("occurred", "occurred", "planned", "hypothetical")),
    ),
    max_size=6,
    unique_by=lambda each: each.id,
)


@given(_REPORTS, st.randoms(use_true_random=False))
def test_the_order_in_which_reports_are_given_never_matters(reports: list[Report], random: object) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert trace(lived(shuffled)) == trace(lived(reports))


@given(_REPORTS)
def test_no_step_is_without_a_reason(reports: list[Report]) -> None:
    """Reported steps have words, inferred ones a note; without ballots or steps nothing is assumed."""
    for step in lived(reports).trace.steps:
        event = step.event
        assert event.basis in {Basis.REPORTED, Basis.INFERRED}
        assert event.evidence if event.basis is Basis.REPORTED else event.note


@given(_REPORTS)
def test_every_report_that_occurred_is_a_step_or_a_conflict_or_told_again(reports: list[Report]) -> None:
    life = lived(reports)
    shown = {evidence.quote for step in life.trace.steps for evidence in step.event.evidence}
    told = shown | {name for conflict in life.conflicts for name in conflict.between}
    assert {each.id for each in reports if each.modality == "occurred"} <= told


def test_a_count_without_names_can_decide_and_speaks_against_an_end_it_rules_out() -> None:
    """Seven in favour and a permanent member against is no veto, whatever it is called."""
    counts = (("in_favour", 7, 7),)
    life = lived([report("vetoed", 8, votes={"against": ("Russian Federation",)}, counts=counts)])
    assert life.trace.draft.state == "failed"
    (conflict,) = life.conflicts
    assert "By them it is failed: 7 yes, 9 needed: 2 votes short" in conflict.text
    decision = lived([report("voted", 8, counts=counts)]).decision()
    assert decision is not None
    assert decision.outcome == "failed"
