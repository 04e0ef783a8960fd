"""The UN Digital Library's "Security Council Voting Data" as votes: one row a member a vote.

Knows that columns may stand in any order with others beside them, which rows belong to one vote, and that they can be
out of order or at odds; each fault is noted with its row and column and the votes are still built. Refuses to know what
a row says of a ballot (`assembly`) and what state a file is in (`sheet`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from sys import intern

from lifecycle.errors import InputError, Place, Problem, nearest_names
from lifecycle.record.assembly import Assembly, Group, not_a_date, readable_day
from lifecycle.record.columns import NEEDED, SAME
from lifecycle.record.sheet import Notes, Sheet, open_sheet
from lifecycle.record.votes import Vote, plain_symbol


@dataclass(frozen=True, slots=True)
class Loaded:
    """The votes of some files, in the files' order, and everything that was wrong with them."""

    votes: tuple[Vote, ...]
    problems: tuple[Problem, ...]


def load_votes(paths: Iterable[Path | str]) -> Loaded:
    """Every vote in the files. Raises InputError for a file that cannot be read at all or lacks a needed column."""
    votes: list[Vote] = []
    problems: list[Problem] = []
    for path in paths:
        found = _read(open_sheet(Path(path)))
        votes.extend(found.votes)
        problems.extend(found.problems)
    doubled = {key for key, count in Counter(vote.key for vote in votes).items() if count > 1}
    seen: set[str] = set()
    for vote in votes:
        if vote.key in doubled and vote.key in seen:
            problems.append(
                Problem("record-doubled-row", f"the vote {vote.key} stands in two of the files", vote.place)
            )
        seen.add(vote.key)
    once = {vote.key: vote for vote in reversed(votes)}
    return Loaded(_numbered(tuple(once[key] for key in dict.fromkeys(vote.key for vote in votes))), tuple(problems))


def _numbered(votes: tuple[Vote, ...]) -> tuple[Vote, ...]:
    """The votes with their places among those under the same symbol on the same day; duplicates do not count."""
    shared = Counter(_mark(vote) for vote in votes if not vote.twin)
    met: Counter[tuple[str, date]] = Counter()
    found = []
    for vote in votes:
        mark = _mark(vote)
        if not vote.twin and shared[mark] > 1:
            met[mark] += 1
            found.append(replace(vote, nth=met[mark], among=shared[mark]))
        else:
            found.append(vote)
    return tuple(found)


def _mark(vote: Vote) -> tuple[str, date]:
    return plain_symbol(vote.symbol), vote.day


def _read(sheet: Sheet) -> Loaded:
    at = {name: place for place, name in enumerate(sheet.columns)}
    _require_columns(sheet, at)
    reader = Assembly(sheet.columns, at, sheet.notes)
    return Loaded(reader.votes(_groups(sheet, at)), sheet.notes.problems())


def _require_columns(sheet: Sheet, at: dict[str, int]) -> None:
    place = Place(sheet.notes.file, 1)
    missing = [
        Problem("record-missing-column", f"the column {name!r} is missing", place, nearest_names(name, at))
        for name in NEEDED
        if name not in at
    ]
    if missing:
        raise InputError(missing)


def _groups(sheet: Sheet, at: dict[str, int]) -> list[Group]:
    """The rows by vote, in the order of their first rows."""
    groups: dict[str, Group] = {}
    scattered: dict[str, int] = {}
    spare = len(sheet.columns)
    columns = [at.get(name, spare) for name in ("ms_code", "ms_name", "ms_vote", "permanent_member")]
    code, name, ballot, permanent = columns
    marks = [at[mark] for mark in (("undl_id",) if "undl_id" in at else ("date", "resolution", "draft")) if mark in at]
    same = [(at[mark], mark) for mark in SAME if mark in at]
    last = None
    for number, row in sheet.rows():
        row.append("")
        key = row[marks[0]] if len(marks) == 1 else " ".join(row[mark] for mark in marks)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(row, number)
        else:
            if key != last:
                scattered.setdefault(key, number)
            for place, mark in same:
                if row[place] != group.first[place]:
                    _differs(sheet.notes, number, place, mark, row[place], group)
        last = key
        group.rows.append((number, intern(row[code]), intern(row[name]), intern(row[ballot]), intern(row[permanent])))
    if scattered:
        key, number = next(iter(scattered.items()))
        said = f"the rows of {len(scattered)} votes do not stand together; the first is {key}, which goes on here"
        sheet.notes.add("record-scattered", said, number, marks[0] + 1)
    return list(groups.values())


def _differs(notes: Notes, number: int, place: int, mark: str, given: str, group: Group) -> None:
    if mark == "date" and readable_day(given) is None:
        notes.add("bad-date", not_a_date(given), number, place + 1)
        return
    said = (
        f"column {mark!r} has {given!r}, but the first row of this vote, row {group.number}, has {group.first[place]!r}"
    )
    notes.add("record-row-differs", said, number, place + 1)
