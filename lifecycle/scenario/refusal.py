"""Why a step of a scenario could not be taken, for somebody who reads words.

Knows which of a verdict's parts a reader needs, and that ballots speak through their decision. Refuses to judge a step
and to know the law: the verdict is the machine's, the reasons are the model's.
"""

from __future__ import annotations

from lifecycle.model.decision import Decision
from lifecycle.model.machine import Answer, Verdict
from lifecycle.model.reasons import phrase


def in_words(verdict: Verdict) -> str:
    """The refusal in one sentence: what would have been needed, without the values that a guard reads."""
    act, state = verdict.event.act.replace("_", " "), verdict.draft.state.replace("_", " ")
    match verdict.answer:
        case Answer.UNDECLARED:
            steps = [step.replace("_", " ") for step in verdict.legal]
            return f"{act}: not possible while {state}; {_ways_on(steps)}"
        case Answer.GUARD_FALSE:
            needs = (f"{each.condition} ({', '.join(cite.key for cite in each.cites)})" for each in verdict.failures)
            return f"{act}: needs {'; or '.join(needs)}"
    return verdict.explain()


def _ways_on(steps: list[str]) -> str:
    match len(steps):
        case 0:
            return "there is no step from there"
        case 1:
            return f"the only step from there is {steps[0]}"
    return f"the steps from there are {phrase(steps)}"


def by_the_ballots(decision: Decision | None, verdict: Verdict) -> str:
    """How the ballots end instead, and why; where too few are known to say, what the announcement lacked."""
    if decision is None or decision.outcome is None:
        return in_words(verdict)
    return f"By them it is {decision.outcome}: {decision.reasons[0].sourced.removesuffix('.')}"
