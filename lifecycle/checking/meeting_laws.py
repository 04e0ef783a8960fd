"""The laws of a meeting: what waits for what, and what one decision means for another.

Knows them as the rules of procedure say them, over what an observer sees of all proposals at once. Refuses to ask the
meeting for its order; the observer's own notes say who came first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from lifecycle.checking.joint import SECOND, TEXT, Notes, sitting, states
from lifecycle.checking.places import Role
from lifecycle.checking.properties import OVER, Mode
from lifecycle.model import charter
from lifecycle.model.charter import Citation
from lifecycle.model.meeting import Meeting
from lifecycle.model.proposals import MOTIONS, Form
from lifecycle.model.table import Act, State


class Scene(NamedTuple):
    """A step on one proposal, or with no `act` a standing of the meeting: what was, what is, and the notes before.

    `can` holds what is possible next as (proposal, act), and `alike` tells whether the same would be possible had
    finished votes been cast otherwise; both of a standing only.
    """

    name: str
    act: Act | None
    role: Role
    before: Meeting
    after: Meeting
    notes: Notes
    can: frozenset[tuple[str, Act]]
    alike: Callable[[], bool]

    @property
    def form(self) -> Form:
        """The form of the proposal that the step is about."""
        return self.before.named(self.name).form

    def was(self, name: str) -> State:
        """Where a proposal stood."""
        return self.before.named(name).state

    def now(self, name: str) -> State:
        """Where it stands."""
        return self.after.named(name).state


Test = Callable[[Scene], bool]


@dataclass(frozen=True, slots=True)
class MeetingLaw:
    """A law on steps by one of `acts`, or without acts on standings; asked where every one of `forms` is on the agenda.

    Whenever `when`, `then`; a law that holds sometimes has no `then`.
    """

    id: str
    forms: tuple[Form, ...]
    acts: tuple[Act, ...]
    given: str
    when: Test
    cites: tuple[Citation, ...]
    must: str = ""
    then: Test | None = None

    @property
    def mode(self) -> Mode:
        """Always, or sometimes."""
        return Mode.ALWAYS if self.then else Mode.SOMETIMES

    @property
    def text(self) -> str:
        """The sentence."""
        return f"Whenever {self.given}, {self.must}." if self.then else f"It happens that {self.given}."

    def twin(self) -> MeetingLaw:
        """The law that its case happens at all."""
        return MeetingLaw(f"{self.id}-happens", self.forms, self.acts, self.given, self.when, self.cites)


_DECIDES = (Act.VOTE, Act.ADOPT_WITHOUT_VOTE)
_WAITING = (State.SUBMITTED, State.VOTED)
_CHANGES = (Form.AMENDMENT, Form.PART)


def _is_text(scene: Scene) -> bool:
    return scene.form is Form.TEXT


def _earlier_done(scene: Scene) -> bool:
    """Whether every text noted before this one is voted on or out of the queue."""
    queue = scene.notes.queue
    ahead = queue[: queue.index(scene.name)] if scene.name in queue else queue
    return all(scene.was(name) not in _WAITING for name in ahead)


def _none_waits(*forms: Form) -> Test:
    return lambda scene: all(p.state not in _WAITING for p in scene.before.proposals if p.form in forms)


def _amended(meeting: Meeting) -> bool:
    return "amendment" in meeting.named(TEXT).amended_by


def _first_free(scene: Scene) -> bool:
    """Whether a text is first in the notes of those that wait, nothing waits before it, and no vote is under way."""
    waits = [name for name in scene.notes.queue if scene.now(name) in _WAITING]
    others = [p for p in scene.after.proposals if p.form is not Form.TEXT and p.state in _WAITING]
    voting = State.VOTED in states(scene.after).values()
    return bool(waits) and not others and not voting and sitting(scene.after)


def _first_can_be_voted_on(scene: Scene) -> bool:
    first = next(name for name in scene.notes.queue if scene.now(name) in _WAITING)
    return (first, Act.VOTE) in scene.can


def _children_over(scene: Scene) -> bool:
    living = (State.DRAFTED, *_WAITING)
    return all(p.state not in living for p in scene.after.proposals if p.parent is not None)


def _stands(**wanted: State) -> Test:
    """Whether proposals stand so; an underscore in a name is a space."""
    return lambda scene: all(scene.now(name.replace("_", " ")) is state for name, state in wanted.items())


def _leads(form: Form, *ends: State) -> Test:
    return lambda scene: scene.form is form and scene.now(scene.name) in ends


def _finished(scene: Scene) -> bool:
    ends = (State.VETOED, State.FAILED, State.ADOPTED)
    return any(state in ends for state in states(scene.after).values())


_ALL = (Form.TEXT,)
_AMENDMENT = (Form.AMENDMENT,)
_PART = (Form.PART,)
_MOTION = (Form.SUSPENSION,)
_RIVALS = (Form.TEXT, Form.TEXT)

STATED = (
    MeetingLaw("first-submitted-first-decided", _RIVALS, _DECIDES, "a text is put to the vote or adopted without one",
               _is_text, (charter.ROP_32,), "every text submitted before it is decided or out of the way",
               _earlier_done),
    MeetingLaw("first-in-the-queue-can-be-voted-on", _ALL, (), "a text is first of those before the Council and "
               "nothing else waits", _first_free, (charter.ROP_32,), "it can be put to the vote",
               _first_can_be_voted_on),
    MeetingLaw("one-vote-at-a-time", _ALL, (), "ballots on a proposal wait to be announced",
               lambda s: State.VOTED in states(s.after).values(), (charter.ROP_32, charter.ROP_40),
               "no other proposal's do", lambda s: list(states(s.after).values()).count(State.VOTED) == 1),
    MeetingLaw("amendments-before-the-text", _AMENDMENT, _DECIDES, "a text is put to the vote or adopted without one",
               _is_text, (charter.ROP_36,), "no amendment to it waits", _none_waits(*_CHANGES)),
    MeetingLaw("parts-before-the-whole", _PART, _DECIDES, "a text is put to the vote or adopted without one",
               _is_text, (charter.ROP_32,), "no separate vote on a part of it waits", _none_waits(*_CHANGES)),
    MeetingLaw("motions-before-anything", _MOTION, _DECIDES, "a text is put to the vote or adopted without one",
               _is_text, (charter.ROP_33,), "no motion waits", _none_waits(*MOTIONS)),
    MeetingLaw("adopted-amendment-is-in-the-text", _AMENDMENT, (Act.ANNOUNCE, Act.ADOPT_WITHOUT_VOTE),
               "an amendment is adopted", _leads(Form.AMENDMENT, State.ADOPTED), (charter.ROP_36,),
               "the text has it from then on, and is still to be decided on",
               lambda s: _amended(s.after) and s.now(TEXT) is State.SUBMITTED),
    MeetingLaw("lost-amendment-changes-nothing", _AMENDMENT, (Act.ANNOUNCE,), "an amendment is vetoed or fails",
               _leads(Form.AMENDMENT, State.VETOED, State.FAILED), (charter.ROP_36,),
               "the text is as it was, and is still to be decided on",
               lambda s: s.before.named(TEXT) == s.after.named(TEXT)),
    MeetingLaw("amended-by-adoption-alone", _AMENDMENT, tuple(Act), "a text comes to hold the amendment",
               lambda s: _amended(s.after) and not _amended(s.before), (charter.ROP_36,), "that was adopted",
               lambda s: s.now("amendment") is State.ADOPTED),
    MeetingLaw("amendment-of-a-text-that-waits", _AMENDMENT, _DECIDES, "an amendment is decided on",
               lambda s: s.form is Form.AMENDMENT, (charter.ROP_36,), "its text is before the Council",
               lambda s: s.was(TEXT) is State.SUBMITTED),
    MeetingLaw("no-child-outlives-its-text", _ALL, (), "a text is adopted, vetoed, failed, superseded or lapsed",
               lambda s: s.now(TEXT) in OVER, (charter.ROP_32, charter.ROP_36), "nothing about it waits any more",
               _children_over),
    MeetingLaw("no-vote-while-suspended", _MOTION, (*_DECIDES, Act.ANNOUNCE), "something is decided or announced",
               lambda s: True, (charter.ROP_33,), "the Council sits", lambda s: sitting(s.before)),
    MeetingLaw("carried-suspension-ends-the-sitting", _MOTION, (Act.ANNOUNCE, Act.ADOPT_WITHOUT_VOTE),
               "a motion to suspend is carried", _leads(Form.SUSPENSION, State.ADOPTED), (charter.ROP_33,),
               "the Council no longer sits", lambda s: not sitting(s.after)),
    MeetingLaw("motion-is-not-vetoed", _MOTION, (Act.ANNOUNCE,), "the outcome on a motion is announced",
               lambda s: s.form is Form.SUSPENSION, (charter.ROP_33, charter.ARTICLE_27_2), "it is not a veto",
               lambda s: s.now(s.name) is not State.VETOED),
    MeetingLaw("only-the-mover-objects", _PART, (Act.OBJECT,), "somebody named objects to a separate vote",
               lambda s: s.role is not Role.NOBODY, (charter.ROP_32,), "it is the mover of the text",
               lambda s: s.role is Role.MOVER),
    MeetingLaw("finished-votes-matter-no-more", _ALL, (), "a vote is finished", _finished, (charter.MODELLING,),
               "the same can follow, whoever voted how", lambda s: s.alike()),
    MeetingLaw("amendment-vetoed-text-adopted", _AMENDMENT, (), "an amendment is vetoed and the text adopted",
               _stands(amendment=State.VETOED, text=State.ADOPTED), (charter.ROP_36, charter.ARTICLE_27_3)),
    MeetingLaw("amended-text-adopted", _AMENDMENT, (), "a text is adopted with an amendment in it",
               lambda s: s.now(TEXT) is State.ADOPTED and _amended(s.after), (charter.ROP_36,)),
    MeetingLaw("rivals-both-fall", _RIVALS, (), "one of two texts is vetoed and the other fails",
               _stands(text=State.VETOED, second_text=State.FAILED), (charter.ROP_32,)),
    MeetingLaw("rivals-both-adopted", _RIVALS, (), "both of two texts are adopted",
               _stands(text=State.ADOPTED, second_text=State.ADOPTED), (charter.ROP_32,)),
    MeetingLaw("second-goes-first-once-the-first-is-withdrawn", _RIVALS, (Act.VOTE,),
               "the text submitted second is voted on after the first was withdrawn",
               lambda s: s.name == SECOND and s.notes.queue == (TEXT, SECOND) and s.was(TEXT) is State.WITHDRAWN,
               (charter.ROP_32, charter.ROP_35)),
)  # fmt: skip
"""Each in the order: id, forms on the agenda, acts, the case, its test, sources, what must hold, its test."""

MEETING_LAWS: tuple[MeetingLaw, ...] = (*STATED, *(law.twin() for law in STATED if law.mode is Mode.ALWAYS))
