"""`lifecycle replay`: scenarios, run and shown.

Knows how a life is laid out for people: the trace with its words, the roll, the decision, and what a hypothesis set
aside. Refuses to run anything itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from lifecycle.cli.drawing import (
    decision_lines,
    file_labels,
    outcome_text,
    quote_text,
    roll_lines,
    trace_plain,
    trace_table,
    when_text,
)
from lifecycle.cli.options import Json, Plain, command_app, day, examples
from lifecycle.cli.output import clean, console, emit, problem_json, show_problems
from lifecycle.errors import InputError, Problem
from lifecycle.model.reports import day_in_words
from lifecycle.scenario.files import scenario_files
from lifecycle.scenario.loader import load
from lifecycle.scenario.press import Press
from lifecycle.scenario.replay import DraftLife, Replay, replay
from lifecycle.scenario.scenario import Report

app = command_app()

_NOT_RUN = {
    "planned": "planned",
    "hypothetical": "hypothetical",
    "negated": "denied",
    "history_other": "about earlier drafts",
}


@app.command(
    epilog=examples(
        "lifecycle replay scenarios/aleppo-2016",
        "lifecycle replay scenarios/aleppo-2016/russia-abstains.yaml",
        "lifecycle replay scenarios/aleppo-2016/as-reported.yaml --at 2016-10-05",
        "lifecycle replay scenarios --recursive --json",
    )
)
def run(
    scenarios: Annotated[list[Path], typer.Argument(metavar="SCENARIO...", help="Scenario files, or folders of them.")],
    at: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="Use only articles that were out by that day."),
    ] = None,
    recursive: Annotated[bool, typer.Option("--recursive", help="Look into folders inside folders.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help="Show every step, and what was said but not done.")] = False,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Run scenarios and print each draft's life with its evidence.

    Of several scenarios, a variation on another file is shown in short: what it changes and how that ends.
    """
    done, problems = _replay_all(scenario_files(scenarios, recursive=recursive), at)
    if json:
        errors = {"errors": [problem_json(problem) for problem in problems]} if problems else {}
        emit({"scenarios": [each.to_json() for each in done], **errors})
    else:
        page = Page(console(), full=show_all, plain=plain, several=len(done) + len(problems) > 1)
        for each in done:
            page.show(each)
        page.sum_up(done)
        if problems:
            show_problems(problems)
    if problems:
        return 2
    return 0 if all(each.ok for each in done) else 1


def _replay_all(files: Sequence[Path], at: date | None) -> tuple[list[Replay], list[Problem]]:
    """Every scenario that can be read, run; and the problems of those that cannot. What they share is mined once."""
    press = Press()
    done: list[Replay] = []
    problems: list[Problem] = []
    for file in files:
        try:
            done.append(replay(load(file), at, press))
        except InputError as error:
            problems.extend(error.problems)
    return done, problems


class Page:
    """Where replays are printed. `full` shows every step and report, `plain` leaves out columns."""

    def __init__(self, out: Console, *, full: bool, plain: bool, several: bool) -> None:
        self.out, self.full, self.plain, self.several = out, full, plain, several

    def show(self, done: Replay) -> None:
        """One scenario: its heading, its drafts, then what contradicts what."""
        short = self.several and done.scenario.extends is not None and not self.full
        self._heading(done)
        for draft in done.drafts:
            if short and not draft.touched:
                continue
            self.out.print(_ending(draft))
            if not short:
                self._life(done, draft)
            self._vote(draft)
            self.out.print()
        for conflict in done.conflicts:
            self.out.print(Text(f"conflict   {conflict.draft}: {clean(conflict.text)}", "bold red"))
        for missed in (expected for expected in done.expect if not expected.ok):
            text = f"not as expected   {missed.draft}: expected {missed.expected}, got {missed.got}"
            self.out.print(Text(text, "bold red"))

    def _heading(self, done: Replay) -> None:
        council, rule = done.council, done.rule
        self.out.print(Text(clean(done.title), "bold"))
        if done.scenario.teaches:
            self.out.print(Text(clean(done.scenario.teaches), "italic"))
        invented = " (invented)" if council.invented else ""
        holders = len(rule.veto_holders(council))
        self.out.print(
            f"Security Council of {day_in_words(council.on)}{invented}: {len(council.members)} members, "
            f"{rule.majority} votes needed, {holders or 'nobody'} may veto"
        )
        self.out.print()

    def _life(self, done: Replay, draft: DraftLife) -> None:
        year = done.scenario.on.year
        files = [e.file for life in done.drafts for step in life.trace.steps for e in step.event.evidence]
        labels = file_labels([*files, *(e.file for life in done.drafts for r in life.said for e in r.evidence)])
        if self.plain:
            for line in trace_plain(draft.trace, year, labels):
                self.out.print(line)
        elif draft.trace.steps:
            self.out.print(trace_table(draft.trace, year, labels))
        self._set_aside("replaced by this scenario", draft.replaced, year, labels)
        self._set_aside("said but not done", draft.said, year, labels)
        self.out.print()

    def _set_aside(self, title: str, reports: Sequence[Report], year: int, labels: dict[str, str]) -> None:
        if not reports:
            return
        if not self.full:
            self.out.print(Text(f"{title}: {_counted(reports)} (--all)", "dim"))
            return
        self.out.print(Text(f"{title}:", "dim"))
        for report in reports:
            line = Text(f"  {_NOT_RUN.get(report.modality, report.modality)}: {report.type.replace('_', ' ')}, ")
            line.append(when_text(report.when, year).replace("\n", " ") + ", ")
            for evidence in report.evidence[:1]:
                line.append_text(quote_text(evidence, labels))
            self.out.print(line)

    def _vote(self, draft: DraftLife) -> None:
        if draft.decision is None:
            return
        for line in roll_lines(draft.decision.finding.counted, self.out.width, plain=self.plain):
            self.out.print(line)
        for line in decision_lines(draft.decision):
            self.out.print(line)

    def sum_up(self, done: Sequence[Replay]) -> None:
        """How many expectations were met."""
        checked = [expectation for each in done for expectation in each.expect]
        met = sum(expectation.ok for expectation in checked)
        if met == len(checked):
            self.out.print(f"{met} {'expectation' if met == 1 else 'expectations'} met.")
        else:
            self.out.print(Text(f"{met} of {len(checked)} expectations met.", "bold red"))


def _ending(draft: DraftLife) -> Text:
    line = Text(draft.name, "bold")
    for part in (draft.symbol, ", ".join(draft.sponsors)):
        line.append(f"   {part}" if part else "", "default")
    line.append("   ends  ", "default").append_text(outcome_text(draft.trace.draft.state))
    return line


def _counted(reports: Iterable[Report]) -> str:
    counts = Counter(report.modality for report in reports)
    words = [f"{counts[key]} {word}" for key, word in _NOT_RUN.items() if counts[key]]
    if counts["occurred"]:
        words.insert(0, f"{counts['occurred']} reported")
    return ", ".join(words)
