"""Running a scenario: reports and assumptions in, one trace a draft out.

Knows which reports become steps, in which order, what is inferred between them, and when the scenario's own word
counts for more than the press. Refuses to know which step is legal; it asks the machine, and keeps its answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lifecycle.mining.mined import Conflict
from lifecycle.model.ballots import Roll
from lifecycle.model.council import Council
from lifecycle.model.decision import Decision
from lifecycle.model.machine import Trace
from lifecycle.model.rules import Rule
from lifecycle.model.table import ENDS
from lifecycle.scenario.agreement import DraftConflict
from lifecycle.scenario.life import Life, live
from lifecycle.scenario.press import Press, Sourced
from lifecycle.scenario.scenario import Report, Scenario
from lifecycle.scenario.settled import done_to, explained, kind_settled


@dataclass(frozen=True, slots=True)
class DraftLife:
    """What became of one draft.

    `touched` says that the scenario changes this draft; `replaced` holds the reports it set aside, `said` those that
    were never run: plans, threats, wishes, denials. `votes` are the ballots before what the scenario changes of them,
    None if it changes none. `decision` is None where no vote was taken.
    """

    name: str
    label: str | None
    symbol: str | None
    sponsors: tuple[str, ...]
    touched: bool
    trace: Trace
    decision: Decision | None
    replaced: tuple[Report, ...]
    said: tuple[Report, ...]
    votes: Roll | None = None

    def to_json(self) -> dict[str, object]:
        """The draft's entry in the document `replay --json` prints."""
        return {
            "state": self.trace.draft.state,
            "trace": [step.to_json() for step in self.trace.steps],
            "decision": self.decision and self.decision.to_json(),
            "replaced": [report.to_json() for report in self.replaced],
        }


@dataclass(frozen=True, slots=True)
class Expectation:
    """A state a scenario expects of a draft, and the one it got."""

    draft: str
    expected: str
    got: str

    @property
    def ok(self) -> bool:
        """Whether the two are the same."""
        return self.expected == self.got

    def to_json(self) -> dict[str, object]:
        """The entry in the document `replay --json` prints."""
        return {"draft": self.draft, "expected": self.expected, "got": self.got, "ok": self.ok}


@dataclass(frozen=True, slots=True)
class Replay:
    """A scenario that has been run. `elsewhere` holds what its sources say of texts it is not about.

    `at` is the day by which an article had to be out to count; None if all did. `not_judged` names the drafts of which
    something is expected that cannot be held against what was known by then.
    """

    scenario: Scenario
    drafts: tuple[DraftLife, ...]
    expect: tuple[Expectation, ...]
    conflicts: tuple[DraftConflict, ...]
    elsewhere: tuple[Report, ...] = ()
    at: date | None = None
    not_judged: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The scenario's file, as it was given."""
        return self.scenario.file

    @property
    def title(self) -> str:
        """The scenario's title."""
        return self.scenario.title

    @property
    def council(self) -> Council:
        """The Council that voted."""
        return self.scenario.council

    @property
    def rule(self) -> Rule:
        """The rule that decided."""
        return self.scenario.rule

    @property
    def ok(self) -> bool:
        """Whether every expectation was met and nothing contradicts anything."""
        return not self.conflicts and all(expectation.ok for expectation in self.expect)

    def to_json(self) -> dict[str, object]:
        """One entry of the document `replay --json` prints."""
        return {
            "file": self.file,
            "title": self.title,
            "drafts": {draft.name: draft.to_json() for draft in self.drafts},
            "expect": [expectation.to_json() for expectation in self.expect],
            "not_judged": list(self.not_judged),
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
        }


def replay(scenario: Scenario, at: date | None = None, press: Press | None = None) -> Replay:
    """Run `scenario`; with `at`, on the articles published by that day alone.

    What it expects of a draft is of its whole history: it is judged if the life has reached an end, or if `at` holds
    nothing back that the sources tell. `press` keeps what was read and mined between scenarios that share articles.
    Raises InputError if an article cannot be read or a draft cannot be found in the sources.
    """
    press = press or Press()
    sourced = press.sourced(scenario, at)
    run = _lives(scenario, sourced)
    lives = [run[draft.name] for draft in scenario.drafts]
    drafts = tuple(_outcome(scenario, life, run) for life in lives)
    states = {draft.name: draft.trace.draft.state for draft in drafts}
    open_still = tuple(name for name in scenario.expect if states[name] not in ENDS)
    not_judged = open_still if at and open_still and _held_back(sourced, press.sourced(scenario, None)) else ()
    judged = {name: state for name, state in scenario.expect.items() if name not in not_judged}
    return Replay(
        scenario,
        drafts,
        tuple(Expectation(name, state, states[name]) for name, state in judged.items()),
        (*_among_sources(sourced.conflicts, lives), *(conflict for life in lives for conflict in life.conflicts)),
        sourced.elsewhere,
        at,
        not_judged,
    )


def _held_back(then: Sourced, whole: Sourced) -> bool:
    """Whether the `whole` of the sources tells something of a draft that `then` lacks; lives hang on one another."""
    return any(_told(reports) - _told(then.reports[name]) for name, reports in whole.reports.items())


def _told(reports: Iterable[Report]) -> set[tuple[str, int]]:
    """Where the words of each report stand. Of one without words it is the report itself, named by its id."""
    places = ({(each.file, each.start) for each in report.evidence} or {(report.id, -1)} for report in reports)
    return set().union(*places)


def _lives(scenario: Scenario, sourced: Sourced) -> dict[str, Life]:
    """The lives by their drafts; amendments, parts and motions are run before the texts they are about."""
    run: dict[str, Life] = {}
    for draft in sorted(scenario.drafts, key=lambda draft: draft.about is None):
        met, kind = done_to(draft, run), kind_settled(draft, scenario, run)
        run[draft.name] = live(scenario, draft, sourced.reports[draft.name], met, kind)
    return run


def _among_sources(conflicts: Iterable[Conflict], lives: Iterable[Life]) -> Iterator[DraftConflict]:
    """The contradictions among the sources themselves, except on drafts of which this is a hypothesis anyway."""
    kept = {life.draft.name for life in lives if not life.touched}
    for each in conflicts:
        if each.draft in kept:
            yield DraftConflict(each.draft, each.about, each.between, each.text)


def _outcome(scenario: Scenario, life: Life, lives: Mapping[str, Life]) -> DraftLife:
    draft = life.draft
    return DraftLife(
        draft.name,
        draft.label,
        draft.symbol,
        draft.sponsors,
        life.touched,
        life.trace,
        explained(life.decision(), scenario, life, lives),
        tuple(life.replaced),
        tuple(life.said),
        draft.votes if draft.changes else None,
    )
