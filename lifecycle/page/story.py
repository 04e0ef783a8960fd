"""A scenario as the page tells it: who sat, how they voted, and each step with the words it rests on.

Knows how to turn replays into plain data, which sentences stand round a quote, and what was known on which day. Refuses
to decide or draw anything, and never holds a whole article unless asked to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from lifecycle.analysis.daily import forecasts
from lifecycle.model.machine import Step
from lifecycle.model.reasons import counted_words, named
from lifecycle.model.reports import Evidence, When, day_in_words
from lifecycle.model.rules import Kind
from lifecycle.press.article import Article, read_article
from lifecycle.press.sentences import Sentence, sentences
from lifecycle.scenario.press import Press
from lifecycle.scenario.replay import DraftLife, Replay, replay
from lifecycle.scenario.scenario import Report, Scenario

AROUND = 400
"""The most characters shown of a sentence before or behind the quoted one."""


def story(scenario: Scenario, press: Press, *, full_text: bool) -> dict[str, Any]:
    """One scenario as the page reads it."""
    done = replay(scenario, None, press)
    texts = _Texts({file.name: file.path for file in scenario.articles})
    return {
        "title": scenario.title,
        "teaches": scenario.teaches or "",
        "source": scenario.source or "",
        "file": Path(scenario.file).name,
        "extends": Path(scenario.extends).name if scenario.extends else "",
        "on": scenario.on.isoformat(),
        "day": day_in_words(scenario.on),
        "invented": scenario.council.invented,
        "members": [
            {"name": m.name, "said": named(m.name), "code": m.code, "permanent": m.permanent}
            for m in scenario.council.members
        ],
        "drafts": [_draft(done, life, texts) for life in done.drafts],
        "known": _known(scenario, press),
        "forecast": _forecast(scenario, press),
        "articles": texts.whole() if full_text else [],
        "ok": done.ok,
    }


def _draft(done: Replay, life: DraftLife, texts: _Texts) -> dict[str, Any]:
    roll = life.trace.draft.roll
    decision = life.decision
    return {
        "name": life.name,
        "label": life.label or "",
        "symbol": life.symbol or "",
        "sponsors": list(life.sponsors),
        "touched": life.touched,
        "state": life.trace.draft.state,
        "kind": decision.finding.kind if decision else life.trace.draft.kind or Kind.SUBSTANTIVE,
        "roll": [ballot.letter if ballot else "?" for ballot in roll.ballots] if roll else [],
        "unnamed": [[each.ballot.letter, each.least, each.most] for each in roll.unnamed] if roll else [],
        "counted": counted_words(roll) if roll else "",
        "parties": [done.council.index(member) for member in life.trace.draft.parties],
        "steps": [_step(step, texts) for step in life.trace.steps],
        "said": [_report(report, texts) for report in life.said],
        "replaced": [_report(report, texts) for report in life.replaced],
    }


def _step(step: Step, texts: _Texts) -> dict[str, Any]:
    event = step.event
    return {
        "act": event.act,
        "from": step.row.state,
        "to": step.row.target,
        "when": when_in_words(event.when),
        "day": event.when.best.isoformat() if event.when.best else "",
        "basis": event.basis,
        "note": event.note,
        "cites": [cite.key for cite in step.row.cites],
        "evidence": [texts.around(evidence) for evidence in event.evidence],
    }


def _report(report: Report, texts: _Texts) -> dict[str, Any]:
    return {
        "type": report.type,
        "modality": report.modality,
        "when": when_in_words(report.when),
        "evidence": [texts.around(evidence) for evidence in report.evidence[:1]],
    }


def when_in_words(when: When) -> str:
    """A day, or the window it lies in, or what is known of either end.

    >>> when_in_words(When(date(2016, 9, 25), date(2016, 10, 1), date(2016, 9, 30)))
    '30 September 2016 (25 September 2016 to 1 October 2016)'
    >>> when_in_words(When(None, date(2024, 3, 14))), when_in_words(When(None, date(2024, 3, 14), date(2024, 3, 14)))
    ('by 14 March 2024', 'by 14 March 2024')
    """
    first, last, best = when.from_day, when.to_day, when.best
    window = f"{day_in_words(first)} to {day_in_words(last)}" if first and last and first < last else ""
    if last and first is None and best in (None, last):
        return f"by {day_in_words(last)}"
    if best:
        return f"{day_in_words(best)} ({window})" if window else day_in_words(best)
    if window:
        return window
    return f"from {day_in_words(first)}" if first else "no day given"


def _forecast(scenario: Scenario, press: Press) -> dict[str, list[list[str]]]:
    """By draft, each outcome with its probability, exact and in percent, where the scenario says who leans how."""
    if not scenario.leanings:
        return {}
    return {
        found.draft: [[str(o), str(p), f"{float(100 * p):.1f}"] for o, p in found.last.outcomes.items()]
        for found in forecasts(scenario, press=press)
        if found.draft in scenario.leanings
    }


def _known(scenario: Scenario, press: Press) -> list[dict[str, Any]]:
    """By each day on which an article came out, the state of every draft as far as could be known."""
    if not scenario.articles:
        return []
    mined = press.mined(scenario.articles, scenario.published)
    days = sorted({article.published.best for article in mined.articles if article.published.best})
    return [_as_known(scenario, press, day) for day in days]


def _as_known(scenario: Scenario, press: Press, day: date) -> dict[str, Any]:
    # What the ballots say was known to nobody before the vote.
    told = replay(scenario, day, press)
    return {
        "day": day.isoformat(),
        "words": day_in_words(day),
        "drafts": {life.name: _reported(life) for life in told.drafts},
    }


def _reported(life: DraftLife) -> dict[str, Any]:
    """The steps that rest on a report of that day or before, by act, and the state they had led to."""
    steps = [step for step in life.trace.steps if step.event.evidence]
    return {"state": steps[-1].row.target if steps else "", "steps": [str(step.event.act) for step in steps]}


class _Texts:
    """The articles of a story, read once, for the sentences round a quote."""

    def __init__(self, paths: dict[str, Path]) -> None:
        self.paths = paths

    def around(self, evidence: Evidence) -> dict[str, str]:
        """The quote with a sentence on each side; alone where its file is not at hand."""
        found = {"file": Path(evidence.file).name, "before": "", "quote": evidence.quote, "after": ""}
        path = self.paths.get(evidence.file)
        if path is None:
            return found
        article, parts = _read(path, evidence.file)
        text, at = article.text, article.shown_at(evidence.start)
        place = next((i for i, s in enumerate(parts) if s.start <= at < s.end), None)
        if place is None:
            return found
        start = text.find(evidence.quote, max(0, parts[place].start - len(evidence.quote)))
        if start < 0:
            return found
        first = parts[place - 1].start if place else parts[place].start
        last = parts[place + 1].end if place + 1 < len(parts) else parts[place].end
        found["before"] = text[max(first, start - AROUND) : start]
        found["after"] = text[start + len(evidence.quote) : min(last, start + len(evidence.quote) + AROUND)]
        return found

    def whole(self) -> list[dict[str, str]]:
        """Every article, for a page that may hold them."""
        return [{"file": path.name, "text": _read(path, name)[0].text} for name, path in self.paths.items()]


@lru_cache(maxsize=256)
def _read(path: Path, name: str) -> tuple[Article, Sequence[Sentence]]:
    article = read_article(path, name)
    return article, tuple(sentences(article.text))


def citations(keys: Iterable[str]) -> dict[str, dict[str, str]]:
    """What each source says, and where it can be read."""
    from lifecycle.model.charter import CITATIONS

    return {key: {"says": CITATIONS[key].says, "link": CITATIONS[key].link} for key in sorted(set(keys))}
