"""Events a second: a bare `transitions` machine, the pure stepper, and the live engine with its trace, in one run.

Knows one workload of whole lives (talks, revisions, a withdrawal now and then, a vote of fifteen ballots) and prints
the best round of each, with its ratio to the bare machine as the median over interleaved rounds. Refuses to judge; the
aims are printed beside.

    python tests/benchmarks/bench_machine.py
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median

from transitions import Machine

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event
from lifecycle.model.live import engine
from lifecycle.model.machine import Trace, step
from lifecycle.model.rules import rule_on
from lifecycle.model.table import ROWS, Act, State

LIVES, ROUNDS = 400, 15
COUNCIL = council_on(date(2016, 10, 8))
START = Draft("draft", COUNCIL, rule_on(COUNCIL.on), sponsors=("France", "Spain"))
NOES = ((), ("RUS", "VEN"), ("VEN",), ("CHN", "FRA", "JPN", "MYS", "NZL", "GBR", "USA"))
ROLLS = [Roll.of(COUNCIL, {Ballot.NO: noes}, Ballot.YES) for noes in NOES]


def life(number: int) -> list[Event]:
    """The events of one life; every eighth text is withdrawn, every other one is revised on the way."""
    talks = [Event(Act.DISCUSS, by=("France",)), Event(Act.CIRCULATE), Event(Act.REVISE)][: 3 - number % 2]
    if number % 8 == 7:
        return [*talks, Event(Act.SUBMIT), Event(Act.WITHDRAW, by=("Spain",))]
    return [*talks, Event(Act.SUBMIT), Event(Act.VOTE, roll=ROLLS[number % len(ROLLS)]), Event(Act.ANNOUNCE)]


class Bare:
    """A model as the library's guide has it: conditions are methods, and the ballots are counted by hand."""

    state: str
    ballots: Sequence[Ballot | None] = ()

    def adopted(self) -> bool:
        return self.ballots.count(Ballot.YES) >= 9 and Ballot.NO not in self.ballots[:5]

    def vetoed(self) -> bool:
        return self.ballots.count(Ballot.YES) >= 9 and Ballot.NO in self.ballots[:5]

    def failed(self) -> bool:
        return self.ballots.count(Ballot.YES) < 9


def bare(lives: list[list[Event]]) -> list[str]:
    """The states in which the lives end, by the library alone: no trace, no verdict, no reason."""
    model = Bare()
    rows = [[row.act.value, row.state.value, row.target.value] for row in ROWS]
    conditions = [row.target.value if row.act is Act.ANNOUNCE else None for row in ROWS]
    Machine(
        model,
        states=[state.value for state in State],
        initial="drafted",
        transitions=[[*row, condition] for row, condition in zip(rows, conditions, strict=True)],
        auto_transitions=False,
    )
    ends = []
    for events in lives:
        model.state, model.ballots = "drafted", ()
        for event in events:
            if event.roll:
                model.ballots = event.roll.ballots
            getattr(model, event.act)()
        ends.append(model.state)
    return ends


def stepped(lives: list[list[Event]]) -> list[str]:
    """The same by the pure stepper, a verdict each."""
    ends = []
    for events in lives:
        draft = START
        for event in events:
            draft = step(draft, event).draft
        ends.append(draft.state.value)
    return ends


def replayed(lives: list[list[Event]]) -> list[str]:
    """The same by the live engine, with the trace that a replay keeps."""
    ends, machine = [], engine()
    for events in lives:
        trace = Trace.start(START)
        for event in events:
            trace = trace.then(machine.fire(trace.draft, event))
        ends.append(trace.draft.state.value)
    return ends


def timed(works: Sequence[Callable[[list[list[Event]]], list[str]]]) -> list[list[float]]:
    """Events a second of each, round by round; all must end alike."""
    lives = [life(number) for number in range(LIVES)]
    events = sum(map(len, lives))
    found: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        ends = []
        for speeds, work in zip(found, works, strict=True):
            began = time.perf_counter()
            ends.append(work(lives))
            speeds.append(events / (time.perf_counter() - began))
        assert all(end == ends[0] for end in ends)
    return found


def main() -> None:
    """Print the table: the best round of each, and the median of the ratios within a round."""
    names = ("transitions.Machine, bare", "step: Draft, Step, Verdict", "replay on transitions, with trace")
    aims = ("", "1.50, and 200,000 events/s", "0.70")
    found = timed((bare, stepped, replayed))
    print(f"{'':34}{'events/s':>10}{'ratio':>8}  aim")
    for name, speeds, aim in zip(names, found, aims, strict=True):
        ratio = median(speed / alone for speed, alone in zip(speeds, found[0], strict=True))
        print(f"{name:34}{max(speeds):>10,.0f}{ratio:>8.2f}  {aim}")


if __name__ == "__main__":
    main()
