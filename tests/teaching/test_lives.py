"""Every life as a graph: nothing in it that the table lacks, and the shortest witness found by two roads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lifecycle.errors import InputError
from lifecycle.model.table import ENDS, ROWS, Act, State
from lifecycle.teaching.formula import holds, negated, parse
from lifecycle.teaching.lives import (
    ATOMS,
    START,
    Fault,
    Graph,
    Life,
    Node,
    faulty,
    graph,
    in_words,
    labels_of,
    separating,
    shortest_life,
)


def lives_of(lives: Graph, length: int) -> Iterator[Life]:
    """Every life of up to `length` steps, by plain recursion."""

    def walk(node: Node, life: Life) -> Iterator[Life]:
        if node.over:
            yield life
        if len(life) <= length:
            for edge in lives.get(node, ()):
                yield from walk(edge.target, (*life, labels_of(edge.act, edge.target)))

    yield from walk(START, (labels_of(None, START),))


def test_every_step_is_a_row_of_the_table() -> None:
    names = {row.name for row in ROWS}
    assert {edge.row for edges in graph().values() for edge in edges} <= names
    assert {node.state for node in graph()} == set(State)


@pytest.mark.parametrize(
    "text",
    ["F adopted", "F (vetoed & O discuss)", "F break_silence", "G !submit & F lapse"],
)
def test_the_shortest_life_is_the_shortest_of_all(text: str) -> None:
    formula = parse(text, ATOMS)
    found = shortest_life(graph(), formula)
    assert found is not None
    assert holds(formula, found)
    assert all(len(life) >= len(found) for life in lives_of(graph(), len(found) - 1) if holds(formula, life))


@pytest.mark.parametrize(
    "law",
    ["G (vote -> O submit)", "G (insist -> O second)", "G (voted -> X announce)", "G (adopted -> N false)"],
)
def test_what_the_rules_forbid_no_life_does(law: str) -> None:
    formula = parse(law, ATOMS)
    assert shortest_life(graph(), negated(formula)) is None
    assert all(holds(formula, life) for life in lives_of(graph(), 4))


def test_a_fault_lets_a_life_through_that_the_law_refuses() -> None:
    fault = Fault("early", "voted unsubmitted", add=(State.CIRCULATED, Act.VOTE, State.VOTED))
    life = shortest_life(faulty(fault), negated(parse("G (vote -> O submit)", ATOMS)))
    assert life is not None
    assert in_words(life).startswith("drafted --circulate--> circulated --vote--> voted --announce-->")


def test_a_row_taken_out_is_gone_and_a_wrong_name_is_refused() -> None:
    fault = Fault("no vote", "nothing is voted on", drop="submitted--vote--voted")
    assert shortest_life(faulty(fault), parse("F vote", ATOMS)) is None
    with pytest.raises(InputError) as error:
        faulty(Fault("x", "", drop="submitted--vote--vote"))
    assert error.value.problems[0].nearest[0] == "submitted--vote--voted"


def test_two_formulas_are_told_apart_by_the_shortest_life() -> None:
    first, second = parse("!vote W submit", ATOMS), parse("!vote U submit", ATOMS)
    life = separating(graph(), first, second)
    assert life is not None
    assert len(life) == 2  # withdrawn, or let fall, as a first event
    assert holds(first, life) != holds(second, life)
    assert separating(graph(), first, parse("G (vote -> O submit)", ATOMS)) is None


def test_only_ends_end() -> None:
    assert {node.state for node in graph() if node.over} == set(ENDS)
