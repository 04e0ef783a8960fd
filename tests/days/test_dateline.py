"""The day in a dateline. Every text here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.days.dateline import dateline_in, in_dateline, yearless_dateline_in
from lifecycle.days.phrases import plain_phrases_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A headline\nPORT OF SPAIN | Tue Mar 4, 2014 9:05 am AST\nThe council met.", "2014-03-04"),
        ("NEW YORK, 8 June 2011 (AFP) - The council met.", "2011-06-08"),
        ("UNITED NATIONS, April 12, 2017 (The Daily News) - The council met.", "2017-04-12"),
        ("UNITED NATIONS, March 8, 2024 - The council met.", "2024-03-08"),
        ("NEW YORK, 8 March 2024 — The council met.", "2024-03-08"),
        ("UNITED NATIONS (March 8, 2024) -- The council met.", "2024-03-08"),
        ("NEW YORK, December 22, 2023: The council met.", "2023-12-22"),
        ("NEW YORK (AP) — December 22, 2023 — The council met.", "2023-12-22"),
        ("NEW YORK (dpa) - 20 December 2023 - The council met.", "2023-12-20"),
        ("(New York) 20 December 2023: The council met.", "2023-12-20"),
        ("By Ann Poole, December 20, 2023\nThe council met.", "2023-12-20"),
        ("By January 20, 2023 the council had met.", None),
        ("In the town of Bonn on December 22, 2023: the council met.", None),
        ("The envoys agreed on March 8, 2024 - two days late - to meet.", None),
        ("Published: 8 June 2011\nThe council met.", "2011-06-08"),
        ("The truce of 8 June 2011 was broken, the council heard.", None),
        ("A photo of May 27, 2011.\nThe council met.", None),
        ("UN Council Approves Resolution on Cod - 2003-11-09\nThe council met.", "2003-11-09"),
        ("The war's deadliest day - 7 October 2023 - was marked at the UN.\nThe council met.", None),
        ("UN mandate extended to end - 31 December 2025\nThe council met.", None),
    ],
)
def test_a_dateline_is_a_day_in_its_place(text: str, day: str | None) -> None:
    assert dateline_in(text) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("OSLO, May 4 (Agency) - The council met.", "May 4"),
        ("UN council meets\n\nUNITED NATIONS, 4 May (AP) — The council met.", "4 May"),
        ("OSLO, May 4, 2020 (Agency) - The council met.", None),
        ("The council met on May 4 in Oslo.", None),
        ("In Oslo on May 4 - a Monday - the council met.", None),
    ],
)
def test_a_dateline_may_lack_its_year(text: str, words: str | None) -> None:
    assert yearless_dateline_in(text) == words


def test_a_later_day_of_the_sentence_is_none_of_the_dateline() -> None:
    text = "OSLO, May 4 (Agency) - The council will vote on May 6 - a Wednesday."
    assert [in_dateline(text, phrase) for phrase in plain_phrases_in(text)] == [True, False, False]
