"""What a text commits to when it names a step: occurred, planned, hypothetical, negated, or the history of another.

Knows cues with a direction and a reach (the shape of ConText): a cue counts to the left of the step in its clause, up
to a stop, and the one nearest to the step decides, with the exceptions written out below. Refuses to know which draft is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lifecycle.mining.codebook import codebook
from lifecycle.mining.steps import Framed

OCCURRED, PLANNED, HYPOTHETICAL, NEGATED, HISTORY = "occurred", "planned", "hypothetical", "negated", "history_other"


@dataclass(frozen=True, slots=True)
class Reading:
    """A modality and the cue that gave it; `history` says that the step is told as another draft's."""

    modality: str
    reasons: tuple[str, ...]
    history: bool


def modality_of(text: str, framed: Framed) -> Reading:
    """What the sentence `text` commits to at the cue."""
    history = _history(text, framed)
    makes, why = _left(text, framed)
    if framed.rule.id in {"failed-short", "failed-to-pass"} and why not in {"if", "would"}:
        makes, why = OCCURRED, ""
    if re.search(r"\bno vote\b", text[framed.start : framed.end], re.IGNORECASE):
        makes, why = NEGATED, "no vote"
    if makes == OCCURRED:
        makes, why = _inside(text, framed)
    if makes == OCCURRED and framed.rule.type != "vote_scheduled":
        makes, why = _right(text, framed)
    if framed.rule.type == "vote_scheduled":
        makes, why = _scheduled(text, framed, makes, why)
    if makes == PLANNED and framed.rule.type in {"vetoed", "adopted", "failed", "withdrawn", "voted"}:
        makes, why = HYPOTHETICAL, f"{why}; an outcome to come is nobody's plan"
    if history and makes == OCCURRED:
        return Reading(HISTORY, (history,), True)
    return Reading(makes, (why,) if why else (), bool(history) and makes == OCCURRED)


def _left(text: str, framed: Framed) -> tuple[str, str]:
    """The decision of the cues to the left: the nearest counts, and a bare infinitive only where nothing governs it."""
    start, end = _reach(text, framed.start)
    left = codebook().pseudo.sub(lambda found: "_" * len(found.group()), text[start:end])
    if _FINITE.match(text[framed.start : framed.end]) and not _AUXILIARY.search(left):
        left = left[left.rfind(", ") + 1 :]
        start = end - len(left)
    hits = sorted((cue.end(), rule.makes, rule.id) for rule in codebook().modality for cue in rule.cue.finditer(left))
    hits = [hit for hit in hits if hit[1] != NEGATED or end - start - hit[0] <= NEGATION_REACH]
    governed = [hit for hit in hits if hit[2] != "goal"]
    if not governed:
        return (HYPOTHETICAL, "goal") if hits else _bare(text, framed, left)
    _, makes, name = governed[-1]
    kinds = {kind for _, kind, _ in governed}
    conditional = any(rule in {"if", "wish", "call"} for _, _, rule in governed)
    if makes == NEGATED and (conditional or _SPLIT_NOT.search(left)):
        return HYPOTHETICAL, name
    if makes == PLANNED and HYPOTHETICAL in kinds and name != "plan":
        return HYPOTHETICAL, name
    if name == "would" and framed.rule.type in PROCESS and re.search(r"\bwould (?:\w+ )?$", left) and not conditional:
        return PLANNED, "future in the past"
    return makes, name


_FINITE = re.compile(
    r"(?:\w+ed|brought|put|drew|withdrew|took|gave|was|were|had|has|have|did|got|won)\b", re.IGNORECASE
)
_AUXILIARY = re.compile(
    r"\b(?:to|be|been|being|have|has|had|not|never|would|could|might|may|will|should|get|got|is|are|was|were) (?:\w+ly )?$"
)
NEGATION_REACH = 32
"""How many characters before a step a negation may stand and still negate it."""

PROCESS = frozenset(("discussed", "circulated", "submitted", "vote_scheduled"))
_SPLIT_NOT = re.compile(r"\bnot to\b")
_BASE = re.compile(
    r"(?:submit|veto|withdraw|adopt|pass|approve|reject|circulate|table|postpone|amend|endorse)", re.IGNORECASE
)


def _bare(text: str, framed: Framed, left: str) -> tuple[str, str]:
    """A verb in its base form at the head of its clause is an option or a demand, unless a headline's plural governs it."""
    if _BASE.fullmatch(text[framed.start : framed.end]) and re.fullmatch(
        r"\W*(?:or|and)?(?: at the very least)?\W*", left
    ):
        return HYPOTHETICAL, "base form"
    return OCCURRED, ""


def _reach(text: str, cue: int) -> tuple[int, int]:
    first = max((stop.end() for stop in codebook().stops.finditer(text) if stop.end() <= cue), default=0)
    return max(first, cue - 110), cue


def _inside(text: str, framed: Framed) -> tuple[str, str]:
    """Cues within the words of the step itself: "would be adopted", "could come up for a vote"."""
    words = text[framed.start : framed.end]
    if framed.rule.type in {"vote_scheduled", "withdrawn"}:
        return OCCURRED, ""
    if framed.rule.type == "failed":
        return (HYPOTHETICAL, "modal verb") if re.search(r"\b(?:would|might|may|will) not\b", words) else (OCCURRED, "")
    if framed.rule.type == "discussed" and re.search(r"\bwould continue", words):
        return PLANNED, "future in the past"
    if re.search(r"\b(?:would|could|might|may|should|can)\b", words):
        return HYPOTHETICAL, "modal verb"
    return OCCURRED, ""


def _right(text: str, framed: Framed) -> tuple[str, str]:
    right = text[framed.end : framed.end + 60]
    for rule in codebook().right:
        if rule.cue.search(right):
            return rule.makes, rule.id
    return OCCURRED, ""


_HOPED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed)?|could|may|might|can|call(?:s|ed|ing)?|ask(?:s|ed|ing)?|press\w*|push\w*|urg\w+|if|possible|as soon as|would like|demand\w*|seek\w*|sought|able to)\b",
    re.IGNORECASE,
)


def _scheduled(text: str, framed: Framed, makes: str, why: str) -> tuple[str, str]:
    """A vote to come is planned where it is arranged or announced, hypothetical where it is wished or thought possible."""
    start, _ = _reach(text, framed.start)
    if makes == NEGATED:
        return makes, why
    if _HOPED.search(text[start : framed.end]) or re.search(r"^ (?:as soon as possible)", text[framed.end :]):
        return HYPOTHETICAL, "wished or thought possible"
    return PLANNED, "arranged or announced"


def _history(text: str, framed: Framed) -> str:
    first, last = framed.clause
    first, last = max(first - 60, 0, framed.start - 120), min(last, framed.end + 80)
    for rule in codebook().history:
        if rule.cue.search(text, first, last):
            return f"history: {rule.id}"
    reference = framed.reference
    if reference and reference.plural and framed.rule.type in {"vetoed", "adopted", "failed"}:
        return "history: several texts"
    return ""
