"""Object, subject and pronoun: the small grammar behind the frames, on the sentences that once went wrong.

Knows invented sentences of the kinds that fooled it. Refuses to know the codebook.
"""

from __future__ import annotations

import pytest

from lifecycle.mining.relations import council, has_object, has_subject, nominal, pronoun
from tests.mining.test_frames import spot


@pytest.mark.parametrize(
    "marked",
    [
        "The draft demands that the army [withdraw]",
        "The resolution was to persuade it to [abandon] its arms",
        "The draft was ready. The plea was [rejected]",
        "The draft, diplomats said, and its plea [failed]",
    ],
)
def test_content_of_a_draft_is_not_done_to_it(marked: str) -> None:
    assert not has_subject(spot(marked))[0]


@pytest.mark.parametrize(
    "marked",
    [
        "The draft, which had been [circulated], was long",
        "The draft calling for a truce was [rejected]",
        "The resolution, if [adopted], would bind",
        "The draft resolution [submitted] by Peru",
    ],
)
def test_relative_clauses_and_participles_reach_their_draft(marked: str) -> None:
    assert has_subject(spot(marked))[0]


def test_an_object_does_not_lie_behind_a_new_clause() -> None:
    assert has_object(spot("Peru [vetoed] the French draft"))[0]
    assert not has_object(spot("Peru [vetoed] it because the draft was bad"))[0]


def test_members_of_the_council_are_not_the_council() -> None:
    assert council(spot("The Security Council [approved] it"))[0]
    assert not council(spot("Thirteen of the Council [approved] it"))[0]


def test_a_second_verb_keeps_the_council_as_its_subject() -> None:
    assert council(spot("The Security Council adopted a French resolution and [rejected] a Russian one"))[0]


def test_a_pronoun_is_the_draft_only_as_what_something_is_done_to() -> None:
    assert pronoun(spot("The draft was ready, and it was [withdrawn]"))[0]
    assert not pronoun(spot("The draft was ready, and it [withdrew] troops"))[0]


def test_talks_on_another_matter_are_not_on_the_draft() -> None:
    assert nominal(spot("The Council [held consultations] behind closed doors"))[0]
    assert not nominal(spot("The Council [held consultations] on the famine"))[0]
