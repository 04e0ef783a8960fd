"""One vote from the words of a call; expected results are from the record and the Charter."""

from __future__ import annotations

import shlex

import pytest

from tests.conftest import Command

ALEPPO = ("decide", "--on", "2016-10-08", "--no", "RUS,VEN", "--abstain", "AGO,CHN", "--rest", "yes")


def test_a_veto_names_who_and_the_article(lifecycle: Command) -> None:
    said = lifecycle(*ALEPPO)
    assert said.code == 0
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0] == "VETOED  11 yes, 2 no, 2 abstain"
    sentence = " ".join(" ".join(lines[1:3]).split())
    assert "the Russian Federation, a permanent member, voted no (Charter 27(3))" in sentence
    assert max(map(len, lines)) <= 80
    assert "N  Russian Federation*" in said.out
    assert "Y yes  N no  A abstain  * permanent member" in said.out


def test_short_of_nine_a_no_is_no_veto(lifecycle: Command) -> None:
    """S/2014/916, 30 December 2014: 8-2-5."""
    said = lifecycle("decide", "--on", "2014-12-30", "--no", "AUS,USA", "--abstain", "GBR,KOR,LTU,NGA,RWA",
                     "--rest", "yes", "--json")  # fmt: skip
    assert said.json["outcome"] == "failed"
    assert said.json["would_have_been_vetoed"] is True
    assert said.json["vetoes"] == []
    assert said.json["required"] == 9


def test_the_document_is_the_one_the_design_fixes(lifecycle: Command) -> None:
    document = lifecycle(*ALEPPO, "--json").json
    reasons = document.pop("reasons")
    assert document == {
        "format": 1,
        "outcome": "vetoed",
        "tally": {"yes": 11, "no": 2, "abstain": 2, "not_participating": 0, "absent": 0, "unknown": 0},
        "required": 9,
        "seats": 15,
        "kind": "substantive",
        "kind_assumed": True,
        "rule": "charter-1965",
        "vetoes": ["Russian Federation"],
        "would_have_been_vetoed": False,
        "possible_outcomes": ["vetoed"],
    }
    assert all(set(reason) == {"text", "cites"} and reason["cites"] for reason in reasons)


def test_all_five_ballots_can_be_given(lifecycle: Command) -> None:
    """S/RES/83, 27 June 1950: 7-1, Egypt and India not participating, the USSR absent."""
    said = lifecycle("decide", "--on", "1950-06-27", "--no", "YUG", "--not-participating", "EGY,IND",
                     "--absent", "USSR", "--rest", "yes", "--json")  # fmt: skip
    assert said.json["outcome"] == "adopted"
    assert said.json["tally"]["not_participating"] == 2
    assert said.json["tally"]["absent"] == 1
    assert said.json["required"] == 7


def test_without_a_rest_the_outcome_stays_open(lifecycle: Command) -> None:
    said = lifecycle("decide", "--on", "2016-10-08", "--no", "RUS", "--json")
    assert said.json["outcome"] is None
    assert said.json["possible_outcomes"] == ["vetoed", "failed"]
    assert lifecycle("decide", "--on", "2016-10-08", "--no", "RUS").out.startswith("OPEN  ")


def test_kind_and_rule_change_the_answer(lifecycle: Command) -> None:
    """S/RES/2623, 27 February 2022: the same 11-1-3 as two days before, but procedural."""
    vote = ("decide", "--on", "2022-02-27", "--no", "Russia", "--abstain", "CHN,IND,ARE", "--rest", "yes", "--json")
    assert lifecycle(*vote).json["outcome"] == "vetoed"
    assert lifecycle(*vote, "--kind", "procedural").json["outcome"] == "adopted"
    assert lifecycle(*vote, "--rule", "no-veto").json["outcome"] == "adopted"


def test_the_example_of_a_procedural_vote_is_the_one_that_was_taken(lifecycle: Command) -> None:
    """S/RES/2623: 11 in favour, Russia against, China, India and the United Arab Emirates abstaining."""
    lines = lifecycle("decide", "--help").out.replace("\\\n", "").splitlines()
    (call,) = (line for line in lines if "--kind procedural" in line)
    assert shlex.split(call)[:4] == ["lifecycle", "decide", "--on", "2022-02-27"]
    decision = lifecycle(*shlex.split(call)[1:], "--json").json
    tally = [decision["tally"][side] for side in ("yes", "no", "abstain", "unknown")]
    assert (decision["outcome"], tally) == ("adopted", [11, 1, 3, 0])


def test_a_party_that_votes_is_noted(lifecycle: Command) -> None:
    said = lifecycle("decide", "--on", "2014-03-15", "--no", "Russia", "--abstain", "CHN", "--rest", "yes",
                     "--party", "Russia", "--rule", "strict-27-3", "--json")  # fmt: skip
    assert said.json["outcome"] == "adopted"


def test_plain_gives_one_member_a_line(lifecycle: Command) -> None:
    said = lifecycle(*ALEPPO, "--plain")
    assert "Russian Federation (permanent): no\n" in said.out
    assert "Angola: abstain\n" in said.out


@pytest.mark.parametrize(
    ("words", "slug", "nearest"),
    [
        (("--on", "2016-10-08", "--no", "Rusia"), "unknown-member", ["Russian Federation"]),
        (("--on", "2016-10-08", "--no", "Germany"), "not-on-council", []),
        (("--on", "2016-10-08", "--no", "RUS", "--yes", "Moscow"), "votes-twice", []),
        (("--on", "1945-10-24"), "date-out-of-range", []),
        (("--on", "soon"), "bad-date", []),
        (("--on", "2016-10-08", "--rule", "no-vetos"), "unknown-rule", ["no-veto"]),
        (("--on", "2016-10-08", "--kind", "procedual"), "bad-call", ["procedural"]),
        (("--no", "RUS"), "bad-call", []),
        (("--on", "2016-10-08", "--nope"), "bad-call", []),
    ],
)
def test_a_wrong_word_is_refused(lifecycle: Command, words: tuple[str, ...], slug: str, nearest: list[str]) -> None:
    said = lifecycle("decide", *words, "--json")
    assert said.code == 2
    assert said.err == ""
    assert [error["slug"] for error in said.json["errors"]] == [slug]
    assert said.json["errors"][0]["nearest"][:1] == nearest
    shown = lifecycle("decide", *words)
    assert (shown.code, shown.out) == (2, "")
    assert f"`lifecycle explain {slug}`" in shown.err
