"""From the rows of one vote to the vote.

Knows which seat each row fills, what a vote is when rows are missing, doubled or wrong (the ballots stay unknown, the
fault is noted at its row), and that counts are held against rows. Refuses to guess a ballot and to know the law.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from lifecycle.errors import InputError, Place
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member, council_on
from lifecycle.model.rules import Outcome
from lifecycle.record.columns import COLUMNS, LETTERS, TOTALS
from lifecycle.record.names import member_of
from lifecycle.record.sheet import Notes
from lifecycle.record.votes import Totals, Vote


@dataclass(slots=True)
class Group:
    """The rows of one vote: the whole of the first, and of each its number, code, name, ballot and permanent flag."""

    first: list[str]
    number: int
    rows: list[tuple[int, str, str, str, str]] = field(default_factory=list)


@cache
def readable_day(text: str) -> date | None:
    """The day, None for anything that is not one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def not_a_date(text: str) -> str:
    """The message for a text in the column of dates that is not one."""
    return f"column 'date' is not a date: {text!r}; it must read 2016-10-08"


@cache
def _seats(council: Council) -> dict[str, int]:
    return {member.code: place for place, member in enumerate(council.members)}


@dataclass(frozen=True, slots=True)
class Assembly:
    """From the groups of one file to its votes."""

    columns: tuple[str, ...]
    at: dict[str, int]
    notes: Notes

    def votes(self, groups: list[Group]) -> tuple[Vote, ...]:
        """The votes that can be built; one without a readable day cannot."""
        return tuple(vote for vote in map(self._vote, groups) if vote is not None)

    def _cell(self, group: Group, name: str) -> str:
        place = self.at.get(name)
        return group.first[place].strip() if place is not None else ""

    def _note(self, slug: str, message: str, number: int, name: str) -> None:
        place = self.at.get(name)
        self.notes.add(slug, message, number, None if place is None else place + 1)

    def _vote(self, group: Group) -> Vote | None:
        day = readable_day(self._cell(group, "date"))
        if day is None:
            self._note("bad-date", not_a_date(self._cell(group, "date")), group.number, "date")
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

    def _outcome(self, group: Group) -> Outcome | None:
        """As recorded; the official file has no such column, but holds resolutions alone: those were adopted."""
        given = self._cell(group, "outcome").casefold()
        if given in set(Outcome):
            return Outcome(given)
        if given:
            said = f"unknown outcome {given!r}; known are {', '.join(Outcome)}"
            self._note("record-bad-outcome", said, group.number, "outcome")
        return Outcome.ADOPTED if self._cell(group, "resolution") else None

    def _roll(self, group: Group, council: Council) -> Roll:
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

    def _missing(self, group: Group, council: Council, met: dict[int, int]) -> None:
        """Rows that are not there; the ballots stay unknown."""
        if len(met) == len(council.members):
            return
        gone = [member.name for seat, member in enumerate(council.members) if seat not in met]
        said = f"this vote has no row for {', '.join(gone)}; {len(met)} of {len(council.members)} are there"
        self._note("record-missing-row", said, group.rows[-1][0], "ms_code")

    def _totals(self, group: Group, roll: Roll) -> Totals | None:
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
            self._note("record-bad-number", said, group.number, wrong)
            return counted
        if counted is not None and totals != counted:
            pairs = zip(TOTALS, given, (counted.yes, counted.no, counted.abstain, counted.aside), strict=True)
            wrong, text, rows = next(pair for pair in pairs if int(pair[1]) != pair[2])
            self._note("record-totals", f"column {wrong!r} has {text}, the rows have {rows}", group.number, wrong)
            return counted
        return totals
