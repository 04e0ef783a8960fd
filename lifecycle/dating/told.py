"""What is to be dated: the articles of one story and the mentions in them, without their texts.

Knows which steps happen once in a life, and which days a mention's phrase allows. Refuses to know what binds one
mention to another; that is `bonds`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from lifecycle.dating.daynet import Window
from lifecycle.days.dates import FUTURE, STATEMENT, Phrase

VOTE = frozenset(("voted", "adopted", "vetoed", "failed"))
ONCE = {**dict.fromkeys(VOTE, "vote"), "submitted": "submitted", "withdrawn": "withdrawn"}
"""Steps that one draft takes once, by what they are: all that is said of the vote happened on the day of the vote."""

SAID_WITHIN = 6
"""What is told as news on a day happened on it or so many days before."""

Windows = Callable[[int], tuple[Window, ...]]


NEWS_WITHIN = 4
"""The day whose news an article tells is at most so many days before it came out."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An article of a story: its day if known (`given` names how), and its time phrases by sentence.

    `news` are those at its top that may name the day whose news it tells.
    """

    published: date | None
    given: str
    clues: tuple[tuple[Phrase, ...], ...]
    news: tuple[Phrase, ...] = ()

    def day_of_news(self, published: date) -> date:
        """The day whose news an article tells that came out on `published`; that day itself where it names none.

        The day of publication by its date is the stamp of the article, and says nothing of its news.
        """
        named = ((phrase, days) for phrase in self.news if (days := phrase.days(published)) and days[0] == days[1])
        told = (day for phrase, (day, _) in named if not (phrase.kind in {"day", "yearless"} and day == published))
        return next((day for day in told if timedelta(0) <= published - day <= timedelta(NEWS_WITHIN)), published)

    def told_as_news(self, day: int, *, lead: bool) -> tuple[Window, ...]:
        """The window of what an article of `day` tells without a day of its own, at its top or below."""
        news = self.day_of_news(date.fromordinal(day)).toordinal()
        return ((min(news, day - 1) if lead else day - SAID_WITHIN, day),)


@dataclass(frozen=True, slots=True)
class Told:
    """A mention to be dated, in the article at that place of a list; `time` dates the step or its saying (`dates`).

    `another`: its words say that it is one to come, or not the one told of elsewhere.
    """

    article: int
    draft: str
    type: str
    modality: str
    time: Phrase | None
    dates: str
    lead: bool
    sentence: int
    another: bool = False

    @property
    def occurred(self) -> bool:
        """Whether the text says that it happened."""
        return self.modality == "occurred"

    @property
    def once(self) -> tuple[str, str] | None:
        """What it tells, if that happens once in a life."""
        what = ONCE.get(self.type)
        return (self.draft, what) if what and self.occurred else None

    def windows(self, *, known: bool) -> Windows:
        """The windows its phrase allows for each day of publication; `known` leaves out the less likely ones."""
        if self.time is None:
            return lambda day: ()
        phrase = replace(self.time, start=0, end=0)
        return _reader(phrase, SAID_WITHIN if self.dates == STATEMENT else 0, known)


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


@dataclass(frozen=True, slots=True)
class Clash:
    """A bond that was refused: `between` are places in the list of mentions."""

    draft: str
    about: str
    between: tuple[int, ...]
    text: str
