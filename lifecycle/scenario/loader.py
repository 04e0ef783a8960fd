"""From a scenario file to a `Scenario`: what it extends, whom it names, and which files it reads.

Knows how a variation is laid over the file it extends, how names become members and ballots a roll, and collects every
problem before it gives up. Refuses to mine or run anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from lifecycle.errors import InputError, Place, Problem, nearest_names, refuse
from lifecycle.located import Document, read
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Council, Member, council_on, country_named
from lifecycle.model.machine import Event
from lifecycle.model.presets import changed_rule, preset
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Rule, rule_on
from lifecycle.scenario.form import read_form
from lifecycle.scenario.scenario import ArticleFile, Report, Scenario, ScenarioDraft
from lifecycle.scenario.schema import DraftForm, EventForm, ScenarioForm, StepForm, WindowForm

T = TypeVar("T")
BY_DRAFT = ("kind", "parties", "votes", "change", "steps", "expect")
"""The keys that hold one entry a draft; a variation lays its entries over those it inherits."""


def load(path: Path | str) -> Scenario:
    """Read the scenario at `path`. Raises InputError with every problem found, each with file, line and column."""
    return _Resolver(_layers(Path(path), shown(path), ())).scenario()


def shown(path: Path | str) -> str:
    """A path as documents and messages write it: as given, with forward slashes."""
    return Path(path).as_posix()


def scenario_files(paths: Iterable[Path | str], *, recursive: bool = False) -> list[Path]:
    """The scenario files meant by `paths`: files as given, and of folders the files that look like scenarios, by name.

    A scenario has a top-level `title:` and `drafts:` or `extends:`. Raises InputError for a path that does not exist
    and for a folder that holds none.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(path.rglob("*.yaml") if recursive else path.glob("*.yaml"))
        scenarios = [file for file in inside if _looks_like_scenario(file)]
        if not scenarios:
            raise refuse(
                "no-scenarios", "no file in this folder is a scenario (`title:` and `drafts:`)", Place(shown(path))
            )
        found.extend(scenarios)
    return found


