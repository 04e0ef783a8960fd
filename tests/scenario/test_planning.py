"""A vote that is planned for a day: when it was planned, and where that stands in a life. All of it invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lifecycle.model.reports import Evidence, When
from lifecycle.scenario.planning import is_planned_vote, on_the_day_it_was_planned, planned_for
from lifecycle.scenario.scenario import Report


def on(day: int) -> When:
    return When.on(date(2016, 10, day), "dateline")


def by(day: int, best: int | None, basis: str = "dateline") -> When:
    return When(None, date(2016, 10, day), date(2016, 10, best) if best else None, basis)


def told_in(*files: str) -> Report:
    evidence = tuple(Evidence(file, 1, 2, "will vote on Friday") for file in files)
    return Report("r", "text", "vote_scheduled", "planned", on(7), evidence=evidence)


OUT = {
    "monday": on(3),
    "tuesday": on(4),
    "friday": on(7),
    "saturday": on(8),
    "early": When(date(2016, 10, 1), date(2016, 10, 6), date(2016, 10, 2), "solved"),
    "late": When(date(2016, 10, 6), date(2016, 10, 9), date(2016, 10, 7), "solved"),
    "undated": When(),
}


@pytest.mark.parametrize(
    ("files", "when"),
    [
        (("monday",), by(3, 3)),
        (("tuesday", "monday", "undated"), by(3, 3)),
        (("friday",), by(7, 7)),
        (("early", "tuesday"), by(6, 2, "solved")),
        (("late",), by(7, 7, "solved")),
        (("saturday",), by(7, None)),
        (("undated", "elsewhere"), by(7, None)),
        ((), by(7, None)),
    ],
)
def test_a_vote_is_planned_by_the_day_it_is_first_told_and_never_after_it_was_to_be(
    files: tuple[str, ...], when: When
) -> None:
    planned = on_the_day_it_was_planned(told_in(*files), OUT)
    assert (planned.when, planned.planned_for) == (when, on(7))


def test_a_vote_planned_for_no_day_is_planned_by_the_day_it_is_told() -> None:
    some_day = replace(told_in("monday"), when=When())
    assert on_the_day_it_was_planned(some_day, OUT).when == by(3, 3)
    assert on_the_day_it_was_planned(replace(told_in(), when=When()), OUT).when == When()


@pytest.mark.parametrize(
    ("type_", "modality"),
    [("vote_scheduled", "hypothetical"), ("vote_scheduled", "occurred"), ("submitted", "planned")],
)
def test_any_other_report_keeps_its_day(type_: str, modality: str) -> None:
    report = replace(told_in("monday"), type=type_, modality=modality)
    assert not is_planned_vote(report)
    assert on_the_day_it_was_planned(report, OUT) == report


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (on(7), "the vote was to be on 7 October 2016"),
        (
            When(date(2016, 10, 7), date(2016, 10, 9), date(2016, 10, 8), "solved"),
            "the vote was to be about 8 October 2016",
        ),
        (by(7, None), ""),
        (None, ""),
    ],
)
def test_a_step_says_for_which_day_a_vote_was_planned(day: When | None, words: str) -> None:
    assert planned_for(replace(told_in("monday"), planned_for=day)) == words
