"""The votes whose kind is listed. Knows that a kind needs a source and never comes from a tally. Refuses to decide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lifecycle.model.rules import Kind
from lifecycle.record.kinds import kind_of, listed_kinds
from lifecycle.record.rows import load_votes
from tests.record.test_rows import vote


def test_every_row_has_a_source_and_a_subject() -> None:
    assert all(row.source and row.about for row in listed_kinds())


def test_the_procedural_resolutions_with_a_permanent_no_are_the_nine_of_the_repertoire() -> None:
    procedural = [row.symbol.removeprefix("S/RES/") for row in listed_kinds() if row.kind is Kind.PROCEDURAL]
    assert procedural == ["34", "87", "88", "119", "120", "132", "157", "462", "2623"]
    assert [row.symbol for row in listed_kinds() if row.kind is Kind.CHARTER_REVIEW] == ["S/RES/110"]


def test_a_vote_that_is_not_listed_has_no_kind() -> None:
    assert kind_of(vote()) is None
    assert kind_of(replace(vote(), resolution="S/RES/119(2016)")) is None, "the symbol alone, on another day"


def test_only_the_second_vote_of_a_symbol_is_the_preliminary_question(shared: Path) -> None:
    votes = load_votes([shared / "record" / "votes_not_adopted.csv"]).votes
    kinds = [(each.nth, kind_of(each)) for each in votes if each.draft == "S/PV.49"]
    assert kinds == [(1, None), (2, Kind.PRELIMINARY_QUESTION), (3, None)]


def test_every_listed_vote_is_in_the_record(shared: Path) -> None:
    folder = shared / "record"
    votes = load_votes([folder / "votes_adopted.csv.gz", folder / "votes_not_adopted.csv"]).votes
    found = [each for each in votes if kind_of(each)]
    assert len(found) == len(listed_kinds())
