"""A class at once: a folder of answer sheets, one row a student, and which misconceptions stand behind the rest.

Knows which files of a folder are answer sheets, and that one bad file spoils no other. Refuses to follow a link out of
the folder.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lifecycle.errors import Place, refuse
from lifecycle.teaching.grader import Result, grade_file


def grade_folder(folder: Path) -> list[Result]:
    """Every `*.yaml` and `*.yml` of the folder, by name. Raises InputError if it is none, or holds none."""
    if not folder.is_dir():
        raise refuse("missing-file", "is no folder of answer sheets", Place(folder.as_posix()))
    root = folder.resolve()
    files = sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})
    if not files:
        raise refuse("no-answer-sheet", "no .yaml file stands in this folder", Place(folder.as_posix()))
    return [_graded(path, root) for path in files]


def _graded(path: Path, root: Path) -> Result:
    if path.is_symlink() and root not in path.resolve().parents:
        return Result(path.as_posix(), "", "", 0, problem="a link that leads out of the folder is not followed")
    return grade_file(path, path.as_posix())


def as_csv(results: Sequence[Result]) -> str:
    """One row a file: score, the codes that fit, those behind single answers, the first evidence.

    A cell never starts as a formula would.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("file", "exercise", "student", "score", "codes", "by_question", "evidence"))
    for result in results:
        row = (Path(result.file).name, result.exercise, result.student, str(result.score), " ".join(result.codes))
        single = " ".join(f"{part.part.id}:{part.code}" for part in result.parts if part.code)
        writer.writerow(map(_cell, (*row, single, result.problem or result.evidence)))
    return out.getvalue()


def _cell(text: str) -> str:
    """Text a spreadsheet shows and does not run."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in {"=", "+", "-", "@"} else flat


def histogram(results: Sequence[Result]) -> list[tuple[str, int]]:
    """How many sheets each code fits, with all that was answered there; the most frequent first, then by code."""
    return _ranked(Counter(code for result in results for code in result.codes))


def by_question(results: Sequence[Result]) -> list[tuple[str, int]]:
    """On how many sheets that no one code fits each is behind single answers, ranked alike.

    That is apart from the whole sheets: a slip may give such an answer as well, and only all the answers together show
    that a misconception stands behind them. Yet who holds two at once is seen here alone.
    """
    return _ranked(Counter(code for result in results for code in {part.code for part in result.parts if part.code}))


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
