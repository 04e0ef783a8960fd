"""Forecasts: who says that a step will come, the adverbs of a guess, what is still ahead, and a future that came true.

Knows invented clauses. Refuses to know what else stands in a sentence; that is `modality`'s.
"""

from __future__ import annotations

import pytest

from lifecycle.reading.forecasts import foreseen, guessed, still_ahead, turned_out


@pytest.mark.parametrize(
    "left",
    ["Analysts predict that Peru ", "There was speculation that Peru ", "Rumours that Peru ",
     "Nobody ruled out that Peru ", "Peru hinted that it ", "The envoy expects that Peru ", "Peru, it is thought, "],
)  # fmt: skip
def test_a_forecast_by_others_is_no_plan(left: str) -> None:
    assert foreseen(left)


@pytest.mark.parametrize("left", ["Peru announced that it ", "Peru said it ", "The sponsors ", "Talk is cheap: Peru "])
def test_what_those_who_act_announce_is_no_forecast(left: str) -> None:
    assert not foreseen(left)


def test_the_adverbs_of_a_guess() -> None:
    assert guessed("will almost certainly ")
    assert guessed("will probably ")
    assert not guessed("will formally ")


@pytest.mark.parametrize(
    ("before", "came_true"),
    [
        ("Russia would go on to ", True),
        ("Russia would later ", True),
        ("Peru drafted a text, which Russia would eventually ", True),
        ("He said Russia would later ", False),
        ("Nobody knew if Russia would go on to ", False),
        ("Russia would formally ", False),
    ],
)
def test_a_future_in_the_past_that_came_true(before: str, came_true: bool) -> None:
    assert turned_out(before + "veto it", len(before)) == came_true


@pytest.mark.parametrize(
    ("before", "ahead"),
    [
        ("Peru may yet put it ", True),
        ("Peru is expected to put it ", True),
        ("The envoy said that Peru would put it ", True),
        ("Peru would have put it ", False),
        ("Peru had warned that it would put it ", False),
        ("Peru put it ", False),
        ("Peru warned that the resolution to be voted on", True),
    ],
)
def test_what_is_to_come_is_not_what_once_was(before: str, ahead: bool) -> None:
    assert still_ahead(before) == ahead
