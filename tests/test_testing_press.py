"""What the strategies of the press must reach, so that laws over them say something."""

from __future__ import annotations

from typing import Any

from hypothesis import find
from hypothesis.strategies import SearchStrategy

from lifecycle.dating.daynet import Bond, DayNet
from lifecycle.days.dates import FUTURE, NEAR, PAST
from lifecycle.testing_press import day_puzzles, publication_days, told_mentions, weekday_phrases


def reaches(strategy: SearchStrategy[Any], wanted: Any) -> bool:
    """Whether something that is wanted can be drawn; Hypothesis raises if it finds none."""
    return bool(wanted(find(strategy, wanted)))


def possible(puzzle: tuple[list[range], list[Bond]]) -> bool:
    """Whether the net accepts all bonds of a puzzle."""
    domains, bonds = puzzle
    net = DayNet()
    for days in domains:
        net.variable(days)
    return all(net.bind(bond) for bond in bonds)


def test_puzzles_of_days_are_possible_and_impossible() -> None:
    assert reaches(day_puzzles(), lambda puzzle: len(puzzle[1]) > 1 and possible(puzzle))
    assert reaches(day_puzzles(), lambda puzzle: not possible(puzzle))


def test_weekdays_look_every_way() -> None:
    for looks in (PAST, FUTURE, NEAR):
        assert reaches(weekday_phrases(), lambda phrase, looks=looks: phrase.looks == looks and phrase.a == 4)
    assert reaches(publication_days(), lambda day: day.weekday() == 6 and day.year > 2000)


def test_mentions_are_told_of_one_draft_twice_and_without_a_day() -> None:
    assert reaches(told_mentions(), lambda told: len({each.draft for each in told}) < len(told))
    assert reaches(told_mentions(), lambda told: any(each.date.best is None for each in told))
    assert reaches(told_mentions(), lambda told: any(each.modality == "planned" and each.date.best for each in told))
