"""What one article yields, as values that hold no text but quotes: what passes between the two passes over an archive.

Knows the mentions of an article with its drafts numbered within it and its days still functions of the publication
day, and how all of that is written on one line of JSON. Refuses to know other articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lifecycle.days.counted import from_a_day_before
from lifecycle.days.dateline import dateline_in, yearless_dateline_in
from lifecycle.days.dates import EVENT, FUTURE, Phrase
from lifecycle.days.phrases import phrases_in
from lifecycle.model.reports import When
from lifecycle.press.article import Article
from lifecycle.press.front_matter import has_words, told_in_front
from lifecycle.press.sentences import sentences, without_quotations
from lifecycle.reading.belonging import names_the_news
from lifecycle.reading.found import Found
from lifecycle.reading.reading import found_in
from lifecycle.reading.register import Register
from lifecycle.reading.stances import stances_in
from lifecycle.reading.timing import dated_by
from lifecycle.reading.topics import subjects_of, topics_of

LEAD = 2
"""How many sentences at the top of an article tell its news: what happened there happened just now."""

TOP = 5
"""How many sentences at the top of an article may name the day whose news it tells."""

DAYS = frozenset(("weekday", "named_weekday", "day_of_week", "offset", "yearless", "day"))
"""The kinds of phrases that name a single day."""

TOPICS = 24
"""How many of an article's own names are kept to tell what it is about."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A mention within its article: `draft` is a place in the article's list of drafts, `actors` are codes of states.

    `sentence` is where its sentence starts, `time` the phrase that dates it, and `dates` says what that phrase dates,
    the event or the saying of it. `lead` says that it stands at the top of the article.
    """

    start: int
    end: int
    cue: str
    quote: str
    sentence: int
    type: str
    draft: int
    modality: str
    actors: tuple[str, ...]
    time: Phrase | None
    dates: str
    lead: bool
    votes: Mapping[str, Any] | None
    rule: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocalDraft:
    """A draft as one article knows it; `live` is false for texts of other times. `words` name it, for its label.

    `backers` put it forward: codes of states, and names of groups (`sponsors.BLOCS`). `about` is the code of the state
    that it is said to be on.
    """

    place: int
    backers: tuple[str, ...]
    symbol: str | None
    rival: bool
    live: bool
    words: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class NotedStance:
    """What a member, by code, says of a draft of its article, at a place of the text."""

    start: int
    end: int
    quote: str
    member: str
    draft: int
    stance: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything one article yields.

    `clues` are all its time phrases by sentence, `news` those at its top that may name the day whose news it tells,
    `topics` its names and codes of states, commonest first, `subjects` by draft those in the sentences that tell its
    life. `remarks` are sentences to whoever gave the file, each behind its place: nothing is wrong enough to refuse it,
    but they should know.
    """

    file: str
    published: When
    mentions: tuple[Noted, ...]
    drafts: tuple[LocalDraft, ...]
    clues: tuple[tuple[Phrase, ...], ...]
    news: tuple[Phrase, ...]
    topics: tuple[str, ...]
    subjects: Mapping[int, tuple[str, ...]]
    stances: tuple[NotedStance, ...]
    remarks: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The findings as a document that `findings_from` reads back."""
        return {
            "file": self.file,
            "published": self.published.to_json(),
            "mentions": [_noted_json(mention) for mention in self.mentions],
            "drafts": [[d.place, list(d.backers), d.symbol, d.rival, d.live, d.words, d.about] for d in self.drafts],
            "clues": [[phrase.to_json() for phrase in clue] for clue in self.clues],
            "news": [phrase.to_json() for phrase in self.news],
            "topics": list(self.topics),
            "subjects": [[place, *names] for place, names in self.subjects.items()],
            "stances": [[getattr(stance, name) for name in NotedStance.__slots__] for stance in self.stances],
            "remarks": list(self.remarks),
        }


def _noted_json(mention: Noted) -> list[object]:
    row: list[object] = [getattr(mention, name) for name in Noted.__slots__]
    return [
        item.to_json() if isinstance(item, Phrase) else list(item) if isinstance(item, tuple) else item for item in row
    ]


def findings_from(data: Mapping[str, Any]) -> Findings:
    """The findings that `Findings.to_json` wrote."""
    days = data["published"]
    first, last, best = (date.fromisoformat(days[key]) if days[key] else None for key in ("from", "to", "best"))
    return Findings(
        data["file"],
        When(first, last, best, days["basis"]),
        tuple(_noted_from(row) for row in data["mentions"]),
        tuple(LocalDraft(d[0], tuple(d[1]), *d[2:]) for d in data["drafts"]),
        tuple(tuple(Phrase(*phrase) for phrase in clue) for clue in data["clues"]),
        tuple(Phrase(*phrase) for phrase in data["news"]),
        tuple(data["topics"]),
        {row[0]: tuple(row[1:]) for row in data["subjects"]},
        tuple(NotedStance(*row) for row in data["stances"]),
        tuple(data["remarks"]),
    )


def _noted_from(row: list[Any]) -> Noted:
    fields = dict(zip(Noted.__slots__, row, strict=True))
    fields["actors"], fields["reasons"] = tuple(fields["actors"]), tuple(fields["reasons"])
    fields["time"] = Phrase(*fields["time"]) if fields["time"] else None
    return Noted(**fields)


def findings_of(article: Article) -> Findings:
    """Read one article: its mentions, drafts, time phrases and names; without a mention, none of them."""
    worth = worth_reading(article.text)
    article = _dated(article) if worth else article
    found, register = found_in(article) if worth else ((), Register())
    if not found:
        return Findings(article.file, article.published, (), (), (), (), (), {}, (), _remarks(article))
    clues = _clues(article.text)
    beside: dict[int, list[Found]] = {}
    for each in found:
        beside.setdefault(each.sentence.start, []).append(each)
    lead = _end_of_lead(article.text)
    topics = topics_of(article.text)
    drafts = tuple(
        LocalDraft(e.place, tuple(e.backers), e.symbol, e.rival, e.live, " ".join(e.words), e.about)
        for e in register.entries
    )
    return Findings(
        article.file,
        article.published,
        tuple(
            _noted(f, clues.get(f.sentence.start, ()), beside[f.sentence.start], f.sentence.start < lead, article)
            for f in found
        ),
        drafts,
        tuple(clues.values()),
        _news(article.text, clues),
        topics[:TOPICS],
        subjects_of(article.text, topics, _told(found)),
        tuple(
            NotedStance(*article.span(s.start, s.end), s.quote, s.member, s.entry.place, s.stance)
            for s in stances_in(article, register)
        ),
        _remarks(article, told=True),
    )


def _remarks(article: Article, *, told: bool = False) -> tuple[str, ...]:
    """What whoever gave the file should know: of days of publication, and of a file without words."""
    if not has_words(article.text):
        where = "behind the front matter" if told_in_front(article.text)[0] else "in this file"
        return (*article.overruled, f"{article.file}: there is no word {where}; was the article saved in it?")
    day, basis = article.published.best, article.published.basis
    if told and day is None and (words := yearless_dateline_in(article.text)):
        cure = f"give its day: --published {article.file.rpartition('/')[2]}=YYYY-MM-DD"
        return (*article.overruled, f"{article.file}: its dateline, {words}, has no year and dates nothing; {cure}")
    doubted = told and day and basis != "dateline" and not article.overruled
    stated = dateline_in(article.text) if doubted else None
    if day and stated and abs((day - stated).days) > FAR_FROM_IT:
        return (*article.overruled, f"{article.file}: published on {stated} by its dateline; {day} is taken")
    return article.overruled


FAR_FROM_IT = 7
"""A dateline so many days from the day of publication is no slip of a day: one of the two is wrong."""


def _dated(article: Article) -> Article:
    """The article, of the day of a dateline at its top if it is of none yet."""
    day = None if article.published.best else dateline_in(article.text)
    return replace(article, published=When.on(day, "dateline")) if day else article


def _clues(text: str) -> dict[int, tuple[Phrase, ...]]:
    """By the start of its sentence, the time phrases of each; "the next day" counts from the last day named before."""
    clues: dict[int, tuple[Phrase, ...]] = {}
    last: Phrase | None = None
    for sentence in sentences(text):
        phrases = from_a_day_before(sentence.text, phrases_in(sentence.text), last)
        if phrases:
            clues[sentence.start], last = phrases, phrases[-1]
    return clues


def _news(text: str, clues: Mapping[int, tuple[Phrase, ...]]) -> tuple[Phrase, ...]:
    """The phrases in the first sentences that name a single day, past or present, in the reporter's own words."""
    found: list[Phrase] = []
    told = 0
    for sentence in sentences(text):
        told += not sentence.headline
        if told > TOP:
            break
        if phrases := clues.get(sentence.start):
            hidden = without_quotations(sentence.text)
            found += (p for p in phrases if p.looks != FUTURE and p.kind in DAYS and names_the_news(hidden, p))
    return tuple(found)


