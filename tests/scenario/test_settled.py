"""Scenarios whose drafts depend on each other: an amendment, a part, a motion, a question put first, a debate owed.

Knows scenarios written out here and what they must end in. Refuses to know the model's tables.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.model.draft import Basis
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind
from lifecycle.scenario.loader import load
from lifecycle.scenario.replay import DraftLife, Replay, replay
from lifecycle.scenario.writer import scenario_yaml
from tests.conftest import Command

DECEMBER_2023 = """\
title: Gaza, 22 December 2023
on: 2023-12-22
drafts:
  text: {recorded_as: S/RES/2720}
  oral: {label: Oral amendment, form: amendment, about: text}
votes:
  text: {abstain: [RUS, USA], rest: yes}
  oral: {no: [USA], abstain: [ALB, CHE, GBR, JPN], rest: yes}
expect: {text: adopted, oral: vetoed}
"""
CARRIED = DECEMBER_2023.replace("no: [USA], abstain: [", "abstain: [USA, ")


def replayed(tmp_path: Path, text: str) -> Replay:
    file = tmp_path / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    return replay(load(file))


def life_of(done: Replay, name: str) -> DraftLife:
    return next(draft for draft in done.drafts if draft.name == name)


def acts(draft: DraftLife) -> list[str]:
    return [step.event.act.value for step in draft.trace.steps]


def test_an_amendment_is_vetoed_and_leaves_the_adopted_text_as_it_was(tmp_path: Path) -> None:
    done = replayed(tmp_path, DECEMBER_2023)
    assert done.ok
    assert [draft.name for draft in done.drafts] == ["text", "oral"]
    assert acts(life_of(done, "text")) == ["submit", "vote", "announce"]
    oral = life_of(done, "oral").trace.draft
    assert (oral.form, oral.parent) == (Form.AMENDMENT, "text")


def test_a_carried_amendment_is_in_the_text_before_it_is_voted_on(tmp_path: Path) -> None:
    text = life_of(replayed(tmp_path, CARRIED), "text")
    assert acts(text) == ["submit", "amend", "vote", "announce"]
    assert (text.trace.draft.amended_by, text.trace.draft.revision) == (("oral",), 1)
    amended = text.trace.steps[1].event
    assert (amended.basis, amended.note) == (
        Basis.INFERRED,
        "follows from the vote on Oral amendment, which was adopted",
    )


def test_what_follows_stands_before_a_vote_that_was_reported(tmp_path: Path) -> None:
    reported = """\
events:
  - {draft: text, type: submitted, date: 2023-12-20}
  - {draft: text, type: voted, date: 2023-12-22}
  - {draft: text, type: adopted, date: 2023-12-22}
"""
    done = replayed(tmp_path, CARRIED.replace("oral: vetoed", "oral: adopted") + reported)
    assert acts(life_of(done, "text")) == ["submit", "amend", "vote", "announce"]
    assert done.ok


def test_the_kind_is_the_texts_for_an_amendment_and_procedural_for_a_motion(tmp_path: Path) -> None:
    motion = CARRIED.replace("form: amendment", "form: adjournment").replace("abstain: [USA, ", "no: [USA], abstain: [")
    assert life_of(replayed(tmp_path, motion), "oral").trace.draft.kind is Kind.PROCEDURAL
    assert life_of(replayed(tmp_path, motion), "oral").trace.draft.state == "adopted"
    admission = DECEMBER_2023 + "kind: {text: admission}\n"
    assert life_of(replayed(tmp_path, admission), "oral").trace.draft.kind is Kind.ADMISSION


@pytest.mark.parametrize(("form", "act"), [("postponement", "postpone"), ("referral", "postpone"), ("order", None)])
def test_a_carried_motion_does_to_the_text_what_it_says(tmp_path: Path, form: str, act: str | None) -> None:
    text = life_of(replayed(tmp_path, CARRIED.replace("form: amendment", f"form: {form}")), "text")
    assert (acts(text)[1:2] == [act]) == (act is not None)


def test_a_part_that_is_not_retained_leaves_a_shorter_text(tmp_path: Path) -> None:
    text = life_of(replayed(tmp_path, DECEMBER_2023.replace("form: amendment", "form: part")), "text")
    assert acts(text) == ["submit", "revise", "vote", "announce"]


PRAGUE = """\
title: Czechoslovakia, 24 May 1948
on: 1948-05-24
drafts:
  question: {form: preliminary_question, about: text}
  text: {}
votes:
  question: {no: [USSR, Ukrainian SSR], abstain: [France], rest: yes}
  text: {no: [USSR, Ukrainian SSR], rest: yes}
