"""The model's nouns on a terminal: letters before colours, days in short, words cut round their cue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.table import Table
from rich.text import Text

from lifecycle.cli.drawing import (
    QUOTE,
    ballot_word,
    columns,
    day_text,
    decision_lines,
    file_labels,
    outcome_text,
    quote_text,
    roll_lines,
    tidy,
    trace_plain,
    trace_table,
    when_text,
)
from lifecycle.cli.picture import recorder
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.draft import Basis, Draft, Event
from lifecycle.model.machine import Trace, step
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Kind, rule_on
from lifecycle.model.table import Act
from lifecycle.testing import councils, partial_rolls, rolls

DAY = date(2016, 10, 8)
COUNCIL = council_on(DAY)
ROLL = Roll.of(COUNCIL, {Ballot.NO: ["Russia", "Venezuela"], Ballot.ABSTAIN: ["Angola", "China"]}, Ballot.YES)


def test_an_outcome_is_in_capitals() -> None:
    assert outcome_text("vetoed").plain == "VETOED"
    assert outcome_text("under_silence").plain == "UNDER SILENCE"


def test_a_decision_says_the_rule_and_the_kind_unless_assumed() -> None:
    lines = [line.plain for line in decision_lines(decide(ROLL))]
    assert lines[0] == "VETOED  11 yes, 2 no, 2 abstain"
    assert lines[-1] == "Rule: Charter as amended 1965."
    assert decision_lines(decide(ROLL, Kind.ICJ_ELECTION))[-1].plain.endswith("Kind of matter: icj election.")
    assert decision_lines(decide(Roll.unknown(COUNCIL)))[0].plain == "OPEN  0 yes, 0 no, 15 unknown"


@given(st.data())
def test_every_seat_has_its_letter(data: st.DataObject) -> None:
    council = data.draw(councils())
    roll = data.draw(partial_rolls(data.draw(rolls(council)), 3))
    shown = "\n".join(line.plain for line in roll_lines(roll, 80, plain=False))
    for member, ballot in zip(council.members, roll.ballots, strict=True):
        star = "*" if member.permanent else ""
        assert f"{ballot.letter if ballot else '?':<2} {member.name}{star}" in shown
    assert max(map(len, shown.split("\n"))) <= 80
    plain = [line.plain for line in roll_lines(roll, 80, plain=True)]
    assert len(plain) == len(council.members)
    assert ballot_word(None) == "unknown"


def test_the_key_lists_the_ballots_that_were_cast() -> None:
    assert roll_lines(ROLL, 80, plain=False)[-1].plain == "Y yes  N no  A abstain  * permanent member"
    partly = ROLL.changed({COUNCIL.find("Egypt"): None, COUNCIL.find("Spain"): Ballot.ABSENT})
    assert roll_lines(partly, 80, plain=False)[-1].plain.startswith("Y yes  N no  A abstain  AB absent  ? unknown")


@given(st.lists(st.text("abc", min_size=1, max_size=30), min_size=1, max_size=20), st.integers(1, 100))
def test_columns_hold_every_cell_and_fit_if_one_can(words: list[str], width: int) -> None:
    lines = columns([Text(word) for word in words], width)
    assert sorted(" ".join(line.plain for line in lines).split()) == sorted(words)
    assert all(line.cell_len <= max(width, *map(len, words)) for line in lines)


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (When(), "not dated"),
        (When.on(DAY, "stated"), "8 Oct"),
        (When.on(date(2017, 1, 2), "stated"), "2 Jan 2017"),
        (When(date(2016, 9, 25), date(2016, 10, 1), date(2016, 9, 30), "solved"), "30 Sep\n(25 Sep-1 Oct)"),
        (When(date(2016, 9, 25), date(2016, 10, 1), None, "solved"), "25 Sep-1 Oct"),
        (When(None, DAY, DAY, "inferred"), "by 8 Oct"),
        (When(None, DAY, None, "solved"), "by 8 Oct"),
        (When(DAY, None, None, "solved"), "from 8 Oct"),
        (When(None, None, DAY, "solved"), "about 8 Oct"),
    ],
)
def test_a_day_is_as_certain_as_it_is_known(when: When, text: str) -> None:
    assert when_text(when, 2016) == text


def test_a_year_is_left_out_where_it_is_the_pages() -> None:
    assert (day_text(DAY, 2016), day_text(DAY, None)) == ("8 Oct", "8 Oct 2016")


def test_files_are_called_by_what_tells_them_apart() -> None:
    labels = file_labels(["seeds/000_ab.txt", "seeds/001_cd.txt", "b/000_xy.txt", "seeds/000_ab.txt", "plain.txt"])
    assert labels == {
        "seeds/000_ab.txt": "000_ab",
        "seeds/001_cd.txt": "001",
        "b/000_xy.txt": "000_xy",
        "plain.txt": "plain",
    }


def test_files_of_one_name_are_called_by_their_folders_too() -> None:
    labels = file_labels(["may/a.txt", "june/a.txt", "june/b.txt"])
    assert labels == {"may/a.txt": "may/a.txt", "june/a.txt": "june/a.txt", "june/b.txt": "b"}


def test_a_long_quote_is_cut_round_its_cue() -> None:
    words = "W" + " ".join(f"word{n}" for n in range(60))[1:]
    early = quote_text(Evidence("a.txt", 107, 112, words, "word1"), {"a.txt": "a"}).plain
    late = quote_text(Evidence("a.txt", 107, 112, words, "word45"), {}).plain
    last = quote_text(Evidence("a.txt", 107, 112, words, "word59"), {}).plain
    assert early.startswith("\u201cWord0 ")
    assert early.endswith("\u2026\u201d a:107")
    assert "word45" in late
    assert late.startswith("\u201c\u2026word")
    assert late.endswith("\u2026\u201d a.txt:107")
    assert last.endswith(" word59\u2026\u201d a.txt:107")


@pytest.mark.parametrize(
    ("start", "quote", "shown"),
    [
        (4, "Russia vetoes a draft", "Russia vetoes a draft\u2026"),
        (4, "Russia vetoes a draft\u2026", "Russia vetoes a draft\u2026"),
        (400, "Russia vetoes UN resolution.", "Russia vetoes UN resolution."),
        (400, "Russia said it vetoes the text", "Russia said it vetoes the text\u2026"),
        (4, "on Saturday it vetoes the text", "\u2026on Saturday it vetoes the text\u2026"),
        (400, "\u201cnot vetoes\u201d, he said.", "\u2026\u201cnot vetoes\u201d, he said."),
        (400, "He said: \u201cIt vetoes the text.\u201d", "He said: \u201cIt vetoes the text.\u201d"),
    ],
)
def test_words_that_stand_within_a_sentence_show_it(start: int, quote: str, shown: str) -> None:
    """The first of a file may be a headline, or cut from "Russia vetoes a draft, while China abstains."."""
    cue = start + quote.index("vetoes")
    assert quote_text(Evidence("a.txt", cue, cue + 6, quote, "vetoes"), {}).plain == f"\u201c{shown}\u201d a.txt:{cue}"


@given(st.lists(st.text("abcd\n", min_size=1, max_size=9), min_size=1, max_size=80), st.data())
def test_what_is_cut_keeps_the_cue_and_fits(parts: list[str], data: st.DataObject) -> None:
    quote = " ".join(parts)
    cue = " ".join(data.draw(st.sampled_from(parts)).split())
    shown = quote_text(Evidence("f", 0, 1, quote, cue), {}).plain.removesuffix(" f:0")[1:-1]
    assert len(shown) <= QUOTE
    assert cue in shown
    assert shown.strip("\u2026") in " ".join(quote.split())


def life() -> Trace:
    trace = Trace.start(Draft("a", COUNCIL, rule_on(DAY)))
    words = (Evidence("x_1.txt", 3, 9, "submitted it", "submitted"), Evidence("x_1.txt", 30, 39, "again", "again"))
    events = (
        Event(Act.SUBMIT, When.on(DAY, "stated"), basis=Basis.REPORTED, evidence=words),
        Event(Act.REVISE, basis=Basis.REPORTED, by=("France",)),
        Event(Act.VOTE, roll=ROLL, note="the scenario gives the ballots"),
        Event(Act.ANNOUNCE, note="so"),
    )
    for event in events:
        trace = trace.then(step(trace.draft, event))
    return trace


def test_a_trace_says_of_each_step_why_it_is_there() -> None:
    lines = [line.plain for line in tidy(recorder(80), trace_table(life(), 2016, {"x_1.txt": "x"}))]
    assert lines[0].split() == ["when", "step", "why", "words"]
    assert lines[1] == "8 Oct      submit    reported  \u201c\u2026submitted it\u2026\u201d x:3  +1 more"
    assert lines[2] == "not dated  revise    reported  by France"
    assert lines[3].endswith("assumed   the scenario gives the ballots")
    assert lines[5].split() == ["VETOED"]


def test_a_trace_without_columns_says_the_same() -> None:
    first, second, third, fourth = (line.plain for line in trace_plain(life(), 2016, {}))
    assert first == "8 Oct: submit, reported: \u201c\u2026submitted it\u2026\u201d x_1.txt:3  +1 more"
    assert second == "not dated: revise, reported: by France"
    assert (third, fourth) == (
        "not dated: vote, assumed: the scenario gives the ballots",
        "not dated: announce, assumed: so",
    )


def test_tidy_lines_have_no_spaces_at_their_ends() -> None:
    table = Table(box=None)
    table.add_column("a")
    table.add_row("x " * 100)
    lines = tidy(recorder(40), table)
    assert len(lines) > 2
    assert all(line.plain == line.plain.rstrip() for line in lines)
    assert [line.plain for line in tidy(recorder(10), Text("one two three four"))] == ["one two", "three four"]


def test_a_line_that_is_set_in_goes_on_two_columns_further_in() -> None:
    long = [line.plain for line in tidy(recorder(20), Text("  sponsor: France, Spain, Japan"))]
    assert long == ["  sponsor: France,", "    Spain, Japan"]
    assert [line.plain for line in tidy(recorder(20), Text("a b\n   c "))] == ["a b", "   c"]
    assert [line.plain for line in tidy(recorder(10), Text("a\tb"))] == ["a       b"]
    dim = tidy(recorder(20), Text("  sponsor: France, Spain, Japan", "dim"))
    assert [(line.plain[span.start : span.end], span.style) for line in dim for span in line.spans] == [
        ("sponsor: France,", "dim"),
        ("Spain, Japan", "dim"),
    ]


def test_a_quote_is_as_long_as_it_may_be_with_its_ellipses() -> None:
    """Of 120 characters 118 are the article's where both ends are open; 119 where one is, and all if none is."""
    whole = "W" + "x" * 118 + "."
    assert quote_text(Evidence("f", 0, 1, whole), {}).plain == f"\u201c{whole}\u201d f:0"
    for quote, kept in ((f"w{'x' * 116} yz", 117), (f"w{'x' * 116}y", 118), (f"W{'x' * 117}y", 119)):
        shown = quote_text(Evidence("f", 0, 1, quote), {}).plain.removesuffix("\u201d f:0")[1:]
        assert (len(shown) <= QUOTE, len(shown.strip("\u2026"))) == (True, kept)


