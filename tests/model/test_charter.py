"""Citations: unique, linked, and each one used.

Knows the list of sources and reads the model's own text for uses. Refuses to judge whether a source says so.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from lifecycle.model import charter
from lifecycle.model.charter import CITATIONS, Citation
from lifecycle.model.table import ROWS

NAMES = [name for name, value in vars(charter).items() if isinstance(value, Citation)]

OUR_OWN = {"hypothesis", "modelling"}
"""What stands where a source would, and is none: no document of anybody else says it."""


def used_names() -> set[str]:
    """The constants of `charter` that some other module of the model names."""
    home = Path(charter.__file__)
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in home.parent.glob("*.py") if path != home)
    return {
        node.attr
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "charter"
    }


def test_each_key_names_one_source() -> None:
    assert len(CITATIONS) == len(NAMES)
    assert all(key == citation.key for key, citation in CITATIONS.items())


def test_every_source_is_used_and_every_use_is_known() -> None:
    assert used_names() == set(NAMES)


@pytest.mark.parametrize("citation", CITATIONS.values(), ids=list(CITATIONS))
def test_a_source_has_a_sentence_and_a_public_link_and_what_is_none_has_no_link(citation: Citation) -> None:
    assert citation.link.startswith("https://") is (citation.key not in OUR_OWN)
    assert bool(citation.link) is (citation.key not in OUR_OWN)
    assert citation.says.endswith((".", ")"))
    assert "\n" not in citation.says


def test_what_the_table_cites_is_listed() -> None:
    cited = {cite for row in ROWS for cite in row.cites}
    cited |= {cite for row in ROWS for condition in row.guard for cite in condition.cites}
    assert cited <= set(CITATIONS.values())
