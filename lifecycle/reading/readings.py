"""What a text may commit to when it names a step, and what gave the answer.

Knows the five modalities of the annotation guide. Refuses to know how a sentence is read; that is `modality`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

OCCURRED, PLANNED, HYPOTHETICAL, NEGATED, HISTORY = "occurred", "planned", "hypothetical", "negated", "history_other"


@dataclass(frozen=True, slots=True)
class Reading:
    """A modality and the cue that gave it; `history` says that the step is told as another draft's."""

    modality: str
    reasons: tuple[str, ...]
    history: bool


Answer = tuple[str, str]
"""A modality and the name of what gave it."""
