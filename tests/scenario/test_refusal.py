"""Refusals in words: nothing of how a guard is written, and the ballots by what they amount to. Cases invented."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.draft import Draft, Event
from lifecycle.model.machine import Answer, Verdict
from lifecycle.model.machine import step as fire
from lifecycle.model.rules import Outcome, rule_on
from lifecycle.model.table import Act, State
from lifecycle.scenario.refusal import by_the_ballots, in_words

DAY = date(2016, 10, 8)
COUNCIL = council_on(DAY)


def draft(state: State, roll: Roll | None = None) -> Draft:
    return Draft("a", COUNCIL, rule_on(DAY), None, None, ("France",), state=state, roll=roll)


def test_a_single_way_on_is_called_the_only_one() -> None:
    refused = Verdict(Answer.UNDECLARED, Event(Act.WITHDRAW), draft(State.VOTED), legal=(Act.ANNOUNCE,))
    assert in_words(refused) == "withdraw: not possible while voted; the only step from there is announce"
    three = Verdict(Answer.UNDECLARED, Event(Act.VOTE), draft(State.DRAFTED), legal=(Act.SUBMIT, Act.AMEND, Act.LAPSE))
    assert in_words(three).endswith("the steps from there are submit, amend and lapse")


def test_a_guard_says_what_it_needs_and_not_how_it_reads() -> None:
    refused = fire(draft(State.SUBMITTED), Event(Act.WITHDRAW, by=("Chile",)))
    assert refused.answer is Answer.GUARD_FALSE
    assert in_words(refused) == "withdraw: needs a sponsor to do it (Rule 35)"
    assert "by sponsor: no" in refused.explain(), "the machine's own sentence gives the values too"


@pytest.mark.parametrize(
    ("against", "claimed", "words"),
    [
        ("Spain", Outcome.VETOED, "By them it is adopted: 14 yes, "),
        ("Russia", Outcome.ADOPTED, "By them it is vetoed: "),
    ],
)
def test_ballots_speak_through_their_decision(against: str, claimed: Outcome, words: str) -> None:
    roll = Roll.of(COUNCIL, {Ballot.NO: [against]}, Ballot.YES)
    refused = fire(draft(State.VOTED, roll), Event(Act.ANNOUNCE, outcome=claimed))
    assert not refused.accepted
    said = by_the_ballots(decide(roll, None, rule_on(DAY)), refused)
    assert said.startswith(words)
    assert "(Charter 27" in said
    assert by_the_ballots(None, refused) == in_words(refused)
