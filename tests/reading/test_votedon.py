"""Which draft a vote, a veto or a count is on where the words name none. All are invented."""

from __future__ import annotations

from lifecycle.reading.register import Register
from lifecycle.reading.votedon import counted, only_vetoed, put_to_the_vote, vetoed, voted_on


def test_a_count_goes_to_the_draft_that_ended_so() -> None:
    register = Register()
    beaten, failed = register.new(("PER",)), register.new(("OMN",))
    beaten.ended, failed.ended = "vetoed", "failed"
    assert counted(register, beaten, {"failed"}) is failed
    assert counted(register, beaten, {"vetoed", "adopted"}) is beaten


def test_the_vote_is_on_a_text_that_has_ended_and_the_veto_on_one_that_met_it() -> None:
    register = Register()
    first, second = register.new(("PER",)), register.new(("OMN",))
    register.here = second
    assert (voted_on(register), vetoed(register), only_vetoed(register)) == (first, None, False)
    first.ended, second.ended = "vetoed", "adopted"
    first.told, second.mentions = {"vetoed"}, 3
    assert (voted_on(register), vetoed(register), only_vetoed(register)) == (second, first, True)
    second.told = {"adopted"}
    assert not only_vetoed(register)


def test_a_vote_is_put_off_on_the_text_of_which_something_was_told() -> None:
    register = Register()
    told, thought_of = register.new(("PER",)), register.new(("OMN",))
    assert put_to_the_vote(register, None) is None
    assert put_to_the_vote(register, thought_of) is thought_of
    told.told = {"adopted"}
    assert put_to_the_vote(register, thought_of) is told
    thought_of.due = True
    assert put_to_the_vote(register, thought_of) is thought_of
