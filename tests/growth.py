"""Whether time grows with length and no faster, judged so that a busy machine cannot make an honest pattern fail.

Knows that other work only ever adds time, so that the best of several tries counts, how far from linear a measure must
be to be caught, and that coverage, which looks on at every line, must not be timed. Refuses to know what is timed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from math import inf

from tests.unwatched import unwatched

TIMES = 10
"""How many times longer the long text is: linear work takes about ten times as long, quadratic work a hundred."""

MOST = 30
"""How many times as long it may take: three times what is linear, a third of what is quadratic."""

TRIES = 3
LEAST = 0.005
"""Seconds below which a clock tells nothing."""


def seconds_of(work: Callable[[], object]) -> float:
    """Seconds of processor time that `work` takes, with nobody looking on."""

    def timed() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return unwatched(timed)


def linear(measure: Callable[[int], float], length: int, most: float = inf) -> bool:
    """Whether `measure(length)`, in seconds, is at most `MOST` times that of a tenth of the length, and at most `most`.

    One try must keep both: the best of several keeps both if some try keeps each.
    """
    short = max(LEAST, min(measure(length // TIMES) for _ in range(TRIES)))
    return within(lambda: measure(length), min(most, MOST * short))


def within(measure: Callable[[], float], most: float) -> bool:
    """Whether one of several tries takes no more than `most` seconds; there is no second if the first does."""
    return any(measure() <= most for _ in range(TRIES))
