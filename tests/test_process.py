"""The command as a process of its own: whatever the terminal's encoding, and when the reader goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DECIDE = ("decide", "--on", "1971-10-26", "--no", "China", "--rest", "yes")
REPLAY = ("replay", "scenarios/aleppo-2016/as-reported.yaml")
MINE = ("mine", "seeds")
POOR = [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m lifecycle` with these words and variables, in the project's folder."""
    call = [sys.executable, "-m", "lifecycle", *words]
    return subprocess.run(call, cwd=ROOT, env=os.environ | variables, capture_output=True, check=False)


@pytest.mark.parametrize("words", [DECIDE, REPLAY, MINE, (*MINE, "--json")], ids=" ".join)
@pytest.mark.parametrize("variables", POOR, ids=lambda variables: next(iter(variables)))
def test_a_poor_encoding_costs_no_result(words: tuple[str, ...], variables: dict[str, str]) -> None:
    rich, poor = run(*words, PYTHONIOENCODING="utf-8"), run(*words, **variables)
    assert (poor.returncode, poor.stderr) == (rich.returncode, b"") == (0, b"")
    assert poor.stdout.count(b"\n") == rich.stdout.count(b"\n")


def test_the_same_call_prints_the_same_bytes() -> None:
    first, second = (run(*MINE, "--json", PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout == second.stdout != b""


def test_a_reader_that_goes_away_is_no_error() -> None:
    call = [sys.executable, "-m", "lifecycle", "replay", "scenarios/aleppo-2016", "--all"]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
