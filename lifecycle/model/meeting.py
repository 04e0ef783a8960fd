"""Several proposals before one meeting of the Council, and what waits for what.

Knows the meeting as a value (proposals in the order in which they were put forward, the order of the texts, whether the
Council sits), the conditions that a meeting adds to the rows of each life, and what one life's step means for another.
Refuses to know any life by itself: the rows are the tables' own, and each step is judged by `machine`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from lifecycle.errors import nearest_names, refuse
from lifecycle.model import charter
from lifecycle.model.charter import Citation
from lifecycle.model.draft import Basis, Draft, Event, situations
from lifecycle.model.guards import Compare, Const, Field, Value, is_
from lifecycle.model.machine import Verdict, is_over, judged, rows_for, undeclared
from lifecycle.model.proposals import MOTIONS, NATURES, STOPPING, Form, consequence
from lifecycle.model.readings import belongs
from lifecycle.model.rules import Kind
from lifecycle.model.ruling import Ruling, settle
from lifecycle.model.table import ENDED_BY_VOTE, Act, Condition, Row, State


class Sitting(StrEnum):
    """Whether the Council can vote now; `written` is the procedure by letter of spring and summer 2020."""

    OPEN = "open"
    WRITTEN = "written"
    SUSPENDED = "suspended"
    ADJOURNED = "adjourned"


MEETING_FIELDS: dict[str, str] = {
    "meeting_open": "whether the Council sits, or votes by letter",
    "ballots_waiting": "whether ballots on another proposal wait to be announced",
    "text_before_council": "whether the text that the proposal is about can still be voted on",
    "motions_open": "undecided motions that come before this proposal",
    "changes_open": "undecided amendments and parts that come before this proposal",
    "texts_ahead": "texts put forward earlier that are neither voted on nor out of the queue",
}
"""Every name a guard may read in a meeting besides those of `table.FIELDS`."""


def _none(name: str, says: str, *cites: Citation) -> Condition:
    return Condition(Compare(Field(name), "<", Const(1)), cites, says)


_OPEN = Condition(is_("meeting_open"), (charter.ROP_33,), "an open meeting")
_NO_BALLOTS = Condition(
    is_("ballots_waiting", False), (charter.ROP_40,), "the outcome of the vote that is under way to be announced"
)
_PENDING = Condition(is_("text_before_council"), (charter.ROP_33,), "a text that is before the Council")
_TURN = (
    _OPEN,
    _NO_BALLOTS,
    _PENDING,
    _none("motions_open", "every motion that comes first to be decided", charter.ROP_33),
    _none("changes_open", "the amendments and parts that come first to be decided", charter.ROP_32, charter.ROP_36),
    _none("texts_ahead", "every text put forward earlier to be disposed of", charter.ROP_32),
)
IN_A_MEETING: dict[Act, tuple[Condition, ...]] = {
    Act.SUBMIT: (_PENDING,),
    Act.INSIST: (_PENDING, _NO_BALLOTS),
    **dict.fromkeys((Act.POSTPONE, Act.WITHDRAW, Act.SUPERSEDE, Act.LAPSE), (_NO_BALLOTS,)),
    Act.VOTE: _TURN,
    Act.ADOPT_WITHOUT_VOTE: _TURN,
    Act.ANNOUNCE: (_OPEN,),
}
"""The conditions that a meeting adds to every row of these acts."""


@cache
def row_in_meeting(row: Row) -> Row:
    """`row` with the conditions that a meeting adds to it."""
    return replace(row, guard=(*row.guard, *IN_A_MEETING.get(row.act, ())))


@dataclass(frozen=True, slots=True)
class Meeting:
    """Proposals before the Council. Amendments to one text stand furthest removed in substance first (rule 36).

    `order` names the texts in the order in which they are voted on: as they were submitted, unless the Council decided
    otherwise.
    """

    proposals: tuple[Draft, ...]
    order: tuple[str, ...] = ()
    sitting: Sitting = Sitting.OPEN

    @classmethod
    def on(cls, *proposals: Draft) -> Meeting:
        """The meeting on these proposals; texts already submitted are taken in the order given.

        Raises InputError for two proposals of one name and for one about a text that is not there.
        """
        names = [proposal.name for proposal in proposals]
        for proposal in proposals:
            if names.count(proposal.name) > 1:
                raise refuse("doubled-draft", f"two proposals are called {proposal.name!r}; each needs its own name")
            if proposal.parent is not None and proposal.parent not in names:
                raise _unknown(proposal.parent, names)
        submitted = (p for p in proposals if p.form is Form.TEXT and p.state in _BEFORE_COUNCIL)
        return cls(proposals, tuple(proposal.name for proposal in submitted))

    def named(self, name: str) -> Draft:
        """The proposal called `name`. Raises InputError with the nearest names."""
        for proposal in self.proposals:
            if proposal.name == name:
                return proposal
        raise _unknown(name, [proposal.name for proposal in self.proposals])

    def about(self, name: str) -> Iterator[Draft]:
        """The proposals about the text called `name`, in their order."""
        return (proposal for proposal in self.proposals if proposal.parent == name)

    def with_draft(self, changed: Draft) -> Meeting:
        """This meeting with `changed` in the place of the proposal of its name; a new text joins the queue last."""
        proposals = tuple(changed if p.name == changed.name else p for p in self.proposals)
        joins = changed.form is Form.TEXT and changed.state in _BEFORE_COUNCIL and changed.name not in self.order
        return replace(self, proposals=proposals, order=(*self.order, changed.name) if joins else self.order)


_BEFORE_COUNCIL = (State.SUBMITTED, State.VOTED)


def _unknown(name: str, names: Iterable[str]) -> Exception:
    known = tuple(names)
    message = f"no proposal is called {name!r}; this meeting has {', '.join(known) or 'none'}"
    return refuse("unknown-draft", message, nearest=nearest_names(name, known))


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of an event in a meeting: the verdict on it, the verdicts that followed, and the meeting after."""

    verdict: Verdict
    meeting: Meeting
    followed: tuple[Verdict, ...] = ()


