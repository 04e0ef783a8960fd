"""Alike sets of changed ballots are joined without losing or adding one.

Knows groups whose members and numbers can be counted on fingers. Refuses to say where changes lead.
"""

from __future__ import annotations

from datetime import date
from itertools import product

from lifecycle.analysis.changes import ChangeGroup, Move, Part, Position, grouped, least_moves
from lifecycle.model.ballots import Ballot
from lifecycle.model.council import council_on

ALEPPO = council_on(date(2016, 10, 8))
FRANCE, JAPAN, SPAIN = map(ALEPPO.find, ("France", "Japan", "Spain"))
HOLDER_YES, OTHER_YES = Position(True, "yes"), Position(False, "yes")
HOLDER_NO, OTHER_NO = Position(True, "no"), Position(False, "not yes")
NEITHER = Position(True, "neither")


def test_a_position_moves_to_every_other_of_its_group() -> None:
    assert [to.side for to in HOLDER_YES.moves()] == ["no", "neither"]
    assert [to.side for to in OTHER_YES.moves()] == ["not yes"]
    assert [to.side for to in Position(True, "unknown").moves()] == ["yes", "no", "neither"]


def test_least_moves_start_with_none_and_never_go_back_and_forth() -> None:
    ways = dict(least_moves({HOLDER_YES: 1, HOLDER_NO: 1, OTHER_YES: 2}))
    assert ways[0] == [{}]
    # One change: either holder to either other side, or one of the others away from yes.
    assert len(ways[1]) == 5
    for way in (moves for found in ways.values() for moves in found):
        assert not {move.source for move in way} & {move.to for move in way}


def test_the_same_new_ballots_of_several_positions_make_one_part() -> None:
    members = {HOLDER_YES: (FRANCE,), OTHER_YES: (JAPAN, SPAIN)}
    moves = Move(HOLDER_YES, HOLDER_NO), Move(HOLDER_YES, NEITHER), Move(OTHER_YES, OTHER_NO)
    (group,) = grouped([{move: 1} for move in moves], members, ALEPPO)
    assert str(group) == "any 1 of 3"
    assert group.count == 3 * 4
    assert len(set(group.sets())) == group.count


def test_what_is_not_free_stays_apart() -> None:
    members = {HOLDER_NO: (FRANCE,), OTHER_NO: (JAPAN, SPAIN)}
    moves = {Move(HOLDER_NO, HOLDER_YES): 1, Move(OTHER_NO, OTHER_YES): 1}
    (group,) = grouped([moves], members, ALEPPO)
    assert str(group) == "France and any 1 of 2"
    assert [[(m.name, to.value) for m, to in each] for each in group.sets()] == [
        [("France", "yes"), ("Japan", "yes")],
        [("France", "yes"), ("Spain", "yes")],
    ]


def test_no_member_is_chosen_twice_in_a_set() -> None:
    group = ChangeGroup((Part((JAPAN, SPAIN), 1, (Ballot.YES,)), Part((JAPAN, SPAIN), 1, (Ballot.NO,))), 2)
    assert [{member for member, _ in each} for each in group.sets()] == [{JAPAN, SPAIN}] * 2


def test_a_group_counts_its_sets() -> None:
    for mine, theirs in product(range(1, 3), range(3)):
        members = {HOLDER_NO: ALEPPO.permanent[:2], OTHER_NO: ALEPPO.elected[:3]}
        moves = {Move(HOLDER_NO, NEITHER): mine} | ({Move(OTHER_NO, OTHER_YES): theirs} if theirs else {})
        (group,) = grouped([moves], members, ALEPPO)
        assert len(set(group.sets())) == group.count
