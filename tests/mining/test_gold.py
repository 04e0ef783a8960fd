"""Annotations, read and refused. The annotations here are invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.mining.gold import read_gold

GOOD = """
articles:
- file: folder/a.txt
  published: 2016-10-08
  mentions:
  - {cue: vetoed, start: 7, quote: Russia vetoed it, type: vetoed, draft: D1, modality: occurred, actors: [Russia],
     date: '2016-10-08', date_window: ['2016-10-07', '2016-10-08'], scored: true}
  - {cue: no, start: 0, quote: no, type: failed, draft: OTHER, modality: negated, actors: [], date: null, scored: false}
  distractors:
  - {quote: no veto power, why: a right}
- {file: b.txt, published: null, mentions: []}
"""


def read(tmp_path: Path, text: str) -> object:
    path = tmp_path / "gold.yaml"
    path.write_text(text, encoding="utf-8")
    return read_gold(path, "gold.yaml")


def test_a_key_that_stands_twice_is_told_with_the_rest(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, GOOD.replace("cue: vetoed", "cue: it, cue: vetoed").replace("type: failed", "type: fail"))
    assert [problem.slug for problem in caught.value.problems] == ["duplicate-key", "unknown-word"]


def test_what_the_miner_wrote_is_no_annotation(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, f"events: []\n{GOOD}")
    assert [problem.message for problem in caught.value.problems] == ["this is what `mine` wrote, not an annotation"]


def test_a_gold_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text(GOOD, encoding="utf-8")
    first, second = read_gold(path, "gold.yaml")
    assert (first.file, first.published, second.published) == ("a.txt", date(2016, 10, 8), None)
    vetoed, other = first.mentions
    assert (vetoed.start, vetoed.end, vetoed.actors) == (7, 13, ("Russia",))
    assert vetoed.window == (date(2016, 10, 7), date(2016, 10, 8))
    assert (vetoed.scored, other.scored, other.date, other.window) == (True, False, None, None)
    assert [d.quote for d in first.distractors] == ["no veto power"]


@pytest.mark.parametrize(
    ("old", "new", "slug", "line"),
    [
        ("type: vetoed", "type: vetod", "unknown-word", 6),
        ("actors: [], date: null, scored", "actors: [], date: null, scord", "unknown-key", 8),
        ("published: 2016-10-08", "drafts: {D2: {label: x}}", "unknown-draft", 6),
        ("start: 7", "start: seven", "bad-number", 6),
        ("date: '2016-10-08'", "date: 8 October", "bad-date", 7),
        ("cue: vetoed, ", "", "missing-key", 6),
        ("articles:", "article:", "wrong-shape", 2),
        ("scored: true", "scored: maybe", "unknown-word", 7),
        ("quote: Russia vetoed it", "quote: Russia did it", "cue-not-there", 6),
        ("  mentions:", "  mentionz:", "unknown-key", 5),
    ],
)
def test_a_wrong_entry_is_refused_at_its_place(tmp_path: Path, old: str, new: str, slug: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, GOOD.replace(old, new))
    assert [problem.slug for problem in caught.value.problems] == [slug]
    assert caught.value.problems[0].place.line == line
