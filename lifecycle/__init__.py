"""A formal model of the life of a Security Council draft resolution, that runs.

Knows the nine names a user of the library starts from and the module that defines each; loads a module only when its
name is asked for. Our own files never import through here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifecycle.checking.check import check
    from lifecycle.mining.miner import mine
    from lifecycle.model.ballots import Roll
    from lifecycle.model.council import Council
    from lifecycle.model.decision import decide
    from lifecycle.model.rules import Rule
    from lifecycle.scenario.loader import load
    from lifecycle.scenario.replay import replay

__version__ = "0.1.0"

__all__ = ["Council", "Roll", "Rule", "__version__", "check", "decide", "load", "mine", "replay"]

_HOMES = {
    "Council": "lifecycle.model.council",
    "Roll": "lifecycle.model.ballots",
    "Rule": "lifecycle.model.rules",
    "check": "lifecycle.checking.check",
    "decide": "lifecycle.model.decision",
    "mine": "lifecycle.mining.miner",
    "load": "lifecycle.scenario.loader",
    "replay": "lifecycle.scenario.replay",
}


def __getattr__(name: str) -> object:
    """Import the module that defines `name` on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'lifecycle' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
