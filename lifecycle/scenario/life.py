"""The life of one draft of a scenario, step by step.

Knows how reports are put in order, what is inferred before each so that the machine can take it, which reports a
hypothesis sets aside, and how ballots end a life. Refuses to read any source, and never makes up a step without a
basis: reported, inferred or assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lifecycle.model.ballots import Roll
from lifecycle.model.decision import Decision, decide
from lifecycle.model.draft import Basis, Draft, Event
from lifecycle.model.inference import least_run
from lifecycle.model.live import engine
from lifecycle.model.machine import Answer, Trace, Verdict
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, Outcome
from lifecycle.model.table import ENDS, FROM_MENTION, Act, State
from lifecycle.scenario.agreement import DraftConflict, against_ballots
from lifecycle.scenario.planning import is_planned_vote, planned_for
from lifecycle.scenario.refusal import by_the_ballots, in_words
from lifecycle.scenario.rollreported import roll_reported
from lifecycle.scenario.scenario import Report, Scenario, ScenarioDraft

FROM_THE_VOTE_ON = frozenset(("voted", *Outcome))
"""The reports that a hypothesis about a draft sets aside."""

_ORDER = {word: place for place, word in enumerate(FROM_MENTION)}
_INFERRED_BECAUSE = {
    Act.CIRCULATE: "the Council's members talk about a text they have",
    Act.SUBMIT: "a text must be submitted before it is voted on or put off (rule 31)",
    Act.RESUME: "a text that was put off comes back before it is voted on",
    Act.VOTE: "an outcome was announced",
    Act.PASS_SILENCE: "a text under silence is free once nobody has objected",
}


@dataclass(slots=True)
class Life:
    """A life being run: the trace so far, the plans that may date an inferred step, and what was put aside.

    `draft` has the ballots that are voted on, if the scenario or the reports it sets aside tell any.
    """

    draft: ScenarioDraft
    trace: Trace
    plans: tuple[Report, ...]
    said: tuple[Report, ...]
    touched: bool
    replaced: list[Report] = field(default_factory=list)
    conflicts: list[DraftConflict] = field(default_factory=list)

    def decision(self) -> Decision | None:
        """The decision on the ballots, if a vote was taken and anything is known of it."""
        here = self.trace.draft
        if here.roll is None or (here.roll == Roll.unknown(here.council) and self.draft.roll is None):
            return None
        return decide(here.roll, here.kind, here.rule, here.parties)

    def take(self, event: Event) -> Verdict:
        """Run `event`, and before it the least run of steps that makes it possible."""
        self.lead_to(event)
        verdict = engine().fire(self.trace.draft, event)
        if verdict.accepted:
            self.trace = self.trace.then(verdict)
        return verdict

    def lead_to(self, event: Event) -> None:
        """Run the least run of steps that makes `event` possible, if one does."""
        for act in least_run(self.trace.draft, event) or ():
            self.trace = self.trace.then(engine().fire(self.trace.draft, self._inferred(act, event)))

    def _inferred(self, act: Act, event: Event) -> Event:
        """The step `act` that nobody reported, dated and supported by a plan for it where there is one."""
        roll = event.roll if act is Act.VOTE else None
        basis = Basis.ASSUMED if event.basis is Basis.ASSUMED else Basis.INFERRED
        earliest = max((step.event.when.best for step in self.trace.steps if step.event.when.best), default=None)
        latest = event.when.best or event.when.to_day
        because = _INFERRED_BECAUSE[act]
        for plan in reversed(self.plans):
            day = plan.when.best
            in_time = not day or ((not earliest or earliest <= day) and (not latest or day <= latest))
            if FROM_MENTION[plan.type] is act and in_time:
                when = replace(plan.when, basis="planned")
                note = f"it was planned, and {because}"
                return Event(act, when, plan.actors, roll=roll, basis=basis, evidence=plan.evidence, note=note)
        when = When(None, event.when.to_day, event.when.best, "inferred")
        return Event(act, when, roll=roll, basis=basis, note=f"nobody reported it; {because}")

    def conflict(self, report: Report, text: str) -> None:
        """Note that `report` contradicts the ballots or cannot happen where the draft is."""
        about = "outcome" if report.type in set(Outcome) else report.type
        self.conflicts.append(DraftConflict(self.draft.name, about, report.mentions, text))

    def join(self, report: Report) -> bool:
        """Whether the last step of this act already says what `report` says; if so its evidence is added there."""
        act = FROM_MENTION[report.type]
        for place in range(len(self.trace.steps) - 1, -1, -1):
            step = self.trace.steps[place]
            same_end = step.event.act is not Act.ANNOUNCE or step.row.target == report.type
            if step.event.act is act and same_end:
                evidence = _union(step.event.evidence, report.evidence)
                basis = Basis.REPORTED if step.event.basis is Basis.INFERRED else step.event.basis
                joined = replace(step, event=replace(step.event, evidence=evidence, basis=basis))
                steps = (*self.trace.steps[:place], joined, *self.trace.steps[place + 1 :])
                self.trace = replace(self.trace, steps=steps)
                return True
        return False


def live(
    scenario: Scenario,
    draft: ScenarioDraft,
    reports: Sequence[Report],
    before_the_vote: Sequence[Event] = (),
    kind: Kind | None = None,
) -> Life:
    """Run one draft of `scenario` on what is reported of it and what the scenario assumes.

    `before_the_vote` is what votes on amendments, parts and motions have done to the text, `kind` what the matter is if
    the scenario does not say.
    """
    start = Draft(
        name=draft.name,
        council=scenario.council,
        rule=scenario.rule,
        kind=draft.kind or kind,
        symbol=draft.symbol,
        sponsors=draft.sponsors,
        parties=draft.parties,
        form=draft.form,
        parent=draft.about,
    )
    run: list[Report] = []
    said: list[Report] = []
    for report in reports:
        happened = report.modality == "occurred" or is_planned_vote(report)
        (run if happened else said).append(report)
    plans = tuple(report for report in said if report.modality == "planned")
    life = Life(draft, Trace.start(start), plans, tuple(said), scenario.touches(draft))
    if life.touched:
        life.replaced = [report for report in run if report.type in FROM_THE_VOTE_ON]
        run = [report for report in run if report.type not in FROM_THE_VOTE_ON]
        life.draft = _on_reported_ballots(draft, scenario, life.replaced)
    roll = life.draft.roll
    _run_reports(life, run, roll or roll_reported(scenario.council, run), before_the_vote)
    if roll:
        life.conflicts.extend(against_ballots(draft.name, roll, run))
    given = "the scenario gives the ballots" if life.draft is draft else "the ballots are those reported"
    _end_by_ballots(life, scenario, given)
    return life


def _on_reported_ballots(draft: ScenarioDraft, scenario: Scenario, replaced: Iterable[Report]) -> ScenarioDraft:
    """A draft of a hypothesis with the ballots that its `replaced` reports tell, if the scenario gives none.

    What they count, they count of the Council that voted, not of an invented one.
    """
    council = scenario.council
    if draft.votes not in {None, Roll.unknown(council)}:
        return draft
    told = roll_reported(council, [replace(each, counts=()) if council.invented else each for each in replaced])
    return draft if told == Roll.unknown(council) else replace(draft, votes=told)


def _run_reports(life: Life, reports: Iterable[Report], roll: Roll | None, before_the_vote: Sequence[Event]) -> None:
    """The reports in order, with the scenario's own dated steps among them and its undated ones after."""
    entries: list[Report | Event] = [*in_order(reports)]
    for event in life.draft.steps:
        entries.insert(_place_for(event, entries), event)
    vote = next((place for place, entry in enumerate(entries) if _is_of_the_vote(entry)), len(entries))
    entries[vote:vote] = before_the_vote
    for entry in entries:
        if isinstance(entry, Event):
            _take_assumed(life, replace(entry, roll=roll if entry.act is Act.VOTE else None))
        else:
            _take_report(life, entry, roll)


