"""`lifecycle check`: every reachable state explored, every law held against it.

Knows how a broken law and the life that breaks it are laid out for people, and joins the checker to the writer of
scenarios. Refuses to explore, and to say what is law.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from lifecycle.checking.check import Report, check, without
from lifecycle.checking.coverage import cover
from lifecycle.checking.judge import Shown
from lifecycle.checking.meeting_check import MeetingReport, MeetingShown, check_meetings, with_meetings
from lifecycle.checking.meeting_laws import MeetingLaw
from lifecycle.checking.properties import Law
from lifecycle.cli.coverage import gap_files, lives_in, scenario_of, show_coverage, write_gaps, written_line
from lifecycle.cli.drawing import outcome_text, put, roll_lines, seats_words
from lifecycle.cli.options import Json, Plain, RuleName, command_app, day_of_council, examples, rule_for
from lifecycle.cli.output import check_ending, check_free, console, emit, write_whole
from lifecycle.errors import Place, refuse
from lifecycle.model.council import LAST_DAY, Council, council_on
from lifecycle.model.decision import decide
from lifecycle.model.draft import Draft
from lifecycle.model.machine import Trace
from lifecycle.model.proposals import Form
from lifecycle.model.reports import day_in_words
from lifecycle.model.rules import Rule, rule_on
from lifecycle.model.table import ENDS, State
from lifecycle.scenario.writer import scenario_yaml

app = command_app()

WithoutRow = Annotated[
    list[str] | None, typer.Option("--without", metavar="ROW", help="Take this row out of the table; repeatable.")
]
Write = Annotated[
    Path | None,
    typer.Option("--write", metavar="FILE", help="Write the life that breaks the first law as a scenario."),
]
OnDay = Annotated[
    date | None,
    typer.Option(
        parser=day_of_council,
        metavar="DATE",
        help=f"The day of the Council and the Charter's rule; without it {LAST_DAY}.",
    ),
]
Scenarios = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="SCENARIOS",
        readable=False,
        help="Count what these scenarios touch; with --write FOLDER, fill the gaps.",
    ),
]
Joint = Annotated[
    bool, typer.Option("--joint", help="Explore meetings too: two texts; a text and an amendment, a part, a motion.")
]


@app.command(
    epilog=examples(
        "lifecycle check",
        "lifecycle check --on 1946-01-17",
        "lifecycle check --rule all-five-must-agree --write abstention.yaml",
        "lifecycle check --without submitted--withdraw--withdrawn",
        "lifecycle check --joint",
        "lifecycle check --coverage scenarios/aleppo-2016",
    )
)
def run(
    rule: RuleName = None,
    without_row: WithoutRow = None,
    write: Write = None,
    on: OnDay = None,
    coverage: Scenarios = None,
    joint: Joint = False,
    force: Annotated[bool, typer.Option("--force", help="Let --write overwrite what is there.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help="Show every law.")] = False,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Explore every reachable state and hold every law against it.

    The first broken law is shown with the shortest life that breaks it, the others by name alone. Rows are named
    STATE--ACT--TARGET.
    """
    council = council_on(on or LAST_DAY)
    law = rule_for(rule, council)
    _require_charter_seats(law, council, rule)
    if write and not coverage:
        check_ending(write, "a scenario is written", ".yaml", ".yml")
    for path in _written_to(write, folder=bool(coverage)):
        check_free(path, force=force)
    report = check(council, law, without(without_row or ()), progress=_progress)
    meetings = check_meetings(council, law, progress=_progress) if joint else ()
    covered = cover(report, lives_in(coverage)) if coverage else None
    gaps = write_gaps(report, covered, write) if write and covered else ()
    has_life = _write_life(report, write) if write and not covered else False
    if json:
        more = {"coverage": covered.to_json()} if covered else {}
        emit({**with_meetings(report.to_json(), meetings), **more})
    else:
        page = Page(console(), plain=plain, full=show_all)
        page.show(report)
        for each in meetings:
            page.show_meeting(each)
        if covered:
            show_coverage(page.out, covered, full=show_all)
        if write:
            put(page.out, written_line(gaps, write) if covered else _life_line(write, written=has_life))
    return 0 if report.ok and all(each.ok for each in meetings) else 1


def _require_charter_seats(law: Rule, council: Council, name: str | None) -> None:
    """Refuse a rule of other seats, by its file: the laws are those of a Council that the Charter knows."""
    if law.seats != rule_on(council.on).seats:
        message = (
            f"the rule has {law.seats} seats, the Council of {day_in_words(council.on)} has {len(council.members)} "
            "members; the laws are the Charter's, and can be held only against a rule of its seats"
        )
        raise refuse("rule-does-not-fit", message, Place(name))


def _written_to(path: Path | None, *, folder: bool) -> list[Path]:
    """The files that --write may overwrite: the scenario, or in a folder those of the gaps."""
    return [] if path is None else gap_files(path) if folder else [path]


