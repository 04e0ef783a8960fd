"""Where a scenario's reports come from: articles, a file of mined events, or events in the scenario itself.

Knows which files `articles` and `events` mean, and how an event written in place becomes a report. Refuses to mine an
article or to read a file of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from lifecycle.errors import InputError, nearest_names
from lifecycle.folders import inside_of
from lifecycle.model.council import Council
from lifecycle.model.reports import Evidence, When
from lifecycle.press.front_matter import day_of_press
from lifecycle.scenario.layers import Chain, Layer
from lifecycle.scenario.scenario import ArticleFile, Report
from lifecycle.scenario.schema import EventForm, NamedVotesForm, WindowForm
from lifecycle.scenario.seating import member_named, states_named


def articles_of(chain: Chain) -> tuple[ArticleFile, ...]:
    """The articles of a scenario, those in a folder by name; each file once."""
    names, layer = _last_source(chain, "articles", [])
    found: dict[str, ArticleFile] = {}
    for index, name in enumerate(names):
        for article in _articles(chain, layer, name, ("articles", index)):
            found.setdefault(article.name, article)
    return tuple(found.values())


def _last_source(chain: Chain, key: str, nothing: Any) -> tuple[Any, Layer]:
    """The value of `key` in the last file that names any source at all: one kind of source replaces the other."""
    for layer in reversed(chain.layers):
        if layer.gives("articles") or layer.gives("events"):
            return (getattr(layer.form, key) if layer.gives(key) else nothing), layer
    return nothing, chain.top


def _articles(chain: Chain, layer: Layer, name: str, path: Sequence[str | int]) -> Iterable[ArticleFile]:
    article = _file(chain, layer, name, path, folder=True)
    if article is None:
        return ()
    if not article.path.is_dir():
        return (article,)
    try:
        inside = inside_of(article.path, "*.txt")
    except InputError as error:
        chain.complain("unreadable-file", f"{article.name!r} {error.problems[0].message}", path, layer=layer)
        return ()
    if not inside:
        chain.complain("no-articles", f"no .txt file stands in {article.name!r}", path, layer=layer)
    return [layer.beside(f"{name}/{file.name}") for file in inside]


def _file(
    chain: Chain, layer: Layer, name: str, path: Sequence[str | int], *, folder: bool = False
) -> ArticleFile | None:
    file = layer.beside(name)
    if file.path.is_file() or (folder and file.path.is_dir()):
        return file
    what = "file or folder" if folder else "file"
    chain.complain("missing-file", f"there is no {what} {file.name!r}", path, layer=layer)
    return None


def published_in(chain: Chain, articles: Sequence[ArticleFile]) -> dict[str, date]:
    """The publication days that are given, by the names that `articles` have here."""
    by_name = {article.path.name: article.name for article in articles}
    known: dict[str, date] = {}
    for name, day in chain.merged("published").items():
        if name in by_name:
            try:
                known[by_name[name]] = day_of_press(day)
            except InputError as error:
                chain.complain("bad-date", error.problems[0].message, ("published", name))
        else:
            near = nearest_names(name, by_name)
            chain.complain("missing-file", f"no article is called {name!r}", ("published", name), near, at_key=True)
    return known


def events_file_of(chain: Chain) -> ArticleFile | None:
    """The file of events that a scenario names, if it does."""
    events, layer = _last_source(chain, "events", None)
    return _file(chain, layer, events, ("events",)) if isinstance(events, str) else None


def reports_in_place(chain: Chain, drafts: Sequence[str], council: Council) -> tuple[Report, ...]:
    """The events written in the scenario itself, as reports."""
    events, layer = _last_source(chain, "events", None)
    if not isinstance(events, list):
        return ()
    reports = []
    for index, event in enumerate(events):
        path = ("events", index)
        if event.draft not in drafts:
            message = f"no draft is called {event.draft!r}; the drafts are {', '.join(drafts)}"
            chain.complain("unknown-draft", message, (*path, "draft"), nearest_names(event.draft, drafts), layer=layer)
        actors = states_named(chain, event.actors, council.on, (*path, "actors"), layer)
        votes = _named_votes(chain, event, council, (*path, "votes"), layer)
        report = _report(event, event.id or f"e{index + 1}", layer.document.file)
        reports.append(replace(report, actors=actors, votes=votes))
    return tuple(reports)


def _named_votes(
    chain: Chain, event: EventForm, council: Council, path: Sequence[str | int], layer: Layer
) -> dict[str, tuple[str, ...]]:
    """By side, the members whose ballots an event names; sides without any are left out."""
    votes: dict[str, tuple[str, ...]] = {}
    for side in NamedVotesForm.model_fields:
        names = enumerate(getattr(event.votes, side))
        members = [member_named(chain, name, council, (*path, side, index), layer) for index, name in names]
        if members:
            votes[side] = tuple(member.name for member in members if member)
    return votes


def _report(form: EventForm, name: str, file: str) -> Report:
    """An event as a report; its evidence is the quotes it gives, if any."""
    quotes = [(form.file, form.start, form.end, form.quote)] if form.quote else []
    quotes.extend((each.file, each.start, each.end, each.quote) for each in form.evidence)
    evidence = tuple(Evidence(where or file, start or 0, end or 0, words) for where, start, end, words in quotes)
    return Report(name, form.draft, form.type, form.modality, when_of(form.date), (), evidence, (name,))


def when_of(form: WindowForm | date | None) -> When:
    """A day, a window of days, or nothing, as a date of the model."""
    if isinstance(form, WindowForm):
        return When(form.from_, form.to, form.best, form.basis)
    return When.on(form, "stated") if form else When()
