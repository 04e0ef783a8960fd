"""What a stance is worth: the table from a word of the press to probabilities of ballots.

Knows the table `stances.csv` beside it, each row with its source, or another one a user brings. Refuses to believe
that any table is right: every result shows the rows it used.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from lifecycle.errors import NOWHERE, InputError, Place, nearest_names, refuse
from lifecycle.model.ballots import Ballot

Chances = Mapping[Ballot, Fraction]
"""The probability of each of the five ballots; they add up to one."""

_COLUMNS = ("stance", *(ballot.value for ballot in Ballot), "says", "source")
UNHEARD = {True: "unheard_permanent", False: "unheard_elected"}
"""The row of a member nobody has reported on, by whether it is permanent."""
SPONSOR = "sponsor"


@dataclass(frozen=True, slots=True)
class Stance:
    """A row of the table."""

    name: str
    chances: Chances
    says: str
    source: str

    def to_json(self) -> dict[str, object]:
        """The row as every forecast shows it."""
        return {
            "stance": self.name,
            "ballots": {ballot.value: str(chance) for ballot, chance in self.chances.items()},
            "says": self.says,
            "source": self.source,
        }


def stance_named(name: str, table: Mapping[str, Stance], place: Place | None = None) -> Stance:
    """The row called `name`. Raises InputError with the nearest names."""
    if name not in table:
        words = (*table, *(ballot.value for ballot in Ballot))
        message = f"unknown stance or ballot {name!r}; known are {', '.join(words)}"
        raise refuse("unknown-stance", message, place or NOWHERE, nearest_names(name, words))
    return table[name]


@cache
def stances() -> Mapping[str, Stance]:
    """The table that comes with the program."""
    return read_stances(Path(__file__).with_name("stances.csv"))


def read_stances(path: Path) -> Mapping[str, Stance]:
    """The table at `path`. Raises InputError with file and line for a row whose probabilities are not one.

    A row that another table lacks is taken from the one that comes with the program.
    """
    own = path == Path(__file__).with_name("stances.csv")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            if table.fieldnames is None or not set(_COLUMNS[:6]) <= set(table.fieldnames):
                message = f"a table of stances has the columns {', '.join(_COLUMNS)}"
                raise refuse("missing-column", message, Place(path.as_posix(), 1))
            found = {row["stance"]: _row(row, Place(path.as_posix(), table.line_num)) for row in table}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = getattr(error, "strerror", None) or "not a table in UTF-8"
        slug = "missing-file" if isinstance(error, FileNotFoundError) else "unreadable-file"
        raise refuse(slug, f"cannot be read: {reason.lower()}", Place(path.as_posix())) from error
    return found if own else {**stances(), **found}


def _row(row: Mapping[str, str], place: Place) -> Stance:
    from lifecycle.scenario.assumptions import leaning_of

    try:
        chances = leaning_of(row["stance"], {ballot: row[ballot.value] or "0" for ballot in Ballot})
    except InputError as error:
        raise refuse(error.problems[0].slug, error.problems[0].message, place) from error
    return Stance(row["stance"], chances, row.get("says") or "", row.get("source") or "a table of the user's")