def _is_of_the_vote(entry: Report | Event) -> bool:
    return entry.act in {Act.VOTE, Act.ANNOUNCE} if isinstance(entry, Event) else entry.type in FROM_THE_VOTE_ON


def _place_for(event: Event, entries: Sequence[Report | Event]) -> int:
    """Behind everything dated up to the event's day; an undated step stands at the end."""
    day = event.when.best
    if day is None:
        return len(entries)
    later = (i for i, entry in enumerate(entries) if entry.when.best and entry.when.best > day)
    return next(later, len(entries))


def _take_assumed(life: Life, event: Event) -> None:
    if event.basis is Basis.INFERRED:
        # It follows from a vote about the text, which is therefore before the Council: the only place to amend it.
        life.lead_to(replace(event, act=Act.AMEND))
    verdict = life.take(event)
    if not verdict.accepted:
        text = f"the scenario's step cannot be taken. {in_words(verdict)}"
        life.conflicts.append(DraftConflict(life.draft.name, event.act, (), text))


def _take_report(life: Life, report: Report, roll: Roll | None) -> None:
    if life.touched and life.trace.draft.state in ENDS:
        life.replaced.append(report)
        return
    event = _event(report, roll)
    verdict = life.take(event)
    if event.act is Act.ANNOUNCE and verdict.answer is Answer.UNDECLARED:
        # No run leads to this outcome; so one to any, that the machine may say what stands against this one.
        life.lead_to(replace(event, outcome=None))
        verdict = life.take(event)
    if verdict.accepted or (verdict.answer is Answer.FINAL and life.join(report)):
        return
    if event.act is Act.ANNOUNCE and life.trace.draft.state is State.VOTED:
        instead = by_the_ballots(life.decision(), verdict)
        life.conflict(report, f"it is said to have been {report.type}, but the ballots say otherwise. {instead}")
        life.take(Event(Act.ANNOUNCE, report.when, note="by the ballots"))
    else:
        life.conflict(report, in_words(verdict))


