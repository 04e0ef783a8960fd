"""What would have changed a vote, by counts and by trying every change.

Knows two famous rolls, small Councils on which every set of changes can be tried, and how far it is to an adoption and
to a veto by the Charter's own numbers. Refuses one road alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import combinations, islice, product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.pivots import WhatIf, what_if
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member, council_on
from lifecycle.model.counting import count
from lifecycle.model.decision import decide
from lifecycle.model.presets import preset
from lifecycle.model.rules import Blocks, Kind, Outcome, Rule, rule_on
from lifecycle.testing import councils, counted_rolls, kinds, partial_rolls, roll_classes, rolls, rules
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


def outcomes_after(roll: Roll, kind: Kind, flips: int) -> Iterator[Outcome | None]:
    """Of every roll in which exactly `flips` members cast another of yes, no and abstain than they did."""
    rule = rule_on(roll.council.on)
    for members in combinations(roll.council.members, flips):
        for ballots in product(
            *([b for b in (Ballot.YES, Ballot.NO, Ballot.ABSTAIN) if b is not roll.of_member(m)] for m in members)
        ):
            yield count(roll.changed(dict(zip(members, ballots, strict=True))), kind, rule).outcome


def nearly_adopted(data: st.DataObject, kind: Kind) -> Roll:
    """An adopted roll of which up to three ballots have been changed."""
    council = data.draw(councils())
    roll = data.draw(rolls(council, rule_on(council.on), kind, Outcome.ADOPTED))
    changes = st.dictionaries(
        st.sampled_from(council.members), st.sampled_from((Ballot.NO, Ballot.ABSTAIN)), max_size=3
    )
    return roll.changed(data.draw(changes))


@given(st.data())
def test_law_29_the_least_changes_to_adoption(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from((Kind.SUBSTANTIVE, Kind.PROCEDURAL)))
    roll = nearly_adopted(data, kind)
    noes = sum(roll.of_member(member) is Ballot.NO for member in roll.council.permanent)
    short = max(0, (7 if len(roll.ballots) == 11 else 9) - roll.ballots.count(Ballot.YES))
    expected = max(noes, short) if kind is Kind.SUBSTANTIVE else short
    found = next((n for n in range(3) if Outcome.ADOPTED in outcomes_after(roll, kind, n)), None)
    assert found == (expected if expected < 3 else None)
    nearest = what_if(roll, kind, rule_on(roll.council.on)).nearest.get(Outcome.ADOPTED)
    assert (nearest.changes if nearest else 0) == expected


def test_law_29_there_are_texts_at_every_small_distance() -> None:
    distances = {"": 0, "RUS VEN": 1, "RUS CHN VEN": 2}
    for noes, distance in distances.items():
        roll = Roll.of(ALEPPO, {Ballot.NO: noes.split()}, Ballot.YES)
        reached = [Outcome.ADOPTED in outcomes_after(roll, Kind.SUBSTANTIVE, flips) for flips in range(3)]
        assert reached.index(True) == distance


@given(st.data())
def test_law_30_one_change_from_a_veto(data: st.DataObject) -> None:
    council = data.draw(councils())
    roll = data.draw(rolls(council, outcome=Outcome.ADOPTED))
    near = next(n for n in (1, 2) if Outcome.VETOED in outcomes_after(roll, Kind.SUBSTANTIVE, n))
    spare = roll.ballots.count(Ballot.YES) > (7 if len(roll.ballots) == 11 else 9)
    all_five = all(roll.of_member(member) is Ballot.YES for member in council.permanent)
    assert near == (1 if spare or not all_five else 2)
    assert what_if(roll, None, rule_on(council.on)).nearest[Outcome.VETOED].changes == near


def test_law_30_there_are_adopted_texts_at_either_distance() -> None:
    bare_nine = Roll.of(
        ALEPPO, {Ballot.YES: ["CHN", "FRA", "RUS", "GBR", "USA", "JPN", "ESP", "NZL", "UKR"]}, Ballot.ABSTAIN
    )
    assert Outcome.VETOED not in outcomes_after(bare_nine, Kind.SUBSTANTIVE, 1)
    assert Outcome.VETOED in outcomes_after(Roll.of(ALEPPO, {}, Ballot.YES), Kind.SUBSTANTIVE, 1)


def test_law_30_how_many_adopted_rolls_there_are_and_how_many_stand_two_changes_from_a_veto() -> None:
    # Of yes, no and abstention, by fifteen members; a holder who does not say no has two ballots left, of which the
    # class fixes one, and another member who does not say yes has two.
    classes = roll_classes(ALEPPO, CHARTER, Kind.SUBSTANTIVE)[Outcome.ADOPTED]
    ways = {c: comb(5, c.holders_yes) * comb(10, c.others_yes) * 2 ** (10 - c.others_yes) for c in classes}
    assert sum(ways.values()) == 146_796
    bare = [c for c in classes if c.holders_yes == 5 and c.others_yes == 4]
    assert [ways[c] for c in bare] == [210 * 64] == [13_440]
