"""Where the Council acts, and where others act beside it.

Knows invented sentences of the kinds that fooled it. Refuses to know the codebook.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from lifecycle.wording.council import council
from lifecycle.wording.spots import Context
from tests.wording.test_frames import spot


@pytest.mark.parametrize(
    "marked",
    [
        "Peru appealed to the Security Council to [approve] a force",
        "The crews cursed the Security Council after it [rejected] the draft",
        "The Security Council is expected to [extend] the ban",
        "Security Council members [agreed] to extend the ban",
    ],
)
def test_the_council_acts_where_it_is_asked_to_and_where_it_is_it(marked: str) -> None:
    assert council(spot(marked))[0]


@pytest.mark.parametrize(
    "marked",
    [
        "Peru wrote to the Security Council to [approve] of its envoy",
        "The Security Council heard from Peru after it [rejected] the draft",
        "Security Council members [agree] that cod is dear",
    ],
)
def test_others_who_act_beside_it_are_not_the_council(marked: str) -> None:
    assert not council(spot(marked))[0]


def test_it_is_the_council_that_the_sentence_before_speaks_of() -> None:
    told = spot("It later [adopted] six months")
    assert council(replace(told, context=Context(before="The Security Council met late.")))[0]
    assert not council(replace(told, context=Context(before="Peru told the Security Council so.")))[0]


def test_members_of_the_council_are_not_the_council() -> None:
    assert council(spot("The Security Council [approved] it"))[0]
    assert not council(spot("Thirteen of the Council [approved] it"))[0]


def test_a_second_verb_keeps_the_council_as_its_subject() -> None:
    assert council(spot("The Security Council adopted a French resolution and [rejected] a Russian one"))[0]
