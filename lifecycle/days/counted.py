"""Days that a sentence counts from another day, which it names or which was named before it.

Knows "two days earlier", "a day later", "minutes later" and "ten days after they cast a veto". Refuses to know how a
day itself is written (`phrases`) and what it means (`dates`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lifecycle.days.dates import PAST, QUOTED_LATELY, Phrase
from lifecycle.patterns.caseless import Caseless, small
from lifecycle.wording.numbers import WORDS, number

COUNT = rf"(?:an?|{'|'.join(WORDS[1:11])}|\d{{1,3}})"
UNITS = {"day": 1, "week": 7, "fortnight": 14}
"""Days in each."""


def count(word: str) -> int:
    """The number that a word or figure stands for.

    >>> count("a"), count("ten"), count("12")
    (1, 10, 12)
    """
    return 1 if word in {"a", "an"} else number(word)


def counted_back(text: str, found: Sequence[Phrase]) -> Iterator[Phrase]:
    """The phrases, "two days earlier" counted from the day named before it: of publication it is only said "ago"."""
    for n, phrase in enumerate(found):
        from_it = n and phrase.kind == "offset" and text.endswith("earlier", phrase.start, phrase.end)
        yield _earlier_than(found[n - 1], phrase) if from_it and found[n - 1].kind == "weekday" else phrase


def _earlier_than(day: Phrase, earlier: Phrase) -> Phrase:
    """What "three days earlier", an offset of some days round the middle one, makes of the day that it counts from."""
    return replace(day, start=earlier.start, end=earlier.end, shift=day.shift + (earlier.a + earlier.b) // 2)


_AFTER = Caseless(rf"\b(?P<n>{COUNT}) (?P<unit>day|week)s? (?P<way>after|before)\b")
_UNTIL = re.compile(r"\b(?:until|till|by)\s\Z", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:which|who|that|where|when|\w+ing)\b")
"""What behind a comma goes on with the clause before it."""
_LATER = Caseless(rf"\b(?:(?P<n>{COUNT}) (?P<unit>day|week)s?|(?P<hours>24|48|twenty-four) hours) later\b")


def _counted_on(text: str, found: list[Phrase]) -> Iterator[Phrase]:
    """What "a day later" makes of the phrase before it in the sentence."""
    for later in _LATER.finditer(text) if found and "later" in small(text) else ():
        before = [p for p in found if p.end <= later.start() and not _UNTIL.search(text, 0, p.start)]
        if before:
            last = max(before, key=lambda p: p.start)
            yield replace(last, start=later.start(), end=later.end(), shift=last.shift + _later_by(later))


def _later_by(later: re.Match[str]) -> int:
    """How many days "two days later", "24 hours later" count."""
    if later["hours"]:
        return 2 if later["hours"] == "48" else 1
    return count(later["n"]) * UNITS[later["unit"]]


_NEXT_DAY = re.compile(r"\b(?:the (?P<which>next|following|same)|that) day\b", re.IGNORECASE)
_SAME_HOUR = re.compile(
    r"\b(?i:minutes|moments|(?:half )?an hour) later\b|^\W*(?:Hours|Shortly|Immediately) (?:later|after(?:wards?)?)\b"
)
"""What puts a sentence without a day on that of the one before it."""


def counted_from_before(text: str, found: Sequence[Phrase], last: Phrase | None) -> Phrase | None:
    """The day that a sentence counts from one named before: "the following day", "a day later", "minutes later".

    `found` are the days it names itself, `last` the last one named before it.
    """
    if later := _NEXT_DAY.search(text) if " day" in small(text) else None:
        before = max((p for p in found if p.end <= later.start()), key=lambda p: p.start, default=last)
        days = int((later.group("which") or "same").lower() != "same")
    elif found or last is None or not ("later" in small(text) or "after" in small(text)):
        return None
    elif later := _opening_later(text):
        before, days = last, _later_by(later)
    elif (later := _SAME_HOUR.search(text)) and last.looks == PAST:
        before, days = last, 0
    else:
        return None
    return replace(before, start=later.start(), end=later.end(), shift=before.shift + days) if before else None


def from_a_day_before(text: str, found: Sequence[Phrase], last: Phrase | None) -> tuple[Phrase, ...]:
    """The days of a sentence, with the one that it counts from the `last` day named before it.

    "Three days earlier", where a weekday that is over was named before, is counted from that, not from publication.
    """
    if counted := counted_from_before(text, found, last):
        return (*found, counted)
    opens = bool(found) and not text[: found[0].start].strip(" \"“'") and text.endswith("earlier", 0, found[0].end)
    if opens and last is not None and last.kind == "weekday" and last.looks == PAST and found[0].kind == "offset":
        return (_earlier_than(last, found[0]), *found[1:])
    return tuple(found)


def _opening_later(text: str) -> re.Match[str] | None:
    """What opens a sentence by counting from a day named before it: "A day later, Peru ..."."""
    later = next(_LATER.finditer(text), None)
    return later if later and not text[: later.start()].strip(" \"“'") else None


def shifts_in(text: str) -> Iterator[re.Match[str]]:
    """Where a sentence counts days from another: "two days after"."""
    return _AFTER.finditer(text) if "after" in small(text) or "before" in small(text) else iter(())


_TO_COME = re.compile(r"\b(?:will|would|(?:is|are|was|were) (?:due |expected |likely )?to)\b")
"""Before such a count, what makes of it one from a day that has yet to come: "will be held two weeks after it"."""


def counted_from_the_news(text: str) -> Iterator[Phrase]:
    """What "two days after" dates in a sentence that names no day itself: a day before that of the news it tells."""
    for after in shifts_in(text):
        if after.group("way") == "after" and not _TO_COME.search(text, 0, after.start()):
            days = count(after.group("n")) * UNITS[after.group("unit")]
            yield Phrase("offset", -QUOTED_LATELY, 0, after.start(), after.end(), shift=-days)


def with_shifts(text: str, found: list[Phrase]) -> Iterator[Phrase]:
    """The phrases, and what "two days after" and "a day later" make of them.

    "On Friday, ten days after they cast a veto" dates the veto ten days before Friday; "it rose a day after the
    envoy sank it Tuesday" dates the rising a day after Tuesday.
    """
    yield from found
    yield from _counted_on(text, found)
    for after in shifts_in(text) if found else ():
        days = count(after.group("n")) * UNITS[after.group("unit")]
        ahead = [p for p in found if p.end <= after.start()]
        comma = text.find(", ", after.end())
        behind = [p for p in found if after.end() <= p.start < after.end() + 90]
        sign = 1 if after.group("way") == "after" else -1
        main = [p for p in found if 0 <= comma < p.start]
        goes_on = comma >= 0 and _RELATIVE.match(text, comma + 2)
        if main and not goes_on and not any(after.end() <= p.start < comma for p in found):
            yield replace(main[0], start=after.start(), end=after.end(), shift=main[0].shift - sign * days)
        elif behind:
            yield replace(behind[0], start=after.start(), end=after.end(), shift=sign * days)
        elif ahead:
            yield replace(ahead[-1], start=after.start(), end=after.end(), shift=ahead[-1].shift - sign * days)
