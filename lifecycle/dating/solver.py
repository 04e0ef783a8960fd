"""Publication days and the days of events, solved over the articles of one story.

Knows how to read windows off the bonds of a story, how to choose one day in each, and how a publication day that was
given is refuted: where setting it aside, and no other, mends what clashes. Refuses to read text, and to know which
drafts are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lifecycle.dating.bonds import AHEAD, BEFORE_THE_VOTE, StoryNet
from lifecycle.dating.clues import cost
from lifecycle.dating.daynet import DayNet
from lifecycle.dating.told import SAID_WITHIN, Clash, Issue, Told
from lifecycle.days.dates import NEWS, PAST, STATEMENT
from lifecycle.model.reports import When

MOST_TRIED = 40
"""Above so many articles a story's given days are not tried one by one."""

WIDEST = 10
"""A window of more days than this has no best answer of its own."""

WORK = frozenset(("discussed", "submitted", "circulated"))
"""What diplomats do on working days."""

OFF_DUTY = 2.0
"""What a day of publication costs that puts such a step on a weekend, in days of distance."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The day of every article and of every mention, what clashes, and the articles whose given day was refuted.

    `margins` says for each article how much more the next best day would cost; None where there is no other day.
    `links` are (mention, words, mention): what else bears on a mention's day.
    """

    published: tuple[When, ...]
    dates: tuple[When, ...]
    clashes: tuple[Clash, ...]
    refuted: tuple[int, ...]
    margins: tuple[float | None, ...]
    links: tuple[tuple[int, str, int], ...] = ()


def solve(issues: Sequence[Issue], told: Sequence[Told]) -> Solution:
    """Find every day of a story. A given day that alone contradicts the rest is set aside and solved like others.

    So is one over a month before the day of what its own article says happened.
    """
    told = [replace(t, time=None) if _dated_in_vain(issues[t.article], t) else t for t in told]
    refuted = sorted({t.article for t in told if _told_too_early(issues[t.article], t)})
    story = StoryNet(issues, told, tuple(refuted))
    while story.clashes and (found := _culprit(story, refuted)):
        place, story = found
        refuted.append(place)
    return _Reader(story).solution(tuple(refuted))


def _dated_in_vain(issue: Issue, t: Told) -> bool:
    """Whether a deed would be dated by a day still to come: "voted down a call for an end by late 2026".

    So would a vote put off be by the day that it was put off from: "was to vote on Friday, but that was put off".
    """
    if not (issue.published and t.time and t.occurred):
        return False
    out = issue.published.toordinal()
    if t.time.kind == "span":
        return t.time.a > out
    return t.type == "postponed" and all(first > out for first, _ in t.windows(known=True)(out))


def _told_too_early(issue: Issue, t: Told) -> bool:
    """Whether the given day of an article is over a month before the day, stated in full, of what it says happened."""
    if issue.published is None or t.time is None or not t.occurred:
        return False
    return t.time.kind == "day" and t.time.looks == PAST and t.time.a > issue.published.toordinal() + AHEAD


def _culprit(story: StoryNet, refuted: Sequence[int]) -> tuple[int, StoryNet] | None:
    """The article without whose given day least clashes, if that is one alone; and the story without it."""
    if len(story.issues) > MOST_TRIED:
        return None
    telling = {t.article for t in story.told if t.time and t.occurred}
    trials = [
        (len(trial.clashes), place, trial)
        for place in sorted(telling)
        if story.known(place)
        for trial in (StoryNet(story.issues, story.told, (*refuted, place)),)
        if trial.articles and len(trial.clashes) < len(story.clashes)
    ]
    trials.sort(key=lambda trial: trial[:2])
    if not trials or (len(trials) > 1 and trials[0][0] == trials[1][0]):
        return None
    return trials[0][1], trials[0][2]


