"""What is told of an amendment: its vote and its counts are no steps of the draft (GUIDE: amendments are no mentions).

Knows the clauses in which an amendment is the subject, or "it" and "the first" stand for one. Refuses to know what
becomes of the draft; wording that is changed in it is `codebook`'s.
"""

from __future__ import annotations

import re

_SUBJECT = re.compile(
    r"\bamendments?(?:,? (?:that|which|to|by|from|on|proposed|put|tabled|offered|drafted)\b"
    r"(?:(?!\b(?:draft|text|resolution)\b[^,;.]{0,40} (?:was|were)\b)[^,;.]){0,90}?,?)?"
    r"(?: (?:was|were|is|are|be|been|being|to|will|would|has|had|have|also|then|both|all|each|\w+ly))*\s\Z",
    re.IGNORECASE,
)
"""An amendment as the subject of what follows: "two amendments that Russia offered are to be voted on"."""
_CARRIED_ON = re.compile(
    r"\bamendments?\b(?:(?!\b(?:draft|text|resolution|council)\b)[^.])*?"
    r"(?:[;:-] ?(?:and |but )?(?:it|they|the (?:first|second|other|latter)|one|both)\b"
    r"|, (?:which|and it|and they|the first|the second)\b)(?:(?!\b(?:draft|text|resolution|council)\b)[^.])*\Z",
    re.IGNORECASE,
)
"""The same, told on behind it: "the amendment was rejected; it got six votes"."""
_BY_WINNING = re.compile(r"\bamendments?\b[^.,;]*, (?:with |and |each |both |only |just )*\Z", re.IGNORECASE)
_WINNING = re.compile(r"(?:winning|getting|receiving|gaining|garnering|drawing|having)\b", re.IGNORECASE)
_STANDS_FOR_IT = re.compile(r"\W*(?:It|They|The (?:first|second|other)|Both|One)\b(?: \w+){0,3} \Z")
_OPENS = re.compile(r"\W*(?:(?:An?|The|Its|His|Both|Two|Three|Another) )?(?:[\w.’'-]+ ){0,4}?amendments?\b")


def of_an_amendment(text: str, start: int, before: str) -> bool:
    """Whether a step at `start` of the sentence `text` is that of an amendment; `before` is the sentence before.

    >>> of_an_amendment("The amendment failed, winning three votes.", 22, "")
    True
    >>> of_an_amendment("An amendment failed and the Council adopted the text.", 36, "")
    False
    """
    told = text[:start]
    if _SUBJECT.search(told) or _CARRIED_ON.search(told) or (_WINNING.match(text, start) and _BY_WINNING.search(told)):
        return True
    return bool(_OPENS.match(before) and _STANDS_FOR_IT.fullmatch(told))
