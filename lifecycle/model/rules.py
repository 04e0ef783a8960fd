"""What the law says: how many yes votes a matter needs, who can veto it, and from which day.

Knows the Charter's voting rules by date, the kinds of matter, and the conditions under which a text is adopted, vetoed
or failed, all as data. Refuses to know who sits on the Council (that is `council`) and how anybody voted; nothing here
reads the kind of a matter off a tally.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from lifecycle.errors import refuse
from lifecycle.model import charter
from lifecycle.model.charter import Citation
from lifecycle.model.council import Council, Member
from lifecycle.model.guards import And, Compare, Count, Expr, Field, Not, Or, is_


class Outcome(StrEnum):
    """How a vote ends. `vetoed`: had its majority and met a permanent member's no on a matter where that counts."""

    ADOPTED = "adopted"
    VETOED = "vetoed"
    FAILED = "failed"


class Kind(StrEnum):
    """The kinds of matter the Council votes on."""

    SUBSTANTIVE = "substantive"
    PROCEDURAL = "procedural"
    ADMISSION = "admission"
    SECRETARY_GENERAL = "secretary_general"
    ICJ_ELECTION = "icj_election"
    PRELIMINARY_QUESTION = "preliminary_question"
    CHARTER_REVIEW = "charter_review"


class Majority(StrEnum):
    """Which number of yes votes a kind of matter needs."""

    ORDINARY = "ordinary"
    ABSOLUTE = "absolute"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Matter:
    """What the law says of one kind of matter.

    `party_abstains`: a party to the dispute shall abstain, which Article 27(3) asks in decisions under Chapter VI and
    Article 52(3) and nowhere else; of the kinds here only substantive matters can be such decisions. `cites` begins
    with the article that says the number of votes and who can stop the text.
    """

    kind: Kind
    majority: Majority
    veto: bool
    cites: tuple[Citation, ...]
    party_abstains: bool = False


MATTERS = {
    matter.kind: matter
    for matter in (
        Matter(Kind.SUBSTANTIVE, Majority.ORDINARY, True, (charter.ARTICLE_27_3,), party_abstains=True),
        Matter(Kind.PROCEDURAL, Majority.ORDINARY, False, (charter.ARTICLE_27_2,)),
        Matter(Kind.ADMISSION, Majority.ORDINARY, True, (charter.ARTICLE_27_3, charter.ARTICLE_4_2)),
        Matter(Kind.SECRETARY_GENERAL, Majority.ORDINARY, True, (charter.ARTICLE_27_3, charter.ARTICLE_97)),
        Matter(Kind.ICJ_ELECTION, Majority.ABSOLUTE, False, (charter.STATUTE_10,)),
        Matter(Kind.PRELIMINARY_QUESTION, Majority.ORDINARY, True, (charter.FOUR_POWER_STATEMENT,)),
        Matter(Kind.CHARTER_REVIEW, Majority.REVIEW, False, (charter.ARTICLE_109_1,)),
    )
}


class Blocks(StrEnum):
    """Which ballot of a member who may veto stops a text: a no, or anything that is not a yes."""

    NO = "no"
    NOT_YES = "not_yes"


@dataclass(frozen=True, slots=True)
class Rule:
    """A voting rule as data: the Charter's, a reform proposal's, or a misconception's.

    `seats`, `majority`, `review_majority`, `vetoes_needed` and `override` count members; `override` yes votes beat any
    veto (None: nothing does). `may_veto` is "permanent" or the names of the members who may. `cites` is what the rule
    rests on as a whole: articles for the Charter's of a day, a hypothesis for any other.
    """

    name: str
    text: str
    seats: int
    majority: int
    review_majority: int
    may_veto: str | tuple[str, ...] = "permanent"
    blocks: Blocks = Blocks.NO
    vetoes_needed: int = 1
    override: int | None = None
    procedural_veto: bool = False
    obligatory_abstention: bool = False
    cites: tuple[Citation, ...] = (charter.HYPOTHESIS,)

    def required(self, kind: Kind) -> int:
        """The yes votes that `kind` needs under this rule.

        >>> rule_on(date(2016, 10, 8)).required(Kind.ICJ_ELECTION)
        8
        """
        match MATTERS[kind].majority:
            case Majority.ORDINARY:
                return self.majority
            case Majority.ABSOLUTE:
                return self.seats // 2 + 1
            case Majority.REVIEW:
                return self.review_majority

    def veto_counts(self, kind: Kind) -> bool:
        """Whether a veto can stop a matter of `kind` under this rule."""
        return MATTERS[kind].veto or (kind is Kind.PROCEDURAL and self.procedural_veto)

    def sets_parties_aside(self, kind: Kind) -> bool:
        """Whether this rule counts an abstention for a party to the dispute on a matter of `kind`, whatever it cast."""
        return self.obligatory_abstention and MATTERS[kind].party_abstains

    def veto_holders(self, council: Council) -> tuple[Member, ...]:
        """The members of `council` who may veto. Raises InputError for a name that is not on it."""
        if self.may_veto == "permanent":
            return council.permanent
        return tuple(map(council.find, self.may_veto))


