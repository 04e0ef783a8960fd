"""Questions about one vote: what it comes to, what would change it, and which votes tell rules apart.

Knows how each is answered in any view of the rule, by counting rolls. Refuses to know which votes a sheet asks about.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Member
from lifecycle.model.rules import Outcome
from lifecycle.teaching.answers import AnswerError
from lifecycle.teaching.judging import Check, Given, by_key, kind_of, member_of, roll_of
from lifecycle.teaching.views import CHARTER, View, views_of

CANNOT_TELL = "cannot_tell"
NONE = "none"


# What does it come to?


def _outcome(given: Given, view: View) -> str:
    return str(view.outcome(roll_of(given), kind_of(given), _parties(given)))


def _parties(given: Given) -> list[Member]:
    return [member_of(roll_of(given), name) for name in given.get("parties", [])]


def _why(given: Given, view: View) -> str:
    roll = roll_of(given)
    noes = [member.name for member in roll.cast(Ballot.NO) if member.permanent]
    against = f"; no from {', '.join(noes)}" if noes else "; no permanent member against"
    return f"{roll.tally()}{against}; {view.required(roll, kind_of(given))} yes are needed"


# What can be told from a tally?


def rolls_with_tally(given: Given) -> Iterator[Roll]:
    """One roll for each number of permanent members that can stand behind the numbers of `tally` (yes-no-abstain).

    Members named in the question vote as it says; the others fill up the tally.
    """
    named = roll_of(given)
    yes, no, abstain = map(int, str(given["tally"]).split("-"))
    left = [member for member in named.council.members if named.of_member(member) is None]
    permanent = [member for member in left if member.permanent]
    elected = [member for member in left if not member.permanent]
    tally = named.tally()
    want = {Ballot.YES: yes - tally.yes, Ballot.NO: no - tally.no, Ballot.ABSTAIN: abstain - tally.abstain}
    for first, second in product(range(len(permanent) + 1), repeat=2):
        third = len(permanent) - first - second
        counts = dict(zip(want, (first, second, third), strict=True))
        if third >= 0 and all(counts[ballot] <= want[ballot] for ballot in want):
            yield named.changed(
                _dealt(permanent, counts) | _dealt(elected, {ballot: want[ballot] - counts[ballot] for ballot in want})
            )


def _dealt(members: list[Member], counts: dict[Ballot, int]) -> dict[Member, Ballot | None]:
    ballots = [ballot for ballot, count in counts.items() for _ in range(count)]
    return dict(zip(members, ballots, strict=True))


def _outcome_of_tally(given: Given, view: View) -> str:
    found = {view.outcome(roll, kind_of(given)) for roll in rolls_with_tally(given)}
    return str(found.pop()) if len(found) == 1 else CANNOT_TELL


def _why_of_tally(given: Given, view: View) -> str:
    """What can be looked at: the yes votes, those needed, and how many permanent members can be among the noes."""
    rolls = list(rolls_with_tally(given))
    noes = sorted({sum(member.permanent for member in roll.cast(Ballot.NO)) for roll in rolls})
    many = str(noes[0]) if len(noes) == 1 else f"from {noes[0]} to {noes[-1]}"
    needed = view.required(rolls[0], kind_of(given))
    return f"{given['tally']}: {needed} yes are needed, and {many} of the noes can be permanent members'"


# What tells two votes apart?


def _difference(given: Given, view: View) -> str:
    first, second = given["first"], given["second"]
    rolls, kinds = (roll_of(first), roll_of(second)), (kind_of(first), kind_of(second))
    if kinds[0] != kinds[1] and view.outcome(rolls[0], kinds[0]) != view.outcome(rolls[0], kinds[1]):
        return "kind"
    if view.outcome(rolls[0], kinds[0]) == view.outcome(rolls[1], kinds[0]):
        return "date"
    return "tally" if rolls[0].tally() != rolls[1].tally() else "members"


def _why_of_difference(given: Given, view: View) -> str:
    first, second = given["first"], given["second"]
    return (
        f"{first['on']}: {roll_of(first).tally()}, {kind_of(first)}; "
        f"{second['on']}: {roll_of(second).tally()}, {kind_of(second)}"
    )


# What would change it?


def _changed(given: Given, edits: dict[str, Ballot]) -> Roll:
    roll = roll_of(given)
    changes: dict[Member, Ballot | None] = {}
    for name, ballot in edits.items():
        member = member_of(roll, name)
        if roll.of_member(member) is ballot:
            raise AnswerError(f"{member.name} cast that ballot already")
        changes[member] = ballot
    return roll.changed(changes)


def _one_ballot(given: Given, view: View) -> Any:
    roll = roll_of(given)
    for member, ballot in product(roll.council.members, Ballot):
        if ballot is not roll.of_member(member) and view.outcome(roll.changed({member: ballot})) == given["target"]:
            return {member.name: ballot}
    return NONE


def _fault_of_one_ballot(given: Given, answer: Any, view: View) -> str | None:
    possible = _one_ballot(given, view)
    if NONE in (answer, possible):
        return (
            None
            if answer == possible
            else "there is a ballot that does it"
            if answer == NONE
            else _reached(given, answer, view)
        )
    if len(answer) != 1:
        return f"{len(answer)} ballots are changed; one is asked for"
    return None if view.outcome(_changed(given, answer)) == given["target"] else _reached(given, answer, view)


def _reached(given: Given, edits: dict[str, Ballot], view: View) -> str:
    roll = _changed(given, edits)
    return f"with {_in_words(edits)} it is {roll.tally()}: {view.outcome(roll)}"


def _in_words(edits: dict[str, Ballot]) -> str:
    return ", ".join(f"{name} {str(ballot).replace('_', ' ')}" for name, ballot in edits.items()) or "nothing changed"


def least_rescue(roll: Roll, view: View) -> tuple[Member, ...]:
    """The fewest members who, all changed to yes, make `roll` adopted in `view`.

    A yes never does less for adoption than any other ballot (law 8 of the decision), so changes to yes are enough; and
    members of one kind with one ballot are alike, so numbers of them are enough.
    """
    groups: dict[tuple[bool, Ballot | None], list[Member]] = {}
    for member in roll.council.members:
        if roll.of_member(member) is not Ballot.YES:
            groups.setdefault((member.permanent, roll.of_member(member)), []).append(member)
    best: tuple[Member, ...] = tuple(roll.council.members)
    for counts in product(*(range(len(group) + 1) for group in groups.values())):
        chosen = tuple(m for group, count in zip(groups.values(), counts, strict=True) for m in group[:count])
        if len(chosen) < len(best) and view.outcome(roll.changed(dict.fromkeys(chosen, Ballot.YES))) == "adopted":
            best = chosen
    return best


def _least_edits(given: Given, view: View) -> dict[str, Ballot]:
    return dict.fromkeys((member.name for member in least_rescue(roll_of(given), view)), Ballot.YES)


def _fault_of_least_edits(given: Given, answer: Any, view: View) -> str | None:
    if view.outcome(_changed(given, answer)) != Outcome.ADOPTED:
        return _reached(given, answer, view)
    least = len(least_rescue(roll_of(given), view))
    return None if len(answer) == least else f"{len(answer)} ballots are changed; fewer are enough"


# Which cases tell a wrong rule from the right one?


def survivors(given: Given, cases: tuple[dict[str, Any], ...]) -> list[View]:
    """The views of the question's misconceptions that agree with the Charter on every case."""
    votes = [(roll_of(case), kind_of(case)) for case in cases]
    for roll, _ in votes:
        if not roll.complete:
            raise AnswerError("a case must say how everybody votes: give `rest:`")
    return [
        view
        for view in views_of(given["faults"])
        if all(view.outcome(roll, kind) == CHARTER.outcome(roll, kind) for roll, kind in votes)
    ]


def _cases(given: Given, view: View) -> tuple[dict[str, Any], ...]:
    return tuple(given["known"])


def _fault_of_cases(given: Given, answer: Any, view: View) -> str | None:
    if len(answer) > int(given["most"]):
        return f"{len(answer)} cases; {given['most']} are allowed"
    alive = survivors(given, answer)
    return (
        f"{len(alive)} wrong rules agree with the Charter on all your cases: " + "; ".join(view.title for view in alive)
        if alive
        else None
    )


CHECKS = (
    by_key("outcome", _outcome, _why),
    by_key("outcome-of-tally", _outcome_of_tally, _why_of_tally),
    by_key("difference", _difference, _why_of_difference),
    Check("one-ballot", _one_ballot, _fault_of_one_ballot),
    Check("least-edits", _least_edits, _fault_of_least_edits),
    Check("cases", _cases, _fault_of_cases),
)
