"""Who put a draft forward, by the words round the noun that names it.

Knows adjectives, possessives and "X-drafted" before the noun, "drafted by" behind it, and the groups that the press
names as sponsors. Refuses to know which nouns name a draft, and which draft is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lifecycle.wording.nations import PERMANENT, Nation

BLOCS = {
    "western": frozenset(("USA", "GBR", "FRA", "DEU", "PRT", "ESP", "ITA", "BEL", "NLD", "ALB", "european", "western")),
    "european": frozenset(
        ("GBR", "FRA", "DEU", "PRT", "ESP", "ITA", "BEL", "NLD", "POL", "SWE", "western", "european")
    ),
    "arab": frozenset(("MAR", "EGY", "JOR", "KWT", "ARE", "DZA", "TUN", "QAT", "SAU", "PSE", "BHR", "LBN", "arab")),
    "elected": frozenset(("elected", "arab")),
}
"""Groups the press names as sponsors, and the states and groups that may be meant by them.

The elected members change from year to year: any state may be one that is not permanent.
"""

LABELS = {"western": "Western", "european": "European", "arab": "Arab", "elected": "Elected members'"}
"""What a text of theirs is called."""

_STANDS_FOR = BLOCS | {"PSE": BLOCS["arab"] | {"IDN", "MYS", "TUR", "ARE"}}
"""Palestine has no seat: "the Palestinian draft" is put forward by a member of the Arab group or of the Islamic one."""

_BLOC = re.compile(
    r"\b(Western|West|European|Arab)\b(?! (?:League|Republic|Union|Emirates|Sahara|Bank))", re.IGNORECASE
)
_ELECTED = re.compile(r"\b(?:(?:elected|non-permanent|rotating) (?:(?:Security )?[Cc]ouncil )?members|E-?10)\b")
_BLOC_NAMES = {"western": "western", "west": "western", "european": "european", "arab": "arab"}
_GROUP_BEHIND = re.compile(
    r"(?:(?:all|the|its|other|several|some|a group of|ten|10|(?:UN|U\.N\.|Security|[Cc]ouncil['’]s|body['’]s)) )*"
    r"(?=(?:Western|European|Arab) (?:\w+ )?(?:countries|states|nations|powers|members|governments|diplomats)\b"
    rf"|{_ELECTED.pattern})"
)
"""What may stand between "drafted by" and the group that did it."""

_BY = re.compile(
    r"(?: \([^()]{1,80}\)| contained in (?:document )?S/[\w/.]+)?[,\s]*"
    r"(?:(?:(?:that|which) (?:was|were|is|has been|had been) )?(?:\w+ ){0,2}?"
    r"(?:drafted|initiated|put forward|sponsored|co-sponsored|prepared|submitted|proposed|tabled|introduced|led|written"
    r"|presented|brought|penned|circulated|authored|drawn up|offered|put (?:before|to) [\w.' ]{0,30}?)"
    r"(?: (?:on )?\w+day)? )?"
    r"(?:by|of|from) (?P<who>.{0,120})",
    re.IGNORECASE,
)


_THAT_THEY = re.compile(r"(?:,? (?:that|which))? (?=(?:the )?[A-Z])")
_BROUGHT = re.compile(
    r" (?:(?:has|have|had|is|are|was|were|been|first|jointly|also) )*(?:tried to |try to )?"
    r"(?:draft(?:ed|ing)?|sponsor(?:ed|ing)?|co-sponsor(?:ed|ing)?|submitted|tabled|introduced|circulated|proposed"
    r"|put forward|drew up|drawn up|wrote(?! to\b)|written(?! to\b)|authored|penned|presented)"
    r"\b(?! (?:an?|the|it|its|their|off|\w+ing)\b)"
)
"""Behind a draft and states named as a subject: "a text that Peru and Chad have tried to draft"."""


def blocs_in(phrase: str) -> list[str]:
    """The groups that a noun phrase names.

    >>> blocs_in("the Western draft"), blocs_in("the Western Sahara draft")
    (['western'], [])
    """
    elected = ["elected"] if _ELECTED.search(phrase) else []
    return [_BLOC_NAMES[bloc.group(1).lower()] for bloc in _BLOC.finditer(phrase)] + elected


_ABBREVIATED = re.compile(r"(?:[A-Z]\.?){2,4}")
"""A state's name in capitals, which stands before a noun as its adjective does: "a UAE draft"."""

_WITH_ANOTHER = re.compile(r"-[A-Z]\w+")
_BESIDE = re.compile(r"-[A-Z]\w+ (?:rival |counter|alternative )?(?:draft|text|proposal|version)\b")
"""Two names as one adjective, a permanent member's among them: "the Russia-China draft"."""


_ALLY = (
    r" (?:(?!and\b)\w+ (?:and (?!its\b)\w+ )?)?(?:ally|allies|partner|backer|supporter|protector|patron|neighbou?r),? "
)
WHOSE_ALLY = rf"[A-Z][\w.]*(?: [A-Z][\w.]*){{0,2}}(?:['’]s?)?{_ALLY}"
"""Before a state, whose ally it is, which is no agent: "vetoed by Israel's ally the United States"."""
_ALLY_OF = re.compile(_ALLY)
"""Behind an adjective, what makes the next state the one that acts: "Syrian ally Russia's draft"."""


