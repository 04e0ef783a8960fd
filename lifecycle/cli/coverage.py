"""What scenarios touch of the model, for `lifecycle check --coverage`.

Knows how scenarios become lives that can be counted, how the count is laid out, and where a scenario for each gap is
written. Refuses to count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from lifecycle.checking.check import Report
from lifecycle.checking.coverage import Coverage, Gap, Lived, Sort
from lifecycle.cli.drawing import put
from lifecycle.cli.output import clean, write_whole
from lifecycle.errors import Place, refuse
from lifecycle.model.draft import Draft, Event
from lifecycle.model.machine import Trace
from lifecycle.model.proposals import Form
from lifecycle.model.table import State
from lifecycle.scenario.files import scenario_files
from lifecycle.scenario.loader import SAID, load
from lifecycle.scenario.press import Press
from lifecycle.scenario.replay import DraftLife, replay
from lifecycle.scenario.scenario import Scenario, ScenarioDraft
from lifecycle.scenario.writer import scenario_yaml

SHOWN = 20
"""How many gaps are listed unless all are asked for."""


def lives_in(paths: Iterable[Path]) -> tuple[Lived, ...]:
    """Every draft's life in the scenarios at `paths`; folders are looked into all the way down."""
    press = Press()
    return tuple(
        life
        for file in scenario_files(paths, recursive=True)
        for draft in replay(load(file), None, press).drafts
        for life in _lived(draft)
    )


def _lived(life: DraftLife) -> Iterator[Lived]:
    end = life.trace.draft
    start = Draft(end.name, end.council, end.rule, end.kind, end.symbol, life.sponsors, end.parties, form=end.form,
                  parent=end.parent)  # fmt: skip
    yield Lived(start, tuple(step.event for step in life.trace.steps))


def scenario_of(
    report: Report, start: Draft, trace: Trace, title: str, file: str, teaches: str = "", source: str = ""
) -> Scenario:
    """A life as a scenario that replay runs to the same end.

    Where the life stops between the ballots and their announcement the ballots are left out, for replay would announce
    what they amount to.
    """
    draft = ScenarioDraft(
        "draft",
        sponsors=start.sponsors,
        kind=start.kind,
        parties=start.parties,
        votes=None if trace.draft.state is State.VOTED else trace.draft.roll,
        steps=tuple(replace(step.event, roll=None, note=SAID) for step in trace.steps),
    )
    life = report.life
    return Scenario(
        title=title,
        council=life.council,
        rule=life.rule,
        drafts=(draft,),
        file=file,
        teaches=teaches or None,
        source=source or None,
        expect={"draft": trace.draft.state},
    )


def write_gaps(report: Report, coverage: Coverage, folder: Path) -> list[Path]:
    """Write a scenario for each gap that a life closes, each life once. Raises InputError if `folder` is a file."""
    if folder.exists() and not folder.is_dir():
        raise refuse("cannot-write", "is a file; the scenarios for gaps need a folder", Place(folder.as_posix()))
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[tuple[Event, ...], Path] = {}
    for gap in coverage.gaps:
        start = report.life.places[gap.start.place]
        events = tuple(step.event for step in gap.trace.steps)
        if gap.refused or not events or events in written or start.form is not Form.TEXT:
            continue
        path = folder / f"gap-{len(written) + 1:03}.yaml"
        text = scenario_yaml(
            scenario_of(
                report, start, gap.trace, title=f"A shortest life that touches {gap.thing.name}", file=path.as_posix()
            )
        )
        write_whole(path, text)
        written[events] = path
    return list(written.values())


def gap_files(folder: Path) -> list[Path]:
    """The scenarios for gaps that stand in `folder` already."""
    return sorted(folder.glob("gap-*.yaml")) if folder.is_dir() else []


def written_line(written: Sequence[Path], folder: Path) -> str:
    """What was written, and what to do with it."""
    if not written:
        return "No gap that a scenario could close: nothing is written."
    place = folder.as_posix()
    count = "1 scenario is" if len(written) == 1 else f"{len(written)} scenarios are"
    return f"{count} written to {place}; `lifecycle replay {place}` runs {'it' if len(written) == 1 else 'them'}."


def show_coverage(out: Console, coverage: Coverage, *, full: bool) -> None:
    """The counts, then the gaps, each with the shortest life that would close it."""
    out.print()
    put(out, Text(f"Touched by {coverage.lives} {'life' if coverage.lives == 1 else 'lives'}", "bold"))
    for sort in Sort:
        touched, there = coverage.touched[sort], coverage.there[sort]
        share = f"{100 * touched // there:>3} %" if there else "  -  "
        put(out, f"  {sort:<20}{touched:>4} of {there:<5}{share}")
    gaps: Sequence[Gap] = coverage.gaps if full else coverage.gaps[:SHOWN]
    if gaps:
        put(out, Text("Not touched, and the shortest life that would touch it", "bold"))
    for gap in gaps:
        put(out, Text(f"  {gap.thing.sort}: {clean(gap.thing.name)}"))
        put(out, Text(f"      {gap}", "dim"))
    if len(gaps) < len(coverage.gaps):
        put(out, f"  and {len(coverage.gaps) - len(gaps)} more (--all)")
