"""States a second of our explorer and of SPIN on the same table, and events a second of the SCXML interpreter.

Knows one model (a text of every kind, any roll, the Charter's rule of 8 October 2016) and prints the best of three
rounds of each engine, all in one run. SPIN's time is the checker's own; what
it costs to translate and compile is printed apart. Refuses to judge; an engine that is missing is left out.

    python -m tests.benchmarks.bench_engines
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lifecycle.checking.explorer import explore
from lifecycle.checking.system import Life, Start
from lifecycle.export.outline import outline
from lifecycle.export.promela import promela
from lifecycle.export.scxml import scxml
from lifecycle.model.council import council_on
from lifecycle.model.draft import Event
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import Act
from tests.export.lives import DAY, start, told
from tests.export.spin import checker
from tests.nodejs import interpret

ROUNDS = 3
EVENTS = 50_000
DRAWN = outline(council_on(DAY), rule_on(DAY))


def best(run: Callable[[], int]) -> tuple[int, float]:
    """How many states or events a run had, and the shortest time of all rounds, in seconds."""
    times, number = [], 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        number = run()
        times.append(time.perf_counter() - began)
    return number, min(times)


def explored() -> int:
    """One search by our explorer, from nothing."""
    begin = [Start(Form.TEXT, kind) for kind in Kind]
    return len(explore(Life(council_on(DAY), rule_on(DAY), begin=begin, forget=False)).nodes)


def interpreted(events: int) -> int:
    """One life of so many events in the SCXML interpreter."""
    said = tuple(DRAWN.said)
    interpret(scxml(DRAWN), [[told(start(DAY), Event(Act.REVISE), said)] * events])
    return events


def show(name: str, number: int, what: str, seconds: float) -> None:
    """One line of the table."""
    print(f"{name:<28}{number:>9,} {what:<7}{seconds:>8.3f} s{number / seconds:>13,.0f} {what}/s")


def main() -> None:
    """Run every engine that is here."""
    show("our explorer", *_with(best(explored), "states"))
    try:
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            flags = ("-O2", "-DSAFETY", "-DNOREDUCE", "-DNOCLAIM")
            spin = checker(Path(folder), promela(DRAWN), "-o2", "-DBARE", flags=flags)
            built = time.perf_counter() - began
            show("SPIN", *_with(best(lambda: spin.reached()[0]), "states"))
            print(f"{'SPIN, to translate, compile':<28}{built:>26.3f} s")
    except pytest.skip.Exception as missing:
        print(missing)
    try:
        _, idle = best(lambda: interpreted(1))
        number, seconds = best(lambda: interpreted(EVENTS))
        show("SCXML interpreter", number, "events", seconds - idle)
    except pytest.skip.Exception as missing:
        print(missing)


def _with(found: tuple[int, float], what: str) -> tuple[int, str, float]:
    return found[0], what, found[1]


if __name__ == "__main__":
    main()
