"""The decision on a roll: a second road from the Charter's words, the laws, and the votes of history.

Knows Article 27 written out by hand over raw ballots, the laws of a sound decision, and `cases.csv`. Refuses to reuse
the model's guards for what it expects.
"""

from __future__ import annotations

import csv
import gzip
import json
from dataclasses import fields
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot, Roll, Tally
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.rules import Kind, Outcome, rule_on
from lifecycle.testing import councils, kinds, roll_classes, rolls

YES, NO, ABSTAIN = Ballot.YES, Ballot.NO, Ballot.ABSTAIN
LARGE = council_on(date(2016, 10, 8))


def by_the_charter(roll: Roll, kind: Kind) -> Outcome:
    """Article 27 and its neighbours, written by hand over the raw ballots of a complete roll."""
    enlarged = roll.council.on.year >= 1966
    needed = 9 if enlarged else 7
    if kind is Kind.ICJ_ELECTION:
        needed = 8 if enlarged else 6
    if kind is Kind.CHARTER_REVIEW and roll.council.on < date(1968, 6, 12):
        needed = 7
    if sum(ballot == "yes" for ballot in roll.ballots) < needed:
        return Outcome.FAILED
    five = {"CHN", "FRA", "GBR", "RUS", "USA"}
    seats = zip(roll.council.members, roll.ballots, strict=True)
    blocked = any(ballot == "no" and member.code in five for member, ballot in seats)
    free = kind in {Kind.PROCEDURAL, Kind.ICJ_ELECTION, Kind.CHARTER_REVIEW}
    return Outcome.VETOED if blocked and not free else Outcome.ADOPTED


def draw_vote(data: st.DataObject, *kinds_of: Kind, outcome: Outcome | None = None) -> tuple[Roll, Kind]:
    council = data.draw(councils())
    kind = data.draw(st.sampled_from(kinds_of) if kinds_of else kinds())
    return data.draw(rolls(council, rule_on(council.on), kind, outcome)), kind


@given(st.data())
def test_decide_says_what_the_charter_says(data: st.DataObject) -> None:
    roll, kind = draw_vote(data)
    assert decide(roll, kind).outcome is by_the_charter(roll, kind)


def test_decide_says_what_the_charter_says_at_every_class_of_rolls() -> None:
    for day, kind in product((date(1946, 1, 17), date(1966, 1, 1), date(2016, 10, 8)), Kind):
        council = council_on(day)
        for yes, noes, elected in product(range(6), range(6), range(len(council.elected) + 1)):
            if yes + noes <= 5:
                five = [YES] * yes + [NO] * noes + [ABSTAIN] * (5 - yes - noes)
                ten = [YES] * elected + [NO] * (len(council.elected) - elected)
                roll = Roll(council, (*five, *ten))
                assert decide(roll, kind).outcome is by_the_charter(roll, kind)


@given(st.data())
def test_law_1_what_is_adopted_has_its_majority(data: st.DataObject) -> None:
    roll, kind = draw_vote(data, Kind.SUBSTANTIVE, Kind.PROCEDURAL, outcome=Outcome.ADOPTED)
    assert decide(roll, kind).outcome is Outcome.ADOPTED
    assert roll.ballots.count(YES) >= (7 if len(roll.ballots) == 11 else 9)


@given(st.data())
def test_law_2_no_permanent_member_voted_no_on_what_is_adopted(data: st.DataObject) -> None:
    roll, kind = draw_vote(data, Kind.SUBSTANTIVE, Kind.ADMISSION, outcome=Outcome.ADOPTED)
    assert decide(roll, kind).outcome is Outcome.ADOPTED
    assert all(roll.of_member(member) is not NO for member in roll.council.permanent)


@given(st.data())
def test_law_3_a_veto_had_its_majority_and_met_a_permanent_no(data: st.DataObject) -> None:
    roll, kind = draw_vote(data, Kind.SUBSTANTIVE, Kind.SECRETARY_GENERAL, outcome=Outcome.VETOED)
    decision = decide(roll, kind)
    assert decision.outcome is Outcome.VETOED
    assert roll.ballots.count(YES) >= decision.required
    assert decision.vetoes
    assert all(member.permanent and roll.of_member(member) is NO for member in decision.vetoes)


@given(st.data())
def test_law_3_procedural_matters_and_elections_are_never_vetoed(data: st.DataObject) -> None:
    roll, kind = draw_vote(data, Kind.PROCEDURAL, Kind.ICJ_ELECTION, Kind.CHARTER_REVIEW)
    assert decide(roll, kind).possible_outcomes != (Outcome.VETOED,)


@given(st.data())
def test_law_4_failed_is_short_of_the_majority_and_nothing_else(data: st.DataObject) -> None:
    roll, kind = draw_vote(data)
    decision = decide(roll, kind)
    assert (decision.outcome is Outcome.FAILED) == (roll.ballots.count(YES) < decision.required)


@given(st.data())
def test_law_5_there_is_always_one_outcome(data: st.DataObject) -> None:
    roll, kind = draw_vote(data)
    assert len(decide(roll, kind).possible_outcomes) == 1


