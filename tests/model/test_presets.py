"""The named rules, each at the roll that tells it from the Charter's, and the fields a user may give.

Knows what each name promises. Refuses to judge which rule is right.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.charter import HYPOTHESIS
from lifecycle.model.council import Council, council_on
from lifecycle.model.decision import Decision, decide
from lifecycle.model.presets import PRESETS, changed_rule, checked, named_rules, preset, preset_that_is
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.testing import councils, rolls

LARGE, SMALL = council_on(date(2016, 10, 8)), council_on(date(1956, 10, 31))
NAMES = [candidate.name for candidate in PRESETS]


def under(name: str, roll: Roll, **more: Any) -> Decision:
    return decide(roll, Kind.SUBSTANTIVE, preset(name, roll.council), **more)


def large(no: str = "", abstain: str = "", rest: Ballot = Ballot.YES) -> Roll:
    return Roll.of(LARGE, {Ballot.NO: no.split(), Ballot.ABSTAIN: abstain.split()}, rest)


def test_all_five_must_agree_calls_an_abstention_a_veto() -> None:
    roll = large(abstain="CHN AGO EGY JPN ESP UKR")
    assert roll.tally().yes == 9
    assert decide(roll).outcome is Outcome.ADOPTED
    decision = under("all-five-must-agree", roll)
    assert decision.outcome is Outcome.VETOED
    assert "did not concur: China" in decision.reasons[0].text


def test_no_veto_lets_the_majority_decide() -> None:
    assert decide(large(no="RUS VEN", abstain="AGO CHN")).outcome is Outcome.VETOED
    assert under("no-veto", large(no="RUS VEN", abstain="AGO CHN")).outcome is Outcome.ADOPTED
    assert under("no-veto", large(no="RUS", rest=Ballot.ABSTAIN)).outcome is Outcome.FAILED


@pytest.mark.parametrize(("no", "outcome"), [("RUS VEN", Outcome.ADOPTED), ("RUS CHN", Outcome.VETOED)])
def test_two_vetoes_needed_counts_permanent_noes(no: str, outcome: Outcome) -> None:
    assert under("two-vetoes-needed", large(no=no)).outcome is outcome


@pytest.mark.parametrize(("no", "outcome"), [("RUS VEN AGO", Outcome.ADOPTED), ("RUS VEN AGO EGY", Outcome.VETOED)])
def test_twelve_yes_override_a_veto_and_eleven_do_not(no: str, outcome: Outcome) -> None:
    assert under("veto-override-12", large(no=no)).outcome is outcome


def test_strict_27_3_counts_no_ballot_of_a_party_to_the_dispute() -> None:
    crimea = council_on(date(2014, 3, 15))
    roll = Roll.of(crimea, {Ballot.NO: ["RUS"], Ballot.ABSTAIN: ["CHN"]}, Ballot.YES)
    parties = (crimea.find("RUS"),)
    assert decide(roll, parties=parties).outcome is Outcome.VETOED
    assert under("strict-27-3", roll, parties=parties).outcome is Outcome.ADOPTED
    assert under("strict-27-3", roll).outcome is Outcome.VETOED


def test_charter_is_the_rule_of_the_day() -> None:
    assert preset("charter", SMALL) == rule_on(SMALL.on)
    assert preset("charter", LARGE) == rule_on(LARGE.on)


@pytest.mark.parametrize("name", NAMES)
def test_a_preset_changes_nothing_but_its_fields(name: str) -> None:
    rule, charter = preset(name, LARGE), rule_on(LARGE.on)
    fields = next(candidate.fields for candidate in PRESETS if candidate.name == name)
    cites = (HYPOTHESIS,) if fields else charter.cites
    assert rule == replace(charter, name=rule.name, text=rule.text, cites=cites, **fields)
    assert rule.name == (name if fields else charter.name)


def test_an_unknown_rule_offers_the_nearest_name() -> None:
    with pytest.raises(InputError) as caught:
        preset("no-vetos", LARGE)
    assert caught.value.problems[0].nearest[0] == "no-veto"


@pytest.mark.parametrize(
    ("council", "fields"),
    [
        (LARGE, {"majority": 16}),
        (LARGE, {"majority": 0}),
        (LARGE, {"override": 16}),
        (LARGE, {"vetoes_needed": 6}),
        (LARGE, {"may_veto": ("FRA",), "vetoes_needed": 2}),
        (SMALL, {"override": 12}),
    ],
)
def test_a_rule_no_roll_can_meet_is_refused(council: Council, fields: dict[str, Any]) -> None:
    with pytest.raises(InputError) as caught:
        changed_rule(council, fields)
    assert caught.value.problems[0].slug == "impossible-rule"


def test_an_override_of_twelve_is_impossible_with_eleven_seats() -> None:
    with pytest.raises(InputError) as caught:
        preset("veto-override-12", SMALL)
    assert caught.value.problems[0].slug == "impossible-rule"


def test_a_rule_of_ones_own_keeps_what_it_does_not_name() -> None:
    rule = changed_rule(LARGE, {"majority": 10, "override": None})
    kept = replace(rule_on(LARGE.on), name="own rule", text="a rule of this scenario's own", majority=10)
    assert rule == replace(kept, cites=(HYPOTHESIS,))
    assert checked(rule, LARGE) is rule


def test_a_rule_of_ones_own_that_changes_nothing_is_the_charters() -> None:
    assert changed_rule(LARGE, {"majority": 9, "vetoes_needed": 1}).cites == rule_on(LARGE.on).cites


@pytest.mark.parametrize(("seats", "majority"), [(5, 3), (25, 15)])
def test_a_council_of_another_size_needs_seats_and_majority_alone(seats: int, majority: int) -> None:
    names = [member.name for member in LARGE.members] + ["Brazil", "India", "Germany", "Nigeria", "Kenya", "Chile"]
    names += ["Mexico", "Canada", "Italy", "Poland"]
    council = Council.invented_council(LARGE.on, permanent=names[:2], elected=names[2:seats])
    rule = changed_rule(council, {"seats": seats, "majority": majority})
    assert rule.required(Kind.CHARTER_REVIEW) == majority
    assert decide(Roll(council, (Ballot.YES,) * seats), None, rule).outcome is Outcome.ADOPTED


@given(st.data())
def test_no_reform_of_the_veto_adopts_what_fell_short(data: st.DataObject) -> None:
    roll = data.draw(rolls(data.draw(councils(15)), outcome=Outcome.FAILED))
    assert {under(name, roll).outcome for name in NAMES} == {Outcome.FAILED}


@given(st.data())
def test_the_misconception_never_adopts_what_the_charter_does_not(data: st.DataObject) -> None:
    roll = data.draw(rolls(data.draw(councils())))
    if under("all-five-must-agree", roll).outcome is Outcome.ADOPTED:
        assert decide(roll).outcome is Outcome.ADOPTED


def test_model_un_house_rules_ask_ten_and_say_that_they_are_not_the_charters() -> None:
    """Nine yes adopt under the Charter; two thirds of fifteen are ten."""
    nine, ten = large(abstain="AGO EGY JPN ESP UKR URY"), large(abstain="AGO EGY JPN ESP UKR")
    assert (decide(nine).outcome, under("model-un", nine).outcome) == (Outcome.ADOPTED, Outcome.FAILED)
    assert under("model-un", ten).outcome is Outcome.ADOPTED
    assert "not the Charter's" in preset("model-un", LARGE).text


def test_a_council_has_the_named_rules_that_some_roll_of_it_can_meet() -> None:
    """Eleven members cannot give twelve yes."""
    assert list(named_rules(LARGE)) == NAMES
    assert list(named_rules(SMALL)) == [name for name in NAMES if name != "veto-override-12"]


def test_a_rule_is_told_as_the_preset_that_it_is() -> None:
    for council in (SMALL, LARGE):
        assert {name: preset_that_is(rule, council) for name, rule in named_rules(council).items()} == {
            name: name for name in named_rules(council)
        }
    assert preset_that_is(changed_rule(LARGE, {"majority": 11}), LARGE) is None
    assert preset_that_is(rule_on(LARGE.on), SMALL) is None
