"""`lifecycle replay`: scenarios, run and shown.

Knows what a call can ask for and which exit code its end has. Refuses to run anything itself, and leaves the layout
to `lives`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from lifecycle.cli.options import At, Json, Plain, Recursive, Scenarios, command_app, examples
from lifecycle.cli.output import WIDTH, console, emit, errors_json, show_problems, write_again
from lifecycle.errors import InputError, Place, Problem, refuse
from lifecycle.scenario.files import readable_files, shown
from lifecycle.scenario.loader import load
from lifecycle.scenario.press import Press
from lifecycle.scenario.replay import Replay, replay

app = command_app()


@app.command(
    epilog=examples(
        "lifecycle replay scenarios/aleppo-2016",
        "lifecycle replay scenarios/aleppo-2016/russia-abstains.yaml",
        "lifecycle replay scenarios/aleppo-2016/as-reported.yaml --at 2016-10-05",
        "lifecycle replay scenarios --recursive --json",
    )
)
def run(
    scenarios: Scenarios,
    at: At = None,
    recursive: Recursive = False,
    show_all: Annotated[bool, typer.Option("--all", help="Show every step, and what was said but not done.")] = False,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="FILE", help="Write what would be shown as a picture.")
    ] = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Run scenarios and print each draft's life with its evidence.

    Of several scenarios, a variation on another file is shown in short: what it changes and how that ends. By
    --at DATE a text that has reached no end is not judged while sources that tell more are held back.
    """
    if svg and svg.suffix.lower() != ".svg":
        raise refuse("picture-format", "this picture ends in .svg", Place(svg.as_posix()))
    done, problems = _replay_all(scenarios, at, recursive=recursive)
    several = len(done) + len(problems) > 1
    if svg:
        title = " ".join(("lifecycle replay", *map(shown, scenarios)))
        write_again(svg, _picture(done, title, full=show_all, plain=plain, several=several))
    if json:
        emit({"scenarios": [each.to_json() for each in done], **errors_json(problems)})
    elif svg:
        typer.echo(f"{shown(svg)} is written.")
    else:
        _show(done, full=show_all, plain=plain, several=several)
    if problems and not json:
        show_problems(problems)
    if problems:
        return 2
    return 0 if all(each.ok for each in done) else 1


def _replay_all(paths: Sequence[Path], at: date | None, *, recursive: bool) -> tuple[list[Replay], list[Problem]]:
    """Every scenario that can be read, run; and the problems of those that cannot. What they share is mined once."""
    press = Press()
    done: list[Replay] = []
    files, problems = readable_files(paths, recursive=recursive)
    for file in files:
        try:
            done.append(replay(load(file), at, press))
        except InputError as error:
            problems.extend(error.problems)
    return done, list(dict.fromkeys(problems))


def _show(done: Sequence[Replay], *, full: bool, plain: bool, several: bool) -> None:
    from lifecycle.cli.lives import Page

    page = Page(console(), full=full, plain=plain, several=several)
    for each in done:
        page.show(each)
    page.sum_up(done)


def _picture(done: Sequence[Replay], title: str, *, full: bool, plain: bool, several: bool) -> str:
    from lifecycle.cli.lives import Page
    from lifecycle.cli.picture import picture, recorder

    page = Page(recorder(WIDTH), full=full, plain=plain, several=several)
    for each in done:
        page.show(each)
    page.sum_up(done)
    return picture(page.out, title)
