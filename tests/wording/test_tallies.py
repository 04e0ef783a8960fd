"""Numbers and names of a reported vote, by their labels.

Knows invented reports and what a reader takes from each. Refuses to know whether the rule agrees.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in
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


def told_in(sentence: str) -> list[dict[str, Any]]:
    """What the votes that a sentence tells say, without the empty parts."""
    opening = "The UN Security Council had the Norwegian draft resolution in hand. "
    mentions, _ = found_in(Article("invented.txt", opening + sentence))
    told = [each.votes or {} for each in mentions]
    return [
        {side: {k: v for k, v in votes[side].items() if v not in (None, [])} for side in SIDES if side in votes}
        for votes in told
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The resolution was adopted 13-0, with Peru and the Sudan abstaining.",
            {"in_favour": {"n": 13}, "against": {"n": 0}, "abstained": {"members": ["PER", "SDN"]}},
        ),
        (
            "Fourteen members voted for the draft, Chad against.",
            {"in_favour": {"n": 14}, "against": {"members": ["TCD"]}},
        ),
        ("With 12 votes for, the resolution passed.", {"in_favour": {"n": 12}}),
        (
            "The measure passed with 12 votes, none against and three abstentions.",
            {"in_favour": {"n": 12}, "against": {"n": 0}, "abstained": {"n": 3}},
        ),
        (
            "Peru, Chad and eight others voted yes on the draft.",
            {"in_favour": {"n": 10, "members": ["PER", "TCD"]}},
        ),
    ],
)
def test_members_without_a_verb_of_their_own_and_counts_round_the_verb(sentence: str, expected: dict[str, Any]) -> None:
    assert told_in(sentence) == [expected]


def test_a_number_is_the_subject_of_the_verb_behind_it() -> None:
    text = "The UN Security Council met. Peru and Chad voted for the draft resolution, while nine voted against it.\n"
    found, _ = found_in(Article("invented.txt", text))
    assert [each.actors for each in found] == [("PER", "TCD"), ()]


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


def test_who_joins_another_votes_as_it_does() -> None:
    text = "The UN Security Council met. China joined Russia in voting no on the draft resolution.\n"
    found, _ = found_in(Article("invented.txt", text))
    assert [each.votes and each.votes["against"]["members"] for each in found] == [["CHN", "RUS"]]


def test_who_blocked_a_text_is_not_among_its_votes() -> None:
    told = tally("won nine votes", actors=("RUS", "CHN"))
    assert told == {"in_favour": {"n": 9}}
    words = "backed by the 14 other members"  # "The United States stood alone in opposing a draft ..."
    assert tally(words, actors=("USA",)) == {"in_favour": {"n": 14}}


def test_who_gets_votes_is_a_text_and_who_abstains_from_one_is_a_member() -> None:
    text = (
        "A UN Security Council draft got nine votes but Russia blocked it. Chad abstained from the vote on the draft.\n"
    )
    found, _ = found_in(Article("invented.txt", text))
    doers = [(each.framed.rule.type, each.actors) for each in found]
    assert doers == [("voted", ()), ("vetoed", ("RUS",)), ("voted", ("TCD",))]


def test_unanimity_is_no_number() -> None:
    assert tally("voted unanimously", "adopted") == {"unanimous": True}


def test_a_tally_is_read_within_an_article() -> None:
    text = "The UN Security Council was divided. Russia and China vetoed a draft resolution, and India abstained.\n"
    found, _ = found_in(Article("invented.txt", text))
    vetoed, abstained = (each.votes or {} for each in found)
    assert vetoed["against"]["members"] == ["RUS", "CHN"]
    assert abstained["abstained"]["members"] == ["IND"]


def test_a_vote_that_may_come_has_no_tally() -> None:
    found, _ = found_in(Article("invented.txt", "In the Security Council India may abstain on the draft resolution.\n"))
    assert [(each.framed.rule.type, each.votes) for each in found] == [("voted", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United States and Australia cast votes against the draft resolution.", {"against": ["USA", "AUS"]}),
        ("China and Britain cast the only votes against the draft resolution.", {"against": ["CHN", "GBR"]}),
        ("The United States cast the sole no vote on the draft resolution.", {"against": ["USA"]}),
        ("The draft resolution received 13 votes, with Britain abstaining.", {"in_favour": 13, "abstained": ["GBR"]}),
        (
            "The draft resolution got nine votes in favour and three abstentions: Russia, China and Gabon.",
            {"in_favour": 9, "abstained": ["RUS", "CHN", "GAB"]},
        ),
        (
            "Four countries voted in favour of the draft resolution - Russia, the United Arab Emirates, Gabon, Mali.",
            {"in_favour": ["RUS", "ARE", "GAB", "MLI"]},
        ),
        (
            "Thirteen members voted in favour of the draft resolution - Russia and China walked out.",
            {"in_favour": 13},
        ),
        (
            "It was adopted 14-0, with Russia abstaining: Moscow and Beijing had sought changes to the draft.",
            {"in_favour": 14, "against": 0, "abstained": ["RUS"]},
        ),
        ("Russia abstained, along with China, on the draft resolution.", {"abstained": ["RUS", "CHN"]}),
        (
            "Russia voted against the draft resolution, with Brazil and India abstaining.",
            {"against": ["RUS"], "abstained": ["BRA", "IND"]},
        ),
    ],
)
def test_who_voted_which_way(text: str, expected: dict[str, object]) -> None:
    """By the first vote that is told; a number where no members are."""
    found, _ = found_in(Article("a.txt", f"The UN Security Council met. {text}"))
    votes = next(each.votes for each in found if each.votes)
    told = {side: votes[side]["members"] or votes[side]["n"] for side in SIDES if side in votes}
    assert told == expected


VOTED = "The UN Security Council voted on a draft resolution on Mali. "


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("All but Russia voted in favour.", {}),
        ("All members except China and Russia voted in favour.", {}),
        ("Every member but Algeria, which abstained, voted for it.", {"abstained": (None, {"DZA"})}),
        ("All but two of the 15 members backed the text.", {"in_favour": (13, set())}),
        (
            "The United States, Britain and France voted against and the other nine abstained.",
            {"against": (None, {"USA", "GBR", "FRA"}), "abstained": (9, set())},
        ),
        ("Russia voted against and the rest voted in favour.", {"against": (None, {"RUS"})}),
        ("The US and 10 other members voted for it.", {"in_favour": (11, {"USA"})}),
        ("Russia abstained, as did China.", {"abstained": (None, {"RUS", "CHN"})}),
        ("Russia abstained, joined by China.", {"abstained": (None, {"RUS", "CHN"})}),
        ("China, along with Mozambique, abstained.", {"abstained": (None, {"CHN", "MOZ"})}),
        ("France, together with Japan and Malta, voted in favour.", {"in_favour": (None, {"FRA", "JPN", "MLT"})}),
        ("France as well as Japan voted in favour.", {"in_favour": (None, {"FRA", "JPN"})}),
        ("Russia was joined by China in abstaining.", {"abstained": (None, {"RUS", "CHN"})}),
        ("Japan followed France in voting in favour.", {"in_favour": (None, {"FRA", "JPN"})}),
        ("Abstaining were China, Russia and India.", {"abstained": (None, {"CHN", "RUS", "IND"})}),
        ("Countries that abstained included China and Russia.", {"abstained": (None, {"CHN", "RUS"})}),
        ("Venezuela and Malaysia were among those voting for it.", {"in_favour": (None, {"VEN", "MYS"})}),
        ("“We abstained because it was rushed,” Chinese envoy Zhang Jun said.", {"abstained": (None, {"CHN"})}),
        ("“My delegation voted in favour,” Japan's envoy said.", {"in_favour": (None, {"JPN"})}),
        ("Russia cast a no vote.", {"against": (None, {"RUS"})}),
        ("Both Russia and China cast no votes.", {"against": (None, {"RUS", "CHN"})}),
        ("It failed by a single vote.", {"in_favour": (8, set())}),
        ("Before the vote, a Russian amendment failed, with 5 in favour and 1 against.", {}),
        ("A procedural vote to keep the session public won nine votes.", {}),
        ("Germany supported them all, but Russia voted against the draft.", {"against": (None, {"RUS"})}),
        ("France is one of the sponsors and Russia voted against.", {"against": (None, {"RUS"})}),
        ("Syria is among the issues on which China abstained.", {"abstained": (None, {"CHN"})}),
        ("“We condemn the veto of the draft,” the French ambassador said.", {}),
        ("Russia said the Western powers had gone too far and voted against.", {"against": (None, {"RUS"})}),
    ],
)
def test_who_is_on_which_side(text: str, sides: dict[str, tuple[int | None, set[str]]]) -> None:
    """Neither those who did otherwise nor those of the clause before are counted in."""
    assert told_of(VOTED + text) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Russia vetoes UN Security Council draft resolution on Syria, China abstains", {"against", "abstained"}),
        (
            "Russia vetoes UN Security Council draft resolution on Sudan, China votes in favour",
            {"against", "in_favour"},
        ),
    ],
)
def test_in_a_headline_the_state_behind_a_comma_is_the_subject_of_what_follows(text: str, sides: set[str]) -> None:
    told = told_of(text)
    assert {side: members for side, (_, members) in told.items()} == {
        side: {"RUS"} if side == "against" else {"CHN"} for side in sides
    }


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The UN Security Council voted 9-4 against a Russian draft resolution.", (4, 9, None)),
        ("The UN Security Council voted down a Russian draft resolution, 9-4 with two abstentions.", (4, 9, 2)),
        ("The UN Security Council voted by ten votes to none for a draft resolution on Libya.", (10, 0, None)),
        ("The UN Security Council adopted a draft resolution on Libya, 9-4 with two abstentions.", (9, 4, 2)),
        ("The UN Security Council voted nine to four against the resolution.", (4, 9, None)),
        ("The UN Security Council voted 14 to 0 against North Korea, adopting a resolution.", (14, 0, None)),
        ("The draft was close to ten votes in favour in the UN Security Council.", (10, None, None)),
    ],
)
def test_the_winners_come_first_whoever_won(text: str, counts: tuple[int | None, ...]) -> None:
    told = told_of(text)
    assert tuple(told.get(side, (None, set()))[0] for side in SIDES) == counts


def test_those_behind_an_abstention_and_the_one_who_vetoed_are_the_members_of_their_counts() -> None:
    told = told_of(
        "The UN Security Council adopted the resolution by 14 votes to none, with one abstention, from Russia."
    )
    assert told["abstained"] == (1, {"RUS"})
    told = told_of("US vetoes UN Security Council resolution in 13-1 vote with Britain abstaining")
    assert told == {"in_favour": (13, set()), "against": (1, {"USA"}), "abstained": (None, {"GBR"})}


def told_of(text: str) -> dict[str, tuple[int | None, set[str]]]:
    """By side, the number and the members that an article tells of it."""
    found, _ = found_in(Article("invented.txt", text + "\n"))
    sides: dict[str, tuple[int | None, set[str]]] = {}
    for votes in (each.votes for each in found if each.votes):
        for side in (side for side in SIDES if side in votes):
            n, members = sides.get(side, (None, set()))
            sides[side] = (votes[side]["n"] if n is None else n, members | set(votes[side]["members"]))
    return sides
