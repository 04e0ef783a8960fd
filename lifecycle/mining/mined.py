"""What mining finds, as values, and the document that `lifecycle mine` prints.

Knows the nouns of the miner: mention, event, draft, stance, story, conflict. Refuses to find any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lifecycle.model.ballots import Ballot
from lifecycle.model.reports import When

Votes = Mapping[str, Any]
"""`in_favour`, `against`, `abstained`, each with n, min, max, members; `required`; `unanimous`: what the text says."""

BALLOTS = {"in_favour": Ballot.YES, "against": Ballot.NO, "abstained": Ballot.ABSTAIN}
"""The ballot that each side of a reported vote cast."""

LINES = frozenset((".jsonl", ".ndjson"))
"""Endings of the name of a file in which the document is written as JSON Lines."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that tells a step: the cue at `start`..`end` of the file, with the quote round it.

    `type` is one of the annotation guide's eleven words, `modality` of its five; `actors` are UN names of the day.
    """

    id: str
    file: str
    start: int
    end: int
    cue: str
    quote: str
    type: str
    draft: str
    modality: str
    actors: tuple[str, ...]
    date: When
    votes: Votes | None
    rule: str
    reasons: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """The mention as the `mine` document writes it."""
        return {
            "id": self.id,
            "file": self.file,
            "start": self.start,
            "end": self.end,
            "cue": self.cue,
            "quote": self.quote,
            "type": self.type,
            "draft": self.draft,
            "modality": self.modality,
            "actors": list(self.actors),
            "date": self.date.to_json(),
            "votes": self.votes,
            "rule": self.rule,
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True)
class MinedDraft:
    """A draft that the articles speak of; `label` says in words which."""

    id: str
    label: str
    sponsors: tuple[str, ...]
    symbol: str | None

    def to_json(self) -> dict[str, object]:
        """The draft as the `mine` document writes it."""
        return {"id": self.id, "label": self.label, "sponsors": list(self.sponsors), "symbol": self.symbol}


@dataclass(frozen=True, slots=True)
class MinedEvent:
    """What happened, with every mention of it."""

    id: str
    draft: str
    type: str
    modality: str
    date: When
    actors: tuple[str, ...]
    mentions: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """The event as the `mine` document writes it."""
        return {
            "id": self.id,
            "draft": self.draft,
            "type": self.type,
            "modality": self.modality,
            "date": self.date.to_json(),
            "actors": list(self.actors),
            "mentions": list(self.mentions),
        }


@dataclass(frozen=True, slots=True)
class Stance:
    """What a member says of a draft: supports, opposes, ready to work on it, or threatens a veto. No step."""

    id: str
    file: str
    start: int
    end: int
    quote: str
    member: str
    draft: str
    stance: str
    date: When

    def to_json(self) -> dict[str, object]:
        """The stance as the `mine` document writes it."""
        return {
            "id": self.id,
            "file": self.file,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "member": self.member,
            "draft": self.draft,
            "stance": self.stance,
            "date": self.date.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Dated:
    """An article without its text: its file and its publication day, given or solved.

    `margin` says how much worse the next best day would be, in days of distance; None where there is no other.
    """

    file: str
    published: When
    margin: float | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that speak of the same drafts. `reasons` say in words why each was joined to those before it."""

    id: str
    files: tuple[str, ...]
    drafts: tuple[str, ...]
    reasons: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The story as the `mine` document writes it."""
        return {"id": self.id, "files": list(self.files), "drafts": list(self.drafts)}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two mentions, or a mention and a given fact, that cannot both be right."""

    draft: str | None
    about: str
    between: tuple[str, ...]
    text: str

    def to_json(self) -> dict[str, object]:
        """The conflict as the `mine` document writes it."""
        return {"draft": self.draft, "about": self.about, "between": list(self.between), "text": self.text}


@dataclass(frozen=True, slots=True)
class Mined:
    """Everything found in a set of articles."""

    articles: tuple[Dated, ...]
    drafts: tuple[MinedDraft, ...]
    mentions: tuple[Mention, ...]
    events: tuple[MinedEvent, ...]
    stances: tuple[Stance, ...]
    stories: tuple[Story, ...]
    conflicts: tuple[Conflict, ...]

    def to_json(self) -> dict[str, object]:
        """The document that `lifecycle mine` prints."""
        return {
            "format": 1,
            "articles": [{"file": a.file, "published": a.published.to_json()} for a in self.articles],
            "drafts": [draft.to_json() for draft in self.drafts],
            "mentions": [mention.to_json() for mention in self.mentions],
            "events": [event.to_json() for event in self.events],
            "stances": [stance.to_json() for stance in self.stances],
            "stories": [story.to_json() for story in self.stories],
            "conflicts": [conflict.to_json() for conflict in self.conflicts],
        }
