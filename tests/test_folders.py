"""A folder is listed whole or not at all.

Knows folders made here. Refuses to know what the files in them are for.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.folders import inside_of, why_unwritable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, another file and a folder that looks like a text; below it a third text and an empty folder."""
    (tmp_path / "locked").mkdir()
    (tmp_path / "inner.txt").mkdir()
    for name in ("b.txt", "a.txt", "a.md", "inner.txt/c.txt"):
        (tmp_path / name).write_text("text", encoding="utf-8")
    return tmp_path


def test_files_by_name_and_those_below_if_asked(folder: Path) -> None:
    assert inside_of(folder, "*.txt") == [folder / "a.txt", folder / "b.txt"]
    assert inside_of(folder, "*.txt", recursive=True) == [folder / n for n in ("a.txt", "b.txt", "inner.txt/c.txt")]


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of this name may not be read."""

    def scandir(path: Path, known: Callable[[Path], object] = os.scandir) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return known(path)

    monkeypatch.setattr(os, "scandir", scandir)


@pytest.mark.usefixtures("locked")
def test_a_folder_that_may_not_be_read_is_an_error_wherever_it_stands(folder: Path) -> None:
    for listed, recursive in ((folder / "locked", False), (folder, True)):
        with pytest.raises(InputError, match="cannot be read: permission denied") as caught:
            inside_of(listed, "*.txt", recursive=recursive)
        assert caught.value.problems[0].slug == "unreadable-file"
        assert str(caught.value.problems[0].place.file).endswith("/locked")
    assert len(inside_of(folder, "*.txt")) == 2, "nobody asked for the folders below"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.yaml"
    missing = FileNotFoundError(2, "No such file or directory")
    assert why_unwritable(missing, path) == f"there is no folder {path.parent.as_posix()!r}"
    assert why_unwritable(missing, tmp_path / "a.yaml") == "no such file or directory"
    assert why_unwritable(PermissionError(13, "Permission denied"), path) == "permission denied"
