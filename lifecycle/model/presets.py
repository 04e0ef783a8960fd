"""The rules that have a name: the Charter's of the day, reforms people propose, and misconceptions people hold.

Knows each as changes to named fields of the Charter's rule of a day, and reads changes written by a user. Refuses to
say which is right; whatever departs from the Charter is cited as a hypothesis.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from lifecycle.errors import InputError, nearest_names, refuse
from lifecycle.model import charter
from lifecycle.model.council import Council
from lifecycle.model.rules import Blocks, Rule, departures, rule_on


@dataclass(frozen=True, slots=True)
class Preset:
    """A named rule: `fields` replace those of the Charter's rule of the day; `text` says it in one line."""

    name: str
    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)


PRESETS = (
    Preset("charter", "the Charter's rule of the day"),
    Preset("no-veto", "no member can veto", {"may_veto": ()}),
    Preset("two-vetoes-needed", "two permanent members must vote no to veto", {"vetoes_needed": 2}),
    Preset("veto-override-12", "twelve yes votes override any veto", {"override": 12}),
    Preset(
        "all-five-must-agree",
        "every permanent member must vote yes (the commonest misconception)",
        {"blocks": Blocks.NOT_YES},
    ),
    Preset(
        "strict-27-3",
        "a party to the dispute must abstain, and its ballot is not counted",
        {"obligatory_abstention": True},
    ),
    Preset(
        "model-un",
        "Model UN house rules, not the Charter's: ten yes votes, two thirds of fifteen, and the five may veto",
        {"majority": 10},
    ),
)


def preset(name: str, council: Council) -> Rule:
    """The rule called `name`, for the Council's day. Raises InputError with the nearest names."""
    for candidate in PRESETS:
        if candidate.name == name:
            if not candidate.fields:
                return rule_on(council.on)
            return changed_rule(council, {"name": name, "text": candidate.text, **candidate.fields})
    names = [candidate.name for candidate in PRESETS]
    raise refuse(
        "unknown-rule",
        f"unknown rule {name!r}; known are {', '.join(names)}",
        nearest=nearest_names(name, names),
    )


def named_rules(council: Council) -> dict[str, Rule]:
    """By its name, every rule here that some roll of this Council can meet: twelve yes need more than eleven seats."""
    found: dict[str, Rule] = {}
    for candidate in PRESETS:
        with suppress(InputError):
            found[candidate.name] = preset(candidate.name, council)
    return found


def preset_that_is(rule: Rule, council: Council) -> str | None:
    """The name under which `rule` stands here, for this Council; None if it does not."""
    return next((name for name, named in named_rules(council).items() if named == rule), None)


def changed_rule(council: Council, fields: Mapping[str, Any]) -> Rule:
    """The Charter's rule of the day with some fields replaced by the user. Raises InputError if no roll can meet it.

    An invented Council of another size has no Charter rule: then `seats` and `majority` must both be given, and a
    review conference needs that majority too unless `review_majority` says otherwise.
    """
    given = {key: value for key, value in fields.items() if value is not None}
    if "seats" in given and "majority" in given:
        given.setdefault("review_majority", given["majority"])
    given.setdefault("name", "own rule")
    given.setdefault("text", "a rule of this scenario's own")
    rule = replace(rule_on(council.on), **given)
    return checked(replace(rule, cites=(charter.HYPOTHESIS,)) if departures(rule, council.on) else rule, council)


def checked(rule: Rule, council: Council) -> Rule:
    """`rule` itself, or InputError if its numbers cannot be met by any roll of its seats."""
    limits = {"majority": rule.majority, "review_majority": rule.review_majority}
    if rule.override is not None:
        limits["override"] = rule.override
    for name, value in limits.items():
        if not 1 <= value <= rule.seats:
            raise refuse("impossible-rule", f"{name} is {value}, but the rule has {rule.seats} seats")
    holders = len(rule.veto_holders(council))
    if holders and not 1 <= rule.vetoes_needed <= holders:
        raise refuse("impossible-rule", f"vetoes_needed is {rule.vetoes_needed}, but {holders} members may veto")
    return rule
