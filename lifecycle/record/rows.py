"""The UN Digital Library's "Security Council Voting Data" as votes: one row a member a vote.

Knows the columns of record 4055387, in any order and with others beside them, and that a row can be missing, doubled,
out of order or wrong: each is noted with its row and column, and the votes are still built from what is left. Writes
votes as such rows too. Refuses to know the law and to guess a ballot.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from sys import intern

from lifecycle.errors import InputError, Place, Problem, nearest_names, refuse
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member, council_on
from lifecycle.model.rules import Outcome
from lifecycle.record.names import member_of
from lifecycle.record.sheet import Notes, Sheet, open_sheet
from lifecycle.record.votes import Totals, Vote, plain_symbol

COLUMNS = (
    "undl_id ms_code ms_name permanent_member ms_vote date resolution draft meeting description agenda subjects "
    "vote_note total_yes total_no total_abstentions total_non_voting total_ms modality undl_link"
).split()
"""The official columns; a file may hold them in any order."""
NEEDED = ("ms_code", "ms_vote", "date", "resolution")
TOTALS = ("total_yes", "total_no", "total_abstentions", "total_non_voting")
SAME = ("date", "resolution", "draft", "modality", *TOTALS, "outcome")
"""What every row of one vote must agree on."""
LETTERS = {"Y": Ballot.YES, "N": Ballot.NO, "A": Ballot.ABSTAIN, "X": Ballot.NOT_PARTICIPATING, "": None}
"""The record's codes. X covers absent members too; nothing in the rule depends on which it was."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The votes of some files, in the files' order, and everything that was wrong with them."""

    votes: tuple[Vote, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Group:
    """The rows of one vote, as far as they were read: number, code, name, ballot, permanent."""

    first: list[str]
    number: int
    rows: list[tuple[int, str, str, str, str]] = field(default_factory=list)


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
            problems.append(Problem("record-doubled-row", f"the vote {vote.key} stands in two of the files", vote.place))
        seen.add(vote.key)
    once = {vote.key: vote for vote in reversed(votes)}
    return Loaded(_numbered(tuple(once[key] for key in dict.fromkeys(vote.key for vote in votes))), tuple(problems))


def _numbered(votes: tuple[Vote, ...]) -> tuple[Vote, ...]:
    """The votes with their places among those under the same symbol on the same day."""
    shared = Counter((plain_symbol(vote.symbol), vote.day) for vote in votes)
    met: Counter[tuple[str, date]] = Counter()
    found = []
    for vote in votes:
        mark = (plain_symbol(vote.symbol), vote.day)
        if shared[mark] > 1:
            met[mark] += 1
            vote = replace(vote, nth=met[mark], among=shared[mark])  # noqa: PLW2901 (the same vote, numbered)
        found.append(vote)
    return tuple(found)


def _read(sheet: Sheet) -> Loaded:
    at = {name: place for place, name in enumerate(sheet.columns)}
    _require_columns(sheet, at)
    reader = _Votes(sheet.columns, at, sheet.notes)
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


def _groups(sheet: Sheet, at: dict[str, int]) -> list[_Group]:
    """The rows by vote, in the order of their first rows."""
    groups: dict[str, _Group] = {}
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
            group = groups[key] = _Group(row, number)
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


def _differs(notes: Notes, number: int, place: int, mark: str, given: str, group: _Group) -> None:
    if mark == "date" and _day(given) is None:
        notes.add("bad-date", _not_a_date(given), number, place + 1)
        return
    said = f"column {mark!r} has {given!r}, but the first row of this vote, row {group.number}, has {group.first[place]!r}"
    notes.add("record-row-differs", said, number, place + 1)


@cache
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _not_a_date(text: str) -> str:
    return f"column 'date' is not a date: {text!r}; it must read 2016-10-08"


@cache
def _seats(council: Council) -> dict[str, int]:
    return {member.code: place for place, member in enumerate(council.members)}


@dataclass(frozen=True, slots=True)
class _Votes:
    """From the groups of one file to its votes."""

    columns: tuple[str, ...]
    at: dict[str, int]
    notes: Notes

    def votes(self, groups: list[_Group]) -> tuple[Vote, ...]:
        """The votes that can be built; one without a readable day cannot."""
        return tuple(vote for vote in map(self._vote, groups) if vote is not None)

    def _cell(self, group: _Group, name: str) -> str:
        place = self.at.get(name)
        return group.first[place].strip() if place is not None else ""

    def _note(self, slug: str, message: str, number: int, name: str) -> None:
        place = self.at.get(name)
        self.notes.add(slug, message, number, None if place is None else place + 1)

    def _vote(self, group: _Group) -> Vote | None:
        day = _day(self._cell(group, "date"))
        if day is None:
            self._note("bad-date", _not_a_date(self._cell(group, "date")), group.number, "date")
            return None
        try:
            council = council_on(day)
        except InputError as error:
            self._note("date-out-of-range", error.problems[0].message, group.number, "date")
            return None
        roll = self._roll(group, council)
        said = {name: self._cell(group, name) for name in ("resolution", "draft", "meeting", "description", "agenda")}
        return Vote(
            key=self._cell(group, "undl_id") or said["resolution"] or f"{said['draft']} {day}",
            day=day,
            resolution=said["resolution"],
            draft=said["draft"],
            meeting=said["meeting"],
            title=said["description"],
            agenda=said["agenda"],
            note=self._cell(group, "vote_note"),
            without_vote=self._cell(group, "modality").casefold() == "without vote",
            recorded=self._outcome(group),
            roll=roll,
            totals=self._totals(group, roll),
            place=Place(self.notes.file, group.number),
            extra={name: self._cell(group, name) for name in self.at if name not in COLUMNS and name != "outcome"},
        )

    def _outcome(self, group: _Group) -> Outcome | None:
        """As recorded; the official file holds resolutions alone and has no such column, so a resolution was adopted."""
        given = self._cell(group, "outcome").casefold()
        if given in set(Outcome):
            return Outcome(given)
        if given:
            said = f"unknown outcome {given!r}; known are {', '.join(Outcome)}"
            self._note("record-bad-outcome", said, group.number, "outcome")
        return Outcome.ADOPTED if self._cell(group, "resolution") else None

    def _roll(self, group: _Group, council: Council) -> Roll:
        seats = _seats(council)
        ballots: list[Ballot | None] = [None] * len(seats)
        met: dict[int, int] = {}
        for number, code, name, letter, permanent in group.rows:
            seat = seats.get(code)
            if seat is None:
                member = self._member(number, code, name, council)
                if member is None:
                    continue
                seat = council.index(member)
            if seat in met:
                said = f"{council.members[seat].name} has a row already in this vote, row {met[seat]}; that one counts"
                self._note("record-doubled-row", said, number, "ms_code")
                continue
            met[seat] = number
            if (permanent == "True") != council.members[seat].permanent and permanent:
                said = f"{council.members[seat].name} has {permanent!r}, against the Council of {council.on}"
                self._note("record-permanent", said, number, "permanent_member")
            try:
                ballots[seat] = LETTERS[letter]
            except KeyError:
                said = f"unknown code {letter!r} in column 'ms_vote'; known are Y, N, A and X"
                self._note("record-unknown-code", said, number, "ms_vote")
        self._missing(group, council, met)
        return Roll(council, tuple(ballots))

    def _member(self, number: int, code: str, name: str, council: Council) -> Member | None:
        try:
            return member_of(code, name, council)
        except InputError as error:
            problem = error.problems[0]
            self._note("record-unknown-member", problem.message, number, "ms_code")
            return None

    def _missing(self, group: _Group, council: Council, met: dict[int, int]) -> None:
        """Rows that are not there; the ballots stay unknown."""
        if len(met) == len(council.members):
            return
        gone = [member.name for seat, member in enumerate(council.members) if seat not in met]
        said = f"this vote has no row for {', '.join(gone)}; {len(met)} of {len(council.members)} are there"
        self._note("record-missing-row", said, group.rows[-1][0], "ms_code")

    def _totals(self, group: _Group, roll: Roll) -> Totals | None:
        """The counts given, each held against the rows where these are complete."""
        counted = Totals.of(roll.tally()) if roll.complete else None
        given = [self._cell(group, name) for name in TOTALS]
        if not all(given):
            return counted
        try:
            totals = Totals(*map(int, given))
        except ValueError:
            wrong = next(name for name, text in zip(TOTALS, given, strict=True) if not text.isdecimal())
            said = f"column {wrong!r} is not a whole number: {self._cell(group, wrong)!r}"
            self._note("bad-number", said, group.number, wrong)
            return counted
        if counted is not None and totals != counted:
            pairs = zip(TOTALS, given, (counted.yes, counted.no, counted.abstain, counted.aside), strict=True)
            wrong, text, rows = next(pair for pair in pairs if int(pair[1]) != pair[2])
            self._note("record-totals", f"column {wrong!r} has {text}, the rows have {rows}", group.number, wrong)
            return counted
        return totals


def written(votes: Iterable[Vote]) -> str:
    """The votes as the published form has them, with a column for the outcome: one row a member, header first.

    Absent members are written X like those who did not participate, which is all the form can say.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, "outcome"])
    for vote in votes:
        shared = _shared_cells(vote)
        for member, ballot in zip(vote.roll.council.members, vote.roll.ballots, strict=True):
            own = {"ms_code": member.code, "ms_name": member.name.upper(), "permanent_member": str(member.permanent)}
            cells = {**shared, **own, "ms_vote": _LETTER_OF[ballot]}
            writer.writerow([cells.get(name, "") for name in (*COLUMNS, "outcome")])
    return text.getvalue()


_LETTER_OF = {**{ballot: letter for letter, ballot in LETTERS.items()}, Ballot.ABSENT: "X"}


def _shared_cells(vote: Vote) -> dict[str, str]:
    totals = vote.totals
    counts = (totals.yes, totals.no, totals.abstain, totals.aside) if totals else ("",) * 4
    return {
        "undl_id": vote.key,
        "date": vote.day.isoformat(),
        "resolution": vote.resolution,
        "draft": vote.draft,
        "meeting": vote.meeting,
        "description": vote.title,
        "agenda": vote.agenda,
        "vote_note": vote.note,
        "modality": "Without Vote" if vote.without_vote else "Vote",
        "total_ms": str(len(vote.roll.council.members)),
        "outcome": vote.recorded.value if vote.recorded else "",
        **dict(zip(TOTALS, map(str, counts), strict=True)),
    }
