"""Laws as values: their sentences, when they are asked, and what an observer notes."""

from __future__ import annotations

from lifecycle.checking.laws import LAWS
from lifecycle.checking.places import Role
from lifecycle.checking.properties import Mode, Past, eventually, on_standings, on_steps, sometimes
from lifecycle.model import charter
from lifecycle.model.proposals import Form
from lifecycle.model.table import Act, State


def test_each_kind_of_law_has_its_sentence() -> None:
    always = on_steps("a", (Act.VOTE,), "it rains", bool, "streets are wet", bool, charter.ROP_40)
    assert always.text == "Whenever it rains, streets are wet."
    assert always.twin().text == "It happens that it rains."
    assert always.twin().mode is Mode.SOMETIMES
    once = eventually("b", (State.VOTED,), "it rains", "it stops", (State.ADOPTED,), charter.ROP_40)
    assert once.text == "Once it rains, in the end it stops."
    assert sometimes("c", (Act.VOTE,), "it rains", bool, charter.ROP_40).text == "It happens that it rains."


def test_a_law_on_standings_asks_nothing_of_steps() -> None:
    law = on_standings("a", (State.VOTED,), "x", "y", bool, charter.ROP_40)
    assert law.acts == frozenset()
    assert law.states == {State.VOTED}
    assert law.forms == {Form.TEXT}


def test_sentences_read_as_sentences() -> None:
    for law in LAWS:
        assert law.text[0].isupper()
        assert law.text.endswith(".")
        assert "  " not in law.text
        assert "_" not in law.text


def test_an_observer_notes_submissions_and_unused_seconds() -> None:
    past = Past().then(Act.SUBMIT)
    assert past == Past(submitted=True)
    twice = past.then(Act.SECOND).then(Act.SECOND)
    assert twice.spare == twice.then(Act.SECOND).spare == 2
    assert twice.then(Act.INSIST).spare == 1
    assert twice.then(Act.INSIST, Role.NOBODY).spare == 0
    assert past.then(Act.INSIST).spare == 0
    assert past.then(Act.SECOND).then(Act.SECOND, Role.SECONDER).spare == 1
    assert past.then(Act.REVISE) == past
