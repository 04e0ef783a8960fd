"""The places of a sentence that carry a step in the life of a draft.

Knows how a cue of the codebook is framed: which draft it is about, whether the Council is its subject, and which of
two cues for the same step counts. Refuses to know whether the step happened (that is `modality`) and which draft of
the story is meant (that is the register's).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lifecycle.mining.codebook import StepRule, codebook
from lifecycle.mining.drafts import Reference, references
from lifecycle.mining.sentences import Sentence

COUNCIL = re.compile(
    r"\b(?:UN |U\.N\. |United Nations )?(?:Security Council|UNSC|\d+-(?:member|nation|strong) (?:council|body)|[Tt]he [Cc]ouncil|world body|council members|[Cc]ouncil)\b"
)
_GATE = re.compile(
    r"veto|resol|draft|text|measure|propos|vot|abstain|council|adopt|pass|approv|negotiat|talks|consult|discuss|debat|"
    r"initiative|meeting|blue|circulat|back|support|water|wording|reference|mention|language|withdr|abandon|shelv|amend",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|all)\b(?: \w+){0,3} $",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<![A-Z])[.;:]\s|--|—|, (?!which|too|\w+ly)|\b(?:said|because|who|which|as)\b")
VOTES = frozenset(("voted", "vote_scheduled", "adopted", "postponed"))
REACH = 110
"""How many characters from a cue its draft may stand."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A cue at `start`..`end` of its sentence, the rule that found it, its clause, and the draft named with it."""

    rule: StepRule
    start: int
    end: int
    clause: tuple[int, int]
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a sentence: whether the article is about a draft, one was in the sentence before, or
    the talk is of another body.
    """

    draft: bool
    just_named: bool
    elsewhere: bool = False


def steps_in(sentence: Sentence, context: Context) -> tuple[tuple[Framed, ...], tuple[Reference, ...]]:
    """The framed cues of the sentence, in its order, and the drafts it names."""
    text = sentence.text
    if not _GATE.search(text) or codebook().general.search(text):
        return (), ()
    named = tuple(references(text))
    found: list[Framed] = []
    for rule in codebook().steps:
        for start, end in _cues(rule, text):
            clause = clause_of(text, start, end)
            if _other_body(text, clause, start) or (context.elsewhere and rule.type in VOTES):
                continue
            fits, reference = _frame(rule, text, (start, end), clause, named, context)
            if fits and not _told(found, rule, start, end, text):
                found.append(Framed(rule, start, end, clause, reference))
    return tuple(sorted(found, key=lambda framed: framed.start)), named


def _cues(rule: StepRule, text: str) -> Iterator[tuple[int, int]]:
    masked = [m.span() for m in rule.unless.finditer(text)] if rule.unless else []
    for cue in rule.cue.finditer(text):
        if not any(start < cue.end() and cue.start() < end for start, end in masked):
            yield cue.span()


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch round `start`..`end` between two stops of the codebook."""
    stops = codebook().stops
    first = max((stop.end() for stop in stops.finditer(text) if stop.end() <= start), default=0)
    last = next((stop.start() for stop in stops.finditer(text, end)), len(text))
    return first, last


def _other_body(text: str, clause: tuple[int, int], start: int) -> bool:
    """Whether the step is another body's: it is named in the clause before the cue or just behind, the Council is not."""
    first, last = clause
    body = [m.start() for m in codebook().other_bodies.finditer(text, first, min(last, start + 80))]
    if not body:
        return False
    council = [m.start() for m in COUNCIL.finditer(text, first, min(last, start + 80))]
    return not council or min(abs(b - start) for b in body) < min(abs(c - start) for c in council)


def _told(found: Sequence[Framed], rule: StepRule, start: int, end: int, text: str) -> bool:
    """Whether an earlier rule took these words, or told the same step of the same clause."""
    for other in found:
        overlap = start < other.end and other.start < end
        near = abs(start - other.start) < 60 and not re.search(
            r"[;:.]|\b(?:and|or|but|after|rather)\b|, ", text[min(end, other.end) : max(start, other.start)]
        )
        if overlap or (near and (other.rule.type == rule.type or _outweighs(other.rule.type, rule.type))):
            return True
    return False


def _outweighs(first: str, second: str) -> bool:
    """Of an outcome and the vote that led to it, told in one breath, the outcome counts."""
    return first in {"adopted", "vetoed", "failed"} and second == "voted"


def _frame(
    rule: StepRule,
    text: str,
    cue: tuple[int, int],
    clause: tuple[int, int],
    named: Sequence[Reference],
    context: Context,
) -> tuple[bool, Reference | None]:
    for frame in rule.frames:
        fits, reference = _FRAMES[frame](text, cue, clause, named, context)
        if fits:
            return True, reference or _nearest(named, cue, text)
    return False, None


Frame = tuple[bool, Reference | None]


def rule_is_talk(text: str, cue: tuple[int, int]) -> bool:
    """Whether the cue is a verb of talking, whose object may be any proposal; only a named text makes it a step."""
    return bool(re.search(r"discuss|debat|negotiat|consider|haggl|wrangl|work", text[cue[0] : cue[1]], re.IGNORECASE))


