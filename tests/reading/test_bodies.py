"""Whose doings an article tells, sentence by sentence.

Knows invented sentences. Refuses to know what is found in them.
"""

from __future__ import annotations

import pytest

from lifecycle.reading.bodies import LINGERS, Talk, tells_of_the_council

ASSEMBLY = "The General Assembly adopted its own resolution by 99 votes."
COUNCIL = "The Security Council met on the draft."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The UN Security Council met on a draft.", True),
        ("Russia vetoed a UN text.", True),
        ("Britain vetoed a text that 13 of the 15 countries wanted.", True),
        ("Britain vetoed a text of the golf club.", False),
        ("UN RESOLUTION ON COD", True),
        ("The village council passed a resolution on roads.", False),
        ("Chad has asked to have its draft put in blue.", True),
        ("Council vote on Chad's draft", True),
        ("The United Nations sent blankets.", False),
    ],
)
def test_an_article_names_the_council_and_what_it_votes_on(text: str, told: bool) -> None:
    assert tells_of_the_council(text) is told


def test_what_another_body_did_at_the_top_is_its_own_until_the_council_speaks() -> None:
    opening = "The Senate voted to cut aid."
    talk = Talk(f"{opening} The text was passed by the council. {COUNCIL}")
    assert talk.is_elsewhere(opening)
    assert talk.is_elsewhere("The text was passed at night.")
    assert not talk.is_elsewhere("The text was passed by the council.")


def test_talk_of_another_body_lingers_until_the_council_is_named_again() -> None:
    talk = Talk(f"{COUNCIL} {ASSEMBLY}")
    assert not talk.is_elsewhere(COUNCIL)
    assert talk.is_elsewhere(ASSEMBLY)
    assert talk.is_elsewhere("It was passed late.")
    assert not talk.is_elsewhere(COUNCIL)
    assert not talk.is_elsewhere("It was passed late.")


@pytest.mark.parametrize(
    "body",
    [
        *(
            "The General Assembly",
            "UNGA",
            "Assembly members",
            "The assembly",
            "A Geneva forum",
            "The General Conference",
        ),
        *("The Human Rights Council", "The human rights commission", "The Peace and Security Council"),
        *(
            "The Commission on Human Rights",
            "The 47-member council",
            "The 35-nation board",
            "The IAEA's board",
            "The OPCW",
        ),
        *("The agency board", "The Board of Governors", "UNESCO", "Members of the OPCW", "Congress", "The Senate"),
        *("The House of Commons", "Parliament", "The states of the UN's nuclear watchdog"),
    ],
)
def test_every_other_body_is_known_by_the_letters_that_are_looked_for_first(body: str) -> None:
    act = f"{body} voted on a resolution on cod."
    assert Talk(f"{COUNCIL} {act}").is_elsewhere(act)


def test_who_is_told_something_in_parliament_does_not_speak_of_its_votes() -> None:
    for house in ("Parliament", "the parliament"):
        told = f"The envoy told {house} that the resolution had been adopted."
        assert not Talk(f"{COUNCIL} {told}").is_elsewhere(told)


def test_a_parliament_is_an_aside() -> None:
    senate = "The Senate passed a resolution on cod."
    talk = Talk(f"{COUNCIL} {senate}")
    assert [talk.is_elsewhere(text) for text in (senate, "It was tabled.")] == [True, False]


def test_a_veto_at_the_top_is_the_councils_where_no_state_could_cast_one() -> None:
    about = f"{ASSEMBLY} {'It rained. ' * 60}{ASSEMBLY} {COUNCIL}"
    assert not Talk(f"Russia cast a veto. {about}").is_elsewhere("It rained.")
    assert Talk(f"The president cast a veto, said Congress. {about}").is_elsewhere("It rained.")


@pytest.mark.parametrize("vote", ["passed by 91-17", "was approved by the General Assembly"])
def test_what_is_told_before_the_council_is_named_is_the_assemblys(vote: str) -> None:
    lead = "Britain voted against a text on cod."
    talk = Talk(f"{lead} In the General Assembly it {vote}. {COUNCIL}")
    assert [talk.is_elsewhere(text) for text in (lead, "The voting was late.", COUNCIL, lead)] == [True] * 2 + [
        False
    ] * 2


def test_a_name_alone_does_not_make_an_opening_the_assemblys() -> None:
    lead = "Britain voted against a text on cod."
    assert not Talk(f"{lead} The General Assembly hall was empty. {COUNCIL}").is_elsewhere(lead)


def test_talk_of_another_body_ends_by_itself() -> None:
    talk = Talk(f"{COUNCIL} {ASSEMBLY}")
    assert [talk.is_elsewhere(text) for text in (ASSEMBLY, *["It rained."] * LINGERS)] == [True] * LINGERS + [False]


def test_a_body_that_is_only_named_does_nothing() -> None:
    assert not Talk(f"{COUNCIL} Peru's parliament").is_elsewhere(
        "A commission set up by Peru's parliament asked for it."
    )


def test_an_article_mostly_about_another_body_is_elsewhere_unless_its_lead_names_the_council() -> None:
    about = f"{ASSEMBLY} {'It rained. ' * 60}{ASSEMBLY} {COUNCIL}"
    assert Talk(about).is_elsewhere("It rained.")
    assert not Talk(f"{COUNCIL} {about}").is_elsewhere("It rained.")


