"""Questions whose answer is a formula: a sentence about every life, written so that a machine can hold it.

Knows how such an answer is graded: against the key on every life of the model, then on seeded faults of the table that
the formula must notice. Refuses to run anything; a formula is data, and the search over lives is `lives`'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lifecycle.errors import InputError, Place
from lifecycle.model.table import Act, State
from lifecycle.teaching.answers import AnswerError
from lifecycle.teaching.formula import Formula, negated, parse
from lifecycle.teaching.judging import Check, Given
from lifecycle.teaching.lives import ATOMS, Fault, Life, faulty, graph, in_words, separating, shortest_life
from lifecycle.teaching.views import View


def read_formula(text: str) -> Formula:
    """The student's formula. Raises AnswerError with what stands in its way and the nearest word."""
    try:
        return parse(text, ATOMS, Place())
    except InputError as error:
        problem = error.problems[0]
        near = f"; did you mean {problem.nearest[0]!r}?" if problem.nearest else ""
        raise AnswerError(problem.message + near) from None


def faults_of(given: Given) -> Iterator[Fault]:
    """The seeded faults of a question: each a row taken out of the table, or one put in."""
    for name, entry in given.get("faults", {}).items():
        added = entry.get("add")
        add = (State(added[0]), Act(added[1]), State(added[2])) if added else None
        yield Fault(name, entry["text"], entry.get("drop"), add, entry.get("where", ""))


def survivors(given: Given, formula: Formula) -> list[tuple[Fault, Life]]:
    """The seeded faults that `formula` does not notice, each with a life that it should have refused."""
    key, found = parse(given["key"], ATOMS), []
    for fault in faults_of(given):
        lives = faulty(fault)
        witness = shortest_life(lives, negated(key))
        if witness and shortest_life(lives, negated(formula)) is None:
            found.append((fault, witness))
    return found


def _misread(given: Given, view: View) -> str | None:
    """What a student who holds `view` writes for this sentence; None where the view says nothing of it."""
    found: str | None = given.get("misread", {}).get(view.misread)
    return found


def _key(given: Given, view: View) -> str:
    return _misread(given, view) or str(given["key"])


def _fault(given: Given, answer: Any, view: View) -> str | None:
    try:
        return _against(given, answer, view)
    except InputError as error:
        raise AnswerError(error.problems[0].message) from None


def _against(given: Given, answer: Any, view: View) -> str | None:
    formula, misread = read_formula(answer), _misread(given, view)
    if misread:
        return _difference(given, formula, parse(misread, ATOMS))
    refused = shortest_life(graph(), negated(formula))
    if refused:
        return f"the formula refuses a life that is possible: {in_words(refused)}"
    for fault, life in survivors(given, formula):
        return f"the formula does not notice that {fault.text}: {in_words(life)}"
    return None


def _difference(given: Given, first: Formula, second: Formula) -> str | None:
    """A life, possible or only under a seeded fault, on which the two formulas differ."""
    for lives in (graph(), *(faulty(fault) for fault in faults_of(given))):
        life = separating(lives, first, second)
        if life:
            return f"they differ on: {in_words(life)}"
    return None


CHECKS = (Check("property", _key, _fault),)