_BODY = ("security council", "unsc", "united nations", "un ", "u.n", "world body", "veto", "in blue")
_TEXT = ("resolution", "draft", "veto", "council")


def worth_reading(text: str) -> bool:
    """Whether a text holds a word for the body and one for a draft or its vote: most of an archive costs no more.

    >>> worth_reading("The UN vetoed nothing."), worth_reading("The village council met.")
    (True, False)
    """
    small = text.lower()
    return any(word in small for word in _TEXT) and any(word in small for word in _BODY)


def _told(found: Iterable[Found]) -> dict[int, str]:
    """By draft, the sentences that tell its life."""
    told: dict[int, dict[int, str]] = {}
    for each in found:
        told.setdefault(each.entry.place, {})[each.sentence.start] = each.sentence.text
    return {place: " x ".join(texts.values()) for place, texts in told.items()}


def _end_of_lead(text: str) -> int:
    """Where the first sentences of the body end, headlines not counted."""
    count = 0
    for sentence in sentences(text):
        count += not sentence.headline
        if count == LEAD:
            return sentence.end
    return len(text)


def _noted(found: Found, clues: tuple[Phrase, ...], beside: Sequence[Found], lead: bool, article: Article) -> Noted:
    """The mention as it is kept; `clues` are the phrases of its sentence, `beside` all mentions there."""
    sentence, step = found.sentence, found.framed
    time = dated_by(found, clues, [each for each in beside if each is not found])
    if time and time[0].from_the_news and not lead:
        time = None  # further down an article tells of other days than that of its news
    return Noted(
        *article.span(sentence.start + step.start, sentence.start + step.end),
        sentence.text[step.start : step.end],
        found.quote,
        sentence.start,
        step.rule.type,
        found.entry.place,
        found.reading.modality,
        found.actors,
        time[0] if time else None,
        time[1] if time else EVENT,
        lead,
        found.votes,
        step.rule.id,
        (*found.reading.reasons, *_why(sentence.text, time)),
    )


def _why(text: str, time: tuple[Phrase, str] | None) -> tuple[str, ...]:
    """Which words date the mention, for whoever asks why."""
    if time is None:
        return ()
    words = text[time[0].start : time[0].end]
    return (f"day: “{words}”" if time[1] == EVENT else f"day: said “{words}”",)
