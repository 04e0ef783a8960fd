"""The readings that a vote's outcome asks for beyond counting: why it is not what a naive eye would say.

Knows each class by its name, a heading, one sentence of explanation with its source, and a test on a vote as it was
recounted. Refuses to count anything; a vote can be in several classes or in none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lifecycle.model import charter
from lifecycle.model.ballots import Ballot
from lifecycle.model.charter import Citation
from lifecycle.model.counting import Finding
from lifecycle.model.rules import Kind, Outcome
from lifecycle.record.votes import Vote

NINE = 9
"""The majority since 1966, which a naive reading takes for granted."""


@dataclass(frozen=True, slots=True)
class Class:
    """A special reading: `name` is how documents call it, `heading` and `says` are for people."""

    name: str
    heading: str
    says: str
    cites: tuple[Citation, ...]
    holds: Callable[[Vote, Finding], bool]


def _permanent(finding: Finding, *ballots: Ballot) -> bool:
    roll = finding.cast
    return any(roll.of_member(member) in ballots for member in roll.council.permanent)


def _passed(finding: Finding) -> bool:
    return finding.outcome is Outcome.ADOPTED and finding.rule.veto_counts(finding.kind)


def _below_majority(vote: Vote, finding: Finding) -> bool:
    return (
        finding.outcome is Outcome.FAILED and finding.rule.veto_counts(finding.kind) and _permanent(finding, Ballot.NO)
    )


def _seven(vote: Vote, finding: Finding) -> bool:
    """Had the seven votes it needed but not the nine of today, so that nine would have made it fail."""
    yes = vote.totals.yes if vote.totals else 0
    return vote.day < date(1966, 1, 1) and finding.required <= yes < NINE


CLASSES = (
    Class(
        "without_vote",
        "adopted without a vote",
        "Nobody asked for a vote; the record counts every member as a yes.",
        (charter.PRACTICE,),
        lambda vote, finding: vote.without_vote,
    ),
    Class(
        "procedural",
        "procedural, a permanent member against",
        "On procedural matters a permanent member's no is one vote against, no more.",
        (charter.ARTICLE_27_2,),
        lambda vote, finding: finding.kind is Kind.PROCEDURAL and _permanent(finding, Ballot.NO),
    ),
    Class(
        "charter_review",
        "review of the Charter",
        "Calling a review conference took any seven members; no veto applies.",
        (charter.ARTICLE_109_3,),
        lambda vote, finding: finding.kind is Kind.CHARTER_REVIEW,
    ),
    Class(
        "double_veto",
        "double veto",
        "The question whether the matter was procedural was itself vetoed, and so the matter could be.",
        (charter.FOUR_POWER_STATEMENT,),
        lambda vote, finding: finding.kind is Kind.PRELIMINARY_QUESTION and finding.outcome is Outcome.VETOED,
    ),
    Class(
        "permanent_abstained",
        "adopted, a permanent member abstaining",
        "An abstention is no veto, though the Charter's words ask for concurring votes.",
        (charter.NAMIBIA_22,),
        lambda vote, finding: _passed(finding) and _permanent(finding, Ballot.ABSTAIN),
    ),
    Class(
        "permanent_away",
        "adopted, a permanent member not there",
        "A member who is absent or takes no part does not veto.",
        (charter.REPERTOIRE_ASIDE,),
        lambda vote, finding: _passed(finding) and _permanent(finding, Ballot.ABSENT, Ballot.NOT_PARTICIPATING),
    ),
    Class(
        "no_below_majority",
        "failed, a permanent member against",
        "Too few votes; the no of a permanent member had nothing to block and is no veto.",
        (charter.REPERTOIRE_VOTING,),
        _below_majority,
    ),
    Class(
        "seven_votes",
        "seven or eight votes, before 1966",
        "Seven votes of eleven were enough until 31 December 1965; nine are needed since.",
        (charter.ARTICLE_27_1945, charter.AMENDMENT_1965),
        _seven,
    ),
    Class(
        "same_symbol",
        "several votes under one symbol",
        "Paragraphs, amendments or candidates were voted on one by one; each vote counts.",
        (charter.ROP_32,),
        lambda vote, finding: vote.among > 1,
    ),
    Class(
        "no_breakdown",
        "counts without names",
        "Nobody recorded who voted how; the counts alone leave one outcome.",
        (charter.ARTICLE_27_1945,),
        lambda vote, finding: not vote.has_breakdown,
    ),
)
"""Every class, in the order it is printed."""


def classes_of(vote: Vote, finding: Finding) -> tuple[str, ...]:
    """The names of the classes `vote` is in."""
    return tuple(each.name for each in CLASSES if each.holds(vote, finding))
