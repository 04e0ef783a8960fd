"""Hypothesis strategies for scenarios, and for Councils that never sat.

Knows how to draw a scenario that a file could hold, with every part a file can say. Refuses to check anything; the
laws are the tests'. What scenarios are made of is drawn by `testing`.

Needs the extra `testing`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from lifecycle.mining.mined import BALLOTS
from lifecycle.model.ballots import Ballot
from lifecycle.model.council import Council
from lifecycle.model.draft import Event
from lifecycle.model.presets import changed_rule
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reports import Evidence, When
from lifecycle.model.rules import Outcome, Rule, rule_on
from lifecycle.model.table import FROM_MENTION, Act, State
from lifecycle.scenario.loader import SAID
from lifecycle.scenario.scenario import Leaning, Leanings, Report, Scenario, ScenarioDraft, Setting, Sweep
from lifecycle.testing import SPONSORS, WORDS, councils, kinds, partial_rolls, presets_for, rolls, rules

_DAYS = st.dates(date(2000, 1, 1), date(2026, 12, 31))
_OUTSIDERS = ("Chad", "Fiji", "Iceland", "Peru")


@st.composite
def scenarios(draw: DrawFn, file: str) -> Scenario:
    """A scenario that the file called `file` could hold: one or two drafts, of any Council and rule; no articles."""
    council = draw(councils() | invented_councils())
    rule = draw(_rules_that_fit(council))
    names = draw(st.lists(WORDS, min_size=1, max_size=2, unique=True))
    drafts = tuple(draw(scenario_drafts(name, council, rule)) for name in names)
    reports = draw(st.lists(_reports(council, names), max_size=2))
    maybe = st.none() | WORDS
    return Scenario(
        title=draw(WORDS),
        council=council,
        rule=rule,
        drafts=drafts,
        file=file,
        teaches=draw(maybe),
        source=draw(maybe),
        reports=tuple(reports),
        before=draw(st.none() | _DAYS),
        expect=draw(st.dictionaries(st.sampled_from(names), st.sampled_from(State))),
        holidays=draw(st.none() | st.lists(_DAYS, max_size=2).map(tuple)),
        sweep=draw(st.none() | sweeps(names[0], council, rule)),
        leanings=draw(st.dictionaries(st.sampled_from(names), leanings(council), max_size=1)),
    )


@st.composite
def sweeps(draw: DrawFn, draft: str, council: Council, rule: Rule) -> Sweep:
    """A sweep of up to three members of `council`: under its own rule, or under two named rules for its seats."""
    members = draw(st.lists(st.sampled_from(council.members), max_size=3, unique=True))
    ballots = st.lists(st.sampled_from(Ballot), min_size=1, max_size=5, unique=True).map(tuple)
    named = [] if council.invented else list(presets_for(council)[:2])
    chosen = draw(st.sampled_from(([rule], named or [rule])))
    return Sweep(
        draft,
        tuple(member.name for member in members),
        tuple(draw(ballots) for _ in members),
        tuple(Setting(council, each, tuple(members)) for each in chosen),
        draw(st.none() | st.sampled_from(Ballot)),
    )


@st.composite
def leanings(draw: DrawFn, council: Council) -> Leanings:
    """How up to three members lean, and the rest; sometimes a bloc."""
    third = {Ballot.YES: Fraction(1, 3), Ballot.ABSTAIN: Fraction(2, 3)}
    leaning: SearchStrategy[Leaning] = st.sampled_from(("supports", "opposes", {Ballot.NO: Fraction(1)}, third))
    members = draw(st.lists(st.sampled_from(council.members), max_size=3, unique=True))
    bloc = draw(st.sampled_from(((), (council.members[:2],))))
    return Leanings(
        {member: draw(leaning) for member in members}, draw(st.none() | leaning if members or bloc else leaning), bloc
    )


@st.composite
def invented_councils(draw: DrawFn) -> Council:
    """A Council that never sat: elected seats exchanged, or a handful of states, two of them permanent."""
    council = draw(councils())
    others = draw(st.lists(st.sampled_from(_OUTSIDERS), min_size=1, max_size=4, unique=True))
    others = [name for name in others if name not in {member.name for member in council.members}] or ["Tonga"]
    if draw(st.booleans()):
        gone = [member.name for member in council.elected[: len(others)]]
        return council.seated(without=gone, with_=others)
    return Council.invented_council(council.on, [member.name for member in council.permanent[:2]], others)


def _rules_that_fit(council: Council) -> SearchStrategy[Rule]:
    """A rule for the Council's seats, sometimes with members named who may veto."""
    seats = len(council.members)
    if not council.invented or seats == rule_on(council.on).seats:
        named = st.lists(st.sampled_from([member.name for member in council.members]), min_size=1, unique=True)
        holders = named.map(lambda names: changed_rule(council, {"name": "own", "may_veto": tuple(names)}))
        return rules(council) | holders
    return st.builds(
        lambda majority: changed_rule(
            council, {"name": "small", "seats": seats, "majority": majority, "review_majority": 1}
        ),
        st.integers(1, seats),
    )


@st.composite
def scenario_drafts(draw: DrawFn, name: str, council: Council, rule: Rule) -> ScenarioDraft:
    """A draft of a scenario: with or without ballots, changes of them, steps, a kind of matter and parties."""
    votes = draw(st.none() | rolls(council, rule).flatmap(lambda roll: partial_rolls(roll, 3)))
    members = st.sampled_from(council.members)
    changes = draw(st.dictionaries(members, st.sampled_from((*Ballot, None)), max_size=2)) if votes else {}
    return ScenarioDraft(
        name=name,
        sponsors=draw(st.sampled_from(((), SPONSORS))),
        label=draw(st.none() | WORDS),
        symbol=draw(st.none() | st.just("S/2016/846")),
        recorded_as=draw(st.none() | WORDS),
        kind=draw(st.none() | kinds()),
        parties=tuple(draw(st.lists(members, max_size=2, unique=True))),
        votes=votes,
        changes=tuple(changes.items()),
        steps=tuple(draw(st.lists(_assumed_steps(), max_size=2))),
    )


def _assumed_steps() -> SearchStrategy[Event]:
    return st.builds(
        Event,
        st.sampled_from(Act),
        st.just(When()) | _DAYS.map(lambda day: When.on(day, "assumed")),
        st.sampled_from(((), SPONSORS, (COUNCIL,))),
        outcome=st.none() | st.sampled_from(Outcome),
        until=st.none() | _DAYS,
        not_pressed=st.booleans(),
        note=st.just(SAID) | WORDS,
    )


@st.composite
def _reports(draw: DrawFn, council: Council, drafts: list[str]) -> Report:
    name = draw(WORDS)
    members = st.lists(
        st.sampled_from([member.name for member in council.members]), min_size=1, max_size=3, unique=True
    )
    place = st.integers(0, 10_000)
    maybe = st.none() | _DAYS
    votes = draw(st.dictionaries(st.sampled_from(tuple(BALLOTS)), members, max_size=2))
    return Report(
        name,
        draw(st.sampled_from(drafts)),
        draw(st.sampled_from(tuple(FROM_MENTION))),
        draw(st.sampled_from(("occurred", "planned", "hypothetical", "negated", "history_other"))),
        draw(_DAYS.map(lambda day: When.on(day, "stated")) | st.builds(When, maybe, maybe, maybe, WORDS)),
        draw(st.sampled_from(((), SPONSORS, (COUNCIL,)))),
        tuple(draw(st.lists(st.builds(Evidence, WORDS, place, place, WORDS), max_size=2))),
        (name,),
        {side: tuple(names) for side, names in votes.items()},
    )
