"""The sentences of a decision: what they say, and that each is whole and cited.

Knows famous votes and the article each turns on. Refuses to count.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.charter import CITATIONS
from lifecycle.model.council import Council, council_on
from lifecycle.model.decision import Decision, decide
from lifecycle.model.presets import changed_rule, preset
from lifecycle.model.reasons import listed, named
from lifecycle.model.rules import Blocks, Kind, Outcome
from lifecycle.testing import councils, kinds, partial_rolls, rolls, rules


def vote(day: str, no: str = "", abstain: str = "", rest: Ballot | None = Ballot.YES, **more: object) -> Decision:
    council = council_on(date.fromisoformat(day))
    roll = Roll.of(council, {Ballot.NO: no.split(), Ballot.ABSTAIN: abstain.split()}, rest)
    kind, name = more.get("kind"), more.get("rule", "charter")
    assert kind is None or isinstance(kind, Kind)
    parties = map(council.find, str(more.get("parties", "")).split())
    return decide(roll, kind, preset(str(name), council), parties)


def said(decision: Decision) -> list[tuple[str, str]]:
    return [(reason.text, reason.cites[0].key) for reason in decision.reasons]


@pytest.mark.parametrize(
    ("named_no", "counts", "texts"),
    [
        ("", {Ballot.YES: (5, 5)}, ["5 yes, 9 needed: 4 votes short.", "15 members are not named: 5 voted yes."]),
        (
            "",
            {Ballot.YES: (0, 8), Ballot.NO: (2, 2)},
            ["At most 8 yes, 9 needed: one vote short.", "15 members are not named: at most 8 voted yes, 2 voted no."],
        ),
        (
            "",
            {Ballot.NO: (7, 15)},
            [
                "0 yes, 9 needed: one vote short even if all 8 unknown ballots are yes.",
                "15 members are not named: at least 7 voted no.",
            ],
        ),
        (
            "RUS VEN",
            {Ballot.YES: (11, 11), Ballot.NO: (2, 2), Ballot.ABSTAIN: (1, 2)},
            [
                "11 yes, 9 needed, but the Russian Federation, a permanent member, voted no.",
                "13 members are not named: 11 voted yes, none voted no, 1 to 2 abstained.",
            ],
        ),
        (
            "",
            {Ballot.YES: (14, 14), Ballot.NO: (1, 1)},
            [
                "14 yes, 9 needed: it can still be adopted or vetoed.",
                "15 members are not named: 14 voted yes, 1 voted no.",
            ],
        ),
    ],
)
def test_what_is_counted_without_names_is_told_as_that(
    named_no: str, counts: dict[Ballot, tuple[int, int]], texts: list[str]
) -> None:
    roll = Roll.of(council_on(date(2016, 10, 8)), {Ballot.NO: named_no.split()}).counted(counts)
    assert roll is not None
    assert [reason.text for reason in decide(roll).reasons[:2]] == texts


def test_a_veto_of_nobody_knows_whom_is_told_as_that() -> None:
    """If everybody may veto, whoever said no stopped the text; one member who is not named did not say yes."""
    council = council_on(date(2016, 10, 8))
    everybody = tuple(member.code for member in council.members)
    roll = Roll.unknown(council).counted({Ballot.YES: (14, 14), Ballot.NO: (1, 1)})
    assert roll is not None
    for blocks, did in (("no", "voted no"), ("not_yes", "did not concur")):
        rule = changed_rule(council, {"may_veto": everybody, "blocks": Blocks(blocks)})
        text = decide(roll, None, rule).reasons[0].text
        assert text == f"14 yes, 9 needed, but a member who may veto {did}, and nobody says which."


ASIDE = "Repertoire, abstention and absence"
ASSUMED = ("The matter is assumed to be substantive; nobody said so.", "Charter 27(3)")


def test_a_no_on_a_text_that_fell_short_is_no_veto() -> None:
    assert said(vote("2014-12-30", no="AUS USA", abstain="GBR KOR LTU NGA RWA")) == [
        ("8 yes, 9 needed: one vote short.", "Charter 27(3)"),
        (
            "The no of the United States is no veto: the text had nothing to block "
            "(it would have been vetoed with its majority).",
            "Repertoire, voting",
        ),
        ASSUMED,
    ]


def test_the_twin_tallies_of_october_1956_differ_by_kind() -> None:
    twins = {kind: vote("1956-10-31", no="FRA GBR", abstain="AUS BEL", kind=kind) for kind in Kind}
    assert said(twins[Kind.SUBSTANTIVE]) == [
        ("7 yes, 7 needed, but France and the United Kingdom, permanent members, voted no.", "Charter 27(3)")
    ]
    assert said(twins[Kind.PROCEDURAL])[1] == (
        "France and the United Kingdom voted no, but no veto counts on a matter of this kind: procedural.",
        "Charter 27(2)",
    )


def test_standing_aside_rests_on_practice_and_of_its_ways_abstaining_on_namibia() -> None:
    """29 April 1946: the USSR abstained. 27 June 1950: it was absent, which the opinion of 1971 does not speak of."""
    absent = Roll.of(council_on(date(1950, 6, 27)), {Ballot.NO: ["YUG"], Ballot.ABSENT: ["USSR"]}, Ballot.YES)
    for decision in (vote("1946-04-29", abstain="USSR"), decide(absent)):
        text = (
            "The USSR did not vote yes, but only a no is a veto; to abstain, to be absent or to take no part is none."
        )
        assert decision.reasons[1].text == text
        assert [cite.key for cite in decision.reasons[1].cites] == [ASIDE, "Namibia 1971, para. 22"]


def test_each_source_says_no_more_of_standing_aside_than_it_covers() -> None:
    assert "abstention" in CITATIONS["Namibia 1971, para. 22"].says
    assert "absen" not in CITATIONS["Namibia 1971, para. 22"].says
    assert all(
        word in CITATIONS[ASIDE].says for word in ("abstained", "absent", "took no part", "S/RES/82", "S/RES/338")
    )


@pytest.mark.parametrize(
    ("rule", "no", "because"),
    [
        ("no-veto", "RUS VEN", "The Russian Federation voted no, but under no-veto nobody can veto."),
        ("two-vetoes-needed", "RUS", "The Russian Federation voted no, but that is no veto under two-vetoes-needed."),
        ("veto-override-12", "CHN USA", "China and the United States voted no, but 12 yes votes override a veto."),
    ],
)
def test_a_reform_says_why_a_permanent_no_did_not_stop_the_text(rule: str, no: str, because: str) -> None:
    assert vote("2016-10-08", no=no, rule=rule).reasons[1].text == because


CHARTER_NUMBERS = ["Charter 27(3)", "Charter 23(1)", "A/RES/1991 A (XVIII)", "Charter 27(2)"]


@pytest.mark.parametrize(
    ("rule", "no", "cites"),
    [
        ("no-veto", "RUS", [CHARTER_NUMBERS, ["hypothesis"]]),
        ("two-vetoes-needed", "RUS", [CHARTER_NUMBERS, ["hypothesis"]]),
        ("veto-override-12", "RUS", [CHARTER_NUMBERS, ["hypothesis"]]),
        ("two-vetoes-needed", "RUS CHN", [["hypothesis", *CHARTER_NUMBERS]]),
        ("all-five-must-agree", "RUS", [["hypothesis", *CHARTER_NUMBERS]]),
        ("model-un", "VEN", [["hypothesis"]]),
        ("charter", "RUS", [CHARTER_NUMBERS]),
    ],
)
def test_the_charter_is_cited_for_what_is_the_charters_and_nothing_else(
    rule: str, no: str, cites: list[list[str]]
) -> None:
    reasons = vote("2016-10-08", no=no, rule=rule, kind=Kind.SUBSTANTIVE).reasons
    assert [[cite.key for cite in reason.cites] for reason in reasons] == cites


@pytest.mark.parametrize(
    ("fields", "kind", "cites"),
    [
        ({"majority": 8}, Kind.SUBSTANTIVE, ["hypothesis"]),
        ({"majority": 8}, Kind.PROCEDURAL, ["hypothesis"]),
        ({"majority": 8}, Kind.ICJ_ELECTION, ["ICJ Statute 10"]),
        ({"majority": 8}, Kind.CHARTER_REVIEW, ["Charter 109(1)"]),
        ({"review_majority": 8}, Kind.CHARTER_REVIEW, ["hypothesis"]),
        ({"review_majority": 7}, Kind.CHARTER_REVIEW, ["hypothesis"]),
        ({"review_majority": 8}, Kind.PROCEDURAL, ["Charter 27(2)", *CHARTER_NUMBERS[1:3], "Charter 27(3)"]),
    ],
)
def test_a_number_of_the_users_own_is_a_hypothesis(fields: dict[str, int], kind: Kind, cites: list[str]) -> None:
    council = council_on(date(2016, 10, 8))
    decision = decide(Roll.of(council, {}, Ballot.YES), kind, changed_rule(council, fields))
    assert [cite.key for cite in decision.reasons[0].cites] == cites


def test_the_numbers_of_another_council_are_a_hypothesis_throughout() -> None:
    names = [member.name for member in council_on(date(2016, 10, 8)).members]
    five = Council.invented_council(date(2016, 10, 8), names[:2], names[5:8])
    rule = changed_rule(five, {"seats": 5, "majority": 3})
    for kind in Kind:
        assert decide(Roll.of(five, {}, Ballot.YES), kind, rule).reasons[0].cites[0].key == "hypothesis"


def test_a_veto_given_to_another_or_on_procedure_is_a_hypothesis() -> None:
    council = council_on(date(2016, 10, 8))
    for kind, name, value in (
        (Kind.SUBSTANTIVE, "may_veto", ("RUS", "Spain")),
        (Kind.PROCEDURAL, "procedural_veto", True),
    ):
        rule = changed_rule(council, {name: value})
        stopped = decide(Roll.of(council, {Ballot.NO: ["RUS"]}, Ballot.YES), kind, rule)
        short = decide(Roll.of(council, {Ballot.NO: ["RUS"]}, Ballot.ABSTAIN), kind, rule)
        assert stopped.reasons[0].cites[0].key == "hypothesis"
        assert [cite.key for cite in short.reasons[1].cites] == ["Repertoire, voting", "hypothesis"]
    elsewhere = changed_rule(council, {"procedural_veto": True})
    assert vote("2016-10-08", no="RUS", kind=Kind.SUBSTANTIVE).reasons == (
        decide(Roll.of(council, {Ballot.NO: ["RUS"]}, Ballot.YES), Kind.SUBSTANTIVE, elsewhere).reasons
    )
    alone = changed_rule(council, {"may_veto": ("Spain",)})
    aside = decide(Roll.of(council, {Ballot.ABSTAIN: ["Spain"]}, Ballot.YES), None, alone)
    assert [cite.key for cite in aside.reasons[1].cites] == ["hypothesis"]


def test_where_nobody_can_veto_no_abstention_needs_excusing() -> None:
    assert len(vote("2016-10-08", abstain="CHN", rule="no-veto", kind=Kind.SUBSTANTIVE).reasons) == 1


def test_what_is_still_open_is_said() -> None:
    assert vote("2016-10-08", no="RUS", rest=None).reasons[0].text == (
        "0 yes and 14 unknown, 9 needed: it can still be vetoed or failed."
    )
    assert vote("2016-10-08", rest=None).reasons[0].text == (
        "0 yes and 15 unknown, 9 needed: it can still be adopted, vetoed or failed."
    )
    hopeless = vote("2016-10-08", no="RUS VEN AGO", abstain="CHN EGY JPN ESP", rest=None)
    assert hopeless.reasons[0].text == "0 yes, 9 needed: one vote short even if all 8 unknown ballots are yes."


@pytest.mark.parametrize(
    ("rule", "fate"),
    [("charter", "in practice the vote counts"), ("strict-27-3", "this rule counts an abstention")],
)
def test_a_party_to_the_dispute_who_voted_is_noted(rule: str, fate: str) -> None:
    decision = vote("2014-03-15", no="RUS", abstain="CHN", parties="RUS CHN", rule=rule, kind=Kind.SUBSTANTIVE)
    text = "The Russian Federation voted as a party to the dispute, who shall abstain under Article 27(3)"
    assert (f"{text}; {fate}.", "Charter 27(3)") in said(decision)
    cited = {cite.key for cite in decision.reasons[-1].cites}
    assert cited == {"Charter 27(3)"} | ({"hypothesis"} if rule == "strict-27-3" else set())


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.SUBSTANTIVE])
@pytest.mark.parametrize("rule", ["charter", "strict-27-3"])
def test_no_duty_to_abstain_is_told_where_there_is_none(rule: str, kind: Kind) -> None:
    decision = vote("2016-10-08", parties="Spain", rule=rule, kind=kind)
    assert decision.tally.yes == 15
    assert not any("party" in reason.text for reason in decision.reasons)


def test_the_duty_to_abstain_binds_elected_members_too_and_is_kept_by_standing_aside() -> None:
    # 23 June 1960: Argentina, a party, did not participate. Had it voted, the strict rule would not count its ballot.
    voted = {
        rule: vote("1960-06-23", abstain="POL RUS", parties="ARG", rule=rule) for rule in ("charter", "strict-27-3")
    }
    assert [decision.tally.yes for decision in voted.values()] == [9, 8]
    assert all("Argentina voted as a party" in decision.reasons[-1].text for decision in voted.values())
    kept = vote("1960-06-23", abstain="POL RUS ARG", parties="ARG")
    assert not any("party" in reason.text for reason in kept.reasons)


@pytest.mark.parametrize(
    ("day", "kind", "keys"),
    [
        ("1955-12-16", Kind.CHARTER_REVIEW, ["Charter 109(1)", "Charter 109(3)"]),
        ("2016-10-08", Kind.CHARTER_REVIEW, ["Charter 109(1)"]),
        ("2016-10-08", Kind.ICJ_ELECTION, ["ICJ Statute 10"]),
        ("1946-02-01", Kind.SECRETARY_GENERAL, ["Charter 27(3)", "Charter 97", "Charter 27 (1945)"]),
        ("1956-10-31", Kind.ADMISSION, ["Charter 27(3)", "Charter 4(2)", "Charter 27 (1945)"]),
    ],
)
def test_the_majority_is_cited_by_day_and_kind(day: str, kind: Kind, keys: list[str]) -> None:
    assert [cite.key for cite in vote(day, kind=kind).reasons[0].cites] == keys


def test_a_list_of_members_reads_as_a_phrase() -> None:
    members = council_on(date(2016, 10, 8)).permanent
    assert listed(members[:1]) == "China"
    assert listed(members) == "China, France, the Russian Federation, the United Kingdom and the United States"
    assert listed(()) == ""
    assert named("Netherlands") == "the Netherlands"


@given(st.data())
def test_every_decision_gives_whole_sentences_that_are_cited(data: st.DataObject) -> None:
    council = data.draw(councils())
    rule, kind = data.draw(rules(council)), data.draw(st.none() | kinds())
    roll = data.draw(partial_rolls(data.draw(rolls(council, rule, kind or Kind.SUBSTANTIVE)), 4))
    parties = data.draw(st.sets(st.sampled_from(council.members), max_size=2))
    decision = decide(roll, kind, rule, sorted(parties, key=council.index))
    assert decision.reasons
    for reason in decision.reasons:
        assert reason.text[0].isupper() or reason.text[0].isdigit()
        assert reason.text.endswith(".")
        assert "()" not in reason.text
        assert reason.cites
        assert {cite.key for cite in reason.cites} <= set(CITATIONS)


@given(st.data())
def test_a_veto_is_blamed_on_those_who_cast_it(data: st.DataObject) -> None:
    decision = decide(data.draw(rolls(data.draw(councils()), outcome=Outcome.VETOED)))
    assert listed(decision.vetoes) in decision.reasons[0].text
