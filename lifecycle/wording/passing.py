"""What is told in passing between a draft and its verb: "the text, two pages long, put before it by Peru, failed".

Knows how a text says whose the draft is, where it is and what it asks for, in names and small words. Refuses to know
verbs: which of them the draft goes with is for `relations` to tell.
"""

from __future__ import annotations

import re

_APPOSED = re.compile(r"^, (?!which|but|and|while)(?:(?!sa(?:id|ys)\b)[^,;.]){2,90}, ")
_WHICH_WAS = re.compile(r"^, which [^,;.]{2,80}, ")
_WHERE_IT_IS = re.compile(
    r"^(?: on [\w .-]{2,30}?)? (?:now |currently |still )?"
    r"(?:before the (?:(?:UN|U\.N\.|Security) )*[Cc]ouncil|in blue|on the table|under discussion) "
)
"""Where a draft is: "a text now before the Council would fail"."""
_WHOSE_IT_IS = re.compile(
    r" (?:(?:co-?)?(?:drafted|sponsored|authored)|backed|supported|written|penned|prepared|tabled|put forward"
    r"|circulated|submitted|proposed|introduced|presented|put|placed|laid|brought)"
    r" (?:by|before|to|on|last|this|earlier|late|in)\b"
    r"(?:(?: |, (?=[A-Z]))(?:[A-Z][\w.'’-]*|the|its|a|and(?= [A-Z])|by|of|on|in|before|last|this|week|month|late|early"
    r"|council|members)){1,9} ?$"
)
"""Whose a draft is and since when, in names and small words alone: "the text put before the Council by Chad failed"."""
_CALLING_FOR = re.compile(
    r" (?:calling for|demanding|condemning|seeking|urging) (?:(?!(?:that|which|who|to|it)\b)[\w-]+ ){1,6}"
)
"""What a draft asks for: "a Russian text calling for a truce failed"."""
_ITS_AIM = re.compile(
    r" (?:(?:that|which) would |to )?(?:impos|extend|renew|establish|creat|authori[sz]|lift|refer|set up|deploy|ban|end"
    r"|halt|eas|tighten|strengthen|protect|condemn|censur|send)(?:e|ing)?\b"
    r"(?: (?!(?:that|which|who|to|and|but|was|were|is|has|had|have)\b)[\w.'’-]+){1,9}? (?=on \w+day|$)"
)
"""What a draft is for: "a resolution to impose sanctions on Chad failed"."""
_OF_THE_CONTENT = re.compile(r"\b(?:that|which|who) ")
"""What makes of a verb that of what a draft asks for: "a draft calling for talks that failed"."""


def without_asides(gap: str) -> str:
    """What stands between a draft and a verb, without what is said there of whose the draft is and where.

    >>> without_asides(" put before the Council by Chad "), without_asides(", two pages long, has ")
    ('', ' has ')
    """
    gap = _WHOSE_IT_IS.sub("", _APPOSED.sub(" ", gap))
    return _WHERE_IT_IS.sub(" ", _WHICH_WAS.sub(" ", gap))


def without_its_aim(gap: str) -> str:
    """What stands between a draft and a verb, without what the draft asks for, unless the verb is of that.

    >>> without_its_aim(" to impose sanctions on Chad "), without_its_aim(" calling for talks that ")
    (' ', ' calling for talks that ')
    """
    return gap if _OF_THE_CONTENT.search(gap) else _ITS_AIM.sub(" ", _CALLING_FOR.sub("", gap))
