"""How many voted which way, and who, as far as the words say.

Knows the ways in which the press tells a vote: labelled counts in any order, "by 13 votes to none", "14-0-1", a count
that is short of the nine needed, lists of members. Labels decide, never position; a bare "13-0-2" alone is read in the
order in which the UN prints it. Refuses to know whether the numbers can be right: the model checks them, and a report
that contradicts the rule is shown as a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lifecycle.wording.actors import EXCEPTED
from lifecycle.wording.nations import Nation
from lifecycle.wording.numbers import NUMBERS, SOME, WORDS, number
from lifecycle.wording.sponsors import begins_a_clause

FAVOUR, AGAINST, ABSTAINED = "in_favour", "against", "abstained"
SIDES = (FAVOUR, AGAINST, ABSTAINED)


@dataclass(frozen=True, slots=True)
class Count:
    """What the text says of one side: a number, or bounds, and members by code."""

    n: int | None = None
    least: int | None = None
    most: int | None = None
    members: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The count as documents write it, members still codes."""
        return {"n": self.n, "min": self.least, "max": self.most, "members": list(self.members)}


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported vote, or part of one. `required` is the number of votes the text says a draft needs."""

    counts: Mapping[str, Count]
    required: int | None = None
    unanimous: bool = False

    def __bool__(self) -> bool:
        return bool(self.counts or self.required or self.unanimous)

    def to_json(self) -> dict[str, Any]:
        """Only the sides the text speaks of, then `required` and `unanimous`."""
        sides = {side: self.counts[side].to_json() for side in SIDES if side in self.counts}
        return {**sides, "required": self.required, "unanimous": self.unanimous}


_N = rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_QUOTE = "[\"“”'‘’]?"
_COUNCIL = r"(?:UN |U\.N\. )?(?:security )?council"
_MEMBERS = r"(?:members|countries|states|nations)"
_WHO = (
    rf"(?:(?:out )?of (?:the |its )?(?:{_COUNCIL}['’]s )?(?:(?:\d+|{'|'.join(WORDS)}) )?"
    rf"(?:elected |{_COUNCIL} )?{_MEMBERS} "
    rf"(?:of the {_COUNCIL} )?"
    r"|(?:other |others |more |council |security council )*"
    rf"(?:{_MEMBERS} )?(?:of the {_COUNCIL} )?)"
)
_DID = r"(?:voted|voting|were|cast(?: (?:their|its) (?:ballots?|votes?)| theirs)?|raised (?:their|its|a) hands?)"
_LABELS = {
    FAVOUR: r"(?:votes? )?(?:in favou?r|in support|for\b)"
    rf"|{_QUOTE}(?:yes|affirmative|positive|favou?rable){_QUOTE}(?: votes?)?"
    r"|(?:backed|supported|voted to)\b(?! by)",
    AGAINST: rf"(?:votes? )?against|{_QUOTE}(?:no|negative){_QUOTE} votes?|(?:voted )?{_QUOTE}no{_QUOTE}(?= )|opposed",
    ABSTAINED: r"abstentions?|abstain(?:ed|ing|s)?",
}
_COUNTED = {
    side: re.compile(rf"(?<!\d[-–])\b{_N} {_WHO}(?:{_DID} )?(?:{label})", re.IGNORECASE)
    for side, label in _LABELS.items()
}
_ASIDE = {
    side: re.compile(
        rf"(?<!of )(?<!of the )(?<!['’]s )\b{_N}(?: {_WHO}?(?:[-–—] ?|, )"
        rf"|(?: (?:\w+ )?{_MEMBERS}| of (?:the |its )?(?:[\w'’]+ ){{0,3}}{_MEMBERS})?, including )(?:the )?(?=[A-Z])"
        r"(?P<list>(?:(?!\b(?:voted?|were|against|in favou?r|abst\w+)\b)[^-–—;.]){3,140}?) ?[-–—,] ?"
        rf"(?:all )?(?:{_DID} )?(?:{label})",
        re.IGNORECASE,
    )
    for side, label in _LABELS.items()
}
"""A count whose members stand apart before what they did: "three - Peru, Chad and Mali - against", "two, including"."""
_BACKED_BY = re.compile(
    rf"\b(?:(?:backed|supported|approved|adopted) by|(?:support|backing|approval|endorsement) of)"
    rf" (?:the )?(?:other )?{_N} (?:other )?(?:(?:UN|U\.N\.|Security|Council) ){{0,3}}"
    r"(?:of |members|countries|states|nations|votes)",
    re.IGNORECASE,
)
_BY_MEMBERS = re.compile(r"(?:backed|favou?red|supported|approved) by\b", re.IGNORECASE)
"""A passive, which names its voters behind: who "opposed a draft backed by ten" is none of them."""
_BY_VOTES = re.compile(rf"\b(?:with|by) {_N} votes?\b(?! (?:against|to\b|short|too|fewer|less))", re.IGNORECASE)
"""Votes that a text passed with: "passed with 12 votes"."""
_LISTED = {
    FAVOUR: re.compile(r"\b(?:in favou?r|for|yes|supported|backed)\b", re.IGNORECASE),
    AGAINST: re.compile(r"\b(?:against|no|negative votes?|opposed)\b", re.IGNORECASE),
    ABSTAINED: re.compile(r"\b(?:abstain(?:ed|ing|s)?|abstentions?)\b", re.IGNORECASE),
}
_TO = re.compile(rf"\b{_N} (?:votes? )?(?:in favou?r )?to (?P<m>\d{{1,2}}|{'|'.join(NUMBERS)})\b", re.IGNORECASE)
_DASHED = re.compile(r"(?<![\d/-])(?P<yes>\d{1,2}) ?[-–] ?(?P<no>\d{1,2})(?: ?[-–] ?(?P<abstained>\d{1,2}))?(?![\d/-])")
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b", re.IGNORECASE)
_ANY = _N.replace("?P<n>", "")
_NEEDED = re.compile(
    rf"\b(?:minimum(?: of)?|required|necessary|needed?s?|the) {_ANY}[ -](?:{_QUOTE}(?:yes|affirmative){_QUOTE} )?votes?"
    rf"|\b{_ANY} (?:{_QUOTE}\w+{_QUOTE} )?votes? (?:that (?:are|were|is) |it )?(?:needed|required|necessary)"
    rf"|short of (?:the )?(?:required |necessary |needed )?{_ANY}",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\b{_N} (?:{_QUOTE}\w+{_QUOTE} )?votes?\b", re.IGNORECASE)
_SHORT_OF_IT_BY = re.compile(
    rf"\b(?:short\b[^.;,]{{0,50}}? by {_N}|(?:fail|lost|fell)\w*[^.;,]{{0,30}}? by (?P<few>a single|one|two|three))"
    r" votes?\b(?! to\b)",
    re.IGNORECASE,
)
_SHORT_BY = re.compile(rf"\b{_N} (?:votes? )?(?:short|shy)\b", re.IGNORECASE)


def tally_in(text: str, cue: str, kind: str, rule: str, actors: Sequence[str], states: Sequence[Nation]) -> Reported:
    """What the stretch `text` round `cue` says of the vote.

    `kind` is the step's type, `rule` the rule that found it, `actors` the codes of its subject, `states` the states
    named in the stretch, with offsets in it.
    """
    outvoted = kind in {"voted", "failed"} and _OUTVOTED.search(text)
    labelled = (ABSTAINED,) if outvoted else SIDES
    counts = {side: count for side in labelled if (count := _labelled(text, side, states))}
    beaten = outvoted or (kind == "failed" and _BEATEN.search(cue))
    for side, n in _unlabelled(text, counts.get(ABSTAINED), outvoted=bool(outvoted), beaten=bool(beaten)):
        counts.setdefault(side, Count(n))
    if kind in {"adopted", "voted"} and FAVOUR not in counts and (by := _BY_VOTES.search(text)):
        counts[FAVOUR] = Count(number(by["n"]))
    bare = _BARE.search(cue) if kind == "voted" and not _ONE_HAND.search(cue) else None
    gained = _GAINED.match(cue) and "against" not in cue
    if bare and not (FAVOUR in counts if gained else counts):
        counts[FAVOUR] = Count(number(bare["n"]))
    elif actors and kind in {"vetoed", "voted"} and rule != "voted-held" and not _BY_MEMBERS.match(cue):
        counts = _with_subject(counts, _side(kind, rule, _with_its_side(cue, text)), tuple(actors), text)
    required = _required(text)
    if kind == "failed":
        counts = _short(text, counts, required)
    return Reported(counts, required, bool(_UNANIMOUS.search(text)) and kind in {"adopted", "voted"})


def _labelled(text: str, side: str, states: Sequence[Nation]) -> Count | None:
    told = (
        each
        for each in _COUNTED[side].finditer(text)
        if not (side == FAVOUR and _TO_SO_MANY.search(text, 0, each.start()))
    )
    counted = next(told, None) or (_BACKED_BY.search(text) if side == FAVOUR else None)
    if not counted and (aside := _ASIDE[side].search(text)):
        named = tuple(dict.fromkeys(s.code for s in states if aside.start("list") <= s.start < aside.end("list")))
        return Count(number(aside["n"]), members=named) if named and number(aside["n"]) else None
    label = counted or _LISTED[side].search(text)
    n = number(counted["n"]) if counted else None
    if counted and n is not None and EXCEPTED.search(text, 0, counted.start("n")):
        of = _OF_SO_MANY.search(counted.group())
        n = number(of["all"]) - n if of else None
    members = (_list_behind(text, label.end(), states, n) if label else ()) or _list_before(text, side, states)
    return None if n is None and not members else Count(n, members=members)


_TO_SO_MANY = re.compile(rf"\b{SOME} (?:votes? )?to \Z", re.IGNORECASE)
"""Before the second number of two: "by ten votes to | none for the text"."""
_OF_SO_MANY = re.compile(r"\bof (?:the |its )?(?:[\w ]+['’]s )?(?P<all>11|15|eleven|fifteen)\b")
"""What counts those who did not vote so: "all but two of the 15 members backed it"."""
_OPENS_LIST = re.compile(r"(?:\s*(?:\(|[-–—:] )|,? (?:from|by) )(?:the )?")
_BEHIND_THE_TEXT = re.compile(r" (?:of|for) (?:it|(?:the|an?) (?:[\w.]+ ){0,3}\w+) [-–—] ?(?:the )?")
"""What may stand between a count and those it counts: "five voted in favour of the draft - Peru, Chad ..."."""
_COMMA = re.compile(r", (?:the )?")
_LIST_GOES_ON = re.compile(r"[\s,]*(?:and )?(?:the )?")


def _list_behind(text: str, end: int, states: Sequence[Nation], n: int | None) -> tuple[str, ...]:
    """The members listed right behind a label, in brackets or after a dash; after other words if they are `n`."""
    opened = _OPENS_LIST.match(text, end)
    comma = None if opened else _COMMA.match(text, end) or _BEHIND_THE_TEXT.match(text, end)
    listed: list[str] = []
    at = (opened or comma).end() if opened or comma else len(text)  # type: ignore[union-attr]
    for state in states:
        between = text[at : state.start]
        if state.start >= at and _LIST_GOES_ON.fullmatch(between) and text[state.end : state.end + 1] not in {"'", "’"}:
            if listed and begins_a_clause(text, at):
                break
            listed.append(state.code)
            at = state.end
    members = tuple(dict.fromkeys(listed))
    return members if opened or len(members) == n else ()


_DOING_SO = {
    FAVOUR: re.compile(r" (?:voting )?in favou?r\b| voting for\b"),
    AGAINST: re.compile(r" (?:voting )?against\b| voting no\b| opposed(?=[.,;]|$| and\b)"),
    ABSTAINED: re.compile(r" abstaining\b"),
}
"""What stands behind members listed without a verb of their own: "with Peru and Chad abstaining", "Peru against"."""
_BEFORE_LIST = re.compile(r"(?:, |; |[Ww]ith |\band )(?:the |only |just )*\Z")


def _list_before(text: str, side: str, states: Sequence[Nation]) -> tuple[str, ...]:
    """The members listed right before words for what they did, without a verb of their own."""
    last = next((at for at, state in enumerate(states) if _DOING_SO[side].match(text, state.end)), None)
    if last is None:
        return ()
    first = last
    while first and _LIST_GOES_ON.fullmatch(text[states[first - 1].end : states[first].start]):
        first -= 1
    told = _BEFORE_LIST.search(text, 0, states[first].start)
    return tuple(dict.fromkeys(state.code for state in states[first : last + 1])) if told else ()


_BEATEN = re.compile(r"defeat|reject|turn(?:ed|s|ing)? down|vot(?:ed|es|ing) down|thr[eo]wn? out", re.IGNORECASE)
"""A cue that names the winners' side first: "defeated by nine votes to four", nine of them against."""


