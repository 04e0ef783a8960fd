"""Whether the draft that one article tells of is the one that others told of.

Knows what makes two drafts one text (a symbol, sponsors, who brought it, an end in common) and what keeps them apart:
other sponsors, another symbol, another state they are on, another end, and what can be true of one text only once or
never, for a text is voted on once, on one day, with one count, and nobody votes against its own. Refuses to know which
articles tell one story; that is `stories`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lifecycle.dating.told import SAID_WITHIN, VOTE
from lifecycle.days.dates import EVENT, Days
from lifecycle.reading.findings import Findings, LocalDraft, Noted
from lifecycle.reading.readings import NEGATED, OCCURRED, PLANNED
from lifecycle.wording.framed import OUTCOMES, SPONSORS_DO
from lifecycle.wording.matters import two_matters
from lifecycle.wording.sponsors import BLOCS, share
from lifecycle.wording.tallies import AGAINST, FAVOUR

_OF_A_VOTE = VOTE | {"vote_scheduled"}

ANY_DAY: Days = (date.min, date.max)
SLACK = 1
"""A vote of the evening in New York is of the next day elsewhere."""


@dataclass(slots=True)
class SameDraft:
    """A text as several articles know it: `locals` are (article, place in its list).

    `sponsors` are codes of states, `groups` names of those that put it forward together (`sponsors.BLOCS`).
    `voted` are the days on which its vote can have been, as far as articles of a known day tell, and `news` those on
    which it was if a vote told without a day is of the last days; `in_favour` are the counts told of it, and `against`
    the states that voted against it. `about` is the code of the state that it is said to be on.
    """

    id: str
    locals: list[tuple[int, int]] = field(default_factory=list)
    sponsors: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    promoters: list[str] = field(default_factory=list)
    symbol: str | None = None
    rival: bool = False
    outcomes: Counter[str] = field(default_factory=Counter)
    voted: Days = ANY_DAY
    news: Days = ANY_DAY
    in_favour: set[int] = field(default_factory=set)
    against: set[str] = field(default_factory=set)
    about: str | None = None

    @property
    def backers(self) -> tuple[str, ...]:
        """All that are said to have put it forward."""
        return (*self.sponsors, *self.groups)

    @property
    def end(self) -> str | None:
        """The outcome that most mentions tell."""
        return self.outcomes.most_common(1)[0][0] if self.outcomes else None

    @property
    def passed(self) -> bool | None:
        """Whether it was adopted; None where no end is told."""
        return self.end == "adopted" if self.end else None


def profile_of(article: Findings, draft: LocalDraft) -> SameDraft:
    """One article's draft in the form of a draft of a story."""
    mine = [m for m in article.mentions if m.draft == draft.place]
    brings = (m for m in mine if m.type in SPONSORS_DO and m.modality != NEGATED)
    promoters = list(next((m.actors for m in brings if m.actors), ()))
    held = [m for m in mine if m.type in VOTE and m.modality == OCCURRED]
    vetoers = (code for m in held if m.type == "vetoed" for code in m.actors)
    return SameDraft(
        "",
        [],
        [backer for backer in draft.backers if backer not in BLOCS],
        [backer for backer in draft.backers if backer in BLOCS],
        promoters,
        draft.symbol,
        draft.rival,
        Counter(m.type for m in held if m.type in OUTCOMES),
        _voted(mine, article.published.best, None),
        _voted(mine, article.published.best, SAID_WITHIN),
        {count["n"] for m in held for count in _counts(m.votes, FAVOUR) if count["n"] is not None},
        {*vetoers, *(code for m in held for count in _counts(m.votes, AGAINST) for code in count["members"])},
        draft.about,
    )


def _counts(votes: Mapping[str, Any] | None, side: str) -> list[Mapping[str, Any]]:
    """What a mention tells of one side of a vote, if it tells of it."""
    return [votes[side]] if votes and side in votes else []


def _voted(mine: Iterable[Noted], published: date | None, news: int | None) -> Days:
    """The days on which the vote can have been, by an article of that day; any day if it contradicts itself."""
    days = ANY_DAY
    for mention in mine:
        days = _shared(days, _on(mention, published, news) if published else ANY_DAY)
    return days if days[0] <= days[1] else ANY_DAY


