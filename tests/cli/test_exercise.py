"""`lifecycle exercise`, as a teacher and a student meet it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lifecycle.teaching.grader import key_answers
from lifecycle.teaching.sheet import sheet_called, sheets
from lifecycle.teaching.views import views_of
from tests.conftest import Command


def fill_in(file: Path, answers: dict[str, object]) -> None:
    """Put answers into a sheet that `start` wrote."""
    plain = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(yaml.safe_dump(plain | {"answers": answers}), encoding="utf-8")


def test_the_list_is_every_exercise_and_its_document_has_the_four_keys(lifecycle: Command) -> None:
    said = lifecycle("exercise", "list", "--json").json
    assert list(said) == ["format", "exercises"]
    assert [each["id"] for each in said["exercises"]] == list(sheets())
    assert list(said["exercises"][0]) == ["id", "title", "level", "minutes"]


def test_the_neutral_list_leaves_out_what_is_sensitive(lifecycle: Command) -> None:
    said = lifecycle("exercise", "list", "--neutral").out
    assert "two-numbers" in said
    assert "after-the-veto" not in said


def test_a_student_starts_errs_gets_a_hint_and_mends(lifecycle: Command, tmp_path: Path) -> None:
    file, sheet = tmp_path / "mine.yaml", sheet_called("twin-votes")
    assert lifecycle("exercise", "start", "twin-votes", "-o", file, "--student", "Ada").code == 0
    fill_in(file, key_answers(sheet, "Ada", views_of(["H6"])[0]))
    said = lifecycle("exercise", "check", file)
    assert said.code == 1
    assert "score 33, 1 of 3 right" in said.out
    assert "Hint (H6): What kind of matter is being decided?" in said.out
    assert "procedural" in lifecycle("exercise", "check", file, "--hint", "2").out
    fill_in(file, key_answers(sheet, "Ada"))
    assert lifecycle("exercise", "check", file).code == 0


def test_answers_that_fit_an_idea_each_get_a_hint_each(lifecycle: Command, tmp_path: Path) -> None:
    file, sheet = tmp_path / "mine.yaml", sheet_called("two-numbers")
    assert lifecycle("exercise", "start", "two-numbers", "-o", file).code == 0
    fill_in(file, {**key_answers(sheet, ""), "b": "vetoed", "h": "vetoed"})
    said = lifecycle("exercise", "check", file).out
    assert "\n  Question b fits H5: Before you look at who said no, count the yes votes.\n" in said
    assert "\n  Question h fits H6: What kind of matter is being decided?\n" in said


def test_a_sheet_that_is_there_is_not_overwritten(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("mine")
    assert lifecycle("exercise", "start", "twin-votes", "-o", file).code == 2
    assert file.read_text() == "mine"


def test_the_questions_come_without_the_key_unless_asked(lifecycle: Command) -> None:
    plain = lifecycle("exercise", "show", "how-many-vetoes", "--json").json
    assert "key" not in plain
    assert "given" not in plain["parts"][0]
    assert lifecycle("exercise", "show", "how-many-vetoes", "--key", "--json").json["key"] == {
        "a": "3",
        "b": "4",
        "c": "5",
    }


def test_a_class_is_graded_to_a_file_and_a_bad_sheet_is_exit_2(lifecycle: Command, tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "scores.csv"
    folder.mkdir()
    lifecycle("exercise", "start", "twin-votes", "-o", folder / "a.yaml")
    fill_in(folder / "a.yaml", key_answers(sheet_called("twin-votes"), ""))
    assert lifecycle("exercise", "grade", folder, "-o", out).code == 0
    assert out.read_text().splitlines()[1] == "a.yaml,twin-votes,,100,,,"
    (folder / "b.yaml").write_text("")
    said = lifecycle("exercise", "grade", folder, "--json")
    assert said.code == 2
    assert [each["score"] for each in said.json["results"]] == [100, 0]


def test_a_class_sees_the_ideas_behind_whole_sheets_and_behind_single_answers(
    lifecycle: Command, tmp_path: Path
) -> None:
    """Ada holds H1; Bo answers b as H5 would have it and h as H6."""
    sheet = sheet_called("two-numbers")
    for name, answers in (
        ("ada", key_answers(sheet, "", views_of(["H1"])[0])),
        ("bo", {**key_answers(sheet, ""), "b": "vetoed", "h": "vetoed"}),
    ):
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump({"exercise": sheet.id, "answers": answers}))
    told = lifecycle("exercise", "grade", tmp_path).out.splitlines()
    assert told[3:] == [
        "",
        "Behind all the answers of a sheet:",
        "  H1   # 1  every permanent member must vote yes; or a permanent member's",
        "    abstention blocks",
        "Behind single answers of a sheet that no one idea explains:",
        "  H5   # 1  a permanent member's no is a veto even when the text fell short",
        "  H6   # 1  a permanent member can veto a procedural decision",
    ]
    said = lifecycle("exercise", "grade", tmp_path, "--json").json
    assert (said["codes"], said["by_question"]) == ({"H1": 1}, {"H5": 1, "H6": 1})


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        (("show", "two-number"), "unknown-exercise"),
        (("write", "gft"), "unknown-format"),
        (("grade", "nowhere"), "missing-file"),
        (("check",), "bad-call"),
    ],
)
def test_a_wrong_call_is_told_what_would_be_right(lifecycle: Command, words: tuple[str, ...], slug: str) -> None:
    said = lifecycle("exercise", *words)
    assert said.code == 2
    assert f"lifecycle explain {slug}" in said.err


@pytest.mark.parametrize("form", ["gift", "csv", "html", "key"])
def test_every_form_is_written_the_same_twice(lifecycle: Command, tmp_path: Path, form: str) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for file in (first, second):
        assert lifecycle("exercise", "write", form, "-o", file).code == 0
    assert first.read_bytes() == second.read_bytes() != b""


def test_what_a_student_wrote_reaches_the_terminal_as_text(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text('exercise: twin-votes\nanswers: {a: "\\e[31m[red]kind"}\n')
    said = lifecycle("exercise", "check", file)
    assert said.code == 1
    assert "\x1b" not in said.out
    assert "[red]kind" in said.out


@pytest.mark.parametrize(
    ("text", "slug", "line"),
    [
        ("exercise: twin-votes\nanswers:\n  a: b: c\n", "yaml-syntax", 3),
        ("exercise: twin-vote\nanswers: {}\n", "unknown-exercise", 1),
        ("", "no-answer-sheet", None),
        (None, "missing-file", None),
    ],
)
def test_a_sheet_that_cannot_be_read_is_an_error_at_its_place_and_no_score(
    lifecycle: Command, tmp_path: Path, text: str | None, slug: str, line: int | None
) -> None:
    file = tmp_path / "bad.yaml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    said = lifecycle("exercise", "check", file)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"{file.as_posix()}:{line}:" if line else f"{file.as_posix()}: ")
    assert f"lifecycle explain {slug}" in said.err
    assert "score" not in said.err
    (error,) = lifecycle("exercise", "check", file, "--json").json["errors"]
    assert (error["slug"], error["line"]) == (slug, line)


def test_an_exercise_that_gift_cannot_mark_is_refused_by_name(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "g.txt"
    said = lifecycle("exercise", "write", "gift", "two-numbers", "write-the-property", "-o", file)
    assert said.code == 2
    assert "GIFT can mark no question of write-the-property; it can of two-numbers, twin-votes, five-ways" in said.err
    assert not file.exists()


def test_a_quiz_of_all_says_how_much_gift_holds(lifecycle: Command, tmp_path: Path) -> None:
    """By hand from the sheets: 10, 3, 5, 3 of 4, 1 of 5, 3 and 7 questions; of 70 in all, 15 exercises."""
    said = lifecycle("exercise", "write", "gift", "-o", tmp_path / "g.txt")
    assert said.out == f"{(tmp_path / 'g.txt').as_posix()} is written.\n"
    assert said.err.startswith("GIFT holds 7 of 15 exercises, 32 of 70 questions: those that ask for a choice")
    assert (tmp_path / "g.txt").read_text(encoding="utf-8").count("\n::") == 31
    document = lifecycle("exercise", "write", "gift", "--json").json
    assert (len(document["exercises"]), len(document["left_out"])) == (7, 8)
    assert "write-the-property" in document["left_out"]
    assert lifecycle("exercise", "write", "gift", "twin-votes").err == "GIFT holds 1 of 1 exercise, 3 of 3 questions.\n"


def test_grades_written_to_a_file_are_told_of_and_so_is_what_could_not_be_graded(
    lifecycle: Command, tmp_path: Path
) -> None:
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "bad.yaml").write_text("x: [", encoding="utf-8")
    grades = tmp_path / "grades.csv"
    said = lifecycle("exercise", "grade", tmp_path / "class", "-o", grades)
    assert said.code == 2
    assert said.out.startswith(f"{grades.as_posix()} is written: 1 sheet.")
    assert "bad.yaml: score 0: " in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("start", "two-numbers", "-o", "a.txt"),
        ("write", "gift", "-o", "a.csv"),
        ("write", "html", "-o", "a.pdf"),
        ("grade", ".", "-o", "a.xlsx"),
    ],
)
def test_an_ending_of_another_kind_of_file_is_refused(
    lifecycle: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = lifecycle("exercise", *words)
    assert (said.code, list(tmp_path.iterdir())) == (2, [])
    assert "lifecycle explain output-format" in said.err
