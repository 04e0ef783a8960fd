"""Whether a text that "failed" or "was rejected" fell short of votes, or met a veto.

Knows the rules whose words leave that open, and what in the article settles it: a veto of the same draft, a count too
low for any majority, or too high to have been short of one, a permanent member's no given as the reason. Refuses to
know what happened where the article does not say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from lifecycle.model.rules import CHARTER_RULES
from lifecycle.reading.found import Found
from lifecycle.reading.readings import OCCURRED
from lifecycle.wording.framed import OUTCOMES, Framed
from lifecycle.wording.nations import PERMANENT, nations

FEWEST = min(rule.majority for _, rule in CHARTER_RULES)
"""The votes without which no text has ever passed, on the Council of eleven or of fifteen (Charter, Article 27)."""
ENOUGH = max(rule.majority for _, rule in CHARTER_RULES)
"""The votes with which any text has passed unless a permanent member was against it."""


def endings(in_favour: int | None) -> frozenset[str]:
    """How a text with so many votes can have ended (Charter, Article 27); in any way where nobody says how many.

    >>> sorted(endings(13)), sorted(endings(4))
    (['adopted', 'vetoed'], ['failed'])
    """
    if in_favour is None or FEWEST <= in_favour < ENOUGH:
        return OUTCOMES
    return frozenset(("failed",)) if in_favour < FEWEST else OUTCOMES - {"failed"}


_ANOTHER = re.compile(r"\b(?:second|another|other|rival|then)\b", re.IGNORECASE)
"""What may make of votes those on a second text."""


def tells_of_one(text: str) -> bool:
    """Whether words that count votes name no second text whose votes they may be.

    >>> tells_of_one("It failed to muster nine votes."), tells_of_one("A second vote followed.")
    (True, False)
    """
    return _ANOTHER.search(text) is None


def reconciled(found: Sequence[Found]) -> tuple[Found, ...]:
    """The mentions, those of a bare failure told as a veto where the article says that this draft was vetoed.

    "The Council failed to adopt", "rejected" leave open why; a text that met a veto did not fall short, unless the
    words beside say how many were for it, and these were too few. A veto is also told by the number for the text, in
    the sentence or in another on the same vote, and by the no of a permanent member: given as the reason, or alone.
    A text of the one who vetoes failed where it is said to have failed and "was blocked".
    """
    found = _not_by_its_own(found)
    vetoed = {id(f.entry) for f in found if f.framed.rule.type == "vetoed" and f.reading.modality == OCCURRED}
    beside = defaultdict(list)
    for each in found:
        beside[id(each.sentence)].append(each)
    vetoed |= {
        id(f.entry)
        for f in found
        if f.framed.rule.leaves_open
        and f.reading.modality == OCCURRED
        and (_enough(f) or _met_a_no(f, beside[id(f.sentence)]) or _by_one_power(f))
    }
    vetoed = vetoed or _outvoted(found)  # where a veto is told in words, the higher count is that text's
    short = {id(f.entry) for f in found if f.framed.rule.id == "failed-short" and f.reading.modality == OCCURRED}
    return tuple(
        _told_as(f, "vetoed")
        if f.framed.rule.leaves_open
        and id(f.entry) in vetoed - short
        and f.reading.modality == OCCURRED
        and not _too_few(f)
        else f
        for f in found
    )


def _told_as(found: Found, outcome: str) -> Found:
    return replace(found, framed=replace(found.framed, rule=replace(found.framed.rule, type=outcome)))


def _not_by_its_own(found: Sequence[Found]) -> tuple[Found, ...]:
    """The mentions, a blocking without an agent told as a failure where the text's own sponsors are all who veto.

    Only of a text that is elsewhere said to have failed, and not with votes enough to pass.
    """
    done = [f for f in found if f.reading.modality == OCCURRED]
    vetoes = [f for f in done if f.framed.rule.type == "vetoed"]
    casters = {code for f in vetoes for code in f.actors} & PERMANENT
    blocked = [f for f in vetoes if f.framed.rule.id == "vetoed-blocked" and not f.actors]
    own = [f for f in blocked if casters and casters <= set(f.entry.backers)]
    if not own:
        return tuple(found)
    fell = {id(f.entry) for f in done if f.framed.rule.leaves_open} - {id(f.entry) for f in done if _enough(f)}
    short = {id(f) for f in own if id(f.entry) in fell}
    return tuple(_told_as(f, "failed") if id(f) in short else f for f in found)


def _outvoted(found: Sequence[Found]) -> set[int]:
    """The drafts (by identity) whose votes, told anywhere, are enough, so that only a veto can have stopped them.

    One of which other votes are told that are not enough is left out: then some are another text's.
    """
    votes = [f for f in found if f.framed.rule.type == "voted" and f.reading.modality == OCCURRED]
    enough = {id(f.entry) for f in votes if _enough(f) or _alone_against(f)}
    return enough - {id(f.entry) for f in votes if (n := f.in_favour) is not None and n < ENOUGH}


def _alone_against(vote: Found) -> bool:
    """Whether a permanent member is said to have been the only one against."""
    told = bool(vote.actors) and set(vote.actors) <= PERMANENT and _AGAINST.search(_words(vote))
    return bool(told) and bool(_ALONE.search(vote.sentence.text))


def _enough(found: Found) -> bool:
    """Whether the words count so many for a text which did not pass that only a veto can have stopped it."""
    n = found.in_favour
    counted = n is not None and n >= ENOUGH and bool(_FOR_IT.search(found.sentence.text))
    return counted or bool(_MANY_FOR.search(found.sentence.text))


def _met_a_no(failure: Found, beside: Sequence[Found]) -> bool:
    """Whether the sentence gives as the reason that permanent members, and nobody else, voted against the text."""
    against = next(
        (
            f
            for f in beside
            if f.framed.start > failure.framed.end
            and f.reading.modality == OCCURRED
            and f.entry is failure.entry
            and _AGAINST.search(_words(f))
            and not _AMENDMENT.match(f.sentence.text, f.framed.end)
        ),
        None,
    )
    if against is None:
        return False
    between = failure.sentence.text[failure.framed.end : against.framed.end]
    named = bool(against.actors) and set(against.actors) <= PERMANENT
    return bool((named or _PERMANENT_MEMBERS.search(between)) and _BECAUSE.search(between))


def _by_one_power(found: Found) -> bool:
    """Whether one permanent member alone is said to have voted the text down: no other vote can."""
    text, step = found.sentence.text, found.framed
    before = [state for state in nations(text[: step.start]) if state.form != "demonym"]
    if not before or before[-1].code not in PERMANENT or not text.startswith("voted down", step.start):
        return False
    return bool(_ALONE_IT.fullmatch(text, before[-1].end, step.start)) and not text[: before[-1].start].endswith("and ")


_ALONE_IT = re.compile(r" (?:has |had |later |then )?")


def _words(found: Found) -> str:
    return found.sentence.text[found.framed.start : found.framed.end]


_IN_FAVOUR = r"\bin favou?r\b(?! of (?!it\b|(?:the|this|that) (?:draft|text|resolution|measure)))"
"""In favour, and not of a rival text."""
_MANY_FOR = re.compile(
    r"\b(?:1[0-4]|ten|eleven|twelve|thirteen|fourteen) (?:votes? |members |countries |states )?"
    r"(?:(?:voted |voting )?"
    + _IN_FAVOUR
    + r"|(?:voted )?for\b(?:(?= to\b|,| and\b)| it\b| the (?:draft|text|resolution)))",
    re.IGNORECASE,
)
"""More than were needed, said of the votes for the text alone."""
_AGAINST = re.compile(r"against|negative|dissent|[\"“]?no\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\b[Oo]nly [A-Z]|\b(?:only|sole|lone|single) (?:negative|no|[“\"]no[”\"]|dissenting|vote against)\b|\balone\b"
)
_AMENDMENT = re.compile(
    r"\W*(?:an?|the|its|his|her|their|any) (?:[\w-]+ ){0,2}(?:amendment|paragraph|motion|statement)"
)
_BECAUSE = re.compile(r"\b(?:after|as|because|when|since)\b")
_PERMANENT_MEMBERS = re.compile(r"\bpermanent (?:\w+ )?members?\b")
_FOR_IT = re.compile(
    _IN_FAVOUR
    + r"|\bvoted (?:for|yes)\b|[\"“]yes[\"”]|\b(?:affirmative|positive) votes\b"
    + r"|\b(?:got|won|received|mustered|secured|gained|garnered) [\w-]+ (?:\w+ )?votes?\b(?! against)",
    re.IGNORECASE,
)
"""What says which of two numbers was for the text: "thrown out by 12 votes to three" does not."""


def _too_few(found: Found) -> bool:
    """Whether the sentence counts too few votes for the text."""
    n = found.in_favour
    return bool(_FEW_FOR.search(found.sentence.text)) or (n is not None and n < FEWEST)


_FEW_FOR = re.compile(
    r"\b(?:[1-6]|one|two|three|four|five|six) (?:(?!negative|no|other)\w+ ){0,2}"
    r"(?:said yes|votes? (?:in favou?r|for)\b|in favou?r|voted (?:for|yes)"
    r"|(?:(?<=yes )|(?<=favourable )|(?<=affirmative ))votes?)",
    re.IGNORECASE,
)


def met_a_veto(text: str, step: Framed) -> Framed:
    """A step of an article that knows vetoes alone: the Council that "voted 11-1 for the text" did not adopt it."""
    known = step.reference is not None and step.reference.definite and not step.reference.rival
    if step.rule.id == "adopted-voted" and known and _OPPOSED.search(text, step.start, step.end):
        return replace(step, rule=replace(step.rule, type="voted"))
    return step


_OPPOSED = re.compile(r"\d-[1-9]")
"""A tally with somebody against."""
