"""The command `forecast`.

Knows one invented vote and the articles of October 2016. Refuses to check the sums again.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests.conftest import Command

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CLOSE = SCENARIOS / "questions" / "a-close-vote.yaml"
ALEPPO = SCENARIOS / "aleppo-2016" / "as-reported.yaml"


def test_the_document_is_exact_and_shows_what_it_assumes(lifecycle: Command) -> None:
    said = lifecycle("forecast", CLOSE, "--json").json
    draft = said["drafts"]["text"]
    assert sum(map(Fraction, draft["probabilities"].values())) == 1
    # Russia and China say no independently, one of them with 1 - 0.7 x 0.9; nine votes are another matter.
    vetoed, adopted = (Fraction(draft["probabilities"][end]) for end in ("vetoed", "adopted"))
    assert 0 < vetoed < Fraction(37, 100)
    assert 0 < adopted < Fraction(63, 100)
    assert "stated assumptions" in said["says"]
    assert [row["stance"] for row in said["stances"]] == ["sponsor"]
    assert len(draft["leanings"]) == 15
    assert draft["blocs"] == [["Algeria", "Mozambique", "Sierra Leone"]]


def test_people_read_it_in_eighty_columns_with_its_assumptions(lifecycle: Command) -> None:
    said = lifecycle("forecast", ALEPPO)
    assert said.code == 0
    assert "known by" in said.out
    assert "A forecast is the rule applied to stated assumptions" in said.out
    assert "unheard_elected: yes 95.09%" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert "by 6 Oct: adopted" in lifecycle("forecast", ALEPPO, "--plain").out


def test_a_table_of_one_s_own_changes_the_forecast(lifecycle: Command, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    head = "stance,yes,no,abstain,not_participating,absent\n"
    table.write_text(f"{head}unheard_permanent,0,1,0,0,0\n", encoding="utf-8")
    said = lifecycle("forecast", ALEPPO, "--stances", table, "--draft", "french", "--json").json
    assert said["drafts"]["french"]["decimals"]["adopted"] == 0


def test_days_are_drawn(lifecycle: Command, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    file = tmp_path / "f.svg"
    assert lifecycle("forecast", ALEPPO, "--draft", "french", "--plot", file).code == 0
    assert "7 Oct" in file.read_text(encoding="utf-8")
    assert lifecycle("forecast", ALEPPO, "--plot", tmp_path / "g.svg").code == 2
    assert not (tmp_path / "g.svg").exists()


@pytest.mark.parametrize(
    ("old", "new", "slug"),
    [
        ("no: 30%", "no: 40%", "probabilities-not-one"),
        ("no: 30%", "no: perhaps", "bad-probability"),
        ("no: 30%", "nope: 30%", "unknown-word"),
        ("Algeria: {yes", "RUS: {yes", "votes-twice"),
        ("Algeria: {yes", "Germany: {yes", "not-on-council"),
        ("[[Algeria, ", "[[China, Algeria], [China, ", "votes-twice"),
        ("leanings:\n  text:", "leanings:\n  txt:", "unknown-draft"),
    ],
)
def test_bad_leanings_are_told_with_their_line(
    lifecycle: Command, tmp_path: Path, old: str, new: str, slug: str
) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(CLOSE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    said = lifecycle("forecast", file, "--json")
    assert said.code == 2
    error = said.json["errors"][0]
    assert (error["slug"], error["file"]) == (slug, file.as_posix())
    assert error["line"] > 1


def test_an_unknown_draft_is_told(lifecycle: Command) -> None:
    assert lifecycle("forecast", CLOSE, "--draft", "nothing").code == 2


def test_an_outcome_that_is_reported_is_said_to_be_left_out(lifecycle: Command) -> None:
    said = " ".join(lifecycle("forecast", ALEPPO).out.split())
    assert "french is reported vetoed; a forecast does not use reported outcomes." in said
    assert "russian is reported failed" in said
    assert "is reported" not in lifecycle("forecast", ALEPPO, "--at", "2016-10-06").out


def test_a_draft_that_is_not_there_is_answered_with_those_that_are(lifecycle: Command) -> None:
    said = lifecycle("forecast", ALEPPO, "--draft", "frnch")
    assert said.code == 2
    assert "'frnch'; those with one are french, russian; did you mean 'french'?" in said.err


def test_a_draft_without_a_forecast_is_not_named_as_one_that_has_it(lifecycle: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = "title: Invented\non: 2016-10-08\ndrafts: {text: {}, other: {}}\nleanings: {text: {France: {yes: 1}}}\n"
    file.write_text(text, encoding="utf-8")
    said = lifecycle("forecast", file, "--draft", "other")
    assert said.code == 2
    assert "no draft with a forecast is called 'other'; those with one are text" in said.err
    assert "did you mean" not in said.err
