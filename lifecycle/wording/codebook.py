"""The codebook: which words carry which step, and which change what a text commits to.

Knows the form of `codebook.yaml`, puts its patterns together from their named parts, and compiles them when they are
first used. Refuses to know how a cue is framed by drafts and states; that is `frames`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from typing import Any

from lifecycle.errors import Place, refuse
from lifecycle.located import read
from lifecycle.patterns.alternatives import Alternatives, Letters
from lifecycle.patterns.caseless import Caseless, small

Pattern = re.Pattern[str]


BEGINS = r"(?<!\w)(?<!(?<!-)-)"
"""A cue begins a word: not behind a letter or the hyphen of a compound, but behind a dash of two hyphens."""


@dataclass(frozen=True)
class StepRule:
    """A rule for one type of step. `frames` are tried in order; `unless` masks text that only looks like a cue.

    `known`: the cue points back to a step that the article has told before. `makes`: the modality that the cue itself
    settles, "" if the words round it do. `leaves_open`: it says that a text did not pass, and not why. `undated`: the
    day of its sentence is not its own.
    """

    id: str
    type: str
    says: str
    cue_text: str
    frames: tuple[str, ...]
    unless_text: str
    yes: str
    no: str
    known: bool = False
    makes: str = ""
    leaves_open: bool = False
    undated: bool = False

    @cached_property
    def cue(self) -> Alternatives:
        """The words that carry the step."""
        return Alternatives(self.cue_text, BEGINS, r"(?!\w)")

    @cached_property
    def unless(self) -> Alternatives | None:
        """Text in which the cue means something else."""
        return Alternatives(self.unless_text) if self.unless_text else None


@dataclass(frozen=True)
class CueRule:
    """A cue that changes what the text commits to; `makes` is the modality it gives."""

    id: str
    makes: str
    text: str

    @cached_property
    def cue(self) -> Caseless:
        """The words."""
        return Caseless(self.text)


@dataclass(frozen=True)
class PastRule:
    """Words that tell a step as one of an earlier time."""

    id: str
    text: str

    @cached_property
    def cue(self) -> Alternatives:
        """The words."""
        return Alternatives(self.text, r"\b", r"\b")


@dataclass(frozen=True)
class SettledRule:
    """Words right before a step that settle its modality; `types`: those of steps that it holds for, all if empty."""

    id: str
    makes: str
    types: frozenset[str]
    text: str
    yes: str

    @cached_property
    def ends(self) -> Alternatives:
        """The words, at the very end of what stands before the step; capitals count, if not for the letters."""
        return Alternatives(self.text, r"\b(?-i:", r")\Z")


@dataclass(frozen=True)
class StanceRule:
    """A rule for one stance of a member. `needs_draft`: only where the sentence names a draft."""

    id: str
    stance: str
    says: str
    cue_text: str
    needs_draft: bool
    yes: str
    no: str

    @cached_property
    def cue(self) -> Alternatives:
        """The words that carry the stance."""
        return Alternatives(self.cue_text, r"\b", r"(?!\w)")


@dataclass(frozen=True)
class Codebook:
    """All rules, in the order of the file, and the patterns that stand alone."""

    steps: tuple[StepRule, ...]
    modality: tuple[CueRule, ...]
    settled: tuple[SettledRule, ...]
    right: tuple[CueRule, ...]
    history: tuple[PastRule, ...]
    stances: tuple[StanceRule, ...]
    texts: Mapping[str, str]

    @cached_property
    def _letters(self) -> Letters:
        """The letters that the cues need, looked for in a sentence in one go."""
        steps = (rule.cue for rule in self.steps)
        others = (*(rule.cue for rule in self.stances), *(rule.cue for rule in self.history))
        return Letters.shared((*steps, *others, self.general, self.other_bodies))

    @cached_property
    def _step_of(self) -> Mapping[Alternatives, StepRule]:
        return {rule.cue: rule for rule in self.steps}

    def steps_for(self, text: str) -> tuple[StepRule, ...]:
        """The step rules of which a cue may stand in the sentence `text`, in the order of the file."""
        rules = self._step_of
        return tuple(rules[pattern] for pattern in self._letters.there(small(text)) if pattern in rules)

    def stances_for(self, text: str) -> tuple[StanceRule, ...]:
        """The stance rules of which a cue may stand in the sentence `text`, in the order of the file."""
        there = self._letters.there(small(text))
        return tuple(rule for rule in self.stances if rule.cue in there)

    @cached_property
    def _settled_letters(self) -> Letters:
        return Letters.shared(rule.ends for rule in self.settled)

    def settled_for(self, before: str) -> Iterator[SettledRule]:
        """The rules whose words may stand in `before`, which stands before a step, in the order of the file."""
        there = self._settled_letters.there(small(before))
        return (rule for rule in self.settled if rule.ends in there)

    @cached_property
    def stops(self) -> Alternatives:
        """Where a clause, and the reach of a cue of modality, ends; the capitals count."""
        return Alternatives(self.texts["stops"], "(?-i:", ")")

    @cached_property
    def general(self) -> Alternatives:
        """Statements of procedure, which tell no step."""
        return Alternatives(self.texts["general"])

    @cached_property
    def pseudo(self) -> Pattern:
        """Words that look like a cue of modality and are none."""
        return re.compile(rf"\b(?:{self.texts['pseudo']})\b", re.IGNORECASE)

    @cached_property
    def other_bodies(self) -> Alternatives:
        """Bodies whose votes and vetoes are no business of ours; their capitals count."""
        return Alternatives(self.texts["other_bodies"], r"\b(?-i:", ")")


@cache
def codebook() -> Codebook:
    """The codebook that comes with the package."""
    path = Path(__file__).with_name("codebook.yaml")
    return codebook_from(read(path, path.name).plain())


def codebook_from(data: Mapping[str, Any]) -> Codebook:
    """The codebook in `data`, the plain content of a file. Raises InputError for a part that is not there."""
    parts: dict[str, str] = {}
    for name, text in data["parts"].items():
        whole = composed(text, parts)
        parts[name] = whole if isinstance(text, str) else f"(?:{whole})"
    alone = ("stops", "general", "pseudo", "other_bodies")
    return Codebook(
        tuple(_step(row, parts) for row in data["steps"]),
        tuple(CueRule(row["id"], row["is"], rf"\b(?:{composed(row['cue'], parts)})\b") for row in data["modality"]),
        tuple(
            SettledRule(row["id"], row["is"], frozenset(row.get("for", ())), composed(row["cue"], parts), row["yes"])
            for row in data["settled"]
        ),
        tuple(CueRule(row["id"], row["is"], composed(row["cue"], parts)) for row in data["right"]),
        tuple(PastRule(row["id"], composed(row["cue"], parts)) for row in data["history"]),
        tuple(_stance(row, parts) for row in data["stances"]),
        {name: composed(data[name], parts) for name in alone},
    )


_PART = re.compile(r"\{([a-z]\w*)\}")


def composed(text: str | list[str], parts: Mapping[str, str]) -> str:
    """The pattern `text`, a list meaning any of its lines, with each `{part}` put in.

    >>> composed(["{get} it", "no"], {"get": "(?:get|got)"})
    '(?:get|got) it|no'
    """
    whole = text if isinstance(text, str) else "|".join(text)

    def part(found: re.Match[str]) -> str:
        if found.group(1) not in parts:
            raise refuse("unknown-part", f"no part {found.group(1)!r} in the codebook", Place("codebook.yaml"))
        return parts[found.group(1)]

    return _PART.sub(part, whole)


def _numbered(cue: str) -> str:
    """A cue in which each `(?P<step>` has a name of its own, since a pattern may name a group only once.

    >>> _numbered("(?P<step>a)|b (?P<step>c)")
    '(?P<step0>a)|b (?P<step1>c)'
    """
    numbers = count()
    return re.sub(r"\(\?P<step>", lambda _: f"(?P<step{next(numbers)}>", cue)


def _step(row: Mapping[str, Any], parts: Mapping[str, str]) -> StepRule:
    return StepRule(
        row["id"],
        row["type"],
        row["says"],
        _numbered(composed(row["cue"], parts)),
        tuple(row["frame"]),
        composed(row.get("unless", ""), parts),
        row["yes"],
        row["no"],
        row.get("known") == "yes",
        row.get("is", ""),
        row.get("leaves_open") == "yes",
        row.get("undated") == "yes",
    )


def _stance(row: Mapping[str, Any], parts: Mapping[str, str]) -> StanceRule:
    cue = composed(row["cue"], parts)
    return StanceRule(row["id"], row["stance"], row["says"], cue, row["needs_draft"] == "yes", row["yes"], row["no"])
