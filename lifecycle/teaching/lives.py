"""Every life a draft can lead, as a graph small enough to search: for questions about all of them at once.

Knows the situations that the machine's own stepper can reach when only what the table's guards read is kept, the lives
through them, and the shortest life on which two formulas differ. Refuses to know what a formula is for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from lifecycle.errors import nearest_names, refuse
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.machine import legal_acts, step
from lifecycle.model.rules import rule_on
from lifecycle.model.table import ENDS, ROWS, Act, State
from lifecycle.teaching.formula import FALSE, Formula, Labels, advance, joined, negated, past_of

ATOMS = frozenset((*map(str, Act), *map(str, State)))
"""What a formula may name: an event that happens at a position, or the state the draft is in behind it."""

MOST = 5_000
"""How many situations a search looks at before it gives up."""

_DAY = date(2024, 1, 8)
_SPONSOR, _OTHER = "Malta", "Japan"


@dataclass(frozen=True, slots=True)
class Node:
    """A situation: the state, and what tells it from others in the same state (the ballots' outcome, a seconder)."""

    state: State
    about: str = ""

    @property
    def over(self) -> bool:
        """Whether a life may end here."""
        return self.state in ENDS


@dataclass(frozen=True, slots=True)
class Edge:
    """One step: the row that allows it, by name, what happens, and where it leads."""

    row: str
    act: Act
    target: Node


Graph = dict[Node, tuple[Edge, ...]]
START = Node(State.DRAFTED)


@dataclass(frozen=True, slots=True)
class Fault:
    """A seeded fault of the table: a row taken out, or one put in (state, event, target).

    `where` puts it in only for a text of which that is so, such as "seconded".
    """

    name: str
    text: str
    drop: str | None = None
    add: tuple[State, Act, State] | None = None
    where: str = ""


@cache
def graph() -> Graph:
    """The lives of a substantive text before the Council of 8 January 2024, found by running the stepper."""
    return {node: tuple(edge for edge, _ in _steps_from(draft)) for node, draft in situations().items()}


@cache
def situations() -> dict[Node, Draft]:
    """Every situation a life can come to, with a draft that is in it."""
    council = council_on(_DAY)
    waiting, found = deque([Draft("draft", council, rule_on(_DAY), sponsors=(_SPONSOR,))]), dict[Node, Draft]()
    while waiting:
        draft = waiting.popleft()
        if node_of(draft) not in found:
            found[node_of(draft)] = draft
            waiting.extend(behind for _, behind in _steps_from(draft))
    return found


def _steps_from(draft: Draft) -> Iterator[tuple[Edge, Draft]]:
    for event in events_for(legal_acts(draft.state), draft.council):
        verdict = step(draft, event)
        if verdict.step:
            behind = plain(verdict.draft)
            yield Edge(verdict.step.row.name, event.act, node_of(behind)), behind


def plain(draft: Draft) -> Draft:
    """The draft with only what tells situations apart: which revision it is, and how many seconded it, do not."""
    return replace(draft, revision=0, seconders=draft.seconders[:1])


def node_of(draft: Draft) -> Node:
    """The situation that `draft` is in."""
    about = [word for word, is_so in (("seconded", draft.seconders), (_OTHER, _OTHER in draft.sponsors)) if is_so]
    if draft.state is State.VOTED and draft.roll:
        about.append(str(draft.roll.tally()))
    return Node(draft.state, ", ".join(about))


def events_for(acts: Iterable[Act], council: Council) -> Iterator[Event]:
    """Each act as an event; the vote three times, with a roll that adopts, one that vetoes, one that falls short."""
    rolls = (
        Roll.of(council, {}, rest=Ballot.YES),
        Roll.of(council, {Ballot.NO: [council.permanent[0].name]}, rest=Ballot.YES),
        Roll.of(council, {}, rest=Ballot.ABSTAIN),
    )
    for act in acts:
        if act is Act.VOTE:
            yield from (Event(act, roll=roll) for roll in rolls)
        elif act in {Act.SECOND, Act.INSIST}:
            yield Event(act, by=(_OTHER,))
        else:
            yield Event(act)


def faulty(fault: Fault) -> Graph:
    """The graph with `fault` in it; nodes that only the fault reaches are there as well. Raises InputError."""
    names = {row.name for row in ROWS}
    if fault.drop and fault.drop not in names:
        near = nearest_names(fault.drop, sorted(names))
        raise refuse("unknown-row", f"no row of the table is called {fault.drop!r}", nearest=near)
    broken: Graph = {node: tuple(e for e in edges if e.row != fault.drop) for node, edges in graph().items()}
    if fault.add:
        state, act, target = fault.add
        goals = [node for node in broken if node.state is target] or [Node(target)]
        for node in [node for node in broken if node.state is state and fault.where in node.about]:
            new = tuple(Edge(f"{state}--{act}--{target}", act, goal) for goal in goals)
            broken[node] = (*broken[node], *new)
    return broken


Life = tuple[Labels, ...]


def labels_of(act: Act | None, node: Node) -> Labels:
    """What is true at a position: the event (none at the start), and the state behind it."""
    return frozenset((str(node.state),) if act is None else (str(act), str(node.state)))


def shortest_life(lives: Graph, formula: Formula) -> Life | None:
    """The shortest life of `lives`, from the first draft to an end, on which `formula` holds; None if there is none.

    The search is exact for lives of any length: it runs over the product of the graph and what is left of the formula,
    which is finite. Raises InputError for a formula that needs more than MOST situations.
    """
    past = past_of(formula)
    start = (START, formula, frozenset[Formula](), labels_of(None, START))
    waiting: deque[tuple[tuple[Node, Formula, frozenset[Formula], Labels], Life]] = deque([(start, (start[3],))])
    seen = {start}
    while waiting:
        (node, left, behind, labels), life = waiting.popleft()
        rest, after, may_end = advance(left, past, labels, behind, len(life) == 1)
        if node.over and may_end:
            return life
        if rest == FALSE:
            continue
        if len(seen) > MOST:
            raise refuse("bad-formula", f"the formula needs more than {MOST:,} situations; write a simpler one")
        for edge in lives.get(node, ()):
            here = (edge.target, rest, after, labels_of(edge.act, edge.target))
            if here not in seen:
                seen.add(here)
                waiting.append((here, (*life, here[3])))
    return None


def separating(lives: Graph, first: Formula, second: Formula) -> Life | None:
    """The shortest life on which one of the two holds and the other does not; None if they mean the same."""
    only_first = joined("&", (first, negated(second)))
    only_second = joined("&", (second, negated(first)))
    return shortest_life(lives, joined("|", (only_first, only_second)))


def in_words(life: Iterable[Labels]) -> str:
    """A life as a person reads it.

    >>> in_words((frozenset(["drafted"]), frozenset(["submit", "submitted"])))
    'drafted --submit--> submitted'
    """
    acts, states = set(map(str, Act)), set(map(str, State))
    words: list[str] = []
    for labels in life:
        words += [f"--{act}-->" for act in sorted(labels & acts)]
        words += sorted(labels & states)
    return " ".join(words)
