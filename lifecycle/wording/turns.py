"""Drafts that a text names without a noun: by their place among several, or by whose they are.

Knows "the second", "the latter", "its own" and "Moscow's", and what must stand round them to mean a text. Refuses to
know which draft is meant (`reading.register`), and when an article has named enough of them for such words to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lifecycle.wording.drafts import Reference, symbol_behind
from lifecycle.wording.nations import Nation
from lifecycle.wording.sponsors import said_behind

_PLACE = "first|second|third|former|latter|other"
_DOES = (
    r"(?= (?:(?:was|were|is|has|had|would|will|could|may|might|also|then|failed|fell|won|got|received|drew|passed"
    r"|stands|looks|seems|drafted|sponsored|tabled|proposed|submitted|circulated|presented|written|backed|by|from|put)\b"
    r"|to (?:fail|pass|be|fall|get|win|go|die|clear)\b)|, )"
)
"""What a text does, behind the words that name it: a place among several is one of texts only there."""
_ON = (
    r"\b(?:(?:vot(?:e|es|ed|ing)|spoke|speaks|came out|was|were|and|but) (?:against|for|on|in favou?r of)"
    r"|(?:abstain(?:s|ed|ing)?|abstentions?) (?:on|from|in)|veto(?:es|ed|ing)?|adopt(?:s|ed|ing)?|reject(?:s|ed|ing)?"
    r"|approv(?:es|ed|ing)|back(?:s|ed|ing)?|support(?:s|ed|ing)?|oppos(?:es|ed|ing)|block(?:s|ed|ing)?"
    r"|pass(?:es|ed|ing)?|circulated|withdrew) "
)
"""Before it such a text is the object: "voted against the first and for the second"."""
_TURN = re.compile(
    rf"\b[Tt]he (?P<turn>{_PLACE})(?: one)?{_DOES}|\b(?P<that>[Tt]hat) one{_DOES}"
    rf"|{_ON}(?P<object>the (?P<there>{_PLACE})(?: one)?)"
    r"(?=[.,;]|$| (?:and|but|while|after|before|when|by|shortly|late|last|on \w+day)\b)"
)
_TWO = re.compile(
    r"\b(?:[Tt]wo|[Bb]oth|[Cc]ompeting|[Rr]ival) (?:[\w-]+ ){0,2}(?:drafts|texts|resolutions|measures|proposals)\b"
)


def tells_of_two(text: str) -> bool:
    """Whether the text speaks of two drafts at once.

    >>> tells_of_two("Two rival texts were put to the vote."), tells_of_two("Two men met on the text.")
    (True, False)
    """
    return bool(_TWO.search(text))


_ONE_OF_THEM = re.compile(
    r"(?:^\W*|[;,:] (?:and )?)(?P<one>[Oo]ne|[Tt]he (?:first|second|third|other)), "
    r"(?:(?:drafted|proposed|tabled|submitted|sponsored|put forward|circulated) )?by "
)


def turns(text: str, named: Sequence[Nation]) -> Iterator[Reference]:
    """Every draft that the sentence `text` names by its place among those just named: "the second was rejected".

    Or by whose it is among them, which says more than the place: "One, by Peru and Chad, would end it"; `named` are the
    states that it names.
    """
    whose: set[int] = set()
    for match in _ONE_OF_THEM.finditer(text):
        sponsors = tuple(said_behind(text, match.end("one"), named))
        if sponsors:
            whose.add(match.start("one"))
            symbol = symbol_behind(text, match.end("one"))
            yield Reference(*match.span("one"), "", True, True, sponsors=sponsors, adjective=True, symbol=symbol)
    for match in _TURN.finditer(text):
        if match.start() in whose:
            continue
        words = "object" if match["object"] else 0
        turn = match["turn"] or match["there"] or "that"
        symbol = symbol_behind(text, match.end("turn")) if match["turn"] else None
        yield Reference(*match.span(words), "", strong=True, definite=True, turn=turn, symbol=symbol)


_TEXT_DOES = re.compile(
    r"['’]s?(?: own)? (?:was|were|is|would|had|has|won|got|received|garnered|drew|failed|fell|passed|could|will)\b"
    r"(?! (?:the|a|an|one|not|no|among) )"
)
_ENDS = re.compile(r"['’]s?(?=[.;]|$|, (?:but|and|which|while)\b| (?:and|but|while|on \w+day)\b)")
_OBJECT_OF = re.compile(rf"{_ON}\Z")


def possessed(text: str, named: Sequence[Nation]) -> Iterator[Reference]:
    """Every draft that the sentence `text` names only by whose it is: "Moscow's would set up a court"."""
    for state in named if "'" in text or "’" in text else ():
        is_object = _ENDS.match(text, state.end) and _OBJECT_OF.search(text[max(0, state.start - 30) : state.start])
        if state.form != "demonym" and (_TEXT_DOES.match(text, state.end) or is_object):
            end = state.end + 1 + text.startswith("s", state.end + 1)
            yield Reference(state.start, end, "", True, True, sponsors=(state.code,), adjective=True)


_ITS_OWN = re.compile(
    r"\b(?:withdr[ae]w(?:s|n|ing)?|pull(?:s|ed|ing)|tabl(?:e|es|ed|ing)|circulat(?:e|es|ed|ing)|submit(?:s|ted|ting)?"
    r"|introduc(?:es|ed|ing)|propos(?:es|ed|ing)|put(?:s|ting)?(?: forward)?|draft(?:s|ed|ing)"
    r"|produc(?:es|ed|ing)|offer(?:s|ed|ing)) "
    r"(?P<own>(?:one of )?(?:its|their|his|her) own|theirs)"
    r"(?=[.,;:]|$| (?:to|in|after|before|on|when|as|but|and|with)\b)"
    r"|(?:^\W*|[,;] (?:and |but |while )?)"
    r"(?P<subject>(?:[Ii]ts|[Tt]heir) own|[Tt]heirs"
    r"|(?P<rival>(?:[Ii]ts|[Tt]he) rival)(?= (?:(?:was|were|is|has been|had been|will be) (?:\w+ly )?"
    r"(?:vetoed|put|adopted|rejected|withdrawn|circulated|tabled|voted|defeated|postponed|passed|approved|blocked|presented)"
    r"|got|won|received|drew|failed|fell|passed)\b))"
    r"(?= (?:was|were|is|are|had|has|would|will|won|got|received|drew|failed|fell|passed|did|could|might)\b)"
)


def owned(text: str) -> Iterator[Reference]:
    """Every draft named only as somebody's own or as a rival: "vetoes the British draft, withdraws its own"."""
    for match in _ITS_OWN.finditer(text) if any(word in text for word in (" own", "heirs", " rival")) else ():
        where = match.span("own" if match["own"] else "subject")
        yield Reference(*where, "", strong=True, definite=True, rival=True, own=not match["rival"])
