"""A ballot told as a noun: whether it was cast, is anybody's or only foreseen, and what "no vote" means.

Knows the words round "a veto", "an abstention" and "no vote", and what a veto that was cast does to the world. Refuses
to know ballots told as verbs; those are `modality`'s.
"""

from __future__ import annotations

import re

from lifecycle.wording.framed import Framed
from lifecycle.wording.verbs import Verb

_NEVER_DONE = re.compile(
    r"\b(?:(?<!sole )(?<!only )(?<!lone )(?<!single )(?<!russian )(?<!chinese )(?<!american )(?<!french )(?<!british )"
    r"(?<!\ba )no vote|never|without (?:a|any) vote"
    r"|vot(?:e|ing)\b.*\bdid(?: not|n['’]t)|not (?:held|taken|put))\b"
    r"|\b(?:made|mak\w+) no\b|(?:\bnot|n['’]t) (?:yet )?(?:been )?(?:put|brought)\b",
    re.IGNORECASE,
)
"""A cue that holds its own denial."""
_HIS_NO = re.compile(r"(?:\b(?:his|her|its|their)|['’]s) $")
"""What makes of "no vote" a vote against: "defended his no vote"."""


def held_no_vote(verb: Verb) -> bool:
    """Whether the cue holds its own denial, and does not name somebody's vote against."""
    return bool(_NEVER_DONE.search(verb.words)) and not _HIS_NO.search(verb.left)


_A_BALLOT = re.compile(r"(?:veto|abstention)\Z|vote (?:against|for|in favou?r)\b")
"""A ballot as a noun, which with "a" before it may be anybody's: "a vote against this text is a vote for war"."""
_A_VETO = re.compile(
    r"(?<!after )(?<!by )(?<!with )(?<!despite )(?<!following )(?<!of )(?<!was )(?<!is )(?<!cast )"
    r"(?<!fell to )(?<!falling to )(?<!fall to )(?<!falls to )"
    r"(?<!ran into )(?<!fell foul of )(?<!fell victim to )(?<!up against )"
    r"(?<!due to )(?<!because of )(?<!wing to )(?<!hanks to )(?<!met )(?<!drew )"
    r"(?<!in )(?<!saw )(?<!ended in )(?<!led to )"
    r"\b(?:[Aa]n?|[Aa]nother)(?: (?:US|U\.S\.|[A-Z]\w+))? $"
)
"""A veto that is not known yet: "a veto would be seen as a slap"; one cast is "the veto" or "its veto"."""


_WAS_CAST = re.compile(r"[^.;,]{0,60}? (?:(?:was|were|had been) (?:\w+ )?(?:cast|recorded|registered)|came from)\b")
"""What makes of a ballot one that was held: "a vote in favour of the draft was cast by Peru"."""


_DID = re.compile(
    r"(?: (?:by|on|in|over|late) [^.;,]{2,40}?)?"
    r" (?:cleared|allowed|enabled|ensured"
    r"|derailed|killed|blocked|sank|stopped|doomed|scuttled|thwarted|prevented|dashed|buried|stymied)\b"
)
"""What makes of a veto one that was cast: "a veto on Friday derailed it"."""
_COUNTED = re.compile(
    r"\b(?:received|got|won|garnered|drew|with) (?:\w+ ){0,2}(?:\d+|[a-z]+teen|nine|ten|eleven|twelve) "
    r"(?:\w+ )?votes?\b"
    r"(?:(?!\b(?:but|would|could|will|if)\b)[^.;]){0,60} and (?:an? |one )(?:[A-Z]\w+ )?\Z"
)
"""What makes of a ballot the last of a count: "received 13 votes, an abstention from Peru and a Russian veto"."""


def _counted(before: str) -> bool:
    return bool(_COUNTED.search(before)) and not _NOT_HELD.search(before)


_NOT_HELD = re.compile(r"\b(?:should|would|could|might|straw poll|short of)\b")


def any_ballot(text: str, framed: Framed, verb: Verb) -> bool:
    """Whether a ballot told as a noun is anybody's, and none that was held."""
    before = text[max(0, framed.start - 40) : framed.start]
    if not (_A_BALLOT.match(verb.words) and _A_VETO.search(before)) or _counted(text[: framed.start]):
        return False
    return not ((framed.rule.type == "voted" and _WAS_CAST.match(text, framed.end)) or _DID.match(text, framed.end))


_FORESEEN = re.compile(
    r"\b(?:expected|likely|threatened|possible|potential|looming|probable|certain|promised|feared|inevitable|imminent"
    r"|anticipated|foreseeable|future|eventual|prospective|would-be|almost sure)"
    r" (?:[A-Z][\w.-]+ ){0,3}(?:double )?veto",
    re.IGNORECASE,
)
"""A veto that is only foreseen: "a probable Russian veto"."""


def only_foreseen(text: str, framed: Framed) -> bool:
    """Whether a veto is one that is feared or asked about: "a probable Russian veto", "a veto threat", "A veto?"."""
    foreseen = framed.rule.id in {"vetoed", "vetoed-used"} and _FORESEEN.search(
        text, max(0, framed.start - 40), framed.end
    )
    return bool(
        foreseen
        or (text.startswith("?", framed.end) and _BARE.fullmatch(text, 0, framed.start))
        or text[framed.end : framed.end + 8].lower().startswith((" threat", " warning"))
    )


_BARE = re.compile(r"\W*(?:(?:[Aa]n?|[Aa]nother) )?(?:[\w.]+ ){0,2}")
"""What may stand before a veto that is no more than asked about: "US veto?"."""
_NOT_BECAUSE = re.compile(
    r"\b(?:[Ii]t|draft|text|resolution|measure|bid) (?:did|was)(?: not|n['’]t) "
    r"(?:fail|failed|defeated|rejected|fall|lose|lost) (?:because|due to|owing to|on account of)\b[^.;,]*\Z"
)
"""What denies a veto as the reason: "it did not fail because Peru cast a veto"."""


def not_the_reason(text: str, start: int) -> bool:
    """Whether the words before a veto at `start` deny that it is why a text did not pass.

    >>> not_the_reason("It did not fail because of a veto.", 29), not_the_reason("It failed because of a veto.", 23)
    (True, False)
    """
    return bool(_NOT_BECAUSE.search(text, max(0, start - 90), start))


_ITS = re.compile(r"\bthat (?:the )?(?:[A-Z][\w.]+ )?[A-Z][\w.]+['’]s (?:\w+ )?\Z")
_EFFECT = re.compile(
    r"(?: of [^.;,]{2,60}?)?"
    r" (?:cast|showed|shows|left|leaves|made|makes|sent|sends|meant|means|kept|keeps|robbed|hurts?)\b"
)


def took_effect(text: str, start: int, end: int) -> bool:
    """Whether a veto at `start`..`end` is told by what it did, whoever says so in whatever mood.

    >>> took_effect("warned that Peru's veto hurt it", 19, 23), took_effect("that Peru's veto is likely", 12, 16)
    (True, False)
    """
    return bool(_ITS.search(text, 0, start) and _EFFECT.match(text, end))
