"""A chain of files: the later has the last word, and every mistake is told in its own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifecycle.errors import InputError, Problem
from lifecycle.scenario.layers import DEEPEST, read_chain


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def refused(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_chain(path).give_up_on_problems()
    return caught.value.problems


def test_the_later_file_has_the_last_word(tmp_path: Path) -> None:
    put(
        tmp_path,
        first="title: one\non: 2016-10-08\nsource: book\ndrafts: {a: {symbol: S/1, label: one}, b: {}}\n",
        second="title: two\nextends: first.yaml\ndrafts: {a: {label: two}, c: {}}\nrule: no-veto\n",
        third="title: three\nextends: second.yaml\nrule: charter\n",
    )
    chain = read_chain(tmp_path / "third.yaml")
    assert [layer.path.stem for layer in chain.layers] == ["first", "second", "third"]
    assert chain.top.form.title == "three"
    assert (chain.last("rule")[0], chain.last("source")[0]) == ("charter", "book")
    assert chain.last("rule")[1] is chain.top
    drafts = chain.merged("drafts")
    assert list(drafts) == ["a", "b", "c"]
    assert (drafts["a"].symbol, drafts["a"].label) == ("S/1", "two")


def test_a_problem_is_placed_in_the_last_file_that_holds_its_path(tmp_path: Path) -> None:
    put(
        tmp_path,
        first="title: one\ndrafts:\n  a: {symbol: S/1}\n",
        second="title: two\nextends: first.yaml\ndrafts:\n\n  a: {label: x}\n",
    )
    chain = read_chain(tmp_path / "second.yaml")
    chain.complain("unknown-word", "no", ("drafts", "a", "symbol"))
    chain.complain("unknown-word", "no", ("drafts", "a", "label"))
    chain.complain("unknown-word", "no", ("nowhere",))
    with pytest.raises(InputError) as caught:
        chain.give_up_on_problems()
    found = [(Path(str(p.place.file)).stem, p.place.line, p.place.column) for p in caught.value.problems]
    assert found == [("second", 1, 1), ("second", 5, 14), ("first", 3, 15)]


def test_mistakes_of_form_in_all_files_are_told_together(tmp_path: Path) -> None:
    put(
        tmp_path,
        first="title: one\ndrafts: {a: {symbl: x}}\n",
        second="extends: first.yaml\nexpects: {a: vetoed}\n",
    )
    found = [(p.slug, Path(str(p.place.file)).stem, p.place.line) for p in refused(tmp_path / "second.yaml")]
    assert found == [("missing-key", "second", 1), ("unknown-key", "second", 2), ("unknown-key", "first", 2)]


def test_a_key_that_stands_twice_is_told_with_the_mistakes_of_form(tmp_path: Path) -> None:
    put(tmp_path, a="title: one\ntitle: two\ndrafts: {a: {symbl: x}}\nexpects: {a: vetoed}\n")
    found = [(p.slug, p.place.line) for p in refused(tmp_path / "a.yaml")]
    assert found == [("duplicate-key", 2), ("unknown-key", 3), ("unknown-key", 4)]


def test_a_mistake_that_makes_others_look_wrong_stands_alone(tmp_path: Path) -> None:
    """Without its drafts every expectation would look like a mistake too."""
    put(tmp_path, a="title: one\non: 2016-10-08\ndrafts: [french]\nexpect: {french: vetoed}\n")
    assert [problem.slug for problem in refused(tmp_path / "a.yaml")] == ["wrong-shape"]


def test_a_file_of_events_is_no_scenario_and_the_message_says_where_it_goes(tmp_path: Path) -> None:
    put(tmp_path, mined="format: 1\narticles: []\nmentions: []\nevents: []\n", over="title: x\nextends: mined.yaml\n")
    for name in ("mined", "over"):
        (problem,) = refused(tmp_path / f"{name}.yaml")
        assert (problem.slug, problem.place.line) == ("wrong-shape", 3)
        assert "under 'events'" in problem.message


def test_lines_of_events_are_no_scenario_either(tmp_path: Path) -> None:
    path = tmp_path / "mined.jsonl"
    path.write_text('{"id": "d1"}\n{"id": "e1"}\n', encoding="utf-8")
    (problem,) = refused(path)
    assert (problem.slug, problem.place.line) == ("wrong-shape", 1)
    assert "under 'events'" in problem.message


def test_a_circle_is_found_wherever_it_closes(tmp_path: Path) -> None:
    put(
        tmp_path,
        a="title: a\nextends: b.yaml\n",
        b=f"title: b\nextends: ../{tmp_path.name}/c.yaml\n",
        c="title: c\nextends: b.yaml\n",
    )
    (problem,) = refused(tmp_path / "a.yaml")
    assert (problem.slug, Path(str(problem.place.file)).name, problem.place.line) == ("cyclic-extends", "c.yaml", 2)


@pytest.mark.parametrize(("files", "slugs"), [(DEEPEST, []), (DEEPEST + 1, ["extends-too-deep"])])
def test_the_chain_has_an_end(tmp_path: Path, files: int, slugs: list[str]) -> None:
    put(tmp_path, **{f"f{n}": f"title: t\nextends: f{n + 1}.yaml\n" for n in range(files - 1)})
    put(tmp_path, **{f"f{files - 1}": "title: t\n"})
    try:
        found = [problem.slug for problem in read_chain(tmp_path / "f0.yaml").problems]
    except InputError as error:
        found = [problem.slug for problem in error.problems]
    assert found == slugs


@pytest.mark.parametrize("parent", ["nothing.yaml", "folder", "", "a\\0b"])
def test_what_is_extended_must_be_a_file(tmp_path: Path, parent: str) -> None:
    (tmp_path / "folder").mkdir()
    put(tmp_path, a=f'title: a\nextends: "{parent}"\n')
    (problem,) = refused(tmp_path / "a.yaml")
    assert (problem.slug, problem.place.line, problem.place.column) == ("missing-file", 2, 10)


def test_an_attempt_gives_its_result_or_notes_its_problems(tmp_path: Path) -> None:
    put(tmp_path, a="title: a\n")
    chain = read_chain(tmp_path / "a.yaml")
    assert chain.attempt(("title",), lambda: 7) == 7
    assert chain.problems == []

    def fail() -> int:
        raise InputError((Problem("bad-number", "no", nearest=("1",)),))

    assert chain.attempt(("title",), fail) is None
    (problem,) = chain.problems
    assert (problem.slug, problem.nearest, problem.place.line, problem.width) == ("bad-number", ("1",), 1, 1)
