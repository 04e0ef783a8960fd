"""YAML as text that knows its file, line and column.

Knows how to read a YAML file into texts, lists and tables, each with its place; nothing is coerced, so `no` stays a
word and `10:30` stays five characters. A key written twice, a tag, a second document, deep nesting and anchors that
explode are refused. Refuses to know what any key means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from lifecycle.decoding import decoded
from lifecycle.errors import InputError, Place, Problem, refuse

# libyaml's parser where it is there: the same events with the same lines and columns, ten times as fast.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_NODES = 200_000
"""How many texts, lists and tables a document may hold once its aliases are written out."""

DEEPEST = 50
"""How deep lists and tables may stand in each other."""

LARGEST = 20_000_000
"""The size in bytes above which a file is refused unread."""


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as it was written, without its quotes."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    values: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping from texts to nodes, in the order of the file."""

    entries: tuple[tuple[Text, Node], ...]
    place: Place


Node = Text | Items | Table
NodePath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text and its tree. `root` is None for a file that holds nothing.

    `problems` are the keys that stand twice, for a reader patient enough to look for what else is wrong.
    """

    file: str
    text: str
    root: Node | None
    problems: tuple[Problem, ...] = ()

    def plain(self) -> Any:
        """The tree as dicts, lists and strings; None for a file that holds nothing."""
        return None if self.root is None else plain(self.root)

    def problem(
        self, slug: str, message: str, path: Iterable[str | int], nearest: Iterable[str] = (), *, at_key: bool = False
    ) -> Problem:
        """A problem with the node at `path`, or with the last key of it; parts that name no node are passed over."""
        node = self._find(tuple(path), at_key=at_key)
        place = node.place if node else Place(self.file)
        line = self.line(place.line)
        return Problem(slug, message, place, tuple(nearest), line, _width(node, line))

    def line(self, number: int | None) -> str | None:
        """The text of line `number`, counted from 1."""
        lines = self.text.splitlines()
        return lines[number - 1] if number and number <= len(lines) else None

    def _find(self, path: NodePath, *, at_key: bool) -> Node | None:
        node = self.root
        found: Node | None = node
        for part in path:
            match node:
                case Table(entries=entries):
                    key, child = next(((k, v) for k, v in entries if k.value == part), (None, None))
                case Items(values=values) if isinstance(part, int) and part < len(values):
                    key, child = None, values[part]
                case _:
                    key, child = None, None
            if child is not None:
                node = child
                found = key if at_key and key else child
        return found


def _width(node: Node | None, line: str | None) -> int:
    """The characters a text takes up in its line, quotes included; 1 for anything else."""
    if not isinstance(node, Text):
        return 1
    first = (line or "")[(node.place.column or 1) - 1 :][:1]
    return max(len(node.value) + (2 if first in {"'", '"'} else 0), 1)


def plain(node: Node) -> Any:
    """The node as a dict, a list or a string."""
    match node:
        case Text(value=value):
            return value
        case Items(values=values):
            return [plain(value) for value in values]
        case Table(entries=entries):
            return {key.value: plain(value) for key, value in entries}


def read(path: Path, file: str, *, patient: bool = False) -> Document:
    """Read and parse the file at `path`, to be called `file` in messages. Raises InputError as `parse` does."""
    return parse(read_text(path, file), file, patient=patient)


def read_bytes(path: Path, file: str, largest: int, instead: str = "no file of this kind is as long") -> bytes:
    """What the file at `path` holds, if that is no more than `largest` bytes; `instead` says what was expected.

    Raises InputError for a file that is missing, unreadable or too large, and for a pipe or a device: those may never
    end, and some of them let nobody go who so much as opens them.
    """
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            what = "is a folder, no file" if S_ISDIR(status.st_mode) else "a pipe or a device, no file"
            raise refuse("unreadable-file", f"cannot be read: {what}", Place(file))
        data = b""
        if status.st_size <= largest:
            with path.open("rb") as stream:
                data = stream.read(largest + 1)
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        slug = "missing-file" if isinstance(error, FileNotFoundError) else "unreadable-file"
        raise refuse(slug, f"cannot be read: {reason}", Place(file)) from error
    if max(status.st_size, len(data)) > largest:
        raise refuse("file-too-large", f"more than {largest / 1_000_000:g} MB; {instead}", Place(file))
    return data


def read_text(path: Path, file: str, largest: int = LARGEST) -> str:
    """The text of the file at `path`. Raises InputError for one that `read_bytes` refuses or that is not UTF-8."""
    return decoded(read_bytes(path, file, largest), file).removeprefix("\ufeff")


def parse(text: str, file: str, *, patient: bool = False) -> Document:
    """Parse YAML `text`. Raises InputError for bad syntax and, all at once, for every key written twice.

    A `patient` reader finds those keys in the document, refuses it, and can tell at once what else is wrong. Tables
    under one key are joined there; of anything else the first stays.
    """
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise InputError((*_doubled(builder.twice, text), _syntax(error, Document(file, text, None)))) from error
    except InputError as error:
        unread = Document(file, text, None)
        found = [replace(each, source=unread.line(each.place.line)) for each in error.problems]
        raise InputError((*_doubled(builder.twice, text), *found)) from error
    doubled = tuple(_doubled(builder.twice, text))
    if doubled and not patient:
        raise InputError(doubled)
    return Document(file, text, builder.root, doubled)


def _doubled(keys: Iterable[Text], text: str) -> Iterator[Problem]:
    lines = text.splitlines()
    for key in sorted(keys, key=lambda key: (key.place.line or 0, key.place.column or 0)):
        message, line = f"the key {key.value!r} stands here twice", lines[(key.place.line or 1) - 1]
        yield Problem("duplicate-key", message, key.place, (), line, len(key.value))


def _syntax(error: yaml.YAMLError, document: Document) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    words = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    place = Place(document.file, mark.line + 1, mark.column + 1) if mark else Place(document.file)
    message = f"not valid YAML: {words}{_opened(error, place)}"
    return Problem("yaml-syntax", message, place, (), document.line(place.line))


def _opened(error: yaml.YAMLError, place: Place) -> str:
    """Where the bracket or quote was opened that the parser gave up in: not to close it is the usual mistake."""
    began = getattr(error, "context_mark", None)
    context = getattr(error, "context", None) or ""
    if began is None or began.line + 1 == place.line or not any(word in context for word in ("flow", "quoted")):
        return ""
    return f"; this is inside of what is opened in line {began.line + 1}, column {began.column + 1}"


@dataclass(slots=True)
class _Open:
    """A list or table that is still being read."""

    place: Place
    table: bool
    anchor: str | None
    nodes: list[Node] = field(default_factory=list)
    size: int = 1
    depth: int = 1


@dataclass(slots=True)
class _Builder:
    """Builds the tree from parser events, without recursion, so that no depth of nesting can exhaust the stack."""

    file: str
    root: Node | None = None
    documents: int = 0
    open: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int, int]] = field(default_factory=dict)
    twice: list[Text] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """One parser event more."""
        mark = event.start_mark
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag not in {None, "!"}:
            raise refuse("yaml-tag", f"the tag {event.tag!r} is not allowed; write plain text, lists and tables", place)
        match event:
            case DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise refuse("several-documents", "a second document starts here; one file holds one", place)
            case ScalarEvent():
                self._add(Text(event.value, place), event.anchor, 1, 0)
            case AliasEvent():
                self._alias(event.anchor or "", place)
            case SequenceStartEvent() | MappingStartEvent():
                if len(self.open) >= DEEPEST:
                    raise _too_deep(place)
                self.open.append(_Open(place, isinstance(event, MappingStartEvent), event.anchor))
            case SequenceEndEvent() | MappingEndEvent():
                self._close(self.open.pop())

    def _alias(self, anchor: str, place: Place) -> None:
        if anchor not in self.anchors:
            raise refuse("unknown-anchor", f"*{anchor} names no anchor that is complete by here", place)
        node, size, depth = self.anchors[anchor]
        if len(self.open) + depth > DEEPEST:
            raise _too_deep(place)
        self._add(node, None, size, depth, place)

    def _add(self, node: Node, anchor: str | None, size: int, depth: int, place: Place | None = None) -> None:
        if anchor:
            self.anchors[anchor] = (node, size, depth)
        if not self.open:
            self.root = node
            return
        self.open[-1].nodes.append(node)
        self.open[-1].size += size
        self.open[-1].depth = max(self.open[-1].depth, depth + 1)
        if self.open[-1].size > MOST_NODES:
            raise refuse(
                "exploding-anchors",
                f"more than {MOST_NODES:,} values once aliases are written out",
                place or node.place,
            )

    def _close(self, part: _Open) -> None:
        if not part.table:
            self._add(Items(tuple(part.nodes), part.place), part.anchor, part.size, part.depth)
            return
        entries = tuple(self._pairs(part))
        if len(entries) > len({key.value for key, _ in entries}):
            entries = _joined(entries)
        self._add(Table(entries, part.place), part.anchor, part.size, part.depth)

    def _pairs(self, part: _Open) -> Iterator[tuple[Text, Node]]:
        seen: set[str] = set()
        for key, value in zip(part.nodes[::2], part.nodes[1::2], strict=True):
            if not isinstance(key, Text):
                raise refuse("wrong-shape", "a key must be plain text, not a list or a table", key.place)
            if key.value in seen:
                self.twice.append(key)
            seen.add(key.value)
            yield key, value


def _too_deep(place: Place) -> InputError:
    return refuse("nested-too-deep", f"more than {DEEPEST} lists and tables in each other", place)


def _joined(entries: Iterable[tuple[Text, Node]]) -> tuple[tuple[Text, Node], ...]:
    """Each key once, where it first stands, with all that its tables hold, or else with what it held first."""
    by_key: dict[str, list[tuple[Text, Node]]] = {}
    for key, node in entries:
        by_key.setdefault(key.value, []).append((key, node))
    return tuple((same[0][0], _one_of([node for _, node in same])) for same in by_key.values())


def _one_of(nodes: list[Node]) -> Node:
    tables = [node for node in nodes if isinstance(node, Table)]
    if len(nodes) == 1 or len(tables) < len(nodes):
        return nodes[0]
    return Table(_joined(entry for table in tables for entry in table.entries), nodes[0].place)
