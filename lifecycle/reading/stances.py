"""What a member says of a draft before it votes: supports, opposes, is ready to work on it, threatens a veto.

Knows the words of the codebook that carry a stance and whose it is. A stance is no step: it is kept in a list of its
own, by member and place. Refuses to know how the member will vote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lifecycle.press.article import Article
from lifecycle.press.sentences import Sentence, sentences
from lifecycle.reading.entry import Entry
from lifecycle.reading.register import Register
from lifecycle.wording.actors import subject_before
from lifecycle.wording.codebook import StanceRule, codebook
from lifecycle.wording.drafts import Reference, references
from lifecycle.wording.nations import nations
from lifecycle.wording.steps import clause_of

_VOTE = re.compile(r"\bvot(?:ed|es)\b|\babstain", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StanceFound:
    """A stance at `start`..`end` of the article: the code of the `member`, and the draft within the article.

    `stance` is supports, opposes, ready_to_work or threatens_veto.
    """

    start: int
    end: int
    quote: str
    member: str
    entry: Entry
    stance: str
    rule: str


def stances_in(article: Article, register: Register) -> tuple[StanceFound, ...]:
    """The stances of one article; `register` is what `found_in` made of it. None in an article without a live draft."""
    if not register.live:
        return ()
    return tuple(
        stance
        for sentence in sentences(article.text)
        for rule in codebook().stances_for(sentence.text)
        for stance in _stances(sentence, rule, register)
    )


def _stances(sentence: Sentence, rule: StanceRule, register: Register) -> Iterator[StanceFound]:
    text = sentence.text
    if _VOTE.search(text) and rule.stance != "threatens_veto":
        return
    states = nations(text)
    drafts = tuple(references(text, states))
    for cue in rule.cue.finditer(text):
        first, last = clause_of(text, *cue.span())
        entry = _meant(drafts, cue.end(), last, register)
        if entry is None or (rule.needs_draft and not drafts) or _IF.search(text, first, cue.start()):
            continue
        outside = [s for s in states if not any(d.start <= s.start < d.end for d in drafts)]
        for code in subject_before(text, cue.start(), outside):
            if code not in entry.sponsors or rule.stance == "supports":
                start, end = sentence.start + cue.start(), sentence.start + cue.end()
                yield StanceFound(start, end, text[first:last].strip(" ,;"), code, entry, rule.stance, rule.id)


def _meant(drafts: Sequence[Reference], cue: int, last: int, register: Register) -> Entry | None:
    """The live draft named behind the cue, by its sponsors; else the one the article is about."""
    behind = next((draft for draft in drafts if cue <= draft.start < last + 1), None)
    sponsors = set(behind.sponsors) if behind else set()
    return next((entry for entry in register.live if sponsors & set(entry.backers)), register.main)
