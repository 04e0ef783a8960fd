"""From mentions to events, and where mentions contradict each other.

Knows that an event is a draft, a type, a modality and a window of days, and that every mention stays under its event,
so that merging can be undone. Refuses to choose between two mentions that cannot both be right: it lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from lifecycle.mining.mined import Conflict, Mention, MinedEvent
from lifecycle.model.charter import ROP_35
from lifecycle.model.reports import When, day_in_words
from lifecycle.model.rules import Outcome
from lifecycle.model.table import FROM_MENTION

_LIFE = {word: place for place, word in enumerate(FROM_MENTION)}
ENDINGS = tuple(outcome.value for outcome in Outcome)
"""The types of mention that tell how a draft ended in a vote."""

LONG = 160
"""The most characters of a quote that the text of a conflict shows."""


@dataclass(slots=True)
class _Bundle:
    """Mentions of one event, and the days they leave to it."""

    first: Mention
    when: When
    mentions: list[Mention] = field(default_factory=list)


def events_of(mentions: Sequence[Mention]) -> tuple[MinedEvent, ...]:
    """The events that `mentions` tell, by draft in order of appearance, then by day and in the order of a life."""
    keyed: dict[tuple[str, str, str], list[Mention]] = {}
    for mention in mentions:
        keyed.setdefault((mention.draft, mention.type, mention.modality), []).append(mention)
    place = {mention.id: n for n, mention in enumerate(mentions)}
    by_draft: dict[str, list[_Bundle]] = {mention.draft: [] for mention in mentions}
    for (draft, _, _), group in keyed.items():
        by_draft[draft].extend(_bundles(group))
    ordered = (bundle for life in by_draft.values() for bundle in _in_order(life, place))
    return tuple(_event(n, bundle, place) for n, bundle in enumerate(ordered, 1))


def _in_order(life: Sequence[_Bundle], place: dict[str, int]) -> list[_Bundle]:
    """The events of one draft, by the day each is listed under, and on one day in the order of a life."""
    return sorted(life, key=lambda b: (_listed(b, life), _LIFE[b.first.type], place[b.first.id]))


def _listed(bundle: _Bundle, life: Sequence[_Bundle]) -> date:
    """The day that an event is listed under: its best; without one, no later than its window and what it led to."""
    if bundle.when.best or bundle.first.modality != "occurred":
        return bundle.when.best or date.max
    led_to = (
        other.when.best
        for other in life
        if other.when.best and other.first.modality == "occurred"
        if _LIFE[other.first.type] > _LIFE[bundle.first.type]
    )
    return min(led_to, default=bundle.when.to_day or date.max)


def _bundles(group: Sequence[Mention]) -> list[_Bundle]:
    """Mentions of one draft, type and modality, apart where their windows are."""
    bundles: list[_Bundle] = []
    for mention in sorted(group, key=_width):
        fitting = [b for b in bundles if _meet(b.when, mention.date)]
        if fitting:
            fitting[0].mentions.append(mention)
            fitting[0].when = _both(fitting[0].when, mention.date)
        else:
            bundles.append(_Bundle(mention, mention.date, [mention]))
    return bundles


def _width(mention: Mention) -> tuple[int, date]:
    first, last = mention.date.from_day, mention.date.to_day
    return (last - first).days if first and last else 10_000, mention.date.best or date.max


def _meet(one: When, other: When) -> bool:
    """Whether two windows share a day; an open end is open."""
    if one.best and other.best and one.best != other.best and _closed(one) and _closed(other):
        return False
    low = max(one.from_day or date.min, other.from_day or date.min)
    return low <= min(one.to_day or date.max, other.to_day or date.max)


def _closed(when: When) -> bool:
    return when.from_day is not None and when.to_day is not None


def _both(one: When, other: When) -> When:
    """What two windows share; the best day and the basis of the first, the narrower, stay if they fit."""
    lows = [day for day in (one.from_day, other.from_day) if day]
    highs = [day for day in (one.to_day, other.to_day) if day]
    first, last = max(lows, default=None), min(highs, default=None)
    best = one.best or other.best
    if best and ((first and best < first) or (last and best > last)):
        best = first or last
    return When(first, last, best, one.basis if one.basis != "none" else other.basis)


def _event(n: int, bundle: _Bundle, place: dict[str, int]) -> MinedEvent:
    told = sorted(bundle.mentions, key=lambda mention: place[mention.id])
    actors = tuple(dict.fromkeys(actor for mention in told for actor in mention.actors))
    first = told[0]
    ids = tuple(mention.id for mention in told)
    return MinedEvent(f"e{n}", first.draft, first.type, first.modality, bundle.when, actors, ids)


def conflicts_of(mentions: Sequence[Mention]) -> tuple[Conflict, ...]:
    """Outcomes of one draft that exclude each other, and tallies of one vote that differ; each with both quotes.

    A text that was withdrawn may be voted on if another member takes it up (provisional rules of procedure, rule 35):
    where nobody tells of that, both are listed.
    """
    told = occurred_by_draft(mentions).items()
    return tuple(c for draft, mine in told for c in (*_outcomes(draft, mine), *_tallies(draft, mine)))


def occurred_by_draft(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """By draft, the mentions of what is said to have happened to it: nothing else can contradict anything."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.modality == "occurred":
            found.setdefault(mention.draft, []).append(mention)
    return found


