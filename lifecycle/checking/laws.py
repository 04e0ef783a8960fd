"""Every law the checker holds a rule and a table against.

Knows that each law which holds always has its twin: the case it speaks of must happen. Refuses to say any law itself;
those of the vote are in `vote_laws`, those of a life in `life_laws`.
"""

from __future__ import annotations

from lifecycle.checking.life_laws import LIFE_LAWS
from lifecycle.checking.properties import Law, Mode
from lifecycle.checking.vote_laws import VOTE_LAWS

STATED: tuple[Law, ...] = (*VOTE_LAWS, *LIFE_LAWS)
"""The laws as they were written down."""


def _twins() -> tuple[Law, ...]:
    """One twin for each case: laws on the same case share it."""
    found: dict[str, Law] = {}
    for law in STATED:
        if law.mode is not Mode.SOMETIMES:
            found.setdefault(law.given, law.twin())
    return tuple(found.values())


LAWS: tuple[Law, ...] = (*STATED, *_twins())
