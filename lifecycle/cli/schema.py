"""`lifecycle schema`: the JSON Schema of a kind of file, so that an editor can check it while it is written.

Knows which kinds of file there are. Refuses to state any form a second time: each schema is written by its form.
"""

from __future__ import annotations

import json as json_text
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from lifecycle.cli.options import Json, command_app, examples
from lifecycle.cli.output import check_ending, emit, write_again

app = command_app()


class Kind(StrEnum):
    """The files that have a schema."""

    SCENARIO = "scenario"
    EVENTS = "events"
    EXERCISE = "exercise"


_HOMES = {
    Kind.SCENARIO: "lifecycle.scenario.schema",
    Kind.EVENTS: "lifecycle.scenario.eventschema",
    Kind.EXERCISE: "lifecycle.teaching.sheet",
}
"""The module whose `json_schema` writes each."""


@app.command(
    epilog=examples(
        "lifecycle schema scenario", "lifecycle schema scenario -o scenario.schema.json", "lifecycle schema events"
    )
)
def run(
    kind: Annotated[Kind, typer.Argument(help="Which kind of file.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it there.")] = None,
    json: Json = False,
) -> int:
    """Print the JSON Schema of a kind of file, for editors.

    A scenario names it in its first line: `# yaml-language-server: $schema=../scenario.schema.json`.
    """
    if output:
        check_ending(output, "a schema is written", ".json")
    text = json_text.dumps(_schema(kind), indent=1, ensure_ascii=False) + "\n"
    if output:
        write_again(output, text)
    if json:
        # A schema as a document of this program: its readers ignore a key they do not know.
        emit({"file": output.as_posix(), "kind": kind} if output else _schema(kind))
    else:
        typer.echo(f"{output.as_posix()} is written." if output else text, nl=output is not None)
    return 0


def _schema(kind: Kind) -> dict[str, Any]:
    schema: dict[str, Any] = import_module(_HOMES[kind]).json_schema()
    return schema
