"""`lifecycle explain`: an error at length.

Knows how an explanation is laid out. Refuses to know any; they stand in `errors.yaml`.
"""

from __future__ import annotations

from textwrap import fill, indent
from typing import Annotated

import typer

from lifecycle.cli.options import Json, command_app, examples
from lifecycle.cli.output import WIDTH, console, emit
from lifecycle.errors import nearest_names, refuse
from lifecycle.explanations import explanations

app = command_app()


@app.command(epilog=examples("lifecycle explain unknown-member", "lifecycle explain"))
def run(
    slug: Annotated[str | None, typer.Argument(metavar="SLUG", help="The error's short name.")] = None,
    json: Json = False,
) -> int:
    """Explain an error at length.

    Without a name, list every error there is.
    """
    known = explanations()
    if slug is None:
        return _list(json=json)
    if slug not in known:
        message = f"no error is called {slug!r}; `lifecycle explain` alone lists them all"
        raise refuse("unknown-slug", message, nearest=nearest_names(slug, known))
    found = known[slug]
    if json:
        emit(found.to_json())
        return 0
    out = console()
    for paragraph in (f"{found.slug}: {found.title}", found.says, found.mend):
        typer.echo(fill(paragraph, min(out.width, WIDTH), break_long_words=False, break_on_hyphens=False) + "\n")
    if found.example:
        typer.echo("For example:\n" + indent(found.example, "  "))
    return 0


def _list(*, json: bool) -> int:
    if json:
        emit({"errors": [found.to_json() for found in explanations().values()]})
        return 0
    known = explanations().values()
    room = max(len(found.slug) for found in known) + 1
    for found in known:
        typer.echo(
            fill(f"{found.slug:{room}}{found.title}", WIDTH, subsequent_indent=" " * room, break_on_hyphens=False)
        )
    return 0
