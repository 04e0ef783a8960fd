"""When is a proposal adopted?

Knows one answer: `decide`, the decision on a roll with its reasons, each cited. Refuses to know the law (`rules`), the
counting (`counting`) and the sentences (`reasons`); it puts the three together in the form that every command prints.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from lifecycle.model.ballots import Roll, Tally
from lifecycle.model.council import Member
from lifecycle.model.counting import Finding, count
from lifecycle.model.reasons import Reason, reasons_for
from lifecycle.model.rules import Kind, Outcome, Rule, rule_on


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding and why it is so.

    `outcome` is None while `possible_outcomes` holds more than one. `vetoes` names the members whose ballots stopped
    the text, none unless it was vetoed; `would_have_been_vetoed` says of a failed text whether it was blocked as well
    (None while that is open).
    """

    finding: Finding
    reasons: tuple[Reason, ...]

    @property
    def outcome(self) -> Outcome | None:
        """Adopted, vetoed or failed; None while the unknown ballots leave it open."""
        return self.finding.outcome

    @property
    def possible_outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome that some way of filling in the unknown ballots leads to."""
        return self.finding.possible

    @property
    def tally(self) -> Tally:
        """The ballots as the rule counts them."""
        return self.finding.counted.tally()

    @property
    def required(self) -> int:
        """The yes votes the matter needed."""
        return self.finding.required

    @property
    def vetoes(self) -> tuple[Member, ...]:
        """The members whose ballots stopped the text."""
        return self.finding.vetoes

    @property
    def would_have_been_vetoed(self) -> bool | None:
        """Of a failed text: whether a veto stood ready as well."""
        return self.finding.would_have_been_vetoed

    def to_json(self) -> dict[str, object]:
        """The document that DECISION fixes."""
        return {
            "outcome": self.outcome,
            "tally": asdict(self.tally),
            "required": self.required,
            "seats": self.finding.rule.seats,
            "kind": self.finding.kind,
            "kind_assumed": self.finding.kind_assumed,
            "rule": self.finding.rule.name,
            "vetoes": [member.name for member in self.vetoes],
            "would_have_been_vetoed": self.would_have_been_vetoed,
            "possible_outcomes": list(self.possible_outcomes),
            "reasons": [{"text": reason.text, "cites": [cite.key for cite in reason.cites]} for reason in self.reasons],
        }


def decide(roll: Roll, kind: Kind | None = None, rule: Rule | None = None, parties: Iterable[Member] = ()) -> Decision:
    """Apply `rule` (by default the Charter's of the Council's day) to `roll`, as a matter of `kind`.

    Without a kind, substantive is assumed (Article 27(3), "all other matters") and the decision says so. A permanent
    member's no on a text that fell short is no veto. `parties` are those to a dispute under Chapter VI or Article
    52(3): a note on substantive matters by default, while a rule with `obligatory_abstention` counts their
    ballots there as abstentions. Raises InputError if the rule has not the Council's seats.
    """
    finding = count(roll, kind, rule or rule_on(roll.council.on), tuple(parties))
    return Decision(finding, reasons_for(finding))
