"""`lifecycle record`: the voting record, audited, shown and told as scenarios.

Knows the words of each subcommand; `recordsearch` holds those that search. Refuses to know the law.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from lifecycle.cli import recordsearch
from lifecycle.cli import recordviews as views
from lifecycle.cli.drawing import put
from lifecycle.cli.options import Force, Json, Plain, RuleName, command_app, examples, rule_for
from lifecycle.cli.output import check_ending, check_free, clean, console, emit, errors_json, show_problems, write_whole
from lifecycle.cli.recordfiles import (
    In,
    Since,
    Symbol,
    Until,
    check_days,
    in_order,
    record_files,
    the_record,
    vote_json,
)
from lifecycle.errors import InputError, Problem, refuse
from lifecycle.model.council import Council
from lifecycle.model.rules import Rule, rule_on
from lifecycle.record.audit import Audit, RuleFor, audit, charter_rule
from lifecycle.record.rows import Loaded, load_votes
from lifecycle.record.search import one_under, under_symbol

app = command_app()

Files = Annotated[
    list[Path] | None, typer.Argument(metavar="FILE", readable=False, help="CSV files, plain or gzipped.")
]


@app.callback(
    epilog=examples(
        "lifecycle record audit votes_adopted.csv.gz votes_not_adopted.csv",
        "lifecycle record show S/2016/846 --in votes_not_adopted.csv",
        "lifecycle record COMMAND --help",
    )
)
def _root() -> None:
    """The voting record since 1946: audited, searched, and told as scenarios.

    The record is yours to bring: the UN Digital Library publishes "Security Council Voting Data" as record 4055387
    (https://digitallibrary.un.org/record/4055387). Name its files with --in (of audit: after
    its name), or once in LIFECYCLE_RECORD, several with the path separator between (: or, on Windows, ;).
    """


@app.command(
    "audit",
    short_help="Recompute every outcome, explain each difference.",
    epilog=examples(
        "lifecycle record audit votes_adopted.csv.gz votes_not_adopted.csv",
        "lifecycle record audit votes_adopted.csv.gz --rule all-five-must-agree",
    ),
)
def audit_command(
    files: Files = None,
    rule: RuleName = None,
    since: Since = None,
    until: Until = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Recompute every recorded outcome and account for each difference.

    Exit 0 if nothing is unexplained, 1 if something is, 2 if the files have faults; the rest is audited all the same.
    With --rule, a rule changed on purpose: how many resolutions it would have lost.
    """
    check_days(since, until)
    loaded = load_votes(record_files(files, "FILE..."))
    kept = tuple(v for v in loaded.votes if (not since or v.day >= since) and (not until or v.day <= until))
    done = audit(Loaded(kept, loaded.problems), _rule_for(rule))
    if json:
        emit({**_audit_json(done, rule), **errors_json(done.problems)})
    else:
        put(console(), *(views.rule_view(done, rule, plain=plain) if rule else views.audit_view(done, plain=plain)))
        if done.problems:
            _show_faults(done.problems)
    if done.problems:
        return 2
    return 1 if done.differing and not rule else 0


def _rule_for(wanted: str | None) -> RuleFor:
    """The rule of each Council: a named one is made once for each of the Charter's periods."""
    if wanted is None:
        return charter_rule
    made: dict[Rule, Rule] = {}

    def chosen(council: Council) -> Rule:
        charter = rule_on(council.on)
        if charter not in made:
            made[charter] = _fitted(wanted, council)
        return made[charter]

    return chosen


def _fitted(wanted: str, council: Council) -> Rule:
    """The rule for this Council. Raises InputError that says how to leave out the years it cannot be met in."""
    try:
        return rule_for(wanted, council)
    except InputError as error:
        problem = error.problems[0]
        if problem.slug != "impossible-rule":
            raise
        message = f"{problem.message}, as in {council.on.year}; --from 1966-01-01 audits the years of fifteen"
        raise refuse(problem.slug, message, problem.place) from error


def _audit_json(done: Audit, rule: str | None) -> dict[str, object]:
    document = done.to_json()
    if rule is None:
        return document
    changed = {
        name: [each.to_json() for each in votes] for name, votes in (("lost", done.lost()), ("gained", done.gained()))
    }
    return {**document, "unexplained": [], "rule": rule, **changed}


def _show_faults(problems: Sequence[Problem]) -> None:
    most = 20
    show_problems(problems[:most])
    if len(problems) > most:
        typer.echo(f"{len(problems) - most} more faults; --json lists them.", err=True)


@app.command(
    "show",
    short_help="Show every vote under a symbol.",
    epilog=examples("lifecycle record show S/2016/846", "lifecycle record show 119"),
)
def show_command(symbol: Symbol, in_: In = None, json: Json = False, plain: Plain = False) -> int:
    """Show every vote under a symbol: the roll, the decision and its sources."""
    done = the_record(in_)
    everything = in_order(done.recounts)
    wanted = {vote.key for vote in under_symbol([recount.vote for recount in everything], symbol)}
    recounts = [recount for recount in everything if recount.vote.key in wanted]
    if json:
        emit({"votes": [vote_json(recount) for recount in recounts]})
        return 0
    out = console()
    for place, recount in enumerate(recounts):
        put(out, *([""] if place else []), *views.show_view(recount, out.width, plain=plain))
    return 0


@app.command(
    "scenario",
    short_help="Write a recorded vote as a scenario.",
    epilog=examples("lifecycle record scenario S/2016/846 -o aleppo.yaml", "lifecycle record scenario 119"),
)
def scenario_command(
    symbol: Symbol,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")] = None,
    force: Force = False,
    in_: In = None,
    json: Json = False,
) -> int:
    """Write a recorded vote as a scenario, ready to be changed and replayed."""
    # Here, because scenarios bring their forms along and no other command of the record needs these.
    from lifecycle.record.retold import scenario_of
    from lifecycle.scenario.writer import scenario_yaml

    if output is not None:
        check_ending(output, "a scenario is written", ".yaml", ".yml")
    done = the_record(in_)
    text = scenario_yaml(scenario_of(one_under([recount.vote for recount in in_order(done.recounts)], symbol)))
    if output is not None:
        check_free(output, force=force)
        write_whole(output, text)
    if json:
        emit({"file": output and output.as_posix(), "text": text})
    elif output is None:
        console().print(clean(text), end="", soft_wrap=True)
    else:
        typer.echo(f"{output.as_posix()} is written; `lifecycle replay {output.as_posix()}` runs it.")
    return 0


app.add_typer(recordsearch.app)
