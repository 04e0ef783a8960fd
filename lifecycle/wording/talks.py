"""Which talks are on the draft, where a noun tells of them and names no text.

Knows the words round "talks", "negotiations" and "consultations" that make them those on the draft, and those that make
them somebody else's. Refuses to know verbs of talking; those need a draft as their object.
"""

from __future__ import annotations

import re

from lifecycle.wording.calendar import WEEKDAY
from lifecycle.wording.spots import NO, Frame, Spot

_LEAD = re.compile(
    r"(?:pre-vote |(?:paragraph-by-paragraph|line-by-line)[\"”]? "
    r"|(?:weeks?|hours?|days?|months?|rounds?|weekend|nights?|stages?|process|half) of (?:[\w-]+ ){0,3}"
    r"|expert-level |back-?room |(?:week|month|day|night)['’]s "
    r"|(?:further|bilateral|intense|intensive|hard|long|delicate|closed-door|ongoing|tough|tense|difficult|useful|last-minute|eleventh-hour|last-ditch|late-night|behind-the-scenes|round-the-clock|all-night|frantic"
    r"|hectic|contentious"
    r"|heated|marathon|fierce|protracted|lengthy) )$"
)
_TALKING = re.compile(
    r"(?:began|begun|opened|held|hold|resumed|continued|engaged|started|convened|conducted)"
    r"|.*(?:continu|resum|being held|ongoing|under ?way|going on|(?:go|goes|went|drag|drags|dragged) on)"
)


_DURING = re.compile(
    r"\b(?:(?:[Dd]uring|[Aa]fter|[Aa]mid|[Ff]ollowing|[Oo]nce|[Ww]hile) (?:the |these |those |further )?(?:[a-z-]+ )?"
    r"|[Ii]n (?:the |these |those |further )?)$"
)
_ON_IT = re.compile(r" (?:on|over|about) (?:it|them)\b")
_ON_ITS_WORDS = re.compile(
    r" (?:on|over|about) (?:a|the|its|that|this|one|two) (?:[\w-]+ ){0,2}"
    r"(?:merger|wording|phrasing|paragraphs?|clauses?|renewal|rollover)\b"
    r"(?! (?:of|between|with|in) (?!(?:[\w.-]+ ){0,4}?(?:draft|text|resolution|measure|document|mandate|mission"
    r"|sanctions|force|embargo|aid)s?\b))"
)
_TALKS = re.compile(r"(?:negotiation|consultation)s", re.IGNORECASE)
_POWERS = (
    r"US\b|U\.S|United|America|Washington|Russia|Moscow|China|Chinese|Beijing|Brit|London|UK\b|Fr(?:ance|ench)|Paris"
)
"""Permanent members, between two of which talks are on the draft (Charter, Article 23(1)); two others may be at war."""
_OF_PARTIES = re.compile(
    r"\b(?:bilateral|status|diplomatic|direct|final-status|resumption of|return to|precluded further|partner in"
    r"|resume|together in) $"
)
"""What makes negotiations those of the parties to a conflict."""
_OTHER_MATTER = re.compile(
    r"(?: \w+){0,3}? (?:on|over|about|regarding) "
    r"(?!(?:a|the|its|that|this|one|two|three|four|several|some) (?:\w+ ){0,2}"
    r"(?:paragraph|wording|language|clause|text|draft|resolution|phrase|sentence|word|merger|point|renewal|rollover)s?\b)"
    r"(?!the (?:last|past|coming|next|weekend)\b)"
    r"(?!(?:a (?:number|handful|couple) of |several |some |the |a few )?(?:\w+ )?(?:issues|points|questions|differences"
    r"|objections|wording|language)\b)"
    rf"(?!{WEEKDAY}\b|the (?:UN |U\.N\. )?(?:Security )?Council)"
    r"| in (?!New York|the (?:Security )?Council|[JFMASOND]\w+(?:ary|ch|il|ne|ly|st|ber)\b|May\b)[A-Z]"
    r"| with (?:\w+ ){0,2}(?:administration|government|White House|cabinet|party|transition)"
    r" (?:officials|aides|lawyers|advisers)\b"
    r"| between [^.;]{0,50}\b(?:leaders|parties|sides|communities|separatists|rebels|opposition)\b"
    rf"| (?:are (?:\w+ )?)?between (?:the )?(?!{_POWERS})[A-Z][\w-]+ and (?:the )?(?!{_POWERS})[A-Z]"
)
_HOW_THEY_WENT = (
    *("began", "begun", "started", "resumed", "collapsed", "stalled", "down", "vain", "wire"),
    *("held up", "deadlocked", "stuck"),
)
_WENT = re.compile(r" (?:were|was|had been|have been|are)\b")
_AMONG = re.compile(
    r" (?:among|between|with) (?:the )?(?:(?:\w+ (?=delegation|mission)|five|15|permanent|other|security|council) )*"
    r"(?:(?:council['’]s )?members|P5|ambassadors|experts|missions?|delegations?|powers|sponsors|fifteen|15)\b",
    re.IGNORECASE,
)
_THE_TALKS = re.compile(
    r"\b(?:our (?:\w+ )?(?:discussions|consultations|negotiations)"
    r"|the (?:closed-door |further |current |latest )?(?:consultations|bargaining|haggling|wrangling)"
    r"|(?:after|during|following) the (?:discussions?|negotiations)"
    r"|(?:close to|familiar with|involved in|part in|absent from|privy to) (?:the )?(?:talks|negotiations|discussions)"
    r"|(?:time for|allow for|in|during) (?:more |further )?consultations"
    r"|(?:time for|allow for|to allow) (?:more |further )?(?:negotiations|talks|discussions))",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:calls?|calling|called|demand\w*|urg\w+) for (?:[\w-]+ ){0,6}$"
    r"|\b(?:urg\w+|call\w* on|demand\w*|ask\w*) (?:both |all |the |warring )*"
    r"(?:sides?|parties|rebels?|governments?|factions|fleets?|countries|leaders|combatants)"
    r"(?: \w+){0,3}? to (?:\w+ ){0,3}$"
)
"""What makes talks those that a text asks others to hold."""

