"""Where the record's files are named. Knows the option and the variable. Refuses to know what is in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lifecycle.cli.recordfiles import PUBLISHED, VARIABLE
from lifecycle.record.writing import written
from tests.conftest import Command
from tests.record.test_rows import vote


def test_without_a_file_the_reader_is_told_where_the_record_is_published(
    lifecycle: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    said = lifecycle("record", "count", "--by", "vote")
    assert said.code == 2
    assert PUBLISHED in said.err


def test_the_variable_names_the_files_once(lifecycle: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "invented.csv"
    path.write_bytes(written([vote()]).encode())
    monkeypatch.setenv(VARIABLE, str(path))
    assert lifecycle("record", "audit").code == 0
    assert lifecycle("record", "show", "S/1").code == 0


def test_faults_are_mentioned_in_one_line_on_the_side(lifecycle: Command, tmp_path: Path) -> None:
    path = tmp_path / "invented.csv"
    path.write_bytes(written([vote()]).encode().replace(b",Y,", b",Q,", 2))
    said = lifecycle("record", "find", "--in", path, "--json")
    assert said.err.startswith("2 faults")
    assert len(said.json["votes"]) == 1


def test_each_command_says_how_it_takes_files_and_how_the_variable_names_several(
    lifecycle: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    audited, counted = lifecycle("record", "audit").err, lifecycle("record", "count", "--by", "vote").err
    assert "give FILE..., or set" in audited
    assert "--in" not in audited
    assert "give --in FILE, or set" in counted
    assert all(f"several files with {os.pathsep!r} between" in said for said in (audited, counted))


def test_the_variable_names_several_files(lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("1", "2"):
        (tmp_path / f"{key}.csv").write_bytes(written([vote(key)]).encode())
    monkeypatch.setenv(VARIABLE, os.pathsep.join(str(tmp_path / f"{key}.csv") for key in ("1", "2")))
    assert lifecycle("record", "audit", "--json").json["votes"] == 2
