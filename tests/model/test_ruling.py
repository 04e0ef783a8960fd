"""Preliminary questions: the double veto of 1948, the bids of 1950 and 1959 that failed, and who has the last word.

Knows the votes of those days. Refuses to reuse the model's own count for what it expects.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.presets import changed_rule
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.ruling import Ruling, Settled, settle
from lifecycle.testing import councils, rolls


def roll(day: str, no: str = "", abstain: str = "", rest: Ballot | None = Ballot.YES) -> Roll:
    council = council_on(date.fromisoformat(day))
    return Roll.of(council, {Ballot.NO: no.split(), Ballot.ABSTAIN: abstain.split()}, rest)


def settled(question: Roll | None, ruling: Ruling | None, matter: Kind = Kind.SUBSTANTIVE) -> Settled:
    day = question.council.on if question else date(1950, 9, 29)
    return settle(matter, question, ruling, rule_on(day))


PRAGUE = roll("1948-05-24", no="UKR RUS", abstain="FRA")
# Nine to one with one abstention is on record; who abstained is not, so Cuba stands for whoever did.
PEKING = roll("1950-09-29", no="CHN", abstain="CUB")
LAOS = roll("1959-09-07", no="RUS")


def test_24_may_1948_two_noes_on_one_afternoon() -> None:
    end = settled(PRAGUE, None)
    assert (end.kind, end.double_veto) == (Kind.SUBSTANTIVE, True)
    assert [reason.text for reason in end.reasons] == [
        "8 members held the matter to be procedural, but the USSR voted no, and the question itself can be vetoed."
    ]
    draft = roll("1948-05-24", no="UKR RUS")
    assert decide(draft, end.kind).outcome == "vetoed"
    assert decide(draft, Kind.PROCEDURAL).outcome == "adopted"


@pytest.mark.parametrize(("question", "yes"), [(PEKING, 9), (LAOS, 10)], ids=["1950", "1959"])
def test_a_bid_for_a_double_veto_fails_where_the_president_rules(question: Roll, yes: int) -> None:
    alone = settled(question, None)
    assert (alone.kind, alone.double_veto) == (Kind.SUBSTANTIVE, True)
    ruled = settled(question, Ruling(procedural=True))
    assert (ruled.kind, ruled.double_veto) == (Kind.PROCEDURAL, False)
    vote, word = ruled.reasons
    assert vote.text.startswith(f"{yes} members held the matter to be procedural")
    assert word.text == "The President ruled that the matter is procedural, and the ruling stood."
    assert word.cites[0].key == "Rule 30"


@pytest.mark.parametrize(
    ("against", "kind", "fate"),
    [(6, Kind.PROCEDURAL, "it stands"), (7, Kind.SUBSTANTIVE, "it was overruled")],
)
def test_a_challenged_ruling_stands_unless_seven_overrule_it(against: int, kind: Kind, fate: str) -> None:
    council = council_on(date(1950, 9, 29))
    ballots = [Ballot.YES] * against + [Ballot.NO] * (11 - against)
    for order in (ballots, ballots[::-1]):
        end = settled(PEKING, Ruling(True, Roll(council, tuple(order))))
        assert end.kind is kind
        assert end.reasons[-1].text.endswith(f"; {against} voted to overrule, 7 needed: {fate}.")


def test_under_a_rule_of_the_users_own_no_number_is_the_charters() -> None:
    rule = changed_rule(PEKING.council, {"majority": 6})
    end = settle(Kind.SUBSTANTIVE, PEKING, Ruling(True, PEKING), rule)
    assert [[cite.key for cite in reason.cites] for reason in end.reasons] == [
        ["hypothesis", "Four-Power Statement 1945"],
        ["hypothesis", "Rule 30"],
    ]


def test_nobody_can_veto_the_overruling_of_a_ruling() -> None:
    council = council_on(date(1950, 9, 29))
    most = Roll.of(council, {Ballot.NO: ["CHN", "RUS"]}, Ballot.YES)
    assert settled(PEKING, Ruling(True, most)).kind is Kind.SUBSTANTIVE


def test_a_question_that_carries_or_is_never_put() -> None:
    assert settled(roll("1948-05-24", abstain="UKR RUS FRA"), None).kind is Kind.PROCEDURAL
    short = settled(roll("1948-05-24", no="UKR RUS FRA USA BEL"), None)
    assert (short.kind, short.double_veto) == (Kind.SUBSTANTIVE, False)
    assert short.reasons[0].text == "6 members held the matter to be procedural, 7 needed: too few."
    assert [settled(None, None, kind).kind for kind in Kind] == [
        Kind.SUBSTANTIVE if kind is Kind.PROCEDURAL else kind for kind in Kind
    ]


def test_a_question_left_open_is_not_settled() -> None:
    with pytest.raises(ValueError, match="leave open"):
        settled(roll("1948-05-24", rest=None), None)


@given(st.data(), st.booleans())
def test_a_ruling_nobody_challenged_has_the_last_word(data: st.DataObject, procedural: bool) -> None:
    council = data.draw(councils())
    rule = rule_on(council.on)
    asked = data.draw(st.none() | rolls(council, rule, Kind.PRELIMINARY_QUESTION))
    end = settle(Kind.SUBSTANTIVE, asked, Ruling(procedural, by="France"), rule)
    assert (end.kind is Kind.PROCEDURAL) == procedural
    assert end.reasons[-1].text.startswith("The President (France) ruled")


@given(st.data())
def test_a_double_veto_needs_a_permanent_no_and_the_votes(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule = rule_on(council.on)
    asked = data.draw(rolls(council, rule, Kind.PRELIMINARY_QUESTION))
    noes = any(asked.of_member(member) is Ballot.NO for member in council.permanent)
    enough = asked.ballots.count(Ballot.YES) >= (9 if len(council.members) > 11 else 7)
    assert settle(Kind.SUBSTANTIVE, asked, None, rule).double_veto == (noes and enough)
