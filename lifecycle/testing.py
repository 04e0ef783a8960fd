"""Hypothesis strategies for whoever tests against this model: Councils, rules, rolls, drafts, events and lives.

Knows how to draw them so that every outcome is reached: the outcome first, then a class of rolls with that outcome,
then a roll in the class. Ballots drawn one by one would almost never adopt or veto anything. Counterexamples shrink to
the fewest noes of members who may veto, then to abstentions. Refuses to check anything; the laws are the tests'.

Needs the extra `testing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import FIRST_DAY, LAST_DAY, Council, Member, council_on
from lifecycle.model.counting import count, outcome_of, vote_values
from lifecycle.model.draft import Draft, Event
from lifecycle.model.guards import And, Expr, Not, Or
from lifecycle.model.inference import least_run
from lifecycle.model.machine import step
from lifecycle.model.meeting import Heard, Meeting, hear
from lifecycle.model.presets import changed_rule, named_rules
from lifecycle.model.proposals import Form, kind_of
from lifecycle.model.readings import COUNCIL
from lifecycle.model.reports import When
from lifecycle.model.rules import Blocks, Kind, Outcome, Rule, rule_on
from lifecycle.model.table import ENDED_BY_VOTE, ENDS, ROWS, Act, State
from lifecycle.record.votes import Totals, Vote
from lifecycle.teaching.formula import FALSE, TRUE, Formula, atom, joined, negated

SPONSORS = ("France", "Spain")
SECONDER = "Egypt"
_ASIDE = (Ballot.ABSTAIN, Ballot.NOT_PARTICIPATING, Ballot.ABSENT)
_STATES = tuple(State)
_OTHER_ENDS = {State.LAPSED: Act.LAPSE, State.SUPERSEDED: Act.SUPERSEDE, State.WITHDRAWN: Act.WITHDRAW}
_BEFORE_THE_END = frozenset(state for state in State if state not in ENDS and state is not State.VOTED)


@dataclass(frozen=True, slots=True)
class RollClass:
    """All rolls with these counts, which decide the outcome: yes and no of members who may veto, yes of the others."""

    holders_no: int
    holders_yes: int
    others_yes: int


def councils(seats: int | None = None) -> SearchStrategy[Council]:
    """A Council that sat, of any day in the record; with `seats` 11 or 15, of the years that had so many."""
    last, first = date(1965, 12, 31), date(1966, 1, 1)
    spans = {None: (FIRST_DAY, LAST_DAY), 11: (FIRST_DAY, last), 15: (first, LAST_DAY)}
    return st.dates(*spans[seats]).map(council_on)


def rules(council: Council) -> SearchStrategy[Rule]:
    """A rule that fits `council`: the Charter's, one of the presets, or any other fields that a roll can meet."""
    return st.one_of(st.sampled_from(presets_for(council)), _own_rules(council))


@cache
def presets_for(council: Council) -> tuple[Rule, ...]:
    """The named rules that can be met by a Council of this size, the Charter's first."""
    return tuple(named_rules(council).values())


def _own_rules(council: Council) -> SearchStrategy[Rule]:
    count = st.integers(1, rule_on(council.on).seats)
    return st.builds(
        lambda **fields: changed_rule(council, fields),
        majority=count,
        review_majority=count,
        blocks=st.sampled_from(Blocks),
        vetoes_needed=st.integers(1, len(council.permanent)),
        override=st.none() | count,
        procedural_veto=st.booleans(),
    )


def guards(leaves: SearchStrategy[Expr], most: int) -> SearchStrategy[Expr]:
    """An expression that a guard may be, of up to `most` of these `leaves` joined by not, and, or."""
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.builds(And, st.lists(inner, max_size=3).map(tuple)),
            st.builds(Or, st.lists(inner, max_size=3).map(tuple)),
        ),
        max_leaves=most,
    )


def kinds() -> SearchStrategy[Kind]:
    """A kind of matter."""
    return st.sampled_from(Kind)


@cache
def roll_classes(council: Council, rule: Rule, kind: Kind) -> dict[Outcome, tuple[RollClass, ...]]:
    """The classes of complete rolls by their outcome, fewest noes first; an outcome no roll has is left out."""
    holders = len(rule.veto_holders(council))
    found: dict[Outcome, list[RollClass]] = {}
    for values in vote_values(Roll.unknown(council), kind, rule):
        yes = holders - int(values["veto_holders_not_yes"])
        these = RollClass(int(values["veto_holders_no"]), yes, int(values["all_yes"]) - yes)
        found.setdefault(outcome_of(values), []).append(these)
    return {
        outcome: tuple(sorted(found[outcome], key=lambda these: (these.holders_no, -these.holders_yes)))
        for outcome in Outcome
        if outcome in found
    }