def _event(report: Report, roll: Roll | None) -> Event:
    act = FROM_MENTION[report.type]
    return Event(
        act,
        report.when,
        report.actors,
        outcome=Outcome(report.type) if act is Act.ANNOUNCE else None,
        roll=roll if act in {Act.VOTE, Act.ANNOUNCE} else None,
        basis=Basis.REPORTED,
        evidence=report.evidence,
        note=planned_for(report),
    )


def _end_by_ballots(life: Life, scenario: Scenario, given: str) -> None:
    """Ballots without a reported end lead to the announcement, unless the life is over or the text is put off.

    `given` says where they are from.
    """
    here = life.trace.draft
    if life.draft.roll is None or here.state in ENDS or here.state is State.POSTPONED:
        return
    when = next((r.when for r in life.replaced if r.when.best), When.on(scenario.on, "scenario"))
    if here.state is not State.VOTED:
        life.take(Event(Act.VOTE, when, roll=life.draft.roll, note=given))
    decision = life.decision()
    if decision and decision.outcome:
        life.take(Event(Act.ANNOUNCE, when, roll=life.draft.roll, note="what the ballots amount to"))


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Reports by best day, life-cycle order, file and place; an undated one before what follows it."""
    dated = sorted((r for r in reports if r.when.best), key=lambda r: (r.when.best, _rank(r), _first(r)))
    undated = sorted((r for r in reports if not r.when.best), key=lambda r: (_ORDER[r.type], _first(r)))
    for report in undated:
        later = (i for i, other in enumerate(dated) if _ORDER[other.type] > _ORDER[report.type])
        dated.insert(next(later, len(dated)), report)
    return dated


def _rank(report: Report) -> tuple[int, bool]:
    """The place in a life; a vote planned for a later day than it is told on stands behind one put off to that day."""
    held = report.planned_for and report.planned_for.best
    ahead = bool(held and report.when.best and report.when.best < held)
    return _ORDER["postponed" if ahead else report.type], ahead


def _first(report: Report) -> tuple[str, int]:
    return min(((e.file, e.start) for e in report.evidence), default=("", 0))


def _union(first: Sequence[Evidence], second: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*first, *second)))
