"""`lifecycle mine`: articles to dated events, shown, or written to a file that a scenario can read.

Knows how a run over an archive is watched, interrupted and taken up again, and what is said beside its result. Refuses
to find anything itself, and to know what a file of events looks like (`minedfile`).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lifecycle.cli.minedfile import keep, notes_beside, ours, summary, writable
from lifecycle.cli.options import Json, Plain, command_app, examples, file_named
from lifecycle.cli.output import clean, console, emit, errors_json, show_problems
from lifecycle.cli.publication import days_given
from lifecycle.errors import InputError, Place, Problem, refuse
from lifecycle.mining.archive import Harvest, Notebook, Source, dated, harvest, passed_over, sources_in
from lifecycle.mining.mined import Mined
from lifecycle.mining.miner import joined
from lifecycle.mining.pools import pool
from lifecycle.press.article import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

app = command_app()

NAMED = 3
"""How many of the names that were not read or are dropped are said."""

TOLD = 10
"""How many remarks on files are said; an archive may give thousands of one kind."""


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
    paths: Annotated[
        list[Path],
        typer.Argument(parser=file_named, metavar="PATH", help="Articles, or folders of them (their *.txt)."),
    ],
    published: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE=DATE", help="The day an article was published, as 2016-10-08 or 8 October 2016; repeatable."
        ),
    ] = None,
    dates: Annotated[
        Path | None, typer.Option(metavar="CSV", help="Publication days: columns `file` and `published`.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write YAML, or JSON Lines to a *.jsonl.")
    ] = None,
    recursive: Annotated[bool, typer.Option("--recursive", help="Look into folders inside folders.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=256, metavar="N", help="Processes that read articles.")] = 1,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Read on a running Dask scheduler, tcp://HOST:PORT.")
    ] = None,
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
    if output and _nothing_to_resume(writable(output), resume=resume, json=json):
        return 0
    sources = sources_in(_articles(paths), recursive=recursive)
    given = days_given(published or (), dates, sources)
    sources = dated(sources, given.days)
    where = (workers, cluster)
    found = _read(sources, output, where, resume=resume, quiet=json)
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
    _tell(_told_by_name(paths, found.problems))
    _tell(given.remarks)
    _tell([remark for each in found.findings for remark in each.remarks])
    if found.problems and not json:
        show_problems(found.problems)
    return 2 if found.problems else 0


def _tell(remarks: Sequence[str]) -> None:
    """Say on standard error what is no error, but what whoever gave the files should know."""
    more = len(remarks) - TOLD
    for remark in (*remarks[:TOLD], *((f"{more:,} more of the kind",) if more > 0 else ())):
        typer.echo(clean(remark), err=True)


def _tell_unread(folder: Path, *, recursive: bool) -> None:
    """Say on standard error what of a folder was not read: nobody should take it for searched."""
    reasons = ("not read, since only *.txt are", "not read without --recursive")
    for why, names in zip(reasons, passed_over(folder, recursive=recursive), strict=True):
        if names:
            typer.echo(clean(f"{folder.as_posix()}: {why}: {_few(names)}"), err=True)


def _told_by_name(paths: Sequence[Path], problems: Sequence[Problem]) -> list[str]:
    """Of files that are read for being named alone: of a folder only *.txt are, and these may be no articles."""
    unread = {problem.place.file for problem in problems}
    named = (path for path in dict.fromkeys(paths) if path.is_file() and path.suffix.lower() != ".txt")
    why = "read as an article because it is named; articles end in .txt, and of a folder those alone are read"
    return [f"{path.as_posix()}: {why}" for path in named if path.as_posix() not in unread]


def _few(names: Sequence[str]) -> str:
    """The first of the names, and how many there are beside."""
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED:,} more" if len(names) > NAMED else "")


def _articles(paths: Sequence[Path]) -> Sequence[Path]:
    """The paths. Raises InputError if one is a file of events from here, whose quotes would be mined a second time."""
    for path in paths:
        if path.is_file() and path.stat().st_size and ours(path):
            raise refuse("not-text", "events that `lifecycle mine` wrote, not an article", Place(path.as_posix()))
    return paths


def _nothing_to_resume(output: Path, *, resume: bool, json: bool) -> bool:
    """Whether a run that is to be taken up has left no notes beside a file that is there: it was written to its end."""
    if not resume or not output.is_file() or notes_beside(output).exists():
        return False
    no_notes = "there already, and no notes of an interrupted run beside it, so nothing was read"
    whole = f"{no_notes}; leave --resume out to write it anew"
    if json:
        raise refuse("bad-call", whole, Place(output.as_posix()))
    typer.echo(f"{output.as_posix()} is {whole}.")
    return True


def _read(
    sources: Sequence[Source], output: Path | None, where: tuple[int, str | None], *, resume: bool, quiet: bool
) -> Harvest:
    """The first pass, on one process or several, with notes beside the output so that it can be taken up again."""
    notebook = Notebook(notes_beside(output), output.as_posix()) if output else None
    done = {}
    if notebook and resume:
        done = notebook.resume(sources)
        _tell_forgotten(notebook)
    elif notebook:
        begun = notebook.begun
        notebook.start()
        if begun:
            why = "the notes of an interrupted run are dropped; --resume would have gone on from them"
            _tell([f"{notebook.output}: {why}"])
    try:
        with _stoppable(), _progress(len(sources) - len(done), quiet=quiet) as tick, pool(*where) as (executor, count):
            return harvest(sources, executor, count, notebook, done, tick)
    except (KeyboardInterrupt, InputError):
        if notebook:
            kept = clean(notebook.path.as_posix())
            typer.echo(f"Stopped; the same call with --resume goes on from {kept}, or remove that.", err=True)
        raise
    finally:
        if notebook:
            notebook.close(done=False)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a request to end (SIGTERM) stop the run as Ctrl-C does, with its notes kept and told."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell_forgotten(notebook: Notebook) -> None:
    """Say on standard error which notes are dropped: whoever named another folder by mistake loses that work."""
    if notebook.forgotten:
        why = "findings of the interrupted run are dropped, since their articles are not in this call"
        typer.echo(clean(f"{notebook.output}: {why}: {_few(notebook.forgotten)}"), err=True)


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar with the rate on standard error, on a terminal and for more than a handful of articles."""
    out = console(errors=True)
    if quiet or not out.is_terminal or total < 50:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Articles a second."""

        def render(self, task: Task) -> Text:
            """The rate so far."""
            return Text(f"{task.finished_speed or task.speed or 0:,.0f} articles/s")

    with Progress(BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(), console=out, transient=True) as bar:
        task = bar.add_task("articles", total=total)
        yield lambda: bar.advance(task)


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
