"""What a text commits to when it speaks of a vote to come.

Knows that one which is arranged or announced is planned, and one that is wished for, asked for without a day or thought
possible is hypothetical. Refuses to know votes that were taken, and every other step; those are `modality`'s.
"""

from __future__ import annotations

import re

from lifecycle.reading.governing import governed
from lifecycle.reading.readings import HYPOTHETICAL, NEGATED, PLANNED, Answer
from lifecycle.wording.framed import Framed
from lifecycle.wording.verbs import ASKED_THAT, NOT, REACH, TO, Verb, conditional

_HOPED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing|eful)|want(?:s|ed)?|wish\w*|could|(?-i:may)|might|can|if|possibl[ey]|would like|able to"
    r"|likelihood|reckon\w*|before any vote"
    r"|(?<!held a )(?<!to a )(?<!in a )(?<!after a )(?:early|quick|swift|speedy|prompt) vote"
    r"|not (?:\w+ )?(?:clear|known|certain|sure)"
    r"|uncertain|unsure"
    r"|effort\w*|(?:no|little) (?:certainty|guarantee)"
    r"|how (?:long|soon)|timing|chance|impossible|allow\w*|consider\w*|whether|threaten\w*|likely"
    r"|unclear|urg(?:e[sd]?|ing)|aim\w*"
    r"|look(?:s|ed|ing) for|(?:away|far|weeks|days|months|hours) from"
    r"|believ\w*|think\w*|bet on|threat|(?:from|against) (?:coming|going|being)|count\w* on|time (?:to|for a) vote"
    r"|best guess|predict\w*|back(?:s|ed)? an?"
    r"|(?:not|n['’]t) guarantee\w*|look(?:s|ed|ing) to (?:have|hold|get)"
    r"|favou?r(?:s|ed)? an?|to get a vote|probably|argu\w+ for"
    r"|insist(?!ed (?:that )?(?:they|it|he|she) would)\w*|rul\w+ out|unlikely|doubt\w*"
    r"|(?:prepared|ready|willing) to)\b",
    re.IGNORECASE,
)
_PRESSED = re.compile(
    r"\b(?:demand|seek|sought|call|ask)\w*(?: on| the \w+)*(?: the)?(?: \w+)?(?: to)? $"
    r"|\bdemands? (?:by|from) (?:[\w.]+ ){1,6}for (?=an? |the )"
    r"|\b(?:(?:push(?!ed back\b)|(?<!the )press)(?!\w* (?:ahead|forward) with (?:a|the) vote)\w*|urg(?:e[sd]?|ing)\b)",
    re.IGNORECASE,
)


_NO_DATE = re.compile(
    r"\b(?:[Nn]o|not|without) (?:\w+ )?$|\b[Nn]o (?:date|day|time|vote|schedule|timetable)\b[^.;,]{0,40}$"
)
_REQUESTED = re.compile(
    r"(?:ask|call|press|demand|request|insist|push|seek|sought)(?!\w* (?:ahead|forward) with (?:a|the) vote)\w*\b",
    re.IGNORECASE,
)
A_DAY_WITHIN = 50
"""How many characters behind a vote its day may begin."""
_ON_A_DAY = re.compile(
    r"\b(?:(?!yesterday)\w+day|tomorrow|tonight"
    r"|(?:this|next|the same|that) (?:week|weekend|day|afternoon|evening|morning|month)"
    r"|(?:within|in the next) (?:\w+ )?(?:day|hour|week)s?|soon|(?:by|before|at) the (?:end|middle|start|beginning) of"
    r"|(?:the )?following day"
    r"|in the (?:morning|afternoon|evening)|scheduled (?:at|for))\b"
)
"""A vote that its sponsors request for a day is arranged; without one it is wished for."""
_ASKED_OF = re.compile(r"\bask(?:s|ed|ing)? (?:[\w.]+ ){1,6}$")
_BRINGING = re.compile(r"(?:put|bring|take|push|move|putting|bringing|proceed(?:ing)?)\b")
_BARE_PURPOSE = re.compile(r"(?<!\bis )(?<!\bare )(?<!was )(?<!were )\bto $|\b(?:of|before|against|about) $")
_DOUBTED = re.compile(
    r"[^.;,]{0,30}\b(?:is|was|look(?:s|ed)|seem(?:s|ed)|appear(?:s|ed)) (?:\w+ )?"
    r"(?:doubtful|unlikely|in doubt|remote)\b"
)


