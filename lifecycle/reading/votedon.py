"""Which draft a vote, a veto or a count is on where the words name none.

Knows that "the vote" is on a text that has ended or that one was spoken of, "the veto" on one that met it, and a count
on one that ended so. Refuses to know how the drafts of an article are told apart; the register does.
"""

from __future__ import annotations

from collections.abc import Container

from lifecycle.reading.entry import Entry
from lifecycle.reading.register import Register


def voted_on(register: Register) -> Entry | None:
    """The draft that a bare "the vote" means: one that has ended, else the current one."""
    return register.most([entry for entry in register.live if entry.ended]) or register.current()


def put_to_the_vote(register: Register, entry: Entry | None) -> Entry | None:
    """The draft on which a vote is set or put off: `entry`, or the one told most of.

    That one where of `entry` nothing is told, and no vote on it was spoken of.
    """
    told = [each for each in register.live if each.told]
    spoken_of = entry is None or entry.told or entry.awaited or entry.due
    return entry if spoken_of else register.most(told) or entry


def counted(register: Register, entry: Entry, ends: Container[str]) -> Entry:
    """The draft of which a count is told: `entry`, unless it ended otherwise than a text with so many votes `ends`.

    Then it is the one named last of those that did.
    """
    if entry.ended is None or entry.ended in ends:
        return entry
    ended_so = (each for each in register.live if each.ended and each.ended in ends)
    return max(ended_so, key=lambda each: (each.last, each.place), default=entry)


def vetoed(register: Register) -> Entry | None:
    """The draft that "the veto" means once some were vetoed: the one just spoken of, else the one told most of."""
    ended = [entry for entry in register.live if entry.ended == "vetoed"]
    return register.here if register.here in ended else register.most(ended)


def only_vetoed(register: Register) -> bool:
    """Whether all that is told is of texts that met a veto."""
    ends = [entry.ended for entry in register.live if entry.told]
    return bool(ends) and set(ends) == {"vetoed"}