def _on(mention: Noted, published: date, news: int | None) -> Days:
    """What one mention says of the day of the vote: when it was, or that it is still to come.

    `news` is how many days before the article a vote can have been of which it gives no day; None for any number.
    """
    said = mention.time.days(published) if mention.time else None
    if mention.modality == OCCURRED and mention.type in VOTE:
        if said is None:
            return _before(published, news) if news is not None else date.min, published
        return said[0] if mention.dates == EVENT else _before(said[0], SAID_WITHIN), said[1]
    if mention.modality == PLANNED and mention.type in _OF_A_VOTE and (said is None or said[1] >= published):
        return published, date.max
    return ANY_DAY


def _before(day: date, days: int) -> date:
    """The day so many before, or the first there is."""
    return date.fromordinal(max(1, day.toordinal() - days))


def _shared(one: Days, other: Days) -> Days:
    return max(one[0], other[0]), min(one[1], other[1])


def likeness(one: SameDraft, other: SameDraft) -> int:
    """How well two drafts fit: 0 for different texts."""
    if one.symbol and other.symbol:
        return 20 if one.symbol == other.symbol else 0
    shared = share(one.backers, other.backers)
    end, other_end = one.end, other.end
    if (
        two_matters(one.about, other.about)
        or _two_votes(one, other)
        or set(one.sponsors) & other.against
        or set(other.sponsors) & one.against
    ):
        return 0
    if one.backers and other.backers and not shared:
        # A text that was adopted can have changed hands on the way; two rivals are hardly ever adopted together.
        return int(end == other_end == "adopted" and not (one.rival or other.rival))
    if not shared and ((end and other_end and end != other_end) or one.rival or other.rival):
        return 0
    exact = bool(set(one.backers) & set(other.backers))
    return 1 + 5 * shared + 3 * exact + 4 * _promoted(one, other) + 2 * bool(end and end == other_end)


def _promoted(one: SameDraft, other: SameDraft) -> bool:
    """Whether one state or group is said to have put forward the one and to have brought the other."""
    return share((*one.backers, *one.promoters), (*other.backers, *other.promoters))


def _two_votes(one: SameDraft, other: SameDraft) -> bool:
    """Whether the two were voted on at different times: no day suits both.

    A text that was adopted and one that was not are two, even on the next day. Counts that differ speak for two where
    no day is given but that of the articles.
    """
    recounted = one.in_favour and other.in_favour and not one.in_favour & other.in_favour
    slack = 0 if one.passed is not other.passed and None not in (one.passed, other.passed) else SLACK
    return _apart(one.voted, other.voted, slack) or bool(recounted and _apart(one.news, other.news))


def _apart(one: Days, other: Days, slack: int = SLACK) -> bool:
    first, last = _shared(one, other)
    return (first - last).days > slack


def because(one: SameDraft, other: SameDraft) -> str:
    """What tells that two drafts are one text, for whoever asks why."""
    if one.symbol and one.symbol == other.symbol:
        return "its symbol"
    if share(one.backers, other.backers):
        return "its sponsors"
    return "who brought it" if _promoted(one, other) else "its subject alone"


def absorb(same: SameDraft, profile: SameDraft, local: tuple[int, int]) -> None:
    """Add to a draft what one article, at `local`, knows of it."""
    same.locals.append(local)
    same.sponsors = _union(same.sponsors, profile.sponsors)
    same.groups = _union(same.groups, profile.groups)
    same.promoters = _union(same.promoters, profile.promoters)
    same.symbol = same.symbol or profile.symbol
    same.rival = same.rival or profile.rival
    same.outcomes.update(profile.outcomes)
    same.voted = _closer(same.voted, profile.voted)
    same.news = _closer(same.news, profile.news)
    same.in_favour |= profile.in_favour
    same.against |= profile.against
    same.about = same.about or profile.about


def _closer(one: Days, other: Days) -> Days:
    """What two windows share; the first where they share nothing."""
    shared = _shared(one, other)
    return shared if shared[0] <= shared[1] else one


def _union(first: Iterable[str], second: Iterable[str]) -> list[str]:
    return list(dict.fromkeys((*first, *second)))
