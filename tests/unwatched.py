"""Work that nobody looks on at: no coverage, no debugger.

Knows that coverage makes hot lines four or five times as slow, and notes no more at the thousandth time than at the
first. Refuses to know what the work is; whoever calls this leaves some like it watched, so that its lines still count.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def unwatched(work: Callable[[], T]) -> T:
    """What `work` returns; the tracer is back once it has."""
    # Taken off and put on in one frame: a tracer keeps a stack of frames, and must see each come and go, or neither.
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        return work()
    finally:
        sys.settrace(tracer)
