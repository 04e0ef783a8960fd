"""What a draft of an article is known by. The drafts here are invented."""

from __future__ import annotations

import pytest

from lifecycle.reading.entry import Entry, share_state


def test_groups_are_no_states() -> None:
    assert Entry(0, ("western", "FRA")).sponsors == ("FRA",)
    assert share_state(("western", "FRA"), ("FRA",))
    assert not share_state(("western",), ("FRA",))


@pytest.mark.parametrize(
    ("told", "ended", "waits", "closed"),
    [
        (set(), None, False, False),
        ({"postponed"}, None, True, False),
        ({"postponed", "voted"}, "adopted", False, True),
        ({"withdrawn"}, None, False, True),
    ],
)
def test_what_may_yet_come_of_a_draft(told: set[str], ended: str | None, waits: bool, closed: bool) -> None:
    entry = Entry(0, told=told, ended=ended)
    assert (entry.waits, entry.closed) == (waits, closed)


def test_a_text_that_did_not_pass_is_not_the_one_adopted() -> None:
    vetoed = Entry(0, ended="vetoed")
    assert vetoed.ended_otherwise("adopted")
    assert not vetoed.ended_otherwise("failed")
    assert not Entry(1).ended_otherwise("adopted")


def test_a_draft_cannot_be_of_those_who_vetoed_it_or_did_not_bring_it() -> None:
    entry = Entry(0, ("FRA",), opponents={"RUS"})
    assert entry.cannot_be_of(("RUS",))
    assert entry.cannot_be_of(("CHN",))
    assert not entry.cannot_be_of(("FRA",))
    assert not Entry(1).cannot_be_of(("CHN",))
