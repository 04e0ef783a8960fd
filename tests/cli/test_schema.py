"""Schemas on standard output or in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.scenario import eventschema, schema
from tests.conftest import Command


def test_each_kind_of_file_has_its_schema(lifecycle: Command) -> None:
    assert lifecycle("schema", "scenario").json == schema.json_schema()
    assert lifecycle("schema", "events").json == eventschema.json_schema()


def test_as_a_document_it_begins_with_the_format_and_is_a_schema_still(lifecycle: Command) -> None:
    document = lifecycle("schema", "events", "--json").json
    assert next(iter(document.items())) == ("format", 1)
    assert document == {"format": 1, **eventschema.json_schema()}


def test_it_is_written_where_asked(lifecycle: Command, tmp_path: Path) -> None:
    said = lifecycle("schema", "scenario", "-o", tmp_path / "s.json")
    assert (said.code, said.out) == (0, f"{(tmp_path / 's.json').as_posix()} is written.\n")
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == lifecycle("schema", "scenario").out


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        (("poem",), "bad-call"),
        (("scenario", "-o", "no/such/place"), "cannot-write"),
        (("scenario", "-o", "no/such/scenario.yaml"), "output-format"),
    ],
)
def test_a_wrong_call_is_refused(lifecycle: Command, words: tuple[str, ...], slug: str) -> None:
    said = lifecycle("schema", *words)
    assert (said.code, said.out) == (2, "")
    assert f"`lifecycle explain {slug}`" in said.err
