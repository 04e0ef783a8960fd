"""A scenario that has been read: names are members, paths are files, and every ballot has its place on a roll.

Knows the nouns between the loader, which fills them, and replay, which runs them. Refuses to read or run anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lifecycle.model.ballots import Roll
from lifecycle.model.council import Council, Member
from lifecycle.model.machine import Event
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, Rule
from lifecycle.model.table import State


@dataclass(frozen=True, slots=True)
class Report:
    """What the press, or a list of events, says of a draft; `type` and `modality` are the annotation guide's words.

    `votes` maps "in_favour", "against" and "abstained" to the members a report names there.
    """

    id: str
    draft: str
    type: str
    modality: str
    when: When
    actors: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    mentions: tuple[str, ...] = ()
    votes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """A report that was set aside, as `replay --json` lists it."""
        return {
            "id": self.id,
            "type": self.type,
            "modality": self.modality,
            "date": self.when.to_json(),
            "actors": list(self.actors),
            "evidence": [evidence.to_json() for evidence in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article on disk: where it is, and what messages and evidence call it."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class ScenarioDraft:
    """One draft of a scenario, with what the scenario itself says of its life.

    `touched` is set where a change, steps, another Council or another rule is about this draft: then what the press
    reported from the vote on no longer binds.
    """

    name: str
    label: str | None
    symbol: str | None
    recorded_as: str | None
    sponsors: tuple[str, ...]
    kind: Kind | None
    parties: tuple[Member, ...]
    roll: Roll | None
    steps: tuple[Event, ...]
    touched: bool


@dataclass(frozen=True, slots=True)
class Scenario:
    """A history or a hypothesis, ready to be replayed; `extends` is the file it is a variation of."""

    file: str
    extends: str | None
    title: str
    teaches: str | None
    source: str | None
    on: date
    council: Council
    rule: Rule
    drafts: tuple[ScenarioDraft, ...]
    articles: tuple[ArticleFile, ...]
    published: Mapping[str, date]
    reports: tuple[Report, ...]
    events_file: ArticleFile | None
    before: date | None
    expect: Mapping[str, State]
