"""What the auxiliaries of a step make of it: "had not been vetoed", "would be vetoed", "is to be vetoed".

Knows "not", the modals, "will", "is to" and the perfect, a participle that shares the auxiliary of another, and what
makes of a bare participle a wish or a time. Refuses to know the words that settle a step before they are asked
(`modality`) and how a governing word is found (`governing`).
"""

from __future__ import annotations

import re

from lifecycle.reading.behind import would_be_the_first
from lifecycle.reading.conditions import would_be_first
from lifecycle.reading.forecasts import foreseen, guessed, turned_out
from lifecycle.reading.governing import governed
from lifecycle.reading.infinitives import infinitive
from lifecycle.reading.readings import HYPOTHETICAL, NEGATED, OCCURRED, PLANNED, Answer
from lifecycle.wording.framed import PROCESS, Framed
from lifecycle.wording.verbs import ASKED_THAT, MODAL, NOT, TO, WILL, Verb, conditional

_SO_THAT_NOT = re.compile(
    r"\b(?:ensur(?:e|ing)|make sure|so that|lest)\b"
    r"|\bhop(?:es?|ed|ing) (?:that )?(?:(?!and\b|but\b|for\b)[\w.’'-]+ ){1,4}$"
)
"""What makes of a "not" a thing hoped for or guarded against: "hopes that Russia will not veto it"."""
_IS = re.compile(r"(?:first |second )?(?:is|are|has been|have been) ")
_UNTIL = re.compile(r"\b(?:[Oo]nce|[Ww]hen|[Uu]ntil|[Bb]efore|[Aa]fter|[Aa]s soon as)\b[^,;]*$")
"""What makes of "is adopted" a thing to come."""
_ONCE = re.compile(r"\b(?:[Oo]nce|[Uu]ntil|[Aa]s soon as)\b[^,;]*$")
_BARE_BE = re.compile(r"(?:\w+ly )*(?:being |be )(?:being |be |\w+ly )*")
_COMPLEMENT = re.compile(
    r"\b(?:get|getting|have|having|see|seeing|wants?|wanted) (?:an?|the|its|their|that|this|it)\b(?:(?! to )[^,])*$"
)

_WANTED = re.compile(r"\b(?:(?<!most )want(?:s|ed)|would like) $|(?:^\W*O|, o)nce $")
"""What makes of a participle a wish: "the text, which Paris wanted adopted"."""
_TALLIED = re.compile(r" (?:\d|unanimous|by \w+ (?:votes )?to)")
"""What makes of it a deed all the same: "once adopted by 13 votes to none"."""
_AS_A_TIME = re.compile(
    r"\b(?:called|asked|said|met|waited|spoke|announced|circulated|tabled)\b[^.;]* (?:before|after|while)"
    r" (?:\w+ing [^.;,]{1,40} and )?$"
)
"""What makes of a participle a deed in its time: "called for a vote on Monday before postponing it"."""
_ADVERBS = re.compile(
    r"(?:(?:\w+ly|also|now|again|then|later|first|just|both|all|even|still|ever|yet|soon|already"
    r"|at (?:the very )?least) +)+"
)
_TO_GET = re.compile(
    r"(?<!managed )(?<!succeeded )\b(?:to|will|would|can|could|may|might) (?:get|have|see) "
    r"(?:an?|the|its|their|that|this) "
    r"(?:[\w-]+ ){1,5}$"
)
"""What makes of a past participle something to come: "to have a resolution passed"."""


_NOT_HAVE = re.compile(r"\b(?:would|could|might|should)(?: not|n['’]t) have\b")
_HAD_NOT = re.compile(r"(?:^\W*Had\b[^.;,]* not|\b[Ii]f\b[^.;,]* (?:had not|hadn['’]t)) (?:been )?$")
"""What was done, told as if it had not been: "had Norway not withdrawn it"."""
_THEY = re.compile(r"\b(?:it|they|he|she|we|I) $")
"""Who speaks of what he will do himself: "said it would withdraw"."""


def _not_done(text: str, framed: Framed, verb: Verb) -> Answer:
    """What a "not" among the auxiliaries makes of the step."""
    if framed.rule.type == "adopted" and _NOT_BY_ALL.fullmatch(verb.chain) and not _SUPPOSED.search(verb.left):
        return OCCURRED, "not by all"
    if _NOT_HAVE.search(verb.chain):
        return HYPOTHETICAL, "counter to fact"
    if _HAD_NOT.search(verb.left + verb.chain) and "would have" in text:
        return OCCURRED, "counter to fact"
    open_ = (
        conditional(verb)
        or re.search(r"\b(?:might|may|likely|probably|perhaps|should|must)\b", verb.chain)
        or _SO_THAT_NOT.search(verb.left)
    )
    return (HYPOTHETICAL, "if or might") if open_ else (NEGATED, "not")


