"""Questions about procedure: what comes first, what may happen next, and how a withdrawn text is kept alive.

Knows how each is answered by the rows of the table and the order of proposals, and what somebody would answer who
holds a withdrawal for final or silence for a vote. Refuses to know which rows there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.machine import Verdict, enabled, step
from lifecycle.model.proposals import MOTIONS, NATURES, Form
from lifecycle.model.rules import rule_on
from lifecycle.model.table import Act, State
from lifecycle.teaching.formula import parse
from lifecycle.teaching.judging import Check, Given, by_key
from lifecycle.teaching.lives import ATOMS, graph, shortest_life
from lifecycle.teaching.views import View

NONE = "none"
Acts = Iterable[tuple[Act, tuple[str, ...]]]


# What comes first?


def _order(given: Given, view: View) -> tuple[str, ...]:
    items = {item["id"]: item for item in given["items"]}
    if view.order == "as_tabled":
        return tuple(sorted(items, key=lambda name: int(items[name]["tabled"])))
    return tuple(sorted(_put_to_the_vote(items), key=lambda name: _rank(items, name)))


def _put_to_the_vote(items: dict[str, Any]) -> list[str]:
    """Everything but a division that the mover of the text objects to (rule 32)."""
    return [name for name, item in items.items() if item.get("objected") != "yes"]


def _rank(items: dict[str, Any], name: str) -> tuple[int, ...]:
    item = items[name]
    form, tabled = Form(item["form"]), int(item["tabled"])
    if form in MOTIONS:
        return (0, NATURES[form].rank, 0, tabled)
    text = items[item["of"]] if "of" in item else item
    return (1, int(text["tabled"]), NATURES[form].rank, -int(item.get("distance", 0)), tabled)


def _fault_of_order(given: Given, answer: Any, view: View) -> str | None:
    items = {item["id"]: item for item in given["items"]}
    right = _order(given, view)
    for name in items:
        if (name in answer) != (name in right):
            return f"{name} is {'left out' if name in right else 'put to the vote'}"
    if view.order == "as_tabled":
        return None if answer == right else "that is not the order of tabling"
    for first, second in combinations(answer, 2):
        # Only the last number of a rank, the order of tabling, is free: two amendments equally far removed.
        if _rank(items, first)[:-1] > _rank(items, second)[:-1]:
            return f"{second} has to be settled before {first}"
    return None


# What may happen next?


def _start(given: Given) -> Draft:
    day = date.fromisoformat(given["on"])
    return Draft("draft", council_on(day), rule_on(day), sponsors=tuple(given.get("sponsors", ())))


def _acts(given: Given) -> Acts:
    for entry in given["events"]:
        yield (Act(entry), ()) if isinstance(entry, str) else (Act(entry["event"]), (entry["by"],))


def _run(draft: Draft, acts: Acts) -> tuple[Draft, Verdict | None]:
    """The draft after `acts`, and the verdict on the first that was refused."""
    for act, by in acts:
        verdict = step(draft, Event(act, by=by))
        if not verdict.accepted:
            return draft, verdict
        draft = verdict.draft
    return draft, None


def _legal(given: Given, view: View) -> frozenset[str]:
    draft, _ = _run(_start(given), _acts(given))
    if view.silence == "a_vote" and draft.state is State.UNDER_SILENCE:
        return frozenset(given["offer"]) & {"break_silence", "pass_silence", "announce"}
    return frozenset(act for act in given["offer"] if enabled(draft, Event(Act(act))))


def _why_legal(given: Given, view: View) -> str:
    draft, _ = _run(_start(given), _acts(given))
    return f"the text is {draft.state}; the table has rows for some of these events there, and for some not"


def _state(given: Given, view: View) -> str:
    acts = list(_acts(given))
    if view.silence == "a_vote" and acts[-1][0] is Act.BREAK_SILENCE:
        return str(State.VETOED)
    if view.withdrawn == "final" and acts[-1][0] is Act.INSIST:
        return str(State.WITHDRAWN)
    return str(_run(_start(given), acts)[0].state)


def _possible(given: Given, view: View) -> str:
    acts = list(_acts(given))
    seconded = any(act is Act.SECOND for act, _ in acts)
    if view.withdrawn == "needs_a_second_for_any_vote" and acts[-1][0] is Act.VOTE and not seconded:
        return "no"
    if view.withdrawn == "final" and any(act is Act.INSIST for act, _ in acts):
        return "no"
    return "yes" if _run(_start(given), acts)[1] is None else "no"


def _told(given: Given, view: View) -> str:
    draft, refused = _run(_start(given), _acts(given))
    return refused.explain() if refused else f"every event has a row; the text is {draft.state}"


# How is a withdrawn text kept alive?


@cache
def _shortest_revival() -> int:
    """How many events the shortest life has in which somebody insists on a withdrawn text and it is voted on."""
    life = shortest_life(graph(), parse("F (insist & F vote)", ATOMS))
    assert life is not None
    return len(life) - 2  # the first position is no event, and the announcement after the vote is not asked for


def _revival(given: Given, view: View) -> Any:
    if view.withdrawn == "final":
        return NONE
    mover, seconder = tuple(given["sponsors"]), (given["seconder"],)
    return ((Act.SUBMIT, mover), (Act.SECOND, seconder), (Act.WITHDRAW, mover), (Act.INSIST, seconder), (Act.VOTE, ()))


def _fault_of_revival(given: Given, answer: Any, view: View) -> str | None:
    if view.withdrawn == "final" or answer == NONE:
        return None if (answer == NONE) == (view.withdrawn == "final") else "there is a way to the vote"
    draft, refused = _run(_start(given), answer)
    if refused:
        return refused.explain()
    acts = [act for act, _ in answer]
    if draft.state is not State.VOTED or Act.INSIST not in acts:
        return f"at the end the text is {draft.state}" + ("" if Act.INSIST in acts else ", and it was never withdrawn")
    return f"{len(acts)} events; fewer are enough" if len(acts) > _shortest_revival() else None


CHECKS = (
    Check("order-of-business", _order, _fault_of_order),
    by_key("legal-next", _legal, _why_legal),
    by_key("state-after", _state, _told),
    by_key("possible", _possible, _told),
    Check("revival", _revival, _fault_of_revival),
)
