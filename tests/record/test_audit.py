"""The rule against the whole record, and against records spoilt on purpose.

Knows the numbers the record's own tables give by another road. Refuses to take an agreement on trust.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lifecycle.model.council import Council, council_on
from lifecycle.model.presets import preset
from lifecycle.model.rules import Outcome, Rule
from lifecycle.record.audit import Audit, audit
from lifecycle.record.rows import Loaded
from tests.record.test_classes import FIVE, TWINS, UNOPPOSED, Summary, compared, keys
from tests.record.test_rows import ROLL, vote


def test_every_vote_that_can_be_compared_agrees(audited: Audit, record: Loaded) -> None:
    assert record.problems == ()
    assert audited.votes == 3212
    assert len(audited.compared) == audited.agree == 3208
    assert audited.differing == ()


def test_what_is_not_compared_is_named(audited: Audit) -> None:
    assert {each.vote.key for each in audited.set_aside} == TWINS
    assert [each.vote.symbol for each in audited.undetermined] == ["S/516", "S/1148"]


def test_recorded_outcomes_are_the_summarys(audited: Audit, summary: Summary) -> None:
    assert audited.recorded() == Counter(row["outcome"] for row in compared(summary))
    assert audited.recorded() == audited.recomputed()


def test_the_order_of_keys_is_the_documents(audited: Audit) -> None:
    keys = "votes agree explained unexplained undetermined set_aside recorded recomputed"
    assert list(audited.to_json()) == keys.split()


def test_an_adopted_vote_with_a_permanent_no_that_is_not_listed_is_unexplained() -> None:
    adopted = replace(vote(), recorded=Outcome.ADOPTED, resolution="S/RES/9(2016)")
    done = audit(Loaded((adopted,), ()))
    assert [(each.vote.recorded, each.outcome) for each in done.differing] == [(Outcome.ADOPTED, Outcome.VETOED)]


def test_a_duplicate_is_set_aside_only_beside_its_twin() -> None:
    twin = replace(vote("2"), note="Suspected duplicate of 1", recorded=Outcome.FAILED)
    beside = audit(Loaded((twin, vote("1")), ()))
    assert [each.vote.key for each in beside.kept] == ["1"]
    assert [each.vote.key for each in beside.set_aside] == ["2"]
    assert [each.vote.key for each in beside.recounts] == ["1", "2"]
    alone = audit(Loaded((twin,), ()))
    assert (alone.set_aside, len(alone.differing)) == ((), 1)


def test_a_vote_with_an_unknown_ballot_is_compared_if_one_outcome_is_left() -> None:
    someone, russia = ROLL.council.find("Japan"), ROLL.council.find("Russia")
    still = replace(vote("1", ROLL.changed({someone: None})), totals=None)
    not_any_more = replace(vote("2", ROLL.changed({russia: None})), totals=None)
    done = audit(Loaded((still, not_any_more), ()))
    assert [each.vote.key for each in done.compared] == ["1"]
    assert [each.vote.key for each in done.undetermined] == ["2"]


@pytest.mark.parametrize(
    ("name", "lost_by"),
    [("all-five-must-agree", lambda row: any(row[member] != "Y" for member in FIVE)), ("no-veto", lambda row: False)],
)
def test_what_another_rule_would_have_lost_is_what_a_look_at_five_columns_says(
    record: Loaded, audited: Audit, summary: Summary, name: str, lost_by: object
) -> None:
    def rule_for(council: Council) -> Rule:
        return preset(name, council)

    no_veto = {each.vote.key for each in audited.compared if _beyond_a_veto(each.classes)} | keys(audited, UNOPPOSED)
    adopted = [row for row in compared(summary) if row["outcome"] == "adopted"]
    expected = {row["undl_id"] for row in adopted if lost_by(row)} - no_veto  # type: ignore[operator]
    assert {each.vote.key for each in audit(record, rule_for).lost()} == expected


def _beyond_a_veto(classes: tuple[str, ...]) -> bool:
    return "procedural" in classes or "charter_review" in classes


def test_without_a_veto_every_vetoed_text_passes_and_nothing_else(record: Loaded, audited: Audit) -> None:
    gained = audit(record, lambda council: preset("no-veto", council)).gained()
    assert {each.vote.key for each in gained} == {
        each.vote.key for each in audited.compared if each.outcome is Outcome.VETOED
    }


def test_the_members_of_all_81_years_are_those_of_the_records_own_table(shared: Path) -> None:
    with (shared / "record" / "membership.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    years: dict[int, set[tuple[str, str]]] = {}
    for row in rows:
        years.setdefault(int(row["year"]), set()).add((row["ms_code"], row["permanent_member"]))
    assert len(years) == 81
    for year, members in years.items():
        # From 7 January 1980 Mexico had its seat; by mid-year every other member of a year has come and none has gone.
        council = council_on(date(year, 7, 1))
        assert {(member.code, str(member.permanent)) for member in council.members} == members
