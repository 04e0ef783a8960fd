"""Which seat a row of the record means, and which member a searcher means over eighty years of changing names.

Knows that the record's codes stay through changes of name, with a few that differ from one table to another. Refuses
to know how anybody voted.
"""

from __future__ import annotations

from lifecycle.errors import InputError, nearest_names, refuse
from lifecycle.model.council import Council, Member, countries, fold


def member_of(code: str, name: str, council: Council) -> Member:
    """The seat a row means: its code first, else its name of the day.

    Raises InputError if neither sits on that day.
    """
    try:
        return council.find(code)
    except InputError as error:
        if not name:
            raise
        try:
            return council.find(name)
        except InputError:
            raise error from None


def seat_codes(name: str) -> frozenset[str]:
    """The codes of the seats that ever bore `name`: a UN name of any day, a code, a short name or a capital.

    >>> sorted(seat_codes("Soviet Union")), sorted(seat_codes("China"))
    (['RUS'], ['CHN'])

    Raises InputError for a name no state has had.
    """
    wanted = fold(name)
    found = {
        country.code
        for country in countries()
        if wanted in {fold(word) for word in (country.code, country.name, *country.aliases, *country.capitals)}
    }
    if not found:
        bearers = {word: country.name for country in countries() for word in (*country.aliases, country.name)}
        near = dict.fromkeys(bearers[word] for word in nearest_names(name, bearers))
        raise refuse("unknown-country", f"no state has been called {name!r}", nearest=near)
    return frozenset(found)


def seat_name(code: str) -> str:
    """The last name of the state behind a code, for headings.

    >>> seat_name("RUS")
    'Russian Federation'
    """
    names = [country for country in countries() if country.code == code]
    return max(names, key=lambda country: country.valid_to.toordinal() if country.valid_to else 1 << 30).name
