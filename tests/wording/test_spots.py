"""A cue's surroundings, and the names of the Council.

Knows invented phrases. Refuses to know what is a step.
"""

from __future__ import annotations

import pytest

from lifecycle.wording.drafts import references
from lifecycle.wording.nations import nations
from lifecycle.wording.spots import COUNCIL, Context, Spot


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the UN Security Council", True),
        ("the 15-member council", True),
        ("council members", True),
        ("the Human Rights Council", False),
        ("a city council", False),
        ("the European Council", False),
        ("his counsel", False),
    ],
)
def test_names_of_the_council(text: str, named: bool) -> None:
    assert bool(COUNCIL.search(text)) is named


def test_what_stands_between_a_cue_and_a_draft() -> None:
    text = "The draft was put off, and Peru withdrew a text"
    states = tuple(nations(text))
    drafts = tuple(references(text, states))
    start = text.index("withdrew")
    spot = Spot(text, start, start + 8, (0, len(text)), drafts, states, Context())
    first, second = drafts
    assert spot.words == "withdrew"
    assert spot.gap_from(first) == " was put off, and Peru "
    assert spot.gap_to(second) == " "
    assert (spot.before(5), spot.after(2)) == ("Peru ", " a")
