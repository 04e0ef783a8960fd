"""Which time phrase dates a step, and whether it dates the step or the saying of it.

Knows how near a phrase must stand, what walls stand between two clauses, and the verbs of saying. Refuses to know what
a phrase means.
"""

from __future__ import annotations

import re

from lifecycle.days.counted import shifts_in
from lifecycle.days.dates import EVENT, STATEMENT, Phrase
from lifecycle.press.sentences import without_quotations

_SAYS = re.compile(
    r"\b(?:said|says|told|announced|warned|reported|added|tweeted|wrote|stated|confirmed|saying|declared|urged|called)"
    r"(?:\s(?:reporters|the council|journalists|in a statement|in an interview))?\s(?:on\s|late\s|early\s)*$",
    re.IGNORECASE,
)
_BACKSHIFTED = re.compile(
    r"\b(?:was|were|is|are)\s(?:\w+ly\s)?(?:engaged|involved|discussing|negotiating|working|\w+ing)\b"
)


_REACTS = re.compile(
    r" (?:\w+ly )?(?:deplor|hail|condemn|critici[sz]|regrett?|welcom|prais|denounc|defend|slamm?|lament|celebrat|mourn"
    r"|applaud|blast|decr|bemoan|reject|protest|recall)(?:ed|ied|es|ies|s|ing)\b"
)
_OF_THE_END = re.compile(r"(?:veto|defeat|adoption|passage|vote|rejection|failure|outcome)\b", re.IGNORECASE)
"""What is reacted to has its own day: "on Wednesday deplored the veto of last Thursday"."""
_FOR_IT = re.compile(r"\bfor (?:having )?\Z")
"""Before a step that somebody is praised or blamed for: "on Thursday criticised Peru for vetoing it"."""
AFTERWARDS = 50
"""How far behind a step "were continuing" may stand."""


def attached(
    text: str, cue: tuple[int, int], clause: tuple[int, int], phrases: tuple[Phrase, ...]
) -> tuple[Phrase, str] | None:
    """The phrase that dates the step at `cue`, and whether it dates the step or the saying of it; None without one.

    A phrase behind a verb of saying dates the saying, unless what is said is still going on ("said on Monday that
    Moscow was engaged in discussions").
    """
    near = sorted(((_distance(text, cue, clause, p), p) for p in phrases), key=lambda pair: pair[0])
    told: tuple[Phrase, str] | None = None
    for distance, phrase in near:
        if distance >= (BESIDE if told else FAR):
            break
        if phrase.end <= cue[0] and _REACTS.match(text, phrase.end) and _reacted_to(text, cue[0]):
            told = told or (phrase, STATEMENT)
            continue
        if not _SAYS.search(text[max(0, phrase.start - 60) : phrase.start]):
            return phrase, EVENT
        going_on = phrase.end <= cue[0] and _BACKSHIFTED.search(text[phrase.end : cue[1] + AFTERWARDS])
        told = told or (phrase, EVENT if going_on else STATEMENT)
    return told


FAR = 250
"""So many characters away, each wall counted as sixty or more, a phrase dates nothing."""

BESIDE = 110
"""A phrase that dates the saying gives way to one for the step only this near."""

_WALL = re.compile(r"[;:]\s|\s[-–—]+\s|\b(?:that|which|who|as|while|when|after|before|but|because)\b")
_SAYING = re.compile(r"\b(?:saying|arguing|noting|adding|claiming|insisting|accusing|recalling|warning)\b")
"""Behind it stands what somebody said after a step, with days of its own."""
_OWNER = re.compile(r"['’]s?\b")
_ITS_TEXT = re.compile(r"['’]s (?:\w+ )?(?:resolution|vote|draft|text|measure)\b")
"""Behind a day, the text that is called by the day of its vote: "voted in favour of Thursday's resolution"."""
_NOUN_NEXT = re.compile(
    r"\s(?!(?:and|or|but|to|in|at|on|by|for|with|after|before|that|which|when|as|vot|veto|meet)\w*)\w"
)
_DETERMINED = re.compile(r"\b(?:an?|the|his|her|its|their|planned|upcoming)\s\Z", re.IGNORECASE)
_MEETING = re.compile(
    r" (?:(?:morning|afternoon|evening|night|late-night) )?"
    r"(?:meeting|session|sitting|vote|ballot|debate|consultations|talks|gathering|before|after)\b"
)
"""Named by its day, what is the step itself or holds it: "vetoed in the Wednesday vote"."""
_PREPOSITION = re.compile(
    r"(?:\b(?:on|since|from|until|till|by|for|of|before|after|late|early|,)|[,(–—-])\s*$", re.IGNORECASE
)


_RIGHT_BEHIND = re.compile(
    r"\s(?:(?:on|by|late|early|as\s(?:early|soon|late)\sas|no\s(?:later|sooner|earlier)\sthan)\s){0,2}"
)
"""What stands between a step and a day of its own: "asked for a vote on Thursday"."""


def _reacted_to(text: str, start: int) -> bool:
    """Whether the step at `start` is what a verb of praise or blame before it speaks of, and not a step of its day."""
    return bool(_OF_THE_END.match(text, start) or _FOR_IT.search(text, 0, start))


