"""What an article speaks of: its names, its states, and the places its drafts are about.

Knows which names tell one story from another and which stand in every article of this kind. Refuses to compare
articles; `mining.stories` does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from lifecycle.wording.nations import PERMANENT, nations

READ = 60_000
"""How many characters of an article are looked through for names."""

MAIN = 3
"""How many places an article is about, where the sentences on a draft name none."""

_NAME = re.compile(r"[A-Z](?<=[a-z,;] [A-Z])[a-z]{3,}(?:(?<=ern) [A-Z][a-z]{3,})?(?:-[A-Z]?[a-z]+)*\b")
"""A name within a sentence, with a point of the compass before it.

Its capital stands first, since the engine skips to what a pattern begins with.
"""
_IN_A_SENTENCE = re.compile(r"[a-z,;] $")
_PLACED = re.compile(
    r"\b(?:in|near|around|over|(?:east|west|north|south)ern|besieged|(?:draft|resolution|text|measure)s? on"
    r"|(?:city|town|province|region|port) of) "
    r"([A-Z][a-z]{3,}(?:(?<=ern) [A-Z][a-z]{3,})?)"
)
_BEFORE_A_PLACE = frozenset(
    ("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Greater", "Old")
)
"""What is a name only with the next word: "Eastern Ghouta", "Greater Mosul"."""
_ABOUT = re.compile(r"\b(?:on|in|over|against|about|inside|into) (?:the )?\Z")
_A_TEXT_ON = re.compile(r"\b(?:draft|resolution|text|measure)s? on (?:the )?\Z")
"""Before what a text is said to be about: more than a name that stands anywhere."""
_DOES_IT = re.compile(r"\bby (?:the )?\Z")
"""Before a state that takes part: "backed by the Netherlands"."""
_TAKES_PART = re.compile(
    r"(?:['’]s?)? (?:(?:UN|U\.N\.|[Dd]eputy|[Pp]ermanent|[Ff]oreign|[Aa]cting) ){0,2}"
    r"(?:[Aa]mbassador|[Ee]nvoy|[Mm]inister|mission|delegation|[Rr]epresentative|diplomat)s?\b"
    r"|['’]s [A-Z][a-z]+ (?:[A-Z][\w-]+ ?){1,4}"
    r"| (?:also |then |later |had |has |have )?"
    r"(?:said|says|told|voted|abstained|vetoed|circulated|proposed|tabled|drafted|opposed|backed|supported|abstaining"
    r"|(?:co-)?sponsored|voting|sought|asked|urged|wanted|requested|insisted|threatened|hoped)\b(?! by\b)"
)
"""What stands behind a state that takes part, and of which nothing is told: "Peru abstained", "Peru's ambassador"."""
_TWO_NAMES = re.compile(r"([A-Z](?<=[\w,] [A-Z])[a-z]+) (?=([A-Z][a-z]{3,})\b)")
_BEFORE_AL = re.compile(r"\b([A-Z][a-z]{3,}) al-")
_EVERYWHERE = frozenset(
    re.split(
        r"\s+",
        "Security Council United Nations Resolution President Minister Foreign Secretary General State Ambassador "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August "
        "September October November December Western Prime House White Reuters Assembly European Union States Britain "
        "British France French Russia Russian China Chinese America American Americans Washington Moscow Paris London "
        "Beijing York Defense Defence Ministry Department Committee Chief Envoy East West North South Middle "
        "World International Human Rights Court Criminal Group League Support Observatory Agency Authority Center "
        "Army Armed Forces Command Front Party Africa African Arab Arabs Europe Asia Latin Special Press "
        "Street Chapter Charter Article Resolutions Representative Deputy Senior Director Conference Republic",
    )
)


_NO_NAME = _EVERYWHERE | _BEFORE_A_PLACE


def topics_of(text: str) -> tuple[str, ...]:
    """Names, and codes of states for their names and adjectives, commonest first."""
    counts = _names(text[:READ])
    return tuple(name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _names(text: str) -> Counter[str]:
    """The names in a text by how often they stand there, without words that also stand in small letters."""
    states = nations(text)
    within = {place for state in states for place in range(state.start, state.end)}
    words = Counter(found.group() for found in _NAME.finditer(text) if within.isdisjoint(range(*found.span())))
    counts: Counter[str] = Counter()
    for name, often in words.items():
        if name not in _NO_NAME and not _also_a_word(name.lower(), text):
            counts[name] += often
    for state in states:
        before = max(0, state.start - 30), state.start
        if state.form == "capital" or not _IN_A_SENTENCE.search(text, max(0, state.start - 2), state.start):
            continue
        takes_part = _TAKES_PART.match(text, state.end) or _DOES_IT.search(text, *before)
        if text[state.start : state.end] not in _EVERYWHERE and (_ABOUT.search(text, *before) or not takes_part):
            counts[state.code] += 2 if _A_TEXT_ON.search(text, *before) else 1
    return counts


def _also_a_word(letters: str, text: str) -> bool:
    """Whether `letters` stand in `text` as a word of small letters."""
    return letters in text and re.search(rf"\b{re.escape(letters)}\b", text) is not None


def is_state(topic: str) -> bool:
    """Whether a topic is the code of a state.

    >>> is_state("SYR"), is_state("Aleppo")
    (True, False)
    """
    return len(topic) == 3 and topic.isupper()


def subjects_of(text: str, topics: Iterable[str], told: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    """By draft, the states and places named in the sentences `told` of it: what the text is about.

    Where those name none, the article's commonest count. Persons are left out: they speak of anything.
    """
    read = text[:READ]
    persons = _persons(read)
    placed = set(_PLACED.findall(read)) - persons
    places = [topic for topic in topics if is_state(topic) or topic in placed]
    found = {draft: set(places) & set(_names(sentences)) for draft, sentences in told.items()}
    return {draft: tuple(sorted(named or places[:MAIN])) for draft, named in found.items()}


def _persons(text: str) -> set[str]:
    """The names of persons: a given name or a title stands before them, where "Eastern" and its like mean a place."""
    titled = {name for given, name in _TWO_NAMES.findall(text) if given not in _BEFORE_A_PLACE}
    return titled.union(_BEFORE_AL.findall(text)) if " al-" in text else titled


def _governs(name: str) -> bool:
    """Whether a name is a capital's: press agencies write from there."""
    return any(nation.form == "capital" for nation in nations(name))


def subject_in(topics: Iterable[str], subjects: Container[str], acting: Container[str]) -> tuple[str, ...]:
    """What a story's drafts are about, for their label: its commonest state, and a place that its drafts name.

    `topics` are the story's names, commonest first. States that are `acting`, as sponsors or voters, are not its
    subject, nor is a permanent member (Charter, Article 23(1)), which acts in every story.

    >>> subject_in(("RUS", "SYR", "Aleppo", "Putin"), {"SYR", "RUS", "Aleppo"}, {"FRA"})
    ('SYR', 'Aleppo')
    """
    names = tuple(topics)
    states = [
        name for name in names if is_state(name) and name in subjects and name not in acting and name not in PERMANENT
    ]
    places = [name for name in names if not is_state(name) and name in subjects and not _governs(name)]
    return (*states[:1], *places[:1])