@pytest.mark.parametrize("seats", [11, 15])
def test_laws_1_to_5_are_about_outcomes_that_happen(seats: int) -> None:
    council = council_on(date(1956, 10, 31) if seats == 11 else date(2016, 10, 8))
    reached = {kind: set(roll_classes(council, rule_on(council.on), kind)) for kind in Kind}
    assert reached[Kind.SUBSTANTIVE] == set(Outcome)
    assert reached[Kind.PROCEDURAL] == {Outcome.ADOPTED, Outcome.FAILED}


@pytest.mark.parametrize(
    ("day", "name", "gone"),
    [
        ("1971-10-25", "Republic of China", "Russian Federation"),
        ("1971-10-26", "China", "Republic of China"),
        ("1991-12-23", "USSR", "Russian Federation"),
        ("1991-12-24", "Russian Federation", "USSR"),
        ("2016-12-31", "Spain", "Sweden"),
        ("2017-01-01", "Sweden", "Spain"),
    ],
)
def test_law_7_those_who_vote_are_the_members_of_the_day(day: str, name: str, gone: str) -> None:
    council = council_on(date.fromisoformat(day))
    assert [member.name for member in Roll.of(council, {NO: [name]}, YES).cast(NO)] == [name]
    with pytest.raises(InputError):
        Roll.of(council, {NO: [gone]}, YES)


@given(st.data())
def test_law_8_moving_towards_yes_never_loses_an_adoption(data: st.DataObject) -> None:
    roll, kind = draw_vote(data, outcome=Outcome.ADOPTED)
    member = data.draw(st.sampled_from(roll.council.members))
    better = {NO: (ABSTAIN, YES), YES: (YES,)}.get(roll.of_member(member) or NO, (YES,))
    for ballot in better:
        assert decide(roll.changed({member: ballot}), kind).outcome is Outcome.ADOPTED


@given(st.data())
def test_law_8_an_elected_member_may_as_well_abstain_as_vote_no(data: st.DataObject) -> None:
    roll, kind = draw_vote(data)
    member = data.draw(st.sampled_from(roll.council.elected))
    assume(roll.of_member(member) is not YES)
    outcomes = {decide(roll.changed({member: ballot}), kind).outcome for ballot in set(Ballot) - {YES}}
    assert len(outcomes) == 1


def test_law_8_one_more_yes_can_adopt_and_can_turn_a_failure_into_a_veto() -> None:
    short = Roll.of(LARGE, {NO: ["AGO"], YES: ["CHN", "FRA", "RUS", "GBR", "USA", "JPN", "ESP", "NZL"]}, ABSTAIN)
    more = {LARGE.find("AGO"): YES}
    assert [decide(roll).outcome for roll in (short, short.changed(more))] == [Outcome.FAILED, Outcome.ADOPTED]
    against = short.changed({LARGE.find("RUS"): NO, LARGE.find("EGY"): YES})
    assert [decide(roll).outcome for roll in (against, against.changed(more))] == [Outcome.FAILED, Outcome.VETOED]


@given(st.data())
def test_law_9_names_do_not_matter_inside_either_group(data: st.DataObject) -> None:
    roll, kind = draw_vote(data)
    ballots = list(roll.ballots)
    mixed = (*data.draw(st.permutations(ballots[:5])), *data.draw(st.permutations(ballots[5:])))
    assert decide(Roll(roll.council, mixed), kind).outcome is decide(roll, kind).outcome


def test_law_9_names_matter_across_the_groups() -> None:
    outcomes = {name: decide(Roll.of(LARGE, {NO: [name]}, YES)).outcome for name in ("RUS", "VEN")}
    assert outcomes == {"RUS": Outcome.VETOED, "VEN": Outcome.ADOPTED}


@given(st.data())
def test_law_11_a_procedural_outcome_ignores_who_voted_no(data: st.DataObject) -> None:
    roll, kind = draw_vote(data, Kind.PROCEDURAL)
    mixed = Roll(roll.council, tuple(data.draw(st.permutations(roll.ballots))))
    assert decide(mixed, kind).outcome is decide(roll, kind).outcome


def test_law_11_who_voted_no_would_matter_on_any_other_matter() -> None:
    permanent, elected = (Roll.of(LARGE, {NO: [name]}, YES) for name in ("USA", "ESP"))
    ends = {kind: decide(permanent, kind).outcome is decide(elected, kind).outcome for kind in Kind}
    assert (ends[Kind.PROCEDURAL], ends[Kind.SUBSTANTIVE]) == (True, False)


@given(st.data())
def test_law_28_no_change_changes_nothing(data: st.DataObject) -> None:
    roll, kind = draw_vote(data)
    unchanged = roll.changed({})
    same = roll.changed({member: roll.of_member(member) for member in roll.council.members})
    assert unchanged == same == roll
    assert decide(unchanged, kind) == decide(same, kind) == decide(roll, kind)


def test_law_28_one_change_can_change_the_decision() -> None:
    roll = Roll.of(LARGE, {}, YES)
    assert decide(roll.changed({LARGE.find("CHN"): NO})) != decide(roll)


