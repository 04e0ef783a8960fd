"""Which talks are on the draft.

Knows invented sentences. Refuses to know verbs of talking.
"""

from __future__ import annotations

from dataclasses import replace

from lifecycle.wording.spots import Context
from lifecycle.wording.talks import nominal
from tests.wording.test_frames import spot


def test_the_talks_of_an_article_that_tells_of_no_others_are_on_the_draft() -> None:
    for marked in (
        "Chad was shut out of the [haggling]",
        "[Talks] among the five permanent members went on",
        "[Negotiations] were hard",
    ):
        assert nominal(replace(spot(marked), context=Context(one_talks=True)))[0]
        assert not nominal(spot(marked))[0]


def test_consultations_are_the_councils_word_whatever_other_talks_there_are() -> None:
    assert nominal(spot("Chad was heard during the [consultations]"))[0]
    assert not nominal(spot("Chad was heard during the [negotiations]"))[0]


def test_talks_on_another_matter_are_not_on_the_draft() -> None:
    assert nominal(spot("The Council [held consultations] behind closed doors"))[0]
    assert not nominal(spot("The Council [held consultations] on the famine"))[0]
