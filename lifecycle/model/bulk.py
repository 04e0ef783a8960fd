"""The rule over millions of rolls at once.

Knows rolls as two masks, yes and no, in which bit i is member i of the Council, and runs the outcome guards on whole
arrays of them in NumPy. It is one more printer of the same guards as the machine's. Refuses to know what a guard
means, and anything of a roll but who said yes and who said no: the other ballots are all neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lifecycle.model.ballots import Ballot
from lifecycle.model.council import Council, Member
from lifecycle.model.counting import require_fit, rule_values
from lifecycle.model.guards import And, Compare, Const, Count, Expr, Field, Not, Or, Term, Values
from lifecycle.model.rules import BLOCKED, HAS_MAJORITY, Blocks, Kind, Outcome, Rule

Masks = NDArray[np.unsignedinteger[Any]]
Codes = NDArray[np.uint8]
Flags = NDArray[np.bool_]

FAILED, FAILED_AND_BLOCKED, ADOPTED, VETOED = range(4)
"""What a code says: its second bit that the text has its majority, its first that a veto stands against it."""

OUTCOMES = (Outcome.FAILED, Outcome.FAILED, Outcome.ADOPTED, Outcome.VETOED)
"""The outcome of each code."""

BLOCK = 1 << 15
"""Rolls evaluated at a time: so many that a block and its buffers stay in the processor's cache."""

YES, NO, NEITHER = (1, 0), (0, 1), (0, 0)
"""What one member adds to the two masks."""

TERNARY = (YES, NO, NEITHER)
WAYS = {ballot: {Ballot.YES: YES, Ballot.NO: NO}.get(ballot, NEITHER) for ballot in Ballot}
"""What each of the five ballots adds to the two masks."""


def mask_type(seats: int) -> type[np.unsignedinteger[Any]]:
    """The smallest unsigned integer that holds a mask of so many seats.

    >>> mask_type(15).__name__, mask_type(26).__name__
    ('uint16', 'uint32')
    """
    return np.uint16 if seats <= 16 else np.uint32 if seats <= 32 else np.uint64


@dataclass(frozen=True, slots=True)
class BulkRule:
    """A rule made ready for one Council and one kind of matter.

    `holders` is the mask of members who may veto, `aside` of parties whose ballots the rule does not count;
    `majority` and `blocked` are the two guards with everything known put in, truth values where nothing is left open.
    """

    seats: int
    holders: int
    aside: int
    blocks: Blocks
    majority: Expr | bool
    blocked: Expr | bool

    def codes(self, yes: Masks, no: Masks) -> Codes:
        """The code of each roll, for flat arrays of masks of `mask_type(seats)`, equally long."""
        out = np.empty(yes.shape, np.uint8)
        work = _Work(self, min(BLOCK, max(len(yes), 1)), yes.dtype)
        for start in range(0, len(yes), BLOCK):
            part = slice(start, start + BLOCK)
            work.run(yes[part], no[part], out[part])
        return out

    def vetoes(self, yes: Masks, no: Masks) -> Masks:
        """The mask of members whose ballots stopped each text, 0 where it was not vetoed."""
        yes, no = self._counted(yes), self._counted(no)
        against = no if self.blocks is Blocks.NO else ~yes
        found = against & np.asarray(self.holders, yes.dtype)
        return np.where(self.codes(yes, no) == VETOED, found, np.asarray(0, yes.dtype))

    def _counted(self, mask: Masks) -> Masks:
        return mask & ~np.asarray(self.aside, mask.dtype) if self.aside else mask


def bulk_rule(council: Council, kind: Kind, rule: Rule, parties: Sequence[Member] = ()) -> BulkRule:
    """`rule` for the rolls of `council`. Raises InputError if the seats do not fit."""
    require_fit(rule, council)
    holders = sum(1 << council.index(member) for member in rule.veto_holders(council))
    uncounted = dict.fromkeys(parties) if rule.sets_parties_aside(kind) else ()
    aside = sum(1 << council.index(member) for member in uncounted)
    values, most = rule_values(rule, kind), {"all": len(council.members), "veto_holders": holders.bit_count()}
    return BulkRule(
        len(council.members),
        holders,
        aside,
        rule.blocks,
        _folded(HAS_MAJORITY, values, most),
        _folded(BLOCKED, values, most),
    )


def _folded(expr: Expr, values: Values, most: dict[str, int]) -> Expr | bool:
    """`expr` with known fields put in and decided parts left out; `most` is how large each group is."""
    match expr:
        case Compare(left=Count() as left, op=op, right=right):
            return _against(left, op, int(_known(right, values)), most[left.members])
        case Compare(left=left, right=right):
            return _known(left, values) == _known(right, values)
        case Not(part=part):
            inner = _folded(part, values, most)
            return not inner if isinstance(inner, bool) else Not(inner)
        case And(parts=parts):
            return _joined([_folded(part, values, most) for part in parts], And)
        case Or(parts=parts):
            return _joined([_folded(part, values, most) for part in parts], Or)


