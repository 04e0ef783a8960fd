"""Which Council votes in a scenario, and under which rule.

Knows how a day, an invented Council and a rule's fields become the model's values, each complaint at the name that
caused it. Refuses to know any ballot.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from lifecycle.errors import nearest_names
from lifecycle.model.council import Council, Member, council_on, countries, country_named
from lifecycle.model.counting import require_fit
from lifecycle.model.presets import changed_rule, preset
from lifecycle.model.readings import COUNCIL
from lifecycle.model.rules import Rule, rule_on
from lifecycle.scenario.layers import Chain, Layer
from lifecycle.scenario.schema import CouncilForm, RuleForm


def council_of(chain: Chain) -> Council | None:
    """The Council of the chain's top file, or None after noting why there is none."""
    on, layer = chain.last("on")
    if on is None:
        chain.complain("missing-key", "the key 'on' is missing: the day that fixes the Council", (), layer=chain.top)
        return None
    day = chain.attempt(("on",), lambda: council_on(on), layer=layer)
    wanted, layer = chain.last("council")
    if day is None or wanted is None:
        return day
    swapped = bool(wanted.without or wanted.with_)
    if swapped == (wanted.permanent is not None or wanted.elected is not None):
        message = "give either without and with, or permanent and elected"
        chain.complain("wrong-shape", message, ("council",), layer=layer)
        return None
    if not _states_known(chain, wanted, layer, day):
        return None
    return chain.attempt(("council",), lambda: as_invented(wanted, day.on), layer=layer, at_key=True)


def as_invented(wanted: CouncilForm, on: date) -> Council:
    """The invented Council of that day: all seats as named, or else the real ones with some exchanged.

    Raises InputError if it cannot be seated so.
    """
    if wanted.permanent is not None or wanted.elected is not None:
        return Council.invented_council(on, wanted.permanent or (), wanted.elected or ())
    return council_on(on).seated(without=wanted.without, with_=wanted.with_)


def _states_known(chain: Chain, wanted: CouncilForm, layer: Layer, day: Council) -> bool:
    """Whether every name in an invented Council means a state; each that does not is noted at its place."""
    before = len(chain.problems)
    for index, name in enumerate(wanted.without):
        chain.attempt(("council", "without", index), partial(day.find, name), layer=layer)
    for key, names in (("with", wanted.with_), ("permanent", wanted.permanent), ("elected", wanted.elected)):
        for index, name in enumerate(names or ()):
            state_named(chain, name, day.on, ("council", key, index), layer)
    return len(chain.problems) == before


def rule_of(chain: Chain, council: Council) -> Rule:
    """The rule of the chain's top file; the Charter's, after noting why, where the one wanted cannot be."""
    wanted, layer = chain.last("rule")
    rule = _rule(chain, wanted, layer, council)
    path = ("rule",) if wanted is not None else ("council",)
    if rule is not None:
        chain.attempt(path, lambda: require_fit(rule, council), at_key=True)
    return rule or rule_on(council.on)


def _rule(chain: Chain, wanted: str | RuleForm | None, layer: Layer, council: Council) -> Rule | None:
    if wanted is None:
        return rule_on(council.on)
    if isinstance(wanted, str):
        return chain.attempt(("rule",), partial(preset, wanted, council), layer=layer)
    fields = wanted.fields()
    if isinstance(wanted.may_veto, list):
        found = [member_named(chain, n, council, ("rule", "may_veto", i)) for i, n in enumerate(wanted.may_veto)]
        if None in found:
            return None
    return chain.attempt(("rule",), lambda: changed_rule(council, fields), layer=layer, at_key=True)


def member_named(
    chain: Chain, name: str, council: Council, path: Sequence[str | int], layer: Layer | None = None
) -> Member | None:
    """The member that `name` at `path` means, or None after noting why it means none."""
    return chain.attempt(path, lambda: council.find(name), layer=layer)


def state_named(chain: Chain, name: str, on: date, path: Sequence[str | int], layer: Layer | None = None) -> str | None:
    """The UN name of the state that `name` at `path` means on that day, or None after noting that it means none."""
    if name == COUNCIL:
        return name
    country = country_named(name, on)
    if country is None:
        near = nearest_names(name, (c.name for c in countries() if c.named_so_on(on)))
        chain.complain("unknown-country", f"no state is called {name!r} on {on}", path, near, layer=layer)
        return None
    return country.name


def states_named(
    chain: Chain, names: Iterable[str], on: date, path: Sequence[str | int], layer: Layer | None = None
) -> tuple[str, ...]:
    """The states that a list of names at `path` means; those that mean none are noted and left out."""
    found = (state_named(chain, name, on, (*path, index), layer) for index, name in enumerate(names))
    return tuple(name for name in found if name is not None)
