"""A sweep counts what deciding each combination alone would count.

Knows small sweeps that can be gone through by hand. Refuses to believe a sample that is not the same twice.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.analysis.sweep import ENDS, SweepResult, combinations, run_sweep
from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.rules import Outcome
from lifecycle.scenario.loader import load
from lifecycle.scenario.scenario import Scenario, ScenarioDraft, Setting, Sweep
from lifecycle.testing import kinds, partial_rolls, rolls, rules

QUESTIONS = Path(__file__).parents[2] / "scenarios" / "questions"
ALEPPO = council_on(date(2016, 10, 8))


@st.composite
def sweeps(draw: st.DrawFn) -> Scenario:
    """A sweep of up to three members on a roll that is known in part, under up to two rules."""
    laws = draw(st.lists(rules(ALEPPO), min_size=1, max_size=2))
    roll = draw(rolls(ALEPPO, laws[0]).flatmap(lambda whole: partial_rolls(whole, 3)))
    swept = draw(st.lists(st.sampled_from(ALEPPO.members), min_size=1, max_size=3, unique=True))
    some = st.lists(st.sampled_from(Ballot), min_size=1, max_size=3, unique=True)
    parties = tuple(draw(st.sets(st.sampled_from(ALEPPO.members), max_size=2)))
    sweep = Sweep(
        "text",
        tuple(member.name for member in swept),
        tuple(tuple(draw(some)) for _ in swept),
        tuple(Setting(ALEPPO, law, tuple(swept)) for law in laws),
    )
    draft = ScenarioDraft("text", kind=draw(kinds()), parties=parties, votes=roll)
    return Scenario("invented", ALEPPO, laws[0], (draft,), sweep=sweep)


def alone(scenario: Scenario) -> list[tuple[tuple[Ballot, ...], str]]:
    """Each combination decided by itself."""
    sweep, (draft,) = scenario.sweep, scenario.drafts
    assert sweep
    assert draft.roll
    found = []
    for setting in sweep.settings:
        for ballots in product(*sweep.ballots):
            roll = draft.roll.changed(dict(zip(setting.members, ballots, strict=True)))
            found.append((ballots, decide(roll, draft.kind, setting.rule, draft.parties).outcome or "open"))
    return found


@given(sweeps())
def test_each_combination_ends_as_it_does_alone(scenario: Scenario) -> None:
    found = run_sweep(scenario)
    one_by_one = alone(scenario)
    assert [(row[2:-1], row[-1]) for row in found.rows()] == one_by_one
    ends = Counter(end for _, end in one_by_one)
    assert dict(zip(ENDS, found.ends.sum(axis=0).tolist(), strict=True)) == {end: ends[end] for end in ENDS}
    for place, (ballots, counts) in enumerate(zip(found.sweep.ballots, found.members, strict=True)):
        by_ballot = Counter((cast[place], end) for cast, end in one_by_one)
        assert counts.tolist() == [[by_ballot[ballot, end] for end in ENDS] for ballot in ballots]


def test_the_sweep_of_the_folder() -> None:
    found = run_sweep(load(QUESTIONS / "three-members-swept.yaml"))
    charter, two, none = found.ends.tolist()
    # Fifteen ballots of Russia and China, of which seven have a no, six one no alone and one both; twice each.
    assert charter == [16, 14, 0, 0]
    assert two == [28, 2, 0, 0]
    assert none == [30, 0, 0, 0]
    assert found.pair is not None
    assert found.pair.sum() == found.total == 90


def same(one: SweepResult, other: SweepResult) -> bool:
    return bool(np.array_equal(one.ends, other.ends)) and one.rows() == other.rows()


def test_a_sample_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    scenario = load(QUESTIONS / "three-members-swept.yaml")
    assert same(run_sweep(scenario, 500, 7), run_sweep(scenario, 500, 7))
    assert not same(run_sweep(scenario, 500, 7), run_sweep(scenario, 500, 8))
    assert run_sweep(scenario, 500, 7).counted == 500


def test_workers_change_nothing() -> None:
    scenario = load(QUESTIONS / "three-members-swept.yaml")
    with ThreadPoolExecutor(2) as pool:
        assert same(run_sweep(scenario, 1000, 3, pool), run_sweep(scenario, 1000, 3))


def test_progress_ends_with_all_of_it() -> None:
    heard: list[int] = []
    run_sweep(load(QUESTIONS / "three-members-swept.yaml"), progress=heard.append)
    assert heard[-1] == 90


def test_too_many_are_refused_with_their_number_and_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "wide.yaml"
    members = ", ".join(f"{member.code}: any" for member in ALEPPO.members)
    text = f"title: x\non: 2016-10-08\ndrafts: {{text: {{}}}}\nsweep:\n  members: {{{members}}}\n"
    file.write_text(text, encoding="utf-8")
    scenario = load(file)
    assert scenario.sweep
    assert combinations(scenario.sweep) == 5**15
    with pytest.raises(InputError, match=r"wide\.yaml:4:1: the sweep has 30,517,578,125 .* --sample N --seed S"):
        run_sweep(scenario)
    found = run_sweep(scenario, 20_000, 1)
    share = found.ends.sum(axis=0)[ENDS.index(Outcome.FAILED)] / found.counted
    # With even chances of five ballots nine yes of fifteen are rare: more than 99 of 100 fall short.
    assert share > 0.99


def test_what_is_counted_need_not_be_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = run_sweep(load(QUESTIONS / "three-members-swept.yaml"))
    monkeypatch.setattr("lifecycle.analysis.sweep.LISTED", 89)
    with pytest.raises(InputError, match="90 combinations, more than the 89 there is time to list one by one"):
        found.rows()


def test_a_scenario_without_a_sweep_is_refused() -> None:
    with pytest.raises(InputError, match="has no `sweep:`"):
        run_sweep(Scenario("x", ALEPPO, load(QUESTIONS / "three-members-swept.yaml").rule, (ScenarioDraft("text"),)))
