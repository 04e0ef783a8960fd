"""Scenarios that are drawn are of one piece, and Councils that never sat are labelled."""

from __future__ import annotations

from hypothesis import given

from lifecycle.model.council import Council, council_on
from lifecycle.model.counting import require_fit
from lifecycle.scenario.scenario import Scenario
from lifecycle.testing_scenarios import invented_councils, scenarios


@given(invented_councils())
def test_an_invented_council_is_labelled_and_never_sat(council: Council) -> None:
    assert council.invented
    assert council.members != council_on(council.on).members
    assert len({member.code for member in council.members}) == len(council.members)


@given(scenarios("a.yaml"))
def test_a_scenario_is_of_one_piece(scenario: Scenario) -> None:
    """Rolls and changes are of the scenario's own Council, reports and expectations of its own drafts."""
    names = {draft.name for draft in scenario.drafts}
    require_fit(scenario.rule, scenario.council)
    for draft in scenario.drafts:
        assert draft.votes is None or draft.votes.council == scenario.council
        assert {member for member, _ in draft.changes} <= set(scenario.council.members)
    assert {report.draft for report in scenario.reports} | set(scenario.expect) <= names
