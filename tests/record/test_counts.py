"""Counts and their units. Knows that the three units give three numbers. Refuses a number without one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from lifecycle.model.rules import Outcome
from lifecycle.record.audit import Audit, audit
from lifecycle.record.counts import UNITS, Unit, counted
from lifecycle.record.names import seat_name
from lifecycle.record.rows import Loaded
from tests.record.test_classes import FIVE, Summary, compared
from tests.record.test_rows import vote


def test_three_votes_under_one_symbol_with_two_noes_are_three_votes_one_text_and_six_noes() -> None:
    votes = [replace(vote(key), draft="S/9") for key in "abc"]
    done = audit(Loaded(tuple(votes), ()))
    (by_vote,), (by_draft,) = counted(done.compared, Unit.VOTE), counted(done.compared, Unit.DRAFT)
    assert (by_vote.by_outcome[Outcome.VETOED], by_draft.by_outcome[Outcome.VETOED]) == (3, 1)
    (noes,) = counted(done.compared, Unit.MEMBER)
    assert (noes.label, noes.by_outcome[Outcome.VETOED]) == ("Russian Federation", 3), "Venezuela's no is no veto"


def test_noes_by_member_are_the_summarys(audited: Audit, summary: Summary) -> None:
    expected = Counter(
        (seat_name(code), row["outcome"]) for row in compared(summary) for code in FIVE if row[code] == "N"
    )
    found = {
        (line.label, outcome): n
        for line in counted(audited.compared, Unit.MEMBER)
        for outcome, n in line.by_outcome.items()
    }
    assert {key: n for key, n in found.items() if n} == expected


def test_no_text_is_counted_twice_and_no_vote_left_out(audited: Audit) -> None:
    (texts,), (votes,) = counted(audited.compared, Unit.DRAFT), counted(audited.compared, Unit.VOTE)
    assert votes.total == len(audited.compared)
    assert texts.by_outcome[Outcome.ADOPTED] == votes.by_outcome[Outcome.ADOPTED] == 2813
    assert texts.by_outcome[Outcome.VETOED] < votes.by_outcome[Outcome.VETOED]


def test_the_members_with_the_most_vetoes_come_first(audited: Audit) -> None:
    vetoes = [line.by_outcome[Outcome.VETOED] for line in counted(audited.compared, Unit.MEMBER)]
    assert vetoes == sorted(vetoes, reverse=True)
    assert len(vetoes) == 5


def test_every_unit_says_what_it_is() -> None:
    assert set(UNITS) == set(Unit)
