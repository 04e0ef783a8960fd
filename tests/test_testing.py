"""The strategies keep their promises: each outcome and each part is drawn, and what is drawn is sound."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from lifecycle.model.council import Council, council_on
from lifecycle.model.counting import count, require_fit
from lifecycle.model.draft import Draft
from lifecycle.model.machine import Trace, step
from lifecycle.model.presets import checked
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.model.table import ENDS, State
from lifecycle.testing import (
    councils,
    counted_rolls,
    drafts,
    events,
    kinds,
    lives,
    partial_rolls,
    presets_for,
    roll_classes,
    rolls,
    rules,
)

ALEPPO = council_on(date(2016, 10, 8))
CHARTER = rule_on(ALEPPO.on)
FIRST_FOUND = settings(phases=(Phase.generate,), deadline=None, derandomize=True)


@given(councils(), st.data())
def test_rules_fit_their_council(council: Council, data: st.DataObject) -> None:
    rule = data.draw(rules(council))
    assert checked(rule, council) is rule
    require_fit(rule, council)


@given(st.sampled_from((11, 15)).flatmap(lambda seats: st.tuples(st.just(seats), councils(seats))))
def test_councils_have_the_seats_asked_for(drawn: tuple[int, Council]) -> None:
    seats, council = drawn
    assert rule_on(council.on).seats == seats


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_drawn(outcome: Outcome) -> None:
    assert find(rolls(ALEPPO), lambda roll: count(roll, None, CHARTER).outcome is outcome, settings=FIRST_FOUND)


@given(st.data())
def test_an_outcome_that_is_asked_for_is_got(data: st.DataObject) -> None:
    rule, kind = data.draw(rules(ALEPPO)), data.draw(kinds())
    outcome = data.draw(st.sampled_from(tuple(roll_classes(ALEPPO, rule, kind))))
    roll = data.draw(rolls(ALEPPO, rule, kind, outcome))
    assert roll.complete
    assert count(roll, kind, rule).outcome is outcome


def test_a_rule_nobody_can_veto_under_has_no_class_of_vetoed_rolls() -> None:
    no_veto = next(rule for rule in presets_for(ALEPPO) if rule.name == "no-veto")
    assert set(roll_classes(ALEPPO, no_veto, Kind.SUBSTANTIVE)) == {Outcome.ADOPTED, Outcome.FAILED}
    assert "veto-override-12" not in {rule.name for rule in presets_for(council_on(date(1950, 6, 27)))}


@given(st.data())
def test_a_partial_roll_forgets_and_never_changes(data: st.DataObject) -> None:
    roll = data.draw(rolls(ALEPPO))
    partial = data.draw(partial_rolls(roll, 3))
    assert partial.ballots.count(None) <= 3
    assert all(known in {None, ballot} for known, ballot in zip(partial.ballots, roll.ballots, strict=True))


@pytest.mark.parametrize("voted", [True, False])
def test_drafts_are_drawn_before_and_after_the_vote(voted: bool) -> None:
    """With a roll once there was a vote, and with none before."""
    found = find(drafts(ALEPPO), lambda draft: (draft.roll is not None) is voted, settings=FIRST_FOUND)
    assert (found.state in {State.VOTED, State.ADOPTED, State.VETOED, State.FAILED}) is voted


@given(drafts(ALEPPO).flatmap(lambda draft: st.tuples(st.just(draft), events(draft))))
def test_any_event_can_be_put_to_any_draft(drawn: tuple[Draft, object]) -> None:
    draft, event = drawn
    verdict = step(draft, event)  # type: ignore[arg-type]
    assert verdict.accepted or verdict.draft is draft


@given(st.data())
def test_a_life_is_legal_to_its_end(data: st.DataObject) -> None:
    end = data.draw(st.sampled_from((None, State.ADOPTED, State.LAPSED)))
    trace = Trace.start(Draft("a", ALEPPO, CHARTER))
    for event in data.draw(lives(trace.draft, end)):
        trace = trace.then(step(trace.draft, event))
    assert trace.draft.state in ({end} if end else ENDS)


@given(st.data())
def test_what_is_counted_of_a_roll_is_true_of_it(data: st.DataObject) -> None:
    whole = data.draw(rolls(ALEPPO))
    roll = data.draw(counted_rolls(whole, 15))
    rest = [ballot for ballot, known in zip(whole.ballots, roll.ballots, strict=True) if known is None]
    assert all(each.least <= rest.count(each.ballot) <= each.most for each in roll.unnamed)


def test_rolls_are_counted_without_names() -> None:
    drawn = find(rolls(ALEPPO).flatmap(lambda whole: counted_rolls(whole, 15)), lambda roll: bool(roll.unnamed),
                 settings=FIRST_FOUND)  # fmt: skip
    assert None in drawn.ballots
