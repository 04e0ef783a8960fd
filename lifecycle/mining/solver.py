"""Publication days and the days of events, solved over the articles of one story.

Knows which bonds hold in a story (what a phrase means on a day of publication, one event has one day, the order of a
life, a plan and its fulfilment) and adds them from the strongest to the weakest; a bond that leaves some day without
an answer is refused. A publication day that was given is held to the same bonds, and refuted where it alone breaks
them. Refuses to read text, and to know which drafts are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from lifecycle.mining.clues import cost, possible
from lifecycle.mining.dates import EVENT, FUTURE, STATEMENT, Phrase
from lifecycle.mining.daynet import Bond, DayNet, NotAfter, SameDay, Window, Within
from lifecycle.model.reports import When

BACK, AHEAD = 62, 31
"""How many days before and after the last day a story states in full its articles may lie."""

VOTE = frozenset(("voted", "adopted", "vetoed", "failed"))
ONCE = {**dict.fromkeys(VOTE, "vote"), "submitted": "submitted", "withdrawn": "withdrawn"}
"""Steps that one draft takes once, by what they are: all that is said of the vote happened on the day of the vote."""

FULFILS = {
    "circulated": frozenset(("circulated", "discussed")),
    "submitted": frozenset(("submitted",)),
    "discussed": frozenset(("discussed",)),
    "vote_scheduled": VOTE,
}
"""What fulfils a plan: who announces a text for Monday and talks about it on Monday did as announced."""

SAID_WITHIN = 6
"""What is told as news on a day happened on it or in the week before."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An article of a story: its day if known (`given` names how), and its time phrases by sentence."""

    published: date | None
    given: str
    clues: tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention to be dated: `article` is a place in the list of issues. `time` dates the step or the saying (`dates`)."""

    article: int
    draft: str
    type: str
    modality: str
    time: Phrase | None
    dates: str
    lead: bool
    sentence: int

    @property
    def once(self) -> tuple[str, str] | None:
        """What it tells, if that happens once in a life."""
        what = ONCE.get(self.type)
        return (self.draft, what) if what and self.modality == "occurred" else None


@dataclass(frozen=True, slots=True)
class Clash:
    """A bond that was refused: `between` are places in the list of mentions."""

    draft: str
    about: str
    between: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Solution:
    """The day of every article and of every mention, what clashes, and the articles whose given day was refuted.

    `margins` says for each article how much more the next best day would cost; None where there is no other day.
    """

    published: tuple[When, ...]
    dates: tuple[When, ...]
    clashes: tuple[Clash, ...]
    refuted: tuple[int, ...]
    margins: tuple[float | None, ...]


def solve(issues: Sequence[Issue], told: Sequence[Told]) -> Solution:
    """Find every day of a story. A given day that alone contradicts the rest is set aside and solved like the others."""
    story = _Story(issues, told)
    refuted: list[int] = []
    telling = {t.article for t in told if t.time and t.dates == EVENT and t.once}
    while story.clashes:
        worse = len(story.clashes)
        trials = [
            (len(trial.clashes), place, trial)
            for place, issue in enumerate(issues)
            if issue.published and place not in refuted and place in telling and len(issues) <= MOST_TRIED
            for trial in (_Story(issues, told, (*refuted, place)),)
        ]
        trials = sorted((t for t in trials if t[0] < worse), key=lambda t: t[:2])
        if not trials or (len(trials) > 1 and trials[0][0] == trials[1][0]):
            break
        _, place, story = trials[0]
        refuted.append(place)
    return story.solution(tuple(refuted))


MOST_TRIED = 40
"""Above so many articles a story's given days are not tried one by one."""


