"""The catalogue: each misconception decides the real cases of its hints as the misconception would."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import council_on
from lifecycle.model.decision import decide
from lifecycle.model.rules import Kind
from lifecycle.teaching.views import CHARTER, views, views_of
from lifecycle.testing import councils, kinds, rolls

FOR, NO, ABSTAIN, NP, ABSENT = Ballot


def roll(day: date, rest: Ballot, **named: str) -> Roll:
    """The roll of that day's Council; members under the names of ballots, with spaces between."""
    return Roll.of(council_on(day), {Ballot(key): words.split() for key, words in named.items()}, rest)


LIBYA = roll(date(2011, 3, 17), FOR, abstain="BRA CHN DEU IND RUS")
KOREA = roll(date(1950, 6, 27), FOR, no="YUG", not_participating="EGY IND", absent="RUS")
PALESTINE = roll(date(2014, 12, 30), FOR, no="AUS USA", abstain="GBR KOR LTU NGA RWA")
NORD_STREAM = roll(date(2023, 3, 27), ABSTAIN, yes="BRA CHN RUS")
RUSSIAN_DRAFT = roll(date(2016, 10, 8), NO, yes="CHN EGY RUS VEN", abstain="AGO URY")
SESSION = roll(date(2022, 2, 27), FOR, no="RUS", abstain="ARE CHN IND")
PORTUGAL = roll(date(1965, 11, 23), FOR, abstain="FRA GBR NLD USA")
MAYOTTE = roll(date(1976, 2, 6), FOR, no="FRA", abstain="GBR ITA USA")


@pytest.mark.parametrize(
    ("code", "case", "kind", "truth", "mistaken"),
    [
        ("H1", LIBYA, Kind.SUBSTANTIVE, "adopted", "vetoed"),
        ("H2", KOREA, Kind.SUBSTANTIVE, "adopted", "vetoed"),
        ("H3", PALESTINE, Kind.SUBSTANTIVE, "failed", "vetoed"),
        ("H4", NORD_STREAM, Kind.SUBSTANTIVE, "failed", "adopted"),
        ("H5", RUSSIAN_DRAFT, Kind.SUBSTANTIVE, "failed", "vetoed"),
        ("H6", SESSION, Kind.PROCEDURAL, "adopted", "vetoed"),
        ("H7", PORTUGAL, Kind.SUBSTANTIVE, "adopted", "failed"),
        ("H9", KOREA, Kind.SUBSTANTIVE, "adopted", "vetoed"),
    ],
)
def test_each_code_mistakes_the_case_that_its_hint_works_out(
    code: str, case: Roll, kind: Kind, truth: str, mistaken: str
) -> None:
    assert CHARTER.outcome(case, kind) == truth
    assert [view.outcome(case, kind) for view in views_of([code])] == [mistaken] * len(views_of([code]))


def test_a_party_that_must_abstain_cannot_stop_the_text() -> None:
    france = MAYOTTE.council.find("France")
    (view,) = views_of(["H10"])
    assert CHARTER.outcome(MAYOTTE, parties=[france]) == "vetoed"
    assert view.outcome(MAYOTTE, parties=[france]) == "adopted"


@given(st.data())
def test_the_plain_view_is_the_charter(data: st.DataObject) -> None:
    council, kind = data.draw(councils()), data.draw(kinds())
    cast = data.draw(rolls(council, kind=kind))
    assert CHARTER.outcome(cast, kind) == decide(cast, kind).outcome


def test_the_opinion_of_1971_is_cited_for_abstaining_and_practice_for_staying_away() -> None:
    hints = [hint for view in views() for hint in view.hints]
    assert [hint for hint in hints if "Namibia" in hint and "An abstention does not block (Namibia" not in hint] == []
    away = [hint for hint in hints if "absent" in hint and "(Repertoire, abstention and absence)" in hint]
    assert len(away) == 2


def test_every_code_of_the_catalogue_is_there_with_three_hints_at_its_first_form() -> None:
    codes = [*(f"H{number}" for number in range(1, 17)), *(f"L{number}" for number in range(1, 9))]
    first = {view.code: view for view in reversed(views())}
    assert sorted(first, key=lambda code: (code[0], int(code[1:]))) == codes
    assert all(len(first[code].hints) == 3 for code in codes)


def test_no_view_is_the_charter_by_oversight() -> None:
    plain = CHARTER.model_dump(exclude={"code", "title", "hints"})
    assert [view.code for view in views() if view.model_dump(exclude={"code", "title", "hints"}) == plain] == []
