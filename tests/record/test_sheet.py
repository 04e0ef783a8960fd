"""The state a file can be in: every fault noted at its row, and the rest still read.

Knows small invented tables. Refuses to know what a column means.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.record.sheet import MOST, Sheet, open_sheet


def sheet(tmp_path: Path, data: bytes) -> Sheet:
    path = tmp_path / "invented.csv"
    path.write_bytes(data)
    return open_sheet(path)


def found(opened: Sheet) -> tuple[list[tuple[int, list[str]]], list[tuple[str, int | None, int | None]]]:
    rows = list(opened.rows())
    return rows, [(p.slug, p.place.line, p.place.column) for p in opened.notes.problems()]


def test_columns_are_known_at_once_and_rows_carry_their_numbers(tmp_path: Path) -> None:
    opened = sheet(tmp_path, b"A, b \n1,2\n3,4\n")
    assert opened.columns == ("a", "b")
    assert found(opened) == ([(2, ["1", "2"]), (3, ["3", "4"])], [])


def test_a_row_is_numbered_by_its_first_line(tmp_path: Path) -> None:
    rows, _ = found(sheet(tmp_path, b'a,b\n"one\ntwo",2\n3,4\n'))
    assert [number for number, _ in rows] == [2, 4]


@pytest.mark.parametrize("data", [b"a;b\n1;2\n", b"a\tb\n1\t2\n", b"\xef\xbb\xbfa,b\r\n1,2\r\n", b"a,b\n\n1,2\n"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, data: bytes) -> None:
    rows, problems = found(sheet(tmp_path, data))
    assert [row for _, row in rows] == [["1", "2"]]
    assert problems == []


def test_a_short_and_a_long_row_are_noted_and_left_out(tmp_path: Path) -> None:
    rows, problems = found(sheet(tmp_path, b"a,b\n1\n1,2,3\n4,5\n"))
    assert [row for _, row in rows] == [["4", "5"]]
    assert problems == [("record-row-shape", 2, 1), ("record-row-shape", 3, 2)]


def test_a_field_in_another_encoding_is_noted_and_read(tmp_path: Path) -> None:
    rows, problems = found(sheet(tmp_path, "a,b\n1,Côte d’Ivoire\n".encode() + "2,Pérou\n".encode("cp1252")))
    assert [row for _, row in rows] == [["1", "Côte d’Ivoire"], ["2", "Pérou"]]
    assert problems == [("record-not-text", 3, 2)]


def test_gzip_is_known_by_its_bytes_not_by_the_name(tmp_path: Path) -> None:
    assert found(sheet(tmp_path, gzip.compress(b"a,b\n1,2\n", mtime=0)))[0] == [(2, ["1", "2"])]


def test_a_gzip_cut_in_half_gives_what_came_before(tmp_path: Path) -> None:
    lines = b"".join(b"%d,%d\n" % (n, n * n * 7919 % 10007) for n in range(40_000))
    data = gzip.compress(b"a,b\n" + lines, mtime=0)
    rows, problems = found(sheet(tmp_path, data[: len(data) // 2]))
    assert 10_000 < len(rows) < 30_000
    assert "record-cut" in [slug for slug, _, _ in problems]
    assert problems[-1][1] in {len(rows) + 2, len(rows) + 3}


def test_a_quotation_mark_that_is_never_closed_is_noted_not_swallowed(tmp_path: Path) -> None:
    _, problems = found(sheet(tmp_path, b'a,b\n1,2\n"3,4\n' + b"5,6\n" * 100_000))
    assert problems
    assert problems[0][:2] == ("record-row-shape", 3)


def test_of_one_kind_no_more_are_kept_than_anybody_reads(tmp_path: Path) -> None:
    opened = sheet(tmp_path, b"a,b\n" + b"1\n" * (MOST + 7))
    list(opened.rows())
    problems = opened.notes.problems()
    assert len(problems) == MOST + 1
    assert problems[-1].message == "7 more of this kind"


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "empty-file"),
        (b"\n", "empty-file"),
        ("a,b\n1,2\n".encode("utf-16"), "record-encoding"),
        (b"PK\x03\x04rest of a workbook", "record-encoding"),
        (gzip.compress(b"a,b\n1,2\n", mtime=0)[:12], "unreadable-file"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, data: bytes, slug: str) -> None:
    with pytest.raises(InputError) as refused:
        sheet(tmp_path, data)
    assert refused.value.problems[0].slug == slug


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, slug in ((tmp_path / "none.csv", "missing-file"), (tmp_path, "unreadable-file")):
        with pytest.raises(InputError) as refused:
            open_sheet(path)
        assert refused.value.problems[0].slug == slug
