"""How a replay is laid out for people: the heading, each draft's life, its vote, and what a hypothesis changes.

Knows that of several scenarios a variation is shown short, and that what was said but never done is counted or, if
asked for, listed. Refuses to run or to decide anything; it draws what a replay found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from lifecycle.cli.drawing import (
    OUTCOME_STYLES,
    ballot_word,
    day_text,
    decision_lines,
    file_labels,
    one_line,
    outcome_text,
    put,
    quote_text,
    roll_lines,
    seats_words,
    trace_plain,
    trace_table,
    when_text,
)
from lifecycle.model.council import Member, council_on
from lifecycle.model.draft import Basis
from lifecycle.model.reasons import listed, named
from lifecycle.model.reports import day_in_words
from lifecycle.model.rules import Outcome, rule_on
from lifecycle.model.turning import turned_by
from lifecycle.scenario.replay import DraftLife, Replay
from lifecycle.scenario.scenario import Report, Scenario, ScenarioDraft

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_NOT_RUN = {
    "occurred": "reported",
    "planned": "planned",
    "hypothetical": "hypothetical",
    "negated": "denied",
    "history_other": "about earlier texts",
}


class Page:
    """Where replays are printed. `full` shows every step and report, `plain` leaves out columns."""

    def __init__(self, out: Console, *, full: bool, plain: bool, several: bool) -> None:
        self.out, self.full, self.plain, self.several = out, full, plain, several

    def show(self, done: Replay) -> None:
        """One scenario: its heading, its drafts, then what contradicts what."""
        short = self.several and done.scenario.extends is not None and not self.full
        self._heading(done, short=short)
        for draft in done.drafts:
            if short and not draft.touched:
                continue
            self._draft(done, draft, short=short)
        self._elsewhere(done)
        for conflict in done.conflicts:
            self._print(
                Text(f"conflict   {one_line(conflict.draft)}, {conflict.about}: {one_line(conflict.text)}", "bold red")
            )
        for missed in (expected for expected in done.expect if not expected.ok):
            text = f"not as expected   {one_line(missed.draft)}: expected {missed.expected}, got {missed.got}"
            self._print(Text(text, "bold red"))
        if done.conflicts or not all(expected.ok for expected in done.expect):
            self.out.print()

    def _print(self, what: RenderableType) -> None:
        put(self.out, what)

    def _heading(self, done: Replay, *, short: bool) -> None:
        council, rule = done.council, done.rule
        self._print(Text(one_line(done.title), "bold"))
        if done.scenario.teaches:
            self._print(Text(one_line(done.scenario.teaches), "italic"))
        if done.at:
            self._print(Text(_known_by(done, done.at), "italic"))
        if short and not council.invented:
            return
        body = "Invented Council" if council.invented else "Security Council"
        self._print(Text(f"{body} of {day_in_words(council.on)}: {seats_words(council, rule)}"))
        self.out.print()

    def _draft(self, done: Replay, draft: DraftLife, *, short: bool) -> None:
        self._print(_ending(draft, self.out.width))
        form = next(form for form in done.scenario.drafts if form.name == draft.name)
        if draft.touched:
            told = not short and all(step.event.basis is Basis.ASSUMED for step in draft.trace.steps)
            form = replace(form, votes=draft.votes, steps=() if told else form.steps)
            for words in hypothesis_lines(done.scenario, form):
                self._print(Text(f"assumed: {one_line(words)}", "italic"))
        if short:
            for line in decision_lines(draft.decision)[1:-1] if draft.decision else ():
                self._print(line)
        else:
            self._life(done, draft)
            self._vote(draft)
        self.out.print()

    def _life(self, done: Replay, draft: DraftLife) -> None:
        year = done.scenario.on.year
        labels = file_labels(_files(done))
        if self.plain:
            for line in trace_plain(draft.trace, year, labels):
                self._print(line)
        elif draft.trace.steps:
            self._print(trace_table(draft.trace, year, labels))
        else:
            self._print(Text("nothing is known to have happened to it"))
        self._set_aside("replaced by this scenario", draft.replaced, year, labels)
        self._set_aside("said but not done", draft.said, year, labels)

    def _set_aside(self, title: str, reports: Sequence[Report], year: int, labels: dict[str, str]) -> None:
        if not reports:
            return
        if not self.full:
            self._print(Text(f"{title}: {_counted(reports)} (--all)", "dim"))
            return
        self._print(Text(f"{title}:", "dim"))
        for report in reports:
            line = Text(f"  {_NOT_RUN[report.modality]}: {report.type.replace('_', ' ')}, ")
            line.append(when_text(report.when, year).replace("\n", " "))
            for evidence in report.evidence[:1]:
                line.append(", ").append_text(quote_text(evidence, labels))
            self._print(line)

    def _elsewhere(self, done: Replay) -> None:
        if self.several and done.scenario.extends is not None and not self.full:
            return
        if done.elsewhere:
            self._set_aside("about other texts", done.elsewhere, done.scenario.on.year, file_labels(_files(done)))
            self.out.print()

    def _vote(self, draft: DraftLife) -> None:
        if draft.decision is None:
            return
        self.out.print()
        for line in roll_lines(draft.decision.finding.counted, self.out.width, plain=self.plain):
            self._print(line)
        lines = decision_lines(draft.decision)
        if draft.decision.outcome is None and draft.trace.draft.state in OUTCOME_STYLES:
            lines[0] = outcome_text(draft.trace.draft.state).append("  as reported; of the ballots not all are known")
        for line in lines:
            self._print(line)
        near = one_ballot_away(draft)
        if near:
            self._print(Text(near))

    def sum_up(self, done: Sequence[Replay]) -> None:
        """How many expectations were met, and how many cannot be judged by a day so early."""
        for day in dict.fromkeys(each.at for each in done if each.at and each.not_judged):
            self._print(Text(_not_judged(sum(len(each.not_judged) for each in done), day)))
        checked = [expectation for each in done for expectation in each.expect]
        met = sum(expectation.ok for expectation in checked)
        if not checked:
            return
        if met == len(checked):
            self._print(Text(f"{met} {'expectation' if met == 1 else 'expectations'} met."))
        else:
            self._print(Text(f"{met} of {len(checked)} expectations met.", "bold red"))


def _known_by(done: Replay, day: date) -> str:
    """That reports end on `day`, or none is so early, and that ballots the scenario gives do not come from them."""
    own = any(form.roll is not None for form in done.scenario.drafts)
    whose = "; the ballots are the scenario's own" if own else ""
    sources = done.scenario.articles or done.scenario.events_file
    had = "The press had nothing by" if sources and not any(_files(done)) else "What the press had by"
    return f"{had} {day_in_words(day)}{whose}."


def _not_judged(count: int, day: date) -> str:
    """That so many texts were on their way by `day`, and why what is expected of them is not held against that."""
    many = "1 expectation not judged: its text" if count == 1 else f"{count} expectations not judged: their texts"
    return f"{many} had reached no end by {day_in_words(day)}, and not all that the sources tell was out."


def one_ballot_away(draft: DraftLife) -> str:
    """Of a text that was not adopted: whose one ballot, changed alone, would have adopted it; empty if nobody's."""
    here, decision = draft.trace.draft, draft.decision
    if decision is None or here.roll is None or decision.outcome in {None, Outcome.ADOPTED}:
        return ""
    by_ballots: dict[str, list[Member]] = {}
    for member, ballots in turned_by(decision.finding, Outcome.ADOPTED).items():
        by_ballots.setdefault(" or ".join(map(ballot_word, ballots[:2])), []).append(member)
    ways = "; or ".join(f"{ballots} by {' or '.join(named(m.name) for m in ms)}" for ballots, ms in by_ballots.items())
    return f"One ballot from adoption: {ways} is enough." if ways else ""


