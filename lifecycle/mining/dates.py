"""Time phrases as functions of the publication day.

Knows how news text writes days ("on Monday", "yesterday", "over the weekend", "8 October 2016", "last month"), what each
means once the day of publication is known, and whether it dates a step or the saying of it. Refuses to know the
publication day; `solver` finds that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from lifecycle.model.reports import MONTHS

PAST, FUTURE, NEAR = "past", "future", "near"
"""Which way a phrase looks from the day of publication; NEAR is the progressive of news, "are meeting Friday"."""

EVENT, STATEMENT = "event", "statement"
"""What a phrase dates: the step itself, or the saying of it."""

Days = tuple[date, date]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RECENT = 190
"""A month and day without a year lies at most so many days from the day of publication: older dates carry a year."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words at `start`..`end` of a sentence that name a day or a window of days.

    `kind` names a row of the table below, `a` and `b` are its numbers (a weekday from Monday = 0, an offset, a month
    and a day, a constant day as an ordinal); `shift` is added at the end ("two days after" a weekday).
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

    def days(self, published: date) -> Days | None:
        """The first and the last day it can mean in an article of that day; None if no such day exists."""
        try:
            found = _MEANINGS[self.kind](self, published)
        except (ValueError, OverflowError):
            return None
        if found is None or not self.shift:
            return found
        return found[0] + timedelta(self.shift), found[1] + timedelta(self.shift)

    def to_json(self) -> list[object]:
        """The phrase as a row of numbers and words, for a file between two passes."""
        return [self.kind, self.a, self.b, self.start, self.end, self.shift, self.looks]


def _weekday(phrase: Phrase, published: date) -> Days:
    """A bare weekday: the latest such day up to publication; ahead, the next one from publication on."""
    behind = (published.weekday() - phrase.a) % 7
    if phrase.looks == FUTURE:
        day = published + timedelta(-behind % 7)
    elif phrase.looks == NEAR and behind == 6:
        day = published + timedelta(1)
    else:
        day = published - timedelta(behind)
    return day, day


def _named_weekday(phrase: Phrase, published: date) -> Days:
    """ "Last Friday" is before today, "next Friday" after it."""
    if phrase.b < 0:
        day = published - timedelta((published.weekday() - phrase.a - 1) % 7 + 1)
    else:
        day = published + timedelta((phrase.a - published.weekday() - 1) % 7 + 1)
    return day, day


def _offset(phrase: Phrase, published: date) -> Days:
    return published + timedelta(phrase.a), published + timedelta(phrase.b)


def _weekend(phrase: Phrase, published: date) -> Days:
    """The current or next Saturday and Sunday, or the ones just past."""
    saturday = published + timedelta(5 - published.weekday())
    if phrase.looks != FUTURE and published.weekday() < 5:
        saturday -= timedelta(7)
    saturday += timedelta(7 * phrase.a)
    return saturday, saturday + timedelta(1)


def _week(phrase: Phrase, published: date) -> Days:
    monday = published + timedelta(7 * phrase.a - published.weekday())
    return _up_to(phrase, published, (monday, monday + timedelta(6)))


def _up_to(phrase: Phrase, published: date, days: Days) -> Days:
    """Cut at the day of publication for "earlier this week", and for a past clause in the current week."""
    first, last = days
    if phrase.b or phrase.looks == PAST:
        last = max(first, min(last, published))
    elif phrase.looks == FUTURE:
        first = min(last, max(first, published))
    return first, last


def _month_offset(phrase: Phrase, published: date) -> Days:
    return _up_to(phrase, published, _month_of(*_shifted(published, phrase.a)))


def _shifted(day: date, months: int) -> tuple[int, int]:
    whole = day.year * 12 + day.month - 1 + months
    return whole // 12, whole % 12 + 1


def _month_of(year: int, month: int) -> Days:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(1)


def _year_offset(phrase: Phrase, published: date) -> Days:
    year = published.year + phrase.a
    return _up_to(phrase, published, (date(year, 1, 1), date(year, 12, 31)))


def _yearless(phrase: Phrase, published: date) -> Days | None:
    """A month and day without a year: the nearest on the side it looks to, if that is near enough."""
    years = (published.year, published.year - 1, published.year + 1)
    found = [day for year in years if (day := _real(year, phrase.a, phrase.b))]
    side = [d for d in found if (d >= published if phrase.looks == FUTURE else d <= published)]
    day = min(side, key=lambda d: abs((d - published).days), default=None)
    return (day, day) if day and abs((day - published).days) <= RECENT else None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _bare_month(phrase: Phrase, published: date) -> Days:
    """A month without day or year: the one before or after the current month; the current is called "this month"."""
    ahead = phrase.looks == FUTURE
    year = published.year
    if ahead and phrase.a <= published.month:
        year += 1
    elif not ahead and phrase.a >= published.month:
        year -= 1
    return _month_of(year, phrase.a)


