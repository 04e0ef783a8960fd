"""`lifecycle export`: the machine for other tools.

Knows which targets there are and where a text goes. Refuses to know any target's syntax, and what the law is.
"""

from __future__ import annotations

import json as json_text
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from lifecycle.cli.options import Json, RuleName, command_app, day_of_council, examples, rule_for
from lifecycle.cli.output import check_ending, emit, write_again
from lifecycle.errors import nearest_names, refuse

if TYPE_CHECKING:
    from lifecycle.export.outline import Outline

app = command_app()
E = TypeVar("E", bound=StrEnum)


class Target(StrEnum):
    """What the machine can be printed as."""

    MERMAID = "mermaid"
    DOT = "dot"
    SCXML = "scxml"
    PROMELA = "promela"
    JSON = "json"


_ENDINGS = {
    Target.MERMAID: (".mmd", ".mermaid"),
    Target.DOT: (".dot", ".gv"),
    Target.SCXML: (".scxml", ".xml"),
    Target.PROMELA: (".pml", ".promela"),
    Target.JSON: (".json",),
}
"""How the name of a file of each ends."""


def _named(kind: type[E], word: str, slug: str, nothing: str) -> E:
    """The member of `kind` that is called `word`. Raises InputError, which says that `nothing` is, with the nearest."""
    names = [each.value for each in kind]
    if word in names:
        return kind(word)
    raise refuse(slug, f"{nothing} {word!r}; there are {', '.join(names)}", nearest=nearest_names(word, names))


@app.command(
    epilog=examples(
        "lifecycle export mermaid",
        "lifecycle export dot -o draft.dot",
        "lifecycle export promela --on 1950-06-27 -o draft.pml",
        "lifecycle export scxml --rule no-veto -o draft.scxml",
        "lifecycle export mermaid --form amendment",
    )
)
def run(
    target: Annotated[str, typer.Argument(metavar="TARGET", help=f"One of: {', '.join(Target)}.")],
    rule: RuleName = None,
    on: Annotated[
        date | None,
        typer.Option(
            parser=day_of_council, metavar="DATE", help="The day; by default the last one of the member lists."
        ),
    ] = None,
    form: Annotated[
        str, typer.Option(metavar="FORM", help="Whose life: a text's, or an amendment's, a part's, a motion's by name.")
    ] = "text",
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it there.")] = None,
    json: Json = False,
) -> int:
    """Print the machine for other tools: pictures, model checkers, programs.

    All targets show the same rows with their conditions and sources. The Promela file holds laws for SPIN and says in
    its first lines how to check them; the SCXML file runs as it stands.
    """
    from lifecycle.export.outline import outline
    from lifecycle.model.council import LAST_DAY, council_on
    from lifecycle.model.proposals import Form

    wanted = _named(Target, target, "unknown-target", "nothing is exported as")
    if output:
        check_ending(output, f"the machine as {wanted} is written", *_ENDINGS[wanted])
    council = council_on(on or LAST_DAY)
    put = _named(Form, form, "unknown-form", "nothing that is put to the vote is called")
    drawn = outline(council, rule_for(rule, council), form=put)
    text = _printed(wanted, drawn)
    if output:
        write_again(output, text)
    if json and (output or wanted is not Target.JSON):
        emit({"target": wanted, "on": council.on.isoformat(), "rule": drawn.rule.name, **_where(output, text)})
    else:
        typer.echo(f"{output.as_posix()} is written." if output else text, nl=output is not None)
    return 0


def _where(output: Path | None, text: str) -> dict[str, str]:
    return {"file": output.as_posix()} if output else {"text": text}


def _printed(target: Target, drawn: Outline) -> str:
    match target:
        case Target.MERMAID:
            from lifecycle.export.mermaid import mermaid

            return mermaid(drawn)
        case Target.DOT:
            from lifecycle.export.dot import dot

            return dot(drawn)
        case Target.SCXML:
            from lifecycle.export.scxml import scxml

            return scxml(drawn)
        case Target.PROMELA:
            from lifecycle.export.promela import promela

            return promela(drawn)
        case Target.JSON:
            from lifecycle.export.document import document

            return json_text.dumps({"format": 1, **document(drawn)}, ensure_ascii=False, indent=1) + "\n"
