"""Conditions round a step: behind a plan, before its clause, and texts of no day.

Knows invented sentences, marked with brackets round the step. Refuses to know what is made of a condition.
"""

from __future__ import annotations

import pytest

from lifecycle.reading.conditions import any_text, conditioned, if_then, would_be_first
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import Framed
from lifecycle.wording.steps import clause_of

RULE = next(rule for rule in codebook().steps if rule.id == "submitted")


def marked(words: str) -> tuple[str, Framed]:
    before, rest = words.split("[")
    cue, after = rest.split("]")
    text, start, end = before + cue + after, len(before), len(before + cue)
    return text, Framed(RULE, start, end, clause_of(text, start, end), None)


@pytest.mark.parametrize(
    "words",
    [
        "Peru will [submit] the text if Chad agrees",
        "Peru will [submit] the text unless Chad objects",
        "As long as Chad agrees, Peru will [submit] the text",
        "If all goes well, the sponsors will [submit] the text",
    ],
)
def test_a_condition_stands_behind_a_plan_or_before_its_clause(words: str) -> None:
    text, step = marked(words)
    assert conditioned(text, step, at_length=False)


@pytest.mark.parametrize(
    "words",
    [
        "Peru will [submit] the text even if Chad objects",
        "Peru will [submit] the text, and Chad will see if it helps",
        "Peru will [submit] a text that bans fishing if stocks fall",
        "Peru will [submit] the text this week if possible",
    ],
)
def test_other_ifs_are_no_condition(words: str) -> None:
    text, step = marked(words)
    assert not conditioned(text, step, at_length=False)


def test_a_threat_in_the_present_and_a_text_of_no_day() -> None:
    text = "If you put this to a vote, we veto it"
    assert if_then(text, text.index("veto"))
    assert any_text(*marked("A text [passed] with nine votes would be read by all"))
    assert not any_text(*marked("The text [passed] with nine votes"))


def test_what_would_be_the_first_has_not_been() -> None:
    assert would_be_first("It would be only the second time that the Council has ")
    assert not would_be_first("It was the first time that the Council had ")
