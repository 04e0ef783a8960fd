"""What would have changed a vote, by counts and by trying every change.

Knows two famous rolls and small Councils on which every set of changes can be tried. Refuses one road alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import combinations, islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.pivots import WhatIf, what_if
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member, council_on
from lifecycle.model.decision import decide
from lifecycle.model.presets import preset
from lifecycle.model.rules import Blocks, Kind, Outcome, Rule, rule_on
from lifecycle.testing import councils, counted_rolls, kinds, partial_rolls, rolls, rules
from tests.unwatched import unwatched

ALEPPO = council_on(date(2016, 10, 8))
CHARTER = rule_on(ALEPPO.on)
FRENCH = Roll.of(ALEPPO, {Ballot.NO: ["Russia", "Venezuela"], Ballot.ABSTAIN: ["Angola", "China"]}, Ballot.YES)
RUSSIAN = Roll.of(
    ALEPPO,
    {Ballot.YES: ["China", "Egypt", "Russia", "Venezuela"], Ballot.ABSTAIN: ["Angola", "Uruguay"]},
    Ballot.NO,
)
SMALL = Council.invented_council(ALEPPO.on, ["France", "China"], ["Egypt", "Japan"])


def texts(found: WhatIf, outcome: Outcome) -> list[str]:
    return [str(group) for group in found.nearest[outcome].groups]


def test_the_french_draft_lacked_one_ballot() -> None:
    found = what_if(FRENCH, None, CHARTER)
    adopted = found.nearest[Outcome.ADOPTED]
    assert (adopted.changes, adopted.count, texts(found, Outcome.ADOPTED)) == (1, 4, ["Russian Federation"])
    assert {(pivot.member.name, pivot.outcome) for pivot in found.pivots} == {("Russian Federation", Outcome.ADOPTED)}
    # Three of the eleven must leave yes for any of four other ballots.
    assert (found.nearest[Outcome.FAILED].changes, found.nearest[Outcome.FAILED].count) == (3, 165 * 64)
    assert texts(found, Outcome.FAILED) == ["any 3 of 11"]


def test_the_russian_draft_lacked_five() -> None:
    found = what_if(RUSSIAN, None, CHARTER)
    assert found.pivots == ()
    assert found.nearest[Outcome.ADOPTED].changes == 5
    assert texts(found, Outcome.ADOPTED) == ["France, United Kingdom, United States and any 2 of 8"]
    assert found.nearest[Outcome.ADOPTED].count == 28
    # Five of eleven to yes, but not all three permanent members who said no: 462 - 28.
    assert (found.nearest[Outcome.VETOED].changes, found.nearest[Outcome.VETOED].count) == (5, 434)


def test_one_yes_against_russia_needs_russia_and_seven_more() -> None:
    roll = Roll.of(ALEPPO, {Ballot.NO: ["Russia"], Ballot.YES: ["France"]}, Ballot.ABSTAIN)
    found = what_if(roll, None, CHARTER)
    assert texts(found, Outcome.ADOPTED) == ["Russian Federation and any 7 of 13"]
    assert found.nearest[Outcome.ADOPTED].count == 1716


def test_no_change_leads_to_a_veto_where_nobody_has_one() -> None:
    found = what_if(FRENCH, None, preset("no-veto", ALEPPO))
    assert found.nearest[Outcome.VETOED].changes is None
    assert found.nearest[Outcome.VETOED].to_json() == {"changes": None, "count": 0, "groups": [], "sets": []}


def test_a_partial_roll_says_what_is_open() -> None:
    roll = Roll.of(ALEPPO, {Ballot.NO: ["Russia"], Ballot.YES: ["France", "Spain", "Japan"]})
    found = what_if(roll, None, CHARTER)
    assert found.open is not None
    assert (found.open.adopted, found.open.total) == (0, 3**11)
    # Five of eleven must not say yes for the text to be sure to fall short: three yes and six more are nine.
    assert found.nearest[Outcome.FAILED].changes == 6
    assert found.nearest[Outcome.VETOED].changes == 6


def test_counts_without_names_say_whose_ballot_alone_would_have_turned_it() -> None:
    """Eleven in favour, two against, two abstentions; of the thirteen that are no yes only Russia's no is named."""
    roll = Roll.of(ALEPPO, {Ballot.NO: ["Russia"]}).counted(
        {Ballot.YES: (11, 11), Ballot.NO: (2, 2), Ballot.ABSTAIN: (2, 2)}
    )
    assert roll is not None
    found = what_if(roll, None, CHARTER)
    # The other no may be another permanent member's.
    assert (found.decision.outcome, found.pivots) == (Outcome.VETOED, ())
    venezuela = what_if(roll.changed({ALEPPO.find("Venezuela"): Ballot.NO}), None, CHARTER)
    assert venezuela.pivots == ()
    named = Roll.of(ALEPPO, {Ballot.NO: ["Russia", "Venezuela"]}).counted(
        {Ballot.YES: (11, 11), Ballot.NO: (2, 2), Ballot.ABSTAIN: (2, 2)}
    )
    assert named is not None
    found = what_if(named, None, CHARTER)
    assert {pivot.member.code for pivot in found.pivots} == {"RUS"}
    # Eleven of the thirteen others say yes, two neither.
    assert found.open is not None
    assert (found.open.vetoed, found.open.total) == (78, 78)


