"""The command `power`.

Knows the fixed keys of its document and one famous fraction. Refuses to check the indices again.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Command

REFORM = Path(__file__).parents[2] / "scenarios" / "reform"


def test_the_document_has_exact_fractions(lifecycle: Command) -> None:
    said = lifecycle("power", "--on", "2016-10-08", "--json").json
    assert (said["rule"], said["seats"], said["required"]) == ("charter-1965", 15, 9)
    assert said["members"]["France"]["shapley_shubik"] == "421/2145"
    assert said["members"]["Egypt"]["shapley_shubik"] == "4/2145"
    assert len(said["members"]) == 15
    assert said["rolls"] == {"adopted": 146_796, "vetoed": 295_551, "failed": 13_906_560}
    assert (said["tallies"], said["undecidable_tallies"]) == (136, 21)


def test_people_read_fraction_and_decimals_in_eighty_columns(lifecycle: Command) -> None:
    said = lifecycle("power", "--on", "2016-10-08")
    assert "421/2145 = 0.196270" in said.out
    assert "848 of 32,768 coalitions win" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert "Shapley-Shubik: 421/2145" in lifecycle("power", "--on", "2016-10-08", "--plain").out


def test_days_rules_and_reforms_stand_side_by_side(lifecycle: Command) -> None:
    said = lifecycle("power", "--on", "1950-06-27", "--on", "2016-10-08", "--rule", "no-veto", REFORM)
    assert said.code == 0
    assert "1950: no-veto" in said.out
    assert "override-by-twelve" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert "no-veto: 15 seats, 9 votes" in lifecycle("power", REFORM, "--plain").out
    compared = lifecycle("power", REFORM, "--json").json["compared"]
    assert len(compared) == len(list(REFORM.glob("*.yaml")))


def test_a_picture_is_written(lifecycle: Command, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    assert lifecycle("power", REFORM, "--plot", tmp_path / "p.svg").code == 0
    assert "a-sixth-veto" in (tmp_path / "p.svg").read_text(encoding="utf-8")
    assert lifecycle("power", REFORM, "--plot", tmp_path / "p.png").code == 0
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--on", "1945-12-31"), "outside the days"),
        (("--on", "2016-10-08", "--rule", "no-vetos"), "did you mean 'no-veto'"),
        (("--on", "2016-10-08", "--plot", "x.gif"), "a picture ends in"),
        (("--on", "2016-10-08", "--plot", "x.svg", "--index", "shaply"), "unknown index"),
        (("--on", "2016-10-08", "--index", "banzaf_normalised"), "did you mean 'banzhaf_normalised'"),
        (("--on", "2016-10-08", "--index", "nope"), "known are shapley_shubik, "),
        ((), "give a day with --on"),
    ],
)
def test_what_is_wrong_is_told(lifecycle: Command, words: tuple[str, ...], says: str) -> None:
    said = lifecycle("power", *words)
    assert said.code == 2
    assert says in said.err


def test_a_rule_with_more_vetoes_than_seats_is_told_with_its_file(lifecycle: Command, tmp_path: Path) -> None:
    rule = tmp_path / "rule.yaml"
    rule.write_text("name: wild\nvetoes_needed: 16\n", encoding="utf-8")
    said = lifecycle("power", "--on", "2016-10-08", "--rule", rule, "--json")
    assert said.code == 2
    assert said.json["errors"][0]["slug"] == "impossible-rule"
    assert said.json["errors"][0]["file"].endswith("rule.yaml")
