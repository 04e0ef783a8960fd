"""Pydantic's complaints as problems a writer can act on: plain words, a place, near names."""

from __future__ import annotations

import pytest

from lifecycle.errors import InputError, Problem
from lifecycle.located import Document, parse
from lifecycle.scenario.form import read_form, usable_form
from lifecycle.scenario.layers import APART, STAND_INS
from lifecycle.scenario.schema import RuleForm, ScenarioForm


def usable_scenario(document: Document) -> tuple[ScenarioForm | None, list[Problem]]:
    return usable_form(document, ScenarioForm, APART, STAND_INS)


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_form(parse(text, "a.yaml"), ScenarioForm)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "slug", "place", "words"),
    [
        ("", "empty-file", "a.yaml", "the file is empty; it must be a table of keys, such as title, on, drafts, votes"),
        ("just words", "wrong-shape", "a.yaml:1:1", "the file is a single text"),
        ("on: 2016-10-08", "missing-key", "a.yaml:1:1", "the key 'title' is missing"),
        ("title: [a]", "wrong-shape", "a.yaml:1:8", "a list where a text was expected"),
        ("title: t\ndrafts: {a: b}", "wrong-shape", "a.yaml:2:13", "the text 'b' where a table was expected"),
        ("title: t\narticles: {a: b}", "wrong-shape", "a.yaml:2:11", "a table where a list was expected"),
        ("title: t\ndrafts:", "wrong-shape", "a.yaml:2:8", "nothing where a table was expected"),
        ("title: t\non: 2016-02-30", "bad-date", "a.yaml:2:5", "no such day: '2016-02-30'; that month has 29 days"),
        ("title: t\nrule: {seats: 0}", "bad-number", "a.yaml:2:15", "not a whole number from 1 to 193: '0'"),
        ("title: t\nrule: {seats: 194}", "bad-number", "a.yaml:2:15", "not a whole number from 1 to 193: '194'"),
        ("title: t\nrule: {procedural_veto: perhaps}", "unknown-word", "a.yaml:2:25", "unknown word 'perhaps'"),
        ("title: t\nkind: {a: procedual}", "unknown-word", "a.yaml:2:11", "unknown word 'procedual'"),
        ("title: t\nrule: []", "wrong-shape", "a.yaml:2:7", "a list where a text was expected"),
        ("title: t\nsteps: {a: [{event: vote, dat: x}]}", "unknown-key", "a.yaml:2:27", "unknown key 'dat'"),
        ("title: t\nevents: [{draft: a, type: voted, date: {best: x}}]", "bad-date", "a.yaml:2:47", "not a date: 'x'"),
        ("title: t\nevents: [{draft: a, type: voted, date: x}]", "bad-date", "a.yaml:2:40", "not a date: 'x'"),
        ("title: t\nchange: {a: {China: nay}}", "unknown-word", "a.yaml:2:21", "unknown word 'nay'; known are yes"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_problem_at_its_place(text: str, slug: str, place: str, words: str) -> None:
    (problem,) = problems(text)
    assert (problem.slug, str(problem.place)) == (slug, place)
    assert problem.message.startswith(words)


def test_near_names_are_offered() -> None:
    (problem,) = problems("title: t\nexpct: {}")
    assert problem.nearest == ("expect",)
    assert (problem.source, problem.width) == ("expct: {}", 5)


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    found = [(p.slug, p.place.line) for p in problems("rule: {seats: x}\non: y\nvote: {}\n")]
    assert found == [("missing-key", 1), ("bad-number", 1), ("bad-date", 2), ("unknown-key", 3)]


@pytest.mark.parametrize(
    ("text", "usable"),
    [
        ("title: t\nvote: {}", True),
        ("on: 2016-10-08\n", True),
        ("title: t\nvotes: {a: {rest: maybe}}", True),
        ("title: t\nsteps: {a: [{event: voting}]}", True),
        ("title: t\ndrafts: {a: {symbl: x}}", True),
        ("title: t\non: soon", False),
        ("title: t\ndrafts: {a: []}", False),
        ("title: t\ncouncil: {with: {}}", False),
        ("title: t\nrule: {majority: x}", False),
    ],
)
def test_what_nothing_else_hangs_on_can_be_left_out(text: str, usable: bool) -> None:
    form, found = usable_scenario(parse(text, "a.yaml"))
    assert len(found) == 1
    assert (form is not None) is usable


def test_keys_that_stand_twice_are_told_with_everything_else() -> None:
    text = "titel: t\non: soon\nvotes: {a: {rest: yes}}\nvotes: {a: {rest: perhaps}, b: {rst: no}}\n"
    document = parse(text, "a.yaml", patient=True)
    expected = [
        ("missing-key", 1), ("unknown-key", 1), ("bad-date", 2), ("duplicate-key", 4), ("unknown-key", 4),
    ]  # fmt: skip
    with pytest.raises(InputError) as caught:
        read_form(document, ScenarioForm)
    assert [(p.slug, p.place.line) for p in caught.value.problems] == expected
    form, found = usable_scenario(document)
    assert form is None
    assert [(p.slug, p.place.line) for p in found] == expected


def test_a_key_that_stands_twice_is_enough_to_refuse_a_form() -> None:
    document = parse("title: t\ntitle: u\n", "a.yaml", patient=True)
    with pytest.raises(InputError, match="the key 'title' stands here twice"):
        read_form(document, ScenarioForm)
    with pytest.raises(InputError) as caught:
        read_form(parse("- {a: 1, a: 2}", "a.yaml", patient=True), ScenarioForm)
    assert [problem.slug for problem in caught.value.problems] == ["wrong-shape", "duplicate-key"]


def test_a_right_document_has_no_problems() -> None:
    form, found = usable_scenario(parse("title: t", "a.yaml"))
    assert found == []
    assert form == read_form(parse("title: t", "a.yaml"), ScenarioForm)


def test_any_form_can_be_read() -> None:
    assert read_form(parse("majority: 10", "rule.yaml"), RuleForm).fields() == {"majority": 10}


def test_a_long_list_of_names_stands_only_where_none_is_near() -> None:
    """The list of a scenario's keys is longer than a page is wide; a name that is near is told beside the caret."""
    (near,) = problems("title: t\ntitel: x\n")
    assert (near.message, near.nearest[0]) == ("unknown key 'titel'", "title")
    (far,) = problems("title: t\nxyzzy: x\n")
    assert far.message.startswith("unknown key 'xyzzy'; known are title, on, drafts")
    assert far.nearest == ()


def test_what_may_be_left_out_or_stood_in_for_is_the_callers_to_say() -> None:
    """Of a rule every field counts; nothing stands in for a title unless somebody says what."""
    document = parse("majority: ten\noverride: 12", "rule.yaml")
    assert usable_form(document, RuleForm, (), {})[0] is None
    left, _ = usable_form(document, RuleForm, ("majority",), {})
    assert left is not None
    assert left.fields() == {"override": 12}
    assert usable_form(parse("on: 2016-10-08", "a.yaml"), ScenarioForm, APART, {})[0] is None
