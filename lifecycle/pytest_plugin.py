"""Scenario files as tests, and a student's own properties held against seeded faults.

Knows two options of pytest: `--lifecycle`, under which each scenario file is one test that fails with its trace and
the file's line, and `--lifecycle-mutants`, under which each test that takes the fixture `decider` runs once for every
faulty rule of the catalogue as well, and a summary says which faults the tests noticed. Refuses to load the model
before one of the two is asked for, so that it costs nobody anything.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from lifecycle.model.rules import Outcome
    from lifecycle.scenario.replay import Replay

Decider = Callable[..., "Outcome"]
"""What the fixture `decider` gives: a roll, and perhaps a kind of matter, to an outcome."""

_MUTANT = "lifecycle-mutant"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The two options."""
    group = parser.getgroup("lifecycle")
    group.addoption("--lifecycle", action="store_true", help="collect scenario files (*.yaml) as tests")
    group.addoption(
        "--lifecycle-mutants",
        action="store_true",
        help="run every test that takes `decider` on seeded faults too, and report which it noticed",
    )


# Scenario files.


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A scenario file, if they are asked for."""
    if file_path.suffix != ".yaml" or not parent.config.getoption("--lifecycle"):
        return None
    from lifecycle.scenario.files import looks_like_scenario

    return ScenarioFile.from_parent(parent, path=file_path) if looks_like_scenario(file_path) else None


class ScenarioFile(pytest.File):
    """A file that holds one scenario."""

    def collect(self) -> Iterator[pytest.Item]:
        """The scenario, as one test called as its file."""
        yield ScenarioItem.from_parent(self, name=self.path.stem)


class UnexpectedEndError(Exception):
    """A scenario that ran and did not end as its file says."""

    def __init__(self, done: Replay) -> None:
        self.done = done
        super().__init__(done.title)


class ScenarioItem(pytest.Item):
    """One scenario: it passes if its expectations are met and nothing in it contradicts anything."""

    def runtest(self) -> None:
        """Load and run it."""
        from lifecycle.scenario.loader import load
        from lifecycle.scenario.replay import replay

        done = replay(load(self.path))
        if not done.ok:
            raise UnexpectedEndError(done)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        """The trace of what happened, or the problems of the file; no traceback, which would show our code only."""
        from lifecycle.errors import InputError, sentence

        error = excinfo.value
        if isinstance(error, UnexpectedEndError):
            return "\n".join(_story(error.done))
        if isinstance(error, InputError):
            return "\n".join(sentence(problem) for problem in error.problems)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """The file, the line of `expect:` (counted from 0), and the scenario's name."""
        lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        line = next((number for number, text in enumerate(lines) if text.startswith("expect:")), 0)
        return self.path, line, self.name


def _story(done: Replay) -> Iterator[str]:
    for missed in (each for each in done.expect if not each.ok):
        yield f"{missed.draft}: expected {missed.expected}, got {missed.got}"
    for conflict in done.conflicts:
        yield f"{conflict.draft}: {conflict.text}"
    for draft in done.drafts:
        yield f"\n{draft.name}"
        for step in draft.trace.steps:
            day = step.event.when.best or "no day"
            yield f"  {day}  {step.row.state} --{step.event.act}--> {step.row.target}  ({step.event.basis})"
        if draft.decision:
            yield f"  {draft.decision.tally}"


# Seeded faults.


@pytest.fixture(scope="session")
def decider(request: pytest.FixtureRequest) -> Decider:
    """The rule under test: `decider(roll)` or `decider(roll, kind)` is an outcome.

    The Charter's, and under `--lifecycle-mutants` each faulty one in its turn.
    """
    from lifecycle.teaching.views import CHARTER, views

    place = getattr(request, "param", None)
    return CHARTER.outcome if place is None else views()[place].outcome


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Once for the Charter's rule; with the option, once for each faulty rule of the catalogue too."""
    if "decider" not in metafunc.fixturenames or not metafunc.config.getoption("--lifecycle-mutants"):
        return
    faults = _faults()
    metafunc.parametrize("decider", [None, *faults], ids=["charter", *map(_name, faults)], indirect=True)


def _faults() -> list[int]:
    """The places in the catalogue of the views that decide some vote otherwise than the Charter."""
    from lifecycle.teaching.views import CHARTER, View, views

    about_votes = (
        "majority",
        "veto_by",
        "blocks",
        "abstention_blocks",
        "procedural_veto",
        "absent_is",
        "short_with_no_is",
    )

    def differs(view: View) -> bool:
        return any(getattr(view, field) != getattr(CHARTER, field) for field in about_votes)

    return [place for place, view in enumerate(views()) if differs(view)]


def _name(place: int) -> str:
    from lifecycle.teaching.views import views

    return f"{views()[place].code}-{place}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """A test that fails on a faulty rule has noticed the fault: that is what is asked of it, so it passes."""
    report = yield
    place = item.callspec.params.get("decider") if hasattr(item, "callspec") else None
    if report.when == "call" and place is not None:
        report.user_properties.append((_MUTANT, [_name(place), report.failed]))
        if report.failed:
            report.outcome, report.longrepr = "passed", None
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Which faults were noticed by some test, and which by none."""
    noticed: dict[str, bool] = {}
    for report in terminalreporter.stats.get("passed", []):
        for key, value in report.user_properties:
            if key == _MUTANT:
                noticed[value[0]] = noticed.get(value[0], False) or value[1]
    if not noticed:
        return
    from lifecycle.teaching.views import views

    terminalreporter.section("seeded faults")
    for name, killed in noticed.items():
        title = views()[int(name.rpartition("-")[2])].title
        terminalreporter.write_line(f"{'noticed' if killed else 'NOT NOTICED':12} {name.split('-')[0]}: {title}")
    terminalreporter.write_line(f"{sum(noticed.values())} of {len(noticed)} noticed")
