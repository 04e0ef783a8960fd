"""When a vote was planned, which is not the day it was planned for.

Knows that a report of a planned vote is dated, as the miner dates it, by the day the vote is to be held on, and that
the step it tells was taken by the day the report was out. Refuses to know whether the vote was ever held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lifecycle.model.reports import When, day_in_words
from lifecycle.scenario.scenario import Report


def is_planned_vote(report: Report) -> bool:
    """Whether `report` tells of a vote that is to come, arranged by those who will take it: a step of its own."""
    return (report.modality, report.type) == ("planned", "vote_scheduled")


def on_the_day_it_was_planned(report: Report, out: Mapping[str, When]) -> Report:
    """`report` as it stands in a life: a planned vote by the day on which the first of its files was `out`.

    Nobody plans a vote after the day it was to be on; where it is first told after that, or nobody knows when, that day
    is the last it can have been planned on, and no best day is left. Any other report keeps its day.
    """
    if not is_planned_vote(report):
        return report
    held = report.when
    last = held.to_day or held.best
    days = [(when.best, when) for file in {e.file for e in report.evidence} if (when := out.get(file)) and when.best]
    first, told = min(days, key=lambda pair: pair[0], default=(None, held))
    if first is None or (last and first > last):
        when = When(None, last, None, held.basis)
    else:
        ends = [day for day in (told.to_day or first, last) if day]
        when = When(None, min(ends), first, told.basis)
    return replace(report, when=when, planned_for=held)


def planned_for(report: Report) -> str:
    """For which day the vote that `report` tells of was planned, in words; empty where it tells of none."""
    held = report.planned_for
    if held is None or held.best is None:
        return ""
    sure = held.from_day == held.best == held.to_day
    return f"the vote was to be {'on' if sure else 'about'} {day_in_words(held.best)}"
