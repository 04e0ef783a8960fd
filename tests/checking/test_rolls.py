"""Classes of rolls are exact: nothing a rule decides differs between two rolls of one class.

Counts are held against the binomial form, and decisions against full rolls drawn for every rule.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.checking.rolls import Abstraction, Group, RollClass
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, council_on
from lifecycle.model.counting import as_counted, count, outcome_of, vote_values
from lifecycle.model.presets import PRESETS, changed_rule, preset
from lifecycle.model.rules import CHARTER_RULES, Kind, Rule, rule_on
from lifecycle.testing import councils, kinds, rolls, rules

NOW = council_on(date(2016, 10, 8))
LAWS = [(council_on(day), rule) for day, rule in CHARTER_RULES] + [(NOW, preset(p.name, NOW)) for p in PRESETS]


@st.composite
def situations(draw: st.DrawFn) -> tuple[Abstraction, Roll, Kind]:
    council = draw(councils())
    rule, kind = draw(rules(council)), draw(kinds())
    parties = tuple(draw(st.sets(st.sampled_from(council.members), max_size=3)))
    return Abstraction(council, rule, parties), draw(rolls(council, rule, kind)), kind


def decided(roll: Roll, kind: Kind, abstraction: Abstraction) -> list[dict[str, object]]:
    rule, parties = abstraction.rule, abstraction.parties
    return [dict(values) for values in vote_values(as_counted(roll, kind, rule, parties), kind, rule)]


@given(situations())
def test_a_roll_and_its_class_decide_alike(drawn: tuple[Abstraction, Roll, Kind]) -> None:
    abstraction, roll, kind = drawn
    other = abstraction.roll_of(abstraction.class_of(roll))
    assert abstraction.class_of(other) == abstraction.class_of(roll)
    assert decided(other, kind, abstraction) == decided(roll, kind, abstraction)
    same = [count(each, kind, abstraction.rule, abstraction.parties).outcome for each in (roll, other)]
    assert same[0] is same[1]


def test_a_class_holds_more_than_its_representative() -> None:
    """The law above is not empty: another member's no is the same class, and another roll."""
    abstraction = Abstraction(NOW, rule_on(NOW.on))
    roll = Roll.of(NOW, {Ballot.NO: ["Russian Federation"]}, Ballot.YES)
    other = abstraction.roll_of(abstraction.class_of(roll))
    assert other == Roll.of(NOW, {Ballot.NO: ["China"]}, Ballot.YES)


@pytest.mark.parametrize(("council", "rule"), LAWS, ids=lambda value: getattr(value, "name", ""))
def test_every_permutation_of_seats_keeps_the_decision(council: Council, rule: Rule) -> None:
    """Each member in turn is the only one to say no, every other way round: all of one group decide alike."""
    abstraction = Abstraction(council, rule, (council.permanent[0], council.elected[0]))
    for rest, kind in product((Ballot.YES, Ballot.ABSTAIN), Kind):
        for group in abstraction.members:
            alone = [Roll(council, (rest,) * len(council.members)).changed({m: Ballot.NO}) for m in group]
            assert len({abstraction.class_of(roll) for roll in alone}) == 1
            assert len({count(roll, kind, rule, abstraction.parties).outcome for roll in alone}) == 1


@pytest.mark.parametrize(("day", "permanent", "elected"), [(date(1946, 1, 17), 5, 6), (date(1966, 1, 1), 5, 10)])
def test_the_classes_are_as_many_as_the_binomials_say(day: date, permanent: int, elected: int) -> None:
    classes = Abstraction(council_on(day), rule_on(day)).classes()
    assert len(set(classes)) == len(classes) == comb(permanent + 2, 2) * comb(elected + 2, 2)
    assert len(classes) == {6: 588, 10: 1386}[elected]


def test_the_classes_hold_every_roll() -> None:
    """3 ballots ** 15 members, each roll in exactly one class: the sizes of the classes add up."""
    total = 0
    for these in Abstraction(NOW, rule_on(NOW.on)).classes():
        size = 1
        for group, (yes, no) in zip(these.groups, these.counts, strict=True):
            size *= comb(group.size, yes) * comb(group.size - yes, no)
        total += size
    assert total == 3**15


def test_a_rule_that_names_members_tells_them_apart() -> None:
    rule = changed_rule(NOW, {"may_veto": ("France", "Spain")})
    groups = Abstraction(NOW, rule).groups
    assert {(g.permanent, g.may_veto, g.size) for g in groups} == {
        (True, False, 4), (True, True, 1), (False, False, 9), (False, True, 1),
    }  # fmt: skip


def test_parties_are_a_group_only_where_their_ballots_count_otherwise() -> None:
    party = (NOW.find("France"),)
    assert len(Abstraction(NOW, rule_on(NOW.on), party).groups) == 2
    assert len(Abstraction(NOW, preset("strict-27-3", NOW), party).groups) == 3


def test_an_unknown_ballot_has_no_class() -> None:
    with pytest.raises(ValueError, match="unknown"):
        Abstraction(NOW, rule_on(NOW.on)).class_of(Roll.unknown(NOW))


def test_raising_and_exchanging_move_one_ballot_and_two() -> None:
    """Hand-made: two permanent groups of one member each, one elected."""
    groups = (Group(True, True, False, 1), Group(True, False, False, 1), Group(False, False, False, 1))
    these = RollClass(groups, ((0, 1), (1, 0), (0, 0)))
    assert {each.counts for each in these.raised()} == {((0, 0), (1, 0), (0, 0)), ((0, 1), (1, 0), (1, 0))}
    assert {each.counts for each in these.exchanged()} == {((1, 0), (0, 1), (0, 0))}
    assert (these.yes, these.no, these.other, these.permanent_no, these.permanent) == (1, 1, 1, 1, 2)


def test_the_class_table_finds_the_outcomes_counted_by_hand() -> None:
    """A veto needs nine yes and a permanent no: permanent (yes, no) with no >= 1, elected enough for nine."""
    abstraction, kind = Abstraction(NOW, rule_on(NOW.on)), Kind.SUBSTANTIVE
    vetoed = {
        these
        for these in abstraction.classes()
        if outcome_of(next(vote_values(abstraction.roll_of(these), kind, abstraction.rule))).value == "vetoed"
    }
    by_hand = sum(
        1
        for yes, no, others, against in product(range(6), range(6), range(11), range(11))
        if yes + no <= 5 and others + against <= 10 and no >= 1 and yes + others >= 9
    )
    assert len(vetoed) == by_hand > 0
