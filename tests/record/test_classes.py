"""The special readings: each holds where it should and not beside it.

Knows votes as history had them and the record's own summary as a second road. Refuses to trust one count alone.
"""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.model.charter import CITATIONS
from lifecycle.record.audit import Audit, Recount
from lifecycle.record.classes import CLASSES
from lifecycle.record.votes import plain_symbol

FIVE = ("CHN", "FRA", "RUS", "GBR", "USA")
TWINS = {"GRAM-0360", "GRAM-3098"}
UNOPPOSED = {"S/RES/303", "S/RES/500"}
"""Procedural, with permanent members abstaining and none against: whatever they did, no veto could have counted."""
Summary = list[dict[str, str]]

CASES = [
    ("S/RES/1", "without_vote", True),
    ("S/RES/119", "procedural", True),
    ("S/RES/303", "procedural", False),  # no permanent member voted no
    ("S/RES/303", "permanent_abstained", False),  # France, the USSR and the United Kingdom did: no veto
    ("S/RES/500", "permanent_abstained", False),  # the United Kingdom and the United States did
    ("S/RES/110", "charter_review", True),
    ("S/552", "double_veto", True),
    ("S/RES/4", "permanent_abstained", True),
    ("S/RES/1094", "permanent_abstained", False),
    ("S/RES/83", "permanent_away", True),
    ("S/RES/338", "permanent_away", True),
    ("S/2016/847", "no_below_majority", True),
    ("S/2016/846", "no_below_majority", False),
    ("S/2023/212", "no_below_majority", False),
    ("S/RES/218", "seven_votes", True),
    ("S/RES/22", "seven_votes", True),
    ("S/RES/120", "seven_votes", False),
    ("S/2008/447", "seven_votes", False),
    ("S/17172", "same_symbol", True),
    ("S/1158", "no_breakdown", True),
    ("S/2016/846", "no_breakdown", False),
]


@pytest.mark.parametrize(("symbol", "name", "holds"), CASES)
def test_a_class_holds_where_history_says_so(audited: Audit, symbol: str, name: str, holds: bool) -> None:
    recounts = [each for each in audited.compared if plain_symbol(each.vote.symbol) == symbol]
    assert recounts
    assert {name in each.classes for each in recounts} == {holds}


def test_every_class_is_tried_and_cites_a_source() -> None:
    assert {name for _, name, holds in CASES if holds} == {each.name for each in CLASSES}
    assert all(cite.key in CITATIONS for each in CLASSES for cite in each.cites)


def test_the_opinion_of_1971_is_cited_for_abstaining_alone() -> None:
    cites = {each.name: [cite.key for cite in each.cites] for each in CLASSES}
    assert cites["permanent_abstained"] == ["Namibia 1971, para. 22"]
    assert cites["permanent_away"] == ["Repertoire, abstention and absence"]
    assert [name for name, keys in cites.items() if "Namibia 1971, para. 22" in keys] == ["permanent_abstained"]


def compared(summary: Summary) -> Summary:
    return [row for row in summary if row["undl_id"] not in TWINS and row["total_yes"]]


def of(audited: Audit, name: str) -> set[str]:
    return {each.vote.key for each in audited.compared if name in each.classes}


def keys(audited: Audit, symbols: set[str]) -> set[str]:
    found = {each.vote.key for each in audited.compared if each.vote.symbol in symbols}
    assert len(found) == len(symbols)
    return found


def with_five(row: dict[str, str], letter: str) -> bool:
    return letter in {row[member] for member in FIVE}


def test_the_failed_votes_with_a_permanent_no_are_those_of_the_summary(audited: Audit, summary: Summary) -> None:
    expected = {r["undl_id"] for r in compared(summary) if r["outcome"] == "failed" and with_five(r, "N")}
    assert of(audited, "no_below_majority") == expected
    assert len(expected) == 70


def test_adopted_votes_with_a_permanent_member_aside_are_those_of_the_summary(audited: Audit, summary: Summary) -> None:
    beaten = of(audited, "procedural") | of(audited, "charter_review") | keys(audited, UNOPPOSED)
    for letter, name in (("A", "permanent_abstained"), ("X", "permanent_away")):
        rows = (r for r in compared(summary) if r["outcome"] == "adopted" and with_five(r, letter))
        assert of(audited, name) == {r["undl_id"] for r in rows} - beaten


def test_votes_that_nine_would_have_failed_are_those_of_the_summary(audited: Audit, summary: Summary) -> None:
    early = (r for r in compared(summary) if r["date"] < "1966-01-01")
    assert of(audited, "seven_votes") == {r["undl_id"] for r in early if 7 <= int(r["total_yes"]) < 9}


def test_adoptions_without_a_vote_are_those_of_the_summary(audited: Audit, summary: Summary) -> None:
    assert of(audited, "without_vote") == {r["undl_id"] for r in summary if r["modality"] == "Without Vote"}


def test_no_class_reaches_into_years_it_is_not_about(audited: Audit) -> None:
    late: list[Recount] = [each for each in audited.compared if each.vote.day >= date(1966, 1, 1)]
    assert not [each for each in late if "seven_votes" in each.classes]
