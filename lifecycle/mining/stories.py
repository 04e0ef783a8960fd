"""Which articles tell one story, and which drafts each of them adds to it.

Knows what joins two articles: a document symbol, names in common and days near each other. Refuses to read text or to
date anything, and to know what makes two drafts one text; that is `sametext`'s.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from datetime import date

from lifecycle.mining.sametext import SameDraft, absorb, because, likeness, profile_of
from lifecycle.model.council import countries
from lifecycle.reading.findings import Findings, LocalDraft
from lifecycle.reading.readings import OCCURRED
from lifecycle.reading.topics import is_state
from lifecycle.wording.nations import PERMANENT
from lifecycle.wording.sponsors import BLOCS

TOGETHER, APART = 14, 60
"""Articles at most so many days apart can tell one story for the sake of a state they share; further apart than the
second, none, whatever they share."""

AWAITED = 45
"""So many days a text of the same sponsors on the same state may be in the making, where no end of it is told."""

ENOUGH, ENOUGH_TOGETHER, ENOUGH_ALONE = 4, 2, 6
"""How much two articles must share: a state counts one, a sponsor one more, any other name two. Less if they are near
in time, more if nobody is said to bring both texts."""

COMPARED = 12
"""How many of an article's commonest names are compared."""


@dataclass(slots=True)
class Group:
    """Articles (by place) that tell one story, its drafts, its names, and why each article is in it."""

    articles: list[int] = field(default_factory=list)
    drafts: list[SameDraft] = field(default_factory=list)
    topics: Counter[str] = field(default_factory=Counter)
    subjects: set[str] = field(default_factory=set)
    promoters: set[str] = field(default_factory=set)
    days: list[date] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def groups_of(findings: Sequence[Findings]) -> tuple[Group, ...]:
    """The stories of a set of articles; an article without a live draft is in none.

    Those of a known day are read in the order of their days, whatever their files are called: a text told of again is
    the one that was told of last.
    """
    found: list[Group] = []
    by_topic: dict[str, list[int]] = {}
    by_symbol: dict[str, int] = {}
    counter = 0
    for place in _by_day(findings):
        article = findings[place]
        told = _told(article)
        if not told:
            continue
        home, why = _home(article, told, found, by_topic, by_symbol)
        if home is None:
            found.append(Group())
            home, why = len(found) - 1, ""
        counter = _join(found[home], place, article, told, why, counter)
        for topic in article.topics[:COMPARED]:
            if home not in by_topic.setdefault(topic, []):
                by_topic[topic].append(home)
        by_symbol.update({draft.symbol: home for draft in told if draft.symbol})
    return tuple(found)


def _by_day(findings: Sequence[Findings]) -> list[int]:
    """The places of the articles, those of a known day in the order of their days; the others keep their places."""
    days = [article.published.best for article in findings]
    dated = iter(sorted((day, place) for place, day in enumerate(days) if day))
    return [next(dated)[1] if day else place for place, day in enumerate(days)]


def in_words(topic: str) -> str:
    """A topic as people write it: of a state its name of today, the usual one where the UN's own is a formal one."""
    states = [country for country in countries() if country.code == topic] if is_state(topic) else []
    if not states:
        return topic
    last = max(states, key=lambda country: country.valid_to or date.max)
    usual = (alias for alias in last.aliases if not (alias.isupper() or "." in alias))
    return next(usual, last.name) if _FORMAL.search(last.name) else last.name


_FORMAL = re.compile(r"\(|Republic|Federation|Democratic|State of|Darussalam|Jamahiriya")
"""What stands in a name that no paper prints in full."""


def _told(article: Findings) -> list[LocalDraft]:
    """The live drafts that some mention is about."""
    used = {mention.draft for mention in article.mentions}
    return [draft for draft in article.drafts if draft.live and draft.place in used]


