"""`lifecycle page`: scenarios as one file that anybody can open.

Knows where the page is written and how it is opened for the impatient. Refuses to know what is on it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lifecycle.cli.options import Json, Recursive, command_app, examples
from lifecycle.cli.output import check_ending, emit, write_again
from lifecycle.page.document import page
from lifecycle.scenario.files import scenario_files
from lifecycle.scenario.loader import load

app = command_app()


@app.command(
    epilog=examples(
        "lifecycle page scenarios/aleppo-2016 -o aleppo.html",
        "lifecycle page scenarios/aleppo-2016/as-reported.yaml -o aleppo.html --open",
    )
)
def run(
    scenarios: Annotated[list[Path], typer.Argument(metavar="SCENARIO", help="Scenario files, or folders of them.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.html", help="The file to write.")],
    full_text: Annotated[bool, typer.Option("--full-text", help="Put whole articles into the page.")] = False,
    show: Annotated[bool, typer.Option("--open", help="Open it in a browser.")] = False,
    recursive: Recursive = False,
    json: Json = False,
) -> int:
    """Write one self-contained page: the vote, the story, the machine.

    The vote can be changed, each step of the story shows its words, and there are questions to practise.

    It works without a network, from a memory stick or a learning platform, and sends nothing.
    """
    check_ending(output, "a page is written", ".html", ".htm")
    files = scenario_files(scenarios, recursive=recursive)
    text = page([load(file) for file in files], full_text=full_text)
    write_again(output, text)
    if json:
        emit({"file": output.as_posix(), "scenarios": len(files), "bytes": len(text.encode("utf-8"))})
    else:
        many = "1 scenario" if len(files) == 1 else f"{len(files)} scenarios"
        typer.echo(f"{output.as_posix()} is written: {many}, {len(text.encode('utf-8')) // 1000} kB.")
    if show:
        typer.launch(output.resolve().as_uri())
    return 0
