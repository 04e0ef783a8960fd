"""The votes whose kind is listed. Knows that a kind needs a source and never comes from a tally. Refuses to decide."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from lifecycle.model.rules import Kind, Outcome
from lifecycle.record.kinds import kind_of, listed, listed_kinds
from lifecycle.record.rows import Loaded, load_votes
from tests.record.test_rows import vote

UNOPPOSED = ("129", "303", "500")
"""Two emergency special sessions and a referral to the Assembly that no permanent member voted against."""


def test_every_row_has_a_source_and_a_subject() -> None:
    assert all(row.source and row.about for row in listed_kinds())


def test_the_procedural_resolutions_with_a_permanent_no_are_the_nine_of_the_repertoire() -> None:
    procedural = [row.symbol.removeprefix("S/RES/") for row in listed_kinds() if row.kind is Kind.PROCEDURAL]
    opposed = ["34", "87", "88", "119", "120", "132", "157", "462", "2623"]
    assert [symbol for symbol in procedural if symbol not in UNOPPOSED] == opposed
    assert [symbol for symbol in procedural if symbol in UNOPPOSED] == list(UNOPPOSED)
    assert [row.symbol for row in listed_kinds() if row.kind is Kind.CHARTER_REVIEW] == ["S/RES/110"]


def test_a_vote_that_is_not_listed_has_no_kind() -> None:
    assert kind_of(vote()) is None
    assert kind_of(replace(vote(), resolution="S/RES/119(2016)")) is None, "the symbol alone, on another day"


def test_only_the_second_vote_of_a_symbol_is_the_preliminary_question(shared: Path) -> None:
    votes = load_votes([shared / "record" / "votes_not_adopted.csv"]).votes
    kinds = [(each.nth, kind_of(each)) for each in votes if each.draft == "S/PV.49"]
    assert kinds == [(1, None), (2, Kind.PRELIMINARY_QUESTION), (3, None)]


def test_every_listed_vote_is_in_the_record(record: Loaded) -> None:
    found = Counter(row for each in record.votes if (row := listed(each)))
    assert set(found) == set(listed_kinds())
    many = {row.symbol: number for row, number in found.items() if number > 1}
    assert many == {"S/PV.57": 3, "S/PV.186": 3, "S/PV.190": 2, "S/PV.206": 5, "S/3502": 16}


def test_the_sessions_the_council_called_are_the_records(record: Loaded) -> None:
    titles = [each for each in record.votes if each.resolution and "emergency special session" in each.title]
    assert {each.symbol for each in titles} >= {"S/RES/119", "S/RES/129", "S/RES/500", "S/RES/2623"}
    assert {kind_of(each) for each in titles} == {Kind.PROCEDURAL}


def test_admissions_are_those_the_records_titles_speak_of(record: Loaded) -> None:
    """By another road: a resolution on admission to membership, a vetoed draft headed by an application."""
    adopted = re.compile(r"\[on (?:the )?(?:admission|application) of .*(?:to membership|\[\.\.\.\])")
    vetoed = re.compile(r"Applications? for Membership|Admission of new Members", re.IGNORECASE)
    expected = {
        each.key
        for each in record.votes
        if (each.resolution and adopted.search(each.title) and "Court" not in each.title)
        or (each.recorded is Outcome.VETOED and vetoed.match(each.title))
    }
    short = {each.key for each in record.votes if each.draft == "S/PV.206" and each.recorded is Outcome.FAILED}
    assert len(short) == 3
    assert {each.key for each in record.votes if kind_of(each) is Kind.ADMISSION} == expected | short
