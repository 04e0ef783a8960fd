"""Programs of others that run under Node.js: an SCXML interpreter, Mermaid's own parser, one for GIFT.

Knows where they are looked for: in the folder that `LIFECYCLE_NODE_MODULES` names. Nothing is fetched; a test that
needs them is skipped where they are missing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).parent
_VARIABLE = "LIFECYCLE_NODE_MODULES"


def node(script: str, package: str, asked: object) -> Any:
    """What `script`, a path from this folder, answers to `asked`, both as JSON."""
    modules = Path(os.environ.get(_VARIABLE, "nowhere"))
    if shutil.which("node") is None or not (modules / package).is_dir():
        pytest.skip(f"{package} is not in the folder that {_VARIABLE} names, or there is no node")
    done = subprocess.run(
        ["node", str(_HERE / script)],
        input=json.dumps(asked),
        env={**os.environ, "NODE_PATH": str(modules)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def interpret(chart: str, runs: Sequence[Sequence[object]]) -> list[list[str]]:
    """By run, the state an SCXML interpreter is in after each event; every run is a new instance of one chart."""
    answers: list[list[str]] = node("export/interpret.js", "@scion-scxml/scxml", {"chart": chart, "runs": runs})
    return answers


def parse_mermaid(texts: Sequence[str]) -> list[str]:
    """By text, the kind of diagram that Mermaid's parser reads, or what it says is wrong."""
    answers: list[str] = node("export/parse.js", "mermaid", texts)
    return answers
