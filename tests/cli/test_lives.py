"""How a replay is laid out: what is assumed, what is set aside, what is left unknown. Cases invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lifecycle.cli.lives import Page, hypothesis_lines, one_ballot_away
from lifecycle.cli.picture import recorder
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Event
from lifecycle.model.presets import preset
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import rule_on
from lifecycle.model.table import Act, State
from lifecycle.scenario.replay import Replay, replay
from lifecycle.scenario.scenario import Report, Scenario, ScenarioDraft
from lifecycle.testing_scenarios import scenarios

DAY = date(2016, 10, 8)
COUNCIL = council_on(DAY)
RUSSIA, CHINA, EGYPT = map(COUNCIL.find, ("Russia", "China", "Egypt"))
DRAFT = ScenarioDraft(
    "text", ("France",), symbol="S/2016/1", votes=Roll.of(COUNCIL, {Ballot.NO: ["RUS", "CHN"]}, Ballot.YES)
)
SCENARIO = Scenario("A title", COUNCIL, rule_on(DAY), (DRAFT,), file="a.yaml")


def shown(done: Replay, *, full: bool = False, plain: bool = False, several: bool = False) -> list[str]:
    out = recorder(80)
    page = Page(out, full=full, plain=plain, several=several)
    page.show(done)
    page.sum_up([done])
    return out.export_text().splitlines()


def report(type_: str, modality: str = "occurred", **more: object) -> Report:
    when = When.on(DAY, "stated")
    fields = {"evidence": (Evidence("a.txt", 1, 5, f"{type_} {modality}"),), "mentions": ("m",), **more}
    return Report("r", "text", type_, modality, when, **fields)  # type: ignore[arg-type]


def test_what_a_hypothesis_changes_is_said_in_words() -> None:
    invented = COUNCIL.seated(without=["Spain"], with_=["Germany"])
    assert list(hypothesis_lines(SCENARIO, DRAFT)) == []
    assert list(hypothesis_lines(replace(SCENARIO, council=invented), DRAFT)) == ["without Spain; with Germany"]
    assert list(hypothesis_lines(replace(SCENARIO, rule=preset("no-veto", COUNCIL)), DRAFT)) == ["no member can veto"]
    changes = ((RUSSIA, Ballot.ABSTAIN), (CHINA, Ballot.ABSTAIN), (EGYPT, None))
    assert list(hypothesis_lines(SCENARIO, replace(DRAFT, changes=changes))) == [
        "the Russian Federation and China: abstain instead of no",
        "Egypt: unknown instead of yes",
    ]
    steps = (Event(Act.WITHDRAW, When.on(DAY, "assumed"), ("France", "Spain")), Event(Act.LAPSE))
    assert list(hypothesis_lines(SCENARIO, replace(DRAFT, steps=steps))) == [
        "withdraw on 8 Oct 2016, by France, Spain",
        "lapse",
    ]


def test_a_ballot_that_changes_nothing_is_not_called_a_change() -> None:
    assert list(hypothesis_lines(SCENARIO, replace(DRAFT, changes=((RUSSIA, Ballot.NO),)))) == [
        "the Russian Federation: no"
    ]


def test_the_end_stands_at_the_right_edge() -> None:
    lines = shown(replay(SCENARIO))
    (ending,) = [line for line in lines if "ends  " in line]
    assert ending.startswith("text   S/2016/1   France ")
    assert (ending.endswith("ends  VETOED"), len(ending)) == (True, 80)


def test_a_long_list_of_sponsors_leaves_the_end_a_line_of_its_own() -> None:
    draft = replace(DRAFT, sponsors=tuple(member.name for member in COUNCIL.members))
    assert "ends  VETOED" in shown(replay(replace(SCENARIO, drafts=(draft,))))


def test_an_invented_council_is_labelled() -> None:
    invented = COUNCIL.seated(without=["Spain"], with_=["Germany"])
    draft = replace(DRAFT, votes=Roll.of(invented, {}, Ballot.YES))
    done = replay(replace(SCENARIO, council=invented, drafts=(draft,), extends="b.yaml"))
    for several in (False, True):
        assert any(line.startswith("Invented Council of 8 October 2016: 15") for line in shown(done, several=several))


def test_what_was_said_but_not_done_is_counted_or_listed() -> None:
    reports = (report("vetoed", "hypothetical"), report("submitted", "planned"), report("adopted", "negated"))
    done = replay(replace(SCENARIO, reports=reports))
    assert "said but not done: 1 planned, 1 hypothetical, 1 denied (--all)" in shown(done)
    full = shown(done, full=True)
    assert "  hypothetical: vetoed, 8 Oct, \u201c\u2026vetoed hypothetical\u2026\u201d a:1" in full
    assert "  denied: adopted, 8 Oct, \u201c\u2026adopted negated\u2026\u201d a:1" in full


def test_what_a_hypothesis_sets_aside_is_counted_or_listed() -> None:
    draft = replace(DRAFT, changes=((EGYPT, Ballot.NO),))
    done = replay(replace(SCENARIO, drafts=(draft,), reports=(report("vetoed"),)))
    assert "replaced by this scenario: 1 reported (--all)" in shown(done)
    assert "  reported: vetoed, 8 Oct, \u201c\u2026vetoed occurred\u2026\u201d a:1" in shown(done, full=True)


def test_what_is_said_of_other_texts_comes_last() -> None:
    done = replace(replay(SCENARIO), elsewhere=(report("vetoed", "history_other"),))
    assert "about other texts: 1 about earlier texts (--all)" in shown(done)
    assert not any(
        "other texts" in line for line in shown(replace(done, scenario=replace(SCENARIO, extends="b")), several=True)
    )


def test_an_end_that_is_reported_but_not_proved_by_the_ballots_says_so() -> None:
    draft = ScenarioDraft("text")
    done = replay(replace(SCENARIO, drafts=(draft,), reports=(report("vetoed", votes={"against": ("China",)}),)))
    lines = shown(done)
    assert "VETOED  as reported; of the ballots not all are known" in lines
    assert not any(line.startswith("OPEN") for line in lines)


@pytest.mark.parametrize(
    ("no", "words"),
    [
        (["RUS", "VEN"], "One ballot from adoption: yes or abstain by the Russian Federation is enough."),
        (["RUS", "CHN"], ""),
        (["VEN"], ""),
    ],
)
def test_whose_one_ballot_was_missing_is_said(no: list[str], words: str) -> None:
    """Against one veto its holder's ballot is enough; against two no one's is; an adopted text needs none."""
    draft = replace(DRAFT, votes=Roll.of(COUNCIL, {Ballot.NO: no}, Ballot.YES))
    done = replay(replace(SCENARIO, drafts=(draft,)))
    assert one_ballot_away(done.drafts[0]) == words
    assert any(line.startswith("One ballot") for line in shown(done)) is bool(words)


def test_a_vote_short_by_one_names_everybody_who_could_have_cast_it() -> None:
    """Eight yes of nine needed: each of the seven who abstained could have made it nine."""
    aside = ["China", "Angola", "Egypt", "Japan", "Malaysia", "Senegal", "Spain"]
    draft = replace(DRAFT, votes=Roll.of(COUNCIL, {Ballot.ABSTAIN: aside}, Ballot.YES))
    words = one_ballot_away(replay(replace(SCENARIO, drafts=(draft,))).drafts[0])
    assert words == f"One ballot from adoption: yes by {' or '.join(aside)} is enough."


def test_a_text_of_which_nothing_is_known_says_so() -> None:
    assert "nothing is known to have happened to it" in shown(
        replay(replace(SCENARIO, drafts=(ScenarioDraft("text"),)))
    )


@pytest.mark.parametrize(
    ("expected", "words"), [(State.VETOED, "1 expectation met."), (State.FAILED, "0 of 1 expectations met.")]
)
def test_expectations_are_counted(expected: State, words: str) -> None:
    lines = shown(replay(replace(SCENARIO, expect={"text": expected})))
    assert lines[-1] == words
    assert ("not as expected   text: expected failed, got vetoed" in lines) is (expected == "failed")


def test_a_variation_among_several_is_short() -> None:
    draft = replace(DRAFT, changes=((RUSSIA, Ballot.YES),))
    done = replay(replace(SCENARIO, extends="b.yaml", drafts=(draft, ScenarioDraft("other"))))
    short, whole = shown(done, several=True), shown(done)
    assert len(short) < len(whole) / 2
    assert "assumed: the Russian Federation: yes instead of no" in short
    assert not any(line.startswith("other") for line in short)
    assert any(line.startswith("other") for line in whole)


@given(scenarios("drawn.yaml"), st.booleans(), st.booleans(), st.booleans())
def test_anything_fits_80_columns(scenario: Scenario, full: bool, plain: bool, several: bool) -> None:
    lines = shown(replay(scenario), full=full, plain=plain, several=several)
    assert all(cell_len(line) <= 80 and line == line.rstrip() for line in lines)
