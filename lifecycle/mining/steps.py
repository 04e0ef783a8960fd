"""The places of a sentence that carry a step in the life of a draft.

Knows how the rules of the codebook are laid over a sentence, where a clause ends, when a step is another body's, and
which of two cues for the same step counts. Refuses to know whether the step happened (that is `modality`) and which
draft of the story is meant (that is the register's).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lifecycle.mining.codebook import StepRule, codebook
from lifecycle.mining.drafts import Reference
from lifecycle.mining.frames import framed
from lifecycle.mining.nations import Nation
from lifecycle.mining.sentences import Sentence
from lifecycle.mining.spots import COUNCIL, Context, Spot

_TELLING = (
    *("veto", "resol", "draft", "text", "measure", "propos", "vot", "abstain", "adopt", "pass", "approv", "negotiat"),
    *("talks", "consult", "discuss", "debat", "initiative", "meeting", "blue", "circulat", "back", "support", "water"),
    *("wording", "reference", "mention", "language", "withdr", "abandon", "shelv", "amend", "council"),
)
"""Letters of which one stands in every sentence that tells a step."""

MOST = 24
"""The most cues of a rule, and the most steps, that are looked at in one sentence: no sentence of prose tells more."""

VOTES = frozenset(("voted", "vote_scheduled", "adopted", "postponed"))
OUTCOMES = frozenset(("adopted", "vetoed", "failed"))


@dataclass(frozen=True, slots=True)
class Framed:
    """A cue at `start`..`end` of its sentence, the rule that found it, its clause, and the draft named with it."""

    rule: StepRule
    start: int
    end: int
    clause: tuple[int, int]
    reference: Reference | None


def steps_in(
    sentence: Sentence, drafts: Sequence[Reference], states: Sequence[Nation], context: Context
) -> tuple[Framed, ...]:
    """The framed cues of the sentence, in its order; `drafts` and `states` are those it names."""
    text = sentence.text
    found: list[Framed] = []
    for rule in codebook().steps_for(text):
        for start, end in _cues(rule, text):
            clause = clause_of(text, start, end)
            if _other_body(text, clause, start, rule) or (context.elsewhere and rule.type in VOTES):
                continue
            fits, reference = framed(Spot(text, start, end, clause, drafts, states, context), rule.frames)
            if fits and len(found) < MOST and not _told(found, rule, start, end, text):
                found.append(Framed(rule, start, end, clause, reference))
    if not found or codebook().general.search(text):
        return ()
    found.sort(key=lambda each: each.start)
    return tuple(step for step in found if not any(_reason_of(step, other, text) for other in found))


def may_tell(text: str) -> bool:
    """A cheap test that most sentences of most articles fail."""
    lower = text.lower()
    return any(word in lower for word in _TELLING)


def _cues(rule: StepRule, text: str) -> Iterator[tuple[int, int]]:
    first = rule.cue.search(text)
    if first is None:
        return
    masked = [m.span() for m in rule.unless.finditer(text)] if rule.unless else []
    for cue in islice(rule.cue.finditer(text, first.start()), MOST):
        if not any(start < cue.end() and cue.start() < end for start, end in masked):
            yield cue.span()


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch round `start`..`end` between two stops of the codebook.

    >>> clause_of("Russia vetoed it; China abstained", 18, 23)
    (17, 33)
    """
    stops = codebook().stops
    first = max((stop.end() for stop in stops.finditer(text) if stop.end() <= start), default=0)
    last = next((stop.start() for stop in stops.finditer(text, end)), len(text))
    return first, last


_GOVERNMENT = re.compile(r"\b(?:government|cabinet|ministry)\b")


