"""What is told of an amendment is no step of the draft. Every sentence here is invented."""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.findings import findings_of

ADOPTED = "The Security Council adopted the draft resolution on cod, 14-0."


def types(text: str) -> list[str]:
    return [each.type for each in findings_of(Article("a.txt", text)).mentions]


@pytest.mark.parametrize(
    "amendment",
    [
        "The oral amendment failed, winning three votes.",
        "Both Russian amendments were rejected beforehand; the first got six votes in favour.",
        "The amendment was vetoed by the United States; it received 10 votes in favour, while four members abstained.",
        "An amendment by Chad was put to a vote before. It got five votes in favour.",
    ],
)
def test_the_votes_on_an_amendment_are_not_those_on_the_draft(amendment: str) -> None:
    assert types(ADOPTED) == ["adopted"]
    assert types(f"{ADOPTED} {amendment}") == ["adopted"]


@pytest.mark.parametrize(
    "text",
    [
        "Two amendments that Russia offered to a Brazilian text in the Security Council are to be voted on Monday.",
        "Both Russian amendments to the Security Council draft resolution were put to a vote.",
    ],
)
def test_an_amendment_alone_tells_of_no_step(text: str) -> None:
    assert types(text) == []


def test_the_draft_beside_an_amendment_keeps_its_steps() -> None:
    text = "An amendment by Chad was dropped before the Security Council draft resolution was vetoed by China."
    assert types(text) == ["vetoed"]
    text = "An amendment failed, and the Security Council draft resolution got 13 votes in favour."
    assert types(text) == ["voted"]
