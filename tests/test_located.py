"""YAML as text with places: nothing coerced, nothing lost, nothing that explodes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError, Problem
from lifecycle.located import DEEPEST, LARGEST, Document, Items, Table, Text, parse, plain, read, read_text

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def refused(text: str) -> Problem:
    with pytest.raises(InputError) as caught:
        parse(text, "a.yaml")
    return caught.value.problems[0]


@given(TREES)
def test_texts_lists_and_tables_are_read_as_they_were_written(tree: object) -> None:
    assert parse(yaml.safe_dump(tree, default_style='"', allow_unicode=True), "a.yaml").plain() == tree


@given(TREES, st.booleans())
def test_the_two_parsers_of_the_library_agree(tree: object, flow: bool) -> None:
    """Lines and columns too: libyaml's and the one in Python; the first is used where it is there."""
    text = yaml.safe_dump(tree, default_flow_style=flow)
    marks = []
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        starts = (event.start_mark for event in yaml.parse(text, Loader=loader))
        marks.append([(mark.line, mark.column) for mark in starts if mark])
    assert marks[0] == marks[1] != []


@pytest.mark.parametrize("word", ["no", "Yes", "on", "null", "~", "10:30", "0123", "1e3", "2016-10-08", "0x1F", ".inf"])
def test_no_word_is_taken_for_another_thing(word: str) -> None:
    assert parse(f"a: {word}", "a.yaml").plain() == {"a": word}


def test_every_node_knows_its_place() -> None:
    document = parse("a:\n  - b: c\n  -   'd'\n", "a.yaml")
    root = document.root
    assert isinstance(root, Table)
    (key, items) = root.entries[0]
    assert (key.place.line, key.place.column) == (1, 1)
    assert isinstance(items, Items)
    assert (items.place.line, items.place.column) == (2, 3)
    table, text = items.values
    assert isinstance(table, Table)
    assert (table.entries[0][1].place.line, table.entries[0][1].place.column) == (2, 8)
    assert isinstance(text, Text)
    assert (text.place.line, text.place.column, text.value) == (3, 7, "d")


def test_a_problem_stands_at_the_node_its_path_leads_to() -> None:
    document = parse("a:\n  b: [c, 'dd']\n", "a.yaml")
    assert str(document.problem("x", "y", ("a", "b", 1)).place) == "a.yaml:2:10"
    assert document.problem("x", "y", ("a", "b", 1)).width == 4
    assert str(document.problem("x", "y", ("a", "b"), at_key=True).place) == "a.yaml:2:3"
    assert str(document.problem("x", "y", ("a", "no", "b", 0)).place) == "a.yaml:2:7"
    assert str(document.problem("x", "y", ("nowhere",)).place) == "a.yaml:1:1"
    assert document.problem("x", "y", ("a", "b", 9)).source == "  b: [c, 'dd']"


def test_a_file_without_a_word_holds_nothing() -> None:
    document = parse("# a comment\n", "a.yaml")
    assert (document.root, document.plain(), document.line(1), document.line(9)) == (None, None, "# a comment", None)
    assert str(document.problem("x", "y", ()).place) == "a.yaml"
    assert Document("a", "", None).line(1) is None


@pytest.mark.parametrize(
    ("text", "slug", "line", "column"),
    [
        ("a: 1\nb: {c: 2, c: 3}", "duplicate-key", 2, 11),
        ("a: !!int 1", "yaml-tag", 1, 4),
        ("a: !python/object:os.system x", "yaml-tag", 1, 4),
        ("--- a\n--- b", "several-documents", 2, 1),
        ("a: *b", "unknown-anchor", 1, 4),
        ("a: &b [*b]", "unknown-anchor", 1, 8),
        ("[a]: b", "wrong-shape", 1, 1),
    ],
)
def test_what_nobody_means_is_refused(text: str, slug: str, line: int, column: int) -> None:
    problem = refused(text)
    assert (problem.slug, problem.place.line, problem.place.column) == (slug, line, column)
    assert problem.source == text.split("\n")[line - 1]


@pytest.mark.parametrize("text", ["a: [", "a: 'b", "\ta: b", "a: \x01", "a: b: c", "{a: b", "a\nb: c", "@a"])
def test_what_is_not_yaml_is_refused(text: str) -> None:
    """Where exactly the two parsers lose the thread of such a text, they differ; that they do is what counts."""
    problem = refused(text)
    assert problem.slug == "yaml-syntax"
    assert problem.message.startswith("not valid YAML: ")


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("a: [b\n\nc: d\n", "; this is inside of what is opened in line 1, column 4"),
        ('a: b\nc: "d\n\n', "; this is inside of what is opened in line 2, column 4"),
        ("a: b: c\n", ""),
        ("a: b\n c: d\n", ""),
    ],
)
def test_a_bracket_or_quote_left_open_above_is_named_where_it_was_opened(text: str, opened: str) -> None:
    message = refused(text).message
    assert message.endswith(opened) if opened else "opened" not in message


def test_every_key_that_stands_twice_is_told() -> None:
    with pytest.raises(InputError) as caught:
        parse("a: 1\na: 2\nb: {c: 1, c: 2}\n", "a.yaml")
    assert [(p.place.line, p.place.column) for p in caught.value.problems] == [(2, 1), (3, 11)]


