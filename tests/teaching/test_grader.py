"""Grading: every key scores 100, each catalogued wrong answer finds its code, no file is too bad for a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.teaching.grader import Submission, grade, grade_file, hint, key_answers, written
from lifecycle.teaching.sheet import Sheet, sheet_called, sheets
from lifecycle.teaching.views import View, hints_of, views_of

ALL = list(sheets().values())
WRONG = [(sheet, view) for sheet in ALL for view in views_of(sheet.codes)]
STUDENTS = ("", "Ada", "Emmy")


def handed_in(sheet: Sheet, answers: dict[str, Any], student: str = "") -> Submission:
    """Answers as if they had been read from a file."""
    return Submission("answers.yaml", sheet, student, answers)


@pytest.mark.parametrize("sheet", ALL, ids=lambda sheet: sheet.id)
@pytest.mark.parametrize("student", STUDENTS)
def test_every_key_scores_100(sheet: Sheet, student: str) -> None:
    result = grade(handed_in(sheet, key_answers(sheet, student), student))
    assert (result.score, result.evidence, result.codes) == (100, "", ())


@pytest.mark.parametrize(("sheet", "view"), WRONG, ids=lambda each: getattr(each, "id", None) or each.title)
def test_every_catalogued_wrong_answer_finds_its_code(sheet: Sheet, view: View) -> None:
    result = grade(handed_in(sheet, key_answers(sheet, "", view)))
    assert result.score < 100
    assert view.code in result.codes
    assert result.evidence


@pytest.mark.parametrize("sheet", ALL, ids=lambda sheet: sheet.id)
def test_a_key_survives_being_written_down(sheet: Sheet, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(yaml.safe_dump({"exercise": sheet.id, "answers": key_answers(sheet, "")}, allow_unicode=True))
    assert grade_file(file, "answers.yaml").score == 100


def test_one_code_gets_its_hint_in_three_steps_and_no_answer() -> None:
    sheet = sheet_called("twin-votes")
    result = grade(handed_in(sheet, key_answers(sheet, "", views_of(["H6"])[0])))
    assert [hint(result, level) for level in (1, 2, 3)] == list(hints_of("H6"))


def test_where_several_codes_fit_the_question_that_tells_them_apart_is_asked() -> None:
    """Only question i is answered, and wrongly: neither an abstention nor a majority can explain it alone."""
    sheet = sheet_called("five-ways")
    answers = {**key_answers(sheet, ""), "e": "vetoed"}
    result = grade(handed_in(sheet, answers))
    assert result.codes == ("H9",)
    alone = grade(handed_in(sheet, {"e": "vetoed"}))
    assert set(alone.codes) == {"H1", "H2", "H9"}
    assert hint(alone, 1).startswith("Your answers fit more than one idea. What do you say to this:")


def test_an_answer_that_no_view_explains_gets_no_code() -> None:
    sheet = sheet_called("twin-votes")
    result = grade(handed_in(sheet, {"a": "tally", "b": "members", "c": "date"}))
    assert (result.score, result.codes, hint(result, 1)) == (0, (), "Look at question a again.")


def test_answers_that_fit_no_idea_together_may_each_fit_one() -> None:
    """Of b, 3-12-0 with three permanent noes, "vetoed" is the label alone (H5), and no other wrong rule calls it so.

    h was 7-2-2 on a procedural matter with two permanent noes: "vetoed" takes the veto to reach there (H6). No single
    idea gives both. e was 6-0-9 without any no, so that nothing in the catalogue makes a veto of it.
    """
    sheet = sheet_called("two-numbers")
    result = grade(handed_in(sheet, {**key_answers(sheet, ""), "b": "vetoed", "h": "vetoed", "e": "vetoed"}))
    assert result.codes == ()
    assert {part.part.id: part.code for part in result.parts if part.code} == {"b": "H5", "h": "H6"}
    parts: list[dict[str, Any]] = result.to_json()["parts"]  # type: ignore[assignment]
    assert {part["id"]: part["code"] for part in parts if part["code"]} == {"b": "H5", "h": "H6"}
    assert hint(result, 2).splitlines() == [
        "Your answers do not fit one idea; some fit one each.",
        f"Question b fits H5: {hints_of('H5')[1]}",
        f"Question h fits H6: {hints_of('H6')[1]}",
    ]
    alone = grade(handed_in(sheet, {"b": "vetoed", "h": "adopted"}))
    assert (alone.codes, {part.code for part in alone.parts}) == (("H5",), {""}), "one idea fits all that was answered"


def test_an_answer_that_cannot_be_read_speaks_against_no_idea() -> None:
    """H1 all over, but for a slip of the pen: "vettoed" is no answer, and hides nothing."""
    sheet = sheet_called("two-numbers")
    heard = key_answers(sheet, "", views_of(["H1"])[0])
    result = grade(handed_in(sheet, {**heard, "a": "vettoed"}))
    assert result.codes == ("H1",)
    assert result.evidence.startswith("a: 'vettoed' is none of")


def test_an_answer_to_no_question_is_told() -> None:
    result = grade(handed_in(sheet_called("twin-votes"), {"a": "kind", "z": "kind"}))
    assert (result.unknown, result.score) == (("z",), 33)


def test_no_answers_score_0_and_fit_nothing() -> None:
    result = grade(handed_in(sheet_called("two-numbers"), {}))
    assert (result.score, result.codes, result.evidence) == (0, (), "a: no answer")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + place)}: &{chr(98 + place)} [{', '.join([f'*{chr(97 + place)}'] * 9)}]\n" for place in range(9)
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "no answer sheet"),
        (b"- a\n- b\n", "no answer sheet"),
        (b"exercise: two-nubmers\nanswers: {}\n", "no exercise is called 'two-nubmers'"),
        (b"exercise: ../../secret\n", "no exercise is called '../../secret'"),
        (b"exercise: two-numbers\nanswers: [a, b]\n", "must be a table from question to answer"),
        (b"exercise: two-numbers\nanswers: {a: [", "not valid YAML"),
        (b"exercise: two-numbers\nanswers: {a: !!python/object/apply:os.system [ls]}\n", "tag"),
        (b"\x00\x01\x02", "not valid YAML"),
        (b"\xff\xfe\xfa", "not UTF-8"),
        (BOMB.encode(), ""),
    ],
)
def test_a_bad_file_scores_0_and_says_why(tmp_path: Path, text: bytes, words: str) -> None:
    file = tmp_path / "answers.yaml"
    file.write_bytes(text)
    result = grade_file(file, "answers.yaml")
    assert (result.score, result.codes) == (0, ())
    assert result.problem
    assert words in result.problem


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    with file.open("wb") as out:
        out.truncate(100_000_000)
    assert "more than 20 MB" in grade_file(file, "answers.yaml").problem


@given(st.dictionaries(st.sampled_from("abcdefghij"), st.text(max_size=12), max_size=10))
def test_whatever_is_answered_the_score_counts_what_is_right(answers: dict[str, Any]) -> None:
    result = grade(handed_in(sheet_called("two-numbers"), answers))
    assert result.score == 10 * sum(part.ok for part in result.parts)


def test_written_answers_are_plain() -> None:
    assert written(frozenset(("b", "a"))) == ["a", "b"]
    assert written(frozenset()) == "nothing"
    assert written({"France": ("x", 1)}) == {"France": ["x", "1"]}
