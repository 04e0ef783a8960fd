"""How long the audit of the whole record takes, next to only reading its rows.

Knows the two files beside the project; run as `python -m tests.benchmarks.bench_record ../shared/record`. Prints
seconds and the ratio, which travels from one machine to another better than seconds. Refuses to judge.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from lifecycle.record.audit import audit
from lifecycle.record.rows import load_votes


def timed(work: Callable[[], object], times: int = 3) -> float:
    """The least seconds of several runs."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return min(found)


def rows_alone(files: list[Path]) -> int:
    """Read every row and forget it."""
    return sum(_rows(path) for path in files)


def _rows(path: Path) -> int:
    reading = gzip.open if path.suffix == ".gz" else open
    with reading(path, "rt", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))


def main(folder: Path) -> None:
    """Print the table."""
    files = [folder / "votes_adopted.csv.gz", folder / "votes_not_adopted.csv"]
    alone = timed(lambda: rows_alone(files))
    loading = timed(lambda: load_votes(files))
    auditing = timed(lambda: audit(load_votes(files)))
    for name, seconds in (("rows alone", alone), ("votes", loading), ("audit", auditing)):
        print(f"{name:<12}{seconds:6.2f} s  {seconds / alone:4.1f} times")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("which folder holds votes_adopted.csv.gz and votes_not_adopted.csv?")
    main(Path(sys.argv[1]))
