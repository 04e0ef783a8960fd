"""Days, members and rules out of the words of a call."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lifecycle.cli.options import day, day_for, day_of_council, examples, members, rule_for
from lifecycle.errors import InputError
from lifecycle.model.council import council_on
from lifecycle.model.rules import Blocks, rule_on

COUNCIL = council_on(date(2016, 10, 8))


def test_a_day_is_written_in_one_way_only() -> None:
    assert day("2016-10-08") == date(2016, 10, 8)
    for wrong in ("8 October 2016", "20161008", "2016-W40-6", "2016-13-01", ""):
        with pytest.raises(InputError) as caught:
            day(wrong)
        assert caught.value.problems[0].slug == "bad-date"


def test_a_complaint_of_a_value_names_its_option() -> None:
    assert day_for("--at")("2016-10-08") == date(2016, 10, 8)
    with pytest.raises(InputError) as caught:
        day_for("--at")("soon")
    assert str(caught.value) == "--at: not a date: 'soon'; write it as 2016-10-08"


def test_members_come_with_commas_and_repeated() -> None:
    assert [member.code for member in members("--no", ["RUS,VEN", " Spain "], COUNCIL)] == ["RUS", "VEN", "ESP"]


def test_a_name_that_holds_a_comma_stands_alone() -> None:
    council = council_on(date(1977, 6, 1))
    given = "Germany, Federal Republic of"
    assert [member.code for member in members("--no", [given], council)] == ["GER"]
    assert [member.code for member in members("--no", ["Panama,India"], council)] == ["PAN", "IND"]


def test_a_stranger_is_told_with_the_option_that_names_it() -> None:
    with pytest.raises(InputError, match=r"^--abstain: unknown member 'XYZ'"):
        members("--abstain", ["RUS,XYZ"], COUNCIL)


def test_a_day_without_a_known_council_is_told_with_its_option() -> None:
    assert day_of_council("2016-10-08") == date(2016, 10, 8)
    with pytest.raises(InputError, match=r"^--on: 1940-01-01 is outside the days whose Council is known"):
        day_of_council("1940-01-01")


def test_the_rule_is_the_charters_a_presets_or_a_files(tmp_path: Path) -> None:
    assert rule_for(None, COUNCIL) == rule_on(date(2016, 10, 8))
    assert rule_for("no-veto", COUNCIL).veto_holders(COUNCIL) == ()
    file = tmp_path / "mine.yaml"
    file.write_text("name: mine\nmajority: 10\nblocks: not_yes\n", encoding="utf-8")
    mine = rule_for(str(file), COUNCIL)
    assert (mine.name, mine.majority, mine.blocks) == ("mine", 10, Blocks.NOT_YES)


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        rule_for("no-vetoes", COUNCIL)
    assert caught.value.problems[0].nearest[0] == "no-veto"


def test_examples_stand_one_a_line() -> None:
    assert examples("a", "b") == "\b\nExamples:\n  a\n  b"
