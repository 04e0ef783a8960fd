"""How far a step takes a draft: to its end, or ahead of a vote that is still to come.

Knows the steps before a vote and those that end a life, as far as the text commits to them. Refuses to know which draft
it is; that is `register`'s.
"""

from __future__ import annotations

from lifecycle.reading.readings import HYPOTHETICAL, NEGATED, OCCURRED, PLANNED, Reading
from lifecycle.wording.framed import OUTCOMES, Framed

_BEFORE_A_VOTE = frozenset(("discussed", "circulated", "submitted", "vote_scheduled", "adopted"))
"""Steps of which those to come leave a draft open; its adoption too, as long as it is hoped for."""


def ends(step: Framed, reading: Reading) -> bool:
    """Whether a draft has come to its end; of two steps told of it, that one says of which draft it is."""
    return step.rule.type in OUTCOMES and reading.modality == OCCURRED


def is_ahead(step: Framed, reading: Reading) -> bool:
    """Whether the step is one before a vote and still to come: a text of which it is told has not ended."""
    if step.rule.type == "adopted" and reading.reasons and reading.reasons[0] in {"if", "once it is"}:
        return False  # "as soon as a resolution is passed", of whichever it was
    to_come = {PLANNED, HYPOTHETICAL, NEGATED} if step.rule.type == "submitted" else {PLANNED, HYPOTHETICAL}
    return step.rule.type in _BEFORE_A_VOTE and reading.modality in to_come
