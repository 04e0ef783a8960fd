"""The project holds itself to its own plan: mirror, openings, citations, no drawers, no leftovers.

The layers are import-linter's; its contract stands in `pyproject.toml`.
"""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from lifecycle.model.charter import CITATIONS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lifecycle"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.stat().st_size)
CODE = [path for path in MODULES if path.name not in {"__init__.py", "__main__.py"}]
LONGEST = 350
"""The most lines of a file."""

TOP = {"pyproject.toml", "README.md", "LICENSE", "lifecycle", "scenarios", "tests", "seeds"}


def name(path: Path) -> str:
    """A path as the reader of a failure wants it."""
    return path.relative_to(ROOT).as_posix()


def test_the_top_level_is_the_plan() -> None:
    """What a reader wrote here, as README's commands do, is the reader's: what git tracks counts, if it can tell.

    An install leaves nothing: from a `build` of an older state, the next would take modules that are gone.
    """
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    assert "build" not in found
    kept = {name for name in tracked() or found - {"dist"} if not name.startswith(".")}
    assert kept == TOP


def tracked() -> set[str]:
    """What stands at the top of the git checkout; nothing where this is none, or git is not there."""
    if not (ROOT / ".git").exists():
        return set()
    try:
        said = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return set()
    return {each.split("/", 1)[0] for each in said.stdout.decode("utf-8", "replace").split("\0") if each}


def test_nothing_lies_about_in_the_package() -> None:
    kept = {".py", ".yaml", ".csv", ".js", ".css", ".pml", ".typed"}
    found = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [name(path) for path in found if path.suffix not in kept and path.name != "py.typed"] == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_each_module_has_its_test(path: Path) -> None:
    inside = path.relative_to(PACKAGE)
    assert (ROOT / "tests" / inside.parent / f"test_{inside.name}").is_file()


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_file_opens_with_what_it_knows_and_refuses_to_know(path: Path) -> None:
    opening = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert re.search(r"\bKnows?\b", opening)
    assert re.search(r"\b[Rr]efuses?\b", opening)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_is_a_hall_or_a_drawer(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= LONGEST
    assert path.stem not in {"utils", "helpers", "common", "base", "misc", "core"}


def test_no_file_of_tests_is_longer_than_a_module() -> None:
    """A longer one tries two things, or one thing several times."""
    lines = {name(path): path.read_text(encoding="utf-8").count("\n") for path in (ROOT / "tests").rglob("*.py")}
    assert {file: count for file, count in lines.items() if count > LONGEST} == {}


def test_no_function_is_longer_than_a_page() -> None:
    long = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _body_lines(node) > 40
    ]
    assert long == []


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function below its signature and docstring."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or first.lineno) - first.lineno + 1


def test_every_source_that_is_kept_is_cited() -> None:
    charter = (PACKAGE / "model" / "charter.py").read_text(encoding="utf-8")
    names = re.findall(r"^([A-Z][A-Z0-9_]+) = Citation\(", charter, re.MULTILINE)
    assert len(names) == len(CITATIONS)
    text = "\n".join(path.read_text(encoding="utf-8") for path in CODE if path.name != "charter.py")
    assert [each for each in names if not re.search(rf"\b{each}\b", text)] == []


def test_nothing_is_left_for_someone_else() -> None:
    words = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
    kinds = {".py", ".yaml", ".js", ".css", ".pml", ".md", ".csv"}
    folders = (PACKAGE, ROOT / "tests", ROOT / "scenarios")
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in kinds]
    files.append(ROOT / "README.md")
    assert [name(path) for path in files if words.search(path.read_text(encoding="utf-8", errors="replace"))] == []
