"""Who sat on the Security Council on a given day, and by what names states are known.

Knows the terms since the first meeting on 17 January 1946 (`members.csv`) and the states with their names of the day,
codes, adjectives and capitals (`countries.csv`). Refuses to know how anybody voted and which rule applies.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from lifecycle.errors import InputError, nearest_names, refuse
from lifecycle.model.reports import day_in_words

FIRST_DAY = date(1946, 1, 17)
LAST_DAY = date(2026, 12, 31)
"""The last day for which the elected members are known."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state under one of its UN names. `code` stays through changes of name; open days are None."""

    code: str
    name: str
    valid_from: date | None
    valid_to: date | None
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]

    def named_so_on(self, day: date) -> bool:
        """Whether the state had this name on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the Council under its UN name of the day."""

    name: str
    code: str
    permanent: bool


@dataclass(frozen=True, slots=True)
class Council:
    """The members on one day, permanent ones first, each group in the UN's English alphabetical order.

    `invented` marks a Council that never sat.
    """

    on: date
    members: tuple[Member, ...]
    invented: bool = False

    @property
    def permanent(self) -> tuple[Member, ...]:
        """The permanent members."""
        return tuple(member for member in self.members if member.permanent)

    @property
    def elected(self) -> tuple[Member, ...]:
        """The elected members."""
        return tuple(member for member in self.members if not member.permanent)

    def index(self, member: Member) -> int:
        """The place of `member` in `members`. Raises ValueError if it is not there."""
        return self.members.index(member)

    def find(self, name: str) -> Member:
        """The member that `name` means: its UN name of the day, its code, a usual short name, or its capital.

        Capitals and accents do not matter. The code of a seat stays through its changes of name (RUS for the USSR).

        >>> council_on(date(1956, 10, 30)).find("moscow").name
        'USSR'

        Raises InputError: `unknown-member` for a name nobody has, `name-of-another-day` for one the member bears on
        another day, `not-on-council` for a state that does not sit.
        """
        member = _by_spelling(self).get(fold(name))
        if member is None:
            raise self._unknown(name)
        return member

    def seats(self, name: str) -> bool:
        """Whether `name` means one of the members.

        >>> council_on(date(2017, 11, 16)).seats("Bolivia")
        True
        """
        for member in self.members:
            if member.name == name:
                return True
        return fold(name) in _by_spelling(self)

    def _unknown(self, name: str) -> InputError:
        here = f"Council of {day_in_words(self.on)}"
        members = ", ".join(member.name for member in self.members)
        bearers = _by_name().get(fold(name), ())
        seated = {member.code: member.name for member in self.members}
        of_the_day = next((bearer for bearer in bearers if bearer.named_so_on(self.on)), None)
        renamed = next((seated[bearer.code] for bearer in bearers if bearer.code in seated), None)
        if renamed and not of_the_day:
            message = f"{name!r} is the name of another day; on the {here} it is {renamed!r}"
            return refuse("name-of-another-day", message, nearest=(renamed,))
        if bearers:
            absent = (of_the_day or bearers[0]).name
            return refuse("not-on-council", f"{absent} is not on the {here}; its members are {members}")
        near = nearest_names(name, _spellings(self))
        found = dict.fromkeys(self.find(spelling).name for spelling in near)
        return refuse("unknown-member", f"unknown member {name!r} ({here}); its members are {members}", nearest=found)

    def seated(self, *, without: Iterable[str], with_: Iterable[str]) -> Council:
        """Another Council, labelled invented: some elected members gone, other states in their seats.

        Raises InputError for a name not on the Council, for a permanent member taken out, and for a state already in.
        """
        gone = [self.find(name) for name in without]
        for member in gone:
            if member.permanent:
                raise refuse(
                    "impossible-council", f"{member.name} is a permanent member; name the seats in full instead"
                )
        left = [member for member in self.members if member not in gone]
        return _invented(self.on, [*left, *(_as_member(name, self.on, permanent=False) for name in with_)])

    @classmethod
    def invented_council(cls, on: date, permanent: Iterable[str], elected: Iterable[str]) -> Council:
        """A Council of the states named, labelled invented. Raises InputError for an unknown or doubled state."""
        seats = [_as_member(name, on, permanent=True) for name in permanent]
        return _invented(on, [*seats, *(_as_member(name, on, permanent=False) for name in elected)])


@lru_cache(maxsize=4096)
def _by_spelling(council: Council) -> dict[str, Member]:
    return {name: member for member in council.members for name in _names(_country_of(member, council.on))}


