"""The laws of a life: what can follow what, from the first talks to the end.

Knows them as the rules of procedure and the Council's practice say them, each with its source. Refuses to count
ballots; whether any were cast is all that is asked here.
"""

from __future__ import annotations

from collections.abc import Iterable

from lifecycle.checking.places import Role, Timing
from lifecycle.checking.properties import (
    OVER,
    TEXTS,
    Law,
    Moment,
    Predicate,
    eventually,
    on_standings,
    on_steps,
    sometimes,
)
from lifecycle.model import charter
from lifecycle.model.charter import Citation
from lifecycle.model.proposals import Form
from lifecycle.model.table import ENDED_BY_VOTE, ENDS, INFORMAL, PENDING, Act, State

_REVIVED = (State.WITHDRAWN, State.SUBMITTED)
_TABLED = (State.SUBMITTED, State.POSTPONED)
_SILENCE = (Act.EXTEND_SILENCE, Act.BREAK_SILENCE, Act.PASS_SILENCE)
_CHILDREN = tuple(form for form in Form if form is not Form.TEXT)


def _any(moment: Moment) -> bool:
    return True


def _unvoted(moment: Moment) -> bool:
    return moment.ballots is None


def _to(*states: State) -> Predicate:
    return lambda moment: moment.state in states


def _from(*states: State) -> Predicate:
    return lambda moment: moment.before in states


def _can(*acts: Act) -> Predicate:
    return lambda moment: moment.can.issuperset(acts)


def _cannot(*acts: Act) -> Predicate:
    return lambda moment: moment.can.isdisjoint(acts)


def _moves(name: str, act: Act, given: str, must: str, sources: Iterable[State],
           target: State | None, *cites: Citation) -> Law:  # fmt: skip
    """The law that `act` leads from one of `sources` to `target` (None: stays), and from nowhere else."""
    allowed = frozenset(sources)
    return on_steps(name, (act,), given, _any, must,
                    lambda m: m.before in allowed and m.state is (target or m.before), *cites, forms=TEXTS)  # fmt: skip


def _open(name: str, act: Act, states: Iterable[State], given: str, must: str, *cites: Citation) -> Law:
    """The law that `act` is possible wherever a text stands in one of `states`."""
    return on_standings(name, states, given, must, _can(act), *cites)


TALKS = (
    on_steps("council-talks-of-what-it-has", (Act.DISCUSS,), "the Council as a whole discusses a text",
             lambda m: m.role is Role.COUNCIL, "all its members have been given it before",
             lambda m: m.before not in {State.DRAFTED, State.DISCUSSED}, charter.NOTE_507),
    on_steps("talk-moves-nothing", (Act.DISCUSS,), "a text is discussed",
             _any, "it stays where it is, unless these are the first talks",
             lambda m: m.state is (State.DISCUSSED if m.before is State.DRAFTED else m.before), charter.PRACTICE),
    _open("talk-is-free", Act.DISCUSS, PENDING, "no vote has been taken", "the text can be discussed",
          charter.PRACTICE, charter.NOTE_507),
    on_steps("circulated-to-all", (Act.CIRCULATE,), "a text is circulated",
             _any, "all members have it from then on, and one that is tabled stays so",
             lambda m: m.state is (m.before if m.before in _TABLED else State.CIRCULATED), charter.NOTE_507,
             charter.ROP_31),
    _open("circulation-is-free", Act.CIRCULATE, (*INFORMAL, *_TABLED), "a text is in talks or tabled",
          "it can be circulated", charter.NOTE_507, charter.ROP_31),
    on_steps("revised-text-is-talked-about", (Act.REVISE,), "a text is revised", _any,
             "it stays where it is, but a text under silence goes back into talks",
             lambda m: m.state is (State.CIRCULATED if m.before is State.UNDER_SILENCE else m.before),
             charter.PRACTICE, charter.NOTE_507),
    _open("revision-is-free", Act.REVISE, PENDING, "no vote has been taken", "the text can be revised",
          charter.PRACTICE),
    on_steps("nothing-unwrites-a-text", Act, "something happens to a text", _any, "it is not back at its beginning",
             lambda m: m.state is not State.DRAFTED or m.before is State.DRAFTED, charter.PRACTICE),
)  # fmt: skip