def _ending(draft: DraftLife, width: int) -> Text:
    """The draft's name, symbol and sponsors, and at the right edge, or below if there is no room, how it ends."""
    line = Text().append(one_line(draft.name), "bold")
    what = draft.trace.draft
    about = f"{what.form.replace('_', ' ')} about {what.parent}" if what.parent else None
    for part in (draft.symbol, draft.label, about, ", ".join(draft.sponsors)):
        line.append(f"   {one_line(part)}" if part else "")
    end = Text("ends  ").append_text(outcome_text(draft.trace.draft.state))
    room = width - line.cell_len - end.cell_len
    return line.append(" " * room if room > 1 else "\n").append_text(end)


def _files(done: Replay) -> Iterator[str]:
    """Every file whose words may be shown, each as often as it comes."""
    for life in done.drafts:
        for step in life.trace.steps:
            yield from (evidence.file for evidence in step.event.evidence)
        for report in (*life.said, *life.replaced, *done.elsewhere):
            yield from (evidence.file for evidence in report.evidence)


def _counted(reports: Iterable[Report]) -> str:
    counts = Counter(report.modality for report in reports)
    return ", ".join(f"{counts[key]} {word}" for key, word in _NOT_RUN.items() if counts[key])


def hypothesis_lines(scenario: Scenario, draft: ScenarioDraft) -> Iterator[str]:
    """What the scenario changes about `draft`: the Council, the rule, the kind of matter, single ballots, steps."""
    if scenario.council.invented:
        yield _exchanged(scenario)
    if scenario.rule != rule_on(scenario.on):
        yield scenario.rule.text
    if draft.other_kind and draft.kind:
        yield f"the matter is {draft.kind.replace('_', ' ')}"
    changed: dict[tuple[str, str], list[Member]] = {}
    for member, ballot in draft.changes:
        before = draft.votes.of_member(member) if draft.votes else None
        changed.setdefault((ballot_word(ballot), ballot_word(before)), []).append(member)
    for (now, before_that), members in changed.items():
        instead = f" instead of {before_that}" if before_that != now else ""
        yield f"{listed(members)}: {now}{instead}"
    for step in draft.steps:
        on = f" on {day_text(step.when.best, None)}" if step.when.best else ""
        by = f", by {', '.join(step.by)}" if step.by else ""
        yield f"{step.act.replace('_', ' ')}{on}{by}"


def _exchanged(scenario: Scenario) -> str:
    real, council = council_on(scenario.on).members, scenario.council.members
    gone = ", ".join(member.name for member in real if member not in council)
    come = ", ".join(member.name for member in council if member not in real)
    return "; ".join(filter(None, (f"without {gone}" if gone else "", f"with {come}" if come else "")))
