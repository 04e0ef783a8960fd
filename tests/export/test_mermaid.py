"""The diagram holds every row, in forms that Mermaid's own parser reads."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lifecycle.export.arrows import BOXES, arrows
from lifecycle.export.mermaid import mermaid
from lifecycle.export.outline import Outline, needs, outline, sources
from lifecycle.model.council import council_on
from lifecycle.model.presets import PRESETS, preset
from lifecycle.model.proposals import Form
from lifecycle.model.rules import rule_on
from lifecycle.model.table import ROWS, Row
from tests.nodejs import parse_mermaid

DAY = date(2016, 10, 8)
_LINE = re.compile(r'  (state "[\w ]+" as \w+|\w+ : [^:;]+|(\w+|\[\*\]) --> (\w+|\[\*\])( : [^:;]+)?)')


def drawn(form: Form = Form.TEXT) -> Outline:
    return outline(council_on(DAY), rule_on(DAY), form=form)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_act_condition_and_source_is_in_sight(row: Row) -> None:
    text = mermaid(drawn())
    assert re.search(rf"{row.act.replace('_', ' ')} \[", text)
    for words in (*needs(row), *(cite.key for cite in sources(row))):
        assert words.replace(";", ",").replace(":", ",") in text


@pytest.mark.parametrize("form", Form)
def test_every_line_is_a_state_a_line_below_its_name_or_an_arrow(form: Form) -> None:
    title, kind, *lines = mermaid(drawn(form)).splitlines()
    assert title.startswith("%% ")
    assert kind == "stateDiagram-v2"
    for line in lines:
        assert _LINE.fullmatch(line), line
    moving = [arrow for arrow in arrows(drawn(form)) if arrow.target]
    assert sum(" --> " in line and "[*]" not in line for line in lines) == len(moving)


def test_a_set_of_states_says_for_which_it_stands() -> None:
    shown = mermaid(drawn())
    assert "before_any_vote : stands for drafted, discussed, circulated, under silence, submitted, postponed" in shown
    for box in BOXES:
        assert f'state "{box.title}" as {box.name}' in shown


def test_a_life_begins_and_ends() -> None:
    shown = mermaid(drawn())
    assert "[*] --> drafted" in shown
    assert set(re.findall(r"(\w+) --> \[\*\]", shown)) == {"adopted", "vetoed", "failed", "superseded", "lapsed"}


def test_mermaids_parser_reads_every_form_and_rule() -> None:
    council = council_on(DAY)
    texts = [mermaid(drawn(form)) for form in Form]
    texts += [mermaid(outline(council, preset(rule.name, council))) for rule in PRESETS]
    *good, bad = parse_mermaid([*texts, "stateDiagram-v2\n  drafted --> --> voted\n"])
    assert good == ["stateDiagram"] * len(texts)
    assert bad.startswith("Parse error on line 2")
