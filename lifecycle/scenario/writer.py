"""From a `Scenario` to the file that says it, and the first lines of a new one.

Knows how each part is written so that reading it gives the same scenario back, in the words and the order a person
would choose. Refuses to touch a disk. A variation is written out in full: what it inherited stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from os.path import relpath
from pathlib import Path
from textwrap import fill
from typing import Any

import yaml

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, council_on
from lifecycle.model.draft import Event
from lifecycle.model.presets import preset_that_is
from lifecycle.model.proposals import Form
from lifecycle.model.reports import When, day_in_words
from lifecycle.model.rules import Rule, rule_on
from lifecycle.model.ruling import Ruling
from lifecycle.scenario.assumptions import plain_assumptions
from lifecycle.scenario.loader import SAID
from lifecycle.scenario.scenario import ArticleFile, Report, Scenario, ScenarioDraft

WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Writes every text plain where YAML allows it: the loader reads `no` and `2016-10-08` as words."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (the library's own attribute)

    def ignore_aliases(self, data: Any) -> bool:
        """A list that stands twice is written twice."""
        return True

    def represent_text(self, text: str) -> yaml.ScalarNode:
        """A text; one with the breaks that the library would fold away in single quotes, in double quotes."""
        style = '"' if any(mark in text for mark in "\x85\u2028\u2029") else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _Dumper.represent_text)


def scenario_yaml(scenario: Scenario) -> str:
    """The file that says `scenario`, as YAML. Paths in it are relative to the folder of `scenario.file`."""
    return yaml.dump(
        plain(scenario), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH, default_flow_style=None
    )


def plain(scenario: Scenario) -> dict[str, Any]:
    """The scenario as tables, lists and texts alone; what is empty is left out."""
    drafts, council = scenario.drafts, scenario.council
    said = _filled(
        title=scenario.title,
        teaches=scenario.teaches,
        on=scenario.on.isoformat(),
        council=_council(council),
        rule=_rule(scenario.rule, council),
        articles=[_path(article, scenario) for article in scenario.articles],
        published={name.rsplit("/", 1)[-1]: day.isoformat() for name, day in scenario.published.items()},
        events=_path(scenario.events_file, scenario) if scenario.events_file else _events(scenario),
        before=scenario.before and scenario.before.isoformat(),
        drafts={draft.name: _draft(draft) for draft in drafts},
        kind={draft.name: draft.kind.value for draft in drafts if draft.kind},
        ruling={draft.name: _ruled(draft.ruling) for draft in drafts if draft.ruling},
        parties={draft.name: [member.name for member in draft.parties] for draft in drafts if draft.parties},
        votes={draft.name: _votes(draft.votes) for draft in drafts if draft.votes},
        change={draft.name: _changes(draft) for draft in drafts if draft.changes},
        steps={draft.name: [_step(step) for step in draft.steps] for draft in drafts if draft.steps},
        expect={name: state.value for name, state in scenario.expect.items()},
        source=scenario.source,
        **plain_assumptions(scenario),
    )
    # An empty list of holidays says something: that the day of the debate is asked for.
    return said if scenario.holidays is None else said | {"holidays": [day.isoformat() for day in scenario.holidays]}


def _filled(**entries: Any) -> dict[str, Any]:
    """The entries that say something; a trailing underscore frees a name that Python keeps for itself."""
    return {key.rstrip("_"): value for key, value in entries.items() if value not in (None, [], {}, ())}


def _path(file: ArticleFile, scenario: Scenario) -> str:
    return Path(relpath(file.path, Path(scenario.file).parent)).as_posix()


def _council(council: Council) -> dict[str, Any] | None:
    """What makes this Council of the day's, if it is invented: exchanged seats where that says it, else all seats."""
    if not council.invented:
        return None
    day = council_on(council.on)
    without = [member.name for member in day.members if member not in council.members]
    with_ = [member.name for member in council.members if member not in day.members]
    if day.permanent == council.permanent and (without or with_):
        return _filled(without=without, with_=with_)
    permanent = [member.name for member in council.permanent]
    return {"permanent": permanent, "elected": [member.name for member in council.elected]}


def _rule(rule: Rule, council: Council) -> str | dict[str, Any] | None:
    charter = rule_on(council.on)
    if rule == charter:
        return None
    named = preset_that_is(rule, council)
    if named:
        return named
    told = {"name", "text"} | ({"majority", "review_majority"} if rule.seats != charter.seats else set())
    differs = (f.name for f in fields(rule) if f.name in told or getattr(rule, f.name) != getattr(charter, f.name))
    return {name: _word(getattr(rule, name)) for name in differs if name != "cites"}


