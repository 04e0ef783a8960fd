"""SPIN, run as a user would run it: translate, compile, check.

Knows the commands that the Promela file itself recommends, and reads what the checker says. Refuses to judge it. A test
that needs SPIN or a C compiler is skipped where they are missing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

LTL = re.compile(r"^ltl (\w+) .*\n", re.MULTILINE)
"""A block of a law or a witness, and its name."""


@dataclass(frozen=True)
class Checker:
    """A compiled checker. Its names are those of the `ltl` blocks it knows."""

    folder: Path

    def errors(self, law: str, *, fair: bool = False) -> int:
        """How many errors SPIN finds with the law of that name; it stops at the first."""
        said = self.run("-w18", "-a", *(["-f"] if fair else []), "-N", law)
        assert f"({law})" in said, said
        assert "search was not completed" not in said, said
        assert "max search depth too small" not in said, said
        return int(_one(r"errors: (\d+)", said))

    def reached(self) -> tuple[int, list[str]]:
        """How many states are stored, and what the model wrote while it was explored."""
        said = self.run("-w18", "-m100000")
        assert "errors: 0" in said, said
        return int(_one(r"(\d+) states, stored", said)), [line for line in said.splitlines() if line.startswith("at ")]

    def run(self, *words: str) -> str:
        """The checker's whole output."""
        return _run(self.folder, str(self.folder / "pan"), *words)


def checker(folder: Path, model: str, *switches: str, flags: tuple[str, ...] = ()) -> Checker:
    """`model` translated with `switches` and compiled with `flags` in `folder`; skips where SPIN cannot run."""
    for tool in ("spin", "gcc"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.pml").write_text(model, encoding="utf-8")
    said = _run(folder, "spin", *switches, "-a", "model.pml")
    assert "rror" not in re.sub(r"(?m)^ltl .*", "", said), said
    _run(folder, "gcc", "-O0", "-w", *flags, "-o", "pan", "pan.c")
    return Checker(folder)


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, (command, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout


def _one(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, text
    return found[1]
