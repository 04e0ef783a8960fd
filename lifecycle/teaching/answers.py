"""The forms an answer can have, and how a student's text becomes one.

Knows each form (a choice, a number, a day, ballots to change, events in order, a formula …), what it looks like on an
answer sheet, and what to say about a text that has not that form. Refuses to know which answer is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from lifecycle.errors import nearest_names
from lifecycle.model.ballots import Ballot
from lifecycle.model.table import Act

MOST = 40
"""How many entries an answer that is a list or a table may hold."""


class AnswerError(Exception):
    """The text has not the form that was asked for; the message says what would be accepted."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of answer: its name, an example of it in YAML, and the reader from plain YAML to a value.

    `read` takes what the sheet says about the answer (`of`, the choices) and the student's plain value.
    """

    name: str
    example: str
    read: Callable[[Mapping[str, Any], Any], Any]


def read_answer(asked: Mapping[str, Any], given: Any) -> Any:
    """The student's `given` as a value of the form that is `asked` for. Raises AnswerError."""
    if given is None or given == "":
        raise AnswerError("no answer")
    if "none" in asked and given == asked["none"]:
        return given
    return FORMS[asked["form"]].read(asked, given)


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise AnswerError("a single word or number is wanted here, not a list or table")
    return given.strip()


def _one_of(known: list[str], text: str) -> str:
    word = text.replace(" ", "_").replace("-", "_").lower()
    found = {each.replace(" ", "_").replace("-", "_").lower(): each for each in known}.get(word)
    if found is None:
        near = nearest_names(text, known)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise AnswerError(f"{text!r} is none of {', '.join(known)}{hint}")
    return found


def _choice(asked: Mapping[str, Any], given: Any) -> str:
    return _one_of(asked["of"], _text(given))


def _integer(asked: Mapping[str, Any], given: Any) -> int:
    text = _text(given).replace(",", "")
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise AnswerError(f"{text!r} is no whole number")
    return int(text)


def _fraction(asked: Mapping[str, Any], given: Any) -> Fraction:
    text = _text(given)
    if not re.fullmatch(r"[0-9]{1,30}(/0*[1-9][0-9]{0,29}|\.[0-9]{1,30})?", text):
        raise AnswerError(f"{text!r} is no fraction; write 4/2145 or a decimal")
    return Fraction(text)


def _day(asked: Mapping[str, Any], given: Any) -> date:
    text = _text(given)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise AnswerError(f"{text!r} is no date; write it as 2016-10-08") from None


def _name(asked: Mapping[str, Any], given: Any) -> str:
    return _text(given)


def _entries(given: Any) -> list[Any]:
    values = [given] if isinstance(given, str) else given
    if not isinstance(values, list):
        raise AnswerError("a list is wanted here, such as [a, b, c]")
    if len(values) > MOST:
        raise AnswerError(f"more than {MOST} entries")
    return values


def _several(asked: Mapping[str, Any], given: Any) -> frozenset[str]:
    if given == "nothing":
        return frozenset()
    return frozenset(_one_of(asked["of"], _text(each)) for each in _entries(given))


def _ordered(asked: Mapping[str, Any], given: Any) -> tuple[str, ...]:
    found = tuple(_one_of(asked["of"], _text(each)) for each in _entries(given))
    if len(set(found)) < len(found):
        raise AnswerError("an entry stands there twice")
    return found


def _table(given: Any, what: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise AnswerError(f"a table is wanted here, {what}")
    if len(given) > MOST:
        raise AnswerError(f"more than {MOST} entries")
    return given


def _edits(asked: Mapping[str, Any], given: Any) -> dict[str, Ballot]:
    table = _table(given, "such as {France: abstain}")
    return {who: Ballot(_one_of([str(ballot) for ballot in Ballot], _text(how))) for who, how in table.items()}


def _fields(asked: Mapping[str, Any], given: Any) -> dict[str, Any]:
    table = _table(given, f"with {', '.join(asked['of'])}")
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in asked["of"]:
            raise AnswerError(f"unknown key {key!r}; the keys are {', '.join(asked['of'])}")
        try:
            found[key] = read_answer(asked["of"][key], value)
        except AnswerError as error:
            raise AnswerError(f"{key}: {error}") from None
    missing = [key for key, form in asked["of"].items() if key not in found and not form.get("optional")]
    if missing:
        raise AnswerError(f"missing: {', '.join(missing)}")
    return found


def _events(asked: Mapping[str, Any], given: Any) -> tuple[tuple[Act, tuple[str, ...]], ...]:
    found: list[tuple[Act, tuple[str, ...]]] = []
    for entry in _entries(given):
        table = {"event": entry} if isinstance(entry, str) else _table(entry, "such as {event: second, by: Bolivia}")
        act = Act(_one_of([str(each) for each in Act], _text(table.get("event", ""))))
        found.append((act, tuple(map(_text, _entries(table.get("by", []))))))
    return tuple(found)


def _cases(asked: Mapping[str, Any], given: Any) -> tuple[dict[str, Any], ...]:
    return tuple(_table(entry, "such as {on: 2016-10-08, no: [RUS], rest: yes}") for entry in _entries(given))


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form("choice", "adopted", _choice),
        Form("integer", "9", _integer),
        Form("fraction", "4/2145", _fraction),
        Form("date", "2016-10-08", _day),
        Form("name", "France", _name),
        Form("several", "[submit, withdraw]", _several),
        Form("ordered", "[a, b, c]", _ordered),
        Form("edits", "{France: abstain}", _edits),
        Form("fields", "{seats: 15, majority: 9}", _fields),
        Form("events", "[submit, {event: second, by: Bolivia}]", _events),
        Form("formula", "G (revise -> F announce)", _name),
        Form("cases", "[{on: 2016-10-08, no: [RUS], rest: yes}]", _cases),
    )
}
"""Every form by its name."""