def _spellings(council: Council) -> Iterator[str]:
    for member in council.members:
        yield from (member.name, *_country_of(member, council.on).aliases)


def _alphabetical(member: Member) -> tuple[bool, str]:
    """Where a member stands: permanent ones first, each group by name as the UN spells it out in its lists."""
    return not member.permanent, fold(_LISTED_AS.get(member.name, member.name))


_LISTED_AS = {"Republic of China": "China", "USSR": "Union of Soviet Socialist Republics"}


def _as_member(name: str, on: date, *, permanent: bool) -> Member:
    country = country_named(name, on)
    if country is None:
        near = nearest_names(name, (c.name for c in countries() if c.named_so_on(on)))
        raise refuse("unknown-country", f"no state is called {name!r} on {day_in_words(on)}", nearest=near)
    return Member(country.name, country.code, permanent)


def _invented(on: date, members: Iterable[Member]) -> Council:
    seated = tuple(sorted(members, key=_alphabetical))
    if not seated:
        raise refuse("impossible-council", "a Council needs at least one member")
    seen: set[str] = set()
    for member in seated:
        if member.code in seen:
            raise refuse("impossible-council", f"{member.name} has two seats; a state has one")
        seen.add(member.code)
    return Council(on, seated, invented=True)


@cache
def council_on(day: date) -> Council:
    """The Council of `day`. Raises InputError before 17 January 1946 and after the last day known.

    Mexico's seat was filled on 7 January 1980 only, so from the first of that month fourteen members sat.
    """
    if not FIRST_DAY <= day <= LAST_DAY:
        span = f"{day_in_words(FIRST_DAY)} to {day_in_words(LAST_DAY)}"
        raise refuse("date-out-of-range", f"{day} is outside the days whose Council is known, {span}")
    sitting = [member for member, first, last in _terms() if first <= day <= last]
    return Council(day, tuple(sorted(sitting, key=_alphabetical)))


@cache
def countries() -> tuple[Country, ...]:
    """Every state under every UN name it has had, in the order of `countries.csv`."""
    return tuple(
        Country(
            row["code"],
            row["name"],
            _day(row["from"]),
            _day(row["to"]),
            *(tuple(filter(None, row[key].split(";"))) for key in ("aliases", "demonyms", "capital")),
        )
        for row in _rows("countries.csv")
    )


def country_named(name: str, on: date | None) -> Country | None:
    """The state that `name` means on that day: UN name, code, alias or capital; None if no state is called so.

    Without a day, the state that was called so last.
    """
    found = _by_name().get(fold(name), ())
    if on is None:
        return max(found, key=lambda country: country.valid_to or date.max, default=None)
    return next((country for country in found if country.named_so_on(on)), None)


# Miners ask for every word of an article, so what is remembered has a bound.
@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """A name as it is compared: without capitals, accents, and spaces at the ends.

    >>> fold(" Côte d’Ivoire ")
    "cote d'ivoire"
    """
    plain = unicodedata.normalize("NFKD", name.strip().replace("\u2019", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@cache
def _by_name() -> dict[str, tuple[Country, ...]]:
    found: dict[str, list[Country]] = {}
    for country in countries():
        for name in _names(country):
            found.setdefault(name, []).append(country)
    return {name: tuple(bearers) for name, bearers in found.items()}


@cache
def _names(country: Country) -> frozenset[str]:
    return frozenset(map(fold, (country.code, country.name, *country.aliases, *country.capitals)))


@cache
def _by_code() -> dict[str, tuple[Country, ...]]:
    found: dict[str, list[Country]] = {}
    for country in countries():
        found.setdefault(country.code, []).append(country)
    return {code: tuple(bearers) for code, bearers in found.items()}


def _country_of(member: Member, on: date) -> Country:
    """The row of the state behind a seat, or an empty one for a state no row knows.

    Looked up by name as well as code, for the record gives the seats of both Yemens one code.
    """
    unheard_of = Country(member.code, member.name, None, None, (), (), ())
    bearers = (country for country in _by_code().get(member.code, ()) if country.name == member.name)
    return next((country for country in bearers if country.named_so_on(on)), unheard_of)


@cache
def _terms() -> tuple[tuple[Member, date, date], ...]:
    return tuple(
        (
            Member(row["name"], row["code"], row["permanent"] == "yes"),
            date.fromisoformat(row["from"]),
            date.fromisoformat(row["to"]),
        )
        for row in _rows("members.csv")
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
