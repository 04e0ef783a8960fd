"""Days, members and rules out of the words of a call."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lifecycle.cli.options import day, day_for, examples, names, rule_for
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


def test_names_come_with_commas_and_repeated() -> None:
    assert names(["RUS,VEN", " Spain "], COUNCIL) == ("RUS", "VEN", " Spain ")


def test_a_name_that_holds_a_comma_stands_alone() -> None:
    council = council_on(date(1955, 6, 1))
    given = "Iran, Islamic Republic of"
    assert names([given], council_on(date(1956, 1, 1))) in {(given,), ("Iran", "Islamic Republic of")}
    assert names(["Iran,Peru"], council) == ("Iran", "Peru")


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
