"""The life of a draft resolution as a table: states, events, and one row for each way to step.

Knows the whole law of the life: everything that decides which step is legal must stand in this file or in the guards
it takes from `rules`; a transition written as code anywhere else would be invisible to the diagrams and the checker.
Refuses to run anything: `machine` steps, others print or explore the same rows.

A row is (state, event, guard, target, citation, days it is valid). A guard is a conjunction of conditions. Two rows of
the same state and event must never be enabled at once: their order means nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lifecycle.model import charter
from lifecycle.model.charter import Citation
from lifecycle.model.guards import Expr, Not, Or, Value, in_words, is_
from lifecycle.model.rules import BLOCKED, HAS_MAJORITY, OUTCOME_GUARDS, Outcome


class State(StrEnum):
    """Where a draft can be. "Lapsed" is no term of the rules: it is this model's name for a text nobody pursued."""

    DRAFTED = "drafted"
    DISCUSSED = "discussed"
    CIRCULATED = "circulated"
    UNDER_SILENCE = "under_silence"
    SUBMITTED = "submitted"
    POSTPONED = "postponed"
    VOTED = "voted"
    ADOPTED = "adopted"
    VETOED = "vetoed"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"


ENDED_BY_VOTE = frozenset((State.ADOPTED, State.VETOED, State.FAILED))
"""The ends that the announcement of an outcome leads to; the first can also be had without a vote."""

ENDS = ENDED_BY_VOTE | {State.WITHDRAWN, State.SUPERSEDED, State.LAPSED}
"""The states in which a draft's life is over; a seconder alone can call a withdrawn text back (rule 35)."""

INFORMAL = (State.DRAFTED, State.DISCUSSED, State.CIRCULATED)
PENDING = (*INFORMAL, State.UNDER_SILENCE, State.SUBMITTED, State.POSTPONED)
"""The states before any vote."""


class Act(StrEnum):
    """What can happen to a draft, in the order of a life: of two equally short runs, the earlier acts are inferred."""

    DISCUSS = "discuss"
    CIRCULATE = "circulate"
    REVISE = "revise"
    PLACE_UNDER_SILENCE = "place_under_silence"
    EXTEND_SILENCE = "extend_silence"
    BREAK_SILENCE = "break_silence"
    PASS_SILENCE = "pass_silence"
    SUBMIT = "submit"
    SECOND = "second"
    SCHEDULE_VOTE = "schedule_vote"
    POSTPONE = "postpone"
    RESUME = "resume"
    AMEND = "amend"
    OBJECT = "object"
    VOTE = "vote"
    ANNOUNCE = "announce"
    ADOPT_WITHOUT_VOTE = "adopt_without_vote"
    WITHDRAW = "withdraw"
    INSIST = "insist"
    SUPERSEDE = "supersede"
    LAPSE = "lapse"


INFERABLE = (Act.CIRCULATE, Act.PASS_SILENCE, Act.SUBMIT, Act.RESUME, Act.VOTE)
"""The acts a report may leave out and the model may fill in: routine, and needed by what was reported next.

Nothing that takes a decision somebody would have reported (a withdrawal, a broken silence) is ever inferred.
"""

FIELDS: dict[str, str] = {
    "seconded": "whether a member other than a sponsor has seconded the text",
    "by_sponsor": "whether a sponsor does it: yes, no, or unsaid",
    "by_seconder": "whether a seconder does it: yes, no, or unsaid",
    "by_member": "whether a member of the Council does it: yes, no, or unsaid",
    "by_mover": "whether a sponsor of the text that the proposal is about does it: yes, no, or unsaid",
    "by_council": "whether the Council as a whole does it",
    "asked": "whether a member of the Council, sponsor or not, asks for the vote: yes, no, or unsaid",
    "deadline": "the silence deadline on that day: ahead, that very day, passed, or unsaid",
    "announced": "the outcome that is announced: adopted, vetoed, failed, or unsaid",
    "required": "the yes votes the matter needs under the rule",
    "veto_counts": "whether a veto can stop this kind of matter under the rule",
    "blocks": "which ballot of a member who may veto stops a text: no, or not_yes",
    "vetoes_needed": "how many such ballots it takes",
    "override": "the yes votes that beat any veto",
    "all_yes": "members who voted yes",
    "veto_holders_no": "members who may veto and voted no",
    "veto_holders_not_yes": "members who may veto and did not vote yes",
}
"""Every name a guard may read, with what it means."""

_SAID: tuple[Value, ...] = ("yes", "no", "unsaid")
DOMAINS: dict[str, tuple[Value, ...]] = {
    "seconded": (False, True),
    "by_sponsor": _SAID,
    "by_seconder": _SAID,
    "by_member": _SAID,
    "by_mover": _SAID,
    "by_council": (False, True),
    "asked": _SAID,
    "deadline": ("ahead", "that day", "passed", "unsaid"),
    "announced": (*(outcome.value for outcome in Outcome), "unsaid"),
}
"""The values of each field that is read off the draft and the event; the others are counts and the rule's own."""

