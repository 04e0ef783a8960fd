"""Judging: what is shown for each kind of law, and that no law passes for want of a case."""

from __future__ import annotations

from datetime import date

from lifecycle.checking.explorer import explore
from lifecycle.checking.judge import judge
from lifecycle.checking.properties import Mode, eventually, on_standings, on_steps, sometimes
from lifecycle.checking.system import Life, starts
from lifecycle.model import charter
from lifecycle.model.council import Council
from lifecycle.model.presets import changed_rule
from lifecycle.model.proposals import Form
from lifecycle.model.table import Act, State

SMALL = Council.invented_council(date(2017, 11, 16), ["France", "China"], ["Spain", "Egypt", "Japan"])
LIFE = Life(SMALL, changed_rule(SMALL, {"seats": 5, "majority": 3}), begin=starts((Form.TEXT,))[:1])
GRAPH = explore(LIFE)
CITE = charter.ROP_40


def acts(path: tuple[object, ...]) -> list[str]:
    return [edge.trial.act.value for edge in path if edge.trial]  # type: ignore[attr-defined]


def test_a_law_that_holds_always_has_nothing_to_show() -> None:
    (shown,) = judge(LIFE, GRAPH, [on_steps("a", Act, "x", lambda m: True, "y", lambda m: True, CITE)])
    assert shown.ok
    assert shown.start is None
    assert shown.path == ()


def test_a_broken_law_is_shown_by_a_shortest_life() -> None:
    law = on_steps("a", (Act.INSIST,), "x", lambda m: True, "never", lambda m: False, CITE)
    (shown,) = judge(LIFE, GRAPH, [law])
    assert not shown.ok
    assert acts(shown.path) == ["submit", "second", "withdraw", "insist"]


def test_a_standing_is_shown_by_the_way_to_it() -> None:
    law = on_standings("a", (State.VOTED,), "x", "y", lambda m: Act.ANNOUNCE not in m.can, CITE)
    (shown,) = judge(LIFE, GRAPH, [law])
    assert acts(shown.path) == ["submit", "vote"]
    assert shown.path[-1].trial is None


def test_what_happens_sometimes_is_shown_when_it_does() -> None:
    seen, unseen = judge(LIFE, GRAPH, [
        sometimes("a", (Act.ANNOUNCE,), "x", lambda m: m.state is State.VETOED, CITE),
        sometimes("b", (Act.ANNOUNCE,), "x", lambda m: m.state is State.LAPSED, CITE),
    ])  # fmt: skip
    assert seen.ok
    assert acts(seen.path) == ["submit", "vote", "announce"]
    assert not unseen.ok
    assert unseen.start is None


def test_an_eventual_law_is_refuted_by_a_loop() -> None:
    """A text can be revised for ever, and lapse, which time brings, is no vote."""
    law = eventually("a", (State.SUBMITTED,), "x", "y", (State.VOTED,), CITE)
    (shown,) = judge(LIFE, GRAPH, [law])
    assert not shown.ok
    assert acts(shown.path)[0] == "submit"
    (held,) = judge(LIFE, GRAPH, [eventually("b", (State.VOTED,), "x", "y", (State.ADOPTED, State.VETOED, State.FAILED),
                                             CITE)])  # fmt: skip
    assert held.ok
    assert held.law.mode is Mode.EVENTUALLY


def test_laws_on_forms_that_were_not_explored_are_left_out() -> None:
    law = on_steps("a", Act, "x", lambda m: True, "y", lambda m: False, CITE, forms=(Form.PART,))
    assert judge(LIFE, GRAPH, [law]) == ()


def test_a_moment_holds_what_an_observer_sees() -> None:
    seen = []
    law = on_steps("a", (Act.ANNOUNCE,), "x", lambda m: bool(seen.append(m)), "y", lambda m: True, CITE)  # type: ignore[func-returns-value]
    judge(LIFE, GRAPH, [law])
    assert len(seen) == 60 * 2
    assert {m.seats for m in seen} == {5}
    assert {m.before for m in seen} == {State.VOTED}
    assert len({m.ballots for m in seen}) == 60
    assert all(m.ballots and m.outcomes(m.ballots) == {m.state} for m in seen)


def test_no_laws_no_verdicts() -> None:
    assert judge(LIFE, GRAPH, []) == ()
