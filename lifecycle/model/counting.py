"""What a rule makes of a roll, complete or not.

Knows how to count a roll under a rule, every way its unknown ballots can fall, and which outcomes are left. Refuses to
know why in words (that is `reasons`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lifecycle.errors import refuse
from lifecycle.model.ballots import Ballot, Roll, Unnamed
from lifecycle.model.council import Council, Member
from lifecycle.model.guards import And, Value, Values, compiled
from lifecycle.model.rules import BLOCKED, OUTCOME_GUARDS, Blocks, Kind, Outcome, Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of counting `cast` as a matter of `kind` under `rule`.

    `counted` is the roll as the rule counts it. `outcome` is None while `possible` holds more than one;
    `would_have_been_vetoed` is None while that is open.
    """

    cast: Roll
    counted: Roll
    kind: Kind
    kind_assumed: bool
    rule: Rule
    parties: tuple[Member, ...]
    possible: tuple[Outcome, ...]
    outcome: Outcome | None
    vetoes: tuple[Member, ...]
    would_have_been_vetoed: bool | None

    @property
    def required(self) -> int:
        """The yes votes the matter needed."""
        return self.rule.required(self.kind)


def count(roll: Roll, kind: Kind | None, rule: Rule, parties: tuple[Member, ...] = ()) -> Finding:
    """Count `roll` under `rule`; a kind of None is taken as substantive. Raises InputError if the seats do not fit."""
    require_fit(rule, roll.council)
    matter = kind or Kind.SUBSTANTIVE
    counted = as_counted(roll, matter, rule, parties)
    situations = tuple(vote_values(counted, matter, rule))
    found = {outcome_of(values) for values in situations}
    possible = tuple(outcome for outcome in Outcome if outcome in found)
    outcome = possible[0] if len(possible) == 1 else None
    return Finding(
        cast=roll,
        counted=counted,
        kind=matter,
        kind_assumed=kind is None,
        rule=rule,
        parties=parties,
        possible=possible,
        outcome=outcome,
        vetoes=blockers(counted, rule) if outcome is Outcome.VETOED else (),
        would_have_been_vetoed=_blocked_anyway(outcome, situations),
    )


def require_fit(rule: Rule, council: Council) -> None:
    """Refuse a rule made for another number of seats; one seat may be vacant, as in the first days of 1980."""
    filled = len(council.members)
    vacant = 0 if council.invented else 1
    if not rule.seats - vacant <= filled <= rule.seats:
        raise refuse(
            "rule-does-not-fit",
            f"the rule {rule.name!r} is for {rule.seats} seats, the Council has {filled} members; "
            "give the rule `seats` and `majority` of its own",
        )


def as_counted(roll: Roll, kind: Kind, rule: Rule, parties: tuple[Member, ...]) -> Roll:
    """The roll as `rule` counts it: a party to the dispute abstains where the rule sets it aside."""
    if not rule.sets_parties_aside(kind):
        return roll
    return roll.changed(dict.fromkeys(parties, Ballot.ABSTAIN))


def blockers(roll: Roll, rule: Rule) -> tuple[Member, ...]:
    """The members who may veto and whose known ballots block under `rule`."""
    blocking = {Ballot.NO} if rule.blocks is Blocks.NO else set(Ballot) - {Ballot.YES}
    return tuple(member for member in rule.veto_holders(roll.council) if roll.of_member(member) in blocking)


def vote_values(roll: Roll, kind: Kind, rule: Rule) -> Iterator[dict[str, Value]]:
    """The values the outcome guards read, once for each way the unknown ballots can fall (by counts, not by names).

    A member who may veto can say yes, no or neither; of the others only yes matters. Ways that a count without names
    forbids are left out.
    """
    holding = _ballots_of_holders(roll, rule)
    yes, no, open_holders = holding.count(_YES), holding.count(_NO), holding.count(None)
    other_yes = roll.ballots.count(_YES) - yes
    other_open = roll.ballots.count(None) - open_holders
    fixed = rule_values(rule, kind)
    for more_yes in range(open_holders + 1):
        for more_no in range(open_holders - more_yes + 1):
            neither = open_holders - more_yes - more_no
            for more_other in range(other_open + 1):
                if not noes_among(roll.unnamed, more_yes + more_other, more_no, neither, other_open - more_other):
                    continue
                yield fixed | {
                    "all_yes": yes + more_yes + other_yes + more_other,
                    "veto_holders_no": no + more_no,
                    "veto_holders_not_yes": len(holding) - yes - more_yes,
                }


_YES, _NO = Ballot.YES, Ballot.NO


def noes_among(unnamed: Sequence[Unnamed], yes: int, no: int, neither: int, either: int) -> range:
    """How many of `either` ballots, that are no or neither, can be no, so that all counts in `unnamed` are true.

    `yes`, `no` and `neither` are how many more unknown ballots fall so. Empty where no number makes them true.

    >>> noes_among([Unnamed(Ballot.NO, 2, 2)], 5, 1, 0, 4)
    range(1, 2)
    """
    if not unnamed:
        return range(either + 1)
    rest = neither + either
    free = yes + no + rest
    told = {each.ballot: (each.least, each.most) for each in unnamed}
    (yes_least, yes_most), (no_least, no_most), *aside = (told.get(ballot, (0, free)) for ballot in Ballot)
    if not yes_least <= yes <= yes_most:
        return range(0)
    least, most = (sum(ends) for ends in zip(*aside, strict=True))
    return range(max(0, no_least - no, rest - most), min(either, no_most - no, rest - least) + 1)


def _ballots_of_holders(roll: Roll, rule: Rule) -> list[Ballot | None]:
    if rule.may_veto != "permanent":
        return [roll.of_member(member) for member in rule.veto_holders(roll.council)]
    # Every announcement comes through here; to find the five by name first would double its time.
    return [ballot for member, ballot in zip(roll.council.members, roll.ballots, strict=True) if member.permanent]


def rule_values(rule: Rule, kind: Kind) -> dict[str, Value]:
    """The values the outcome guards read of the rule alone; no override is a number nobody reaches."""
    return {
        "required": rule.required(kind),
        "veto_counts": rule.veto_counts(kind),
        "blocks": rule.blocks,
        "vetoes_needed": rule.vetoes_needed,
        "override": rule.override if rule.override is not None else rule.seats + 1,
    }


def outcome_of(values: Values) -> Outcome:
    """The one outcome whose guard holds; the three are disjoint and total, by test."""
    return next(outcome for outcome, test in _tests() if test(values))


@cache
def _tests() -> tuple[tuple[Outcome, Callable[[Values], bool]], ...]:
    return tuple((outcome, compiled(And(parts))) for outcome, parts in OUTCOME_GUARDS.items())


def _blocked_anyway(outcome: Outcome | None, situations: Iterable[Values]) -> bool | None:
    if outcome is not Outcome.FAILED:
        return None if outcome is None else False
    blocked = compiled(BLOCKED)
    found = {blocked(values) for values in situations}
    return found.pop() if len(found) == 1 else None