_MEANWHILE = re.compile(
    r"\b(?:during|after|(?<!point )(?<!sense )(?<!use )(?<!ngage )(?<!ngaged )(?<!ngaging )(?<!part )(?<!articipate )"
    r"(?<!all )in) (?:the )?(?:[\w-]+ )?$"
)
"""What makes of talks a time at which something else was: "hinted during the negotiations that it would"."""
_GOING_ON = re.compile(
    r"\b(?:finali[sz]e|conclude|complete|wrap up|prolong|derail|disrupt|jeopardi[sz]e|undermine"
    r"|(?:distract|divert|detract)(?: attention)? from) (?:the |these |those )?$"
)
"""What can only be done to talks that are going on: "efforts to finalize negotiations"."""


def taken_for_granted(before: str, behind: str) -> str:
    """Why the words round talks take it for granted that these were held; "" if they do not.

    >>> taken_for_granted("hinted during the ", ""), taken_for_granted("after ", " set for Monday")
    ('told as a time', '')
    """
    if _TO_BE_HELD.match(behind):
        return ""
    if _MEANWHILE.search(before):
        return "told as a time"
    return "taken as going on" if _GOING_ON.search(before) else ""


_TO_BE_HELD = re.compile(r" (?:scheduled|planned|set|due) (?:for|on)\b")
"""Behind talks, what puts them on the calendar: "after consultations scheduled for Thursday"."""
_TALKS_AT_ALL = re.compile(r"talks|negotiations|process")
_ELSEWHERE = re.compile(r"[a-z]+ (?:in (?!New York)[A-Z]|between (?:the )?(?:two|warring))")
_OF_THE_CRISIS = (
    *("eace ", "ruce ", "ease-fire ", "easefire ", "uclear ", "rade ", "ix-party ", "roximity "),
    *("Geneva ", "Doha ", "Cairo "),
)
"""Ends of what stands before talks on the crisis: "peace talks"."""


def tells_of_other_talks(text: str) -> bool:
    """Whether an article knows talks that are not on a draft.

    >>> tells_of_other_talks("Peace talks go on."), tells_of_other_talks("Talks on the text go on.")
    (True, False)
    """
    return any(
        text.endswith(_OF_THE_CRISIS, 0, found.start())
        or (found.group() != "process" and _ELSEWHERE.match(text, found.start()))
        for found in _TALKS_AT_ALL.finditer(text)
    )


def nominal(spot: Spot) -> Frame:
    """A noun of talking that the text treats as known."""
    named = spot.context.just_named or any(draft.end <= spot.start for draft in spot.drafts)
    if named and _ON_IT.match(spot.after(12)):
        return True, None
    if spot.words.startswith("negotiations") and _OF_PARTIES.search(spot.before(20)) and not spot.drafts:
        return NO
    matter = _OTHER_MATTER.match(spot.after(60))
    if (matter and not any(spot.end < d.start < spot.end + 60 for d in spot.drafts)) or _WANTED.search(spot.before(60)):
        return NO
    council = re.search(r"council|text|draft|resolution", spot.text, re.IGNORECASE)
    goes_on = spot.words.endswith(
        ("continue", "resume", "continuing", "continued", "continues", "held", "ongoing", "way", " on")
    )
    known_talks = _TALKS.match(spot.words) or (named and spot.before(6).lower() in {"those ", "these "})
    began = known_talks and spot.words.endswith(_HOW_THEY_WENT)
    verb = began or (
        _TALKING.match(spot.words)
        and (council or goes_on or (spot.context.one_talks and not spot.words.endswith("talks")))
    )
    known = (
        (spot.context.just_named or spot.drafts)
        and (_DURING.search(spot.before(24)) or spot.before(4).lower() == "the ")
        and _TALKS.match(spot.words)
    )
    told_of = (spot.context.one_talks or "onsultation" in spot.words) and (
        _THE_TALKS.search(spot.before(24) + spot.words) or (_TALKS.match(spot.words) and _WENT.match(spot.after(14)))
    )
    if (spot.context.just_named or spot.drafts) and _ON_ITS_WORDS.match(spot.after(50)):
        return True, None
    if spot.context.one_talks and _AMONG.match(spot.after(50)):
        return True, None
    return bool(_LEAD.search(spot.before(60)) or verb or known or told_of), None
