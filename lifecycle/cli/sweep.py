"""`lifecycle sweep`: every combination a scenario names.

Knows how the sums are laid out for people and how combinations are written to a file. Refuses to count any.
"""

from __future__ import annotations

import csv
import json as json_text
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from lifecycle.analysis.sweep import ENDS, SweepResult, check_listable, combinations, run_sweep
from lifecycle.cli.drawing import open_table, put
from lifecycle.cli.options import Json, Plain, command_app, examples
from lifecycle.cli.output import check_ours, clean, console, emit, write_whole
from lifecycle.cli.plotted import check_plot
from lifecycle.errors import Place, refuse
from lifecycle.mining.pools import pool
from lifecycle.scenario.loader import load
from lifecycle.scenario.scenario import Scenario

app = command_app()
_COLUMNS = re.compile(rb"on,rule,(?:.+,)?outcome\r?$")
_KEYS = re.compile(rb'\{"on": "[^"]*", "rule": ".*, "outcome": "[a-z]+"\}\r?$')
"""The first line of combinations that are written here, as CSV and as JSON Lines."""

IN_DOCUMENT = 1000
"""How many combinations the document lists; `-o` writes all."""


@app.command(
    epilog=examples(
        "lifecycle sweep scenarios/questions/three-members-swept.yaml",
        "lifecycle sweep scenarios/questions/three-members-swept.yaml -o all.csv",
        "lifecycle sweep scenarios/questions/three-members-swept.yaml --sample 1000",
    )
)
def run(
    scenario: Annotated[Path, typer.Argument(metavar="SCENARIO", help="A scenario with `sweep:`.")],
    sample: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Draw so many combinations at random, with replacement.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, metavar="S", help="Where the draw starts; the same seed, the same.")] = 0,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write each combination: .csv or .jsonl.")
    ] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the first two members as a heat map: .svg or .png.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=256, metavar="N", help="Processes to share the work.")] = 1,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Count on a running Dask scheduler, tcp://HOST:PORT.")
    ] = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Every combination of ballots, rules and days that a scenario names.

    Counts outcomes in all, by setting and by each member's ballot. The counts say how many combinations there are, not
    how likely they are; `lifecycle forecast` weighs them.
    """
    read = load(scenario)
    _check(output, plot)
    if output:
        check_listable(read, sample)
    found = _run(read, sample, seed, (workers, cluster))
    if plot:
        _draw(found, plot)
    if output:
        write_whole(output, _written(found, output.suffix.lower()))
    if json:
        rows = [dict(zip(found.headings(), row, strict=True)) for row in found.each_row()] if _short(found) else None
        emit({"file": read.file, **found.to_json(), "rows": rows})
        return 0
    out = console()
    _show(out, read, found, plain=plain)
    if output:
        count = "1 combination is" if found.counted == 1 else f"{found.counted:,} combinations are"
        put(out, f"{count} written to {output.as_posix()}, one a line.")
    if plot:
        put(out, f"{plot.as_posix()} is written.")
    return 0


def _short(found: SweepResult) -> bool:
    return found.counted <= IN_DOCUMENT


def _check(output: Path | None, plot: Path | None) -> None:
    """Refuse a file that could not be written before anything is counted."""
    if output and output.suffix.lower() not in {".csv", ".jsonl"}:
        place = Place(output.as_posix())
        raise refuse("output-format", "combinations are written to a .csv or a .jsonl file", place)
    if output:
        check_ours(output, _ours)
    if plot:
        check_plot(plot)


def _ours(head: bytes) -> bool:
    """Whether a file that begins so lists combinations: its first line has the columns of `SweepResult.headings`."""
    line = head.split(b"\n", 1)[0]
    return bool(_COLUMNS.match(line) or _KEYS.match(line))


def _run(scenario: Scenario, sample: int | None, seed: int, where: tuple[int, str | None]) -> SweepResult:
    total = sample or (combinations(scenario.sweep) if scenario.sweep else 0)
    with _progress(total) as progress, pool(*where) as (executor, _):
        return run_sweep(scenario, sample, seed, executor, progress)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal's standard error, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.progress import Progress

    with Progress(console=console(errors=True), transient=True) as bar:
        task = bar.add_task("combinations", total=total)
        yield lambda done: bar.update(task, completed=done)


def _written(found: SweepResult, suffix: str) -> str:
    out = StringIO()
    if suffix == ".csv":
        table = csv.writer(out, lineterminator="\n")
        table.writerow(found.headings())
        table.writerows(found.each_row())
    else:
        for row in found.each_row():
            line = dict(zip(found.headings(), row, strict=True))
            out.write(json_text.dumps(line, ensure_ascii=False) + "\n")
    return out.getvalue()


def _draw(found: SweepResult, path: Path) -> None:
    from lifecycle.analysis.plots import heat_picture

    if found.pair is None:
        raise refuse("bad-call", "a heat map needs two members in `sweep: members:`")
    first, second = found.sweep.names[:2]
    whole = found.pair.sum(axis=2)
    shares = (found.pair[:, :, 0] / whole.clip(min=1)).tolist()
    words = [[ballot.replace("_", " ") for ballot in ballots] for ballots in found.sweep.ballots[:2]]
    title = "Share of combinations in which the text is adopted"
    write_whole(path, heat_picture(title, [first, *words[0]], [second, *words[1]], shares, path))


def _show(out: Console, scenario: Scenario, found: SweepResult, *, plain: bool) -> None:
    put(out, Text(clean(scenario.title), "bold"))
    drawn = f", {found.sample:,} of them drawn at random (seed {found.seed})" if found.sample else ""
    put(out, f"{found.total:,} combinations{drawn}, on the draft {found.sweep.draft}")
    out.print()
    lines = [("all", found.ends.sum(axis=0))]
    if len(found.ends) > 1:
        names = (f"{s.council.on} {s.rule.name}" for s in found.sweep.settings)
        lines.extend(zip(names, found.ends, strict=True))
    for name, ballots, counts in zip(found.sweep.names, found.sweep.ballots, found.members, strict=True):
        lines.extend((f"{name}: {b.replace('_', ' ')}", row) for b, row in zip(ballots, counts, strict=True))
    shown = [end for place, end in enumerate(ENDS) if found.ends[:, place].any()]
    if plain:
        for label, row in lines:
            put(out, f"{label}: " + ", ".join(f"{end} {row[ENDS.index(end)]:,}" for end in shown))
    else:
        table = open_table()
        table.add_column("combinations where", overflow="fold")
        for end in (*shown, "adopted, share"):
            table.add_column(end, justify="right", no_wrap=True)
        for label, row in lines:
            share = f"{row[0] / max(row.sum(), 1):.1%}"
            table.add_row(label, *(f"{row[ENDS.index(end)]:,}" for end in shown), share)
        put(out, table)
    out.print()
    if found.ends[:, ENDS.index("open")].any():
        how = "`rest: yes` in `sweep:` gives them one, `votes:` each its own. What the press reports is not used."
        put(out, f"Open are those in which members who are not swept have no ballot; {how}")
    put(out, "Counts say how many combinations there are, not how likely they are.")