_CHARTER_1945 = Rule(
    "charter-1945",
    "Charter as signed in 1945",
    11,
    7,
    7,
    cites=(charter.ARTICLE_27_1945, charter.ARTICLE_27_3),
)
_CHARTER_1965 = Rule(
    "charter-1965",
    "Charter as amended 1965",
    15,
    9,
    7,
    cites=(charter.ARTICLE_23, charter.AMENDMENT_1965, charter.ARTICLE_27_2, charter.ARTICLE_27_3),
)
_CHARTER_1968 = replace(_CHARTER_1965, review_majority=9)

# The amendment was in force on 31 August 1965, but the Council that had fifteen seats first met on 1 January 1966:
# S/RES/218 was adopted by seven votes on 23 November 1965. So the Council's size decides.
CHARTER_RULES = (
    (date(1946, 1, 17), _CHARTER_1945),
    (date(1966, 1, 1), _CHARTER_1965),
    (date(1968, 6, 12), _CHARTER_1968),
)
"""The Charter's rule from each day on; Article 109(1) as amended asks nine from 12 June 1968."""


def rule_on(day: date) -> Rule:
    """The Charter's rule of that day. Raises InputError before the first meeting, 17 January 1946.

    >>> rule_on(date(1965, 12, 31)).majority, rule_on(date(1966, 1, 1)).majority
    (7, 9)
    """
    for since, rule in reversed(CHARTER_RULES):
        if day >= since:
            return rule
    raise refuse("date-out-of-range", f"no voting rule on {day}: the Council first met on 17 January 1946")


_TOLD = frozenset(("name", "text", "cites"))


def departures(rule: Rule, on: date) -> frozenset[str]:
    """The fields in which `rule` is not the Charter's of that day; how it is called decides nothing and is left out.

    >>> departures(replace(rule_on(date(2016, 10, 8)), name="mine", majority=10), date(2016, 10, 8))
    frozenset({'majority'})
    """
    law = rule_on(on)
    decisive = (each.name for each in fields(Rule) if each.name not in _TOLD)
    return frozenset(name for name in decisive if getattr(rule, name) != getattr(law, name))


# The law of the outcome, as guards: the machine's rows, the exports and `decide` read these same three.
HAS_MAJORITY: Expr = Compare(Count("all", "yes"), ">=", Field("required"))
BLOCKED: Expr = And(
    (
        is_("veto_counts"),
        Or(
            (
                And((is_("blocks", "no"), Compare(Count("veto_holders", "no"), ">=", Field("vetoes_needed")))),
                And(
                    (
                        is_("blocks", "not_yes"),
                        Compare(Count("veto_holders", "not_yes"), ">=", Field("vetoes_needed")),
                    )
                ),
            )
        ),
        Compare(Count("all", "yes"), "<", Field("override")),
    )
)
OUTCOME_GUARDS: dict[Outcome, tuple[Expr, ...]] = {
    Outcome.ADOPTED: (HAS_MAJORITY, Not(BLOCKED)),
    Outcome.VETOED: (HAS_MAJORITY, BLOCKED),
    Outcome.FAILED: (Not(HAS_MAJORITY),),
}
