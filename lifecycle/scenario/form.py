"""From a located document to a form, and from pydantic's complaints to problems a writer can act on.

Knows how each kind of complaint reads in plain words, where its culprit stands, and which names were near. Refuses to
know what a scenario means; it serves any form.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lifecycle.errors import InputError, Problem, nearest_names, not_a_date
from lifecycle.located import Document

F = TypeVar("F", bound=BaseModel)
SHORT = 40
"""The most characters of a list of names that stands beside a name that is near."""
_SHAPES = {dict: "a table", list: "a list"}
_WANTED = {
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a table",
    "string_type": "a text",
    "model_type": "a table",
    "model_attributes_type": "a table",
}


def read_form(document: Document, form: type[F]) -> F:
    """The document as `form`. Raises InputError with every problem at once, each with its place."""
    value = _table(document, form)
    try:
        found = form.model_validate(value)
    except ValidationError as error:
        raise InputError(_problems(document, form, error)) from error
    if document.problems:
        raise InputError(document.problems)
    return found


def usable_form(
    document: Document, form: type[F], apart: Collection[str], stand_ins: Mapping[str, Any]
) -> tuple[F | None, list[Problem]]:
    """The document as `form` without what is wrong with it, and that as problems.

    So a writer hears of a misspelt member and a misspelt key in one go. `apart` are the keys whose entries nothing else
    in the document depends on, so that one can be left out; `stand_ins` has what is taken where a key is missing. The
    form is None where leaving the culprit out would make other things look wrong, and where a key stands twice: nobody
    knows which of the two is meant. Raises InputError for a document that is no table.
    """
    value = _table(document, form)
    try:
        found = form.model_validate(value)
        return None if document.problems else found, [*document.problems]
    except ValidationError as error:
        problems = _problems(document, form, error)
        if document.problems:
            return None, problems
        bound = frozenset(_keys(form)) - frozenset(apart)
        for path, complaint in [(_named(value, detail), detail["type"]) for detail in error.errors()]:
            match path:
                case (str(key),) if complaint == "missing" and key in stand_ins:
                    value[key] = stand_ins[key]
                case _ if not _leave_out(value, path, bound):
                    return None, problems
        try:
            return form.model_validate(value), problems
        except ValidationError:
            return None, problems


def _leave_out(value: dict[str, Any], path: tuple[str | int, ...], bound: frozenset[str]) -> bool:
    """Take what stands at `path` out of `value`, up to the first list on the way; whether that is safe.

    What stands right under a key of `bound` is not: other things depend on it.
    """
    keys = path[: next((i for i, part in enumerate(path) if isinstance(part, int)), len(path))]
    safe = keys[:1] and (keys[0] not in bound or len(keys) > 2)
    inside: Any = value
    for part in keys[:-1]:
        inside = inside.get(part) if isinstance(inside, dict) else None
    if not safe or not isinstance(inside, dict):
        return False
    inside.pop(keys[-1], None)
    return True


def _table(document: Document, form: type[BaseModel]) -> dict[str, Any]:
    value = document.plain()
    if not isinstance(value, dict):
        what = "empty" if value is None else "a list" if isinstance(value, list) else "a single text"
        message = f"the file is {what}; it must be a table of keys, such as {', '.join(_keys(form)[:4])}"
        raise InputError(
            (document.problem("empty-file" if value is None else "wrong-shape", message, ()), *document.problems)
        )
    return value


def _problems(document: Document, form: type[BaseModel], error: ValidationError) -> list[Problem]:
    value = document.plain()
    told = _told_once(value, error.errors())
    problems = dict.fromkeys(_problem(document, form, detail, _named(value, detail)) for detail in told)
    return sorted((*document.problems, *problems), key=lambda p: (p.place.line or 0, p.place.column or 0))


def _told_once(value: Any, details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Of the complaints about the branches of one union, those that went deepest: what the writer most likely meant."""
    by_path: dict[tuple[str | int, ...], list[ErrorDetails]] = {}
    for detail in details:
        by_path.setdefault(_named(value, detail), []).append(detail)
    for real, told in by_path.items():
        if not any(other[: len(real)] == real and len(other) > len(real) for other in by_path):
            yield from [detail for detail in told if detail["type"] not in _WANTED] or told[:1]


def _named(value: Any, detail: ErrorDetails) -> tuple[str | int, ...]:
    """The path of a complaint, as keys and places in `value`, without pydantic's names for the branches of a union."""
    kept: list[str | int] = []
    for part in detail["loc"]:
        try:
            value = value[part]
        except (LookupError, TypeError):
            if isinstance(part, str) and _is_branch(part):
                continue
            value = None
        kept.append(part)
    return tuple(kept)


def _is_branch(part: str) -> bool:
    return part.endswith("Form") or "[" in part or part in {"str", "date", "enum"}


def _problem(document: Document, form: type[BaseModel], detail: ErrorDetails, path: tuple[str | int, ...]) -> Problem:
    kind, context = detail["type"], detail.get("ctx", {})
    given = detail["input"]
    match kind:
        case "extra_forbidden":
            known = _keys(_form_at(form, path[:-1]))
            near = nearest_names(str(path[-1]), known)
            message = f"unknown key {path[-1]!r}{_known(known, near)}"
            return document.problem("unknown-key", message, path, near, at_key=True)
        case "missing":
            return document.problem("missing-key", f"the key {path[-1]!r} is missing", path[:-1])
        case "enum" | "literal_error":
            known = [word.strip("'") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
            near = nearest_names(str(given), known)
            return document.problem("unknown-word", f"unknown word {given!r}{_known(known, near)}", path, near)
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return document.problem("bad-date", not_a_date(given), path)
        case "int_parsing" | "int_type" | "greater_than_equal" | "less_than_equal" | "int_from_float":
            limit = f" from {context.get('ge', 1)} to {context.get('le', 193)}"
            return document.problem("bad-number", f"not a whole number{limit}: {given!r}", path)
        case "bool_parsing" | "bool_type":
            return document.problem("unknown-word", f"unknown word {given!r}; write yes or no", path)
    return document.problem("wrong-shape", f"{_shape(given)} where {_wanted(kind)} was expected", path)


def _known(names: list[str], near: tuple[str, ...]) -> str:
    """What would be accepted; a long list only where no name is near."""
    told = ", ".join(names)
    return "" if near and len(told) > SHORT else f"; known are {told}"


def _shape(value: Any) -> str:
    for kind, word in _SHAPES.items():
        if isinstance(value, kind):
            return word
    return f"the text {value!r}" if value else "nothing"


def _wanted(kind: str) -> str:
    return _WANTED.get(kind, "something else")


def _keys(form: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in form.model_fields.items()]


def _form_at(form: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """The form that describes the table at `path`; the outermost where the path leads to none."""
    here = form
    for part in path:
        for name, field in here.model_fields.items():
            if part in {name, field.alias}:
                here = next(iter(_forms_in(field.annotation)), here)
    return here


def _forms_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _forms_in(inner)
