"""The picture holds every condition and source, Graphviz draws it, and another drawer draws the same arrows."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from datetime import date
from html import escape
from types import SimpleNamespace
from typing import Any

import pytest
from transitions.extensions import GraphMachine

from lifecycle.export.arrows import Box, arrows
from lifecycle.export.dot import dot
from lifecycle.export.outline import Outline, needs, outline, sources
from lifecycle.model.council import council_on
from lifecycle.model.proposals import TABLES, Form
from lifecycle.model.rules import rule_on
from lifecycle.model.table import ROWS, Row, State

DAY = date(2016, 10, 8)


def drawn(form: Form = Form.TEXT) -> Outline:
    return outline(council_on(DAY), rule_on(DAY), form=form)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_act_condition_and_source_is_in_sight(row: Row) -> None:
    text = dot(drawn())
    assert f"<B>{row.act.replace('_', ' ')}</B>" in text
    for words in (*needs(row), *(cite.key for cite in sources(row))):
        assert escape(words) in text


def render(text: str) -> list[str]:
    """The words of the picture that Graphviz makes, in order."""
    if shutil.which("dot") is None:
        pytest.skip("graphviz is not installed")
    done = subprocess.run(
        ["dot", "-Tsvg"], input=text, capture_output=True, text=True, check=True, timeout=60, encoding="utf-8"
    )
    assert done.stderr == ""
    words = ElementTree.fromstring(done.stdout).iter("{http://www.w3.org/2000/svg}text")
    return [(element.text or "").strip().replace("\u00a0", " ") for element in words]


@pytest.mark.parametrize("form", Form)
def test_graphviz_draws_every_state_and_every_arrow_without_complaint(form: Form) -> None:
    shown = render(dot(drawn(form)))
    for arrow in arrows(drawn(form)):
        assert arrow.act in shown
        assert {f"needs {need}" for need in arrow.needs} <= set(shown)
    used = {state for row in TABLES[form] for state in (row.state, row.target)}
    assert {state.replace("_", " ") for state in used} <= set(shown)


def test_another_drawer_draws_the_same_arrows() -> None:
    model: Any = SimpleNamespace()
    GraphMachine(
        model=model,
        states=[state.value for state in State],
        initial=State.DRAFTED.value,
        transitions=[{"trigger": row.act.value, "source": row.state.value, "dest": row.target.value} for row in ROWS],
        auto_transitions=False,
        graph_engine="mermaid",
    )
    theirs = set(re.findall(r"^\s*(\w+) --> (\w+): ", model.get_graph().source, re.MULTILINE))
    ours = {
        (state.value, (arrow.target or state).value)
        for arrow in arrows(drawn())
        for state in (arrow.source.states if isinstance(arrow.source, Box) else (arrow.source,))
    }
    assert theirs == ours


def test_ends_have_a_double_border() -> None:
    doubled = set(re.findall(r"^\s*(\w+) \[label=.*peripheries=2", dot(drawn()), re.MULTILINE))
    assert doubled == {"adopted", "vetoed", "failed", "superseded", "lapsed"}
