"""Paper and platforms: an answer sheet that is one, a page that stands alone, and GIFT that a parser not ours reads."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from lifecycle.teaching.grader import grade_file, key_answers
from lifecycle.teaching.paper import answer_sheet, gift, page, table
from lifecycle.teaching.sheet import Sheet, sheet_called, sheets
from tests.nodejs import node

ALL = list(sheets().values())


@pytest.mark.parametrize("sheet", ALL, ids=lambda sheet: sheet.id)
@pytest.mark.parametrize("student", ["", 'Ada "the first" \\ Lovelace'])
def test_an_answer_sheet_is_yaml_with_every_question_and_no_answer(sheet: Sheet, student: str, tmp_path: Path) -> None:
    text = answer_sheet(sheet, student)
    plain = yaml.safe_load(text)
    assert plain == {
        "exercise": sheet.id,
        "student": student,
        "answers": dict.fromkeys(part.id for part in sheet.for_student(student)),
    }
    assert max(map(len, text.splitlines())) <= 80
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    result = grade_file(file, "mine.yaml")
    assert (result.problem, result.score, result.student) == ("", 0, student)


class Page(HTMLParser):
    """The tags of a page, and every address in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("key", [False, True])
def test_a_page_is_whole_and_asks_nothing_of_the_network(key: bool) -> None:
    text = page(ALL, key=key)
    made = Page(text)
    assert (made.open, made.addresses) == ([], [])
    assert "url(" not in text
    assert ("break-before: page" in text) is True


def test_the_questions_do_not_hold_the_key() -> None:
    sheet = sheet_called("cheapest-rescue")
    key = key_answers(sheet, "")["b"]
    assert "China: yes; Russian Federation: yes" in page([sheet], key=True)
    assert key == {"China": "yes", "Russian Federation": "yes"}
    assert "China: yes" not in page([sheet], key=False)


def test_gift_is_read_by_a_parser_that_is_not_ours() -> None:
    sheet_set = [sheet_called("two-numbers"), sheet_called("how-many-vetoes")]
    rows = node("teaching/gift.js", "gift-pegjs", {"text": gift(sheet_set)})
    assert [row[0] for row in rows] == ["MC"] * 10 + ["Numerical"] * 3
    assert [row[1] for row in rows[:2]] == ["Two numbers a", "Two numbers b"]
    assert all(sum(choice["isCorrect"] for choice in row[2]) == 1 for row in rows[:10])


def test_a_wrong_choice_comes_with_the_nudge_of_its_misconception() -> None:
    text = gift([sheet_called("twin-votes")])
    assert "=kind" in text
    assert "~date#What kind of matter is being decided?" in text


def test_the_table_has_a_row_for_each_question() -> None:
    rows = list(csv.DictReader(io.StringIO(table(ALL))))
    assert len(rows) == sum(len(sheet.for_student("")) for sheet in ALL)
    assert all(row["key"] for row in rows)
