"""A class at once: one row a file, one bad file among good ones, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import yaml

from lifecycle.errors import InputError
from lifecycle.teaching.gradebook import as_csv, by_question, grade_folder, histogram
from lifecycle.teaching.grader import key_answers
from lifecycle.teaching.sheet import sheet_called
from lifecycle.teaching.views import CHARTER, views_of

SHEET = sheet_called("two-numbers")


def hand_in(folder: Path, name: str, code: str = "", student: str = "") -> None:
    """An answer sheet filled in by somebody who holds a misconception, or none."""
    view = views_of([code])[0] if code else CHARTER
    text = yaml.safe_dump({"exercise": SHEET.id, "student": student, "answers": key_answers(SHEET, student, view)})
    (folder / name).write_text(text, encoding="utf-8")


def test_each_file_has_its_row_and_a_bad_one_spoils_no_other(tmp_path: Path) -> None:
    hand_in(tmp_path, "a.yaml")
    hand_in(tmp_path, "c.yaml", "H3", "=cmd()")
    (tmp_path / "b.yaml").write_text("not: [an answer")
    (tmp_path / "notes.txt").write_text("not looked at")
    results = grade_folder(tmp_path)
    rows = list(csv.DictReader(io.StringIO(as_csv(results))))
    assert [(row["file"], row["score"]) for row in rows] == [("a.yaml", "100"), ("b.yaml", "0"), ("c.yaml", "90")]
    assert rows[1]["evidence"].startswith("line 2: not valid YAML")
    assert (rows[2]["codes"], rows[2]["student"]) == ("H3", "'=cmd()")
    assert histogram(results) == [("H3", 1)]


def test_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    for place, code in enumerate(("H1", "H2", "H9", "")):
        hand_in(tmp_path, f"{place}.yaml", code)
    assert as_csv(grade_folder(tmp_path)) == as_csv(grade_folder(tmp_path))


def test_the_most_frequent_code_comes_first(tmp_path: Path) -> None:
    for place, code in enumerate(("H5", "H4", "H5")):
        hand_in(tmp_path, f"{place}.yaml", code)
    assert histogram(grade_folder(tmp_path)) == [("H5", 2), ("H4", 1)]


def test_a_code_that_fits_single_answers_alone_is_told_and_counted_apart(tmp_path: Path) -> None:
    """Question b is answered as H5 would have it, h as H6: no one idea is behind the sheet, perhaps two are."""
    answers = {**key_answers(SHEET, ""), "b": "vetoed", "h": "vetoed"}
    (tmp_path / "a.yaml").write_text(yaml.safe_dump({"exercise": SHEET.id, "answers": answers}), encoding="utf-8")
    (result,) = results = grade_folder(tmp_path)
    assert {part.code for part in result.parts} == {"", "H5", "H6"}
    assert histogram(results) == []
    assert by_question(results) == [("H5", 1), ("H6", 1)]
    row = next(csv.DictReader(io.StringIO(as_csv(results))))
    assert (row["codes"], row["by_question"]) == ("", "b:H5 h:H6")


def test_a_code_counts_once_a_sheet_however_many_answers_it_fits(tmp_path: Path) -> None:
    """H1 three times and H5 once, on one sheet; on the other H1 is behind everything."""
    heard = key_answers(SHEET, "", views_of(["H1"])[0])
    answers = {**heard, "b": key_answers(SHEET, "", views_of(["H5"])[0])["b"]}
    (tmp_path / "a.yaml").write_text(yaml.safe_dump({"exercise": SHEET.id, "answers": answers}), encoding="utf-8")
    hand_in(tmp_path, "b.yaml", "H1")
    results = grade_folder(tmp_path)
    assert (histogram(results), by_question(results)) == ([("H1", 1)], [("H1", 1), ("H5", 1)])


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    hand_in(outside, "a.yaml")
    (inside / "a.yaml").symlink_to(outside / "a.yaml")
    (result,) = grade_folder(inside)
    assert (result.score, "not followed" in result.problem) == (0, True)


@pytest.mark.parametrize("make", [False, True])
def test_no_folder_and_an_empty_one_are_refused(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "class"
    if make:
        folder.mkdir()
    with pytest.raises(InputError):
        grade_folder(folder)
