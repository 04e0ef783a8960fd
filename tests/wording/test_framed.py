"""The kinds of steps: those of the guide, each in the groups where it belongs."""

from __future__ import annotations

from lifecycle.wording.codebook import codebook
from lifecycle.wording.framed import OUTCOMES, PROCESS, VOTED_ON, VOTES


def test_every_kind_named_is_one_that_a_rule_finds() -> None:
    found = {rule.type for rule in codebook().steps}
    assert found >= VOTES | VOTED_ON | PROCESS


def test_nothing_is_both_work_on_a_text_and_its_end() -> None:
    assert PROCESS.isdisjoint(VOTED_ON)
    assert OUTCOMES < VOTED_ON