SILENCE = (
    _moves("silence-over-a-circulated-text", Act.PLACE_UNDER_SILENCE, "a text is placed under silence",
           "all members had it, and silence begins", (State.CIRCULATED,), State.UNDER_SILENCE, charter.NOTE_507),
    on_steps("silence-is-placed", Act, "a text comes to be under silence",
             lambda m: m.state is State.UNDER_SILENCE is not m.before, "somebody placed it so",
             lambda m: m.act is Act.PLACE_UNDER_SILENCE, charter.NOTE_507),
    _open("silence-can-be-asked-for", Act.PLACE_UNDER_SILENCE, (State.CIRCULATED,), "all members have a text",
          "it can be placed under silence", charter.NOTE_507),
    on_standings("silence-can-end", (State.UNDER_SILENCE,), "a text is under silence",
                 "silence can be extended, broken and passed", _can(*_SILENCE), charter.NOTE_507),
    _moves("extended-silence-lasts", Act.EXTEND_SILENCE, "silence is extended", "it was running and goes on",
           (State.UNDER_SILENCE,), State.UNDER_SILENCE, charter.NOTE_507),
    _moves("broken-silence-reopens-talks", Act.BREAK_SILENCE, "silence is broken",
           "it was running, and the text goes back into talks", (State.UNDER_SILENCE,), State.CIRCULATED,
           charter.NOTE_507),
    _moves("passed-silence-frees-the-text", Act.PASS_SILENCE, "silence passes",
           "it was running, and the text is free to be tabled", (State.UNDER_SILENCE,), State.CIRCULATED,
           charter.NOTE_507),
    on_steps("too-late-to-speak", (Act.EXTEND_SILENCE, Act.BREAK_SILENCE), "silence is extended or broken", _any,
             "its deadline has not passed", lambda m: m.timing is not Timing.PASSED, charter.NOTE_507),
    on_steps("too-early-to-agree", (Act.PASS_SILENCE,), "silence passes", _any, "its deadline is not ahead",
             lambda m: m.timing is not Timing.AHEAD, charter.NOTE_507),
    on_steps("silence-is-no-vote", _SILENCE, "silence ends or goes on", _any,
             "there are no ballots and no outcome", lambda m: _unvoted(m) and m.state not in ENDED_BY_VOTE,
             charter.NOTE_507),
    on_standings("no-vote-under-silence", (State.UNDER_SILENCE,), "a text is under silence",
                 "it cannot be put to the vote", _cannot(Act.VOTE, Act.ADOPT_WITHOUT_VOTE), charter.NOTE_507),
)  # fmt: skip

BEFORE_THE_COUNCIL = (
    _moves("submission-tables-a-text", Act.SUBMIT, "a text is submitted", "it is before the Council",
           (*INFORMAL, State.SUBMITTED), State.SUBMITTED, charter.ROP_31),
    _open("submission-is-free", Act.SUBMIT, (*INFORMAL, State.SUBMITTED), "a text is in talks or tabled",
          "it can be submitted, or more sponsors join", charter.ROP_31),
    on_steps("seconder-is-another", (Act.SECOND,), "a text is seconded", _any, "it is not by a sponsor",
             lambda m: m.role is not Role.SPONSOR, charter.ROP_35),
    on_steps("seconder-is-a-member", (Act.SECOND,), "a text is seconded", _any,
             "it is not by a state outside the Council", lambda m: m.role is not Role.OUTSIDER, charter.ROP_35),
    _moves("second-moves-nothing", Act.SECOND, "a text is seconded", "it was tabled and stays where it is", _TABLED,
           None, charter.ROP_34),
    _open("second-is-open", Act.SECOND, _TABLED, "a text is tabled", "it can be seconded", charter.ROP_34,
          charter.ROP_35),
    _moves("a-day-named-moves-nothing", Act.SCHEDULE_VOTE, "a day for the vote is named",
           "no vote has been taken and the text stays where it is", PENDING, None, charter.PRACTICE),
    _open("a-day-can-be-named", Act.SCHEDULE_VOTE, PENDING, "no vote has been taken", "a day for it can be named",
          charter.PRACTICE),
    _moves("postponed-is-put-off", Act.POSTPONE, "a text is postponed", "it was tabled and waits", _TABLED,
           State.POSTPONED, charter.ROP_33),
    _open("postponement-is-open", Act.POSTPONE, _TABLED, "a text is tabled", "it can be postponed", charter.ROP_33),
    _moves("resumed-is-back", Act.RESUME, "a postponed text is resumed", "it is before the Council again",
           (State.POSTPONED,), State.SUBMITTED, charter.ROP_33),
    _open("resumption-is-open", Act.RESUME, (State.POSTPONED,), "a text is postponed", "it can be resumed",
          charter.ROP_33),
    _moves("amended-before-the-vote", Act.AMEND, "a text is amended", "it is before the Council and stays there",
           (State.SUBMITTED,), None, charter.ROP_36),
    _open("amendment-is-open", Act.AMEND, (State.SUBMITTED,), "a text is before the Council", "it can be amended",
          charter.ROP_36),
)  # fmt: skip

