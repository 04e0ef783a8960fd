"""Scenario files as tests, and a student's properties against seeded faults, in a pytest of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Where the project is installed, its plugin is there already; a second time would be an error.
INSTALLED = any(each.name == "lifecycle" for each in entry_points(group="pytest11"))
GOOD = """title: Invented
on: 2016-10-08
drafts: {text: {}}
votes: {text: {no: [Russia], rest: yes}}
expect: {text: vetoed}
"""
PROPERTY = """
from datetime import date
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on


def test_an_abstention_is_no_veto(decider):
    council = council_on(date(2011, 3, 17))
    abstained = {Ballot.ABSTAIN: ["BRA", "CHN", "DEU", "IND", "RUS"]}
    assert decider(Roll.of(council, abstained, rest=Ballot.YES)) == "adopted"


def test_nothing():
    pass
"""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in `folder`, with the plugin."""
    plugin = () if INSTALLED else ("-p", "lifecycle.pytest_plugin")
    call = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(folder), *plugin, *words]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    env = os.environ | {"PYTHONPATH": path}
    return subprocess.run(call, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_each_scenario_is_a_test_and_says_where_it_fails(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "wrong.yaml").write_text(GOOD.replace("text: vetoed", "text: adopted"))
    (tmp_path / "broken.yaml").write_text(GOOD.replace("Russia", "Rusia"))
    (tmp_path / "other.yaml").write_text("not: a scenario\n")
    done = run(tmp_path, "--lifecycle", "--junitxml=out.xml")
    assert "2 failed, 1 passed" in done.stdout
    assert "text: expected adopted, got vetoed" in done.stdout
    assert "voted --announce--> vetoed" in done.stdout
    assert "broken.yaml:4:21: unknown member 'Rusia'" in done.stdout
    assert "Traceback" not in done.stdout
    assert (tmp_path / "out.xml").read_text().count("<testcase") == 3


def test_one_can_be_picked_and_without_the_option_none_is(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "wrong.yaml").write_text(GOOD.replace("text: vetoed", "text: adopted"))
    assert "1 passed, 1 deselected" in run(tmp_path, "--lifecycle", "-k", "good").stdout
    assert "no tests ran" in run(tmp_path).stdout


def test_seeded_faults_are_noticed_or_not_and_fail_no_test(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(PROPERTY)
    done = run(tmp_path, "--lifecycle-mutants")
    assert done.returncode == 0
    assert "noticed      H1: every permanent member must vote yes" in done.stdout
    assert "NOT NOTICED  H6: a permanent member can veto a procedural decision" in done.stdout
    assert "2 of 9 noticed" in done.stdout


def test_a_property_that_fails_on_the_charter_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(PROPERTY.replace('== "adopted"', '== "vetoed"'))
    done = run(tmp_path, "--lifecycle-mutants")
    assert done.returncode == 1
    assert "1 failed" in done.stdout
