"""Folders stand for what is in them, by name; what cannot be read is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.errors import InputError
from lifecycle.scenario.files import beside, scenario_files, shown


def put(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_means_the_scenarios_in_it_by_name(tmp_path: Path) -> None:
    second = put(tmp_path / "b.yaml", "title: x\ndrafts: {}\n")
    first = put(tmp_path / "a.yaml", "# a comment\nextends: b.yaml\ntitle: x\n")
    put(tmp_path / "mined.yaml", "format: 1\ndrafts: []\n")
    put(tmp_path / "inner.yaml", "a:\n  title: x\n  drafts: {}\n")
    put(tmp_path / "note.txt", "title: x\ndrafts: {}\n")
    below = put(tmp_path / "more" / "c.yaml", "title: x\ndrafts: {}\n")
    assert scenario_files([tmp_path]) == [first, second]
    assert scenario_files([tmp_path], recursive=True) == [first, second, below]
    assert scenario_files([second, tmp_path / "mined.yaml"]) == [second, tmp_path / "mined.yaml"]


def test_a_file_that_cannot_be_read_is_kept_for_the_loader_to_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = put(tmp_path / "locked.yaml", "anything")

    def no(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", no)
    assert scenario_files([tmp_path]) == [locked]


def test_a_folder_without_scenarios_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        scenario_files([tmp_path])
    assert [problem.slug for problem in caught.value.problems] == ["no-scenarios"]


def test_a_path_is_shown_as_given_and_followed_from_the_file() -> None:
    assert shown(Path("a") / "b.yaml") == "a/b.yaml"
    found = beside(Path("cases/x/a.yaml"), "../../seeds")
    assert (found.path, found.name) == (Path("cases/x/../../seeds"), "seeds")
    assert beside(Path("a.yaml"), "b.txt").name == "b.txt"
