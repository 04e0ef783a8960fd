"""The file of events that `lifecycle mine -o` writes: what it holds, and what it is never written over.

Knows invented files in its place. Refuses to know what is found in an article.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lifecycle.cli.minedfile import keep, notes_beside, summary, written
from lifecycle.errors import Problem
from lifecycle.located import read
from lifecycle.mining.mined import Mined
from tests.conftest import Command

SEEDS = Path(__file__).parents[2] / "seeds"
LAST = "004_a9da9bdbb69074db.txt"


def test_yaml_and_json_lines_say_what_the_document_says(lifecycle: Command, tmp_path: Path) -> None:
    document = lifecycle("mine", SEEDS, "--json").json
    lifecycle("mine", SEEDS, "-o", tmp_path / "e.yaml")
    lifecycle("mine", SEEDS, "-o", tmp_path / "e.jsonl")
    yaml = read(tmp_path / "e.yaml", "e.yaml").plain()
    assert [event["id"] for event in yaml["events"]] == [event["id"] for event in document["events"]]
    assert yaml["mentions"][0]["quote"] == document["mentions"][0]["quote"]
    lines = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == [entry for value in document.values() if isinstance(value, list) for entry in value]


@pytest.mark.parametrize("more", [(), ("--resume",)])
def test_an_output_that_cannot_be_written_is_told_under_its_own_name(
    lifecycle: Command, tmp_path: Path, more: tuple[str, ...]
) -> None:
    (tmp_path / "folder").mkdir()
    for output in (tmp_path / "nowhere" / "x.yaml", tmp_path / "folder"):
        (error,) = lifecycle("mine", SEEDS, "-o", output, *more, "--json").json["errors"]
        assert (error["slug"], error["file"]) == ("cannot-write", output.as_posix())
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("name", ["story.yaml", "article", "events.jsonl"])
@pytest.mark.parametrize("more", [(), ("--resume",)])
def test_a_file_of_another_kind_is_not_overwritten(
    lifecycle: Command, tmp_path: Path, name: str, more: tuple[str, ...]
) -> None:
    """A scenario has the ending that events have; a slip of the hand must not cost it."""
    output = tmp_path / name
    output.write_text("title: my own work\n", encoding="utf-8")
    (tmp_path / f"{name}.part").touch()
    (error,) = lifecycle("mine", SEEDS / LAST, "-o", output, *more, "--json").json["errors"]
    assert (error["slug"], error["file"]) == ("file-exists", output.as_posix())
    assert "holds nothing that `lifecycle mine` wrote" in error["message"]
    assert output.read_text(encoding="utf-8") == "title: my own work\n"


@pytest.mark.parametrize("name", ["events.yaml", "events.jsonl"])
def test_what_an_earlier_run_wrote_is_written_anew(lifecycle: Command, tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    output.touch()  # an empty file is nobody's work
    for articles in (SEEDS / LAST, SEEDS):
        said = lifecycle("mine", articles, "-o", output)
        assert (said.code, said.err) == (0, "")
    assert output.read_text(encoding="utf-8").count("basis") > 5


def test_numbers_agree_with_their_nouns() -> None:
    empty = Mined((), (), (), (), (), (), ())
    assert summary(empty).startswith("0 articles, 0 stories")
    assert written(empty, lines=True) == ""


@pytest.mark.parametrize(("problems", "kept"), [((), True), ((Problem("missing-file", "no such file"),), False)])
def test_whoever_keeps_what_was_found_learns_whether_it_was_written(
    tmp_path: Path, problems: tuple[Problem, ...], kept: bool
) -> None:
    out = tmp_path / "events.yaml"
    notes_beside(out).touch()
    assert keep(Mined((), (), (), (), (), (), ()), out, problems) is kept
    assert (out.exists(), notes_beside(out).exists()) == (kept, False)


def test_a_call_that_can_read_nothing_leaves_the_output_as_it_was(lifecycle: Command, tmp_path: Path) -> None:
    out = tmp_path / "events.yaml"
    before = written(Mined((), (), (), (), (), (), ()), lines=False)
    out.write_text(before, encoding="utf-8")
    said = lifecycle("mine", tmp_path / "misspelt.txt", "-o", out)
    assert said.code == 2
    assert "is not written: no article could be read" in said.out
    assert out.read_text(encoding="utf-8") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.yaml"]
