"""What every test stands on: two Hypothesis profiles, the command line, and the reference material beside the project.

Knows where that material lies and that it may be missing, and that calls of one command share what they explore.
Refuses to know what is in the material.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from lifecycle.cli import check as cli_check
from lifecycle.cli.main import main
from tests.explored import explored, meetings_explored

settings.register_profile("default", deadline=None, derandomize=True, print_blob=False)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("LIFECYCLE_HYPOTHESIS", "default"))

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of facts, votes and annotations that stands beside the project; tests that read it skip without it."""
    if not _SHARED.is_dir():
        pytest.skip(f"the reference material is not beside the project: {_SHARED.name}/")
    return _SHARED


@dataclass(frozen=True)
class Said:
    """What a command did: its exit code, and the two streams as text."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


Command = Callable[..., Said]


@pytest.fixture
def lifecycle(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command line, called in this process with words; what two calls would both explore is explored once."""
    monkeypatch.setattr(cli_check, "check", explored)
    monkeypatch.setattr(cli_check, "check_meetings", meetings_explored)

    def call(*words: object) -> Said:
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return call
