"""How a cue stands to the drafts of its sentence.

Knows the frames that a rule of the codebook may ask for: a draft as object or subject, the Council as subject, a count
of members, and so on. Refuses to know which words are cues, and which draft of the article is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lifecycle.mining.drafts import Reference
from lifecycle.mining.nations import Nation

REACH = 110
"""How many characters from a cue its draft may stand."""

COUNCIL = re.compile(
    r"\b(?:UN |U\.N\. |United Nations )?(?:[Ss]ecurity [Cc]ouncil|UNSC|\d+-(?:member|nation|strong) (?:council|body|organ)"
    r"|[Tt]he [Cc]ouncil|world body|council members|[Cc]ouncil)\b"
)
_BREAK = re.compile(r"(?<![A-Z])[.;:]\s|--|—|, (?!which|too|for now|\w+ly)|\b(?:said|because|who|which|as)\b")


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a sentence: whether the article is about a draft, one was in the sentence before, or the talk is
    of another body.
    """

    draft: bool
    just_named: bool
    elsewhere: bool = False


@dataclass(frozen=True)
class Spot:
    """A cue at `start`..`end` of the sentence `text`, in its clause, with the drafts and states the sentence names."""

    text: str
    start: int
    end: int
    clause: tuple[int, int]
    drafts: Sequence[Reference]
    states: Sequence[Nation]
    context: Context

    @cached_property
    def words(self) -> str:
        """The cue itself."""
        return self.text[self.start : self.end]

    def before(self, reach: int) -> str:
        """The text before the cue, at most `reach` characters of it."""
        return self.text[max(0, self.start - reach) : self.start]

    def after(self, reach: int) -> str:
        """The text behind the cue, at most `reach` characters of it."""
        return self.text[self.end : self.end + reach]

    def gap_to(self, reference: Reference) -> str:
        """What stands between the cue and a draft behind it."""
        return self.text[self.end : max(reference.start, self.end)]

    def gap_from(self, reference: Reference) -> str:
        """What stands between a draft before the cue and the cue."""
        return self.text[reference.end : self.start]


Frame = tuple[bool, Reference | None]
NO: Frame = (False, None)
_TALK = re.compile(r"discuss|debat|negotiat|consider|haggl|wrangl|work", re.IGNORECASE)


def framed(spot: Spot, frames: Sequence[str]) -> Frame:
    """Whether one of `frames` fits, and the draft it gives; else the nearest draft the sentence names."""
    for name in frames:
        fits, reference = _FRAMES[name](spot)
        if fits:
            return True, reference or _nearest(spot)
    return NO


def _object(spot: Spot) -> Frame:
    for reference in spot.drafts:
        near = reference.end > spot.end and reference.start < spot.end + REACH
        if near and not _BREAK.search(spot.gap_to(reference)):
            plain = spot.context.draft and not _TALK.search(spot.words)
            if reference.strong or reference.head == "text" or plain:
                return True, reference
    return NO


_AFTER_SUBJECT = re.compile(
    r"^(?:['’]s)?[\s,]*(?:(?:that|which|had|has|have|was|were|is|been|be|being|would|could|will|may|might|should|to|also"
    r"|later|then|not|\w+ly|\w+)[ ,]?){0,4}$"
)
_AUXILIARY_LAST = re.compile(r"\b(?:was|were|been|be|being|is|had|has|have|to) (?:\w+ )?$")
_LEAVES = re.compile(r"(?<![A-Z])[.;:]\s|\b(?:said|says|but|because|after|before|while|if)\b")
_IF = re.compile(r"^,? if (?:\w+ )?$")


def _subject(spot: Spot) -> Frame:
    for reference in reversed(spot.drafts):
        gap = spot.gap_from(reference)
        if reference.end > spot.start or len(gap) >= REACH or (_LEAVES.search(gap) and not _IF.search(gap)):
            continue
        passive = re.match(r"(?:was|were|been|being|be|is|got|are)\b", spot.words)
        if passive or _AFTER_SUBJECT.search(gap) or _AUXILIARY_LAST.search(gap) or _IF.search(gap):
            return True, reference
    return NO


