"""Every way a scenario can be wrong is told at its place; what is right becomes members, ballots and steps."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from lifecycle.errors import InputError, Problem
from lifecycle.explanations import explanations
from lifecycle.model.ballots import Ballot
from lifecycle.model.reports import When
from lifecycle.model.table import Act, State
from lifecycle.scenario.loader import load
from lifecycle.scenario.replay import replay
from tests.conftest import Command

BROKEN = Path(__file__).parents[1] / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))
NOT_FROM_ONE_FILE = {
    *("bad-call", "bad-json", "cannot-write", "extends-too-deep", "file-exists", "file-too-large", "no-scenarios"),
    *("not-text", "unknown-command", "unknown-slug", "unreadable-file"),
    *("doubled-draft", "impossible-ballot"),
}
"""The errors that belong to a call, a disk or another kind of file; each has its test elsewhere."""


def refused(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        replay(load(path))
    return caught.value.problems


def given(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_at_its_place(path: Path) -> None:
    """The first line of each file says, counted by hand, where its one error is and what the caret stands under."""
    opening = path.read_bytes().split(b"\n")[0].decode()
    expected = re.fullmatch(r"# expected: (?:the file|line (\d+)|(\d+):(\d+) \"(.*)\")", opening)
    assert expected, opening
    line, row, column, culprit = expected.groups()
    (problem,) = refused(path)
    assert problem.slug == path.stem
    assert problem.place.line == (int(line or row) if line or row else None)
    assert problem.place.column == (int(column) if column else None)
    if culprit and problem.place.column:
        assert problem.source is not None
        first = problem.place.column - 1
        assert problem.source[first : first + problem.width] == culprit


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_ends_with_2_and_no_traceback(path: Path, lifecycle: Command) -> None:
    said = lifecycle("replay", path)
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith(f"1 error. `lifecycle explain {path.stem}` says more.\n")


def test_each_error_of_a_scenario_has_its_broken_file() -> None:
    scenario_slugs = {path.stem for path in FILES}
    assert not scenario_slugs & NOT_FROM_ONE_FILE
    assert scenario_slugs == known_to_scenarios() - NOT_FROM_ONE_FILE


def known_to_scenarios() -> set[str]:
    """The slugs that stand in the code a scenario passes through."""
    package = Path(__file__).parents[2] / "lifecycle"
    files = [package / "located.py", package / "decoding.py"]
    rooms = [*(package / "scenario").glob("*.py"), *(package / "model").glob("*.py"), *files]
    text = "\n".join(path.read_text(encoding="utf-8") for path in rooms)
    return {slug for slug in explanations() if f'"{slug}"' in text}


def test_all_errors_are_told_at_once(tmp_path: Path) -> None:
    """A key, a ballot, two members, a sponsor, a draft, a step and a day: eight mistakes, in the order of the lines."""
    path = given(
        tmp_path / "a.yaml",
        "title: t\non: 2016-10-08\n"
        "drafts: {text: {symbl: S/2016/846, sponsors: [Frnace]}}\n"
        "votes:\n  text: {no: [Rusia], abstain: [Germany], rest: maybe}\n"
        "steps: {text: [{event: withdrawl, date: tomorrow}]}\n"
        "expect: {txet: adopted}\n",
    )
    found = [(problem.slug, problem.place.line) for problem in refused(path)]
    assert found == [
        ("unknown-key", 3),
        ("unknown-country", 3),
        ("unknown-member", 5),
        ("not-on-council", 5),
        ("unknown-word", 5),
        ("unknown-word", 6),
        ("bad-date", 6),
        ("unknown-draft", 7),
    ]


def test_names_become_members_and_ballots_a_roll(tmp_path: Path) -> None:
    path = given(
        tmp_path / "a.yaml",
        "title: t\non: 2016-10-08\ndrafts: {text: {sponsors: FRA, label: a text, recorded_as: S/2016/1}}\n"
        "votes: {text: {no: [Moscow, VEN], abstain: China, rest: yes}}\nkind: {text: procedural}\n"
        "parties: {text: [Russia]}\nexpect: {text: adopted}\nbefore: 2016-10-08\n",
    )
    scenario = load(path)
    (draft,) = scenario.drafts
    assert draft.sponsors == ("France",)
    assert draft.roll is not None
    assert [member.name for member in draft.roll.cast(Ballot.NO)] == [
        "Russian Federation",
        "Venezuela (Bolivarian Republic of)",
    ]
    assert draft.roll.tally().yes == 12
    assert (draft.kind, draft.recorded_as, [party.code for party in draft.parties]) == (
        "procedural",
        "S/2016/1",
        ["RUS"],
    )
    assert (scenario.expect, scenario.before) == ({"text": State.ADOPTED}, date(2016, 10, 8))
    assert not scenario.touches(draft)


def test_a_step_keeps_its_day_its_actors_and_its_note(tmp_path: Path) -> None:
    path = given(
        tmp_path / "a.yaml",
        "title: t\non: 2016-10-08\ndrafts: {text: {}}\nsteps:\n  text:\n"
        "    - {event: withdraw, date: 2016-10-07, by: [France, ESP], not_pressed: yes, note: too few votes}\n"
        "    - {event: lapse}\n",
    )
    scenario = load(path)
    withdraw, lapse = scenario.drafts[0].steps
    assert (withdraw.act, withdraw.when) == (Act.WITHDRAW, When.on(date(2016, 10, 7), "assumed"))
    assert (withdraw.by, withdraw.not_pressed, withdraw.note) == (("France", "Spain"), True, "too few votes")
    assert (lapse.when, lapse.note) == (When(), "the scenario says so")
    assert scenario.touches(scenario.drafts[0])


def test_the_words_yes_and_no_stay_words(tmp_path: Path) -> None:
    """YAML 1.1 would read them as true and false, and Norway's code `NO` with them."""
    path = given(
        tmp_path / "a.yaml",
        "title: no\non: 2002-05-08\ndrafts: {off: {}}\n"
        "votes: {off: {no: [Norway], rest: yes}}\nexpect: {off: adopted}\n",
    )
    scenario = load(path)
    assert scenario.title == "no"
    assert scenario.drafts[0].roll is not None
    assert [member.name for member in scenario.drafts[0].roll.cast(Ballot.NO)] == ["Norway"]