def chained(text: str, framed: Framed, verb: Verb) -> Answer:
    """What the auxiliaries of a step say of it; where they leave it open, what the word says that governs it."""
    chain = verb.chain
    if turned_out(text, framed.start) and not NOT.search(chain):
        return OCCURRED, "as it turned out"
    if TO.search(chain):
        first = would_be_the_first(text, framed.end, verb.left + chain)
        return (HYPOTHETICAL, "the first would be") if first else infinitive(framed, verb)
    if NOT.search(chain):
        return _not_done(text, framed, verb)
    if MODAL.search(chain):
        own = framed.rule.type in PROCESS or (framed.rule.type == "withdrawn" and _THEY.search(verb.left))
        process = own and re.search(r"\bwould\b", chain) and not re.search(r"\bhave\b", chain)
        unsure = conditional(verb) or foreseen(verb.left)
        return (PLANNED, "future in the past") if process and not unsure else (HYPOTHETICAL, "modal verb")
    if WILL.search(chain):
        unsure = conditional(verb) or guessed(chain + verb.words) or foreseen(verb.left)
        return (HYPOTHETICAL, "if or likely") if unsure else (PLANNED, "plan")
    if _IS.fullmatch(chain) and (_UNTIL.search(verb.left) or text.endswith("after", 0, framed.clause[0])):
        return HYPOTHETICAL, "once it is"
    if _BARE_BE.fullmatch(chain):
        makes, why = governed(framed, verb)
        return (HYPOTHETICAL, "a demand") if makes == OCCURRED and chain.startswith("be ") else (makes, why)
    said = " that " in text[framed.clause[0] : framed.start]  # "told them after a meeting that it has tabled"
    once = _ONCE.search(verb.left) or (text.endswith("after", 0, framed.clause[0]) and not said)
    if chain.startswith(("has ", "have ")) and once:
        return HYPOTHETICAL, "once it has"
    if chain.strip() and not _ADVERBS.fullmatch(chain):
        return _told_as_fact(verb)
    if _WILL_GO_ON.search(verb.words) or _begins(verb):
        return PLANNED, "future in the past"
    if verb.words.startswith("put") and ASKED_THAT.search(verb.left):
        return HYPOTHETICAL, "asked"
    if verb.form == "ing" and not chain and _AS_A_TIME.search(verb.left) and not MODAL.search(verb.left):
        return _told_as_fact(verb)
    if verb.form == "past" and _TO_GET.search(verb.left):
        return HYPOTHETICAL, "a purpose"
    if verb.form == "past" and not chain and _WANTED.search(verb.left) and not _TALLIED.match(text, framed.end):
        return HYPOTHETICAL, "wanted"
    if verb.form == "past" and not _COMPLEMENT.search(verb.left):
        return _coordinated(verb) or _told_as_fact(verb)
    return governed(framed, verb)


_NOT_BY_ALL = re.compile(r"was(?: not|n['’]t) unanimously ")
"""What denies that all were for a text, and so tells that enough were: "was not unanimously adopted"."""
_SUPPOSED = re.compile(r"\b(?:[Ii]f|[Uu]nless|in case|would|might|may|whether)\b")
_WILL_GO_ON = re.compile(r" (?:would|will|should) (?:\w+ )?(?:continue|resume|go on|carry on|begin|start|follow)$")
"""A cue that holds its own future: "talks would resume"."""
_WILL_BEGIN = re.compile(r"(?<!or )\b(?:would|will) (?:formally |now |then )?(?:continue|resume|go on|begin|start) $")
"""A future that only begins the step: "members would begin discussing the text"."""
_WISHED = re.compile(r"\b(?:wish\w*|nobody|no one)\b")


def _begins(verb: Verb) -> bool:
    """Whether a step is told as one that will begin, and by nobody's wish or guess."""
    begins = verb.form == "ing" and _WILL_BEGIN.search(verb.left) and not _WISHED.search(verb.left)
    return bool(begins) and not foreseen(verb.left) and not conditional(verb)


_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying) (?:(?:on|late|again|\w+ly|\w+day) ){0,3}(?:that|having)"
    r"|(?:den|dismiss|rebutt|refut)\w* (?:[\w-]+ ){0,3}(?:reports?|rumou?rs?|claims?|suggestions?) (?:that|of))\b"
    r"(?:(?!\b(?:and|but)\b)[^.;,]){0,90}$"
)


def _told_as_fact(verb: Verb) -> Answer:
    if _DENIED.search(verb.left + verb.chain):
        return NEGATED, "denied"
    if would_be_first(verb.left):
        return HYPOTHETICAL, "it would be the first"
    return (HYPOTHETICAL, "if") if conditional(verb) else (OCCURRED, "")


_SHARED = re.compile(
    r"\b(?P<modal>would|could|might|may|should|can|will|to) (?:not only )?(?:\w+ )?be \w+[^.;]{0,40}?"
    r"\b(?:and|or|but|nor)(?: not)?(?: then| later| even)?(?: at the very least)?(?: \w+ly)? $"
)


def _coordinated(verb: Verb) -> Answer | None:
    """A participle that shares the auxiliary of the one before: "would be discussed but not introduced"."""
    shared = _SHARED.search(verb.left + verb.chain)
    if not shared and verb.words.lower().startswith(("cast", "put")):
        shared = _OR_EVEN.search(verb.left + verb.chain)
    if not shared:
        return None
    arranged = shared["modal"] in {"will", "shall"} or _IS_TO_BE.search(verb.left)
    if arranged and not conditional(verb) and not foreseen(verb.left[: shared.start()]):
        return PLANNED, f"shares {shared['modal']!r}"
    return HYPOTHETICAL, f"shares {shared['modal']!r}"


_IS_TO_BE = re.compile(r"\b(?:is|are|was|were|due|set|scheduled|plan(?:s|ned)?|about|going) to be \w+[^.;]*$")

_OR_EVEN = re.compile(
    r"\b(?P<modal>would|could|might|may|should|can|will) (?:\w+ ){1,6}?(?:or|and)(?: even| also| then)? $"
)
"""The same for a verb whose past is its base: "could abstain or even cast"."""
