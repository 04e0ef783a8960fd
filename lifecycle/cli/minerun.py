"""A run of `lifecycle mine` over an archive: watched, stopped, and taken up again where it stopped.

Knows where a run keeps its notes, what becomes of them, and what to say of that. Refuses to find anything, and to know
what is done with what was found.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from lifecycle.cli.minedfile import notes_beside
from lifecycle.cli.output import clean, console, few, tell
from lifecycle.errors import InputError, Place, refuse
from lifecycle.mining.archive import Harvest, Notebook, Source, harvest
from lifecycle.mining.pools import pool

WATCHED = 50
"""A run over fewer articles is done before a bar could be looked at."""


def nothing_to_resume(output: Path, *, resume: bool, json: bool) -> bool:
    """Whether a run that is to be taken up has left no notes beside a file that is there: it was written to its end."""
    if not resume or not output.is_file() or notes_beside(output).exists():
        return False
    no_notes = "there already, and no notes of an interrupted run beside it, so nothing was read"
    whole = f"{no_notes}; leave --resume out to write it anew"
    if json:
        raise refuse("bad-call", whole, Place(output.as_posix()))
    typer.echo(f"{output.as_posix()} is {whole}.")
    return True


def findings_in(
    sources: Sequence[Source], output: Path | None, where: tuple[int, str | None], *, resume: bool, quiet: bool
) -> Harvest:
    """What each article yields, with notes beside the output so that the run can be taken up again.

    `where` is the number of processes, and the address of a cluster if there is one.
    """
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
            tell([f"{notebook.output}: {why}"])
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
        tell([f"{notebook.output}: {why}: {few(notebook.forgotten)}"])


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar with the rate on standard error, on a terminal and for more than a handful of articles."""
    out = console(errors=True)
    if quiet or not out.is_terminal or total < WATCHED:
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
