"""What would have changed the votes of a scenario.

Knows which roll each draft's vote is, that a text which ended without a vote has none to change, and how far one is
that still waits for it. Refuses to search for changes (that is `pivots`), and to lay anything out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lifecycle.analysis.pivots import WhatIf, what_if
from lifecycle.model.ballots import Roll
from lifecycle.model.machine import Trace
from lifecycle.model.reports import day_in_words
from lifecycle.model.rules import Rule
from lifecycle.model.table import ENDS, Act, State
from lifecycle.scenario.press import Press
from lifecycle.scenario.replay import DraftLife, replay
from lifecycle.scenario.scenario import Scenario, ScenarioDraft


@dataclass(frozen=True, slots=True)
class Vote:
    """A draft with what would have changed its vote, and the same by name under every other rule asked for.

    `waiting` is the state of a text that no vote was taken on yet; None if one was.
    """

    draft: ScenarioDraft
    found: WhatIf
    under: Mapping[str, WhatIf]
    waiting: State | None = None

    def to_json(self) -> dict[str, object]:
        """The draft's entry in the document `whatif --json` prints."""
        rules = {"rules": {name: found.to_json() for name, found in self.under.items()}} if self.under else {}
        return {**self.found.to_json(), **rules}


@dataclass(frozen=True, slots=True)
class NoVote:
    """A draft whose life ended without a vote, so that no ballot can be changed, under whichever of the `rules`."""

    draft: ScenarioDraft
    trace: Trace
    rules: Sequence[str] = ()

    @property
    def text(self) -> str:
        """What there is to say to whoever asks of the vote."""
        state, day = self.trace.draft.state, self.trace.steps[-1].event.when.best
        on = f" on {day_in_words(day)}" if day else ""
        if state is State.ADOPTED:
            return f"It was adopted without a vote{on}, so there is none to change."
        return (
            f"It {'' if state is State.LAPSED else 'was '}{state}{on}: no vote was taken, so there is none to change."
        )

    def to_json(self) -> dict[str, object]:
        """The draft's entry in the document `whatif --json` prints: the keys of any other, with nothing to change."""
        rules = {"rules": {name: self._under(name) for name in self.rules}} if self.rules else {}
        return {**self._under(self.trace.draft.rule.name), **rules}

    def _under(self, rule: str) -> dict[str, object]:
        reason = {"text": self.text, "cites": [cite.key for cite in self.trace.steps[-1].row.cites]}
        nothing: dict[str, object] = {"possible_outcomes": [], "pivots": [], "nearest": {}}
        return {"outcome": None, "rule": rule, **nothing, "reasons": [reason]}


def votes_of(scenario: Scenario, others: Iterable[Rule] = (), press: Press | None = None) -> tuple[Vote | NoVote, ...]:
    """For each draft what would have changed its vote, under the scenario's rule and each of the `others`.

    The lives are those that `replay` tells, from all the sources. Raises InputError as `replay` does, and if a rule has
    not the Council's seats.
    """
    rules = tuple(others)
    lives = replay(scenario, press=press).drafts
    return tuple(_vote(scenario, draft, life, rules) for draft, life in zip(scenario.drafts, lives, strict=True))


def _vote(scenario: Scenario, draft: ScenarioDraft, life: DraftLife, others: Sequence[Rule]) -> Vote | NoVote:
    here = life.trace.draft
    voted = any(step.event.act is Act.VOTE for step in life.trace.steps)
    if not voted and here.state in ENDS:
        return NoVote(draft, life.trace, [rule.name for rule in others])
    roll = _roll(scenario, draft, life)
    found, *under = (what_if(roll, here.kind, rule, draft.parties) for rule in (scenario.rule, *others))
    by_name = {rule.name: each for rule, each in zip(others, under, strict=True)}
    return Vote(draft, found, by_name, None if voted else here.state)


def _roll(scenario: Scenario, draft: ScenarioDraft, life: DraftLife) -> Roll:
    """The draft's roll: that which was voted on, else as the scenario gives it, else unknown."""
    return life.decision.finding.cast if life.decision else draft.roll or Roll.unknown(scenario.council)
