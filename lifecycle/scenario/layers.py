"""A scenario file and the files it extends, laid over each other.

Knows how a chain of `extends` is followed, which file of it has the last word on a key, and where in which file the
culprit of a problem stands. Refuses to know what any key means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from lifecycle.errors import InputError, Place, Problem
from lifecycle.located import Document, read
from lifecycle.mining.mined import LINES
from lifecycle.scenario.files import beside, shown
from lifecycle.scenario.form import usable_form
from lifecycle.scenario.scenario import ArticleFile
from lifecycle.scenario.schema import DraftForm, ScenarioForm

T = TypeVar("T")
DEEPEST = 20
"""How many files may extend each other in a row."""
WHOLE_COUNCIL = "; its members are "
"""What leads the list of all members in the Council's own messages: too long for the line that points into a file."""

APART = ("votes", "change", "steps", "expect", "kind", "parties", "published", "events")
"""The keys of a scenario whose entries nothing else in it depends on, so that one that is wrong can be left out."""

STAND_INS = {"title": ""}
"""What is taken where such a key is missing, so that the rest is read as well."""

_MINED = "what `mine` wrote is no scenario; name this file under 'events' in one, beside 'title', 'on' and 'drafts'"


@dataclass(frozen=True, slots=True)
class Layer:
    """One file of a chain of extensions."""

    path: Path
    document: Document
    form: ScenarioForm

    def beside(self, name: str) -> ArticleFile:
        """The file called `name`, relative to this one."""
        return beside(self.path, name)

    def gives(self, key: str) -> bool:
        """Whether this file says anything under `key`."""
        return key in self.form.model_fields_set


@dataclass(frozen=True, slots=True)
class Chain:
    """The files, the most basic first, and the problems met in them so far."""

    layers: tuple[Layer, ...]
    problems: list[Problem] = field(default_factory=list)

    @property
    def top(self) -> Layer:
        """The file that was asked for."""
        return self.layers[-1]

    def merged(self, key: str) -> dict[str, Any]:
        """The entries under `key`; a variation lays its own over those it inherits."""
        merged: dict[str, Any] = {}
        for layer in self.layers:
            for name, entry in getattr(layer.form, key).items():
                merged[name] = _over(merged.get(name), entry)
        return merged

    def last(self, key: str) -> tuple[Any, Layer]:
        """The value of `key` in the last file that gives it, and that file."""
        for layer in reversed(self.layers):
            if layer.gives(key):
                return getattr(layer.form, key), layer
        return getattr(self.top.form, key), self.top

    def complain(
        self,
        slug: str,
        message: str,
        path: Sequence[str | int],
        nearest: Iterable[str] = (),
        *,
        layer: Layer | None = None,
        at_key: bool = False,
    ) -> None:
        """Note a problem with what stands at `path`, in `layer` or else in the last file that holds it."""
        document = (layer or self._holder(path)).document
        self.problems.append(document.problem(slug, message.split(WHOLE_COUNCIL)[0], path, nearest, at_key=at_key))

    def spot(self, path: Sequence[str | int], *, layer: Layer | None = None) -> tuple[Place, str | None]:
        """Where the key at `path` stands, and the whole line there: for who may have to complain of it later."""
        found = (layer or self._holder(path)).document.problem("", "", path, at_key=True)
        return found.place, found.source

    def attempt(
        self, path: Sequence[str | int], action: Callable[[], T], *, layer: Layer | None = None, at_key: bool = False
    ) -> T | None:
        """The result of `action`, or None after noting its problems at `path`."""
        try:
            return action()
        except InputError as error:
            for problem in error.problems:
                self.complain(problem.slug, problem.message, path, problem.nearest, layer=layer, at_key=at_key)
            return None

    def give_up_on_problems(self) -> None:
        """Raise InputError with all problems noted, in the order of the files, if there are any."""
        if self.problems:
            order = [layer.document.file for layer in reversed(self.layers)]
            raise InputError(sorted(dict.fromkeys(self.problems), key=lambda problem: _place(problem, order)))

    def _holder(self, path: Sequence[str | int]) -> Layer:
        for length in range(len(path), 0, -1):
            for layer in reversed(self.layers):
                if _holds(layer.document.plain(), path[:length]):
                    return layer
        return self.top


def _over(inherited: Any, entry: Any) -> Any:
    """An entry of a variation over the one it inherits: of a draft, the keys that are not given stay."""
    if isinstance(inherited, DraftForm) and isinstance(entry, DraftForm):
        return inherited.model_copy(update={key: getattr(entry, key) for key in entry.model_fields_set})
    return entry


def _place(problem: Problem, files: Sequence[str]) -> tuple[int, int, int]:
    place = problem.place
    at = files.index(place.file) if place.file in files else len(files)
    return at, place.line or 0, place.column or 0


def _holds(value: Any, path: Sequence[str | int]) -> bool:
    for part in path:
        try:
            value = value[part]
        except (LookupError, TypeError):
            return False
    return True


def read_chain(path: Path) -> Chain:
    """The file at `path` and all it extends.

    What is wrong with the form of a file stands among the problems of the chain as long as the rest of the file can be
    used; where it cannot, or the chain breaks off, InputError is raised with all that was found.
    """
    layers: list[Layer] = []
    problems: list[Problem] = []
    seen: list[Path] = []
    file: ArticleFile | None = ArticleFile(path, shown(path))
    while file:
        layer = _layer(file, problems)
        if layer is None:
            raise InputError(problems)
        seen.append(file.path.resolve())
        layers.append(layer)
        file = _parent(layer, seen, problems)
    return Chain(tuple(reversed(layers)), problems)


def _layer(file: ArticleFile, problems: list[Problem]) -> Layer | None:
    """The layer in `file`, or None if the file cannot be used; adds to `problems`."""
    if file.path.suffix.lower() in LINES:
        problems.append(Problem("wrong-shape", _MINED, Place(file.name, 1)))
        return None
    try:
        document = read(file.path, file.name, patient=True)
        value = document.plain()
        if isinstance(value, dict) and {"events", "mentions"} <= value.keys():
            problems.append(document.problem("wrong-shape", _MINED, ("mentions",), at_key=True))
            return None
        form, found = usable_form(document, ScenarioForm, APART, STAND_INS)
    except InputError as error:
        problems.extend(error.problems)
        return None
    problems.extend(found)
    return Layer(file.path, document, form) if form else None


def _parent(layer: Layer, seen: Sequence[Path], problems: list[Problem]) -> ArticleFile | None:
    """The file that `layer` extends. Raises InputError, with `problems` and its own, where there can be none."""
    if layer.form.extends is None:
        return None
    parent = layer.beside(layer.form.extends)
    if not parent.path.is_file():
        slug, message = "missing-file", f"there is no file {parent.name!r} to extend"
    elif parent.path.resolve() in seen:
        slug, message = "cyclic-extends", f"{parent.name!r} leads back to this file"
    elif len(seen) >= DEEPEST:
        slug, message = "extends-too-deep", f"more than {DEEPEST} files extend each other in a row"
    else:
        return parent
    raise InputError((*problems, layer.document.problem(slug, message, ("extends",))))
