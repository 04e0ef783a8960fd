"""`lifecycle decide`: one vote.

Knows how to read a roll from the words of a call and how a single decision is shown. Refuses to know the law.
"""

from __future__ import annotations

from typing import Annotated

import typer

from lifecycle.cli.drawing import decision_lines, put, roll_lines
from lifecycle.cli.options import Json, Members, On, Plain, RuleName, command_app, examples, members, rule_for
from lifecycle.cli.output import console, emit
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.rules import Kind

app = command_app()
Rest = Annotated[
    Ballot | None,
    typer.Option(metavar="BALLOT", help=f"The ballot of everybody else: {', '.join(Ballot)}. Unknown without it."),
]
KindOfMatter = Annotated[
    Kind | None,
    typer.Option(metavar="KIND", help=f"The kind of matter: {', '.join(Kind)}. Without it, substantive is assumed."),
]


@app.command(
    epilog=examples(
        "lifecycle decide --on 2016-10-08 --no RUS,VEN --abstain AGO,CHN --rest yes",
        "lifecycle decide --on 1950-06-25 --abstain YUG --absent USSR --rest yes",
        "lifecycle decide --on 2022-02-27 --no Russia --abstain CHN,IND,ARE \\\n      --rest yes --kind procedural",
        'lifecycle decide --on 2024-04-18 --no "United States" --rule no-veto',
    )
)
def run(
    on: On,
    yes: Members = None,
    no: Members = None,
    abstain: Members = None,
    not_participating: Members = None,
    absent: Members = None,
    rest: Rest = None,
    kind: KindOfMatter = None,
    rule: RuleName = None,
    party: Annotated[list[str] | None, typer.Option(metavar="MEMBERS", help="Parties to the dispute.")] = None,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Decide one vote: adopted, vetoed or failed, and why.

    Members go by UN name, ISO code or usual short name; an option may be repeated and takes names with commas between.
    """
    council = council_on(on)
    given = {
        Ballot.YES: members("--yes", yes or (), council),
        Ballot.NO: members("--no", no or (), council),
        Ballot.ABSTAIN: members("--abstain", abstain or (), council),
        Ballot.NOT_PARTICIPATING: members("--not-participating", not_participating or (), council),
        Ballot.ABSENT: members("--absent", absent or (), council),
    }
    roll = Roll.of(council, {ballot: [member.name for member in cast] for ballot, cast in given.items()}, rest)
    parties = members("--party", party or (), council)
    decision = decide(roll, kind, rule_for(rule, council), parties)
    if json:
        emit(decision.to_json())
        return 0
    out = console()
    put(out, *decision_lines(decision), "", *roll_lines(roll, out.width, plain=plain))
    return 0