@dataclass(slots=True)
class _Story:
    """The net of one story. `free` are articles whose given day is set aside."""

    issues: Sequence[Issue]
    told: Sequence[Told]
    free: tuple[int, ...] = ()
    net: DayNet = field(default_factory=DayNet)
    clashes: list[Clash] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    events: dict[int, int] = field(default_factory=dict)
    shared: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        horizon = self._horizon()
        if horizon is None:
            return
        self.articles = [self.net.variable(self._days(place, horizon)) for place in range(len(self.issues))]
        self._date_mentions(horizon)
        self._order()
        self._hopes()
        self._plans()

    def known(self, place: int) -> date | None:
        """The publication day of an article that was given and is not set aside."""
        return None if place in self.free else self.issues[place].published

    def _windows(self, t: Told) -> Windows:
        return _windows(t, self.known(t.article) is not None)

    def _horizon(self) -> range | None:
        """The days that come into question: round the days given, and round the last day stated in full."""
        given = [day.toordinal() for place in range(len(self.issues)) if (day := self.known(place))]
        stated = [t.time.a for t in self.told if t.time and t.time.kind == "day" and t.modality != "history_other"]
        last = max(stated, default=max(given, default=0))
        marks = [*given, last]
        return range(min(marks) - BACK, max(marks) + AHEAD + 1) if last else None

    def _days(self, place: int, horizon: range) -> Sequence[int]:
        day = self.known(place)
        if day:
            return (day.toordinal(),)
        fitting = [d for d in horizon if possible(self.issues[place].clues, date.fromordinal(d))]
        return fitting or horizon

    def _date_mentions(self, horizon: range) -> None:
        wide = range(horizon.start - 400, horizon.stop + 400)
        dated = [i for i, t in enumerate(self.told) if t.time]
        for i in sorted(dated, key=lambda i: _strength(self.told[i])):
            t = self.told[i]
            key = t.once
            event = self.shared.get(key) if key else None
            window = self._windows(t)
            fresh = event is None
            event = self.net.variable(wide) if event is None else event
            if self.net.bind(Within(self.articles[t.article], event, window)):
                self.events[i] = event
                if key and fresh and t.dates == EVENT:
                    self.shared[key] = event
            elif not fresh:
                self._clash(i, key)
        for i, t in enumerate(self.told):
            if i not in self.events and (event := self._like(t)) is not None:
                if self.net.bind(NotAfter(event, self.articles[t.article])):
                    self.events[i] = event

    def _like(self, t: Told) -> int | None:
        """The event that an undated mention must mean: its draft's only one of this kind, or its article's only one."""
        if t.time or t.modality not in {"occurred", "planned"}:
            return None
        if t.once:
            return self.shared.get(t.once)
        same = {
            self.events[j]
            for j, other in enumerate(self.told)
            if j in self.events
            and other.time
            and (other.article, other.draft, other.type, other.modality) == (t.article, t.draft, t.type, t.modality)
        }
        return same.pop() if len(same) == 1 else None

    def _clash(self, i: int, key: tuple[str, str] | None) -> None:
        """Two phrases that put one event on two days. The mention keeps a day of its own."""
        t = self.told[i]
        others = [j for j, o in enumerate(self.told) if j in self.events and o.once == key]
        event = self.net.variable(self.net.days[self.articles[t.article]])
        event = self.net.variable(range(min(self.net.days[event]) - 400, max(self.net.days[event]) + 400))
        if self.net.bind(Within(self.articles[t.article], event, self._windows(t))):
            self.events[i] = event
        if others and key:
            self.clashes.append(Clash(t.draft, f"date of {t.type}", (others[0], i), "one event is put on two days"))

    def _order(self) -> None:
        """A life has an order: talks, circulation and submission are not after the vote; nor is an event after its news."""
        for (draft, what), event in sorted(self.shared.items()):
            for i, t in enumerate(self.told):
                if t.once == (draft, what) and t.dates == EVENT:
                    self._bind_or_clash(NotAfter(event, self.articles[t.article]), i, i, "told before it happened")
        for i, t in enumerate(self.told):
            vote = self.shared.get((t.draft, "vote"))
            before = t.modality == "occurred" and t.type in {"discussed", "circulated", "submitted", "revised"}
            if vote is not None and before and i in self.events and self.events[i] != vote:
                voted = next(j for j, o in enumerate(self.told) if self.events.get(j) == vote)
                self._bind_or_clash(NotAfter(self.events[i], vote), i, voted, f"{t.type} after the vote")

    def _bind_or_clash(self, bond: Bond, i: int, j: int, text: str) -> None:
        if not self.net.bind(bond):
            between = tuple(dict.fromkeys((i, j)))
            self.clashes.append(Clash(self.told[i].draft, "order", between, text))

    def _hopes(self) -> None:
        """An article that still plans or fears a step, and does not tell it, is not after it."""
        tells = {(t.article, *t.once) for t in self.told if t.once}
        for t in self.told:
            what = ONCE.get(t.type, "vote" if t.type == "vote_scheduled" else None)
            event = self.shared.get((t.draft, what)) if what else None
            hopes = t.modality in {"planned", "hypothetical"} and (t.article, t.draft, what) not in tells
            if hopes and event is not None and not self.known(t.article):
                self.net.bind(NotAfter(self.articles[t.article], event))

    def _plans(self) -> None:
        """Plans told in one sentence follow in the order told; a plan for a weekday met by the deed on that weekday is one day."""
        for i, j in zip(range(len(self.told)), range(1, len(self.told)), strict=False):
            first, second = self.told[i], self.told[j]
            both = first.modality == second.modality == "planned" and first.sentence == second.sentence
            if both and i in self.events and j in self.events and first.article == second.article:
                self.net.bind(NotAfter(self.events[i], self.events[j]))
        for i, plan in enumerate(self.told):
            if plan.modality != "planned" or i not in self.events or self.known(plan.article):
                continue
            for j in self._deeds(plan):
                if self.net.bind(SameDay(self.events[i], self.events[j])):
                    break

    def _deeds(self, plan: Told) -> Iterator[int]:
        for j, deed in enumerate(self.told):
            same = deed.draft == plan.draft and deed.article != plan.article and deed.modality == "occurred"
            if same and j in self.events and deed.type in FULFILS.get(plan.type, ()) and plan.time and deed.time:
                if (plan.time.kind, plan.time.a) == (deed.time.kind, deed.time.a) == ("weekday", plan.time.a):
                    yield j

    def solution(self, refuted: tuple[int, ...]) -> Solution:
        """Windows from the net, then one day in each: the cheapest for an article, the likeliest for an event."""
        if not self.articles:
            nothing = When()
            return Solution(
                (nothing,) * len(self.issues), (nothing,) * len(self.told), (), (), (None,) * len(self.issues)
            )
        chosen = self.net.copy()
        margins = self._choose(chosen)
        published = tuple(
            self._when(chosen, variable, max, self._given(place)) for place, variable in enumerate(self.articles)
        )
        dates = tuple(self._dated(chosen, i, published) for i in range(len(self.told)))
        return Solution(published, dates, tuple(self.clashes), refuted, tuple(margins))

    def _given(self, place: int) -> str:
        return self.issues[place].given if self.known(place) else "solved"

    def _choose(self, net: DayNet) -> list[float | None]:
        """Fix every article on its cheapest day that the others leave open; the surest article first."""
        margins: list[float | None] = [None] * len(self.articles)
        order = sorted(range(len(self.articles)), key=lambda a: (len(self.net.days[self.articles[a]]), a))
        for place in order:
            days = net.days[self.articles[place]]
            if len(days) > 1:
                costs = sorted(
                    (cost(self.issues[place].clues, date.fromordinal(d)) + self._work(place, d), d) for d in days
                )
                margins[place] = round(costs[1][0] - costs[0][0], 2)
                next((True for _, d in costs if net.keep(self.articles[place], (d,))), False)
        return margins

    def _work(self, place: int, day: int) -> float:
        """Diplomats meet on working days: what a day of publication costs if it puts talks or a submission on a weekend."""
        total = 0.0
        for t in self.told:
            if (
                t.article == place
                and t.time
                and t.modality == "occurred"
                and t.type in {"discussed", "submitted", "circulated"}
            ):
                windows = self._windows(t)(day)
                total += 2.0 if windows and date.fromordinal(windows[0][1]).weekday() >= 5 else 0.0
        return total

    def _when(self, chosen: DayNet, variable: int, pick: Callable[[frozenset[int]], int], basis: str) -> When:
        first, last = map(date.fromordinal, self.net.window(variable))
        return When(first, last, date.fromordinal(pick(chosen.days[variable])), basis)

    def _dated(self, chosen: DayNet, i: int, published: tuple[When, ...]) -> When:
        t = self.told[i]
        event = self.events.get(i)
        if event is None:
            return _undated(t, published[t.article])
        first, last = self.net.window(event)
        pick: Callable[[frozenset[int]], int] = min if t.modality == "planned" else max
        when = self._when(chosen, event, pick, self._basis(t))
        open_ended = last - first > WIDEST
        return (
            When(when.from_day, when.to_day, None, when.basis)
            if open_ended and not self._fixed(chosen, event)
            else when
        )

    def _fixed(self, chosen: DayNet, event: int) -> bool:
        first, last = chosen.window(event)
        return last - first <= SAID_WITHIN

    def _basis(self, t: Told) -> str:
        if t.time is None:
            return "linked"
        if t.time.constant:
            return "stated"
        return self._given(t.article)


