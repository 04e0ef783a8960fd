"""From articles to mentions, drafts and events.

Knows the order of the work: each article alone (`findings`), then all findings together: their stories, their days,
their events. The second pass sees findings only, never a text. Refuses to know any of these steps itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from textwrap import shorten
from typing import Any

from lifecycle.dating.solver import Solution, solve
from lifecycle.dating.told import Issue, Told
from lifecycle.mining.lawful import breaches_in
from lifecycle.mining.merging import between, conflicts_of, events_of, refuted
from lifecycle.mining.mined import Conflict, Dated, Mention, Mined, MinedDraft, Stance, Story
from lifecycle.mining.sametext import SameDraft
from lifecycle.mining.stories import Group, groups_of, in_words
from lifecycle.model.council import FIRST_DAY, LAST_DAY, council_on, countries
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reasons import phrase
from lifecycle.model.reports import When
from lifecycle.press.article import Article, day_given, published_on
from lifecycle.reading.findings import Findings, Noted, findings_of
from lifecycle.reading.topics import subject_in
from lifecycle.wording.nations import un_name
from lifecycle.wording.sponsors import LABELS

BODIES = {"UNSC": COUNCIL}
"""What a body that acts is called, by its code."""


def named(code: str, day: date | None) -> str:
    """What an actor is called: a state by its UN name on the day, the Council by its own; any other word as it is."""
    if code in BODIES or code not in _codes():
        return BODIES.get(code, code)
    return un_name(code, day)


@cache
def _codes() -> frozenset[str]:
    return frozenset(country.code for country in countries())


def mine(articles: Iterable[Article], published: Mapping[str, date] | None = None) -> Mined:
    """Find every mention in `articles`, as one set.

    `published` gives publication days by file, as named or by its bare name; they count before a day the article gives
    itself. Articles are read one at a time and let go.
    """
    days = published or {}
    return joined([findings_of(published_on(article, day_given(article.file, days))) for article in articles])


def joined(findings: Sequence[Findings]) -> Mined:
    """The second pass: group what single articles yielded into stories, solve their days, merge their mentions."""
    pass_two = _Join(findings)
    for group in groups_of(findings):
        pass_two.add(group)
    pass_two.add_rest()
    return pass_two.mined()


@dataclass(slots=True)
class _Join:
    """The second pass under way."""

    findings: Sequence[Findings]
    drafts: list[MinedDraft] = field(default_factory=list)
    others: list[MinedDraft] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    clashes: list[tuple[Solution, list[tuple[int, int]]]] = field(default_factory=list)
    days: dict[int, When] = field(default_factory=dict)
    dates: dict[tuple[int, int], When] = field(default_factory=dict)
    draft_of: dict[tuple[int, int], str] = field(default_factory=dict)
    margins: dict[int, float | None] = field(default_factory=dict)
    links: dict[tuple[int, int], list[tuple[str, tuple[int, int]]]] = field(default_factory=dict)

    def add(self, group: Group) -> None:
        """A story: its drafts get their names, its mentions their days."""
        names = [name for name, _ in group.topics.most_common()]
        acting = {code for same in group.drafts for code in (*same.sponsors, *same.promoters)}
        told = (mention for place in group.articles for mention in self.findings[place].mentions)
        acting.update(code for mention in told for code in _taking_part(mention))
        guests = subject_in(names, group.subjects, acting | self._sitting(group))
        about = [in_words(name) for name in guests or subject_in(names, group.subjects, acting)]
        for same in group.drafts:
            self.drafts.append(_draft(same, about))
            self.draft_of.update(dict.fromkeys(same.locals, same.id))
        files = tuple(self.findings[place].file for place in group.articles)
        ids = tuple(same.id for same in group.drafts)
        self.stories.append(Story(f"s{len(self.stories) + 1}", files, ids, tuple(group.reasons)))
        self._solve(group.articles)

    def _sitting(self, group: Group) -> set[str]:
        """The codes of the Council's members on the first day of a story: it is seldom about one of them."""
        days = [day for place in group.articles if (day := self.findings[place].published.best)]
        known = days and FIRST_DAY <= min(days) <= LAST_DAY
        return {member.code for member in council_on(min(days)).members} if known else set()

    def add_rest(self) -> None:
        """Articles that tell of no live draft: each alone."""
        for place, each in enumerate(self.findings):
            if place not in self.days:
                self._solve([place]) if each.mentions else self.days.setdefault(place, each.published)

    def _solve(self, places: Sequence[int]) -> None:
        issues, told, keys = [], [], []
        for n, place in enumerate(places):
            each = self.findings[place]
            issues.append(Issue(each.published.best, each.published.basis, each.clues, each.news))
            for m, noted in enumerate(each.mentions):
                told.append(_told(n, self._draft(place, noted), noted))
                keys.append((place, m))
        solution = solve(issues, told)
        self.days.update(zip(places, solution.published, strict=True))
        self.margins.update(zip(places, solution.margins, strict=True))
        for i, words, j in solution.links:
            self.links.setdefault(keys[i], []).append((words, keys[j]))
        self.dates.update(zip(keys, solution.dates, strict=True))
        if solution.clashes or solution.refuted:
            refuted_places = tuple(places[n] for n in solution.refuted)
            self.clashes.append((replace(solution, refuted=refuted_places), keys))

    def _draft(self, place: int, noted: Noted) -> str:
        """The id of the draft a mention is about; a text of another time gets one of its own."""
        key = (place, noted.draft)
        if key not in self.draft_of:
            self.draft_of[key] = f"o{len(self.others) + 1}"
            words = shorten(noted.quote, 60, placeholder=" …")
            self.others.append(MinedDraft(self.draft_of[key], f"another text: {words}", (), None))
        return self.draft_of[key]

    def mined(self) -> Mined:
        """Everything together; mentions are numbered in the order of the articles."""
        ids: dict[tuple[int, int], Mention] = {}
        for place, each in enumerate(self.findings):
            for m, noted in enumerate(each.mentions):
                when = self.dates[place, m]
                ids[place, m] = _mention(f"m{len(ids) + 1}", each.file, noted, self.draft_of[place, noted.draft], when)
        for key, links in self.links.items():
            why = tuple(f"day: {words} {ids[other].id}" for words, other in links)
            ids[key] = replace(ids[key], reasons=(*ids[key].reasons, *why))
        mentions = tuple(ids.values())
        return Mined(
            tuple(
                Dated(each.file, self.days[place], self.margins.get(place)) for place, each in enumerate(self.findings)
            ),
            (*self.drafts, *self.others),
            mentions,
            events_of(mentions),
            tuple(self._stances()),
            tuple(self.stories),
            (*self._date_conflicts(ids), *conflicts_of(mentions), *breaches_in(mentions)),
        )

    def _stances(self) -> Iterator[Stance]:
        """What members say of live drafts; said when the article came out, or the day before."""
        found = ((p, s) for p, each in enumerate(self.findings) for s in each.stances if (p, s.draft) in self.draft_of)
        for n, (place, s) in enumerate(found, 1):
            out = self.days[place]
            said = When(out.from_day and out.from_day - timedelta(1), out.to_day, out.best, out.basis)
            member, draft = named(s.member, out.best), self.draft_of[place, s.draft]
            yield Stance(f"t{n}", self.findings[place].file, s.start, s.end, s.quote, member, draft, s.stance, said)

    def _date_conflicts(self, ids: Mapping[tuple[int, int], Mention]) -> Iterator[Conflict]:
        for solution, keys in self.clashes:
            for place in solution.refuted:
                given, mine = self.findings[place].published.best, [ids[key] for key in keys if key[0] == place]
                if given:
                    yield refuted(self.findings[place].file, given, self.days[place], mine)
            for clash in solution.clashes:
                yield between(clash.draft, clash.about, [ids[keys[n]] for n in clash.between], clash.text)


