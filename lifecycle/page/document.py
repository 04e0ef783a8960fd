"""The page as one file: markup, style, script and data, sealed so that it can reach nothing.

Knows how the parts are put together, which hashes the Content-Security-Policy names, and how any text, whatever an
article holds, stays data. Refuses to know what the page shows.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from lifecycle.analysis.groups import Groups
from lifecycle.errors import InputError
from lifecycle.located import read
from lifecycle.model.counting import require_fit
from lifecycle.model.presets import PRESETS, preset
from lifecycle.model.rules import Kind, Rule, rule_on
from lifecycle.page.machine import drawing, explorer
from lifecycle.page.practice import questions
from lifecycle.page.story import citations, story
from lifecycle.page.tables import Words, power_words, rule_table
from lifecycle.scenario.press import Press
from lifecycle.scenario.scenario import Scenario

ASSETS = Path(__file__).with_name("assets")


def page(scenarios: Sequence[Scenario], *, full_text: bool = False) -> str:
    """The page for these scenarios, the first one open; with `full_text`, whole articles are in it.

    Raises InputError if an article cannot be read or a draft is not to be found in the sources.
    """
    return document(content(scenarios, full_text=full_text))


def content(scenarios: Sequence[Scenario], *, full_text: bool = False) -> dict[str, Any]:
    """Everything the page looks up, as plain data."""
    press, refusals = Press(), Words()
    stories = [story(scenario, press, full_text=full_text) for scenario in scenarios]
    laws = _Laws(_kinds_in(stories))
    for scenario, told in zip(scenarios, stories, strict=True):
        for shown, draft in zip(told["drafts"], scenario.drafts, strict=True):
            groups = [Groups(scenario.council, rule, Kind.SUBSTANTIVE, draft.parties) for rule in _rules(scenario)]
            shown["rules"] = [laws.place(group) for group in groups]
    machine = {"drawing": drawing(), "explorer": explorer(refusals)}
    return {
        "strings": strings(),
        "stories": stories,
        "laws": laws.found,
        "words": laws.words.texts,
        "near": laws.near.texts,
        "machine": machine,
        "refusals": refusals.texts,
        "citations": citations(_cited(laws.words, refusals, stories)),
        "practice": questions(),
    }


def strings() -> dict[str, str]:
    """The page's own words."""
    found: dict[str, str] = read(ASSETS / "strings.yaml", "strings.yaml").plain()
    return found


def _kinds_in(stories: Sequence[dict[str, Any]]) -> tuple[Kind, ...]:
    """Every kind of matter in these stories, and two that everybody may want to compare with."""
    used = {draft["kind"] for told in stories for draft in told["drafts"]}
    return tuple(kind for kind in Kind if kind in used | {Kind.SUBSTANTIVE, Kind.PROCEDURAL})


def _rules(scenario: Scenario) -> list[Rule]:
    """The scenario's own rule first, then every named one that its Council can have."""
    found = {scenario.rule.name: scenario.rule}
    for candidate in PRESETS:
        try:
            rule = preset(candidate.name, scenario.council)
            require_fit(rule, scenario.council)
        except InputError:
            continue  # an override of twelve needs more than eleven seats; an invented Council has a size of its own
        found.setdefault(rule.name, rule)
    return list(found.values())


class _Laws:
    """The rules' tables, each kept once for all stories whose Councils are of one shape."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = kinds
        self.found: list[dict[str, Any]] = []
        self.words, self.near = Words(), Words()
        self._places: dict[str, int] = {}

    def place(self, groups: Groups) -> int:
        """The place of the tables of a rule for one Council and these parties to the dispute."""
        council, rule = groups.council, groups.rule
        seats = [(member.permanent, member in groups.parties) for member in council.members]
        key = repr((rule, seats, [council.index(member) for member in rule.veto_holders(council)]))
        if key not in self._places:
            near = self.near if rule == rule_on(council.on) or not self.found else None
            kinds = {
                kind: rule_table(Groups(council, rule, kind, groups.parties), self.words, near) for kind in self.kinds
            }
            self._places[key] = len(self.found)
            self.found.append({"name": rule.name, "text": rule.text, "kinds": kinds, "power": power_words(groups)})
        return self._places[key]


def _cited(words: Words, refusals: Words, stories: Sequence[dict[str, Any]]) -> Iterator[str]:
    for _, cites in words.texts:
        yield from cites
    for text in refusals.texts:
        if isinstance(text, list):
            yield from text
    for told in stories:
        for draft in told["drafts"]:
            for step in draft["steps"]:
                yield from step["cites"]


def document(data: dict[str, Any]) -> str:
    """The file: no byte of it comes from elsewhere, and nothing in it can ask for one."""
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    script = script_text()
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )
    title = data["stories"][0]["title"]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        "<noscript>This page needs JavaScript; it runs in your browser alone and sends nothing.</noscript>\n"
        '<div id="app"></div>\n'
        f'<script type="application/json" id="content">{_embedded(data)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


SCRIPTS = ("words", "place", "lookup", "frame", "seats", "vote", "whatif", "story", "machine", "practice", "start")
"""The parts of the script, in the order in which they are joined; a later part may call an earlier one at once."""


def script_text() -> str:
    """The parts of the script as one, with no name of theirs outside it."""
    parts = "\n".join((ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _hash(text: str) -> str:
    """The source expression that allows exactly this text (Content Security Policy, level 2)."""
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _embedded(data: dict[str, Any]) -> str:
    """JSON that no text in it can end early: every `<`, `>` and `&` is written as an escape."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")
