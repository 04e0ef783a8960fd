"""Articles, files of events and events in place, as a scenario names them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.model.reports import Evidence, When
from lifecycle.scenario.loader import load
from lifecycle.scenario.scenario import Scenario
from lifecycle.scenario.sources import when_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles in a folder, one beside it, and a file of events that nobody opens here."""
    (tmp_path / "press").mkdir()
    for name in ("press/b.txt", "press/a.txt", "press/c.md", "alone.txt", "mined.yaml"):
        (tmp_path / name).write_text("Nothing happened.\n", encoding="utf-8")
    return tmp_path


def loaded(folder: Path, text: str, extends: str = "") -> Scenario:
    head = f"title: t\nextends: {extends}\n" if extends else "title: t\non: 2016-10-08\ndrafts: {a: {}, b: {}}\n"
    path = folder / ("second.yaml" if extends else "first.yaml")
    path.write_text(f"{head}{text}\n", encoding="utf-8")
    return load(path)


def names(scenario: Scenario) -> list[str]:
    return [Path(article.name).name for article in scenario.articles]


def test_articles_are_files_and_folders_each_file_once(folder: Path) -> None:
    scenario = loaded(folder, "articles: [alone.txt, press, press/b.txt, ./alone.txt]")
    assert names(scenario) == ["alone.txt", "a.txt", "b.txt"]
    assert scenario.articles[1].name == (folder / "press" / "a.txt").as_posix()
    assert names(loaded(folder, "articles: alone.txt")) == ["alone.txt"]


def test_publication_days_go_by_the_articles_names(folder: Path) -> None:
    scenario = loaded(folder, "articles: [press]\npublished: {a.txt: 2016-10-05}")
    assert scenario.published == {(folder / "press" / "a.txt").as_posix(): date(2016, 10, 5)}


@pytest.mark.parametrize(
    ("text", "slug", "column"),
    [
        ("articles: [presse]", "missing-file", 12),
        ("articles: [press]\npublished: {d.txt: 2016-10-05}", "missing-file", 13),
        ("articles: [press]\npublished: {a.txt: 0001-01-01}", "bad-date", 20),
        ("events: none.yaml", "missing-file", 9),
        ("events: press", "missing-file", 9),
        ("events: [{draft: c, type: voted}]", "unknown-draft", 18),
        ("events: [{draft: a, type: voted, actors: [Atlantis]}]", "unknown-country", 43),
        ("events: [{draft: a, type: voted, votes: {against: [Germany]}}]", "not-on-council", 52),
        ("events: [{draft: a, type: vetoing}]", "unknown-word", 27),
    ],
)
def test_a_source_that_is_not_there_is_refused(folder: Path, text: str, slug: str, column: int) -> None:
    with pytest.raises(InputError) as caught:
        loaded(folder, text)
    (problem,) = caught.value.problems
    assert (problem.slug, problem.place.column) == (slug, column)


def test_events_in_place_become_reports(folder: Path) -> None:
    text = (
        "events:\n"
        "  - {draft: a, type: submitted, date: 2016-10-06, actors: [FRA, Security Council]}\n"
        "  - id: x\n    draft: b\n    type: vetoed\n    modality: hypothetical\n"
        "    date: {from: 2016-10-07, to: 2016-10-09, basis: stated}\n"
        "    file: paper.txt\n    start: 4\n    end: 9\n    quote: may veto\n"
        "    evidence: [{quote: would veto}]\n    votes: {against: [Russia]}\n"
    )
    first, second = loaded(folder, text).reports
    assert (first.id, first.actors, first.modality) == ("e1", ("France", "Security Council"), "occurred")
    assert first.when == When.on(date(2016, 10, 6), "stated")
    assert second.when == When(date(2016, 10, 7), date(2016, 10, 9), None, "stated")
    assert second.evidence[0] == Evidence("paper.txt", 4, 9, "may veto")
    assert second.evidence[1].file.endswith("first.yaml")
    assert second.votes == {"against": ("Russian Federation",)}


def test_one_kind_of_source_replaces_the_other_it_inherits(folder: Path) -> None:
    loaded(folder, "articles: [press]")
    variation = loaded(folder, "events: [{draft: a, type: submitted}]", extends="first.yaml")
    assert (names(variation), len(variation.reports)) == ([], 1)
    loaded(folder, "events: mined.yaml")
    assert loaded(folder, "", extends="first.yaml").events_file
    assert loaded(folder, "articles: [alone.txt]", extends="first.yaml").events_file is None


def test_both_kinds_in_one_file_are_both_used(folder: Path) -> None:
    scenario = loaded(folder, "articles: [press]\nevents: [{draft: a, type: submitted}]")
    assert (names(scenario), len(scenario.reports)) == (["a.txt", "b.txt"], 1)


def test_no_date_is_no_date() -> None:
    assert when_of(None) == When()
