"""Annotated articles, as the annotation guide writes them.

Knows the form of a gold file and refuses, with its place, an entry that lacks what scoring needs. Refuses to know any
miner.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lifecycle.errors import InputError, Place, Problem, nearest_names, not_a_date
from lifecycle.located import Document, read
from lifecycle.model.table import FROM_MENTION
from lifecycle.reading.readings import HISTORY, HYPOTHETICAL, NEGATED, OCCURRED, PLANNED

MODALITIES = (OCCURRED, PLANNED, HYPOTHETICAL, NEGATED, HISTORY)
OTHER = "OTHER"
"""The draft of mentions told of other texts."""
KEYS = (
    "start",
    "cue",
    "quote",
    "type",
    "draft",
    "modality",
    "actors",
    "date",
    "date_window",
    "scored",
    "votes",
    "note",
)
"""What an annotation of a mention says; other keys are the annotator's own, unless they look like one of these."""
Day = date
"""A calendar day; an alias, since an annotation has a key called `date`."""
_NOTHING = frozenset(("null", "~", "", "None"))


@dataclass(frozen=True, slots=True)
class GoldMention:
    """An annotated mention; `scored` is false where a careful reader could go either way, `window` the gold's own."""

    start: int
    cue: str
    quote: str
    type: str
    draft: str
    modality: str
    actors: tuple[str, ...]
    date: Day | None
    window: tuple[Day, Day] | None
    scored: bool

    @property
    def end(self) -> int:
        """Where the cue ends."""
        return self.start + len(self.cue)


@dataclass(frozen=True, slots=True)
class Distractor:
    """Words that look like a step and are none; `start` is None where the file does not give it."""

    quote: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article's annotation; `file` is its bare name."""

    file: str
    published: Day | None
    mentions: tuple[GoldMention, ...]
    distractors: tuple[Distractor, ...]


def read_gold(path: Path, file: str) -> tuple[GoldArticle, ...]:
    """Read annotations from the YAML file at `path`, to be called `file`. Raises InputError with every problem."""
    document = read(path, file, patient=True)
    value = document.plain()
    articles = value.get("articles") if isinstance(value, Mapping) else None
    if not isinstance(articles, list):
        shape = document.problem("wrong-shape", "annotations are a list under the key 'articles'", ())
        raise InputError((shape, *document.problems))
    if "events" in value:
        raise InputError([document.problem("wrong-shape", "this is what `mine` wrote, not an annotation", ())])
    reader = _Reader(document)
    found = tuple(reader.article(each, ("articles", n)) for n, each in enumerate(articles))
    reader.once(found)
    if reader.problems:
        raise InputError(reader.problems)
    return found


def misplaced(gold: GoldArticle, text: str, file: str) -> tuple[Problem, ...]:
    """A problem of the gold file, called `file`, for every cue that does not stand in `text` where it says it does."""
    return tuple(
        Problem("cue-not-there", f"{gold.file} has no {each.cue!r} at {each.start}{_nearest(each, text)}", Place(file))
        for each in gold.mentions
        if text[each.start : each.end] != each.cue
    )


def _nearest(mention: GoldMention, text: str) -> str:
    """Where the cue of `mention` stands instead, nearest to where it should."""
    places = [found.start() for found in re.finditer(re.escape(mention.cue), text)]
    return f"; it stands at {min(places, key=lambda at: abs(at - mention.start))}" if places else ""