@st.composite
def rolls(
    draw: DrawFn,
    council: Council,
    rule: Rule | None = None,
    kind: Kind = Kind.SUBSTANTIVE,
    outcome: Outcome | None = None,
) -> Roll:
    """A complete roll of `council`: first the outcome it has under `rule` (the Charter's), unless one is asked for."""
    law = rule or rule_on(council.on)
    by_outcome = roll_classes(council, law, kind)
    these = draw(st.sampled_from(by_outcome[outcome or draw(st.sampled_from(tuple(by_outcome)))]))
    holders = draw(st.permutations(law.veto_holders(council)))
    others = draw(st.permutations([member for member in council.members if member not in holders]))
    ballots: dict[Member, Ballot] = {}
    for place, member in enumerate(holders):
        aside = st.sampled_from(_ASIDE)
        spoke = Ballot.YES if place < these.holders_yes else Ballot.NO
        ballots[member] = spoke if place < these.holders_yes + these.holders_no else draw(aside)
    for place, member in enumerate(others):
        ballots[member] = Ballot.YES if place < these.others_yes else draw(st.sampled_from((*_ASIDE, Ballot.NO)))
    return Roll(council, tuple(ballots[member] for member in council.members))


@st.composite
def partial_rolls(draw: DrawFn, roll: Roll, most: int) -> Roll:
    """`roll` with the ballots of up to `most` members forgotten."""
    forgotten = draw(st.sets(st.sampled_from(roll.council.members), max_size=most))
    return roll.changed(dict.fromkeys(forgotten))


@st.composite
def counted_rolls(draw: DrawFn, roll: Roll, most: int) -> Roll:
    """`roll` with the ballots of up to `most` members forgotten, and some ballots counted, exactly or nearly."""
    partial = draw(partial_rolls(roll, most))
    counts = {}
    for ballot in draw(st.sets(st.sampled_from(Ballot))):
        cast = roll.ballots.count(ballot)
        more = draw(st.sampled_from(((0, 0), (0, 0), (0, 1), (1, 0), (0, 193))))
        counts[ballot] = max(cast - more[0], 0), cast + more[1]
    counted = partial.counted(counts)
    assert counted is not None, "what is true can be"
    return counted


@st.composite
def drafts(draw: DrawFn, council: Council) -> Draft:
    """A draft in any state of its life, under any rule, with a roll once it has been voted on."""
    rule, kind, state = draw(rules(council)), draw(kinds()), draw(st.sampled_from(_STATES))
    voted = state in {State.VOTED, *ENDED_BY_VOTE}
    whole = draw(rolls(council, rule, kind)) if voted else None
    return Draft(
        name="draft",
        council=council,
        rule=rule,
        kind=draw(st.sampled_from((None, kind))),
        sponsors=draw(st.sampled_from(((), SPONSORS))),
        parties=tuple(draw(st.sets(st.sampled_from(council.members), max_size=2))),
        state=state,
        roll=whole and draw(partial_rolls(whole, 3)),
        seconders=draw(st.sampled_from(((), (SECONDER,)))),
        silence_until=draw(st.sampled_from((None, council.on))),
    )


@st.composite
def events(draw: DrawFn, draft: Draft) -> Event:
    """Anything that could be said to happen to `draft`, most of it legal, some of it absurd."""
    act = draw(st.sampled_from(Act))
    near = draft.council.on + timedelta(days=draw(st.integers(-1, 1)))
    return Event(
        act,
        draw(st.sampled_from((When(), When.on(near, "stated")))),
        draw(st.sampled_from(((), SPONSORS, (SECONDER,), ("Japan",), (COUNCIL,)))),
        outcome=draw(st.sampled_from((None, *Outcome))) if act is Act.ANNOUNCE else None,
        roll=draw(st.none() | rolls(draft.council, draft.rule)) if act is Act.VOTE else None,
        until=near if act in {Act.PLACE_UNDER_SILENCE, Act.EXTEND_SILENCE} else None,
    )


@st.composite
def lives(draw: DrawFn, draft: Draft, end: State | None = None, talks: int = 6) -> tuple[Event, ...]:
    """A run of events, each legal after those before it, from `draft` to an end (drawn first unless asked for).

    `draft` is one before any vote, without parties to a dispute.
    """
    voted_ends = tuple(State(outcome) for outcome in roll_classes(draft.council, draft.rule, _kind(draft)))
    wanted = end or draw(st.sampled_from((*_OTHER_ENDS, *voted_ends)))
    run: list[Event] = []
    for _ in range(draw(st.integers(0, talks))):
        acts = sorted({row.act for row in ROWS if row.state is draft.state and row.target in _BEFORE_THE_END})
        run.append(Event(draw(st.sampled_from(acts))))
        draft = step(draft, run[-1]).draft
    last = draw(_last_event(draft, wanted))
    for act in least_run(draft, last) or ():
        run.append(Event(act, roll=last.roll))
    return (*run, last)


