"""Which draft a mention means, within one article.

Knows the drafts an article has named so far, by sponsors, rivalry and order, and keeps earlier and unnamed ones apart
from the live ones. Refuses to know what other articles say; `stories` joins the registers.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lifecycle.mining.drafts import Reference


@dataclass(slots=True)
class Entry:
    """A draft of an article. `sponsors` are codes; `last` is the sentence that named it last; `live` is not history."""

    place: int
    sponsors: tuple[str, ...] = ()
    symbol: str | None = None
    rival: bool = False
    live: bool = True
    last: int = -1
    words: list[str] = field(default_factory=list)
    mentions: int = 0
    ended: str | None = None


@dataclass(slots=True)
class Register:
    """The drafts of one article, in the order in which it names them."""

    entries: list[Entry] = field(default_factory=list)
    here: Entry | None = None

    @property
    def live(self) -> list[Entry]:
        """The drafts of today's story."""
        return [entry for entry in self.entries if entry.live]

    def name(self, reference: Reference, sentence: int, subject: str | None) -> Entry | None:
        """The live draft that `reference` names, new if it fits none; None for one that names no single live text.

        `subject` is the code of the state that "its own" means.
        """
        if reference.plural or (reference.number and not reference.head.startswith("draft")):
            return None
        sponsors = reference.sponsors or ((subject,) if reference.own and subject else ())
        entry = self._match(reference, sponsors)
        if entry is None:
            entry = Entry(len(self.entries), sponsors, reference.symbol, reference.rival)
            self.entries.append(entry)
        entry.sponsors = tuple(dict.fromkeys((*entry.sponsors, *sponsors)))
        entry.symbol = entry.symbol or reference.symbol
        entry.last, self.here = sentence, entry
        return entry

    def _match(self, reference: Reference, sponsors: tuple[str, ...]) -> Entry | None:
        live = self.live
        if reference.symbol and (same := [e for e in live if e.symbol == reference.symbol]):
            return same[0]
        if sponsors:
            shared = [e for e in live if set(e.sponsors) & set(sponsors)]
            if shared:
                return shared[0]
            unknown = [e for e in live if not e.sponsors]
            rival = reference.rival or (reference.own and live)
            return unknown[0] if unknown and not rival else None
        if reference.rival:
            rivals = [e for e in live if e.rival] or live[1:]
            return rivals[0] if rivals else None
        if not live:
            return None
        if reference.definite and self.here in live:
            return self.here
        return self.main

    @property
    def main(self) -> Entry | None:
        """The draft the article is about: the one named most often, of equals the first."""
        return max(self.live, key=lambda entry: (entry.mentions, -entry.place), default=None)

    def current(self) -> Entry | None:
        """The draft meant where none is named: the last one, else the main one."""
        return self.here if self.here in self.live else self.main

    def ending(self, entry: Entry, outcome: str) -> Entry:
        """The draft that ended so: `entry`, unless it ended otherwise; then another that did not, or a new one."""
        if entry.ended not in {None, outcome}:
            free = [e for e in self.live if e.ended in {None, outcome} and e is not entry]
            entry = free[0] if free else Entry(len(self.entries))
            if not free:
                self.entries.append(entry)
            self.here = entry
        entry.ended = outcome
        return entry

    def other(self, words: str) -> Entry:
        """A draft of another time, known by these words alone."""
        entry = Entry(len(self.entries), live=False, words=[words])
        self.entries.append(entry)
        return entry