def _progress(found: int) -> None:
    """A word on long runs, for somebody who watches a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{found:,} states so far\n")


def counterexample(report: Report) -> tuple[Shown, Trace] | None:
    """The first broken law that has a life to show, and the life; None if there is none."""
    for shown in report.broken:
        trace = report.trace(shown)
        if trace is not None:
            return shown, trace
    return None


def _write_life(report: Report, path: Path) -> bool:
    """Write the life that breaks the first law as a scenario; whether there is one."""
    found = counterexample(report)
    if not found:
        return False
    shown, trace = found
    start = report.life.places[shown.start.place] if shown.start else trace.draft
    title, source = f"A life that breaks the law {shown.law.id}", ", ".join(cite.key for cite in shown.law.cites)
    teaches = f"The law: {shown.law.text}"
    write_whole(path, scenario_yaml(scenario_of(report, start, trace, title, path.as_posix(), teaches, source)))
    return True


def _life_line(path: Path, *, written: bool) -> str:
    """What came of writing a life to `path`, and what to do with it."""
    place = path.as_posix()
    return f"{place} is written; `lifecycle replay {place}` runs it." if written else "There is no life to write."


class Page:
    """Where a check is printed. `full` lists every law, `plain` leaves out columns."""

    def __init__(self, out: Console, *, plain: bool, full: bool) -> None:
        self.out, self.plain, self.full = out, plain, full

    def show(self, report: Report) -> None:
        """What was explored, the laws, and a life for the first one broken."""
        self._heading(report)
        if self.full:
            self._all(report.shown)
        self._sum_up(report)
        found = counterexample(report)
        if found:
            self._broken(*found)
        for shown in report.broken:
            if not found or shown is not found[0]:
                self._law(shown.law, nothing=shown.start is None)

    def show_meeting(self, report: MeetingReport) -> None:
        """What was explored of a meeting, and each law broken with the shortest way there."""
        self.out.print()
        put(self.out, Text(f"A meeting on {report.title}", "bold"))
        put(self.out, f"{report.states:,} states, {report.edges:,} steps: every one explored")
        broken = [shown for shown in report.shown if not shown.ok]
        if self.full:
            self._all(report.shown)
        if not broken:
            put(self.out, Text(f"{len(report.shown)} laws hold.", "bold green"))
        else:
            put(self.out, Text(f"{len(broken)} of {len(report.shown)} laws broken.", "bold red"))
        for shown in broken:
            self._law(shown.law, nothing=shown.path is None)
            for number, hearing in enumerate(shown.path or (), 1):
                put(self.out, f"  {number}. {hearing.name}: {hearing.trial}")

    def _heading(self, report: Report) -> None:
        life = report.life
        put(self.out, Text(life.rule.text, "bold"))
        put(self.out, f"Council of {day_in_words(life.council.on)}: {seats_words(life.council, life.rule)}")
        classes = f"{len(life.classes):,} classes of rolls"
        put(self.out, f"{report.states:,} states, {report.edges:,} steps, {classes}: every one explored")

    def _all(self, shown: Sequence[Shown | MeetingShown]) -> None:
        self.out.print()
        for each in shown:
            line = Text("holds   " if each.ok else "BROKEN  ", "green" if each.ok else "bold red")
            put(self.out, line.append(each.law.text, "default"))
        self.out.print()

    def _sum_up(self, report: Report) -> None:
        counts = Counter(shown.law.mode for shown in report.shown)
        modes = ", ".join(f"{number} {mode}" for mode, number in counts.items())
        broken = len(report.broken)
        if broken:
            put(self.out, Text(f"{broken} of {len(report.shown)} laws broken ({modes}).", "bold red"))
        else:
            put(self.out, Text(f"{len(report.shown)} laws hold ({modes}).", "bold green"))

    def _broken(self, shown: Shown, trace: Trace) -> None:
        self.out.print()
        self._law(shown.law, nothing=False)
        put(self.out, f"The shortest life that {'shows' if shown.ok else 'breaks'} it:")
        start = trace.draft
        kind = (start.kind or "substantive").replace("_", " ")
        form = "text" if start.form is Form.TEXT else start.form.replace("_", " ")
        put(self.out, Text(f"  a {form}, {kind}", "dim"))
        loop = sum(edge.trial is not None for edge in shown.loop)
        for number, step in enumerate(trace.steps, 1):
            if loop and number == len(trace.steps) - loop + 1:
                put(self.out, Text("  and from here round for ever:", "dim"))
            put(self.out, self._step(number, step.event.act, step.event.by, step.row.target))
        if not loop and not shown.law.states.isdisjoint({start.state}) and start.state not in ENDS:
            put(self.out, Text(f"  and there it stands: {start.state.replace('_', ' ')}", "dim"))
        if start.roll is not None:
            put(self.out, Text(f"  {start.roll.tally()}"), *roll_lines(start.roll, self.out.width, plain=self.plain))
            self._under_the_charter(start)
        self.out.print()

    def _under_the_charter(self, end: Draft) -> None:
        """How the shown roll ends by the Charter, where another rule decided it."""
        charter = rule_on(end.council.on)
        if end.roll is not None and end.rule != charter:
            outcome = decide(end.roll, end.kind, charter, end.parties).outcome
            put(self.out, Text("under the Charter this roll is ").append_text(outcome_text(outcome or "open")))

    def _step(self, number: int, act: str, by: Sequence[str], target: State) -> Text:
        who = f", by {', '.join(by)}" if by else ""
        line = Text(f"  {number}. {act.replace('_', ' ')}{who}: now ")
        return line.append_text(outcome_text(target))

    def _law(self, law: Law | MeetingLaw, *, nothing: bool) -> None:
        line = Text(f"{law.id}  ", "bold")
        line.append(f"{law.text} ({', '.join(cite.key for cite in law.cites)})", "default")
        if nothing:
            line.append(" No life shows it.", "default")
        put(self.out, line)
