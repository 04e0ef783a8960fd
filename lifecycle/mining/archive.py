"""Many articles: each read alone, on as many processes as wanted, in an order that does not depend on them.

Knows how files are found, read in bounded portions, and noted one a line so that an interrupted run can go on. Memory
holds what mentions need, never a text. Refuses to join findings; `miner.joined` does.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from lifecycle.errors import InputError, Place, Problem, refuse
from lifecycle.folders import inside_of, why_unwritable
from lifecycle.press.article import GIVEN, day_given, published_on, read_article
from lifecycle.reading.findings import Findings, findings_from, findings_of

PORTION = 32
"""Articles that a process reads before it answers."""

AHEAD = 4
"""Portions in the air for each process: enough to keep it busy, few enough to keep memory flat."""

ROOMS = ("press", "patterns", "wording", "days", "dating", "reading", "mining")
"""The folders of this package whose rules and words decide what an article yields."""

Outcome = Findings | tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article file: where it is, what messages and evidence call it, and its day if the reader gives one."""

    path: Path
    name: str
    published: date | None = None


@dataclass(slots=True)
class Harvest:
    """What a run over many articles has brought in, in the order of the files: findings, and what could not be read."""

    findings: list[Findings] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Take what one article yielded."""
        if isinstance(outcome, Findings):
            self.findings.append(outcome)
        else:
            self.problems.extend(outcome)


def sources_in(paths: Iterable[Path], *, recursive: bool = False) -> list[Source]:
    """The article files meant by `paths`: files as given, of folders the `*.txt` by name, none twice.

    Raises InputError for a folder without any.
    """
    found: dict[str, Source] = {}
    for path in paths:
        files = [path]
        if path.is_dir():
            files = inside_of(path, "*.txt", recursive=recursive)
            if not files:
                below = not recursive and next(path.glob("*/*.txt"), None)
                more = "; those in the folders below it are read with --recursive" if below else ""
                raise refuse("no-articles", f"no *.txt file in this folder{more}", Place(path.as_posix()))
        for file in files:
            found.setdefault(file.as_posix(), Source(file, file.as_posix()))
    return list(found.values())


WRITTEN = frozenset((".md", ".text", ".htm", ".html", ".rtf", ".doc", ".docx", ".odt", ".pdf"))
"""Endings of files beside the articles of a folder that somebody may have meant to be read as well."""


def passed_over(folder: Path, *, recursive: bool = False) -> tuple[list[str], list[str]]:
    """Names of the files of a folder that may be articles but are no `*.txt`, and of folders in it left unread.

    A README tells of the articles and is none.
    """
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    written = (each for each in inside if each.suffix.lower() in WRITTEN and each.is_file())
    files = [each.name for each in written if each.stem.upper() != "README"]
    below = [] if recursive else [each.name for each in inside if each.is_dir() and next(each.glob("*.txt"), None)]
    return files, below


def dated(sources: Iterable[Source], days: Mapping[str, date]) -> list[Source]:
    """The sources with the days of publication that `days` has for them, by name or bare name."""
    return [replace(source, published=day_given(source.name, days)) for source in sources]


def read_portion(sources: Sequence[Source]) -> list[Outcome]:
    """Read and search some articles one after the other; for each its findings, or what is wrong with it."""
    outcomes: list[Outcome] = []
    for source in sources:
        try:
            article = published_on(read_article(source.path, source.name), source.published)
            outcomes.append((article.unread,) if article.unread else findings_of(article))
        except InputError as error:
            outcomes.append(error.problems)
    return outcomes


def outcomes_of(sources: Sequence[Source], executor: Executor | None = None, workers: int = 1) -> Iterator[Outcome]:
    """What each article yields, in the order of `sources`, read here or on `executor`, a few portions at a time."""
    portions = (sources[first : first + PORTION] for first in range(0, len(sources), PORTION))
    if executor is None:
        for portion in portions:
            for source in portion:
                yield from read_portion([source])
        return
    flying: deque[Future[list[Outcome]]] = deque()
    for portion in portions:
        flying.append(executor.submit(read_portion, portion))
        if len(flying) >= AHEAD * workers:
            yield from flying.popleft().result()
    while flying:
        yield from flying.popleft().result()


_NOTE = b'{"size": '
"""How a note begins; it is a line of JSON."""


class Notebook:
    """A file beside the output that holds the findings of every article read so far, one a line.

    A line that was cut off when a run was interrupted counts for nothing, nor does one whose article has another size
    by now, was given another day, or was read by another edition of the miner. Articles that could not be read are not
    noted; the next run tries them again.
    `output` is what messages call the file: the one beside it, which is the one that somebody asked for.
    `forgotten` names the articles whose notes were dropped because they are not wanted any more.
    """

    def __init__(self, path: Path, output: str | None = None) -> None:
        self.path = path
        self.output = output or path.as_posix()
        self.forgotten: list[str] = []
        self._file: TextIO | None = None

    def resume(self, sources: Sequence[Source]) -> dict[str, Findings]:
        """The findings noted for `sources`, by name; notes on others are forgotten, and the file is opened to go on."""
        wanted = {source.name: source for source in sources}
        done: dict[str, Findings] = {}
        self._refuse_strangers()
        if self.path.is_file():
            with self.path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
                for line in lines:
                    name, findings = _noted(line, wanted)
                    if findings:
                        done[name] = findings
                    elif name and name not in wanted:
                        self.forgotten.append(name)
        self.start()
        for name, findings in done.items():
            self.note(wanted[name], findings)
        return done

    def start(self) -> None:
        """Open the file anew. Raises InputError if it cannot be written, or holds what is no note of a run."""
        self._refuse_strangers()
        try:
            self._file = self.path.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise self._unwritable(error) from error

    @property
    def begun(self) -> bool:
        """Whether an interrupted run has left notes."""
        return self.path.is_file() and self.path.stat().st_size > 0

    def _refuse_strangers(self) -> None:
        """Raise InputError if the file is somebody else's: it has this name, and no note in it."""
        if not self.begun:
            return
        with suppress(OSError), self.path.open("rb") as stream:
            if stream.read(len(_NOTE)) == _NOTE:
                return
        message = "is there already and holds no notes of an interrupted run; rename it, or remove it"
        raise refuse("file-exists", message, Place(self.path.as_posix()))

    def _unwritable(self, error: OSError) -> InputError:
        reason = why_unwritable(error, self.path)
        return refuse("cannot-write", f"cannot be written: {reason}", Place(self.output))

    def note(self, source: Source, findings: Findings) -> None:
        """Write the findings of one article, at once and whole. Raises InputError if that cannot be done."""
        if self._file:
            # ASCII, with escapes for the rest: any name and any quote can be written, and comes back as it was.
            line = json.dumps({"size": _size(source.path), "book": edition(), **findings.to_json()}) + "\n"
            try:
                self._file.write(line)
                self._file.flush()
            except OSError as error:
                raise self._unwritable(error) from error

    def close(self, *, done: bool) -> None:
        """Close the file; once the run is `done`, nobody needs it."""
        if self._file:
            with suppress(OSError):  # what could not be written has been complained of
                self._file.close()
        if done:
            self.path.unlink(missing_ok=True)


