"""Whether time grows with length and no faster, judged so that a busy machine cannot make an honest pattern fail.

Knows that other work only ever adds time, so that the best of several tries counts, and how far from linear a measure
must be to be caught. Refuses to know what is timed.
"""

from __future__ import annotations

from collections.abc import Callable

TIMES = 10
"""How many times longer the long text is: linear work takes about ten times as long, quadratic work a hundred."""

MOST = 30
"""How many times as long it may take: three times what is linear, a third of what is quadratic."""

TRIES = 3
LEAST = 0.005
"""Seconds below which a clock tells nothing."""


def linear(measure: Callable[[int], float], length: int) -> bool:
    """Whether `measure(length)`, in seconds, is at most `MOST` times that of a tenth of the length."""
    short = max(LEAST, min(measure(length // TIMES) for _ in range(TRIES)))
    return within(lambda: measure(length), MOST * short)


def within(measure: Callable[[], float], most: float) -> bool:
    """Whether one of several tries takes no more than `most` seconds; there is no second if the first does."""
    return any(measure() <= most for _ in range(TRIES))
