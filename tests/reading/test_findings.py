"""What one article yields, and that it survives being written on a line. The articles here are invented."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from lifecycle.days.dates import EVENT, FUTURE, PAST, STATEMENT
from lifecycle.model.reports import When
from lifecycle.press.article import Article, article_from, published_on, read_article
from lifecycle.reading.findings import findings_from, findings_of, worth_reading
from lifecycle.reading.reading import found_in

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
LEAD = (
    "PORT OF SPAIN | Tue Mar 4, 2014 9:05 am\n"
    "Peru submitted a draft resolution to the UN Security Council on Monday. "
    "The Security Council is to vote on the draft resolution on Friday. Talks were long. "
    "Chile has submitted a rival draft resolution to the Council, its envoy said Tuesday."
)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_findings_survive_a_line_of_json(path: Path) -> None:
    found = findings_of(read_article(path, path.name))
    assert found.mentions
    assert findings_from(json.loads(json.dumps(found.to_json()))) == found


def test_a_mention_carries_its_phrase_and_which_way_it_looks() -> None:
    found = findings_of(Article("a.txt", LEAD))
    seen = [(m.type, m.time.looks if m.time else None, m.dates, m.lead) for m in found.mentions]
    assert seen == [
        ("submitted", PAST, EVENT, True),
        ("vote_scheduled", FUTURE, EVENT, True),
        ("submitted", PAST, STATEMENT, False),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A vote on the draft resolution had been set for Thursday in the UN Security Council.", date(2016, 12, 22)),
        ("A vote on the draft resolution is set for Thursday in the UN Security Council.", date(2016, 12, 29)),
    ],
)
def test_a_plan_that_is_over_is_of_the_day_behind(text: str, day: date) -> None:
    (mention,) = findings_of(Article("a.txt", text)).mentions
    assert mention.time is not None
    assert mention.time.days(date(2016, 12, 23)) == (day, day)


def test_the_dateline_is_the_day_unless_the_article_gives_another() -> None:
    assert findings_of(Article("a.txt", LEAD)).published == When.on(date(2014, 3, 4), "dateline")
    front = article_from(b"---\ndate: 2014-03-05\n---\n" + LEAD.encode(), "a.txt")
    assert findings_of(front).published == When.on(date(2014, 3, 5), "front matter")


def test_a_wish_is_dated_only_by_what_follows_it() -> None:
    text = "France will travel on Thursday to persuade Peru to adopt a UN Security Council resolution."
    assert [m.time for m in findings_of(Article("a.txt", text)).mentions if m.modality == "hypothetical"] == [None]


def test_what_goes_on_now_happens_on_the_day_of_the_news() -> None:
    text = "A Kenyan draft resolution on fisheries is now being discussed at the UN Security Council, its clerk wrote."
    (mention,) = findings_of(Article("a.txt", text)).mentions
    assert mention.time is not None
    assert mention.time.days(date(2014, 3, 4)) == (date(2014, 3, 4), date(2014, 3, 4))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_the_cheap_gate_lets_through_what_tells_a_step(path: Path) -> None:
    article = read_article(path, path.name)
    assert found_in(article)[0]
    assert worth_reading(article.text)


def test_no_text_is_kept_but_quotes() -> None:
    text = LEAD + " Nobody saw the zebras of the harbour."
    assert "zebras" not in json.dumps(findings_of(Article("a.txt", text)).to_json())


def test_a_plan_is_not_dated_by_its_announcement() -> None:
    text = "The UN Security Council will vote on the draft resolution soon, its president said Thursday."
    (plan,) = findings_of(Article("a.txt", text)).mentions
    assert (plan.modality, plan.time) == ("planned", None)


def test_a_day_to_come_dates_no_deed() -> None:
    text = (
        "A vote on the draft resolution in the UN Security Council was postponed until Monday, the envoy said Friday."
    )
    dated = {m.type: m for m in findings_of(Article("a.txt", text)).mentions}["postponed"]
    assert dated.time is not None
    assert (dated.dates, dated.time.a) == (STATEMENT, 4)


def test_the_days_a_vote_was_moved_between_are_not_that_of_its_moving() -> None:
    text = "The vote on the draft resolution in the UN Security Council was postponed from Thursday to Saturday."
    times = {m.type: m.time for m in findings_of(Article("a.txt", text)).mentions}
    assert times["postponed"] is None


def test_the_next_day_counts_from_the_day_named_before() -> None:
    text = "The UN Security Council met on Tuesday. Kenya put forward a draft resolution the next day."
    (mention,) = [m for m in findings_of(Article("a.txt", text)).mentions if m.type == "submitted"]
    assert mention.time is not None
    assert mention.time.days(date(2019, 5, 10)) == (date(2019, 5, 8), date(2019, 5, 8))


def test_the_day_of_a_vote_that_is_given_up_is_not_that_of_giving_it_up() -> None:
    text = "Norway said on Sunday it will no longer call a vote on Monday on its draft in the UN Security Council."
    (mention,) = [m for m in findings_of(Article("a.txt", text)).mentions if m.type == "withdrawn"]
    assert mention.time is not None
    assert (mention.dates, mention.time.a) == (STATEMENT, 6)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "---\n---\n", "---\npublished: 2016-10-08\n---\n"])
def test_a_file_without_a_word_is_remarked_on_and_the_remark_is_kept(text: str) -> None:
    found = findings_of(Article("press/a.txt", text))
    where = "behind the front matter" if "published" in text else "in this file"
    assert found.remarks == (f"press/a.txt: there is no word {where}; was the article saved in it?",)
    assert findings_from(json.loads(json.dumps(found.to_json()))) == found
    assert findings_of(Article("press/a.txt", "The village council met.")).remarks == ()


@pytest.mark.parametrize(
    ("dateline", "published", "remark"),
    [
        ("OSLO, March 4 (Agency) - ", None, "a.txt: its dateline, March 4, has no year and dates nothing"),
        ("OSLO, March 4, 2025 (Agency) - ", None, None),
        ("OSLO, March 4 (Agency) - ", date(2025, 3, 5), None),
        ("OSLO, March 4, 2025 (Agency) - ", date(2025, 3, 5), None),
        ("OSLO, March 4, 2025 (Agency) - ", date(2031, 1, 1), "a.txt: published on 2025-03-04 by its dateline"),
    ],
)
def test_a_dateline_that_dates_nothing_or_another_day_is_told(
    dateline: str, published: date | None, remark: str | None
) -> None:
    """Invented."""
    text = f"{dateline}Russia vetoed a UN Security Council draft resolution on Tuesday."
    remarks = findings_of(published_on(Article("a.txt", text), published)).remarks
    assert [each.startswith(remark or "") for each in remarks] == ([True] if remark else [])


def test_the_day_in_a_dateline_is_none_of_the_step() -> None:
    """Invented: the draft was put off on the Monday before."""
    text = "OSLO, March 6, 2025 (Agency) - The UN Security Council put off a vote on a draft resolution on Monday."
    (noted,) = findings_of(Article("a.txt", text)).mentions
    assert noted.reasons[-1] == "day: “Monday”"
