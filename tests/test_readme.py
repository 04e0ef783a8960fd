"""What the README says is what happens: every command in it is run, and its picture is what the command prints.

Its two `pip` commands and `pytest` are run by `.ci/run`, in environments of their own; its Python is a doctest.
"""

from __future__ import annotations

import html
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Command

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [
    line for block in re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]
OURS = [line for line in LINES if line.startswith("lifecycle ")]
BY_THE_GATE = ["pip install .", 'pip install ".[test]"', "pytest"]
VENV = {"posix": "python3 -m venv .venv && . .venv/bin/activate", "nt": r"py -m venv .venv && .venv\Scripts\activate"}


def test_every_command_is_one_that_is_run() -> None:
    assert [line for line in LINES if line not in OURS] == [VENV["posix"], VENV["nt"], *BY_THE_GATE]


def test_its_commands_do_what_they_promise(lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("scenarios", "seeds"):
        (tmp_path / folder).symlink_to(ROOT / folder, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    said = {line: lifecycle(*shlex.split(line)[1:]) for line in OURS}
    assert {line: each.err for line, each in said.items() if each.code != 0} == {}
    assert all(each.out for each in said.values())


def test_the_environment_is_made_by_one_line(tmp_path: Path) -> None:
    done = subprocess.run(VENV[os.name], shell=True, cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert (tmp_path / ".venv" / "pyvenv.cfg").is_file()


def test_its_picture_is_what_the_command_prints(
    lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    drawn = tmp_path / "replay.svg"
    assert lifecycle("replay", "scenarios/aleppo-2016/as-reported.yaml", "--svg", drawn).code == 0
    assert words(drawn) == words(ROOT / "tests" / "gold" / "replay.svg")


def words(picture: Path) -> list[str]:
    """The text in a picture, line by line; where it is drawn does not matter."""
    return [
        html.unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", picture.read_text(encoding="utf-8"))
    ]
