"""Every short name of an error that the package uses is explained, and every explained one is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lifecycle.explanations import Explanation, explanations

PACKAGE = Path(__file__).parents[1] / "lifecycle"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
MAKERS = {"refuse", "Problem", "problem", "complain"}
"""The calls whose first word is a slug."""


def trees() -> Iterator[ast.AST]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def words(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and SLUG.fullmatch(inner.value):
            yield inner.value


def used() -> set[str]:
    """What the package calls a slug: the first word of a call that makes a problem, or what a name `slug` is set to."""
    found: set[str] = set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in MAKERS:
                found.update(words(node.args[0]))
            if isinstance(node, ast.Assign) and "slug" in {_name(each) for each in ast.walk(node.targets[0])}:
                found.update(words(node.value))
    return found


def _name(node: ast.AST) -> str:
    return str(getattr(node, "attr", None) or getattr(node, "id", ""))


def test_every_error_is_explained() -> None:
    assert len(used()) > 30
    assert sorted(used() - set(explanations())) == []


def test_no_error_is_explained_that_never_happens() -> None:
    written = {word for tree in trees() for word in words(tree)}
    assert sorted(set(explanations()) - written) == []


def test_they_stand_in_order() -> None:
    assert list(explanations()) == sorted(explanations())


@pytest.mark.parametrize("found", explanations().values(), ids=lambda found: found.slug)
def test_an_explanation_is_worth_reading(found: Explanation) -> None:
    assert SLUG.fullmatch(found.slug)
    assert found.title[0].islower(), "a title stands after the short name and a colon: it opens small"
    assert len(found.title) <= 75
    assert not found.title.endswith(".")
    assert found.says.endswith(".")
    assert found.mend.endswith(".")
    assert list(found.to_json()) == ["slug", "title", "says", "mend", "example"]
