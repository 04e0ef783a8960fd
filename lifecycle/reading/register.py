"""Which draft a mention means, within one article.

Knows the drafts an article has named so far, by sponsors, rivalry, symbol and order, and keeps earlier and unnamed ones
apart from the live ones. Refuses to know what other articles say; `mining.sametext` tells which of their drafts are
these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lifecycle.reading.entry import Entry, Hint, share_state
from lifecycle.wording.drafts import Reference
from lifecycle.wording.epithets import fitting, of_another_length
from lifecycle.wording.sponsors import BLOCS, share

TOLD_OF = 3
"""A draft of which so much was told is no news to the reader."""
MOST_RIVALS = 2
"""Beside so many texts "a third" is another."""
TOLD_APART = 6
"""The most drafts that an article tells apart by their matter or length."""
MOST = 40
"""The most drafts that one article is believed to tell apart."""


@dataclass(slots=True)
class Register:
    """The drafts of one article, in the order in which it names them; `live`, those of today's story.

    `old` is the last sentence that told of texts of another time alone; `two`: the article speaks of two texts at once.
    `vetoed_then` is the last sentence that told of the veto of such a text.
    `pointed` is the draft named last, to which "that text" points over the end of a paragraph.
    `pair` are the two of which sentence `paired` says "the former" and "the latter", in either order.
    """

    entries: list[Entry] = field(default_factory=list)
    live: list[Entry] = field(default_factory=list)
    here: Entry | None = None
    old: int = -2
    two: bool = False
    vetoed_then: int = -2
    pointed: Entry | None = None
    pair: list[Entry] = field(default_factory=list)
    paired: int = -1

    def name(self, reference: Reference, sentence: int, hint: Hint) -> Entry | None:
        """The live draft that `reference` names, new if it fits none; None for one that names no single live text."""
        if reference.plural or (reference.number and not reference.head.startswith("draft")):
            return None
        beaten = len(self.live) == 1 and self.live[0].ended in {"vetoed", "failed"}
        if reference.turn == "new" and beaten and not hint.ends:
            self.new()  # "the new text", once the one before it did not pass
        if reference.turn == "that" and self.pointed not in self.live:
            reference = replace(reference, turn=None)
        if reference.turn == "other" and any(share(entry.backers, reference.sponsors) for entry in self.live):
            return self._second_of(reference.sponsors, sentence)
        second_alone = reference.turn == "first" and len(self.live) == 1 and self.live[0].again
        if reference.turn and (len(self.live) > 1 or not reference.head or second_alone):
            there = self._in_turn(reference.turn, sentence)
            there.backers, there.symbol = there.backers or hint.by, there.symbol or reference.symbol
            return there
        if (called := self._called(reference)) is not None:
            called.last, self.here, self.pointed = sentence, called, called
            return called
        sponsors = reference.sponsors or hint.subject
        if reference.again and not reference.definite and not self.live:
            self.new()  # a second presupposes another, of which the text has yet to speak
        if reference.rival and not self.live and not hint.owner:
            self.new()  # and so does a rival
        entry = self._match(reference, sponsors, hint)
        if entry is not None and of_another_length(reference.called, "\n".join(entry.said)):
            entry = None
        if entry is not None and entry.about_another(reference):
            entry = self.most([each for each in self.live if each.about == reference.about])
        if entry is None:
            entry = self.new(sponsors or hint.by, reference.symbol, rival=reference.rival)
        entry.backers = tuple(dict.fromkeys((*entry.backers, *sponsors)))
        entry.backers = entry.backers or hint.by
        entry.opponents.update(hint.against)
        entry.symbol, entry.about = entry.symbol or reference.symbol, entry.about or reference.about
        entry.again = entry.again or reference.again or reference.fresh
        entry.last, self.here, self.pointed = sentence, entry, entry
        entry.hear(reference.said)
        return entry

    def _called(self, reference: Reference) -> Entry | None:
        """The live draft that is called by its matter or its length among others: "the aid text", "the longer one"."""
        apart = 2 <= len(self.live) <= TOLD_APART and reference.definite and reference.called
        if not apart or reference.symbol:
            return None
        theirs = [e for e in self.live if not reference.sponsors or share(e.backers, reference.sponsors)]
        place = fitting(reference.called, ["\n".join(e.said) for e in theirs])
        return None if place is None else theirs[place]

    def _second_of(self, sponsors: tuple[str, ...], sentence: int) -> Entry:
        """The second text of the same sponsors: "the other Chinese text"."""
        theirs = [entry for entry in self.live if share(entry.backers, sponsors)]
        entry = theirs[-1] if len(theirs) > 1 else self.new(sponsors)
        entry.last, self.here = sentence, entry
        return entry

    def _in_turn(self, turn: str, sentence: int) -> Entry:
        """The live draft that stands there in its turn: "the second", "the latter", "the other"."""
        while len(self.live) < 2:
            self.new()
        last = sorted(self.live, key=lambda entry: (entry.last, entry.place))
        self.pair = last[-2:] if turn in {"former", "latter"} and self.paired != sentence else self.pair
        self.paired = sentence if turn in {"former", "latter"} else self.paired
        by_turn = {
            "second": self.live[1],
            "third": self.live[min(2, len(self.live) - 1)],
            "new": next((each for each in reversed(self.live) if not each.closed), self.live[-1]),
            "that": self.pointed if self.pointed in self.live else last[-1],
            "former": self.pair[0] if self.pair else last[-2],
            "latter": self.pair[-1] if self.pair else last[-1],
            "other": next(each for each in reversed(last) if each is not self.here),
        }
        entry = by_turn[turn] if turn != "first" else self._first()
        entry.last, self.here = sentence, entry
        return entry

    def _first(self) -> Entry:
        """The first live draft that nobody called a second; a new one if all are."""
        return next((each for each in self.live if not each.again), None) or self.new()

    def new(self, sponsors: tuple[str, ...] = (), symbol: str | None = None, *, rival: bool = False) -> Entry:
        """A draft the article had not named before; the last again once there are more than an article tells of."""
        if len(self.live) >= MOST:
            return self.live[-1]
        entry = Entry(len(self.entries), sponsors, symbol, rival)
        self.entries.append(entry)
        self.live.append(entry)
        return entry

    def _match(self, reference: Reference, sponsors: tuple[str, ...], hint: Hint) -> Entry | None:
        live, main = self.live, self.main
        if reference.symbol and (same := [e for e in live if e.symbol == reference.symbol]):
            return same[0]
        if sponsors:
            return self._sponsored(reference, sponsors, hint)
        if hint.ends == "adopted" and not reference.definite and main is not None and "withdrawn" in main.told:
            return None  # "adopted a resolution", where the text told of was withdrawn
        if reference.ended and (beaten := [e for e in live if e.ended in {"failed", "vetoed"}]):
            return self.most(beaten)
        if reference.new and not reference.definite and main is not None and hint.ahead and main.only_due:
            return main  # "to vote on a text", says the headline; "will vote on another text", the article
        another = self._tells_of_another(reference, hint)
        ended = main is not None and (main.ended or hint.beaten or (main.closed and reference.again))
        apart = (ended and another) or (reference.new and not reference.definite)
        if hint.by and not apart and (own := [e for e in live if set(e.backers) & set(hint.by)]):
            return self.most(own)
        if reference.rival:
            rivals = [e for e in live if e.rival] or live[1:]
            return rivals[0] if rivals else None
        waiting = [e for e in live if e.waits and not (hint.by and e.cannot_be_of(hint.by))]
        if reference.fresh and not reference.definite and waiting:
            return waiting[-1]
        if another and not reference.definite and live:
            untold = (e for e in live if not (e.mentions or e.backers or e.ended or e.rival))
            return next(untold, None) if reference.again else None if reference.new else self._to_come(hint)
        if live and not reference.definite and self._fits_none(hint):
            return None
        return self.fitting(self.here if reference.definite else main, hint)

    def _to_come(self, hint: Hint) -> Entry | None:
        """The draft already spoken of as one to come, now that the main one has ended."""
        main = self.main
        after = (e for e in reversed(self.live) if main is not None and e.place > main.place and not e.rival)
        return next((e for e in after if not (e.closed or e.cannot_be_of(hint.by))), None)

    def _tells_of_another(self, reference: Reference, hint: Hint) -> bool:
        """Whether the words that name a draft, and what is told of the main one, make it another."""
        main = self.main
        ended, told = main is not None and (main.ended or hint.beaten), main is not None and main.told
        third = reference.again and len(self.live) == MOST_RIVALS and any(entry.rival for entry in self.live)
        return bool(
            third
            or reference.new
            or (reference.head == "compromise" and len(self.live) > 1 and hint.ahead)
            or (ended and (hint.ahead or reference.again))
            or (main is not None and main.closed and (hint.ahead or reference.again))
            or (told and hint.ahead and reference.again)
        )

    def _fits_none(self, hint: Hint) -> bool:
        """Whether no live draft can be "a text" that others bring or veto, or that comes once all have ended."""
        return (
            all(e.vetoed_by_others(hint) for e in self.live)
            or (bool(hint.by) and all((hint.ahead and e.closed) or e.cannot_be_of(hint.by) for e in self.live))
            or all(share_state(e.backers, hint.against) for e in self.live)
        )

    def _sponsored(self, reference: Reference, sponsors: tuple[str, ...], hint: Hint) -> Entry | None:
        another = (reference.again or reference.fresh) and not reference.definite
        live = [e for e in self.live if not (e.ended_otherwise(hint.ends) or (another and (e.closed or hint.beaten)))]
        exact = [e for e in live if set(e.backers) & set(sponsors)]
        shared = exact or [e for e in live if share(e.backers, sponsors)]
        if shared:
            return max(shared, key=lambda e: (len(set(e.backers) & set(sponsors)), -e.place))
        # "A Qatari text" and a compromise that Italy drafted are not what was told of all along.
        brings = (reference.adjective or reference.head == "compromise") and not reference.definite
        apart = reference.new and not reference.definite  # "a separate Peruvian text" is not the one told of
        unknown = [
            e
            for e in live
            if not (e.backers or e.opponents & set(sponsors))
            and not (brings and e.mentions >= TOLD_OF and not e.vetoed_by(hint))
            and not (apart and e.last >= 0)
            and not (hint.ends and not reference.definite and (e.waits or (hint.earlier and e.pending)))
            and not (hint.ahead and e.closed and len(live) > 1)
        ]
        if reference.rival and live:
            return next((e for e in unknown if e.rival), None)
        if unknown:
            in_force = reference.definite and reference.head == "resolution"
            return max(unknown, key=lambda e: (e.rival, in_force and e.ended == "adopted", -e.place))
        told = (len(sponsors) > 1 and not self.two) or not any(entry.sponsors for entry in live)
        follows = reference.definite and told and not (reference.adjective or reference.own) and len(self.live) == 1
        only = live[0] if len(self.live) == 1 and live else None
        backed = only is not None and reference.definite and not reference.own and set(only.backers) <= set(BLOCS)
        return live[0] if (follows and live) or backed else None  # "the Russian-drafted text", first called Arab-backed

    def fitting(self, entry: Entry | None, hint: Hint) -> Entry | None:
        """`entry`, or another live draft whose sponsors suit better.

        Nobody vetoes its own text, and who withdraws or submits one is its sponsor. None where the states that bring a
        text are those that stopped `entry`: theirs is another.
        """
        live = self.live
        entry = entry if entry in live else self.main
        if entry is None:
            return None
        if hint.owner and (own := [e for e in live if share_state(e.backers, hint.owner)]):
            return self.most(own)
        if hint.by and not share(entry.backers, hint.by):
            theirs = self.most([e for e in live if share(e.backers, hint.by)])
            return theirs or (None if entry.closed and entry.opponents & set(hint.by) else entry)
        if hint.against and share_state(entry.backers, hint.against):
            others = [e for e in live if not share_state(e.backers, hint.against)]
            return self.most([e for e in others if e.vetoed_by(hint)] or others) or entry
        return entry

    def open(self) -> Entry | None:
        """The live draft that has yet to come to its end, if something was told of one: the last named of them."""
        return max(
            (e for e in self.live if not e.closed and (e.mentions or e.rival or e.backers)),
            key=lambda e: (e.last, -e.place),
            default=None,
        )

    def has_one_of(self, states: Sequence[str]) -> bool:
        """Whether one of the `states` put a live draft forward."""
        return any(share_state(entry.backers, states) for entry in self.live)

    @property
    def main(self) -> Entry | None:
        """The draft the article is about: nobody's rival if it can be, and of those the one named most often."""
        return self.most([entry for entry in self.live if not entry.rival] or self.live)

    def most(self, entries: Sequence[Entry]) -> Entry | None:
        """Of some drafts the one most often told of, of equals the first; None of none."""
        return max(entries, key=lambda entry: (entry.mentions, -entry.place), default=None)

    def current(self) -> Entry | None:
        """The draft meant where none is named: the last one of which something was told, else the main one."""
        here = self.here
        return here if here is not None and here.live and (here.mentions or len(self.live) == 1) else self.main

    def turn_back(self) -> None:
        """A new paragraph speaks of the main draft, until another is named."""
        if self.here in self.live:
            self.here = self.main

    def led(self, states: tuple[str, ...]) -> Entry | None:
        """The live draft of the `states` that lead an effort: theirs, or one of nobody yet that is no rival's."""
        if not states:
            return None
        if own := [entry for entry in self.live if share_state(entry.backers, states)]:
            return self.most(own)
        free = next(
            (e for e in self.live if not (e.backers or e.rival or share_state(tuple(e.opponents), states))), None
        )
        if free is not None:
            free.backers = states
        return free

    def ending(
        self, entry: Entry, outcome: str, *, why_open: bool = False, own: bool = False, again: bool = False
    ) -> Entry:
        """The draft that ended so: `entry`, unless it ended otherwise; then another that did not, or a new one.

        `why_open`: the words say that it did not pass, and leave open whether for want of votes or by a veto.
        `own`: the draft is that of the state that vetoed one; nobody vetoes its own. `again`: the words point to a
        text whose end may have been told before.
        """
        if {entry.ended, outcome} == {"failed", "vetoed"} and (why_open or entry.why_open) and not own:
            entry.ended, entry.why_open = "vetoed", False
            return entry
        if entry.ended is None and again and (done := [e for e in self.live if e.ended == outcome]):
            self.here = done[0]
            return done[0]
        if entry.ended is None:
            entry.why_open = why_open
        if entry.ended not in {None, outcome}:
            free = [e for e in self.live if e.ended in {None, outcome} and e is not entry]
            entry = free[0] if free else self.new()
            self.here = entry
        entry.ended = outcome
        return entry

    def owe(self, entry: Entry, sponsors: tuple[str, ...]) -> None:
        """Give `entry` its `sponsors`, if they were thought those of another, which has ended in another way."""
        if sponsors and not entry.backers:
            for each in self.live:
                each.backers = tuple(backer for backer in each.backers if backer not in sponsors)
            entry.backers = sponsors

    def other(self, words: str) -> Entry:
        """A draft of another time, known by these words alone."""
        entry = Entry(len(self.entries), live=False, words=[words])
        self.entries.append(entry)
        return entry

    def several(self) -> Entry:
        """Several drafts spoken of as one ("the rival resolutions"): what is told of them is told of the main one.

        Where the article has named none yet, the first of two.
        """
        if self.main is None:
            self.new()
            self.new()
        return self.main or self.live[0]

    def of_others(self, reference: Reference) -> Entry | None:
        """What stands for several drafts of a state, beside the main one which has ended: "two Russian texts"."""
        main, whose = self.main, reference.sponsors
        if main is None or not main.ended or reference.definite or not whose or len(whose) > 1:
            return None
        if not reference.rival and (not main.backers or share(main.backers, whose)):
            return None
        theirs = [e for e in self.live if e is not main and share(e.backers, whose)]
        return theirs[0] if theirs else self.new(whose, rival=reference.rival)
