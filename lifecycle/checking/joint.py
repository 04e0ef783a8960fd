"""Several proposals before one meeting, explored together.

Knows how a meeting is heard (by the model's own `hear`), and what may be forgotten of it: of a vote under way all but
how it will be announced, of a finished one all but its outcome. That nothing else matters later is one of the laws.
Refuses to know what waits for what; the order is the meeting's, and an observer keeps a note of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lifecycle.checking.places import Cast, Role, Timing, Trial, alive, axes_of, event_of, settled, trials
from lifecycle.checking.rolls import Abstraction
from lifecycle.model.ballots import Roll
from lifecycle.model.council import Council
from lifecycle.model.counting import count
from lifecycle.model.draft import Draft, Event
from lifecycle.model.meeting import Heard, Meeting, Sitting, hear
from lifecycle.model.proposals import TABLES, Form, kind_of
from lifecycle.model.rules import Kind, Outcome, Rule
from lifecycle.model.table import ENDED_BY_VOTE, Act, State

TEXT, SECOND = "text", "second text"
"""The names of the one text, and of its rival."""


class Agenda(NamedTuple):
    """What is explored together: a title, and the form of each proposal by its name. All but texts are about TEXT."""

    title: str
    forms: Mapping[str, Form]


AGENDAS = (
    Agenda("two texts", {TEXT: Form.TEXT, SECOND: Form.TEXT}),
    Agenda("a text and an amendment", {TEXT: Form.TEXT, "amendment": Form.AMENDMENT}),
    Agenda("a text and a separate vote on a part", {TEXT: Form.TEXT, "part": Form.PART}),
    Agenda("a text and a motion to suspend", {TEXT: Form.TEXT, "motion": Form.SUSPENSION}),
)


class Notes(NamedTuple):
    """What an observer writes down: texts in the order of their first submission, and amendments seen adopted."""

    queue: tuple[str, ...] = ()
    amended: bool = False


class Standing(NamedTuple):
    """A state of the exploration: the number of a meeting, and the notes."""

    meeting: int
    notes: Notes


class Hearing(NamedTuple):
    """A step: which proposal it is about, the trial, the event with its ballots, and where it leads."""

    name: str
    trial: Trial
    event: Event
    row: str
    target: Standing


@dataclass(slots=True)
class Joint:
    """A system: every way a meeting on an agenda can go, texts being substantive. Meetings are numbered as met.

    `pick` says which roll stands for all that are announced alike: the first or the last class.
    """

    council: Council
    rule: Rule
    agenda: Agenda
    pick: int = 0
    meetings: list[Meeting] = field(default_factory=list)
    _numbers: dict[object, int] = field(default_factory=dict)
    rolls: dict[Kind, tuple[Roll, ...]] = field(default_factory=dict)

    def initial(self) -> Iterator[Standing]:
        """The meeting on which everything has been written and nothing put forward."""
        cast = self.cast()
        drafts = []
        for name, form in self.agenda.forms.items():
            child = form is not Form.TEXT
            sponsor = cast.others[5] if child else cast.sponsor
            kind = kind_of(form, Kind.SUBSTANTIVE)
            drafts.append(Draft(name, self.council, self.rule, kind, sponsors=(sponsor,), form=form,
                                parent=TEXT if child else None))  # fmt: skip
        yield Standing(self._number(Meeting.on(*drafts)), Notes())

    def cast(self) -> Cast:
        """Who acts."""
        return Cast.of(self.council)

    def edges(self, node: Standing) -> list[Hearing]:
        """Every event on every proposal that the meeting takes, and what follows from it."""
        return list(self._heard(node, self.meetings[node.meeting]))

    def _heard(self, node: Standing, meeting: Meeting) -> Iterator[Hearing]:
        for draft in meeting.proposals:
            for trial, event in self._tried(draft):
                heard = hear(meeting, draft.name, event)
                if heard.verdict.step:
                    target = Standing(self._number(self._settled(heard.meeting)), _noted(node.notes, draft, heard))
                    yield Hearing(draft.name, trial, event, heard.verdict.step.row.name, target)

    def _tried(self, draft: Draft) -> Iterator[tuple[Trial, Event]]:
        cast, rows = self.cast(), TABLES[draft.form]
        axes = axes_of(rows)
        for act in dict.fromkeys(row.act for row in rows if row.state is draft.state):
            for trial in trials(act, axes):
                if trial.timing is not Timing.UNSAID and not draft.silence_until:
                    continue
                if trial.role is Role.SECONDER and not draft.seconders:
                    continue
                event = event_of(trial, draft, cast)
                for roll in self.rolls_on(draft) if act is Act.VOTE else (None,):
                    yield trial, replace(event, roll=roll)

    def rolls_on(self, draft: Draft) -> tuple[Roll, ...]:
        """One roll for each outcome that a vote on `draft` can have."""
        kind = draft.kind or Kind.SUBSTANTIVE
        if kind not in self.rolls:
            found: dict[Outcome | None, list[Roll]] = {}
            abstraction = Abstraction(self.council, self.rule)
            for these in abstraction.classes():
                roll = abstraction.roll_of(these)
                found.setdefault(count(roll, kind, self.rule).outcome, []).append(roll)
            self.rolls[kind] = tuple(rolls[self.pick] for rolls in found.values())
        return self.rolls[kind]

    def with_ballots(self, node: Standing, roll: Roll) -> Meeting:
        """The meeting as it would be, had every finished vote been cast like `roll`."""
        meeting = self.meetings[node.meeting]
        return replace(
            meeting,
            proposals=tuple(replace(p, roll=roll) if p.state in ENDED_BY_VOTE else p for p in meeting.proposals),
        )

    def possible(self, node: Standing, meeting: Meeting) -> frozenset[tuple[str, Trial, str, int]]:
        """What can follow in `meeting`, which stands in for that of `node`."""
        return frozenset((h.name, h.trial, h.row, h.target.meeting) for h in self._heard(node, meeting))

    def _settled(self, meeting: Meeting) -> Meeting:
        return replace(meeting, proposals=tuple(map(self._forgotten, meeting.proposals)))

    def _forgotten(self, draft: Draft) -> Draft:
        """`draft` as `places.settled` has it; but its sponsors stay, whom proposals about it ask for.

        The ballots stay while they wait to be announced, and of amendments those of the agenda.
        """
        less = settled(draft, self.cast(), _ALIVE[draft.form][draft.state])
        sponsor = self.cast().sponsor if draft.parent is None else self.cast().others[5]
        amended = tuple(name for name in self.agenda.forms if name in draft.amended_by)
        roll = draft.roll if draft.state is State.VOTED else None
        return replace(less, sponsors=(sponsor,), amended_by=amended, roll=roll)

    def _number(self, meeting: Meeting) -> int:
        key = (
            meeting.order,
            meeting.sitting,
            tuple((p.state, p.kind, p.seconders, p.sponsors, p.silence_until, p.amended_by, p.roll and p.roll.ballots)
                  for p in meeting.proposals),
        )  # fmt: skip
        if key not in self._numbers:
            self._numbers[key] = len(self.meetings)
            self.meetings.append(meeting)
        return self._numbers[key]


_ALIVE = {form: alive(rows) for form, rows in TABLES.items()}


def _noted(notes: Notes, draft: Draft, heard: Heard) -> Notes:
    """The notes once the step has been seen."""
    after = heard.meeting.named(draft.name)
    queue = notes.queue
    if draft.form is Form.TEXT and draft.name not in queue and after.state is State.SUBMITTED:
        queue = (*queue, draft.name)
    adopted = draft.form is Form.AMENDMENT and after.state is State.ADOPTED
    return Notes(queue, notes.amended or adopted)


def sitting(meeting: Meeting) -> bool:
    """Whether the Council sits."""
    return meeting.sitting is Sitting.OPEN


def states(meeting: Meeting) -> Mapping[str, State]:
    """Where each proposal stands."""
    return {proposal.name: proposal.state for proposal in meeting.proposals}
