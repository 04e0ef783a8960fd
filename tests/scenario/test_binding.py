"""Which mined draft is which, and advice that helps when it is followed to the letter. All of it invented."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.mining.mined import Mined, MinedDraft
from lifecycle.model.council import council_on
from lifecycle.model.rules import rule_on
from lifecycle.scenario.binding import bind
from lifecycle.scenario.loader import load
from lifecycle.scenario.press import Press
from lifecycle.scenario.scenario import ArticleFile, Scenario, ScenarioDraft
from tests.conftest import Command

DAY = date(2016, 10, 8)
FILE = ArticleFile(Path("mined.yaml"), "mined.yaml")


def mined(*drafts: tuple[str, tuple[str, ...], str | None]) -> Mined:
    return Mined((), tuple(MinedDraft(name, f"the {name}", *rest) for name, *rest in drafts), (), (), (), (), ())  # type: ignore[arg-type]


def scenario(*drafts: ScenarioDraft) -> Scenario:
    return Scenario("t", council_on(DAY), rule_on(DAY), drafts, file="s.yaml", events_file=FILE)


def refused(draft: ScenarioDraft, known: Mined, **fields: object) -> str:
    with pytest.raises(InputError) as caught:
        bind(replace(scenario(draft), **fields), known)  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    return problem.message


KNOWN = mined(("d1", ("France", "Spain"), None), ("d2", ("Japan",), "S/2016/2"), ("o1", (), None))


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (ScenarioDraft("a", sponsors=("Spain", "Fiji")), "d1"),
        (ScenarioDraft("a", sponsors=("France",), symbol="S/2016/2"), "d2"),
        (ScenarioDraft("a", sponsors=("France",), symbol="S/2016/9"), "d1"),
        (ScenarioDraft("a", recorded_as="S/2016/2"), "d2"),
    ],
)
def test_a_draft_is_the_one_of_its_symbol_or_else_of_a_sponsor(draft: ScenarioDraft, found: str) -> None:
    assert bind(scenario(draft), KNOWN)["a"].id == found


def test_none_or_two_candidates_are_refused_by_name_and_all_at_once() -> None:
    drafts = (ScenarioDraft("none", sponsors=("Fiji",)), ScenarioDraft("two", sponsors=("France", "Japan")))
    with pytest.raises(InputError) as caught:
        bind(scenario(*drafts), KNOWN)
    none, two = caught.value.problems
    assert (none.slug, two.slug) == ("unbound-draft", "unbound-draft")
    assert "'none' matches no draft in its sources: d1 (the d1) and d2 (the d2) and o1 (the o1); for d1" in none.message
    assert "'two' matches more than one draft in its sources: d1 (the d1) and d2 (the d2)" in two.message
    assert str(two.place) == "s.yaml"


@pytest.mark.parametrize("sponsors", [(), ("France", "Japan", "Egypt"), ("Fiji",)])
@pytest.mark.parametrize("symbol", [None, "S/2016/9"])
def test_what_is_advised_for_a_draft_finds_that_draft(sponsors: tuple[str, ...], symbol: str | None) -> None:
    known = mined(
        ("d1", ("France",), None), ("d2", ("Japan", "Egypt"), "S/2016/2"), ("d3", ("Egypt", "France", "Spain"), None)
    )
    draft = ScenarioDraft("a", sponsors=sponsors, symbol=symbol)
    advised = re.findall(r"for (\w+) write `(symbol|sponsors): \[?([^`\]]+)\]?`", refused(draft, known))
    assert [name for name, *_ in advised] == ["d2", "d3"]
    for name, key, value in advised:
        written = replace(draft, symbol=value) if key == "symbol" else replace(draft, sponsors=(value,))
        assert bind(scenario(written), known)["a"].id == name


def test_drafts_that_nothing_tells_apart_get_a_symbol_at_both_ends() -> None:
    known = mined(("d1", ("France",), None), ("d2", ("France",), None))
    draft = ScenarioDraft("a", sponsors=("France",))
    said = refused(draft, known)
    assert said.endswith("for the one meant, write one `symbol:` at that draft in mined.yaml and the same here")
    told = mined(("d1", ("France",), None), ("d2", ("France",), "mine"))
    assert bind(scenario(replace(draft, symbol="mine")), told)["a"].id == "d2"
    mined_anew = refused(draft, known, events_file=None)
    assert "write the events to a file (`lifecycle mine ARTICLES -o events.yaml`)" in mined_anew
    assert "with `events:` instead of `articles:`, and" in mined_anew
    dated = refused(draft, known, events_file=None, published={"a.txt": DAY})
    assert "ARTICLES --published FILE=DATE -o" in dated
    assert "instead of `articles:` and `published:`" in dated


def test_one_symbol_of_two_mined_drafts_is_mended_at_both_ends_too() -> None:
    """No sponsor would help: the symbol comes first."""
    known = mined(("d1", ("France",), "S/2016/1"), ("d2", ("Japan",), "S/2016/1"))
    said = refused(ScenarioDraft("a", symbol="S/2016/1"), known)
    assert "`sponsors" not in said
    assert "one `symbol:` at that draft in mined.yaml" in said


def test_a_sponsor_that_a_scenario_of_the_day_cannot_name_is_not_advised() -> None:
    known = mined(("d1", ("Arab Group",), None), ("d2", ("Germany, Federal Republic of",), None))
    draft = ScenarioDraft("a", sponsors=("Fiji",))
    assert "`sponsors" not in refused(draft, known)
    then = council_on(date(1977, 6, 1))
    assert 'for d2 write `sponsors: ["Germany, Federal Republic of"]`' in refused(draft, known, council=then)


def test_of_many_drafts_the_first_are_named_those_that_can_be_meant_before_others() -> None:
    known = mined(*((f"o{n}", (), None) for n in range(9)), ("d1", ("France",), None))
    said = refused(ScenarioDraft("a", sponsors=("Fiji",)), known)
    assert "in its sources: d1 (the d1) and o0 (the o0)" in said
    assert "o6 (the o6) and 2 more; for d1 write `sponsors: [France]`; for another, write one `symbol:`" in said


def test_sources_that_speak_of_no_draft_are_told_so() -> None:
    assert refused(ScenarioDraft("a"), mined()).endswith("matches no draft in its sources: they speak of none")


def test_the_advice_helps_in_files(lifecycle: Command, tmp_path: Path) -> None:
    """Two texts of one sponsor, mined and written down, and a scenario that means the second."""
    for name, day, what in (("a", "2014-03-07", "Mali"), ("b", "2016-10-07", "Syria")):
        text = f"Russia vetoed a French draft resolution on {what} in the UN Security Council on Thursday.\n"
        (tmp_path / f"{name}.txt").write_text(f"---\npublished: {day}\n---\n{text}", encoding="utf-8")
    events, story = tmp_path / "events.yaml", tmp_path / "s.yaml"
    assert lifecycle("mine", tmp_path, "-o", events).code == 0
    written = "title: t\non: 2016-10-08\nevents: events.yaml\ndrafts: {french: {sponsors: [France]}}\n"
    story.write_text(written, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        Press().sourced(load(story), None)
    assert "write one `symbol:` at that draft in" in str(caught.value)
    head, _, tail = events.read_text(encoding="utf-8").rpartition("symbol: null")
    events.write_text(f"{head}symbol: french{tail}", encoding="utf-8")
    story.write_text(written.replace("{sponsors", "{symbol: french, sponsors"), encoding="utf-8")
    assert [report.type for report in Press().sourced(load(story), None).reports["french"]] == ["vetoed"]
