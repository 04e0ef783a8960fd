"""States are found by name, adjective and capital, and nothing else is.

Knows invented sentences with the traps. Refuses to know what the states do in them.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.council import council_on
from lifecycle.wording.nations import PERMANENT, nations, un_name


def found(text: str) -> list[tuple[str, str]]:
    return [(nation.code, nation.form) for nation in nations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia vetoed it", [("RUS", "name")]),
        ("the French-drafted text", [("FRA", "demonym")]),
        ("Moscow was engaged in talks", [("RUS", "capital")]),
        ("they met in Moscow", []),
        ("the United States and the UK", [("USA", "name"), ("GBR", "name")]),
        ("The U.S. abstained", [("USA", "name")]),
        ("he told us so, and may go", []),
        ("Russia's draft", [("RUS", "name")]),
        ("Equatorial Guinea abstained", [("GNQ", "name")]),
        ("The city council met in March", []),
        ("Guinea-Bissau and Guinea", [("GNB", "name"), ("GIN", "name")]),
        ("a Franco-American draft", [("FRA", "demonym"), ("USA", "demonym")]),
        ("the Sino-Russian text", [("CHN", "demonym"), ("RUS", "demonym")]),
        ("General Franco, the Anglo-Saxon world", []),
    ],
)
def test_invented_phrases(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(st.text())
def test_places_are_in_order_and_in_the_text(text: str) -> None:
    at = 0
    for nation in nations(f"Norway {text}"):
        assert at <= nation.start < nation.end <= len(text) + 7
        at = nation.end


def test_the_name_is_that_of_the_day() -> None:
    assert un_name("RUS", date(1956, 10, 30)) == "USSR"
    assert un_name("RUS", date(2016, 10, 8)) == "Russian Federation"


def test_the_permanent_members_are_those_of_the_council() -> None:
    assert {member.code for member in council_on(date(2016, 10, 8)).permanent} == PERMANENT


@pytest.mark.parametrize("behind", ["", ".", ")", ").", ";", ":", "”", "?"])
def test_a_name_of_two_words_is_read_whatever_mark_stands_behind(behind: str) -> None:
    assert [nation.code for nation in nations(f"They are (Algeria, Russia and Sierra Leone{behind}")] == [
        "DZA",
        "RUS",
        "SLE",
    ]
