"""A file of mined events, read back.

Knows the two forms `lifecycle mine -o` writes, YAML (JSON among it) and JSON Lines, and that ids in it must lead
somewhere. Refuses to mine, and to know which scenario the events are for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lifecycle.errors import InputError, Place, Problem, nearest_names, refuse
from lifecycle.located import Document, Items, Node, Table, Text, read, read_text
from lifecycle.mining.mined import LINES, Conflict, Dated, Mention, Mined, MinedDraft, MinedEvent
from lifecycle.scenario.eventschema import EventsForm, MentionForm
from lifecycle.scenario.form import read_form
from lifecycle.scenario.scenario import ArticleFile

_LISTS = {
    "cue": "mentions",
    "stance": "stances",
    "mentions": "events",
    "between": "conflicts",
    "published": "articles",
    "files": "stories",
    "sponsors": "drafts",
}
"""The list of the document that a line of JSON Lines belongs to, by a key that only such lines have."""


def read_events(file: ArticleFile) -> Mined:
    """The events in `file`, JSON Lines if its name ends so. Raises InputError with every problem at its place."""
    lines = file.path.suffix.lower() in LINES
    document = _from_lines(file) if lines else read(file.path, file.name, patient=True)
    form = read_form(document, EventsForm)
    problems = [*_dangling(document, form)]
    if problems:
        raise InputError(problems)
    return _mined(form)


def _mined(form: EventsForm) -> Mined:
    drafts = (MinedDraft(d.id, d.label, d.sponsors, d.symbol) for d in form.drafts)
    events = (MinedEvent(e.id, e.draft, e.type, e.modality, e.date.when(), e.actors, e.mentions) for e in form.events)
    return Mined(
        articles=tuple(Dated(each.file, each.published.when()) for each in form.articles),
        drafts=tuple(drafts),
        mentions=tuple(map(_mention, form.mentions)),
        events=tuple(events),
        stances=(),
        stories=(),
        conflicts=tuple(Conflict(c.draft, c.about, c.between, c.text) for c in form.conflicts),
    )


def _mention(form: MentionForm) -> Mention:
    fields = {key: getattr(form, key) for key in ("id", "file", "start", "end", "cue", "quote", "type", "draft")}
    votes = form.votes.model_dump(mode="json", exclude_unset=True) if form.votes else None
    return Mention(
        **fields,
        modality=form.modality,
        actors=form.actors,
        date=form.date.when(),
        votes=votes,
        rule=form.rule,
        reasons=form.reasons,
    )


def _dangling(document: Document, form: EventsForm) -> Iterator[Problem]:
    """Each id in an event that leads nowhere."""
    drafts, mentions = {draft.id for draft in form.drafts}, {mention.id for mention in form.mentions}
    for index, event in enumerate(form.events):
        if event.draft not in drafts:
            near = nearest_names(event.draft, sorted(drafts))
            message = f"no draft in this file has the id {event.draft!r}"
            yield document.problem("unknown-draft", message, ("events", index, "draft"), near)
        for place, name in enumerate(event.mentions):
            if name not in mentions:
                message = f"no mention in this file has the id {name!r}"
                yield document.problem("unknown-mention", message, ("events", index, "mentions", place))


def _from_lines(file: ArticleFile) -> Document:
    """JSON Lines as the document they are the parts of, each part at its line."""
    text = read_text(file.path, file.name)
    parts: dict[str, list[Node]] = {name: [] for name in EventsForm.model_fields if name != "format"}
    for number, line in enumerate(text.split("\n"), 1):
        place = Place(file.name, number, 1)
        if line.strip():
            record = _record(line, place)
            name = next((name for key, name in _LISTS.items() if key in record), None)
            if name:
                parts[name].append(_node(record, place))
    start = Place(file.name, 1, 1)
    entries = tuple((Text(name, start), Items(tuple(nodes), start)) for name, nodes in parts.items())
    return Document(file.name, text, Table(entries, start))


def _record(line: str, place: Place) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deep")
        column = getattr(error, "colno", 1)
        raise refuse("bad-json", f"not JSON: {reason}", Place(place.file, place.line, column)) from error
    if not isinstance(record, dict):
        raise refuse("bad-json", "each line must hold one JSON object", place)
    return record


def _node(value: Any, place: Place) -> Node:
    """A JSON value as the text, list or table that YAML would have given."""
    match value:
        case dict():
            return Table(tuple((Text(key, place), _node(inner, place)) for key, inner in value.items()), place)
        case list():
            return Items(tuple(_node(inner, place) for inner in value), place)
        case str():
            return Text(value, place)
        case _:
            return Text(json.dumps(value), place)
