"""What leanings are worth: naive forecasts against the voting record.

Knows two baselines, members voting as the record's shares and members voting as in their own last votes, and prints the
mean Brier score of each beside that of a constant; `python tests/benchmarks/bench_forecast.py` runs it where the record
lies beside the project. Refuses to pass or fail.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from lifecycle.analysis.forecast import Lean, brier, forecast
from lifecycle.analysis.groups import Groups
from lifecycle.analysis.stances import UNHEARD, stances
from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot
from lifecycle.model.council import Council, Member, council_on
from lifecycle.model.rules import Kind, Outcome, rule_on

RECORD = Path(__file__).resolve().parents[3] / "shared" / "record"
SINCE = 2010
BALLOTS = {"Y": Ballot.YES, "N": Ballot.NO, "A": Ballot.ABSTAIN, "X": Ballot.NOT_PARTICIPATING}
Chances = Mapping[Ballot, Fraction]
Forecast = tuple[Mapping[Outcome, Fraction], Outcome]


def votes() -> Iterator[tuple[date, Outcome, dict[str, Ballot]]]:
    """Every recorded vote in the order of days: the day, how it ended, and the ballots by code."""
    found: dict[str, tuple[date, Outcome, dict[str, Ballot]]] = {}
    for name in ("votes_adopted.csv.gz", "votes_not_adopted.csv"):
        opened: Any = gzip.open if name.endswith("gz") else open
        with opened(RECORD / name, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["modality"] == "Vote" and row["ms_vote"] in BALLOTS:
                    cast: dict[str, Ballot] = {}
                    vote = found.setdefault(
                        row["undl_id"], (date.fromisoformat(row["date"]), Outcome(row["outcome"]), cast)
                    )
                    vote[2][row["ms_code"]] = BALLOTS[row["ms_vote"]]
    yield from sorted(found.values(), key=lambda vote: vote[0])


def smoothed(past: Iterable[Ballot], prior: Chances) -> Chances:
    """The shares of past ballots, with the prior counted as one ballot more."""
    cast = list(past)
    return {b: (cast.count(b) + prior[b]) / (len(cast) + 1) for b in Ballot}


def _window(votes: int) -> str:
    return "each member's last vote" if votes == 1 else f"each member's last {votes} votes"


def main() -> int:
    """Print the table, one line a baseline; the window is the number of each member's last votes."""
    if not RECORD.is_dir():
        print("the voting record is not beside the project")
        return 0
    rows, windows = stances(), (1, 20, 100)
    scored: dict[str, list[Forecast]] = {"always the shares of all outcomes so far": [], "shares of the record": []}
    scored |= {_window(n): [] for n in windows}
    past: dict[str, deque[Ballot]] = defaultdict(lambda: deque(maxlen=max(windows)))
    ends = dict.fromkeys(Outcome, 1)
    for day, outcome, cast in votes():
        if day.year >= SINCE and (council := _council(day, cast)):
            priors = {m: rows[UNHEARD[m.permanent]].chances for m in council.members}
            total = sum(ends.values())
            constant = {end: Fraction(count, total) for end, count in ends.items()}
            scored["always the shares of all outcomes so far"].append((constant, outcome))
            scored["shares of the record"].append((_chances(council, priors), outcome))
            for n in windows:
                leans = {m: smoothed(list(past[m.code])[-n:], prior) for m, prior in priors.items()}
                scored[_window(n)].append((_chances(council, leans), outcome))
        ends[outcome] += 1
        for code, ballot in cast.items():
            past[code].append(ballot)
    print(f"mean Brier score (0 is best, 2 worst) over {len(scored['shares of the record']):,} votes since {SINCE}")
    for name, made in scored.items():
        failed = [each for each in made if each[1] is not Outcome.ADOPTED]
        print(f"{name:45} {brier(made):.4f}   of the {len(failed)} not adopted {brier(failed):.4f}")
    return 0


def _council(day: date, cast: Mapping[str, Ballot]) -> Council | None:
    """The Council of the day, if all its members' ballots are recorded."""
    try:
        council = council_on(day)
    except InputError:
        return None
    return council if {m.code for m in council.members} == set(cast) else None


def _chances(council: Council, leans: Mapping[Member, Chances]) -> Mapping[Outcome, Fraction]:
    # Decimals do here, and are much quicker than fractions with long denominators.
    decimals: Any = {m: {ballot: float(chance) for ballot, chance in chances.items()} for m, chances in leans.items()}
    groups = Groups(council, rule_on(council.on), Kind.SUBSTANTIVE)
    return forecast(groups, [Lean(m, decimals[m], "stated") for m in council.members]).outcomes


if __name__ == "__main__":
    sys.exit(main())
