"""The file of events that `lifecycle mine -o` writes, and where the notes of a run lie beside it.

Knows which names such a file can have, which file that is there may be written over, and what stands in it. Refuses to
know how a run goes, and to say anything of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from lifecycle.cli.output import write_whole
from lifecycle.errors import Place, Problem, refuse
from lifecycle.mining.mined import LINES, Mined

OPENING = "# Mined from press articles; a scenario reads it under `events:`."
LINE_OPENING = '{"file": '
"""How every file of events begins that is written here, YAML or JSON Lines: the articles stand first in it."""


def writable(output: Path) -> Path:
    """The output, if events can be written there. Raises InputError if not."""
    if output.name == "-":
        raise refuse("output-format", "events are written to a file; leave -o out, or take --json", Place("-"))
    if output.suffix.lower() not in {"", ".yaml", ".yml", *LINES}:
        raise refuse("output-format", "events are written to a .yaml or a .jsonl file", Place(output.as_posix()))
    if output.is_dir():
        raise refuse("cannot-write", "cannot be written: is a folder", Place(output.as_posix()))
    if output.is_file() and not ours(output):
        message = "is there already and holds nothing that `lifecycle mine` wrote; give another name, or remove it"
        raise refuse("file-exists", message, Place(output.as_posix()))
    return output


def ours(output: Path) -> bool:
    """Whether the file is empty or begins as those that `written` fills; others are somebody's work."""
    openings = (OPENING.encode(), LINE_OPENING.encode())
    with suppress(OSError), output.open("rb") as stream:
        start = stream.read(len(OPENING))
        return not start or start.startswith(openings)
    return False


def notes_beside(output: Path) -> Path:
    """Where a run with -o keeps what it has read so far."""
    return output.with_name(output.name + ".part")


def keep(mined: Mined, output: Path, problems: Sequence[Problem]) -> bool:
    """Write what was found to `output`, and remove the notes beside it; whether it was written.

    Where no article could be read the file stays as it was: a misspelt name must not empty one that was good.
    """
    read = bool(mined.articles) or not problems
    if read:
        write_whole(output, written(mined, lines=output.suffix.lower() in LINES))
    notes_beside(output).unlink(missing_ok=True)
    return read


def summary(mined: Mined) -> str:
    """What was found, in numbers."""
    counts = (
        (len(mined.articles), "article", "articles"),
        (len(mined.stories), "story", "stories"),
        (len(mined.mentions), "mention", "mentions"),
        (len(mined.events), "event", "events"),
        (len(mined.conflicts), "conflict", "conflicts"),
    )
    return ", ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in counts)


def written(mined: Mined, *, lines: bool) -> str:
    """The document as a file: JSON Lines, an entry a line, or YAML."""
    document = mined.to_json()
    if lines:
        entries = (entry for value in document.values() if isinstance(value, list) for entry in value)
        return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(document, Dumper=dumper, allow_unicode=True, sort_keys=False, width=110)
    return f"{OPENING}\n{text}"
