"""Every combination of ballots, rules and Councils that a scenario names.

Knows how combinations are numbered, drawn at random, evaluated by counts in blocks of NumPy arrays, and summed up per
outcome, per member and per pair of members. Refuses to print; and to start what it cannot finish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lifecycle.analysis.groups import Groups, Split
from lifecycle.analysis.tabular import Tabular
from lifecycle.errors import NOWHERE, refuse
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Member
from lifecycle.model.rules import Kind, Outcome
from lifecycle.scenario.scenario import Scenario, Setting, Sweep

MOST = 200_000_000
"""How many combinations are gone through."""

LISTED = 2_000_000
"""How many combinations are written out one by one."""

BLOCK = 1 << 18
ENDS = (*(outcome.value for outcome in Outcome), "open")
"""What a combination leads to; open where ballots that nobody sweeps are unknown and matter."""

Digits = NDArray[np.int8]
Sums = list[NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Plan:
    """One setting made ready: for each swept member what its ballots add, and the end for each sum.

    `adds[i][b]` is 0 for nothing, 1 and 2 for yes and no of one who may veto, 3 for yes of another.
    """

    adds: tuple[NDArray[np.int8], ...]
    ends: NDArray[np.int8]

    def codes(self, digits: Digits) -> NDArray[np.int8]:
        """The end, as an index of `ENDS`, of each combination; `digits[i]` are member i's ballots by their place."""
        sums = [np.zeros(digits.shape[1], np.intp) for _ in range(3)]
        for adds, column in zip(self.adds, digits, strict=True):
            cast = adds[column]
            for kind, counted in enumerate(sums, 1):
                if kind in adds:
                    counted += cast == kind
        return self.ends[sums[0], sums[1], sums[2]]


@dataclass(frozen=True, slots=True)
class SweepResult(Tabular):
    """What a sweep found. `ends` counts by setting and end, `members` by member, ballot and end; so does `pair`.

    `sample` and `seed` are None where every combination was gone through. The pair is of the first two members.
    """

    sweep: Sweep
    total: int
    sample: int | None
    seed: int | None
    ends: NDArray[np.int64]
    members: tuple[NDArray[np.int64], ...]
    pair: NDArray[np.int64] | None
    _plans: tuple[Plan, ...] = field(repr=False)

    @property
    def counted(self) -> int:
        """How many combinations were gone through."""
        return int(self.ends.sum())

    def headings(self) -> Sequence[str]:
        """Day, rule, each swept member, and the end."""
        return ("on", "rule", *self.sweep.names, "outcome")

    def rows(self) -> Sequence[Sequence[Any]]:
        """A row a combination, in order. Raises InputError if there are too many to list."""
        return list(self.each_row())

    def each_row(self) -> Iterator[tuple[str, ...]]:
        """The rows one by one. Raises InputError if there are too many to list."""
        if self.counted > LISTED:
            raise _too_many(self.sweep, self.counted, LISTED, "to list one by one")
        for block in _blocks(self.sweep, self.sample, self.seed):
            setting, plan, digits = self.sweep.settings[block.setting], self._plans[block.setting], block.digits()
            head = (setting.council.on.isoformat(), setting.rule.name)
            for line, code in zip(digits.T.tolist(), plan.codes(digits).tolist(), strict=True):
                cast = (self.sweep.ballots[i][b].value for i, b in enumerate(line))
                yield (*head, *cast, ENDS[code])

    def to_json(self) -> dict[str, object]:
        """The document `sweep --json` prints."""
        settings = zip(self.sweep.settings, self.ends, strict=True)
        named = zip(self.sweep.names, self.sweep.ballots, self.members, strict=True)
        return {
            "draft": self.sweep.draft,
            "combinations": self.total,
            "counted": self.counted,
            "sample": self.sample,
            "seed": self.seed,
            "settings": [
                {"on": s.council.on.isoformat(), "invented": s.council.invented, "rule": s.rule.name, **_named(row)}
                for s, row in settings
            ],
            "members": {
                name: {ballot.value: _named(row) for ballot, row in zip(ballots, counts, strict=True)}
                for name, ballots, counts in named
            },
        }


