"""What is written reads back the same; a new file can be used as it stands."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import FIRST_DAY, LAST_DAY, council_on
from lifecycle.model.rules import rule_on
from lifecycle.scenario.loader import load
from lifecycle.scenario.replay import replay
from lifecycle.scenario.scenario import Scenario, ScenarioDraft
from lifecycle.scenario.writer import plain, scenario_yaml, skeleton
from lifecycle.testing_scenarios import scenarios

ALEPPO = date(2016, 10, 8)
_FOLDER = Path(tempfile.mkdtemp())
FILE = (_FOLDER / "written.yaml").as_posix()


def read_back(text: str) -> Scenario:
    Path(FILE).write_text(text, encoding="utf-8", newline="")
    return load(FILE)


@given(scenarios(FILE))
def test_what_is_written_reads_back_the_same(scenario: Scenario) -> None:
    assert read_back(scenario_yaml(scenario)) == scenario


@pytest.mark.parametrize(
    "title", ["\x85", "a\u2028b", "\u2029", "\ufeff", "no", "- a: #b", "a\nb\n\n", " ", "\t", "\x00"]
)
def test_marks_that_yaml_could_swallow_come_back(title: str) -> None:
    scenario = Scenario(title, council_on(ALEPPO), rule_on(ALEPPO), (ScenarioDraft("a"),), file=FILE)
    assert read_back(scenario_yaml(scenario)).title == title


@pytest.mark.parametrize(
    "is_so",
    [
        lambda s: s.council.invented,
        lambda s: s.rule != rule_on(s.on) and not s.council.invented,
        lambda s: isinstance(s.rule.may_veto, tuple) and len(s.rule.may_veto) > 0,
        lambda s: any(d.votes and not d.votes.complete for d in s.drafts),
        lambda s: any(d.changes for d in s.drafts),
        lambda s: any(d.steps for d in s.drafts),
        lambda s: any(report.votes and report.evidence for report in s.reports),
        lambda s: len(s.drafts) == 2 and s.expect,
        lambda s: s.sweep and len(s.sweep.settings) == 2,
        lambda s: s.sweep and s.sweep.names,
        lambda s: any(each.blocs and each.members for each in s.leanings.values()),
        lambda s: s.holidays == (),
    ],
)
def test_the_law_has_something_to_say(is_so: Callable[[Scenario], object]) -> None:
    """Each part that can be written is drawn."""
    first_found = settings(phases=(Phase.generate,), deadline=None, derandomize=True)
    several = st.lists(scenarios(FILE), min_size=5, max_size=5)
    assert find(several, lambda drawn: any(map(is_so, drawn)), settings=first_found)


@given(st.data())
def test_each_key_that_is_written_matters(data: st.DataObject) -> None:
    """The sibling of the law: leave any key out, and another scenario, or none, is read."""
    scenario = data.draw(scenarios(FILE))
    lines = scenario_yaml(scenario)
    key = data.draw(st.sampled_from(sorted(plain(scenario))))
    kept = {name: value for name, value in plain(scenario).items() if name != key}
    assert len(kept) == len(plain(scenario)) - 1
    import yaml

    try:
        other = read_back(yaml.safe_dump(kept, default_style='"', allow_unicode=True))
    except InputError:
        return
    assert other != scenario, lines


def test_a_scenario_is_built_in_four_words() -> None:
    """The counterexample of `all-five-must-agree`: nine yes and China abstaining (made up)."""
    council = council_on(ALEPPO)
    roll = Roll.of(council, {Ballot.ABSTAIN: ["China", "Angola", "Egypt", "Japan", "Spain", "Senegal"]}, Ballot.YES)
    draft = ScenarioDraft("text", votes=roll)
    scenario = Scenario("Nine yes and an abstention", council, rule_on(ALEPPO), (draft,))
    assert scenario_yaml(scenario) == (
        "title: Nine yes and an abstention\n"
        "on: 2016-10-08\n"
        "drafts:\n"
        "  text: {}\n"
        "votes:\n"
        "  text:\n"
        "    abstain: [China, Angola, Egypt, Japan, Senegal, Spain]\n"
        "    rest: yes\n"
    )
    assert replay(scenario).drafts[0].trace.draft.state == "adopted"


def test_paths_are_written_from_the_folder_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "press" / "a.txt").write_text("Nothing happened.\n", encoding="utf-8")
    first = tmp_path / "cases" / "first.yaml"
    first.write_text(
        "title: t\non: 2016-10-08\narticles: [../press]\npublished: {a.txt: 2016-10-07}\ndrafts: {a: {}}\n",
        encoding="utf-8",
    )
    written = plain(load(first))
    assert written["articles"] == ["../press/a.txt"]
    assert written["published"] == {"a.txt": "2016-10-07"}


@pytest.mark.parametrize("day", [FIRST_DAY, date(1965, 12, 31), date(1980, 1, 3), ALEPPO, LAST_DAY])
def test_a_skeleton_names_the_members_of_its_day_and_replays(day: date) -> None:
    text = skeleton(day)
    scenario = read_back(text)
    assert scenario.council == council_on(day)
    assert all(member.name in " ".join(text.replace("\n#", " ").split()) for member in council_on(day).members)
    done = replay(scenario)
    assert done.ok
    assert [draft.trace.draft.state for draft in done.drafts] == ["adopted"]
    assert max(map(len, text.splitlines())) <= 120


def test_what_a_skeleton_offers_in_comments_is_accepted() -> None:
    """Each commented key, taken as it stands or filled in, is a key of a scenario."""
    lines = [line[2:] for line in skeleton(ALEPPO).splitlines() if line.startswith("# ") and ": " in line]
    offered = {line.split(":")[0] for line in lines if line.split(":")[0].isidentifier()}
    assert offered == {"teaches", "source", "articles", "kind", "rule", "council", "steps"}
    from lifecycle.scenario.schema import ScenarioForm

    assert offered <= set(ScenarioForm.model_fields)


def test_there_is_no_skeleton_of_an_unknown_day() -> None:
    with pytest.raises(InputError, match="outside the days"):
        skeleton(date(1945, 10, 24))
