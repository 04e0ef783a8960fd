"""What "failed" and "rejected" mean beside a veto. The sentences are invented.

Knows short texts on one draft. Refuses to know how they are read; `test_reading` does.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in
from lifecycle.reading.readings import OCCURRED
from lifecycle.reading.shortfalls import ENOUGH, FEWEST, endings
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import OUTCOMES
from tests.marked import GRAMMAR

VETO = "Russia vetoed the text."
EXTENSION = "Russia vetoed a year-long extension."


def outcomes(text: str) -> list[str]:
    found, _ = found_in(Article("invented.txt", f"The UN Security Council met on a draft resolution. {text}\n"))
    return [
        each.framed.rule.type
        for each in found
        if each.framed.rule.type in OUTCOMES and each.reading.modality == OCCURRED
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The Council failed to adopt it. {VETO}", ["vetoed", "vetoed"]),
        (f"The draft was rejected on Friday. {VETO}", ["vetoed", "vetoed"]),
        (f"The draft was rejected on Friday. The failure angered Peru. {VETO}", ["vetoed", "vetoed", "vetoed"]),
        ("The draft was rejected on Friday.", ["failed"]),
        (f"The draft was rejected with 13 in favour and one negative vote. {VETO}", ["vetoed", "vetoed"]),
        ("The draft was defeated by a vote of 11 in favour to 1 against, with 3 abstentions.", ["vetoed"]),
        ("The draft was defeated by a vote of 8 in favour to 4 against, with 3 abstentions.", ["failed"]),
        ("The draft was thrown out by 12 votes to three.", ["failed"]),
        ("The Council failed to adopt the draft after Russia voted against it.", ["vetoed"]),
        ("The Council failed to adopt the draft after Peru voted against it.", ["failed"]),
        ("The Council failed to adopt the draft after Russia and Peru voted against it.", ["failed"]),
        ("The Council failed to adopt the draft. Russia voted against it.", ["failed"]),
        ("Russia voted down the draft.", ["vetoed"]),
        ("Russia and Peru voted down the draft.", ["failed"]),
        ("Peru voted down the draft.", ["failed"]),
        ("The council voted down a Russian draft.", ["failed"]),
    ],
)
def test_a_text_that_met_a_veto_did_not_fall_short(text: str, expected: list[str]) -> None:
    assert outcomes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"The Russian draft failed to pass. {EXTENSION} The Russian draft was blocked.",
            ["failed", "vetoed", "failed"],
        ),
        (f"The French draft failed to pass. {EXTENSION} The French draft was blocked.", ["vetoed", "vetoed", "vetoed"]),
        (f"The Russian draft was blocked by China. {EXTENSION}", ["vetoed", "vetoed"]),
        (f"The Russian draft was blocked. {EXTENSION}", ["vetoed", "vetoed"]),
    ],
)
def test_nobody_vetoes_its_own_text(text: str, expected: list[str]) -> None:
    assert outcomes(text) == expected


def test_with_too_few_votes_there_is_nothing_to_veto() -> None:
    assert outcomes("The draft was rejected, with four votes in favour. China vetoed another text.")[0] == "failed"


def test_no_text_passes_with_six_votes_and_only_a_veto_stops_one_with_nine() -> None:
    assert (FEWEST, ENOUGH) == (7, 9)
    assert not next(rule for rule in codebook().steps if rule.id == "failed-short").leaves_open


ENDS = GRAMMAR["ends"]


@pytest.mark.parametrize("end", ["vetoed", "failed"])
@pytest.mark.parametrize("verb", ENDS["verbs"])
def test_a_veto_and_a_failure_are_never_taken_for_each_other(verb: str, end: str) -> None:
    texts = [f"Peru's text {verb} {why}." for why in ENDS[end]["with"]]
    texts += [f"Peru's text {verb}. {why}" for why in ENDS[end]["apart"]]
    assert {text: set(outcomes(text)) for text in texts} == {text: {end} for text in texts}


def test_a_high_count_is_the_text_s_that_was_vetoed_in_words() -> None:
    two = "Peru's text was rejected. China vetoed a rival draft by Chad. The vote was 13 in favour to 1 against."
    assert outcomes(two) == ["failed", "vetoed"]


def test_the_votes_say_how_a_text_can_have_ended() -> None:
    assert endings(ENOUGH) == {"adopted", "vetoed"}
    assert endings(FEWEST - 1) == {"failed"}
    assert endings(None) == endings(FEWEST) == OUTCOMES  # seven were enough on the Council of eleven
