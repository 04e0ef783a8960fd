"""`lifecycle record find`, `count`, `pivots` and `alike`: questions put to the whole record.

Knows the words of each. Refuses to know the law and how anything is drawn.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from lifecycle.cli import recordviews as views
from lifecycle.cli.drawing import put
from lifecycle.cli.options import Json, Members, Plain, command_app, examples
from lifecycle.cli.output import console, emit
from lifecycle.cli.recordfiles import MOST, In, Since, Until, check_days, in_order, the_record, vote_json
from lifecycle.errors import nearest_names, refuse
from lifecycle.model.ballots import Ballot
from lifecycle.model.rules import Kind, Outcome
from lifecycle.record.agreement import SPAN, Likeness, likeness
from lifecycle.record.classes import CLASSES
from lifecycle.record.counts import UNITS, Unit, counted
from lifecycle.record.names import seat_codes, seat_name
from lifecycle.record.onevote import Pivot, pivots
from lifecycle.record.search import Wanted, found, seats_named, tally_named

app = command_app()

Distance = Annotated[int | None, typer.Option("--distance", metavar="N", help="So many ballots from adoption.")]
WouldHaveBeenVetoed = Annotated[
    bool, typer.Option("--would-have-been-vetoed", help="Failed, with a no that would have been a veto.")
]
ListedKind = Annotated[
    Kind | None,
    typer.Option(
        metavar="KIND",
        help="A kind our list of sources gives: procedural, charter_review, "
        "preliminary_question, secretary_general; every other vote counts as substantive.",
    ),
]
Special = Annotated[
    str | None,
    typer.Option(metavar="CLASS", help=f"A class of the audit: {', '.join(each.name for each in CLASSES)}."),
]
ToOutcome = Annotated[
    Outcome | None,
    typer.Option("--to-outcome", metavar="OUTCOME", help="List the votes that could have ended so."),
]
With = Annotated[
    list[str] | None, typer.Option("--with", metavar="MEMBERS", help="Draw these instead of the permanent ones.")
]
Unanimous = Annotated[bool, typer.Option("--unanimous", help="Count votes in which everybody said yes too.")]


@app.command(
    "find",
    short_help="Find votes by day, outcome, ballots, tally.",
    epilog=examples(
        "lifecycle record find --outcome vetoed --no USA --from 2011-01-01",
        "lifecycle record find --would-have-been-vetoed --distance 1",
        "lifecycle record find --tally 11-1-3 --no Russia",
        "lifecycle record find --special double_veto",
    ),
)
def find_command(
    since: Since = None,
    until: Until = None,
    outcome: Annotated[Outcome | None, typer.Option(metavar="OUTCOME", help="adopted, vetoed or failed.")] = None,
    yes: Members = None,
    no: Members = None,
    abstain: Members = None,
    away: Annotated[list[str] | None, typer.Option(metavar="MEMBERS", help="Absent or not participating.")] = None,
    tally: Annotated[str | None, typer.Option(metavar="Y-N-A", help="Yes, no and abstain, as 7-2-2.")] = None,
    ballots_away: Distance = None,
    would_have_been_vetoed: WouldHaveBeenVetoed = False,
    kind: ListedKind = None,
    special: Special = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of the title or the agenda.")] = None,
    show_all: Annotated[bool, typer.Option("--all", help=f"Print all, not the first {MOST}.")] = False,
    in_: In = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Find votes; everything that is asked must hold. A duplicate of a vote that is there too is set aside."""
    check_days(since, until)
    wanted = Wanted(
        since=since,
        until=until,
        outcome=outcome,
        kind=kind,
        special=_class_named(special),
        tally=tally_named(tally) if tally else None,
        distance=ballots_away,
        would_have_been_vetoed=would_have_been_vetoed,
        text=text,
        cast={b: seats_named(who or ()) for b, who in ((Ballot.YES, yes), (Ballot.NO, no), (Ballot.ABSTAIN, abstain))},
        away=seats_named(away or ()),
    )
    done = the_record(in_)
    these, repeats = (found(in_order(recounts), wanted) for recounts in (done.kept, done.set_aside))
    if json:
        emit({"votes": [vote_json(each) for each in these], "set_aside": [vote_json(each) for each in repeats]})
        return 0
    out = console()
    put(out, *views.found_view(these, repeats, out.width, most=None if show_all else MOST, plain=plain))
    return 0


def _class_named(name: str | None) -> str | None:
    known = [each.name for each in CLASSES]
    if name is None or name in known:
        return name
    raise refuse(
        "unknown-word", f"unknown class {name!r}; known are {', '.join(known)}", nearest=nearest_names(name, known)
    )


