"""One recorded vote: what was put to the vote, when, who cast which ballot, and how the record says it ended.

Knows the fields of a vote and how a document symbol is compared. Refuses to know how a file writes them (`rows`) and
whether the recorded outcome is right (`audit`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lifecycle.errors import NOWHERE, Place
from lifecycle.model.ballots import Roll, Tally
from lifecycle.model.rules import Outcome

DUPLICATE = re.compile(r"duplicate of (\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Totals:
    """The counts a record gives beside, or instead of, the ballots; `aside` is absent or not participating."""

    yes: int
    no: int
    abstain: int
    aside: int

    @classmethod
    def of(cls, tally: Tally) -> Totals:
        """The counts of a roll, the last two ballots as one."""
        return cls(tally.yes, tally.no, tally.abstain, tally.not_participating + tally.absent)

    def __str__(self) -> str:
        """As the UN writes it: yes-no-abstain, and who took no part, if any.

        >>> str(Totals(7, 1, 0, 3)), str(Totals(11, 2, 2, 0))
        ('7-1-0, 3 not taking part', '11-2-2')
        """
        taking = f", {self.aside} not taking part" if self.aside else ""
        return f"{self.yes}-{self.no}-{self.abstain}{taking}"


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as a record has it.

    `key` is the record's own number. `roll` is unknown where no breakdown is given; `totals` is None where no counts
    are. `recorded` is None where the file does not say how the vote ended. `nth` counts the votes under one symbol on
    one day, from 1, and `among` says how many there are. `extra` holds the columns this project does not read.
    """

    key: str
    day: date
    roll: Roll
    recorded: Outcome | None
    totals: Totals | None
    resolution: str = ""
    draft: str = ""
    meeting: str = ""
    title: str = ""
    agenda: str = ""
    note: str = ""
    without_vote: bool = False
    place: Place = NOWHERE
    nth: int = 1
    among: int = 1
    extra: Mapping[str, str] | None = None

    @property
    def symbol(self) -> str:
        """What people call it by: the resolution's symbol without the year, else the draft's, else the record's key."""
        return bare(self.resolution) or self.draft or self.key

    @property
    def twin(self) -> str | None:
        """The vote that this one repeats, if the record's note says so."""
        found = DUPLICATE.search(self.note)
        return found[1] if found else None

    @property
    def has_breakdown(self) -> bool:
        """Whether any member's ballot is known."""
        return self.roll.ballots.count(None) < len(self.roll.ballots)


def bare(resolution: str) -> str:
    """A resolution's symbol without the year behind it.

    >>> bare("S/RES/338(1973)"), bare("S/2016/846")
    ('S/RES/338', 'S/2016/846')
    """
    return _YEAR.sub("", resolution)


@lru_cache(maxsize=1 << 14)
def plain_symbol(symbol: str) -> str:
    """A symbol as it is compared: no spaces, capitals, the year of a resolution dropped; a bare number is a resolution.

    >>> plain_symbol("s/res/338 (1973)") == plain_symbol("338") == plain_symbol("S/RES/338")
    True
    >>> plain_symbol("S/4733/Rev. 1") == plain_symbol("S/4733/rev.1")
    True
    """
    squeezed = re.sub(r"\s+", "", symbol).upper()
    squeezed = _YEAR.sub("", squeezed)
    return f"S/RES/{squeezed}" if squeezed.isdecimal() else squeezed


_YEAR = re.compile(r"\s*\(\d{4}\)$")
