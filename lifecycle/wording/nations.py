"""Names of states in a text.

Knows how to find a state by its names, its adjectives and its capital used for the government, and the body "Security
Council". Refuses to know what the state does in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from lifecycle.model.council import Country, countries, fold


@dataclass(frozen=True, slots=True)
class Nation:
    """A state named at `start`..`end`; `form` is name, demonym or capital. `code` stays through changes of name."""

    start: int
    end: int
    code: str
    form: str


PERMANENT = frozenset(("CHN", "FRA", "GBR", "RUS", "USA"))
"""The codes of the permanent members (Charter, Article 23(1))."""
_WORD = re.compile(r"[A-ZÀ-Þ][\w.'’-]*")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|to|at|from|near|outside|around|over|capital|of|visits?|visited)\s+$", re.IGNORECASE
)
_BLANK_TO_BLANK = re.compile(r"\S+")
_TRIM = ".,;:!?'’”\"-)]"
_HYPHENED = re.compile(
    r"-(?:drafted|backed|led|sponsored|proposed|authored|written|penned|sought|requested|brokered|supported"
    r"|endorsed|inspired|initiated|driven|crafted|favou?red|promoted|tabled|submitted)$"
)


_COMBINING = {
    "anglo": "GBR",
    "austro": "AUT",
    "franco": "FRA",
    "germano": "DEU",
    "hispano": "ESP",
    "italo": "ITA",
    "luso": "PRT",
    "russo": "RUS",
    "sino": "CHN",
    "turco": "TUR",
}
"""Adjectives that stand for a state before another's alone: "a Franco-American draft", and not "Franco"."""


@cache
def _lexicon() -> dict[str, tuple[str, str]]:
    """From a folded name to (code, form). A UN name beats an alias, that a demonym; today's state a former one."""
    found: dict[str, tuple[str, str]] = {}
    for form, names in (("name", _names), ("demonym", _demonyms), ("capital", _capitals)):
        for country in sorted(countries(), key=lambda c: c.valid_to is not None):
            for name in names(country):
                found.setdefault(fold(name), (country.code, form))
    return found


def _names(country: Country) -> tuple[str, ...]:
    return (
        country.name,
        *(alias for alias in country.aliases if len(alias) != 3 or alias in {"UAE", "DRC", "PRC", "UAR"}),
    )


def _demonyms(country: Country) -> tuple[str, ...]:
    return country.demonyms


def _capitals(country: Country) -> tuple[str, ...]:
    return country.capitals


@cache
def _longest() -> dict[str, int]:
    """By first word, how many words the longest name beginning with it has."""
    longest: dict[str, int] = {}
    for name in _lexicon():
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@lru_cache(64)
def nations(text: str) -> tuple[Nation, ...]:
    """Every state named in `text`, in order; of names that overlap, the longest.

    Those of the last sentences are kept: several parts of the miner ask for them in turn.
    """
    return tuple(_nations(text))


def _nations(text: str) -> Iterator[Nation]:
    word = _WORD.search(text)
    while word:
        count = _words_from(word.group())
        nation = _nation_at(text, word, count) if count else None
        if nation:
            yield nation
        # Behind the first of two, "US-British", the search goes on inside the word.
        word = _WORD.search(text, nation.end if nation else word.end())


def _nation_at(text: str, word: re.Match[str], count: int) -> Nation | None:
    stretch = text[word.start() : word.start() + 80] if count > 1 else ""
    ends = tuple(part.end() for part in islice(_BLANK_TO_BLANK.finditer(stretch), count))[1:]
    named = _named(word.group(), stretch[: ends[-1]] if ends else "", ends)
    if named is None or (
        named.form == "capital" and _PLACE_BEFORE.search(text, max(0, word.start() - 12), word.start())
    ):
        return None
    return Nation(word.start(), word.start() + named.end, named.code, named.form)


@lru_cache(maxsize=65_536)
def _named(word: str, stretch: str, ends: tuple[int, ...]) -> Nation | None:
    """The state that `word` names at the start of a text; with more words it may be `stretch` up to one of `ends`."""
    if code := _before_another(word):
        return Nation(0, word.index("-"), code, "demonym")
    for phrase in (*(_base(stretch[:end]) for end in reversed(ends)), _base(word)):
        code_form = _lexicon().get(fold(phrase))
        if code_form and (len(phrase) > 3 or phrase.replace(".", "").isupper()):
            return Nation(0, len(phrase), *code_form)
    return None


@lru_cache(maxsize=65_536)
def _before_another(word: str) -> str | None:
    """The code of the state that begins a compound of two adjectives: "Sino-Russian"."""
    first, _, second = word.partition("-")
    return _COMBINING.get(fold(first)) if second and fold(_base(second)) in _lexicon() else None


@lru_cache(maxsize=65_536)
def _words_from(word: str) -> int:
    """How many words the longest name has that begins with this one; 0 for a word that begins none."""
    if _before_another(word):
        return 1
    first = _base(word)
    return _longest().get(fold(first.split("-")[0]), _longest().get(fold(first), 0))


@lru_cache(maxsize=65_536)
def _base(word: str) -> str:
    """The word without a possessive, a trailing mark, or what it is hyphened to: French-drafted is French."""
    word = _HYPHENED.sub("", word)
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending).removesuffix(f"{ending}.")
    if word.endswith(".") and word.count(".") > 1:
        return word
    word = word.rstrip(_TRIM)
    if "-" in word and fold(word) not in _lexicon():
        return word.split("-")[0].rstrip(_TRIM)
    return word


def un_name(code: str, day: date | None) -> str:
    """The UN name of the state with this code on `day`; without a day, its latest.

    >>> un_name("RUS", date(1956, 10, 30)), un_name("RUS", None)
    ('USSR', 'Russian Federation')
    """
    named = [country for country in countries() if country.code == code]
    if day:
        on_day = [country for country in named if country.named_so_on(day)]
        named = on_day or named
    return max(named, key=lambda country: country.valid_from or date.min).name
