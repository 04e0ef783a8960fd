"""The ten scenarios of Aleppo end as S/PV.7785 and the rule say; the press agrees; the document has its keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from lifecycle.mining.mined import Conflict
from lifecycle.model.council import council_on
from lifecycle.model.reports import When
from lifecycle.model.rules import rule_on
from lifecycle.model.table import State
from lifecycle.scenario.loader import load
from lifecycle.scenario.press import Press, Sourced
from lifecycle.scenario.replay import Expectation, Replay, replay
from lifecycle.scenario.scenario import Report, Scenario, ScenarioDraft
from lifecycle.testing_scenarios import scenarios

FOLDER = Path(__file__).parents[2] / "scenarios" / "aleppo-2016"

# Ends and tallies (yes-no-abstain) by hand: the votes of S/PV.7785 are 11-2-2 and 4-9-2; each variation moves the
# ballots its file names.
ENDS = {
    "as-reported": (("vetoed", "11-2-2"), ("failed", "4-9-2")),
    "no-veto": (("adopted", "11-2-2"), ("failed", "4-9-2")),
    "postponed-for-ever": (("lapsed", None), ("failed", "4-9-2")),
    "russia-abstains": (("adopted", "11-1-3"), ("failed", "4-9-2")),
    "russia-and-venezuela-in-favour": (("adopted", "13-0-2"), ("failed", "4-9-2")),
    "russian-draft-gets-nine": (("vetoed", "11-2-2"), ("vetoed", "9-4-2")),
    "three-supporters-lost": (("failed", "8-5-2"), ("failed", "4-9-2")),
    "two-supporters-lost": (("vetoed", "9-4-2"), ("failed", "4-9-2")),
    "two-vetoes-needed": (("adopted", "11-2-2"), ("failed", "4-9-2")),
    "withdrawn-before-the-vote": (("withdrawn", None), ("failed", "4-9-2")),
}


def ends(done: Replay) -> tuple[tuple[str, str | None], ...]:
    found = []
    for draft in done.drafts:
        tally = draft.decision and draft.decision.tally
        counts = f"{tally.yes}-{tally.no}-{tally.abstain}" if tally else None
        found.append((str(draft.trace.draft.state), counts))
    return tuple(found)


def test_every_file_of_the_folder_is_in_the_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(ENDS)


@pytest.mark.parametrize("name", ENDS)
def test_ballots_alone_lead_to_the_end(name: str) -> None:
    scenario = replace(load(FOLDER / f"{name}.yaml"), articles=(), published={})
    done = replay(scenario)
    assert ends(done) == ENDS[name]
    assert done.ok
    assert {step.event.basis for draft in done.drafts for step in draft.trace.steps} == {"assumed"}


@pytest.mark.parametrize("name", ENDS)
def test_with_the_articles_the_end_is_the_same(name: str) -> None:
    done = replay(load(FOLDER / f"{name}.yaml"), press=PRESS)
    assert ends(done) == ENDS[name]
    assert done.ok


PRESS = Press()


@pytest.mark.parametrize("name", ENDS)
def test_each_scenario_says_in_a_line_what_it_teaches(name: str) -> None:
    scenario = load(FOLDER / f"{name}.yaml")
    assert scenario.teaches
    assert len(scenario.teaches) <= 105
    assert scenario.source == "S/PV.7785"
    assert scenario.expect


def test_the_rival_text_would_have_met_three_vetoes() -> None:
    done = replay(load(FOLDER / "russian-draft-gets-nine.yaml"), press=PRESS)
    decision = done.drafts[1].decision
    assert decision is not None
    assert [member.name for member in decision.vetoes] == ["France", "United Kingdom", "United States"]
    lost = replay(load(FOLDER / "three-supporters-lost.yaml"), press=PRESS).drafts[0].decision
    assert lost is not None
    assert (lost.vetoes, lost.would_have_been_vetoed) == ((), True)


def test_the_press_reports_what_happened_on_its_days() -> None:
    """From the five articles: talks, submission on Thursday 6 October, the veto on Saturday 8 October 2016."""
    french, russian = replay(load(FOLDER / "as-reported.yaml"), press=PRESS).drafts
    reported = {str(s.event.act): s.event.when.best for s in french.trace.steps if s.event.basis == "reported"}
    assert reported["submit"] == date(2016, 10, 6)
    assert reported["announce"] == date(2016, 10, 8)
    first = french.trace.steps[0].event
    assert first.act == "discuss"
    assert first.when.from_day is not None
    assert first.when.to_day is not None
    assert first.when.from_day <= date(2016, 9, 30) <= first.when.to_day
    assert [str(s.event.basis) for s in russian.trace.steps] == ["inferred", "inferred", "reported"]
    assert all(step.event.evidence for step in french.trace.steps if step.event.basis == "reported")


def test_only_what_was_out_by_a_day_is_used() -> None:
    scenario = load(FOLDER / "as-reported.yaml")
    french = replay(scenario, date(2016, 10, 5), PRESS).drafts[0]
    last = max(
        step.event.when.best for step in french.trace.steps if step.event.basis == "reported" and step.event.when.best
    )
    assert last <= date(2016, 10, 5)
    nothing = replay(scenario, date(2016, 9, 1), PRESS)
    assert {step.event.basis for draft in nothing.drafts for step in draft.trace.steps} == {"assumed"}
    assert nothing.drafts[0].said == ()


def test_the_document_has_the_keys_the_design_fixes() -> None:
    done = replay(load(FOLDER / "russia-abstains.yaml"), press=PRESS)
    document = done.to_json()
    assert list(document) == ["file", "title", "drafts", "expect", "not_judged", "conflicts"]
    french = document["drafts"]["french"]  # type: ignore[index]
    assert list(french) == ["state", "trace", "decision", "replaced"]
    assert list(french["trace"][0]) == ["event", "from", "to", "date", "basis", "cites", "evidence", "note"]
    assert list(french["trace"][0]["evidence"][0]) == ["file", "start", "end", "quote"]
    assert [each["type"] for each in french["replaced"]] == ["voted", "vetoed"]
    assert document["expect"] == [{"draft": "french", "expected": "adopted", "got": "adopted", "ok": True},
                                  {"draft": "russian", "expected": "failed", "got": "failed", "ok": True}]  # fmt: skip


def bare(**fields: object) -> Scenario:
    day = date(2016, 10, 8)
    return Scenario("t", council_on(day), rule_on(day), (ScenarioDraft("a"),), **fields)  # type: ignore[arg-type]


def test_an_expectation_that_is_not_met_is_not_ok() -> None:
    done = replay(bare(expect={"a": State.ADOPTED}))
    assert done.expect == (Expectation("a", "adopted", "drafted"),)
    assert not done.ok
    assert replay(bare(expect={"a": State.DRAFTED})).ok


def test_sources_that_contradict_each_other_are_conflicts_unless_the_draft_is_a_hypothesis(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clash = Conflict("a", "outcome", ("m1", "m2"), "adopted and vetoed")
    reports = {"a": (Report("r", "a", "submitted", "occurred", When()),)}
    monkeypatch.setattr(Press, "sourced", lambda self, scenario, at: Sourced(reports, (clash,)))
    done = replay(bare())
    assert [(each.draft, each.between) for each in done.conflicts] == [("a", ("m1", "m2"))]
    assert not done.ok
    day = date(2016, 10, 8)
    assert replay(replace(bare(), rule=replace(rule_on(day), name="own", majority=10))).conflicts == ()


@given(scenarios("drawn.yaml"))
def test_any_scenario_can_be_replayed(scenario: Scenario) -> None:
    """Whatever is assumed, each draft keeps to the table, and a decided roll is announced as it was decided."""
    done = replay(scenario)
    assert [draft.name for draft in done.drafts] == [draft.name for draft in scenario.drafts]
    for draft in done.drafts:
        states = [step.row.state for step in draft.trace.steps] + [draft.trace.draft.state]
        assert states[0] == "drafted"
        assert [step.row.target for step in draft.trace.steps] == states[1:]
        if draft.decision and draft.decision.outcome and draft.trace.draft.state in {"adopted", "vetoed", "failed"}:
            assert str(draft.trace.draft.state) == draft.decision.outcome


def test_the_councils_talks_need_the_text_that_was_to_be_circulated_that_day() -> None:
    """It was planned in the first article, for that Monday, and nobody told of it afterwards."""
    done = replay(load(FOLDER / "as-reported.yaml"), press=PRESS)
    french = done.drafts[0].trace.steps
    acts = [(step.event.act, step.event.basis, step.event.when.best) for step in french]
    third = date(2016, 10, 3)
    assert acts[1:3] == [("circulate", "inferred", third), ("discuss", "reported", third)]
    assert "circulated" in french[1].event.evidence[0].quote


# Two invented articles, out on 5 and 9 October, that tell of 4 and 8 October.
SUBMITTED = """France submitted its draft resolution on Syria to the UN Security Council on 4 October 2016.

