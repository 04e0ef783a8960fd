"""Lives that get stuck or go round, in graphs drawn by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lifecycle.checking.explorer import explore
from lifecycle.checking.lassos import Lasso, stuck_or_round


@dataclass(frozen=True)
class Arrow:
    """An edge of a drawing."""

    act: str
    target: str


class Drawn:
    """A drawing as a system."""

    def __init__(self, arrows: Mapping[str, Mapping[str, str]]) -> None:
        self.arrows = arrows

    def initial(self) -> Iterable[str]:
        return ["start"]

    def edges(self, node: str) -> Sequence[Arrow]:
        return [Arrow(act, target) for act, target in self.arrows.get(node, {}).items()]


def refuted(arrows: Mapping[str, Mapping[str, str]], goal: str = "end") -> Lasso[str, Arrow] | None:
    """Whether "from start, in the end, goal" is refuted; `time` is the act that happens if it stays possible."""
    graph = explore(Drawn(arrows))
    fair = lambda edges: (edge.act for edge in edges if edge.act == "time")  # noqa: E731
    return stuck_or_round(graph, ["start"], lambda node: node == goal, fair)


def test_a_straight_way_to_the_goal_is_no_refutation() -> None:
    assert refuted({"start": {"go": "middle"}, "middle": {"go": "end"}}) is None


def test_a_life_that_stops_short_refutes() -> None:
    lasso = refuted({"start": {"go": "end", "stray": "ditch"}})
    assert lasso == Lasso("start", (Arrow("stray", "ditch"),), ())


def test_a_loop_refutes_and_is_given_whole() -> None:
    lasso = refuted({"start": {"go": "a"}, "a": {"on": "b", "out": "end"}, "b": {"back": "a"}})
    assert lasso is not None
    assert lasso.lead == (Arrow("go", "a"),)
    assert lasso.loop == (Arrow("on", "b"), Arrow("back", "a"))


def test_time_leads_out_of_a_loop_where_it_is_possible_all_the_way_round() -> None:
    arrows = {"start": {"go": "a"}, "a": {"on": "b", "time": "end"}, "b": {"back": "a", "time": "end"}}
    assert refuted(arrows) is None


def test_time_that_is_possible_now_and_then_leads_nowhere_for_sure() -> None:
    arrows = {"start": {"go": "a"}, "a": {"on": "b", "time": "end"}, "b": {"back": "a"}}
    assert refuted(arrows) is not None


def test_time_that_leads_round_is_taken_and_changes_nothing() -> None:
    assert refuted({"start": {"go": "a"}, "a": {"time": "a"}}) is not None


def test_a_node_that_leads_to_itself_is_a_loop_and_one_that_does_not_is_none() -> None:
    assert refuted({"start": {"stay": "start", "go": "end"}}) is not None
    assert refuted({"start": {"go": "a"}, "a": {"go": "b"}, "b": {"go": "end"}}) is None


def test_beyond_the_goal_nothing_is_awaited() -> None:
    assert refuted({"start": {"go": "end"}, "end": {"on": "end"}}) is None
