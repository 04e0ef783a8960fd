"""What the README says is what happens: every command in it is run, and its picture is what the command prints.

Its two `pip` commands and `pytest` are run by `.ci/run`, in environments of their own; its Python is a doctest.
"""

from __future__ import annotations

import html
import os
import re
import shlex
import struct
import subprocess
from pathlib import Path

import pytest

from lifecycle.mining.gold import misplaced, read_gold
from lifecycle.model.rules import Outcome
from lifecycle.record.votes import Totals, Vote
from lifecycle.record.writing import written
from lifecycle.scenario.loader import load
from tests.conftest import Command

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [
    line for block in re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]
OURS = [line for line in LINES if line.startswith("lifecycle ")]
BREAKS_A_LAW = "lifecycle check --rule all-five-must-agree --write counterexample.yaml"
BY_THE_GATE = ["pip install .", 'pip install ".[test]"', "pytest"]
VENV = {"posix": "python3 -m venv .venv && . .venv/bin/activate", "nt": r"py -m venv .venv && .venv\Scripts\activate"}


def test_every_command_is_one_that_is_run() -> None:
    assert [line for line in LINES if line not in OURS] == [VENV["posix"], VENV["nt"], *BY_THE_GATE]


def test_its_commands_do_what_they_promise(lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("scenarios", "seeds"):
        (tmp_path / folder).symlink_to(ROOT / folder, target_is_directory=True)
    (tmp_path / "votes.csv").write_text(written([french_draft()]), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = {line: lifecycle(*shlex.split(line)[1:]) for line in OURS}
    assert [line for line, each in said.items() if each.code != 0] == [BREAKS_A_LAW]
    assert said[BREAKS_A_LAW].code == 1
    assert [line for line, each in said.items() if not each.out] == []


def french_draft() -> Vote:
    """The vote on S/2016/846, as the UN's record has it."""
    draft = load(ROOT / "scenarios" / "aleppo-2016" / "as-reported.yaml").drafts[0]
    assert draft.roll is not None
    totals = Totals.of(draft.roll.tally())
    return Vote("1", draft.roll.council.on, draft.roll, Outcome.VETOED, totals, draft="S/2016/846")


def test_the_reading_order_goes_through_each_room_from_article_to_event_by_files_that_are_there() -> None:
    order = README[README.index("## Read it") : README.index("## How fast")]
    files = re.findall(r"`(?:lifecycle/)?(\w+)/(\w+\.\w+)`", order)
    assert [file for file in files if not (ROOT / "lifecycle" / "/".join(file)).is_file()] == []
    rooms = [room for room, _ in files]
    path = ["press", "wording", "days", "reading", "dating", "mining"]
    assert [room for room in rooms if room in path] == path


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


def test_its_picture_of_the_page_is_one() -> None:
    """`python -m tests.page.screenshot` draws it anew; what it shows is tested in a browser."""
    data = (ROOT / "tests" / "gold" / "page.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (1180, 1300)


def words(picture: Path) -> list[str]:
    """The text in a picture, line by line; where it is drawn does not matter."""
    return [
        html.unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", picture.read_text(encoding="utf-8"))
    ]


def test_the_annotation_of_the_readme_is_one(tmp_path: Path) -> None:
    example = re.search(r"^```yaml\n(articles:.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert example
    (tmp_path / "gold.yaml").write_text(example.group(1), encoding="utf-8")
    (article,) = read_gold(tmp_path / "gold.yaml", "gold.yaml")
    (mention,) = article.mentions
    assert misplaced(article, mention.quote, "gold.yaml") == ()
    assert misplaced(article, f"Again {mention.quote}", "gold.yaml") != ()
