"""How fast the rule runs over rolls in bulk, as ratios within one run.

Knows the loads and prints one line for each; `python tests/benchmarks/bench_bulk.py` runs it. Refuses to pass or fail.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

import numpy as np

from lifecycle.analysis.counts import count_rolls
from lifecycle.analysis.groups import Groups
from lifecycle.analysis.pivots import what_if
from lifecycle.model.ballots import Roll
from lifecycle.model.bulk import NEITHER, NO, YES, bulk_rule, census
from lifecycle.model.council import council_on
from lifecycle.model.rules import Kind, rule_on

DAY = date(2016, 10, 8)
ROLLS = 10_000_000
EVERY = 4**15
EXPECTED = (2_211_624, 2_290_591, 1_069_239_609)


def seconds(action: Callable[[], object], rounds: int = 7) -> float:
    """The median time of `action`."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return median(times)


def main() -> int:
    """Print the table; 1 if the whole space does not count up to what is known."""
    council = council_on(DAY)
    rule = bulk_rule(council, Kind.SUBSTANTIVE, rule_on(DAY))
    random = np.random.default_rng(1)
    yes = random.integers(0, 1 << 15, ROLLS, dtype=np.uint16)
    no = random.integers(0, 1 << 15, ROLLS, dtype=np.uint16) & ~yes
    to = [np.empty_like(yes), np.empty_like(no)]

    def copy() -> None:
        np.copyto(to[0], yes)
        np.copyto(to[1], no)

    copy()
    copied, counted = seconds(copy), seconds(lambda: rule.codes(yes, no))
    print(f"copy of {ROLLS:,} rolls as two uint16 masks    {copied * 1e3:8.1f} ms   1")
    print(f"their outcomes                                 {counted * 1e3:8.1f} ms   {counted / copied:.1f} times")
    print(f"                                               {ROLLS / counted / 1e6:8.0f} million rolls a second")
    print(f"all 3^15 rolls, made and counted               {seconds(lambda: census(rule), 3) * 1e3:8.0f} ms")
    closed = seconds(lambda: count_rolls(Groups(council, rule_on(DAY))))
    print(f"the same in closed form                        {closed * 1e3:8.2f} ms")
    nothing = Roll.unknown(council)
    answered = seconds(lambda: what_if(nothing, None, rule_on(DAY)).to_json())
    print(f"what if, on a roll of which nothing is known   {answered * 1e3:8.1f} ms")
    if "--all" in sys.argv:
        start = perf_counter()
        failed, blocked, adopted, vetoed = census(rule, (YES, NO, NEITHER, NEITHER))
        print(f"all 4^15 = {EVERY:,} rolls               {perf_counter() - start:8.1f} s")
        found = adopted, vetoed, failed + blocked
        print(f"   adopted, vetoed, failed: {found}")
        return int(found != EXPECTED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