VOTING = (
    on_steps("vote-on-what-was-submitted", (Act.VOTE, Act.ADOPT_WITHOUT_VOTE), "a text is decided on", _any,
             "it had been submitted and is before the Council",
             lambda m: m.past.submitted and m.before is State.SUBMITTED, charter.ROP_31),
    on_steps("vote-leads-to-its-announcement", (Act.VOTE,), "a vote is taken", _any, "its outcome is to be announced",
             _to(State.VOTED), charter.ROP_40),
    on_steps("a-member-asks-for-the-vote", (Act.VOTE,), "a state outside the Council asks for the vote",
             lambda m: m.role is Role.OUTSIDER, "a member of the Council is a sponsor",
             lambda m: m.sponsor_seated, charter.ROP_38, forms=TEXTS),
    on_standings("vote-needs-no-second", (State.SUBMITTED,), "a proposal is before the Council",
                 "it can be put to the vote, seconded or not", _can(Act.VOTE), charter.ROP_34, charter.ROP_40,
                 forms=Form),
    on_standings("adoption-without-vote-is-open", (State.SUBMITTED,), "a proposal is before the Council",
                 "it can be adopted without a vote", _can(Act.ADOPT_WITHOUT_VOTE), charter.PRACTICE, forms=Form),
    on_standings("no-vote-while-postponed", (State.POSTPONED,), "a text is postponed", "it cannot be decided on",
                 _cannot(Act.VOTE, Act.ADOPT_WITHOUT_VOTE, Act.ANNOUNCE), charter.ROP_33),
    on_standings("every-vote-has-an-outcome", (State.VOTED,), "ballots have been cast", "an outcome can be announced",
                 _can(Act.ANNOUNCE), charter.ROP_40, forms=Form),
    on_standings("nothing-but-the-outcome", (State.VOTED,), "ballots have been cast",
                 "nothing but the outcome can follow", lambda m: m.can <= {Act.ANNOUNCE}, charter.ROP_35,
                 charter.ROP_40, forms=Form),
    on_steps("no-step-back-from-the-ballots", Act, "something happens after ballots were cast",
             lambda m: m.ballots is not None, "it is the announcement", lambda m: m.act is Act.ANNOUNCE,
             charter.ROP_35, charter.ROP_40),
    on_steps("adopted-by-the-council", Act, "a text comes to be adopted", _to(State.ADOPTED),
             "an outcome was announced, or the Council did without a vote",
             lambda m: m.act in {Act.ANNOUNCE, Act.ADOPT_WITHOUT_VOTE}, charter.ROP_40, charter.PRACTICE),
    on_steps("adopted-without-a-vote", (Act.ADOPT_WITHOUT_VOTE,), "a text is adopted without a vote", _any,
             "it is adopted, and no ballots were cast", lambda m: m.state is State.ADOPTED and _unvoted(m),
             charter.PRACTICE),
    on_steps("lost-in-a-vote", Act, "a text comes to be vetoed or failed", _to(State.VETOED, State.FAILED),
             "that was announced after a vote", lambda m: m.act is Act.ANNOUNCE and m.before is State.VOTED,
             charter.ROP_40),
)  # fmt: skip

