"""`lifecycle record audit`, `show` and `scenario`, as people and programs meet them.

Knows small records that the tests write, and the whole one where it is there. Refuses to look inside the package.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.rules import Outcome
from lifecycle.record.writing import written
from tests.conftest import Command
from tests.record.test_rows import ROLL, vote

UNANIMOUS = Roll.of(ROLL.council, {}, Ballot.YES)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """An invented record of two votes: one vetoed, one adopted by all."""
    adopted = replace(vote("2", UNANIMOUS), recorded=Outcome.ADOPTED, resolution="S/RES/9(2016)")
    path = tmp_path / "invented.csv"
    path.write_bytes(written([vote("1"), adopted]).encode())
    return path


def test_an_audit_that_explains_everything_ends_with_0(lifecycle: Command, small: Path) -> None:
    said = lifecycle("record", "audit", small)
    assert (said.code, said.err) == (0, "")
    assert "Unexplained: none." in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_days_the_wrong_way_round_are_no_record_of_no_votes(lifecycle: Command, small: Path) -> None:
    said = lifecycle("record", "audit", small, "--from", "2017-01-01", "--to", "2016-01-01")
    assert (said.code, said.out) == (2, "")
    assert "--from 2017-01-01 lies after --to 2016-01-01" in said.err


def test_the_document_has_its_keys_in_order(lifecycle: Command, small: Path) -> None:
    said = lifecycle("record", "audit", small, "--json").json
    keys = "format votes agree explained unexplained undetermined set_aside recorded recomputed"
    assert list(said) == keys.split()
    assert (said["votes"], said["agree"]) == (2, 2)


def test_an_outcome_nothing_explains_ends_with_1_and_is_placed(lifecycle: Command, tmp_path: Path) -> None:
    path = tmp_path / "invented.csv"
    path.write_bytes(written([replace(vote(), recorded=Outcome.ADOPTED)]).encode())
    said = lifecycle("record", "audit", path)
    assert said.code == 1
    assert "invented.csv:2:" in "".join(said.out.split())
    assert lifecycle("record", "audit", path, "--json").json["unexplained"][0]["line"] == 2


def test_faults_in_a_file_end_with_2_and_the_rest_is_audited(lifecycle: Command, small: Path) -> None:
    small.write_bytes(small.read_bytes().replace(b",Y,", b",Q,", 1))
    said = lifecycle("record", "audit", small)
    assert said.code == 2
    assert "unknown code 'Q'" in said.err
    assert "2 of 2 agree" in said.out
    document = lifecycle("record", "audit", small, "--json").json
    assert [error["slug"] for error in document["errors"]] == ["record-unknown-code"]


def test_of_many_faults_the_first_are_told_and_the_rest_counted(lifecycle: Command, small: Path) -> None:
    small.write_bytes(small.read_bytes().replace(b",Y,", b",Q,"))
    said = lifecycle("record", "audit", small)
    assert said.code == 2
    assert "6 more faults; --json lists them." in said.err
    assert len(lifecycle("record", "audit", small, "--json").json["errors"]) == 11 + 15


def test_a_rule_nobody_knows_is_an_error(lifecycle: Command, small: Path) -> None:
    said = lifecycle("record", "audit", small, "--rule", "no-vetoes")
    assert said.code == 2
    assert "no-veto" in said.err


def test_a_vote_without_names_is_shown_by_its_counts(lifecycle: Command, shared: Path) -> None:
    said = lifecycle("record", "show", "S/1158", "--in", shared / "record" / "votes_not_adopted.csv")
    assert "S/1158 failed, 5-0-6; no names." in said.out


def test_a_changed_rule_says_what_it_would_have_lost_and_ends_with_0(lifecycle: Command, tmp_path: Path) -> None:
    abstained = Roll.of(ROLL.council, {Ballot.ABSTAIN: ["China"]}, Ballot.YES)
    path = tmp_path / "invented.csv"
    adopted = replace(vote("1", abstained), recorded=Outcome.ADOPTED, resolution="S/RES/9(2016)")
    path.write_bytes(written([adopted]).encode())
    said = lifecycle("record", "audit", path, "--rule", "all-five-must-agree")
    assert said.code == 0
    assert "1 of 1 resolutions would have been lost" in said.out
    document = lifecycle("record", "audit", path, "--rule", "all-five-must-agree", "--json").json
    assert ([each["symbol"] for each in document["lost"]], document["gained"]) == (["S/RES/9"], [])
    assert document["unexplained"] == []


def test_a_rule_that_eleven_cannot_meet_says_from_when(lifecycle: Command, shared: Path) -> None:
    file = shared / "record" / "votes_not_adopted.csv"
    said = lifecycle("record", "audit", file, "--rule", "veto-override-12")
    assert said.code == 2
    assert "--from 1966-01-01" in said.err
    assert lifecycle("record", "audit", file, "--rule", "veto-override-12", "--from", "1966-01-01").code == 0


def test_the_whole_record_is_explained(lifecycle: Command, shared: Path) -> None:
    folder = shared / "record"
    said = lifecycle("record", "audit", folder / "votes_adopted.csv.gz", folder / "votes_not_adopted.csv", "--plain")
    assert said.code == 0
    assert said.out.startswith("3,212 votes, 25 January 1946 to 27 January 2026: 3,208 of 3,208 agree.\n")
    for key in ("GRAM-0360", "GRAM-3098", "S/516", "S/1148"):
        assert key in said.out


def test_show_gives_the_roll_and_the_reasons(lifecycle: Command, small: Path) -> None:
    said = lifecycle("record", "show", "S/1", "--in", small)
    assert said.code == 0
    assert "VETOED  11 yes, 2 no, 2 abstain" in said.out
    assert "N  Russian Federation*" in said.out
    (shown,) = lifecycle("record", "show", "S/1", "--in", small, "--json").json["votes"]
    assert shown["ballots"]["China"] == "abstain"
    assert shown["decision"]["outcome"] == "vetoed"
    assert shown["distance"] == 1


def test_show_asks_back_for_a_symbol_nobody_knows(lifecycle: Command, small: Path) -> None:
    said = lifecycle("record", "show", "S/RES/10", "--in", small)
    assert said.code == 2
    assert "did you mean 'S/RES/9'" in said.err


def test_a_scenario_is_written_and_replays(lifecycle: Command, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "vote.yaml"
    assert lifecycle("record", "scenario", "S/1", "--in", small, "-o", out).code == 0
    assert lifecycle("replay", out).code == 0
    assert lifecycle("record", "scenario", "S/1", "--in", small, "-o", out).code == 2, "nothing is overwritten unasked"
    assert lifecycle("record", "scenario", "S/1", "--in", small, "-o", out, "--force").code == 0
    printed = lifecycle("record", "scenario", "S/1", "--in", small).out
    assert printed == out.read_text(encoding="utf-8")
    assert json.loads(lifecycle("record", "scenario", "S/1", "--in", small, "--json").out)["text"] == printed


@pytest.mark.parametrize("command", ["audit", "show", "find", "count", "pivots", "alike", "scenario"])
def test_each_has_help_with_an_example(lifecycle: Command, command: str) -> None:
    said = lifecycle("record", command, "--help")
    assert said.code == 0
    assert f"  lifecycle record {command} " in said.out
