"""Sentences of an article, with their offsets.

Knows that a line of an article file ends a sentence (headlines and captions carry no full stop) unless the next line
goes on in lower case or the text is broken at a fixed width, which full stops end nothing (U.N., Mr., initials), and
that of front matter only the title is a sentence.
Refuses to know what a sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lifecycle.press.front_matter import told_in_front


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` stands at `start`..`end` of the article. `headline`: a title line, in headline present."""

    start: int
    end: int
    text: str
    headline: bool


LONGEST = 2_000
"""A run of text longer than this is cut: no sentence is, and patterns stay fast on any input."""

MOST_PIECES = 20
"""How many pieces of such a run are read: what goes on without a stop for so long is no prose."""

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_STOP = re.compile(r"[.!?](?:[\"”’'»)\]]{0,3}(?=\s)|(?<=[a-z]{2}.)[\"”’'»)\]]{0,3}(?=[“\"]?[A-Z][a-z]))")
"""The end of a sentence; where the blank behind it was lost, small letters before and a word behind must show it."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Maj|Adm|Capt|Sen|Rep|Gov|Pres|St|No|Nos|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|etc|approx|para|Art|Res)|\b[A-Z](?:\.[A-Z])*|\b[ap]\.m)\.$"
)
_STARTERS = re.compile(
    r"\s+[\"“‘'(]?(?:The|A|An|In|But|He|She|It|They|We|On|At|This|That|These|After|Before|However|Meanwhile|And|For|If)\b"
)
_SPACE = re.compile(r"\s*")
_NEXT = re.compile(r"\s*[\"“‘'«(\[]*[A-Z0-9À-Þ]")


@lru_cache(1)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order, blanks at their ends left out; offsets count code points of `text`.

    Those of the last text are kept: several parts of the miner ask for them in turn.
    """
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    blocks = _blocks(text)
    for place, (start, end) in enumerate(blocks):
        headline = _is_headline(text[start:end], place, len(blocks))
        for first, last in _split(text, start, end):
            yield Sentence(first, last, text[first:last], headline)


def _blocks(text: str) -> list[tuple[int, int]]:
    """Lines, a line that goes on in lower case, or a text broken at a fixed width, joined to the one before."""
    begins, blocks = told_in_front(text)
    full, last = _width(text), 0
    for line in _LINE.finditer(text, begins):
        stripped = line.group().strip()
        if not stripped:
            continue
        start = line.start() + line.group().index(stripped)
        end = start + len(stripped)
        open_ = blocks and text[blocks[-1][1] - 1] not in '.!?”":' and text.count("\n", blocks[-1][1], start) <= 1
        if open_ and (stripped[0].islower() or last >= full):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
        last = len(stripped)
    return blocks


NARROW = 90
"""A text with a longer line than this is not broken at a fixed width."""

BROKEN = 8
"""Nor is one of fewer lines than this."""

ALIKE = 0.7
"""Nor one whose middle line is shorter than this part of the longest."""

FULL = 0.75
"""A line of a broken text that is as long as this part of the longest goes on in the next."""


def _width(text: str) -> int:
    """From which length on a line is one that was broken for its width; none is in a text of a line a paragraph."""
    lengths = sorted(len(line.group().strip()) for line in islice(_LINE.finditer(text), 400))
    longest = lengths[-1] if lengths else 0
    common = lengths[len(lengths) // 2] >= ALIKE * longest if lengths else False
    return int(FULL * longest) if len(lengths) >= BROKEN and longest <= NARROW and common else len(text) + 1


def _is_headline(block: str, place: int, blocks: int) -> bool:
    """A short line without a full stop, at the top, or one in capitals at the start of most words anywhere."""
    if len(block) > 120 or block[-1] in '.!?”":;,' or len(block.split()) < 3:
        return False
    words = [word for word in block.split() if word[:1].isalpha()]
    titled = sum(word[0].isupper() for word in words) >= 0.6 * len(words)
    return place == 0 or titled or place == blocks - 1


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, stop, end):
            yield from _cut(text, first, stop.end())
            first = _SPACE.match(text, stop.end(), end).end()  # type: ignore[union-attr]
    if first < end:
        yield from _cut(text, first, end)


def _cut(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces of at most `LONGEST`, cut at a blank where there is one; `MOST_PIECES` at most."""
    last = min(last, first + MOST_PIECES * LONGEST)
    while last - first > LONGEST:
        blank = text.rfind(" ", first + LONGEST - 200, first + LONGEST)
        stop = blank if blank > first else first + LONGEST
        yield first, stop
        first = stop
    if first < last:
        yield first, last


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether the full stop ends a sentence: a capital follows, and it closes no abbreviation."""
    after = text[stop.end() : min(stop.end() + 60, end)]
    if not _NEXT.match(after):
        return not after.strip()
    before = text[max(stop.start() - 12, 0) : stop.start() + 1]
    if text[stop.start()] == "." and stop.end() == stop.start() + 1 and _ABBREVIATION.search(before):
        return bool(_STARTERS.match(after))
    return True


_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")


@lru_cache(16)
def without_quotations(text: str) -> str:
    """The sentence with the words in quotation marks blanked: their tense is not the writer's."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