@st.composite
def _last_event(draw: DrawFn, draft: Draft, end: State) -> Event:
    if end in _OTHER_ENDS:
        return Event(_OTHER_ENDS[end])
    outcome = Outcome(end)
    return Event(Act.ANNOUNCE, outcome=outcome, roll=draw(rolls(draft.council, draft.rule, _kind(draft), outcome)))


def _kind(draft: Draft) -> Kind:
    return draft.kind or Kind.SUBSTANTIVE


def meetings(council: Council) -> SearchStrategy[Meeting]:
    """A meeting on two texts, with an amendment, a part and motions about the first, none of them put forward yet."""
    texts = tuple(Draft(name, council, rule_on(council.on), sponsors=(name,)) for name in ("one", "two"))
    return st.sets(st.sampled_from([form for form in Form if form is not Form.TEXT]), max_size=4).map(
        lambda forms: Meeting.on(*_texts_and_children(texts, sorted(forms)))
    )


def _texts_and_children(texts: tuple[Draft, ...], forms: list[Form]) -> Iterator[Draft]:
    yield from texts
    for form in forms:
        about = texts[1] if form is Form.ORDER else texts[0]
        yield replace(about, name=form.value, kind=kind_of(form, None), form=form, parent=about.name)


@st.composite
def hearings(draw: DrawFn, meeting: Meeting, most: int = 14) -> tuple[Heard, ...]:
    """A run of accepted events in `meeting`, each with what followed from it."""
    run: list[Heard] = []
    for _ in range(draw(st.integers(1, most))):
        possible = [
            (proposal.name, event)
            for proposal in meeting.proposals
            for event in _any_event(proposal)
            if hear(meeting, proposal.name, event).verdict.accepted
        ]
        if not possible:
            break
        name, event = draw(st.sampled_from(possible))
        if event.act is Act.VOTE:
            law = meeting.named(name)
            event = replace(event, roll=draw(rolls(law.council, law.rule, _kind(law))))
        run.append(hear(meeting, name, event))
        meeting = run[-1].meeting
    return tuple(run)


def _any_event(draft: Draft) -> Iterator[Event]:
    yield from (Event(act) for act in (Act.SUBMIT, Act.VOTE, Act.ANNOUNCE, Act.WITHDRAW, Act.OBJECT, Act.RESUME))
    if draft.form is not Form.TEXT:
        yield Event(Act.ADOPT_WITHOUT_VOTE)


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
"""Words as anybody may write them: line breaks, quotes, colons and control codes among them."""


def formulas(atoms: Sequence[str]) -> SearchStrategy[Formula]:
    """A temporal formula over `atoms`; inside a look back nothing looks ahead."""
    leaves = st.sampled_from([TRUE, FALSE, *map(atom, atoms)])
    past = st.recursive(leaves, lambda inner: _grown(inner, "OHY", "S"), max_leaves=4)
    return st.recursive(past, lambda inner: _grown(inner, "GFXN", "UWR"), max_leaves=6)


def _grown(inner: SearchStrategy[Formula], unary: str, binary: str) -> SearchStrategy[Formula]:
    return st.one_of(
        inner.map(negated),
        st.tuples(st.sampled_from("&|"), st.tuples(inner, inner)).map(lambda made: joined(*made)),
        st.tuples(st.sampled_from(unary), inner).map(lambda made: Formula(made[0], (made[1],))),
        st.tuples(st.sampled_from(binary), st.tuples(inner, inner)).map(lambda made: Formula(*made)),
    )


@st.composite
def recorded_votes(draw: DrawFn, key: str) -> Vote:
    """A vote as a record could hold it under `key`: any Council's roll, its own outcome, and counts that agree."""
    roll = draw(councils().flatmap(rolls))
    day = roll.council.on
    outcome = count(roll, None, rule_on(day)).outcome
    resolution = f"S/RES/{key}({day.year})" if outcome is Outcome.ADOPTED else ""
    title, agenda = draw(WORDS).strip(), draw(WORDS).strip()
    totals = Totals.of(roll.tally())
    return Vote(key, day, roll, outcome, totals, resolution, draft=f"S/{key}", title=title, agenda=agenda)
