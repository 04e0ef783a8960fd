"""Formulas as answers: right if they hold of every possible life and notice each seeded fault."""

from __future__ import annotations

import pytest

from lifecycle.teaching import lives
from lifecycle.teaching.answers import AnswerError
from lifecycle.teaching.formula import parse
from lifecycle.teaching.lives import ATOMS
from lifecycle.teaching.properties import CHECKS, faults_of, read_formula, survivors
from lifecycle.teaching.sheet import sheet_called
from lifecycle.teaching.views import CHARTER, views_of

PARTS = {part.id: part for part in sheet_called("write-the-property").parts}
(CHECK,) = CHECKS


@pytest.mark.parametrize("name", PARTS)
def test_the_key_is_right_and_leaves_no_fault_unnoticed(name: str) -> None:
    given = PARTS[name].given
    assert CHECK.fault(given, given["key"], CHARTER) is None
    assert survivors(given, parse(given["key"], ATOMS)) == []
    assert list(faults_of(given))


@pytest.mark.parametrize("name", PARTS)
def test_true_holds_of_every_life_and_notices_nothing(name: str) -> None:
    given = PARTS[name].given
    assert len(survivors(given, parse("true", ATOMS))) == len(list(faults_of(given)))
    assert "does not notice" in (CHECK.fault(given, "true", CHARTER) or "")


@pytest.mark.parametrize("name", PARTS)
def test_each_misreading_is_wrong_and_is_told_from_the_key(name: str) -> None:
    given = PARTS[name].given
    for code, formula in given["misread"].items():
        (view,) = views_of([code])
        assert CHECK.fault(given, formula, CHARTER) is not None, code
        assert CHECK.fault(given, formula, view) is None
        assert "they differ on" in (CHECK.fault(given, given["key"], view) or "")


def test_another_formula_that_says_as_much_is_as_right() -> None:
    assert CHECK.fault(PARTS["a"].given, "!vote W submit", CHARTER) is None


def test_a_formula_that_refuses_a_possible_life_is_shown_the_life() -> None:
    said = CHECK.fault(PARTS["a"].given, "G (submit -> F vote)", CHARTER)
    assert said is not None
    assert said.startswith("the formula refuses a life that is possible: drafted --submit--> submitted --")
    assert "--vote-->" not in said


def test_a_formula_that_would_take_for_ever_is_given_up_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lives, "MOST", 10)
    with pytest.raises(AnswerError, match="write a simpler one"):
        CHECK.fault(PARTS["a"].given, "G (vote -> O submit)", CHARTER)


def test_what_is_no_formula_is_told_the_nearest_word() -> None:
    with pytest.raises(AnswerError, match="did you mean 'submit'"):
        read_formula("G (vote -> O sumbit)")
