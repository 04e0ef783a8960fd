"""Is a matter procedural? Who asked, who ruled, and whether the Council overruled it.

Knows how a preliminary question is settled: by its own vote, which a permanent member can veto (the double veto), or by
a ruling of the President that stood. The ruling is data; no count alone tells how 1950 and 1959 ended. Refuses to vote
on the matter itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from lifecycle.model import charter
from lifecycle.model.ballots import Roll
from lifecycle.model.counting import Finding, count
from lifecycle.model.reasons import Reason, hypothesis, listed
from lifecycle.model.rules import Kind, Outcome, Rule


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the President held the matter to be; `overruling` is the vote on overruling it, None if none is known.

    `by` is the state that presided, empty if nobody says which.
    """

    procedural: bool
    overruling: Roll | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """How a preliminary question ended: the kind the matter is voted on as, and why.

    `double_veto`: a permanent member's no on the question is what opened the matter to another.
    """

    kind: Kind
    double_veto: bool
    reasons: tuple[Reason, ...]


def settle(matter: Kind, question: Roll | None, ruling: Ruling | None, rule: Rule) -> Settled:
    """Settle whether `matter`, claimed to be of that kind, is procedural.

    `question` holds the ballots on "shall this be considered procedural?", None if it was not put; every ballot must be
    known. A ruling that stands decides whatever the vote was; one that is overruled decides the opposite. With neither,
    the matter stays what it was claimed to be. Raises ValueError if a vote leaves its outcome open.
    """
    asked = _decided(question, Kind.PRELIMINARY_QUESTION, rule) if question else None
    challenged = _decided(ruling.overruling, Kind.PROCEDURAL, rule) if ruling and ruling.overruling else None
    overruled = challenged is not None and challenged.outcome is Outcome.ADOPTED
    if ruling:
        procedural = ruling.procedural is not overruled
    else:
        procedural = asked is not None and asked.outcome is Outcome.ADOPTED
    vetoed = asked is not None and asked.outcome is Outcome.VETOED
    reasons = ((_vote(asked),) if asked else ()) + ((_ruling(ruling, challenged),) if ruling else ())
    kind = Kind.PROCEDURAL if procedural else _otherwise(matter)
    return Settled(kind, vetoed and not procedural, reasons or (_unasked(matter),))


def _decided(roll: Roll, kind: Kind, rule: Rule) -> Finding:
    finding = count(roll, kind, rule)
    if finding.outcome is None:
        raise ValueError(f"the ballots on the {kind.replace('_', ' ')} leave open how it ended")
    return finding


def _otherwise(matter: Kind) -> Kind:
    """What a matter is that is not procedural: what it was claimed to be, or any other matter of Article 27(3)."""
    return Kind.SUBSTANTIVE if matter is Kind.PROCEDURAL else matter


def _vote(asked: Finding) -> Reason:
    yes = asked.counted.tally().yes
    end = {
        Outcome.ADOPTED: f"{yes} members held the matter to be procedural, {asked.required} needed.",
        Outcome.FAILED: f"{yes} members held the matter to be procedural, {asked.required} needed: too few.",
        Outcome.VETOED: f"{yes} members held the matter to be procedural, but {listed(asked.vetoes)} voted no, and the "
        "question itself can be vetoed.",
    }
    cites = (*hypothesis(asked, veto=True), charter.FOUR_POWER_STATEMENT)
    return Reason(end[asked.outcome or Outcome.FAILED], cites)


def _ruling(ruling: Ruling, challenged: Finding | None) -> Reason:
    held = "procedural" if ruling.procedural else "not procedural"
    president = f"The President ({ruling.by})" if ruling.by else "The President"
    text = f"{president} ruled that the matter is {held}"
    if challenged is None:
        return Reason(f"{text}, and the ruling stood.", (charter.ROP_30,))
    against = challenged.counted.tally().yes
    fate = "it was overruled" if challenged.outcome is Outcome.ADOPTED else "it stands"
    text = f"{text}; {against} voted to overrule, {challenged.required} needed: {fate}."
    return Reason(text, (*hypothesis(challenged, veto=True), charter.ROP_30))


def _unasked(matter: Kind) -> Reason:
    return Reason(f"Nobody asked: the matter is {matter.replace('_', ' ')}.", (charter.FOUR_POWER_STATEMENT,))
