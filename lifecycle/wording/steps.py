"""The places of a sentence that carry a step in the life of a draft.

Knows how the rules of the codebook are laid over a sentence, where a clause ends, and when a step is another body's.
Refuses to know which of two cues tell one step (`samestep`), whether it happened (that is `modality`) and which draft
of the story is meant (that is the register's).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from lifecycle.press.sentences import Sentence, without_quotations
from lifecycle.wording.codebook import StepRule, codebook
from lifecycle.wording.drafts import Reference
from lifecycle.wording.framed import VOTES, Framed
from lifecycle.wording.frames import framed
from lifecycle.wording.nations import Nation
from lifecycle.wording.samestep import is_reason_of, told_already
from lifecycle.wording.spots import COUNCIL, Context, Spot

MOST = 24
"""The most cues of a rule, and the most steps, that are looked at in one sentence: no sentence of prose tells more."""


Cues = tuple[tuple[StepRule, tuple[tuple[int, int], ...]], ...]
"""The rules that find a cue in a sentence, in the order of the codebook, and where."""


def cues_in(text: str) -> Cues:
    """The cues of the sentence `text`, whatever stands round them."""
    found = ((rule, tuple(_cues(rule, text))) for rule in codebook().steps_for(text))
    return tuple((rule, spans) for rule, spans in found if spans)


def steps_in(
    sentence: Sentence, cues: Cues, drafts: Sequence[Reference], states: Sequence[Nation], context: Context
) -> tuple[Framed, ...]:
    """The framed cues of the sentence, in its order; `drafts` and `states` are those it names."""
    text = sentence.text
    found: list[Framed] = []
    for rule, spans in cues:
        for start, end in spans:
            clause = clause_of(text, start, end)
            others_do = rule.type in VOTES or (context.abroad and rule.type != "vetoed")
            if _other_body(text, clause, start, rule, drafts) or (context.elsewhere and others_do):
                continue
            fits, reference = framed(Spot(text, start, end, clause, drafts, states, context), rule.frames)
            if fits and len(found) < MOST and not told_already(found, rule, start, end, text):
                found.append(Framed(rule, start, end, clause, reference))
    rule_told = codebook().general.search(text) if found else None
    if rule_told:
        found = [step for step in found if _parted(text, step, rule_told.span())]
    found.sort(key=lambda each: each.start)
    return tuple(step for step in found if not any(is_reason_of(step, other, text) for other in found))


def _parted(text: str, step: Framed, other: tuple[int, int]) -> bool:
    """Whether a semicolon, or a reason given for what is told, parts a step from words at `other`."""
    because = _BECAUSE.search(text, step.end, max(other[0], step.end))
    return bool(because) or ";" in text[step.end : other[0]] or ";" in text[other[1] : step.start]


_BECAUSE = re.compile(r", (?:since|because|as)\b")
"""What parts a step from the rule that is its reason: "would be defeated, since a text needs nine votes"."""


def _cues(rule: StepRule, text: str) -> Iterator[tuple[int, int]]:
    cues = tuple(islice(rule.cue.finditer(text), MOST))
    elsewhere = [m.span() for m in rule.unless.finditer(text)] if cues and rule.unless else []
    for cue in cues:
        if not any(start < cue.end() and cue.start() < end for start, end in elsewhere):
            yield cue.span(next((name for name, words in cue.groupdict().items() if words), 0))


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch round `start`..`end` between two stops of the codebook.

    >>> clause_of("Russia vetoed it; China abstained", 18, 23)
    (17, 33)
    """
    stops = _stops(text)
    first = max((stop_end for _, stop_end in stops if stop_end <= start), default=0)
    last = next((stop_start for stop_start, _ in stops if stop_start >= end), len(text))
    return first, last


@lru_cache(16)
def _stops(text: str) -> tuple[tuple[int, int], ...]:
    """Where the stops of a sentence stand; kept, since every cue of the sentence asks."""
    return tuple(stop.span() for stop in codebook().stops.finditer(text))


