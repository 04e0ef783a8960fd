"""What one article tells: its mentions, each with its reading and its draft within the article.

Knows the order of the work on one article: sentences, cues, what the text commits to, which draft. Refuses to know
other articles and days; `miner` joins those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lifecycle.mining.article import Article
from lifecycle.mining.drafts import Reference, references
from lifecycle.mining.modality import HISTORY, OCCURRED, Reading, modality_of
from lifecycle.mining.nations import Nation, nations
from lifecycle.mining.register import Entry, Register
from lifecycle.mining.sentences import Sentence, sentences
from lifecycle.mining.frames import Context
from lifecycle.mining.steps import Framed, steps_in

_GATE = re.compile(
    r"Security Council|UNSC|U\.?N\.? (?:\w+ )?(?:council|draft|resolution|veto)|United Nations", re.IGNORECASE
)
_DRAFT = re.compile(r"\bresolutions?\b|\bdrafts?\b|\bvetoe[ds]\b", re.IGNORECASE)
_COUNCIL = re.compile(r"Security Council|UNSC|\d+-(?:member|nation)", re.IGNORECASE)
_ASSEMBLY = re.compile(r"General Assembly|Congress\b|Senate\b|House of|[Pp]arliament|Human Rights Council")
OUTCOMES = frozenset(("adopted", "vetoed", "failed"))
_STORY = re.compile(r"resolution|draft|veto", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before the story is known: its place, its reading, and its draft within the article."""

    sentence: Sentence
    framed: Framed
    reading: Reading
    entry: Entry
    actors: tuple[str, ...]


def found_in(article: Article) -> tuple[tuple[Found, ...], Register]:
    """The mentions of one article, and the register of its drafts. Reads nothing but the article."""
    register = Register()
    if not (_GATE.search(article.text) and _STORY.search(article.text)):
        return (), register
    found: list[Found] = []
    strong, previous = bool(_DRAFT.search(article.text)), False
    elsewhere = False
    for place, sentence in enumerate(sentences(article.text)):
        if _COUNCIL.search(sentence.text):
            elsewhere = False
        elif _ASSEMBLY.search(sentence.text):
            elsewhere = True
        named, states = tuple(references(sentence.text)), tuple(nations(sentence.text))
        framed = steps_in(sentence, named, states, Context(strong, previous, elsewhere))
        previous = bool(named)
        found.extend(_mentions(sentence, place, framed, named, states, register))
    return tuple(found), register


def _mentions(
    sentence: Sentence,
    place: int,
    framed: Sequence[Framed],
    named: Sequence[Reference],
    states: Sequence[Nation],
    register: Register,
) -> list[Found]:
    known: dict[Reference, Entry | None] = {}
    found: list[Found] = []
    steps = {id(step.reference): step for step in framed if step.reference}
    for reference in named:
        step = steps.get(id(reference))
        if step is None or not modality_of(sentence.text, step).history:
            known[reference] = register.name(reference, place, _subject(states, reference.start))
    for step in framed:
        reading = modality_of(sentence.text, step)
        entry = known.get(step.reference) if step.reference else None
        if reading.modality == HISTORY or reading.history:
            entry = register.other(sentence.text[step.start : step.end])
        entry = entry or register.current()
        if entry is None:
            entry = Entry(len(register.entries))
            register.entries.append(entry)
            register.here = entry
        if reading.modality == OCCURRED and step.rule.type in OUTCOMES:
            entry = register.ending(entry, step.rule.type)
        entry.mentions += 1
        found.append(Found(sentence, step, reading, entry, _actors(sentence.text, step, states)))
    return found


def _subject(states: Sequence[Nation], before: int) -> str | None:
    """The state that "its" means: the first named in the sentence before it."""
    return next((state.code for state in states if state.end <= before), None)


def _actors(text: str, step: Framed, states: Sequence[Nation]) -> tuple[str, ...]:
    """The states that do it: those behind "by" for a passive, else the subject of the clause."""
    by = re.match(r"[^.;:]{0,40}?\bby (?:the )?", text[step.end :])
    if by and (behind := [s for s in states if 0 <= s.start - step.end - by.end() < 3]):
        return tuple(s.code for s in behind)
    first, _ = step.clause
    before = [s for s in states if first <= s.start and s.end <= step.start and s.form != "demonym"]
    return tuple(dict.fromkeys(s.code for s in before))
