"""How fast the checker is: states a second by each order of search, and what the parts of a check cost beside it.

Knows the Charter's rule of 8 October 2016 and prints the best of three rounds, ratios taken within one run. SPIN on the
same model stands in `bench_engines`. Refuses to judge.

    python -m tests.benchmarks.bench_explorer
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from lifecycle.checking.check import TEXTS
from lifecycle.checking.explorer import BreadthFirst, DepthFirst, Frontier, Shuffled, explore
from lifecycle.checking.judge import judge
from lifecycle.checking.laws import LAWS
from lifecycle.checking.meeting_check import check_meetings
from lifecycle.checking.system import Life, starts
from lifecycle.model.council import council_on
from lifecycle.model.rules import rule_on

ROUNDS = 3
COUNCIL = council_on(date(2016, 10, 8))
RULE = rule_on(COUNCIL.on)


def best(run: Callable[[], object]) -> float:
    """The shortest time of all rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


def new() -> Life:
    """A system of which nothing has been asked."""
    return Life(COUNCIL, RULE, begin=starts(TEXTS))


def main() -> None:
    """Print the table."""
    life = new()
    graph = explore(life)
    orders: dict[str, Callable[[], Frontier]] = {
        "breadth first": BreadthFirst,
        "depth first": DepthFirst,
        "shuffled": lambda: Shuffled(1),
    }
    for name, order in orders.items():
        spent = best(lambda order=order: explore(new(), order()))  # type: ignore[misc]
        print(f"{name:<16}{len(graph.nodes):>8,} states  {len(graph.nodes) / spent:>10,.0f} a second")
    searching = best(lambda: explore(new()))
    for name, run in {
        "judging": lambda: judge(life, graph, LAWS),
        "meetings": lambda: check_meetings(COUNCIL, RULE),
    }.items():
        print(f"{name:<16}{best(run) / searching:>8.1f} times the search")


if __name__ == "__main__":
    main()
