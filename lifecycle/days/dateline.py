"""The day that stands in a dateline, at the top of an article.

Knows how agencies and papers write it. Refuses to know other phrases for days; those are `phrases`'.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from lifecycle.days.dates import Phrase
from lifecycle.days.phrases import plain_phrases_in

_DATELINE = re.compile(
    r"(?i:\b(?:published|posted|updated|date))\b[^\n]{0,30}$|\|\s*$|^\W*$"
    r"|^\W*(?!(?:On|In|By|Since|After|Before|Until)\b)(?:[A-Z][\w.'’]*[,)]?\s+){1,5}(?:\([A-Za-z][\w/. ]*\),?\s+)?"
    r"(?:[-–—]+\s+)?\(?$"
    r"|^\W*By(?: [A-Z][\w.'’-]*){2,4},?\s+$"
)
"""What stands before the day in its line: a word for publication, a bar, nothing, names alone, or who wrote it."""
_STAMPED = re.compile(r"(?<!end)(?<!until)(?<!since)(?<!from)(?<!to)\s[-–—]\s*$")
_END_OF_LINE = re.compile(r"\s*(?:\n|$)")
"""A headline may end with the day: "UN Council Approves Resolution - 2003-11-09"."""
_AGENCY = re.compile(
    r"[^\n]{0,20}\([A-Za-z][\w.&/-]*(?: [A-Z][\w.&/-]*){0,3}\)|,?\s\d{1,2}[:.]\d\d|\)?\s*(?:\n|:\s|[-–—]+\s|$)"
)


def dateline_in(text: str) -> date | None:
    """The day of a dateline at the top ("PORT OF SPAIN | Tue Mar 4, 2014 9:05 am"), if it is written in full."""
    top = text[:500]
    for phrase in plain_phrases_in(top):
        if phrase.kind != "day":
            continue
        line = top[top.rfind("\n", 0, phrase.start) + 1 : phrase.start]
        stamped = _STAMPED.search(line) and _END_OF_LINE.match(top, phrase.end)
        if stamped or (_DATELINE.search(line) and _AGENCY.match(top, phrase.end)):
            return date.fromordinal(phrase.a)
    return None


_PLACE_OF_WRITING = re.compile(r"^\W*(?:[A-Z][\w.'’]*[,)]?\s+){1,5}(?:\([A-Za-z][\w/. ]*\),?\s+)?(?:[-–—]+\s+)?$")
_WRITTEN_BY = re.compile(r"\s*(?:\([A-Za-z][\w./& -]{1,40}\)\s|(?:\([A-Za-z][\w./& -]{1,40}\)\s?)?[-–—]+\s)")


def in_dateline(text: str, phrase: Phrase) -> bool:
    """Whether a phrase is the day in a dateline: "UNITED NATIONS, March 11 (Agency) - The Council met".

    >>> texts = "OSLO, May 4 - Envoys met.", "Envoys met on May 4 - late."
    >>> [in_dateline(text, next(plain_phrases_in(text))) for text in texts]
    [True, False]
    """
    stamp = phrase.kind in {"day", "yearless"} and _PLACE_OF_WRITING.search(text[: phrase.start])
    return bool(stamp and _WRITTEN_BY.match(text, phrase.end))


def yearless_dateline_in(text: str) -> str | None:
    """The day of a dateline at the top that names no year, in its words; None without such.

    >>> [yearless_dateline_in(f"OSLO, May 4{year} (Agency) - Envoys met.") for year in ("", ", 2020")]
    ['May 4', None]
    """
    top = text[:500]
    for phrase in plain_phrases_in(top):
        first = top.rfind("\n", 0, phrase.start) + 1
        if phrase.kind == "yearless":
            here = replace(phrase, start=phrase.start - first, end=phrase.end - first)
            return top[phrase.start : phrase.end] if in_dateline(top[first:], here) else None
    return None
