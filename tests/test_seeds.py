"""The five articles are what they were: byte for byte, by the sums that stand beside them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
SUMS = dict(re.findall(r"`(\S+\.txt)` \| `([0-9a-f]{64})`", (SEEDS / "README.md").read_text(encoding="utf-8")))


def test_every_article_has_its_sum() -> None:
    assert len(SUMS) == 5
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")} == SUMS


def test_they_are_the_ones_that_were_given(shared: Path) -> None:
    given = {path.name: path.read_bytes() for path in (shared / "seeds").glob("*.txt")}
    assert {path.name: path.read_bytes() for path in SEEDS.glob("*.txt")} == given
