"""Places where a text names a draft resolution, and what each says of it.

Knows the nouns that can mean a draft, the words round them that name a rival, an earlier text or a symbol, and the
resolutions that are no such thing (of a conflict, of another body). Refuses to know what sponsors are called
(`sponsors`) and which draft is meant (`register`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lifecycle.mining.caseless import Caseless, small
from lifecycle.mining.nations import Nation
from lifecycle.mining.sponsors import blocs_in, drafters_before, puts_forward, said_behind


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun phrase that names a draft, at `start`..`end` of a sentence.

    `strong`: the noun alone says that it is a draft; `definite`: it points to one already named; `own`: "its own";
    `new`: one text beside another; `counted`: a plural for texts of today. `sponsors` are codes of states and blocs;
    `adjective`: they stand in the phrase itself ("the French draft"), so they tell drafts apart. `ended`: it is called
    one that did not pass; `again`: it is "a second", which is another text once the first has ended. `turn`: the word
    for its place among several: "the second", "the latter text", "the new draft"; alone, if there is no `head`.
    `fresh`: it is "a new" one.
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


_HEAD = Caseless(
    r"\b(?P<strong>(?:counter-?)?resolutions?|counter-?(?:drafts?|proposals?|texts?)"
    r"|(?:zero )?draft(?: (?:UN |U\.N\. |Security Council )?(?:resolution|text|proposal|measure|document))?s?)\b"
    r"|(?<!resolution )(?<!draft )(?<!document )(?<!text )(?<![\w(])(?P<symbol>s/\d{4}/\d+)\b"
    r"|(?<=[ “\"‘'])(?P<weak>texts?|measures?|proposals?|initiative|motion|document|versions?|compromise|papers?"
    r"|rollover|stopgap|fallback|extension|renewal|alternative|one)\b"
)
_NOT_A_TEXT = re.compile(
    r"s?(?: (?:of (?:the |this |that |a |any |its |these )?(?:\w+ ){0,2}"
    r"|to (?:(?:the |this |that |a |any |its |these |all )(?:\w+ ){0,2})?)"
    r"(?:statement|letter|speech|bill|law|treaty|accord|agreement|pact|charter|constitution|budget|deal|conflict|crisis"
    r"|dispute|war|issue|problem|situation|impasse|standoff|question)\b"
    r"| assembly (?:resolution|text)|[- ]dodg| law\b| animals| constitution| treaty| agreement"
    r"| (?:presidential |press )?statement| PRST| budget| bill| legislation| report| messages?| order\b| decree"
    r"| ruling)",
    re.IGNORECASE,
)
"""What makes of a resolution the end of a dispute ("to the conflict"; but "to end the war" is a text's aim)."""
_NOT_A_DRAFT = re.compile(
    r"\b(?:conflict|dispute|crisis|peaceful|political|diplomatic|negotiated|House|Senate|[Aa]ssembly|congressional"
    r"|parliamentary|New Year['’]s?|high) $",
    re.IGNORECASE,
)
_SOMEBODYS_WORK = r"[\w.]+-(?:drafted|backed|sponsored|proposed|led|endorsed|written|tabled|inspired|driven)"
"""Whose a text is, in one word: "Saudi-drafted"."""
_EXTENSION = re.compile(
    rf"\b(?:technical|short(?:er)?|longer|brief|temporary|\w+-(?:day|week|month|year)|{_SOMEBODYS_WORK}) $",
    re.IGNORECASE,
)
_OF_TALKS = re.compile(
    r" of (?:the |a |its )?(?:\w+ )?(?:talks|truce|ceasefire|deadline|deal|lease|loan|contract|road|line)\b"
)
"""What the parties or a bank prolong, and no text."""
_VOTED_ON = re.compile(
    r" (?:was|were|is|has been|had been|be) (?:\w+ )?(?:approved|adopted|agreed|passed|vetoed|put to)\b"
)
_SOMEBODYS = re.compile(
    r"\b(?:its|their)(?: own)? $|\b(?:[Aa]n?|[Tt]he) (?:rival |competing )?"
    r"(?:[A-Z]\w+-)?(?:[A-Z]\w+(?:an|ish|ese|nch|i|ic|eek|utch|iss)|US|U\.S\.|UK)(?:-\w+)? $"
    r"|\b(?:introduc|propos|offer|tabl|present|submitt?|circulat)(?:ed|es|s|ing|e)? an $"
)
"""What makes an alternative somebody's text: "its alternative", "a Russian alternative"."""
_WHOSE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?:rival |competing |second )?"
    r"(?:[A-Z]\w+(?:an|ish|ese|nch|i|ic|eek|utch|iss)|US|U\.S\.|UK)(?:-\w+)? $"
    r"|\b(?:[Aa]n earlier|[Aa] (?:rival|competing|second|separate|broader|softer)|[Tt]he (?:rival|competing)) $"
)
"""What makes "one" a text beside another: "vetoed the Omani one"."""
_FOR_AN = re.compile(
    r"\b(?:drafts?|texts?|resolutions?|measures?|proposals?) (?:for|on|of|with|seeking|granting|providing for) "
    r"(?:an? |the )?(?:[\w-]+ ){0,2}$"
)
"""What makes of an extension the matter of a text."""
_BROUGHT = re.compile(
    r",? (?:(?:that|which) )?(?:(?:was|had been|has been|is being) )?(?:(?:finally|eventually|later|now) )?(?:vetoed"
    r"|blocked|rejected|defeated|voted down|adopted|(?:being )?put to (?:the|a) vote|tabled|drafted|circulated"
    r"|submitted|put forward) (?:by|on|in|to|at|last|earlier|late|this|yesterday|two|a|\w+day)\b"
)
"""What makes "the one" a text: "the one vetoed on Friday"."""
_ONE_BY = re.compile(
    r"(?: (?:drafted|written|sponsored|backed|tabled|submitted|put forward))? (?:by|from) (?:the )?[A-Z]"
)
_SEVERAL = re.compile(r"\b(?:drafts|texts|resolutions|measures|proposals|versions)\b")
_OF_A_THING = re.compile(r"\b(?:car|vehicle|truck|bus|debt|loan|lorry) $")
_OURS = re.compile(r"[Cc]ouncil|\bU\.?N\b|\bdraft\b")
"""What tells a joint resolution of several sponsors from one of Congress."""
_NOT_BEFORE = re.compile(
    r"\b(?:conflict|dispute|crisis|peaceful|political|diplomatic|negotiated|swift|House|Senate|congressional"
    r"|parliamentary|new year['’]s?|high|screen|these|those|and|or|text) $",
    re.IGNORECASE,
)
_NOT_BEFORE_MEASURES = re.compile(
    r"\b(?:security|punitive|confidence[- ]building|protective|necessary|tough|tougher|other|economic|peace) $",
    re.IGNORECASE,
)
"""What makes measures, initiatives and proposals of those that any government takes; a text is one whatever it is."""
_WEAK_NEEDS = re.compile(
    r"\b(?:(?:the|this|that|its|their|an?) (?:\w+er|[\w-]+-(?:day|week|month|year)|compromise|joint|modest|technical"
    r"|one-page|similar|balanced|separate|different|milder|weaker)"
    r"|the|this|that|its|their|a|an|rival|own|competing|alternative|same|proposed|latest|new|whole|final"
    r"|another|any|such|no|third|fourth|present|two|three|four|five|six|several|many"
    rf"|{_SOMEBODYS_WORK}|(?:the|a|new|proposed) (?:[Ss]ecurity )?[Cc]ouncil"
    r"|(?:two|three|four|five|six|several|many) (?:\w+er|rival|competing|separate|similar)"
    r"|both|two|(?:week|month|year|day)['’]s|[A-Z][\w.]*(?:['’]s)?"
    r"|(?:sponsors|members|authors|powers|delegations|states|envoys)['’]) $"
)
_WHICH_VERSION = re.compile(
    r"\b(?:own|another|its|their|her|his|new|early|modified|clean|present|two|three|four|five|several|compromise|initial|first|revised|softened|amended|latest|earlier|second|third|fourth|final|shorter|softer|updated|weaker"
    r"|watered-down|previous|original|British|French|American|US|U\.S\.|Russian|Chinese|German) $",
    re.IGNORECASE,
)
_SENT_ROUND = re.compile(
    r" (?:circulated|distributed|presented|shared|sent|handed|put forward|tabled|submitted|introduced|drafted) "
    r"(?:out |round |around |to |by )?"
)
_OF_THE_TEXT = re.compile(r" of (?:the|this|a|an) (?:[\w.]+ ){0,2}(?:text|draft|resolution|measure)\b")
_OF_EVENTS = re.compile(r" of (?:events|history|the (?:facts|truth|story)|what)\b")
_SUBJECT_OF_TEXT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Ii]ts|[Tt]heir) (?!full |plain |main |sms )(?:[a-z-]+,? ){1,3}$"
)
"""What a text is about, between it and its article: "the sanctions text"."""
_SYMBOL = re.compile(r"\bS/(?:\d{4}/\d+|\d{4,5})\b")
_SYMBOL_BEHIND = re.compile(
    r",? (?:submitted|presented|tabled|proposed|introduced|put forward) by [^.;()]{2,90} "
    r"\((?:contained in |to be issued as )?(?:document )?(S/\d{4}/\d+)"
)
"""A document number behind the sponsors: "a draft submitted by Peru (document S/2022/541)"."""
_NUMBER = re.compile(r"\s?(?:No\.? ?|number )?(?P<n>\d{1,4})(?:\s?\((?:19|20)\d\d\))?(?!\w)")
_COUNTED = re.compile(r"\b(?:two|both|three|these|the|rival|competing|neither|all)\b", re.IGNORECASE)
_RIVAL = re.compile(r"\b(?:rival|competing|alternative|counter|opposing)\b|counter-?(?:re|pro|dr|te)", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that|any|such|no|its|their|[\w.]+['’]s?)\s", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:its|their|his|her|own)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|their|his|her) own\b|\bown (?=\w)", re.IGNORECASE)
_OF_ITS_OWN = re.compile(r" of (?:its|their|our|his|her|my) own\b")
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


_NOUNS = (
    *("resol", "draft", "text", "measure", "propos", "initiative", "motion", "document", "version"),
    *("compromise", "paper", "rollover", "stopgap", "fallback", "extension", "renewal", "alternative", "s/"),
)


def symbol_behind(text: str, end: int) -> str | None:
    """The document number that stands behind the sponsors of a draft whose name ends at `end`.

    >>> symbol_behind("The first, submitted by Peru (document S/2022/541), would", 9)
    'S/2022/541'
    """
    found = _SYMBOL_BEHIND.match(text, end)
    return found.group(1) if found else None


def may_name(text: str) -> bool:
    """Whether the sentence holds a noun that can mean a draft: a cheap first test."""
    letters = small(text)
    return any(noun in letters for noun in _NOUNS)


def references(text: str, named: Sequence[Nation]) -> Iterator[Reference]:
    """Every draft named in the sentence `text`, in order; `named` are the states it names."""
    for head in _HEAD.finditer(text):
        if _is_draft(text, head):
            yield _reference(text, head, named)


def _is_draft(text: str, head: re.Match[str]) -> bool:
    if _NOT_A_TEXT.match(text, head.end()):
        return False
    before = text[max(0, head.start() - 40) : head.start()]
    if head.group("symbol"):
        return True
    if head.group("strong"):
        of_congress = before.endswith("joint ") and head.group().startswith("resolution") and not _OURS.search(text)
        return not (of_congress or _NOT_A_DRAFT.search(before))
    weak = head.group("weak")
    if weak == "one":
        return _one(text, before, head.end())
    if weak in {"extension", "renewal"}:
        if _FOR_AN.search(before):
            return False  # "a draft for a six-month extension": of the draft
        of_talks = _OF_TALKS.match(text, head.end())
        return bool((_EXTENSION.search(before) and not of_talks) or _VOTED_ON.match(text, head.end()))
    if _NOT_BEFORE.search(before) or (not weak.startswith("text") and _NOT_BEFORE_MEASURES.search(before)):
        return False
    if weak.startswith("version"):
        if _OF_THE_TEXT.match(text, head.end()):
            return False  # "the American version of the text": the text itself is named behind it
        sent_round = _SENT_ROUND.match(text, head.end())
        return bool(_WHICH_VERSION.search(before) or sent_round) and not _OF_EVENTS.match(text, head.end())
    if weak == "initiative" and before.endswith(("'s ", "’s ")):
        return False  # "Russia's initiative" may be a journey
    if weak == "alternative":
        return bool(_SOMEBODYS.search(before))
    if weak == "rollover":
        return not _OF_A_THING.search(before)
    if weak == "text" and _SUBJECT_OF_TEXT.search(before):
        return True
    return weak != "measures" and bool(_WEAK_NEEDS.search(before))


def _one(text: str, before: str, end: int) -> bool:
    """Whether "one" is a text: "the Omani one", "the one vetoed on Friday", of two texts "one by Chad, one by Peru"."""
    told = before.lower().endswith("the ") and _BROUGHT.match(text, end)
    return bool(_WHOSE.search(before) or told or (_ONE_BY.match(text, end) and _SEVERAL.search(text, 0, end)))


def _reference(text: str, head: re.Match[str], named: Sequence[Nation]) -> Reference:
    version = _VERSION_OF.search(text[max(0, head.start() - 60) : head.start()])
    at = head.start() - (len(version.group()) if version else 0)
    start = _phrase_start(text, at, points=not head.group().endswith("s"))
    phrase, after = text[start : head.end()], text[head.end() : head.end() + 60]
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
        bool(_NEW.search(phrase)),
        tuple(dict.fromkeys((*inside, *said_behind(text, head.end(), named), *drafters_before(text, start, named)))),
        bool(inside),
        symbol.group() if symbol else symbol_behind(text, head.end()),
        number.group("n") if number else None,
        bool(_ENDED.search(phrase)),
        bool(_AGAIN.match(phrase)) and not same,
        None if same else _turn(text, start, head),
        bool(_FRESH.match(phrase) or noun in {"compromise", "fallback"}) and not same,
    )


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
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his) (first|second|third|former|latter|other(?= (?:[A-Z]\w+ )?$)|new(?= (?:[a-z-]+ )?$)) "
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
    r"[\"“‘'(]*(?:the|a|an|this|that|its|their|his|another|such|no|any|each|both|these|those|two|three"
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
