"""How news text writes days.

Knows the words for days and windows of days, and which way the clause of each looks from the day of publication.
Refuses to know what they mean on a given day (`dates`), which are counted from another (`counted`), and where the day
of writing stands (`dateline`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from lifecycle.days.counted import COUNT, UNITS, count, counted_back, counted_from_the_news, with_shifts
from lifecycle.days.dates import FUTURE, HOURLY, NEAR, PAST, QUOTED_LATELY, Phrase, month_of
from lifecycle.model.reports import MONTHS, WEEKDAYS, month_number
from lifecycle.patterns.caseless import Caseless
from lifecycle.patterns.openings import Opening
from lifecycle.press.sentences import without_quotations
from lifecycle.wording.calendar import WEEKDAY

_SHORT = r"(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
_SAID = r"(?:(?:last|next|this|this\scoming)\s)?"
_PHRASE = Caseless(
    rf"""\b(?:
      (?P<full>(?:{_SAID}{WEEKDAY},?\s|{_SHORT},?\s)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{_MONTH}),?\s(?P<y1>(?:19|20)\d\d)
        |(?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>(?:19|20)\d\d)))(?!\d)
     |(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)
     |(?P<monthyear>(?P<m3>{_MONTH}),?\s(?:of\s)?(?P<y3>(?:19|20)\d\d))(?!\d)
     |(?P<monthday>(?:{_SAID}{WEEKDAY},?\s)?(?:(?P<m4>{_MONTH})\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m5>{_MONTH})))(?![\w,]?\d)
     |(?P<ago>(?P<n>{COUNT})\s(?P<unit>day|week|fortnight)s?\s(?:ago|earlier))
     |(?P<ofweek>(?P<wd3>{WEEKDAY}),?\s(?:of\s)?(?P<wkway>last|next)\sweek|(?P<wkway2>last|next)\sweek,?\son\s(?P<wd4>{WEEKDAY}))
     |(?P<named>(?P<way>last|next|this\scoming)\s(?P<wd>{WEEKDAY}))
     |(?P<weekday>(?P<wd2>{WEEKDAY})s?)
     |(?P<offset>day\sbefore\syesterday|day\safter\stomorrow|yesterday|last\snight|overnight|today|tonight|this\s(?:morning|afternoon|evening)|tomorrow)
     |(?P<eve>(?:before|by)\sthe\s(?:coming\s)?weekend(?![-\w])|(?:before|by)\sthe\send\sof\sthe\s(?:working\s)?week(?![-\w]))
     |(?P<weekend>(?P<wway>last|next|this|the|over\sthe)\s(?:coming\s|past\s)?weekend)
     |(?P<period>(?:(?P<early>earlier\s|later\s)?(?P<pway>this|last|next|past|this\spast|the\scoming)|(?P<early2>earlier)\sin\sthe)\s(?P<unit2>week|month|year))
     |(?P<bare>(?:in|since|last|next|early|late|until|by|of)\s(?:early\s|late\s|mid-)?(?P<m6>january|february|march|april|may|june|july|august|september|october|november|december)(?P<ly>\s(?:of\s)?last\syear)?)(?!\s\d)
     |(?P<hour>\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.?m|gmt|edt|est|utc)\b|later\sin\sthe\sday)
     |(?P<year>(?:in|since|of)\s(?P<y6>(?:19|20)\d\d))(?!\d|[-/]\d)
    )(?!\w)""",
    re.VERBOSE,
)
_SHORT_MONTHS = tuple(name[:3].lower() for name in MONTHS)
_UNITS_AND_TIMES = (
    *("day", "week", "month", "year", "night", "morrow", "earlier", "morning", "afternoon", "evening"),
    *("gmt", "edt", "utc"),
)
ANCHOR = Opening(
    "|".join((*_UNITS_AND_TIMES, r"ago\b|19\d\d|20\d\d|[ap]\.?m\b", *(rf"{name}(?<!\w...)" for name in _SHORT_MONTHS))),
    (*_UNITS_AND_TIMES, *_SHORT_MONTHS, "ago", "19", "20", "am", "a.m", "pm", "p.m"),
)
"""A word that every phrase holds: the phrase is looked for only round it, since the pattern itself is slow."""

AROUND = 26
"""How many characters before the start of such a word a phrase can begin, and after its end go on."""


@lru_cache(64)
def phrases_in(text: str) -> tuple[Phrase, ...]:
    """The time phrases of a sentence, in order, each looking the way its clause does.

    Those of the last sentences are kept: the reading of an article asks for them, and then its dating.
    """
    matches = tuple(_matches(text))
    if not matches:
        return tuple(counted_from_the_news(text))
    hidden = without_quotations(text)
    found = []
    for match in matches:
        phrase = _phrase(match)
        if phrase and not (
            _opens_a_term(text, phrase) or _COMPARED.search(text, max(0, match.start() - 50), match.start())
        ):
            found.append(_as_said(hidden, replace(phrase, looks=_looks(hidden, match, phrase))))
    days = _either(text, counted_back(text, [phrase for phrase in found if phrase.kind != HOUR]))
    return tuple(
        with_shifts(text, days or [replace(phrase, kind="offset", a=-QUOTED_LATELY, looks=HOURLY) for phrase in found])
    )


_OR = re.compile(r",? or (?:on |late |early )*| and ")
"""What makes one window of two weekdays; behind "and on" a new clause may begin."""


def _either(text: str, found: Iterable[Phrase]) -> list[Phrase]:
    """The phrases, "Thursday or Friday" taken as one."""
    days: list[Phrase] = []
    for phrase in found:
        last = days[-1] if days else None
        if last and last.kind == phrase.kind == "weekday" and _OR.fullmatch(text, last.end, phrase.start):
            days[-1] = replace(last, b=(phrase.a - last.a) % 7, end=phrase.end)
        else:
            days.append(phrase)
    return days


HOUR = "hour"
"""The hour of a step, which is of the day of the news where its sentence names no day: "it meets at 3 p.m."."""

_COMPARED = re.compile(
    r"\b(?:as|like|unlike) (?:[\w.]+ ){1,3}(?:had|did|has|have)(?: done)?(?: once)? (?:in |on |last )?\Z"
)
"""What makes a time that of another deed: "did not veto it, as it had in 2012"."""


_FROM = re.compile(r"\bfrom (?:early |late |mid-)?\Z")
_GOES_ON_FROM = re.compile(
    r"\b(?:talks|consultations|negotiat\w+|discuss\w*|debat\w+|session|sitting|meet\w*|met|moved|forward|starting)\b"
    r"[^.;,]{0,60}\Z"
)
"""Before such a date, what is done from that day on: "held talks on it from March 2 to March 5"."""
_WITH_A_MONTH = frozenset(("day", "yearless", "span"))


def _opens_a_term(text: str, phrase: Phrase) -> bool:
    """Whether a date opens a term, in which a step is not taken: "extends the mandate from July 1", "crimes from 2003".

    Weekdays are not asked: a vote is put off "from Monday to Tuesday".
    """
    opens = phrase.kind in _WITH_A_MONTH and _FROM.search(text, max(0, phrase.start - 12), phrase.start)
    return bool(opens) and not _GOES_ON_FROM.search(text, max(0, phrase.start - 90), phrase.start)


def _matches(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for anchor in ANCHOR.finditer(text):
        if anchor.start() >= done:
            match = _PHRASE.search(text, max(done, anchor.start() - AROUND), min(len(text), anchor.end() + AROUND))
            # A phrase that begins behind this word holds a later one, round which more of it can be seen.
            if match and match.start() <= anchor.start():
                done = match.end()
                yield match


def plain_phrases_in(text: str) -> Iterator[Phrase]:
    """The time phrases of any text, in order, without what their clauses make of them."""
    return filter(None, map(_phrase, _matches(text)))


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
    ordinal = date(int(match.group("y1") or match.group("y2")), month_number(month), int(day)).toordinal()
    return "day", ordinal, ordinal


def _iso(match: re.Match[str]) -> tuple[str, int, int]:
    ordinal = date.fromisoformat(match.group("iso")).toordinal()
    return "day", ordinal, ordinal


def _month_and_year(match: re.Match[str]) -> tuple[str, int, int]:
    first, last = month_of(int(match.group("y3")), month_number(match.group("m3")))
    return "span", first.toordinal(), last.toordinal()


def _month_and_day(match: re.Match[str]) -> tuple[str, int, int]:
    month, day = match.group("m4") or match.group("m5"), int(match.group("d4") or match.group("d5"))
    date(2000, month_number(month), day)
    return "yearless", month_number(month), day


def _ago(match: re.Match[str]) -> tuple[str, int, int]:
    n = count(match.group("n"))
    unit = UNITS[match.group("unit")]
    room = 0 if unit == 1 else 3
    return "offset", -n * unit - room, -n * unit + room


def _named(match: re.Match[str]) -> tuple[str, int, int]:
    return "named_weekday", _weekday_number(match.group("wd")), -1 if match.group("way") == "last" else 1


def _day_of_week(match: re.Match[str]) -> tuple[str, int, int]:
    way = match.group("wkway") or match.group("wkway2")
    return "day_of_week", _weekday_number(match.group("wd3") or match.group("wd4")), -1 if way == "last" else 1


def _bare_weekday(match: re.Match[str]) -> tuple[str, int, int]:
    return "weekday", _weekday_number(match.group("wd2")), 0


_NEAR_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}


def _near_day(match: re.Match[str]) -> tuple[str, int, int]:
    words = match.group("offset")
    offset = _NEAR_DAYS.get(words, 0)
    return "offset", min(offset, -1 if words == "overnight" else offset), offset


def _weekend_words(match: re.Match[str]) -> tuple[str, int, int]:
    return "weekend", {"next": 1}.get(match.group("wway"), 0), 0


def _eve_words(match: re.Match[str]) -> tuple[str, int, int]:
    return "eve", 0, 0


def _period(match: re.Match[str]) -> tuple[str, int, int]:
    way = match.group("pway") or "this"  # "earlier in the week"
    shift = -1 if way == "last" else 1 if way in {"next", "the coming"} else 0
    kind = {"week": "week", "month": "month_offset", "year": "year_offset"}[match.group("unit2")]
    side = (match.group("early") or match.group("early2") or "").strip()
    return kind, shift, -1 if side == "later" else int(side == "earlier" or "past" in way)


def _hour(match: re.Match[str]) -> tuple[str, int, int]:
    return HOUR, 0, 0


def _only_month(match: re.Match[str]) -> tuple[str, int, int]:
    return "month", month_number(match.group("m6")), -1 if match.group("ly") else 0


def _only_year(match: re.Match[str]) -> tuple[str, int, int]:
    year = int(match.group("y6"))
    return "span", date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


_READERS = {
    "full": _full,
    "iso": _iso,
    "monthyear": _month_and_year,
    "monthday": _month_and_day,
    "ago": _ago,
    "ofweek": _day_of_week,
    "named": _named,
    "weekday": _bare_weekday,
    "offset": _near_day,
    "eve": _eve_words,
    "weekend": _weekend_words,
    "period": _period,
    "bare": _only_month,
    "year": _only_year,
    "hour": _hour,
}


def _weekday_number(word: str) -> int:
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


_AHEAD = Caseless(
    r"\b(?:will|shall|would|could|(?<!in )(?<!of )(?<!since )(?<!early )(?<!late )may(?! \d)|might|to be|"
    r"is to|are to|was to|were to|is due|are due|due|expected|scheduled|"
    r"plans?|planned|planning|hopes?|hoping|aims?|likely|ready|prepares?|preparing|intends?|next|until|coming|"
    r"if|postponed|delayed|put off|deadline|wants?|requests?)\b"
)
_TOLD = Caseless(r"\b(?:said|told|announced|warned|reported|added|tweeted|wrote|was(?! to)|were(?! to)|had|did)\b")
_GOING_ON = Caseless(r"\b(?:is|are)\s(?:\w+ly\s|now\s|also\s)?\w+ing\b")
_PRESENT = re.compile(r"\b(?:travels|meets|votes|heads|holds|visits|convenes|flies|(?:comes|goes) (?:up|to a vote))\b")
_WAS_TO = Caseless(r"\b(?:was|were|had been) (?:\w+ )?(?:to|due|scheduled|expected|set|planned)\b")
_PUT_OFF = Caseless(r"\b(?:postponed|delayed|put off|pushed back|put back|called off|deferred)\b")
"""What tells that the day a vote "was to" be held on may be over: the nearest one is meant."""
_CLAUSE_END = re.compile(r"[;:]\s|,\s(?:and|but|which|who|while|as|after|when)\s|\b(?:after|because|while)\s")


def _looks(hidden: str, match: re.Match[str], phrase: Phrase) -> str:
    """Which way the clause of a phrase looks: a cue of the future before it, unless a telling verb is nearer."""
    if phrase.kind in {"named_weekday", "day_of_week"}:
        return FUTURE if phrase.b > 0 else PAST
    start = max((m.end() for m in _CLAUSE_END.finditer(hidden, 0, match.start())), default=0)
    left = max(start, match.start() - 90), match.start()
    ahead = max((m.start() for m in _AHEAD.finditer(hidden, *left)), default=-1)
    told = max((m.start() for m in _TOLD.finditer(hidden, *left)), default=-1)
    if _WAS_TO.search(hidden, *left) and _PUT_OFF.search(hidden, match.end()):
        return NEAR
    if ahead > told or re.match(r"until|by\b|next", match.group(), re.IGNORECASE):
        return FUTURE
    if _GOING_ON.search(hidden, *left):
        return NEAR
    if _PRESENT.search(hidden, *left):
        return FUTURE
    return PAST


def _as_said(hidden: str, phrase: Phrase) -> Phrase:
    """A phrase inside quotation marks counts from the day of the saying, not of publication."""
    inside = not hidden[phrase.start : phrase.end].strip()
    return replace(phrase, a=phrase.a - QUOTED_LATELY) if inside and phrase.kind == "offset" else phrase