def _named(row: NDArray[np.int64]) -> dict[str, int]:
    return dict(zip(ENDS, map(int, row), strict=True))


def combinations(sweep: Sweep) -> int:
    """How many combinations a sweep names."""
    return len(sweep.settings) * prod(len(ballots) for ballots in sweep.ballots)


def check_listable(scenario: Scenario, sample: int | None) -> None:
    """Raise InputError if the scenario's sweep has too many combinations to list one by one."""
    if scenario.sweep and (count := sample or combinations(scenario.sweep)) > LISTED:
        raise _too_many(scenario.sweep, count, LISTED, "to list one by one")


def run_sweep(
    scenario: Scenario,
    sample: int | None = None,
    seed: int = 0,
    workers: Executor | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> SweepResult:
    """Go through every combination of the scenario's sweep, or `sample` of them drawn at random with `seed`.

    A sample is drawn with replacement, each combination as likely as any other; the same seed draws the same ones.
    Blocks are shared out to `workers`; `progress` hears how many combinations are done. Raises InputError if the
    scenario has no sweep, and for more combinations than can be gone through.
    """
    sweep = scenario.sweep
    if sweep is None:
        raise refuse("no-sweep", f"{scenario.file or 'the scenario'} has no `sweep:` that names what to vary")
    total = combinations(sweep)
    if (sample or total) > MOST:
        raise _too_many(sweep, sample or total, MOST, "to go through")
    plans = tuple(_plan(scenario, sweep, setting) for setting in sweep.settings)
    sums = _sums(sweep)
    blocks = list(_blocks(sweep, sample, seed))
    done = 0
    for block, found in zip(blocks, _each(_count, [(plans[b.setting], b) for b in blocks], workers), strict=True):
        sums[0][block.setting] += found[0]
        for whole, part in zip(sums[1:], found[1:], strict=True):
            whole += part
        done += block.last - block.first
        progress(done)
    pair = sums.pop() if len(sweep.names) > 1 else None
    return SweepResult(sweep, total, sample, seed if sample else None, sums[0], tuple(sums[1:]), pair, plans)


def _too_many(sweep: Sweep, count: int, limit: int, what: str) -> Exception:
    message = (
        f"the sweep has {count:,} combinations, more than the {limit:,} there is time {what}; name fewer members or "
        "ballots, or draw some with --sample N --seed S"
    )
    return refuse("too-many-combinations", message, sweep.place or NOWHERE)


def _sums(sweep: Sweep) -> Sums:
    sizes = [len(ballots) for ballots in sweep.ballots]
    shapes = [(len(sweep.settings), len(ENDS)), *((size, len(ENDS)) for size in sizes)]
    if len(sizes) > 1:
        return [*(np.zeros(shape, np.int64) for shape in shapes), np.zeros((*sizes[:2], len(ENDS)), np.int64)]
    return [np.zeros(shape, np.int64) for shape in shapes]


def _each(
    count: Callable[[tuple[Plan, Block]], Sums], jobs: Sequence[tuple[Plan, Block]], workers: Executor | None
) -> Iterable[Sums]:
    return map(count, jobs) if workers is None else workers.map(count, jobs)


def _count(job: tuple[Plan, Block]) -> Sums:
    """One block summed up: by end, by ballot and end of each member, and of the first two together."""
    plan, block = job
    digits, sizes = block.digits(), block.sizes
    codes, ends = plan.codes(digits).astype(np.intp), len(ENDS)
    found = [np.bincount(codes, minlength=ends)]
    for size, column in zip(sizes, digits, strict=True):
        found.append(np.bincount(column * ends + codes, minlength=size * ends).reshape(size, ends))
    if len(sizes) > 1:
        both = (digits[0].astype(np.intp) * sizes[1] + digits[1]) * ends + codes
        found.append(np.bincount(both, minlength=prod(sizes[:2]) * ends).reshape(*sizes[:2], ends))
    return found


@dataclass(frozen=True, slots=True)
class Block:
    """Some combinations of one setting, by number: those from `first` to before `last`, or as many drawn at random.

    `sizes` is how many ballots each swept member may cast; `seed` starts the draw (None: all in order).
    """

    setting: int
    first: int
    last: int
    sizes: tuple[int, ...]
    seed: tuple[int, ...] | None

    def digits(self) -> Digits:
        """For each swept member, its ballots by their place; the last member's change fastest."""
        count = self.last - self.first
        if self.seed is not None:
            random = np.random.default_rng(self.seed)
            drawn = [random.integers(0, size, count, dtype=np.int8) for size in self.sizes]
            return np.array(drawn, np.int8).reshape(len(self.sizes), count)
        numbers, digits = np.arange(self.first, self.last), np.empty((len(self.sizes), count), np.int8)
        for place in reversed(range(len(self.sizes))):
            numbers, digits[place] = np.divmod(numbers, self.sizes[place])
        return digits


def _blocks(sweep: Sweep, sample: int | None, seed: int | None) -> Iterator[Block]:
    """The combinations, setting by setting; a sample falls on the settings at random too."""
    sizes = tuple(len(ballots) for ballots in sweep.ballots)
    shares = [prod(sizes)] * len(sweep.settings)
    if sample is not None:
        even = np.full(len(shares), 1 / len(shares))
        shares = np.random.default_rng(seed).multinomial(sample, even).tolist()
    for setting, share in enumerate(shares):
        for first in range(0, share, BLOCK):
            drawn = None if sample is None else (seed or 0, setting, first)
            yield Block(setting, first, min(first + BLOCK, share), sizes, drawn)


def _plan(scenario: Scenario, sweep: Sweep, setting: Setting) -> Plan:
    """What the ballots of swept members add to what is fixed in this setting, and where each sum leads."""
    draft = next(draft for draft in scenario.drafts if draft.name == sweep.draft)
    codes = {member.code for member in draft.parties}
    parties = tuple(member for member in setting.council.members if member.code in codes)
    groups = Groups(setting.council, setting.rule, draft.kind or Kind.SUBSTANTIVE, parties)
    idle = dict.fromkeys(setting.members, Ballot.ABSTAIN)
    fixed = _roll(draft.roll, setting, sweep.rest).changed(idle)
    start, unknown = groups.split(fixed), groups.unknown(fixed)
    swept = [member in groups.holders for member in setting.members if member not in groups.aside]
    most = sum(swept), sum(swept), len(swept) - sum(swept)
    ends = np.full([size + 1 for size in most], len(Outcome), np.int8)
    for sums in product(*(range(size + 1) for size in most)):
        if sums[0] + sums[1] <= most[0]:
            ends[sums] = _end(groups, (start[0] + sums[0], start[1] + sums[1], start[2] + sums[2]), unknown)
    adds = tuple(_adds(groups, m, ballots) for m, ballots in zip(setting.members, sweep.ballots, strict=True))
    return Plan(adds, ends)


def _adds(groups: Groups, member: Member, ballots: Sequence[Ballot]) -> NDArray[np.int8]:
    kinds = {Ballot.YES: 1, Ballot.NO: 2} if member in groups.holders else {Ballot.YES: 3}
    counted = {} if member in groups.aside else kinds
    return np.array([counted.get(ballot, 0) for ballot in ballots], np.int8)


def _roll(base: Roll | None, setting: Setting, rest: Ballot | None) -> Roll:
    """The scenario's roll on the setting's Council: each seat keeps its ballot, a seat without one casts `rest`."""
    known = base or Roll.unknown(setting.council)
    by_code = {member.code: ballot for member, ballot in zip(known.council.members, known.ballots, strict=True)}
    cast = (by_code.get(member.code) for member in setting.council.members)
    return Roll(setting.council, tuple(rest if ballot is None else ballot for ballot in cast))


def _end(groups: Groups, split: Split, unknown: tuple[int, int]) -> int:
    """Where these counts lead when so many ballots of either group are unknown."""
    found = {
        groups.outcome((split[0] + yes, split[1] + no, split[2] + others))
        for yes in range(unknown[0] + 1)
        for no in range(unknown[0] - yes + 1)
        for others in range(unknown[1] + 1)
    }
    return ENDS.index(found.pop().value) if len(found) == 1 else ENDS.index("open")