@lru_cache(16)
def _bodies(text: str) -> tuple[tuple[int, int], ...]:
    """Where a sentence names other bodies; kept, since every cue of the sentence asks."""
    return tuple(body.span() for body in codebook().other_bodies.finditer(text))


_NO_VETO_THERE = re.compile(r"National Security|General Assembly|UNGA|[Aa]ssembly|[Hh]uman|European|EU\b|[Rr]ights")
"""Bodies that know no veto: one told beside them is the Council's."""
_STATES_TOGETHER = re.compile(r"Arab (?!League)|leadership")
"""Who is no body: what such states endorse they have not adopted, but they may table it."""
_GOVERNMENT = re.compile(r"\b(?:government|cabinet|ministry)\b")


_WHICH = re.compile(r", (?:which|who)\Z")
_WHERE = re.compile(
    r", (?:where|whose|\w+ing)\b|\b(?:after|ahead of)\b"
    r"|\bbefore (?!the (?:[\w.]+ )?(?:General|Human|Assembly|House|Senate|Parliament|Congress))"
)
"""What makes of a body behind a step one of another clause or time: "revised for Peru, where Congress"."""


_APPEALED_TO = re.compile(
    r"\b(?:urg|call|ask|demand|press|appeal|request|implor)\w*(?: (?:on|upon|to|that))? (?:the )?(?:(?:UN|U\.N\.) )?\Z"
)
"""What makes of the Council one that another body speaks to: "the House passed a resolution urging the Council"."""


def _in_words_quoted(text: str, body: int, cue: int) -> bool:
    """Whether a body is named in words that are quoted, and the cue is not among them."""
    hidden = without_quotations(text)
    return hidden[body] == " " and hidden[cue] != " "


def _other_body(text: str, clause: tuple[int, int], start: int, rule: StepRule, drafts: Sequence[Reference]) -> bool:
    """Whether the step is another body's: named in the clause before the cue or just behind, and the Council is not.

    Who votes stands before the verb: what the House passed "urging the Security Council to lift it" is the House's.
    """
    first, last = clause
    which = _WHICH.search(text, 0, first)
    if which and any(which.start() - 2 <= body_end <= which.start() for _, body_end in _bodies(text)):
        return rule.type in VOTES | {"failed"}  # "the European Parliament, which votes on Monday"
    of_the_text = text.endswith("its ", 0, start)  # "the government hailed its adoption"
    passed = any(draft.end == start - 1 for draft in drafts)  # "the government broke with a resolution passed in May"
    ours = of_the_text or passed
    if rule.type == "adopted" and not ours and _GOVERNMENT.search(text, max(0, start - 90), start):
        return not COUNCIL.search(text, max(0, start - 90), start + 60)
    bodies = [
        (body_start, body_end)
        for body_start, body_end in _bodies(text)
        if first <= body_start and body_end <= min(last, start + 80) and not _in_words_quoted(text, body_start, start)
        if body_start < start or not _WHERE.search(text, start, body_start)
        if rule.type != "vetoed" or not _NO_VETO_THERE.match(text, body_start)
        if rule.type in VOTES | {"failed"} or text[body_start:body_end] != "cabinet"  # a cabinet may withdraw its draft
        if rule.type == "adopted" or not _STATES_TOGETHER.match(text, body_start)
    ]
    if not bodies:
        return False
    council = [
        m.start()
        for m in COUNCIL.finditer(text, first, min(last, start + 80))
        if not any(body_start < m.end() and m.start() < body_end for body_start, body_end in bodies)
    ]
    appealed_to = all(start < at and _APPEALED_TO.search(text, start, at) for at in council)
    if not council or (appealed_to and any(body_start < start for body_start, _ in bodies)):
        return True
    return min(abs(b - start) for b, _ in bodies) < min(abs(c - start) for c in council)
