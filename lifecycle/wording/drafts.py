"""Places where a text names a draft resolution, and what each says of it.

Knows the words round a noun that name a rival, an earlier text, one of several or a symbol. Refuses to know which nouns
name a draft at all (`heads`), what sponsors are called (`sponsors`) and which draft is
meant (`reading.register`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lifecycle.wording.heads import HEAD, names_a_draft
from lifecycle.wording.nations import Nation
from lifecycle.wording.sponsors import blocs_in, drafters_before, puts_forward, said_behind


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun phrase that names a draft, at `start`..`end` of a sentence.

    `strong`: the noun alone says that it is a draft; `definite`: it points to one already named; `own`: "its own";
    `new`: one text beside another; `counted`: a plural for texts of today. `sponsors` are codes of states and blocs;
    `adjective`: they stand in the phrase itself ("the French draft"), so they tell drafts apart. `ended`: it is called
    one that did not pass; `again`: it is "a second", which is another text once the first has ended. `turn`: the word
    for its place among several: "the second", "the latter text", "the new draft"; alone, if there is no `head`.
    `fresh`: it is "a new" one; `about`: the code of the state that stands behind it, "a draft on Chad". `called` are
    the words of the phrase before the noun; `said`, those with what stands behind.
    """

    start: int
    end: int
    head: str
    strong: bool
    definite: bool
    plural: bool = False
    counted: bool = False
    rival: bool = False
    own: bool = False
    new: bool = False
    sponsors: tuple[str, ...] = ()
    adjective: bool = False
    symbol: str | None = None
    number: str | None = None
    ended: bool = False
    again: bool = False
    turn: str | None = None
    fresh: bool = False
    about: str | None = None
    called: str = ""
    said: str = ""


