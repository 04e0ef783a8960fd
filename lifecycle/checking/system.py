"""The life of one draft as a system that can be explored: places, rolls by class, and what an observer has noted.

Knows how the machine's own functions (what a guard reads, what an act changes) are asked once for every place, and
how an announcement is decided once for every class of rolls. A vote is two edges: the vote is opened, then any roll is
cast. Refuses to judge what it finds; any rows can be given to it, right or wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from lifecycle.checking.places import Cast, Role, Timing, Trial, event_of, reads, settled
from lifecycle.checking.properties import Past
from lifecycle.checking.rolls import Abstraction, RollClass
from lifecycle.checking.rows import Rows
from lifecycle.model.council import Council, Member
from lifecycle.model.counting import as_counted, require_fit, rule_values, vote_values
from lifecycle.model.draft import Draft, Event, after, situations
from lifecycle.model.guards import Values
from lifecycle.model.proposals import NATURES, TABLES, Form
from lifecycle.model.rules import Kind, Rule
from lifecycle.model.table import DOMAINS, Act, Row, State
from lifecycle.model.ways import guard_of

NO_ROLL = -1
"""In place of a roll: no vote has been taken."""
CASTING = -2
"""In place of a roll: the vote is open and the ballots are being cast."""


class Node(NamedTuple):
    """A state of the exploration: numbers of a place and of a class of rolls, and what has been noted."""

    place: int
    roll: int
    past: Past


class Edge(NamedTuple):
    """A step: by which trial and row, or None and None where ballots are cast, and how many rows were enabled."""

    trial: Trial | None
    row: Row | None
    target: Node
    rivals: int


class Move(NamedTuple):
    """A trial in a place: the event, the rows it meets, what their guards read there, and where each would lead."""

    trial: Trial
    event: Event
    rows: tuple[Row, ...]
    life: Values
    landings: tuple[int, ...]
    casts: bool
    by_ballots: bool


class Start(NamedTuple):
    """Where exploring begins: a proposal of one form and kind, its sponsor a member of the Council or not."""

    form: Form
    kind: Kind
    seated: bool = True


def starts(forms: Sequence[Form] = tuple(Form)) -> tuple[Start, ...]:
    """Texts of every kind; then the other forms, each of its own kind or else as part of a substantive text."""
    texts = [Start(Form.TEXT, kind) for kind in Kind] + [Start(Form.TEXT, Kind.SUBSTANTIVE, seated=False)]
    others = [Start(f, NATURES[f].kind or Kind.SUBSTANTIVE) for f in Form if f is not Form.TEXT]
    return tuple(start for start in (*texts, *others) if start.form in forms)


COUNTED = ("all_yes", "veto_holders_no", "veto_holders_not_yes")
"""What guards read of a roll; everything else an outcome depends on is the rule's and the kind's."""

_REMEMBERS = attrgetter(
    *(f.name for f in fields(Draft) if f.name not in {"name", "council", "rule", "parties", "symbol", "roll"})
)


class Life:
    """A system: the lives that begin at `begin`, under `rule`, by `tables`. Places are numbered as they are met.

    `classes` are the rolls that can be cast, by default every class there is. `forget` leaves out what no guard can
    read any more; without it every draft keeps its whole memory. Raises InputError for a rule made for other seats.
    """

    def __init__(
        self,
        council: Council,
        rule: Rule,
        tables: Mapping[Form, tuple[Row, ...]] = TABLES,
        begin: Sequence[Start] | None = None,
        parties: tuple[Member, ...] = (),
        classes: Sequence[RollClass] | None = None,
        *,
        forget: bool = True,
    ) -> None:
        require_fit(rule, council)
        self.council, self.rule, self.parties = council, rule, parties
        self.abstraction = Abstraction(council, rule, parties)
        self.classes = tuple(classes or self.abstraction.classes())
        self.begin = starts() if begin is None else tuple(begin)
        forms = {start.form for start in self.begin}
        self.rows = {form: Rows.of(tables[form], council.on, forget=forget) for form in Form if form in forms}
        self.places: list[Draft] = []
        self._names = frozenset(member.name for member in council.members)
        self.casts = {True: Cast.of(council), False: Cast.of(council, seated=False)}
        self._begun = [self.begun(start) for start in self.begin]
        self._numbers: dict[Any, int] = {}
        self._moves: dict[int, tuple[Move, ...]] = {}
        self._decided: dict[tuple[int, int], list[tuple[Move, tuple[int, ...]]]] = {}
        self._counts: dict[bool, list[dict[str, Any]]] = {}
        self._index = {these: number for number, these in enumerate(self.classes)}

    def begun(self, start: Start) -> Draft:
        """The draft as it is written."""
        return Draft(
            "draft",
            self.council,
            self.rule,
            start.kind,
            sponsors=(self.casts[start.seated].sponsor,),
            parties=self.parties,
            form=start.form,
            parent=None if start.form is Form.TEXT else "text",
        )

    def initial(self) -> Iterator[Node]:
        """The drafts as they are written, one for each start."""
        for draft in self._begun:
            yield Node(self._number(draft), NO_ROLL, Past())

    def seated(self, draft: Draft) -> bool:
        """Whether the draft's sponsor is a member of the Council; a sponsor forgotten counts as one."""
        return not draft.sponsors or draft.sponsors[0] in self._names

    def cast_of(self, draft: Draft) -> Cast:
        """Who acts in the lives of this draft."""
        return self.casts[self.seated(draft)]

    def _number(self, draft: Draft) -> int:
        key = _REMEMBERS(draft)
        if key not in self._numbers:
            self._numbers[key] = len(self.places)
            self.places.append(draft)
        return self._numbers[key]

    def edges(self, node: Node) -> list[Edge]:
        """Every step that some event worth trying takes from here."""
        place, roll, past = node
        if roll == CASTING:
            return [Edge(None, None, Node(place, number, past), 1) for number in range(len(self.classes))]
        rows = self.rows[self.places[place].form]
        found = []
        for move, taken in self._taken(place, roll):
            noted = past.then(move.trial.act, move.trial.role)
            for number in taken:
                row = move.rows[number]
                target = Node(
                    move.landings[number], CASTING if move.casts else roll, rows.still_noted(noted, row.target)
                )
                found.append(Edge(move.trial, row, target, len(taken)))
        return found

    def outcomes(self, place: int, these: RollClass) -> frozenset[State]:
        """Where the announcement of whatever the ballots amount to leads from a place, had the ballots been these."""
        number = self._index.get(these)
        if number is None:
            return frozenset()
        return frozenset(
            move.rows[each].target
            for move, taken in self._taken(place, number)
            if move.trial.act is Act.ANNOUNCE and move.trial.claim is None
            for each in taken
        )

    def _taken(self, place: int, roll: int) -> list[tuple[Move, tuple[int, ...]]]:
        """The moves of a place that some row takes, with the numbers of those rows. Kept by what guards can tell."""
        key = (place, self.told(place, roll))
        if key not in self._decided:
            found = ((move, self._enabled(move, place, roll)) for move in self.moves(place))
            self._decided[key] = [(move, taken) for move, taken in found if taken]
        return self._decided[key]

    def told(self, place: int, roll: int) -> int:
        """A number that two rolls share if no guard in this place can tell them apart."""
        if roll < 0 or not any(move.by_ballots for move in self.moves(place)):
            return NO_ROLL
        counts = self._counted(self.places[place])[roll]
        told = 0
        for name in COUNTED:
            told = told * 256 + counts[name]
        return told

    def _enabled(self, move: Move, place: int, roll: int) -> tuple[int, ...]:
        found = self.values(move, place, roll)
        return tuple(n for n, row in enumerate(move.rows) if any(guard_of(row)(values) for values in found))

    def values(self, move: Move, place: int, roll: int) -> Sequence[Values]:
        """What the guards of a move read: one situation, or every way the ballots can fall where none were cast."""
        draft = self.places[place]
        if not move.by_ballots:
            return (move.life,)
        if roll < 0:
            return tuple(situations(draft, move.event))
        numbers = rule_values(self.rule, draft.kind or Kind.SUBSTANTIVE)
        return ({**move.life, **numbers, **self._counted(draft)[roll]},)

    def _counted(self, draft: Draft) -> list[dict[str, Any]]:
        """The counts of each class, as the machine itself counts one of its rolls."""
        kind = draft.kind or Kind.SUBSTANTIVE
        apart = self.rule.sets_parties_aside(kind)
        if apart not in self._counts:
            rolls = map(self.abstraction.roll_of, self.classes)
            counted = (as_counted(roll, kind, self.rule, self.parties) for roll in rolls)
            values = (next(vote_values(roll, kind, self.rule)) for roll in counted)
            self._counts[apart] = [{name: each[name] for name in COUNTED} for each in values]
        return self._counts[apart]

    def moves(self, place: int) -> tuple[Move, ...]:
        """Everything worth trying in a place, whether or not any row takes it."""
        if place not in self._moves:
            draft = self.places[place]
            ways = self.rows[draft.form].ways.get(draft.state, {})
            found = (self._move(draft, trial, way.rows) for way in ways.values() for trial in way.trials)
            self._moves[place] = tuple(move for move in found if move)
        return self._moves[place]

    def _move(self, draft: Draft, trial: Trial, rows: tuple[Row, ...]) -> Move | None:
        """The trial made real; None if it would only repeat another: no deadline to be late for, no seconder to act."""
        if (trial.timing is not Timing.UNSAID and not draft.silence_until) or (
            trial.role is Role.SECONDER and not draft.seconders
        ):
            return None
        event = event_of(trial, draft, self.cast_of(draft))
        read = frozenset(chain.from_iterable(map(reads, rows)))
        by_ballots = not read.isdisjoint(COUNTED)
        # Of the many ways an unknown roll can fall the first is enough: its counts are replaced by those of a class.
        life = next(iter(situations(draft, event, read & DOMAINS.keys())))
        later = tuple(after(draft, event, row) for row in rows)
        casts = any(each.roll is not None for each in later)
        return Move(trial, event, rows, life, tuple(map(self._land, later)), casts, by_ballots)

    def _land(self, draft: Draft) -> int:
        living = self.rows[draft.form].living[draft.state]
        return self._number(settled(draft, self.cast_of(draft), living))