def test_a_document_lists_a_hundred_sets_and_counts_them_all() -> None:
    nearest = what_if(FRENCH, None, CHARTER).nearest[Outcome.FAILED].to_json()
    assert isinstance(nearest["sets"], list)
    assert (len(nearest["sets"]), nearest["count"]) == (100, 10_560)


@given(st.data())
def test_each_pivot_is_what_deciding_again_says(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    parties = tuple(data.draw(st.sets(st.sampled_from(council.members), max_size=2)))
    known = st.sampled_from((partial_rolls, counted_rolls))
    whole = data.draw(rolls(council, rule, kind))
    roll = data.draw(known.flatmap(lambda forgetful: forgetful(whole, 3)))
    found = what_if(roll, kind, rule, parties)
    tried = {
        (member, ballot, outcome)
        for member in council.members
        for ballot in Ballot
        if (outcome := decide(roll.changed({member: ballot}), kind, rule, parties).outcome)
        and outcome is not found.decision.outcome
    }
    # To change nothing that counts is no pivot, so a ballot whose like is cast already is never in either set.
    assert {(pivot.member, pivot.to, pivot.outcome) for pivot in found.pivots} == tried


@given(st.data())
def test_a_least_set_leads_there_and_no_part_of_it_does(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(kinds())
    known = st.sampled_from((partial_rolls, counted_rolls))
    whole = data.draw(rolls(council, rule, kind))
    roll = data.draw(known.flatmap(lambda forgetful: forgetful(whole, 3)))
    for outcome, nearest in what_if(roll, kind, rule).nearest.items():
        sets = list(islice(nearest.sets(), 3))
        assert bool(sets) is (nearest.changes is not None)
        for changes in map(dict, sets):
            assert decide(roll.changed(changes), kind, rule).outcome is outcome
            for left_out in changes:
                fewer = {member: ballot for member, ballot in changes.items() if member is not left_out}
                assert decide(roll.changed(fewer), kind, rule).outcome is not outcome


@cache
def decided(rule: Rule, roll: Roll) -> Outcome | None:
    return decide(roll, Kind.SUBSTANTIVE, rule).outcome


def change_sets(roll: Roll, size: int) -> Iterator[dict[Member, Ballot]]:
    for members in combinations(roll.council.members, size):
        for ballots in product(Ballot, repeat=size):
            changed = dict(zip(members, ballots, strict=True))
            if all(roll.of_member(member) is not ballot for member, ballot in changed.items()):
                yield changed


def least_sets(rule: Rule, roll: Roll, outcome: Outcome, sizes: range) -> set[frozenset[tuple[Member, Ballot]]]:
    """Of all sets of changes, those of the least size that lead to `outcome`."""
    for size in sizes:
        least = {
            frozenset(changed.items())
            for changed in change_sets(roll, size)
            if decided(rule, roll.changed(changed)) is outcome
        }
        if least:
            return least
    return set()


SMALL_RULES = [
    Rule("charter-like", "three of four", 4, 3, 3),
    Rule("both vetoes", "three of four", 4, 3, 3, vetoes_needed=2),
    Rule("concurring", "three of four", 4, 3, 3, blocks=Blocks.NOT_YES),
    Rule("override", "two of four", 4, 2, 2, override=4),
    Rule("one may veto", "three of four", 4, 3, 3, may_veto=("Egypt",)),
]


@pytest.mark.parametrize("rule", SMALL_RULES, ids=lambda rule: rule.name)
@given(st.data())
def test_the_least_changes_are_those_found_by_trying_all(rule: Rule, data: st.DataObject) -> None:
    ballots = data.draw(st.tuples(*[st.sampled_from((*Ballot, None))] * 4))
    counts = data.draw(st.dictionaries(st.sampled_from(Ballot), st.sampled_from(((1, 1), (2, 4), (0, 1)))))
    roll = Roll(SMALL, ballots).counted(counts) or Roll(SMALL, ballots)
    found = what_if(roll, Kind.SUBSTANTIVE, rule)
    for outcome, nearest in found.nearest.items():
        sizes = range(5 if nearest.changes is None else nearest.changes + 1)
        least = unwatched(partial(least_sets, rule, roll, outcome, sizes))
        sets = [frozenset(each) for each in nearest.sets()]
        assert (len(sets), set(sets)) == (nearest.count, least)
        assert nearest.changes is None or all(len(each) == nearest.changes for each in sets)
