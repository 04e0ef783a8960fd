"""What a scenario's sources say of its drafts.

Knows how to get reports from articles (by the miner) or from a file of events, once for all scenarios of a run, and
which of the mined drafts each draft of a scenario is. Refuses to run anything on the machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lifecycle.errors import Place, refuse
from lifecycle.mining.article import Article, read_article
from lifecycle.mining.mined import Mention, Mined, MinedDraft, MinedEvent
from lifecycle.mining.miner import mine
from lifecycle.model.reports import Evidence
from lifecycle.scenario.scenario import ArticleFile, Report, Scenario, ScenarioDraft


@dataclass(frozen=True, slots=True)
class Press:
    """Articles read and mined, each set of them once; one of these serves a whole run."""

    _articles: dict[str, Article] = field(default_factory=dict)
    _mined: dict[tuple[object, ...], Mined] = field(default_factory=dict)

    def mined(self, files: Sequence[ArticleFile], published: Mapping[str, date]) -> Mined:
        """The articles in `files` mined together; `published` gives the publication days that are known."""
        key = (tuple(file.name for file in files), tuple(sorted(published.items())))
        if key not in self._mined:
            self._mined[key] = mine([self._article(file) for file in files], published)
        return self._mined[key]

    def _article(self, file: ArticleFile) -> Article:
        if file.name not in self._articles:
            self._articles[file.name] = read_article(file.path, file.name)
        return self._articles[file.name]

    def reports(self, scenario: Scenario, at: date | None) -> dict[str, tuple[Report, ...]]:
        """By draft name, what the scenario's sources say of it; with `at`, only articles published by that day.

        Raises InputError if a draft is in no source, or could be two of the drafts there.
        """
        if scenario.reports:
            found = {d.name: tuple(r for r in scenario.reports if r.draft == d.name) for d in scenario.drafts}
        elif scenario.articles:
            found = self._from_articles(scenario, at)
        else:
            found = {draft.name: () for draft in scenario.drafts}
        if scenario.before is None:
            return found
        return {name: tuple(_dated_before(reports, scenario.before)) for name, reports in found.items()}

    def _from_articles(self, scenario: Scenario, at: date | None) -> dict[str, tuple[Report, ...]]:
        mined = self.mined(scenario.articles, scenario.published)
        bound = bind(scenario, mined)
        if at is None:
            return {name: tuple(_reports(mined, draft, name)) for name, draft in bound.items()}
        days = {article.file: article.published.best for article in mined.articles}
        early = [file for file in scenario.articles if (day := days[file.name]) and day <= at]
        if not early:
            return {draft.name: () for draft in scenario.drafts}
        known = {file.name: day for file in early if (day := days[file.name])}
        then = self.mined(early, known)
        return {
            draft.name: tuple(_reports(then, found[0], draft.name))
            if len(found := _candidates(draft, then.drafts)) == 1
            else ()
            for draft in scenario.drafts
        }


def bind(scenario: Scenario, mined: Mined) -> dict[str, MinedDraft]:
    """Which mined draft each draft of the scenario is: the one of the same symbol, else the only one sharing a sponsor.

    Raises InputError naming the candidates where there are none or two.
    """
    bound: dict[str, MinedDraft] = {}
    for draft in scenario.drafts:
        found = _candidates(draft, mined.drafts)
        if len(found) != 1:
            which = " and ".join(f"{d.id} ({d.label})" for d in found or mined.drafts) or "no draft"
            how = "more than one draft in its articles" if found else "no draft in its articles"
            raise refuse(
                "unbound-draft",
                f"the draft {draft.name!r} matches {how}: {which}; give its symbol or its sponsors",
                Place(scenario.file),
            )
        bound[draft.name] = found[0]
    return bound


def _candidates(draft: ScenarioDraft, mined: Iterable[MinedDraft]) -> list[MinedDraft]:
    live = [d for d in mined if d.sponsors or d.symbol]
    same = [d for d in live if d.symbol and d.symbol in {draft.symbol, draft.recorded_as}]
    return same or [d for d in live if set(d.sponsors) & set(draft.sponsors)]


def _reports(mined: Mined, draft: MinedDraft, name: str) -> Iterable[Report]:
    mentions = {mention.id: mention for mention in mined.mentions}
    for event in mined.events:
        if event.draft == draft.id:
            yield _report(event, [mentions[key] for key in event.mentions], name)


def _report(event: MinedEvent, mentions: Sequence[Mention], name: str) -> Report:
    votes: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        for side, members in _named_votes(mention):
            votes[side] = tuple(dict.fromkeys((*votes.get(side, ()), *members)))
    evidence = tuple(Evidence(m.file, m.start, m.end, m.quote) for m in mentions)
    return Report(event.id, name, event.type, event.modality, event.date, event.actors, evidence, event.mentions, votes)


def _named_votes(mention: Mention) -> Iterable[tuple[str, tuple[str, ...]]]:
    if mention.type == "vetoed" and mention.modality == "occurred":
        yield "against", mention.actors
    for side, count in (mention.votes or {}).items():
        if isinstance(count, Mapping) and count.get("members"):
            yield side, tuple(count["members"])


def _dated_before(reports: Iterable[Report], day: date) -> Iterable[Report]:
    return (report for report in reports if report.when.best and report.when.best < day)
