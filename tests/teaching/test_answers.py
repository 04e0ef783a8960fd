"""The forms of an answer: each reads its own example, and says what it wanted of anything else."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.located import parse
from lifecycle.model.ballots import Ballot
from lifecycle.model.table import Act
from lifecycle.teaching.answers import FORMS, AnswerError, read_answer

WORDS = ["adopted", "cannot_tell", "submit", "withdraw", "a", "b", "c"]
FIELDS = {"seats": {"form": "integer"}, "majority": {"form": "integer"}}
ANYTHING = st.recursive(
    st.text(max_size=8), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner)
)


def asked(form: str) -> dict[str, Any]:
    """What a sheet would say about an answer of this form."""
    return {"form": form, "of": FIELDS if form == "fields" else WORDS}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_reads_its_example(form: str) -> None:
    example = parse(FORMS[form].example, "example.yaml").plain()
    assert read_answer(asked(form), example) is not None


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        ("choice", "Cannot tell", "cannot_tell"),
        ("integer", "14,348,907", 14348907),
        ("fraction", "4/2145", Fraction(4, 2145)),
        ("fraction", "0.25", Fraction(1, 4)),
        ("date", "2022-06-10", date(2022, 6, 10)),
        ("several", "nothing", frozenset()),
        ("several", ["submit", "withdraw"], frozenset(("submit", "withdraw"))),
        ("edits", {"France": "not participating"}, {"France": Ballot.NOT_PARTICIPATING}),
        ("events", ["submit", {"event": "second", "by": "Bolivia"}], ((Act.SUBMIT, ()), (Act.SECOND, ("Bolivia",)))),
    ],
)
def test_a_right_form_becomes_its_value(form: str, text: Any, value: Any) -> None:
    assert read_answer(asked(form), text) == value


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("choice", "adoptd", "did you mean 'adopted'?"),
        ("choice", ["adopted"], "a single word"),
        ("integer", "nine", "no whole number"),
        ("integer", "1e9", "no whole number"),
        ("fraction", "4/0", "no fraction"),
        ("date", "26 May 2022", "write it as 2016-10-08"),
        ("ordered", ["a", "a"], "stands there twice"),
        ("ordered", {"a": "b"}, "a list is wanted"),
        ("edits", ["France"], "a table is wanted"),
        ("edits", {"France": "maybe"}, "none of yes, no"),
        ("fields", {"seats": "15"}, "missing: majority"),
        ("fields", {"seats": "15", "majority": "9", "chairs": "1"}, "unknown key 'chairs'"),
        ("fields", {"seats": "many", "majority": "9"}, "seats: 'many' is no whole number"),
        ("events", ["table"], "none of discuss"),
        ("several", ["a"] * 41, "more than 40"),
        ("choice", None, "no answer"),
    ],
)
def test_a_wrong_form_is_told_what_was_wanted(form: str, text: Any, words: str) -> None:
    with pytest.raises(AnswerError) as error:
        read_answer(asked(form), text)
    assert words in str(error.value)


@pytest.mark.parametrize("form", FORMS)
@given(ANYTHING)
def test_nothing_a_student_writes_is_a_crash(form: str, text: Any) -> None:
    said = ""
    try:
        value = read_answer(asked(form), text)
    except AnswerError as error:
        value, said = None, str(error)
    assert (value is None) == bool(said)
