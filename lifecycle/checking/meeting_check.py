"""Holding the laws of a meeting against every way it can go.

Knows which laws an agenda is asked, and the shortest way to what breaks one. Refuses to say any law, and to hear an
event itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lifecycle.checking.explorer import Graph, explore
from lifecycle.checking.joint import AGENDAS, Agenda, Hearing, Joint, Standing
from lifecycle.checking.meeting_laws import MEETING_LAWS, MeetingLaw, Scene
from lifecycle.checking.places import Role
from lifecycle.checking.properties import Mode
from lifecycle.model.council import Council
from lifecycle.model.rules import Rule


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """A law, whether it holds on an agenda, and the way to what shows it."""

    law: MeetingLaw
    ok: bool
    path: tuple[Hearing, ...] | None = None


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """An agenda, explored and judged."""

    joint: Joint
    graph: Graph[Standing, Hearing]
    shown: tuple[MeetingShown, ...]

    @property
    def title(self) -> str:
        """What is on the agenda."""
        return self.joint.agenda.title

    @property
    def states(self) -> int:
        """How many standings a meeting can be in, the observer's notes apart."""
        return len({node.meeting for node in self.graph.nodes})

    @property
    def edges(self) -> int:
        """How many steps there are: standing, proposal, row, standing."""
        return len(
            {
                (node.meeting, hearing.name, hearing.row, hearing.target.meeting)
                for node, found in self.graph.edges.items()
                for hearing in found
            }
        )

    @property
    def ok(self) -> bool:
        """Whether every law holds."""
        return all(shown.ok for shown in self.shown)


def check_meetings(
    council: Council,
    rule: Rule,
    agendas: Iterable[Agenda] = AGENDAS,
    laws: Iterable[MeetingLaw] = MEETING_LAWS,
    progress: Callable[[int], None] | None = None,
) -> tuple[MeetingReport, ...]:
    """Explore a meeting on each agenda under `rule` and hold against it the laws that its forms call for."""
    laws = tuple(laws)
    reports = []
    for agenda in agendas:
        joint = Joint(council, rule, agenda)
        graph = explore(joint, progress=progress)
        asked = [law for law in laws if Counter(law.forms) <= Counter(agenda.forms.values())]
        reports.append(MeetingReport(joint, graph, tuple(_judge(joint, graph, asked))))
    return tuple(reports)


def _judge(joint: Joint, graph: Graph[Standing, Hearing], laws: list[MeetingLaw]) -> Iterable[MeetingShown]:
    decided: dict[str, tuple[Hearing, ...]] = {}
    for node in graph.nodes:
        waiting = [law for law in laws if law.id not in decided]
        for scene, last in _scenes(joint, graph, node):
            for law in waiting:
                asked = scene.act in law.acts if law.acts else scene.act is None
                if asked and law.id not in decided and law.when(scene) and not (law.then and law.then(scene)):
                    decided[law.id] = (*graph.path(node), *last)
    for law in laws:
        yield MeetingShown(law, (law.id in decided) is (law.mode is Mode.SOMETIMES), decided.get(law.id))


def _scenes(
    joint: Joint, graph: Graph[Standing, Hearing], node: Standing
) -> Iterable[tuple[Scene, tuple[Hearing, ...]]]:
    here, edges = joint.meetings[node.meeting], graph.edges[node]
    can = frozenset((hearing.name, hearing.trial.act) for hearing in edges)
    yield Scene("", None, Role.NOBODY, here, here, node.notes, can, lambda: _alike(joint, node)), ()
    for hearing in edges:
        after = joint.meetings[hearing.target.meeting]
        act, role = hearing.trial.act, hearing.trial.role
        yield Scene(hearing.name, act, role, here, after, node.notes, frozenset(), lambda: True), (hearing,)


def _alike(joint: Joint, node: Standing) -> bool:
    """Whether the same can follow however the finished votes were cast, of the ways a vote can be announced."""
    here = joint.possible(node, joint.meetings[node.meeting])
    rolls = [roll for of_kind in joint.rolls.values() for roll in of_kind]
    return all(joint.possible(node, joint.with_ballots(node, roll)) == here for roll in rolls)


def with_meetings(document: dict[str, object], reports: Iterable[MeetingReport]) -> dict[str, object]:
    """The document of a check with what was found of meetings, each under its agenda; as it is if there are none."""
    meetings: list[dict[str, object]] = [
        {"title": each.title, "states": each.states, "edges": each.edges, "laws": list(map(_to_json, each.shown))}
        for each in reports
    ]
    return {**document, "meetings": meetings} if meetings else document


def _to_json(shown: MeetingShown) -> dict[str, object]:
    law = shown.law
    trace = shown.path and [
        {"draft": hearing.name, "event": hearing.trial.act, "by": list(hearing.event.by)} for hearing in shown.path
    ]
    return {"id": law.id, "text": law.text, "kind": law.mode, "ok": shown.ok, "trace": trace}