def _outcomes(draft: str, told: Sequence[Mention]) -> Iterator[Conflict]:
    firsts: dict[str, Mention] = {}
    for mention in told:
        if mention.type in ENDINGS:
            firsts.setdefault(mention.type, mention)
    ends = list(firsts.values())
    for one, other in pairwise(ends):
        yield between(draft, "outcome", (one, other), f"{one.type} or {other.type}")
    pulled = next((mention for mention in told if mention.type == "withdrawn"), None)
    if pulled and ends and not any(mention.type in _BRINGS_BACK and _after(mention, pulled) for mention in told):
        text = f"withdrawn, and {ends[0].type}, with no word that it was brought back ({ROP_35.key})"
        yield between(draft, "outcome", (pulled, ends[0]), text)


_BRINGS_BACK = ("submitted", "circulated", "revised")
"""What may follow a withdrawal, so that the text is voted on after all."""


def _after(one: Mention, other: Mention) -> bool:
    """Whether one step may be later than another: of the same day, or of a day nobody told, it may."""
    return one.date.best is None or other.date.best is None or one.date.best >= other.date.best


def _tallies(draft: str, told: Iterable[Mention]) -> Iterator[Conflict]:
    seen: dict[str, dict[int, Mention]] = {}
    for mention in told:
        for side, count in (mention.votes or {}).items():
            n = count.get("n") if isinstance(count, dict) else None
            if n is None:
                continue
            counts = seen.setdefault(side, {})
            if n in counts:
                continue
            counts[n] = mention
            before, first = next(iter(counts.items()))
            if before != n:
                yield between(draft, "votes", (first, mention), f"{before} or {n} {side.replace('_', ' ')}")


def between(draft: str | None, about: str, mentions: Sequence[Mention], text: str) -> Conflict:
    """The conflict between these mentions, its text ending in their quotes."""
    quotes = " against ".join(f"“{shown(m.quote)}” ({m.file.rsplit('/', 1)[-1]})" for m in mentions)
    return Conflict(draft, about, tuple(mention.id for mention in mentions), f"{text}: {quotes}")


def shown(quote: str) -> str:
    """A quote on one line, cut to fit."""
    words = " ".join(quote.split())
    return words if len(words) <= LONG else words[: LONG - 1].rsplit(" ", 1)[0] + "…"


def refuted(file: str, given: date, solved: When, mentions: Sequence[Mention]) -> Conflict:
    """The conflict between a publication day that was given and what the articles say."""
    better = day_in_words(solved.best) if solved.best else "another day"
    text = f"{file}: the day given, {day_in_words(given)}, is refuted; the text fits {better}"
    quotes = " and ".join(f"“{shown(m.quote)}”" for m in mentions[:2])
    return Conflict(
        mentions[0].draft if mentions else None, "published", tuple(m.id for m in mentions[:2]), f"{text}: {quotes}"
    )
