"""How far a step takes a draft. The steps are put together by hand."""

from __future__ import annotations

import pytest

from lifecycle.reading.readings import HISTORY, HYPOTHETICAL, NEGATED, OCCURRED, PLANNED, Reading
from lifecycle.reading.stages import ends, is_ahead
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import Framed


def step(type_: str) -> Framed:
    rule = next(rule for rule in codebook().steps if rule.type == type_)
    return Framed(rule, 0, 4, (0, 20), None)


def read(modality: str, *reasons: str) -> Reading:
    return Reading(modality, reasons, modality == HISTORY)


@pytest.mark.parametrize("type_", ["adopted", "vetoed", "failed"])
def test_an_outcome_that_occurred_ends_a_draft(type_: str) -> None:
    assert ends(step(type_), read(OCCURRED))
    assert not any(ends(step(type_), read(other)) for other in (PLANNED, HYPOTHETICAL, NEGATED, HISTORY))


@pytest.mark.parametrize("type_", ["voted", "withdrawn", "submitted"])
def test_no_other_step_does(type_: str) -> None:
    assert not ends(step(type_), read(OCCURRED))


@pytest.mark.parametrize(
    ("type_", "modality", "ahead"),
    [
        ("circulated", PLANNED, True),
        ("vote_scheduled", HYPOTHETICAL, True),
        ("adopted", HYPOTHETICAL, True),
        ("vetoed", HYPOTHETICAL, False),
        ("discussed", OCCURRED, False),
        ("submitted", NEGATED, True),
        ("discussed", NEGATED, False),
    ],
)
def test_a_step_before_a_vote_may_be_ahead(type_: str, modality: str, ahead: bool) -> None:
    assert is_ahead(step(type_), read(modality)) is ahead


def test_a_text_that_is_passed_some_day_is_none_ahead() -> None:
    assert not is_ahead(step("adopted"), read(HYPOTHETICAL, "if"))
