"""`lifecycle export`: five targets, a file or standard output, and answers to wrong calls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Command

BEGINS = {
    "mermaid": "%% The life of a draft resolution",
    "dot": "digraph draft_resolution {",
    "scxml": '<?xml version="1.0" encoding="UTF-8"?>',
    "promela": "/* The life of a draft resolution",
    "json": '{\n "format": 1,',
}


@pytest.mark.parametrize("target", BEGINS)
def test_each_target_is_printed_and_the_same_twice(target: str, lifecycle: Command) -> None:
    first, second = lifecycle("export", target), lifecycle("export", target)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith(BEGINS[target])
    assert first.out.endswith("\n")
    assert first.out == second.out


@pytest.mark.parametrize("target", BEGINS)
def test_a_file_holds_what_would_have_been_printed(target: str, lifecycle: Command, tmp_path: Path) -> None:
    path = tmp_path / "model"
    said = lifecycle("export", target, "-o", path)
    assert (said.code, said.out, said.err) == (0, f"{path.as_posix()} is written.\n", "")
    assert path.read_text(encoding="utf-8") == lifecycle("export", target).out


def test_day_and_rule_are_those_asked_for(lifecycle: Command) -> None:
    assert (
        "on 1950-06-27, under the rule charter-1945 (7 of 11 votes)"
        in lifecycle("export", "mermaid", "--on", "1950-06-27").out
    )
    assert "under the rule no-veto (9 of 15 votes)" in lifecycle("export", "dot", "--rule", "no-veto").out


def test_a_proposals_life_can_be_asked_for(lifecycle: Command) -> None:
    said = lifecycle("export", "mermaid", "--form", "part")
    assert "a proposal (part) before the Security Council" in said.out
    assert "object [Rule 32]" in said.out


def test_a_rule_file_is_read(lifecycle: Command, tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text("majority: 10\n", encoding="utf-8")
    assert "(10 of 15 votes)" in lifecycle("export", "promela", "--rule", path).out


def test_json_says_where_the_file_is_or_holds_the_text(lifecycle: Command, tmp_path: Path) -> None:
    path = tmp_path / "draft.dot"
    said = lifecycle("export", "dot", "--on", "2016-10-08", "-o", path, "--json").json
    assert said == {
        "format": 1,
        "target": "dot",
        "on": "2016-10-08",
        "rule": "charter-1965",
        "file": path.as_posix(),
    }
    said = lifecycle("export", "dot", "--on", "2016-10-08", "--json").json
    assert said["text"] == path.read_text(encoding="utf-8")


def test_json_as_json_is_the_document_itself(lifecycle: Command) -> None:
    said = lifecycle("export", "json", "--json")
    assert said.json["rows"]
    assert said.out == lifecycle("export", "json").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("mermade",), "nothing is exported as 'mermade'; there are mermaid, dot, scxml, promela, json; did you mean"),
        (("dot", "--rule", "no-vto"), "did you mean 'no-veto'?"),
        (("dot", "--form", "amendement"), "did you mean 'amendment'?"),
        (("dot", "--on", "1900-01-01"), "outside the days"),
        (("dot", "--on", "soon"), "not a date: 'soon'"),
        (("dot", "--rule", "veto-override-12", "--on", "1950-06-27"), "override is 12, but the rule has 11 seats"),
        ((), "missing argument 'TARGET'"),
    ],
)
def test_a_wrong_call_is_answered(words: tuple[str, ...], message: str, lifecycle: Command) -> None:
    said = lifecycle("export", *words)
    assert (said.code, said.out) == (2, "")
    assert message in said.err


def test_nothing_is_written_where_nothing_can_be(lifecycle: Command, tmp_path: Path) -> None:
    said = lifecycle("export", "dot", "-o", tmp_path / "missing" / "draft.dot")
    assert said.code == 2
    assert "cannot be written" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_refused_call_leaves_an_old_file_alone(lifecycle: Command, tmp_path: Path) -> None:
    path = tmp_path / "draft.dot"
    path.write_text("old", encoding="utf-8")
    assert lifecycle("export", "dott", "-o", path).code == 2
    assert path.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("target", "good", "lies"),
    [
        ("mermaid", "a.mermaid", "a.md"),
        ("dot", "a.GV", "a.svg"),
        ("scxml", "a.xml", "a.json"),
        ("promela", "a.pml", "a.txt"),
        ("json", "a.json", "a.dot"),
    ],
)
def test_a_files_name_promises_what_is_in_it(
    target: str, good: str, lies: str, lifecycle: Command, tmp_path: Path
) -> None:
    assert lifecycle("export", target, "-o", tmp_path / good).code == 0
    said = lifecycle("export", target, "-o", tmp_path / lies)
    assert said.code == 2
    assert f"{lies}: the machine as {target} is written to a file that ends in ." in said.err
    assert [path.name for path in tmp_path.iterdir()] == [good]


def test_errors_are_a_document_too(lifecycle: Command) -> None:
    said = lifecycle("export", "dott", "--json")
    assert said.code == 2
    assert json.loads(said.out)["errors"][0]["slug"] == "unknown-target"
    assert said.json["errors"][0]["nearest"] == ["dot"]
