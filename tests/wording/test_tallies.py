"""Numbers and names of a reported vote, by their labels.

Knows invented reports and what a reader takes from each. Refuses to know whether the rule agrees.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.wording.nations import nations
from lifecycle.wording.tallies import SIDES, tally_in


def tally(text: str, kind: str = "voted", rule: str = "voted-counted", actors: tuple[str, ...] = ()) -> dict[str, Any]:
    """What is told, without the empty parts."""
    told = tally_in(text, text, kind, rule, actors, tuple(nations(text))).to_json()
    short = {side: {k: v for k, v in told[side].items() if v not in (None, [])} for side in SIDES if side in told}
    rest = {key: told[key] for key in ("required", "unanimous") if told[key]}
    return {**short, **rest}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11 in favour, 2 against and 2 abstentions", (11, 2, 2)),
        ("by a vote of 12 in favour to none against, with 3 abstentions", (12, 0, 3)),
        ("2 against, 2 in favour, 11 abstentions", (2, 2, 11)),
        ("eight voted in favour, four voted against, and three abstained", (8, 4, 3)),
        ("got four “yes” votes, nine “no” votes and two abstentions", (4, 9, 2)),
        ("a 14-0-1 vote", (14, 0, 1)),
        ("by 13 votes to none", (13, 0, None)),
        ("voted 15-0 for a resolution", (15, 0, None)),
        ("received 12 affirmative votes, 2 negative votes and 1 abstention", (12, 2, 1)),
        ("Nine members of the council abstained", (None, None, 9)),
        ("was backed by 12 members, with none voting against", (12, 0, None)),
        ("opposed a text backed by the 14 other members", (14, None, None)),
        ("from 8-11 October 2016", (None, None, None)),
        ("11 of the 15 council members backed the text", (11, None, None)),
        ("eight of the fifteen members of the Security Council voted against it", (None, 8, None)),
        ("The vote was 3-0, with 12 countries abstaining", (3, 0, 12)),
        ("failed by a vote of 2-3 with 10 abstentions", (2, 3, 10)),
        ("lost 2-3 to Peru", (None, None, None)),
        ("Fourteen of the council's 15 members raised their hands in favour", (14, None, None)),
        ("Ten members cast their ballots in favour and two cast theirs against", (10, 2, None)),
        ("it got 13 votes in favour, three - Russia, China and Algeria - against", (13, 3, None)),
        ("Eleven voted in favour, two abstained and two, including Russia and China, were against", (11, 2, 2)),
        (
            "Nine countries, including Peru, voted for it and the remaining four, including Chad, abstained",
            (9, None, 4),
        ),
        ("Three members, including Peru and Chad, were against and two abstained", (None, 3, 2)),
    ],
)
def test_labels_decide_never_position(text: str, expected: tuple[int | None, ...]) -> None:
    told = tally(text)
    assert tuple(told.get(side, {}).get("n") for side in SIDES) == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("was defeated by nine votes to four", "was defeated", (4, 9)),
        ("was voted down by 8 votes to 7", "was voted down", (7, 8)),
        ("was rejected by four votes to nine", "was rejected", (4, 9)),
        ("was rejected by five votes in favour to four", "was rejected", (5, 4)),
        ("failed by six votes to five", "failed", (6, 5)),
    ],
)
def test_who_defeats_a_text_is_counted_first(text: str, cue: str, expected: tuple[int, int]) -> None:
    """A majority defeats; "failed" says nothing of one, and is told in the Council's own order."""
    told = tally_in(text, cue, "failed", "", (), ()).to_json()
    assert (told["in_favour"]["n"], told["against"]["n"]) == expected


@given(st.permutations([("in favour", 7), ("against", 3), ("abstentions", 5)]))
def test_the_order_of_labelled_counts_does_not_matter(order: list[tuple[str, int]]) -> None:
    text = ", ".join(f"{n} {label}" for label, n in order)
    assert {side: count["n"] for side, count in tally(text).items()} == {"in_favour": 7, "against": 3, "abstained": 5}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("did not garner the minimum nine votes", {"in_favour": {"max": 8}, "required": 9}),
        ("one short of the nine needed", {"in_favour": {"n": 8}, "required": 9}),
        ("only received six votes from the 15-strong body", {"in_favour": {"n": 6}}),
        ("two votes short", {"in_favour": {"n": 7}}),
        ("failed to get enough votes", {}),
        ("failed to get the seven votes it needed", {"in_favour": {"max": 6}, "required": 7}),
        ("got only seven votes", {"in_favour": {"n": 7}}),
        ("Bid falls short in Security Council by one vote", {"in_favour": {"n": 8}}),
        ("failed to get nine votes", {}),
    ],
)
def test_a_shortfall_bounds_the_votes_in_favour(text: str, expected: dict[str, Any]) -> None:
    assert tally(text, "failed", "failed-short") == expected


def test_those_included_in_a_count_are_on_its_side_alone() -> None:
    told = tally("two abstained and two, including Russia and China, were against")
    assert told == {"against": {"n": 2, "members": ["RUS", "CHN"]}, "abstained": {"n": 2}}
    told = tally("Nine countries, including Peru, voted for it and four, including Chad and Mali, abstained")
    assert told["in_favour"] == {"n": 9, "members": ["PER"]}
    assert told["abstained"] == {"n": 4, "members": ["TCD", "MLI"]}


def test_members_behind_a_label_and_before_the_verb() -> None:
    listed = tally("two opposed - US and Australia - and five abstained - UK, Lithuania, Nigeria")
    assert listed["against"] == {"n": 2, "members": ["USA", "AUS"]}
    assert listed["abstained"] == {"n": 5, "members": ["GBR", "LTU", "NGA"]}
    listed = tally("11 in favour, two against, Russia and China, and two abstentions")
    assert listed["against"] == {"n": 2, "members": ["RUS", "CHN"]}
    unlisted = tally("11 in favour, two against, Russia said")
    assert unlisted["against"] == {"n": 2}
    assert tally("voted against it", actors=("USA", "LVA")) == {"against": {"members": ["USA", "LVA"]}}
    assert tally("vetoed the draft", "vetoed", "vetoed", ("RUS",)) == {"against": {"members": ["RUS"]}}


def test_the_verb_says_on_which_side_its_subject_voted() -> None:
    opposed = tally("opposed the draft resolution", rule="voted-support", actors=("CHN",))
    assert opposed == {"against": {"members": ["CHN"]}}
    assert tally("joined France in supporting it", actors=("GBR",))["in_favour"]["members"] == ["GBR"]
    for words in (
        "joined Russia in voting no on it",
        "joined Russia in voting against it",
        "joined Russia in opposing it",
    ):
        assert tally(words, actors=("CHN",)) == {"against": {"members": ["CHN"]}}, words
    assert tally("joined Russia in abstaining", actors=("CHN",)) == {"abstained": {"members": ["CHN"]}}


def test_who_blocked_a_text_is_not_among_its_votes() -> None:
    told = tally("won nine votes", actors=("RUS", "CHN"))
    assert told == {"in_favour": {"n": 9}}
    words = "backed by the 14 other members"  # "The United States stood alone in opposing a draft ..."
    assert tally(words, actors=("USA",)) == {"in_favour": {"n": 14}}


def test_unanimity_is_no_number() -> None:
    assert tally("voted unanimously", "adopted") == {"unanimous": True}
