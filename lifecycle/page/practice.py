"""Questions for the page: those whose answer is a choice, with what to say to each wrong one.

Knows how a right answer is kept from a glance at the file: as a number only, which deters slips and not cheats.
Refuses to know what is right; that is asked of the grader.
"""

from __future__ import annotations

from typing import Any

from lifecycle.teaching.grader import key_answers
from lifecycle.teaching.sheet import Sheet, sheets
from lifecycle.teaching.views import hints_of, views_of


def questions() -> list[dict[str, Any]]:
    """Every exercise that touches no war of our days and asks for choices alone."""
    return [
        _exercise(sheet)
        for sheet in sheets().values()
        if not sheet.sensitive and all(part.answer["form"] == "choice" for part in sheet.parts)
    ]


def _exercise(sheet: Sheet) -> dict[str, Any]:
    right = key_answers(sheet, "")
    wrong = [(view.code, key_answers(sheet, "", view)) for view in views_of(sheet.codes)]
    parts = []
    for part in sheet.for_student(""):
        answer = right[part.id]
        hints = {
            choice: hints_of(next((code for code, answers in wrong if answers[part.id] == choice), ""))
            for choice in part.answer["of"]
            if choice != answer
        }
        parts.append(
            {
                "id": part.id,
                "ask": part.ask,
                "of": part.answer["of"],
                "sum": checksum(f"{sheet.id}/{part.id}/{answer}"),
                "hints": {choice: hint for choice, hint in hints.items() if hint},
            }
        )
    return {"id": sheet.id, "title": sheet.title, "ask": sheet.ask, "minutes": sheet.minutes, "parts": parts}


def checksum(text: str) -> int:
    """The FNV-1a hash of 32 bits, over UTF-16 code units as a page sees them.

    >>> checksum("")
    2166136261
    """
    value = 2166136261
    data = text.encode("utf-16-le")
    for low, high in zip(data[::2], data[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 16777619) & 0xFFFFFFFF
    return value
