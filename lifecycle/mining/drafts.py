"""Places where a text names a draft resolution, and what each says of it.

Knows the nouns that can mean a draft, the words round them that name sponsors, a rival, an earlier text or a symbol,
and the resolutions that are no such thing (of a conflict, of another body). Refuses to know which draft is meant; that
is the register's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lifecycle.mining.nations import Nation, nations


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun phrase that names a draft, at `start`..`end` of a sentence.

    `strong`: the noun alone says that it is a draft; `definite`: it points to one already named; `own`: "its own".
    `sponsors` are codes of states.
    """

    start: int
    end: int
    head: str
    strong: bool
    definite: bool
    plural: bool
    counted: bool
    rival: bool
    own: bool
    new: bool
    sponsors: tuple[str, ...]
    symbol: str | None
    number: str | None


_HEAD = re.compile(
    r"\b(?P<strong>(?:counter-?)?resolutions?|counter-?(?:drafts?|proposals?|texts?)|(?:draft|zero draft)(?: resolution| text| proposal| measure| document)?s?)\b"
    r"|(?<=[ “\"‘'])(?P<weak>texts?|measures?|proposals?|initiative|motion|document)\b",
    re.IGNORECASE,
)
_NOT_A_TEXT = re.compile(
    r"^(?:s?)(?: (?:of|to) (?:the |this |that |a |any |its |these )?(?:\w+ ){0,2}(?:conflict|crisis|dispute|war|issue|problem|situation|impasse|standoff|question)\b|[- ]dodg| law\b| animals| constitution| treaty| agreement| (?:presidential |press )?statement| budget| bill| legislation)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:conflict|dispute|crisis|peaceful|political|diplomatic|negotiated|swift|joint|House|Senate|congressional|parliamentary|new year['’]s?|high|screen|security|punitive|confidence[- ]building|protective|necessary|tough|tougher|other|such|these|those|economic|peace|and|or|text) $",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"(?:the|a|an|this|that|its|their|his|another|such|no|any|each|\w+['’]s?)$", re.IGNORECASE)
_WEAK_NEEDS = re.compile(
    r"\b(?:the|this|that|its|their|a|an|rival|own|competing|alternative|same|proposed|latest|new|whole|final|\w+-(?:drafted|backed|sponsored|led|proposed)|[A-Z][\w.]*(?:['’]s)?) $"
)
_BY = re.compile(
    r"^[,\s]*(?:\w+ ){0,2}?(?:drafted|put forward|sponsored|co-sponsored|prepared|submitted|proposed|tabled|introduced|led|written|presented|penned|circulated|authored|drawn up|offered|put before [\w.' ]{0,30}?)(?: \w+day| on \w+day)? by (?P<who>.{0,120})",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"\bS/(?:\d{4}/\d+|\d{4,5})\b")
_NUMBER = re.compile(r"^\s?(?:No\.? ?|number )?(?P<n>\d{1,4})(?:\s?\((?:19|20)\d\d\))?\b")
_COUNTED = re.compile(r"\b(?:two|both|three|these|the|rival|competing|neither|all)\b", re.IGNORECASE)
_RIVAL = re.compile(r"\b(?:rival|competing|alternative|counter|opposing)\b|counter-?(?:re|pro|dr|te)", re.IGNORECASE)


def references(text: str) -> Iterator[Reference]:
    """Every draft named in the sentence `text`, in order."""
    named = tuple(nations(text))
    for head in _HEAD.finditer(text):
        if _is_draft(text, head):
            yield _reference(text, head, named)


def _is_draft(text: str, head: re.Match[str]) -> bool:
    if _NOT_A_TEXT.match(text, head.end()) or _NOT_A_TEXT.match(text[head.end() : head.end() + 60]):
        return False
    before = text[max(0, head.start() - 40) : head.start()]
    if head.group("strong"):
        if head.group().lower() in {"draft", "drafts"} and re.match(r"s?(?:ed|ing|er|ers)\b", text[head.end() :]):
            return False
        words = r"(?:conflict|dispute|crisis|peaceful|political|diplomatic|negotiated|joint|House|Senate|congressional|parliamentary|New Year['’]s?|high) $"
        return not re.search(words, before, re.IGNORECASE)
    if _NOT_BEFORE.search(before) and not re.search(r"\b(?:the|this|its) $", before):
        return False
    if head.group("weak").lower() in {"measures", "proposals"}:
        return False
    return bool(_WEAK_NEEDS.search(before))


def _reference(text: str, head: re.Match[str], named: tuple[Nation, ...]) -> Reference:
    start = _phrase_start(text, head.start())
    phrase, after = text[start : head.end()], text[head.end() : head.end() + 200]
    by = _BY.match(after)
    sponsors = [n for n in named if start <= n.start < head.start() and _sponsors(text, n)]
    if by:
        first, last = head.end() + by.start("who"), head.end() + by.end("who")
        sponsors += _list_of_states(text, [n for n in named if first <= n.start < last], first)
    number = _NUMBER.match(after)
    symbol = _SYMBOL.search(phrase + after[:40])
    noun = head.group().lower()
    return Reference(
        start,
        head.end(),
        noun,
        head.group("strong") is not None,
        bool(re.match(r"(?:the|this|that|its|their|\w+['’]s)\b", phrase, re.IGNORECASE)),
        noun.endswith("s") and noun != "texts" and not noun.endswith("ss"),
        bool(_COUNTED.search(phrase)),
        bool(_RIVAL.search(phrase)),
        bool(re.search(r"\b(?:its|their)(?: own)?\b", phrase, re.IGNORECASE)),
        bool(re.search(r"\b(?:new|second|another|fresh)\b", phrase, re.IGNORECASE)),
        tuple(dict.fromkeys(n.code for n in sponsors)),
        symbol.group() if symbol else None,
        number.group("n") if number else None,
    )


def _phrase_start(text: str, head: int) -> int:
    """Where the noun phrase begins: at its determiner, or as far back as its adjectives go."""
    start = head
    for word in reversed(list(re.finditer(r"\S+", text[max(0, head - 90) : head]))[-9:]):
        at = max(0, head - 90) + word.start()
        token = word.group()
        if "--" in token or "—" in token:
            start = at + max(token.rfind("--") + 2, token.rfind("—") + 1)
            break
        if token[-1] in ",.;:)" and not re.search(r"(?:[A-Z]\.)+$|and$|,$", token):
            break
        if re.fullmatch(
            r"(?:of|in|on|for|to|by|with|from|against|that|which|vetoed|adopted|passed|said|has|had|was|is|will|would|on|at|over)",
            token,
            re.IGNORECASE,
        ):
            break
        start = at
        if _DETERMINER.search(token) and not re.search(r"^[A-Z].*['’]s$", token):
            break
    return start


def _sponsors(text: str, nation: Nation) -> bool:
    """Whether the state in a draft's noun phrase put it forward: an adjective, a possessive, "X-drafted", US or UK."""
    after = text[nation.end : nation.end + 12]
    if re.match(r"(?:['’]s?\b|-(?:draft|back|led|spons|propos|auth|writ|penn|sought))", after):
        return True
    return nation.form == "demonym" or nation.code in {"USA", "GBR"}


def _list_of_states(text: str, found: list[Nation], start: int) -> list[Nation]:
    """The states of a list ("Britain, France and Germany") that begins at `start`; it ends where other words begin."""
    listed: list[Nation] = []
    at = start
    for nation in found:
        if not re.fullmatch(r"[\s,]*(?:and |the |both |with |[\w-]+ from )*\s*", text[at : nation.start]):
            break
        listed.append(nation)
        at = nation.end
    return listed
