"""A forecast for each day on which an article came out.

Knows what members had been heard to say of a draft by a day: the last stance of each, of the articles published by
then. Refuses to look at any ballot, and at what was published later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lifecycle.analysis.forecast import Forecast, forecast, groups_of, leans_on
from lifecycle.analysis.stances import Stance, stances
from lifecycle.analysis.tabular import Tabular
from lifecycle.errors import Place, refuse
from lifecycle.mining.mined import Mined
from lifecycle.model.rules import Outcome
from lifecycle.scenario.binding import bind
from lifecycle.scenario.press import Press
from lifecycle.scenario.scenario import Leanings, Scenario, ScenarioDraft


@dataclass(frozen=True, slots=True)
class DraftForecast(Tabular):
    """The forecast on one draft, and the forecasts that could have been made on earlier days, the first day first."""

    draft: str
    last: Forecast
    days: tuple[tuple[date, Forecast], ...]

    def to_json(self) -> dict[str, object]:
        """The draft's entry in the document `forecast --json` prints."""
        days = [
            {"on": day.isoformat(), "probabilities": {o.value: str(chance) for o, chance in found.outcomes.items()}}
            for day, found in self.days
        ]
        return {**self.last.to_json(), "days": days}

    def headings(self) -> Sequence[str]:
        """The day, and each outcome."""
        return ("day", *(outcome.value for outcome in Outcome))

    def rows(self) -> Sequence[Sequence[Any]]:
        """A row a day, or one row without a day where no article came out."""
        days = self.days or (("", self.last),)
        return [(str(day), *(float(chance) for chance in found.outcomes.values())) for day, found in days]


def forecasts(
    scenario: Scenario,
    at: date | None = None,
    table: Mapping[str, Stance] | None = None,
    press: Press | None = None,
) -> tuple[DraftForecast, ...]:
    """A forecast for each draft of `scenario` that has leanings, or for all if there are articles to hear members in.

    With `at`, on articles published by that day alone; else by the day of the vote. Raises InputError if there is
    nothing to forecast from, and for a stance that `table` (by default the program's) lacks.
    """
    rows = table or stances()
    mined = (press or Press()).mined(scenario.articles, scenario.published) if scenario.articles else None
    heard = dict(_heard_on(scenario, mined)) if mined else {}
    until = at or scenario.on
    found = tuple(
        _of_draft(scenario, draft, {day: said for day, said in heard.get(draft.name, {}).items() if day <= until}, rows)
        for draft in scenario.drafts
        if draft.name in scenario.leanings or heard
    )
    if not found:
        message = "nobody's leaning is known; write `leanings:` for a draft, or name `articles:` to hear members in"
        raise refuse("no-leanings", message, Place(scenario.file))
    return found


def _of_draft(
    scenario: Scenario, draft: ScenarioDraft, by_day: Mapping[date, Mapping[str, str]], rows: Mapping[str, Stance]
) -> DraftForecast:
    groups, blocs = groups_of(scenario, draft), scenario.leanings.get(draft.name, Leanings()).blocs
    days = [(day, forecast(groups, leans_on(scenario, draft, said, rows), blocs)) for day, said in by_day.items()]
    last = days[-1][1] if days else forecast(groups, leans_on(scenario, draft, {}, rows), blocs)
    return DraftForecast(draft.name, last, tuple(days))


def _heard_on(scenario: Scenario, mined: Mined) -> Iterator[tuple[str, dict[date, dict[str, str]]]]:
    """By draft and by day of publication: the last stance of each member until then."""
    published = {article.file: article.published.best for article in mined.articles}
    days = sorted({day for day in published.values() if day})
    for name, draft in bind(scenario, mined).items():
        said = [(day, s) for s in mined.stances if s.draft == draft.id and (day := published[s.file])]
        said.sort(key=lambda pair: (pair[0], pair[1].file, pair[1].start))
        yield name, {day: {s.member: s.stance for then, s in said if then <= day} for day in days}