def test_the_council_by_that_name_alone_ends_the_talk_of_an_assembly() -> None:
    talk = Talk(f"{COUNCIL} {ASSEMBLY}")
    assert talk.is_elsewhere(ASSEMBLY)
    assert not talk.is_elsewhere("According to the draft, the Council would ban nets.")


def test_where_there_are_two_councils_that_name_alone_says_nothing() -> None:
    talk = Talk(f"{COUNCIL} {ASSEMBLY} The Governing Council met too.")
    assert talk.is_elsewhere(ASSEMBLY)
    assert talk.is_elsewhere("According to the draft, the Council would ban nets.")


def test_the_vote_is_that_of_the_body_in_the_headline() -> None:
    """Invented."""
    talk = Talk("UN General Assembly backs a truce\n\nThe General Assembly adopted a resolution on Thursday.")
    assert talk.of_another_body("Mali's envoy dismissed Thursday's vote as a farce.")
    assert not talk.of_another_body("The Security Council's vote on Thursday was close.")
    council = Talk("UN Security Council backs a truce\n\nThe General Assembly adopted a resolution last year.")
    assert not council.of_another_body("Mali's envoy dismissed Thursday's vote as a farce.")


@pytest.mark.parametrize(
    "act",
    [
        "The IAEA's board adopted a resolution on rain.",
        "The agency's board of governors voted on it.",
        "The Commission on Human Rights passed a resolution on rain.",
        "UNESCO adopted a resolution on rain.",
        "The resolution was passed by the OPCW.",
    ],
)
def test_bodies_of_nations_other_than_the_assembly_vote_too(act: str) -> None:
    """Invented."""
    talk = Talk(f"{COUNCIL} {act}")
    assert [talk.is_elsewhere(text) for text in (COUNCIL, act, "The vote was late.")] == [False, True, True]


@pytest.mark.parametrize(
    ("count", "elsewhere"),
    [
        ("The text was adopted by 82 votes to 24.", True),
        ("The vote was 22-1.", True),
        ("The text was adopted by 13 votes to two.", False),
        ("The vote was 12-1.", False),
        ("The text was adopted by 25 votes to three.", True),
        ("They voted 20 to 30 times on rain.", False),
        ("They voted 2016-17 out of the text.", False),
        ("The text was adopted 20 to 30 minutes later.", False),
        ("The Security Council's vote of 23-2 was a misprint.", False),
    ],
)
def test_sixteen_votes_are_more_than_the_council_has(count: str, elsewhere: bool) -> None:
    """Charter, Article 23(1): fifteen members. Invented sentences."""
    assert Talk(f"{COUNCIL} {count}").is_elsewhere(count) is elsewhere


def test_who_votes_to_go_to_the_council_goes_on_speaking_of_itself() -> None:
    act = "The IAEA board adopted a resolution that refers Peru to the Security Council."
    talk = Talk(f"{COUNCIL} {act}")
    assert [talk.is_elsewhere(text) for text in (act, "The vote was late.", COUNCIL)] == [False, True, False]


@pytest.mark.parametrize(
    "aside",
    [
        "A day after the General Assembly adopted a resolution, the Security Council met.",
        "Unlike General Assembly resolutions, those of the Security Council are binding.",
        "While the General Assembly debated rain, the Security Council met on a draft.",
        "The IAEA's board approved a report that may go to the Security Council.",
    ],
)
def test_an_aside_on_another_body_does_not_silence_the_council(aside: str) -> None:
    talk = Talk(f"{COUNCIL} {aside}")
    assert [talk.is_elsewhere(text) for text in (aside, "The draft was adopted.")] == [False, False]


@pytest.mark.parametrize("mention", ["The OPCW's mandate ends, and a resolution is due.", "A World Bank board met."])
def test_a_body_that_does_nothing_is_not_where_the_talk_is(mention: str) -> None:
    talk = Talk(f"{COUNCIL} {mention}")
    assert [talk.is_elsewhere(text) for text in (mention, "The draft was adopted.")] == [False, False]


def test_a_count_of_others_is_an_aside() -> None:
    talk = Talk(f"{COUNCIL} Islanders voted 97 to 3 to join Peru. The draft was adopted.")
    assert [
        talk.is_elsewhere(text) for text in ("Islanders voted 97 to 3 to join Peru.", "The draft was adopted.")
    ] == [
        True,
        False,
    ]


def test_an_article_about_another_body_says_so() -> None:
    about = f"{ASSEMBLY} {'It rained. ' * 60}{ASSEMBLY} {COUNCIL}"
    assert (Talk(about).abroad, Talk(f"{COUNCIL} {about}").abroad) == (True, False)
    talk = Talk(about)
    assert [talk.is_elsewhere(text) for text in (COUNCIL, "The draft was revised.")] == [False, True]
    assert not talk.abroad, "the Council was named just now"
    both = "The Security Council and the General Assembly had condemned it."
    talk = Talk(f"{ASSEMBLY} {'It rained. ' * 60}{ASSEMBLY} {both}")
    assert [talk.is_elsewhere(text) for text in (both, "The draft was revised.")] == [False, True]
    assert talk.abroad, "the Council was named beside the other body alone"
