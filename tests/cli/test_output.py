"""What leaves the program: JSON, text fit for a terminal, problems with a caret, and whole files."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.cli.output import (
    TOLD,
    check_ending,
    check_free,
    check_ours,
    clean,
    console,
    emit,
    errors_json,
    few,
    show_problems,
    tell,
    write_again,
    write_whole,
)
from lifecycle.errors import InputError, Place, Problem
from tests.conftest import Command

ALEPPO = Path(__file__).parents[2] / "scenarios" / "aleppo-2016"


def test_json_is_utf8_whatever_the_locale_says(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    emit({"name": "C\u00f4te d\u2019Ivoire \u2192"})
    assert json.loads(raw.getvalue().decode("utf-8")) == {"format": 1, "name": "C\u00f4te d\u2019Ivoire \u2192"}


def test_json_survives_a_stream_without_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.StringIO()
    monkeypatch.setattr(sys, "stdout", text)
    emit({"a": "\ud800"})
    assert json.loads(text.getvalue()) == {"format": 1, "a": "?"}


@given(st.text())
def test_no_control_code_and_no_turn_of_direction_reaches_a_terminal(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    assert not any(ord(c) < 32 and c not in "\n\t" for c in shown)
    assert not set(shown) & set("\x7f\x9b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def test_the_cleaning_leaves_words_alone() -> None:
    assert clean("\u201cfa\u00e7ade\u201d \u4e2d\u6587\n") == "\u201cfa\u00e7ade\u201d \u4e2d\u6587\n"


def test_without_a_terminal_a_page_has_80_columns_and_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw := io.BytesIO(), encoding="ascii"))
    out = console()
    out.print("\u2192 [bold]x[/bold]", style="bold red")
    sys.stdout.flush()
    assert out.width == 80
    assert raw.getvalue() == b"? [bold]x[/bold]\n"


def test_a_problem_is_shown_with_its_line_and_a_caret(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem("unknown-member", "unknown member 'Rusia'", Place("a.yaml", 9, 15), ("Russian Federation",),
                      "  french: {no: [Rusia, Venezuela]}", 5)  # fmt: skip
    moved = Problem(problem.slug, problem.message, Place("a.yaml", 9, 17), problem.nearest, problem.source, 5)
    show_problems([moved])
    assert capsys.readouterr().err == (
        "a.yaml:9:17: unknown member 'Rusia'\n"
        "  9 |   french: {no: [Rusia, Venezuela]}\n"
        "    |                 ^^^^^ did you mean 'Russian Federation'?\n"
        "1 error. `lifecycle explain unknown-member` says more.\n"
    )


def test_a_problem_far_right_keeps_its_caret_under_the_culprit(capsys: pytest.CaptureFixture[str]) -> None:
    source = "x" * 300 + "CULPRIT" + "y" * 300
    show_problems([Problem("unknown-key", "no", Place("a.yaml", 1, 301), (), source, 7)] * 2)
    first, line, caret, *_, last = capsys.readouterr().err.splitlines()
    assert first == "a.yaml:1:301: no"
    assert len(line) <= 80
    assert line[caret.index("^") :][:7] == "CULPRIT"
    assert caret.count("^") == 7
    assert last.startswith("2 errors.")


def test_a_problem_without_a_place_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    show_problems([Problem("bad-call", "two\x1b[2Jlines\nhere")])
    assert capsys.readouterr().err.splitlines()[0] == "two\ufffd[2Jlines here"


def test_a_problem_as_json_has_its_six_fields() -> None:
    problem = Problem("bad-date", "not a date", Place("a.yaml", 3, 4), ("x",))
    (written,) = errors_json([problem])["errors"]
    assert written == {
        "slug": "bad-date",
        "file": "a.yaml",
        "line": 3,
        "column": 4,
        "message": "not a date",
        "nearest": ["x"],
    }


def test_a_document_without_problems_has_no_errors() -> None:
    assert errors_json([]) == {}


def test_a_file_is_written_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "out.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_whole(path, "neu: \u00e9\n")
    assert path.read_bytes() == "neu: \u00e9\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["out.yaml"]


def test_a_lone_surrogate_costs_no_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", "caf\udce9 \u00e9\n")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "caf? \u00e9\n"


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("where", ["no-such-folder/a", "."])
def test_what_cannot_be_written_is_refused_and_leaves_nothing(tmp_path: Path, where: str) -> None:
    with pytest.raises(InputError) as caught:
        write_whole(tmp_path / where, "text")
    assert [problem.slug for problem in caught.value.problems] == ["cannot-write"]
    assert list(tmp_path.iterdir()) == []


def test_a_failure_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out"
    path.write_text("old", encoding="utf-8")

    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(InputError, match="no space left"):
        write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_what_can_be_written_again_goes_over_what_begins_like_it_and_over_nothing_else(tmp_path: Path) -> None:
    text = "/* a model of a council */ one { two }"
    empty, again, work = (tmp_path / name for name in ("b.yaml", "model", "thesis.html"))
    empty.touch()
    again.write_text("/* a model of a council */ one { three }")
    work.write_text("years of work")
    for path in (empty, again, tmp_path / "new.yaml"):
        write_again(path, text)
        assert path.read_text() == text
    with pytest.raises(InputError) as refused:
        write_again(work, text)
    assert refused.value.problems[0].slug == "file-exists"
    assert work.read_text() == "years of work"


def test_a_file_that_cannot_be_looked_into_is_somebodys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.svg"
    path.write_text("x", encoding="utf-8")

    def locked(self: Path, mode: str) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(InputError, match=r"locked\.svg: is there already and cannot be looked into: permission denied"):
        check_ours(path, lambda head: True)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (("page", ALEPPO, "-o"), "thesis.html"),
        (("export", "promela", "-o"), "thesis.pml"),
        (("export", "mermaid", "-o"), "thesis.mmd"),
        (("schema", "scenario", "-o"), "thesis.json"),
        (("exercise", "write", "gift", "-o"), "thesis.txt"),
        (("replay", ALEPPO, "--svg"), "thesis.svg"),
    ],
    ids=lambda call: " ".join(map(str, call[:2])) if isinstance(call, tuple) else call,
)
def test_no_command_writes_over_somebodys_work(
    call: tuple[str | Path, ...], name: str, lifecycle: Command, tmp_path: Path
) -> None:
    work = tmp_path / name
    work.write_text("years of work")
    said = lifecycle(*call, work)
    assert said.code == 2
    assert f"{name}: is there already and does not begin as what is written here" in said.err
    assert work.read_text() == "years of work"


def test_of_many_remarks_and_names_the_first_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell([f"{n}\x1b" for n in range(TOLD)])
    assert capsys.readouterr().err.splitlines() == [f"{n}\ufffd" for n in range(TOLD)]
    tell(["remark"] * (TOLD + 1001))
    assert capsys.readouterr().err.splitlines()[TOLD:] == ["1,001 more of the kind"]
    assert [few("abc"), few("abcde")] == ["a, b, c", "a, b, c and 2 more"]


def test_what_is_there_may_go_only_if_it_is_said(tmp_path: Path) -> None:
    check_free(tmp_path / "new.yaml", force=False)
    check_free(tmp_path, force=True)
    with pytest.raises(InputError, match="is there already; --force overwrites it"):
        check_free(tmp_path, force=False)


def test_an_ending_is_right_in_capitals_too_and_none_promises_nothing() -> None:
    for name in ("a.HTML", "a.htm", "a", ".hidden"):
        check_ending(Path(name), "a page is written", ".html", ".htm")
    with pytest.raises(InputError, match=r"a\.pdf: a page is written to a file that ends in \.html or \.htm"):
        check_ending(Path("a.pdf"), "a page is written", ".html", ".htm")
    with pytest.raises(InputError, match=r"-: a page is written to a file, and '-' names none$"):
        check_ending(Path("-"), "a page is written", ".html")
    with pytest.raises(InputError, match=r"ends in \.csv$"):
        check_ending(Path("a.pdf"), "scores are written", ".csv")
