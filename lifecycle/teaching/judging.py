"""What a check is: for any view of the rule, an answer that is right in it, and what speaks against another.

Knows the shape that every check has, and how what a sheet gives becomes a roll. Refuses to know any exercise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Member, council_on
from lifecycle.model.rules import Kind
from lifecycle.teaching.answers import AnswerError
from lifecycle.teaching.views import View

Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Check:
    """How one kind of question is judged.

    `key` makes an answer that is right in a view, recomputed each time. `fault` is the first evidence against an
    answer in a view (a ballot, a step, a life), or None if it is right there.
    """

    name: str
    key: Callable[[Given, View], Any]
    fault: Callable[[Given, Any, View], str | None]


def by_key(name: str, key: Callable[[Given, View], Any], evidence: Callable[[Given, View], str]) -> Check:
    """The check of a question that has one right answer; `evidence` is what anybody can look at to see it."""

    def fault(given: Given, answer: Any, view: View) -> str | None:
        return None if answer == key(given, view) else evidence(given, view)

    return Check(name, key, fault)


def roll_of(given: Given) -> Roll:
    """The roll that a sheet or an answer describes: `on`, the members under each ballot, and `rest`.

    Raises AnswerError, in the words of the model's own errors.
    """
    try:
        council = council_on(date.fromisoformat(str(given["on"])))
        named = {ballot: _names(given.get(str(ballot), [])) for ballot in Ballot}
        rest = Ballot(given["rest"]) if "rest" in given else None
        return Roll.of(council, named, rest)
    except InputError as error:
        raise AnswerError(error.problems[0].message) from None
    except (KeyError, ValueError) as error:
        raise AnswerError(f"a case needs `on:` (a date), members under their ballots, and `rest:`; {error}") from None


def member_of(roll: Roll, name: str) -> Member:
    """The member of the roll's Council that `name` means. Raises AnswerError."""
    try:
        return roll.council.find(name)
    except InputError as error:
        raise AnswerError(error.problems[0].message) from None


def _names(given: Any) -> list[str]:
    return [given] if isinstance(given, str) else [str(each) for each in given]


def kind_of(given: Given) -> Kind:
    """The kind of matter a sheet or an answer names; substantive unless it says."""
    try:
        return Kind(str(given.get("kind", Kind.SUBSTANTIVE)))
    except ValueError:
        raise AnswerError(f"{given['kind']!r} is none of {', '.join(Kind)}") from None
