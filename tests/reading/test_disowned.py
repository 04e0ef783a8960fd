"""What a text takes back: a denied rumour, "nor has", a question whether it was so.

Knows invented sentences and the guide's reading of each. Refuses to know verbs that deny a step by themselves.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A rumour that the draft resolution was withdrawn has been denied.", "negated"),
        ("A rumour that the draft resolution was withdrawn went round.", "occurred"),
        ("It is not true that Russia vetoed the draft resolution.", "negated"),
        ("It is true that Russia vetoed the draft resolution.", "occurred"),
        ("Nor has Russia vetoed the draft resolution.", "negated"),
        ("Now Russia has vetoed the draft resolution.", "occurred"),
        ("Has Russia vetoed the draft resolution?", "hypothetical"),
    ],
)
def test_what_is_taken_back_is_not_told_as_a_fact(text: str, modality: str) -> None:
    found, _ = found_in(Article("invented.txt", "The UN Security Council met.\n" + text))
    assert [each.reading.modality for each in found] == [modality]
