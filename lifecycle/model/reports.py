"""When something happened and which words say so.

Knows the two nouns that every instrument shares: `When`, a day or a window of days, and `Evidence`, a quoted place in
a file. Refuses to know what happened; that is an event's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache


def day_in_words(day: date) -> str:
    """The day as the UN writes it, without the help of a locale.

    >>> day_in_words(date(2016, 10, 8))
    '8 October 2016'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@cache
def month_number(word: str) -> int:
    """The number of a month named in full or by its first three letters at least. Raises KeyError for no month.

    >>> month_number("sept")
    9
    """
    return {name[:3]: n for n, name in enumerate(MONTHS, 1)}[word[:3].title()]


@dataclass(frozen=True, slots=True)
class When:
    """A day, or a window of days with a best answer in it; any end may be unknown.

    `basis` is one word for how it was reached: stated, given, solved, ..., or none.
    """

    from_day: date | None = None
    to_day: date | None = None
    best: date | None = None
    basis: str = "none"

    @classmethod
    def on(cls, day: date, basis: str) -> When:
        """A single certain day.

        >>> When.on(date(2016, 10, 8), "stated").to_json()
        {'from': '2016-10-08', 'to': '2016-10-08', 'best': '2016-10-08', 'basis': 'stated'}
        """
        return cls(day, day, day, basis)

    def to_json(self) -> dict[str, str | None]:
        """The form fixed for every date this project prints: ISO days or null."""
        days = {"from": self.from_day, "to": self.to_day, "best": self.best}
        return {**{key: day.isoformat() if day else None for key, day in days.items()}, "basis": self.basis}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words something rests on: `start` and `end` are code-point offsets in `file` read as UTF-8.

    `cue` is the part of `quote` that stands there, empty where that is not known.
    """

    file: str
    start: int
    end: int
    quote: str
    cue: str = ""

    def to_json(self) -> dict[str, str | int]:
        """File, offsets and quote, as every document of this project writes them."""
        return {"file": self.file, "start": self.start, "end": self.end, "quote": self.quote}
