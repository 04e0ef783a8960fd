"""Which letters stand in every text that a pattern matches: the cheap test before the dear one.

Knows the parts of a regular expression as `re` itself reads them. Refuses to know what a pattern is for, and claims
nothing where it is not sure.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

_READER: Any = import_module("re._parser")
"""The reader of `re`: it has had no public name since `sre_parse` was given up for it (Python 3.11)."""

MOST = 24
"""So many strings a part may stand for and still be written out."""

CLAUSES = 2
"""So many clauses are kept of a pattern: a third hardly ever tells more."""

LEAST = 1.5
"""Clauses of a single letter, or of many of two, stand in every other text, and are not kept."""

Strings = frozenset[str]
"""Small letters, in any of several spellings."""
_NOTHING: Strings = frozenset(("",))


def needed(pattern: str) -> tuple[Strings, ...]:
    r"""Clauses, of each of which one string stands in the small letters of every text that the pattern matches.

    At most `CLAUSES`, the one that tells most first; none if nothing is sure. Raises `re.error` for what is no pattern.

    >>> [sorted(clause) for clause in needed(r"(?:[Rr]evis\w+|draft) of \d+ pages")]
    [[' pages'], ['draft', 'revis']]
    >>> [sorted(clause) for clause in needed("go(?:es)? over its wording")]
    [['go over its wording', 'goes over its wording']]
    >>> needed(r"(?:draft )?\w+")
    ()
    """
    _, clauses = _sequence(_READER.parse(pattern))
    shortest = {_shortest(clause) for clause in clauses if _worth(clause) >= LEAST}
    return tuple(sorted(shortest, key=lambda clause: (-_worth(clause), sorted(clause))))[:CLAUSES]


def _shortest(strings: Strings) -> Strings:
    """The strings that hold no other of them, which say as much."""
    return Strings(each for each in strings if not any(other in each for other in strings if other != each))


def _worth(strings: Strings) -> float:
    """How much a clause tells: long strings stand in few texts, and one is sooner looked for than ten."""
    return min((len(each.strip()) for each in strings), default=0) - 0.05 * len(strings)


def _joined(first: Strings, second: Strings) -> Strings:
    """Each of the one with each of the other behind it; none if that is too many."""
    few = len(first) * len(second) <= MOST
    return Strings(one + other for one in first for other in second) if few else Strings()


def _sequence(parts: Iterable[tuple[Any, Any]]) -> tuple[Strings, list[Strings]]:
    """Every spelling of parts that follow each other, none if there are too many or no end of them; and their clauses.

    A clause is what some of them need: a run of those that can be spelled, or what stands within one that cannot.
    """
    run, letters, clauses, broken = _NOTHING, "", list[Strings](), False
    for kind, what in parts:
        if str(kind) == "LITERAL":
            letters += chr(what).lower()
            continue
        if letters:
            run, letters = Strings(each + letters for each in run), ""
        spelled, inner = _part(str(kind), what)
        clauses.extend(() if spelled - _NOTHING else inner)
        longer = _joined(run, spelled)
        if not longer:
            clauses.append(run)
            broken = True
        run = longer or spelled or _NOTHING
    run = Strings(each + letters for each in run)
    clauses.append(run)
    return Strings() if broken else run, clauses


def _part(kind: str, what: Any) -> tuple[Strings, Iterable[Strings]]:
    """As `_sequence`, of one part that is more than a letter."""
    match kind:
        case "IN" if len(what) <= MOST and all(str(each) == "LITERAL" for each, _ in what):
            return Strings(chr(letter).lower() for _, letter in what), ()
        case "AT" | "ASSERT_NOT":
            return _NOTHING, ()
        case "ASSERT":
            return _NOTHING, _sequence(what[1])[1]
        case "SUBPATTERN":
            return _sequence(what[-1])
        case "ATOMIC_GROUP":
            return _sequence(what)
        case "BRANCH":
            return _branches(what[1])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            spelled, clauses = _sequence(what[2])
            once = spelled if what[1] == 1 else Strings()
            return (once, clauses) if what[0] else (once and once | _NOTHING, ())
    return Strings(), ()


def _branches(branches: Iterable[Any]) -> tuple[Strings, Iterable[Strings]]:
    """As `_sequence`, of alternatives: all their spellings, or the best clause of each."""
    each = [_sequence(branch) for branch in branches]
    every = Strings().union(*(spelled for spelled, _ in each))
    if all(spelled for spelled, _ in each) and len(every) <= MOST:
        return every, ()
    best = [max(clauses, key=_worth) for _, clauses in each]
    return Strings(), (Strings().union(*best),) if all(_worth(one) > 0 for one in best) else ()
