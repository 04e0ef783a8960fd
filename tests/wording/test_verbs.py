"""A step as a verb of its clause: what stands before it, its auxiliaries, how it is inflected.

Knows invented clauses. Refuses to know what they commit to.
"""

from __future__ import annotations

import pytest

from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import Framed
from lifecycle.wording.verbs import Verb, conditional, verb_of

RULE = next(rule for rule in codebook().steps if rule.id == "vetoed")


def verb(marked: str) -> Verb:
    """The verb in brackets."""
    before, rest = marked.split("[")
    cue, after = rest.split("]")
    text = before + cue + after
    return verb_of(text, Framed(RULE, len(before), len(before) + len(cue), (0, len(text)), None))


@pytest.mark.parametrize(
    ("marked", "left", "chain", "form"),
    [
        ("Russia [vetoed] it", "Russia ", "", "past"),
        ("Russia would not [veto] it", "Russia ", "would not ", "base"),
        ("The text had not yet been [vetoed]", "The text ", "had not yet been ", "past"),
        ("Envoys urged Russia to [veto] it", "Envoys urged Russia ", "to ", "base"),
        ("Chad left, but Russia [vetoes] it", " Russia ", "", "s"),
        ("Russia spoke of [vetoing] it", "Russia spoke of ", "", "ing"),
    ],
)
def test_what_stands_before_a_verb(marked: str, left: str, chain: str, form: str) -> None:
    found = verb(marked)
    assert (found.left, found.chain, found.form) == (left, chain, form)


@pytest.mark.parametrize(
    ("marked", "supposed"),
    [
        ("if Russia [vetoed] it", True),
        ("Should Russia [veto] it", True),
        ("Russia, asked about it, [vetoed] it", False),
        ("the text on whether to act was [vetoed]", False),
    ],
)
def test_a_clause_that_supposes(marked: str, supposed: bool) -> None:
    assert conditional(verb(marked)) is supposed
