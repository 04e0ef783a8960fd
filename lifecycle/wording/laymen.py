"""Clauses about people and matters that have no business at the Security Council's table.

Knows the callings of those who never act on a draft (judges, coaches, rebels), and the papers and ballots that are
another body's (budgets, contracts, elections). Refuses to know what a clause tells; one that names a draft or the
Council is not its affair.
"""

from __future__ import annotations

import re

_CALLING = (
    r"(?:judges?|jur(?:y|ies|ors)|courts?|cardinals?|pope|bishops?|priests?|clerics?|monks?|doctors?|patients?"
    r"|coach(?:es)?|clubs?|team|players?|fans?|firms?|compan(?:y|ies)|banks?|airlines?|unions?|strikers"
    r"|shareholders?|couple|famil(?:y|ies)|king|queen|mayors?|cabinet|senat(?:e|ors?)|deputies|lawmakers|legislators"
    r"|rebels?|guerrillas?|militias?|kidnappers|gunmen|army|soldiers|exiles|refugees|villagers|tribes|voters|students?"
    r"|pupils?|teachers?|scholars?|novelists?|engineers|lawyers|farmers|workers|elders|Hamas|Hezbollah|Taliban)\b(?!['’-])"
)
_SUBJECT = (
    r"\W*(?:(?:And|But|Yet|Later|Then|and|but) )?(?:(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Hh]is|[Hh]er|[Mm]any|[Mm]ost) )?"
    rf"(?:(?!of\b|with\b|to\b|for\b|from\b|by\b|on\b|and\b)[\w-]+ )?"
    rf"{_CALLING}(?! (?:said|says|told|wrote|reported|noted|added))"
)
_OPENS = re.compile(_SUBJECT)
"""Such people as the subject with which a clause opens, unless it only has them say what others do."""
_FOLLOWS = re.compile(r"(?= (?:the|a|two|his|her) )" + _SUBJECT)
"""The same right behind what opens a sentence: "After hours of drafting the novelist slept"."""
_SAID_BY = re.compile(rf"[,”\"] (?:(?:the|an?|one|two) )?{_CALLING} (?:said|told|says|believe[ds]?|sa(?:y|id) of)\b")
_PAPER = (
    r"(?:budget|bill|laws?|pensions?|constitution|treaty|contracts?|lease|hymn|psalm|poem|novel|scroll|oath|anthem"
    r"|judgment|verdict|complaint|lawsuit|referendum|euro)\b"
)
_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er) (?:[\w-]+ )?{_PAPER}[^.;,]{{0,40}}\Z"
    r"|\b(?:presidential|parliamentary|legislative|regional|municipal|popular|strike) (?:votes?|ballots?)?[^.;]{0,20}\Z"
)
_BEHIND = re.compile(
    r" (?:[\w-]+ ){0,3}?(?:on|of|about|over|for|in|to|at|from) (?:(?:the|an?|its|his|her|their|this) )?"
    rf"(?:[\w’'-]+ ){{0,2}}?(?:{_PAPER}|(?:strike|election|parliament|Knesset|trade (?:deal|pact)|schools?|stadium"
    r"|match|film|game|airport|mine|dam|wages|tariffs)\b)"
    rf"| (?:with|among|between|of) (?:the )?{_CALLING}"
    r"| in (?:the |six |five |four |three |two )?(?:north|south|east|west|provinces?|villages?|country|wartime)\b"
)


def of_laymen(text: str, first: int, start: int, end: int) -> bool:
    """Whether the clause from `first` tells the cue at `start`..`end` of such people, or of such a matter beside it.

    >>> text = "The cardinals went into closed session to choose a pope."
    >>> of_laymen(text, 0, 14, 39), of_laymen("Envoys went into closed session.", 0, 7, 31)
    (True, False)
    """
    opens = _OPENS.match(text, first)
    if opens and opens.end() <= start:
        return True
    if _BEFORE.search(text[first:start]) or _BEHIND.match(text, end) or _SAID_BY.search(text, end):
        return True
    return start < OPENING and bool(_FOLLOWS.match(text, end))


OPENING = 20
"""A cue that begins so early opens its sentence."""
