"""What the words behind a step make of it: "adoption is unlikely", "the veto of a text would be remembered".

Knows the codebook's cues to the right and which steps each may change. Refuses to know what stands before a step; that
is `modality`'s and `governing`'s.
"""

from __future__ import annotations

import re

from lifecycle.mining.codebook import codebook
from lifecycle.mining.readings import HYPOTHETICAL, OCCURRED, Answer
from lifecycle.mining.steps import OUTCOMES, Framed

_NOUN_OF_DEED = re.compile(
    r"\b(?:abstention|(?:abandonment|withdrawal|postponement|deferral|submission|circulation|introduction)(?: of)?)$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"ed$|^\w+ed\b|^(?:met|sat|held|took|brought|gave|sent|went|drew|wrote|got|won|fell)\b|^votes\b"
    r"|^(?:was|were|has been|had been) "
)
"""A cue that tells what somebody did, so that what follows on another subject does not govern it."""


def said_behind_it(text: str, framed: Framed) -> Answer:
    """The answer of the words behind the step, or of an "if" right before it."""
    right = text[framed.end : framed.end + 90]
    deed = _DEED.search(text[framed.start : framed.end])
    for rule in codebook().right:
        fits = {
            "would": (framed.rule.type in OUTCOMES or _NOUN_OF_DEED.search(text, 0, framed.end)) and not deed,
            "hoped": not (deed or text.startswith("under", framed.start)),
            "to-come": framed.rule.type == "discussed",
        }.get(rule.id, True)
        if fits and rule.cue.search(right):
            return rule.makes, rule.id
    before = text[max(0, framed.start - 8) : framed.start]
    return (HYPOTHETICAL, "if") if re.search(r"\bif (?:\w+ )?$", before, re.IGNORECASE) else (OCCURRED, "")