CLAIMS = frozenset(("announced",))
"""The fields by which an event asks for one row of several; a row that was not asked for explains no refusal."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One conjunct of a guard, what it rests on, and, where the expression reads badly, what it asks for in words."""

    test: Expr
    cites: tuple[Citation, ...]
    says: str = ""

    @property
    def words(self) -> str:
        """What the condition asks for, fit to follow "needs".

        >>> Condition(is_("seconded"), (charter.ROP_35,)).words
        'seconded'
        """
        return self.says or in_words(self.test)


@dataclass(frozen=True, slots=True)
class Row:
    """One way to step: in `state`, on `act`, if every condition of `guard` holds, to `target`.

    Valid from `valid_from` to `valid_to`, both included; None is open.
    """

    state: State
    act: Act
    guard: tuple[Condition, ...]
    target: State
    cites: tuple[Citation, ...]
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def name(self) -> str:
        """The row's name, unique in the table: `voted--announce--vetoed`."""
        return f"{self.state}--{self.act}--{self.target}"

    def __hash__(self) -> int:
        """By what its name is made of; the guard, a deep tree, would take longer than evaluating it."""
        return hash((self.state, self.act, self.target))

    def valid_on(self, day: date) -> bool:
        """Whether the row is law on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def rows_out_of(
    states: Iterable[State], act: Act, target: State | None, *cites: Citation, guard: Iterable[Condition] = ()
) -> list[Row]:
    """The same act out of several states; a target of None leaves the draft where it is."""
    return [Row(state, act, tuple(guard), target or state, cites) for state in states]


def unless(name: str, value: str, cite: Citation, says: str) -> Condition:
    """The condition that a field has not this value; where a word is unsaid, the benefit of the doubt is given."""
    return Condition(Not(is_(name, value)), (cite,), says)


_SAYS: dict[Expr, str] = {
    HAS_MAJORITY: "the yes votes the matter needs",
    Not(HAS_MAJORITY): "fewer yes votes than the matter needs",
    BLOCKED: "a veto that counts",
    Not(BLOCKED): "no veto that counts",
}


def _announced(outcome: Outcome) -> tuple[Condition, ...]:
    said = Condition(Or((is_("announced", "unsaid"), is_("announced", outcome.value))), (charter.ROP_40,))
    law = (charter.ARTICLE_27_2, charter.ARTICLE_27_3)
    return (said, *(Condition(part, law, _SAYS[part]) for part in OUTCOME_GUARDS[outcome]))


_NOT_THE_COUNCIL = Condition(
    Not(is_("by_council")), (charter.NOTE_507,), "fewer than the whole Council, which has not been given the text"
)
_SECONDED = Condition(is_("seconded"), (charter.ROP_35,), "a seconder")
_SILENCE_RUNS = unless("deadline", "passed", charter.NOTE_507, "a silence that has not run out")
_SILENCE_OVER = unless("deadline", "ahead", charter.NOTE_507, "a silence that has run out")
_BY_SPONSOR = "a sponsor to do it"

ROWS: tuple[Row, ...] = (
    # Talks. The Council as a whole discusses a text that all its members have.
    *rows_out_of((State.DRAFTED,), Act.DISCUSS, State.DISCUSSED, charter.PRACTICE, guard=(_NOT_THE_COUNCIL,)),
    *rows_out_of((State.DISCUSSED,), Act.DISCUSS, None, charter.PRACTICE, guard=(_NOT_THE_COUNCIL,)),
    *rows_out_of(
        (State.CIRCULATED, State.UNDER_SILENCE, State.SUBMITTED, State.POSTPONED), Act.DISCUSS, None, charter.NOTE_507
    ),
    *rows_out_of(INFORMAL, Act.CIRCULATE, State.CIRCULATED, charter.NOTE_507),
    *rows_out_of((State.SUBMITTED, State.POSTPONED), Act.CIRCULATE, None, charter.ROP_31),
    *rows_out_of(INFORMAL, Act.REVISE, None, charter.PRACTICE),
    *rows_out_of((State.UNDER_SILENCE,), Act.REVISE, State.CIRCULATED, charter.NOTE_507),
    *rows_out_of((State.SUBMITTED, State.POSTPONED), Act.REVISE, None, charter.PRACTICE),
    # Silence: no objection by the deadline, and the text is final; nobody votes, so there is no tally.
    *rows_out_of((State.CIRCULATED,), Act.PLACE_UNDER_SILENCE, State.UNDER_SILENCE, charter.NOTE_507),
    *rows_out_of(
        (State.UNDER_SILENCE,),
        Act.EXTEND_SILENCE,
        None,
        charter.NOTE_507,
        guard=(_SILENCE_RUNS,),
    ),
    *rows_out_of(
        (State.UNDER_SILENCE,),
        Act.BREAK_SILENCE,
        State.CIRCULATED,
        charter.NOTE_507,
        guard=(_SILENCE_RUNS,),
    ),
    *rows_out_of(
        (State.UNDER_SILENCE,),
        Act.PASS_SILENCE,
        State.CIRCULATED,
        charter.NOTE_507,
        guard=(_SILENCE_OVER,),
    ),
    # Before the Council. Stages may be skipped: a text can be tabled that nobody had heard of.
    *rows_out_of(INFORMAL, Act.SUBMIT, State.SUBMITTED, charter.ROP_31),
    *rows_out_of((State.SUBMITTED,), Act.SUBMIT, None, charter.ROP_31),
    *rows_out_of(
        (State.SUBMITTED, State.POSTPONED),
        Act.SECOND,
        None,
        charter.ROP_34,
        guard=(
            unless("by_sponsor", "yes", charter.ROP_35, "a member other than a sponsor to do it"),
            unless("by_member", "no", charter.ROP_35, "a member of the Council to do it"),
        ),
    ),
    *rows_out_of(PENDING, Act.SCHEDULE_VOTE, None, charter.PRACTICE),
    *rows_out_of((State.SUBMITTED,), Act.POSTPONE, State.POSTPONED, charter.ROP_33),
    *rows_out_of((State.POSTPONED,), Act.POSTPONE, None, charter.ROP_33),
    *rows_out_of((State.POSTPONED,), Act.RESUME, State.SUBMITTED, charter.ROP_33),
    *rows_out_of((State.SUBMITTED,), Act.AMEND, None, charter.ROP_36),
    # The vote. No voting on a text never submitted, nor on one that only states outside the Council ask to have voted.
    *rows_out_of(
        (State.SUBMITTED,),
        Act.VOTE,
        State.VOTED,
        charter.ROP_31,
        charter.ROP_40,
        guard=(unless("asked", "no", charter.ROP_38, "a member of the Council to ask for the vote"),),
    ),
    *rows_out_of(
        (State.VOTED,),
        Act.ANNOUNCE,
        State.ADOPTED,
        charter.ARTICLE_27_2,
        charter.ARTICLE_27_3,
        guard=_announced(Outcome.ADOPTED),
    ),
    *rows_out_of((State.VOTED,), Act.ANNOUNCE, State.VETOED, charter.ARTICLE_27_3, guard=_announced(Outcome.VETOED)),
    *rows_out_of(
        (State.VOTED,), Act.ANNOUNCE, State.FAILED, charter.REPERTOIRE_VOTING, guard=_announced(Outcome.FAILED)
    ),
    *rows_out_of((State.SUBMITTED,), Act.ADOPT_WITHOUT_VOTE, State.ADOPTED, charter.PRACTICE),
    # Other ends.
    *rows_out_of(
        (*INFORMAL, State.UNDER_SILENCE),
        Act.WITHDRAW,
        State.WITHDRAWN,
        charter.PRACTICE,
        guard=(unless("by_sponsor", "no", charter.PRACTICE, _BY_SPONSOR),),
    ),
    *rows_out_of(
        (State.SUBMITTED, State.POSTPONED),
        Act.WITHDRAW,
        State.WITHDRAWN,
        charter.ROP_35,
        guard=(unless("by_sponsor", "no", charter.ROP_35, _BY_SPONSOR),),
    ),
    *rows_out_of(
        (State.WITHDRAWN,),
        Act.INSIST,
        State.SUBMITTED,
        charter.ROP_32,
        charter.ROP_35,
        guard=(_SECONDED, unless("by_seconder", "no", charter.ROP_35, "a seconder to do it")),
    ),
    *rows_out_of(PENDING, Act.SUPERSEDE, State.SUPERSEDED, charter.PRACTICE),
    *rows_out_of(PENDING, Act.LAPSE, State.LAPSED, charter.MODELLING),
)
"""The table. `name` of a row is unique."""

FROM_MENTION: dict[str, Act] = {
    "discussed": Act.DISCUSS,
    "circulated": Act.CIRCULATE,
    "revised": Act.REVISE,
    "submitted": Act.SUBMIT,
    "vote_scheduled": Act.SCHEDULE_VOTE,
    "postponed": Act.POSTPONE,
    "withdrawn": Act.WITHDRAW,
    "voted": Act.VOTE,
    **{outcome.value: Act.ANNOUNCE for outcome in Outcome},
}
"""From the annotation guide's eleven words to the machine's acts; the last three announce that outcome."""