_OUTVOTED = re.compile(
    rf"\bvot(?:ed|es|ing) (?:by )?(?:\d{{1,2}} ?[-–] ?\d{{1,2}}|{SOME} (?:votes )?to {SOME}) against "
    r"(?:it\b|(?:an?|the|this|that|its|[\w.]+['’]s) (?:[\w.-]+ ){0,4}?(?:draft|text|resolution|measure|proposal)\b)",
    re.IGNORECASE,
)
"""The same: "voted 9-4 against the draft"."""


_ENOUGH, _MANY = 9, 3
"""So many votes for a text that was rejected, beside so many against, are those against it, told first."""


def _unlabelled(text: str, abstained: Count | None, *, outvoted: bool, beaten: bool) -> list[tuple[str, int]]:
    """Counts told by a form of words that has a fixed order: "13 votes to none", "14-0-1", "3-0 with 12 abstaining"."""
    if to := _TO.search(text):
        n, m = number(to["n"]), number(to["m"])
        won = beaten and n > m and "favo" not in to.group().lower()  # the winners come first
        return [(AGAINST, n), (FAVOUR, m)] if won else [(FAVOUR, n), (AGAINST, m)]
    for dashed in _DASHED.finditer(text):
        sides = [int(n) for n in dashed.group("yes", "no", "abstained") if n]
        beside = (abstained and abstained.n) or 0
        if 9 <= sum(sides) + (beside if len(sides) == 2 else 0) <= 15:
            swapped = outvoted or (beaten and sides[0] >= _ENOUGH and sides[1] >= _MANY and "veto" not in text)
            order = (AGAINST, FAVOUR, ABSTAINED) if swapped and sides[0] > sides[1] else SIDES
            return list(zip(order, sides, strict=False))
    return []