Russia withdrew its own draft resolution on Syria on 4 October 2016.
"""
VETOED = "Russia vetoed the draft resolution of France on Syria in the UN Security Council on 8 October 2016.\n"
STORY = """title: Invented
on: 2016-10-08
articles: [first.txt, second.txt]
published: {first.txt: 2016-10-05, second.txt: 2016-10-09}
drafts: {text: {sponsors: [France]}, other: {sponsors: [Russia]}}
"""


def story(folder: Path, rest: str) -> Scenario:
    (folder / "first.txt").write_text(SUBMITTED, encoding="utf-8")
    (folder / "second.txt").write_text(VETOED, encoding="utf-8")
    (folder / "a.yaml").write_text(STORY + rest, encoding="utf-8")
    return load(folder / "a.yaml")


@pytest.mark.parametrize(
    ("day", "state", "judged"),
    [(4, "drafted", False), (5, "submitted", False), (8, "submitted", False), (9, "vetoed", True)],
)
def test_a_draft_is_judged_once_the_article_that_tells_its_end_is_out(
    tmp_path: Path, day: int, state: str, judged: bool
) -> None:
    """The vote is of the 8th, but who knows only what was out on that day does not know of it."""
    done = replay(story(tmp_path, "expect: {text: vetoed}\n"), date(2016, 10, day))
    assert done.drafts[0].trace.draft.state == state
    assert ([each.got for each in done.expect], done.not_judged) == (([state], ()) if judged else ([], ("text",)))
    assert done.ok


def test_a_draft_that_reached_an_end_is_judged_though_the_other_is_not(tmp_path: Path) -> None:
    scenario = story(tmp_path, "expect: {text: vetoed, other: adopted}\n")
    done = replay(scenario, date(2016, 10, 8))
    assert (done.expect, done.not_judged, done.ok) == (
        (Expectation("other", "adopted", "withdrawn"),),
        ("text",),
        False,
    )
    document = done.to_json()
    assert (len(document["expect"]), document["not_judged"]) == (1, ["text"])  # type: ignore[arg-type]


def test_what_has_no_end_is_judged_where_nothing_is_held_back(tmp_path: Path) -> None:
    """Expected is that it stays submitted: of one article that holds from its day, in place from any."""
    scenario = story(tmp_path, "expect: {text: submitted}\n")
    scenario = replace(scenario, articles=scenario.articles[:1])
    early, then = (replay(scenario, date(2016, 10, day)) for day in (4, 5))
    assert (early.not_judged, early.ok) == (("text",), True)
    assert (then.not_judged, then.expect) == ((), (Expectation("text", "submitted", "submitted"),))
    event = "{draft: text, type: submitted, modality: occurred, date: 2016-10-04}"
    place = f"title: Invented\non: 2016-10-08\nevents: [{event}]\ndrafts: {{text: {{}}}}\nexpect: {{text: adopted}}\n"
    (tmp_path / "b.yaml").write_text(place, encoding="utf-8")
    done = replay(load(tmp_path / "b.yaml"), date(2016, 10, 1))
    assert (done.not_judged, done.ok) == ((), False)


def test_ballots_that_the_scenario_gives_reach_an_end_on_any_day() -> None:
    """Those of S/PV.7785 were cast on 8 October 2016; they are assumed, whatever the press had by then."""
    done = replay(load(FOLDER / "as-reported.yaml"), date(2016, 10, 7), PRESS)
    assert ([each.ok for each in done.expect], done.not_judged) == ([True, True], ())
