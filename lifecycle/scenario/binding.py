"""Which of the mined drafts a draft of a scenario is.

Knows that a symbol comes before sponsors, that two candidates are as good as none, and what to write so that one is
left. Refuses to know what is reported of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from lifecycle.errors import InputError, Place, Problem
from lifecycle.mining.mined import Mined, MinedDraft
from lifecycle.model.council import country_named
from lifecycle.model.proposals import Form
from lifecycle.scenario.scenario import Scenario, ScenarioDraft

NAMED = 8
"""How many of the drafts that may be meant are named one by one."""


def bind(scenario: Scenario, mined: Mined) -> dict[str, MinedDraft]:
    """Which mined draft each draft of the scenario is: the one of the same symbol, else the only one sharing a sponsor.

    Raises InputError naming the candidates where there are none or two.
    """
    bound: dict[str, MinedDraft] = {}
    problems: list[Problem] = []
    for draft in filter(in_the_press, scenario.drafts):
        found = candidates(draft, mined.drafts)
        if len(found) == 1:
            bound[draft.name] = found[0]
        else:
            message = _complaint(draft, found, mined.drafts, scenario)
            place = draft.place or Place(scenario.file)
            problems.append(Problem("unbound-draft", message, place, (), draft.line, len(draft.name)))
    if problems:
        raise InputError(problems)
    return bound


def in_the_press(draft: ScenarioDraft) -> bool:
    """Whether articles must tell of it: of an amendment or a motion they do only under a symbol of its own."""
    return draft.form is Form.TEXT or draft.symbol is not None


def candidates(draft: ScenarioDraft, mined: Iterable[MinedDraft]) -> list[MinedDraft]:
    """The mined drafts that this one may be."""
    live = [d for d in mined if _can_be_meant(d)]
    return _of_its_symbol(draft, live) or [d for d in live if set(d.sponsors) & set(draft.sponsors)]


def _can_be_meant(mined: MinedDraft) -> bool:
    return bool(mined.sponsors or mined.symbol)


def _of_its_symbol(draft: ScenarioDraft, mined: Iterable[MinedDraft]) -> list[MinedDraft]:
    return [d for d in mined if d.symbol and d.symbol in {draft.symbol, draft.recorded_as}]


def _complaint(
    draft: ScenarioDraft, found: Sequence[MinedDraft], mined: Sequence[MinedDraft], scenario: Scenario
) -> str:
    """Why the draft is none or more than one of the mined ones, which those are, and how to name each."""
    how = "more than one draft in its sources" if found else "no draft in its sources"
    choice = found or sorted(mined, key=lambda each: not _can_be_meant(each))
    which = " and ".join(f"{d.id} ({d.label})" for d in choice[:NAMED]) or "they speak of none"
    more = f" and {len(choice) - NAMED} more" if len(choice) > NAMED else ""
    advice = "; ".join(_advice(draft, choice, mined, scenario))
    return f"the draft {draft.name!r} matches {how}: {which}{more}{advice and f'; {advice}'}"


def _advice(
    draft: ScenarioDraft, choice: Sequence[MinedDraft], mined: Sequence[MinedDraft], scenario: Scenario
) -> Iterator[str]:
    """What to write for each draft that may be meant, so that it is found and no other."""
    ways = {} if _of_its_symbol(draft, mined) else {d.id: _way(d, mined, scenario) for d in choice[:NAMED]}
    told = [f"for {name} write `{way}`" for name, way in ways.items() if way]
    yield from told
    if len(told) < len(choice):
        which = "for another" if told else "for the one meant"
        yield f"{which}, {_through_a_file(scenario)}"


def _way(meant: MinedDraft, mined: Sequence[MinedDraft], scenario: Scenario) -> str | None:
    """The line that names this mined draft alone, by its symbol or by a sponsor of its own; None if there is none."""
    others = [d for d in mined if d is not meant]
    if meant.symbol and meant.symbol not in {d.symbol for d in others}:
        return f"symbol: {_quoted(meant.symbol)}"
    taken = {sponsor for d in others for sponsor in d.sponsors}
    own = (sponsor for sponsor in meant.sponsors if sponsor not in taken and _is_a_state(sponsor, scenario))
    return next((f"sponsors: [{_quoted(sponsor)}]" for sponsor in own), None)


def _is_a_state(name: str, scenario: Scenario) -> bool:
    """Whether a scenario of that day can name this sponsor."""
    country = country_named(name, scenario.on)
    return country is not None and country.name == name


def _quoted(text: str) -> str:
    """The text as YAML takes it in a list, in quotes if it must be."""
    return text if re.fullmatch(r"\w[\w /.()'-]*", text) else json.dumps(text, ensure_ascii=False)


def _through_a_file(scenario: Scenario) -> str:
    """How to tell drafts apart that no symbol and no sponsor does: by a symbol that is written at both ends."""
    if scenario.events_file:
        return f"write one `symbol:` at that draft in {scenario.events_file.name} and the same here"
    days, keys = (
        (" --published FILE=DATE", "`articles:` and `published:`") if scenario.published else ("", "`articles:`")
    )
    return (
        f"write the events to a file (`lifecycle mine ARTICLES{days} -o events.yaml`), name it here with `events:` "
        f"instead of {keys}, and write one `symbol:` at that draft there and the same here"
    )
