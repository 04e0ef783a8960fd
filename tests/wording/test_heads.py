"""Which nouns name a draft.

Knows invented sentences. Refuses to know what is said of the draft.
"""

from __future__ import annotations

import pytest

from lifecycle.wording.heads import HEAD, may_name, names_a_draft


def named(text: str) -> list[str]:
    return [head.group() for head in HEAD.finditer(text) if names_a_draft(text, head)]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Peru tabled a draft resolution.", ["draft resolution"]),
        ("Peru tabled its own measure.", ["measure"]),
        ("Measures were taken.", []),
        ("Two texts lay there, one by Chad.", ["texts", "one"]),
        ("The version put forward by Peru was read.", ["version"]),
        ("Lima's version was read.", ["version"]),
        ("His version of events was read.", []),
        ("The panel watches violations of the Security Council resolutions.", []),
        ("Chad is in breach of several UN resolutions.", []),
        ("Peru blocked the resolutions.", ["resolutions"]),
    ],
)
def test_a_noun_names_a_draft_alone_or_by_the_words_round_it(text: str, heads: list[str]) -> None:
    assert named(text) == heads


@pytest.mark.parametrize("text", ["Peru tabled a draft.", "Its own measure was read.", "S/2016/846 was read."])
def test_what_may_name_one_is_seen_at_a_glance(text: str) -> None:
    assert may_name(text)
    assert not may_name("Salt is dear.")


@pytest.mark.parametrize(
    "text",
    [
        "They sought a resolution of the conflict.",
        "It was her New Year's resolution.",
        "A conflict resolution expert spoke.",
        "Tough measures followed.",
        "The House resolution was read.",
        "Congress read the joint resolution.",
        "An extension was built.",
        "The presidential statement was read.",
        "A Kenyan-led extension of the talks was agreed.",
        "A quick resolution to the long conflict was hoped for",
        "A resolution of the crisis was hoped for",
    ],
)
def test_what_names_no_draft(text: str) -> None:
    assert not named(text)


@pytest.mark.parametrize("aim", ["end the war", "stop the conflict", "avert a crisis", "address the issue"])
def test_a_text_may_aim_to_end_a_war(aim: str) -> None:
    assert named(f"Peru tabled a resolution to {aim}.") == ["resolution"]
