"""`lifecycle explain`: an error at length.

Knows how an explanation is laid out. Refuses to know any; they stand in `errors.yaml`.
"""

from __future__ import annotations

from typing import Annotated

import typer

from lifecycle.cli.options import Json, command_app, examples
from lifecycle.cli.output import console, emit
from lifecycle.errors import nearest_names, refuse
from lifecycle.explanations import explanations

app = command_app()


@app.command(epilog=examples("lifecycle explain unknown-member", "lifecycle explain"))
def run(
    slug: Annotated[str | None, typer.Argument(metavar="[SLUG]", help="The error's short name.")] = None,
    json: Json = False,
) -> int:
    """Explain an error at length; without a name, list every error there is."""
    known = explanations()
    if slug is None:
        return _list(json=json)
    if slug not in known:
        raise refuse("unknown-slug", f"no error is called {slug!r}", nearest=nearest_names(slug, known))
    found = known[slug]
    if json:
        emit(found.to_json())
        return 0
    out = console()
    out.print(f"{found.slug}: {found.title}\n")
    out.print(found.says + "\n")
    out.print(found.mend)
    if found.example:
        out.print("\nFor example:")
        out.print("\n".join(f"  {line}" for line in found.example.splitlines()))
    return 0


def _list(*, json: bool) -> int:
    if json:
        emit({"errors": [found.to_json() for found in explanations().values()]})
        return 0
    out = console()
    for found in explanations().values():
        out.print(f"{found.slug:24} {found.title}")
    return 0
