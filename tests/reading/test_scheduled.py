"""A vote to come: arranged, wished for, asked for, or not to be.

Knows invented sentences and the guide's reading of each. Refuses to know votes that were taken.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in
from tests.marked import GRAMMAR

ABOUT = "The UN Security Council met.\n"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Council will vote on the draft resolution on Friday.", "planned"),
        ("Norway will ask for a vote on the draft resolution on Friday.", "planned"),
        ("Norway will ask for a vote on the draft resolution.", "hypothetical"),
        ("Norway requested that no vote be held on the draft resolution.", "hypothetical"),
        ("Envoys doubted that a vote on the draft resolution was possible.", "hypothetical"),
        ("A vote on the draft resolution is not thought likely.", "hypothetical"),
        ("There will be no vote on the draft resolution.", "negated"),
        ("No date has been set for a vote on the draft resolution.", "negated"),
        ("The Council will not vote on the draft resolution on Friday.", "negated"),
    ],
)
def test_what_a_vote_to_come_commits_to(text: str, modality: str) -> None:
    found = [each for each in found_in(Article("invented.txt", ABOUT + text))[0] if "vote" in each.framed.rule.id]
    assert [each.reading.modality for each in found] == [modality]


VOTES = ("The vote", "A vote on the text", "The Security Council vote", "The vote on the draft", "The council's vote")


@pytest.mark.parametrize("vote", VOTES)
@pytest.mark.parametrize(
    ("kind", "modality", "words"),
    [(kind, made, w) for kind, each in GRAMMAR["votes"].items() for made, words in each.items() for w in words],
)
def test_what_is_said_of_a_vote_is_said_of_it_by_any_name(kind: str, modality: str, words: str, vote: str) -> None:
    text = f"The Security Council has a draft resolution on salt by Peru. {vote} {words}."
    found = found_in(Article("invented.txt", text))[0]
    assert (kind, modality) in [(each.framed.rule.type, each.reading.modality) for each in found]
