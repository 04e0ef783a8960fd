"""A file becomes text whose offsets can be trusted, or an error with a place.

Knows what bytes a newspaper's file may hold. Refuses to know what the text says.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.errors import InputError
from lifecycle.press.article import LARGEST, Article, article_from, day_given, published_on, read_article
from lifecycle.press.markup import is_page


def slug_and_place(error: InputError) -> tuple[str, str]:
    return error.problems[0].slug, str(error.problems[0].place)


def test_the_day_that_the_reader_gives_counts_before_the_one_in_the_article() -> None:
    article = article_from(b"---\ndate: 2014-03-05\n---\nHead\n", "press/a.txt")
    friday = day_given(article.file, {"a.txt": date(2014, 3, 7)})
    assert published_on(article, friday).published.best == date(2014, 3, 7)
    assert published_on(article, day_given(article.file, {"b.txt": date(2014, 3, 7)})) == article
    assert published_on(Article("b.txt", ""), None) == Article("b.txt", "")


def test_a_day_of_the_article_that_does_not_count_is_remembered() -> None:
    text = b"---\ndate: 2014-03-05\npublished: 5 March 2014\npubdate: 2014-03-06\n---\nHead\n"
    article = article_from(text, "a.txt")
    assert article.published.best == date(2014, 3, 5)
    assert article.overruled == ("a.txt:4: a second day of publication, 2014-03-06; the first is taken, 2014-03-05",)
    given = published_on(article, date(2014, 3, 7))
    assert given.overruled == ("a.txt: published on 2014-03-05 by its own words; the day given is taken, 2014-03-07",)
    assert published_on(article, date(2014, 3, 5)).overruled == ()
    assert published_on(article_from(b"Head\n", "a.txt"), date(2014, 3, 7)).overruled == ()


def test_newlines_and_a_byte_order_mark_are_kept() -> None:
    text = article_from(b"\xef\xbb\xbfHead\r\nFirst.\rSecond.\n", "a.txt").text
    assert text == "\ufeffHead\r\nFirst.\rSecond.\n"


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_any_text_without_a_nul_comes_back_as_it_was_written(text: str) -> None:
    article = article_from(text.encode(), "a.txt")
    assert article.written == text
    assert is_page(text) or article.text == text


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_nul_anywhere_marks_a_binary_file(before: str, after: str) -> None:
    with pytest.raises(InputError) as caught:
        article_from(f"{before}\0{after}".encode(errors="replace"), "a.txt")
    assert caught.value.problems[0].slug == "not-text"


def test_a_binary_file_named_txt_is_refused_with_its_line() -> None:
    with pytest.raises(InputError) as caught:
        article_from(b"one\ntwo\n\x89PNG\0\0", "picture.txt")
    assert slug_and_place(caught.value) == ("not-text", "picture.txt:3")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_text_in_utf16_is_no_picture(encoding: str) -> None:
    mark = b"" if encoding == "utf-16" else b"\xfe\xff"
    with pytest.raises(InputError) as caught:
        article_from(mark + "Russia vetoed it.".encode(encoding), "a.txt")
    assert slug_and_place(caught.value) == ("not-utf8", "a.txt:1")
    assert "save it as UTF-8" in caught.value.problems[0].message


def test_bytes_that_are_not_utf8_are_refused_with_their_line() -> None:
    with pytest.raises(InputError) as caught:
        article_from("Sécurité\nvoté".encode("latin-1"), "a.txt")
    assert slug_and_place(caught.value) == ("not-utf8", "a.txt:1:2")


def test_a_missing_file_a_folder_and_a_giant_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as missing:
        read_article(tmp_path / "none.txt", "none.txt")
    with pytest.raises(InputError) as folder:
        read_article(tmp_path, "folder")
    giant = tmp_path / "giant.txt"
    with giant.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(InputError) as large:
        read_article(giant, "giant.txt")
    slugs = [caught.value.problems[0].slug for caught in (missing, folder, large)]
    assert slugs == ["missing-file", "unreadable-file", "file-too-large"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_and_a_device_are_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(InputError) as caught:
            read_article(path, "a.txt")
        assert slug_and_place(caught.value) == ("unreadable-file", "a.txt")


def test_a_name_that_is_no_text_is_refused_and_shown_with_marks_for_what_is_lost() -> None:
    with pytest.raises(InputError) as caught:
        read_article(Path("caf\udce9.txt"), "news/caf\udce9.txt")
    assert slug_and_place(caught.value) == ("bad-file-name", "news/caf\ufffd.txt")


def test_an_empty_file_is_an_article_without_words(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert read_article(tmp_path / "empty.txt", "empty.txt").text == ""
