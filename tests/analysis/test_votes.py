"""Which drafts of a scenario have a vote to change, and whose roll that is.

Knows invented texts and the ends they come to. Refuses to check the search for changes (`test_pivots`).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifecycle.analysis.votes import NoVote, Vote, votes_of
from lifecycle.model.council import council_on
from lifecycle.model.presets import preset
from lifecycle.model.rules import Outcome
from lifecycle.scenario.loader import load
from lifecycle.scenario.scenario import Scenario

BEGUN = "title: Invented\non: 2016-10-08\ndrafts: {text: {sponsors: [France]}}\n"


def invented(folder: Path, rest: str) -> Scenario:
    """A scenario of one text, written and read."""
    file = folder / "a.yaml"
    file.write_text(BEGUN + rest, encoding="utf-8")
    return load(file)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("{event: withdraw, date: 2016-10-07}", "was withdrawn on 7 October 2016: no vote was taken, so"),
        ("{event: withdraw}", "was withdrawn: no vote was taken, so"),
        ("{event: lapse, date: 2016-12-31}", "lapsed on 31 December 2016: no vote was taken, so"),
        ("{event: adopt_without_vote, date: 2016-10-07}", "was adopted without a vote on 7 October 2016, so"),
    ],
)
def test_an_end_without_a_vote_is_told_in_a_sentence(tmp_path: Path, steps: str, said: str) -> None:
    (found,) = votes_of(invented(tmp_path, f"steps: {{text: [{{event: submit}}, {steps}]}}\n"))
    assert isinstance(found, NoVote)
    assert found.text == f"It {said} there is none to change."


def test_whether_or_not_a_vote_was_taken_an_entry_has_the_same_keys(tmp_path: Path) -> None:
    rules = [preset(name, council_on(date(2016, 10, 8))) for name in ("no-veto", "two-vetoes-needed")]
    (voted,) = votes_of(invented(tmp_path, "votes: {text: {rest: yes}}\n"), rules)
    (ended,) = votes_of(invented(tmp_path, "steps: {text: [{event: submit}, {event: withdraw}]}\n"), rules)
    there: dict[str, Any] = voted.to_json()
    none: dict[str, Any] = ended.to_json()
    assert list(there) == list(none)
    assert list(there["rules"]) == list(none["rules"]) == ["no-veto", "two-vetoes-needed"]
    under = none["rules"]["no-veto"]
    assert (under["rule"], under["outcome"], under["pivots"]) == ("no-veto", None, [])


def test_a_text_that_waits_says_in_which_state(tmp_path: Path) -> None:
    (voted,) = votes_of(invented(tmp_path, "votes: {text: {rest: yes}}\n"))
    assert isinstance(voted, Vote)
    assert (voted.waiting, voted.found.decision.outcome) == (None, Outcome.ADOPTED)
    put_off = "votes: {text: {rest: yes}}\nsteps: {text: [{event: submit}, {event: postpone}]}\n"
    (waits,) = votes_of(invented(tmp_path, put_off))
    assert isinstance(waits, Vote)
    assert (waits.waiting, waits.found.decision.outcome) == ("postponed", Outcome.ADOPTED)


def test_ballots_that_only_the_sources_report_are_the_roll(tmp_path: Path) -> None:
    """The article names one no; the other fourteen ballots stay unknown."""
    told = "Russia vetoed the draft resolution of France on Syria in the UN Security Council on 8 October 2016."
    (tmp_path / "article.txt").write_text(told, encoding="utf-8")
    (found,) = votes_of(invented(tmp_path, "articles: [article.txt]\n"))
    assert isinstance(found, Vote)
    assert (found.found.decision.tally.no, found.found.decision.tally.unknown) == (1, 14)
    (nothing,) = votes_of(invented(tmp_path, ""))
    assert isinstance(nothing, Vote)
    assert (nothing.waiting, nothing.found.decision.tally.unknown) == ("drafted", 15)