ENDINGS = (
    on_steps("withdrawn-before-the-vote", (Act.WITHDRAW,), "a text is withdrawn", _any,
             "no vote has been taken on it", lambda m: _unvoted(m) and m.state is State.WITHDRAWN, charter.ROP_35),
    on_steps("withdrawn-by-a-sponsor", (Act.WITHDRAW,), "somebody named withdraws a text",
             lambda m: m.role is not Role.NOBODY, "it is a sponsor", lambda m: m.role is Role.SPONSOR,
             charter.ROP_35),
    _open("withdrawal-is-open", Act.WITHDRAW, PENDING, "no vote has been taken", "the text can be withdrawn",
          charter.ROP_35),
    on_steps("insisted-after-a-second", (Act.INSIST,), "somebody insists on a withdrawn text", _any,
             "it had been seconded before", lambda m: m.past.spare > 0, charter.ROP_35),
    on_steps("insisted-by-a-seconder", (Act.INSIST,), "somebody named insists on a withdrawn text",
             lambda m: m.role is not Role.NOBODY, "it is a seconder", lambda m: m.role is Role.SECONDER,
             charter.ROP_35),
    on_steps("insisted-is-before-the-council", (Act.INSIST,), "somebody insists on a withdrawn text", _any,
             "the text is before the Council again", lambda m: (m.before, m.state) == _REVIVED, charter.ROP_32,
             charter.ROP_35),
    on_standings("seconder-can-insist", (State.WITHDRAWN,), "a seconded text has been withdrawn",
                 "the seconder can insist", _can(Act.INSIST), charter.ROP_35, when=lambda m: m.past.spare > 0,
                 forms=Form),
    on_standings("withdrawn-is-over-but-for-a-seconder", (State.WITHDRAWN,), "a text has been withdrawn",
                 "nothing can follow but that a seconder insists", lambda m: m.can <= {Act.INSIST}, charter.ROP_35,
                 forms=Form),
    on_standings("over-is-over", OVER, "a proposal is adopted, vetoed, failed, superseded or lapsed",
                 "nothing follows", lambda m: not m.can, charter.ROP_40, charter.PRACTICE, forms=Form),
    _moves("superseded-is-over", Act.SUPERSEDE, "another text takes the place of one", "no vote had been taken on it",
           PENDING, State.SUPERSEDED, charter.PRACTICE),
    _open("another-can-take-its-place", Act.SUPERSEDE, PENDING, "no vote has been taken",
          "another text can take the place of this one", charter.PRACTICE),
    _moves("lapsed-is-over", Act.LAPSE, "nobody pursues a text any more", "no vote had been taken on it", PENDING,
           State.LAPSED, charter.MODELLING),
    _open("any-text-can-lapse", Act.LAPSE, PENDING, "no vote has been taken", "the text can lapse", charter.MODELLING),
    sometimes("tabled-unheard-of", (Act.SUBMIT,), "a text is tabled that nobody had heard of", _from(State.DRAFTED),
              charter.ROP_31),
    eventually("votes-are-announced", (State.VOTED,), "a vote has been taken", "its outcome is announced",
               ENDED_BY_VOTE, charter.ROP_40),
    eventually("silence-ends", (State.UNDER_SILENCE,), "a text is under silence", "silence is over",
               frozenset(State) - {State.UNDER_SILENCE}, charter.NOTE_507),
    eventually("tabled-texts-end", (State.SUBMITTED,), "a text is before the Council", "its life is over", ENDS,
               charter.MODELLING),
    eventually("every-draft-ends", (State.DRAFTED,), "a text has been written", "its life is over", ENDS,
               charter.MODELLING),
)  # fmt: skip

CHILDREN = (
    on_steps("proposal-moves-as-a-text-does", (Act.SUBMIT, Act.REVISE, Act.SECOND), "a proposal is moved, reworded "
             "or seconded", _any, "it is before the Council", _to(State.SUBMITTED), charter.ROP_31, charter.ROP_32,
             charter.ROP_33, charter.ROP_36, forms=_CHILDREN),
    on_standings("proposal-can-be-moved", (State.DRAFTED,), "a proposal is prepared",
                 "it can be moved, withdrawn, superseded or let fall",
                 _can(Act.SUBMIT, Act.WITHDRAW, Act.SUPERSEDE, Act.LAPSE), charter.ROP_32, charter.ROP_33,
                 charter.ROP_36, forms=_CHILDREN),
    on_standings("proposal-can-be-changed", (State.SUBMITTED,), "a proposal is before the Council",
                 "it can be reworded, seconded, withdrawn, superseded or let fall",
                 _can(Act.REVISE, Act.SECOND, Act.WITHDRAW, Act.SUPERSEDE, Act.LAPSE), charter.ROP_34,
                 charter.ROP_35, forms=_CHILDREN),
    on_steps("proposal-ends-as-it-is-said", (Act.SUPERSEDE, Act.LAPSE, Act.OBJECT), "a proposal is superseded or "
             "let fall, or the mover of the text objects", _any, "it is over, and no vote was taken on it",
             lambda m: _unvoted(m) and m.state is (State.SUPERSEDED if m.act is Act.SUPERSEDE else State.LAPSED),
             charter.ROP_32, forms=_CHILDREN),
    on_standings("a-part-can-be-objected-to", (State.SUBMITTED,), "a separate vote on a part is asked for",
                 "the mover of the text can object", _can(Act.OBJECT), charter.ROP_32, forms=(Form.PART,)),
    on_steps("only-a-part-is-objected-to", (Act.OBJECT,), "somebody objects to a separate vote", _any,
             "it is the vote on a part", lambda m: m.form is Form.PART, charter.ROP_32, forms=_CHILDREN),
)  # fmt: skip

LIFE_LAWS = (*TALKS, *SILENCE, *BEFORE_THE_COUNCIL, *VOTING, *ENDINGS, *CHILDREN)
