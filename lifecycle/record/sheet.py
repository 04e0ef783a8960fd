"""A table on disk, row by row, whatever state it is in.

Knows CSV plain or gzipped, text that is not UTF-8, files that were cut, and where each row begins; everything wrong is
noted with its row and the rest is still read, one row at a time. Refuses to know what a column means.
"""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from lifecycle.errors import Place, Problem, refuse

MOST = 100
"""The problems of one kind that are kept of a file; what is above is counted."""
_STRAY = re.compile("[\udc80-\udcff]")


@dataclass(slots=True)
class Notes:
    """The problems found so far in one file, at most `MOST` of a kind, and how many more there were."""

    file: str
    kept: list[Problem] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, slug: str, message: str, row: int | None = None, column: int | None = None) -> None:
        """Note a problem at a row (counted from 1, the header's) and a column (the place of the field, from 1)."""
        self.counts[slug] = self.counts.get(slug, 0) + 1
        if self.counts[slug] <= MOST:
            self.kept.append(Problem(slug, message, Place(self.file, row, column)))

    def problems(self) -> tuple[Problem, ...]:
        """All that was kept, by row, and a last line for each kind that was cut."""
        kept = sorted(self.kept, key=lambda problem: (problem.place.line or 0, problem.place.column or 0))
        more = [
            Problem(slug, f"{count - MOST} more of this kind", Place(self.file))
            for slug, count in self.counts.items()
            if count > MOST
        ]
        return (*kept, *more)


@dataclass(slots=True)
class Sheet:
    """A table being read: its columns are known at once, its rows come one by one."""

    columns: tuple[str, ...]
    notes: Notes
    _reader: Iterator[list[str]]
    _line: Sequence[int]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the number it has in a spreadsheet without line breaks in its cells: its first line.

        A row that is short, long or unreadable is noted and left out; a field that is not UTF-8 is noted and read as
        Windows-1252.
        """
        wide = len(self.columns)
        for number, row in self._located():
            if len(row) != wide:
                if row:
                    said = f"{_many(len(row), 'field')} where the header has {wide}"
                    self.notes.add("record-row-shape", said, number, min(len(row), wide))
                continue
            joined = "".join(row)
            if not joined.isascii() and _STRAY.search(joined):
                self._mend(number, row)
            yield number, row

    def _located(self) -> Iterator[tuple[int, list[str]]]:
        while True:
            number = self._line[-1] + 1
            try:
                row = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                self.notes.add("record-row-shape", f"this row cannot be read: {error}", number)
                continue
            except (EOFError, OSError, zlib.error):
                self.notes.add("record-cut", "the file ends here, in the middle of its compressed data", number)
                return
            yield number, row

    def _mend(self, number: int, row: list[str]) -> None:
        for place, cell in enumerate(row):
            if _STRAY.search(cell):
                row[place] = cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
                said = f"column {self.columns[place]!r} is not UTF-8; it was read as Windows-1252: {row[place][:40]!r}"
                self.notes.add("record-not-text", said, number, place + 1)


class _Lines:
    """The lines of a text, counted as they are taken: `csv` counts them too, but forgets where a row began."""

    def __init__(self, text: IO[str]) -> None:
        self.text = text
        self.counted = [0]

    def __iter__(self) -> Iterator[str]:
        for line in self.text:
            self.counted[-1] += 1
            yield line


def open_sheet(path: Path) -> Sheet:
    """The table at `path`, its header read.

    Raises InputError if the file is missing, empty, unreadable or in an encoding that is not built on ASCII.
    """
    notes = Notes(path.as_posix())
    place = Place(notes.file)
    try:
        lines = _Lines(_text_of(path, place))
        taken = iter(lines)
        first = next(taken, "")
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or "its compressed data is broken from the start"
        slug = "missing-file" if isinstance(error, FileNotFoundError) else "unreadable-file"
        raise refuse(slug, f"cannot be read: {reason.lower()}", place) from error
    if not first.strip():
        raise refuse("empty-file", "the file is empty; the first line must name the columns", place)
    delimiter = max(",;\t", key=first.count)
    header = next(csv.reader([first], delimiter=delimiter))
    # Not strict: a quotation mark inside a cell is common in files that went through a spreadsheet.
    reader = csv.reader(taken, delimiter=delimiter)
    return Sheet(tuple(name.strip().lower() for name in header), notes, reader, lines.counted)


def _text_of(path: Path, place: Place) -> IO[str]:
    with path.open("rb") as file:
        start = file.read(4)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refuse("record-encoding", "the file is UTF-16; save it as CSV UTF-8", place)
    if start[:2] == b"PK":
        raise refuse(
            "record-encoding", "this is a spreadsheet or an archive, not a CSV file; save it as CSV UTF-8", place
        )
    raw = gzip.open(path, "rb") if start[:2] == b"\x1f\x8b" else path.open("rb")  # noqa: SIM115 (read to its end)
    return TextIOWrapper(raw, encoding="utf-8-sig", errors="surrogateescape", newline="")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