_SYMBOL = re.compile(r"\bS/(?:\d{4}/\d+|\d{4,5})\b")
_SYMBOL_BEHIND = re.compile(
    r",? (?:submitted|presented|tabled|proposed|introduced|put forward) by [^.;()]{2,90} "
    r"\((?:contained in |to be issued as )?(?:document )?(S/\d{4}/\d+)"
)
"""A document number behind the sponsors: "a draft submitted by Peru (document S/2022/541)"."""
_NUMBER = re.compile(r"\s?(?:No\.? ?|number )?(?P<n>\d{1,4})(?:\s?\((?:19|20)\d\d\))?(?!\w)")
_COUNTED = re.compile(r"\b(?:two|both|three|these|the|rival|competing|neither|all)\b", re.IGNORECASE)
_RIVAL = re.compile(r"\b(?:rival|competing|alternative|counter|opposing)\b|counter-?(?:re|pro|dr|te)", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:the|this|that|any(?! (?:draft|text|resolution)\b)|such|no|its|their|[\w.]+['’]s?)\s", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"(?:its|their|his|her|whose|own)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|their|his|her) own\b|\bown (?=\w)", re.IGNORECASE)
_OF_ITS_OWN = re.compile(r" of (?:its|their|our|his|her|my) own\b|, (?:its|their) own(?=[,.;]|$)")
_IT_WROTE = re.compile(
    r",? (?:that |which )?(?:it|they) (?:itself |themselves )?(?:has |have |had )?"
    r"(?:drafted|wrote|written|sponsored|authored|prepared|penned|drew up|drawn up|proposed|tabled|put forward)\b"
)
"""What says that the subject wrote the text: "called for a vote on a resolution it drafted"."""
_OTHER_VERSION = re.compile(r"\b(?:alternative|rival|different|competing) version of $")
_OWN_VERSION = re.compile(r"\b(?:its|their)(?: own)? (?:\w+ ){0,2}(?:version|push|bid) (?:of|for) (?:[\w-]+ ){0,5}$")
_VERSION_OF = re.compile(r"\b(?:version|variant) of (?:the |this |a )?(?:[\w.]+ ){0,2}$")
_NEW = re.compile(
    r"\b(?:another|separate|broader|wider|different|far-reaching|shorter|narrower|simpler|smaller|follow-up)\b",
    re.IGNORECASE,
)


_YET_ANOTHER = re.compile(r"\byet another\b", re.IGNORECASE)
"""Words that count a text and tell it from none beside it: "decided to veto yet another resolution"."""


def symbol_behind(text: str, end: int) -> str | None:
    """The document number that stands behind the sponsors of a draft whose name ends at `end`.

    >>> symbol_behind("The first, submitted by Peru (document S/2022/541), would", 9)
    'S/2022/541'
    """
    found = _SYMBOL_BEHIND.match(text, end)
    return found.group(1) if found else None


def references(text: str, named: Sequence[Nation]) -> Iterator[Reference]:
    """Every draft named in the sentence `text`, in order; `named` are the states it names."""
    for head in HEAD.finditer(text):
        if names_a_draft(text, head):
            yield _reference(text, head, named)


def _reference(text: str, head: re.Match[str], named: Sequence[Nation]) -> Reference:
    version = _VERSION_OF.search(text[max(0, head.start() - 60) : head.start()])
    at = head.start() - (len(version.group()) if version else 0)
    start = _phrase_start(text, at, points=not head.group().endswith("s"))
    phrase = text[start : head.end()].lstrip("\"“‘'(")
    after = text[head.end() : head.end() + 60]
    inside = [n.code for n in named if start <= n.start < head.start() and puts_forward(text, n)]
    inside += blocs_in(phrase)
    # "The Libya and Ivory Coast resolutions" are named by what they were about, not by whose texts of today they are.
    about = any(n.form == "name" and not puts_forward(text, n) for n in named if start <= n.start < head.start())
    number = _NUMBER.match(after)
    symbol = _SYMBOL.search(phrase + after[:40])
    own, rival, noun = _is_own(text, head), _is_rival(text, start, head), head.group()
    if version and version.group().endswith(("the ", "this ")) and not (rival or own):
        inside = []  # "an American version of the text" is the text as the Americans had it
    same = version is not None or noun.startswith("version")  # "the second version" is one of the same text
    return Reference(
        start,
        head.end() + (number.end() if number else 0),
        noun,
        head.group("weak") is None,
        bool(_DEFINITE.match(phrase)),
        noun.endswith("s"),
        (bool(_COUNTED.search(phrase)) and not about) or (noun.endswith("s") and len(inside) > 1),
        rival,
        own or bool(_POSSESSIVE.match(phrase)),
        bool(_NEW.search(phrase)) and not _YET_ANOTHER.search(text, max(0, start - 4), head.end()),
        tuple(dict.fromkeys((*inside, *said_behind(text, head.end(), named), *drafters_before(text, start, named)))),
        bool(inside),
        symbol.group() if symbol else symbol_behind(text, head.end()),
        number.group("n") if number else None,
        bool(_ENDED.search(phrase)),
        bool(_AGAIN.match(phrase)) and not same,
        None if same else _turn(text, start, head),
        bool(_FRESH.match(phrase) or noun in {"compromise", "fallback"}) and not same,
        None if noun.endswith("s") else _about(text, head.end(), named),
        text[start : head.start()],
        text[start : _said_until(text, head.end())],
    )


NAMED_WITHIN = 90
"""So many characters behind a noun may say what a text is about."""
_GOES_ON = re.compile(rf"(?:(?!, (?:but|while|which|who|after|when)\b|\. )[^;:]){{0,{NAMED_WITHIN}}}")


def _said_until(text: str, end: int) -> int:
    """Where the words end that say of a draft, whose noun ends at `end`, what it is about."""
    behind = _GOES_ON.match(text, end)
    return behind.end() if behind else end


_ON = re.compile(r" (?:on|about) (?:the )?")
_MORE = re.compile(r"(?: and |, |/|-|['’])")
"""Behind a state, what makes the matter that of several, or of something it owns."""


def _about(text: str, end: int, named: Sequence[Nation]) -> str | None:
    """The code of the one state that the noun which ends at `end` is said to be about."""
    on = _ON.match(text, end)
    state = next((each for each in named if on and each.start == on.end() and each.form == "name"), None)
    return state.code if state and not _MORE.match(text, state.end) else None


def _is_own(text: str, head: re.Match[str]) -> bool:
    """Whether the words round the noun say that it is the subject's: "a text of its own", "a resolution it wrote"."""
    before = text[max(0, head.start() - 70) : head.start()]
    behind = _OF_ITS_OWN.match(text, head.end()) or _IT_WROTE.match(text, head.end())
    return bool(behind or _OWN_VERSION.search(before))


def _is_rival(text: str, start: int, head: re.Match[str]) -> bool:
    """Whether the words call it one text against another."""
    phrase = text[start : head.end()]
    called = _RIVAL.search(phrase) or _OWN.search(phrase) or _OF_ITS_OWN.match(text, head.end())
    return bool(called or _OTHER_VERSION.search(text[:start]))


def _turn(text: str, start: int, head: re.Match[str]) -> str | None:
    """The word for the place of the draft among several, or the "that" which points to the one just named."""
    turn = _TURN_OF.search(text[max(0, head.start() - 40) : head.start()])
    if turn and not (turn.group(1) == "new" and text.startswith(" would have", head.end())):
        return turn.group(1)
    return "that" if text[start : head.start()].lower() == "that " else None


_ENDED = re.compile(r"\b(?:rejected|defeated|vetoed|failed|blocked|beaten)\b")
_AGAIN = re.compile(
    r"\W*[Aa]n? (?:second|third|fourth|(?:earlier|previous)(?= [A-Z]))\b"
    r"(?! (?:revised|amended|updated|softened|modified))"
)
_FRESH = re.compile(r"\W*[Aa] (?:brand )?(?:new|fresh|further)\b")
_TURN_OF = re.compile(
    r"\b(?:(?:[Tt]he|[Tt]hat|[Tt]his) |(?:[Ii]ts|[Tt]heir) (?=first|second))"
    r"(first|second|third|former|latter|other(?= (?:[A-Z]\w+ )?$)|new(?= (?:[a-z-]+ )?$)) "
    r"(?:(?<=new )[a-z-]+ |(?<=other )[A-Z]\w+ )?$"
)
_ENDS_PHRASE = re.compile(
    r"(?:of|in|on|for|to|by|with|from|against|as|while|after|before|when|that|which|vetoed|adopted|passed|said|has|had"
    r"|was|is|will|would|at|over|have|were|are|nor|neither|vetoes|blocks|rejects|adopts|fails|veto|adopt"
    r"|tables|circulates|submits|proposes|introduces|offers|presents|floats|delays|postpones|withdraws|backs|opposes"
    r"|discusses|considers|withdrew|withdraws|pulls|drops|scraps|put|puts|brought)$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"[\"“‘'(]*(?:the|a|an|this|that|its|their|his|whose|another|such|no|any|each|both|these|those|two|three"
    r"|[\w.]+['’]s?)$",
    re.IGNORECASE,
)


def _phrase_start(text: str, head: int, *, points: bool) -> int:
    """Where the noun phrase begins: at its determiner, or as far back as its adjectives go.

    `points`: a "that" right before the noun belongs to it.
    """
    start, first = head, max(0, head - 90)
    for word in reversed(list(re.finditer(r"\S+", text[first:head]))[-9:]):
        at, token = first + word.start(), word.group()
        if "--" in token or "—" in token:
            return at + max(token.rfind("--") + 2, token.rfind("—") + 1)
        if token[-1] in ",.;:)" and not re.search(r"(?:[A-Z]\.)+$|,$", token):
            break
        if start == head and points and token in {"That", "that"}:
            return at  # "that text" points; "said that texts" does not
        if _ENDS_PHRASE.match(token):
            break
        start = at
        if _DETERMINER.match(token) and not re.search(r"^[A-Z].*['’]s?$|^members['’]$", token):
            break
    return start
