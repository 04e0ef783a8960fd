"""The whole record, loaded and audited once for all tests. Knows where it lies. Refuses to know what is in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lifecycle.record.audit import Audit, audit
from lifecycle.record.rows import Loaded, load_votes

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "record"


@pytest.fixture(scope="session")
def record() -> Loaded:
    """Every vote in the two files beside the project."""
    if not _SHARED.is_dir():
        pytest.skip("the voting record is not beside the project: ../shared/record")
    return load_votes([_SHARED / "votes_adopted.csv.gz", _SHARED / "votes_not_adopted.csv"])


@pytest.fixture(scope="session")
def audited(record: Loaded) -> Audit:
    """The record under the Charter's rule."""
    return audit(record)


@pytest.fixture(scope="session")
def summary() -> list[dict[str, str]]:
    """The record's own summary, one row a vote: a second road to many numbers."""
    if not _SHARED.is_dir():
        pytest.skip("the voting record is not beside the project: ../shared/record")
    with (_SHARED / "votes_summary.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
