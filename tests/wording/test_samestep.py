"""One mention a clause and step: which cues tell a step of their own, and which the same one again.

Knows invented sentences. Refuses to know whether the steps happened.
"""

from __future__ import annotations

import pytest

from tests.wording.test_steps import types_in


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Russia used its veto to block the draft resolution.", ["vetoed"]),
        ("The draft did not pass after receiving four votes in favour, two against and nine abstentions.", ["failed"]),
        ("The draft was defeated because it failed to get nine votes.", ["failed"]),
        ("The draft was rejected because it was vetoed by Russia.", ["vetoed"]),
        ("China voted against the draft and India abstained.", ["voted", "voted"]),
        ("China voted against the draft while India abstained.", ["voted", "voted"]),
        ("The draft was approved 13-0, with China abstaining.", ["adopted", "voted"]),
        ("The draft was approved 13-0, with two members abstaining.", ["adopted"]),
        ("Scrapping plans to bring its draft resolution, Chad went home.", ["withdrawn"]),
        ("Speaking after the vote, China said that the draft had been vetoed.", ["voted", "vetoed"]),
        ("With eight votes in favour, the Council did not adopt the draft.", ["failed"]),
        ("The draft was vetoed; the text had been circulated.", ["vetoed", "circulated"]),
        ("The draft got five votes, four against and six abstentions.", ["voted"]),
        ("Eight voted for the draft, three voted against it and five abstained.", ["voted", "voted", "voted"]),
        ("The draft failed to get nine votes, with only Peru and Chad voting in favour.", ["failed", "voted"]),
        ("The draft was adopted by 13 votes to none, with China voting against.", ["adopted", "voted"]),
        ("China vetoed the draft on Monday; it is not expected to block the other draft.", ["vetoed", "vetoed"]),
    ],
)
def test_one_mention_a_clause_and_step(text: str, types: list[str]) -> None:
    assert types_in(text) == types
