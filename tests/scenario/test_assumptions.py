"""Leanings and sweeps are read exactly, and what is wrong is told at its place.

Knows the forms and one wrong file for each complaint. Refuses to count or to forecast.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot
from lifecycle.scenario.assumptions import leaning_of, probability
from lifecycle.scenario.loader import load
from lifecycle.scenario.scenario import Scenario
from lifecycle.scenario.writer import scenario_yaml

HEAD = "title: invented\non: 2016-10-08\ndrafts: {text: {}}\nvotes: {text: {rest: yes}}\n"


def read(tmp_path: Path, text: str) -> Scenario:
    file = tmp_path / "s.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    return load(file)


@pytest.mark.parametrize(("text", "value"), [("0.9", "9/10"), ("12.5%", "1/8"), ("1/3", "1/3"), ("1", "1"), ("0", "0")])
def test_a_probability_is_exact(text: str, value: str) -> None:
    assert probability(text) == Fraction(value)


@pytest.mark.parametrize("text", ["", "-0.1", "1.1", "101%", "4/3", "1/0", "1e-3", "half", "nan", "0." + "1" * 50])
def test_anything_else_is_no_probability(text: str) -> None:
    with pytest.raises(InputError, match="not a probability"):
        probability(text)


def test_three_thirds_are_one_and_three_times_a_rounded_third_is_not() -> None:
    third = {Ballot.YES: "1/3", Ballot.NO: "1/3", Ballot.ABSTAIN: "1/3"}
    assert sum(leaning_of("x", third).values()) == 1
    with pytest.raises(InputError, match="add up to 99/100, not to 1"):
        leaning_of("x", dict.fromkeys(third, "0.33"))


def test_leanings_become_members_ballots_and_words(tmp_path: Path) -> None:
    text = "leanings: {text: {RUS: no, China: opposes, Egypt: {yes: 1/2, abstain: 1/2}, rest: yes}}\n"
    said = read(tmp_path, text + "blocs: {text: [[Spain, France]]}\n").leanings["text"]
    by_code = {member.code: leaning for member, leaning in said.members.items()}
    assert by_code["RUS"] == {Ballot.NO: Fraction(1)}
    assert by_code["CHN"] == "opposes"
    assert by_code["EGY"] == {Ballot.YES: Fraction(1, 2), Ballot.ABSTAIN: Fraction(1, 2)}
    assert said.rest == {Ballot.YES: Fraction(1)}
    assert [member.name for member in said.blocs[0]] == ["Spain", "France"]


def test_a_sweep_is_each_council_with_each_rule(tmp_path: Path) -> None:
    text = (
        "sweep: {members: {RUS: any, China: [no, yes]}, rules: [charter, no-veto], dates: [2016-10-08, 1971-12-04]}\n"
    )
    sweep = read(tmp_path, text).sweep
    assert sweep
    assert sweep.ballots == (tuple(Ballot), (Ballot.NO, Ballot.YES))
    settings = [(s.council.on.year, s.rule.name, s.members[0].name) for s in sweep.settings]
    assert settings == [
        (2016, "charter-1965", "Russian Federation"),
        (2016, "no-veto", "Russian Federation"),
        (1971, "charter-1965", "USSR"),
        (1971, "no-veto", "USSR"),
    ]


def test_a_sweep_may_seat_other_councils(tmp_path: Path) -> None:
    text = "sweep: {members: {RUS: any}, councils: [{without: [Spain], with: [Germany]}]}\n"
    sweep = read(tmp_path, text).sweep
    assert sweep
    assert "Germany" in [member.name for member in sweep.settings[0].council.members]


@pytest.mark.parametrize(
    ("text", "place", "slug"),
    [
        ("sweep: {members: {RUS: any, Russia: [no]}}", "5:29", "votes-twice"),
        ("sweep: {members: {RUS: [no, no]}}", "5:19", "votes-twice"),
        ("sweep: {members: {Rusia: any}}", "5:19", "unknown-member"),
        ("sweep: {members: {RUS: []}}", "5:19", "wrong-shape"),
        ("sweep: {members: {RUS: any}, dates: [1945-10-24]}", "5:38", "date-out-of-range"),
        ("sweep: {members: {RUS: any}, rules: [no-vetos]}", "5:38", "unknown-rule"),
        ("sweep: {members: {RUS: any}, rules: [veto-override-12], dates: [1950-06-27]}", "5:38", "impossible-rule"),
        ("sweep: {draft: txt, members: {RUS: any}}", "5:16", "unknown-draft"),
        ("leanings: {text: {RUS: {no: 0.5}}}", "5:19", "probabilities-not-one"),
        ("leanings: {text: {RUS: no, Russia: yes}}", "5:28", "votes-twice"),
        ("leanings: {txt: {RUS: no}}", "5:12", "unknown-draft"),
        ("blocs: {text: [[Spain, Egypt], [EGY]]}", "5:33", "votes-twice"),
        ("blocs: {text: [[Germany]]}", "5:17", "not-on-council"),
        ("rule: {vetoes_needed: 16}", "5:1", "impossible-rule"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, place: str, slug: str) -> None:
    with pytest.raises(InputError) as told:
        read(tmp_path, text + "\n")
    problem = told.value.problems[0]
    assert (problem.slug, f"{problem.place.line}:{problem.place.column}") == (slug, place)


def test_of_several_drafts_a_sweep_must_name_one(tmp_path: Path) -> None:
    file = tmp_path / "s.yaml"
    text = HEAD.replace("{text: {}}\nv", "{text: {}, other: {}}\nv") + "sweep: {members: {RUS: any}}\n"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="must say which draft"):
        load(file)


@pytest.mark.parametrize(
    "text",
    [
        "leanings: {text: {RUS: no, China: opposes, Egypt: {yes: 1/2, abstain: 1/2}, rest: yes}}\n",
        "leanings: {text: {RUS: no}}\nblocs: {text: [[Spain, France], [Egypt]]}\n",
        "blocs: {text: [[Spain, France]]}\n",
        "sweep: {members: {Russia: any, China: [no, yes]}}\n",
        "sweep: {members: {RUS: any}, rules: [charter, no-veto], dates: [2016-10-08, 1971-12-04], rest: yes}\n",
        "sweep: {members: {RUS: any}, councils: [{without: [Spain], with: [Germany]}]}\nrule: no-veto\n",
        "sweep: {members: {RUS: any}}\nrule: no-veto\n",
    ],
)
def test_what_is_written_reads_back_the_same(tmp_path: Path, text: str) -> None:
    first = read(tmp_path, text)
    (tmp_path / "s.yaml").write_text(scenario_yaml(first), encoding="utf-8")
    assert load(tmp_path / "s.yaml") == first
