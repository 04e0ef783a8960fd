"""What an article speaks of. The texts here are invented."""

from __future__ import annotations

from lifecycle.reading.topics import is_state, subject_in, subjects_of, topics_of

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


def test_a_person_over_whom_they_quarrel_is_no_place() -> None:
    text = "They fell out over Talvero. It was told to Pia Talvero in Adanbar, and in East Adanbar."
    told = {0: "the draft, told Talvero from Adanbar"}
    assert subjects_of(text, ("Talvero", "Adanbar"), told) == {0: ("Adanbar",)}


def test_a_label_names_the_commonest_state_and_a_place() -> None:
    assert subject_in(("OMN", "PER", "Adanbar", "Talvero"), {"OMN", "PER", "Adanbar"}, ()) == ("OMN", "Adanbar")


def test_a_state_that_only_the_article_names_is_not_what_its_draft_is_about() -> None:
    assert subject_in(("OMN", "PER", "Adanbar", "Talvero"), {"PER", "Adanbar"}, ()) == ("PER", "Adanbar")


def test_a_label_leaves_out_the_state_that_brings_the_text() -> None:
    assert subject_in(("PER", "OMN"), {"PER", "OMN"}, {"PER"}) == ("OMN",)


def test_a_permanent_member_acts_in_every_story_and_is_no_subject() -> None:
    assert subject_in(("RUS", "OMN"), {"RUS", "OMN"}, ()) == ("OMN",)
    assert subject_in(("RUS", "Adanbar"), {"RUS", "Adanbar"}, ()) == ("Adanbar",)


def test_a_state_of_two_words_is_one_name() -> None:
    assert topics_of("they met in Equatorial Guinea, and in Ivory Coast.") == ("CIV", "GNQ")


def test_a_capital_from_which_agencies_write_is_no_subject() -> None:
    assert subject_in(("OMN", "Beirut"), {"OMN", "Beirut"}, ()) == ("OMN",)


def test_a_state_that_takes_part_is_no_topic_and_one_that_a_text_is_on_is() -> None:
    assert "ECU" not in topics_of("In New York, Ecuador's Jose De La Gasca told reporters so. Then Ecuador abstained.")
    assert "SYR" in topics_of("Russia vetoed a draft on Syria proposed by France.")


def test_a_point_of_the_compass_is_no_place_but_part_of_one() -> None:
    text = (
        "Many live in Eastern Ghouta. They fled from camps in Western Sahara and in northern Mali, Eastern envoys said."
    )
    assert topics_of(text) == ("Eastern Ghouta", "MLI", "Western Sahara")
    assert subjects_of(text, topics_of(text), {0: "The draft on relief in Eastern Ghouta"}) == {0: ("Eastern Ghouta",)}
    assert topics_of("It happened in Western Russia, in May.") == ()


def test_who_co_sponsors_takes_part() -> None:
    assert topics_of("In May, Tunisia co-sponsored it.") == ()
    assert topics_of("In May, Tunisia was calm.") == ("TUN",)
