"""What a ballot told as a noun commits to.

Knows invented sentences and the guide's reading of each. Refuses to know ballots told as verbs.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A vote against the draft resolution was cast by Peru.", "occurred"),
        ("A vote in favour of the draft resolution came from Peru.", "occurred"),
        ("A vote against the draft resolution is a vote for war.", "hypothetical"),
        ("A veto of the draft resolution would be seen as a slap.", "hypothetical"),
        ("The draft resolution ran into a Russian veto.", "occurred"),
        ("Peru defended its no vote on the draft resolution.", "occurred"),
        ("There was no vote on the draft resolution.", "negated"),
    ],
)
def test_a_ballot_is_held_or_thought_of_or_there_was_none(text: str, modality: str) -> None:
    found, _ = found_in(Article("invented.txt", "The UN Security Council met.\n" + text))
    assert [each.reading.modality for each in found] == [modality]
