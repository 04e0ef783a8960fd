"""Votes that an article only looks ahead to: "clashes went on ahead of a UN vote".

Knows that one told so is still to come where the article knows no outcome, and in a headline "ahead of" it always.
Refuses to know the words that set a vote ahead; those are `forecasts`'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lifecycle.mining.forecasts import vote_ahead
from lifecycle.mining.found import Found
from lifecycle.mining.readings import OCCURRED, PLANNED, Reading
from lifecycle.mining.register import Register


def awaited(found: Sequence[Found], register: Register) -> list[Found]:
    """The mentions of an article, those of a vote which it looks ahead to told as planned."""
    held = any(entry.ended for entry in register.live) or any(
        each.framed.rule.type == "voted" and each.reading.modality == OCCURRED and not _ahead_of_it(each)
        for each in found
    )
    return [each if held and not _heads_it(each) else _still_to_come(each) for each in found]


_AHEAD_OF = re.compile(r"\b(?:ahead|eve) of\b", re.IGNORECASE)


def _heads_it(found: Found) -> bool:
    """Whether a headline looks ahead to the vote; "before" also tells of one that was held."""
    return found.sentence.headline and bool(_AHEAD_OF.search(found.sentence.text))


def _still_to_come(found: Found) -> Found:
    if not _ahead_of_it(found):
        return found
    rule = replace(found.framed.rule, type="vote_scheduled")
    return replace(found, framed=replace(found.framed, rule=rule), reading=Reading(PLANNED, ("ahead of it",), False))


def _ahead_of_it(found: Found) -> bool:
    step, text = found.framed, found.sentence.text
    return step.rule.id == "voted-held" and vote_ahead(text[: step.start], text[step.start : step.end])
