"""Every rule of the codebook does what its plain sentence says, on its own two invented examples.

Knows the form of the rules. Refuses to know how good they are on real text; `test_reading` measures that.
"""

from __future__ import annotations

import re

import pytest

from lifecycle.errors import InputError
from lifecycle.patterns.alternatives import alternatives_of
from lifecycle.patterns.caseless import Caseless
from lifecycle.press.article import Article
from lifecycle.reading.reading import found_in
from lifecycle.reading.register import Register
from lifecycle.reading.stances import stances_in
from lifecycle.wording.codebook import SettledRule, StanceRule, StepRule, codebook, composed
from lifecycle.wording.frames import FRAMES
from tests.marked import CASES, Marked, in_verbs, unmarked

TYPES = {
    *("discussed", "circulated", "revised", "submitted", "vote_scheduled", "postponed", "withdrawn", "voted"),
    *("adopted", "vetoed", "failed"),
}
MODALITIES = {"occurred", "planned", "hypothetical", "negated", "history_other"}
STEPS = codebook().steps
ABOUT = "The UN Security Council had a draft resolution before it.\n"
"""What makes an example part of an article about a draft."""


def rules_in(text: str) -> list[tuple[str, str]]:
    found, _ = found_in(Article("invented.txt", ABOUT + text + "\n"))
    return [(each.framed.rule.id, each.framed.rule.type) for each in found]


@pytest.mark.parametrize("rule", STEPS, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_positive_example(rule: StepRule) -> None:
    assert rule.cue.search(rule.yes)
    assert rule.type in {kind for _, kind in rules_in(rule.yes)}


@pytest.mark.parametrize("rule", STEPS, ids=lambda rule: rule.id)
def test_a_rule_is_silent_on_its_negative_example(rule: StepRule) -> None:
    assert rule.id not in {found for found, _ in rules_in(rule.no)}


@pytest.mark.parametrize("rule", STEPS, ids=lambda rule: rule.id)
def test_a_rule_is_in_words_of_the_guide(rule: StepRule) -> None:
    assert rule.type in TYPES
    assert set(rule.frames) <= FRAMES
    assert rule.says.endswith(".")
    assert len(rule.says.split()) >= 3


@pytest.mark.parametrize("rule", codebook().stances, ids=lambda rule: rule.id)
def test_a_stance_is_found_in_its_positive_example_alone(rule: StanceRule) -> None:
    article = Article("invented.txt", ABOUT + rule.yes + "\n" + rule.no + "\n")
    _, register = found_in(article)
    register = register if register.live else _with_a_draft()
    held = [stance for stance in stances_in(article, register) if stance.rule == rule.id]
    assert [stance.stance for stance in held] == [rule.stance]
    assert held[0].start < len(ABOUT + rule.yes)


def _with_a_draft() -> Register:
    register = Register()
    register.new(("FRA",))
    return register


def test_names_of_rules_are_used_once() -> None:
    book = codebook()
    names = [rule.id for rule in book.steps] + [rule.id for rule in book.stances]
    assert sorted(names) == sorted(set(names))


def test_cues_of_modality_make_a_modality_of_the_guide() -> None:
    book = codebook()
    makes = {rule.makes for rule in (*book.modality, *book.right)}
    assert makes | {rule.makes for rule in book.settled} <= MODALITIES


def _carries(cue: Caseless, kind: str, sentence: tuple[str, list[Marked]]) -> bool:
    """Whether the cue meets words of the sentence that are marked as a step of its type."""
    text, marks = sentence
    places = [(int(mark["start"]), int(mark["start"]) + len(mark["cue"])) for mark in marks if mark["type"] == kind]
    return bool(places) and any(
        first < found.end() and last > found.start() for found in cue.finditer(text) for first, last in places
    )


def test_every_alternative_of_a_cue_carries_a_step_of_an_invented_sentence() -> None:
    sentences = [*(unmarked(each) for group in CASES.values() for each in group), *in_verbs()]
    every = [(rule, words) for rule in STEPS for words in alternatives_of(rule.cue_text)]
    unmet = [
        (rule.id, words)
        for rule, words in every
        for cue in [Caseless(rf"(?<![\w-])(?:{words})(?!\w)")]
        if not cue.search(rule.yes) and not any(_carries(cue, rule.type, each) for each in sentences)
    ]
    assert len(every) > 500
    assert unmet == []


@pytest.mark.parametrize("rule", codebook().settled, ids=lambda rule: rule.id)
def test_what_settles_a_step_ends_where_the_step_begins(rule: SettledRule) -> None:
    assert rule.ends.search(rule.yes)
    assert not rule.ends.search(rule.yes + "and then ")


def test_a_list_means_any_of_its_lines_and_parts_are_put_in() -> None:
    pattern = re.compile(composed(["{got} it", "none"], {"got": "(?:got|had)"}))
    assert [bool(pattern.fullmatch(text)) for text in ("had it", "none", "got")] == [True, True, False]


def test_a_part_that_is_not_there_is_an_error() -> None:
    with pytest.raises(InputError) as caught:
        composed("{gott} it", {"got": "got"})
    assert caught.value.problems[0].slug == "unknown-part"
