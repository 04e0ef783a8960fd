"""Finding votes: by symbol, day, outcome, who cast what, tally, and how far a text was from adoption.

Knows what each condition means for a vote that was recounted; all that are given must hold. Refuses to rank or show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lifecycle.errors import InputError, nearest_names, refuse
from lifecycle.model.ballots import Ballot
from lifecycle.model.counting import Finding, blockers
from lifecycle.model.rules import Kind, Outcome
from lifecycle.record.audit import Recount
from lifecycle.record.names import seat_codes
from lifecycle.record.votes import Vote, plain_symbol

AWAY = frozenset((Ballot.ABSENT, Ballot.NOT_PARTICIPATING))


def under_symbol(votes: Sequence[Vote], wanted: str) -> tuple[Vote, ...]:
    """The votes under a symbol or with a record's own key, in the record's order.

    Raises InputError (`unknown-symbol`) with the nearest symbols if there are none.
    """
    mark = plain_symbol(wanted)
    found = tuple(vote for vote in votes if mark in _marks(vote))
    if not found:
        known = dict.fromkeys(vote.symbol for vote in votes)
        near = nearest_names(wanted, known)
        message = f"no vote under {wanted!r}; a symbol reads S/RES/338, 338 or S/2016/846"
        if not any(map(str.isdigit, wanted)):
            message += "; `lifecycle record find --text` looks for words"
        raise refuse("unknown-symbol", message, nearest=near)
    return found


def one_under(votes: Sequence[Vote], wanted: str) -> Vote:
    """The only vote that `wanted` means. Raises InputError if there is none, or several to choose from."""
    found = under_symbol(votes, wanted)
    if len(found) > 1:
        keys = "; ".join(f"{vote.key} ({vote.day}, {vote.totals or 'no counts'})" for vote in found)
        raise refuse("several-votes", f"{len(found)} votes stand under {wanted!r}; name one by its key: {keys}")
    return found[0]


def _marks(vote: Vote) -> set[str]:
    return {plain_symbol(mark) for mark in (vote.symbol, vote.draft, vote.resolution, vote.key) if mark}


def distance(finding: Finding) -> int | None:
    """How many ballots must become yes for the text to be adopted; None while a ballot is unknown.

    The votes it lacks and the noes that block it are mended by the same changes, so the larger number counts.
    """
    if not finding.counted.complete:
        return None
    if finding.outcome is Outcome.ADOPTED:
        return 0
    short = finding.required - finding.counted.tally().yes
    noes = len(blockers(finding.counted, finding.rule)) if finding.rule.veto_counts(finding.kind) else 0
    return max(short, noes - finding.rule.vetoes_needed + 1 if noes else 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The conditions of a search; what is None or empty asks nothing.

    `cast` maps a ballot to seat codes; `away` are seats that were absent or did not participate. `tally` is
    yes-no-abstain; `text` are words of the title or the agenda, in any capitals.
    """

    since: date | None = None
    until: date | None = None
    outcome: Outcome | None = None
    kind: Kind | None = None
    special: str | None = None
    tally: tuple[int, int, int] | None = None
    distance: int | None = None
    would_have_been_vetoed: bool = False
    text: str | None = None
    cast: Mapping[Ballot, tuple[frozenset[str], ...]] = field(default_factory=dict)
    away: tuple[frozenset[str], ...] = ()

    def holds(self, recount: Recount) -> bool:
        """Whether the vote meets every condition."""
        vote, finding = recount.vote, recount.finding
        return (
            (self.since is None or vote.day >= self.since)
            and (self.until is None or vote.day <= self.until)
            and (self.outcome is None or recount.outcome is self.outcome)
            and (self.kind is None or finding.kind is self.kind)
            and (self.special is None or self.special in recount.classes)
            and (self.tally is None or self._has_tally(vote))
            and (self.distance is None or distance(finding) == self.distance)
            and (not self.would_have_been_vetoed or finding.would_have_been_vetoed is True)
            and (self.text is None or self.text.casefold() in f"{vote.title} {vote.agenda}".casefold())
            and self._voted_so(vote)
        )

    def _has_tally(self, vote: Vote) -> bool:
        totals = vote.totals
        return totals is not None and (totals.yes, totals.no, totals.abstain) == self.tally

    def _voted_so(self, vote: Vote) -> bool:
        asked = [({ballot}, seats) for ballot, several in self.cast.items() for seats in several]
        asked.extend((set(AWAY), seats) for seats in self.away)
        if not asked:
            return True
        pairs = list(zip(vote.roll.council.members, vote.roll.ballots, strict=True))
        return all(any(member.code in seats and b in ballots for member, b in pairs) for ballots, seats in asked)


def found(recounts: Iterable[Recount], wanted: Wanted) -> tuple[Recount, ...]:
    """The votes that meet every condition, in the record's order."""
    return tuple(recount for recount in recounts if wanted.holds(recount))


def seats_named(names: Iterable[str]) -> tuple[frozenset[str], ...]:
    """The seats behind names with commas between; a name that holds a comma itself stands alone."""
    seats: list[frozenset[str]] = []
    for words in names:
        try:
            seats.append(seat_codes(words))
        except InputError:
            if "," not in words:
                raise
            seats.extend(seat_codes(word) for word in words.split(",") if word.strip())
    return tuple(seats)


def tally_named(text: str) -> tuple[int, int, int]:
    """A tally written as yes-no-abstain.

    >>> tally_named("7-2-2")
    (7, 2, 2)

    Raises InputError for anything else.
    """
    parts = text.replace("\u2013", "-").split("-")
    if len(parts) == 3 and all(part.strip().isdecimal() for part in parts):
        yes, no, abstain = map(int, parts)
        return yes, no, abstain
    raise refuse("bad-tally", f"not a tally: {text!r}; write yes, no and abstain as 7-2-2")
