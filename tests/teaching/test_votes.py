"""Questions about one vote: the answers worked out by hand, and two roads to each number."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import Ballot
from lifecycle.model.council import council_on
from lifecycle.teaching.answers import AnswerError
from lifecycle.teaching.grader import CHECKS
from lifecycle.teaching.judging import roll_of
from lifecycle.teaching.views import CHARTER, views_of
from lifecycle.teaching.votes import least_rescue, rolls_with_tally, survivors
from lifecycle.testing import councils, rolls

FRENCH = {"on": "2016-10-08", "no": ["RUS", "VEN"], "abstain": ["AGO", "CHN"], "rest": "yes"}
RUSSIAN = {"on": "2016-10-08", "yes": ["CHN", "EGY", "RUS", "VEN"], "abstain": ["AGO", "URY"], "rest": "no"}
ZIMBABWE = {"on": "2008-07-11", "no": ["CHN", "LBY", "RUS", "VNM", "ZAF"], "abstain": ["IDN"], "rest": "yes"}
LONE_YES = {"on": "2018-06-01", "yes": ["USA"], "no": ["BOL", "KWT", "RUS"], "rest": "abstain"}


def fault(check: str, given: dict[str, Any], answer: Any) -> str | None:
    """What speaks against an answer under the Charter."""
    return CHECKS[check].fault(given, answer, CHARTER)


@pytest.mark.parametrize(
    ("tally", "outcome"),
    [("9-0-6", "adopted"), ("9-6-0", "cannot_tell"), ("8-7-0", "failed"), ("15-0-0", "adopted"), ("4-11-0", "failed")],
)
def test_a_tally_alone_says_so_much(tally: str, outcome: str) -> None:
    assert CHECKS["outcome-of-tally"].key({"on": "2010-02-02", "tally": tally}, CHARTER) == outcome


def test_of_136_tallies_21_cannot_be_told() -> None:
    """108 fall short, 7 have nine and no no, and the other 21 hang on who voted no (136 = 17 * 16 / 2)."""
    key, found = CHECKS["outcome-of-tally"].key, []
    for yes in range(16):
        for no in range(16 - yes):
            found.append(key({"on": "2010-02-02", "tally": f"{yes}-{no}-{15 - yes - no}"}, CHARTER))
    assert (len(found), found.count("failed"), found.count("adopted"), found.count("cannot_tell")) == (136, 108, 7, 21)


def test_the_rolls_behind_a_tally_have_it() -> None:
    given = {"on": "2016-10-08", "tally": "11-2-2", "no": ["RUS"]}
    found = list(rolls_with_tally(given))
    assert {str(roll.tally()) for roll in found} == {"11 yes, 2 no, 2 abstain"}
    assert all(roll.of_member(roll.council.find("RUS")) is Ballot.NO for roll in found)
    # One no is left to give: to one of the four other permanent members, or to none; likewise two abstentions.
    assert len({sum(member.permanent for member in roll.cast(Ballot.NO)) for roll in found}) == 2


def test_the_kind_tells_the_suez_twins_apart() -> None:
    suez = {"no": ["FRA", "GBR"], "abstain": ["AUS", "BEL"], "rest": "yes"}
    given = {"first": {"on": "1956-10-30", **suez}, "second": {"on": "1956-10-31", "kind": "procedural", **suez}}
    assert fault("difference", given, "kind") is None
    assert "procedural" in (fault("difference", given, "date") or "")


@pytest.mark.parametrize("ballot", ["abstain", "yes", "absent", "not_participating"])
def test_any_one_ballot_that_does_it_is_right(ballot: str) -> None:
    assert fault("one-ballot", {**FRENCH, "target": "adopted"}, {"Russia": Ballot(ballot)}) is None


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"Venezuela": Ballot.YES}, "12 yes, 1 no, 2 abstain: vetoed"),
        ({"Russia": Ballot.ABSTAIN, "China": Ballot.YES}, "2 ballots are changed"),
        ("none", "there is a ballot that does it"),
    ],
)
def test_a_ballot_that_does_not_is_shown_what_it_does(answer: Any, words: str) -> None:
    assert words in (fault("one-ballot", {**FRENCH, "target": "adopted"}, answer) or "")


def test_a_ballot_cast_already_is_no_change() -> None:
    with pytest.raises(AnswerError):
        fault("one-ballot", {**FRENCH, "target": "adopted"}, {"Russia": Ballot.NO})


def test_none_is_right_where_no_single_ballot_does_it() -> None:
    assert fault("one-ballot", {**RUSSIAN, "target": "adopted"}, "none") is None
    assert fault("one-ballot", {**RUSSIAN, "target": "adopted"}, {"Angola": Ballot.YES}) is not None


@pytest.mark.parametrize(("case", "least"), [(RUSSIAN, 5), (ZIMBABWE, 2), (LONE_YES, 8), (FRENCH, 1)])
def test_the_cheapest_rescue_has_the_known_size(case: dict[str, Any], least: int) -> None:
    assert len(least_rescue(roll_of(case), CHARTER)) == least


@given(st.data())
def test_no_smaller_set_of_members_rescues(data: st.DataObject) -> None:
    cast = data.draw(councils(11).flatmap(rolls))
    found = least_rescue(cast, CHARTER)
    others = [member for member in cast.council.members if cast.of_member(member) is not Ballot.YES]
    for chosen in combinations(others, min(len(found) - 1, 2)) if found else ():
        assert CHARTER.outcome(cast.changed(dict.fromkeys(chosen, Ballot.YES))) != "adopted"
    assert CHARTER.outcome(cast.changed(dict.fromkeys(found, Ballot.YES))) == "adopted"


def test_more_changes_than_needed_are_not_the_least() -> None:
    names = [member.name for member in council_on(roll_of(FRENCH).council.on).members[:1]]
    assert names
    answer = {"Russia": Ballot.ABSTAIN, "Venezuela": Ballot.ABSTAIN}
    assert fault("least-edits", FRENCH, answer) == "2 ballots are changed; fewer are enough"


def test_four_real_cases_tell_every_wrong_rule_and_the_flagship_tells_few() -> None:
    codes = ["H1", "H2", "H3", "H4", "H5", "H6", "H7", "H9"]
    given = {"faults": codes, "most": 4}
    korea = {"on": "1950-06-27", "no": ["YUG"], "not_participating": ["EGY", "IND"], "absent": ["RUS"], "rest": "yes"}
    palestine = {
        "on": "2014-12-30",
        "no": ["AUS", "USA"],
        "abstain": ["GBR", "KOR", "LTU", "NGA", "RWA"],
        "rest": "yes",
    }
    libya = {"on": "2011-03-17", "abstain": ["BRA", "CHN", "DEU", "IND", "RUS"], "rest": "yes"}
    session = {"on": "2022-02-27", "kind": "procedural", "no": ["RUS"], "abstain": ["ARE", "CHN", "IND"], "rest": "yes"}
    assert survivors(given, (korea, palestine, libya, session)) == []
    assert survivors(given, (FRENCH,)) == list(views_of(codes))


def test_a_case_must_be_whole() -> None:
    with pytest.raises(AnswerError):
        survivors({"faults": ["H1"]}, ({"on": "2016-10-08", "no": ["RUS"]},))
    assert "2 cases; 1 are allowed" in (fault("cases", {"faults": ["H1"], "most": 1}, (FRENCH, FRENCH)) or "")
