"""The check as a whole: the Charter's rules hold every law, and what is not the Charter's breaks the law it should."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.checking.check import check, without
from lifecycle.checking.system import starts
from lifecycle.errors import InputError
from lifecycle.model.council import council_on
from lifecycle.model.presets import PRESETS, changed_rule, preset
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.rules import CHARTER_RULES, Rule, rule_on
from lifecycle.model.table import ROWS
from tests.explored import explored

NOW = council_on(date(2017, 11, 16))


@pytest.mark.parametrize(("day", "rule"), CHARTER_RULES, ids=lambda value: str(value)[:10])
def test_the_charters_rules_hold_every_law(day: date, rule: Rule) -> None:
    # The smallest Council in full view; the larger ones go the same lines.
    made = check if day == CHARTER_RULES[0][0] else explored
    report = made(council_on(day), rule, begin=starts())
    assert [shown.law.id for shown in report.broken] == []
    assert report.ok


BREAKS = {
    "no-veto": "adopted-unopposed",
    "two-vetoes-needed": "adopted-unopposed",
    "veto-override-12": "adopted-unopposed",
    "all-five-must-agree": "abstention-is-no-veto",
    "strict-27-3": "adopted-unopposed",
    "model-un": "bare-majority-suffices",
}


def test_every_preset_but_the_charters_is_named_here() -> None:
    assert set(BREAKS) == {each.name for each in PRESETS if each.fields}


@pytest.mark.parametrize("name", BREAKS)
def test_another_rule_breaks_the_law_it_differs_by(name: str) -> None:
    report = explored(NOW, preset(name, NOW))
    assert not report.ok
    shown = next(each for each in report.broken if each.law.id == BREAKS[name])
    trace = report.trace(shown)
    assert trace is not None
    assert [step.event.act for step in trace.steps] == ["submit", "vote", "announce"]


def test_what_strict_27_3_breaks_is_known_to_the_last_law() -> None:
    """China, a party, is not counted on substantive matters; elections, reviews and the question stay as they are.

    Its no vetoes nothing (two laws), its yes is missing from nine (four), and no other permanent member is so treated.
    """
    broken = {shown.law.id for shown in explored(NOW, preset("strict-27-3", NOW)).broken}
    assert broken == {
        *("adopted-unopposed", "one-no-suffices"),
        *("failed-is-short", "bare-majority-suffices", "abstention-is-no-veto", "no-veto-by-elected"),
        "no-member-above-its-peers",
    }


def test_the_misconception_is_shown_by_one_abstention() -> None:
    """Fourteen yes and one permanent abstention: adopted under the Charter (Namibia 1971, para. 22)."""
    report = explored(NOW, preset("all-five-must-agree", NOW))
    trace = report.trace(report.broken[0])
    assert trace is not None
    assert trace.draft.roll is not None
    assert str(trace.draft.roll.tally()) == "14 yes, 0 no, 1 abstain"
    assert trace.draft.state == "vetoed"


def test_a_rule_that_forgets_the_fifth_permanent_seat_is_caught() -> None:
    four = changed_rule(NOW, {"may_veto": tuple(member.name for member in NOW.permanent[:4])})
    broken = {shown.law.id for shown in explored(NOW, four).broken}
    assert {"adopted-unopposed", "one-no-suffices", "no-member-above-its-peers"} <= broken


def test_the_document_is_the_one_the_design_fixes() -> None:
    document = explored(NOW, rule_on(NOW.on)).to_json()
    assert list(document) == ["rule", "states", "edges", "laws"]
    assert document["states"] == 19537
    laws = document["laws"]
    assert isinstance(laws, list)
    assert all(list(law) == ["id", "text", "kind", "ok", "trace"] for law in laws)
    shown = next(law for law in laws if law["id"] == "vetoed-alone")
    assert [step["event"] for step in shown["trace"]] == ["submit", "vote", "announce"]


def test_a_row_is_taken_out_by_its_name() -> None:
    left = without(["submitted--withdraw--withdrawn"])
    assert len(left[Form.TEXT]) == len(ROWS) - 1
    assert {form: len(rows) for form, rows in without([]).items()} == {f: len(r) for f, r in TABLES.items()}


def test_an_unknown_row_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        without(["submitted--withdrawn--withdraw"])
    (problem,) = caught.value.problems
    assert problem.slug == "unknown-row"
    assert problem.nearest[0] == "submitted--withdraw--withdrawn"