@app.command(
    "count",
    short_help="Count outcomes and vetoes, unit and all.",
    epilog=examples("lifecycle record count --by draft", "lifecycle record count --by member"),
)
def count_command(
    by: Annotated[Unit, typer.Option(metavar="draft|vote|member", help="What counts as one.")],
    since: Since = None,
    until: Until = None,
    in_: In = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Count outcomes, and with --by member the noes of permanent members; duplicates are left out.

    There is no one number of vetoes: the unit decides, and it is always printed.
    """
    check_days(since, until)
    done = the_record(in_)
    kept = found(done.kept, Wanted(since=since, until=until))
    lines = counted(kept, by)
    if json:
        emit({"by": by, "unit": UNITS[by], "counts": {line.label: line.by_outcome for line in lines}})
        return 0
    put(console(), *views.count_view(lines, by, plain=plain))
    return 0


@app.command(
    "pivots",
    short_help="Which votes one ballot would have turned.",
    epilog=examples("lifecycle record pivots --to-outcome adopted", "lifecycle record pivots --from 2011-01-01"),
)
def pivots_command(
    turned: ToOutcome = None,
    since: Since = None,
    until: Until = None,
    show_all: Annotated[bool, typer.Option("--all", help=f"List all, not the first {MOST}.")] = False,
    in_: In = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Which votes were one ballot from another outcome.

    Any permanent member could have vetoed almost everything that was adopted; those votes are counted, and listed only
    with --to-outcome vetoed.
    """
    check_days(since, until)
    done = the_record(in_)
    turns = pivots(found(in_order(done.compared), Wanted(since=since, until=until)))
    listed = [
        pivot
        for pivot in turns
        if (pivot.outcome is turned if turned else pivot.outcome is Outcome.ADOPTED or pivot.to is not Ballot.NO)
    ]
    if json:
        emit({"pivots": [_pivot_json(pivot) for pivot in turns]})
        return 0
    out = console()
    keys = list(dict.fromkeys(pivot.recount.vote.key for pivot in listed))
    shown = set(keys if show_all else keys[-MOST:])
    put(out, *views.pivots_view(turns, [p for p in listed if p.recount.vote.key in shown], plain=plain))
    if len(shown) < len(keys):
        put(out, f"These are the last {MOST} votes; --all lists the {len(keys) - MOST:,} before them.")
    return 0


def _pivot_json(pivot: Pivot) -> dict[str, object]:
    members = [member.name for member in pivot.members]
    return {**pivot.recount.to_json(), "members": members, "to": pivot.to, "outcome": pivot.outcome}


@app.command(
    "alike",
    short_help="How alike members voted over the years.",
    epilog=examples("lifecycle record alike France", "lifecycle record alike USA --with IND,BRA"),
)
def alike_command(
    member: Annotated[str, typer.Argument(metavar="MEMBER", help="A name or code of any day.")],
    with_: With = None,
    since: Since = None,
    until: Until = None,
    unanimous: Unanimous = False,
    in_: In = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """How alike a member voted with others over the years: the share of equal ballots in divided votes."""
    check_days(since, until)
    seats = seat_codes(member)
    done = the_record(in_)
    kept = found(done.kept, Wanted(since=since, until=until))
    like = likeness([recount.vote for recount in kept], seats, unanimous=unanimous)
    if not like.others:
        raise refuse("never-voted", f"{seat_name(min(seats))} cast no ballot in the votes that are counted here")
    chosen = [code for names in seats_named(with_ or ()) for code in _with(like, names)]
    others = chosen or [each.code for each in like.others if each.code in like.permanent]
    if json:
        emit(_alike_json(like))
        return 0
    out = console()
    about = "All votes" if unanimous else "Divided votes (somebody did not say yes)"
    put(out, f"{about}: share in which {seat_name(like.code)} and another cast the same ballot.")
    out.print()
    put(out, *views.alike_view(like, others, out.width, plain=plain))
    return 0


def _with(like: Likeness, names: frozenset[str]) -> list[str]:
    """The seats among `names` that cast a ballot beside the member's. Raises InputError if none did."""
    beside = [code for code in sorted(names) if any(each.code == code for each in like.others)]
    if not beside:
        both = f"{seat_name(like.code)} and {seat_name(min(names))}"
        raise refuse("never-voted", f"{both} had no vote in common in the votes that are counted here")
    return beside


def _alike_json(like: Likeness) -> dict[str, object]:
    spans = [{"from": first, "to": first + SPAN - 1} for first in like.spans]
    others = [{"member": seat_name(each.code), **asdict(each)} for each in like.others]
    return {"member": seat_name(like.code), "spans": spans, "others": others}