def _taking_part(noted: Noted) -> Iterator[str]:
    """The codes of the states that a mention names as agents or as voters."""
    yield from noted.actors
    for count in (noted.votes or {}).values():
        if isinstance(count, dict):
            yield from count["members"]


def _told(article: int, draft: str, noted: Noted) -> Told:
    another = _ANOTHER.search(noted.quote) is not None
    return Told(
        article, draft, noted.type, noted.modality, noted.time, noted.dates, noted.lead, noted.sentence, another
    )


_ANOTHER = re.compile(r"\b(?:will|shall|won['’]t|second|another|again|new|each|every|next)\b", re.IGNORECASE)
"""What makes of a step one to come, or another than the one told of elsewhere."""


def _mention(name: str, file: str, noted: Noted, draft: str, when: When) -> Mention:
    actors = tuple(dict.fromkeys(named(code, when.best) for code in noted.actors))
    return Mention(
        name,
        file,
        noted.start,
        noted.end,
        noted.cue,
        noted.quote,
        noted.type,
        draft,
        noted.modality,
        actors,
        when,
        _votes(noted.votes, when.best),
        noted.rule,
        noted.reasons,
    )


def _votes(votes: Mapping[str, Any] | None, day: date | None) -> dict[str, Any] | None:
    """What a mention says of the ballots, members by their names of the day."""
    if votes is None:
        return None
    return {
        side: {**count, "members": [named(code, day) for code in count["members"]]}
        if isinstance(count, dict)
        else count
        for side, count in votes.items()
    }


def _draft(same: SameDraft, subject: Sequence[str]) -> MinedDraft:
    codes = same.sponsors or ([] if same.groups else same.promoters)
    whose = [_adjective(code) for code in codes] or [LABELS[group] for group in same.groups[:1]]
    who = phrase(whose)
    on = in_words(same.about) if same.about else ""
    names = [on] if on and on not in subject else subject
    about = f" on {' and '.join(names)}" if names else ""
    label = f"{who + ' ' if who else ''}{'rival ' if same.rival else ''}draft{about}"
    return MinedDraft(same.id, label[:1].upper() + label[1:], tuple(named(code, None) for code in codes), same.symbol)


def _adjective(code: str) -> str:
    """The adjective of a state, else its name."""
    named = [country for country in countries() if country.code == code]
    named.sort(key=lambda country: country.valid_from or date.min, reverse=True)
    return next((d for country in named for d in country.demonyms), named[0].name if named else code)
