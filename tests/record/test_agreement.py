"""How alike members vote. Knows small invented records. Refuses to say why."""

from __future__ import annotations

from datetime import date

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.record.agreement import divided, likeness
from lifecycle.record.rows import Loaded
from tests.record.test_rows import vote

COUNCIL = council_on(date(2016, 10, 8))
FRANCE = frozenset({"FRA"})


def test_the_share_counts_equal_ballots_only() -> None:
    votes = [
        vote("1", Roll.of(COUNCIL, {Ballot.NO: names}, Ballot.YES)) for names in (["RUS"], ["RUS", "FRA"], ["CHN"])
    ]
    found = {each.code: (each.equal, each.votes) for each in likeness(votes, FRANCE).others}
    assert found["RUS"] == (2, 3)
    assert found["GBR"] == (2, 3)
    assert found["CHN"] == (1, 3)
    assert "FRA" not in found


def test_unanimous_votes_count_only_when_asked_for() -> None:
    unanimous = vote("1", Roll.of(COUNCIL, {}, Ballot.YES))
    assert not divided(unanimous)
    assert likeness([unanimous], FRANCE).others == ()
    assert {each.share for each in likeness([unanimous], FRANCE, unanimous=True).others} == {1.0}


def test_a_vote_in_which_one_took_no_part_is_no_agreement_and_no_difference() -> None:
    away = vote("1", Roll.of(COUNCIL, {Ballot.ABSENT: ["FRA"], Ballot.NO: ["RUS"]}, Ballot.YES))
    assert likeness([away], FRANCE).others == ()


def test_spans_add_up_to_the_whole_and_the_most_alike_come_first(record: Loaded) -> None:
    found = likeness(record.votes, FRANCE)
    for each in found.others:
        assert (sum(v for v, _ in each.by_span), sum(e for _, e in each.by_span)) == (each.votes, each.equal)
    shares = [each.share for each in found.others]
    assert shares == sorted(shares, reverse=True)
    assert found.permanent == {"CHN", "FRA", "GBR", "RUS", "USA"}


def test_agreement_is_the_same_seen_from_either_side(record: Loaded) -> None:
    there = {each.code: (each.votes, each.equal) for each in likeness(record.votes, FRANCE).others}
    back = {each.code: (each.votes, each.equal) for each in likeness(record.votes, frozenset({"RUS"})).others}
    assert there["RUS"] == back["FRA"]
