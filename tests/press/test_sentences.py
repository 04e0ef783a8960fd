"""Sentences end where a careful reader ends them, and every offset is right.

Knows invented lines with the traps of newspaper text. Refuses to know what they say.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.press.sentences import LONGEST, MOST_PIECES, sentences, without_quotations


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


BROKEN_LINES = (
    "In the Security Council on Friday evening the envoys of the fifteen",
    "members spoke for three hours about the fishing grounds of Peru and",
    "Chad before they left the room without a word to those who had been",
    "waiting. The delegation of Chad has asked that there be more time to",
    "Consult its government. The envoy of Peru had hoped for a much quicker",
    "Security Council vote on the text. It was not to be, as diplomats from",
    "both of the states said late on Friday, and nobody knows what is to be",
    "done about it now. The next meeting on the fishing grounds is on Monday",
)


def test_a_line_broken_at_a_fixed_width_goes_on_in_the_next() -> None:
    assert [words for words in texts("\n".join(BROKEN_LINES)) if words.startswith(("Consult", "Security"))] == []
    assert "Security Council vote." in texts("A title of the day\nSecurity Council vote.\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway voted yes. Chad abstained.", ["Norway voted yes.", "Chad abstained."]),
        ("The U.N. Security Council met. It voted.", ["The U.N. Security Council met.", "It voted."]),
        ("U.S. Secretary Lee spoke to Mr. Ray.", ["U.S. Secretary Lee spoke to Mr. Ray."]),
        ("“Will it pass?” he asked. “It will.” She left.", ["“Will it pass?” he asked.", "“It will.”", "She left."]),
        ("It met at 3 p.m. on Monday.", ["It met at 3 p.m. on Monday."]),
        ("A caption without a stop\nThe Council met.", ["A caption without a stop", "The Council met."]),
        ("A line that goes\non in lower case. End.", ["A line that goes\non in lower case.", "End."]),
        ("It passed.Peru spoke.”Chad left.", ["It passed.", "Peru spoke.”", "Chad left."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("", []),
        (" \n\t\r\n ", []),
    ],
)
def test_invented_lines(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@given(st.text())
def test_every_sentence_is_its_own_place_in_the_text_and_none_overlap(text: str) -> None:
    at = 0
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= at
        at = sentence.end


@given(st.text())
def test_nothing_but_blanks_is_lost(text: str) -> None:
    kept = "".join(sentence.text for sentence in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_a_run_longer_than_any_sentence_is_cut() -> None:
    pieces = list(sentences("word " * 2_000))
    assert max(len(piece.text) for piece in pieces) <= LONGEST
    assert len(pieces) >= 5


def test_what_never_stops_is_no_prose_and_is_read_in_part() -> None:
    read = sum(len(piece.text) for piece in sentences("word " * 200_000))
    assert LONGEST <= read <= MOST_PIECES * LONGEST


def test_a_title_line_is_a_headline_and_a_sentence_is_not() -> None:
    lines = list(sentences("Council Votes on Strait Draft\nThe Council met on Monday and voted on it.\n"))
    assert [line.headline for line in lines] == [True, False]


def test_the_seeds_split_at_every_line(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert all("\n\n" not in sentence.text for sentence in sentences(text))


def test_a_mask_keeps_every_offset() -> None:
    text = 'He said "we will" on Monday.'
    assert len(without_quotations(text)) == len(text)
    assert "will" not in without_quotations(text)
