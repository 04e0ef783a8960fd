"""`lifecycle check --coverage`: what scenarios touch, and scenarios for what they do not."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Command

FRENCH = """\
title: An invented veto
on: 2016-10-08
drafts: {french: {sponsors: [France]}}
votes: {french: {no: [Russian Federation], rest: yes}}
expect: {french: vetoed}
"""


def scenario(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "veto.yaml"
    file.write_text(FRENCH, encoding="utf-8")
    return file


def test_what_is_touched_is_counted_out_of_what_there_is(lifecycle: Command, tmp_path: Path) -> None:
    said = lifecycle("check", "--coverage", scenario(tmp_path))
    assert said.code == 0
    assert "Touched by 1 life" in said.out
    assert "of 13 " in said.out
    assert "more (--all)" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_scenarios_for_the_gaps_close_them(lifecycle: Command, tmp_path: Path) -> None:
    pack, gaps = tmp_path / "pack", tmp_path / "gaps"
    before = lifecycle("check", "--coverage", scenario(pack), "--write", gaps, "--json")
    assert before.code == 0
    counts = before.json["coverage"]["counts"]
    assert counts["rows"]["touched"] < counts["rows"]["of"]
    assert len(list(gaps.iterdir())) > 50
    assert lifecycle("replay", gaps, "--json").code == 0
    after = lifecycle("check", "--coverage", gaps, "--coverage", pack, "--json").json["coverage"]
    for sort in ("states", "rows", "classes of rolls", "sources", "conditions met"):
        assert after["counts"][sort]["touched"] == after["counts"][sort]["of"], sort
    assert all("(refused)" in gap["life"] for gap in after["gaps"])


def test_what_is_written_is_told_and_nothing_is_overwritten_unasked(lifecycle: Command, tmp_path: Path) -> None:
    pack, gaps = scenario(tmp_path / "pack"), tmp_path / "gaps"
    words = ("check", "--coverage", pack, "--write", gaps)
    told = " ".join(lifecycle(*words).out.split())
    count = len(list(gaps.iterdir()))
    assert f"{count} scenarios are written to {gaps.as_posix()}; `lifecycle replay" in told
    again = lifecycle(*words, "--json")
    assert (again.code, again.json["errors"][0]["slug"]) == (2, "file-exists")
    assert lifecycle(*words, "--force").code == 0


def test_a_file_is_no_folder_for_gaps(lifecycle: Command, tmp_path: Path) -> None:
    file = scenario(tmp_path)
    said = lifecycle("check", "--coverage", file, "--write", file, "--json")
    assert said.code == 2
    assert said.json["errors"][0]["slug"] == "cannot-write"


def test_a_bad_scenario_is_refused_with_its_place(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("title: x\ndrafts: {a: {}}\non: soon\n", encoding="utf-8")
    said = lifecycle("check", "--coverage", file, "--json")
    assert said.code == 2
    assert said.json["errors"][0]["line"] == 3
