"""Questions about sources: which words of a report the record contradicts, and what a number of vetoes counts.

Knows how each is answered from recorded rolls. Refuses to judge any real report; the mock ones stand in a sheet and
say that they are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lifecycle.model.ballots import Ballot
from lifecycle.model.decision import decide
from lifecycle.model.rules import Outcome
from lifecycle.teaching.judging import Check, Given, by_key, kind_of, member_of, roll_of
from lifecycle.teaching.views import View

# What in a report disagrees with the record?


def contradicted(given: Given) -> frozenset[str]:
    """The claims of the report that the recorded roll refutes, by their names in the sheet."""
    roll, kind = roll_of(given["record"]), kind_of(given["record"])
    decision, tally = decide(roll, kind), roll.tally()
    truth: Mapping[str, Any] = {
        "outcome": str(decision.outcome),
        "in_favour": str(tally.yes),
        "against": str(tally.no),
        "abstained": str(tally.abstain),
    }
    wrong = {name for name, claim in given["claims"].items() if name in truth and claim != truth[name]}
    for ballot in (Ballot.YES, Ballot.NO, Ballot.ABSTAIN):
        named = given["claims"].get(f"who_{ballot}", [])
        if any(roll.of_member(member_of(roll, name)) is not ballot for name in named):
            wrong.add(f"who_{ballot}")
    return frozenset(wrong)


def _contradicted(given: Given, view: View) -> frozenset[str]:
    return frozenset() if view.press == "believed" else contradicted(given)


def _record(given: Given, view: View) -> str:
    roll = roll_of(given["record"])
    noes = ", ".join(member.name for member in roll.cast(Ballot.NO)) or "nobody"
    return f"the record: {roll.tally()}; against: {noes}"


# A number of what?


def _counts(given: Given) -> dict[str, int]:
    vetoed = []
    for case in given["cases"]:
        decision = decide(roll_of(case), kind_of(case))
        if decision.outcome is Outcome.VETOED:
            vetoed.append((case["draft"], len(decision.vetoes)))
    return {
        "draft": len({draft for draft, _ in vetoed}),
        "vote": len(vetoed),
        "member": sum(members for _, members in vetoed),
    }


def _count(given: Given, view: View) -> int:
    return _counts(given)[given["unit"] if view.unit == "each" else view.unit]


def _cases(given: Given, view: View) -> str:
    lines = (f"{case['draft']}: {decide(roll_of(case), kind_of(case)).outcome}" for case in given["cases"])
    return "vote by vote: " + "; ".join(lines)


CHECKS: tuple[Check, ...] = (
    by_key("contradicted", _contradicted, _record),
    by_key("vetoes-counted", _count, _cases),
)
