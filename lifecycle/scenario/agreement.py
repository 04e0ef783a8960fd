"""What contradicts what about a draft.

Knows the noun, and how a tally or a member's ballot that is reported is held against the ballots a scenario gives.
Refuses to say which of the two is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lifecycle.errors import InputError
from lifecycle.mining.mined import BALLOTS
from lifecycle.model.ballots import Roll
from lifecycle.scenario.scenario import Report


@dataclass(frozen=True, slots=True)
class DraftConflict:
    """Two sources, or a source and the machine, that cannot both be right; `between` names the mentions."""

    draft: str
    about: str
    between: tuple[str, ...]
    text: str

    def to_json(self) -> dict[str, object]:
        """The entry in the document `replay --json` prints."""
        return {"draft": self.draft, "about": self.about, "between": list(self.between), "text": self.text}


def against_ballots(draft: str, roll: Roll, reports: Iterable[Report]) -> Iterator[DraftConflict]:
    """What `reports` say of the vote on `draft` that no way of filling in the unknown ballots of `roll` makes true."""
    for report in reports:
        for text in (*_miscounted(roll, report), *_miscast(roll, report)):
            yield DraftConflict(draft, "votes", report.mentions, text)


def _miscounted(roll: Roll, report: Report) -> Iterator[str]:
    unknown = roll.ballots.count(None)
    for side, least, most in report.counts:
        cast = roll.ballots.count(BALLOTS[side])
        if cast > most or cast + unknown < least:
            said = str(least) if least == most else f"{least} to {most}"
            yield f"{said} {side.replace('_', ' ')} are reported, the ballots have {cast}"


def _miscast(roll: Roll, report: Report) -> Iterator[str]:
    for side, names in report.votes.items():
        for name in names:
            try:
                ballot = roll.of_member(roll.council.find(name))
            except InputError:  # the press names a state without a seat; the miner's business
                continue
            if ballot not in {BALLOTS[side], None}:
                yield f"{name} is reported {side.replace('_', ' ')}, the ballots have {ballot}"
