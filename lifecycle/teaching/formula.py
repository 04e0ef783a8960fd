"""Sentences about a whole life, as temporal formulas over finite traces.

Knows the small language in which students write them, its meaning on a finite trace (LTLf, with the past operators of
Lichtenstein, Pnueli and Zuck), and how one is carried along a trace position by position. Refuses to know which traces
there are, and never runs anything a student wrote: a formula is data.

    G f   always              F f   eventually          X f   next, and there is a next      N f   next, if any
    f U g until, and g comes  f W g until, or for ever  O f   once before, or now            H f   so far always
    Y f   just before         f S g since               f R g g, up to and with f, or for ever
    !f   f & g   f | g   f -> g   f <-> g   true   false

A formula about the past may not speak of the future inside it. The libraries of the field (flloat and its kin) were
last released for Pythons older than ours, and translate to automata without past operators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lifecycle.errors import InputError, Place, nearest_names, refuse

LONGEST = 500
"""The longest formula that is read, in characters."""

DEEPEST = 40
"""How deep a formula may be nested."""

EQUIVALENCES = 4
"""How many `<->` a formula may hold: each writes both its sides out twice."""

FUTURE = frozenset("GFXNUWR")
PAST = frozenset("OHYS")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula: an operator and its parts; an atom is the operator "atom" with a `name`.

    `op` is one of true, false, atom, !, &, | and the temporal letters above.
    """

    op: str
    parts: tuple[Formula, ...] = ()
    name: str = ""

    def __str__(self) -> str:
        """As a student would write it, with the brackets it needs."""
        match self.parts:
            case ():
                return self.name or self.op
            case (only,):
                space = "" if self.op == "!" else " "
                return f"{self.op}{space}{_bracketed(only)}"
            case _:
                return f" {self.op} ".join(map(_bracketed, self.parts))


def _bracketed(formula: Formula) -> str:
    return f"({formula})" if len(formula.parts) > 1 else str(formula)


TRUE = Formula("true")
FALSE = Formula("false")


def atom(name: str) -> Formula:
    """The formula that holds where `name` is among the labels."""
    return Formula("atom", name=name)


def negated(formula: Formula) -> Formula:
    """Not `formula`; two negations cancel."""
    if formula in {TRUE, FALSE}:
        return FALSE if formula == TRUE else TRUE
    return formula.parts[0] if formula.op == "!" else Formula("!", (formula,))


def joined(op: str, parts: tuple[Formula, ...]) -> Formula:
    """The conjunction (op &) or disjunction (op |) of `parts`, flat, without doubles, in one order."""
    neutral, final = (TRUE, FALSE) if op == "&" else (FALSE, TRUE)
    flat: dict[Formula, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if part.op == op else (part,)))
    kept = sorted((part for part in flat if part != neutral), key=str)
    if final in kept or any(negated(part) in flat for part in kept):
        return final
    return Formula(op, tuple(kept)) if len(kept) > 1 else (kept[0] if kept else neutral)


# Reading.

_TOKEN = re.compile(r"\s*(?:(<->|->|[!&|()]|\b[GFXNOHYUWRS]\b)|([a-z_]+)|(\S))")
_BINARY = ("<->", "->", "|", "&")
_TEMPORAL = ("U", "W", "R", "S")


def parse(text: str, atoms: frozenset[str], place: Place = Place()) -> Formula:  # noqa: B008 (frozen)
    """Read a formula whose atoms are among `atoms`. Raises InputError with the column of what cannot be read."""
    if len(text) > LONGEST:
        raise refuse("bad-formula", f"the formula is longer than {LONGEST} characters", place)
    reader = _Reader(tuple(_tokens(text, place)), atoms, place)
    formula = reader.expression(0)
    if reader.here < len(reader.tokens):
        raise reader.complaint("an operator or the end")
    return formula


def _tokens(text: str, place: Place) -> Iterator[tuple[str, int]]:
    for found in _TOKEN.finditer(text.rstrip()):
        if found.group(3):
            column = found.start(3) + 1
            message = f"unexpected {found.group(3)!r} at character {column} of the formula"
            raise refuse("bad-formula", message, place)
        yield found.group().strip(), found.start(found.lastindex or 0) + 1


