"""Which files a path means.

Knows that a folder stands for the scenarios or the articles in it, by name, and how a path is written in documents and
messages. Refuses to know what a file says beyond whether it looks like a scenario.
"""

from __future__ import annotations

from collections.abc import Iterable
from os.path import normpath
from pathlib import Path

from lifecycle.errors import InputError, Place, Problem, refuse
from lifecycle.folders import inside_of
from lifecycle.scenario.scenario import ArticleFile


def shown(path: Path | str) -> str:
    """A path as documents and messages write it: as given, with forward slashes."""
    return Path(path).as_posix()


def beside(file: Path, name: str) -> ArticleFile:
    """The file called `name`, relative to the folder of `file`."""
    path = file.parent / name
    return ArticleFile(path, shown(normpath(path)))


def scenario_files(paths: Iterable[Path | str], *, recursive: bool = False) -> list[Path]:
    """The scenario files meant by `paths`: files as given, and of folders the files that look like scenarios, by name.

    A scenario has a top-level `title:` and `drafts:` or `extends:`. Raises InputError for a folder that cannot be read
    and for one that holds no scenario; a file that does not exist is the loader's to refuse.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        if not path.is_dir():
            found.append(path)
            continue
        inside = [file for file in inside_of(path, "*.yaml", recursive=recursive) if looks_like_scenario(file)]
        if not inside:
            deeper = not recursive and any(map(looks_like_scenario, inside_of(path, "*.yaml", recursive=True)))
            message = (
                "no scenario in this folder; --recursive looks into the folders in it"
                if deeper
                else "no file in this folder is a scenario (`title:`, and `drafts:` or `extends:`)"
            )
            raise refuse("no-scenarios", message, Place(shown(path)))
        found.extend(inside)
    return found


def readable_files(paths: Iterable[Path | str], *, recursive: bool = False) -> tuple[list[Path], list[Problem]]:
    """The scenario files meant by `paths`, and the problems of the folders that stand for none."""
    found: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found.extend(scenario_files([path], recursive=recursive))
        except InputError as error:
            problems.extend(error.problems)
    return found, problems


def looks_like_scenario(path: Path) -> bool:
    """Whether the file has the top-level keys of a scenario; one that cannot be read is left to the loader."""
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            starts = {line.split(":")[0] for line in file if ":" in line}
    except OSError:
        return True  # the loader says what is wrong with it
    return "title" in starts and bool(starts & {"drafts", "extends"})