def _other_body(text: str, clause: tuple[int, int], start: int, rule: StepRule) -> bool:
    """Whether the step is another body's: named in the clause before the cue or just behind, and the Council is not."""
    first, last = clause
    if rule.type in {"adopted", "voted"} and _GOVERNMENT.search(text, max(0, start - 90), start):
        return not COUNCIL.search(text, max(0, start - 90), start)
    body = [m.start() for m in codebook().other_bodies.finditer(text, first, min(last, start + 80))]
    if not body:
        return False
    council = [m.start() for m in COUNCIL.finditer(text, first, min(last, start + 80))]
    return not council or min(abs(b - start) for b in body) < min(abs(c - start) for c in council)


def _reason_of(step: Framed, other: Framed, text: str) -> bool:
    """Whether `step` only says why the failure `other` before it happened: "was defeated after it failed to get"."""
    if not (step.rule.type == other.rule.type == "failed" and other.end <= step.start <= other.end + 90):
        return False
    return bool(re.search(r"\b(?:after|because|as|when|since)\b|, ", text[other.end : step.start]))


_NEW_STEP = re.compile(r"[;:.]|\b(?:and|or|but|after|because|rather)\b|, ")


def _told(found: Sequence[Framed], rule: StepRule, start: int, end: int, text: str) -> bool:
    """Whether an earlier rule took these words, or told the same step of the same clause."""
    if rule.id == "voted-counted" and _GOES_ON.search(text[max(0, start - 24) : start]):
        return True
    return any(_same_step(other, rule, start, end, text) for other in found)


def _same_step(other: Framed, rule: StepRule, start: int, end: int, text: str) -> bool:
    if start < other.end and other.start < end:
        return True
    between = text[min(end, other.end) : max(start, other.start)]
    outweighed = other.rule.type in OUTCOMES and rule.type == "voted" and not _LETS.search(between)
    if (other.rule.type == rule.type or outweighed) and abs(start - other.start) < 60 and not _NEW_STEP.search(between):
        return True
    if rule.type == "voted" and other.start < start and _TAIL.search(text[max(0, start - 140) : start + 8]):
        return other.rule.type in VOTED_ON
    if rule.id == "voted-held":
        when = other.rule.type in OUTCOMES and _DURING.search(text[max(0, start - 30) : start])
        return len(between) < 100 and (other.rule.type in _ABOUT_A_VOTE or bool(when))
    if rule.type == "vote_scheduled" and other.rule.type == "postponed" and start > other.start:
        return len(between) < 60 and not re.search(r"[.;,]", between)
    if rule.type == "withdrawn" and other.rule.type == "vetoed":
        return len(between) < 60 and not re.search(r"[.;]", between)
    if rule.type == other.rule.type == "voted" and _EITHER.fullmatch(between):
        return True
    counted = rule.id == "voted-counted" and start > other.start and other.rule.type in OUTCOMES
    return counted and len(between) < 150 and bool(_BY_TALLY.search(between))


_ABOUT_A_VOTE = frozenset(("voted", "postponed", "vote_scheduled", "withdrawn"))
_LETS = re.compile(r"\b(?:to (?:allow|let|permit)|allowing|letting|permitting|clearing)\b")
VOTED_ON = OUTCOMES | {"voted"}
_TAIL = re.compile(
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven) "
    r"(?:other |members? |countries |states )*(?:voting|abstaini)"
    r"|\bwith (?:the )?[\w, ]{1,120}(?:voting|abstaini)",
    re.IGNORECASE,
)
_DURING = re.compile(r"\b(?:during|in|at|on) (?:[\w’'.]+ ){0,3}$", re.IGNORECASE)
_EITHER = re.compile(r"[^.;,]{0,60}\bor (?:to )?")
_GOES_ON = re.compile(
    r"(?:(?:in favou?r|against|votes?)[,;]? (?:and |with )?|(?:favou?r|votes?) to |with (?:none|nobody|no one) )$",
    re.IGNORECASE,
)
_BY_TALLY = re.compile(r"\b(?:with|by|by a vote of|after (?:receiving|getting|garnering|winning)|having|receiving) $")
