"""A step as one sentence tells it: a cue that stands in one of its frames, and the kinds of steps there are.

Knows the place of the cue, its clause, and the draft named with it. Refuses to know how it is found (`steps`), and
whether the step happened.
"""

from __future__ import annotations

from dataclasses import dataclass

from lifecycle.wording.codebook import StepRule
from lifecycle.wording.drafts import Reference

VOTES = frozenset(("voted", "vote_scheduled", "adopted", "postponed"))
OUTCOMES = frozenset(("adopted", "vetoed", "failed"))
VOTED_ON = OUTCOMES | {"voted"}
"""Steps that happen at the vote: once to a draft, and never by anyone's plan."""
SPONSORS_DO = frozenset(("submitted", "circulated", "withdrawn"))
"""Steps that the sponsors of a text take."""
PROCESS = frozenset(("discussed", "circulated", "revised", "submitted", "vote_scheduled", "postponed"))


@dataclass(frozen=True, slots=True)
class Framed:
    """A cue at `start`..`end` of its sentence, the rule that found it, its clause, and the draft named with it."""

    rule: StepRule
    start: int
    end: int
    clause: tuple[int, int]
    reference: Reference | None
