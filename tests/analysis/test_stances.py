"""The table of stances is data: every row adds up to one and says where it comes from.

Knows how a user's own table is read. Refuses to say that any row is right.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from lifecycle.analysis.stances import SPONSOR, UNHEARD, read_stances, stance_named, stances
from lifecycle.errors import InputError
from lifecycle.model.ballots import Ballot
from lifecycle.wording.codebook import codebook

HEAD = "stance,yes,no,abstain,not_participating,absent\n"


def test_every_row_adds_up_to_one_and_has_a_source() -> None:
    assert all(sum(row.chances.values()) == 1 and row.source for row in stances().values())


def test_every_stance_the_miner_knows_has_a_row() -> None:
    assert {rule.stance for rule in codebook().stances} | {SPONSOR, *UNHEARD.values()} <= set(stances())


def test_a_user_s_row_replaces_one_and_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(HEAD + "opposes,0,1,0,0,0\n", encoding="utf-8")
    table = read_stances(file)
    assert table["opposes"].chances[Ballot.NO] == 1
    assert table["supports"] == stances()["supports"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD + "opposes,0.5,0.4,0,0,0\n", r"mine\.csv:2: the probabilities of 'opposes' add up to 9/10"),
        (HEAD + "opposes,perhaps,1,0,0,0\n", r"mine\.csv:2: not a probability: 'perhaps'"),
        ("stance,yes\nopposes,1\n", r"mine\.csv:1: a table of stances has the columns"),
        ("", "has the columns"),
    ],
)
def test_a_wrong_table_is_told_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_stances(file)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_stances(tmp_path / "none.csv")


def test_an_unknown_stance_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match="did you mean 'opposes'"):
        stance_named("oposes", stances())
    assert stance_named("sponsor", stances()).chances[Ballot.YES] == Fraction(1)