def _known(term: Term, values: Values) -> int | str:
    match term:
        case Const(value=value):
            return value
        case Field(name=name) | Count(name=name):
            return values[name]


def _against(count: Count, op: str, limit: int, most: int) -> Expr | bool:
    """A count held against a number; decided where no roll can be on the other side."""
    if op == ">=":
        return True if limit <= 0 else False if limit > most else Compare(count, ">=", Const(limit))
    return True if limit > most else False if limit <= 0 else Compare(count, "<", Const(limit))


def _joined(parts: Sequence[Expr | bool], form: type[And] | type[Or]) -> Expr | bool:
    decides = form is Or
    if decides in parts:
        return decides
    left = tuple(part for part in parts if not isinstance(part, bool))
    return (left[0] if len(left) == 1 else form(left)) if left else not decides


class _Work:
    """The buffers of one evaluation, and the steps over one block of rolls."""

    def __init__(self, rule: BulkRule, size: int, dtype: np.dtype[Any]) -> None:
        self.rule = rule
        self.holders = np.asarray(rule.holders, dtype)
        self.counted = ~np.asarray(rule.aside, dtype)
        self.mask = np.empty(size, dtype)
        self.number = np.empty(size, np.uint8)
        self.flags = [np.empty(size, np.bool_) for _ in range(2)]

    def run(self, yes: Masks, no: Masks, out: Codes) -> None:
        """The codes of one block into `out`."""
        if self.rule.aside:
            yes, no = yes & self.counted, no & self.counted
        majority = self._test(self.rule.majority, yes, no, self.flags[0][: len(yes)])
        np.left_shift(majority.view(np.uint8), 1, out=out)
        blocked = self._test(self.rule.blocked, yes, no, self.flags[1][: len(yes)])
        np.bitwise_or(out, blocked.view(np.uint8), out=out)

    def _test(self, expr: Expr | bool, yes: Masks, no: Masks, into: Flags) -> Flags:
        match expr:
            case bool():
                into.fill(expr)
            case Not(part=part):
                np.logical_not(self._test(part, yes, no, into), out=into)
            case And(parts=parts) | Or(parts=parts):
                join = np.logical_and if isinstance(expr, And) else np.logical_or
                self._test(parts[0], yes, no, into)
                for part in parts[1:]:
                    join(into, self._test(part, yes, no, np.empty_like(into)), out=into)
            case Compare(left=Count() as count, op=op, right=Const(value=int(limit))):
                self._compare(count, op, limit, yes, no, into)
        return into

    def _compare(self, count: Count, op: str, limit: int, yes: Masks, no: Masks, into: Flags) -> None:
        mask = self._mask(count, yes, no, self.mask[: len(yes)])
        if (op, limit) == (">=", 1):
            # One is enough, so nobody need be counted.
            np.not_equal(mask, 0, out=into)
            return
        number = np.bitwise_count(mask, out=self.number[: len(yes)])
        (np.greater_equal if op == ">=" else np.less)(number, limit, out=into)

    def _mask(self, count: Count, yes: Masks, no: Masks, into: Masks) -> Masks:
        if count.ballots == "not_yes":
            np.bitwise_and(np.invert(yes, out=into), self.holders, out=into)
            return into
        side = yes if count.ballots == "yes" else no
        return side if count.members == "all" else np.bitwise_and(side, self.holders, out=into)


def every_roll(seats: int, ways: Sequence[tuple[int, int]] = TERNARY) -> Iterator[tuple[Masks, Masks]]:
    """Every roll of so many seats, block by block, as (yes, no); `ways` is what one member can add to the masks.

    A way that stands twice makes its rolls come twice: two ballots that are neither are two ballots.
    """
    low = max(count for count in range(seats + 1) if len(ways) ** count <= 2 * BLOCK)
    first, rest = _masks(low, ways, seats), _masks(seats - low, ways, seats)
    shift = np.asarray(low, first[0].dtype)
    for yes, no in zip(rest[0] << shift, rest[1] << shift, strict=True):
        yield first[0] | yes, first[1] | no


def _masks(seats: int, ways: Sequence[tuple[int, int]], whole: int) -> tuple[Masks, Masks]:
    yes = no = np.zeros(1, mask_type(whole))
    for seat in range(seats):
        yes = np.concatenate([yes | yes.dtype.type(way[0] << seat) for way in ways])
        no = np.concatenate([no | no.dtype.type(way[1] << seat) for way in ways])
    return yes, no


def census(rule: BulkRule, ways: Sequence[tuple[int, int]] = TERNARY) -> tuple[int, int, int, int]:
    """How many of all rolls have each code, by going through them."""
    found = [0, 0, 0, 0]
    for yes, no in every_roll(rule.seats, ways):
        codes = rule.codes(yes, no)
        for code in (FAILED_AND_BLOCKED, ADOPTED, VETOED):
            found[code] += int(np.count_nonzero(codes == code))
    found[FAILED] = len(ways) ** rule.seats - sum(found)
    return found[0], found[1], found[2], found[3]
