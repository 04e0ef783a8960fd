"""A draft of one article: who put it forward, what is told of it, and whether more can come of it.

Knows also what a step's own words hint at about the draft they mean. Refuses to know which draft a mention means; that
is `register`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lifecycle.wording.drafts import Reference
from lifecycle.wording.matters import two_matters
from lifecycle.wording.nations import PERMANENT
from lifecycle.wording.sponsors import BLOCS, share

NAMES = 4
"""So many of a draft's names are kept, so that a long article costs no more than its length."""


@dataclass(slots=True)
class Entry:
    """A draft of an article. `backers` are codes of states and names of groups that put it forward.

    `last` is the sentence that named it last; `live` is not history. `vetoers` cast a veto on it, as far as it is told;
    `told` are the types of steps told of it as done. `due`: a vote on it is announced; `again`: it was called
    a second one; `awaited`: a vote on it, or its adoption, was spoken of as one to come. `about`: the code of the state
    that it is on, where that was told right behind its name; `said`, what stood in and behind its names.
    """

    place: int
    backers: tuple[str, ...] = ()
    symbol: str | None = None
    rival: bool = False
    live: bool = True
    last: int = -1
    words: list[str] = field(default_factory=list)
    mentions: int = 0
    ended: str | None = None
    why_open: bool = False
    opponents: set[str] = field(default_factory=set)
    vetoers: tuple[str, ...] = ()
    told: set[str] = field(default_factory=set)
    due: bool = False
    again: bool = False
    awaited: bool = False
    about: str | None = None
    said: list[str] = field(default_factory=list)

    def about_another(self, reference: Reference) -> bool:
        """Whether it is about another state than a text that is named with one: "a draft on Chad", "a text on Peru"."""
        return two_matters(self.about, reference.about)

    def cannot_be_of(self, states: Sequence[str]) -> bool:
        """Whether others put it forward, or these vetoed it."""
        return bool(self.opponents & set(states)) or bool(self.backers and not share(self.backers, states))

    def hear(self, said: str) -> None:
        """Keep what stands in and behind one of its first names: later ones say no more of what it is about."""
        if len(self.said) < NAMES:
            self.said.append(said)

    @property
    def waits(self) -> bool:
        """Whether a vote on it was put off, and none is told to have come."""
        return "postponed" in self.told and self.ended is None

    @property
    def pending(self) -> bool:
        """Whether a vote on it is announced or was put off, and none is told to have come."""
        return self.waits or (self.due and self.ended is None)

    @property
    def only_due(self) -> bool:
        """Whether nothing is known of it but that the headline announces a vote."""
        return self.due and self.last == 0 and not (self.told or self.backers or self.ended)

    def vetoed_by(self, hint: Hint) -> bool:
        """Whether the veto that a step tells is the one that it met."""
        return self.ended == hint.ends == "vetoed" and bool(set(hint.against) & set(self.vetoers))

    def vetoed_by_others(self, hint: Hint) -> bool:
        """Whether it met a veto, and a step tells of the veto of a text by none of those who cast it."""
        met = self.ended == hint.ends == "vetoed" and self.vetoers and hint.against
        return bool(met) and set(hint.against) <= PERMANENT and not set(hint.against) & set(self.vetoers)

    @property
    def closed(self) -> bool:
        """Whether nothing more can come of it."""
        return self.ended is not None or "withdrawn" in self.told

    def ended_otherwise(self, outcome: str | None) -> bool:
        """Whether it is known to have ended in another way: one that did not pass is not the one that was adopted."""
        return bool(self.ended and outcome and (self.ended == "adopted") != (outcome == "adopted"))

    @property
    def sponsors(self) -> tuple[str, ...]:
        """The codes of the states among the backers."""
        return tuple(backer for backer in self.backers if backer not in BLOCS)


@dataclass(frozen=True, slots=True)
class Hint:
    """What the step at a reference says of the draft's sponsors: `by` put it forward, `against` vetoed it.

    `subject` is who "its own" means; `owner` acts for a draft, so it is one of its own if it has one. `ahead`: the step
    is one before a vote and still to come, or brings a new text. `beaten`: the sentence has just told of a text that
    did not pass. `ends`: the outcome that is told of the draft itself; `earlier`: what it is told with came after that.
    """

    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    ahead: bool = False
    beaten: bool = False
    ends: str | None = None
    earlier: bool = False


def share_state(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether a state, not a group, is in both."""
    return bool(set(first) & set(second))
