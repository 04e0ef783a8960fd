"""A mention before the story is known: its place, its reading, its draft within the article, its votes and its quote.

Knows how far the words of a vote and of a quote reach. Refuses to know how a mention is found; that is `reading`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lifecycle.press.sentences import Sentence
from lifecycle.reading.entry import Entry
from lifecycle.reading.readings import HISTORY, OCCURRED, Reading
from lifecycle.wording.actors import EXCEPTED
from lifecycle.wording.framed import VOTED_ON, Framed
from lifecycle.wording.nations import Nation, nations
from lifecycle.wording.numbers import SOME
from lifecycle.wording.tallies import FAVOUR, Reported, tally_in

WIDEST = 160
"""The longest quote, in characters."""
LEAST = 24
"""A clause of fewer characters that names nobody says too little ("voted against"): its sentence stands with it."""
BESIDE = 40
"""So many characters then stand on either side of the cue."""


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before the story is known: its place, its reading, and its draft within the article."""

    sentence: Sentence
    framed: Framed
    reading: Reading
    entry: Entry
    actors: tuple[str, ...]

    @property
    def votes(self) -> dict[str, Any] | None:
        """What the words round the cue say of a vote, members as codes; None where they say nothing of one."""
        if self.framed.rule.type not in VOTED_ON or self.reading.modality not in {OCCURRED, HISTORY}:
            return None
        told = reported(self.sentence.text, self.framed, self.actors)
        return told.to_json() if told else None

    @property
    def in_favour(self) -> int | None:
        """How many votes for the draft the words round the cue tell; None where they give no number."""
        return in_favour(self.sentence.text, self.framed, self.actors)

    @property
    def quote(self) -> str:
        """The clause round the cue, more of the sentence if that is short; at most `WIDEST` characters."""
        text = self.sentence.text
        first, last = quoted(text, self.framed)
        return text[first:last]


def reported(text: str, framed: Framed, actors: Sequence[str]) -> Reported:
    """What the clause of a vote in the sentence `text` says of it; `actors` are the codes of its subject."""
    stretch, states = _stretch(text, framed)
    return tally_in(stretch, text[framed.start : framed.end], framed.rule.type, framed.rule.id, actors, states)


def in_favour(text: str, framed: Framed, actors: Sequence[str]) -> int | None:
    """How many votes for the draft the clause of a step tells; None where it gives no number."""
    told = reported(text, framed, actors).counts.get(FAVOUR)
    return told.n if told else None


def _stretch(text: str, framed: Framed) -> tuple[str, tuple[Nation, ...]]:
    """The clause of a vote and the counts that run on behind it, with the states named there."""
    first, last = framed.clause
    if opens := _OPENS_WITH.match(text, 0, first) or EXCEPTED.search(text, 0, first):
        first = opens.start()
    while goes_on := _goes_on(text, first, last):
        last = goes_on.end()
    if text.count("(", first, last) > text.count(")", first, last) and (closed := text.find(")", last)) >= 0:
        last = closed + 1
    stretch = text[first:last]
    return stretch, nations(stretch)


def _goes_on(text: str, first: int, last: int) -> re.Match[str] | None:
    """What behind the clause at `first`..`last` still tells of its vote: more counts, more members of a list."""
    counts = _RUNS_ON.match(text, last) or _AS_THEY_DID.match(text, last) or _LISTED.match(text, last)
    return counts or (_MORE.match(text, last) if _LIST.search(text, first, last) else None)


_RUNS_ON = re.compile(
    r"[,;]? ?(?:and |with |while )?"
    rf"(?:{SOME}|no|none)"
    r" (?:voted |voting |votes? )?(?:against|in favou?r|abstentions?|abstaining|abstained)[^,;.]{0,80}",
    re.IGNORECASE,
)


_AS_THEY_DID = re.compile(
    r"[,;]? ?(?:and |with |while )?(?:the )?[A-Z][\w.’'-]*(?: (?:(?:and|the) )?[A-Z][\w.’'-]*|, (?=[A-Z])){0,8}"
    r" (?:abstaining|voting against|voting no|voting in favou?r|against(?=[.,;]|$))"
)
"""Members listed behind a vote without a verb of their own: "with Russia and China abstaining"."""
_LISTED = re.compile(r":(?: (?:and |the )*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3},?){2,15}(?=\s*(?:[.;]|$))")
"""Members listed behind a count that ends with a colon: "and six abstentions: Peru, Chad and Mali"."""
_MEMBER = r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_LIST = re.compile(rf" [-–—] {_MEMBER}(?:, {_MEMBER})*,?\Z")
_MORE = re.compile(rf",?(?: {_MEMBER},)* (?:{_MEMBER},? )?and {_MEMBER}|, {_MEMBER}")
"""Members listed behind a dash, at a comma of which the clause seemed to end."""
_OPENS_WITH = re.compile(
    r"\W*(?:With|By|In|On|Voting|Acting) (?=[^;]{0,40}?\b(?:\d|unanim|votes?\b|vot(?:ing|ed)\b))[^;]{1,110}?,? ?\Z"
)
"""A count, or a word for all, that opens the sentence: "With 12 votes for, the resolution passed"."""


_DATELINE = re.compile(
    r"\((?:[A-Z]{2,8}|Reuters|Xinhua)\) ?"
    r"|(?=[A-Z]{3}|[^()]{3,60}\([A-Z])(?:[A-Z][\w.'’]*,? ){1,6}(?:\d{1,2},? )?(?:\d{4} )?(?:\([A-Za-z][^()]{1,30}\) )?"
    r"[-–—]{1,2} "
)
"""Where and by which agency the article was written, which is no part of what it says: "UNITED NATIONS (AP) - "."""


def quoted(text: str, framed: Framed) -> tuple[int, int]:
    """Where the quote of a step stands in its sentence: its clause, less of it if that is long, more if it is short."""
    first, last = _opening(text, framed.clause[0], framed), max(framed.clause[1], framed.end)
    if last - first < LEAST and not text[first:last].lstrip("\"“‘' ")[:1].isupper():
        first, last = _round(text, framed, BESIDE, (_opening(text, 0, framed), len(text)))
    if last - first > WIDEST:
        first, last = _round(text, framed, max(0, WIDEST - (framed.end - framed.start)) // 2, (first, last))
    while first < framed.start and text[first] in " ,;:—-":
        first += 1
    while last > framed.end and text[last - 1] in " ,;:—-":
        last -= 1
    return first, last


def _opening(text: str, first: int, framed: Framed) -> int:
    """Where words from `first` on begin to say something: behind a dateline."""
    dateline = _DATELINE.match(text, first, framed.start)
    return dateline.end() if dateline else min(first, framed.start)


def _round(text: str, framed: Framed, room: int, within: tuple[int, int]) -> tuple[int, int]:
    """The cue with whole words on either side, as many as so many characters hold `within` these places."""
    first, last = max(within[0], framed.start - room), min(within[1], framed.end + room)
    if first > within[0] and " " in text[first : framed.start]:
        first = text.find(" ", first, framed.start) + 1
    if last < within[1] and " " in text[framed.end : last]:
        last = text.rfind(" ", framed.end, last)
    return first, last