def _tight(spot: Spot) -> Frame:
    """A draft right before the cue, with at most its own complement between: "resolutions on Syria defeated"."""
    fits, reference = _subject(spot)
    if not fits or reference is None:
        return NO
    gap = spot.gap_from(reference)
    complement = r"(?:\s*(?:on|in|by|for|from|to|backed by|drafted by|sponsored by) [\w.,'’ -]{0,60})?"
    verbs = r"\s*(?:(?:that|which|was|were|is|are|has|have|had|been|also|then|\w+ly)\s+)*"
    auxiliary = re.match(r"(?:was|were|been|being|be|is|are|has|have|had)\b", spot.words)
    if re.fullmatch(complement + r",?" + verbs, gap) or auxiliary:
        return True, reference
    return NO


def _about(spot: Spot) -> Frame:
    for reference in spot.drafts:
        gap = spot.gap_to(reference)
        about = re.search(r"\b(?:on|over|about|of|against|for|regarding|concerning|around)\b", gap)
        if reference.start >= spot.end and len(gap) < 90 and about and not re.search(r"(?<![A-Z])[.;:]\s", gap):
            return True, reference
    return NO


_BETWEEN_COUNCIL = re.compile(
    r"(?:['’]s)?\W{0,3}(?:(?:has|have|had|also|on|\w+day|just|last|night|week|month|yesterday|today|tomorrow|could|would"
    r"|will|might|may|should|not|to|now|members|finally|later|then|unanimously|formally|by|and|\w+ly|earlier|this)\W{0,2}){0,7}",
    re.IGNORECASE,
)


def _council(spot: Spot) -> Frame:
    for council in COUNCIL.finditer(spot.text, max(0, spot.start - 90), spot.start):
        gap = spot.text[council.end() : spot.start]
        if not gap.startswith(" members") and _BETWEEN_COUNCIL.fullmatch(gap):
            return True, None
    return NO


def _council_object(spot: Spot) -> Frame:
    fits, reference = _object(spot)
    return fits and _council(spot)[0], reference


def _sentence(spot: Spot) -> Frame:
    return any(draft.strong or spot.context.draft for draft in spot.drafts), None


def _body(spot: Spot) -> Frame:
    return bool(COUNCIL.search(spot.text)), None


def _in_context(spot: Spot) -> Frame:
    return spot.context.draft, None


def _pronoun(spot: Spot) -> Frame:
    named = any(draft.end <= spot.start for draft in spot.drafts) or spot.context.just_named
    be = r"(?:(?:was|is|has been|had been|will be|could be|to be|being|to) )?"
    subject = re.search(rf"\b(?:it|which|that) {be}(?:\w+ly )?$", spot.before(24), re.IGNORECASE)
    return bool(subject or re.search(r"\b(?:it|them)\b", spot.text[spot.start : spot.end + 5])) and named, None


def _passive(spot: Spot) -> Frame:
    by_be = re.search(r"\b(?:being|been|be|is|was|were|are) (?:\w+ )?$", spot.before(24))
    in_cue = re.match(r"(?:being|been|be|is|was|were|are) ", spot.words)
    earlier = [draft for draft in spot.drafts if draft.end <= spot.start]
    in_clause = [draft for draft in earlier if not re.search(r"(?<![A-Z])[.;:]\s|\bbut\b", spot.gap_from(draft))]
    return bool(by_be or in_cue) and bool(in_clause), in_clause[0] if in_clause else None


_LEAD = re.compile(
    r"(?:further|intense|intensive|closed-door|weeks of|hours of|days of|months of|ongoing|day['’]s|tough|difficult"
    r"|rounds? of|useful) $"
)
_TALKING = re.compile(
    r"(?:began|begun|opened|held|hold|resumed|continued|engaged|started|conducted)|.*(?:continue|resume)"
)


def _nominal(spot: Spot) -> Frame:
    if not spot.context.draft:
        return NO
    council = re.search(r"council|text|draft|resolution", spot.text, re.IGNORECASE)
    goes_on = spot.words.endswith(("continue", "continued"))
    verb = _TALKING.match(spot.words) and (council or goes_on)
    return bool(_LEAD.search(spot.before(30)) or verb), None