def _object(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    for reference in named:
        gap = text[cue[1] : max(reference.start, cue[1])]
        if reference.end > cue[1] and reference.start < cue[1] + REACH and not _BREAK.search(gap):
            if reference.strong or reference.head == "text" or (context.draft and not rule_is_talk(text, cue)):
                return True, reference
    return False, None


def _subject(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    before = [r for r in named if r.end <= cue[0] and cue[0] - r.end < REACH]
    for reference in reversed(before):
        gap = text[reference.end : cue[0]]
        if re.search(r"(?<![A-Z])[.;:]\s|\b(?:said|says|but|because|after|before|while|if)\b", gap):
            continue
        passive = re.match(r"(?:was|were|been|being|be|is|got|are)\b", text[cue[0] : cue[1]])
        if (
            passive
            or re.search(
                r"^(?:['’]s)?[\s,]*(?:(?:that|which|had|has|have|was|were|is|been|be|being|would|could|will|may|might|should|to|also|later|then|not|\w+ly|\w+) ?){0,4}$",
                gap,
            )
            or re.search(r"\b(?:was|were|been|be|being|is|had|has|have|to) (?:\w+ )?$", gap)
        ):
            return True, reference
    return False, None


def _about(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    for reference in named:
        gap = text[cue[1] : max(reference.start, cue[1])]
        if (
            reference.start >= cue[1]
            and len(gap) < 90
            and re.search(r"\b(?:on|over|about|of|against|for|regarding|concerning|around)\b", gap)
        ):
            if not re.search(r"(?<![A-Z])[.;:]\s", gap):
                return True, reference
    return False, None


def _council(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    for council in COUNCIL.finditer(text, max(0, cue[0] - 90), cue[0]):
        gap = text[council.end() : cue[0]]
        if gap.startswith(" members"):
            continue
        if re.fullmatch(
            r"(?:['’]s)?\W{0,3}(?:(?:has|have|had|also|on|\w+day|just|last|night|week|month|yesterday|today|tomorrow|could|would|will|might|may|should|not|to|now|members|finally|later|then|unanimously|formally|by|and|\w+ly|earlier|this|overwhelmingly)\W{0,2}){0,7}",
            gap,
            re.IGNORECASE,
        ):
            return True, None
    return False, None


def _council_object(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    fits, reference = _object(text, cue, clause, named, context)
    return fits and _council(text, cue, clause, named, context)[0], reference


def _sentence(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    return any(r.strong or context.draft for r in named), None


def _body(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    return bool(COUNCIL.search(text)), None


def _in_context(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    return context.draft, None


def _pronoun(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    near = text[cue[0] : cue[1] + 5]
    before = text[max(0, cue[0] - 24) : cue[0]]
    named_before = any(r.end <= cue[0] for r in named) or context.just_named
    subject = re.search(
        r"\b(?:it|which|that) (?:(?:was|is|has been|had been|will be|could be|to be|being) )?(?:\w+ly )?$",
        before,
        re.IGNORECASE,
    )
    return bool(subject or re.search(r"\b(?:it|them)\b", near)) and named_before, None


def _passive(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    before = text[max(0, cue[0] - 24) : cue[0]]
    return bool(re.search(r"\b(?:being|been|is|was|were|are) (?:\w+ )?$", before)) and any(
        r.end <= cue[0] for r in named
    ), None


def _nominal(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    if not context.draft:
        return False, None
    before = text[max(0, cue[0] - 30) : cue[0]]
    lead = re.search(
        r"(?:further|intense|intensive|closed-door|weeks of|hours of|days of|months of|ongoing|day['’]s|tough|difficult) $",
        before,
    )
    verb = re.match(
        r"(?:began|begun|opened|held|hold|resumed|continued|engaged|started)|.*(?:continue|resume)",
        text[cue[0] : cue[1]],
    )
    council = re.search(r"council|text|draft|resolution", text, re.IGNORECASE)
    return bool(lead or (verb and (council or text[cue[0] : cue[1]].endswith(("continue", "continued"))))), None


def _vote_context(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    return bool(re.search(r"\b(?:vote|voting|ballot)\b", text)) and (context.draft or bool(named)), None


def _number(text: str, cue: tuple[int, int]) -> bool:
    return bool(_NUMBER.search(text[max(0, cue[0] - 40) : cue[0]]))


def _number_object(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    fits, reference = _object(text, cue, clause, named, context)
    return fits and _number(text, cue), reference


def _number_pronoun(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    return context.draft and _number(text, cue) and text[cue[1] : cue[1] + 3] == " it", None


def _subject_number(
    text: str, cue: tuple[int, int], clause: tuple[int, int], named: Sequence[Reference], context: Context
) -> Frame:
    fits, reference = _subject(text, cue, clause, named, context)
    return fits and bool(
        re.match(r" by (?:\d+|\w+teen|nine|ten|eleven|twelve|eight|seven)\b", text[cue[1] :])
    ), reference


_FRAMES = {
    "object": _object,
    "subject": _subject,
    "about": _about,
    "council": _council,
    "council+object": _council_object,
    "sentence": _sentence,
    "context": _in_context,
    "body": _body,
    "pronoun": _pronoun,
    "passive": _passive,
    "nominal": _nominal,
    "votecontext": _vote_context,
    "number+object": _number_object,
    "number+pronoun": _number_pronoun,
    "subject+number": _subject_number,
}


def _nearest(named: Sequence[Reference], cue: tuple[int, int], text: str) -> Reference | None:
    """The draft named nearest to the cue, one in the same clause before one in another."""
    first, last = clause_of(text, *cue)

    def distance(reference: Reference) -> tuple[bool, int]:
        inside = first <= reference.start < last
        gap = reference.start - cue[1] if reference.start >= cue[1] else cue[0] - reference.end
        return not inside, abs(gap)

    return min(named, key=distance, default=None)
