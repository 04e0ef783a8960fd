"""Mock reports against recorded rolls, and a number of vetoes in three units, worked out by hand."""

from __future__ import annotations

import pytest

from lifecycle.teaching.grader import CHECKS
from lifecycle.teaching.reports import contradicted
from lifecycle.teaching.sheet import sheet_called
from lifecycle.teaching.views import CHARTER, views_of

RECORD = {"on": "2014-12-30", "no": ["AUS", "USA"], "abstain": ["GBR", "KOR", "LTU", "NGA", "RWA"], "rest": "yes"}


@pytest.mark.parametrize(
    ("claims", "wrong"),
    [
        ({"outcome": "failed", "in_favour": "8", "against": "2", "abstained": "5"}, set()),
        ({"outcome": "vetoed"}, {"outcome"}),
        ({"in_favour": "2", "against": "8"}, {"in_favour", "against"}),
        ({"who_no": ["USA", "GBR"]}, {"who_no"}),
        ({"who_abstain": ["GBR"], "abstained": "7"}, {"abstained"}),
        ({"weather": "fine"}, set()),
    ],
)
def test_the_record_contradicts_what_it_contradicts(claims: dict[str, object], wrong: set[str]) -> None:
    assert contradicted({"record": RECORD, "claims": claims}) == wrong


def test_who_believes_the_report_finds_nothing() -> None:
    (believing,) = views_of(["H16"])
    check, given = CHECKS["contradicted"], {"record": RECORD, "claims": {"outcome": "vetoed"}}
    assert check.key(given, believing) == frozenset()
    assert (
        check.fault(given, frozenset(), CHARTER)
        == "the record: 8 yes, 2 no, 5 abstain; against: United States, Australia"
    )


def test_three_units_give_three_numbers() -> None:
    """846: one member; 1026: two; the amendment and the text of `example`: one each. 847 fell short and is no veto."""
    parts = sheet_called("how-many-vetoes").parts
    assert [CHECKS[part.check].key(part.given, CHARTER) for part in parts] == [3, 4, 5]
    by_vote = next(view for view in views_of(["H15"]) if view.unit == "vote")
    assert [CHECKS[part.check].key(part.given, by_vote) for part in parts] == [4, 4, 4]
