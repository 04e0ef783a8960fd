"""Time phrases as functions of the publication day.

Knows what each kind of phrase ("on Monday", "yesterday", "over the weekend", "last month") means once the day of
publication is known. Refuses to know how they are written (that is `phrases`), and the publication day itself; `dating`
finds that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

PAST, FUTURE, NEAR, HOURLY = "past", "future", "near", "hourly"
"""Which way a phrase looks from the day of publication.

NEAR is the progressive of news, "are meeting Friday"; HOURLY an hour without a day, "meets at 3 p.m.", which is of the
day of the news, or of today.
"""

QUOTED_LATELY = 2
"""Words quoted on a day were said on it or up to so many days before: their "today" is that day."""

EVENT, STATEMENT = "event", "statement"
"""What a phrase dates: the step itself, or the saying of it."""

Days = tuple[date, date]
RECENT = 190
"""A month and day without a year lies at most so many days from the day of publication: older dates carry a year."""

NEWS = 14
"""What happened more days than these before publication is not today's news."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words at `start`..`end` of a sentence that name a day or a window of days.

    `kind` names a row of the table below, `a` and `b` are its numbers (a weekday from Monday = 0, an offset, a month
    and a day, a constant day as an ordinal; of a bare weekday `b` counts the days from it to the other one of "Thursday
    or Friday", of a week, month or year it is 1 for "earlier", -1 for "later", of a bare month -1 for "last year");
    `shift` is added at the end ("two days after" a weekday).
    """

    kind: str
    a: int
    b: int
    start: int
    end: int
    shift: int = 0
    looks: str = PAST

    @property
    def constant(self) -> bool:
        """Whether it means the same whatever the day of publication."""
        return self.kind in {"day", "span"}

    @property
    def quoted(self) -> bool:
        """Whether it counts from a day of saying, up to `QUOTED_LATELY` days before publication."""
        return self.kind == "offset" and self.b - self.a == QUOTED_LATELY

    @property
    def from_the_news(self) -> bool:
        """Whether it is counted back from the day of the news: "two days after", where the sentence names no day."""
        return self.quoted and self.shift < 0

    def days(self, published: date) -> Days | None:
        """The first and the last day it can mean in an article of that day; None if no such day exists."""
        try:
            found = _MEANINGS[self.kind](self, published)
        except (ValueError, OverflowError):
            return None
        if found is None or not self.shift:
            return found
        first, last = found[0] + timedelta(self.shift), found[1] + timedelta(self.shift)
        week = 7 if self.kind == "weekday" and self.looks == PAST and first > published else 0
        return first - timedelta(week), last - timedelta(week)

    def to_json(self) -> list[object]:
        """The phrase as a row of numbers and words, for a file between two passes."""
        return [self.kind, self.a, self.b, self.start, self.end, self.shift, self.looks]


def _weekday(phrase: Phrase, published: date) -> Days:
    """A bare weekday: the latest such day up to publication; ahead, the next one from publication on.

    "Thursday or Friday" are both: behind, the later of them is the latest up to publication.
    """
    behind = (published.weekday() - phrase.a) % 7
    if phrase.looks == FUTURE:
        day = published + timedelta(-behind % 7)
    elif phrase.looks == NEAR and behind == 6:
        day = published + timedelta(1)
    else:
        day = published - timedelta((behind - phrase.b) % 7 + phrase.b)
    return day, day + timedelta(phrase.b)


def _named_weekday(phrase: Phrase, published: date) -> Days:
    """A weekday called "last" is before today, one called "next" after it."""
    if phrase.b < 0:
        day = published - timedelta((published.weekday() - phrase.a - 1) % 7 + 1)
    else:
        day = published + timedelta((phrase.a - published.weekday() - 1) % 7 + 1)
    return day, day


def _day_of_week(phrase: Phrase, published: date) -> Days:
    """A weekday of the week before or behind that of publication: "Friday of next week"."""
    day = published + timedelta(7 * phrase.b + phrase.a - published.weekday())
    return day, day


def _offset(phrase: Phrase, published: date) -> Days:
    return published + timedelta(phrase.a), published + timedelta(phrase.b)


def _weekend(phrase: Phrase, published: date) -> Days:
    """The current or next Saturday and Sunday, or the ones just past."""
    saturday = published + timedelta(5 - published.weekday())
    if phrase.looks != FUTURE and published.weekday() < 5:
        saturday -= timedelta(7)
    saturday += timedelta(7 * phrase.a)
    sunday = saturday + timedelta(1)
    return (saturday, min(sunday, published)) if phrase.looks == PAST and saturday <= published else (saturday, sunday)


def _eve(phrase: Phrase, published: date) -> Days:
    """The Friday before the weekend to come or, behind, before the last one."""
    ahead = (4 - published.weekday()) % 7
    friday = published + timedelta(ahead if phrase.looks == FUTURE or not ahead else ahead - 7)
    return friday, friday


def _week(phrase: Phrase, published: date) -> Days:
    """A week from Monday to Sunday; "last week" in a Sunday's paper is the one that ends with it."""
    weeks = 0 if phrase.a == -1 and published.weekday() == 6 else phrase.a
    monday = published + timedelta(7 * weeks - published.weekday())
    return _up_to(phrase, published, (monday, monday + timedelta(6)))


def _up_to(phrase: Phrase, published: date, days: Days) -> Days:
    """Cut at the day of publication for "earlier" and "later this week", and the way its clause looks."""
    first, last = days
    if phrase.b < 0:
        first = min(last, max(first, published + timedelta(1)))
    elif phrase.b or phrase.looks == PAST:
        last = max(first, min(last, published))
    elif phrase.looks == FUTURE:
        first = min(last, max(first, published))
    return first, last


def _month_offset(phrase: Phrase, published: date) -> Days:
    return _up_to(phrase, published, month_of(*_shifted(published, phrase.a)))


def _shifted(day: date, months: int) -> tuple[int, int]:
    whole = day.year * 12 + day.month - 1 + months
    return whole // 12, whole % 12 + 1


def month_of(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(1)


def _year_offset(phrase: Phrase, published: date) -> Days:
    year = published.year + phrase.a
    return _up_to(phrase, published, (date(year, 1, 1), date(year, 12, 31)))


def _yearless(phrase: Phrase, published: date) -> Days | None:
    """A month and day without a year: the nearest on the side it looks to, or on either, if that is near enough."""
    years = (published.year, published.year - 1, published.year + 1)
    found = [day for year in years if (day := _real(year, phrase.a, phrase.b))]
    side = [d for d in found if phrase.looks == NEAR or (d >= published if phrase.looks == FUTURE else d <= published)]
    day = min(side, key=lambda d: abs((d - published).days), default=None)
    return (day, day) if day and abs((day - published).days) <= RECENT else None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _bare_month(phrase: Phrase, published: date) -> Days:
    """A month without day or year: the latest up to the current one, or ahead what is left of it or the next."""
    ahead = phrase.looks == FUTURE
    year = published.year
    if phrase.b < 0:
        return month_of(year - 1, phrase.a)
    if phrase.a == published.month:
        return _up_to(phrase, published, month_of(year, phrase.a))
    if ahead and phrase.a < published.month:
        year += 1
    elif not ahead and phrase.a > published.month:
        year -= 1
    return month_of(year, phrase.a)


def _constant(phrase: Phrase, published: date) -> Days:
    return date.fromordinal(phrase.a), date.fromordinal(phrase.b)


_MEANINGS = {
    "weekday": _weekday,
    "named_weekday": _named_weekday,
    "day_of_week": _day_of_week,
    "offset": _offset,
    "eve": _eve,
    "weekend": _weekend,
    "week": _week,
    "month_offset": _month_offset,
    "year_offset": _year_offset,
    "yearless": _yearless,
    "month": _bare_month,
    "day": _constant,
    "span": _constant,
}
