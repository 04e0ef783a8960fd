"""How a frozen value is made as fast as an open one.

Knows one trick of CPython: a frozen dataclass fills each slot through `object.__setattr__`, which takes most of a step;
an open twin with the same slots fills them directly and is then given the frozen class. Refuses to change what the
value is: equality, hash, repr and the lock are the class's own, by test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import make_dataclass
from typing import Any, TypeVar

Value = TypeVar("Value")


def mint(frozen: type[Value]) -> Callable[..., Value]:
    """A function that makes `frozen`, a frozen dataclass with slots, out of all its values in their order.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True, slots=True)
    ... class Point:
    ...     x: int
    ...     y: int
    >>> mint(Point)(1, 2) == Point(1, 2)
    True
    """

    def lock(made: Any) -> None:
        made.__class__ = frozen

    slots: Any = frozen.__dict__["__slots__"]
    return make_dataclass(frozen.__name__, slots, slots=True, eq=False, namespace={"__post_init__": lock})
