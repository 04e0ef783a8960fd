"""The laws of the vote: what an announced outcome must have behind it, counted from the ballots themselves.

Knows the numbers of the Charter and the Statute by date and kind of matter, written down here a second time and by
hand, so that a fault in the model's own rule is not judged by itself. Refuses to ask any rule.
"""

from __future__ import annotations

from datetime import date

from lifecycle.checking.properties import Moment, Predicate, on_steps, sometimes
from lifecycle.checking.rolls import RollClass
from lifecycle.model import charter
from lifecycle.model.rules import Kind
from lifecycle.model.table import ENDED_BY_VOTE, Act, State

FIFTEEN = date(1966, 1, 1)
"""The first day of the Council of fifteen."""
NINE_FOR_REVIEW = date(1968, 6, 12)
"""The day from which Article 109(1) asks for nine."""

CONCURRENCE = frozenset((Kind.SUBSTANTIVE, Kind.ADMISSION, Kind.SECRETARY_GENERAL, Kind.PRELIMINARY_QUESTION))
"""The kinds of matter on which Article 27(3) asks for the concurring votes of the permanent members."""


def seats(moment: Moment) -> int:
    """The seats the Charter gives the Council on that day."""
    return 15 if moment.on >= FIFTEEN else 11


def needed(moment: Moment) -> int:
    """The yes votes that the matter needs on that day, by the texts themselves."""
    if moment.kind is Kind.ICJ_ELECTION:
        return {11: 6, 15: 8}[seats(moment)]
    if moment.kind is Kind.CHARTER_REVIEW:
        return 9 if moment.on >= NINE_FOR_REVIEW else 7
    return {11: 7, 15: 9}[seats(moment)]


def cast(moment: Moment) -> RollClass:
    """The ballots of a moment at which some were cast."""
    if moment.ballots is None:
        raise ValueError("no vote was taken")
    return moment.ballots


def voted(moment: Moment) -> bool:
    """Whether ballots were cast."""
    return moment.ballots is not None


def enough(moment: Moment) -> bool:
    """Whether the yes votes are as many as the matter needs."""
    return voted(moment) and cast(moment).yes >= needed(moment)


def short(moment: Moment) -> bool:
    """Whether they are fewer."""
    return voted(moment) and cast(moment).yes < needed(moment)


def opposed(moment: Moment) -> bool:
    """Whether a permanent member voted no."""
    return voted(moment) and cast(moment).permanent_no > 0


def unopposed(moment: Moment) -> bool:
    """Whether no permanent member voted no."""
    return voted(moment) and cast(moment).permanent_no == 0


def concurrence(moment: Moment) -> bool:
    """Whether the matter is one of Article 27(3)."""
    return moment.kind in CONCURRENCE


def ended(state: State) -> Predicate:
    """Whether the step led to `state`."""
    return lambda moment: moment.state is state


def of_kind(kind: Kind) -> Predicate:
    """Whether the matter is of `kind` and a vote was taken."""
    return lambda moment: moment.kind is kind and voted(moment)


def both(*parts: Predicate) -> Predicate:
    """Whether every part holds."""
    return lambda moment: all(part(moment) for part in parts)


adopted, vetoed, failed = ended(State.ADOPTED), ended(State.VETOED), ended(State.FAILED)
_ANNOUNCED = (Act.ANNOUNCE,)
_YES_ALONE = "it is adopted if it has the yes votes it needs, and fails if not, whoever said no"


def _by_yes_alone(moment: Moment) -> bool:
    return moment.state is (State.ADOPTED if enough(moment) else State.FAILED)


def _unclaimed(moment: Moment) -> bool:
    """Whether whatever the ballots amount to was announced: what else they could have amounted to is asked once."""
    return voted(moment) and moment.claim is None


def _kinder_still_adopted(moment: Moment) -> bool:
    return all(moment.outcomes(other) <= {State.ADOPTED} for other in cast(moment).raised())


def _indifferent(moment: Moment) -> bool:
    """Whether each elected no made an abstention leaves the outcome where it is."""
    here = cast(moment)
    return all(
        moment.outcomes(other) <= {moment.state}
        for other in here.raised()
        if other.yes == here.yes and other.permanent_no == here.permanent_no
    )