WIDEST = 10
"""A window of more days than this has no best answer of its own."""


def _undated(t: Told, published: When) -> When:
    """A mention that nothing dates: news at the top happened at most the day before; anything else some day up to then."""
    if t.modality != "occurred" or not published.to_day:
        return When()
    if t.lead and published.from_day and published.best:
        return When(published.from_day - timedelta(1), published.to_day, published.best, "lead")
    return When(None, published.to_day, None, "publication")


def _strength(t: Told) -> tuple[int, bool, bool]:
    """The order in which phrases are trusted: full dates first, then days of the week, then windows, then sayings."""
    kinds = {"day": 0, "yearless": 1, "named_weekday": 1, "weekday": 1, "offset": 1}
    return kinds.get(t.time.kind, 2) if t.time else 3, t.dates == STATEMENT, not t.lead


Windows = Callable[[int], tuple[Window, ...]]


def _windows(t: Told, known: bool) -> Windows:
    """The windows that the mention's phrase allows for each day of publication; `known` leaves out the less likely ones."""
    phrase = t.time
    assert phrase is not None
    return _reader(replace(phrase, start=0, end=0), SAID_WITHIN if t.dates == STATEMENT else 0, known)


@lru_cache(1024)
def _reader(phrase: Phrase, before: int, known: bool) -> Windows:
    @cache
    def read(day: int) -> tuple[Window, ...]:
        days = phrase.days(date.fromordinal(day))
        if not days:
            return ()
        window = (days[0].toordinal() - before, days[1].toordinal())
        # On a Monday, "will vote on Monday" is most often today; but it can be a week from now.
        twice = phrase.kind == "weekday" and phrase.looks == FUTURE and window[1] == day and not known
        return (window, (day + 7, day + 7)) if twice else (window,)

    return read