def _looks_like_scenario(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            starts = {line.split(":")[0] for line in file if ":" in line}
    except OSError:
        return True
    return "title" in starts and bool(starts & {"drafts", "extends"})


@dataclass(frozen=True, slots=True)
class _Layer:
    """One file of a chain of extensions."""

    path: Path
    document: Document
    form: ScenarioForm

    def beside(self, name: str) -> ArticleFile:
        """The file called `name`, relative to this one."""
        path = self.path.parent / name
        return ArticleFile(path, shown(Path(_normal(path))))


def _normal(path: Path) -> str:
    from os.path import normpath

    return normpath(path)


def _layers(path: Path, name: str, above: tuple[Path, ...]) -> tuple[_Layer, ...]:
    """The file at `path` and all it extends, the most basic first."""
    document = read(path, name)
    layer = _Layer(path, document, read_form(document, ScenarioForm))
    if layer.form.extends is None:
        return (layer,)
    parent = layer.beside(layer.form.extends)
    if not parent.path.is_file():
        message = f"there is no file {parent.name!r} to extend"
        raise InputError((document.problem("missing-file", message, ("extends",)),))
    if parent.path.resolve() in (*above, path.resolve()):
        raise InputError(
            (document.problem("cyclic-extends", f"{parent.name!r} leads back to this file", ("extends",)),)
        )
    return (*_layers(parent.path, parent.name, (*above, path.resolve())), layer)


class _Resolver:
    """Lays the files of a chain over each other and gives every name its meaning, collecting problems."""

    def __init__(self, layers: Sequence[_Layer]) -> None:
        self.layers = layers
        self.problems: list[Problem] = []
        self.drafts: dict[str, DraftForm] = self._merged("drafts")
        self.by_draft: dict[str, dict[str, Any]] = {key: self._merged(key) for key in BY_DRAFT}

    def _merged(self, key: str) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        for layer in self.layers:
            for name, value in getattr(layer.form, key).items():
                both = isinstance(value, dict) and isinstance(merged.get(name), dict)
                merged[name] = {**merged[name], **value} if both else value
        return merged

    def _last(self, key: str) -> tuple[Any, _Layer]:
        """The value of `key` in the last file that gives it, and that file."""
        for layer in reversed(self.layers):
            if key in layer.form.model_fields_set:
                return getattr(layer.form, key), layer
        return getattr(self.layers[-1].form, key), self.layers[-1]

    def _layer_of(self, path: Sequence[str | int]) -> _Layer:
        """The last file of the chain that holds `path`, as far as any does."""
        for length in range(len(path), 0, -1):
            for layer in reversed(self.layers):
                if _holds(layer.document.plain(), path[:length]):
                    return layer
        return self.layers[-1]

    def complain(
        self, slug: str, message: str, path: Sequence[str | int], nearest: Iterable[str] = (), **how: bool
    ) -> None:
        """Note a problem with what stands at `path`."""
        self.problems.append(self._layer_of(path).document.problem(slug, message, path, nearest, **how))

    def attempt(self, path: Sequence[str | int], action: Callable[[], T]) -> T | None:
        """The result of `action`, or None after noting its problems at `path`."""
        try:
            return action()
        except InputError as error:
            for problem in error.problems:
                self.complain(problem.slug, problem.message, path, problem.nearest)
            return None

    def scenario(self) -> Scenario:
        """The scenario, or InputError with all problems."""
        self._check_names()
        on = self._last("on")[0]
        if on is None:
            self.complain("missing-key", "the key 'on' is missing: the day that fixes the Council", ())
            raise InputError(self.problems)
        council = self.attempt(("on",), lambda: self._council(on))
        if council is None:
            raise InputError(self.problems)
        rule = self.attempt(("rule",), lambda: self._rule(council)) or rule_on(on)
        form, touched = self.layers[-1].form, self._last("council")[0] is not None or self._last("rule")[0] is not None
        articles = self._articles()
        events, layer = self._last("events")
        scenario = Scenario(
            file=self.layers[-1].document.file,
            extends=form.extends,
            title=form.title,
            teaches=form.teaches,
            source=self._last("source")[0],
            on=on,
            council=council,
            rule=rule,
            drafts=tuple(self._draft(name, draft, council, touched) for name, draft in self.drafts.items()),
            articles=articles,
            published=self._published(articles),
            reports=self._reports(events) if isinstance(events, list) else (),
            events_file=self._file(layer, events, ("events",)) if isinstance(events, str) else None,
            before=self._last("before")[0],
            expect=self.by_draft["expect"],
        )
        if self.problems:
            raise InputError(
                sorted(
                    dict.fromkeys(self.problems),
                    key=lambda p: (str(p.place.file), p.place.line or 0, p.place.column or 0),
                )
            )
        return scenario

    def _check_names(self) -> None:
        if not self.drafts:
            self.complain("missing-key", "the key 'drafts' is missing: at least one draft, under a short name", ())
        for key in BY_DRAFT:
            for name in self.by_draft[key]:
                if name not in self.drafts:
                    known = ", ".join(self.drafts)
                    message = f"no draft is called {name!r}; the drafts are {known}"
                    self.complain("unknown-draft", message, (key, name), nearest_names(name, self.drafts), at_key=True)

    def _council(self, on: date) -> Council:
        wanted = self._last("council")[0]
        day = council_on(on)
        if wanted is None:
            return day
        swapped, named = (
            bool(wanted.without or wanted.with_),
            wanted.permanent is not None or wanted.elected is not None,
        )
        if swapped == named:
            self.complain("wrong-shape", "give either without and with, or permanent and elected", ("council",))
            return day
        if swapped:
            made = self.attempt(("council",), lambda: day.seated(without=wanted.without, with_=wanted.with_))
        else:
            made = self.attempt(
                ("council",), lambda: Council.invented_council(on, wanted.permanent or (), wanted.elected or ())
            )
        return made or day

    def _rule(self, council: Council) -> Rule:
        wanted = self._last("rule")[0]
        if wanted is None:
            return rule_on(council.on)
        if isinstance(wanted, str):
            return preset(wanted, council)
        return changed_rule(council, wanted.fields())

    def _draft(self, name: str, form: DraftForm, council: Council, touched: bool) -> ScenarioDraft:
        steps = self.by_draft["steps"].get(name, ())
        changed = self.by_draft["change"].get(name)
        sponsors = tuple(
            self._country(n, council.on, ("drafts", name, "sponsors", i)) for i, n in enumerate(form.sponsors)
        )
        parties = [
            self._member(n, council, ("parties", name, i)) for i, n in enumerate(self.by_draft["parties"].get(name, ()))
        ]
        return ScenarioDraft(
            name=name,
            label=form.label,
            symbol=form.symbol,
            recorded_as=form.recorded_as,
            sponsors=sponsors,
            kind=self.by_draft["kind"].get(name),
            parties=tuple(filter(None, parties)),
            roll=self._roll(name, council),
            steps=tuple(self._step(step, council, ("steps", name, i)) for i, step in enumerate(steps)),
            touched=touched or bool(steps) or changed is not None,
        )

    def _country(self, name: str, on: date, path: Sequence[str | int]) -> str:
        country = country_named(name, on)
        if country is None:
            from lifecycle.model.council import countries

            near = nearest_names(name, (c.name for c in countries()))
            self.complain("unknown-country", f"no state is called {name!r} on that day", path, near)
            return name
        return country.name

    def _member(self, name: str, council: Council, path: Sequence[str | int]) -> Member | None:
        return self.attempt(path, lambda: council.find(name))

    def _roll(self, name: str, council: Council) -> Roll | None:
        vote = self.by_draft["votes"].get(name)
        change = self.by_draft["change"].get(name, {})
        if vote is None and not change:
            return None
        roll = Roll.unknown(council) if vote is None else self._cast(name, vote, council)
        changes: dict[Member, Ballot | None] = {}
        for who, ballot in change.items():
            member = self.attempt(("change", name, who), lambda who=who: council.find(who))  # type: ignore[misc]
            if member is not None:
                changes[member] = None if ballot == "unknown" else Ballot(ballot)
        return roll.changed(changes)

    def _cast(self, name: str, vote: Any, council: Council) -> Roll:
        seen: dict[Member, Ballot] = {}
        for ballot in Ballot:
            for index, who in enumerate(getattr(vote, ballot.value)):
                path = ("votes", name, ballot.value, index)
                member = self._member(who, council, path)
                if member in seen:
                    self.complain("votes-twice", f"{who!r} is already listed under {seen[member]}", path)
                elif member is not None:
                    seen[member] = ballot
        return Roll(council, tuple(seen.get(member, vote.rest) for member in council.members))

    def _step(self, form: StepForm, council: Council, path: Sequence[str | int]) -> Event:
        by = tuple(self._country(n, council.on, (*path, "by", i)) for i, n in enumerate(form.by))
        return Event(
            form.event,
            When.on(form.date, "assumed") if form.date else When(),
            by,
            outcome=form.outcome,
            until=form.until,
            not_pressed=form.not_pressed,
            note=form.note or "the scenario says so",
        )

    def _articles(self) -> tuple[ArticleFile, ...]:
        names, layer = self._last("articles")
        found: list[ArticleFile] = []
        for index, name in enumerate(names):
            article = self._file(layer, name, ("articles", index), folder=True)
            if article and article.path.is_dir():
                inside = sorted(article.path.glob("*.txt"))
                if not inside:
                    self.complain("no-articles", f"no .txt file stands in {article.name!r}", ("articles", index))
                found.extend(layer.beside(f"{name}/{path.name}") for path in inside)
            elif article:
                found.append(article)
        return tuple(found)

    def _file(self, layer: _Layer, name: str, path: Sequence[str | int], *, folder: bool = False) -> ArticleFile | None:
        file = layer.beside(name)
        if file.path.is_file() or (folder and file.path.is_dir()):
            return file
        self.complain("missing-file", f"there is no {'file or folder' if folder else 'file'} {file.name!r}", path)
        return None

    def _published(self, articles: Sequence[ArticleFile]) -> dict[str, date]:
        by_name = {article.path.name: article.name for article in articles}
        known: dict[str, date] = {}
        for name, day in self._merged("published").items():
            if name in by_name:
                known[by_name[name]] = day
            else:
                self.complain(
                    "missing-file",
                    f"no article is called {name!r}",
                    ("published", name),
                    nearest_names(name, by_name),
                    at_key=True,
                )
        return known

    def _reports(self, events: Sequence[EventForm]) -> tuple[Report, ...]:
        reports = []
        for index, event in enumerate(events):
            if event.draft not in self.drafts:
                message = f"no draft is called {event.draft!r}; the drafts are {', '.join(self.drafts)}"
                self.complain(
                    "unknown-draft", message, ("events", index, "draft"), nearest_names(event.draft, self.drafts)
                )
            reports.append(_report(event, index, self.layers[-1].document.file))
        return tuple(reports)


def _holds(value: Any, path: Sequence[str | int]) -> bool:
    for part in path:
        try:
            value = value[part]
        except (LookupError, TypeError):
            return False
    return True


def _report(form: EventForm, index: int, file: str) -> Report:
    """An event written in place, as a report; its evidence is the quote it gives, if any."""
    when = When()
    if isinstance(form.date, WindowForm):
        when = When(form.date.from_, form.date.to, form.date.best, form.date.basis)
    elif form.date:
        when = When.on(form.date, "stated")
    evidence: tuple[Evidence, ...] = ()
    if form.quote:
        evidence = (Evidence(form.file or file, form.start or 0, form.end or 0, form.quote),)
    name = form.id or f"e{index + 1}"
    return Report(name, form.draft, form.type, form.modality, when, tuple(form.actors), evidence, (name,))
