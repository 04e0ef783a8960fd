"""A recorded vote as a scenario that replays to its recorded outcome.

Knows what a scenario says of a vote: the day, the text, its kind, who cast what, and where the record has it. Refuses
to add a ballot nobody recorded; where there are none, the announcement stands as a step of its own.
"""

from __future__ import annotations

from lifecycle.errors import refuse
from lifecycle.model.draft import Basis, Event
from lifecycle.model.reports import When, day_in_words
from lifecycle.model.rules import rule_on
from lifecycle.model.table import Act, State
from lifecycle.record.kinds import listed
from lifecycle.record.votes import Vote, bare
from lifecycle.scenario.scenario import Scenario, ScenarioDraft

DRAFT = "draft"
SOURCE = "UN Digital Library, Security Council Voting Data"


def scenario_of(vote: Vote) -> Scenario:
    """The scenario of `vote`.

    Raises InputError for a vote that repeats another and for one whose outcome nobody recorded.
    """
    if vote.twin:
        raise refuse("duplicate-vote", f"{vote.key} repeats {vote.twin} in the record; ask for {vote.twin}")
    if vote.recorded is None:
        raise refuse("no-outcome", f"the record does not say how {vote.symbol} of {vote.day} ended", vote.place)
    row = listed(vote)
    draft = ScenarioDraft(
        DRAFT,
        symbol=vote.draft or None,
        recorded_as=bare(vote.resolution) or None,
        kind=row.kind if row else None,
        votes=vote.roll if vote.has_breakdown and not vote.without_vote else None,
        steps=_steps(vote),
    )
    where = ", ".join(filter(None, (bare(vote.resolution) or vote.draft, vote.meeting, SOURCE)))
    return Scenario(
        title=_title(vote),
        council=vote.roll.council,
        rule=rule_on(vote.day),
        drafts=(draft,),
        teaches=f"On this vote: {row.about} ({row.source})." if row else None,
        source=where,
        expect={DRAFT: State(vote.recorded)},
    )


def _title(vote: Vote) -> str:
    about = " ".join((vote.title or vote.agenda).split())
    part = f", vote {vote.nth} of {vote.among}" if vote.among > 1 else ""
    return f"{vote.symbol} of {day_in_words(vote.day)}{part}{': ' if about else ''}{about}"


def _steps(vote: Vote) -> tuple[Event, ...]:
    """What must be said beside the ballots: an adoption without a vote, or an outcome whose ballots are unknown."""
    when = When.on(vote.day, "assumed")
    if vote.without_vote:
        return (Event(Act.ADOPT_WITHOUT_VOTE, when, basis=Basis.ASSUMED, note="the record says so"),)
    if not vote.has_breakdown:
        note = "the record gives the outcome, but nobody's ballot"
        return (Event(Act.ANNOUNCE, when, outcome=vote.recorded, basis=Basis.ASSUMED, note=note),)
    return ()
