"""Steps that the words seem to tell and that are none. Every article here is invented."""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in


def told(text: str) -> list[str]:
    """The types of the steps of an article, in their order."""
    found, _ = found_in(Article("a.txt", text + "\n"))
    return [each.framed.rule.type for each in found]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("The UN Security Council has a draft resolution. The delay angered Chad.", []),
        (
            "The vote on the UN Security Council draft was put off. The delay angered Chad.",
            ["postponed", "postponed"],
        ),
        ("Norway blocked a draft resolution in the UN Security Council.", []),
        ("Russia blocked a draft resolution in the UN Security Council.", ["vetoed"]),
        (
            "The UN Security Council adopted a draft. Russia tabled an amendment and withdrew it.",
            ["adopted"],
        ),
        (
            "Russia tabled a UN Security Council draft and withdrew it.",
            ["submitted", "withdrawn"],
        ),
    ],
)
def test_what_is_told_and_what_is_none(text: str, steps: list[str]) -> None:
    assert told(text) == steps
