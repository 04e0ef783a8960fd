"""What a scenario's sources say of its drafts.

Knows how to get reports from articles (by the miner) or from a file of events, once for all scenarios of a run. Refuses
to run anything on the machine, and to know which of the mined drafts a scenario means (that is `binding`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from lifecycle.errors import InputError
from lifecycle.mining.mined import BALLOTS, Conflict, Mention, Mined, MinedDraft, MinedEvent
from lifecycle.model.reports import Evidence, When
from lifecycle.press.article import Article, day_given, read_article
from lifecycle.scenario.binding import bind, candidates, in_the_press
from lifecycle.scenario.planning import on_the_day_it_was_planned
from lifecycle.scenario.scenario import ArticleFile, Report, Scenario

MOST = 193
"""More members than any Council has had."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """What the sources of a scenario say: by draft name, the reports on it, and what contradicts what among them.

    `elsewhere` holds what they report of texts that are no draft of the scenario.
    """

    reports: Mapping[str, tuple[Report, ...]]
    conflicts: tuple[Conflict, ...] = ()
    elsewhere: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """Articles read and mined, each set of them once; one of these serves a whole run."""

    _articles: dict[str, Article] = field(default_factory=dict)
    _mined: dict[tuple[object, ...], Mined] = field(default_factory=dict)

    def mined(self, files: Sequence[ArticleFile], published: Mapping[str, date]) -> Mined:
        """The articles in `files` mined together; `published` gives the publication days that are known.

        Raises InputError for articles whose own day cannot be read, unless it is given.
        """
        key = (tuple(file.name for file in files), tuple(sorted(published.items())))
        if key not in self._mined:
            from lifecycle.mining.miner import mine  # its patterns take long to compile; ballots alone need none

            articles = [self._article(file) for file in files]
            if unread := [a.unread for a in articles if a.unread and not day_given(a.file, published)]:
                raise InputError(unread)
            self._mined[key] = mine(articles, published)
        return self._mined[key]

    def _article(self, file: ArticleFile) -> Article:
        if file.name not in self._articles:
            self._articles[file.name] = read_article(file.path, file.name)
        return self._articles[file.name]

    def _events(self, file: ArticleFile) -> Mined:
        key = ("events", file.name)
        if key not in self._mined:
            from lifecycle.scenario.eventfile import read_events

            self._mined[key] = read_events(file)
        return self._mined[key]

    def sourced(self, scenario: Scenario, at: date | None) -> Sourced:
        """What the scenario's sources say of its drafts; with `at`, only what articles published by that day say.

        Raises InputError if a source cannot be read, and if a draft is in none or could be two of the drafts there.
        """
        mined = self._all_mined(scenario)
        bound = bind(scenario, mined) if mined else {}
        then, bound_then = (mined, bound) if at is None or mined is None else self._by_then(scenario, mined, at)
        found = {draft.name: [r for r in scenario.reports if r.draft == draft.name] for draft in scenario.drafts}
        if then:
            for name, draft in bound_then.items():
                found[name].extend(_reports(then, draft.id, name))
        # Who knows fewer articles cannot be surer of the day on which one was out: these are the whole's.
        out = {article.file: article.published for article in mined.articles} if mined else {}
        found = {name: [on_the_day_it_was_planned(r, out) for r in reports] for name, reports in found.items()}
        if scenario.before:
            found = {name: list(_dated_before(reports, scenario.before)) for name, reports in found.items()}
        conflicts = _conflicts(then, bound_then) if then else ()
        elsewhere = _elsewhere(then, bound_then) if then else ()
        return Sourced({name: tuple(each) for name, each in found.items()}, tuple(conflicts), tuple(elsewhere))

    def _all_mined(self, scenario: Scenario) -> Mined | None:
        if scenario.events_file:
            return self._events(scenario.events_file)
        return self.mined(scenario.articles, scenario.published) if scenario.articles else None

    def _by_then(self, scenario: Scenario, mined: Mined, at: date) -> tuple[Mined | None, dict[str, MinedDraft]]:
        """What could be known on the day `at`. A draft that its articles do not tell apart has no reports."""
        days = {article.file: article.published.best for article in mined.articles}
        early = {file for file, day in days.items() if day and day <= at}
        if scenario.events_file:
            then = _only_from(mined, early)
        else:
            files = [file for file in scenario.articles if file.name in early]
            known = {file.name: day for file in files if (day := days[file.name])}
            if not files:
                return None, {}
            # The best days stand in for the articles that are out of reach; what is unsure of them stays unsure.
            then = _as_unsure(self.mined(files, known), mined)
        matches = {draft.name: candidates(draft, then.drafts) for draft in filter(in_the_press, scenario.drafts)}
        return then, {name: found[0] for name, found in matches.items() if len(found) == 1}


def _as_unsure(then: Mined, whole: Mined) -> Mined:
    """`then` with no event dated closer than in the `whole`: who knows fewer articles cannot be surer of a day."""
    places = {mention.id: _spot(mention) for mention in whole.mentions}
    windows = {places[key]: event.date for event in whole.events for key in event.mentions}
    spots = {mention.id: _spot(mention) for mention in then.mentions}
    return replace(
        then,
        events=tuple(
            replace(event, date=_widened(event.date, [windows[spots[key]] for key in event.mentions]))
            for event in then.events
        ),
    )


def _spot(mention: Mention) -> tuple[str, int, int, str]:
    return mention.file, mention.start, mention.end, mention.type


def _widened(day: When, others: Iterable[When]) -> When:
    """The window of `day` made as wide as the others; an end that one of them leaves open is open."""
    for other in others:
        first = min(day.from_day, other.from_day) if day.from_day and other.from_day else None
        last = max(day.to_day, other.to_day) if day.to_day and other.to_day else None
        if (first, last) != (day.from_day, day.to_day):
            day = When(first, last, day.best, other.basis)
    return day


def _only_from(mined: Mined, files: Collection[str]) -> Mined:
    """What was mined from `files` alone, of events the mentions there; conflicts need all of theirs."""
    mentions = {mention.id: mention for mention in mined.mentions if mention.file in files}
    events = (replace(e, mentions=tuple(key for key in e.mentions if key in mentions)) for e in mined.events)
    return replace(
        mined,
        mentions=tuple(mentions.values()),
        events=tuple(event for event in events if event.mentions),
        conflicts=tuple(conflict for conflict in mined.conflicts if set(conflict.between) <= set(mentions)),
    )


def _conflicts(mined: Mined, bound: Mapping[str, MinedDraft]) -> Iterable[Conflict]:
    """The conflicts about drafts of the scenario, under its names for them."""
    names = {draft.id: name for name, draft in bound.items()}
    return (replace(each, draft=names[each.draft]) for each in mined.conflicts if each.draft in names)


def _elsewhere(mined: Mined, bound: Mapping[str, MinedDraft]) -> Iterable[Report]:
    drafts = {draft.id for draft in bound.values()}
    for other in dict.fromkeys(event.draft for event in mined.events):
        if other not in drafts:
            yield from _reports(mined, other, other)


def _reports(mined: Mined, draft: str, name: str) -> Iterable[Report]:
    mentions = {mention.id: mention for mention in mined.mentions}
    for event in mined.events:
        if event.draft == draft:
            yield _report(event, [mentions[key] for key in event.mentions], name)


def _report(event: MinedEvent, mentions: Sequence[Mention], name: str) -> Report:
    votes: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        for side, members in _named_votes(mention):
            votes[side] = tuple(dict.fromkeys((*votes.get(side, ()), *members)))
    evidence = tuple(Evidence(m.file, m.start, m.end, m.quote, m.cue) for m in mentions)
    return Report(
        event.id,
        name,
        event.type,
        event.modality,
        event.date,
        event.actors,
        evidence,
        event.mentions,
        votes,
        tuple(dict.fromkeys(count for mention in mentions for count in _counts(mention))),
    )


def _counts(mention: Mention) -> Iterable[tuple[str, int, int]]:
    """The sides that a mention of a vote that was taken counts; a bound nobody gives is open."""
    for side, count in (mention.votes or {}).items() if mention.modality == "occurred" else ():
        if side in BALLOTS and isinstance(count, Mapping):
            least, most = (count.get("n") if count.get("n") is not None else count.get(end) for end in ("min", "max"))
            if (least, most) != (None, None):
                yield side, least or 0, MOST if most is None else most


def _named_votes(mention: Mention) -> Iterable[tuple[str, tuple[str, ...]]]:
    if mention.type == "vetoed" and mention.modality == "occurred":
        yield "against", mention.actors
    for side, count in (mention.votes or {}).items():
        if isinstance(count, Mapping) and count.get("members"):
            yield side, tuple(count["members"])


def _dated_before(reports: Iterable[Report], day: date) -> Iterable[Report]:
    return (r for r in reports if (last := r.when.best or r.when.to_day) and last < day)
