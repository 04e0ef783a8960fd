"""A run over an archive: the same on one process and on two, stopped, taken up again, begun anew.

Knows the calls of `lifecycle mine` with -o. Refuses to look at what is found.
"""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from tests.conftest import Command

SEEDS = Path(__file__).parents[2] / "seeds"
LAST = "004_a9da9bdbb69074db.txt"


def test_the_same_call_writes_the_same_bytes_with_two_processes(lifecycle: Command, tmp_path: Path) -> None:
    for name, more in (("one", ()), ("two", ("--workers", "2"))):
        assert lifecycle("mine", SEEDS, "-o", tmp_path / f"{name}.jsonl", *more).code == 0
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.jsonl", "two.jsonl"]


def test_an_interrupted_run_is_taken_up_again(lifecycle: Command, tmp_path: Path) -> None:
    whole, again = tmp_path / "whole.jsonl", tmp_path / "again.jsonl"
    lifecycle("mine", SEEDS, "-o", whole)
    (tmp_path / "again.jsonl.part").write_text('{"size": 1, "file": "cut off', encoding="utf-8")
    assert lifecycle("mine", SEEDS, "-o", again, "--resume").code == 0
    assert again.read_bytes() == whole.read_bytes()
    assert not (tmp_path / "again.jsonl.part").exists()


def test_a_run_that_is_asked_to_end_says_where_its_notes_are(
    lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch system sends SIGTERM when the time is over; what was read by then is kept."""
    output = tmp_path / "events.jsonl"
    before = signal.getsignal(signal.SIGTERM)
    with monkeypatch.context() as patch:
        patch.setattr("lifecycle.cli.minerun.harvest", lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        said = lifecycle("mine", SEEDS, "-o", output)
    assert said.code == 130
    notes = f"{output.as_posix()}.part"
    assert f"Stopped; the same call with --resume goes on from {notes}, or remove that.\n" in said.err
    assert signal.getsignal(signal.SIGTERM) is before
    assert [path.name for path in tmp_path.iterdir()] == ["events.jsonl.part"]
    assert lifecycle("mine", SEEDS, "-o", output, "--resume").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["events.jsonl"]


def test_a_run_begun_anew_says_that_notes_are_dropped(lifecycle: Command, tmp_path: Path) -> None:
    output, notes = tmp_path / "events.yaml", tmp_path / "events.yaml.part"
    notes.write_text('{"size": 1, "file": "cut off', encoding="utf-8")
    said = lifecycle("mine", SEEDS / LAST, "-o", output)
    assert said.code == 0
    told = "the notes of an interrupted run are dropped; --resume would have gone on from them"
    assert said.err == f"{output.as_posix()}: {told}\n"


def test_a_file_beside_the_output_that_is_somebodys_own_is_left_alone(lifecycle: Command, tmp_path: Path) -> None:
    notes = tmp_path / "events.yaml.part"
    notes.write_text("my own notes\n", encoding="utf-8")
    said = lifecycle("mine", SEEDS / LAST, "-o", tmp_path / "events.yaml")
    assert (said.code, [each.name for each in tmp_path.iterdir()]) == (2, ["events.yaml.part"])
    assert f"{notes.as_posix()}: is there already and holds no notes of an interrupted run" in said.err
    assert notes.read_text(encoding="utf-8") == "my own notes\n"


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_run_taken_up_with_other_articles_says_what_is_dropped(
    lifecycle: Command, tmp_path: Path, more: tuple[str, ...]
) -> None:
    output, notes = tmp_path / "events.yaml", tmp_path / "events.yaml.part"
    notes.write_text(
        "".join(json.dumps({"size": 1, "book": "", "file": f"{n}.txt"}) + "\n" for n in "abcde"), encoding="utf-8"
    )
    said = lifecycle("mine", SEEDS / LAST, "-o", output, "--resume", *more)
    assert said.code == 0
    told = "findings of the interrupted run are dropped, since their articles are not in this call: "
    assert said.err == f"{output.as_posix()}: {told}a.txt, b.txt, c.txt and 2 more\n"


def test_a_run_that_came_to_its_end_is_not_taken_up_again(lifecycle: Command, tmp_path: Path) -> None:
    """Somebody who names the wrong folder keeps what the right one gave."""
    output = tmp_path / "events.yaml"
    lifecycle("mine", SEEDS, "-o", output)
    before = output.read_bytes()
    said = lifecycle("mine", SEEDS / LAST, "-o", output, "--resume", "--json")
    assert [error["slug"] for error in said.json["errors"]] == ["bad-call"]
    again = lifecycle("mine", SEEDS / LAST, "-o", output, "--resume")
    assert (again.code, again.err) == (0, "")
    assert "so nothing was read" in again.out
    assert output.read_bytes() == before
    assert lifecycle("mine", SEEDS / LAST, "-o", output).code == 0
    assert output.read_bytes() != before
