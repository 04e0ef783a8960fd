"""What is told of an earlier time because of its neighbours: "that veto", vetoes told after they were counted.

Knows small invented articles. Refuses to know the words of the past themselves; those are `past`'s.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lifecycle.press.article import Article
from lifecycle.reading import background
from lifecycle.reading.background import Topics
from lifecycle.reading.reading import found_in
from lifecycle.wording.nations import Nation, nations

TODAY = "The UN Security Council discussed a draft resolution on cod.\n\n"


def modalities(text: str, kind: str) -> list[str]:
    found, _ = found_in(Article("invented.txt", TODAY + text))
    return [each.reading.modality for each in found if each.framed.rule.type == kind]


def test_that_veto_is_the_one_just_told_of() -> None:
    assert modalities("Russia vetoed a previous text on herring. That veto still rankles in Lima.", "vetoed") == [
        "history_other",
        "history_other",
    ]
    assert modalities("Russia will speak today. That veto still rankles in Lima.", "vetoed") == ["occurred"]


@pytest.mark.parametrize(
    ("after", "reading"),
    [
        ("It blocked a text on herring because of the nets.", "history_other"),
        ("It blocked a text on herring on Tuesday.", "occurred"),
        ("It blocked the text because of the nets.", "occurred"),
        ("China's envoy looked on in silence as it blocked a text on herring.", "occurred"),
    ],
)
def test_vetoes_are_told_one_by_one_after_they_were_counted(after: str, reading: str) -> None:
    assert modalities(f"It was the third time Moscow had used its veto. {after}", "vetoed")[-1] == reading


def test_a_step_is_set_against_that_of_the_other_time() -> None:
    text = "China, which vetoed the May draft, this time chose to abstain."
    assert modalities(text, "vetoed") == ["history_other"]
    assert modalities(text, "voted") == ["occurred"]


def test_a_text_called_by_a_name_known_from_another_time_is_of_that_time() -> None:
    before = "In 2009 the Council adopted a resolution on the Zamora fever. "
    told = "Pia Sol, who was involved in negotiations on the Zamora resolution, spoke."
    assert modalities(before + told, "discussed")[1:] == ["history_other"]
    assert modalities(told, "discussed")[1:] == ["occurred"]


@pytest.mark.parametrize(
    ("told", "reading"),
    [
        ("France, which joined Britain to veto a resolution against Chad earlier this month, has said nothing.", True),
        ("France, which joined Britain to veto a resolution against Chad on Tuesday, has said nothing.", False),
        ("France, which joined Britain to veto the resolution against Chad, has said nothing.", False),
        ("France, which joined Britain to veto a resolution against Chad, has said nothing. Chad protested.", False),
    ],
)
def test_a_text_on_a_state_named_there_alone_is_of_another_time(told: str, reading: bool) -> None:
    assert modalities(told, "vetoed") == ["history_other" if reading else "occurred"]


def test_the_states_of_an_article_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The UN Security Council adopted a resolution on Chad. Russia vetoed a text on Mali on Friday. " * 20
    read: list[str] = []

    def watched(words: str) -> Sequence[Nation]:
        read.append(words)
        return nations(words)

    monkeypatch.setattr(background, "nations", watched)
    found_in(Article("invented.txt", text))
    assert read.count(text) == 1


def test_a_name_heard_of_a_text_of_today_too_tells_no_time() -> None:
    topics = Topics("")
    topics.heard("In 2009 it adopted a text on Zamora.", past=True)
    assert topics.of_the_past("the Zamora draft")
    assert not topics.of_the_past("the draft")
    topics.heard("Peru tabled a draft on Zamora.", past=False)
    assert not topics.of_the_past("the Zamora draft")


def test_states_and_the_council_are_no_topics_of_a_time() -> None:
    topics = Topics("")
    topics.heard("In 2009 the Security Council adopted a text on Peru.", past=True)
    assert not topics.of_the_past("the Security Council draft on Peru")