def test_the_cue_within_a_long_word_is_not_cut() -> None:
    quote = " ".join(["word"] * 23) + " un" + "vetoed" + "z" * 90
    assert "unvetoed" in quote_text(Evidence("f", 0, 1, quote, "vetoed"), {}).plain


@pytest.mark.parametrize("indent", ["", "  "])
def test_a_long_text_is_wrapped_a_set_number_of_times(monkeypatch: pytest.MonkeyPatch, indent: str) -> None:
    """Once for all lines, and once more where the first is wider than the others; not once a line."""
    calls: list[int] = []
    wrap = Text.wrap

    def counted(self: Text, *given: Any, **more: Any) -> Any:
        calls.append(1)
        return wrap(self, *given, **more)

    monkeypatch.setattr(Text, "wrap", counted)
    assert len(tidy(recorder(20), Text(indent + "word " * 400))) > 90
    assert len(calls) <= 2


@given(st.text(" ab\t\n", max_size=60), st.integers(4, 30))
def test_no_word_is_lost_where_a_line_is_broken(text: str, width: int) -> None:
    lines = [line.plain for line in tidy(recorder(width), Text(text))]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= width and line == line.rstrip() for line in lines)


def test_only_the_word_it_is_about_is_coloured() -> None:
    """What is appended to an outcome or a letter does not take its style."""
    (head, *_) = decision_lines(decide(ROLL))
    assert [(head.plain[span.start : span.end], span.style) for span in head.spans] == [("VETOED", "bold red")]
    assert head.style == ""
    assert all(line.style in {"", "dim"} for line in roll_lines(ROLL, 80, plain=False))
