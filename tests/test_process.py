"""The command as a process of its own: whatever the terminal's encoding, and when the reader goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DECIDE = ("decide", "--on", "1971-10-26", "--no", "China", "--rest", "yes")
REPLAY = ("replay", "scenarios/aleppo-2016/as-reported.yaml")
MINE = ("mine", "seeds")
POOR = [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
UNWATCHED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_PROCESS")}
"""Variables by which coverage does not follow into a process: its start takes longer than most commands."""


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m lifecycle` with these words and variables, in the project's folder."""
    return _run(words, os.environ | variables)


def run_unwatched(*words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """The same without coverage."""
    return _run(words, UNWATCHED | variables)


def _run(words: tuple[str, ...], env: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-m", "lifecycle", *words]
    return subprocess.run(call, cwd=ROOT, env=env, capture_output=True, check=False)


@cache
def rich(*words: str) -> subprocess.CompletedProcess[bytes]:
    """What is said where any letter can be written; one run for all that are held against it."""
    return run_unwatched(*words, PYTHONIOENCODING="utf-8")


@pytest.mark.parametrize("words", [DECIDE, REPLAY, MINE, (*MINE, "--json")], ids=" ".join)
@pytest.mark.parametrize("variables", POOR, ids=lambda variables: next(iter(variables)))
def test_a_poor_encoding_costs_no_result(words: tuple[str, ...], variables: dict[str, str]) -> None:
    poor = run(*words, **variables)
    assert (poor.returncode, poor.stderr) == (rich(*words).returncode, b"") == (0, b"")
    assert poor.stdout.count(b"\n") == rich(*words).stdout.count(b"\n")


def test_the_same_call_prints_the_same_bytes() -> None:
    first, second = (run_unwatched(*MINE, "--json", PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout == second.stdout != b""


def test_the_same_page_is_the_same_bytes_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    pages = [tmp_path / f"{seed}.html" for seed in ("1", "2")]
    for page in pages:
        call = ("page", "scenarios/aleppo-2016/russia-abstains.yaml", "-o", str(page))
        assert run_unwatched(*call, PYTHONHASHSEED=page.stem).returncode == 0
    assert pages[0].read_bytes() == pages[1].read_bytes()


@pytest.mark.parametrize("words", [("replay", "scenarios/aleppo-2016", "--all"), ("explain",), ("explain", "--json")])
def test_a_reader_that_goes_away_is_no_error(words: tuple[str, ...]) -> None:
    call = [sys.executable, "-m", "lifecycle", *words]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_full_disk_is_one_line(more: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        call = [sys.executable, "-m", "lifecycle", *DECIDE, *more]
        done = subprocess.run(call, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"standard output cannot be written: no space left on device")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams here")
@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0)])
def test_a_closed_stream_is_no_error(closed: str, code: int) -> None:
    words = " ".join((sys.executable, "-m", "lifecycle", *DECIDE, closed))
    done = subprocess.run(words, shell=True, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    done = run("export", "mermaid", "-o", "/dev/stdout" if os.name == "posix" else str(tmp_path / "x"))
    assert done.returncode == 0
    assert b"stateDiagram-v2" in done.stdout
