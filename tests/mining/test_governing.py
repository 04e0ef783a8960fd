"""The word that governs a step: which of several counts, how far it reaches, what a bare verb is.

Knows invented clauses, marked with brackets round the step. Refuses to know auxiliaries; those are `modality`'s.
"""

from __future__ import annotations

import pytest

from lifecycle.mining.codebook import codebook
from lifecycle.mining.governing import NEGATION_REACH, governed, wished
from lifecycle.mining.steps import Framed
from lifecycle.mining.verbs import verb_of


def framed(marked: str, type_: str) -> tuple[str, Framed]:
    """The sentence, and the step in brackets, told by a rule of the type."""
    before, rest = marked.split("[")
    cue, after = rest.split("]")
    rule = next(rule for rule in codebook().steps if rule.type == type_)
    return before + cue + after, Framed(rule, len(before), len(before) + len(cue), (0, len(before + cue + after)), None)


@pytest.mark.parametrize(
    ("marked", "type_", "makes"),
    [
        ("Envoys feared that Russia hoped to [veto] it", "vetoed", "hypothetical"),
        ("Russia was persuaded by Chad to [withdraw] it", "withdrawn", "occurred"),
        ("Chad hopes to persuade Russia to [withdraw] it", "withdrawn", "hypothetical"),
        ("Peru plans to [submit] it", "submitted", "planned"),
        ("Peru promised to [submit] it", "submitted", "planned"),
        ("Peru is expected to [submit] it", "submitted", "hypothetical"),  # a prediction by others
        ("Russia is expected to [veto] it", "vetoed", "hypothetical"),
        ("Peru let it go rather than [submit] it", "submitted", "negated"),
        ("Russia saw fit to [veto] it", "vetoed", "occurred"),
        ("[veto] it", "vetoed", "hypothetical"),
        ("Members [discuss] it", "discussed", "occurred"),
    ],
)
def test_the_governing_word_decides(marked: str, type_: str, makes: str) -> None:
    text, step = framed(marked, type_)
    assert governed(step, verb_of(text, step))[0] == makes


def test_a_negation_far_before_the_step_does_not_reach_it() -> None:
    near, far = "without [submitting] it", "without " + "much ado of any kind or sort there was [submitting] it"
    for marked, makes in ((near, "negated"), (far, "occurred")):
        text, step = framed(marked, "submitted")
        assert governed(step, verb_of(text, step))[0] == makes
    assert far.index("[") - len("without") > NEGATION_REACH


def test_a_wish_before_an_infinitive_is_told_from_a_plan() -> None:
    text, step = framed("Peru hopes to [submit] it", "submitted")
    assert wished(verb_of(text, step))
    text, step = framed("Peru plans to [submit] it", "submitted")
    assert not wished(verb_of(text, step))
