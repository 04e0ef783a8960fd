"""The keys that an article may open with are read, complained of, and taken for no news.

Knows invented files. Refuses to know what is told behind the keys.
"""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.errors import InputError
from lifecycle.press.article import Article, article_from, published_on
from lifecycle.press.front_matter import told_in_front
from lifecycle.press.sentences import sentences


@pytest.mark.parametrize(
    "line",
    [
        "date: 2016-10-08",
        'published: "2016-10-08"',
        "Date:2016-10-08T10:00:00Z",
        "published: 8 October 2016",
        "date: Saturday, October 8, 2016",
        "published: 8 Oct. 2016",
        "date: 2016/10/08 10:00",
        "pubDate: Sat, 8 Oct 2016 10:00:00 GMT",
        "publication_date: 2016-10-08",
        "published-on: 8 October 2016",
    ],
)
def test_the_day_stands_in_front_matter(line: str) -> None:
    article = article_from(f"---\ntitle: x\n{line}\n---\nText.\n".encode(), "a.txt")
    assert (article.published.best, article.published.basis) == (date(2016, 10, 8), "front matter")


@pytest.mark.parametrize("line", ["8 Sept 2016", "Sept. 8, 2016", "8 Sep 2016", "8 September 2016"])
def test_the_press_has_a_short_september_of_its_own(line: str) -> None:
    assert article_from(f"---\ndate: {line}\n---\n".encode(), "a.txt").published.best == date(2016, 9, 8)


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2200, 1, 1), date.min, date.max])
def test_no_newspaper_is_of_another_millennium(day: date) -> None:
    with pytest.raises(InputError) as caught:
        published_on(Article("a.txt", ""), day)
    assert caught.value.problems[0].slug == "bad-date"
    assert article_from(f"---\ndate: {day}\n---\n".encode(), "a.txt").unread


@pytest.mark.parametrize(
    "line", ["2016-02-31", "31 June 2016", "8 October 20161", "2016-10-081", "08/10/2016", "8 Octobr 2016"]
)
def test_a_day_that_cannot_be_read_is_complained_of_where_it_stands(line: str) -> None:
    article = article_from(f"---\ntitle: x\ndate: {line} \n---\nText.".encode(), "a.txt")
    assert article.published.best is None
    problem = article.unread
    assert problem is not None
    assert (problem.slug, str(problem.place), problem.width) == ("bad-date", "a.txt:3:7", len(line))
    assert problem.source == f"date: {line} "
    friday = date(2014, 3, 7)
    assert published_on(article, friday).unread is None
    assert published_on(article, friday).published.best == friday


@pytest.mark.parametrize(
    "lines",
    [
        "published: true\ndate: 2016-10-08",
        "date:\npublished: 2016-10-08",
        "published: Reuters\ndate: October 8th, 2016",
        "date: 2016-10-8",
        "date: New York, 8 October 2016",
    ],
)
def test_any_line_may_name_the_day(lines: str) -> None:
    article = article_from(f"---\n{lines}\n---\nText.".encode(), "a.txt")
    assert (article.published.best, article.unread) == (date(2016, 10, 8), None)


@pytest.mark.parametrize(
    "value", ["Tuesday", "last Tuesday", "Tue.", "tuesday evening", "next Tuesday", "yesterday", "November"]
)
def test_a_weekday_or_a_month_alone_is_complained_of_where_it_stands(value: str) -> None:
    """Who writes it meant a day; without a word the article would have none."""
    problem = article_from(f"---\npublished: {value}\n---\nText.".encode(), "a.txt").unread
    assert problem is not None
    assert (problem.slug, str(problem.place)) == ("bad-date", "a.txt:2:12")
    assert f"{value!r}; write it as 2016-10-08 or 8 October 2016" in problem.message


@pytest.mark.parametrize(
    "value", ["true", "null", "~", "unknown", "soon", "# not known", "Monday Magazine", "Mondadori"]
)
def test_what_holds_no_figure_names_no_day(value: str) -> None:
    article = article_from(f"---\ndate: {value}\n---\nText.".encode(), "a.txt")
    assert (article.published.best, article.unread) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "date: 2016-10-08\n",
        "---\ndate:\n---\n",
        "---\npublisher: The Daily Cod\npublication: soon\nupdate: never\n---\n",
        "---\n",
    ],
)
def test_no_day_is_made_up(text: str) -> None:
    article = article_from(text.encode(), "a.txt")
    assert (article.published.best, article.unread) == (None, None)


@pytest.mark.parametrize("end", ["\nText.\n", "\n\nText.\n", "\n" + "x" * 2100 + "\n---\nText.\n", ""])
@pytest.mark.parametrize("line", ["published: 2016-10-08", "title: x\ndate: 2016-10-08", "Date: 2016-10-08"])
def test_front_matter_that_nobody_closed_is_complained_of_at_its_first_line(line: str, end: str) -> None:
    """Its day would be lost, and the article dated by guesses."""
    article = article_from(f"---\n{line}{end}".encode(), "a.txt")
    assert article.unread is not None
    assert (article.unread.slug, str(article.unread.place)) == ("open-front-matter", "a.txt:1:1")
    assert "a line of --- closes it" in article.unread.message
    assert published_on(article, date(2016, 10, 8)).unread is None


@pytest.mark.parametrize(
    "text", ["---\nSyria: a draft is vetoed.\n", "---\nhttps://a.example\n", "---\nText.\n", "---"]
)
def test_a_rule_over_an_article_opens_no_front_matter(text: str) -> None:
    assert article_from(text.encode(), "a.txt").unread is None


def test_front_matter_may_end_the_file() -> None:
    assert article_from(b"---\ndate: 2016-10-08\n---", "a.txt").published.best == date(2016, 10, 8)


def test_a_misspelt_key_of_a_day_is_told_and_another_key_is_not() -> None:
    article = article_from(b"---\ntitle: x\npublised: 2016-10-08\n---\nText.", "a.txt")
    assert article.unread is not None
    assert (article.unread.slug, str(article.unread.place), article.unread.nearest) == (
        "unknown-key",
        "a.txt:3:1",
        ("published",),
    )
    assert article_from(b"---\nvisited: 2016-10-08\ndata: much\n---\nText.", "a.txt").unread is None


def test_of_front_matter_the_title_alone_is_a_sentence() -> None:
    text = '---\ntitle: "Peru tables draft on cod"\nauthor: Jane Roe\npublished: 2016-10-08\n---\nThe Council met.\n'
    assert [each.text for each in sentences(text)] == ["Peru tables draft on cod", "The Council met."]
    assert sentences(text)[0].headline
    assert told_in_front("The Council met.\ntitle: none\n") == (0, [])
