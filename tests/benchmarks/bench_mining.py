"""How fast the miner reads, beside a plain keyword scan of the same texts in the same run.

Knows two mixes: an archive in which one article in twenty is about a draft (the seeds in turn), and the seeds alone.
Refuses to judge: it prints articles a second, the ratio to the scan, and whether the time for an article stays flat.

    python tests/benchmarks/bench_mining.py [ARTICLES]
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lifecycle.mining.miner import joined
from lifecycle.press.article import Article
from lifecycle.reading.findings import findings_of

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
KEYWORDS = re.compile(r"veto|resolution|draft|Security Council|adopted|rejected|abstain", re.IGNORECASE)
ABOUT_A_DRAFT = 20
"""One article in so many of the archive is about a draft."""


def plain(text: str) -> str:
    """A seed as an article of equal length about something else."""
    return re.sub(
        r"(?i)security council|unsc|resolutions?|drafts?|veto\w*|united nations|\bu\.?n\.?\b|council", "fair", text
    )


def mixes(size: int) -> dict[str, list[Article]]:
    """The two mixes, `size` articles each."""
    seeds = [path.read_text(encoding="utf-8") for path in SEEDS]
    others = [plain(text) for text in seeds]
    mixed = [seeds[n // ABOUT_A_DRAFT % 5] if n % ABOUT_A_DRAFT == 0 else others[n % 5] for n in range(size)]
    alone = [seeds[n % 5] for n in range(size // 10)]
    return {
        f"archive, 1 in {ABOUT_A_DRAFT} about a draft": [Article(f"{n}.txt", text) for n, text in enumerate(mixed)],
        "the seeds repeated": [Article(f"{n}.txt", text) for n, text in enumerate(alone)],
    }


def rate(read: Callable[[Article], object], articles: Sequence[Article]) -> float:
    """Articles a second of processor time; the best of three."""
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for article in articles:
            read(article)
        best = max(best, len(articles) / (time.process_time() - start))
    return best


def main() -> None:
    """Print both mixes, then the time for an article in a small and in a large archive, both passes."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    findings_of(Article("warm.txt", SEEDS[0].read_text(encoding="utf-8")))
    for name, articles in mixes(size).items():
        scan, mine = rate(lambda article: KEYWORDS.findall(article.text), articles), rate(findings_of, articles)
        print(f"{name:36} {mine:8,.0f} articles/s   keyword scan {scan:8,.0f}   {scan / mine:5.1f} times slower")
    archive = next(iter(mixes(size).values()))
    for part in (archive[: size // 10], archive):
        start = time.process_time()
        first = [findings_of(article) for article in part]
        middle = time.process_time()
        joined(first)
        end = time.process_time()
        each, second = 1e3 * (middle - start) / len(part), 1e3 * (end - middle) / len(part)
        print(f"{len(part):7,} articles: first pass {each:.2f} ms, second pass {second:.2f} ms an article")


if __name__ == "__main__":
    main()
