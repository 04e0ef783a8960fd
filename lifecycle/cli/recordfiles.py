"""Where the record's files are named, and a recorded vote as a document.

Knows the call's --in and the environment variable LIFECYCLE_RECORD. Refuses to bring a record of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from lifecycle.cli.options import day_for
from lifecycle.errors import refuse
from lifecycle.model.decision import Decision
from lifecycle.model.reasons import reasons_for
from lifecycle.record.audit import Audit, Recount, audit
from lifecycle.record.rows import load_votes
from lifecycle.record.search import distance

VARIABLE = "LIFECYCLE_RECORD"
PUBLISHED = "https://digitallibrary.un.org/record/4055387"

In = Annotated[
    list[Path] | None,
    typer.Option(
        "--in", metavar="FILE", readable=False, help=f"A file of the record; may be repeated. Without it, {VARIABLE}'s."
    ),
]
Symbol = Annotated[str, typer.Argument(metavar="SYMBOL", help="S/RES/338, 338, S/2016/846, or a record's own key.")]
Since = Annotated[
    date | None, typer.Option("--from", parser=day_for("--from"), metavar="DATE", help="From this day on.")
]
Until = Annotated[date | None, typer.Option("--to", parser=day_for("--to"), metavar="DATE", help="Up to this day.")]
MOST = 40
"""The lines a list prints unless all are asked for."""


def record_files(given: Sequence[Path] | None, how: str = "--in FILE") -> list[Path]:
    """The files named in the call, else in the environment. Raises InputError if none is, which says `how` to."""
    if given:
        return list(given)
    named = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    if not named:
        message = (
            f"no file of the record is named; give {how}, or set {VARIABLE} (several files with {os.pathsep!r} "
            f"between). It is published at {PUBLISHED}"
        )
        raise refuse("no-record", message)
    return named


def the_record(given: Sequence[Path] | None) -> Audit:
    """The record recounted under the Charter; what was wrong in its files is mentioned in one line."""
    done = audit(load_votes(record_files(given)))
    if done.problems:
        count = len(done.problems)
        typer.echo(f"{count} faults in the record's files; `lifecycle record audit` lists them.", err=True)
    return done


def check_days(since: date | None, until: date | None) -> None:
    """Raise InputError (`bad-call`) if no day can lie between the two: that is a slip, and no question."""
    if since and until and since > until:
        raise refuse("bad-call", f"--from {since} lies after --to {until}: no day is in between")


def in_order(recounts: Iterable[Recount]) -> list[Recount]:
    """The votes by day, those of one day as they stand in the record's files."""
    return sorted(recounts, key=lambda recount: (recount.vote.day, recount.vote.place.file, recount.vote.place.line))


def vote_json(recount: Recount) -> dict[str, object]:
    """A vote in full, as `record show --json` and `record find --json` print it."""
    vote = recount.vote
    members = zip(vote.roll.council.members, vote.roll.ballots, strict=True)
    return {
        **recount.to_json(),
        "resolution": vote.resolution or None,
        "draft": vote.draft or None,
        "meeting": vote.meeting or None,
        "title": vote.title,
        "classes": list(recount.classes),
        "distance": distance(recount.finding),
        "decision": Decision(recount.finding, reasons_for(recount.finding)).to_json(),
        "ballots": {member.name: ballot for member, ballot in members},
    }
