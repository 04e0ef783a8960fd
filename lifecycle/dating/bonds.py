"""What binds the days of one story together.

Knows the bonds and adds them from the strongest to the weakest: what a phrase means on a day of publication, one event
has one day, the order of a life, an article that still hopes, a plan and its fulfilment. A bond that leaves some day
without an answer is refused, and noted where two sources disagree. Refuses to choose among the days that are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice, pairwise

from lifecycle.dating.clues import possible
from lifecycle.dating.daynet import Bond, DayNet, NotAfter, SameDay, Within
from lifecycle.dating.told import ONCE, SAID_WITHIN, VOTE, Clash, Issue, Told
from lifecycle.days.dates import EVENT, PAST, STATEMENT

BACK, AHEAD = 62, 31
"""How many days before and after the last day a story states in full its articles may lie."""

ROOM = 760
"""How many days outside that an event may lie which a phrase such as "last year" dates."""

FULFILS = {
    "circulated": frozenset(("circulated", "discussed")),
    "submitted": frozenset(("submitted",)),
    "discussed": frozenset(("discussed",)),
    "vote_scheduled": VOTE,
}
"""What fulfils a plan: who announces a text for Monday and talks about it on Monday did as announced."""

BEFORE_THE_VOTE = frozenset(("discussed", "circulated", "submitted", "revised", "postponed"))
_SURE = {"day": 0, "yearless": 1, "named_weekday": 1, "day_of_week": 1, "weekday": 1, "offset": 1}


@dataclass(slots=True)
class StoryNet:
    """The bonds of one story. `free` are articles whose given day is set aside.

    `articles` and `events` lead from places of articles and mentions to variables of the net, `shared` from what
    happens once to its variable; without any day to start from, `articles` is empty. `links` say in words which other
    mention bears on a mention's day.
    """

    issues: Sequence[Issue]
    told: Sequence[Told]
    free: tuple[int, ...] = ()
    net: DayNet = field(default_factory=DayNet)
    clashes: list[Clash] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    events: dict[int, int] = field(default_factory=dict)
    shared: dict[tuple[str, str], int] = field(default_factory=dict)
    links: list[tuple[int, str, int]] = field(default_factory=list)
    horizon: range = range(0)

    def __post_init__(self) -> None:
        self.horizon = self._horizon()
        if not self.horizon:
            return
        self.articles = [self.net.variable(self._days(place)) for place in range(len(self.issues))]
        self._dated()
        self._undated()
        self._news_is_told_after_it_happened()
        self._the_vote_comes_last()
        self._hope_ends_with_the_vote()
        self._plans_follow_each_other()
        self._plans_are_fulfilled()
        self._told_as_news()

    def known(self, place: int) -> date | None:
        """The publication day of an article that was given and is not set aside."""
        return None if place in self.free else self.issues[place].published

    def _horizon(self) -> range:
        """The days that come into question: round the days given, and round the last day stated in full."""
        given = [day.toordinal() for place in range(len(self.issues)) if (day := self.known(place))]
        stated = [t.time.a for t in self.told if t.time and t.time.kind == "day" and t.modality != "history_other"]
        if given:
            marks = [*given, *(day for day in stated if min(abs(day - each) for each in given) < ROOM)]
        else:
            marks = [max(stated)] if stated else []
        if not marks or not (given or self._recent(max(marks))):
            return range(0)
        return range(min(marks) - BACK, max(marks) + AHEAD + 1)

    def _recent(self, last: int) -> bool:
        """Whether no article speaks of a past day or year beyond the last: else what it states in full is history."""
        constants = (p for issue in self.issues for clue in issue.clues for p in clue if p.constant and p.looks == PAST)
        return all(phrase.a <= last + AHEAD for phrase in constants)

    def _days(self, place: int) -> Sequence[int]:
        day = self.known(place)
        if day:
            return (day.toordinal(),)
        return [d for d in self.horizon if possible(self.issues[place].clues, date.fromordinal(d))] or self.horizon

    def _event(self, told: Told) -> int:
        """A variable for the day of a mention: near the story, or where a date stated in full puts it."""
        time = told.time
        if time is not None and time.constant:
            first, last = time.a + time.shift, time.b + time.shift
            return self.net.variable(range(max(1, first - SAID_WITHIN), last + 1))
        return self.net.variable(range(max(1, self.horizon.start - ROOM), self.horizon.stop + ROOM))

    def _within(self, i: int, event: int) -> bool:
        """Bind a mention's event to its article through the phrase that dates it."""
        t = self.told[i]
        windows = t.windows(known=self.known(t.article) is not None)
        bound = self.net.bind(Within(self.articles[t.article], event, windows))
        if bound:
            self.events[i] = event
        return bound

    def _dated(self) -> None:
        """Each mention with a phrase: what happens once has one variable, however often it is told."""
        dated = (i for i, t in enumerate(self.told) if t.time)
        for i in sorted(dated, key=lambda i: _strength(self.told[i])):
            t = self.told[i]
            event = self.shared.get(t.once) if t.once else None
            if event is not None:
                if _rounded(t):
                    continue
                if self._within(i, event):
                    self.links.append((i, "one event with", self.first(event)))
                else:
                    self._on_another_day(i)
            elif self._within(i, fresh := self._event(t)) and t.once:
                self.shared[t.once] = fresh

    def _on_another_day(self, i: int) -> None:
        """Two phrases put one event on two days: the mention keeps a day of its own, and the clash is noted."""
        t = self.told[i]
        first = self.first(self.shared[t.once]) if t.once else i
        self._within(i, self._event(t))
        self.clashes.append(Clash(t.draft, f"date of {t.type}", (first, i), "one event on two days"))

    def first(self, event: int) -> int:
        """The mention that gave an event its variable: with the surest phrase, or the first told as news."""
        return next(i for i, known in self.events.items() if known == event)

    def _undated(self) -> None:
        """A mention without a phrase means the draft's one event of its kind, or one that its article dates.

        Run again once what is told as news has its day.
        """
        dated: dict[tuple[int, str, str, str], list[int]] = {}
        for i in sorted(self.events):
            dated.setdefault(_kind(self.told[i]), []).append(i)
        for i, t in enumerate(self.told):
            event = None if i in self.events else self._like(i, dated)
            if event is not None and (not t.occurred or self.net.bind(NotAfter(event, self.articles[t.article]))):
                self.links.append((i, "one event with", self.first(event)))
                self.events[i] = event

    def _like(self, i: int, dated: Mapping[tuple[int, str, str, str], Sequence[int]]) -> int | None:
        """The event that a mention without a phrase means, if it can be told which."""
        t = self.told[i]
        if (t.time and not _rounded(t)) or t.modality not in {"occurred", "planned"}:
            return None
        if t.once:
            return self.shared.get(t.once)
        same = dated.get(_kind(t), ())
        if t.type == "vote_scheduled":
            return self._vote_meant(t, same)
        events = {self.events[j] for j in same}
        return next(iter(events)) if len(events) == 1 else None

    def _vote_meant(self, t: Told, plans: Sequence[int]) -> int | None:
        """The day of a vote that was set: of the nearest plan that has a day, or of the vote that its article tells."""
        if plans:
            return self.events[min(plans, key=lambda j: (abs(self.told[j].sentence - t.sentence), -j))]
        told = (self.told[j] for j in self.events if self.told[j].type in VOTE)
        held = not t.another and any(v.article == t.article and v.once == (t.draft, "vote") for v in told)
        return self.shared.get((t.draft, "vote")) if held else None

    def _bind_or_clash(self, bond: Bond, between: tuple[int, ...], text: str) -> None:
        if not self.net.bind(bond):
            self.clashes.append(Clash(self.told[between[0]].draft, "order", between, text))

    def _news_is_told_after_it_happened(self) -> None:
        for i, t in enumerate(self.told):
            event = self.shared.get(t.once) if t.once else None
            if event is not None and t.dates == EVENT:
                self._bind_or_clash(NotAfter(event, self.articles[t.article]), (i,), "told before it happened")

    def _the_vote_comes_last(self) -> None:
        votes = {self.events[j]: j for j in sorted(self.events, reverse=True) if self.told[j].type in VOTE}
        done: set[NotAfter] = set()
        for i, t in enumerate(self.told):
            vote = self.shared.get((t.draft, "vote"))
            if vote in votes and vote is not None and i in self.events and t.occurred and t.type in BEFORE_THE_VOTE:
                bond = NotAfter(self.events[i], vote)
                if bond not in done:
                    self._bind_or_clash(bond, (i, votes[vote]), f"{t.type} after the vote")
                    done.add(bond)

    def _hope_ends_with_the_vote(self) -> None:
        """An article that still plans or fears a step, and does not tell it, is not after it."""
        tells = {(t.article, t.once) for t in self.told if t.once}
        for t in self.told:
            what = (t.draft, ONCE.get(t.type, "vote" if t.type == "vote_scheduled" else ""))
            hopes = t.modality in {"planned", "hypothetical"} and (t.article, what) not in tells
            if hopes and what in self.shared and not self.known(t.article):
                self.net.bind(NotAfter(self.articles[t.article], self.shared[what]))

    def _plans_follow_each_other(self) -> None:
        """Plans told in one sentence follow in the order told."""
        for (i, first), (j, second) in pairwise(enumerate(self.told)):
            together = (first.article, first.sentence) == (second.article, second.sentence)
            plans = first.modality == second.modality == "planned"
            if together and plans and i in self.events and j in self.events:
                self.net.bind(NotAfter(self.events[i], self.events[j]))

    def _plans_are_fulfilled(self) -> None:
        """A plan for a weekday that is met by the deed on that weekday is one day."""
        deeds = [(j, t) for j, t in enumerate(self.told) if t.occurred and t.time and t.time.kind == "weekday"]
        for i, plan in enumerate(self.told):
            if plan.modality == "planned" and i in self.events and not self.known(plan.article):
                met = (
                    j for j in self._fulfilling(plan, deeds) if self.net.bind(SameDay(self.events[i], self.events[j]))
                )
                self.links.extend((i, "the plan was met by", j) for j in islice(met, 1))

    def _fulfilling(self, plan: Told, deeds: Sequence[tuple[int, Told]]) -> Iterator[int]:
        """Of the deeds told elsewhere, those that do on the plan's weekday what it announced."""
        for j, deed in deeds:
            fulfils = deed.draft == plan.draft and deed.type in FULFILS.get(plan.type, ())
            if fulfils and deed.article != plan.article and j in self.events and _same_weekday(plan, deed):
                yield j

    def _told_as_news(self) -> None:
        """A vote or a withdrawal that nothing dates was when the first article that tells it tells it as news."""
        for i in sorted(range(len(self.told)), key=self._came_out):
            t = self.told[i]
            if t.once and t.type != "submitted" and t.once not in self.shared:
                event = self._event(t)
                windows = partial(self.issues[t.article].told_as_news, lead=t.lead)
                if self.net.bind(Within(self.articles[t.article], event, windows)):
                    self.events[i] = self.shared[t.once] = event
                    self._after_what_led_to_it(t, event)
        self._undated()

    def _after_what_led_to_it(self, vote: Told, event: int) -> None:
        """Put a vote that is told as news behind what its draft went through before, as far as that fits."""
        for i, t in enumerate(self.told):
            if (
                vote.type in VOTE
                and t.draft == vote.draft
                and t.occurred
                and t.type in BEFORE_THE_VOTE
                and i in self.events
            ):
                self.net.bind(NotAfter(self.events[i], event))

    def _came_out(self, i: int) -> tuple[int, int]:
        """The order in which mentions came out, as far as that is known."""
        return self.net.window(self.articles[self.told[i].article])[0], i


def _rounded(t: Told) -> bool:
    """Whether weeks are counted to a day ("a week after the veto"): what dates it to the day is elsewhere."""
    return t.time is not None and t.time.shift != 0 and t.time.shift % 7 == 0


def _kind(t: Told) -> tuple[int, str, str, str]:
    return t.article, t.draft, t.type, t.modality


def _strength(t: Told) -> tuple[bool, int, bool]:
    """The order in which phrases are trusted: sayings and counted weeks last; full dates, days of the week, windows."""
    return t.dates == STATEMENT or _rounded(t), _SURE.get(t.time.kind, 2) if t.time else 3, not t.lead


def _same_weekday(one: Told, other: Told) -> bool:
    days = [(t.time.kind, t.time.a) for t in (one, other) if t.time]
    return len(days) == 2 and days[0] == days[1] and days[0][0] == "weekday"
