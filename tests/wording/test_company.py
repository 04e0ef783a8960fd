"""Who is named behind a step: the partners of talks, and the members that a count lists.

Knows invented sentences. Refuses to know who did the step itself.
"""

from __future__ import annotations

import pytest

from lifecycle.wording.company import included_behind, partners_behind
from lifecycle.wording.nations import nations


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("discussed the draft with Peru, the United States and others", ("PER", "USA")),
        ("held talks between Chile and Peru on the text", ("CHL", "PER")),
        ("discussed the draft. Later it traded with Peru", ()),
        (
            "discussed it with Russia, the United States and the two other permanent Security Council members",
            ("RUS", "USA", "CHN", "FRA", "GBR"),
        ),
        ("discussed it with the permanent council members including Britain", ("CHN", "FRA", "GBR", "RUS", "USA")),
        ("discussed it with the permanent members China and Russia", ("CHN", "RUS")),
    ],
)
def test_partners_of_talks(text: str, codes: tuple[str, ...]) -> None:
    assert partners_behind(text, 9, tuple(nations(text))) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("nine votes, including those", ()),
        ("nine votes, including Peru and Chile", ("PER", "CHL")),
        ("nine votes, while two, including Peru, abstained", ()),
        ("nine votes and two, including Peru, were against", ()),
        ("nine votes for the Swedish-Kuwaiti draft", ()),
        ("nine votes - Peru and Chile", ("PER", "CHL")),
    ],
)
def test_members_that_a_count_lists(text: str, codes: tuple[str, ...]) -> None:
    assert included_behind(text, 10, tuple(nations(text))) == codes
