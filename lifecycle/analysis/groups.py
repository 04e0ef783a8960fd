"""A vote seen by counts alone.

Knows that members who may veto are alike and all others are alike, so that three counts fix an outcome: yes and no of
the first, yes of the rest. Refuses to know names, except to say which members stand in which group.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member
from lifecycle.model.counting import outcome_of, require_fit, rule_values
from lifecycle.model.guards import Value, compiled
from lifecycle.model.rules import BLOCKED, Kind, Outcome, Rule

Split = tuple[int, int, int]
"""Yes and no of members who may veto, yes of the others."""

_blocked = compiled(BLOCKED)


@dataclass(frozen=True)
class Groups:
    """The members of one Council as `rule` tells them apart on a matter of `kind`.

    `aside` are parties to the dispute whose ballots the rule does not count; they stand in neither group.
    """

    council: Council
    rule: Rule
    kind: Kind = Kind.SUBSTANTIVE
    parties: tuple[Member, ...] = ()
    _outcomes: dict[Split, tuple[Outcome, bool]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Raises InputError if the seats do not fit."""
        require_fit(self.rule, self.council)

    @cached_property
    def aside(self) -> tuple[Member, ...]:
        """Those whose ballots are not counted."""
        uncounted = self.parties if self.rule.sets_parties_aside(self.kind) else ()
        return tuple(member for member in self.council.members if member in uncounted)

    @cached_property
    def holders(self) -> tuple[Member, ...]:
        """Those who may veto and whose ballots count."""
        return tuple(member for member in self._may_veto if member not in self.aside)

    @cached_property
    def others(self) -> tuple[Member, ...]:
        """Everybody else whose ballot counts."""
        return tuple(m for m in self.council.members if m not in self._may_veto and m not in self.aside)

    @cached_property
    def _may_veto(self) -> tuple[Member, ...]:
        held = self.rule.veto_holders(self.council)
        return tuple(member for member in self.council.members if member in held)

    @cached_property
    def _fixed(self) -> dict[str, Value]:
        return rule_values(self.rule, self.kind)

    def outcome(self, split: Split) -> Outcome:
        """The outcome of a complete roll with these counts."""
        return self._of(split)[0]

    def blocked(self, split: Split) -> bool:
        """Whether a veto stands against the text, whatever its majority."""
        return self._of(split)[1]

    def _of(self, split: Split) -> tuple[Outcome, bool]:
        found = self._outcomes.get(split)
        if found is None:
            yes, no, others = split
            away = len(self._may_veto) - yes
            counts: dict[str, Value] = {
                "all_yes": yes + others,
                "veto_holders_no": no,
                "veto_holders_not_yes": away,
            }
            values = self._fixed | counts
            found = self._outcomes[split] = (outcome_of(values), _blocked(values))
        return found

    def split(self, roll: Roll) -> Split:
        """The counts of what is known of `roll`."""
        mine = [roll.of_member(member) for member in self.holders]
        rest = [roll.of_member(member) for member in self.others]
        return mine.count(Ballot.YES), mine.count(Ballot.NO), rest.count(Ballot.YES)

    def unknown(self, roll: Roll) -> tuple[int, int]:
        """How many ballots are unknown: of members who may veto, of the others."""
        return (
            sum(roll.of_member(member) is None for member in self.holders),
            sum(roll.of_member(member) is None for member in self.others),
        )

    def splits(self) -> Iterator[Split]:
        """Every split there is."""
        for yes in range(len(self.holders) + 1):
            for no in range(len(self.holders) - yes + 1):
                for others in range(len(self.others) + 1):
                    yield yes, no, others
