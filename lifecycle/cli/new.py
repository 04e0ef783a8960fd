"""`lifecycle new`: the first lines of a scenario.

Knows where it is written, and that nothing is overwritten unasked. Refuses to know what a scenario holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lifecycle.cli.options import Force, Json, On, command_app, examples
from lifecycle.cli.output import check_ending, check_free, emit, write_whole
from lifecycle.scenario.writer import skeleton

app = command_app()


@app.command(epilog=examples("lifecycle new my-vote.yaml --on 2016-10-08"))
def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")],
    on: On,
    force: Force = False,
    json: Json = False,
) -> int:
    """Write a commented scenario with the members of a day."""
    check_ending(file, "a scenario is written", ".yaml", ".yml")
    text = skeleton(on)
    check_free(file, force=force)
    write_whole(file, text)
    if json:
        emit({"file": file.as_posix()})
    else:
        typer.echo(f"{file.as_posix()} is written; `lifecycle replay {file.as_posix()}` runs it.")
    return 0
