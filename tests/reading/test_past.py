"""A step of an earlier time is another draft's: by a month, by a paragraph, by a plural.

Knows invented sentences, and what month or paragraph makes of them. Refuses to know the rest of the article.
"""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.model.reports import When
from lifecycle.press.article import Article
from lifecycle.reading.past import stays_in_the_past
from lifecycle.reading.reading import found_in
from lifecycle.reading.readings import HISTORY, OCCURRED

JUNE = date(2018, 6, 1)


def modalities(text: str, published: date | None = None) -> list[str]:
    """The modalities of the steps of an invented article, in its order."""
    when = When.on(published, "the test") if published else When()
    return [each.reading.modality for each in found_in(Article("invented.txt", text, when))[0]]


FACT_BOX = """The UN Security Council has voted on the islands three times.

The council adopted a resolution on the islands on Friday.

ONE - Feb. 6, 2017

Russia vetoed a draft resolution of Norway. Nine members voted for it.

The text had been softened twice.

TWO - 11 March 2017

Russia and China vetoed a draft resolution of Peru.

THREE - June 1, 2018

The council approved the text by 13 votes.
"""


def test_an_entry_under_a_day_long_past_is_history_until_the_next() -> None:
    told = [
        (each.framed.rule.type, each.reading.modality)
        for each in found_in(Article("a.txt", FACT_BOX, When.on(JUNE, "the test")))[0]
    ]
    assert ("adopted", OCCURRED) in told
    assert told.count(("vetoed", HISTORY)) == 2
    assert ("voted", HISTORY) in told
    assert told[-1] == ("adopted", OCCURRED)
    assert ("vetoed", OCCURRED) in [
        (each.framed.rule.type, each.reading.modality) for each in found_in(Article("a.txt", FACT_BOX))[0]
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("In December, Norway vetoed a Security Council resolution on the islands.", HISTORY),
        ("In June, Norway vetoed a Security Council resolution on the islands.", OCCURRED),
        ("Last month Norway vetoed a Security Council resolution on the islands.", HISTORY),
        ("Norway vetoed a Security Council resolution on Friday.", OCCURRED),
    ],
)
def test_a_month_that_is_not_that_of_publication(text: str, modality: str) -> None:
    assert modalities(text, JUNE) == [modality]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Security Council, which adopted a resolution on March 30, met on the draft.", HISTORY),
        ("The Security Council adopted a resolution on May 30.", OCCURRED),
        ("Negotiations on the Security Council draft began on March 30.", OCCURRED),
    ],
)
def test_a_vote_of_weeks_ago_is_no_news(text: str, modality: str) -> None:
    assert modalities(text, JUNE)[0] == modality


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway, which vetoed a Security Council text in 2011, this time vetoed the cod resolution.", HISTORY),
        ("In 2011 Norway vetoed a Security Council text; on Friday it vetoed another resolution.", OCCURRED),
        ("In 1998 Norway sat on the Security Council; it vetoed a resolution on Friday.", OCCURRED),
        ("A Security Council resolution drafted that year was vetoed.", HISTORY),
    ],
)
def test_the_time_of_one_step_is_not_that_of_the_next(text: str, told: str) -> None:
    assert modalities(text)[-1 if told == OCCURRED else 0] == told


def test_what_did_not_happen_then_is_of_another_draft_too() -> None:
    text = "The Security Council met on a draft. In 2011 a resolution on cod was never put to a vote."
    found = found_in(Article("invented.txt", text))[0]
    assert [(each.reading.modality, each.entry.live) for each in found][-1] == ("negated", False)


def test_what_follows_on_a_vote_of_a_year_is_of_then_until_today_is_named() -> None:
    then = "Norway vetoed a Security Council resolution on cod in 2011. Ten members had voted for it."
    assert modalities(then) == [HISTORY, HISTORY]
    assert modalities(f"{then} On Friday ten members voted for the draft.") == [HISTORY, HISTORY, OCCURRED]


def test_texts_are_worked_on_for_months() -> None:
    text = "Negotiations on the draft began in the Security Council in March. Norway tabled the draft last month."
    assert modalities(text, JUNE) == [OCCURRED, OCCURRED]


def test_a_possessive_is_no_time_of_the_step() -> None:
    assert modalities("The Security Council adopted a resolution on last year's floods.") == [OCCURRED]


def test_a_paragraph_that_opens_in_the_past_stays_there_until_a_day_is_named() -> None:
    old = "In September 2014 envoys met in New York. At the meeting the Security Council adopted a resolution."
    assert modalities(old, JUNE) == [HISTORY]
    assert modalities(old.replace(". At", ".\n\nAt"), JUNE) == [OCCURRED]
    assert modalities(old.replace("the meeting", "a meeting on Friday"), JUNE) == [OCCURRED]


@pytest.mark.parametrize("opens_paragraph", [False, True])
def test_the_past_ends_with_its_paragraph(opens_paragraph: bool) -> None:
    assert stays_in_the_past(True, "Envoys met.", opens_paragraph=opens_paragraph) is not opens_paragraph


def test_the_year_of_publication_is_no_past() -> None:
    assert not stays_in_the_past(False, "In 2018 envoys met.", opens_paragraph=True, published=JUNE)
    assert stays_in_the_past(False, "In 2017 envoys met.", opens_paragraph=True, published=JUNE)


def test_an_entry_of_a_list_of_days_is_told_of_its_day() -> None:
    lines = ("- May 4, 2016: A draft by Chad won six votes.", "- 30 May 2018: Norway vetoed a draft.")
    said = modalities("The UN Security Council has read many drafts.\n\n" + "\n\n".join(lines), JUNE)
    assert said == [HISTORY, OCCURRED]
    assert modalities("The UN Security Council has read many drafts.\n\n" + lines[0]) == [OCCURRED]