@dataclass(slots=True)
class _Reader:
    """Reads tokens by precedence: <-> loosest, then ->, |, &, then the temporal binaries, then what stands in front."""

    tokens: tuple[tuple[str, int], ...]
    atoms: frozenset[str]
    place: Place
    here: int = 0
    depth: int = 0
    equivalences: int = 0

    def expression(self, level: int) -> Formula:
        """One formula of at least this binding strength."""
        self.depth += 1
        if self.depth > DEEPEST * (len(_BINARY) + 2):
            raise refuse("bad-formula", f"nested more than {DEEPEST} deep", self.place)
        found = self._level(level)
        self.depth -= 1
        return found

    def _level(self, level: int) -> Formula:
        if level > len(_BINARY):
            return self._unary()
        ops = _TEMPORAL if level == len(_BINARY) else (_BINARY[level],)
        left = self.expression(level + 1)
        if self.peek() not in ops:
            return left
        op = self.take()
        # Every binary operator groups to the right, as in a -> (b -> c) and a U (b U c).
        return self._binary(op, left, self.expression(level))

    def _binary(self, op: str, left: Formula, right: Formula) -> Formula:
        match op:
            case "&" | "|":
                return joined(op, (left, right))
            case "->":
                return joined("|", (negated(left), right))
            case "<->":
                self.equivalences += 1
                if self.equivalences > EQUIVALENCES:
                    raise refuse("bad-formula", f"more than {EQUIVALENCES} <-> in one formula", self.place)
                both, none = joined("&", (left, right)), joined("&", (negated(left), negated(right)))
                return joined("|", (both, none))
        return self._temporal(op, (left, right))

    def _unary(self) -> Formula:
        token = self.peek()
        if token == "!":
            self.take()
            return negated(self.expression(len(_BINARY) + 1))
        if token in FUTURE - set(_TEMPORAL) or token in PAST - set(_TEMPORAL):
            op = self.take()
            return self._temporal(op, (self.expression(len(_BINARY) + 1),))
        if token == "(":
            self.take()
            inside = self.expression(0)
            if self.peek() != ")":
                raise self.complaint("')'")
            self.take()
            return inside
        return self._atom()

    def _temporal(self, op: str, parts: tuple[Formula, ...]) -> Formula:
        if op in PAST and any(_speaks_of_the_future(part) for part in parts):
            raise refuse("bad-formula", f"{op} looks back; inside it nothing may look ahead", self.place)
        return Formula(op, parts)

    def _atom(self) -> Formula:
        token = self.peek()
        if token in {"true", "false"}:
            return TRUE if self.take() == "true" else FALSE
        if token is None or not re.fullmatch(r"[a-z_]+", token):
            raise self.complaint("a formula")
        if token not in self.atoms:
            message = f"unknown word {token!r} in the formula; it may name an event or a state"
            raise refuse("unknown-word", message, self.place, nearest_names(token, sorted(self.atoms)))
        return atom(self.take())

    def peek(self) -> str | None:
        """The next token, None at the end."""
        return self.tokens[self.here][0] if self.here < len(self.tokens) else None

    def take(self) -> str:
        """The next token, which is there."""
        self.here += 1
        return self.tokens[self.here - 1][0]

    def complaint(self, wanted: str) -> InputError:
        """The error for what stands here instead of `wanted`."""
        if self.here == len(self.tokens):
            return refuse("bad-formula", f"the formula stops where {wanted} was expected", self.place)
        token, column = self.tokens[self.here]
        message = f"{token!r} at character {column} of the formula, where {wanted} was expected"
        return refuse("bad-formula", message, self.place)


def _speaks_of_the_future(formula: Formula) -> bool:
    return formula.op in FUTURE or any(map(_speaks_of_the_future, formula.parts))


# Meaning.

Labels = frozenset[str]
Memory = Mapping[Formula, bool]
"""What each formula about the past was at the position before; empty at the start."""


def past_of(formula: Formula) -> tuple[Formula, ...]:
    """The parts of `formula` that speak of the past, inner ones first."""
    inner = tuple(each for part in formula.parts for each in past_of(part))
    return tuple(dict.fromkeys((*inner, formula) if formula.op in PAST else inner))


def remembered(past: tuple[Formula, ...], labels: Labels, before: Memory) -> dict[Formula, bool]:
    """What each of `past` is at a position with `labels`, given what each was at the position before."""
    now: dict[Formula, bool] = {}
    for formula in past:
        now[formula] = _past_value(formula, labels, before, now)
    return now