_GAINED = re.compile(r"(?:received|got|won|garnered|drew|secured|mustered|obtained|gained|collected)\b", re.IGNORECASE)
_ONE_HAND = re.compile(r"\b(?:sole|only|lone|single|a|cast(?: the)?|two|three) ['\"“]?no['\"”]? vote", re.IGNORECASE)
"""Votes against, where "no" is no number."""
_BEHIND_A_BALLOT = re.compile(r"\bcast\b.*\b(?:votes?|ballots?|theirs|its)\Z", re.IGNORECASE | re.DOTALL)
_ITS_SIDE = re.compile(r" (?:against|in favou?r|for)\b")


def _with_its_side(cue: str, text: str) -> str:
    """The cue, with the side that stands behind a ballot it names: "cast the lone vote" and "against"."""
    side = _ITS_SIDE.match(text, text.find(cue) + len(cue)) if _BEHIND_A_BALLOT.search(cue) else None
    return cue + side.group() if side else cue


_SIDE_OF = (
    (ABSTAINED, re.compile(r"abst|sitting out", re.IGNORECASE)),
    (AGAINST, re.compile(r"against|\bno\b|oppos|negative", re.IGNORECASE)),
    (FAVOUR, re.compile(r"favou?r|\bfor\b|\byes\b|back|support|\bto\b", re.IGNORECASE)),
)


