"""The seeds, mined end to end: two drafts, their days without any being given, and what becomes of a wrong day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lifecycle.mining.mined import Mined, MinedEvent
from lifecycle.mining.miner import joined, mine, named
from lifecycle.model.reports import When
from lifecycle.press.article import Article, published_on, read_article
from lifecycle.reading.findings import findings_from, findings_of

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
VOTE = date(2016, 10, 8)


def seeds() -> list[Article]:
    return [read_article(path, path.name) for path in SEEDS]


@pytest.fixture(scope="module")
def mined() -> Mined:
    return mine(seeds())


def event(mined: Mined, draft: str, type_: str, modality: str = "occurred", day: date | None = None) -> MinedEvent:
    found = [
        each
        for each in mined.events
        if (each.draft, each.type, each.modality) == (draft, type_, modality) and day in {None, each.date.best}
    ]
    assert len(found) == 1, found
    return found[0]


def draft_of(mined: Mined, sponsor: str) -> str:
    (found,) = (draft.id for draft in mined.drafts if sponsor in draft.sponsors)
    return found


def test_two_drafts_live_in_one_story(mined: Mined) -> None:
    french, russian = draft_of(mined, "France"), draft_of(mined, "Russian Federation")
    assert french != russian
    (story,) = mined.stories
    assert story.files == tuple(path.name for path in SEEDS)
    assert set(story.drafts) == {french, russian}
    assert len(story.reasons) == len(SEEDS) - 1


def test_days_that_the_articles_fix(mined: Mined) -> None:
    french, russian = draft_of(mined, "France"), draft_of(mined, "Russian Federation")
    fixed = {
        (french, "vetoed"): VOTE,
        (french, "voted"): VOTE,
        (russian, "failed"): VOTE,
        (french, "submitted"): date(2016, 10, 6),
    }
    for (draft, type_), day in fixed.items():
        when = event(mined, draft, type_).date
        assert (when.from_day, when.to_day, when.best) == (day, day, day)


def test_council_talks_and_the_plan_for_them_are_one_monday(mined: Mined) -> None:
    french, monday = draft_of(mined, "France"), date(2016, 10, 3)
    talks = event(mined, french, "discussed", day=monday).date
    plan = event(mined, french, "circulated", "planned").date
    assert (talks.from_day, talks.to_day) == (plan.from_day, plan.to_day) == (monday, monday)


def test_talks_with_the_five_are_a_window(mined: Mined) -> None:
    early = [
        e
        for e in mined.events
        if e.type == "discussed" and e.date.from_day != e.date.to_day and e.modality == "occurred"
    ]
    (talks,) = early
    assert (talks.date.from_day, talks.date.to_day) == (date(2016, 9, 25), date(2016, 10, 1))
    assert talks.date.best == date(2016, 9, 30)
    assert talks.date.basis in {"solved", "linked"}


def test_every_mention_stays_under_its_event(mined: Mined) -> None:
    assert sorted(name for e in mined.events for name in e.mentions) == sorted(m.id for m in mined.mentions)
    by_id = {mention.id: mention for mention in mined.mentions}
    for each in mined.events:
        assert {(by_id[name].draft, by_id[name].type, by_id[name].modality) for name in each.mentions} == {
            (each.draft, each.type, each.modality)
        }


def test_a_quote_and_a_cue_stand_where_they_say(mined: Mined) -> None:
    texts = {article.file: article.text for article in seeds()}
    assert mined.mentions
    for mention in mined.mentions:
        assert texts[mention.file][mention.start : mention.end] == mention.cue
        assert mention.quote in texts[mention.file]


def test_history_never_touches_a_live_draft(mined: Mined) -> None:
    past = [mention for mention in mined.mentions if mention.modality == "history_other"]
    assert past
    live = {name for story in mined.stories for name in story.drafts}
    assert not {mention.draft for mention in past} & live


def test_given_days_close_the_window() -> None:
    days = {"000_c83b28818893801d.txt": date(2016, 10, 1)}
    talks = [e for e in mine(seeds(), days).events if e.type == "discussed" and e.date.best == date(2016, 9, 30)]
    assert [(e.date.from_day, e.date.to_day) for e in talks] == [(date(2016, 9, 30), date(2016, 9, 30))]


def test_the_day_given_says_which_year_is_past() -> None:
    """Invented: a vote of 2014 is today's news in 2014 and history in 2019."""
    text = (
        "On 5 March 2014 the UN Security Council held a meeting. In 2014 Peru vetoed a draft resolution on fisheries."
    )
    read = {year: mine([Article("a.txt", text)], {"a.txt": date(year, 3, 6)}).mentions for year in (2014, 2019)}
    assert {year: [m.modality for m in found] for year, found in read.items()} == {
        2014: ["occurred"],
        2019: ["history_other"],
    }


@pytest.mark.parametrize("file", [path.name for path in SEEDS])
def test_a_day_after_the_story_is_refuted_not_believed(file: str) -> None:
    wrong = mine(seeds(), {file: date(2016, 10, 21)})
    assert [(c.about, file in c.text) for c in wrong.conflicts] == [("published", True)]
    assert [a.published.best for a in wrong.articles] == [a.published.best for a in mine(seeds()).articles]


def test_the_order_of_articles_changes_no_day() -> None:
    there, back = mine(seeds()), mine(reversed(seeds()))
    assert {(a.file, a.published) for a in there.articles} == {(a.file, a.published) for a in back.articles}


def test_the_second_pass_needs_no_text() -> None:
    noted = [findings_from(findings_of(article).to_json()) for article in seeds()]
    assert joined(noted).to_json() == mine(seeds()).to_json()


def test_an_article_about_nothing_is_listed_and_tells_nothing() -> None:
    one = mine([Article("plain.txt", "The village council met on Monday.", When.on(VOTE, "given"))])
    assert [(a.file, a.published.best) for a in one.articles] == [("plain.txt", VOTE)]
    assert (one.mentions, one.events, one.stories, one.drafts) == ((), (), (), ())


def test_an_actor_is_named_as_on_the_day() -> None:
    assert named("RUS", date(1956, 10, 30)) == "USSR"
    assert named("RUS", None) == "Russian Federation"
    assert named("UNSC", None) == "Security Council"
    assert named("Western", None) == "Western"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Russia vetoed a UN Security Council draft on Ukraine.", "Draft on Ukraine"),
        ("The UN Security Council adopted a draft on Mali. Ukraine said in Kiev that it was good.", "Draft on Mali"),
    ],
)
def test_a_label_names_a_member_of_the_council_only_for_want_of_another_state(text: str, label: str) -> None:
    """Invented; Ukraine sat in 2017, Mali did not."""
    mined = mine([published_on(Article("a.txt", text), date(2017, 5, 16))])
    assert [draft.label for draft in mined.drafts] == [label]
