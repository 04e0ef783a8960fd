"""Which files stand in a folder, and why none can be put there.

Knows how a folder is listed, and that one that may not be read is an error, never an empty one. Refuses to know what
the files are for; who asks gives the pattern of their names.
"""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NoReturn

from lifecycle.errors import Place, refuse


def inside_of(folder: Path, pattern: str, *, recursive: bool = False) -> list[Path]:
    """The files in `folder` whose names fit `pattern`, capitals or not, in order; `recursive`: of those below it too.

    Raises InputError for a folder among these that cannot be read.
    """
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=_refused):
        found.extend(
            file for name in names if fnmatchcase(name.lower(), pattern) and (file := Path(place, name)).is_file()
        )
        if not recursive:
            folders.clear()
    return sorted(found)


def _refused(error: OSError) -> NoReturn:
    reason = (error.strerror or "unreadable").lower()
    raise refuse("unreadable-file", f"cannot be read: {reason}", Place(Path(error.filename).as_posix())) from error


def why_unwritable(error: OSError, path: Path) -> str:
    """Why nothing can be written at `path`, in words."""
    if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        return f"there is no folder {path.parent.as_posix()!r}"
    return (error.strerror or "unwritable").lower()
