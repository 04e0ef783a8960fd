"""What texts are about: the states whose quarrel is one.

Knows which states a text on one matter may be named by. Refuses to know what a text says of itself (`wording.drafts`),
and what an article is about.
"""

from __future__ import annotations

ONE_MATTER = (
    frozenset(("ISR", "PSE", "LBN")),
    frozenset(("UKR", "RUS", "GEO")),
    frozenset(("PRK", "KOR")),
    frozenset(("SDN", "SSD")),
    frozenset(("ETH", "ERI", "SOM", "DJI")),
    frozenset(("IRQ", "KWT")),
    frozenset(("SYR", "LBN", "TUR", "IRQ")),
    frozenset(("COD", "RWA", "BDI", "UGA")),
    frozenset(("SRB", "BIH", "HRV")),
)
"""States whose quarrel is one: a text on one of them may be called one on the other."""


def two_matters(one: str | None, other: str | None) -> bool:
    """Whether two texts are about states, by code, whose quarrels have nothing to do with each other."""
    return bool(one and other and one != other) and not any({one, other} <= quarrel for quarrel in ONE_MATTER)
