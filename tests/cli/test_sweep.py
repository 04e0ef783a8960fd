"""The command `sweep`.

Knows one small sweep and what it writes. Refuses to check the counts again.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.conftest import Command

SWEPT = Path(__file__).parents[2] / "scenarios" / "questions" / "three-members-swept.yaml"
TEN = ("CHN", "FRA", "RUS", "GBR", "USA", "DZA", "ECU", "GUY", "JPN", "MLT")


def test_the_document_counts_by_setting_and_by_member(lifecycle: Command) -> None:
    said = lifecycle("sweep", SWEPT, "--json").json
    assert (said["combinations"], said["counted"], said["sample"]) == (90, 90, None)
    assert said["settings"][0]["vetoed"] == 14
    assert said["members"]["Russian Federation"]["no"]["vetoed"] == 8
    assert len(said["rows"]) == 90
    assert said["rows"][0]["outcome"] == "adopted"


def test_people_read_counts_not_chances_in_eighty_columns(lifecycle: Command) -> None:
    said = lifecycle("sweep", SWEPT)
    assert "not how likely they are" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert "all: adopted 74, vetoed 16" in lifecycle("sweep", SWEPT, "--plain").out


def test_combinations_are_written_as_csv_and_json_lines(lifecycle: Command, tmp_path: Path) -> None:
    table, lines = tmp_path / "C.CSV", tmp_path / "c.jsonl"
    assert lifecycle("sweep", SWEPT, "-o", table).code == 0
    said = lifecycle("sweep", SWEPT, "-o", lines)
    assert said.code == 0
    assert f"90 combinations are written to {lines.as_posix()}" in " ".join(said.out.split())
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows == [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 90


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("mine.csv", "name,mark\nAda,1.0\n"),
        ("mine.csv", "on,rule,note\n2024-01-01,charter,read again\n"),
        ("mine.jsonl", '{"on": "2024-01-01", "note": "read again"}\n'),
    ],
)
def test_somebodys_own_file_is_not_written_over(lifecycle: Command, tmp_path: Path, name: str, own: str) -> None:
    file = tmp_path / name
    file.write_text(own, encoding="utf-8")
    said = lifecycle("sweep", SWEPT, "-o", file, "--json")
    assert (said.code, said.json["errors"][0]["slug"]) == (2, "file-exists")
    assert file.read_text(encoding="utf-8") == own


@pytest.mark.parametrize("name", ["c.csv", "c.jsonl"])
def test_an_empty_file_and_an_earlier_result_are_written_over(lifecycle: Command, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.touch()
    assert lifecycle("sweep", SWEPT, "-o", file).code == 0
    assert lifecycle("sweep", SWEPT, "-o", file, "--sample", "5").code == 0
    assert file.read_text(encoding="utf-8").count("\n") == 5 + (name == "c.csv")


def test_processes_share_the_work(lifecycle: Command) -> None:
    words = ("sweep", SWEPT, "--sample", "2000", "--seed", "5", "--json")
    assert lifecycle(*words, "--workers", "2").out == lifecycle(*words).out


def test_a_heat_map_is_drawn(lifecycle: Command, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    assert lifecycle("sweep", SWEPT, "--plot", tmp_path / "h.svg").code == 0
    assert "China" in (tmp_path / "h.svg").read_text(encoding="utf-8")


def test_where_ballots_are_unknown_the_reader_is_told_how_to_give_them(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "open.yaml"
    text = "title: x\non: 2024-03-22\ndrafts: {text: {}}\nsweep: {members: {Guyana: [yes, no]}}\n"
    file.write_text(text, encoding="utf-8")
    said = " ".join(lifecycle("sweep", file).out.split())
    assert (
        "Open are those in which members who are not swept have no ballot; `rest: yes` in `sweep:` gives them" in said
    )
    file.write_text(text.replace("[yes, no]}", "[yes, no]}, rest: yes"), encoding="utf-8")
    assert "Open are" not in lifecycle("sweep", file).out


def test_too_many_leave_no_file(lifecycle: Command, tmp_path: Path) -> None:
    file, out = tmp_path / "wide.yaml", tmp_path / "wide.csv"
    any_ballot = "".join(f"    {code}: any\n" for code in TEN)
    text = f"title: x\nextends: {SWEPT.as_posix()}\nsweep:\n  members:\n{any_ballot}  rules: [charter, no-veto]\n"
    file.write_text(text, encoding="utf-8")
    said = lifecycle("sweep", file, "-o", out)
    assert said.code == 2
    assert "19,531,250 combinations" in said.err
    assert not out.exists()


@pytest.mark.parametrize("words", [("-o", "x.txt"), ("--plot", "x.gif"), ("--sample", "0"), ("--workers", "0")])
def test_a_wrong_call_is_refused(lifecycle: Command, words: tuple[str, ...]) -> None:
    assert lifecycle("sweep", SWEPT, *words).code == 2
    assert not Path(words[1]).exists()


def test_a_scenario_without_a_sweep_is_refused(lifecycle: Command) -> None:
    said = lifecycle("sweep", SWEPT.parents[1] / "reform" / "charter.yaml", "--json")
    assert (said.code, said.json["errors"][0]["slug"]) == (2, "no-sweep")
