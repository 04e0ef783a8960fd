"""Words behind a step: which change it, and which only follow.

Knows invented sentences with the step in brackets. Refuses to know what stands before it.
"""

from __future__ import annotations

import pytest

from lifecycle.reading.behind import said_behind_it
from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import Framed


def said(marked: str, rule: str) -> str:
    before, rest = marked.split("[")
    cue, after = rest.split("]")
    text = before + cue + after
    step = Framed(
        next(each for each in codebook().steps if each.id == rule), len(before), len(before + cue), (0, len(text)), None
    )
    return said_behind_it(text, step)[0]


@pytest.mark.parametrize(
    ("marked", "rule", "makes"),
    [
        ("The [adoption] of the text would end the quarrel.", "adopted", "hypothetical"),
        ("The [adoption] of the text ended the quarrel.", "adopted", "occurred"),
        ("A [veto] is likely, he said.", "vetoed", "hypothetical"),
        ("A [veto] was what he got.", "vetoed", "occurred"),
        ("The [veto] of a text on 9 May ended it.", "vetoed", "occurred"),
        ("It [was vetoed] and the force would leave.", "vetoed", "occurred"),
        ("[Negotiations] will resume on Monday.", "discussed-talks", "planned"),
        ("[Negotiations] resumed on Monday.", "discussed-talks", "occurred"),
        ("If [adopted], it binds.", "adopted", "hypothetical"),
    ],
)
def test_the_words_behind_decide_where_nothing_before_does(marked: str, rule: str, makes: str) -> None:
    assert said(marked, rule) == makes
