"""What a check is given: rolls and kinds out of a sheet's words, or a sentence on what is wrong with them."""

from __future__ import annotations

import pytest

from lifecycle.teaching.answers import AnswerError
from lifecycle.teaching.judging import by_key, kind_of, member_of, roll_of
from lifecycle.teaching.views import CHARTER

GIVEN = {"on": "2016-10-08", "no": ["RUS", "VEN"], "abstain": ["AGO", "CHN"], "rest": "yes"}


def test_a_roll_is_read_from_a_sheet() -> None:
    assert str(roll_of(GIVEN).tally()) == "11 yes, 2 no, 2 abstain"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"on": "soon"}, "a case needs `on:`"),
        ({"no": ["Rusia"]}, "unknown member 'Rusia'"),
        ({"no": ["RUS", "AGO"]}, "Angola is listed under"),
        ({"rest": "maybe"}, "a case needs `on:`"),
        ({"on": "1945-01-01"}, "1945"),
    ],
)
def test_a_case_that_is_none_is_told_why(change: dict[str, object], words: str) -> None:
    with pytest.raises(AnswerError) as error:
        roll_of(GIVEN | change)
    assert words in str(error.value)


def test_a_kind_and_a_member_are_looked_up() -> None:
    assert kind_of({}) == "substantive"
    assert kind_of({"kind": "procedural"}) == "procedural"
    assert member_of(roll_of(GIVEN), "Russia").name == "Russian Federation"
    with pytest.raises(AnswerError):
        kind_of({"kind": "important"})
    with pytest.raises(AnswerError):
        member_of(roll_of(GIVEN), "Sweden")


def test_a_check_by_key_is_silent_when_right_and_shows_its_evidence_when_not() -> None:
    check = by_key("sum", lambda given, view: given["a"] + 1, lambda given, view: f"one more than {given['a']}")
    assert check.fault({"a": 1}, 2, CHARTER) is None
    assert check.fault({"a": 1}, 3, CHARTER) == "one more than 1"
