"""A web page is read as the text it shows, and every letter of it is found again in the file."""

from __future__ import annotations

import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.press.article import article_from
from lifecycle.press.markup import day_of_page, is_page, shown
from lifecycle.reading.findings import findings_of
from tests.growth import linear

PAGE = """<!DOCTYPE html>
<html><head><title>Peru vetoes UN draft on salt</title>
<meta property="article:published_time" content="2019-03-05T10:00:00Z">
<style>p { color: red }</style><script>var council = "Russia vetoed the draft resolution";</script></head>
<body><nav><a href="/">Home</a> <a href="/x">The UN Security Council adopted a resolution</a></nav>
<!-- <p>China vetoed a draft resolution in the UN Security Council.</p> -->
<h1>Russia vetoes UN draft on salt</h1>
<p>Russia on <b>Tuesday</b> <a href="x?y=1&amp;z=2">vetoed</a> a French-drafted
<em>UN Security Council</em> resolution.</p><p>It got 11&nbsp;votes in favor; China &amp; Oman abstained.</p>
<footer>The UN Security Council rejected a draft resolution.</footer></body></html>
"""
TEXT = """Russia vetoes UN draft on salt

Russia on Tuesday vetoed a French-drafted UN Security Council resolution.

It got 11 votes in favor; China & Oman abstained.
"""
"""What the page shows."""


def test_a_page_is_read_as_what_it_shows() -> None:
    assert shown(PAGE)[0].strip() == TEXT.strip()


def test_a_page_and_its_text_tell_the_same() -> None:
    page, text = (article_from(each.encode(), "a.txt") for each in (PAGE, TEXT))
    told = [[(m.type, m.modality, m.cue, m.quote) for m in findings_of(each).mentions] for each in (page, text)]
    assert told[0] == told[1]
    assert [kind for kind, *_ in told[0]] == ["vetoed", "vetoed", "voted", "voted"]


def test_a_mention_stands_where_its_offsets_say() -> None:
    mentions = findings_of(article_from(PAGE.encode(), "a.txt")).mentions
    assert [unescape(PAGE[m.start : m.end]).replace("\xa0", " ") for m in mentions] == [m.cue for m in mentions]


def test_what_a_page_tells_its_browser_is_not_read() -> None:
    written = "It passed.<script>var a = 'It failed.';</script> It <STYLE>p { }</STYLE>rained.<svg><p>No</p></svg> End."
    assert shown(written)[0] == "It passed.\n\nIt\n\nrained.\n\nEnd."


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("<p>a</p><nav>b<nav>c</nav>d</nav><p>e</p>", "a\n\ne"),
        ("<p>a <svg/> b</p>", "a\n\nb"),
        ("<p>a <svg/> b <svg>x</svg> c</p>", "a\n\nb\n\nc"),
        ('<p><a title="a > b" href="x">it</a> passed</p>', "it passed"),
        ('<form id="all"><p>It passed.</p></form>', "It passed."),
        ("<p>one</p><nav>never closed<p>two</p>", "one\n\nnever closed\n\ntwo"),
    ],
)
def test_what_is_hidden_and_what_is_not(written: str, seen: str) -> None:
    assert shown(written)[0].strip() == seen


def test_a_page_gives_its_day() -> None:
    assert str(article_from(PAGE.encode(), "a.txt").published.best) == "2019-03-05"
    assert day_of_page('<time class="x" datetime="2020-02-30T10:00">') == "2020-02-30"
    assert article_from(PAGE.replace("2019-03-05", "2019-02-30").encode(), "a.txt").published.best is None
    assert day_of_page("<p>2019-03-05</p>") is None


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!doctype HTML><p>x", True),
        ("\ufeff\n <html lang='en'>", True),
        ("<p>Russia</p>", True),
        ("It passed.</p><p>Peru spoke.</p><p>Oman left.</p>", True),
        ("It passed.<br>Peru spoke.<br/>Oman left.<BR />", True),
        ("It passed.<br>Peru spoke.", False),
        ("Russia <b>vetoed</b> it", False),
        ("<pre-vote talks>", False),
        ("<Head of the mission said> it passed", False),
        ("<article 27 of the Charter>", False),
        ("a < b", False),
        ("", False),
    ],
)
def test_which_files_are_pages(text: str, page: bool) -> None:
    assert is_page(text) == page


PIECES = st.sampled_from(
    (
        *(
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br/>",
            "veto",
            " ",
            "\n",
            "&amp;",
            "&#8217;",
            "&nosuch;",
            "&",
            "<",
            ">",
            "<!--",
        ),
        *("-->", "<script>", "</script>", "<nav>", "</nav>", "<!x>", "é", "\x0b", "<h1>", "<title>", "</title>"),
    )
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_letter_is_found_again_in_the_file(written: str) -> None:
    text, markup = shown(written)
    assert len(text) == len(markup.starts) == len(markup.ends)
    for letter, start, end in zip(text, markup.starts, markup.ends, strict=True):
        source = written[start:end]
        assert letter == " " if source.isspace() else letter in unescape(source) or letter == "\n"
    assert list(markup.starts) == sorted(markup.starts)


def test_the_law_is_not_empty() -> None:
    text, markup = shown("<p>Peru&#8217;s <b>ve</b>to</p>")
    assert text.strip() == "Peru’s veto"
    assert [markup.written[a:b] for a, b in zip(markup.starts, markup.ends, strict=True)][4] == "&#8217;"


def seconds(piece: str, length: int) -> float:
    text = "<p>" + piece * (length // len(piece))
    start = time.process_time()
    shown(text)
    day_of_page(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "piece", ["<!--", "<nav>", "<script>", "<p ", "&amp", "<meta ", "</", "<time datetime=", "\n "]
)
def test_hostile_pages_take_linear_time(piece: str) -> None:
    assert linear(lambda length: seconds(piece, length), 300_000)
