"""Which draft is meant: by sponsors, by rivalry, by who vetoed, by what was named last.

Knows small invented articles. Refuses to know other articles.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.entry import Hint
from lifecycle.reading.reading import found_in
from lifecycle.reading.register import Register
from lifecycle.wording.drafts import Reference


def drafts_of(*sentences: str) -> list[int]:
    """The place of the draft of each mention, in order."""
    text = "The UN Security Council was divided.\n" + " ".join(sentences)
    return [each.entry.place for each in found_in(Article("invented.txt", text))[0]]


@pytest.mark.parametrize(
    "second",
    [
        "A rival Russian draft was rejected.",
        "The Russian text was rejected.",
        "Its own rival measure was rejected.",
        "Another draft was rejected.",
    ],
)
def test_two_drafts_stay_two(second: str) -> None:
    first, other = drafts_of("Russia vetoed the French draft on Monday.", second)
    assert first != other


@pytest.mark.parametrize(
    "second", ["The draft had been circulated.", "The text was withdrawn.", "Paris had circulated the French text."]
)
def test_one_draft_stays_one(second: str) -> None:
    first, other = drafts_of("Peru discussed the French draft on Monday.", second)
    assert first == other


def test_a_text_that_was_vetoed_is_not_the_one_on_which_a_vote_is_set() -> None:
    due, _, vetoed, meant = drafts_of(
        "The council is to vote on a resolution on cod on Monday.",
        "The vote comes after Russia vetoed a US resolution on Friday.",
        "Peru warned that the resolution to be voted on was weak.",
    )
    assert due == meant != vetoed
    due, vetoed = drafts_of("The council was to vote on a text on cod on Monday.", "Russia vetoed a US resolution.")
    assert due == vetoed, "nothing says that it was another"


def test_the_first_and_the_second_are_told_apart() -> None:
    both, first, second = drafts_of(
        "The council voted on two draft resolutions on cod.",
        "The first was vetoed by Russia.",
        "The second was rejected.",
    )
    assert first != second
    assert both == first


def test_a_new_paragraph_speaks_of_the_main_draft() -> None:
    texts = (
        "Russia vetoed the French draft. France circulated the draft in May.",
        "\n\nA rival draft was tabled by Chad.",
        "\n\nThe resolution was circulated in June.",
    )
    assert drafts_of(*texts) == [0, 0, 1, 0]
    assert drafts_of(*(text.replace("\n", "") for text in texts)) == [0, 0, 1, 1]
    assert drafts_of(*texts[:2], "\n\nIt was circulated in June.") == [0, 0, 1, 1]


def test_a_rejected_text_is_one_that_came_to_its_end() -> None:
    places = drafts_of(
        "Russia vetoed the French draft.", "Chad tabled a rival draft.", "Peru circulated the rejected text in May."
    )
    assert places == [0, 1, 0, 0]  # circulated, and rejected


def test_a_second_text_is_another_once_the_first_has_ended() -> None:
    assert drafts_of("Russia vetoed the French draft.", "The council rejected a second text.") == [0, 1]
    assert drafts_of("Envoys discussed a draft resolution.", "France circulated a second text.") == [0, 0]


def test_a_text_brought_by_others_is_not_the_one_told_of_all_along() -> None:
    told = ("A draft resolution was tabled in May.", "It was circulated.", "The draft was withdrawn.")
    assert drafts_of(*told, "Russia vetoed a French text on Friday.")[-1] == 1
    assert drafts_of(*told, "Russia vetoed the French text on Friday.")[-1] == 0


def test_nobody_vetoes_its_own_text() -> None:
    places = drafts_of(
        "France submitted a draft resolution.", "China submitted a draft resolution.", "China vetoed it."
    )
    assert places == [0, 1, 0]


def test_who_withdraws_a_text_is_its_sponsor() -> None:
    places = drafts_of(
        "France submitted a draft resolution.", "China submitted a draft resolution.", "France withdrew the resolution."
    )
    assert places == [0, 1, 0]


def test_a_draft_ends_once() -> None:
    register = Register()
    first = register.new(("FRA",))
    assert register.ending(first, "vetoed") is first
    assert register.ending(first, "vetoed") is first
    assert register.ending(first, "failed") is not first


def test_texts_of_other_times_are_never_live() -> None:
    register = Register()
    past = register.other("vetoed")
    assert register.live == []
    assert register.fitting(past, Hint()) is None


def test_a_bare_veto_is_that_of_the_draft_once_vetoed() -> None:
    vetoed, adopted, bare = drafts_of(
        "Russia vetoed the French draft on Monday.",
        "The council adopted a rival Norwegian draft.",
        "The veto angered Paris.",
    )
    assert bare == vetoed != adopted


def test_a_failure_that_leaves_open_why_is_the_veto_told_with_it() -> None:
    text = "The Security Council failed to adopt a draft resolution on Monday. Russia vetoed the text."
    found, _ = found_in(Article("invented.txt", text))
    assert [each.framed.rule.type for each in found] == ["vetoed", "vetoed"]
    assert len({each.entry.place for each in found}) == 1


def test_a_shortfall_that_says_why_is_no_veto() -> None:
    text = "Russia vetoed the French draft resolution in the Security Council. A rival text got only four votes."
    found, _ = found_in(Article("invented.txt", text))
    assert [each.framed.rule.type for each in found] == ["vetoed", "failed"]
    assert len({each.entry.place for each in found}) == 2


def test_an_effort_is_for_the_text_of_those_who_lead_it() -> None:
    register = Register()
    first, second = register.new(), register.new(("TCD",), rival=True)
    assert register.led(()) is None
    assert register.led(("TCD",)) is second
    assert register.led(("PER",)) is first
    assert first.backers == ("PER",)
    assert register.led(("FRA",)) is None


def test_rivals_told_of_before_either_are_two() -> None:
    register = Register()
    first = register.several()
    assert register.live[0] is first
    assert len(register.live) == 2


def test_the_new_text_is_the_one_of_which_something_can_still_come() -> None:
    register = Register()
    waiting, vetoed = register.new(("PER",)), register.new(("GBR",))
    waiting.mentions, vetoed.ended = 1, "vetoed"
    new = Reference(0, 12, "text", strong=True, definite=True, turn="new")
    assert register.name(new, 3, Hint()) is waiting


def test_a_text_vetoed_is_not_the_one_whose_vote_was_put_off() -> None:
    postponed, vetoed, voted = drafts_of(
        "A vote on a draft resolution on salt was postponed.",
        "Russia vetoed a British-led resolution.",
        "The British draft won 13 votes.",
    )
    assert postponed != vetoed == voted


def test_a_vote_to_come_is_on_a_text_that_has_not_ended() -> None:
    vetoed, _, ahead = drafts_of(
        "Russia vetoed a resolution on salt.",
        "Diplomats circulated a new text.",
        "A vote on the Irish draft is expected on Friday.",
    )
    assert vetoed != ahead


def test_two_vetoes_by_others_are_of_two_texts() -> None:
    first, again, other = drafts_of(
        "The US vetoed a resolution on salt.",
        "The veto by the US was its third.",
        "Two days earlier, Russia vetoed a text on cod.",
    )
    assert first == again != other


def test_a_turn_makes_no_draft_but_the_one_it_names() -> None:
    register = Register()
    entries = [register.new(), register.new()]
    for entry in entries:
        entry.again = True
    found = register.name(Reference(0, 10, "draft", True, True, turn="second"), 0, Hint())
    assert found is entries[1]
    assert register.live == entries


def test_a_second_text_has_a_first() -> None:
    second, first = drafts_of("Peru circulated a second draft resolution, a week after its first text was vetoed.")
    assert second != first


def test_the_resolution_is_the_text_that_was_adopted() -> None:
    text = (
        "The UN Security Council agreed unanimously on Friday to extend the mission, a week after a Russian veto of a "
        "six-month extension. The resolution, drafted by Peru and Chad, dropped any mention of sanctions.\n"
    )
    found, register = found_in(Article("invented.txt", text))
    told = {each.framed.rule.type: each.entry.place for each in found}
    assert told["revised"] == told["adopted"] != told["vetoed"]
    assert register.entries[told["adopted"]].backers == ("PER", "TCD")


def test_the_other_text_of_one_sponsor() -> None:
    first, _, other = drafts_of(
        "The Chinese draft was rejected.", "The French draft was vetoed.", "The other Chinese text got six votes."
    )
    assert other != first


def test_one_text_is_no_rival_of_itself() -> None:
    (postponed,) = drafts_of("Peru has postponed a vote on its own resolution on salt.")
    assert postponed == 0


def test_a_resolution_adopted_after_a_withdrawal_is_another() -> None:
    first, other = drafts_of("Peru withdrew its draft on cod.", "The council adopted a resolution on salt.")
    assert first != other
    first, again = drafts_of("Peru withdrew its draft on cod.", "The council adopted the draft later.")
    assert first == again


def test_several_texts_of_one_state_beside_the_one_vetoed_are_another() -> None:
    first, others = drafts_of("Russia vetoed the French draft on Monday.", "Two Russian drafts were then voted down.")
    assert first != others
    first, both = drafts_of("Russia vetoed the French draft on Monday.", "The two drafts were voted on in a row.")
    assert first == both


def test_a_relative_clause_tells_of_the_draft_before_it() -> None:
    vetoed, voted, failed = drafts_of(
        "The United States vetoed the Peruvian draft on Monday, while a separate Russian draft, which was voted on "
        "earlier, was rejected."
    )
    assert vetoed != voted == failed


def test_a_vote_on_it_is_on_the_text_before() -> None:
    first, other, put_off = drafts_of(
        "Peru circulated its draft on cod.",
        "Chad circulated a rival text on Friday.",
        "\n\nA vote on it was put off until Monday.",
    )
    assert first != other == put_off


def test_a_text_called_by_its_backers_and_by_its_drafter_is_one() -> None:
    first, other = drafts_of("Peru vetoed an Arab-backed draft on cod.", "Nine voted for the Russian-drafted text.")
    assert first == other
    first, other = drafts_of("Peru vetoed a Chadian draft on cod.", "Nine voted for the Russian-drafted text.")
    assert first != other


@pytest.mark.parametrize("name", ["the relief text", "the shorter draft", "the one-month text"])
def test_a_text_is_known_by_its_matter_or_its_length(name: str) -> None:
    told = (
        "Peru circulated a draft that would keep the mission in Mali for a year.",
        ("Chad submitted a rival text for a month of relief flights."),
    )
    long, relief, meant = drafts_of(*told, f"Russia vetoed {name}.")
    assert meant == relief != long
    *_, other = drafts_of(*told, "Russia vetoed the longer text.")
    assert other == long


def test_a_text_of_another_length_is_another() -> None:
    year, nine = drafts_of("The council voted to renew the mission for a year.", "Peru withdrew a nine-month text.")
    assert year != nine
    year, same = drafts_of("The council voted to renew the mission for a year.", "Peru circulated a 12-month text.")
    assert year == same
