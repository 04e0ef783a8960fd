"""What auxiliaries make of a step. Every sentence here is invented; the brackets hold the step."""

from __future__ import annotations

import pytest

from lifecycle.reading.auxiliaries import chained
from lifecycle.wording.codebook import StepRule, codebook
from lifecycle.wording.framed import Framed
from lifecycle.wording.verbs import verb_of

VETOED = next(rule for rule in codebook().steps if rule.id == "vetoed")
CIRCULATED = next(rule for rule in codebook().steps if rule.id == "circulated")


@pytest.mark.parametrize(
    ("marked", "makes"),
    [
        ("Russia [vetoed] the text", "occurred"),
        ("Russia had [vetoed] the text", "occurred"),
        ("Russia did not [veto] the text", "negated"),
        ("Russia might not [veto] the text", "hypothetical"),
        ("Russia would [veto] the text", "hypothetical"),
        ("Russia will [veto] the text", "planned"),
        ("Russia will probably [veto] the text", "hypothetical"),
        ("once Russia has [vetoed] the text", "hypothetical"),
        ("Peru denied that Russia had [vetoed] the text", "negated"),
        ("Peru wanted the text [vetoed]", "hypothetical"),
        ("The text will be discussed and [vetoed]", "planned"),
        ("The text could be discussed or [vetoed]", "hypothetical"),
    ],
)
def test_what_auxiliaries_say_of_a_veto(marked: str, makes: str) -> None:
    assert said_of(marked, VETOED) == makes


def test_a_future_in_the_past_is_a_plan_only_of_what_sponsors_do() -> None:
    """Whoever brings a text may say so; a veto to come stays a threat (annotation guide, modalities)."""
    marked = "Peru said it would [{}] the text on Monday"
    assert said_of(marked.format("circulate"), CIRCULATED) == "planned"
    assert said_of(marked.format("veto"), VETOED) == "hypothetical"


def said_of(marked: str, rule: StepRule) -> str:
    """The modality that the auxiliaries give to the words in brackets, taken for a cue of `rule`."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    framed = Framed(rule, start, end, (0, len(text)), None)
    return chained(text, framed, verb_of(text, framed))[0]