def _voting(spot: Spot) -> Frame:
    return bool(re.search(r"\b(?:vote|voting|ballot)\b", spot.text)) and (spot.context.draft or bool(spot.drafts)), None


_COUNT = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|all)\b"
    r"(?: [\w’'.-]+){0,8} $",
    re.IGNORECASE,
)
_BY_COUNT = re.compile(r" by (?:\d+|\w+teen|nine|ten|eleven|twelve|eight|seven|six|five|four)\b")
_BALLOTS = re.compile(r"\b(?:vot(?:ed|es|ing) (?:against|no|for)|against|abst(?:ain|ention)\w*|oppos\w+)\b")


def _number(spot: Spot) -> Frame:
    """Counted or listed members back a text in a sentence that tells how others voted, or the text is backed by so many."""
    fits, reference = _object(spot)
    start = max(spot.clause[0], spot.start - 60)
    counted = bool(_COUNT.search(spot.text[start : spot.start]))
    listed = sum(spot.start - 100 <= state.start < spot.start for state in spot.states)
    if fits and (counted or listed >= 5 or (listed >= 2 and _BALLOTS.search(spot.text))):
        return True, reference
    if spot.context.draft and counted and spot.after(3) == " it":
        return True, None
    if _BY_COUNT.match(spot.after(12)):
        return _subject(spot)
    return NO


_MEMBERS = re.compile(
    r"\b\w+ (?:of (?:the |its )?(?:[Cc]ouncil['’]s )?(?:\w+ )?members|(?:council )?members|countries|states|nations) $"
)


def _members(spot: Spot) -> Frame:
    counted = bool(_COUNT.search(spot.before(60))) and bool(_MEMBERS.search(spot.before(60)))
    return counted and bool(COUNCIL.search(spot.text)), None


_FOR_TEXT = re.compile(r"\b(?:push|bid|effort|attempt|call|campaign) for a (?:\w+ ){0,4}(?:document|text|resolution)\b")


def _push(spot: Spot) -> Frame:
    """A push for a Council document: the sponsors who withdraw it withdraw the text."""
    return bool(_FOR_TEXT.search(spot.after(90))) and bool(COUNCIL.search(spot.text)), None


def _state_object(spot: Spot) -> Frame:
    """A state right before the verb, and a draft behind it: "Russia proposed the text"."""
    right_before = any(0 <= spot.start - state.end <= 12 for state in spot.states)
    fits, reference = _object(spot)
    return fits and right_before, reference


def _dubbed(spot: Spot) -> Frame:
    """A draft that the words before the cue call by another name: a resolution in quotation marks, an initiative."""
    be = re.search(r"\b(?:be|is|was) $", spot.before(8)) or re.match(r"(?:be|is|was) ", spot.words)
    earlier = [draft for draft in spot.drafts if draft.end <= spot.start]
    secured = spot.words.endswith(("secure", "win", "obtain", "get"))
    return bool(earlier) and bool(be or secured), earlier[-1] if earlier else None


def _right(spot: Spot) -> Frame:
    """The cue asks for a text behind it itself."""
    return True, None


_FRAMES: Mapping[str, Callable[[Spot], Frame]] = {
    "object": _object,
    "subject": _subject,
    "tight": _tight,
    "about": _about,
    "council": _council,
    "council+object": _council_object,
    "state+object": _state_object,
    "sentence": _sentence,
    "context": _in_context,
    "body": _body,
    "pronoun": _pronoun,
    "passive": _passive,
    "nominal": _nominal,
    "voting": _voting,
    "number": _number,
    "members": _members,
    "push": _push,
    "dubbed": _dubbed,
    "right": _right,
}
FRAMES = frozenset(_FRAMES)


def _nearest(spot: Spot) -> Reference | None:
    """The draft named nearest to the cue, one in the same clause before one in another."""
    first, last = spot.clause

    def distance(reference: Reference) -> tuple[bool, int]:
        inside = first <= reference.start < last
        gap = reference.start - spot.end if reference.start >= spot.end else spot.start - reference.end
        return not inside, abs(gap)

    return min(spot.drafts, key=distance, default=None)
