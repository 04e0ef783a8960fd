"""The days of publication that a call gives: `--published FILE=DATE`, and the table of `--dates`.

Knows which article each name means, which day counts where two are given, and what to say of a name that means no
article. Refuses to know what an article says of its own day.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lifecycle.cli.options import value_of
from lifecycle.errors import NOWHERE, InputError, Place, Problem, nearest_names, not_a_date, refuse, sentence
from lifecycle.located import read_text
from lifecycle.mining.archive import Source
from lifecycle.press.front_matter import day_of_press, day_told

LONGEST_TABLE = 200_000_000
"""The size in bytes above which a table of days is refused unread: it has a row for each article of an archive."""

NAMED = 3
"""How many rows for articles that are not there are said one by one."""


@dataclass(frozen=True, slots=True)
class Given:
    """Days by file name, and what whoever gave them should know though nothing is wrong enough to refuse the call."""

    days: dict[str, date]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """A day of the table, and the line that gives it."""

    day: date
    line: int


def days_given(given: Sequence[str], table: Path | None, sources: Sequence[Source]) -> Given:
    """The days that the call gives; what is given in the call itself counts before the table. Raises InputError."""
    with value_of("--published"):
        said = _said(given, sources)
    if table is None:
        return Given(said)
    rows, bare = _rows(table)
    open_still = {name: line for name, line in bare.items() if name not in rows and not _known_already(name, said)}
    remarks = (*_strangers(table, rows, sources), *_overruled(table, rows, said), *_without_a_day(table, open_still))
    return Given({**{name: row.day for name, row in rows.items()}, **said}, remarks)


def _said(given: Sequence[str], sources: Sequence[Source]) -> dict[str, date]:
    said: dict[str, date] = {}
    for words in given:
        name, _, written_day = words.rpartition("=")
        if not name:
            raise refuse("bad-call", f"not FILE=DATE: {words!r}; write it as article.txt=2016-10-08")
        known = _known(name, sources)
        with value_of(name):
            told = _day_of_press(written_day)
        if said.setdefault(known, told) != told:
            raise refuse("bad-call", f"two days of publication for {name!r}: {said[known]} and {told}; give one")
    return said


def _day_of_press(words: str) -> date:
    """The day of publication that words name, in a form that front matter may take. Raises InputError for others."""
    told = day_told(words)
    if told is None:
        raise refuse("bad-date", not_a_date(words, "2016-10-08 or 8 October 2016"))
    return day_of_press(told)


def _known(name: str, sources: Sequence[Source]) -> str:
    """The article that a name means: its path as listed or as written otherwise, else its bare name.

    Raises InputError if there is none, or if two have the bare name.
    """
    by_path = [source.name for source in sources if name == source.name or _same_path(Path(name), source.path)]
    found = by_path[:1] or [source.name for source in sources if name == source.path.name]
    if len(found) > 1:
        raise refuse(
            "unknown-article", f"{len(found)} articles are called {name!r}; write the path of one", nearest=found[:3]
        )
    if found:
        return found[0]
    raise InputError((_unknown(name, sources),))


def _same_path(one: Path, other: Path) -> bool:
    """Whether two ways to write a path lead to one file: "./a.txt" and "a.txt"."""
    return one.name == other.name and one.resolve() == other.resolve()


def _unknown(name: str, sources: Sequence[Source], place: Place = NOWHERE) -> Problem:
    bare, names = name.rsplit("/", 1)[-1], [source.path.name for source in sources[:5000]]
    # Without its ending, or by the short name under which pages show it.
    short = (each for each in names if each.rpartition(".")[0] == bare or each.startswith(f"{bare}_"))
    near = tuple(short)[:1] or nearest_names(bare, names)
    return Problem("unknown-article", f"no article is called {name!r}", place, near)


def _known_already(name: str, said: dict[str, date]) -> bool:
    """Whether the call itself gives the day of an article that a row names by its path or its bare name."""
    return any(name in {each, each.rsplit("/", 1)[-1]} for each in said)


def _rows(table: Path) -> tuple[dict[str, _Row], dict[str, int]]:
    """The days of a CSV file by file name, and the lines of the names that it gives no day.

    Raises InputError with everything that is wrong.
    """
    name = table.as_posix()
    lines = csv.DictReader(io.StringIO(read_text(table, name, LONGEST_TABLE)))
    there = [column or "" for column in lines.fieldnames or ()]
    missing = [column for column in ("file", "published") if column not in there]
    if missing:
        found = f"its first line has {', '.join(map(repr, there))}" if there else "it is empty"
        found += "; commas part columns" if any(mark in "".join(there) for mark in ";\t") else ""
        raise refuse("missing-column", f"no column {missing[0]!r}: {found}; wanted is file,published", Place(name, 1))
    rows: dict[str, _Row] = {}
    bare: dict[str, int] = {}
    problems: list[Problem] = []
    try:
        for line in lines:
            written_day = (line["published"] or "").strip()
            if line["file"] and not written_day:
                bare.setdefault(line["file"], lines.line_num)
            try:
                if written_day and line["file"]:
                    row = _Row(_day_of_press(written_day), lines.line_num)
                    first = rows.setdefault(line["file"], row)
                    if first.day != row.day:
                        message = f"two days of publication for {line['file']!r}: {first.day} and {row.day}"
                        problems.append(Problem("wrong-shape", message, Place(name, row.line)))
            except InputError as error:
                problems.extend(
                    Problem(p.slug, p.message, Place(name, lines.line_num), p.nearest) for p in error.problems
                )
    except csv.Error as error:
        problems.append(Problem("wrong-shape", f"not a table of comma-separated values: {error}", Place(name)))
    if problems:
        raise InputError(problems)
    return rows, bare


def _without_a_day(table: Path, bare: dict[str, int]) -> Iterator[str]:
    """What to say of names without a day: they may be left open on purpose, or forgotten."""
    for name, line in list(bare.items())[:1]:
        many = f", and for {len(bare) - 1:,} more" if len(bare) > 1 else ""
        yield f"{Place(table.as_posix(), line)}: no day for {name!r}{many}"


def _strangers(table: Path, rows: dict[str, _Row], sources: Sequence[Source]) -> Iterator[str]:
    """What to say of rows for articles that are not there: one table may serve many calls, but a name may be misspelt.

    A row counts for the article of that path or bare name.
    """
    there = {source.name for source in sources} | {source.path.name for source in sources}
    strange = [(name, row.line) for name, row in rows.items() if name not in there]
    for name, line in strange[:NAMED]:
        yield sentence(_unknown(name, sources, Place(table.as_posix(), line)))
    if len(strange) > NAMED:
        yield f"{table.as_posix()}: {len(strange) - NAMED:,} more rows for articles that are not there"


def _overruled(table: Path, rows: dict[str, _Row], said: dict[str, date]) -> Iterator[str]:
    """What to say of rows whose article has another day in the call itself."""
    for name, day in said.items():
        row = rows.get(name) or rows.get(name.rsplit("/", 1)[-1])
        if row and row.day != day:
            yield f"{Place(table.as_posix(), row.line)}: {row.day} for {name!r}; the day of --published is taken, {day}"