_UNTIL = re.compile(r"\b(?:[Oo]nce|[Uu]ntil|[Aa]s soon as)\b[^,;]*$")
"""Before a vote that may come: "as soon as it is put to a vote"."""
_SUPPOSED = re.compile(
    r"Put to\b|(?:(?!bring )\w+ing \w+ (?:\w+ )?to (?:a|the) vote)$|[Aa] (?:\w+ )?vote would"
    r" (?:be|have been|only)$"
)
"""A vote thought of and no more: "Put to a vote, the text would fail", "a vote would be rash"."""
_FOR_THEM = re.compile(r"\bfor (?:the )?(?:[A-Z][\w.]* )*[Cc]ouncil $")
"""A task left to the Council: "it is for the Council to vote"."""
_BE_HELD = re.compile(r"vote(?: (?:on|in) [^.;,]{1,60})? be (?:held|taken|called)\b")
"""The bare subjunctive, which asks for a vote or finds it good: "suggested that a vote on it be held"."""
_OPTIONS = re.compile(r"\b(?:options|choices|alternatives)\b(?: |[^.;]{0,20}:[^.;]*)\Z")
"""A list of what may be done: "the options remain: go for a vote and see", "the options are to go for a vote"."""
_PREPARES = re.compile(
    r".*\b(?:[Cc]ouncil|United Nations|U\.N\.|UN|world body) (?:is |was )?"
    r"(?:prepares|(?<!is )(?<!was )prepared|preparing|readied itself|geared up|(?:gets|getting|got) ready)"
    r" (?:and )?to vote(?: on)?",
    re.DOTALL,
)
"""What the Council does before a vote that is set; a state that "is prepared to vote for a text" is willing."""
_LIKELY = re.compile(r"[^.;,]{0,30}\b(?:(?:more|less|most|very|un)? ?likely|(?:is|was) possible)\b")
_NOT_SO = re.compile(
    r"^no (?:date|time|day)\b|(?:\bnot|n['’]t|\byet)(?: yet| to)? (?:been?|take|happen|go|come|vote)\b"
    r"|\b(?:is|was|has|had|will|would)(?: not| no longer|n['’]t| yet to)"
    r"(?! (?:\w+ )?(?:thought|considered|deemed|seen|likely|possible|certain))(?: \w+){0,4}\Z"
)
"""A cue that holds its own denial: "a vote is not expected", "the vote will not be held"."""
_NOT_BEFORE = re.compile(r"[^.;,]{0,70}\b(?:before|until|till)\b")
"""What leaves a vote that is not expected to be expected later."""


_NOT_PLANNED = re.compile(
    r"(?:n['’]t|\bnot|\bno longer|\bnever) (?:\w+ )?(?:plan|foresee|intend|expect|schedul)\w* (?:on )?(?:any )?"
    r"(?:(?:it|them|the \w+) +(?:\w+ +){0,5}to )?\Z"
)
"""What denies the vote that stands behind it: "don't plan a vote", "do not expect the text in blue to be voted on"."""
_NO_REQUEST = re.compile(
    r"(?:(?:\bnot|n['’]t)(?: yet)? (?:received|had|got|seen|made) (?:an?|any)|\bno) "
    r"(?:request|attempt|move|bid) (?:to|for) \Z"
)
"""What denies that anybody asked for it: "we have not received any request to schedule a vote"."""


_AT_FIRST = re.compile(r"(?:^|, )(?:initially|originally|previously) (?:scheduled|planned|set|due)\b")
"""What was arranged at first was arranged: "unclear when the vote, initially scheduled for Tuesday, would be"."""


def scheduled(text: str, framed: Framed, verb: Verb) -> Answer:
    """A vote to come is planned where it is arranged or announced, hypothetical where wished or thought possible."""
    if re.search(r"\b(?:should|must|may|might)\b", verb.chain):
        return HYPOTHETICAL, "modal verb"
    if _BE_HELD.match(verb.words) and verb.left.endswith(("that a ", "that the ")):
        return HYPOTHETICAL, "asked"
    if ASKED_THAT.search(verb.left) and not _PLAN.search(text[: framed.start]):
        return HYPOTHETICAL, "asked"
    if _AT_FIRST.search(verb.words):
        return PLANNED, "as it was at first"
    if re.match(r"vote (?:is |being |was )?sought", verb.words):
        return PLANNED, "asked for"
    intended = verb.left.endswith("intention of ") or bool(_PREPARES.fullmatch(verb.left + verb.words))
    open_ = _denied(text, framed, verb) or _supposed(text, framed, verb, intended)
    return open_ or _arranged(text, framed, verb, intended)


def _denied(text: str, framed: Framed, verb: Verb) -> Answer | None:
    """What denies the vote: that it is planned at all, or before a day; None if nothing does."""
    negated = NOT.search(verb.chain) or _NO_DATE.search(verb.left)
    later = _NOT_BEFORE.match(text, framed.end)
    if negated and verb.words.startswith("expect") and later:
        return HYPOTHETICAL, "not before"
    flat = negated and not TO.search(verb.chain)
    unplanned = _NOT_PLANNED.search(verb.left + verb.chain) or _NO_REQUEST.search(verb.left + verb.chain)
    if not (flat or unplanned or _NOT_SO.search(verb.words)):
        return None
    return (HYPOTHETICAL, "not before") if later and (unplanned or not flat) else (NEGATED, "not")


