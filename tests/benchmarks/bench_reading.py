"""Articles a second, beside a plain keyword scan of the same articles in the same run.

Knows two loads: the seeds repeated, and a mix in which one article in twenty is about a draft. Refuses to time anything
but the reading of one article; `python tests/benchmarks/bench_reading.py [SECONDS]` prints a line for each.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in

SEEDS = Path(__file__).parents[2] / "seeds"
KEYWORDS = re.compile(r"\b(?:veto\w*|resolutions?|drafts?|vot(?:e|ed|ing)|abstain\w*|adopt\w*)\b", re.IGNORECASE)
PROSE = (
    "The mayor said that the budget would be ready in spring. Prices rose, and farmers asked the government for help.\n"
)


def rate(articles: Sequence[Article], read: Callable[[Article], object], seconds: float) -> float:
    """Articles read in a second of processor time, over at least `seconds`."""
    start, count = time.process_time(), 0
    while time.process_time() - start < seconds:
        for article in articles:
            read(article)
        count += len(articles)
    return count / (time.process_time() - start)


def scan(article: Article) -> int:
    """The least that any miner must do."""
    return sum(1 for _ in KEYWORDS.finditer(article.text))


def main() -> None:
    """Print both loads."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    seeds = [Article(path.name, path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    length = sum(len(seed.text) for seed in seeds) // len(seeds)
    other = Article("other.txt", PROSE * (length // len(PROSE)))
    for name, load in (("seeds repeated", seeds), ("one in twenty", [*seeds, *[other] * 19 * len(seeds)])):
        ours, plain = rate(load, found_in, seconds), rate(load, scan, seconds)
        print(f"{name:15} {ours:9,.0f} articles/s; keyword scan {plain:9,.0f}; {plain / ours:.1f} times as long")


if __name__ == "__main__":
    main()
