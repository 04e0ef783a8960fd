"""What kind of matter a recorded vote was about, where that is not plain.

Knows the votes of `kinds.csv`, each with the meeting that shows it. Refuses to read a kind off a tally or a title: a
vote that is not listed has no kind of its own, and the law assumes it to be substantive.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lifecycle.model.rules import Kind
from lifecycle.record.votes import Vote, plain_symbol


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of `kinds.csv`: the vote, its kind, what it was about, and where that is to be seen."""

    symbol: str
    date: str
    nth: int | None
    kind: Kind
    about: str
    source: str


@cache
def listed_kinds() -> tuple[Listed, ...]:
    """The rows, in the file's order."""
    with Path(__file__).with_name("kinds.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(
            Listed(
                row["symbol"],
                row["date"],
                int(row["nth"]) if row["nth"] else None,
                Kind(row["kind"]),
                row["about"],
                row["source"],
            )
            for row in rows
        )


def listed(vote: Vote) -> Listed | None:
    """The row about `vote`, None if there is none."""
    found = _by_symbol().get((plain_symbol(vote.symbol), vote.day.isoformat()), ())
    return next((row for row in found if row.nth in {None, vote.nth}), None)


def kind_of(vote: Vote) -> Kind | None:
    """The kind of matter, None where nothing says that it was not substantive."""
    row = listed(vote)
    return row.kind if row else None


@cache
def _by_symbol() -> dict[tuple[str, str], tuple[Listed, ...]]:
    found: dict[tuple[str, str], tuple[Listed, ...]] = {}
    for row in listed_kinds():
        key = (plain_symbol(row.symbol), row.date)
        found[key] = (*found.get(key, ()), row)
    return found
