"""`lifecycle whatif`: what would have changed a vote.

Knows how pivots and least changes are laid out for people. Refuses to search for them, and to know which votes a
scenario has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lifecycle.analysis.changes import ChangeGroup, Part
from lifecycle.analysis.pivots import Nearest, WhatIf
from lifecycle.analysis.votes import NoVote, Vote, votes_of
from lifecycle.cli.drawing import council_words, decision_lines, open_table, outcome_text, put
from lifecycle.cli.options import Json, Plain, Recursive, Scenarios, command_app, examples, rule_for
from lifecycle.cli.output import clean, console, emit, errors_json, show_problems
from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot
from lifecycle.model.council import Member
from lifecycle.model.reasons import named, phrase
from lifecycle.model.rules import Outcome
from lifecycle.scenario.files import readable_files
from lifecycle.scenario.loader import load
from lifecycle.scenario.press import Press
from lifecycle.scenario.scenario import Scenario, ScenarioDraft

app = command_app()

Rules = Annotated[
    list[str] | None,
    typer.Option("--rule", metavar="NAME|FILE", help="Ask the same under this rule too; may be repeated."),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """A scenario with what would have changed the vote on each of its drafts."""

    scenario: Scenario
    votes: Sequence[Vote | NoVote]

    def to_json(self) -> dict[str, object]:
        """One entry of the document `whatif --json` prints."""
        drafts = {each.draft.name: each.to_json() for each in self.votes}
        return {"file": self.scenario.file, "title": self.scenario.title, "drafts": drafts}


@app.command(
    epilog=examples(
        "lifecycle whatif scenarios/aleppo-2016/as-reported.yaml",
        "lifecycle whatif scenarios/aleppo-2016/as-reported.yaml --rule no-veto",
        "lifecycle whatif scenarios/aleppo-2016/as-reported.yaml --json",
    )
)
def run(
    scenarios: Scenarios,
    rule: Rules = None,
    recursive: Recursive = False,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Say what would have changed a vote, and what is still open.

    Names the pivotal members and the least changes to each other outcome. Of a vote of which not every ballot is known
    it counts how the others can fall; to cast an unknown ballot is a change too.
    """
    done: list[Asked] = []
    files, problems = readable_files(scenarios, recursive=recursive)
    press = Press()
    for file in files:
        try:
            scenario = load(file)
            others = [rule_for(name, scenario.council) for name in rule or ()]
            done.append(Asked(scenario, votes_of(scenario, others, press)))
        except InputError as error:
            problems.extend(error.problems)
    problems = list(dict.fromkeys(problems))  # a rule that there is not is wrong once, not once a scenario
    if json:
        emit({"scenarios": [each.to_json() for each in done], **errors_json(problems)})
        return 2 if problems else 0
    out = console()
    for each in done:
        _show(out, each, plain=plain)
    if problems:
        show_problems(problems)
    return 2 if problems else 0


def _show(out: Console, asked: Asked, *, plain: bool) -> None:
    scenario = asked.scenario
    put(out, Text(clean(scenario.title), "bold"))
    put(out, f"{council_words(scenario.council)}; * marks permanent members")
    for each in asked.votes:
        out.print()
        put(out, _head(each.draft))
        if isinstance(each, NoVote):
            put(out, Padding(Text(each.text), (0, 0, 0, 2), expand=False))
        else:
            _show_vote(out, each, plain=plain)
    out.print()


def _show_vote(out: Console, vote: Vote, *, plain: bool) -> None:
    lines = []
    if vote.waiting:
        state = vote.waiting.replace("_", " ")
        lines.append(Text(f"No vote has been taken; the text is {state}. This is what one would come to."))
    for line in (*lines, *decision_lines(vote.found.decision), *_lines(vote.found)):
        put(out, Padding(line, (0, 0, 0, 2), expand=False))
    if vote.under:
        out.print()
        _compare(out, [vote.found, *vote.under.values()], plain=plain)


def _head(draft: ScenarioDraft) -> Text:
    line = Text(draft.name, "bold")
    for part in (draft.symbol, ", ".join(draft.sponsors)):
        line.append(f"   {part}" if part else "", "default")
    return line


def _lines(found: WhatIf) -> Iterator[Text | Padding]:
    if found.open:
        yield _open_line(found)
    yield _pivot_line(found)
    settled = found.decision.outcome is not None
    cites = ", ".join(cite.key for cite in found.decision.reasons[0].cites)
    told: set[tuple[Member, ...]] = set()
    for outcome, nearest in found.nearest.items():
        yield _aim(outcome, nearest, settled=settled)
        for group in nearest.groups:
            yield from _group_lines(group, told)
    yield Text(f"Counted under {found.decision.finding.rule.text} ({cites}).")


