"""How somebody may see the voting rule: as the Charter has it, or with a misconception in one of its parts.

Knows each misconception of the catalogue (`misconceptions.yaml`) as a value whose fields every exercise can be asked
under, with the hints that meet it. Refuses to know any exercise, and never compares words: a misconception is what
makes a student's answers come out right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from lifecycle.located import read
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Member
from lifecycle.model.counting import count
from lifecycle.model.rules import Blocks, Kind, Outcome, Rule, rule_on

FILE = Path(__file__).with_name("misconceptions.yaml")

MajorityOf = Literal["rule", "seats", "voters", "other_era"]


class View(BaseModel):
    """A way of seeing the rule, the record and the procedure; every field defaults to how it is.

    The fields above `hints` are what exercises ask: each exercise reads those it knows. `hints` are three: a nudge, the
    rule, and a real case worked out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = ""
    title: str = "as the Charter has it"
    majority: MajorityOf = "rule"
    veto_by: Literal["permanent", "everyone"] = "permanent"
    blocks: Blocks = Blocks.NO
    abstention_blocks: bool = False
    procedural_veto: bool = False
    obligatory_abstention: bool = False
    absent_is: Ballot = Ballot.ABSENT
    short_with_no_is: Outcome = Outcome.FAILED
    roster: Literal["of_the_day", "of_today"] = "of_the_day"
    order: Literal["of_the_rules", "as_tabled"] = "of_the_rules"
    withdrawn: Literal["can_be_kept_alive", "final", "needs_a_second_for_any_vote"] = "can_be_kept_alive"
    silence: Literal["informal", "a_vote"] = "informal"
    days: Literal["working", "calendar"] = "working"
    session_after: Literal["a_veto", "any_failure"] = "a_veto"
    unit: Literal["each", "draft", "vote", "member"] = "each"
    press: Literal["checked", "believed"] = "checked"
    misread: str = ""
    hints: tuple[str, str, str] | tuple[()] = ()

    def required(self, roll: Roll, kind: Kind) -> int:
        """The yes votes this view asks of `roll`."""
        charter = rule_on(roll.council.on)
        match self.majority:
            case "rule":
                return charter.required(kind)
            case "seats":
                return charter.seats // 2 + 1
            case "voters":
                tally = roll.tally()
                return (tally.yes + tally.no) // 2 + 1
            case "other_era":
                return 9 if charter.majority == 7 else 7

    def rule(self, roll: Roll, kind: Kind) -> Rule:
        """The rule this view puts `roll` under."""
        charter = rule_on(roll.council.on)
        everyone = tuple(member.name for member in roll.council.members)
        needed = min(self.required(roll, kind), charter.seats)
        return replace(
            charter,
            name=self.code or charter.name,
            majority=needed if self.majority != "rule" else charter.majority,
            may_veto=everyone if self.veto_by == "everyone" else "permanent",
            blocks=self.blocks,
            procedural_veto=self.procedural_veto,
            obligatory_abstention=self.obligatory_abstention,
        )

    def outcome(self, roll: Roll, kind: Kind = Kind.SUBSTANTIVE, parties: Iterable[Member] = ()) -> Outcome:
        """What a complete `roll` comes to in this view."""
        seen = self.seen(roll)
        finding = count(seen, kind, self.rule(seen, kind), tuple(parties))
        outcome = finding.outcome or finding.possible[0]
        blocked = finding.would_have_been_vetoed and outcome is Outcome.FAILED
        return self.short_with_no_is if blocked else outcome

    def seen(self, roll: Roll) -> Roll:
        """The roll as this view reads it: an absence, or a permanent member's abstention, taken for a no."""
        changes: dict[Member, Ballot | None] = dict.fromkeys(roll.cast(Ballot.ABSENT), self.absent_is)
        if self.abstention_blocks:
            permanent = (member for member in roll.cast(Ballot.ABSTAIN) if member.permanent)
            changes |= dict.fromkeys(permanent, Ballot.NO)
        return roll.changed(changes)


CHARTER = View()


@cache
def views() -> tuple[View, ...]:
    """The catalogue, in its order; a code may have several variants, each a view of its own."""
    entries: Any = read(FILE, FILE.name).plain()
    return tuple(View.model_validate(entry) for entry in entries)


def views_of(codes: Iterable[str]) -> tuple[View, ...]:
    """The views with one of these codes, in the order of the catalogue."""
    wanted = set(codes)
    return tuple(view for view in views() if view.code in wanted)


def title_of(code: str) -> str:
    """A misconception in words; of one with several variants, each."""
    return "; or ".join(view.title for view in views_of([code]))


def hints_of(code: str) -> tuple[str, ...]:
    """The three hints that meet a misconception; none for an unknown code."""
    return next((view.hints for view in views() if view.code == code), ())