def _constant(phrase: Phrase, published: date) -> Days:
    return date.fromordinal(phrase.a), date.fromordinal(phrase.b)


_MEANINGS = {
    "weekday": _weekday,
    "named_weekday": _named_weekday,
    "offset": _offset,
    "weekend": _weekend,
    "week": _week,
    "month_offset": _month_offset,
    "year_offset": _year_offset,
    "yearless": _yearless,
    "month": _bare_month,
    "day": _constant,
    "span": _constant,
}

_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT = r"(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_COUNTS = dict(zip("a one two three four five six seven eight nine ten".split(), (1, *range(1, 11)), strict=True))
_COUNTS["an"] = 1
_UNITS = {"day": 1, "week": 7, "fortnight": 14}

_PHRASE = re.compile(
    rf"""\b(?:
      (?P<full>(?:{_DAY},?\s|{_SHORT},?\s)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{_MONTH}),?\s(?P<y1>(?:19|20)\d\d)
        |(?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>(?:19|20)\d\d)))(?!\d)
     |(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)
     |(?P<monthyear>(?P<m3>{_MONTH}),?\s(?:of\s)?(?P<y3>(?:19|20)\d\d))(?!\d)
     |(?P<monthday>(?:(?:{_DAY}),?\s)?(?:(?P<m4>{_MONTH})\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m5>{_MONTH})))(?![\w,]?\d)
     |(?P<ago>(?P<n>{_COUNT})\s(?P<unit>day|week|fortnight)s?\s(?:ago|earlier))
     |(?P<named>(?P<way>last|next|this\scoming)\s(?P<wd>{_DAY}))
     |(?P<weekday>(?P<wd2>{_DAY})s?)
     |(?P<offset>day\sbefore\syesterday|yesterday|last\snight|overnight|today|tonight|this\s(?:morning|afternoon|evening)|tomorrow)
     |(?P<weekend>(?P<wway>last|next|this|the|over\sthe)\s(?:coming\s|past\s)?weekend)
     |(?P<period>(?P<early>earlier\s|later\s)?(?P<pway>this|last|next|past|this\spast|the\scoming)\s(?P<unit2>week|month|year))
     |(?P<bare>(?:in|since|last|next|early|late|until|by|of)\s(?:early\s|late\s|mid-)?(?P<m6>january|february|march|april|may|june|july|august|september|october|november|december))(?!\s\d)
     |(?P<year>(?:in|since|of)\s(?P<y6>(?:19|20)\d\d))(?!\d|[-/]\d)
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_CHEAP = re.compile(
    r"day\b|days\b|week|month|year|night|morrow|ago\b|earlier|19\d\d|20\d\d|this (?:morning|afternoon|evening)|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)


def phrases_in(text: str) -> tuple[Phrase, ...]:
    """The time phrases of a sentence, in order, each looking the way its clause does."""
    if not _CHEAP.search(text):
        return ()
    masked = _masked(text)
    found = []
    for match in _PHRASE.finditer(text):
        phrase = _phrase(match)
        if phrase:
            found.append(replace(phrase, looks=_looks(masked, match, phrase)))
    return tuple(_with_shifts(text, found))


def _phrase(match: re.Match[str]) -> Phrase | None:
    part = match.lastgroup or ""
    name = next(g for g in _READERS if match.group(g)) if part not in _READERS else part
    try:
        kind, a, b = _READERS[name](match)
    except (ValueError, KeyError):
        return None
    return Phrase(kind, a, b, match.start(), match.end())


def _full(match: re.Match[str]) -> tuple[str, int, int]:
    day, month = match.group("d1") or match.group("d2"), match.group("m1") or match.group("m2")
    ordinal = date(int(match.group("y1") or match.group("y2")), _month(month), int(day)).toordinal()
    return "day", ordinal, ordinal


def _iso(match: re.Match[str]) -> tuple[str, int, int]:
    ordinal = date.fromisoformat(match.group("iso")).toordinal()
    return "day", ordinal, ordinal


def _month_and_year(match: re.Match[str]) -> tuple[str, int, int]:
    first, last = _month_of(int(match.group("y3")), _month(match.group("m3")))
    return "span", first.toordinal(), last.toordinal()


def _month_and_day(match: re.Match[str]) -> tuple[str, int, int]:
    month, day = match.group("m4") or match.group("m5"), int(match.group("d4") or match.group("d5"))
    date(2000, _month(month), day)
    return "yearless", _month(month), day


def _ago(match: re.Match[str]) -> tuple[str, int, int]:
    count = _count(match.group("n"))
    unit = _UNITS[match.group("unit").lower()]
    room = 0 if unit == 1 else 3
    return "offset", -count * unit - room, -count * unit + room


def _named(match: re.Match[str]) -> tuple[str, int, int]:
    return "named_weekday", _weekday_number(match.group("wd")), -1 if match.group("way").lower() == "last" else 1


def _bare_weekday(match: re.Match[str]) -> tuple[str, int, int]:
    return "weekday", _weekday_number(match.group("wd2")), 0


def _near_day(match: re.Match[str]) -> tuple[str, int, int]:
    words = match.group("offset").lower()
    offset = {"yesterday": -1, "last night": -1, "tomorrow": 1, "day before yesterday": -2}.get(words, 0)
    return "offset", min(offset, -1 if words == "overnight" else offset), offset


def _weekend_words(match: re.Match[str]) -> tuple[str, int, int]:
    return "weekend", {"next": 1}.get(match.group("wway").lower(), 0), 0


def _period(match: re.Match[str]) -> tuple[str, int, int]:
    way = match.group("pway").lower()
    shift = -1 if way == "last" else 1 if way in {"next", "the coming"} else 0
    kind = {"week": "week", "month": "month_offset", "year": "year_offset"}[match.group("unit2").lower()]
    early = (match.group("early") or "").lower().startswith("earlier") or "past" in way
    return kind, shift, int(early)


def _only_month(match: re.Match[str]) -> tuple[str, int, int]:
    return "month", _month(match.group("m6")), 0


def _only_year(match: re.Match[str]) -> tuple[str, int, int]:
    year = int(match.group("y6"))
    return "span", date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


_READERS = {
    "full": _full,
    "iso": _iso,
    "monthyear": _month_and_year,
    "monthday": _month_and_day,
    "ago": _ago,
    "named": _named,
    "weekday": _bare_weekday,
    "offset": _near_day,
    "weekend": _weekend_words,
    "period": _period,
    "bare": _only_month,
    "year": _only_year,
}


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


@cache
def _month(word: str) -> int:
    start = word[:3].lower()
    return next(n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(start))


def _weekday_number(word: str) -> int:
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word[:3].lower()))


_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")


def _masked(text: str) -> str:
    """The sentence with the words in quotation marks blanked: their tense is not the writer's."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)


_AHEAD = re.compile(
    r"\b(?:will|shall|would|could|may|might|to be|is to|are to|was to|were to|is due|are due|due|expected|scheduled|"
    r"plans?|planned|planning|hopes?|hoping|aims?|likely|ready|prepares?|preparing|intends?|next|until|coming|"
    r"if|postponed|delayed|put off|deadline|wants?|requests?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|told|announced|warned|reported|added|tweeted|wrote|was(?! to)|were(?! to)|had|did)\b", re.IGNORECASE
)
_GOING_ON = re.compile(r"\b(?:is|are)\s(?:\w+ly\s|now\s|also\s)?\w+ing\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:travels|meets|votes|heads|holds|visits|convenes|flies)\b")
_CLAUSE_END = re.compile(r"[;:]\s|,\s(?:and|but|which|who|while|as|after|when)\s|\b(?:after|because|while)\s")


def _looks(masked: str, match: re.Match[str], phrase: Phrase) -> str:
    """Which way the clause of a phrase looks: a cue of the future before it, unless a telling verb is nearer."""
    if phrase.kind == "named_weekday":
        return FUTURE if phrase.b > 0 else PAST
    start = max((m.end() for m in _CLAUSE_END.finditer(masked, 0, match.start())), default=0)
    left = masked[max(start, match.start() - 90) : match.start()]
    ahead = max((m.start() for m in _AHEAD.finditer(left)), default=-1)
    told = max((m.start() for m in _TOLD.finditer(left)), default=-1)
    if ahead > told or re.match(r"until|by\b|next", match.group(), re.IGNORECASE):
        return FUTURE
    if _GOING_ON.search(left) or _PRESENT.search(left):
        return NEAR if _GOING_ON.search(left) else FUTURE
    return PAST


_AFTER = re.compile(rf"\b(?P<n>{_COUNT}) (?P<unit>day|week)s? (?P<way>after|before)\b", re.IGNORECASE)


def _with_shifts(text: str, found: list[Phrase]) -> Iterator[Phrase]:
    """The phrases, and for "N days after X" one that dates X: so many days before the phrase that stands ahead of it."""
    yield from found
    for after in _AFTER.finditer(text):
        base = [p for p in found if p.end <= after.start()]
        inside = [p for p in found if after.end() <= p.start < after.end() + 90]
        if inside or after.group("way").lower() == "before":
            continue
        count = _count(after.group("n")) * _UNITS[after.group("unit").lower()]
        if base:
            yield replace(base[-1], start=after.start(), end=after.end(), shift=base[-1].shift - count)


_SAYS = re.compile(
    r"\b(?:said|says|told|announced|warned|reported|added|tweeted|wrote|stated|confirmed|saying|declared|urged|called)\b"
    r"(?:\s(?:reporters|the council|journalists|in a statement|late|early|in an interview))?\s(?:on\s|late\s|early\s)*$",
    re.IGNORECASE,
)
_BACKSHIFTED = re.compile(
    r"\b(?:was|were|is|are)\s(?:\w+ly\s)?(?:engaged|involved|discussing|negotiating|working|\w+ing)\b"
)


def attached(
    text: str, cue: tuple[int, int], clause: tuple[int, int], phrases: tuple[Phrase, ...]
) -> tuple[Phrase, str] | None:
    """The phrase that dates the step at `cue`, and whether it dates the step or the saying of it; None if there is none.

    A phrase behind a verb of saying dates the saying, unless what is said is still going on ("said on Monday that
    Moscow was engaged in discussions").
    """
    near = sorted(phrases, key=lambda p: _distance(text, cue, clause, p))
    told: tuple[Phrase, str] | None = None
    for phrase in near:
        if _distance(text, cue, clause, phrase) >= FAR:
            break
        if not _SAYS.search(text[max(0, phrase.start - 60) : phrase.start]):
            return phrase, EVENT
        going_on = phrase.end <= cue[0] and _BACKSHIFTED.search(text[phrase.end : cue[1]])
        told = told or (phrase, EVENT if going_on else STATEMENT)
    return told


FAR = 10_000
_WALL = re.compile(r"[;:]\s|\s[-–—]+\s|\b(?:that|which|who|as|while|when|after|before|but|because)\b")
_OWNER = re.compile(r"['’]s?\b")
_NOUN_NEXT = re.compile(
    r"\s(?!(?:and|or|but|to|in|at|on|by|for|with|after|before|that|which|when|as|vot|veto|meet)\w*)\w"
)
_PREPOSITION = re.compile(
    r"(?:\b(?:on|since|from|until|till|by|for|of|before|after|late|early|,)|[,(–—-])\s*$", re.IGNORECASE
)


def _distance(text: str, cue: tuple[int, int], clause: tuple[int, int], phrase: Phrase) -> int:
    """How far a phrase stands from a cue: characters between, with a toll for each wall between two clauses."""
    if _belongs_elsewhere(text, cue, phrase):
        return FAR
    inside = 0 if clause[0] <= phrase.start < clause[1] else 40
    if phrase.start >= cue[1]:
        between = text[cue[1] : phrase.start]
        return len(between) + inside + 60 * len(_WALL.findall(between))
    between = text[phrase.end : cue[0]]
    commas = len(re.findall(r",\s", between))
    return max(0, len(between) - 10) + inside + 100 * len(_WALL.findall(between)) + 30 * commas


def _belongs_elsewhere(text: str, cue: tuple[int, int], phrase: Phrase) -> bool:
    """Whether the phrase is part of another noun: "Friday's strike", "the September 9 deal"."""
    after = text[phrase.end : phrase.end + 30]
    if cue[0] <= phrase.start < cue[1]:
        return False
    if _OWNER.match(after):
        return not 0 <= cue[0] - phrase.end < 45
    if phrase.kind not in {"yearless", "day"} or _PREPOSITION.search(text[max(0, phrase.start - 12) : phrase.start]):
        return False
    return bool(_NOUN_NEXT.match(after)) and phrase.start > 0


_DATELINE = re.compile(
    r"(?:\bpublished|\bposted|\bupdated|\bdate)\b[^\n]{0,30}$|\|\s*$|^\W*$|\b[A-Z]{4,}(?:,? [A-Z][\w.]+)?,?\s*$",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"[^\n]{0,20}\((?:Reuters|AP|AFP|UPI|Xinhua|CNN|IPS)\)|,?\s\d{1,2}[:.]\d\d|\s*\n")


def dateline_in(text: str) -> date | None:
    """The day of a dateline at the top ("UNITED NATIONS | Wed Jun 8, 2011 11:47 pm"), if it is written in full."""
    top = text[:500]
    for match in _PHRASE.finditer(top):
        phrase = _phrase(match)
        if phrase is None or phrase.kind != "day":
            continue
        line = top[top.rfind("\n", 0, match.start()) + 1 : match.start()]
        if _DATELINE.search(line) and _AGENCY.match(top, match.end()):
            return date.fromordinal(phrase.a)
    return None
