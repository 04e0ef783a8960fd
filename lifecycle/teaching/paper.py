"""Exercises on paper and for a learning platform: the answer sheet, a printable page with its key, GIFT and CSV.

Knows how a question is laid out in each form, and that the key stands on a page of its own. Refuses to know a right
answer: keys, and the wrong answers that a misconception leads to, are asked of the grader each time.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap
from typing import Any

from lifecycle.teaching.answers import FORMS
from lifecycle.teaching.grader import key_answers
from lifecycle.teaching.sheet import Part, Sheet
from lifecycle.teaching.views import hints_of, views_of

WIDTH = 78


def answer_sheet(sheet: Sheet, student: str) -> str:
    """The file a student fills in: YAML, with the exercise and each question in comments, and empty answers."""
    lines = [
        *_comment(f"{sheet.title}: {sheet.ask}"),
        f"exercise: {sheet.id}",
        f"student: {_quoted(student)}",
        "answers:",
    ]
    for part in sheet.for_student(student):
        lines += ["", *_comment(f"{part.id}. {part.ask}", "  "), *_comment(_accepted(part), "  "), f"  {part.id}:"]
    return "\n".join(lines) + "\n"


def _comment(text: str, indent: str = "") -> list[str]:
    return [f"{indent}# {line}" for line in wrap(" ".join(text.split()), WIDTH - len(indent))]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _accepted(part: Part) -> str:
    """What the answer looks like."""
    asked = part.answer
    match asked["form"]:
        case "choice":
            return f"one of: {', '.join(asked['of'])}"
        case "several" | "ordered":
            return f"a list out of: {', '.join(asked['of'])}"
        case "fields":
            return "a table of " + "; ".join(_field(key, form) for key, form in asked["of"].items())
    return f"for example: {FORMS[asked['form']].example}"


def _field(key: str, form: dict[str, Any]) -> str:
    optional = " (if you like)" if form.get("optional") else ""
    return f"{key}{optional}: {' or '.join(form['of']) if 'of' in form else 'a number'}"


def shown(answer: Any) -> str:
    """A key as a person reads it.

    >>> shown({"France": "not_participating"}), shown([{"event": "second", "by": ["Bolivia"]}, "vote"])
    ('France: not participating', 'event: second; by: Bolivia, vote')
    """
    if isinstance(answer, dict):
        return "; ".join(f"{key}: {shown(value)}" for key, value in answer.items())
    if isinstance(answer, list):
        return ", ".join(shown(each) for each in answer)
    return str(answer).replace("_", " ")


# The printable page.

_STYLE = """
@page { size: auto; margin: 18mm }
body { font: 11pt/1.4 serif; color: #000; background: #fff; max-width: 44em; margin: auto }
h1 { font-size: 16pt } h2 { font-size: 12pt; break-after: avoid } .answer { border-bottom: 1pt solid #000; height: 2em }
.part { break-inside: avoid } .key { break-before: page } .small { font-size: 9pt }
"""


def page(sheet_set: Sequence[Sheet], *, key: bool) -> str:
    """One HTML page to print, of exercises or of their keys: A4 or Letter, black and white, nothing from outside."""
    title = "Answer key" if key else "Exercises"
    body = "\n".join(part for sheet in sheet_set for part in (_key_page(sheet) if key else _page(sheet)))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _page(sheet: Sheet) -> Iterator[str]:
    yield f"<section>\n<h1>{escape(sheet.title)}</h1>"
    yield f'<p class="small">{sheet.level}, {sheet.minutes} minutes. Sources: {escape("; ".join(sheet.cites))}</p>'
    yield f"<p>{escape(sheet.ask)}</p>"
    for part in sheet.for_student(""):
        yield f'<div class="part"><h2>{part.id}</h2><p>{escape(part.ask)}</p>'
        yield f'<p class="small">{escape(_accepted(part))}</p><div class="answer"></div></div>'
    yield "</section>"


def _key_page(sheet: Sheet) -> Iterator[str]:
    yield f'<section class="key">\n<h1>Key: {escape(sheet.title)}</h1>\n<dl>'
    for name, answer in key_answers(sheet, "").items():
        yield f"<dt>{name}</dt><dd>{escape(shown(answer))}</dd>"
    yield "</dl>"
    for code in sheet.codes:
        hints = hints_of(code)
        yield f"<p><b>{code}</b> {escape(' '.join(hints))}</p>"
    yield "</section>"


# For a learning platform.

_IN_GIFT = {"choice", "integer", "fraction"}
"""The forms of answer that GIFT can mark here."""


def in_gift(sheet: Sheet) -> int:
    """How many of the sheet's questions `gift` writes."""
    return sum(part.answer["form"] in _IN_GIFT for part in sheet.for_student(""))


def gift(sheet_set: Sequence[Sheet]) -> str:
    """The questions of these exercises that Moodle's GIFT format can mark, with feedback for each wrong answer.

    Those ask for a choice or a number (`in_gift`). A wrong answer that a misconception leads to gets that
    misconception's first hint.
    """
    blocks = [block for sheet in sheet_set for block in _gift_of(sheet)]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _gift_of(sheet: Sheet) -> Iterator[str]:
    right = key_answers(sheet, "")
    wrong = [(view, key_answers(sheet, "", view)) for view in views_of(sheet.codes)]
    for part in sheet.for_student(""):
        form = part.answer["form"]
        if form not in _IN_GIFT:
            continue
        if form == "choice":
            lines = []
            for choice in part.answer["of"]:
                is_right = choice == right[part.id]
                why = next((hints_of(view.code)[0] for view, answers in wrong if answers[part.id] == choice), "")
                feedback = f"#{_gift_text(why)}" if why and not is_right else ""
                lines.append(f"  {'=' if is_right else '~'}{_gift_text(choice.replace('_', ' '))}{feedback}")
            yield _gift_block(sheet, part, "\n".join(lines))
        else:
            yield _gift_block(sheet, part, f"  #{_gift_number(right[part.id])}")


def _gift_block(sheet: Sheet, part: Part, answers: str) -> str:
    text = _gift_text(" ".join(f"{sheet.ask} {part.ask}".split()))
    return f"::{_gift_text(sheet.title)} {part.id}::{text} {{\n{answers}\n}}"


def _gift_number(answer: str) -> str:
    if "/" not in answer:
        return f"{answer}:0"
    over, under = map(int, answer.split("/"))
    return f"{over / under:.12f}:0.000000001"


def _gift_text(text: str) -> str:
    """Text in which the characters that GIFT reads are escaped."""
    for character in "\\~=#{}:":
        text = text.replace(character, "\\" + character)
    return text


def table(sheet_set: Sequence[Sheet]) -> str:
    """Every question with its key as CSV, for a spreadsheet or another platform."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("exercise", "part", "question", "accepted", "key"))
    for sheet in sheet_set:
        key = key_answers(sheet, "")
        for part in sheet.for_student(""):
            writer.writerow((sheet.id, part.id, f"{sheet.ask} {part.ask}", _accepted(part), shown(key[part.id])))
    return out.getvalue()
