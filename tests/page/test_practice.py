"""Questions on the page: choices only, no key in clear, nothing sensitive."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from lifecycle.page.practice import checksum, questions
from lifecycle.teaching.grader import key_answers
from lifecycle.teaching.sheet import sheet_called


def test_each_question_has_one_choice_with_the_right_sum() -> None:
    for each in questions():
        right = key_answers(sheet_called(each["id"]), "")
        for part in each["parts"]:
            fits = [choice for choice in part["of"] if checksum(f"{each['id']}/{part['id']}/{choice}") == part["sum"]]
            assert fits == [right[part["id"]]]


def test_no_right_answer_stands_there_in_clear_and_every_hint_is_of_a_wrong_one() -> None:
    for each in questions():
        right = key_answers(sheet_called(each["id"]), "")
        assert '"key"' not in json.dumps(each)
        assert all(right[part["id"]] not in part["hints"] for part in each["parts"])
    assert any(part["hints"] for each in questions() for part in each["parts"])


def test_nothing_sensitive_is_asked() -> None:
    assert questions()
    assert not any(sheet_called(each["id"]).sensitive for each in questions())


def test_the_sum_is_the_one_that_is_published_for_fnv_1a() -> None:
    """The reference values of the hash's authors for "" and "a"."""
    assert (checksum(""), checksum("a")) == (0x811C9DC5, 0xE40C292C)


@given(st.text(), st.text())
def test_two_texts_seldom_share_a_sum(first: str, second: str) -> None:
    assert (checksum(first) == checksum(second)) == (first == second)
