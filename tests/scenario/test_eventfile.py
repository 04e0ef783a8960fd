"""A file of mined events says, read back, what was mined; each wrong entry is told at its place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from lifecycle.errors import InputError
from lifecycle.mining.mined import Conflict, Dated, Mention, Mined, MinedDraft, MinedEvent
from lifecycle.model.reports import When
from lifecycle.scenario.eventfile import read_events
from lifecycle.scenario.scenario import ArticleFile

DAY = When.on(date(2016, 10, 8), "stated")
VOTES = {"in_favour": {"n": 11, "members": ["France"]}, "unanimous": False, "required": 9}
MINED = Mined(
    articles=(Dated("a.txt", When(date(2016, 10, 8), None, date(2016, 10, 9), "solved")),),
    drafts=(MinedDraft("d1", "no", ("France",), "S/2016/846"), MinedDraft("d2", "null: the other", (), None)),
    mentions=(
        Mention("m1", "a.txt", 5, 11, "vetoed", "Russia vetoed \u201cit\u201d\n: so", "vetoed", "d1", "occurred",
                ("Russian Federation",), DAY, VOTES, "veto", ("said so",)),
        Mention("m2", "a.txt", 50, 54, "vote", "a vote", "voted", "d1", "planned", (), When(), None, "vote", ()),
    ),
    events=(
        MinedEvent("e1", "d1", "vetoed", "occurred", DAY, ("Russian Federation",), ("m1",)),
        MinedEvent("e2", "d2", "voted", "negated", When(), (), ()),
    ),
    stances=(),
    stories=(),
    conflicts=(Conflict("d1", "outcome", ("m1", "m2"), "one of them"),),
)  # fmt: skip
"""Invented, with the words that YAML likes to misread."""


EVENT = "drafts: []\nevents:\n- {{id: e1, draft: d7, type: {}, modality: occurred}}\n"


def put(folder: Path, name: str, text: str) -> ArticleFile:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return ArticleFile(path, name)


def lines(mined: Mined) -> str:
    entries = [entry for value in mined.to_json().values() if isinstance(value, list) for entry in value]
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", yaml.safe_dump(MINED.to_json(), allow_unicode=True)),
        ("a.json", json.dumps(MINED.to_json())),
        ("a.jsonl", lines(MINED)),
        ("a.JSONL", lines(MINED).replace("\n", "\n\n")),
    ],
)
def test_what_was_mined_is_read_back(tmp_path: Path, name: str, text: str) -> None:
    assert read_events(put(tmp_path, name, text)) == MINED


def test_the_reading_is_not_blind(tmp_path: Path) -> None:
    """The sibling of the law above: another event is another reading."""
    other = replace(MINED, events=MINED.events[:1])
    assert read_events(put(tmp_path, "a.jsonl", lines(other))) != MINED


@pytest.mark.parametrize(
    ("name", "text", "slug", "line", "column"),
    [
        ("a.jsonl", '{"a": 1}\n{"id": }\n', "bad-json", 2, 8),
        ("a.jsonl", "[1]\n", "bad-json", 1, 1),
        ("a.jsonl", "[" * 100_000 + "\n", "bad-json", 1, 1),
        ("a.jsonl", '{"id": "d1", "sponsors": [], "lable": "x"}\n', "unknown-key", 1, 1),
        ("a.yaml", EVENT.format("voted"), "unknown-draft", 3, 19),
        ("a.yaml", "drafts: []\nevents: []\ndrafts: []\n", "duplicate-key", 3, 1),
        ("a.yaml", "drafts: []\n", "missing-key", 1, 1),
        ("a.yaml", "drafts: []\nevents: {}\n", "wrong-shape", 2, 9),
        ("a.yaml", EVENT.format("voting"), "unknown-word", 3, 29),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_told_at_its_place(
    tmp_path: Path, name: str, text: str, slug: str, line: int, column: int
) -> None:
    with pytest.raises(InputError) as caught:
        read_events(put(tmp_path, name, text))
    (problem,) = caught.value.problems
    assert (problem.slug, problem.place.line, problem.place.column) == (slug, line, column)