@dataclass(slots=True)
class _Reader:
    """Reads days off a story: windows as they are, then one day in each."""

    story: StoryNet
    work: dict[int, list[Told]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for t in self.story.told:
            if t.time and t.occurred and t.type in WORK:
                self.work.setdefault(t.article, []).append(t)

    def solution(self, refuted: tuple[int, ...]) -> Solution:
        """Windows from the net; then the cheapest day for an article, the likeliest for an event."""
        story = self.story
        if not story.articles:
            nothing = When()
            articles, mentions = len(story.issues), len(story.told)
            return Solution((nothing,) * articles, (nothing,) * mentions, (), refuted, (None,) * articles)
        chosen = story.net.copy()
        margins = self._choose(chosen)
        published = tuple(
            self._when(chosen, variable, max, self._given(place)) for place, variable in enumerate(story.articles)
        )
        dates = tuple(self._date(chosen, i, published) for i in range(len(story.told)))
        return Solution(published, dates, tuple(story.clashes), refuted, tuple(margins), tuple(story.links))

    def _given(self, place: int) -> str:
        return self.story.issues[place].given if self.story.known(place) else "solved"

    def _choose(self, net: DayNet) -> list[float | None]:
        """Fix every article on its cheapest day that the others leave open; the surest article first."""
        variables = self.story.articles
        margins: list[float | None] = [None] * len(variables)
        for place in sorted(range(len(variables)), key=lambda a: (len(self.story.net.days[variables[a]]), a)):
            days = net.days[variables[place]]
            if len(days) > 1:
                costs = sorted((self._cost(place, day), day) for day in days)
                margins[place] = round(costs[1][0] - costs[0][0], 2)
                any(net.keep(variables[place], (day,)) for _, day in costs)
        return margins

    def _cost(self, place: int, day: int) -> float:
        """How unlikely an article's day is: by its own words, and by what it makes diplomats do on a weekend."""
        total = cost(self.story.issues[place].clues, date.fromordinal(day))
        for t in self.work.get(place, ()):
            windows = t.windows(known=False)(day)
            total += OFF_DUTY if windows and date.fromordinal(windows[0][1]).weekday() >= 5 else 0.0
        return total

    def _when(self, chosen: DayNet, variable: int, pick: Callable[[frozenset[int]], int], basis: str) -> When:
        first, last = map(date.fromordinal, self.story.net.window(variable))
        return When(first, last, date.fromordinal(pick(chosen.days[variable])), basis)

    def _date(self, chosen: DayNet, i: int, published: tuple[When, ...]) -> When:
        t, event = self.story.told[i], self.story.events.get(i)
        if event is None:
            return self._bounded(chosen, t, _undated(t, self.story.issues[t.article], published[t.article]))
        when = self._when(chosen, event, self._pick(event, published), self._basis(i, event))
        first, last = self.story.net.window(event)
        low, high = chosen.window(event)
        if last - first > WIDEST and high - low > SAID_WITHIN:
            return When(when.from_day, when.to_day, None, when.basis)
        return when

    def _bounded(self, chosen: DayNet, t: Told, when: When) -> When:
        """The day of what comes before the vote in a story that tells the vote: no later than that."""
        vote = self.story.shared.get((t.draft, "vote"))
        if vote is None or not t.occurred or t.type not in BEFORE_THE_VOTE:
            return when
        day = date.fromordinal(chosen.window(vote)[1])
        if when.to_day is None or when.to_day <= day or when.to_day - day > timedelta(NEWS):
            return when
        return When(None, day, None, "publication")

    def _basis(self, i: int, event: int) -> str:
        t = self.story.told[i]
        if t.time is None:
            return "lead" if i == self.story.first(event) else "linked"
        return "stated" if t.time.constant else self._given(t.article)

    def _pick(self, event: int, published: Sequence[When]) -> Callable[[frozenset[int]], int]:
        """Of the days that are left to an event: the one most likely by the mention that gave it its day.

        The first for a plan, the last for what was announced, else the middle. What nothing dates, and what is quoted
        ("we will vote tomorrow"), counts from the day of the news.
        """
        t = self.story.told[self.story.first(event)]
        out = published[t.article].best
        if out and (t.time is None or t.time.quoted):
            counted = t.time.b + t.time.shift if t.time else 0
            meant = self.story.issues[t.article].day_of_news(out).toordinal() + counted
            return lambda days: min(days, key=lambda day: (abs(day - meant), day))
        if t.modality == "planned":
            return min
        return max if t.dates == STATEMENT else lambda days: sorted(days)[len(days) // 2]


def _undated(t: Told, issue: Issue, published: When) -> When:
    """A mention that nothing dates: at the top it is the day's news; the rest happened some day up to then.

    A vote is put off lately, wherever an article says so.
    """
    if not t.occurred or not published.to_day:
        return When()
    if published.from_day and published.best and (t.lead or t.type == "postponed"):
        first, _ = issue.told_as_news(published.from_day.toordinal(), lead=t.lead)[0]
        news = issue.day_of_news(published.best)
        return When(date.fromordinal(first), published.to_day, news, "lead")
    return When(None, published.to_day, None, "publication")
