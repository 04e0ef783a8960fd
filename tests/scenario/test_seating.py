"""Councils that sat and Councils that never did, and the rule they vote by."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.model.council import Council
from lifecycle.model.rules import Rule
from lifecycle.scenario.layers import read_chain
from lifecycle.scenario.seating import council_of, rule_of, state_named, states_named


def seated(folder: Path, text: str) -> tuple[Council, Rule]:
    path = folder / "a.yaml"
    path.write_text(f"title: t\ndrafts: {{a: {{}}}}\n{text}\n", encoding="utf-8")
    chain = read_chain(path)
    council = council_of(chain)
    if council is None:
        chain.give_up_on_problems()
        raise AssertionError
    rule = rule_of(chain, council)
    chain.give_up_on_problems()
    return council, rule


def refused(folder: Path, text: str) -> list[tuple[str, int | None, int | None]]:
    with pytest.raises(InputError) as caught:
        seated(folder, text)
    return [(problem.slug, problem.place.line, problem.place.column) for problem in caught.value.problems]


def test_the_day_fixes_council_and_rule(tmp_path: Path) -> None:
    council, rule = seated(tmp_path, "on: 1965-11-23")
    assert (len(council.members), council.invented, rule.majority) == (11, False, 7)


def test_elected_seats_can_be_exchanged(tmp_path: Path) -> None:
    council, rule = seated(tmp_path, "on: 2016-10-08\ncouncil: {without: [Spain, EGY], with: [Germany, IND]}")
    names = {member.name for member in council.elected}
    assert council.invented
    assert {"Germany", "India"} <= names
    assert not {"Spain", "Egypt"} & names
    assert (len(council.members), rule.majority) == (15, 9)


def test_all_seats_can_be_named_with_a_rule_for_them(tmp_path: Path) -> None:
    """An invented Council of three, of which the Charter knows nothing."""
    text = "on: 2016-10-08\ncouncil: {permanent: France, elected: [Japan, India]}\nrule: {seats: 3, majority: 2}"
    council, rule = seated(tmp_path, text)
    assert [(member.name, member.permanent) for member in council.members] == [
        ("France", True),
        ("India", False),
        ("Japan", False),
    ]
    assert (rule.seats, rule.majority, rule.review_majority) == (3, 2, 2)


def test_a_rule_can_be_named_or_given_by_fields(tmp_path: Path) -> None:
    assert seated(tmp_path, "on: 2016-10-08\nrule: no-veto")[1].may_veto == ()
    rule = seated(tmp_path, "on: 2016-10-08\nrule: {override: 12, may_veto: [France, RUS], procedural_veto: yes}")[1]
    assert (rule.override, rule.may_veto, rule.procedural_veto) == (12, ("France", "RUS"), True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("missing-key", 1, 1)]),
        ("on: 2027-01-01", [("date-out-of-range", 3, 5)]),
        ("on: 2016-10-08\ncouncil: {without: [Spian], with: [Germany]}", [("unknown-member", 4, 21)]),
        ("on: 2016-10-08\ncouncil: {without: [India], with: [Atlantis]}",
         [("not-on-council", 4, 21), ("unknown-country", 4, 36)]),
        ("on: 2016-10-08\ncouncil: {}", [("wrong-shape", 4, 10)]),
        ("on: 2016-10-08\ncouncil: {without: [Spain], elected: [Fiji]}", [("wrong-shape", 4, 10)]),
        ("on: 2016-10-08\ncouncil: {without: [Spain], with: [Japan]}", [("impossible-council", 4, 1)]),
        ("on: 2016-10-08\ncouncil: {permanent: [], elected: []}", [("impossible-council", 4, 1)]),
        ("on: 2016-10-08\ncouncil: {permanent: [France], elected: [Fiji]}", [("rule-does-not-fit", 4, 1)]),
        ("on: 2016-10-08\nrule: {seats: 3, majority: 2}", [("rule-does-not-fit", 4, 1)]),
        ("on: 2016-10-08\nrule: {may_veto: [Rusia]}", [("unknown-member", 4, 19)]),
        ("on: 2016-10-08\nrule: {vetoes_needed: 6}", [("impossible-rule", 4, 1)]),
        ("on: 2016-10-08\nrule: vetoless", [("unknown-rule", 4, 7)]),
    ],
)  # fmt: skip
def test_what_cannot_be_seated_is_refused(
    tmp_path: Path, text: str, found: list[tuple[str, int | None, int | None]]
) -> None:
    assert refused(tmp_path, text) == found


def test_states_are_named_as_on_the_day_and_the_council_is_an_actor(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: t\non: 1980-01-03\ndrafts: {a: {sponsors: [Moscow]}}\n", encoding="utf-8")
    chain = read_chain(path)
    council = council_of(chain)
    assert council
    assert state_named(chain, "Security Council", council.on, ("title",)) == "Security Council"
    assert states_named(chain, ["Moscow", "FRA", "Nowhere"], council.on, ("drafts", "a", "sponsors")) == (
        "USSR",
        "France",
    )
    assert [problem.slug for problem in chain.problems] == ["unknown-country"]
