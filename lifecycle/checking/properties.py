"""What a law is: a sentence that holds always, comes true eventually, or is seen at least once.

Knows the three kinds, what a law may see of a life (a `Moment`: one step and what went before, with the ballots as they
were cast), and how a law's twin, the case it speaks of, is shown not to be empty. Refuses to see a rule, a guard or
anything that either has worked out; a law reads what an observer in the chamber could write down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lifecycle.checking.places import Role, Timing
from lifecycle.checking.rolls import RollClass
from lifecycle.model.charter import Citation
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind, Outcome
from lifecycle.model.table import ENDS, Act, State


class Mode(StrEnum):
    """Always: at every moment. Eventually: on every life that goes on. Sometimes: in one life at least."""

    ALWAYS = "always"
    EVENTUALLY = "eventually"
    SOMETIMES = "sometimes"


class Past(NamedTuple):
    """What an observer has noted so far: a submission, and seconds that nobody has used to insist.

    Two unused seconds stand for any number.
    """

    submitted: bool = False
    spare: int = 0

    def then(self, act: Act, role: Role = Role.MEMBER) -> Past:
        """The notes once `act` has happened. If nobody says which seconder insists, all of them may have."""
        match act:
            case Act.SUBMIT:
                return self._replace(submitted=True)
            case Act.SECOND:
                return self if role is Role.SECONDER else self._replace(spare=min(self.spare + 1, 2))
            case Act.INSIST:
                return self._replace(spare=0 if role is Role.NOBODY else max(self.spare - 1, 0))
            case _:
                return self


class Moment(NamedTuple):
    """One step of a life, or, with no `act`, the standing of a draft between two steps.

    `on` is the Council's day and `seats` the number of its members. A step leads from `before` to `state`; `role`,
    `timing` and `claim` are what was seen of the event, and `rivals` the number of rows that would have taken it.
    `ballots` were cast before the step, None if no vote was taken. `can` holds the acts possible next (of a standing
    only). `outcomes` tells where an announcement on other ballots would lead.
    """

    on: date
    seats: int
    form: Form
    kind: Kind
    sponsor_seated: bool
    before: State
    act: Act | None
    role: Role
    timing: Timing
    claim: Outcome | None
    state: State
    ballots: RollClass | None
    past: Past
    rivals: int
    can: frozenset[Act]
    outcomes: Callable[[RollClass], frozenset[State]]


Predicate = Callable[[Moment], bool]


@dataclass(frozen=True, slots=True)
class Law:
    """A law in words and as two predicates: whenever `when`, `then`.

    `given` and `must` are the two halves of its sentence. It is asked at steps by one of `acts`, or, without acts, of
    standings in one of `states`. `forms` are the proposals it speaks of. Of an eventual law `when` says where the wait
    begins and `then` where it may end.
    """

    id: str
    mode: Mode
    given: str
    must: str
    when: Predicate
    then: Predicate
    cites: tuple[Citation, ...]
    acts: frozenset[Act] = frozenset()
    states: frozenset[State] = frozenset(State)
    forms: frozenset[Form] = frozenset(Form)

    @property
    def text(self) -> str:
        """The sentence.

        >>> from lifecycle.checking.laws import LAWS
        >>> next(law.text for law in LAWS if law.id == "vetoed-by-permanent-no")
        'Whenever a text is announced as vetoed, a permanent member voted no.'
        """
        match self.mode:
            case Mode.SOMETIMES:
                return f"It happens that {self.given}."
            case Mode.ALWAYS:
                return f"Whenever {self.given}, {self.must}."
            case Mode.EVENTUALLY:
                return f"Once {self.given}, in the end {self.must}."

    def concerns(self, moment: Moment) -> bool:
        """Whether the law has anything to say of `moment`."""
        asked = moment.act in self.acts if self.acts else moment.act is None and moment.state in self.states
        return asked and moment.form in self.forms and self.when(moment)

    def broken_by(self, moment: Moment) -> bool:
        """Whether `moment` alone shows that the law, one that holds always, does not."""
        return self.concerns(moment) and not self.then(moment)

    def twin(self) -> Law:
        """The law that what this one speaks of happens at all: without it, nothing would be shown."""
        return Law(f"{self.id}-happens", Mode.SOMETIMES, self.given, "", self.when, _so, self.cites, self.acts,
                   self.states, self.forms)  # fmt: skip


def _so(moment: Moment) -> bool:
    return True


TEXTS = frozenset((Form.TEXT,))


def on_steps(
    name: str,
    acts: Iterable[Act],
    given: str,
    when: Predicate,
    must: str,
    then: Predicate,
    *cites: Citation,
    forms: Iterable[Form] = Form,
) -> Law:
    """A law on every step by one of `acts`."""
    return Law(name, Mode.ALWAYS, given, must, when, then, cites, frozenset(acts), forms=frozenset(forms))


def on_standings(
    name: str,
    states: Iterable[State],
    given: str,
    must: str,
    then: Predicate,
    *cites: Citation,
    when: Predicate = _so,
    forms: Iterable[Form] = TEXTS,
) -> Law:
    """A law on every draft that stands in one of `states`: what can happen next, and what cannot."""
    return Law(name, Mode.ALWAYS, given, must, when, then, cites, states=frozenset(states), forms=frozenset(forms))


def sometimes(name: str, acts: Iterable[Act], given: str, when: Predicate, *cites: Citation) -> Law:
    """A law that some step by one of `acts` is like this."""
    return Law(name, Mode.SOMETIMES, given, "", when, _so, cites, frozenset(acts))


def eventually(
    name: str, states: Iterable[State], given: str, must: str, goal: Iterable[State], *cites: Citation
) -> Law:
    """A law that from each of `states` every life that goes on comes to one of `goal`."""
    reached = frozenset(goal)
    return Law(
        name, Mode.EVENTUALLY, given, must, _so, lambda moment: moment.state in reached, cites, states=frozenset(states)
    )


FAIR = frozenset((Act.LAPSE, Act.PASS_SILENCE))
"""The acts that nobody takes and time does: where one of them stays possible for ever, it happens."""

OVER = ENDS - {State.WITHDRAWN}
"""The ends that nothing calls a text back from."""
