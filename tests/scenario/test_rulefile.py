"""A rule in a file of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.model.council import council_on
from lifecycle.scenario.rulefile import read_rule

COUNCIL = council_on(date(2016, 10, 8))


def test_the_fields_replace_those_of_the_charter(tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text("name: ten\ntext: ten votes and no veto\nmajority: 10\nmay_veto: []\n", encoding="utf-8")
    rule = read_rule(path, COUNCIL)
    assert (rule.name, rule.majority, rule.may_veto, rule.seats) == ("ten", 10, (), 15)


@pytest.mark.parametrize(
    ("text", "slug", "line"),
    [
        ("majority: 9\nmajority: 9\n", "duplicate-key", 2),
        ("majority: 16\n", "impossible-rule", 1),
        ("majorty: 9\n", "unknown-key", 1),
        ("", "empty-file", None),
    ],
)
def test_what_is_no_rule_is_refused_by_file(tmp_path: Path, text: str, slug: str, line: int | None) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_rule(path, COUNCIL)
    (problem,) = caught.value.problems
    assert (problem.slug, problem.place.file, problem.place.line) == (slug, path.as_posix(), line)
