"""Who is named behind a step as of its company: those whom a vote's count lists, and the partners of talks.

Knows what opens such a list: "including", "among them", a bracket, "with", "between". Refuses to know who did the step
itself (`wording.actors`), and which way the members counted had voted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lifecycle.wording.actors import ALL_FIVE, FIVE, MEMBERS, listed_from
from lifecycle.wording.nations import Nation
from lifecycle.wording.numbers import SEVERAL

_GOES_ON = 170
"""How many characters behind a count or a verb of talking the list may begin."""
_INCLUDED = re.compile(r"(?:\bincluding|\bsuch as|\bnamely|\bamong them|[(:–—]|(?<!\w)-) ?(?:the )?(?=[A-Z])")


def included_behind(text: str, end: int, states: Sequence[Nation]) -> tuple[str, ...]:
    """The codes of the states that a vote's count lists behind `end`: "nine members, including Peru and Chile"."""
    found: list[str] = []
    for before in _INCLUDED.finditer(text, end, end + _GOES_ON):
        between = text[end : before.start()]
        if _OTHERS_DID.search(between) or _MORE_OF_THEM.search(between):
            break
        found += listed_from(text, before.end(), states)
    return tuple(dict.fromkeys(found))


_OTHERS_DID = re.compile(r"(?<![A-Z])[.;]\s|\b(?:while|but|whereas|against|absten|abstain)")
_MORE_OF_THEM = re.compile(
    rf"(?:,|\band) (?:and )?(?:the )?{SEVERAL}"
    r"(?: (?:other )?(?:countries|members|states|nations|delegations))?[ ,]*\Z"
)
"""Before a list, those of whom it is: "eleven voted for it and two countries (Peru and Chad) abstained"."""


_OTHERS = re.compile(rf"the (?:other|(?:two|three|four) other|other (?:two|three|four)) {MEMBERS}")
_PARTNERS = re.compile(
    r"\b(?:with|between|among|involving|including) "
    rf"(?:(?:the )?(?:(?:permanent|fellow) members )?(?=[A-Z])|(?={ALL_FIVE.pattern}))"
)


def partners_behind(text: str, end: int, states: Sequence[Nation]) -> tuple[str, ...]:
    """The codes of the states that talks were held with, between or involving, named behind `end` in the sentence."""
    found: list[str] = []
    for before in _PARTNERS.finditer(text, end, end + _GOES_ON):
        if not re.search(r"(?<![A-Z])[.;:]\s", text[end : before.start()]):
            found += FIVE if ALL_FIVE.match(text, before.end()) else listed_from(text, before.end(), states)
            found += FIVE if found and _OTHERS.search(text, before.end(), before.end() + _GOES_ON) else ()
    return tuple(dict.fromkeys(found))
