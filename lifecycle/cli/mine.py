"""`lifecycle mine`: articles to dated events, shown, or written to a file that a scenario can read.

Knows what a call can ask for, and what is said beside its result: which files were not read, and which only because
they were named. Refuses to find anything itself, to know how a long run goes (`minerun`), and what a file of events
looks like (`minedfile`).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from lifecycle.cli.minedfile import keep, ours, summary, writable
from lifecycle.cli.minerun import findings_in, nothing_to_resume
from lifecycle.cli.options import Json, Plain, Recursive, command_app, examples, file_named
from lifecycle.cli.output import console, emit, errors_json, few, show_problems, tell
from lifecycle.cli.publication import days_given
from lifecycle.errors import InputError, Place, Problem, refuse
from lifecycle.mining.archive import Source, dated, passed_over, sources_in
from lifecycle.mining.mined import Mined
from lifecycle.mining.miner import joined
from lifecycle.press.article import read_article

app = command_app()

Paths = Annotated[
    list[Path], typer.Argument(parser=file_named, metavar="PATH", help="Articles, or folders of them (their *.txt).")
]
Published = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE=DATE", help="The day an article was published, as 2016-10-08 or 8 October 2016; repeatable."
    ),
]
Dates = Annotated[Path | None, typer.Option(metavar="CSV", help="Publication days: columns `file` and `published`.")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write YAML, or JSON Lines to a *.jsonl.")
]
Workers = Annotated[int, typer.Option(min=1, max=256, metavar="N", help="Processes that read articles.")]
Cluster = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Read on a running Dask scheduler, tcp://HOST:PORT.")
]


@app.command(
    epilog=examples(
        "lifecycle mine seeds",
        "lifecycle mine seeds --published 000_c83b28818893801d.txt=2016-10-01 --json",
        "lifecycle mine seeds -o events.yaml",
        "lifecycle mine archive --recursive --dates days.csv -o events.yaml",
        "lifecycle mine archive --recursive --workers 4 -o events.jsonl --resume",
    )
)
def run(
    paths: Paths,
    published: Published = None,
    dates: Dates = None,
    output: Output = None,
    recursive: Recursive = False,
    workers: Workers = 1,
    cluster: Cluster = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an interrupted run with -o stopped.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help="Show every mention, and why articles were joined.")] = False,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Find the life of draft resolutions in press articles.

    Who did what to which draft, when, and in which words.

    Days that nobody gives are solved from what the articles say, and shown as windows where they stay open.
    """
    if resume and not output:
        raise refuse("bad-call", "--resume needs -o FILE: the run goes on from the notes beside that file")
    if workers > 1 and cluster is not None:
        raise refuse("bad-call", "--workers and --cluster both say where articles are read; give one of them")
    if output and nothing_to_resume(writable(output), resume=resume, json=json):
        return 0
    sources = sources_in(_articles(paths), recursive=recursive)
    given = days_given(published or (), dates, sources)
    sources = dated(sources, given.days)
    where = (workers, cluster)
    found = findings_in(sources, output, where, resume=resume, quiet=json)
    mined = joined(found.findings)
    kept = keep(mined, output, found.problems) if output else False
    if json:
        emit({**mined.to_json(), **errors_json(found.problems)})
    elif output:
        what = f"is written: {summary(mined)}" if kept else "is not written: no article could be read"
        typer.echo(f"{output.as_posix()} {what}.")
    elif found.findings:
        _show(mined, sources, full=show_all, plain=plain)
    for folder in paths:
        _tell_unread(folder, recursive=recursive)
    tell(_told_by_name(paths, found.problems))
    tell(given.remarks)
    tell([remark for each in found.findings for remark in each.remarks])
    if found.problems and not json:
        show_problems(found.problems)
    return 2 if found.problems else 0


def _tell_unread(folder: Path, *, recursive: bool) -> None:
    """Say on standard error what of a folder was not read: nobody should take it for searched."""
    reasons = ("not read, since only *.txt are", "not read without --recursive")
    for why, names in zip(reasons, passed_over(folder, recursive=recursive), strict=True):
        if names:
            tell([f"{folder.as_posix()}: {why}: {few(names)}"])


def _told_by_name(paths: Sequence[Path], problems: Sequence[Problem]) -> list[str]:
    """Of files that are read for being named alone: of a folder only *.txt are, and these may be no articles."""
    unread = {problem.place.file for problem in problems}
    named = (path for path in dict.fromkeys(paths) if path.is_file() and path.suffix.lower() != ".txt")
    why = "read as an article because it is named; articles end in .txt, and of a folder those alone are read"
    return [f"{path.as_posix()}: {why}" for path in named if path.as_posix() not in unread]


def _articles(paths: Sequence[Path]) -> Sequence[Path]:
    """The paths. Raises InputError if one is a file of events from here, whose quotes would be mined a second time."""
    for path in paths:
        if path.is_file() and path.stat().st_size and ours(path):
            raise refuse("not-text", "events that `lifecycle mine` wrote, not an article", Place(path.as_posix()))
    return paths


def _show(mined: Mined, sources: Sequence[Source], *, full: bool, plain: bool) -> None:
    from lifecycle.cli.findings import MOST_LISTED, MinedPage

    texts = None if mined.mentions or len(sources) > MOST_LISTED else _texts(sources)
    MinedPage(console(), mined, full=full, plain=plain, texts=texts).show()


def _texts(sources: Sequence[Source]) -> list[str]:
    """What the articles hold; one that cannot be read is told elsewhere."""
    found = []
    for source in sources:
        with suppress(InputError):
            found.append(read_article(source.path, source.name).text)
    return found
