"""What each act leaves of a draft, and what guards read off one.

Knows drafts and events put together by hand or drawn at random. Refuses to ask why a step is legal; here it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.draft import Draft, Event, situations
from lifecycle.model.machine import Answer, step
from lifecycle.model.readings import COUNCIL
from lifecycle.model.rules import rule_on
from lifecycle.model.table import DOMAINS, Act, State
from lifecycle.testing import councils, drafts, events

HERE = council_on(date(2017, 11, 16))
START = Draft("jim", HERE, rule_on(HERE.on), sponsors=("Russian Federation", "China"))
WITHDRAW = Event(Act.WITHDRAW, by=("Russian Federation",))


def lived(draft: Draft, *taken: Event) -> Draft:
    """The draft after these events, each of which the machine takes."""
    for event in taken:
        verdict = step(draft, event)
        assert verdict.accepted, verdict.explain()
        draft = verdict.draft
    return draft


def test_the_revision_counts_the_texts_after_the_first() -> None:
    acts = (Act.REVISE, Act.SUBMIT, Act.REVISE, Act.DISCUSS)
    text = lived(START, *map(Event, acts), Event(Act.AMEND, amendment="oral"))
    assert (text.revision, text.amended_by) == (3, ("oral",))


@given(st.data())
def test_a_step_changes_the_revision_only_where_the_text_changes_and_by_one(data: st.DataObject) -> None:
    draft = data.draw(councils().flatmap(drafts))
    event = data.draw(events(draft))
    after = step(draft, event).draft
    new_text = event.act in {Act.REVISE, Act.AMEND} and step(draft, event).accepted
    assert after.revision - draft.revision == new_text
    assert len(after.amended_by) - len(draft.amended_by) == (new_text and event.act is Act.AMEND)


def test_sponsors_join_until_the_vote_and_the_council_is_none() -> None:
    submitted = replace(START, state=State.SUBMITTED)
    joined = lived(submitted, Event(Act.SUBMIT, by=("Bolivia", "China")), Event(Act.SUBMIT, by=(COUNCIL,)))
    assert joined.sponsors == ("Russian Federation", "China", "Bolivia")
    voted = lived(joined, Event(Act.VOTE, roll=Roll.of(HERE, {}, Ballot.YES)))
    assert step(voted, Event(Act.SUBMIT, by=("Egypt",))).answer is Answer.UNDECLARED


def test_one_name_is_not_taken_for_all_sponsors_where_nobody_has_said_who_they_are() -> None:
    unsaid = lived(replace(START, sponsors=()), Event(Act.SUBMIT, by=("China",)))
    assert unsaid.sponsors == ()
    assert step(unsaid, Event(Act.WITHDRAW, by=("Russian Federation",))).accepted


@given(st.data())
def test_sponsors_stay_but_where_a_seconder_takes_the_text_over(data: st.DataObject) -> None:
    draft = data.draw(councils().flatmap(drafts))
    event = data.draw(events(draft))
    after = step(draft, event).draft
    if event.act is not Act.INSIST:
        assert after.sponsors[: len(draft.sponsors)] == draft.sponsors
        assert after.seconders[: len(draft.seconders)] == draft.seconders
        assert COUNCIL not in after.sponsors
    elif after != draft:
        assert set(after.sponsors) <= {*event.by, *draft.seconders}
        assert not set(after.sponsors) & set(after.seconders)


def test_a_second_seconder_keeps_the_right_to_insist() -> None:
    both = lived(START, Event(Act.SUBMIT), *(Event(Act.SECOND, by=(name,)) for name in ("Bolivia", "Kazakhstan")))
    insisted = lived(both, WITHDRAW, Event(Act.INSIST, by=("Bolivia",)))
    assert (insisted.sponsors, insisted.seconders) == (("Bolivia",), ("Kazakhstan",))
    again = lived(insisted, Event(Act.WITHDRAW, by=("Bolivia",)), Event(Act.INSIST, by=("Kazakhstan",)))
    assert (again.state, again.sponsors, again.seconders) == (State.SUBMITTED, ("Kazakhstan",), ())


def test_an_unnamed_seconder_may_turn_out_to_be_anybody() -> None:
    seconded = lived(START, Event(Act.SUBMIT), Event(Act.SECOND), WITHDRAW)
    assert lived(seconded, Event(Act.INSIST, by=("Bolivia",))).sponsors == ("Bolivia",)


def test_only_an_announcement_on_unknown_ballots_has_more_than_one_situation() -> None:
    """Five who may veto can say yes, no or neither in 21 ways by numbers; of ten others 0 to 10 say yes."""
    voted = replace(START, state=State.VOTED, roll=Roll.of(HERE, {}, Ballot.YES))
    announced = Event(Act.ANNOUNCE)
    assert len(list(situations(START, Event(Act.SUBMIT)))) == 1
    assert len(list(situations(voted, announced))) == 1
    assert len(list(situations(replace(voted, roll=None), announced))) == 21 * 11


def test_of_what_is_read_off_a_draft_and_an_event_only_what_is_asked_for_is() -> None:
    (everything,) = situations(START, WITHDRAW)
    assert set(everything) == set(DOMAINS)
    assert list(situations(START, WITHDRAW, ["by_sponsor", "seconded"])) == [{"by_sponsor": "yes", "seconded": False}]
