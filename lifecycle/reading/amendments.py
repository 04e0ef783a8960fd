"""What is told of an amendment or of procedure: its vote and its counts are no steps of the draft.

Knows the clauses in which an amendment or a procedural vote is the subject, and the counts told on behind it (they
are no mentions). Refuses to know what becomes of the draft; wording that is changed in it is `codebook`'s.
"""

from __future__ import annotations

import re

_NOUN_PHRASE = (
    r"(?:(?:an?|the|its|his|their|both|all|two|three|four|five|several|another|one|each|neither|of|oral|written"
    r"|proposed|draft|rival|separate|other|last-minute|second|first|(?-i:[A-Z])[\w.’'-]*) ){0,5}"
    r"(?:amendments?|procedural (?:vote|motion))\b"
)
_WHICH = (
    r"(?:,? (?:that|which|to|by|from|on|proposed|put|tabled|offered|drafted)\b"
    r"(?:(?!\b(?:and|but|then|was|were|failed|draft (?:was|were))\b)[^,;.]){0,90}?,?)?"
)
_EARLIER = r"(?:(?:Before|After|Earlier|First|Prior to)(?: [^,]{2,40})?, )?"
"""What may open the sentence, and says that the amendment was dealt with apart from the draft."""
_SUBJECT = re.compile(
    rf"(?:^\W*{_EARLIER}|; (?:and |but )?|, (?:and|but|while) ){_NOUN_PHRASE}{_WHICH}"
    r"(?: (?:was|were|is|are|be|been|being|to|will|would|has|had|have|also|then|both|all|each|\w+ly))*\s\Z",
    re.IGNORECASE,
)
"""An amendment as the subject of what follows: "two amendments that Russia offered are to be voted on"."""
_WHICH_WAS = re.compile(
    rf"\b{_NOUN_PHRASE}(?: [^,.;]{{0,40}})?, (?:both of )?which (?:was|were|had been|have been|would be) \Z",
    re.IGNORECASE,
)
"""The same in a clause of its own: "tabled two amendments on Friday, which were vetoed"."""
_IS_BROUGHT = re.compile(
    rf" {_NOUN_PHRASE}(?! and (?:an?|the|its) (?:[\w-]+ ){{0,3}}(?:draft|text|resolution)\b)", re.IGNORECASE
)
"""Behind a verb of bringing, an amendment, and no draft beside it."""
_THEM = re.compile(r" (?:them|both)\b")
_TABLED = re.compile(rf"\b(?:tabl|circulat|submitt|propos|offer|mov)\w* {_NOUN_PHRASE}", re.IGNORECASE)
"""Before "withdrew them", the amendments meant."""
_TABLED_ONE = re.compile(
    r"\b(?:tabl|circulat|submitt|propos|offer|mov)\w* an amendment(?: [^.;,]{0,40}?)? and (?:then |later )?\w+\Z"
)
"""Before "it", the one amendment meant: "tabled an amendment and withdrew"."""
_COUNTED_ON = re.compile(
    rf"(?:^\W*(?:{_EARLIER}|(?:In|On|At) [^,]{{2,40}}, )|; (?:and |but )?|, (?:and|but|while) "
    rf"|\bvot(?:ed|es|ing) (?:first )?on ){_NOUN_PHRASE}(?:(?!\b(?:draft|text|resolution|council)\b)[^.])*?"
    r"(?:[;:-] ?(?:and |but )?(?:it|they|the (?:first|second|other|latter)|one|both)\b(?! (?:then )?abstain)"
    r"|, (?:which|the first|the second)\b|, (?:with |and |each |both |only |just )*(?=winning|getting|\Z))"
    r"(?:(?!\b(?:draft|text|resolution|council)\b)[^.])*\Z",
    re.IGNORECASE,
)
"""The same, counted on behind it: "the amendment was rejected; it got six votes"."""
_STANDS_FOR_IT = re.compile(r"\W*(?:It|They|The (?:first|second|other)|Both|One)\b(?: \w+){0,3} \Z")
_OPENS = re.compile(rf"\W*{_NOUN_PHRASE}", re.IGNORECASE)
_COUNTS = re.compile(
    r"(?:with )?(?:(?:got|won|received|drew|garnered|winning|getting|receiving|gaining|garnering|drawing)\b"
    r"|(?:four|five|six|\w+)? ?"
    r"abstained\b|\w+ (?:votes? )?(?:in favou?r|against)\b)",
    re.IGNORECASE,
)
"""Steps that count votes, which "it" and "the first" have as their own."""


def of_an_amendment(text: str, start: int, end: int, before: str) -> bool:
    """Whether a step at `start`..`end` of the sentence `text` is of an amendment; `before` is the sentence before.

    >>> of_an_amendment("The amendment failed, winning three votes.", 22, 41, "")
    True
    >>> of_an_amendment("An amendment failed and the Council adopted the text.", 36, 43, "")
    False
    """
    if not any(word in each for word in ("mendment", "procedural") for each in (text, before)):
        return False
    told = text[:start]
    if _SUBJECT.search(told) or _WHICH_WAS.search(told):
        return True
    if not _COUNTS.match(text[start:end]):
        return False
    return bool(_COUNTED_ON.search(told) or (_OPENS.match(before) and _STANDS_FOR_IT.fullmatch(told)))


def brings_an_amendment(text: str, end: int) -> bool:
    """Whether what is circulated, tabled or withdrawn by a verb that ends at `end` is an amendment.

    >>> text = "Peru tabled an amendment to the text and withdrew it."
    >>> [brings_an_amendment(text, end) for end in (11, 49)], brings_an_amendment("Peru tabled a text.", 11)
    ([True, True], False)
    """
    if "mendment" not in text:
        return False
    them = _THEM.match(text, end) and _TABLED.search(text, 0, end)
    it = text.startswith(" it", end) and _TABLED_ONE.search(text, 0, end)
    return bool(_IS_BROUGHT.match(text, end) or them or it)
