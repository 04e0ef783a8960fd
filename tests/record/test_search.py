"""Finding votes. Knows what was found by other lists, and distance by trying. Refuses to rank."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, council_on
from lifecycle.model.counting import Finding, count
from lifecycle.model.rules import Kind, Outcome, Rule, rule_on
from lifecycle.record.audit import Audit
from lifecycle.record.rows import Loaded
from lifecycle.record.search import (
    Wanted,
    distance,
    found,
    one_under,
    seats_named,
    tally_named,
    under_symbol,
)
from lifecycle.testing import councils, presets_for, rolls

AMERICAN, BRITISH = frozenset({"USA"}), frozenset({"GBR"})


def symbols(audited: Audit, wanted: Wanted) -> list[str]:
    return [each.vote.symbol for each in found(audited.compared, wanted)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(distance=1, would_have_been_vetoed=True), ["S/2014/916"]),
        (
            Wanted(since=date(1956, 10, 30), until=date(1956, 10, 31), tally=(7, 2, 2), outcome=Outcome.ADOPTED),
            ["S/RES/119"],
        ),
        (Wanted(kind=Kind.CHARTER_REVIEW), ["S/RES/110"]),
        (Wanted(special="no_breakdown"), ["S/1158", "S/1159"]),
        (Wanted(tally=(11, 1, 3), outcome=Outcome.ADOPTED), ["S/RES/686", "S/RES/2623"]),
        (Wanted(cast={Ballot.YES: (AMERICAN,)}, outcome=Outcome.FAILED, since=date(2020, 1, 1)), ["S/2020/797"]),
        (Wanted(text="emergency special session", since=date(2000, 1, 1)), ["S/RES/2623"]),
        (Wanted(away=(frozenset({"CHN"}),), since=date(1973, 10, 22), until=date(1973, 10, 22)), ["S/RES/338"]),
    ],
)
def test_each_condition_finds_what_history_has(audited: Audit, wanted: Wanted, expected: list[str]) -> None:
    assert symbols(audited, wanted) == expected


def test_all_conditions_must_hold(audited: Audit) -> None:
    both = found(audited.compared, Wanted(cast={Ballot.NO: (AMERICAN, BRITISH)}))
    assert both
    assert all({"USA", "GBR"} <= {m.code for m in each.vote.roll.cast(Ballot.NO)} for each in both)
    assert len(found(audited.compared, Wanted())) == len(audited.compared)


def test_a_symbol_is_found_however_it_is_written(record: Loaded) -> None:
    assert {one_under(record.votes, word).key for word in ("119", "s/res/119", "S/RES/119 (1956)")} == {"GRAM-0263"}
    assert len(under_symbol(record.votes, "S/3502")) == 16


def test_words_are_no_symbol_and_the_reader_is_told_where_they_are_looked_for(record: Loaded) -> None:
    with pytest.raises(InputError, match="`lifecycle record find --text` looks for words"):
        under_symbol(record.votes, "Aleppo")


@pytest.mark.parametrize(("word", "slug"), [("S/RES/9999", "unknown-symbol"), ("S/PV.49", "several-votes")])
def test_none_and_several_are_errors_that_help(record: Loaded, word: str, slug: str) -> None:
    with pytest.raises(InputError) as refused:
        one_under(record.votes, word)
    problem = refused.value.problems[0]
    assert problem.slug == slug
    assert problem.nearest or "GRAM-0012" in problem.message


def test_a_key_names_one_of_several(record: Loaded) -> None:
    assert one_under(record.votes, "GRAM-0012").nth == 2


@given(st.data())
def test_distance_is_the_fewest_ballots_that_must_turn_to_yes(data: st.DataObject) -> None:
    council: Council = data.draw(councils(11))
    rule: Rule = data.draw(st.sampled_from(presets_for(council)))
    kind = data.draw(st.sampled_from((Kind.SUBSTANTIVE, Kind.PROCEDURAL)))
    finding = count(data.draw(rolls(council, rule, kind)), kind, rule)
    assert distance(finding) == tried(finding)


def tried(finding: Finding) -> int:
    """The same by trying every set of members, smallest first."""
    roll = finding.cast
    turned = [member for member in roll.council.members if roll.of_member(member) is not Ballot.YES]
    for size in range(len(turned) + 1):
        for members in combinations(turned, size):
            changed = roll.changed(dict.fromkeys(members, Ballot.YES))
            if count(changed, finding.kind, finding.rule).outcome is Outcome.ADOPTED:
                return size
    raise AssertionError("everybody saying yes is always enough")


def test_distance_is_open_while_a_ballot_is() -> None:
    council = council_on(date(2016, 10, 8))
    assert distance(count(Roll.unknown(council), None, rule_on(council.on))) is None


def test_names_may_be_joined_by_commas_and_may_hold_one() -> None:
    assert seats_named(["RUS,CHN"]) == (frozenset({"RUS"}), frozenset({"CHN"}))
    with pytest.raises(InputError):
        seats_named(["RUS,Atlantis"])


@pytest.mark.parametrize("text", ["7-2", "a-b-c", "7-2-2-1", ""])
def test_what_is_no_tally_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="7-2-2"):
        tally_named(text)
