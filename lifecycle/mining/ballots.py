"""A ballot told as a noun: whether it was cast or is anybody's, and whether "no vote" is a vote against or none.

Knows the words round "a veto", "an abstention" and "no vote". Refuses to know verbs; those are `modality`'s.
"""

from __future__ import annotations

import re

from lifecycle.mining.steps import Framed
from lifecycle.mining.verbs import Verb

_NEVER_DONE = re.compile(
    r"\b(?:(?<!sole )(?<!only )(?<!lone )(?<!single )no vote|never|not (?:held|taken|put))\b|\b(?:made|mak\w+) no\b"
    r"|(?:\bnot|n['’]t) (?:yet )?(?:been )?(?:put|brought)\b",
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
    r"(?<!met )(?<!drew )(?<!in )(?<!saw )(?<!ended in )(?<!led to )"
    r"\b(?:[Aa]n?|[Aa]nother)(?: (?:US|U\.S\.|[A-Z]\w+))? $"
)
"""A veto that is not known yet: "a veto would be seen as a slap"; one cast is "the veto" or "its veto"."""


_WAS_CAST = re.compile(r"[^.;,]{0,60}? (?:(?:was|were|had been) (?:\w+ )?(?:cast|recorded|registered)|came from)\b")
"""What makes of a ballot one that was held: "a vote in favour of the draft was cast by Peru"."""


_COUNTED = re.compile(
    r"\b(?:received|got|won|garnered|drew|with) (?:\w+ ){0,2}(?:\d+|[a-z]+teen|nine|ten|eleven|twelve) "
    r"(?:\w+ )?votes?\b"
    r"(?:(?!\b(?:but|would|could|will|if)\b)[^.;]){0,60} and (?:an? |one )(?:[A-Z]\w+ )?\Z"
)
"""What makes of a ballot the last of a count: "received 13 votes, an abstention from Peru and a Russian veto"."""


def any_ballot(text: str, framed: Framed, verb: Verb) -> bool:
    """Whether a ballot told as a noun is anybody's, and none that was held."""
    before = text[max(0, framed.start - 40) : framed.start]
    if not (_A_BALLOT.match(verb.words) and _A_VETO.search(before)) or _COUNTED.search(text, 0, framed.start):
        return False
    return not (framed.rule.type == "voted" and _WAS_CAST.match(text, framed.end))
