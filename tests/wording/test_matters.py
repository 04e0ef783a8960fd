"""Which states a text on one matter may be named by."""

from __future__ import annotations

from lifecycle.wording.matters import ONE_MATTER, two_matters


def test_texts_on_two_states_are_two_unless_the_two_have_one_quarrel() -> None:
    assert two_matters("LBY", "MLI")
    assert not two_matters("ISR", "PSE")
    assert not two_matters("LBY", None)
    for quarrel in ONE_MATTER:
        assert not any(two_matters(one, other) for one in quarrel for other in quarrel)
