"""`lifecycle forecast`: outcome probabilities from stated leanings.

Knows how a forecast is shown with everything it assumes. Refuses to assume anything itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from lifecycle.analysis.daily import DraftForecast, forecasts
from lifecycle.analysis.forecast import SAYS, Lean
from lifecycle.analysis.stances import Stance, read_stances, stances
from lifecycle.cli.drawing import council_words, day_text, open_table, outcome_text, put
from lifecycle.cli.options import At, Json, Plain, command_app, examples
from lifecycle.cli.output import clean, console, emit, write_whole
from lifecycle.cli.plotted import check_plot
from lifecycle.errors import Place, nearest_names, refuse
from lifecycle.model.rules import Outcome
from lifecycle.scenario.loader import load
from lifecycle.scenario.press import Press
from lifecycle.scenario.scenario import Scenario

app = command_app()

Stances = Annotated[
    Path | None, typer.Option("--stances", metavar="FILE", help="A CSV table from stance to probabilities.")
]


@app.command(
    epilog=examples(
        "lifecycle forecast scenarios/questions/a-close-vote.yaml",
        "lifecycle forecast scenarios/aleppo-2016/as-reported.yaml",
        "lifecycle forecast scenarios/aleppo-2016/as-reported.yaml --at 2016-10-06",
    )
)
def run(
    scenario: Annotated[Path, typer.Argument(metavar="SCENARIO", help="A scenario with `leanings:` or articles.")],
    at: At = None,
    table: Stances = None,
    draft: Annotated[str | None, typer.Option(metavar="NAME", help="Only this draft.")] = None,
    plot: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the days: an .svg or .png file.")] = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Outcome probabilities from stated leanings, exactly.

    Day by day as articles come in. Each member leans as the scenario's `leanings:` say, else as it was heard to say
    in the articles, else as members of its kind have voted since 1946. The ballots a scenario gives are not looked at.
    """
    if plot:
        check_plot(plot)
    read = load(scenario)
    rows = read_stances(table) if table else stances()
    press = Press()
    every = forecasts(read, at, rows, press)
    found = [each for each in every if draft in (None, each.draft)]
    if not found:
        names = [each.draft for each in every]
        message = f"no draft with a forecast is called {draft!r}; those with one are {', '.join(names)}"
        raise refuse("unknown-draft", message, Place(read.file), nearest_names(draft or "", names))
    if plot:
        _draw(found, read, plot)
    used = _used(found, rows)
    if json:
        entries = {each.draft: each.to_json() for each in found}
        emit({"file": read.file, "says": SAYS, "drafts": entries, "stances": [row.to_json() for row in used]})
        return 0
    out = console()
    _show(out, read, found, used, tuple(_reported(read, at, press)), plain=plain)
    if plot:
        put(out, f"{plot.as_posix()} is written.")
    return 0


def _reported(scenario: Scenario, at: date | None, press: Press) -> Iterator[str]:
    """Of each draft that is said to have ended, that the forecast looks away from that."""
    for name, reports in press.sourced(scenario, at).reports.items():
        ends = dict.fromkeys(r.type for r in reports if r.modality == "occurred" and r.type in set(Outcome))
        if ends:
            yield f"{name} is reported {' and '.join(ends)}; a forecast does not use reported outcomes."


def _used(found: Iterable[DraftForecast], rows: Mapping[str, Stance]) -> list[Stance]:
    """The rows of the table that some member leans by."""
    named = {lean.row for each in found for _, one in (*each.days, (None, each.last)) for lean in one.leans}
    return [row for name, row in rows.items() if name in named]


def _draw(found: Sequence[DraftForecast], scenario: Scenario, path: Path) -> None:
    from lifecycle.analysis.plots import forecast_picture

    if len(found) > 1:
        names = ", ".join(each.draft for each in found)
        raise refuse("bad-call", f"a picture shows one draft; say which with --draft ({names})")
    days = found[0].days or ((scenario.on, found[0].last),)
    labels = [day_text(on, scenario.on.year) for on, _ in days]
    chances = {outcome.value: [float(one.outcomes[outcome]) for _, one in days] for outcome in Outcome}
    write_whole(path, forecast_picture(labels, chances, path))


def _show(
    out: Console,
    scenario: Scenario,
    found: Sequence[DraftForecast],
    used: Sequence[Stance],
    reported: Sequence[str],
    *,
    plain: bool,
) -> None:
    put(out, Text(clean(scenario.title), "bold"))
    put(out, f"{council_words(scenario.council)}; rule: {scenario.rule.text}")
    for each in found:
        out.print()
        put(out, _head(each))
        _days(out, each, scenario.on.year, plain=plain)
        put(out, *_leans(each))
    out.print()
    put(out, *map(clean, reported))
    if used:
        put(out, Text("What a stance was taken to mean (change it with --stances FILE):", "dim"))
    for row in used:
        chances = (f"{b.replace('_', ' ')} {_percent(float(chance), 2)}" for b, chance in row.chances.items() if chance)
        put(out, Text(f"  {row.name}: {', '.join(chances)}"))
    put(out, Text(SAYS, "bold"))


def _head(each: DraftForecast) -> Text:
    line = Text(f"{each.draft}   ", "bold")
    for outcome, chance in each.last.outcomes.items():
        line.append_text(outcome_text(outcome)).append(f" {float(chance):.1%}   ", "default")
    line.rstrip()
    return line


def _days(out: Console, each: DraftForecast, year: int, *, plain: bool) -> None:
    if len(each.days) < 2:
        return
    if plain:
        for on, one in each.days:
            text = ", ".join(f"{outcome} {float(chance):.1%}" for outcome, chance in one.outcomes.items())
            put(out, f"  by {day_text(on, year)}: {text}")
        return
    table = open_table(gap=3)
    table.add_column("  known by")
    for outcome in Outcome:
        table.add_column(outcome.value, justify="right")
    table.add_column("heard", justify="right")
    for on, one in each.days:
        heard = sum(lean.basis == "stance" for lean in one.leans)
        ends = (f"{float(chance):.1%}" for chance in one.outcomes.values())
        table.add_row(f"  {day_text(on, year)}", *ends, str(heard))
    put(out, table)


def _leans(each: DraftForecast) -> Iterator[Text]:
    """Who leans how, alike members together."""
    alike: dict[str, list[str]] = {}
    for lean in each.last.leans:
        alike.setdefault(_why(lean), []).append(f"{lean.member.name}{'*' if lean.member.permanent else ''}")
    for why, members in alike.items():
        yield Text(f"  {why}: {', '.join(members)}")
    for bloc in each.last.blocs:
        yield Text(f"  one ballot together: {', '.join(member.name for member in bloc)}")


def _why(lean: Lean) -> str:
    if lean.row:
        return lean.row.replace("_", " ") if lean.basis != "stated" else f"stated: {lean.row.replace('_', ' ')}"
    parts = (f"{b.replace('_', ' ')} {_percent(float(chance))}" for b, chance in lean.chances.items() if chance)
    return f"{lean.basis}: {', '.join(parts)}"


def _percent(share: float, places: int = 1) -> str:
    return f"{share:.{places}%}".replace(f".{'0' * places}%", "%")