def _distance(text: str, cue: tuple[int, int], clause: tuple[int, int], phrase: Phrase) -> int:
    """How far a phrase stands from a cue: characters between, with a toll for each wall between two clauses."""
    if _belongs_elsewhere(text, cue, phrase):
        return FAR
    inside = 0 if clause[0] <= phrase.start < clause[1] else 40
    if phrase.start >= cue[1]:
        between = text[cue[1] : phrase.start]
        if _RIGHT_BEHIND.fullmatch(between):
            return inside - 1
        if _SAYING.search(between) or _of_the_main_verb(text, cue, phrase.start):
            return FAR
        return len(between) + inside + 60 * len(_WALL.findall(between))
    between = text[phrase.end : cue[0]]
    commas = len(re.findall(r",\s", between))
    return max(0, len(between) - 10) + inside + 100 * len(_WALL.findall(between)) + 30 * commas


_DONE_BY = re.compile(
    r" by (?:the )?[A-Z]"
    r"(?:(?!\b(?:which|who|that|and then|but|after|as|when|before|while|because|hours?)\b)[^.;]){0,80}?,? "
    r"(?:(?:was|were|has been|had been) (?:\w+ )?(?:adopted|passed|approved|vetoed|rejected|blocked|defeated|voted"
    r"|shot|turned|thrown|withdrawn|postponed|delayed|put off|supported|backed)"
    r"|got|won|failed|passed|received|fell|drew)\b"
)
"""Behind a participle, who did it and the end of its noun: "the text put forward | by Peru was adopted on Monday"."""
_FINITE = re.compile(r"\b(?:was|were|is|are|been|being|be)(?: \w+)? \Z")


def _of_the_main_verb(text: str, cue: tuple[int, int], day: int) -> bool:
    """Whether the day behind a participle is that of the end of its text, which came later."""
    return bool(_DONE_BY.match(text, cue[1], day) and not _FINITE.search(text, 0, cue[0]))


def _belongs_elsewhere(text: str, cue: tuple[int, int], phrase: Phrase) -> bool:
    """Whether the phrase is part of another noun ("Friday's strike", "the September 9 deal") or of words quoted."""
    after = text[phrase.end : phrase.end + 30]
    hidden = without_quotations(text)
    if (not hidden[phrase.start : phrase.end].strip()) and hidden[cue[0] : cue[1]].strip():
        return True
    if cue[0] <= phrase.start < cue[1]:
        return False
    if _counts_for_another(text, cue, phrase) or _told_aside(text, cue, phrase):
        return True
    if _OWNER.match(after):
        of_the_vote = 0 <= phrase.start - cue[1] < len(" in favour of ") and _ITS_TEXT.match(after)
        return not (of_the_vote or 0 <= cue[0] - phrase.end < 30)
    if marks_a_noun(text, phrase):
        return phrase.end + 1 != cue[0]
    if phrase.kind not in {"yearless", "day"} or _PREPOSITION.search(text[max(0, phrase.start - 12) : phrase.start]):
        return False
    return bool(_NOUN_NEXT.match(after)) and phrase.start > 0


def marks_a_noun(text: str, phrase: Phrase) -> bool:
    """Whether a weekday is part of the noun behind it: "the result of a Sunday referendum"."""
    determined = phrase.kind == "weekday" and _DETERMINED.search(text, 0, phrase.start)
    return bool(determined) and text[phrase.end : phrase.end + 1] == " " and not _MEETING.match(text, phrase.end)


_BROUGHT = re.compile(
    r", (?:first |originally |formally )?(?:submitted|tabled|circulated|introduced|proposed|presented|put forward"
    r"|distributed|drafted|withdrawn)\b[^,;.]*\Z"
)
"""What opens an aside on how a draft was brought: "the draft, submitted by Peru on Monday, got eight votes"."""
_CLOSED = re.compile(r"[^,;.]{0,25}, (?!and\b|but\b|then\b)")


def _told_aside(text: str, cue: tuple[int, int], phrase: Phrase) -> bool:
    """Whether the phrase stands in an aside on how the draft was brought, which ends before the cue."""
    closed = _CLOSED.match(text, phrase.end)
    return bool(closed and closed.end() <= cue[0] and _BROUGHT.search(text, 0, phrase.start))


def _counts_for_another(text: str, cue: tuple[int, int], phrase: Phrase) -> bool:
    """Of "three days after X, Y": whether the phrase is X's and the cue Y's, or the count is Y's and the cue X's."""
    for after in shifts_in(text):
        comma = text.find(", ", after.end())
        end = comma if comma >= 0 else len(text)
        inside = after.end() <= cue[0] < end
        if phrase.start == after.start():  # "Friday, ten days after X" dates X; "a day after X on Friday, Y" dates Y
            return inside != ((after.group("way") == "after") == (phrase.shift < 0))
        if after.end() <= phrase.start < end:
            return not inside
        if inside and phrase.start >= end:
            return True  # "a week after the veto, Peru spoke on Monday": of the speech
    return False
