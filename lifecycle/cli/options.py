"""What several commands take: days, members, rules and files, read from the words of a call.

Knows how such words are written, answers a wrong one with what would be accepted, and holds the options that commands
share, by name. An option that does not fit on one line has a name too, above the command that takes it. Refuses to
decide anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lifecycle.errors import InputError, not_a_date, refuse

if TYPE_CHECKING:
    from lifecycle.model.council import Council, Member
    from lifecycle.model.rules import Rule

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Scenarios = Annotated[
    list[Path],
    # The parser would refuse the whole call for one file that is locked; the loader tells it and the rest is run.
    typer.Argument(metavar="SCENARIO", readable=False, help="Scenario files, or folders of them."),
]
Plain = Annotated[bool, typer.Option("--plain", help="Print without columns, for screen readers.")]
Members = Annotated[list[str] | None, typer.Option(metavar="MEMBERS")]
Recursive = Annotated[bool, typer.Option("--recursive", help="Look into folders inside folders.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")]


def command_app() -> typer.Typer:
    """An empty command, or group of commands, as every module of this folder starts from."""
    return typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


def examples(*lines: str) -> str:
    """The end of a help text: calls that work as they stand, one a line, or two with a backslash between."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def day(text: str) -> date:
    """A day written as 2016-10-08. Raises InputError for anything else."""
    written = _DAY.fullmatch(text)
    try:
        if written:
            return date(*map(int, written.groups()))
    except ValueError:
        pass
    raise refuse("bad-date", not_a_date(text))


_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@contextmanager
def value_of(option: str) -> Iterator[None]:
    """Let every complaint raised inside open with the option whose value it is about."""
    try:
        yield
    except InputError as error:
        raise InputError(replace(each, message=f"{option}: {each.message}") for each in error.problems) from error


def day_for(option: str) -> Callable[[str], date]:
    """How the words of `option` are read, which takes a day."""

    def read(text: str) -> date:
        with value_of(option):
            return day(text)

    return read


At = Annotated[
    date | None,
    typer.Option(parser=day_for("--at"), metavar="DATE", help="Use only articles that were out by that day."),
]


def file_named(words: str) -> Path:
    """The file or folder that words name. Raises InputError for an empty word, as of a shell variable not set."""
    if not words:
        raise refuse("missing-file", "an empty name means no file; write . for the folder you are in")
    return Path(words)


def day_of_council(text: str) -> date:
    """The day in the words of `--on`. Raises InputError if it is none, or one whose Council is unknown."""
    from lifecycle.model.council import council_on

    with value_of("--on"):
        return council_on(day(text)).on


On = Annotated[date, typer.Option("--on", parser=day_of_council, metavar="DATE", help="The day, as 2016-10-08.")]
RuleName = Annotated[
    str | None,
    typer.Option("--rule", metavar="NAME|FILE", help="A named rule, or a YAML file with a rule's fields."),
]


def members(option: str, given: Iterable[str], council: Council) -> tuple[Member, ...]:
    """The members that the repeated words of `option` name, with commas between.

    A name that holds a comma itself stands alone. Raises InputError for one that had no seat.
    """
    found: list[str] = []
    for words in given:
        found.extend(
            [words] if _is_one(words, council) else [part.strip() for part in words.split(",") if part.strip()]
        )
    with value_of(option):
        return tuple(map(council.find, found))


def _is_one(words: str, council: Council) -> bool:
    if "," not in words:
        return True
    try:
        council.find(words)
    except InputError:
        return False
    return True


def rule_for(wanted: str | None, council: Council) -> Rule:
    """The rule called `wanted`, or in the YAML file there; without a word, the Charter's of the Council's day.

    Raises InputError for an unknown name, a file that cannot be read, and a rule that no roll can meet.
    """
    from lifecycle.model.presets import preset
    from lifecycle.model.rules import rule_on

    if wanted is None:
        return rule_on(council.on)
    path = Path(wanted)
    if path.suffix not in {".yaml", ".yml"} and not path.is_file():
        return preset(wanted, council)
    from lifecycle.scenario.rulefile import read_rule

    return read_rule(path, council)
