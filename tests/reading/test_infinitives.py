"""What an infinitive tells: plans, needs and purposes, and deeds that only look like them.

Knows invented sentences, marked with brackets round the step. Refuses to know finite verbs.
"""

from __future__ import annotations

import pytest

from lifecycle.reading.infinitives import infinitive
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import Framed
from lifecycle.wording.steps import clause_of
from lifecycle.wording.verbs import verb_of

SUBMITTED, ABSTAINED = (next(r for r in codebook().steps if r.id == name) for name in ("submitted", "voted-abstained"))


def told(words: str) -> str:
    before, rest = words.split("[")
    cue, after = rest.split("]")
    text, start, end = before + cue + after, len(before), len(before + cue)
    rule = ABSTAINED if cue == "abstain" else SUBMITTED
    step = Framed(rule, start, end, clause_of(text, start, end), None)
    return infinitive(step, verb_of(text, step))[0]


@pytest.mark.parametrize(
    ("words", "makes"),
    [
        ("Peru is to [submit] the text", "planned"),
        ("If Peru is to [submit] the text", "hypothetical"),
        ("Peru would have to [submit] the text", "hypothetical"),
        ("Peru wants to [submit] the text", "hypothetical"),
        ("The text to be [submitted] by Peru", "planned"),
        ("Peru to [submit] text", "planned"),
        ("Peru is said to have [submitted] the text", "occurred"),
        ("It was the only state to [abstain]", "occurred"),
        ("Peru was one of five members to [abstain]", "occurred"),
        ("Peru would be one of five members to [abstain]", "hypothetical"),
        ("The text got nine votes, only for Peru to [abstain] after all", "occurred"),
    ],
)
def test_an_infinitive_is_a_plan_a_wish_or_a_deed(words: str, makes: str) -> None:
    assert told(words) == makes
