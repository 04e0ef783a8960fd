"""Object, subject and pronoun: the small grammar behind the frames, on the sentences that once went wrong.

Knows invented sentences of the kinds that fooled it. Refuses to know the codebook.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from lifecycle.wording.relations import has_object, has_subject, pronoun
from lifecycle.wording.spots import Context
from tests.wording.test_frames import spot


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


@pytest.mark.parametrize(
    "marked",
    [
        "The draft on cod that Peru and the United States [presented] was long",
        "The draft, which Chad had first [circulated], was long",
        "The draft on cod, [circulated] on Monday, was long",
        "The resolution, which had met with doubts, [passed]",
        "The draft is said to be [circulating]",
    ],
)
def test_who_did_something_to_it_may_stand_between(marked: str) -> None:
    assert has_subject(spot(marked))[0]


@pytest.mark.parametrize(
    "marked",
    [
        "The draft, which demands that states [submit] reports, was long",
        "The draft, which was long, said Chad had [withdrawn] its men",
    ],
)
def test_what_a_relative_clause_demands_is_not_done_to_it(marked: str) -> None:
    assert not has_subject(spot(marked))[0]


def test_what_one_hopes_to_see_done_is_done_to_it() -> None:
    context = Context(just_named=True)
    assert pronoun(replace(spot("Peru wants it [adopted] in June"), context=context))[0]
    assert not pronoun(replace(spot("Peru [adopted] a child in June"), context=context))[0]


def test_what_is_talked_of_is_a_draft_if_its_sponsor_or_its_noun_says_so() -> None:
    assert has_object(spot("Peru [discussed] the British proposal"))[0]
    assert has_object(spot("Peru [discussed] the text"))[0]
    assert not has_object(spot("Peru [discussed] the proposal"))[0]


def test_an_object_does_not_lie_behind_a_new_clause() -> None:
    assert has_object(spot("Peru [vetoed] the French draft"))[0]
    assert not has_object(spot("Peru [vetoed] it because the draft was bad"))[0]


def test_a_pronoun_is_the_draft_only_as_what_something_is_done_to() -> None:
    assert pronoun(spot("The draft was ready, and it was [withdrawn]"))[0]
    assert not pronoun(spot("The draft was ready, and it [withdrew] troops"))[0]
