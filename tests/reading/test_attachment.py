"""Which phrase dates a step. Every sentence here is invented."""

from __future__ import annotations

import pytest

from lifecycle.days.dates import EVENT, STATEMENT
from lifecycle.days.phrases import phrases_in
from lifecycle.reading.attachment import attached


def dating(text: str, cue: str) -> tuple[str, str] | None:
    start = text.index(cue)
    found = attached(text, (start, start + len(cue)), (0, len(text)), phrases_in(text))
    return (text[found[0].start : found[0].end], found[1]) if found else None


@pytest.mark.parametrize(
    ("text", "cue", "day", "dates"),
    [
        ("Peru tabled a draft on Monday.", "tabled", "Monday", EVENT),
        ("Peru has tabled a draft, its envoy said Tuesday.", "tabled", "Tuesday", STATEMENT),
        ("The envoy said on Monday that Peru was engaged in talks on the draft.", "engaged in talks", "Monday", EVENT),
        (
            "Talks go on over the weekend, with a draft to be circulated to all on Monday.",
            "circulated",
            "Monday",
            EVENT,
        ),
        ("The vote on Friday came after talks on Tuesday.", "vote", "Friday", EVENT),
        ("The draft, submitted by Peru on Monday evening, was late.", "submitted", "Monday", EVENT),
        ("Friday's vote was close.", "vote", "Friday", EVENT),
        ("Three days after the raid of May 4, the body adopted it.", "adopted", "Three days after", EVENT),
        ("The text was tabled two days after Norway shelved it Tuesday.", "shelved", "Tuesday", EVENT),
        ("The text was tabled two days after Norway shelved it Tuesday.", "tabled", "two days after", EVENT),
        ("They met on Friday, 10 days after the double veto.", "double veto", "10 days after", EVENT),
        ("He said on Monday that talks on it were continuing.", "talks", "Monday", EVENT),
        ("It was shelved on Saturday, a day before the body was due to vote.", "due to vote", "a day before", EVENT),
        ("It was shelved on Saturday, a day before the body was due to vote.", "shelved", "Saturday", EVENT),
        ("Norway circulated it on Monday and asked for a vote on Thursday.", "asked for a vote", "Thursday", EVENT),
        ("Norway circulated it on Monday and asked for a vote on Thursday.", "circulated", "Monday", EVENT),
        ("Norway on Saturday asked for a vote as early as Monday.", "asked for a vote", "Monday", EVENT),
        ("Norway on Saturday asked for a vote no later than Monday.", "asked for a vote", "Monday", EVENT),
        ("Chad on Wednesday deplored the veto by Peru of the draft last Thursday.", "veto", "last Thursday", EVENT),
        ("Chad on Wednesday deplored the veto by Peru of the draft.", "veto", "Wednesday", STATEMENT),
        ("Chad on Wednesday criticised Peru for vetoing the draft.", "vetoing", "Wednesday", STATEMENT),
        ("Chad on Wednesday criticised Peru for having vetoed it last Thursday.", "vetoed", "last Thursday", EVENT),
        ("Chad on Wednesday vetoed the draft.", "vetoed", "Wednesday", EVENT),
        (
            "A week after the veto by Peru of the long text on the truce in the old port of Quorrel and on what was to "
            "follow it there, Chad circulated a text on Monday",
            "veto",
            "A week after",
            EVENT,
        ),
    ],
)
def test_the_phrase_of_the_step(text: str, cue: str, day: str, dates: str) -> None:
    assert dating(text, cue) == (day, dates)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Friday's strike came before the draft was tabled", "tabled"),
        ("A draft to revive a failed September 9 deal was rejected", "rejected"),
        ("The draft was vetoed. “Things will change after Jan. 20,” he wrote", "vetoed"),
    ],
)
def test_a_phrase_of_something_else_dates_nothing(text: str, cue: str) -> None:
    assert dating(text, cue) is None


def test_the_day_of_an_aside_on_how_the_draft_was_brought_is_of_the_aside_alone() -> None:
    assert dating("The draft, submitted by Peru on Monday evening, received eight votes.", "received") is None
    assert dating("The draft, submitted by Peru, received eight votes on Monday.", "received") == ("Monday", EVENT)
    assert dating("On Monday the draft, submitted by Peru, received eight votes.", "received") == ("Monday", EVENT)