expect: {question: vetoed, text: vetoed}
"""


def test_the_double_veto_and_what_became_of_the_text_had_the_question_carried(tmp_path: Path) -> None:
    assert replayed(tmp_path, PRAGUE).ok
    carried = replayed(tmp_path, PRAGUE.replace("no: [USSR, Ukrainian SSR], abs", "abs"))
    states = {draft.name: draft.trace.draft.state for draft in carried.drafts}
    assert states == {"question": "adopted", "text": "adopted"}
    assert life_of(carried, "text").trace.draft.kind is Kind.PROCEDURAL


LAOS = """\
title: Laos, 7 September 1959
on: 1959-09-07
drafts:
  text: {recorded_as: S/RES/132}
  question: {form: preliminary_question, about: text}
votes:
  text: {no: [USSR], rest: yes}
  question: {no: [USSR], rest: yes}
ruling: {text: procedural}
expect: {text: adopted, question: vetoed}
"""


def test_a_ruling_of_the_president_decides_whatever_became_of_the_question(tmp_path: Path) -> None:
    done = replayed(tmp_path, LAOS)
    assert done.ok
    decision = life_of(done, "text").decision
    assert decision is not None
    assert [reason.text for reason in decision.reasons][-2:] == [
        "10 members held the matter to be procedural, but the USSR voted no, and the question itself can be vetoed.",
        "The President ruled that the matter is procedural, and the ruling stood.",
    ]
    without = replayed(tmp_path, LAOS.replace("ruling: {text: procedural}\n", ""))
    assert [expectation.got for expectation in without.expect] == ["vetoed", "vetoed"]
    assert replayed(tmp_path, LAOS.replace("text: procedural", "text: not_procedural")).expect[0].got == "vetoed"


MAY_2022 = """\
title: North Korea, 26 May 2022
on: 2022-05-26
drafts: {text: {symbol: S/2022/431}}
votes: {text: {no: [China, Russian Federation], rest: yes}}
"""


@pytest.mark.parametrize(
    ("holidays", "due"),
    [("holidays: [2022-05-30]\n", "10 June 2022"), ("holidays: []\n", "9 June 2022"), ("", None)],
)
def test_a_veto_names_the_day_of_the_debate_where_holidays_are_given(
    tmp_path: Path, holidays: str, due: str | None
) -> None:
    decision = life_of(replayed(tmp_path, MAY_2022 + holidays), "text").decision
    assert decision is not None
    debates = [reason.text for reason in decision.reasons if "Assembly" in reason.text]
    assert (f"by {due}," in debates[0]) if due else debates == []


def test_an_adopted_text_is_owed_no_debate(tmp_path: Path) -> None:
    adopted = MAY_2022.replace("no: [China, Russian Federation], ", "") + "holidays: []\n"
    decision = life_of(replayed(tmp_path, adopted), "text").decision
    assert decision is not None
    assert not any("Assembly" in reason.text for reason in decision.reasons)


@pytest.mark.parametrize("text", [DECEMBER_2023, PRAGUE, LAOS, MAY_2022 + "holidays: []\n", MAY_2022])
def test_what_is_written_is_read_back_the_same(tmp_path: Path, text: str) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(text, encoding="utf-8")
    first = load(file)
    file.write_text(scenario_yaml(first), encoding="utf-8")
    assert load(file) == first
    assert first.holidays == (() if "holidays: []" in text else None)


@pytest.mark.parametrize(
    ("wrong", "slug", "words"),
    [
        ("{form: amendment}", "missing-key", "the draft that the amendment is about"),
        ("{about: text}", "missing-key", "a text is about no other"),
        ("{form: part, about: txt}", "unknown-draft", "no text is called 'txt'; the texts are text"),
        ("{form: part, about: oral}", "unknown-draft", "no text is called 'oral'"),
    ],
)
def test_a_proposal_about_nothing_is_refused_at_its_place(tmp_path: Path, wrong: str, slug: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        replayed(tmp_path, DECEMBER_2023.replace("{label: Oral amendment, form: amendment, about: text}", wrong))
    (problem,) = caught.value.problems
    assert (problem.slug, problem.place.line) == (slug, 5)
    assert words in problem.message


def test_articles_need_not_tell_of_an_amendment(tmp_path: Path, lifecycle: Command) -> None:
    invented = (
        "title: An invented amendment\ndrafts: {oral: {form: amendment, about: french}}\nexpect: {oral: drafted}\n"
    )
    parent = Path(__file__).parents[2] / "scenarios" / "aleppo-2016" / "as-reported.yaml"
    (tmp_path / "s.yaml").write_text(f"extends: {parent}\n{invented}", encoding="utf-8")
    said = lifecycle("replay", tmp_path / "s.yaml", "--json")
    assert said.code == 0
    assert said.json["scenarios"][0]["drafts"]["oral"]["trace"] == []
