"""The sheets: fifteen of them, whole, and the same questions for the same student."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from lifecycle.errors import InputError
from lifecycle.model.charter import CITATIONS
from lifecycle.teaching.grader import CHECKS
from lifecycle.teaching.sheet import SHEETS, Sheet, json_schema, lessons, sheet_called, sheets
from lifecycle.teaching.views import views_of

ALL = list(sheets().values())


def test_there_are_fifteen_in_their_order() -> None:
    assert [sheet.number for sheet in ALL] == list(range(1, 16))


@pytest.mark.parametrize("sheet", ALL, ids=lambda sheet: sheet.id)
def test_a_sheet_names_only_what_there_is(sheet: Sheet) -> None:
    assert set(sheet.cites) <= set(CITATIONS)
    assert {part.check for part in sheet.parts} <= set(CHECKS)
    assert all(views_of([code]) for code in sheet.codes)
    assert len({part.id for part in sheet.parts}) == len(sheet.parts)


def test_some_exercises_touch_no_war_of_our_days() -> None:
    assert sum(not sheet.sensitive for sheet in ALL) >= 8


def test_a_student_keeps_her_questions_and_a_neighbour_has_others() -> None:
    sheet = sheet_called("which-rulebook")
    drawn = {name: [part.id for part in sheet.for_student(name)] for name in ("Ada", "Emmy", "Mary", "Sofia")}
    assert all(len(set(ids)) == 6 for ids in drawn.values())
    assert drawn["Ada"] == [part.id for part in sheet.for_student("Ada")]
    assert len({tuple(ids) for ids in drawn.values()}) > 1


def test_an_unknown_exercise_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError) as error:
        sheet_called("two-number")
    assert error.value.problems[0].nearest[0] == "two-numbers"


def test_the_lessons_are_of_exercises_and_fit_their_minutes() -> None:
    assert [lesson.minutes for lesson in lessons()] == [5, 20, 50]
    assert {name for lesson in lessons() for name in lesson.exercises} <= set(sheets())


@pytest.mark.parametrize("path", sorted(SHEETS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_sheet_fits_the_schema_that_is_printed(path: Path) -> None:
    """Numbers are texts until the form types them, so they are typed as YAML types them here."""
    plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(json_schema())
    assert list(validator.iter_errors(json.loads(json.dumps(plain, default=str)))) == []


def test_the_number_of_the_list_leads_to_the_id() -> None:
    with pytest.raises(InputError) as caught:
        sheet_called("1")
    assert caught.value.problems[0].nearest == ("two-numbers",)
