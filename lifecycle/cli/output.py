"""How anything leaves this program: one JSON document, text on a terminal, diagnostics, a file.

Knows that standard output carries the result alone, that text from outside reaches a terminal as text and never as
markup or control codes, and that a file is written whole or not at all. Refuses to know what is said.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from lifecycle.errors import Place, Problem, hint_of, refuse, sentence
from lifecycle.folders import why_unwritable

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 80
"""The columns of a page where standard output is no terminal."""

HEIGHT = 25
"""The lines of such a page; nothing that is printed depends on them."""


def emit(document: Mapping[str, Any]) -> None:
    """Write `document` to standard output as JSON in UTF-8, `format` first, whatever the locale says."""
    text = json.dumps({"format": 1, **document}, ensure_ascii=False, indent=1)
    _write(text + "\n")


def _write(text: str) -> None:
    """Text as UTF-8 bytes; a lone surrogate, which no encoding has, becomes a question mark."""
    data = text.encode("utf-8", "replace")
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    sys.stdout.flush()
    stream.write(data)
    stream.flush()


def forgiving(stream: TextIO) -> TextIO:
    """The stream, from now on with marks in place of what its encoding lacks, if it can be told so."""
    with suppress(AttributeError, OSError, ValueError):
        stream.reconfigure(errors="replace")  # type: ignore[attr-defined]
    return stream


def console(*, errors: bool = False) -> Console:
    """Where text for people goes: the terminal as wide as it is, anything else 80 columns; colour on a terminal only.

    `NO_COLOR` is obeyed. What the stream's encoding lacks is replaced, never an error.
    """
    from rich.console import Console

    stream = forgiving(sys.stderr if errors else sys.stdout)
    # Where either is unknown the library asks the system for both at every turn.
    width, height = (None, None) if stream.isatty() else (WIDTH, HEIGHT)

    class Page(Console):
        def on_broken_pipe(self) -> None:
            """Leave it to the door, which ends quietly; the library would end the process with a failure."""
            raise BrokenPipeError

    return Page(file=stream, width=width, height=height, markup=False, highlight=False, emoji=False, soft_wrap=False)


_KEPT = "\n\t"


def clean(text: str) -> str:
    r"""`text` fit for a terminal: control codes and marks that turn the direction of writing are replaced.

    >>> ascii(clean("a\x1b[31mb\u202ec"))
    "'a\\ufffd[31mb\\ufffdc'"
    """
    if text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} and c not in _KEPT else c for c in text)


def show_problems(problems: Iterable[Problem]) -> None:
    """Every problem on standard error: the place, what is wrong, the line with a caret, and where to read more."""
    problems = tuple(problems)
    lines = [line for problem in problems for line in _problem_lines(problem)]
    count = "1 error" if len(problems) == 1 else f"{len(problems)} errors"
    slugs = list(dict.fromkeys(problem.slug for problem in problems))
    lines.append(f"{count}. `lifecycle explain {slugs[0]}` says more.")
    forgiving(sys.stderr).write("\n".join(lines) + "\n")


def _problem_lines(problem: Problem) -> list[str]:
    place, hint = problem.place, hint_of(problem)
    if problem.source is None or place.line is None or place.column is None:
        return [clean(sentence(problem)).replace("\n", " ")]
    before = place.column - 1
    first = max(0, before - 50)
    number, margin = str(place.line), " " * len(str(place.line))
    shown = clean(problem.source[first : first + 68]).replace("\t", " ")
    carets = "^" * max(1, min(problem.width, len(shown) - (before - first)))
    return [
        clean(f"{place}: {problem.message}").replace("\n", " "),
        f"  {number} | {shown}",
        f"  {margin} | {' ' * (before - first)}{carets} {clean(hint)}".rstrip(),
    ]


TOLD = 10
"""How many remarks of one kind are told; an archive may give thousands."""

NAMED = 3
"""How many names stand in one remark."""


def tell(remarks: Sequence[str]) -> None:
    """Say on standard error what is no error, but what whoever made the call should know; of many, the first."""
    more = len(remarks) - TOLD
    for remark in (*remarks[:TOLD], *((f"{more:,} more of the kind",) if more > 0 else ())):
        typer.echo(clean(remark), err=True)


def few(names: Sequence[str]) -> str:
    """The first of the names, and how many there are beside."""
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED:,} more" if len(names) > NAMED else "")


def errors_json(problems: Iterable[Problem]) -> dict[str, Any]:
    """The part of a document that tells what was wrong; without problems there is none."""
    errors = [_problem_json(problem) for problem in problems]
    return {"errors": errors} if errors else {}


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "slug": problem.slug,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "nearest": list(problem.nearest),
    }


def write_whole(path: Path, text: str | bytes) -> None:
    """Put `text`, as UTF-8, or bytes at `path`, whole or not at all: an old file stays until the new one is complete.

    A lone surrogate, which no encoding has, becomes a question mark. What is no file (a terminal, a pipe) is written to
    and stays what it is. Raises InputError (`cannot-write`) if the folder is missing, is not writable, or the path is
    a folder.
    """
    target = path.resolve() if path.is_symlink() else path
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    try:
        if target.is_dir():
            raise IsADirectoryError(21, "is a folder")
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.write(data)
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, (target.stat().st_mode & 0o777) if target.exists() else 0o666 & ~_umask())
            os.replace(name, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        reason = why_unwritable(error, target)
        raise refuse("cannot-write", f"cannot be written: {reason}", Place(path.as_posix())) from error


def check_ending(path: Path, what: str, *endings: str) -> None:
    """Raise InputError (`output-format`) if the name of a file for `what` ends in what another kind of file does.

    A name without an ending promises nothing, and is taken; a hyphen means standard output elsewhere, and is not.
    """
    if path.name == "-":
        raise refuse("output-format", f"{what} to a file, and '-' names none", Place("-"))
    if path.suffix and path.suffix.lower() not in endings:
        raise refuse("output-format", f"{what} to a file that ends in {' or '.join(endings)}", Place(path.as_posix()))


def check_free(path: Path, *, force: bool) -> None:
    """Raise InputError (`file-exists`) if something stands at `path`, unless --force says that it may go."""
    if path.exists() and not force:
        raise refuse("file-exists", "is there already; --force overwrites it", Place(path.as_posix()))


_ALIKE = 24
"""So many bytes at the start of a file tell one that this program wrote from another."""

_HEAD = 4096
"""So many bytes at the start of a file are looked at for what tells whose it is."""


def write_again(path: Path, text: str) -> None:
    """Write what can be written again at any time, as `write_whole`, over what is taken for the work of an earlier run.

    That is an empty file and one that begins as `text` does. Raises InputError (`file-exists`) for any other, which is
    somebody's own.
    """
    opening = text.encode("utf-8", "replace")[:_ALIKE]
    check_ours(path, lambda head: head[:_ALIKE] == opening)
    write_whole(path, text)


def check_ours(path: Path, ours: Callable[[bytes], bool]) -> None:
    """Raise InputError (`file-exists`) if a file at `path` is neither empty nor, by its first bytes, `ours`."""
    if not path.is_file():
        return
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        message = f"is there already and cannot be looked into: {why_unwritable(error, path)}"
        raise refuse("file-exists", message, Place(path.as_posix())) from error
    if head and not ours(head):
        message = "is there already and does not begin as what is written here; give another name, or remove it"
        raise refuse("file-exists", message, Place(path.as_posix()))


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
