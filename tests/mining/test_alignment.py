"""Mentions beside annotations. All of them are invented."""

from __future__ import annotations

from lifecycle.mining.alignment import SLACK, align, assignment, draft_key, near, same_type
from lifecycle.mining.gold import GoldMention
from lifecycle.mining.mined import Mention
from lifecycle.model.reports import When


def mined(start: int, type_: str = "vetoed", draft: str = "d1", cue: str = "vetoed") -> Mention:
    return Mention("m", "a.txt", start, start + len(cue), cue, cue, type_, draft, "occurred", (), When(), None, "r", ())


def gold(start: int, type_: str = "vetoed", draft: str = "D1", cue: str = "vetoed") -> GoldMention:
    return GoldMention(start, cue, cue, type_, draft, "occurred", (), None, None, True)


def test_near_ends_at_the_slack() -> None:
    assert near(mined(100 + 6 + SLACK - 1), gold(100))
    assert not near(mined(100 + 6 + SLACK), gold(100))


def test_pairs_are_one_to_one_and_the_nearest_wins() -> None:
    assert align([mined(90), mined(100)], [gold(100)], same_type, frozenset()) == [(1, 0)]
    assert align([mined(90), mined(100)], [gold(100)], same_type, frozenset({1})) == [(0, 0)]
    assert align([mined(100, "failed")], [gold(100)], same_type, frozenset()) == []


def test_drafts_are_matched_so_that_most_is_right() -> None:
    mentions = [mined(0, draft="x"), mined(50, draft="x"), mined(100, draft="y")]
    annotated = [gold(0, draft="D1"), gold(50, draft="D1"), gold(100, draft="D2")]
    pairs = align(mentions, annotated, same_type, frozenset())
    assert assignment(mentions, annotated, pairs) == {"D1": "x", "D2": "y"}


def test_other_takes_what_is_given_to_nobody() -> None:
    mentions = [mined(0, draft="x"), mined(50, draft="o1"), mined(100, draft="x")]
    annotated = [gold(0, draft="D1"), gold(50, draft="OTHER"), gold(100, draft="OTHER")]
    assigned = assignment(mentions, annotated, align(mentions, annotated, same_type, frozenset()))
    same = draft_key(assigned)
    assert [same(m, g) for m, g in zip(mentions, annotated, strict=True)] == [True, True, False]
