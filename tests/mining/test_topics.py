"""What an article speaks of. The texts here are invented."""

from __future__ import annotations

from lifecycle.mining.topics import is_state, subjects_of, topics_of

TEXT = (
    "the Syrian army is in Adanbar, and people of Syria flee from Adanbar. He asked Mr Talvero of the Security Council."
)


def test_names_come_commonest_first_and_states_by_code() -> None:
    assert topics_of(TEXT)[:3] == ("Adanbar", "SYR", "Talvero")


def test_words_of_every_article_and_of_small_letters_are_no_names() -> None:
    assert "Council" not in topics_of(TEXT)
    assert topics_of("the peace of Peace, on Monday") == ()


def test_a_draft_is_about_places_not_persons() -> None:
    told = {0: "a draft on Adanbar, said Talvero"}
    assert subjects_of(TEXT, topics_of(TEXT), told) == {0: ("Adanbar",)}


def test_where_its_sentences_name_no_place_the_article_does() -> None:
    assert subjects_of(TEXT, topics_of(TEXT), {0: "the draft fell"}) == {0: ("Adanbar", "SYR")}


def test_a_state_is_told_by_its_code() -> None:
    assert is_state("SYR")
    assert not is_state("UNO2")
