"""`lifecycle check`, by hand: what holds, what breaks, and the scenario that replays the break."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.model.table import ROWS
from tests.conftest import Command


def test_the_charter_holds(lifecycle: Command) -> None:
    said = lifecycle("check")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == "Charter as amended 1965"
    assert "19,537 states, 43,902 steps" in said.out
    assert "laws hold" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_charter_of_1946_holds(lifecycle: Command) -> None:
    said = lifecycle("check", "--on", "1946-01-17", "--json")
    assert said.code == 0
    assert list(said.json) == ["format", "rule", "states", "edges", "laws"]
    assert (said.json["rule"], said.json["states"]) == ("charter-1945", 8365)
    assert all(law["ok"] for law in said.json["laws"])


def test_a_misconception_is_shown_by_a_life(lifecycle: Command) -> None:
    said = lifecycle("check", "--rule", "all-five-must-agree")
    assert said.code == 1
    assert "laws broken" in said.out
    assert "1. submit: now SUBMITTED" in said.out
    assert "3. announce: now VETOED" in said.out
    assert "14 yes, 0 no, 1 abstain" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize(
    "words",
    [
        ("--rule", "all-five-must-agree"),
        ("--rule", "no-veto"),
        ("--rule", "two-vetoes-needed", "--on", "1946-01-17"),
        ("--rule", "strict-27-3"),
        ("--without", "voted--announce--vetoed"),
        *(("--on", "1946-01-17", "--without", row.name) for row in ROWS[::11]),
    ],
)
def test_what_is_written_replays_to_the_same_end(lifecycle: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "broken.yaml"
    said = lifecycle("check", *words, "--write", file, "--json")
    assert said.code == 1
    again = lifecycle("replay", file, "--json")
    assert again.code == 0, again.out
    (scenario,) = again.json["scenarios"]
    first = next(law for law in said.json["laws"] if law["id"] == scenario["title"].split()[-1])
    assert not first["ok"]
    steps = scenario["drafts"]["draft"]["trace"]
    assert [step["event"] for step in steps] == [step["event"] for step in first["trace"]]
    assert [step["to"] for step in steps] == [step["to"] for step in first["trace"]]


def test_nothing_broken_nothing_written(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    said = lifecycle("check", "--write", file)
    assert said.code == 0
    assert not file.exists()
    assert "There is no life to write." in said.out


def test_a_loop_is_shown_as_one(lifecycle: Command) -> None:
    said = lifecycle("check", *(w for row in ROWS if row.act == "lapse" for w in ("--without", row.name)), "--all")
    assert said.code == 1
    assert "BROKEN Once a text has been written, in the end its life is over." in " ".join(said.out.split())


def test_a_rule_of_ones_own_is_checked(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "rule.yaml"
    file.write_text("majority: 10\n", encoding="utf-8")
    said = lifecycle("check", "--rule", file, "--json")
    assert said.code == 1
    assert "failed-is-short" in {law["id"] for law in said.json["laws"] if not law["ok"]}


@pytest.mark.parametrize(
    ("text", "slug", "line"),
    [
        ("majority: 16\n", "impossible-rule", 1),
        ("seats: 25\nmajority: 15\n", "rule-does-not-fit", None),
        ("majorty: 9\n", "unknown-key", 1),
        ("majority: nine\n", "bad-number", 1),
    ],
)
def test_a_bad_rule_file_is_refused_with_its_place(
    lifecycle: Command, tmp_path: Path, text: str, slug: str, line: int | None
) -> None:
    file = tmp_path / "rule.yaml"
    file.write_text(text, encoding="utf-8")
    said = lifecycle("check", "--rule", file, "--json")
    assert said.code == 2
    (error,) = said.json["errors"]
    assert error["file"].endswith("rule.yaml")
    assert (error["slug"], error["line"]) == (slug, line)


def test_meetings_are_explored_too(lifecycle: Command) -> None:
    said = lifecycle("check", "--joint", "--on", "1955-12-14")
    assert said.code == 0
    assert "A meeting on two texts" in said.out
    assert "A meeting on a text and an amendment" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_a_misspelt_row_is_answered_with_the_nearest(lifecycle: Command) -> None:
    said = lifecycle("check", "--without", "submitted--withdraw--withdraw", "--json")
    assert said.code == 2
    (error,) = said.json["errors"]
    assert (error["slug"], error["nearest"][0]) == ("unknown-row", "submitted--withdraw--withdrawn")


@pytest.mark.parametrize(("rule", "outcome"), [("all-five-must-agree", "ADOPTED"), ("no-veto", "VETOED")])
def test_the_roll_under_another_rule_is_held_against_the_charter(lifecycle: Command, rule: str, outcome: str) -> None:
    """14 yes and China abstaining is adopted (Namibia 1971, para. 22); 14 yes and China against is vetoed."""
    lines = lifecycle("check", "--rule", rule).out.splitlines()
    assert lines[lines.index(f"under the Charter this roll is {outcome}") - 1].endswith("* permanent member")
    assert "under the Charter" not in lifecycle("check", "--without", "voted--announce--vetoed").out


def test_nothing_is_overwritten_unasked(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("my own work\n", encoding="utf-8")
    words = ("check", "--rule", "no-veto", "--write", file)
    said = lifecycle(*words, "--json")
    assert (said.code, said.json["errors"][0]["slug"]) == (2, "file-exists")
    assert file.read_text(encoding="utf-8") == "my own work\n"
    assert "is written" in " ".join(lifecycle(*words, "--force").out.split())
    assert "title:" in file.read_text(encoding="utf-8")


def test_a_life_is_written_to_a_scenarios_file(lifecycle: Command, tmp_path: Path) -> None:
    """And one that is none is refused before anything is explored, whether a law is broken or not."""
    said = lifecycle("check", "--write", tmp_path / "life.json")
    assert (said.code, said.out, list(tmp_path.iterdir())) == (2, "", [])
    assert "life.json: a scenario is written to a file that ends in .yaml or .yml" in said.err


def test_what_is_written_is_told_once_when_it_is_replayed(lifecycle: Command, tmp_path: Path) -> None:
    """Its steps are all the scenario's, and of no day: no list of them above the table, and no column of days."""
    file = tmp_path / "broken.yaml"
    lifecycle("check", "--rule", "no-veto", "--write", file)
    shown = lifecycle("replay", file).out
    assert "assumed: announce" not in shown
    assert "announce  assumed" in shown
    assert "not dated" not in shown
    assert "assumed: no member can veto" in shown
