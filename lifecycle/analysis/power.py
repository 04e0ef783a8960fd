"""How much power a rule gives to whom.

Knows the game that a rule makes of a Council: a coalition wins if the text is adopted when its members vote yes and
everybody else no; with abstention, everybody else may also do neither. Refuses to know the indices themselves, and
says nothing of influence: an index knows the rule, not the states.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lifecycle.analysis.counts import RollCounts, count_rolls, outcomes_by_tally
from lifecycle.analysis.groups import Groups
from lifecycle.analysis.indices import INDICES, Game, Pair
from lifecycle.analysis.tabular import Tabular
from lifecycle.model.council import Council, Member
from lifecycle.model.rules import Kind, Outcome, Rule


@dataclass(frozen=True, slots=True)
class Power(Tabular):
    """The indices under one rule, as pairs: what each member who may veto has, and each other member.

    `winning` of `coalitions` win; `minimal` and `blocking` count the least that win and the least without whom nobody
    wins. `rolls` counts all rolls of yes, no and neither by outcome; of the `tallies` they have, `undecidable` do not
    tell the outcome. `label` is what a comparison calls it.
    """

    council: Council
    rule: Rule
    kind: Kind
    label: str
    holders: tuple[Member, ...]
    others: tuple[Member, ...]
    winning: int
    coalitions: int
    minimal: int
    blocking: int
    rolls: RollCounts
    tallies: int
    undecidable: int
    indices: Mapping[str, Pair]

    @property
    def required(self) -> int:
        """The yes votes needed."""
        return self.rule.required(self.kind)

    def of(self, member: Member, index: str) -> Fraction:
        """The value of `index` for `member`."""
        value = self.indices[index][member not in self.holders]
        assert value is not None, "a member's group is not empty"
        return value

    def ratio(self, index: str) -> Fraction | None:
        """How many times as much a member who may veto has as one who may not; None where that cannot be said."""
        first, second = self.indices[index]
        return first / second if first is not None and second else None

    def to_json(self) -> dict[str, object]:
        """The document `power --json` prints."""
        return {
            "rule": self.rule.name,
            "seats": self.rule.seats,
            "required": self.required,
            "members": {
                member.name: {index: str(self.of(member, index)) for index in self.indices}
                for member in self.council.members
            },
            "label": self.label,
            "on": self.council.on.isoformat(),
            "kind": self.kind,
            "may_veto": [member.name for member in self.holders],
            "winning": self.winning,
            "coalitions": self.coalitions,
            "minimal_winning": self.minimal,
            "minimal_blocking": self.blocking,
            "rolls": {outcome.value: self.rolls.of(outcome) for outcome in Outcome},
            "tallies": self.tallies,
            "undecidable_tallies": self.undecidable,
        }

    def headings(self) -> Sequence[str]:
        """Member, whether it may veto, and each index."""
        return ("member", "may_veto", *self.indices)

    def rows(self) -> Sequence[Sequence[Any]]:
        """A row a member, indices as decimals."""
        return [
            (member.name, member in self.holders, *(float(self.of(member, index)) for index in self.indices))
            for member in self.council.members
        ]


def power(council: Council, rule: Rule, kind: Kind = Kind.SUBSTANTIVE, label: str | None = None) -> Power:
    """Every index of every member of `council` under `rule`. Raises InputError if the seats do not fit.

    >>> from datetime import date
    >>> from lifecycle.model.council import council_on
    >>> from lifecycle.model.rules import rule_on
    >>> day = date(2016, 10, 8)
    >>> found = power(council_on(day), rule_on(day))
    >>> [str(value) for value in found.indices["shapley_shubik"]]
    ['421/2145', '4/2145']
    """
    groups = Groups(council, rule, kind)
    game, by_tally = game_of(groups), outcomes_by_tally(groups)
    return Power(
        council=council,
        rule=rule,
        kind=kind,
        label=label or rule.name,
        holders=groups.holders,
        others=groups.others,
        winning=game.winning,
        coalitions=2**game.players,
        minimal=sum(ways for _, ways in game.minimal),
        blocking=sum(ways for _, ways in game.blocking),
        rolls=count_rolls(groups),
        tallies=len(by_tally),
        undecidable=sum(len(outcomes) > 1 for outcomes in by_tally.values()),
        indices={key: compute(game) for key, (_, compute) in INDICES.items()},
    )


def game_of(groups: Groups) -> Game:
    """The game between those who may veto and the others."""
    holders = len(groups.holders)

    def wins(a: int, b: int) -> bool:
        return groups.outcome((a, holders - a, b)) is Outcome.ADOPTED

    def adopts(yes: int, no: int, others: int) -> bool:
        return groups.outcome((yes, no, others)) is Outcome.ADOPTED

    return Game(holders, len(groups.others), wins, adopts)