def puts_forward(text: str, nation: Nation) -> bool:
    """Whether the state in a draft's noun phrase put it forward: an adjective, a possessive, "X-drafted", US or UK."""
    if _ALLY_OF.match(text, nation.end):
        return False
    after = text[nation.end : nation.end + 12]
    if re.match(
        r"(?:['’]s?\b|-(?:draft|tabl|submit|back|led|lead|spons|propos|auth|writ|penn|sought|initiat|prepar|favou?r))",
        after,
    ):
        return True
    if nation.code in PERMANENT and (_WITH_ANOTHER.match(after) or _BESIDE.match(text, nation.start - 1)):
        return True
    short = nation.code in {"USA", "GBR", "NZL"} or _ABBREVIATED.fullmatch(text, nation.start, nation.end)
    return nation.form == "demonym" or (bool(short) and not after.startswith(" and "))


_OF_WHAT = re.compile(
    r" of (?:the |a |its )?(?:[\w.’'-]+ ){0,5}?"
    r"(?:mission|mandate|force|sanctions|embargo|regime|panel|operation|mechanism|measures|tribunal)\b"
)
"""Behind a renewal, what it prolongs, which says nothing of who brought it: "a rollover of the Libya mission"."""


def said_behind(text: str, end: int, named: Sequence[Nation]) -> list[str]:
    """The states or the group behind "drafted by", "put forward by" and the like, right behind the noun."""
    of_what = _OF_WHAT.match(text, end)
    end = of_what.end() if of_what else end
    by = _BY.match(text[end : end + 200])
    if by is None:
        return _who_brought(text, end, named)
    first, last = end + by.start("who"), end + by.end("who")
    if group := _GROUP_BEHIND.match(text, first, last):
        return blocs_in(text[group.end() : last])[:1]
    return [
        n.code
        for n in _list_of_states(
            text, [n for n in named if first <= n.start < last and not _only_says_whose(text, n)], first
        )
    ]


def _only_says_whose(text: str, nation: Nation) -> bool:
    """Whether a state or its adjective only says whose ally or paper is named next: "Syria's ally Russia"."""
    return text[nation.end : nation.end + 1] in "'’" or _ALLY_OF.match(text, nation.end) is not None


def _who_brought(text: str, end: int, named: Sequence[Nation]) -> list[str]:
    """The states that a relative clause right behind the noun tells to have brought it."""
    that = _THAT_THEY.match(text, end)
    if that is None:
        return []
    listed = _list_of_states(text, [n for n in named if n.start >= that.end()], that.end())
    return [n.code for n in listed] if listed and _BROUGHT.match(text, listed[-1].end) else []


_DRAFTED = re.compile(
    r"(?:, (?:which|who))? (?:has |have |had |is |are |was |were )?(?:also |already |since |then |\w+ly )?"
    r"(?:(?:co-?)?(?:draft(?:ed|ing)|wrote|writ(?:ten|ing)|author(?:ed|ing))|penn(?:ed|ing)"
    r"|prepar(?:ed|ing)|draw(?:n|ing) up|drew up|work(?:ed|ing) on) "
)
_WANTS = re.compile(r" (?:(?:has|have|had|is|are|was|were|been) )*(?:wants?|(?:push|press)(?:ed|es|ing) for) ")
"""Before "resolution", who asks for one of its own; who "wants the resolution" may ask for another's."""


def drafters_before(text: str, start: int, named: Sequence[Nation]) -> list[str]:
    """The states that drafted it, or want one, right before the noun phrase: "France and Britain drafted a text"."""
    last = next((n for n in reversed(named) if n.end <= start and n.form != "demonym"), None)
    if last is None:
        return []
    wanted = text.startswith(("a ", "an "), start) and _WANTS.fullmatch(text, last.end, start)
    if not (wanted or _DRAFTED.fullmatch(text, last.end, start)):
        return []
    codes = [last.code]
    for one in reversed([n for n in named if n.end <= last.start]):
        if not re.fullmatch(r",? and |, ", text[one.end : last.start]):
            break
        codes.insert(0, one.code)
        last = one
    return codes


_CLAUSE = re.compile(
    r"(?:,(?: and)? (?:the )?[A-Z][^.;]{0,60}?|,? and (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}) "
    r"(?:vot|abstain|oppos|veto|back|cast|support|withdr|put|tabl|said|says|told)\w*"
)


def begins_a_clause(text: str, at: int) -> bool:
    """Whether the comma or the "and" at `at`, behind the last state of a list, leads to others and what they did.

    >>> begins_a_clause("by Peru and Chad, Mali opposed it", 16), begins_a_clause("by Peru and Chad, Mali and Oman", 16)
    (True, False)
    """
    return _CLAUSE.match(text, at) is not None


_PARTS_A_LIST = re.compile(rf"[\s,]*(?:and |& |the |both |with |[\w-]+ from |all(?:y|ies) |{WHOSE_ALLY})*\s*")


def _list_of_states(text: str, found: list[Nation], start: int) -> list[Nation]:
    """The states of a list ("Britain, France and Germany") that begins at `start`.

    It ends where other words begin, and behind its "and" where a comma begins a clause.
    """
    listed: list[Nation] = []
    at, last = start, False
    for nation in found:
        between = text[at : nation.start]
        if not _PARTS_A_LIST.fullmatch(between) or (last and begins_a_clause(text, at)):
            break
        last = " and " in between
        listed.append(nation)
        at = nation.end
    return listed


def share(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two lists of sponsors have one in common; a group may stand for any of its states.

    >>> share(("FRA", "ESP"), ("european",)), share(("RUS",), ("western",))
    (True, False)
    """
    left, right = set(first), set(second)
    if left & right:
        return True
    if any(_STANDS_FOR[one] & (right if one in left else left) for one in left | right if one in _STANDS_FOR):
        return True
    others = right if "elected" in left else left if "elected" in right else set()
    return any(code.isupper() and code not in PERMANENT for code in others)
