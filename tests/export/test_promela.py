"""The Promela file against SPIN: every law by name, every witness, the reachable states, and faults made on purpose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from lifecycle.checking.explorer import explore as breadth_first
from lifecycle.checking.system import CASTING, Life, Start
from lifecycle.export.outline import answers, guard, outline
from lifecycle.export.promela import condition_of, promela
from lifecycle.model import charter
from lifecycle.model.council import council_on
from lifecycle.model.counting import vote_values
from lifecycle.model.guards import Value, compiled, fields_of
from lifecycle.model.presets import changed_rule, preset
from lifecycle.model.proposals import Form
from lifecycle.model.rules import Kind, Rule, rule_on
from lifecycle.model.table import ROWS, Act, Row, State
from tests.export.lives import DAY, OLD, counts_of, explore, rolls, start
from tests.export.spin import LTL, Checker, checker

FOLDER = Path(__file__).parents[2] / "lifecycle" / "export"
LAWS = LTL.findall((FOLDER / "laws.pml").read_text(encoding="utf-8"))
WITNESSES = LTL.findall((FOLDER / "witnesses.pml").read_text(encoding="utf-8"))


def model(on: date = DAY, rule: Rule | None = None, rows: tuple[Row, ...] | None = None, form: Form = Form.TEXT) -> str:
    """The Promela file of a day."""
    return promela(outline(council_on(on), rule or rule_on(on), rows, form))


@pytest.fixture(scope="module", params=[DAY, OLD], ids=str)
def laws(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return checker(tmp_path_factory.mktemp("laws"), model(request.param))


@pytest.fixture(scope="module", params=[DAY, OLD], ids=str)
def witnesses(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return checker(tmp_path_factory.mktemp("witnesses"), model(request.param), "-DWITNESSES")


def test_every_law_has_its_witness_and_there_are_thirty() -> None:
    assert [f"some_{law}" for law in LAWS] == WITNESSES
    assert len(LAWS) >= 30


def test_every_law_names_its_source() -> None:
    source = re.compile(r"Rule \d|Charter \d|Statute|Repertoire|Namibia|S/2017/507|time goes on")
    cited = ""
    for line in (FOLDER / "laws.pml").read_text(encoding="utf-8").splitlines():
        cited = line if line.startswith("/*") else cited
        assert not line.startswith("ltl") or source.search(cited), line


@pytest.mark.parametrize("law", LAWS)
def test_spin_verifies_the_law(law: str, laws: Checker) -> None:
    assert laws.errors(law, fair=law.startswith("fairly_")) == 0


@pytest.mark.parametrize("law", [law for law in LAWS if law.startswith("fairly_")])
def test_without_fairness_time_may_stand_still(law: str, laws: Checker) -> None:
    assert laws.errors(law) == 1


@pytest.mark.parametrize("witness", WITNESSES)
def test_spin_finds_the_example(witness: str, witnesses: Checker) -> None:
    assert witnesses.errors(witness) == 1


Seen = tuple[Kind | None, State, bool, int, int, int, int]
"""A situation: the kind of matter, the state, whether it is seconded, permanent yes and no, elected yes and no."""


def _reached(on: date, folder: Path, form: Form = Form.TEXT) -> tuple[int, set[Seen]]:
    """How many states SPIN stores, and the situations it comes to."""
    spied = model(on, form=form)
    for place, spy in (("#define took(e) skip", f"#define took(e) {_SPY}"), (_BEGIN, f"{_BEGIN}; {_SPY}")):
        assert place in spied
        spied = spied.replace(place, spy, 1)
    bare = checker(folder, spied, "-o2", "-DBARE", flags=("-DSAFETY", "-DNOREDUCE", "-DNOCLAIM"))
    stored, lines = bare.reached()
    return stored, set(map(_place, lines))


def test_spin_reaches_what_stepping_reaches(tmp_path: Path) -> None:
    stored, spins = _reached(DAY, tmp_path)
    for kind in (Kind.SUBSTANTIVE, Kind.ICJ_ELECTION):
        assert {seen for seen in spins if seen[0] is kind} == {
            (kind, found.draft.state, bool(found.draft.seconders), *counts_of(found.draft))
            for found in explore(start(DAY, kind), full=True).values()
        }
    assert stored == len(spins) + 1  # and the state before the kind of matter is fixed
    assert Counter(seen[1] for seen in spins)[State.VOTED] == 2 * len(Kind) * _rolls(DAY)


@pytest.mark.parametrize(
    ("on", "form"), [(DAY, Form.TEXT), (OLD, Form.TEXT), (DAY, Form.AMENDMENT), (DAY, Form.PRELIMINARY_QUESTION)]
)
def test_spin_reaches_what_our_explorer_reaches(on: date, form: Form, tmp_path: Path) -> None:
    stored, spins = _reached(on, tmp_path, form)
    explored = _explored(on, form)
    assert spins == explored
    assert stored == len(explored) + 1


def _explored(on: date, form: Form) -> set[Seen]:
    """The situations the explorer comes to, without what SPIN's model does not hold: the silence deadline's day."""
    begin = [Start(form, kind) for kind in outline(council_on(on), rule_on(on), form=form).kinds]
    life = Life(council_on(on), rule_on(on), begin=begin, forget=False)
    found: set[Seen] = set()
    for place, roll, _ in breadth_first(life).nodes:
        if roll != CASTING:
            draft = life.places[place]
            (yes, no), (more_yes, more_no) = life.classes[roll].counts if roll >= 0 else ((0, 0), (0, 0))
            found.add((draft.kind, draft.state, bool(draft.seconders), yes, no, more_yes, more_no))
    return found


_BEGIN = "    state = drafted"
_SPY = (
    'c_code { printf("at %d %d %d %d %d %d %d\\n", now.kind, now.state, now.seconded, '
    "now.permanent_yes, now.permanent_no, now.elected_yes, now.elected_no); }"
)


def _place(line: str) -> Seen:
    """What the spy wrote; SPIN numbers words from the last."""
    kind, state, seconded, *counts = map(int, line.split()[1:])
    yes, no, more_yes, more_no = counts
    return list(Kind)[-kind], list(State)[-state], bool(seconded), yes, no, more_yes, more_no


def _rolls(on: date) -> int:
    """How many choices of counts there are, in closed form: n members say yes, no or neither in (n+1)(n+2)/2 ways."""
    elected = len(council_on(on).elected)
    return 21 * (elected + 1) * (elected + 2) // 2


def _without(name: str) -> tuple[Row, ...]:
    rows = tuple(row for row in ROWS if row.name != name)
    assert len(rows) == len(ROWS) - 1
    return rows


def _unguarded(name: str, last: int = 0) -> tuple[Row, ...]:
    """The table with one row that has lost its guard, or its last conditions."""
    assert name in {row.name for row in ROWS}
    return tuple(
        replace(row, guard=row.guard[: len(row.guard) - last] if last else ()) if row.name == name else row
        for row in ROWS
    )


def _with(state: State, act: Act, target: State) -> tuple[Row, ...]:
    return (*ROWS, Row(state, act, (), target, (charter.PRACTICE,)))


def _changed(**fields: object) -> Rule:
    return replace(rule_on(DAY), **fields)  # type: ignore[arg-type]


_FOUR = ("China", "France", "Russian Federation", "United Kingdom")
FAULTS: dict[str, tuple[str, Rule | None, tuple[Row, ...]]] = {
    "eight votes are enough": ("adopted_has_its_votes", _changed(majority=8), ROWS),
    "a veto is ignored": ("adopted_met_no_veto", None, _unguarded("voted--announce--adopted", 1)),
    "the fifth permanent seat is forgotten": ("adopted_met_no_veto", _changed(may_veto=_FOUR), ROWS),
    "an abstention is a veto": ("aside_is_no_veto", preset("all-five-must-agree", council_on(DAY)), ROWS),
    "one veto is not enough": ("a_veto_tells", preset("two-vetoes-needed", council_on(DAY)), ROWS),
    "procedure is vetoed": ("procedure_takes_any_nine", _changed(procedural_veto=True), ROWS),
    "withdrawn during the vote": (
        "once_voted_only_a_result",
        None,
        _with(State.VOTED, Act.WITHDRAW, State.WITHDRAWN),
    ),
    "an adopted text is reopened": ("adopted_is_final", None, _with(State.ADOPTED, Act.SUBMIT, State.SUBMITTED)),
    "an untabled text is voted on": (
        "no_vote_on_an_untabled_text",
        None,
        _with(State.CIRCULATED, Act.VOTE, State.VOTED),
    ),
    "anybody insists": ("insisting_takes_a_second", None, _unguarded("withdrawn--insist--submitted")),
    "a tabled text never lapses": ("fairly_a_tabled_text_ends", None, _without("submitted--lapse--lapsed")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_spin_finds_the_fault(fault: str, tmp_path: Path) -> None:
    law, rule, rows = FAULTS[fault]
    kept = LTL.sub(lambda block: block[0] if block[1] == law else "", model(DAY, rule, rows))
    fair = law.startswith("fairly_")
    assert checker(tmp_path, kept).errors(law, fair=fair) == 1


def _situations(row: Row) -> Iterator[dict[str, Value]]:
    """Everything a guard can read that an event does not say; of all rows only announcements read ballots."""
    kinds, these = (Kind, rolls(council_on(DAY), full=False)) if row.act is Act.ANNOUNCE else ([Kind.SUBSTANTIVE], ())
    for kind, seconded, roll in product(kinds, (False, True), these or rolls(council_on(DAY), full=False)[:1]):
        yield from ({**values, "seconded": seconded} for values in vote_values(roll, kind, rule_on(DAY)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_condition_holds_where_some_event_meets_the_guard(row: Row) -> None:
    drawn = outline(council_on(DAY), rule_on(DAY))
    short, whole = compiled(condition_of(drawn, row)), compiled(guard(row))
    for values in _situations(row):
        assert short(values) == any(whole({**values, **said}) for said in answers(row, drawn.said))
    assert not fields_of(condition_of(drawn, row)) & drawn.said.keys()


def test_a_rule_whose_fields_are_a_users_own_is_printed_too() -> None:
    council = council_on(DAY)
    rule = changed_rule(council, {"may_veto": ("France", "Japan"), "override": 12})
    text = promela(outline(council, rule))
    assert "#define permanent_no (permanent_with_veto_no + permanent_without_veto_no)" in text
    assert "#define veto_holders_no (permanent_with_veto_no + elected_with_veto_no)" in text
    assert "#define override 12" in text
