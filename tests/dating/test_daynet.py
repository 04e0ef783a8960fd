"""Days that bind each other, by hand and against plain enumeration."""

from __future__ import annotations

from itertools import product

from hypothesis import given

from lifecycle.dating.daynet import Bond, DayNet, NotAfter, SameDay, Window, Within
from lifecycle.testing_press import day_puzzles


def day_before(day: int) -> tuple[Window, ...]:
    return ((day - 1, day - 1),)


def test_a_window_follows_its_article() -> None:
    net = DayNet()
    article, event = net.variable(range(10, 14)), net.variable(range(100))
    assert net.bind(Within(article, event, day_before))
    assert net.window(event) == (9, 12)
    assert net.keep(event, (11,))
    assert net.days[article] == {12}


def test_a_bond_that_leaves_nothing_is_refused_and_changes_nothing() -> None:
    net = DayNet()
    early, late = net.variable(range(5)), net.variable(range(10, 15))
    before = list(net.days)
    assert not net.bind(NotAfter(late, early))
    assert net.days == before
    assert net.bonds == []
    assert not net.keep(early, (99,))
    assert net.days == before


def test_a_copy_is_its_own() -> None:
    net = DayNet()
    one = net.variable(range(5))
    other = net.copy()
    assert other.keep(one, (3,))
    assert net.window(one) == (0, 4)


def holds(bond: Bond, days: tuple[int, ...]) -> bool:
    first, second = (days[end] for end in bond.ends)
    match bond:
        case NotAfter():
            return first <= second
        case SameDay():
            return first == second
        case Within():
            return any(low <= second <= high for low, high in bond.windows(first))


@given(day_puzzles())
def test_no_day_of_any_solution_is_ever_lost(puzzle: tuple[list[range], list[Bond]]) -> None:
    domains, bonds = puzzle
    net = DayNet()
    for domain in domains:
        net.variable(domain)
    accepted = [bond for bond in bonds if net.bind(bond)]
    solutions = [days for days in product(*domains) if all(holds(bond, days) for bond in accepted)]
    for place, days in enumerate(net.days):
        assert {solution[place] for solution in solutions} <= days


def test_that_law_is_not_empty() -> None:
    net = DayNet()
    first, second = net.variable(range(3)), net.variable(range(3))
    assert net.bind(NotAfter(first, second))
    assert net.keep(second, (1,))
    assert net.days[first] == {0, 1}
