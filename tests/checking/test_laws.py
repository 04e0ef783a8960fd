"""The list of laws: at least the thirty that were asked for, each with a source and a twin, each name once."""

from __future__ import annotations

from collections import Counter

from lifecycle.checking.laws import LAWS, STATED
from lifecycle.checking.properties import Mode
from lifecycle.model.charter import CITATIONS


def test_there_are_enough_and_of_every_kind() -> None:
    counts = Counter(law.mode for law in STATED)
    assert counts[Mode.ALWAYS] >= 30
    assert counts[Mode.EVENTUALLY] >= 3
    assert counts[Mode.SOMETIMES] >= 5


def test_each_name_and_each_sentence_stands_once() -> None:
    assert len({law.id for law in LAWS}) == len(LAWS)
    assert len({law.text for law in LAWS}) == len(LAWS)


def test_each_law_rests_on_a_source() -> None:
    for law in LAWS:
        assert law.cites
        assert all(CITATIONS[cite.key] == cite for cite in law.cites)


def test_each_case_is_also_seen_to_happen() -> None:
    seen = {law.given for law in LAWS if law.mode is Mode.SOMETIMES}
    assert {law.given for law in LAWS} <= seen
