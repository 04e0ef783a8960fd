"""Questions about procedure, answered by hand from rules 31 to 36 and the note on silence."""

from __future__ import annotations

from typing import Any

import pytest

from lifecycle.model.table import Act
from lifecycle.teaching.grader import CHECKS
from lifecycle.teaching.sheet import sheet_called
from lifecycle.teaching.views import CHARTER, views_of

ORDER = sheet_called("order-in-the-chamber").parts[0].given
BEFORE = {"on": "2017-11-16", "sponsors": ["China", "Russian Federation"], "seconder": "Bolivia"}
REVIVAL = ((Act.SUBMIT, ()), (Act.SECOND, ("Bolivia",)), (Act.WITHDRAW, ()), (Act.INSIST, ("Bolivia",)), (Act.VOTE, ()))


def fault(check: str, given: Any, answer: Any) -> str | None:
    """What speaks against an answer under the rules."""
    return CHECKS[check].fault(given, answer, CHARTER)


def test_motions_then_amendments_furthest_first_then_texts() -> None:
    """Rules 33, 36 and 32; the division is not put, since the mover of the text objects (rule 32)."""
    assert fault("order-of-business", ORDER, ("to_monday", "large", "small", "draft_one", "other", "draft_two")) is None


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            ("large", "to_monday", "small", "draft_one", "other", "draft_two"),
            "to_monday has to be settled before large",
        ),
        (("to_monday", "small", "large", "draft_one", "other", "draft_two"), "large has to be settled before small"),
        (
            ("to_monday", "large", "small", "draft_one", "draft_two", "other"),
            "other has to be settled before draft_two",
        ),
        (("to_monday", "large", "small", "draft_one", "other"), "draft_two is left out"),
        (("to_monday", "divide", "large", "small", "draft_one", "other", "draft_two"), "divide is put to the vote"),
    ],
)
def test_what_comes_too_early_is_named(answer: tuple[str, ...], words: str) -> None:
    assert fault("order-of-business", ORDER, answer) == words


def test_the_seconder_keeps_a_withdrawn_text_alive_in_five_events() -> None:
    assert fault("revival", BEFORE, REVIVAL) is None
    assert fault("revival", BEFORE, "none") == "there is a way to the vote"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (REVIVAL[:1] + REVIVAL[2:], "needs a seconder"),
        (REVIVAL[:2] + REVIVAL[4:], "it was never withdrawn"),
        (REVIVAL[:4], "at the end the text is submitted"),
        ((REVIVAL[0], (Act.REVISE, ()), *REVIVAL[1:]), "6 events; fewer are enough"),
    ],
)
def test_a_way_that_leads_elsewhere_is_told_where(answer: Any, words: str) -> None:
    assert words in (fault("revival", BEFORE, answer) or "")


def test_under_silence_there_is_no_vote() -> None:
    given = {"on": "2024-01-08", "events": ["circulate", "place_under_silence"], "offer": ["vote", "break_silence"]}
    assert fault("legal-next", given, frozenset(["break_silence"])) is None
    assert "under_silence" in (fault("legal-next", given, frozenset(["vote"])) or "")


def test_broken_silence_sends_the_text_back_and_is_no_veto() -> None:
    given = {"on": "2024-01-08", "events": ["circulate", "place_under_silence", "break_silence"]}
    (as_a_vote,) = views_of(["H13"])
    assert CHECKS["state-after"].key(given, CHARTER) == "circulated"
    assert CHECKS["state-after"].key(given, as_a_vote) == "vetoed"


@pytest.mark.parametrize(
    ("events", "possible"), [(["submit", "vote"], "yes"), (["vote"], "no"), (["submit", "withdraw", "insist"], "no")]
)
def test_what_is_possible_needs_no_second(events: list[str], possible: str) -> None:
    given = {"on": "2017-11-16", "sponsors": ["China"], "events": events}
    assert CHECKS["possible"].key(given, CHARTER) == possible
