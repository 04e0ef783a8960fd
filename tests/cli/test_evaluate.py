"""`lifecycle evaluate`. The annotations here are invented; the seeds' own are the reference material's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Command

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "Peru vetoed a draft resolution in the UN Security Council on Monday. Chile laughed."
GOLD = """
articles:
- file: a.txt
  published: 2016-10-08
  mentions:
  - {cue: vetoed, start: 5, quote: Peru vetoed, type: vetoed, draft: D1, modality: occurred, actors: [Peru],
     date: 2016-10-03, scored: true}
  - {cue: laughed, start: 75, quote: Chile laughed, type: failed, draft: D1, modality: occurred, actors: [], date: null}
  distractors: []
- {file: b.txt, published: null, mentions: []}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Nothing here.", encoding="utf-8")
    (tmp_path / "gold.yaml").write_text(GOLD, encoding="utf-8")
    return tmp_path


def test_the_scores_as_a_document(lifecycle: Command, folder: Path) -> None:
    document = lifecycle("evaluate", folder / "gold.yaml", folder, "--json").json
    assert document["strict"] == {"precision": 1.0, "recall": 0.5, "f1": 0.667, "tp": 1, "predicted": 1, "gold": 2}
    assert document["dates"] == {"n": 1, "exact": 1.0, "window_sound": 1.0}
    assert document["types"] == [
        {"gold": "failed", "mined": "nothing", "n": 1},
        {"gold": "vetoed", "mined": "vetoed", "n": 1},
    ]
    assert document["readers"] == 0.93
    assert document["articles"] == 2


def test_without_dates_the_miner_is_on_its_own(lifecycle: Command, folder: Path) -> None:
    document = lifecycle("evaluate", folder / "gold.yaml", folder, "--no-dates", "--json").json
    assert document["dates"] == {"n": 1, "exact": 0.0, "window_sound": 0.0}


def test_errors_are_quotes(lifecycle: Command, folder: Path) -> None:
    said = lifecycle("evaluate", folder / "gold.yaml", folder, "--errors")
    assert "missed failed/occurred/D1 a.txt: “Chile laughed”" in said.out
    document = lifecycle("evaluate", folder / "gold.yaml", folder, "--errors", "--json").json
    assert [(error["kind"], error["quote"]) for error in document["errors"]] == [("missed", "Chile laughed")]


def test_half_of_the_articles(lifecycle: Command, folder: Path) -> None:
    even = lifecycle("evaluate", folder / "gold.yaml", folder, "--half", "even", "--json").json
    odd = lifecycle("evaluate", folder / "gold.yaml", folder, "--half", "odd", "--json").json
    assert (odd["strict"]["gold"], even["strict"]["gold"]) == (2, 0)


def test_a_seed_moves_the_intervals_alone(lifecycle: Command, folder: Path) -> None:
    one, two = (lifecycle("evaluate", folder / "gold.yaml", folder, "--seed", n, "--json").json for n in (1, 2))
    assert {key: one[key] for key in one if key != "intervals"} == {key: two[key] for key in two if key != "intervals"}


def test_one_article_gives_no_interval(lifecycle: Command, folder: Path) -> None:
    """Drawn again and again, one article is always the same one: 0.67-0.67 would read as certainty."""
    told = "One article gives no interval"
    for plain in ((), ("--plain",)):
        said = lifecycle("evaluate", folder / "gold.yaml", folder, "--half", "odd", *plain).out
        assert told in said
        assert "0.67-0.67" not in said
        assert told not in lifecycle("evaluate", folder / "gold.yaml", folder, *plain).out
    document = lifecycle("evaluate", folder / "gold.yaml", folder, "--half", "odd", "--json").json
    assert document["intervals"]["strict"] == [0.667, 0.667]
    assert document["articles"] == 1


def test_for_people_at_eighty_columns(lifecycle: Command, shared: Path) -> None:
    said = lifecycle("evaluate", shared / "gold" / "seeds.yaml", SEEDS)
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert "Two careful readers agree with each other at F1 0.93" in said.out
    plain = " ".join(lifecycle("evaluate", shared / "gold" / "seeds.yaml", SEEDS, "--plain").out.split())
    assert "agreement on strict (and modality); precision " in plain


def test_two_drafts_are_scored_only_where_there_are_two(lifecycle: Command, folder: Path, shared: Path) -> None:
    assert "two drafts" not in lifecycle("evaluate", folder / "gold.yaml", folder).out
    assert "two drafts" in lifecycle("evaluate", shared / "gold/seeds.yaml", SEEDS).out


def test_an_article_that_is_not_there_is_named(lifecycle: Command, folder: Path) -> None:
    (folder / "a.txt").rename(folder / "aa.txt")
    said = lifecycle("evaluate", folder / "gold.yaml", folder, "--json")
    assert said.code == 2
    assert [(error["slug"], error["nearest"][0]) for error in said.json["errors"]] == [("missing-file", "aa.txt")]


def test_a_folder_that_is_not_there_is_blamed_and_not_the_gold(lifecycle: Command, folder: Path) -> None:
    said = lifecycle("evaluate", folder / "gold.yaml", folder / "nosuch", "--json")
    assert said.code == 2
    assert [(error["slug"], Path(error["file"]).name) for error in said.json["errors"]] == [("missing-file", "nosuch")]


def test_every_article_that_cannot_be_read_is_told_at_once(lifecycle: Command, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(b"\xff")
    said = lifecycle("evaluate", folder / "gold.yaml", folder, "--json")
    assert said.code == 2
    assert [(error["slug"], error["file"][-5:]) for error in said.json["errors"]] == [
        ("not-utf8", "a.txt"),
        ("not-utf8", "b.txt"),
    ]


def test_an_annotation_that_does_not_fit_its_article_is_refused(lifecycle: Command, folder: Path) -> None:
    (folder / "gold.yaml").write_text(GOLD.replace("start: 5,", "start: 7,"), encoding="utf-8")
    said = lifecycle("evaluate", folder / "gold.yaml", folder)
    assert said.code == 2
    assert "a.txt has no 'vetoed' at 7; it stands at 5" in said.err
    (folder / "gold.yaml").write_text(GOLD.replace("start: 75", "start: 75000"), encoding="utf-8")
    document = lifecycle("evaluate", folder / "gold.yaml", folder, "--json").json
    assert [problem["slug"] for problem in document["errors"]] == ["cue-not-there"]


def test_an_article_is_annotated_once(lifecycle: Command, folder: Path) -> None:
    (folder / "gold.yaml").write_text(GOLD.replace("file: b.txt", "file: a.txt"), encoding="utf-8")
    said = lifecycle("evaluate", folder / "gold.yaml", folder)
    assert said.code == 2
    assert "gold.yaml:10:10: a.txt is annotated twice" in said.err


def test_no_article_is_no_score(lifecycle: Command, folder: Path) -> None:
    (folder / "gold.yaml").write_text("articles: []\n", encoding="utf-8")
    said = lifecycle("evaluate", folder / "gold.yaml", folder, "--json")
    assert (said.code, [error["slug"] for error in said.json["errors"]]) == (2, ["no-articles"])
