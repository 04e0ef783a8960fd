"""Why a vote ended as it did, in sentences a reader can check.

Knows how to say a finding: the numbers, who stood in the way, which reading people often get wrong, and the article
behind each sentence. Refuses to count anything; it only reads a `Finding`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lifecycle.model import charter
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.charter import Citation
from lifecycle.model.council import Member
from lifecycle.model.counting import Finding, blockers
from lifecycle.model.rules import MATTERS, Blocks, Kind, Majority, Outcome, departures, rule_on

_STANDS = ("may_veto", "blocks", "vetoes_needed", "override")
"""The fields of a rule that say when a veto stands."""

_NUMBERS = {
    Majority.ORDINARY: ("seats", "majority"),
    Majority.ABSOLUTE: ("seats",),
    Majority.REVIEW: ("seats", "review_majority"),
}
"""The fields of a rule that say how many yes votes are needed."""

_ASIDE = (charter.REPERTOIRE_ASIDE, charter.NAMIBIA_22)
"""Practice covers every way of standing aside, the advisory opinion only voluntary abstention."""

_WITH_ARTICLE = (
    *("Russian Federation", "USSR", "United ", "Republic of ", "Byelorussian SSR", "Ukrainian SSR"),
    *("Democratic Republic", "Dominican Republic", "Philippines", "Netherlands", "Gambia", "Czech Republic"),
    *("Syrian Arab Republic", "German Democratic Republic", "Libyan Arab "),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of a decision, and what it rests on."""

    text: str
    cites: tuple[Citation, ...]

    @property
    def sourced(self) -> str:
        """The sentence with the first of its sources in it."""
        return f"{self.text[:-1]} ({self.cites[0].key})." if self.cites else self.text


def named(name: str) -> str:
    """A member's name as it stands in a sentence.

    >>> named("Russian Federation"), named("France")
    ('the Russian Federation', 'France')
    """
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def listed(members: Iterable[Member]) -> str:
    """The members' names as one phrase: "China, France and the United States"."""
    return phrase([named(member.name) for member in members])


def phrase(words: Sequence[str], last: str = "and") -> str:
    """The words as one phrase.

    >>> phrase(["China", "France", "Peru"]), phrase(["yes", "abstain"], "or"), phrase([])
    ('China, France and Peru', 'yes or abstain', '')
    """
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def reasons_for(finding: Finding) -> tuple[Reason, ...]:
    """The sentences for `finding`, the one that decides first."""
    parts = (_numbers, _unnamed, _idle_noes, _beaten_noes, _stood_aside, _kind, _parties)
    return tuple(reason for part in parts for reason in part(finding))


def _numbers(finding: Finding) -> Iterator[Reason]:
    tally, required = finding.counted.tally(), finding.required
    match finding.outcome:
        case None:
            *others, last = finding.possible
            ends = f"{', '.join(others)} or {last}"
            unknown = f" and {tally.unknown} unknown" if tally.unknown else ""
            text = f"{tally.yes} yes{unknown}, {required} needed: it can still be {ends}."
        case Outcome.FAILED:
            most = _most_yes(finding)
            short = "one vote" if required - most == 1 else f"{required - most} votes"
            if tally.yes < most < tally.yes + tally.unknown:
                text = f"At most {most} yes, {required} needed: {short} short."
            else:
                hope = f" even if all {tally.unknown} unknown ballots are yes" if most > tally.yes else ""
                text = f"{tally.yes} yes, {required} needed: {short} short{hope}."
        case Outcome.VETOED:
            text = f"{tally.yes} yes, {required} needed, but {_veto(finding)}."
        case Outcome.ADOPTED:
            text = f"{tally.yes} yes, {required} needed."
    at_stake = finding.outcome not in {Outcome.ADOPTED, Outcome.FAILED}
    yield Reason(text, (*hypothesis(finding, veto=at_stake), *_majority_cites(finding)))


def _most_yes(finding: Finding) -> int:
    """The most yes votes there can be: all unknown ballots, unless a count says that fewer are."""
    roll, tally = finding.counted, finding.counted.tally()
    told = (roll.ballots.count(Ballot.YES) + each.most for each in roll.unnamed if each.ballot is Ballot.YES)
    return min((tally.yes + tally.unknown, *told))


def hypothesis(finding: Finding, *, veto: bool) -> tuple[Citation, ...]:
    """What stands before the sources of a sentence on the votes needed: nothing under the Charter's rule of the day.

    With `veto` the sentence rests on who can stop the text as well.
    """
    rests_on = {*_NUMBERS[MATTERS[finding.kind].majority]}
    if veto and finding.rule.veto_counts(finding.kind):
        rests_on.update(_STANDS if MATTERS[finding.kind].veto else (*_STANDS, "procedural_veto"))
    departs = departures(finding.rule, finding.counted.council.on)
    return () if rests_on.isdisjoint(departs) else (charter.HYPOTHESIS,)


def _majority_cites(finding: Finding) -> tuple[Citation, ...]:
    """What the Charter and the Statute say of the number; nothing of one that they do not ask for."""
    if hypothesis(finding, veto=False):
        return ()
    matter = MATTERS[finding.kind]
    if matter.majority is Majority.REVIEW and finding.required == 7:
        return (charter.ARTICLE_109_1, charter.ARTICLE_109_3)
    if matter.majority is not Majority.ORDINARY:
        return matter.cites
    return tuple(dict.fromkeys((*matter.cites, *rule_on(finding.counted.council.on).cites)))