def _side(kind: str, rule: str, cue: str) -> str:
    """The side that the verb itself names: who vetoed voted no."""
    if kind == "vetoed":
        return AGAINST
    if rule == "voted-abstained":
        return ABSTAINED
    return next((side for side, words in _SIDE_OF if words.search(cue)), FAVOUR)


def _with_subject(counts: dict[str, Count], side: str, actors: tuple[str, ...], text: str) -> dict[str, Count]:
    """The members that the verb's own subject names, unless its subject is a number."""
    before = counts.get(side, Count())
    some_of_them = before.n == len(actors) or re.search(r"\b(?:others?|including|among|one of)\b", text)
    if before.members or (before.n is not None and not some_of_them):
        return counts
    others = before.n is not None and re.search(rf"\band {SOME} others?\b", text)
    n = before.n + len(actors) if others and before.n is not None else before.n
    return {**counts, side: replace(before, n=n, members=actors)}


def _required(text: str) -> int | None:
    needed = _NEEDED.search(text)
    word = next((found for found in needed.groups() if found), None) if needed else None
    n = number(word) if word else 0
    return n if n in {7, 9} else None


_GOT = re.compile(
    r"(?<!not )(?<!n['’]t )\b(?:only|just|merely|mere|got|won|received|drew|garnered|mustered|secured) \Z",
    re.IGNORECASE,
)
"""What tells a number of votes as that which a text got, not as that which it needed."""


def _short(text: str, counts: dict[str, Count], required: int | None) -> dict[str, Count]:
    """A draft that did not get the votes it needed got fewer: how many, or at most how many."""
    if FAVOUR in counts and counts[FAVOUR].n is not None and counts[FAVOUR].n != required:
        return counts
    needed = required or 9
    if by := _SHORT_BY.search(text) or _SHORT_OF_IT_BY.search(text):
        return {**counts, FAVOUR: Count(needed - number(next(filter(None, by.groups()))))}
    told = ((number(bare["n"]), _GOT.search(text, 0, bare.start())) for bare in _BARE.finditer(text))
    got = [n for n, only in told if n and (only or n not in {7, 9})]
    if got:
        return {**counts, FAVOUR: Count(got[0])}
    return {**counts, FAVOUR: Count(most=needed - 1)} if required else counts
