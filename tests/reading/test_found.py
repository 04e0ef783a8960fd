"""A mention's quote and the votes its words speak of.

Knows invented articles. Refuses to know how mentions are found.
"""

from __future__ import annotations

from typing import Any

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.found import WIDEST
from lifecycle.reading.reading import found_in
from lifecycle.wording.tallies import SIDES


def test_a_quote_is_the_clause_round_the_cue() -> None:
    text = "Envoys left the UN Security Council after Russia vetoed a draft resolution, while China abstained.\n"
    found, _ = found_in(Article("invented.txt", text))
    assert [each.quote for each in found] == ["Russia vetoed a draft resolution", "China abstained."]


def test_with_a_short_clause_words_of_its_sentence_stand() -> None:
    text = "The envoys of Russia and China at the UN Security Council vetoed the draft, while six others abstained.\n"
    found, _ = found_in(Article("invented.txt", text))
    assert found[1].quote == "vetoed the draft, while six others abstained."
    (alone,) = found_in(Article("invented.txt", "OSLO (AP) - China vetoed it at the UN Security Council."))[0]
    assert alone.quote == "China vetoed it at the UN Security Council."


@pytest.mark.parametrize(
    ("dateline", "kept"),
    [
        ("UNITED NATIONS, Feb. 20, 2020 (AP) - ", ""),
        ("(CNN)", ""),
        ("UNITED NATIONS — ", ""),
        ("United Nations (Reuters) - ", ""),
        ("NEW YORK, 20 Feb (Xinhua) -- ", ""),
        ("The African Union (AU) and ", "The African Union (AU) and "),
    ],
)
def test_a_dateline_is_no_part_of_a_quote(dateline: str, kept: str) -> None:
    said = "France submitted a draft resolution to the Security Council"
    found, _ = found_in(Article("a.txt", f"{dateline}{said}."))
    assert [each.quote for each in found] == [f"{kept}{said}."]


def test_a_dash_round_an_aside_is_no_dateline() -> None:
    found, _ = found_in(Article("a.txt", "Russia - a member - vetoed a draft resolution of the Security Council."))
    assert found[0].quote.startswith("Russia - a member - vetoed")


def test_a_long_clause_is_cut_at_blanks_on_both_sides_of_the_cue() -> None:
    before, behind = "Early that grey morning " * 9, "on cod and herring " * 9
    text = f"{before}Russia vetoed the UN Security Council draft resolution {behind}"
    (found,) = found_in(Article("invented.txt", text))[0]
    assert "vetoed" in found.quote
    assert len(found.quote) <= WIDEST
    assert f" {found.quote} " in text


def test_votes_run_on_behind_the_clause_and_a_wish_has_none() -> None:
    text = (
        "The UN Security Council adopted the draft resolution with 13 votes in favour, none against and 2 abstentions."
    )
    (adopted,) = found_in(Article("invented.txt", text))[0]
    assert adopted.votes is not None
    assert {side: adopted.votes[side]["n"] for side in ("in_favour", "against", "abstained")} == {
        "in_favour": 13,
        "against": 0,
        "abstained": 2,
    }
    (wished,) = found_in(Article("invented.txt", "Peru wants the UN Security Council to adopt its draft resolution."))[
        0
    ]
    assert wished.votes is None


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


def test_members_that_abstain_beside_a_tally_are_told_with_it_and_of_themselves() -> None:
    adopted, abstained = told_in("The resolution was adopted 13-0, with Peru and the Sudan abstaining.")
    assert adopted == {"in_favour": {"n": 13}, "against": {"n": 0}, "abstained": {"members": ["PER", "SDN"]}}
    assert abstained == adopted


def test_a_number_is_the_subject_of_the_verb_behind_it() -> None:
    text = "The UN Security Council met. Peru and Chad voted for the draft resolution, while nine voted against it.\n"
    found, _ = found_in(Article("invented.txt", text))
    assert [each.actors for each in found] == [("PER", "TCD"), ()]


def test_who_joins_another_votes_as_it_does() -> None:
    text = "The UN Security Council met. China joined Russia in voting no on the draft resolution.\n"
    found, _ = found_in(Article("invented.txt", text))
    assert [each.votes and each.votes["against"]["members"] for each in found] == [["CHN", "RUS"]]


def test_who_gets_votes_is_a_text_and_who_abstains_from_one_is_a_member() -> None:
    text = (
        "A UN Security Council draft got nine votes but Russia blocked it. Chad abstained from the vote on the draft.\n"
    )
    found, _ = found_in(Article("invented.txt", text))
    doers = [(each.framed.rule.type, each.actors) for each in found]
    assert doers == [("voted", ()), ("vetoed", ("RUS",)), ("voted", ("TCD",))]


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
