"""Bytes that are not UTF-8: their place, and the encoding they are likely of, by hand."""

from __future__ import annotations

import pytest

from lifecycle.decoding import decoded, nul_in
from lifecycle.errors import InputError, Problem, sentence

NEWS = "Moscow, Monday\nThe ambassador\u2019s draft was\u00a0vetoed at the caf\u00e9.\r\n"


def refused(data: bytes) -> Problem:
    with pytest.raises(InputError) as caught:
        decoded(data, "a.txt")
    (problem,) = caught.value.problems
    return problem


def test_utf8_is_read_as_it_stands() -> None:
    assert decoded(NEWS.encode(), "a.txt") == NEWS
    assert decoded(b"\xef\xbb\xbfa", "a.txt") == "\ufeffa"


def test_windows_1252_is_named_with_the_place_and_the_way_to_save_it() -> None:
    """The apostrophe of Windows is the byte 92: line 2, behind the fourteen characters of "The ambassador"."""
    problem = refused(NEWS.encode("cp1252"))
    assert sentence(problem) == (
        "a.txt:2:15: not UTF-8 text: the byte 92 is '\u2019' in Windows-1252, which this file is likely in; "
        "save it as UTF-8 (most editors: Save as, Encoding, UTF-8)"
    )
    assert problem.source == "The ambassador\ufffds draft was\ufffdvetoed at the caf\ufffd."


@pytest.mark.parametrize(
    "data",
    [
        "\u0421\u043e\u0432\u0435\u0442 \u041e\u041e\u041d".encode("cp1251"),
        b"caf\xe9 \x81",
        "caf\u00e9".encode() + b" \xff",
    ],
    ids=["Cyrillic", "a byte that Windows-1252 has not", "UTF-8 with a slip"],
)
def test_no_encoding_is_named_where_none_is_likely(data: bytes) -> None:
    message = refused(data).message
    assert "Windows-1252" not in message
    assert message.startswith("not UTF-8 text: the byte ")
    assert "; save it as UTF-8" in message


def test_columns_count_characters_and_no_mark() -> None:
    problem = refused(b"\xef\xbb\xbf" + "\u00e9a".encode() + b"\xff\nb")
    assert (problem.place.line, problem.place.column, problem.source) == (1, 3, "\u00e9a\ufffd")


def test_a_nul_marks_what_is_no_text_but_not_in_utf16() -> None:
    assert nul_in(b"\x89PNG\r\n\0\0") == 6
    assert nul_in(NEWS.encode()) is None
    assert nul_in("a".encode("utf-16")) is None
    assert nul_in(b"\xfe\xff" + "a".encode("utf-16-be")) is None


def test_utf16_is_told_by_its_mark() -> None:
    assert refused("a".encode("utf-16")).message.startswith("UTF-16, not UTF-8 text; save it as UTF-8")