def _word(value: Any) -> Any:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return list(value)
        case _:
            return str(value)


def _draft(draft: ScenarioDraft) -> dict[str, Any]:
    return _filled(
        label=draft.label,
        symbol=draft.symbol,
        recorded_as=draft.recorded_as,
        sponsors=list(draft.sponsors),
        form=draft.form.value if draft.form is not Form.TEXT else None,
        about=draft.about,
    )


def _ruled(ruling: Ruling) -> str:
    return "procedural" if ruling.procedural else "not_procedural"


def _votes(roll: Roll) -> dict[str, Any]:
    """The ballots by name; of a complete roll the commonest ballot as `rest`, which is how people say it."""
    cast = {ballot: [member.name for member in roll.cast(ballot)] for ballot in Ballot}
    rest = max(Ballot, key=lambda ballot: len(cast[ballot])) if roll.complete else None
    said: dict[str, Any] = {ballot.value: names for ballot, names in cast.items() if names and ballot is not rest}
    return {**said, "rest": rest.value} if rest else said


def _changes(draft: ScenarioDraft) -> dict[str, str]:
    return {member.name: ballot.value if ballot else "unknown" for member, ballot in draft.changes}


def _step(event: Event) -> dict[str, Any]:
    return _filled(
        event=event.act.value,
        date=event.when.best and event.when.best.isoformat(),
        by=list(event.by),
        until=event.until and event.until.isoformat(),
        outcome=event.outcome and event.outcome.value,
        not_pressed="yes" if event.not_pressed else None,
        note=event.note if event.note != SAID else None,
    )


def _events(scenario: Scenario) -> list[dict[str, Any]]:
    return [_report(report) for report in scenario.reports]


def _report(report: Report) -> dict[str, Any]:
    evidence = [{key: str(value) for key, value in each.to_json().items()} for each in report.evidence]
    return _filled(
        id=report.id,
        draft=report.draft,
        type=report.type,
        modality=report.modality if report.modality != "occurred" else None,
        date=_when(report.when),
        actors=list(report.actors),
        votes={side: list(members) for side, members in report.votes.items()},
        evidence=evidence,
    )


def _when(when: When) -> str | dict[str, str] | None:
    if when == When():
        return None
    if when.best and when == When.on(when.best, "stated"):
        return when.best.isoformat()
    return {key: value for key, value in when.to_json().items() if value is not None}


def skeleton(on: date) -> str:
    """A commented scenario of that day, complete enough to be replayed as it stands.

    Raises InputError for a day whose Council is not known.
    """
    council = council_on(on)
    return "\n".join(_skeleton_lines(council)) + "\n"


def _skeleton_lines(council: Council) -> Iterator[str]:
    day, law = day_in_words(council.on), rule_on(council.on)
    yield "# A scenario: `lifecycle replay` runs it. Change the votes, then what you expect."
    yield "# For an editor that checks while you write: `lifecycle schema scenario -o scenario.schema.json`, and as"
    yield "# the first line of this file `# yaml-language-server: $schema=scenario.schema.json`."
    yield f"title: A vote of {day}"
    yield f"on: {council.on}  # fixes the Council's members and the rule"
    yield f"# The Council of {day}; {law.majority} votes are needed:"
    for role, members in (("permanent", council.permanent), ("elected", council.elected)):
        names = ", ".join(member.name for member in members)
        yield fill(f"{role}: {names}", 100, initial_indent="#   ", subsequent_indent="#     ", break_on_hyphens=False)
    yield from _SKELETON.splitlines()


_SKELETON = """\
drafts:
  draft: {label: my draft, sponsors: []}  # also symbol: S/2016/846
votes:
  draft:
    yes: []
    no: []
    abstain: []
    not_participating: []
    absent: []
    rest: yes  # the ballot of every member not named; without it their ballots are unknown
expect: {draft: adopted}  # or vetoed, failed, withdrawn, lapsed, ...
# What else a scenario may say; take away the # to use it:
# teaches: One line on what to learn from it.
# source: where the facts can be checked
# articles: [folder]  # press articles (.txt), mined for events
# kind: {draft: procedural}  # substantive is assumed
# rule: no-veto  # a named rule, or fields such as {majority: 10}
# council: {without: [...], with: [...]}  # another Council, labelled invented
# steps: {draft: [{event: withdraw, date: ...}]}  # events that you assume
# A second file can hold only what differs: `extends: this-file.yaml`, `change: {draft: {France: no}}`."""
