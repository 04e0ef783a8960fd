"""How likely each outcome is, if members lean as stated.

Knows how leanings become independent units (a member, or a bloc that casts one ballot) and how their probabilities
are summed exactly, as fractions, without drawing anything. Refuses to know whether a leaning is right: a forecast is
the rule applied to stated assumptions, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lifecycle.analysis.groups import Groups, Split
from lifecycle.analysis.stances import SPONSOR, UNHEARD, Chances, Stance, stance_named
from lifecycle.errors import NOWHERE, Place, refuse
from lifecycle.model.ballots import Ballot
from lifecycle.model.council import Member
from lifecycle.model.rules import Kind, Outcome
from lifecycle.scenario.scenario import Leaning, Leanings, Scenario, ScenarioDraft

SAYS = "A forecast is the rule applied to stated assumptions; it is no better than they are."


@dataclass(frozen=True, slots=True)
class Lean:
    """How one member leans and why: `basis` is stated, stance, sponsor, bloc or unheard; `row` names the stance."""

    member: Member
    chances: Chances
    basis: str
    row: str | None = None

    def to_json(self) -> dict[str, object]:
        """The entry in the document `forecast --json` prints."""
        return {
            "member": self.member.name,
            "basis": self.basis,
            "stance": self.row,
            "ballots": {ballot.value: str(chance) for ballot, chance in self.chances.items() if chance},
        }


@dataclass(frozen=True, slots=True)
class Forecast:
    """The exact probability of each outcome, of each number of yes votes, and the leanings they rest on."""

    outcomes: Mapping[Outcome, Fraction]
    yes: Mapping[int, Fraction]
    leans: tuple[Lean, ...]
    blocs: tuple[tuple[Member, ...], ...]

    def to_json(self) -> dict[str, object]:
        """The draft's entry in the document `forecast --json` prints."""
        return {
            "probabilities": {outcome.value: str(chance) for outcome, chance in self.outcomes.items()},
            "decimals": {outcome.value: round(float(chance), 6) for outcome, chance in self.outcomes.items()},
            "yes_votes": {str(count): str(chance) for count, chance in self.yes.items() if chance},
            "leanings": [lean.to_json() for lean in self.leans],
            "blocs": [[member.name for member in bloc] for bloc in self.blocs],
        }


def forecast(groups: Groups, leans: Sequence[Lean], blocs: Sequence[Sequence[Member]] = ()) -> Forecast:
    """The outcome's distribution when members vote independently, but a bloc's cast one ballot together.

    A bloc leans as its first member does. `leans` names every member of the Council once.
    """
    by_member = {lean.member: lean.chances for lean in leans}
    in_blocs = {member for bloc in blocs for member in bloc}
    units = [*blocs, *((member,) for member in groups.council.members if member not in in_blocs)]
    states: dict[tuple[Split, int], Fraction] = {((0, 0, 0), 0): Fraction(1)}
    for unit in units:
        states = _with(groups, states, unit, by_member[unit[0]])
    outcomes, yes = dict.fromkeys(Outcome, Fraction(0)), dict.fromkeys(range(len(leans) + 1), Fraction(0))
    for (split, ayes), chance in states.items():
        outcomes[groups.outcome(split)] += chance
        yes[ayes] += chance
    return Forecast(outcomes, yes, tuple(leans), tuple(map(tuple, blocs)))


def _with(
    groups: Groups, states: Mapping[tuple[Split, int], Fraction], unit: Sequence[Member], chances: Chances
) -> dict[tuple[Split, int], Fraction]:
    """The states after one more unit has voted. The yes votes are counted apart: a party's may not be in the split."""
    holders = sum(member in groups.holders for member in unit)
    others = sum(member in groups.others for member in unit)
    after: dict[tuple[Split, int], Fraction] = {}
    for ballot, chance in _by_effect(chances).items():
        moved = {Ballot.YES: (holders, 0, others), Ballot.NO: (0, holders, 0)}.get(ballot, (0, 0, 0))
        ayes = len(unit) if ballot is Ballot.YES else 0
        for (split, cast), before in states.items():
            end = (split[0] + moved[0], split[1] + moved[1], split[2] + moved[2]), cast + ayes
            after[end] = after.get(end, Fraction(0)) + before * chance
    return after


def _by_effect(chances: Chances) -> dict[Ballot, Fraction]:
    """The chances of yes, of no, and (under abstain) of anything else; what cannot be is left out."""
    found: dict[Ballot, Fraction] = {}
    for ballot, chance in chances.items():
        effect = ballot if ballot in {Ballot.YES, Ballot.NO} else Ballot.ABSTAIN
        if chance:
            found[effect] = found.get(effect, Fraction(0)) + chance
    return found


def groups_of(scenario: Scenario, draft: ScenarioDraft) -> Groups:
    """The groups of the scenario's Council on `draft`."""
    return Groups(scenario.council, scenario.rule, draft.kind or Kind.SUBSTANTIVE, draft.parties)


def leans_on(
    scenario: Scenario, draft: ScenarioDraft, heard: Mapping[str, str], table: Mapping[str, Stance]
) -> tuple[Lean, ...]:
    """How every member leans on `draft`: as the scenario states, else as it was heard, else as the table's last rows.

    `heard` maps members, by their UN names of the day, to stances. The ballots a scenario gives are not looked at:
    they are what is to be forecast. Raises InputError for a stance that the table lacks.
    """
    said = scenario.leanings.get(draft.name, Leanings())
    follows = {member: bloc[0] for bloc in said.blocs for member in bloc[1:]}
    alone = {m: _lean(m, said, draft, heard, table) for m in scenario.council.members if m not in follows}
    found = []
    for member in scenario.council.members:
        lead = follows.get(member)
        if lead and member in said.members and said.members[member] != said.members.get(lead):
            message = f"{member.name} leans otherwise than {lead.name}, with whom it votes in a bloc on {draft.name!r}"
            raise refuse("bloc-divided", message, said.place or NOWHERE)
        found.append(Lean(member, alone[lead].chances, "bloc", alone[lead].row) if lead else alone[member])
    return tuple(found)


def _lean(
    member: Member, said: Leanings, draft: ScenarioDraft, heard: Mapping[str, str], table: Mapping[str, Stance]
) -> Lean:
    stated: Leaning | None = said.members.get(member)
    if stated is not None:
        return _stated(member, stated, table, said.place)
    if member.name in draft.sponsors:
        return Lean(member, table[SPONSOR].chances, "sponsor", SPONSOR)
    if member.name in heard:
        return Lean(member, stance_named(heard[member.name], table).chances, "stance", heard[member.name])
    if said.rest is not None:
        return _stated(member, said.rest, table, said.place)
    row = UNHEARD[member.permanent]
    return Lean(member, table[row].chances, "unheard", row)


def _stated(member: Member, leaning: Leaning, table: Mapping[str, Stance], place: Place | None) -> Lean:
    if isinstance(leaning, str):
        return Lean(member, stance_named(leaning, table, place).chances, "stated", leaning)
    return Lean(member, leaning, "stated")


def brier(forecasts: Iterable[tuple[Mapping[Outcome, Fraction], Outcome]]) -> float:
    """The mean Brier score of forecasts against what happened: 0 for certainty that came true, 2 for its opposite.

    Brier (1950): the sum over outcomes of the squared distance between the probability and 1 or 0.
    """
    scores = [
        float(sum((chances[outcome] - (outcome is happened)) ** 2 for outcome in Outcome))
        for chances, happened in forecasts
    ]
    return sum(scores) / len(scores)
