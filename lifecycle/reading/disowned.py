"""What a text takes back: a step told in the words of a fact, and then denied, or asked about.

Knows the words round the step that do it. Refuses to know the verbs of the step itself; those are `modality`'s.
"""

from __future__ import annotations

import re

from lifecycle.reading.readings import HYPOTHETICAL, NEGATED, Answer
from lifecycle.wording.framed import Framed

_RUMOUR = re.compile(r"\b(?:rumou?rs?|reports?|claims?|suggestions?|allegations?) (?:[\w ]{0,30} )?that\b[^.;]*$", re.I)
_IS_FALSE = re.compile(
    r"[^.;]{0,120}?\b(?:was|were|is|are|has been|have been) (?:\w+ )?"
    r"(?:denied|false|untrue|not true|wrong|baseless|unfounded|dismissed)\b"
)
_NOT_SO = re.compile(
    r"\b(?:not true|untrue|false|a lie) that [^.;]*$"
    r"|^\W*(?:Nor|Neither|Never|At no time) (?:has|have|had|did|do|does|was|were|is|are)\b[^.;]*$"
)
_NONE = (
    r"[Nn]o (?!sooner|fewer|less|more|doubt|longer|one\b|matter)(?:[\w.-]+ ){0,5}?"
    r"(?:draft|text|resolution|measure|proposal)s?\b"
    r"(?: (?:on|of|by|before|from) (?:(?!and|but|when)[\w.’'-]+ ){0,6}?[\w.’'-]+)?"
    r"|[Nn]one(?: of (?:[\w-]+ ){1,5}?\w+)?"
    r"|[Nn]either(?: (?:of (?:the |them|these)(?:\w+ )?\w*|draft|text|resolution|measure))?"
)
_NOTHING = re.compile(
    rf"(?:^|[.;:\"“”] |, (?:and |but )?|\b(?:and|but|that|said|says) )\W*(?:{_NONE})"
    r" (?:(?:has|have|had|was|were|is|are|been|yet|ever|so far) ){1,4}(?:\w+ly )?$"
)
"""A subject that is none: "no draft on Haiti was adopted", "none has been"."""
_ASKS = re.compile(r"\W*(?:Was|Were|Did|Has|Have|Had|Is|Are|Does|Do)\b[^.;]*$")
_ASKS_WHETHER = re.compile(
    r"\W*(?:(?:And|But|So|Then|How|When|Why|Where|What if),? )?"
    r"(?:[Ww]ill|[Ww]ould|[Ss]hould|[Cc]ould|[Cc]an) (?!not\b)[^.;]*$"
)
_ASKED = re.compile(r"[^.;!]{0,300}\?")


def disowned(text: str, framed: Framed, *, told: bool = True) -> Answer | None:
    """What takes back a step told as fact: a rumour that was denied, "nor has", a question whether it was so.

    Where it is not `told` but planned, only a question whether it will be so.
    """
    before = text[: framed.start]
    if not told:
        asks = _ASKS_WHETHER.fullmatch(before) and _ASKED.match(text, framed.end)
        return (HYPOTHETICAL, "asked") if asks else None
    if _NOTHING.search(text[max(0, framed.start - 160) : framed.start + _auxiliaries(text, framed)]):
        return NEGATED, "none"
    if _NOT_SO.search(before) or (_RUMOUR.search(before) and _IS_FALSE.match(text, framed.end)):
        return NEGATED, "not so"
    if _ASKS.fullmatch(before) and _ASKED.match(text, framed.end):
        return HYPOTHETICAL, "asked"
    return None


_INNER = re.compile(r"(?:(?:has|have|had|was|were|is|are|been) )+")


def _auxiliaries(text: str, framed: Framed) -> int:
    """How many letters of the cue are auxiliaries: "was rejected"."""
    inner = _INNER.match(text, framed.start, framed.end)
    return inner.end() - framed.start if inner else 0