def test_a_patient_reader_gets_the_tree_and_every_key_that_stands_twice() -> None:
    """Tables under one key are joined, so that what is wrong in either is found; of anything else the first stays."""
    document = parse("a: {x: 1, y: 2}\nb: 3\na: {x: 4, z: [5]}\nb: [6]\na: {w: 7}\n", "a.yaml", patient=True)
    assert document.plain() == {"a": {"x": "1", "y": "2", "z": ["5"], "w": "7"}, "b": "3"}
    assert [(p.slug, p.place.line, p.source) for p in document.problems] == [
        ("duplicate-key", 3, "a: {x: 4, z: [5]}"),
        ("duplicate-key", 4, "b: [6]"),
        ("duplicate-key", 5, "a: {w: 7}"),
    ]
    assert str(document.problem("x", "y", ("a", "z", 0)).place) == "a.yaml:3:15"
    assert parse("a: 1", "a.yaml", patient=True).problems == ()


def test_a_key_that_stands_twice_is_told_beside_bad_syntax_further_down() -> None:
    with pytest.raises(InputError) as caught:
        parse("a: {b: 1, b: 2}\nc: [", "a.yaml")
    assert [problem.slug for problem in caught.value.problems] == ["duplicate-key", "yaml-syntax"]


def test_a_key_that_stands_ten_thousand_times_is_told_so_often_and_soon() -> None:
    """Joining the tables one by one, or cutting the text into lines for each problem, would take minutes."""
    rows = [f"a: {{k{n}: 1}}" for n in range(20_000)]
    document = parse("\n".join(rows), "a.yaml", patient=True)
    assert len(document.problems) == 19_999
    assert len(document.plain()["a"]) == 20_000


def test_lists_may_stand_in_each_other_so_deep_and_no_deeper() -> None:
    assert parse("[" * DEEPEST + "]" * DEEPEST, "a.yaml").root
    assert refused("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)).slug == "nested-too-deep"
    assert refused("[" * 100_000).slug in {"nested-too-deep", "yaml-syntax"}


def test_aliases_in_each_other_count_as_deep_as_what_they_stand_for() -> None:
    """No line here holds more than one list, and the last stands for six hundred in each other."""
    rows = ["- &a0 []", *(f"- &a{n} [*a{n - 1}]" for n in range(1, 600))]
    assert parse("\n".join(rows[: DEEPEST - 1]), "a.yaml").plain()
    problem = refused("\n".join(rows))
    assert (problem.slug, problem.place.line, problem.place.column) == ("nested-too-deep", DEEPEST, 9)


def test_aliases_stand_for_what_they_name_and_may_not_explode() -> None:
    assert parse("a: &x [1, 2]\nb: *x", "a.yaml").plain() == {"a": ["1", "2"], "b": ["1", "2"]}
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert refused("\n".join(rows)).slug == "exploding-anchors"


def test_plain_turns_any_node_into_what_json_knows() -> None:
    root = parse("{a: [b, {c: d}]}", "a.yaml").root
    assert root is not None
    assert plain(root) == {"a": ["b", {"c": "d"}]}


def test_a_file_is_read_as_utf8_with_or_without_a_mark(tmp_path: Path) -> None:
    for name, head in (("a", b""), ("b", b"\xef\xbb\xbf")):
        (tmp_path / name).write_bytes(head + "a: \u00e9\r\n".encode())
        assert read(tmp_path / name, name).plain() == {"a": "\u00e9"}


@pytest.mark.parametrize(("data", "slug", "line"), [(b"a\nb\xff", "not-utf8", 2), (None, "missing-file", None)])
def test_what_cannot_be_read_is_refused(tmp_path: Path, data: bytes | None, slug: str, line: int | None) -> None:
    if data is not None:
        (tmp_path / "a").write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_text(tmp_path / "a", "a")
    (problem,) = caught.value.problems
    assert (problem.slug, problem.place.file, problem.place.line) == (slug, "a", line)


def test_a_folder_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_text(tmp_path, "a")
    assert caught.value.problems[0].slug == "unreadable-file"
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(InputError) as caught:
        read_text(tmp_path / "huge", "a")
    assert caught.value.problems[0].slug == "file-too-large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_may_never_end_is_refused_unopened(tmp_path: Path) -> None:
    """Opening a pipe that nobody writes to waits for ever, and a device of zeros has no end."""
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", Path("/dev/zero")):
        with pytest.raises(InputError, match="a: cannot be read: a pipe or a device") as caught:
            read_text(path, "a")
        assert caught.value.problems[0].slug == "unreadable-file"


def test_no_more_is_read_than_the_limit_even_of_a_file_that_says_it_is_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files of /proc say they are empty, and a log grows while it is read."""
    (tmp_path / "a").write_text("x" * 101, encoding="utf-8")
    told = os.stat_result([stat.S_IFREG, *[0] * 9])
    monkeypatch.setattr(Path, "stat", lambda self: told)
    assert len(read_text(tmp_path / "a", "a", 101)) == 101
    with pytest.raises(InputError) as caught:
        read_text(tmp_path / "a", "a", 100)
    assert caught.value.problems[0].slug == "file-too-large"


def test_no_permission_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("a: b", encoding="utf-8")

    def no(self: Path, mode: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", no)
    with pytest.raises(InputError, match="a: cannot be read: permission denied") as caught:
        read_text(tmp_path / "a", "a")
    assert caught.value.problems[0].slug == "unreadable-file"
