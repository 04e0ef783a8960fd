"""The laws bite: every fault put into a row or a field of the rule is noticed, or is no fault.

A mutant that no law kills is shown to be the same machine: the same states by the same acts, every roll decided alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from lifecycle.checking.mutants import Fate, Mutant, Trial, moved, row_mutants, rule_mutants
from lifecycle.model.council import council_on
from lifecycle.model.guards import And, Compare, Const, Field, Not, Or, compiled
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.rules import rule_on
from lifecycle.model.table import ROWS, State
from tests.unwatched import unwatched

DAY = date(1950, 6, 27)
TRIAL = Trial(council_on(DAY), rule_on(DAY))
WATCHED = 2
SAME = {
    # Eleven yes leave no member to veto; and under the Charter a ballot that is no yes need not be a no.
    "override: 11",
    "voted--announce--adopted: moved no veto that counts",
    "voted--announce--vetoed: moved a veto that counts",
    # Who moved the text that a part is of, only a meeting knows; what meetings make of it is `joint`'s.
    "submitted--object--lapsed: without a sponsor of the text to do it",
}


def fates(mutants: Iterable[Mutant], trial: Trial = TRIAL) -> tuple[Fate, ...]:
    """The first few in full view; hundreds more go the same lines."""
    every = tuple(mutants)
    watched = tuple(map(trial.fate, every[:WATCHED]))
    return (*watched, *unwatched(lambda: tuple(map(trial.fate, every[WATCHED:]))))


def held(found: tuple[Fate, ...]) -> None:
    """Nothing survived; what is equivalent was foreseen, and is no more than one in twenty."""
    assert [fate.mutant.name for fate in found if fate.survived] == []
    same = [fate.mutant.name for fate in found if fate.equivalent]
    assert set(same) <= SAME
    assert len(same) <= len(found) / 20


@pytest.mark.parametrize(("form", "targets"), [(Form.TEXT, 2), (Form.PART, 12)])
def test_every_fault_in_a_table_is_noticed(form: Form, targets: int) -> None:
    """Rows of a text are led to the next two states; to all twelve takes half a minute and finds no more."""
    found = fates(row_mutants(TRIAL.rule, form, targets))
    held(found)
    assert len(found) >= (1 + targets) * len(TABLES[form])


@pytest.mark.parametrize("day", [DAY, date(2017, 11, 16)], ids=str)
def test_every_fault_in_a_rule_is_noticed(day: date) -> None:
    trial = Trial(council_on(day), rule_on(day))
    found = fates(rule_mutants(trial.rule, trial.council), trial)
    assert [fate.mutant.name for fate in found if fate.survived] == []
    counts = Counter("killed" if fate.killed_by else "refused" if fate.refused else "same" for fate in found)
    assert counts == {"killed": 17, "refused": 2, "same": 1}


def test_without_laws_everything_survives_that_is_not_the_same() -> None:
    """The test above can fail: it is the laws that notice."""
    blind = Trial(TRIAL.council, TRIAL.rule, laws=())
    some = [mutant for mutant in row_mutants(TRIAL.rule, Form.PART) if mutant.name.endswith("dropped")][:3]
    assert some
    assert all(blind.fate(mutant).survived for mutant in some)


def test_the_sound_machine_is_neither_killed_nor_another() -> None:
    fate = TRIAL.fate(Mutant("sound", TRIAL.rule, TABLES, Form.PART))
    assert fate.equivalent
    assert not fate.survived


def test_a_row_goes_wrong_in_every_way() -> None:
    names = [mutant.name for mutant in row_mutants(TRIAL.rule, Form.TEXT)]
    for row in ROWS:
        assert f"{row.name}: dropped" in names
        assert sum(name.startswith(f"{row.name}: to ") for name in names) == len(State) - 1
        assert sum(name.startswith(f"{row.name}: not ") for name in names) == len(row.guard)


def test_a_comparison_moves_by_one() -> None:
    """At least nine becomes more than nine; fewer than nine becomes at most nine."""
    least, fewer = (Compare(Field("x"), op, Const(9)) for op in (">=", "<"))
    for test, at_nine in ((least, False), (fewer, True)):
        (wrong,) = moved(test)
        assert [compiled(wrong)({"x": x}) for x in (8, 10)] == [compiled(test)({"x": x}) for x in (8, 10)]
        assert compiled(wrong)({"x": 9}) is at_nine is not compiled(test)({"x": 9})
    assert len(list(moved(And((least, Not(Or((fewer, least)))))))) == 3
