"""What the words behind a step make of it: "adoption is unlikely", "the veto of a text would be remembered".

Knows the codebook's cues to the right and which steps each may change. Refuses to know what stands before a step; that
is `modality`'s and `governing`'s.
"""

from __future__ import annotations

import re

from lifecycle.reading.readings import HYPOTHETICAL, OCCURRED, Answer
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import OUTCOMES, Framed

_NOUN_OF_DEED = re.compile(
    r"\b(?:abstention|(?:abandonment|withdrawal|postponement|deferral|submission|circulation|introduction)(?: of)?"
    r"|delay|pause|giving (?:it|them) up)$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"ed$|^\w+ed\b|\b(?:met|sat)$|^(?:met|sat|held|took|brought|gave|sent|went|drew|wrote|got|won|fell)\b|^votes\b"
    r"|^(?:was|were|has been|had been) "
)
"""A cue that tells what somebody did, so that what follows on another subject does not govern it."""


_FIRST_TO = re.compile(r"\b[Tt]he (?:first|last|only)(?: \w+)? to \Z")
_WOULD_BE = re.compile(r"[^.;,]{0,40}? (?:would|will|could|might|may) (?:\w+ )?be\b")


def would_be_the_first(text: str, end: int, before: str) -> bool:
    """Whether a step that ends at `end` is one to come: "the first to veto it would be China".

    >>> would_be_the_first("The first to veto it would be China.", 17, "The first to ")
    True
    """
    return bool(_FIRST_TO.search(before) and _WOULD_BE.match(text, end))


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
