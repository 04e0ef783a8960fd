"""From a scenario file to a `Scenario`.

Knows which parts a scenario has and that every problem in all of them is told at once. Refuses to know the parts: the
Council and the rule are `seating`'s, ballots `rollcall`'s, articles and events `sources`'. Mines and runs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from lifecycle.errors import nearest_names
from lifecycle.model.council import Council, Member
from lifecycle.model.draft import Event
from lifecycle.model.proposals import Form
from lifecycle.model.reports import When
from lifecycle.model.ruling import Ruling
from lifecycle.scenario.assumptions import leanings_of, sweep_of
from lifecycle.scenario.layers import Chain, read_chain
from lifecycle.scenario.rollcall import cast_on
from lifecycle.scenario.scenario import Scenario, ScenarioDraft
from lifecycle.scenario.schema import DraftForm, StepForm
from lifecycle.scenario.seating import council_of, member_named, rule_of, states_named
from lifecycle.scenario.sources import articles_of, events_file_of, published_in, reports_in_place

BY_DRAFT = ("kind", "ruling", "parties", "votes", "change", "steps", "expect", "leanings", "blocs")
"""The keys that hold one entry a draft."""

SAID = "the scenario says so"
"""The note of a step to which the scenario adds no word of its own."""


def load(path: Path | str) -> Scenario:
    """Read the scenario at `path`. Raises InputError with every problem found, each with file, line and column."""
    chain = read_chain(Path(path))
    forms: dict[str, DraftForm] = chain.merged("drafts")
    _check_drafts(chain, forms)
    _check_about(chain, forms)
    articles = articles_of(chain)
    published = published_in(chain, articles)
    events_file = events_file_of(chain)
    council = council_of(chain)
    if council is None:
        chain.give_up_on_problems()
        raise AssertionError("a missing Council is a problem")
    scenario = Scenario(
        title=chain.top.form.title,
        council=council,
        rule=rule_of(chain, council),
        drafts=tuple(_draft(chain, name, form, council) for name, form in forms.items()),
        file=chain.top.document.file,
        extends=chain.top.form.extends,
        teaches=chain.top.form.teaches,
        source=chain.last("source")[0],
        articles=articles,
        published=published,
        reports=reports_in_place(chain, tuple(forms), council),
        events_file=events_file,
        before=chain.last("before")[0],
        expect=chain.merged("expect"),
        holidays=_holidays(chain),
        sweep=sweep_of(chain, tuple(forms), council),
        leanings=leanings_of(chain, tuple(forms), council),
    )
    chain.give_up_on_problems()
    return scenario


def _check_drafts(chain: Chain, forms: dict[str, DraftForm]) -> None:
    """Note a missing list of drafts, and every entry for a draft that is not in it."""
    if not forms:
        message = "the key 'drafts' is missing: at least one draft, under a short name"
        chain.complain("missing-key", message, (), layer=chain.top)
        return
    for layer in chain.layers:
        for key in BY_DRAFT:
            for name in getattr(layer.form, key):
                if name not in forms:
                    message = f"no draft is called {name!r}; the drafts are {', '.join(forms)}"
                    near = nearest_names(name, forms)
                    chain.complain("unknown-draft", message, (key, name), near, layer=layer, at_key=True)


def _ruling(chain: Chain, name: str) -> Ruling | None:
    ruled = chain.merged("ruling").get(name)
    return Ruling(procedural=ruled == "procedural") if ruled else None


def _holidays(chain: Chain) -> tuple[date, ...] | None:
    given, _ = chain.last("holidays")
    return None if given is None else tuple(given)


def _check_about(chain: Chain, forms: dict[str, DraftForm]) -> None:
    """Note an amendment, part or motion that is about no text, and a text that is about another."""
    texts = [name for name, form in forms.items() if form.form is Form.TEXT]
    for name, form in forms.items():
        path = ("drafts", name, "about")
        if form.form is Form.TEXT and form.about is not None:
            message = "a text is about no other; say with 'form' whether this is an amendment, a part or a motion"
            chain.complain("missing-key", message, path, at_key=True)
        elif form.form is not Form.TEXT and form.about is None:
            message = f"the key 'about' is missing: the draft that the {form.form.replace('_', ' ')} is about"
            chain.complain("missing-key", message, path[:2], at_key=True)
        elif form.about is not None and form.about not in texts:
            message = f"no text is called {form.about!r}; the texts are {', '.join(texts) or 'none'}"
            chain.complain("unknown-draft", message, path, nearest_names(form.about, texts))


def _draft(chain: Chain, name: str, form: DraftForm, council: Council) -> ScenarioDraft:
    cast = cast_on(chain, name, council)
    kind = chain.merged("kind").get(name)
    place, line = chain.spot(("drafts", name))
    return ScenarioDraft(
        name=name,
        sponsors=states_named(chain, form.sponsors, council.on, ("drafts", name, "sponsors")),
        label=form.label,
        symbol=form.symbol,
        recorded_as=form.recorded_as,
        kind=kind,
        other_kind=kind != chain.layers[0].form.kind.get(name),
        parties=tuple(_parties(chain, name, council)),
        votes=cast.votes,
        changes=tuple(cast.changes.items()),
        steps=tuple(_steps(chain, name, council)),
        ruling=_ruling(chain, name),
        form=form.form,
        about=form.about,
        place=place,
        line=line,
    )


def _parties(chain: Chain, name: str, council: Council) -> Iterator[Member]:
    for index, who in enumerate(chain.merged("parties").get(name, ())):
        member = member_named(chain, who, council, ("parties", name, index))
        if member is not None:
            yield member


def _steps(chain: Chain, name: str, council: Council) -> Iterator[Event]:
    steps: Sequence[StepForm] = chain.merged("steps").get(name, ())
    for index, form in enumerate(steps):
        yield Event(
            form.event,
            When.on(form.date, "assumed") if form.date else When(),
            states_named(chain, form.by, council.on, ("steps", name, index, "by")),
            outcome=form.outcome,
            until=form.until,
            not_pressed=form.not_pressed,
            note=form.note or SAID,
        )
