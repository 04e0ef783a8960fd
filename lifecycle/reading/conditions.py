"""Conditions and suppositions in the words round a step: what it hangs on, or that it is told of no text in particular.

Knows a condition behind a plan or before its clause, a threat in the present tense, a means by which somebody will
act, any text, and what would be the first of its kind. Refuses to know a condition inside the clause (`verbs`), and
what the other conditions make of a step (`modality`).
"""

from __future__ import annotations

import re

from lifecycle.reading.readings import HYPOTHETICAL, PLANNED, Answer
from lifecycle.wording.framed import VOTED_ON, Framed

_UNLESS = re.compile(r"[^.;]{0,150}\b(?:unless|if) (?!necessary|needed)")
_PROVIDED = re.compile(
    r"(?:(?!\b(?:that|which|whose|threatening|demanding|imposing|warning|calling|urging)\b)[^.;,“”\"]){0,90}"
    r"(?<!even )(?<!know )(?<!clear )(?<!asked )(?<!say )(?<!see )"
    r"\b(?:unless|if|provided that) (?!necessary|needed|possible)"
)
"""A condition right behind a plan: "will submit the text if Chad agrees"."""
_GIVEN = re.compile(r"(?:^|[.;:“\"] )\W*(?:If|Unless|Provided(?: that)?|As long as|So long as)\b[^.;]*, $")
"""A condition before the clause: "As long as Chad agrees, Peru will submit"."""
_ANYWAY = re.compile(r"\b(?:anyway|all the same|regardless|nonetheless|in any case)\b")


def conditioned(text: str, framed: Framed, *, at_length: bool) -> bool:
    """Whether a condition stands behind a plan, `at_length` also far behind it, or before its clause."""
    behind = _UNLESS if at_length else _PROVIDED
    return bool(
        behind.match(text, framed.end)
        or (_GIVEN.search(text, 0, framed.clause[0]) and not _ANYWAY.search(text, framed.end))
    )


_IF_THEN = re.compile(
    r"(?:^|[\"“”.] )\W*If (?:[^.;,]|, (?:and|or|as)\b){3,90}, (?:then )?(?:we|they|it|he|she|[A-Z]\w+) $"
    r"|\b(?:unless|if) [^,;.]{2,40}, (?:which|who) [^,;.]{2,90}, $"
)
"""What stands before a present tense that is a threat: "If you put this to a vote, we veto"."""


def if_then(text: str, start: int) -> bool:
    """Whether a present tense at `start` is what follows from a condition told before it."""
    return bool(_IF_THEN.search(text, 0, start))


_BY = re.compile(r"(?:^|[.;:“\"] ?)\W*By (?:merely |just |simply )?\Z")
_WE_WOULD = re.compile(
    r"(?:(?!\bon \w+day\b|yesterday)[^.;,]){0,90}?"
    r"(?:, (?:(?:which|who) [^.;,]{2,60}, )?(?:(?!\w+ed\b)[\w.’'-]+ ){1,5}| (?:we|you|they) )"
    r"(?:would|will|could|can(?:not|['’]t)?|may|might)\b(?! (?:have|be remembered))"
)
"""What stands behind a means not yet used; a day makes of it a deed: "By submitting it on Monday, France"."""
_TO_DO_BY = re.compile(
    r"\b(?P<way>will|would|could|might|may|plan(?:s|ned)? to|hop(?:es?|ing) to|wants? to|seek(?:s|ing)? to"
    r"|wanted to|threaten\w* to) (?!have\b)[^.;,]{0,80}\bby (?:either |\w+ly )?\Z"
)


def by_doing(text: str, framed: Framed) -> Answer | None:
    """What a participle tells that names a means not yet used; None if it tells a deed.

    "By adopting this text, we cannot end the war", "plan to press them by introducing another resolution".
    """
    if _BY.search(text, 0, framed.start) and _WE_WOULD.match(text, framed.end):
        return HYPOTHETICAL, "by doing so"
    if to_do := _TO_DO_BY.search(text, 0, framed.start):
        planned = to_do["way"].startswith(("will", "plan")) and framed.rule.type not in VOTED_ON
        return (PLANNED if planned else HYPOTHETICAL), "by doing so"
    return None


_ANY_TEXT = re.compile(
    r"(?<!under )(?<!in )(?<!by )(?<!with )(?<!through )"
    r"(?:\b[Aa]|\b[Nn]o|\b[Aa]ny) (?:[\w-]+ ){0,2}(?:resolution|text|draft|measure),? (?:that (?:is |was )?)?$"
)
_WOULD_BE = re.compile(r"(?: (?!on\b|by\b|last\b|in\b|\w+day\b)[\w-]+){0,6},?(?: would| will|['’]d|['’]ll)\b")
_NONE_OF_TODAY = re.compile(r"(?:\b[Aa]|\b[Aa]ny) (?:[\w-]+ ){0,2}(?:resolution|text|draft) that gets $|\bthan one $")


def any_text(text: str, framed: Framed) -> bool:
    """Whether any text, not one of today, is told to end so: "a text passed with nine votes would be read"."""
    before = text[max(0, framed.start - 60) : framed.start]
    any_one = _ANY_TEXT.search(before) and _WOULD_BE.match(text, framed.end)
    return bool(any_one or _NONE_OF_TODAY.search(before))


_WOULD_BE_FIRST = re.compile(
    r"\b(?:would|will|could|may|might)(?: only| also)? be (?:only |just )?the (?:very )?"
    r"(?:first|last|second|third|\w+th) (?:time|resolution|draft|text|measure|occasion|such)\b[^.;,]*$"
)
"""What makes of "has adopted" a thing to come: "it would be the first time that the Council has adopted"."""


def would_be_first(left: str) -> bool:
    """Whether the clause before a step told as fact says that it would be the first of its kind.

    >>> would_be_first("It would be the first time that the Council has ")
    True
    """
    return bool(_WOULD_BE_FIRST.search(left))