@cache
def edition() -> str:
    """What tells this miner from one with other rules: SHA-256 of the files of its `ROOMS`, in hexadecimals."""
    rooms = (Path(__file__).parents[1] / room for room in ROOMS)
    files = [each for room in rooms for each in sorted(room.iterdir()) if each.suffix in {".py", ".yaml"}]
    return sha256(b"".join(each.read_bytes() for each in files)).hexdigest()


def _noted(line: str, wanted: dict[str, Source]) -> tuple[str, Findings | None]:
    """The article that a note is on, if it is one, and its findings, if they count."""
    name = ""
    try:
        data = json.loads(line) if line.endswith("\n") else {}
        size, book, name = data["size"], data["book"], data["file"]
        source = wanted.get(name)
        if source and size == _size(source.path) and book == edition():
            findings = findings_from(data)
            day = findings.published.best if findings.published.basis == GIVEN else None
            return name, findings if day == source.published else None
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    return name, None


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def harvest(
    sources: Sequence[Source],
    executor: Executor | None = None,
    workers: int = 1,
    notebook: Notebook | None = None,
    done: dict[str, Findings] | None = None,
    tick: Callable[[], None] = lambda: None,
) -> Harvest:
    """Read every article that is not `done` yet and put all findings in the order of `sources`.

    `tick` is called once for each article read.
    """
    known = dict(done or {})
    left = [source for source in sources if source.name not in known]
    problems: dict[str, tuple[Problem, ...]] = {}
    for source, outcome in zip(left, outcomes_of(left, executor, workers), strict=True):
        if isinstance(outcome, Findings):
            known[source.name] = outcome
            if notebook:
                notebook.note(source, outcome)
        else:
            problems[source.name] = outcome
        tick()
    gathered = Harvest()
    for source in sources:
        gathered.add(known[source.name] if source.name in known else problems[source.name])
    return gathered