def _supposed(text: str, framed: Framed, verb: Verb, intended: bool) -> Answer | None:
    """What makes the vote one of thought alone; None if nothing does."""
    thought_of = _FOR_THEM.search(verb.left) or _OPTIONS.search(text, 0, framed.start)
    if (_SUPPOSED.match(verb.words) and not intended) or thought_of or _LIKELY.match(text, framed.end):
        return HYPOTHETICAL, "supposed"
    if conditional(verb) or (_UNTIL.search(verb.left) and verb.chain.startswith("is ")):
        return HYPOTHETICAL, "if"
    return (HYPOTHETICAL, "doubted") if _DOUBTED.match(text, framed.end) else None


def _arranged(text: str, framed: Framed, verb: Verb, intended: bool) -> Answer:
    """What the words round a vote to come say of its arrangement; without any, it is arranged."""
    left = text[max(framed.clause[0], framed.start - REACH) : framed.start].rpartition(", with ")[2]
    left = "" if _AND_WILL.match(verb.words) and left.endswith(" and ") else _WHAT_IT_ASKS.sub("", left)
    on_a_day = _ON_A_DAY.search(text, framed.start, framed.end + A_DAY_WITHIN)
    if _ASKED_OF.search(left):
        return (PLANNED, "asked for a day") if on_a_day and not _HOPED.search(left) else (HYPOTHETICAL, "asked")
    if arranged := re.match(r"expected(?= to\b)|an? (?:planned|scheduled|expected)(?= )", verb.words):
        return PLANNED, arranged.group()
    if _IF_POSSIBLE.match(text, framed.end):
        return HYPOTHETICAL, "if possible"
    if intended or _PLAN.search(left) or _PLANS.match(verb.words):
        return PLANNED, "plan"
    if _BRINGING.match(verb.words) and _BARE_PURPOSE.search(left):
        return HYPOTHETICAL, "a purpose"
    soon = _SOON.match(text, framed.end) or " as soon as" in verb.words
    will_call = _WILL_CALL.search(verb.chain + verb.words)
    long_since = verb.chain.startswith("had ")  # "had called for a vote on Monday" tells a request and no calendar
    asked = _REQUESTED.match(verb.words) and not will_call and (long_since or not on_a_day)
    pressed = _PRESSED.search(left + verb.words) and not will_call
    if asked or soon or _HOPED.search(left + verb.words) or pressed:
        return HYPOTHETICAL, "wished or thought possible"
    return _under(text, framed, verb) or (PLANNED, "arranged or announced")


_WILL_CALL = re.compile(r"\b(?:(?:will|would) call(?: for)?|called) (?:a|the) vote")
"""Who asks for a vote wishes for it; who calls "a vote" has it, and who will call for one has made up its mind."""
_AND_WILL = re.compile(r"(?:will|is|are|was|were) ")
"""A verb of its own behind "and", which no hope before it governs: "a text that may help, and will vote on it"."""
_WHAT_IT_ASKS = re.compile(
    r"(?:(?<=resolution )|(?<=draft ))(?:urg|demand|call|seek|ask|threaten|press)ing\b"
    r"(?:(?!\b(?:wants?|wanted|hopes?|hoped|could|may|might|seeks?|sought|urges?|calls?|called)\b)[^.;,])*\Z"
)
"""What a text asks for, which is no wish for a vote on it: "a draft urging a truce will be put to a vote"."""
_SOON = re.compile(r" as soon as possible| in the coming")
_PLAN = re.compile(
    r"\b(?:plan(?:s|ned)?|intend(?:s|ed)?|decid(?:es|ed)|agreed|scheduled|due|set)"
    r"(?: (?:today|yesterday|(?:on )?\w+day))? to (?:be (?:discussed|debated|considered|introduced|tabled) and )?$"
)
_PLANS = re.compile(r"plan(?:s|ned) to\b")
_IF_POSSIBLE = re.compile(r"[^.;]{0,40}\bif (?:at all )?possible[\"”'’]*(?:[.,;]|$| in response)")
_TO_VOTE = re.compile(r"(?:to )?(?:vote|take|cast|decide|act|put|bring|force)\b")
_UNARRANGED = frozenset(("not", "unheeded", "if", "wish", "call", "threat"))
"""Kinds of words before "to vote" that leave it open, as "is expected" and "would meet" do not."""


def _under(text: str, framed: Framed, verb: Verb) -> Answer | None:
    """What the word before "to vote" makes of it: "needs to vote", "has refused to vote"; None if nothing does."""
    if verb.chain.strip() != "to" or not _TO_VOTE.match(verb.words):
        return None
    makes, why = governed(framed, Verb(verb.left, "to ", "base", verb.words))
    if why not in _UNARRANGED or (why == "call" and _ON_A_DAY.search(text, framed.start, framed.end + A_DAY_WITHIN)):
        return None
    return makes, why