def _veto(finding: Finding) -> str:
    if not finding.vetoes:
        did = "did not concur" if finding.rule.blocks is Blocks.NOT_YES else "voted no"
        return f"a member who may veto {did}, and nobody says which"
    many, permanent = len(finding.vetoes) > 1, finding.rule.may_veto == "permanent"
    role = f"{'' if many else 'a '}{'permanent member' if permanent else 'member'}{'s' if many else ''}"
    role += "" if permanent else " who may veto"
    if finding.rule.blocks is Blocks.NOT_YES:
        return f"{role} did not concur: {listed(finding.vetoes)}"
    return f"{listed(finding.vetoes)}, {role}, voted no"


def _unnamed(finding: Finding) -> Iterator[Reason]:
    if finding.counted.unnamed:
        yield Reason(counted_words(finding.counted), ())


def counted_words(roll: Roll) -> str:
    """What is known of ballots by their number alone, as a sentence; empty if nothing is."""
    if not roll.unnamed:
        return ""
    free = roll.ballots.count(None)
    who = "1 member is" if free == 1 else f"{free} members are"
    said = [f"{_how_many(each.least, each.most, free)} {_DID[each.ballot]}" for each in roll.unnamed]
    return f"{who} not named: {', '.join(said)}."


_DID = {
    Ballot.YES: "voted yes",
    Ballot.NO: "voted no",
    Ballot.ABSTAIN: "abstained",
    Ballot.NOT_PARTICIPATING: "did not participate",
    Ballot.ABSENT: "were absent",
}


def _how_many(least: int, most: int, free: int) -> str:
    if least == most:
        return str(least) if least else "none"
    if not least:
        return f"at most {most}"
    return f"at least {least}" if most == free else f"{least} to {most}"


def _idle_noes(finding: Finding) -> Iterator[Reason]:
    """A no of a member who may veto, on a text that fell short: the commonest wrong label."""
    against = [m for m in blockers(finding.counted, finding.rule) if finding.counted.of_member(m) is Ballot.NO]
    if finding.outcome is Outcome.FAILED and against and finding.rule.veto_counts(finding.kind):
        noes = (
            f"The noes of {listed(against)} are no vetoes"
            if len(against) > 1
            else f"The no of {listed(against)} is no veto"
        )
        fate = " (it would have been vetoed with its majority)" if finding.would_have_been_vetoed else ""
        cites = (charter.REPERTOIRE_VOTING, *hypothesis(finding, veto=True))
        yield Reason(f"{noes}: the text had nothing to block{fate}.", cites)


def _beaten_noes(finding: Finding) -> Iterator[Reason]:
    """Why the no of a permanent member did not stop a text that was adopted."""
    council, rule = finding.counted.council, finding.rule
    against = [member for member in council.permanent if finding.counted.of_member(member) is Ballot.NO]
    if finding.outcome is not Outcome.ADOPTED or not against:
        return
    # Where a veto counts the Charter lets a permanent member's no stand; only another rule can beat it.
    cites: tuple[Citation, ...] = (charter.HYPOTHESIS,)
    if not rule.veto_counts(finding.kind):
        because = f"no veto counts on a matter of this kind: {finding.kind.replace('_', ' ')}"
        cites = MATTERS[finding.kind].cites
    elif not rule.veto_holders(council):
        because = f"under {rule.name} nobody can veto"
    elif rule.override is not None and finding.counted.tally().yes >= rule.override:
        because = f"{rule.override} yes votes override a veto"
    else:
        because = f"that is no veto under {rule.name}"
    yield Reason(_sentence(f"{listed(against)} voted no, but {because}."), cites)


def _stood_aside(finding: Finding) -> Iterator[Reason]:
    """A member who may veto and voted neither yes nor no, on a text that was adopted."""
    rule = finding.rule
    if finding.outcome is not Outcome.ADOPTED or not rule.veto_counts(finding.kind) or rule.blocks is not Blocks.NO:
        return
    away = {Ballot.ABSTAIN, Ballot.NOT_PARTICIPATING, Ballot.ABSENT}
    aside = [m for m in rule.veto_holders(finding.counted.council) if finding.counted.of_member(m) in away]
    if aside:
        aside_is = "to abstain, to be absent or to take no part is none"
        text = f"{listed(aside)} did not vote yes, but only a no is a veto; {aside_is}."
        # The Charter gives no veto to others, and none on procedural matters.
        charters = rule.may_veto == "permanent" and MATTERS[finding.kind].veto
        yield Reason(_sentence(text), _ASIDE if charters else (charter.HYPOTHESIS,))


def _kind(finding: Finding) -> Iterator[Reason]:
    if finding.kind_assumed:
        yield Reason("The matter is assumed to be substantive; nobody said so.", (charter.ARTICLE_27_3,))
    elif finding.kind is Kind.PRELIMINARY_QUESTION:
        yield Reason("Whether a matter is procedural can itself be vetoed.", (charter.FOUR_POWER_STATEMENT,))


def _parties(finding: Finding) -> Iterator[Reason]:
    voted = [m for m in finding.parties if finding.cast.of_member(m) in {Ballot.YES, Ballot.NO}]
    if not voted or not MATTERS[finding.kind].party_abstains:
        return
    party = "parties" if len(voted) > 1 else "a party"
    fate = "this rule counts an abstention" if finding.rule.obligatory_abstention else "in practice the vote counts"
    text = f"{listed(voted)} voted as {party} to the dispute, who shall abstain under Article 27(3); {fate}."
    own = (charter.HYPOTHESIS,) if finding.rule.obligatory_abstention else ()
    yield Reason(_sentence(text), (charter.ARTICLE_27_3, *own))
