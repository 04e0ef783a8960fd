"""How the record is drawn. Knows widths and bars. Refuses to know how anything was found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rich.console import Console

from lifecycle.cli.recordviews import BARS, alike_view, audit_view, found_view, show_view, vote_lines
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.record.agreement import likeness
from lifecycle.record.audit import audit, recounted
from lifecycle.record.rows import Loaded
from tests.record.test_rows import vote


def drawn(lines: object) -> list[str]:
    console = Console(width=80, force_terminal=False, no_color=True)
    with console.capture() as capture:
        for line in lines:  # type: ignore[attr-defined]
            console.print(line)
    return capture.get().splitlines()


def test_a_title_as_long_as_a_page_stays_in_its_line() -> None:
    long = recounted(replace(vote(), title="word " * 80, draft="S/" + "9" * 60))
    (line,) = drawn(vote_lines([long], 80, plain=False))
    assert len(line) <= 80
    assert line.startswith("2016-10-08  S/9")


def test_what_was_found_is_counted_and_what_is_not_listed_said() -> None:
    votes = [recounted(vote(key)) for key in "123"]
    lines = drawn(found_view(votes, (), 80, most=2, plain=True))
    assert [line.partition(" vetoed")[0] for line in lines[:2]] == ["8 October 2016: S/1", "8 October 2016: S/2"]
    assert lines[2:] == ["3 votes; --all prints the other 1."]
    assert drawn(found_view(votes, (), 80, most=3, plain=True))[3:] == ["3 votes."]
    assert drawn(found_view(votes, (), 80, most=None, plain=True))[3:] == ["3 votes."]


def test_words_of_the_record_reach_a_terminal_as_words() -> None:
    shown = drawn(show_view(recounted(replace(vote(), title="a\x1b[31mb")), 80, plain=False))
    assert not any("\x1b" in line for line in shown)


def test_always_alike_is_the_highest_bar_and_never_the_lowest() -> None:
    council = council_on(date(2016, 10, 8))
    votes = [vote("1", Roll.of(council, {Ballot.NO: ["RUS"]}, Ballot.YES))]
    found = likeness(votes, frozenset({"FRA"}))
    lines = drawn(alike_view(found, ["GBR", "RUS"], 80, plain=False))
    assert BARS[-1] in lines[0]
    assert BARS[0] in lines[1]


def test_the_audit_of_nothing_is_said_and_no_error() -> None:
    assert drawn(audit_view(audit(Loaded((), ())), plain=False))[0] == "No votes."
