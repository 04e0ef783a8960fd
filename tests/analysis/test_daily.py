"""A forecast day by day uses what had been published by each day, and no ballot.

Knows an invented article. Refuses to check the miner; a stance there is taken as found.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from lifecycle.analysis.daily import forecasts
from lifecycle.analysis.stances import stances
from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot
from lifecycle.model.rules import Outcome
from lifecycle.scenario.loader import load

ALEPPO = Path(__file__).parents[2] / "scenarios" / "aleppo-2016" / "as-reported.yaml"
LEANINGS = """\
title: Invented leanings
on: 2016-10-08
drafts: {text: {sponsors: [France]}, other: {}}
votes: {text: {rest: no}}
leanings:
  text: {Russia: threatens_veto, China: {abstain: 1}, rest: yes}
blocs: {text: [[Egypt, Senegal]]}
"""


def scenario(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "s.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_stated_leanings_come_first_and_ballots_are_not_looked_at(tmp_path: Path) -> None:
    (found,) = forecasts(load(scenario(tmp_path, LEANINGS)))
    row = stances()["threatens_veto"].chances
    assert found.draft == "text"
    assert found.last.outcomes[Outcome.VETOED] == row[Ballot.NO]
    assert found.last.outcomes[Outcome.ADOPTED] == 1 - row[Ballot.NO]
    bases = {lean.member.name: lean.basis for lean in found.last.leans}
    assert (bases["France"], bases["Egypt"], bases["Senegal"]) == ("sponsor", "stated", "bloc")


def test_each_day_knows_what_was_out_by_then() -> None:
    french = forecasts(load(ALEPPO))[0]
    days = [day for day, _ in french.days]
    assert days == sorted(days)
    assert days[-1] <= date(2016, 10, 8)
    heard = [{lean.member.name for lean in one.leans if lean.basis == "stance"} for _, one in french.days]
    assert all(earlier <= later for earlier, later in pairwise(heard))
    assert all(sum(one.outcomes.values()) == Fraction(1) for _, one in french.days)
    assert [row[0] for row in french.rows()] == [str(day) for day in days]
    assert "<th>adopted</th>" in french._repr_html_()


def test_a_day_before_every_article_knows_no_stance() -> None:
    french = forecasts(load(ALEPPO), at=date(2016, 9, 1))[0]
    assert french.days == ()
    assert not any(lean.basis == "stance" for lean in french.last.leans)
    assert len(french.rows()) == 1


def test_nothing_to_go_by_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nobody's leaning is known"):
        forecasts(load(scenario(tmp_path, "title: x\non: 2016-10-08\ndrafts: {text: {}}\n")))


def test_a_bloc_leans_one_way(tmp_path: Path) -> None:
    text = LEANINGS.replace("rest: yes}", "Egypt: no, Senegal: yes, rest: yes}")
    with pytest.raises(InputError, match=r"s\.yaml:6:3: Senegal leans otherwise than Egypt"):
        forecasts(load(scenario(tmp_path, text)))


def test_an_unknown_stance_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"s\.yaml:6:3: unknown stance or ballot 'threatens'"):
        forecasts(load(scenario(tmp_path, LEANINGS.replace("threatens_veto", "threatens"))))
