"""Publication days by option and by table, called as people call them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Command

SEEDS = Path(__file__).parents[2] / "seeds"
FIRST, LAST = "000_c83b28818893801d.txt", "004_a9da9bdbb69074db.txt"


def test_days_reach_the_miner_by_option_and_by_table(lifecycle: Command, tmp_path: Path) -> None:
    table = tmp_path / "days.csv"
    table.write_text(f"file,published\n000_c83b28818893801d.txt,2016-10-02\n{LAST},\nnone.txt,2016-01-01\n", "utf-8")
    by_table = lifecycle("mine", SEEDS, "--dates", table, "--json").json
    assert by_table["articles"][0]["published"]["basis"] == "given"
    option = ("--published", "000_c83b28818893801d.txt=2016-10-01")
    both = lifecycle("mine", SEEDS, "--dates", table, *option, "--json").json
    assert both["articles"][0]["published"]["best"] == "2016-10-01"


def test_a_table_of_days_may_be_longer_than_an_article(lifecycle: Command, tmp_path: Path) -> None:
    """An archive of a hundred thousand articles has as many rows."""
    table = tmp_path / "days.csv"
    rows = "".join(f"{n:040}.txt,2016-01-01\n" for n in range(100_000))
    table.write_text(f"file,published\n{rows}{LAST},2016-10-08\n", encoding="utf-8")
    said = lifecycle("mine", SEEDS / LAST, "--dates", table, "--json")
    assert said.code == 0
    assert said.json["articles"][0]["published"]["basis"] == "given"


@pytest.mark.parametrize(
    ("table", "slug", "line"),
    [
        ("file,day\na.txt,2016-10-08\n", "missing-column", 1),
        ("file,published\na.txt,8 October\n", "bad-date", 2),
        ("file,published\na.txt,2016-10-08\na.txt,2016-10-08\na.txt,2016-10-09\n", "wrong-shape", 4),
    ],
)
def test_a_wrong_table_is_refused_at_its_line(
    lifecycle: Command, tmp_path: Path, table: str, slug: str, line: int
) -> None:
    path = tmp_path / "days.csv"
    path.write_text(table, encoding="utf-8")
    (error,) = lifecycle("mine", SEEDS, "--dates", path, "--json").json["errors"]
    assert (error["slug"], error["line"]) == (slug, line)


@pytest.mark.parametrize(
    ("table", "found"),
    [("article;day\na.txt;2016-01-01\n", "its first line has 'article;day'; commas part columns"), ("", "it is empty")],
)
def test_a_table_without_its_columns_is_told_what_it_has(
    lifecycle: Command, tmp_path: Path, table: str, found: str
) -> None:
    (tmp_path / "days.csv").write_text(table, "utf-8")
    said = lifecycle("mine", SEEDS, "--dates", tmp_path / "days.csv")
    assert said.code == 2
    assert f"no column 'file': {found}; wanted is file,published" in said.err


def test_a_day_may_be_given_in_words_and_a_path_in_other_ways(lifecycle: Command, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        shutil.copy(SEEDS / LAST, tmp_path / name / "one.txt")
    other = tmp_path / "a" / ".." / "b" / "one.txt"
    said = lifecycle("mine", tmp_path / "a", tmp_path / "b", "--published", f"{other}=8 October 2016", "--json")
    assert [each["published"]["basis"] == "given" for each in said.json["articles"]] == [False, True]
    both = lifecycle("mine", tmp_path / "a", tmp_path / "b", "--published", "one.txt=2016-10-08")
    assert both.code == 2
    assert "2 articles are called 'one.txt'" in both.err


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2015-02-30", f"--published: {LAST}: no such day: '2015-02-30'; that month has 28 days\n"),
        (
            "30 February 2015",
            f"--published: {LAST}: not a date: '30 February 2015'; write it as 2016-10-08 or 8 October 2016\n",
        ),
        ("2016-10-08garbage", "not a date: '2016-10-08garbage'; write it as 2016-10-08 or 8 October 2016\n"),
    ],
)
def test_a_day_that_is_none_is_told_as_what_it_is(lifecycle: Command, day: str, said: str) -> None:
    refused = lifecycle("mine", SEEDS, "--published", f"{LAST}={day}")
    assert refused.code == 2
    assert said in refused.err


def test_a_row_for_an_article_that_is_not_there_is_told_with_the_nearest_name(
    lifecycle: Command, tmp_path: Path
) -> None:
    """A table may serve many calls, so that it is no error; but the article meant would have no day."""
    table = tmp_path / "days.csv"
    table.write_text(f"file,published\n{FIRST},2016-10-01\n{LAST[:-5]}.txt,2016-10-08\n", encoding="utf-8")
    said = lifecycle("mine", SEEDS, "--dates", table)
    assert said.code == 0
    assert said.err == f"{table.as_posix()}:3: no article is called '{LAST[:-5]}.txt'; did you mean {LAST!r}?\n"


def test_a_row_without_a_day_is_told(lifecycle: Command, tmp_path: Path) -> None:
    table = tmp_path / "days.csv"
    table.write_text(f"file,published\n{FIRST},2016-10-01\n{LAST},\n", encoding="utf-8")
    assert lifecycle("mine", SEEDS, "--dates", table).err == f"{table.as_posix()}:3: no day for {LAST!r}\n"
    assert lifecycle("mine", SEEDS, "--dates", table, "--published", f"{LAST}=2016-10-08").err == ""
    table.write_text(f"file,published\n{FIRST},\n{LAST},\n", encoding="utf-8")
    said = lifecycle("mine", SEEDS, "--dates", table)
    assert said.err == f"{table.as_posix()}:2: no day for {FIRST!r}, and for 1 more\n"


def test_of_many_such_rows_the_first_are_named_and_the_rest_counted(lifecycle: Command, tmp_path: Path) -> None:
    table = tmp_path / "days.csv"
    table.write_text("file,published\n" + "".join(f"{n}.pdf,2016-10-08\n" for n in range(1003)), encoding="utf-8")
    said = lifecycle("mine", SEEDS, "--dates", table, "--json")
    assert (said.code, len(said.json["articles"])) == (0, 5)
    lines = said.err.splitlines()
    assert [line.removeprefix(f"{table.as_posix()}:") for line in lines] == [
        *(f"{n + 2}: no article is called '{n}.pdf'" for n in range(3)),
        " 1,000 more rows for articles that are not there",
    ]


def test_of_two_days_for_one_article_the_one_taken_is_told(lifecycle: Command, tmp_path: Path) -> None:
    press, table = tmp_path / "a.txt", tmp_path / "days.csv"
    press.write_text("---\npublished: 2016-10-01\n---\nRussia vetoed a UN draft resolution on Monday.", "utf-8")
    table.write_text("file,published\na.txt,2016-10-02\n", encoding="utf-8")
    own = f"{press.as_posix()}: published on 2016-10-01 by its own words; the day given is taken"
    by_table = lifecycle("mine", press, "--dates", table)
    assert (by_table.code, by_table.err) == (0, f"{own}, 2016-10-02\n")
    both = lifecycle("mine", press, "--dates", table, "--published", "a.txt=2016-10-03", "--json")
    assert both.json["articles"][0]["published"]["best"] == "2016-10-03"
    row = f"{table.as_posix()}:2: 2016-10-02 for {press.as_posix()!r}; the day of --published is taken, 2016-10-03"
    assert both.err.splitlines() == [row, f"{own}, 2016-10-03"]
    agreed = lifecycle("mine", press, "--published", "a.txt=2016-10-01")
    assert (agreed.code, agreed.err) == (0, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2016-10-08", "--published: not FILE=DATE: '2016-10-08'; write it as article.txt=2016-10-08"),
        ("other.txt=2016-10-08", "--published: no article is called 'other.txt'"),
        (
            f"{LAST}=1492-10-12",
            f"--published: {LAST}: not a day of publication: 1492-10-12; they are read from 1900-01-01",
        ),
    ],
)
def test_a_value_that_cannot_be_read_is_told_with_its_option(lifecycle: Command, words: str, said: str) -> None:
    refused = lifecycle("mine", SEEDS, "--published", words)
    assert refused.code == 2
    assert said in refused.err


def test_the_name_without_its_ending_is_told_as_the_nearest(lifecycle: Command, tmp_path: Path) -> None:
    (tmp_path / "d1.txt").write_text("The UN Security Council vetoed a draft.", encoding="utf-8")
    refused = lifecycle("mine", tmp_path, "--published", "d1=2016-10-08")
    assert "no article is called 'd1'; did you mean 'd1.txt'" in refused.err.replace("\n", " ")


def test_the_short_name_that_pages_show_leads_to_the_file(lifecycle: Command) -> None:
    assert f"did you mean '{FIRST}'?" in lifecycle("mine", SEEDS, "--published", "000=2016-10-01").err
