"""A forecast by dynamic programming and by going through every roll gives one distribution.

Knows small Councils whose every roll can be weighed. Refuses tolerance: probabilities are fractions.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache, partial
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.counts import count_rolls
from lifecycle.analysis.forecast import Lean, brier, forecast
from lifecycle.analysis.groups import Groups
from lifecycle.analysis.stances import Chances
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member, council_on
from lifecycle.model.decision import decide
from lifecycle.model.rules import Blocks, Kind, Outcome, Rule, rule_on
from tests.unwatched import unwatched

ALEPPO = council_on(date(2016, 10, 8))
SMALL = Council.invented_council(ALEPPO.on, ["France", "China"], ["Egypt", "Japan"])
RULES = [
    Rule("one veto", "three of four", 4, 3, 3),
    Rule("both", "two of four", 4, 2, 2, vetoes_needed=2),
    Rule("concurring", "two of four", 4, 2, 2, blocks=Blocks.NOT_YES),
    Rule("strict", "two of four", 4, 2, 2, obligatory_abstention=True),
]


@st.composite
def chances(draw: st.DrawFn) -> Chances:
    weights = draw(st.lists(st.integers(0, 4), min_size=5, max_size=5).filter(any))
    return {ballot: Fraction(weight, sum(weights)) for ballot, weight in zip(Ballot, weights, strict=True)}


@cache
def decided(rule: Rule, roll: Roll, parties: tuple[Member, ...]) -> Outcome:
    outcome = decide(roll, Kind.SUBSTANTIVE, rule, parties).outcome
    assert outcome
    return outcome


def weighed(
    rule: Rule, leans: list[Chances], units: list[tuple[Member, ...]], parties: tuple[Member, ...]
) -> dict[Outcome, Fraction]:
    """The distribution by going through every roll."""
    found = dict.fromkeys(Outcome, Fraction(0))
    for ballots in product(Ballot, repeat=len(units)):
        cast = {member: ballot for unit, ballot in zip(units, ballots, strict=True) for member in unit}
        roll = Roll(SMALL, tuple(cast[member] for member in SMALL.members))
        pairs = zip(units, ballots, strict=True)
        chance = prod((leans[SMALL.index(unit[0])][ballot] for unit, ballot in pairs), start=Fraction(1))
        if chance:
            found[decided(rule, roll, parties)] += chance
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(st.data())
def test_summing_up_and_going_through_every_roll_agree(rule: Rule, data: st.DataObject) -> None:
    leans = [data.draw(chances()) for _ in SMALL.members]
    together = data.draw(st.lists(st.sampled_from(SMALL.members), unique=True, max_size=3))
    parties = tuple(data.draw(st.sets(st.sampled_from(SMALL.members), max_size=1)))
    blocs = [tuple(together)] if together else []
    units = [*blocs, *((member,) for member in SMALL.members if member not in together)]
    stated = [Lean(member, chance, "stated") for member, chance in zip(SMALL.members, leans, strict=True)]
    found = forecast(Groups(SMALL, rule, parties=parties), stated, blocs)
    assert found.outcomes == unwatched(partial(weighed, rule, leans, units, parties))
    assert sum(found.outcomes.values()) == sum(found.yes.values()) == 1


def test_even_chances_are_the_counts_of_rolls() -> None:
    even = {ballot: Fraction(1, 5) for ballot in Ballot}
    groups = Groups(ALEPPO, rule_on(ALEPPO.on))
    found = forecast(groups, [Lean(member, even, "stated") for member in ALEPPO.members])
    counts = count_rolls(groups, 5)
    assert found.outcomes == {outcome: Fraction(counts.of(outcome), 5**15) for outcome in Outcome}


def test_certain_ballots_make_a_certain_outcome() -> None:
    said = {Ballot.NO: {Ballot.NO: Fraction(1)}, Ballot.YES: {Ballot.YES: Fraction(1)}}
    russia = ALEPPO.find("Russia")
    leans = [Lean(m, said[Ballot.NO if m == russia else Ballot.YES], "stated") for m in ALEPPO.members]
    found = forecast(Groups(ALEPPO, rule_on(ALEPPO.on)), leans)
    assert found.outcomes[Outcome.VETOED] == 1
    assert found.yes[14] == 1


def test_a_bloc_decides_more_than_its_members_apart() -> None:
    rule, half = RULES[0], {Ballot.YES: Fraction(1, 2), Ballot.ABSTAIN: Fraction(1, 2)}
    sure = {Ballot.YES: Fraction(1)}
    leans = [Lean(m, half if not m.permanent else sure, "stated") for m in SMALL.members]
    apart, together = forecast(Groups(SMALL, rule), leans), forecast(Groups(SMALL, rule), leans, [SMALL.elected])
    # Two sure yes; one more is needed: of two independent halves three quarters, of one common half a half.
    assert apart.outcomes[Outcome.ADOPTED] == Fraction(3, 4)
    assert together.outcomes[Outcome.ADOPTED] == Fraction(1, 2)


def test_the_brier_score_runs_from_nothing_to_two() -> None:
    sure = {Outcome.ADOPTED: Fraction(1), Outcome.VETOED: Fraction(0), Outcome.FAILED: Fraction(0)}
    assert brier([(sure, Outcome.ADOPTED)]) == 0
    assert brier([(sure, Outcome.VETOED)]) == 2
    half = {Outcome.ADOPTED: Fraction(1, 2), Outcome.VETOED: Fraction(1, 2), Outcome.FAILED: Fraction(0)}
    assert brier([(half, Outcome.ADOPTED), (sure, Outcome.ADOPTED)]) == 0.25
