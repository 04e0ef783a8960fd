"""The door itself: help, names, exit codes, and no traceback for a wrong call."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import typer

from lifecycle import __version__
from lifecycle.cli.main import COMMANDS
from tests.conftest import Command

ROOT = Path(__file__).parents[2]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as its own process."""
    return subprocess.run(
        [sys.executable, "-m", "lifecycle", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )


def test_help_lists_every_command(lifecycle: Command) -> None:
    said = lifecycle("--help")
    assert said.code == 0
    for name, (_, line) in COMMANDS.items():
        assert name in said.out
        assert line.split()[0] in said.out
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_named_as_its_module_says_and_has_examples(name: str, lifecycle: Command) -> None:
    module, line = COMMANDS[name]
    command = typer.main.get_command(import_module(module).app)
    assert (command.help or "").split("\n")[0] == line
    said = lifecycle(name, "--help")
    assert said.code == 0
    assert "Examples:" in said.out
    assert f"lifecycle {name}" in said.out


@pytest.mark.parametrize("words", [(), ("replay",), ("exercise", "list")])
def test_help_is_also_asked_for_in_short(lifecycle: Command, words: tuple[str, ...]) -> None:
    assert lifecycle(*words, "-h") == lifecycle(*words, "--help")


def test_the_version_is_the_packages(lifecycle: Command) -> None:
    assert lifecycle("--version").out == f"lifecycle {__version__}\n"


def test_an_unknown_command_is_answered_with_the_nearest(lifecycle: Command) -> None:
    said = lifecycle("replai")
    assert (said.code, said.out) == (2, "")
    assert "did you mean 'replay'" in said.err
    assert lifecycle("replai", "--json").json["errors"][0]["nearest"][0] == "replay"


def test_no_command_at_all_shows_the_help(lifecycle: Command) -> None:
    assert lifecycle().out == lifecycle("--help").out


def test_it_is_a_module_too_and_a_reader_may_go_away() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "lifecycle", "decide", "--on", "2016-10-08", "--rest", "yes"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.wait()
    process.stderr.close()
    assert b"Traceback" not in errors


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_narrow_encodings_are_no_error(environment: dict[str, str]) -> None:
    said = run("decide", "--on", "2021-06-01", "--rest", "yes", **environment)
    assert said.returncode == 0, said.stderr
    assert b"ADOPTED" in said.stdout


def test_colour_stays_out_of_files() -> None:
    assert b"\x1b" not in run("decide", "--on", "2021-06-01", "--rest", "yes").stdout


RECORD = "../shared/record/votes_not_adopted.csv"
PAGES = [
    ("mine", "seeds", "--all"),
    ("mine", "seeds", "--plain"),
    ("evaluate", "../shared/gold/seeds.yaml", "seeds", "--no-dates", "--errors"),
    ("evaluate", "../shared/gold/seeds.yaml", "seeds", "--plain"),
    ("replay", "scenarios/aleppo-2016", "--all"),
    ("replay", "scenarios/aleppo-2016/as-reported.yaml", "--at", "2016-10-05", "--plain"),
    ("decide", "--on", "2016-10-08", "--no", "RUS,VEN", "--abstain", "AGO,CHN", "--rest", "yes"),
    ("whatif", "scenarios/aleppo-2016/withdrawn-before-the-vote.yaml", "--rule", "no-veto"),
    ("power", "--on", "2016-10-08"),
    ("power", "--on", "2016-10-08", "--rule", "charter", "--rule", "no-veto", "--plain"),
    ("forecast", "scenarios/aleppo-2016/as-reported.yaml"),
    ("forecast", "scenarios/questions/a-close-vote.yaml", "--plain"),
    ("sweep", "scenarios/questions/three-members-swept.yaml"),
    ("check", "--all"),
    ("check", "--rule", "all-five-must-agree"),
    ("check", "--coverage", "scenarios/aleppo-2016"),
    ("exercise", "list"),
    ("exercise", "show", "break-the-model", "--key"),
    ("exercise", "check", "sheet.yaml"),
    ("exercise", "grade", "."),
    ("record", "audit", RECORD),
    ("record", "find", "--no", "USA", "--in", RECORD),
    ("record", "show", "S/2016/846", "--in", RECORD),
    ("record", "pivots", "--in", RECORD),
    ("explain", "unknown-member"),
]
SAYS_LITTLE = {"new", "page", "export", "schema"}
"""The commands that print what other programs read, or the name of a file that they have written."""


def test_every_command_that_lays_out_a_page_is_among_these() -> None:
    assert {words[0] for words in PAGES} | SAYS_LITTLE == set(COMMANDS)


@pytest.mark.parametrize("width", [60, 80, 100])
@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_no_line_of_a_page_is_too_long_or_ends_in_spaces(
    lifecycle: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...], width: int
) -> None:
    monkeypatch.setattr("lifecycle.cli.output.WIDTH", width)
    lifecycle("exercise", "start", "two-numbers", "-o", tmp_path / "sheet.yaml")
    monkeypatch.chdir(tmp_path if words[-1] in {"sheet.yaml", "."} else ROOT)
    if not all(Path(word).exists() for word in words if word.startswith("../")):
        pytest.skip("the reference material is not beside the checkout")
    said = lifecycle(*words)
    assert said.code < 2
    lines = said.out.splitlines()
    assert len(lines) > 2
    assert [line for line in lines if line != line.rstrip() or len(line) > width] == []


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_of_help_ends_in_spaces_or_is_cut(
    lifecycle: Command, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Calls in examples stand on one line each, to be copied; they fit a terminal of eighty columns."""
    monkeypatch.setenv("COLUMNS", str(width))
    for words in every_help():
        for line in lifecycle(*words).out.splitlines():
            assert line == line.rstrip(), words
            assert not line.endswith(("...", "\u2026")) or line.startswith("Usage:"), words
            assert len(line) <= (80 if line.startswith("    lifecycle ") else width), words


def test_the_usage_of_a_command_that_takes_several_says_so(lifecycle: Command) -> None:
    assert "{SCENARIO}..." in lifecycle("replay", "--help").out.splitlines()[0]
    assert "{PATH}..." in lifecycle("mine", "--help").out.splitlines()[0]


def every_help() -> list[tuple[str, ...]]:
    """The calls that print help: of the door, of each command, and of each command of a group."""
    calls: list[tuple[str, ...]] = [("--help",)]
    for name, (module, _) in COMMANDS.items():
        inner = getattr(typer.main.get_command(import_module(module).app), "commands", {})
        calls += [(name, "--help"), *((name, each, "--help") for each in inner)]
    return calls


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("decide", "--on", "2016-10-08", "--kind", "procedurall"), "did you mean 'procedural'?"),
        (("decide", "--on", "2016-10-08", "--rest", "maybe"), "'--rest': 'maybe' is not one of 'yes', 'no', "),
        (("record", "find", "--outcome", "veto"), "did you mean 'vetoed'?"),
        (("sweep", "a.yaml", "--sample", "0"), "'--sample' must be 1 or more; `lifecycle sweep --help`"),
        (("sweep", "a.yaml", "--workers", "999"), "'--workers' must be 256 or less; "),
        (("record", "find", "--distance", "near"), "'--distance' must be a whole number; "),
        (("replay", "a.yaml", "--att"), "--att"),
        (
            ("decide", "--on", "2016-10-08", "--no", "USA", "GBR"),
            "'GBR' is more than is taken; a name with a blank goes in quotes, and several members are written USA,GBR",
        ),
        (("explain", "a", "b"), "'b' is more than is taken; a name with a blank goes in quotes; `lifecycle explain"),
        (("help",), "there is no command 'help'; there are mine, "),
        (("replay", "a.yaml", "--at"), "'--at' needs a value behind it; `lifecycle replay --help`"),
        (("mine", "a.txt", "-o"), "'-o' needs a value behind it; `lifecycle mine --help`"),
        (("replay", "a.yaml", "--at", "soon"), "--at: not a date: 'soon'; write it as 2016-10-08"),
        (("decide", "--on", "2016-02-30"), "--on: no such day: '2016-02-30'; that month has 29 days"),
        (("record", "find", "--to", "1999"), "--to: not a date: '1999'; write it as 2016-10-08"),
    ],
)
def test_a_wrong_call_is_answered_in_plain_words(lifecycle: Command, words: tuple[str, ...], said: str) -> None:
    answer = lifecycle(*words)
    assert answer.code == 2
    assert said in answer.err
    assert "Value error" not in answer.err
    assert "Input should" not in answer.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("--plain", "replay", "x.yaml"),
            "before the command: --plain; options stand behind it, as in `lifecycle replay",
        ),
        (("exercise", "--plain", "list"), "options stand behind it, as in `lifecycle exercise list --json`"),
    ],
)
def test_an_option_before_the_command_is_sent_behind_it(lifecycle: Command, words: tuple[str, ...], says: str) -> None:
    said = lifecycle(*words)
    assert said.code == 2
    assert said.err.startswith("no such option")
    assert says in said.err
    assert "stand behind" not in lifecycle("replay", "--nope").err