def _past_value(formula: Formula, labels: Labels, before: Memory, now: Memory) -> bool:
    """`before` is empty at the first position: nothing was once, everything was so far."""
    first, last = formula.parts[0], formula.parts[-1]
    match formula.op:
        case "Y":
            return bool(before) and before.get(formula, False)
        case "O":
            return _now(first, labels, now) or before.get(formula, False)
        case "H":
            return _now(first, labels, now) and before.get(formula, True)
    return _now(last, labels, now) or (_now(first, labels, now) and before.get(formula, False))


def _now(formula: Formula, labels: Labels, now: Memory) -> bool:
    """The value of a formula that does not look ahead."""
    match formula.op:
        case "true" | "false":
            return formula == TRUE
        case "atom":
            return formula.name in labels
        case "!":
            return not _now(formula.parts[0], labels, now)
        case "&":
            return all(_now(part, labels, now) for part in formula.parts)
        case "|":
            return any(_now(part, labels, now) for part in formula.parts)
    return now[formula]


def at_end(formula: Formula, labels: Labels, now: Memory) -> bool:
    """Whether `formula` holds at the last position of a trace."""
    match formula.op:
        case "X":
            return False
        case "N":
            return True
        case "G" | "F":
            return at_end(formula.parts[0], labels, now)
        case "U":
            return at_end(formula.parts[1], labels, now)
        case "W":
            return at_end(formula.parts[0], labels, now) or at_end(formula.parts[1], labels, now)
        case "R":
            return at_end(formula.parts[1], labels, now)
        case "!":
            return not at_end(formula.parts[0], labels, now)
        case "&":
            return all(at_end(part, labels, now) for part in formula.parts)
        case "|":
            return any(at_end(part, labels, now) for part in formula.parts)
    return _now(formula, labels, now)


def carried(formula: Formula, labels: Labels, now: Memory) -> Formula:
    """What must hold from the next position on, for `formula` to hold at this one, which is not the last."""
    match formula.op:
        case "X" | "N":
            return formula.parts[0]
        case "G":
            return joined("&", (carried(formula.parts[0], labels, now), formula))
        case "F":
            return joined("|", (carried(formula.parts[0], labels, now), formula))
        case "U" | "W":
            stays = joined("&", (carried(formula.parts[0], labels, now), formula))
            return joined("|", (carried(formula.parts[1], labels, now), stays))
        case "R":
            goes = joined("|", (carried(formula.parts[0], labels, now), formula))
            return joined("&", (carried(formula.parts[1], labels, now), goes))
        case "!":
            return negated(carried(formula.parts[0], labels, now))
        case "&" | "|":
            return joined(formula.op, tuple(carried(part, labels, now) for part in formula.parts))
    return TRUE if _now(formula, labels, now) else FALSE


def holds(formula: Formula, trace: tuple[Labels, ...]) -> bool:
    """Whether `formula` holds at the first position of a trace that has at least one.

    >>> words = frozenset(("submit", "vote"))
    >>> holds(parse("G (vote -> O submit)", words), (frozenset(["submit"]), frozenset(["vote"])))
    True
    >>> holds(parse("G (submit -> F vote)", words), (frozenset(["submit"]),))
    False
    """
    past, before = past_of(formula), dict[Formula, bool]()
    for labels in trace[:-1]:
        now = remembered(past, labels, before)
        formula, before = carried(formula, labels, now), now | _yesterday(past, labels, now)
    return at_end(formula, trace[-1], remembered(past, trace[-1], before))


def _yesterday(past: tuple[Formula, ...], labels: Labels, now: Memory) -> dict[Formula, bool]:
    """For each Y f, what f is now: that is what it will have been one position on."""
    return {formula: _now(formula.parts[0], labels, now) for formula in past if formula.op == "Y"}


@lru_cache(maxsize=100_000)
def advance(
    formula: Formula, past: tuple[Formula, ...], labels: Labels, before: frozenset[Formula], first: bool
) -> tuple[Formula, frozenset[Formula], bool]:
    """One position of a trace: what is left to hold, what holds of the past behind it, and whether it could end here.

    `before` holds those that held behind the position before; `first` says that there was none.
    """
    memory = {} if first else {each: each in before for each in past}
    now = remembered(past, labels, memory)
    behind = now | _yesterday(past, labels, now)
    true = frozenset(each for each, value in behind.items() if value)
    return carried(formula, labels, now), true, at_end(formula, labels, now)
