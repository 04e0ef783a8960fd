"""`lifecycle power`: power indices as exact fractions.

Knows how one rule is shown in full and several side by side. Refuses to compute an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from lifecycle.analysis.indices import INDICES
from lifecycle.analysis.power import Power, power
from lifecycle.cli.drawing import council_words, open_table, put, seats_words
from lifecycle.cli.options import Json, Plain, command_app, day_of_council, examples, rule_for
from lifecycle.cli.output import clean, console, emit, write_whole
from lifecycle.cli.plotted import check_plot
from lifecycle.errors import nearest_names, refuse
from lifecycle.model.council import council_on
from lifecycle.model.rules import Kind, Outcome
from lifecycle.scenario.files import scenario_files
from lifecycle.scenario.loader import load

app = command_app()

COMPARED = ("shapley_shubik", "banzhaf_normalised", "ternary_banzhaf_normalised")
"""The indices that stand in the table of several rules; the document has all."""

Scenarios = Annotated[
    list[Path] | None,
    typer.Argument(metavar="SCENARIO", help="Scenarios, or folders of them, whose Council and rule to add."),
]
OnDays = Annotated[
    list[date] | None,
    typer.Option("--on", parser=day_of_council, metavar="DATE", help="The day; may be repeated."),
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rule", metavar="NAME|FILE", help="A named rule, or a YAML file with one; may be repeated."),
]


@app.command(
    epilog=examples(
        "lifecycle power --on 2016-10-08",
        "lifecycle power --on 1950-06-27 --on 2016-10-08",
        "lifecycle power --on 2016-10-08 --rule charter --rule veto-override-12",
        "lifecycle power --on 2016-10-08 scenarios/reform",
        "lifecycle power --on 2016-10-08 --json",
    )
)
def run(
    scenarios: Scenarios = None,
    on: OnDays = None,
    rule: Rules = None,
    kind: Annotated[Kind, typer.Option(metavar="KIND", help=f"One of {', '.join(Kind)}.")] = Kind.SUBSTANTIVE,
    index: Annotated[str, typer.Option(metavar="INDEX", help="The index that --plot draws.")] = COMPARED[0],
    plot: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw it too: an .svg or .png file.")] = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Power indices of the members, as exact fractions, under any rule.

    Several days, rules and scenarios are set side by side. A coalition wins if the text is adopted when its members
    vote yes and everybody else no; the indices with abstention let everybody else do neither, as the Council does.
    """
    if index not in INDICES:
        message = f"unknown index {index!r}; known are {', '.join(INDICES)}"
        raise refuse("unknown-word", message, nearest=nearest_names(index, INDICES))
    if plot:
        check_plot(plot)
    found = [*_on_days(on or (), rule or (), kind), *_of_scenarios(scenarios or (), kind)]
    if not found:
        raise refuse("bad-call", "give a day with --on, or a scenario; `lifecycle power --help` shows how")
    if plot:
        _draw(found, index, plot)
    if json:
        more = {"compared": [each.to_json() for each in found]} if len(found) > 1 else {}
        emit({**found[0].to_json(), **more})
        return 0
    out = console()
    if len(found) == 1:
        _show(out, found[0], plain=plain)
    else:
        _compare(out, found, plain=plain)
    if plot:
        put(out, f"{plot.as_posix()} is written.")
    return 0


def _on_days(days: Sequence[date], rules: Sequence[str], kind: Kind) -> Iterator[Power]:
    for each in days:
        council = council_on(each)
        for name in rules or (None,):
            law = rule_for(name, council)
            label = f"{each.year}: {law.name}" if len(days) > 1 else law.name
            yield power(council, law, kind, label)


def _of_scenarios(paths: Iterable[Path], kind: Kind) -> Iterator[Power]:
    for file in scenario_files(paths) if paths else ():
        scenario = load(file)
        yield power(scenario.council, scenario.rule, kind, file.stem)


def _draw(found: Sequence[Power], index: str, path: Path) -> None:
    from lifecycle.analysis.plots import power_picture

    write_whole(path, power_picture(found, index, path))


def _show(out: Console, found: Power, *, plain: bool) -> None:
    put(out, Text(clean(found.rule.text), "bold"))
    put(out, f"{council_words(found.council)}: {seats_words(found.council, found.rule, found.required)}")
    put(
        out,
        f"{found.winning:,} of {found.coalitions:,} coalitions win. Least winning ones: {found.minimal:,}; "
        f"least blocking ones: {found.blocking:,}.",
    )
    ends = ", ".join(f"{found.rolls.of(outcome):,} {outcome}" for outcome in Outcome)
    put(
        out,
        f"Of all {found.rolls.total:,} rolls of yes, no and neither: {ends}. Of their {found.tallies} tallies "
        f"{found.undecidable} do not tell the outcome.",
    )
    out.print()
    if plain:
        for key, (name, _) in INDICES.items():
            first, second = found.indices[key]
            put(out, f"{name}: {_exact(first)} each who may veto, {_exact(second)} each other")
    else:
        table = open_table()
        for heading, side in (("each member", "left"), ("may veto", "right"), ("may not", "right"), ("ratio", "right")):
            table.add_column(heading, justify=side)  # type: ignore[arg-type]
        for key, (name, _) in INDICES.items():
            table.add_row(name, *map(_exact, found.indices[key]), _decimal(found.ratio(key), 3))
        put(out, table)
    out.print()
    for words, members in (("may veto", found.holders), ("may not", found.others)):
        if members:
            put(out, Text(f"{words}: {', '.join(member.name for member in members)}"))
    put(out, Text("Ternary: everybody else may also abstain or stay away.", "dim"))
    put(out, Text("An index knows the rule, not the states: it says nothing of influence.", "dim"))


def _exact(value: Fraction | None) -> str:
    """A fraction with its decimals; a long one by its decimals alone, for the document has it in full."""
    if value is None:
        return "-"
    written = str(value)
    return f"{written} = {float(value):.6f}" if len(written) <= 12 else f"{float(value):.6f}"


def _decimal(value: Fraction | None, places: int) -> str:
    return "-" if value is None else f"{float(value):.{places}f}"


def _compare(out: Console, found: Sequence[Power], *, plain: bool) -> None:
    """One line a rule: seats, votes, vetoes, then for three indices what either kind of member has."""
    if plain:
        for each in found:
            pairs = (
                f"{INDICES[key][0]} {_decimal(each.indices[key][0], 5)} and {_decimal(each.indices[key][1], 5)}"
                for key in COMPARED
            )
            put(out, f"{each.label}: {each.rule.seats} seats, {each.required} votes, {'; '.join(pairs)}")
        return
    table = open_table(gap=1)
    table.add_column("\n\nunder", overflow="fold")
    for heading in ("seats,\nvotes,\nvetoes", "\nShapley\nShubik", "\n\nothers"):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in ("\n\nBanzhaf", "\n\nothers", "Banzhaf\nwith ab-\nstention", "\n\nothers"):
        table.add_column(heading, justify="right", no_wrap=True)
    for each in found:
        values = (_decimal(value, 4) for key in COMPARED for value in each.indices[key])
        table.add_row(each.label, f"{each.rule.seats},{each.required},{len(each.holders)}", *values)
    put(out, table)
    out.print()
    put(out, "For one member who may veto, and for one of the others. Banzhaf is normalised.")
    put(out, "`--json` has every index as an exact fraction.")