def test_a_decision_prints_as_the_document_the_design_fixes() -> None:
    roll = Roll.of(LARGE, {NO: ["RUS", "VEN"], ABSTAIN: ["AGO", "CHN"]}, YES)
    document = json.loads(json.dumps(decide(roll).to_json()))
    assert document.pop("reasons")[0]["cites"] == [
        "Charter 27(3)",
        "Charter 23(1)",
        "A/RES/1991 A (XVIII)",
        "Charter 27(2)",
    ]
    assert document == {
        "outcome": "vetoed",
        "tally": {field.name: 0 for field in fields(Tally)} | {"yes": 11, "no": 2, "abstain": 2},
        "required": 9,
        "seats": 15,
        "kind": "substantive",
        "kind_assumed": True,
        "rule": "charter-1965",
        "vetoes": ["Russian Federation"],
        "would_have_been_vetoed": False,
        "possible_outcomes": ["vetoed"],
    }
    assert decide(Roll.unknown(LARGE)).to_json()["outcome"] is None


@cache
def cases() -> tuple[dict[str, str], ...]:
    lines = Path(__file__).with_name("cases.csv").read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


def key_of(case: dict[str, str]) -> str:
    """The number of the vote in the record, empty if the record has it not in full or sources differ."""
    key = case["source"].partition(";")[0]
    return key if case["rest"] and key.startswith("GRAM-") else ""


def roll_of(case: dict[str, str]) -> Roll:
    named = {ballot: case[ballot].split() for ballot in Ballot}
    return Roll.of(council_on(date.fromisoformat(case["date"])), named, Ballot(case["rest"]) if case["rest"] else None)


every_case = pytest.mark.parametrize("case", cases(), ids=[f"{case['date']} {case['symbol']}" for case in cases()])


@every_case
def test_a_vote_of_history_ends_as_it_did(case: dict[str, str]) -> None:
    roll, kind = roll_of(case), Kind(case["kind"])
    decision = decide(roll, kind)
    assert Outcome(case["outcome"]) in decision.possible_outcomes
    if roll.complete:
        tally = roll.tally()
        assert f"{tally.yes}-{tally.no}-{tally.abstain}" == case["tally"]
        assert decision.outcome == case["outcome"]
        assert by_the_charter(roll, kind) == case["outcome"]


@pytest.mark.parametrize("case", [case for case in cases() if case["tally"] and not case["rest"]], ids=str)
def test_a_vote_whose_roll_is_not_known_ends_as_its_tally_alone_says(case: dict[str, str]) -> None:
    rule = rule_on(date.fromisoformat(case["date"]))
    yes, no, abstain = map(int, case["tally"].split("-"))
    assert yes + no + abstain == rule.seats
    assert (case["outcome"] == "failed") == (yes < rule.required(Kind(case["kind"])))


def test_the_cases_hold_twins_that_only_their_kind_tells_apart() -> None:
    whole = [case for case in cases() if case["rest"]]
    ends = {(case["tally"], case["date"][:4]): set[tuple[str, str]]() for case in whole}
    for case in whole:
        ends[case["tally"], case["date"][:4]].add((case["kind"], case["outcome"]))
    twins = {("substantive", "vetoed"), ("procedural", "adopted")}
    assert ends["7-2-2", "1956"] == ends["11-1-3", "2022"] == twins


def test_some_votes_ended_against_permanent_noes_because_of_their_kind() -> None:
    against = {
        case["symbol"]: case["kind"]
        for case in cases()
        if case["outcome"] == "adopted" and any(member.permanent for member in roll_of(case).cast(NO))
    }
    numbers = (34, 87, 88, 119, 120, 132, 157, 462, 2623)
    assert against == {f"S/RES/{n}": "procedural" for n in numbers} | {"S/RES/110": "charter_review"}


@pytest.mark.parametrize("case", [case for case in cases() if key_of(case)], ids=key_of)
def test_the_cases_are_what_the_record_says(case: dict[str, str], shared: Path) -> None:
    recorded = record(shared)[key_of(case)]
    letters = {"yes": "Y", "no": "N", "abstain": "A", "not_participating": "X", "absent": "X"}
    roll = roll_of(case)
    cast = {m.code: letters[b] for m, b in zip(roll.council.members, roll.ballots, strict=True) if b}
    assert {row["ms_code"]: row["ms_vote"] for row in recorded} == cast
    assert {(row["date"], row["outcome"]) for row in recorded} == {(case["date"], case["outcome"])}


@cache
def record(shared: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of the voting record that the cases name, by the number of the vote."""
    wanted = set(map(key_of, cases()))
    adopted = gzip.decompress((shared / "record" / "votes_adopted.csv.gz").read_bytes()).decode()
    others = (shared / "record" / "votes_not_adopted.csv").read_text(encoding="utf-8")
    found: dict[str, list[dict[str, str]]] = {}
    for text in (adopted, others):
        for row in csv.DictReader(text.splitlines()):
            if row["undl_id"] in wanted:
                found.setdefault(row["undl_id"], []).append(row)
    return found