def _open_line(found: WhatIf) -> Text:
    counts = found.open
    assert counts is not None
    parts = [f"{outcome} in {counts.of(outcome):,}" for outcome in Outcome if counts.of(outcome)]
    roll = found.decision.finding.counted
    unknown, counted = roll.ballots.count(None), ", in the numbers counted" if roll.unnamed else ""
    return Text(
        f"Open: {unknown} {'ballot is' if unknown == 1 else 'ballots are'} unknown. Of the {counts.total:,} ways "
        f"they can fall (yes, no or neither{counted}), it is {', '.join(parts)}. That counts ways, not chances."
    )


def _pivot_line(found: WhatIf) -> Text:
    by_member: dict[Member, dict[Outcome, list[Ballot]]] = {}
    for pivot in found.pivots:
        by_member.setdefault(pivot.member, {}).setdefault(pivot.outcome, []).append(pivot.to)
    if not by_member:
        known = "changes" if found.decision.outcome else "settles"
        return Text(f"Pivotal alone: nobody; no single ballot {known} the outcome.")
    alike: dict[str, list[str]] = {}
    for member, ends in by_member.items():
        says = "; ".join(f"{outcome} by {_ballots(to)}" for outcome, to in ends.items())
        alike.setdefault(says, []).append(_starred(member))
    text = "; ".join(f"{', '.join(members)} ({says})" for says, members in alike.items())
    return Text(f"Pivotal alone: {text}.")


def _aim(outcome: Outcome, nearest: Nearest, *, settled: bool) -> Text:
    line = Text("To be " if outcome is not Outcome.FAILED else "To have ").append_text(outcome_text(outcome))
    if nearest.changes is None:
        return line.append(": no change of ballots leads there under this rule.", "default")
    ballots = "1 ballot" if nearest.changes == 1 else f"{nearest.changes} ballots"
    verb = "changed" if settled else "cast or changed"
    sets = "1 way" if nearest.count == 1 else f"{nearest.count:,} ways"
    return line.append(f": {ballots} {verb} at least; {sets}", "default")


def _group_lines(group: ChangeGroup, told: set[tuple[Member, ...]]) -> Iterator[Text | Padding]:
    """Each part on a line: who, and to which ballots; then the members to choose among, unless `told` before."""
    seen: list[tuple[Member, ...]] = []
    for place, part in enumerate(group.parts):
        mark, lead = ("  - ", "") if place == 0 else ("", "and ")
        rest = " others" if part.members in seen else ""
        seen.append(part.members)
        hanging = Table.grid(padding=0)
        hanging.add_column(width=4)
        hanging.add_row(mark, Text(f"{lead}{_who(part, rest)}: to {_ballots(part.to)}"))
        yield Padding(hanging, 0, expand=False)
    for members in dict.fromkeys(p.members for p in group.parts if p.choose < len(p.members)):
        if members not in told:
            told.add(members)
            yield Padding(Text(f"the {len(members)}: {', '.join(map(_starred, members))}", "dim"), (0, 0, 0, 6))


def _who(part: Part, rest: str) -> str:
    if part.choose == len(part.members):
        return ", ".join(_starred(member) for member in part.members)
    return f"any {part.choose} of {len(part.members)}{rest}"


def _starred(member: Member) -> str:
    return f"{named(member.name)}{'*' if member.permanent else ''}"


def _ballots(to: Sequence[Ballot]) -> str:
    return phrase([ballot.replace("_", " ") for ballot in to], "or")


def _compare(out: Console, by_rule: Sequence[WhatIf], *, plain: bool) -> None:
    """The same roll under several rules, one a line."""
    rows = [(found.decision.finding.rule.name, found) for found in by_rule]
    if plain:
        for rule, found in rows:
            steps = "; ".join(f"{outcome} {_needs(found, outcome)}" for outcome in found.nearest)
            put(out, f"Under {rule}: {found.decision.outcome or 'open'}. Changes needed: {steps}.")
        return
    table = open_table(gap=3)
    for heading in ("  under", "outcome", *(f"to {outcome}" for outcome in Outcome)):
        table.add_column(heading)
    for rule, found in rows:
        ends = (_needs(found, outcome) for outcome in Outcome)
        table.add_row(Text(f"  {rule}"), outcome_text(found.decision.outcome or "open"), *ends)
    put(out, table)


def _needs(found: WhatIf, outcome: Outcome) -> str:
    if outcome not in found.nearest:
        return "-"
    changes = found.nearest[outcome].changes
    return "never" if changes is None else str(changes)
