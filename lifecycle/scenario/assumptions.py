"""What a scenario assumes beyond one roll: combinations to sweep, and how members lean.

Knows how `sweep`, `leanings` and `blocs` become members, ballots, Councils, rules and exact probabilities, each
complaint at its place. Refuses to count, to forecast, and to know what a stance is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from lifecycle.errors import InputError, nearest_names, refuse
from lifecycle.model.ballots import Ballot
from lifecycle.model.council import Council, Member, council_on
from lifecycle.model.counting import require_fit
from lifecycle.model.presets import preset, preset_that_is
from lifecycle.model.rules import Rule, rule_on
from lifecycle.scenario.layers import Chain
from lifecycle.scenario.scenario import Leaning, Leanings, Scenario, Setting, Sweep
from lifecycle.scenario.schema import LeaningForm, SweepForm
from lifecycle.scenario.seating import as_invented, member_named, rule_of

REST = "rest"
"""The key of everybody who is not named."""

_PROBABILITY = re.compile(r"\d+(?:\.\d+)?%?|\d+/[1-9]\d*")


def sweep_of(chain: Chain, drafts: Sequence[str], council: Council) -> Sweep | None:
    """What the chain sweeps, or None; every problem is noted at its place."""
    form, layer = chain.last("sweep")
    if form is None:
        return None
    draft = form.draft or (drafts[0] if len(drafts) == 1 else None)
    if draft is None:
        message = f"the sweep must say which draft is voted on; the drafts are {', '.join(drafts)}"
        chain.complain("missing-key", message, ("sweep",), layer=layer, at_key=True)
    elif draft not in drafts:
        message = f"no draft is called {draft!r}; the drafts are {', '.join(drafts)}"
        chain.complain("unknown-draft", message, ("sweep", "draft"), nearest_names(draft, drafts), layer=layer)
    settings = tuple(_settings(chain, form, council))
    place, _ = chain.spot(("sweep",), layer=layer)
    return Sweep(
        draft or drafts[0],
        tuple(form.members),
        tuple(_ballots(chain, name, ballots) for name, ballots in form.members.items()),
        settings,
        form.rest,
        place,
    )


def _ballots(chain: Chain, name: str, words: Sequence[Ballot | str]) -> tuple[Ballot, ...]:
    if "any" in words:
        return tuple(Ballot)
    found = tuple(dict.fromkeys(map(Ballot, words)))
    if not found:
        chain.complain("wrong-shape", f"{name!r} has no ballot to cast", ("sweep", "members", name), at_key=True)
    elif len(found) < len(words):
        message = f"a ballot of {name!r} stands here twice"
        chain.complain("votes-twice", message, ("sweep", "members", name), at_key=True)
    return found


def _settings(chain: Chain, form: SweepForm, council: Council) -> Iterator[Setting]:
    """Each Council with each rule. What is wrong with a member is told for the first Council it is wrong on."""
    told: set[str] = set()
    for seated in _councils(chain, form, council):
        members = tuple(_members(chain, form, seated, told))
        for rule in _rules(chain, form, seated, council):
            yield Setting(seated, rule, members)


def _councils(chain: Chain, form: SweepForm, council: Council) -> Iterator[Council]:
    if not form.dates and not form.councils:
        yield council
    for index, day in enumerate(form.dates):
        found = chain.attempt(("sweep", "dates", index), partial(council_on, day))
        if found:
            yield found
    for index, wanted in enumerate(form.councils):
        found = chain.attempt(("sweep", "councils", index), partial(as_invented, wanted, council.on))
        if found:
            yield found


def _members(chain: Chain, form: SweepForm, council: Council, told: set[str]) -> Iterator[Member]:
    seen: dict[Member, str] = {}
    for name in form.members:
        path = ("sweep", "members", name)
        try:
            member = council.find(name)
        except InputError as error:
            for problem in error.problems if name not in told else ():
                chain.complain(problem.slug, problem.message, path, problem.nearest, at_key=True)
            told.add(name)
            continue
        if member in seen and name not in told:
            message = f"{name!r} is {member.name}, who is named above as {seen[member]!r}"
            chain.complain("votes-twice", message, path, at_key=True)
            told.add(name)
        seen.setdefault(member, name)
        yield member


def _rules(chain: Chain, form: SweepForm, seated: Council, council: Council) -> Iterator[Rule]:
    if not form.rules:
        own, _ = chain.last("rule")
        rule = rule_of(chain, council) if own is not None and seated == council else rule_on(seated.on)
        fits = chain.attempt(("sweep",), partial(_fitting, rule, seated), at_key=True)
        if fits:
            yield fits
    for index, name in enumerate(form.rules):
        found = chain.attempt(("sweep", "rules", index), partial(_preset, name, seated))
        if found:
            yield found


def _preset(name: str, council: Council) -> Rule:
    return _fitting(preset(name, council), council)


def _fitting(rule: Rule, council: Council) -> Rule:
    require_fit(rule, council)
    return rule


def leanings_of(chain: Chain, drafts: Sequence[str], council: Council) -> dict[str, Leanings]:
    """By draft, how members lean on it; every problem is noted at its place."""
    said, blocs = chain.merged("leanings"), chain.merged("blocs")
    return {
        draft: _leanings(chain, draft, said.get(draft, {}), blocs.get(draft, ()), council)
        for draft in drafts
        if draft in said or draft in blocs
    }


def _leanings(
    chain: Chain, draft: str, said: dict[str, LeaningForm], blocs: Sequence[Sequence[str]], council: Council
) -> Leanings:
    members: dict[Member, Leaning] = {}
    rest: Leaning | None = None
    for name, form in said.items():
        path = ("leanings", draft, name)
        leaning = chain.attempt(path, partial(_leaning, name, form), at_key=not isinstance(form, str))
        if name == REST:
            rest = leaning
            continue
        member = chain.attempt(path, partial(council.find, name), at_key=True)
        if member in members:
            message = f"{name!r} is named above by another name; a member leans one way"
            chain.complain("votes-twice", message, path, at_key=True)
        elif member is not None and leaning is not None:
            members[member] = leaning
    key = "leanings" if said else "blocs"
    place, _ = chain.spot((key, draft))
    return Leanings(members, rest, tuple(_blocs(chain, draft, blocs, council)), place)


def _leaning(name: str, form: LeaningForm) -> Leaning:
    if isinstance(form, str):
        return {Ballot(form): Fraction(1)} if form in set(Ballot) else form
    return leaning_of(name, form)


def leaning_of(name: str, form: Mapping[Ballot, str]) -> dict[Ballot, Fraction]:
    """The probabilities written in `form`. Raises InputError unless they add up to one, exactly."""
    chances = {ballot: probability(text) for ballot, text in form.items()}
    total = sum(chances.values())
    if total != 1:
        shown = f"{float(total):.6g}" if total.denominator > 1000 else str(total)
        message = f"the probabilities of {name!r} add up to {shown}, not to 1; write 1/3 rather than 0.33"
        raise refuse("probabilities-not-one", message)
    return chances


def probability(text: str) -> Fraction:
    """A probability written as 0.9, 90% or 9/10, exactly. Raises InputError for anything else.

    >>> probability("90%") == probability("0.9") == probability("9/10")
    True
    """
    if _PROBABILITY.fullmatch(text.strip()) and len(text) < 40:
        value = Fraction(text.strip().rstrip("%")) / (100 if "%" in text else 1)
        if value <= 1:
            return value
    raise refuse("bad-probability", f"not a probability: {text!r}; write it as 0.9, 90% or 9/10")


def _blocs(chain: Chain, draft: str, blocs: Sequence[Sequence[str]], council: Council) -> Iterator[tuple[Member, ...]]:
    seen: set[Member] = set()
    for index, names in enumerate(blocs):
        found = []
        for place, name in enumerate(names):
            path = ("blocs", draft, index, place)
            member = member_named(chain, name, council, path)
            if member in seen:
                chain.complain("votes-twice", f"{name!r} is in a bloc already; a member votes with one", path)
            elif member is not None:
                seen.add(member)
                found.append(member)
        if found:
            yield tuple(found)


def plain_assumptions(scenario: Scenario) -> dict[str, Any]:
    """What `sweep_of` and `leanings_of` read, as tables, lists and texts alone: the keys a file would have."""
    found: dict[str, Any] = {
        "leanings": {draft: told for draft, said in scenario.leanings.items() if (told := _plain_leanings(said))},
        "blocs": {draft: _names(said.blocs) for draft, said in scenario.leanings.items() if said.blocs},
    }
    if scenario.sweep:
        found["sweep"] = _plain_sweep(scenario, scenario.sweep)
    return found


def _names(blocs: Sequence[Sequence[Member]]) -> list[list[str]]:
    return [[member.name for member in bloc] for bloc in blocs]


def _plain_leanings(said: Leanings) -> dict[str, Any]:
    told = {member.name: leaning for member, leaning in said.members.items()}
    every = told if said.rest is None else {**told, REST: said.rest}
    return {
        name: leaning if isinstance(leaning, str) else {ballot.value: str(chance) for ballot, chance in leaning.items()}
        for name, leaning in every.items()
    }


def _plain_sweep(scenario: Scenario, sweep: Sweep) -> dict[str, Any]:
    told: dict[str, Any] = {"draft": sweep.draft}
    told["members"] = {
        name: [ballot.value for ballot in ballots] for name, ballots in zip(sweep.names, sweep.ballots, strict=True)
    }
    councils = list(dict.fromkeys(setting.council for setting in sweep.settings))
    if councils != [scenario.council]:
        told["dates"] = [council.on.isoformat() for council in councils if not council.invented]
        told["councils"] = [
            {
                key: [member.name for member in seats]
                for key, seats in (("permanent", c.permanent), ("elected", c.elected))
            }
            for c in councils
            if c.invented
        ]
    names = [name for each in sweep.settings if (name := preset_that_is(each.rule, each.council))]
    if names and ("dates" in told or any(setting.rule != scenario.rule for setting in sweep.settings)):
        told["rules"] = list(dict.fromkeys(names))
    if sweep.rest:
        told["rest"] = sweep.rest.value
    return {key: value for key, value in told.items() if value}
