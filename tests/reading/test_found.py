"""A mention's quote and the votes its words speak of.

Knows invented articles. Refuses to know how mentions are found.
"""

from __future__ import annotations

import pytest

from lifecycle.press.article import Article
from lifecycle.reading.found import WIDEST
from lifecycle.reading.reading import found_in


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
