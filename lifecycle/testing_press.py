"""Hypothesis strategies for what is read off press articles: days, time phrases, mentions.

Knows how to draw them small enough to be enumerated, and so that they often clash. Refuses to check anything; the laws
are the tests'.

Needs the extra `testing`.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from lifecycle.dating.daynet import Bond, NotAfter, SameDay, Within
from lifecycle.days.dates import FUTURE, NEAR, PAST, Phrase
from lifecycle.mining.mined import Mention
from lifecycle.model.council import FIRST_DAY, LAST_DAY
from lifecycle.model.reports import When


def publication_days() -> SearchStrategy[date]:
    """Days on which an article about the Council can have come out."""
    return st.dates(FIRST_DAY, LAST_DAY)


def weekday_phrases() -> SearchStrategy[Phrase]:
    """Bare weekdays, looking back, ahead, or either way."""
    looks = st.sampled_from((PAST, FUTURE, NEAR))
    return st.builds(lambda day, way: Phrase("weekday", day, 0, 0, 6, 0, way), st.integers(0, 6), looks)


@st.composite
def day_puzzles(draw: DrawFn) -> tuple[list[range], list[Bond]]:
    """A few unknown days with small domains, and bonds between them, possible together or not."""
    starts = draw(st.lists(st.integers(0, 4), min_size=2, max_size=4))
    ends = st.integers(0, len(starts) - 1)

    def bond(kind: int, first: int, second: int, back: int) -> Bond:
        if kind == 0:
            return NotAfter(first, second)
        if kind == 1:
            return SameDay(first, second)
        return Within(first, second, lambda day: ((day - back, day),))

    pairs = st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1])
    made = st.builds(
        lambda kind, pair, back: bond(kind, pair[0], pair[1], back), st.integers(0, 2), pairs, st.integers(0, 2)
    )
    return [range(start, start + 4) for start in starts], draw(st.lists(made, max_size=5))


@st.composite
def told_mentions(draw: DrawFn) -> tuple[Mention, ...]:
    """A few mentions of two drafts, some dated, some in windows, some not dated at all."""
    first = date(2016, 10, 1)
    days = st.integers(0, 9).map(lambda n: When.on(first + timedelta(n), "given"))
    windows = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(
        lambda pair: When(first + timedelta(pair[0]), first + timedelta(sum(pair)), None, "solved")
    )
    dates = st.one_of(days, windows, st.just(When()), st.just(When(None, first, None, "publication")))
    told = st.tuples(
        st.sampled_from(("d1", "d2")),
        st.sampled_from(("discussed", "vetoed")),
        st.sampled_from(("occurred", "planned")),
        dates,
    )
    return tuple(
        Mention(f"m{n}", "a.txt", n, n + 1, "q", "q", type_, draft, modality, (), when, None, "r", ())
        for n, (draft, type_, modality, when) in enumerate(draw(st.lists(told, max_size=8)))
    )