def hear(meeting: Meeting, name: str, event: Event) -> Heard:
    """Take `event` for the proposal called `name`, and what follows from it for others, if the meeting allows it."""
    draft = meeting.named(name)
    rows = tuple(map(row_in_meeting, rows_for(draft, event.act)))
    if not rows:
        return Heard(undeclared(draft, event), meeting)
    around = values_around(meeting, draft, event)
    verdict = judged(draft, event, rows, tuple({**found, **around} for found in situations(draft, event)))
    if not verdict.accepted:
        return Heard(verdict, meeting)
    after = _settled(meeting.with_draft(verdict.draft), verdict.draft)
    followed: list[Verdict] = []
    for other, follows in _consequences(after, verdict.draft, event):
        heard = hear(after, other, follows)
        after = heard.meeting
        followed += (heard.verdict, *heard.followed)
    return Heard(verdict, after, tuple(followed))


def values_around(meeting: Meeting, draft: Draft, event: Event) -> dict[str, Value]:
    """The values of `MEETING_FIELDS`, and who moved the text, as they are for `draft`."""
    text = meeting.named(draft.parent) if draft.parent else draft
    earlier = tuple(_earlier(meeting, draft, text))
    queue = () if draft.form in MOTIONS else meeting.order[: _place(meeting.order, text.name)]
    return {
        "meeting_open": meeting.sitting in {Sitting.OPEN, Sitting.WRITTEN},
        "ballots_waiting": any(p.state is State.VOTED and p.name != draft.name for p in meeting.proposals),
        "text_before_council": draft.parent is None or text.state is State.SUBMITTED,
        "motions_open": sum(other.form in MOTIONS for other in earlier),
        "changes_open": sum(other.form not in MOTIONS for other in earlier),
        "texts_ahead": sum(meeting.named(name).state in _BEFORE_COUNCIL for name in queue),
        "by_mover": belongs(event.by, text.sponsors) if draft.parent else "unsaid",
    }


def _earlier(meeting: Meeting, draft: Draft, text: Draft) -> Iterator[Draft]:
    """The undecided proposals, on how to go on or about the same text, that are voted on before `draft`."""
    names = [proposal.name for proposal in meeting.proposals]
    for place, other in enumerate(meeting.proposals):
        concerns = other.form in {*STOPPING, Form.ORDER} or other.parent == text.name
        rank, mine = NATURES[other.form].rank, NATURES[draft.form].rank
        first = rank < mine or (rank == mine and place < names.index(draft.name))
        if other.form is not Form.TEXT and concerns and first and other.state in _BEFORE_COUNCIL:
            yield other


def _place(order: tuple[str, ...], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _settled(meeting: Meeting, decided: Draft) -> Meeting:
    """What a decided motion means for the meeting and for the kind of its text."""
    carried = decided.state is State.ADOPTED
    if decided.form is Form.PRELIMINARY_QUESTION and decided.parent and decided.state in ENDED_BY_VOTE:
        text = meeting.named(decided.parent)
        kind = Kind.PROCEDURAL if carried else text.kind or Kind.SUBSTANTIVE
        return meeting.with_draft(replace(text, kind=kind))
    if carried and decided.form in STOPPING:
        suspended = decided.form is Form.SUSPENSION
        return replace(meeting, sitting=Sitting.SUSPENDED if suspended else Sitting.ADJOURNED)
    if carried and decided.form is Form.ORDER and decided.parent:
        others = tuple(name for name in meeting.order if name != decided.parent)
        return replace(meeting, order=(decided.parent, *others))
    return meeting


def _consequences(meeting: Meeting, decided: Draft, event: Event) -> Iterator[tuple[str, Event]]:
    """The events for other proposals that follow by rule; nobody needs to report them."""
    note = f"follows from {event.act.replace('_', ' ')} on {decided.name}"
    if decided.parent:
        act = consequence(decided.form, decided.state)
        if act and rows_for(meeting.named(decided.parent), act):
            amendment = decided.name if act is Act.AMEND else None
            yield (
                decided.parent,
                Event(act, event.when, decided.sponsors, amendment=amendment, basis=Basis.INFERRED, note=note),
            )
    if decided.form is Form.TEXT and is_over(decided):
        for child in meeting.about(decided.name):
            if child.state in {State.DRAFTED, State.SUBMITTED}:
                yield child.name, Event(Act.LAPSE, event.when, basis=Basis.INFERRED, note=note)


def ruled(meeting: Meeting, name: str, ruling: Ruling) -> Meeting:
    """The meeting once the President has ruled on whether the text called `name` is procedural (rule 30).

    A ruling that stands decides, whatever became of a preliminary question about the text.
    """
    text = meeting.named(name)
    asked = next((p.roll for p in meeting.about(name) if p.form is Form.PRELIMINARY_QUESTION), None)
    settled = settle(text.kind or Kind.SUBSTANTIVE, asked, ruling, text.rule)
    return meeting.with_draft(replace(text, kind=settled.kind))


def resumed(meeting: Meeting) -> Meeting:
    """The meeting once the Council sits again, with the same proposals in the same order."""
    return replace(meeting, sitting=Sitting.OPEN)