class _Reader:
    """Reads entries and collects what is wrong with them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = [*document.problems]
        self.drafts: tuple[str, ...] = ()

    def article(self, value: Any, path: tuple[str | int, ...]) -> GoldArticle:
        """One article's annotation."""
        entry = self._table(value, path)
        if "mentions" not in entry:  # without them every find of the miner would count as false
            self._misspelt(entry, ("mentions",), path)
        listed = entry.get("drafts")
        self.drafts = tuple(map(str, listed)) if isinstance(listed, Mapping) else ()
        mentions = self._list(entry, "mentions", path)
        distractors = self._list(entry, "distractors", path)
        return GoldArticle(
            self._text(entry, "file", path).rsplit("/", 1)[-1],
            self._day(entry, "published", path),
            tuple(self._mention(each, (*path, "mentions", n)) for n, each in enumerate(mentions)),
            tuple(self._distractor(each, (*path, "distractors", n)) for n, each in enumerate(distractors)),
        )

    def once(self, articles: Sequence[GoldArticle]) -> None:
        """Complain of every article that was annotated before."""
        seen: set[str] = set()
        for n, each in enumerate(articles):
            if each.file and each.file in seen:
                self._complain("doubled-article", f"{each.file} is annotated twice", ("articles", n, "file"))
            seen.add(each.file)

    def _mention(self, value: Any, path: tuple[str | int, ...]) -> GoldMention:
        entry = self._table(value, path)
        self._misspelt(entry, KEYS, path)
        return GoldMention(
            self._number(entry, "start", path) or 0,
            self._text(entry, "cue", path),
            self._quote(entry, path),
            self._word(entry, "type", path, FROM_MENTION),
            self._draft(entry, path),
            self._word(entry, "modality", path, MODALITIES),
            tuple(map(str, entry.get("actors") or ())) if isinstance(entry.get("actors"), list) else (),
            self._day(entry, "date", path),
            self._window(entry, path),
            self._word({"scored": str(entry.get("scored", "true")).lower()}, "scored", path, ("true", "false"))
            != "false",
        )

    def _quote(self, entry: Mapping[str, Any], path: tuple[str | int, ...]) -> str:
        """The words round the cue of a mention, which hold it; "" if none are given."""
        quote, cue = str(entry.get("quote", "")), entry.get("cue")
        if quote and isinstance(cue, str) and cue not in quote:
            self._complain("cue-not-there", f"the quote does not hold the cue {cue!r}", (*path, "quote"))
        return quote

    def _misspelt(self, entry: Mapping[str, Any], known: Collection[str], path: tuple[str | int, ...]) -> None:
        """Complain of keys that are almost one of those `known`; others are notes of the annotator's own."""
        for key in entry:
            near = nearest_names(key, known) if key not in known and key.isalpha() else ()
            if near:
                self.problems.append(
                    self.document.problem("unknown-key", f"unknown key {key!r}", (*path, key), near, at_key=True)
                )

    def _draft(self, entry: Mapping[str, Any], path: tuple[str | int, ...]) -> str:
        """The draft that a mention is of; where the article lists its drafts, one of those, or OTHER."""
        draft, known = self._text(entry, "draft", path), (*self.drafts, OTHER)
        if draft and self.drafts and draft not in known:
            message = f"no draft {draft!r}; the article lists {', '.join(known)}"
            self._complain("unknown-draft", message, (*path, "draft"), nearest_names(draft, known))
        return draft

    def _distractor(self, value: Any, path: tuple[str | int, ...]) -> Distractor:
        entry = self._table(value, path)
        ends = [self._number(entry, key, path) if key in entry else None for key in ("start", "end")]
        return Distractor(self._text(entry, "quote", path), ends[0], ends[1])

    def _complain(self, slug: str, message: str, path: tuple[str | int, ...], nearest: Iterable[str] = ()) -> None:
        self.problems.append(self.document.problem(slug, message, path, tuple(nearest)))

    def _table(self, value: Any, path: tuple[str | int, ...]) -> Mapping[str, Any]:
        if isinstance(value, Mapping):
            return value
        self._complain("wrong-shape", "a table of keys was expected", path)
        return {}

    def _list(self, entry: Mapping[str, Any], key: str, path: tuple[str | int, ...]) -> list[Any]:
        value = entry.get(key)
        if isinstance(value, list):
            return value
        if value is not None and not (isinstance(value, str) and value in _NOTHING):
            self._complain("wrong-shape", "a list was expected", (*path, key))
        return []

    def _text(self, entry: Mapping[str, Any], key: str, path: tuple[str | int, ...]) -> str:
        value = entry.get(key)
        if isinstance(value, str):
            return value
        if entry:
            self._complain("missing-key", f"the key {key!r} is missing", path)
        return ""

    def _word(self, entry: Mapping[str, Any], key: str, path: tuple[str | int, ...], known: Iterable[str]) -> str:
        word, words = self._text(entry, key, path), tuple(known)
        if word and word not in words:
            message = f"unknown word {word!r}; known are {', '.join(words)}"
            self._complain("unknown-word", message, (*path, key), nearest_names(word, words))
        return word

    def _number(self, entry: Mapping[str, Any], key: str, path: tuple[str | int, ...]) -> int | None:
        text = self._text(entry, key, path)
        if text.isdecimal():
            return int(text)
        if text:
            self._complain("bad-number", f"not a whole number: {text!r}", (*path, key))
        return None

    def _window(self, entry: Mapping[str, Any], path: tuple[str | int, ...]) -> tuple[Day, Day] | None:
        value = entry.get("date_window")
        if not isinstance(value, list) or len(value) != 2:
            return None
        days = [self._day({"day": day}, "day", (*path, "date_window", n)) for n, day in enumerate(value)]
        return (days[0], days[1]) if days[0] and days[1] else None

    def _day(self, entry: Mapping[str, Any], key: str, path: tuple[str | int, ...]) -> date | None:
        value = entry.get(key)
        if value is None or (isinstance(value, str) and value in _NOTHING):
            return None
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self._complain("bad-date", not_a_date(value), (*path, key))
            return None