def _home(
    article: Findings,
    told: Sequence[LocalDraft],
    found: Sequence[Group],
    by_topic: dict[str, list[int]],
    by_symbol: dict[str, int],
) -> tuple[int | None, str]:
    """The story an article belongs to, and why."""
    for draft in told:
        if draft.symbol in by_symbol:
            return by_symbol[draft.symbol], f"it names {draft.symbol}"
    names = article.topics[:COMPARED]
    candidates = Counter(group for name in names for group in by_topic.get(name, ()))
    best: tuple[float, int, str] | None = None
    for place in sorted(candidates):
        score, shared = _alike(article, found[place])
        if score and (best is None or score > best[0]):
            best = score, place, f"it shares {', '.join(map(in_words, shared[:4]))}"
    return (best[1], best[2]) if best else (None, "")


def _alike(article: Findings, group: Group) -> tuple[float, list[str]]:
    """How much an article shares with a story, 0 if that is not enough, and the names it shares.

    What counts is what the drafts are about, so a name in a sentence that tells a step weighs most. Without days near
    each other, a state in common is not enough: the drafts must be about one place. In one fortnight a state that sits
    for two years hardly brings two texts, so with one of those as sponsor any name in common will do.
    """
    day = article.published.best
    gap = min((abs((day - other).days) for other in group.days), default=None) if day else None
    if gap is not None and gap > APART:
        return 0.0, []
    subjects = _subjects(article) & group.subjects
    shared = [name for name in article.topics[:COMPARED] if group.topics[name]]
    brought = _promoters(article) & group.promoters
    weight = sum(map(_weight, shared)) + 0.5 * sum(map(_weight, subjects)) + bool(brought)
    awaited = subjects and _unfinished(group, brought) and not (brought <= PERMANENT and _brings(article))
    together = gap is not None and gap <= (AWAITED if awaited else TOGETHER)
    by_whom_alone = together and brought - PERMANENT - set(BLOCS)
    enough = ENOUGH_TOGETHER if together else ENOUGH if brought else ENOUGH_ALONE
    if not (subjects or by_whom_alone) or weight < enough or (not together and all(map(is_state, subjects))):
        return 0.0, shared
    return weight, sorted(subjects) + [name for name in shared if name not in subjects]


def _brings(article: Findings) -> bool:
    """Whether an article tells that a text was brought; a permanent member brings several on one state in a year."""
    return any(m.type in {"circulated", "submitted"} and m.modality == OCCURRED for m in article.mentions)


def _unfinished(group: Group, brought: Container[str]) -> bool:
    """Whether a story knows a text put forward by some of `brought` and no end of it."""
    return any(same.end is None and any(who in brought for who in same.backers) for same in group.drafts)


def _subjects(article: Findings) -> set[str]:
    """What the live drafts of an article are about."""
    live = {draft.place for draft in article.drafts if draft.live}
    return {name for place, names in article.subjects.items() if place in live for name in names}


def _promoters(article: Findings) -> set[str]:
    """The states and groups that sponsor a draft of the article or bring it."""
    profiles = [profile_of(article, draft) for draft in _told(article)]
    return {who for profile in profiles for who in (*profile.backers, *profile.promoters)}


def _weight(name: str) -> int:
    """A state is named in many stories, a town or a person in few."""
    return 1 if is_state(name) else 2


def _join(group: Group, place: int, article: Findings, told: Sequence[LocalDraft], why: str, counter: int) -> int:
    """Put an article into a story: each of its drafts is one the story knows, or a new one. Returns the last number."""
    taken: set[str] = set()
    said: list[str] = []
    for draft in sorted(told, key=lambda d: (not d.symbol, not d.backers, d.place)):
        profile = profile_of(article, draft)
        scored = [
            (score, same) for same in group.drafts if same.id not in taken and (score := likeness(profile, same)) > 0
        ]
        same = max(scored, key=lambda pair: pair[0])[1] if scored else None
        if same is None:
            counter += 1
            same = SameDraft(f"d{counter}")
            group.drafts.append(same)
        elif why:
            said.append(f"{same.id} by {because(profile, same)}")
        taken.add(same.id)
        absorb(same, profile, (place, draft.place))
    group.articles.append(place)
    group.topics.update(article.topics[:COMPARED])
    group.subjects |= _subjects(article)
    group.promoters |= _promoters(article)
    if article.published.best:
        group.days.append(article.published.best)
    if why:
        group.reasons.append(f"{article.file}: {why}; {', '.join(said) or 'another text'}")
    return counter
