"""The modalities are those of the annotation guide.

Knows their names as documents write them. Refuses to know how a sentence is read.
"""

from __future__ import annotations

from lifecycle.mining.gold import MODALITIES
from lifecycle.reading.readings import HISTORY, HYPOTHETICAL, NEGATED, OCCURRED, PLANNED, Reading


def test_they_are_those_that_an_annotation_may_name() -> None:
    assert {OCCURRED, PLANNED, HYPOTHETICAL, NEGATED, HISTORY} == set(MODALITIES)


def test_a_reading_says_why() -> None:
    assert Reading(NEGATED, ("not",), False).reasons == ("not",)
