"""What an exercise is: its sheet, and the questions of it that one student gets.

Knows the form of a sheet file, which sheets there are, and how a student's name picks that student's questions (the
same name, the same questions). Refuses to know what makes an answer right; a sheet only names a check.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from lifecycle.errors import nearest_names, refuse
from lifecycle.located import read

SHEETS = Path(__file__).with_name("sheets")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Part(_Strict):
    """One question: what is given, what is asked, the form of the answer, and the check that judges it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*$")
    ask: str
    given: dict[str, Any] = {}
    answer: dict[str, Any]
    check: str


class Sheet(_Strict):
    """An exercise.

    `level` is who it is for, `goal` what kind of knowledge it trains, `codes` the misconceptions it can tell apart,
    `of` how many of its questions each student gets (all of them unless it says), `sensitive` that it touches a war
    which people in class may be living through.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    number: int
    title: str
    level: Literal["school", "intro", "mun", "methods", "maths", "formal"]
    minutes: int = Field(ge=1, le=180)
    goal: Literal["factual", "procedural", "formal"]
    cites: list[str]
    sensitive: bool = False
    print: bool = True
    ask: str
    codes: list[str] = []
    of: int | None = None
    parts: list[Part] = Field(min_length=1)

    def for_student(self, student: str) -> tuple[Part, ...]:
        """The questions that `student` gets, in the sheet's order; the empty name gets the first ones."""
        if self.of is None or self.of >= len(self.parts):
            return tuple(self.parts)
        if not student:
            return tuple(self.parts[: self.of])
        chosen = random.Random(f"{self.id}/{student}").sample(range(len(self.parts)), self.of)
        return tuple(self.parts[place] for place in sorted(chosen))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of an exercise's sheet (draft 2020-12), for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Sheet.model_json_schema()}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson plan: so many minutes, these exercises, and what the teacher does between them."""

    id: str
    title: str
    minutes: int
    exercises: tuple[str, ...]
    steps: tuple[str, ...]


@cache
def sheets() -> dict[str, Sheet]:
    """Every exercise by its id, in the order of their numbers."""
    found = [Sheet.model_validate(read(path, path.name).plain()) for path in sorted(SHEETS.glob("*.yaml"))]
    return {sheet.id: sheet for sheet in sorted(found, key=lambda sheet: sheet.number)}


def sheet_called(name: str) -> Sheet:
    """The exercise with this id. Raises InputError with the nearest ids, or the one of this number in the list."""
    known = sheets()
    if name not in known:
        numbered = [sheet.id for sheet in known.values() if name == str(sheet.number)]
        message = f"no exercise is called {name!r}; `lifecycle exercise list` shows them all"
        raise refuse("unknown-exercise", message, nearest=numbered or nearest_names(name, known))
    return known[name]


@cache
def lessons() -> tuple[Lesson, ...]:
    """The lesson plans, the shortest first."""
    return tuple(_lessons())


def _lessons() -> Iterator[Lesson]:
    path = SHEETS.with_name("lessons.yaml")
    for entry in read(path, path.name).plain():
        yield Lesson(
            entry["id"], entry["title"], int(entry["minutes"]), tuple(entry["exercises"]), tuple(entry["steps"])
        )
