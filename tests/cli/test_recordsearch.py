"""`lifecycle record find`, `count`, `pivots` and `alike`. Knows a small invented record. Refuses to look inside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.rules import Outcome
from lifecycle.record.writing import written
from tests.conftest import Command, Said
from tests.record.test_rows import ROLL, vote


@pytest.fixture
def ask(lifecycle: Command, tmp_path: Path) -> Command:
    """A question to an invented record: a veto, an adoption by all, and a text three votes short."""
    council = ROLL.council
    others = [member.name for member in council.elected[:4]]
    short = Roll.of(council, {Ballot.NO: ["USA", *others], Ballot.ABSTAIN: ["FRA", "GBR", "CHN", "RUS"]}, Ballot.YES)
    adopted = replace(vote("2", Roll.of(council, {}, Ballot.YES)), recorded=Outcome.ADOPTED, resolution="S/RES/9(2016)")
    path = tmp_path / "invented.csv"
    path.write_bytes(written([vote("1"), adopted, replace(vote("3", short), recorded=Outcome.FAILED)]).encode())

    def call(*words: object) -> Said:
        return lifecycle("record", *words, "--in", path)

    return call


@pytest.mark.parametrize(
    ("words", "symbols"),
    [
        ((), ["S/1", "S/RES/9", "S/3"]),
        (("--outcome", "vetoed"), ["S/1"]),
        (("--no", "Russia,Venezuela"), ["S/1"]),
        (("--no", "Russia", "--no", "USA"), []),
        (("--yes", "China"), ["S/RES/9"]),
        (("--distance", "3"), ["S/3"]),
        (("--would-have-been-vetoed",), ["S/3"]),
        (("--tally", "11-2-2"), ["S/1"]),
        (("--special", "no_below_majority"), ["S/3"]),
        (("--from", "2016-10-09"), []),
        (("--text", "INVENTED title"), ["S/1", "S/RES/9", "S/3"]),
    ],
)
def test_find_finds_what_is_asked(ask: Command, words: tuple[str, ...], symbols: list[str]) -> None:
    said = ask("find", *words, "--json")
    assert [each["symbol"] for each in said.json["votes"]] == symbols
    shown = ask("find", *words)
    assert f"{len(symbols)} vote" in shown.out
    assert all(symbol in shown.out for symbol in symbols)
    assert max(map(len, shown.out.splitlines())) <= 80


@pytest.mark.parametrize(
    "words",
    [("--special", "double"), ("--tally", "eleven"), ("--no", "Atlantis"), ("--from", "2016"), ("--outcome", "won")],
)
def test_find_answers_a_wrong_word_with_an_error(ask: Command, words: tuple[str, ...]) -> None:
    said = ask("find", *words)
    assert (said.code, said.out) == (2, "")


@pytest.mark.parametrize(("unit", "word"), [("draft", "texts"), ("vote", "votes"), ("member", "noes")])
def test_count_never_prints_a_number_without_its_unit(ask: Command, unit: str, word: str) -> None:
    said = ask("count", "--by", unit)
    assert said.out.startswith(f"Counted are {word}")
    assert word in ask("count", "--by", unit, "--json").json["unit"]
    assert ask("count").code == 2, "without a unit there is no count"


def test_count_by_member_tells_vetoes_from_other_noes(ask: Command) -> None:
    counts = ask("count", "--by", "member", "--json").json["counts"]
    assert counts["Russian Federation"] == {"adopted": 0, "vetoed": 1, "failed": 0}
    assert counts["United States"] == {"adopted": 0, "vetoed": 0, "failed": 1}


def test_pivots_name_who_could_have_turned_a_vote(ask: Command) -> None:
    said = ask("pivots")
    assert "S/1 vetoed 11-2-2; adopted had the Russian Federation voted yes or abstained" in " ".join(said.out.split())
    assert "1  adopted to vetoed" in said.out
    assert "any of 5 members voted no" in " ".join(ask("pivots", "--to-outcome", "vetoed").out.split())


def test_alike_draws_the_permanent_members_and_ranks(ask: Command) -> None:
    said = ask("alike", "France")
    assert said.code == 0
    assert "United Kingdom" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    others = {each["code"]: (each["equal"], each["votes"]) for each in ask("alike", "FRA", "--json").json["others"]}
    assert others["GBR"] == (2, 2)
    assert others["RUS"] == (1, 2)


def test_alike_of_a_member_that_never_voted_is_an_error(ask: Command) -> None:
    said = ask("alike", "Iceland")
    assert said.code == 2
    assert "cast no ballot" in said.err


def test_alike_with_a_member_that_never_voted_beside_it_is_an_error(ask: Command) -> None:
    """Not an empty picture, from which a reader would take that there was nothing to see."""
    said = ask("alike", "USA", "--with", "GBR,Israel")
    assert (said.code, said.out) == (2, "")
    assert "United States and Israel had no vote in common in the votes that are counted here" in said.err


@pytest.mark.parametrize("words", [("find",), ("count", "--by", "vote"), ("pivots",), ("alike", "France")])
def test_days_the_wrong_way_round_are_refused_and_no_answer(ask: Command, words: tuple[str, ...]) -> None:
    said = ask(*words, "--from", "2017-01-01", "--to", "2016-01-01")
    assert (said.code, said.out) == (2, "")
    assert "--from 2017-01-01 lies after --to 2016-01-01: no day is in between" in said.err
    assert ask(*words, "--from", "2016-10-08", "--to", "2016-10-08").code == 0


@pytest.mark.parametrize("words", [("find",), ("count", "--by", "vote"), ("pivots",), ("alike", "France")])
def test_plain_output_has_no_columns(ask: Command, words: tuple[str, ...]) -> None:
    said = ask(*words, "--plain")
    assert said.code == 0
    assert not [line for line in said.out.splitlines() if "   " in line.strip()]


def test_a_long_list_is_cut_and_says_so(lifecycle: Command, shared: Path) -> None:
    file = shared / "record" / "votes_not_adopted.csv"
    short = lifecycle("record", "find", "--outcome", "vetoed", "--in", file)
    assert sum(line[:2] in {"19", "20"} for line in short.out.splitlines()) == 40
    assert "--all prints the other" in short.out
    whole = lifecycle("record", "find", "--outcome", "vetoed", "--all", "--in", file)
    # 270 recorded vetoes, of which GRAM-3098 repeats another; S/5134, which its ballots make one, is a duplicate too.
    assert "269 votes." in whole.out.splitlines()
    assert "--all lists the" in lifecycle("record", "pivots", "--in", file).out


def test_pivots_are_a_document_too(ask: Command) -> None:
    turns = ask("pivots", "--json").json["pivots"]
    assert {(turn["symbol"], turn["to"], turn["outcome"]) for turn in turns if turn["symbol"] == "S/1"} == {
        ("S/1", "yes", "adopted"),
        ("S/1", "abstain", "adopted"),
    }


def test_a_duplicate_is_set_aside_and_told(lifecycle: Command, shared: Path) -> None:
    """The oral amendment of 22 December 2023 stands in the record twice."""
    file = shared / "record" / "votes_not_adopted.csv"
    words = ("record", "find", "--no", "USA", "--from", "2023-12-22", "--to", "2023-12-22", "--in", file)
    lines = lifecycle(*words).out.splitlines()
    assert sum("Oral amendment  VETOED" in line for line in lines) == 1
    assert "1 vote." in lines
    assert any(line.startswith("Set aside: GRAM-3098, Oral amendment") for line in lines)
    document = lifecycle(*words, "--json").json
    assert [each["key"] for each in document["votes"]] == ["GRAM-3099"]
    assert [(each["key"], each["duplicate_of"]) for each in document["set_aside"]] == [("GRAM-3098", "GRAM-3099")]
