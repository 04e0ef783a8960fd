"""The rule against the record: every vote recomputed, every difference told.

Knows what agrees, what is undetermined, what was set aside as a duplicate, and what nothing explains. A kind of matter
comes from `kinds.csv` alone, so an adopted vote with a permanent member's no that is not listed there stays
unexplained. Refuses to correct the record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lifecycle.errors import Problem
from lifecycle.model.council import Council
from lifecycle.model.counting import Finding, count
from lifecycle.model.rules import Outcome, Rule, rule_on
from lifecycle.record.classes import CLASSES, classes_of
from lifecycle.record.kinds import kind_of
from lifecycle.record.rows import Loaded
from lifecycle.record.totals import outcomes_of
from lifecycle.record.votes import Vote

RuleFor = Callable[[Council], Rule]
"""Which rule a Council decides by; the Charter's of the day unless somebody changes it on purpose."""


def charter_rule(council: Council) -> Rule:
    """The Charter's rule of the Council's day."""
    return rule_on(council.on)


@dataclass(frozen=True, slots=True)
class Recount:
    """A vote counted anew. `outcome` is None while the record leaves more than one possible."""

    vote: Vote
    finding: Finding
    outcome: Outcome | None
    classes: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether the outcome is the recorded one."""
        return self.outcome is not None and self.outcome is self.vote.recorded

    def to_json(self) -> dict[str, object]:
        """The entry in the lists of the document `record audit --json` prints."""
        totals = self.vote.totals
        return {
            "key": self.vote.key,
            "symbol": self.vote.symbol,
            "date": self.vote.day.isoformat(),
            "tally": str(totals) if totals else None,
            "recorded": self.vote.recorded,
            "recomputed": self.outcome,
            "duplicate_of": self.vote.twin,
            "file": self.vote.place.file,
            "line": self.vote.place.line,
        }


@dataclass(frozen=True, slots=True)
class Audit:
    """The votes that were compared, and those that could not be or need not.

    `compared` is in the record's order; `set_aside` are duplicates of a vote that is there too; of `undetermined` the
    record says too little to compute, or how they ended.
    """

    compared: tuple[Recount, ...]
    undetermined: tuple[Recount, ...]
    set_aside: tuple[Recount, ...]
    problems: tuple[Problem, ...]

    @property
    def kept(self) -> tuple[Recount, ...]:
        """The votes that are no duplicates, compared or not."""
        return (*self.compared, *self.undetermined)

    @property
    def recounts(self) -> tuple[Recount, ...]:
        """Every vote in the record, duplicates too."""
        return (*self.kept, *self.set_aside)

    @property
    def votes(self) -> int:
        """The number of votes in the record, duplicates too."""
        return len(self.recounts)

    @property
    def agree(self) -> int:
        """The votes whose recomputed outcome is the recorded one."""
        return sum(recount.agrees for recount in self.compared)

    @property
    def differing(self) -> tuple[Recount, ...]:
        """The votes whose recomputed outcome is another: unexplained, unless the rule was changed on purpose."""
        return tuple(recount for recount in self.compared if not recount.agrees)

    def explained(self) -> dict[str, int]:
        """The number of compared votes in each class; a vote can be in several."""
        counts = Counter(name for recount in self.compared if recount.agrees for name in recount.classes)
        return {each.name: counts[each.name] for each in CLASSES}

    def recorded(self) -> dict[str, int]:
        """The compared votes by recorded outcome."""
        return _by_outcome(recount.vote.recorded for recount in self.compared)

    def recomputed(self) -> dict[str, int]:
        """The compared votes by recomputed outcome."""
        return _by_outcome(recount.outcome for recount in self.compared)

    def lost(self) -> tuple[Recount, ...]:
        """The votes adopted in the record and not here."""
        return tuple(recount for recount in self.differing if recount.vote.recorded is Outcome.ADOPTED)

    def gained(self) -> tuple[Recount, ...]:
        """The votes adopted here and not in the record."""
        return tuple(recount for recount in self.differing if recount.outcome is Outcome.ADOPTED)

    def to_json(self) -> dict[str, object]:
        """The document `record audit --json` prints under the Charter's rule."""
        return {
            "votes": self.votes,
            "agree": self.agree,
            "explained": self.explained(),
            "unexplained": [recount.to_json() for recount in self.differing],
            "undetermined": [recount.to_json() for recount in self.undetermined],
            "set_aside": [recount.to_json() for recount in self.set_aside],
            "recorded": self.recorded(),
            "recomputed": self.recomputed(),
        }


def _by_outcome(outcomes: Iterable[Outcome | None]) -> dict[str, int]:
    counts = Counter(outcomes)
    return {outcome.value: counts[outcome] for outcome in Outcome}


def recounted(vote: Vote, rule_for: RuleFor = charter_rule) -> Recount:
    """`vote` counted anew under the rule of its Council."""
    council, kind = vote.roll.council, kind_of(vote)
    rule = rule_for(council)
    finding = count(vote.roll, kind, rule)
    outcome = finding.outcome
    if not vote.has_breakdown and vote.totals:
        possible = outcomes_of(vote.totals, council, kind, rule)
        outcome = possible[0] if len(possible) == 1 else None
    return Recount(vote, finding, outcome, classes_of(vote, finding))


def audit(loaded: Loaded, rule_for: RuleFor = charter_rule) -> Audit:
    """Count every vote anew and compare. A duplicate is set aside only if the vote it repeats is there."""
    keys = {vote.key for vote in loaded.votes}
    compared: list[Recount] = []
    undetermined: list[Recount] = []
    set_aside: list[Recount] = []
    for vote in loaded.votes:
        recount = recounted(vote, rule_for)
        if vote.twin in keys:
            set_aside.append(recount)
        elif recount.outcome is None or vote.recorded is None:
            undetermined.append(recount)
        else:
            compared.append(recount)
    return Audit(tuple(compared), tuple(undetermined), tuple(set_aside), loaded.problems)
