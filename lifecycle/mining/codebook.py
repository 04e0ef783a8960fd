"""The codebook: which words carry which step, and which change what a text commits to.

Knows the form of `codebook.yaml` and compiles its patterns when they are first used. Refuses to know how a cue is
framed by drafts and states; that is `steps`'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from lifecycle.located import read


@dataclass(frozen=True)
class StepRule:
    """A rule for one type of step. `frames` are tried in order; `unless` masks text that only looks like a cue."""

    id: str
    type: str
    says: str
    cue_text: str
    frames: tuple[str, ...]
    unless_text: str
    yes: str
    no: str

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """The words that carry the step."""
        return re.compile(rf"(?<![\w-])(?:{self.cue_text})(?!\w)", re.IGNORECASE)

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        """Text in which the cue means something else."""
        return re.compile(self.unless_text, re.IGNORECASE) if self.unless_text else None


@dataclass(frozen=True)
class CueRule:
    """A cue that changes what the text commits to; `makes` is the modality it gives."""

    id: str
    makes: str
    text: str

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """The words."""
        return re.compile(self.text, re.IGNORECASE)


@dataclass(frozen=True)
class Codebook:
    """All rules, in the order of the file."""

    steps: tuple[StepRule, ...]
    modality: tuple[CueRule, ...]
    right: tuple[CueRule, ...]
    history: tuple[CueRule, ...]
    stops_text: str
    other_bodies_text: str
    general_text: str
    pseudo_text: str

    @cached_property
    def stops(self) -> re.Pattern[str]:
        """Where a clause, and the reach of a cue of modality, ends."""
        return re.compile(self.stops_text)

    @cached_property
    def general(self) -> re.Pattern[str]:
        """Statements of procedure, which tell no step."""
        return re.compile(self.general_text, re.IGNORECASE)

    @cached_property
    def pseudo(self) -> re.Pattern[str]:
        """Words that look like a cue of modality and are none."""
        return re.compile(rf"\b(?:{self.pseudo_text})\b", re.IGNORECASE)

    @cached_property
    def other_bodies(self) -> re.Pattern[str]:
        """Bodies whose votes and vetoes are no business of ours."""
        return re.compile(rf"\b(?:{self.other_bodies_text})")


@cache
def codebook() -> Codebook:
    """The codebook that comes with the package."""
    path = Path(__file__).with_name("codebook.yaml")
    data: dict[str, Any] = read(path, path.name).plain()
    return Codebook(
        tuple(_step(row) for row in data["steps"]),
        _cues(data["modality"]),
        _cues(data["right"]),
        tuple(CueRule(row["id"], "history_other", rf"\b(?:{row['cue']})\b") for row in data["history"]),
        data["stops"],
        data["other_bodies"],
        data["general"],
        data["pseudo"],
    )


def _step(row: dict[str, Any]) -> StepRule:
    return StepRule(
        row["id"],
        row["type"],
        row["says"],
        row["cue"],
        tuple(row["frame"]),
        row.get("unless", ""),
        row["yes"],
        row["no"],
    )


def _cues(rows: list[dict[str, str]]) -> tuple[CueRule, ...]:
    return tuple(CueRule(row["id"], row["is"], row["cue"]) for row in rows)
