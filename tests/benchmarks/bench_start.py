"""How long a command takes from nothing to its last line, beside an empty run of the same Python in the same round.

Knows two commands, the processor time of whole processes on a warm disk with the package's bytecode in place, as an
installed package has it, and the ratios that are wanted. Refuses to judge: it prints the ratios beside what is wanted.

    python tests/benchmarks/bench_start.py [ROUNDS]
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMANDS = {("--help",): 8, ("replay", "scenarios/aleppo-2016"): 25}
"""Each call, and how many times an empty run it may take."""

EMPTY = (sys.executable, "-c", "pass")


def seconds(call: Sequence[str], bytecode: str) -> float:
    """The processor time, user and system, of one run of `call` from the root of the checkout."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, cwd=ROOT, env=_environment(bytecode), stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _environment(bytecode: str) -> dict[str, str]:
    """The environment, but with bytecode kept, in a folder of its own: an installer writes it, a checkout may not."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": bytecode}


def main() -> None:
    """Print the median of an empty run, then each command's and its ratio to it."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    calls = {words: (sys.executable, "-m", "lifecycle", *words) for words in COMMANDS}
    taken: dict[Sequence[str], list[float]] = {call: [] for call in (EMPTY, *calls.values())}
    with tempfile.TemporaryDirectory() as bytecode:
        for number in range(rounds + 1):
            for call, times in taken.items():
                spent = seconds(call, bytecode)
                # The first round writes the bytecode and warms the disk.
                if number:
                    times.append(spent)
    empty = statistics.median(taken[EMPTY])
    print(f"{'python -c pass':40} {1e3 * empty:5.0f} ms")
    for words, most in COMMANDS.items():
        median = statistics.median(taken[calls[words]])
        name = " ".join(("lifecycle", *words))
        print(f"{name:40} {1e3 * median:5.0f} ms   {median / empty:4.1f} times   wanted at most {most}")


if __name__ == "__main__":
    main()