def _anonymous(moment: Moment) -> bool:
    return all(moment.outcomes(other) <= {moment.state} for other in cast(moment).exchanged())


def _elected_no(moment: Moment) -> bool:
    return _unclaimed(moment) and cast(moment).no > cast(moment).permanent_no


def _split(moment: Moment) -> bool:
    """Whether two members of one standing cast different ballots."""
    return _unclaimed(moment) and 0 < cast(moment).yes < cast(moment).seats


VOTE_LAWS = (
    on_steps("adopted-has-its-votes", _ANNOUNCED, "a text is announced as adopted", adopted,
             "it has the yes votes that the matter needs on that day", enough,
             charter.ARTICLE_27_2, charter.ARTICLE_27_3, charter.ARTICLE_27_1945),
    on_steps("adopted-unopposed", _ANNOUNCED, "a text that needs concurring votes is announced as adopted",
             both(concurrence, adopted), "no permanent member voted no", unopposed, charter.ARTICLE_27_3),
    on_steps("vetoed-had-its-votes", _ANNOUNCED, "a text is announced as vetoed", vetoed,
             "it had the yes votes that the matter needs", enough, charter.REPERTOIRE_VOTING),
    on_steps("vetoed-by-permanent-no", _ANNOUNCED, "a text is announced as vetoed", vetoed,
             "a permanent member voted no", opposed, charter.ARTICLE_27_3),
    on_steps("vetoed-where-it-counts", _ANNOUNCED, "a text is announced as vetoed", vetoed,
             "the matter is one that needs the concurring votes of the permanent members", concurrence,
             charter.ARTICLE_27_2, charter.ARTICLE_27_3),
    on_steps("failed-is-short", _ANNOUNCED, "a text is announced as failed", failed,
             "it lacks the yes votes that the matter needs", short, charter.REPERTOIRE_VOTING),
    on_steps("short-fails", _ANNOUNCED, "a text lacks the yes votes that the matter needs", short,
             "it is announced as failed and not as vetoed, whoever voted no", failed, charter.REPERTOIRE_VOTING),
    on_steps("abstention-is-no-veto", _ANNOUNCED,
             "a text has its yes votes and a permanent member, though none voted no, did not vote yes",
             lambda m: enough(m) and unopposed(m) and cast(m).permanent_yes < cast(m).permanent,
             "it is adopted", adopted, charter.REPERTOIRE_ASIDE, charter.NAMIBIA_22),
    on_steps("bare-majority-suffices", _ANNOUNCED, "a text has just the yes votes it needs and no permanent no",
             lambda m: voted(m) and cast(m).yes == needed(m) and unopposed(m), "it is adopted", adopted,
             charter.ARTICLE_27_3, charter.AMENDMENT_1965),
    on_steps("one-no-suffices", _ANNOUNCED,
             "a text that needs concurring votes has its yes votes and one permanent member or more voted no",
             both(concurrence, enough, opposed), "it is vetoed", vetoed, charter.ARTICLE_27_3),
    on_steps("no-veto-by-elected", _ANNOUNCED, "a text has its yes votes and the only noes are elected members'",
             both(enough, unopposed, _elected_no), "it is adopted", adopted, charter.ARTICLE_27_3),
    on_steps("all-yes-is-adopted", _ANNOUNCED, "every member voted yes",
             lambda m: voted(m) and cast(m).yes == m.seats, "the text is adopted", adopted, charter.ARTICLE_27_3),
    on_steps("procedure-by-yes-alone", _ANNOUNCED, "a procedural matter was voted on", of_kind(Kind.PROCEDURAL),
             _YES_ALONE, _by_yes_alone, charter.ARTICLE_27_2),
    on_steps("election-by-yes-alone", _ANNOUNCED, "judges were voted on", of_kind(Kind.ICJ_ELECTION),
             "an absolute majority of yes votes elects, whoever said no", _by_yes_alone, charter.STATUTE_10),
    on_steps("review-by-yes-alone", _ANNOUNCED, "a review of the Charter was voted on",
             of_kind(Kind.CHARTER_REVIEW), _YES_ALONE, _by_yes_alone, charter.ARTICLE_109_1, charter.ARTICLE_109_3),
    on_steps("question-can-be-vetoed", _ANNOUNCED, "the preliminary question has its votes against a permanent no",
             lambda m: m.kind is Kind.PRELIMINARY_QUESTION and enough(m) and opposed(m), "it is vetoed", vetoed,
             charter.FOUR_POWER_STATEMENT),
    on_steps("one-outcome", _ANNOUNCED, "an outcome is announced", voted,
             "the ballots allow that one alone", lambda m: m.rivals == 1, charter.ROP_40),
    on_steps("three-outcomes", _ANNOUNCED, "an outcome is announced", lambda m: True,
             "the text is adopted, vetoed or failed", lambda m: m.state in ENDED_BY_VOTE, charter.ROP_40),
    on_steps("announced-is-what-it-is", _ANNOUNCED, "a particular outcome is announced", lambda m: m.claim is not None,
             "that is how the text ends", lambda m: m.claim is not None and m.state == m.claim.value, charter.ROP_40),
    on_steps("announced-after-ballots", _ANNOUNCED, "an outcome is announced", lambda m: True,
             "ballots were cast before", voted, charter.ROP_40),
    on_steps("kinder-never-worse", _ANNOUNCED, "a text is announced as adopted", both(_unclaimed, adopted),
             "it would be too, had any one member been kinder to it", _kinder_still_adopted, charter.ARTICLE_27_3),
    on_steps("elected-no-is-no-more-than-abstaining", _ANNOUNCED, "an elected member voted no", _elected_no,
             "abstaining would have changed nothing", _indifferent, charter.ARTICLE_27_2, charter.ARTICLE_27_3),
    on_steps("no-member-above-its-peers", _ANNOUNCED, "members voted yes, and others not", _split,
             "the outcome is the same if two permanent or two elected members exchange their ballots", _anonymous,
             charter.ARTICLE_23, charter.ARTICLE_27_3),
    on_steps("every-seat-one-ballot", _ANNOUNCED, "ballots were cast", voted,
             "there are as many as members, and no more than the Charter has seats",
             lambda m: cast(m).seats == m.seats <= seats(m), charter.ARTICLE_23, charter.ARTICLE_27_1945),
    on_steps("five-are-permanent", _ANNOUNCED, "ballots were cast", voted, "five are those of permanent members",
             lambda m: cast(m).permanent == 5, charter.ARTICLE_23),
    sometimes("adopted-without-a-permanent-yes", _ANNOUNCED, "a text is adopted that no permanent member voted for",
              lambda m: m.state is State.ADOPTED and voted(m) and not cast(m).permanent_yes,
              charter.REPERTOIRE_ASIDE, charter.NAMIBIA_22),
    sometimes("vetoed-alone", _ANNOUNCED, "one permanent no stands against a yes of everybody else",
              lambda m: m.state is State.VETOED and cast(m).yes == m.seats - 1, charter.ARTICLE_27_3),
    sometimes("failed-without-a-no", _ANNOUNCED, "a text fails against which nobody voted",
              lambda m: m.state is State.FAILED and cast(m).no == 0, charter.REPERTOIRE_VOTING),
    sometimes("failed-with-a-permanent-no", _ANNOUNCED, "a text one yes short meets a permanent no and is not vetoed",
              lambda m: m.state is State.FAILED and opposed(m) and cast(m).yes == needed(m) - 1,
              charter.REPERTOIRE_VOTING),
    sometimes("support-turns-failure-into-veto", _ANNOUNCED, "one elected yes more makes a failed text a vetoed one",
              lambda m: m.state is State.FAILED and voted(m)
              and any(m.outcomes(other) == {State.VETOED} for other in cast(m).raised()), charter.REPERTOIRE_VOTING),
)  # fmt: skip
"""Each in the order: id, acts, the case, its test, what must hold, its test, sources."""
