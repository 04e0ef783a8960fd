"""A scenario that has been read: names are members, paths are files, and every ballot has its place on a roll.

Knows the nouns between the loader, which fills them, and replay, which runs them. Refuses to read or run anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path

from lifecycle.errors import Place
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member
from lifecycle.model.draft import Event
from lifecycle.model.proposals import Form
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, Rule, rule_on
from lifecycle.model.ruling import Ruling
from lifecycle.model.table import State


@dataclass(frozen=True, slots=True)
class Report:
    """What the press, or a list of events, says of a draft; `type` and `modality` are the annotation guide's words.

    `votes` maps "in_favour", "against" and "abstained" to the members a report names there; `counts` holds such a side
    with the least and the most members it can have had. `planned_for` is set where `when` is not the day of the vote
    that is planned, but that of its planning.
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
    counts: tuple[tuple[str, int, int], ...] = ()
    planned_for: When | None = None

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

    `votes` are the ballots as they were given, `changes` what the scenario makes of single ones (None: unknown);
    `roll` is the two together, None where nothing is said of any ballot. `ruling` is what the President held the
    matter to be; `other_kind` says that a variation makes the matter another kind; `form` is what is put to the
    vote, `about` the draft it is about, if it is no text itself. `place` and `line` are where a file names it.
    """

    name: str
    sponsors: tuple[str, ...] = ()
    label: str | None = None
    symbol: str | None = None
    recorded_as: str | None = None
    kind: Kind | None = None
    other_kind: bool = False
    parties: tuple[Member, ...] = ()
    votes: Roll | None = None
    changes: tuple[tuple[Member, Ballot | None], ...] = ()
    steps: tuple[Event, ...] = ()
    ruling: Ruling | None = None
    form: Form = Form.TEXT
    about: str | None = None
    place: Place | None = field(default=None, compare=False)
    line: str | None = field(default=None, compare=False)

    @property
    def roll(self) -> Roll | None:
        """The ballots as the scenario has them."""
        return self.votes and self.votes.changed(dict(self.changes))


@dataclass(frozen=True, slots=True)
class Setting:
    """A Council and a rule under which a sweep votes, and the swept members on that Council, in the sweep's order."""

    council: Council
    rule: Rule
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Sweep:
    """Every combination of ballots and settings: `ballots` are those each swept member, called so, may cast.

    A member of another Council who has no ballot in the scenario casts `rest` (None: unknown).
    """

    draft: str
    names: tuple[str, ...]
    ballots: tuple[tuple[Ballot, ...], ...]
    settings: tuple[Setting, ...]
    rest: Ballot | None = None
    place: Place | None = field(default=None, compare=False)


Leaning = str | Mapping[Ballot, Fraction]
"""A stance by its name, or the probability of each ballot; those that are missing have none."""


@dataclass(frozen=True, slots=True)
class Leanings:
    """What a scenario says of how members lean on one draft; `rest` is everybody else, a bloc casts one ballot."""

    members: Mapping[Member, Leaning] = field(default_factory=dict)
    rest: Leaning | None = None
    blocs: tuple[tuple[Member, ...], ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A history or a hypothesis, ready to be replayed.

    A title, a Council, a rule and drafts make one. `file` is what messages call it, `extends` the file it is a
    variation of; `published` maps articles, by their names here, to the days they are known to be of. `holidays`, where
    given, asks for the day by which the Assembly debates a veto.
    """

    title: str
    council: Council
    rule: Rule
    drafts: tuple[ScenarioDraft, ...]
    file: str = ""
    extends: str | None = None
    teaches: str | None = None
    source: str | None = None
    articles: tuple[ArticleFile, ...] = ()
    published: Mapping[str, date] = field(default_factory=dict)
    reports: tuple[Report, ...] = ()
    events_file: ArticleFile | None = None
    before: date | None = None
    expect: Mapping[str, State] = field(default_factory=dict)
    holidays: tuple[date, ...] | None = None
    sweep: Sweep | None = None
    leanings: Mapping[str, Leanings] = field(default_factory=dict)

    @property
    def on(self) -> date:
        """The day whose Council votes."""
        return self.council.on

    def touches(self, draft: ScenarioDraft) -> bool:
        """Whether this is a hypothesis about `draft`: changed ballots, steps or kind, another Council or another rule.

        Then what the press reported of the draft from the vote on no longer binds.
        """
        other_law = self.council.invented or self.rule != rule_on(self.on)
        return other_law or bool(draft.changes or draft.steps or draft.other_kind)
