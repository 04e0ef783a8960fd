"""Clauses of people and matters that are not the Council's. The sentences are invented."""

from __future__ import annotations

import pytest

from lifecycle.wording.laymen import of_laymen


def _read(sentence: str) -> bool:
    """Whether the words between the bars are told of laymen."""
    before, cue, behind = sentence.split("|")
    return of_laymen(before + cue + behind, 0, len(before), len(before + cue))


@pytest.mark.parametrize(
    "sentence",
    [
        "The cardinals |went into closed session| to choose a pope.",
        "But the rebels |oppose a vote| while the army holds the north.",
        "|We will vote| at home, the exiles said.",
        "|No serious discussion| of the budget was held.",
        "|After months of argument| the couple parted.",
        "|Informal consultations| among the rebels went on.",
        "The speaker kept the bill |from coming to a vote|.",
    ],
)
def test_laymen_and_their_papers_are_none_of_the_councils(sentence: str) -> None:
    assert _read(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Envoys |went into closed session| at noon.",
        "The king said |a vote| would come.",
        "The Soviet Union |asked for a vote|.",
        "|A vote is expected| on Friday, diplomats said.",
        "Judges’ envoys |haggled over words|.",
    ],
)
def test_envoys_act_and_laymen_may_say_so(sentence: str) -> None:
    assert not _read(sentence)
