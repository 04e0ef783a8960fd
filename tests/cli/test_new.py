"""A first scenario, written once and never over another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lifecycle.scenario.writer import skeleton
from tests.conftest import Command


def test_a_new_scenario_replays_as_it_stands(lifecycle: Command, tmp_path: Path) -> None:
    path = tmp_path / "vote.yaml"
    said = lifecycle("new", path, "--on", "2016-10-08")
    assert said.code == 0
    assert said.out == f"{path.as_posix()} is written; `lifecycle replay {path.as_posix()}` runs it.\n"
    assert path.read_text(encoding="utf-8") == skeleton(date(2016, 10, 8))
    assert lifecycle("replay", path).code == 0


def test_what_is_there_stays_unless_it_may_go(lifecycle: Command, tmp_path: Path) -> None:
    path = tmp_path / "vote.yaml"
    path.write_text("mine", encoding="utf-8")
    said = lifecycle("new", path, "--on", "2016-10-08")
    assert said.code == 2
    assert "is there already; --force overwrites it" in said.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert lifecycle("new", path, "--on", "2016-10-08", "--force", "--json").json == {
        "format": 1,
        "file": path.as_posix(),
    }
    assert path.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("name", "day", "slug"),
    [
        ("a.yaml", "1945-10-24", "date-out-of-range"),
        ("a.yaml", "8/10/2016", "bad-date"),
        ("no-such-folder/a.yaml", "2016-10-08", "cannot-write"),
        (".", "2016-10-08", "file-exists"),
        ("a.txt", "2016-10-08", "output-format"),
    ],
)
def test_what_cannot_be_written_leaves_nothing(
    lifecycle: Command, tmp_path: Path, name: str, day: str, slug: str
) -> None:
    said = lifecycle("new", tmp_path / name, "--on", day, "--json")
    assert (said.code, said.json["errors"][0]["slug"]) == (2, slug)
    assert list(tmp_path.iterdir()) == []
