"""Whose doings an article tells: the Security Council's, or those of another body that votes and adopts too.

Knows the names of the Council and of assemblies and parliaments, and that talk of another body goes on for some
sentences. Refuses to know what anybody did.
"""

from __future__ import annotations

import re

_BODY = re.compile(
    r"Security Council|UNSC|\bCouncil (?:members|table|session)|United Nations"
    r"|U\.?N\.? (?:\w+ )?(?:council|draft|resolution|veto|text|vote|envoy|ambassador)",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"resolution|draft|veto|abstain|abstention|votes? (?:in favou?r|against)|majority|\btexts?\b|the measure\b"
    r"|[Cc]ouncil\b[^.\n]{0,80}?\b(?:vot|adopt|extend|renew|authori|impos|approv|eas)"
)
_COUNCIL = re.compile(r"(?<!eace and )[Ss]ecurity [Cc]ouncil|SECURITY COUNCIL|UNSC|\b15-(?:member|nation|strong)")
_ASSEMBLY = re.compile(
    r"General Assembly|UNGA|[Aa]ssembly members|[Tt]he assembly|Congress\b|Senate\b|House of"
    r"|[Rr]ights [Cc]ouncil|Peace and Security Council|Geneva forum|47-(?:member|nation)"
    r"|(?<!told )(?<!told the )[Pp]arliament"
)
_OURS = re.compile(_COUNCIL.pattern + r"|U\.?N\.? (?:\w+ )?(?:resolution|draft|veto|vote|text)")
_DO = r"\b(?:vot|adopt|pass|approv|debat|resolution)"
_ACTS = re.compile(
    rf"(?:{_ASSEMBLY.pattern})[^.;]{{0,60}}?{_DO}|{_DO}\w*[^.;]{{0,40}}?\b(?:by|in|at) (?:the )?(?:{_ASSEMBLY.pattern})"
)
"""What another body does that could be taken for the Council's doing."""
_OTHERS = ("ssembl", "UNGA", "Congress", "Senate", "House of", "ights", "eace and", "Geneva", "47-", "arliament")
"""Letters of which one stands in every name of another body: a cheap first test."""
LINGERS = 5
"""For how many sentences the talk stays with another body that was named, if the Council is not named again."""
LEAD = 400
"""So many characters at the top say what an article is about: with the Council in them, not another body."""


def tells_of_the_council(text: str) -> bool:
    """Whether an article names the Council and something that it votes on.

    >>> [tells_of_the_council(f"The {body} council met on a draft.") for body in ("UN", "village")]
    [True, False]
    """
    return bool(_BODY.search(text) and _STORY.search(text))


class Talk:
    """Which body the talk of one article is about, sentence by sentence."""

    def __init__(self, text: str) -> None:
        others = any(word in text for word in _OTHERS) and len(_ASSEMBLY.findall(text))
        self._others = bool(others)
        self._abroad = others > 0 and others > len(_COUNCIL.findall(text)) and not _OURS.search(text, 0, LEAD)
        self._lingers = 0

    def is_elsewhere(self, sentence: str) -> bool:
        """Whether the next sentence speaks of another body than the Council."""
        if not self._others:
            return False
        if _COUNCIL.search(sentence):
            self._lingers = 0
            return False
        self._lingers = LINGERS if _ACTS.search(sentence) else max(0, self._lingers - 1)
        return self._lingers > 0 or self._abroad
