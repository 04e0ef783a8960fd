"""Which of the steps that the words seem to tell are none.

Knows a vote to come that its noun alone tells, a delay or a defeat of which nothing was told, a block by states that
hold no veto, and what is told of an amendment. Refuses to know how a step is found, what the text commits to, and which
draft is meant.
"""

from __future__ import annotations

import re

from lifecycle.reading.agents import Agents
from lifecycle.reading.amendments import brings_an_amendment, of_an_amendment
from lifecycle.reading.readings import HYPOTHETICAL, PLANNED, Reading
from lifecycle.reading.register import Register
from lifecycle.wording.framed import SPONSORS_DO, VOTED_ON, Framed
from lifecycle.wording.nations import PERMANENT


def is_none(step: Framed, reading: Reading, agents: Agents, register: Register) -> bool:
    """Whether a step of the sentence that `agents` knows is none, as far as the article has told by then."""
    return _untold(step, reading, agents.text, register) or _without_a_veto(step, agents) or _amends(step, agents)


_THE_DEFEAT = re.compile(r"(?:The|This) (?:defeat|rejection)|.*\b(?:after|wake of|following) the rejection")
"""What tells the outcome of a vote that was told without one."""


def _untold(step: Framed, reading: Reading, text: str, register: Register) -> bool:
    """Whether "the vote", "before the vote" speak of one still to come, of which the noun alone tells nothing.

    Or "the delay" of one of which the article has not told, "the defeat" of one of which it has not told a vote.
    """
    if step.rule.known:
        ends = {step.rule.type, "vetoed"} if step.rule.leaves_open else {step.rule.type}
        ends |= {"voted"} if _THE_DEFEAT.fullmatch(text, 0, step.end) else set()
        return not any(ends & entry.told for entry in register.live)
    return step.rule.id == "voted-held" and reading.modality in {PLANNED, HYPOTHETICAL}


_VETOES = re.compile(r"\b(?:[A-Z]\w+|which|who|it|had|has) veto(?:ed|es)\Z")
_WHICH = re.compile(r", which (?:had |has |later )?\Z")
"""What makes the state before it the one that acts: "Peru, which had vetoed"."""


def _without_a_veto(step: Framed, agents: Agents) -> bool:
    """Whether states that hold no veto in the Council block a text, or veto what is none: no business of its."""
    vetoes = step.rule.id == "vetoed" and not step.reference and _VETOES.search(agents.text, 0, step.end)
    if not vetoes and step.rule.id not in {"vetoed-blocked", "vetoed-headline"}:
        return False
    which = _WHICH.search(agents.text, 0, step.start)
    subject = [state.code for state in agents.states if which and state.end == which.start()]
    actors = subject or agents.of(step)
    return (bool(actors) or step.rule.id == "vetoed-headline") and not set(actors) & PERMANENT


def _amends(step: Framed, agents: Agents) -> bool:
    """Whether the vote told is that on an amendment, or an amendment what is brought."""
    if step.rule.type in SPONSORS_DO:
        return brings_an_amendment(agents.text, step.end)
    ballots = step.rule.type in VOTED_ON or step.rule.type == "vote_scheduled"
    return ballots and of_an_amendment(agents.text, step.start, step.end, agents.before)
