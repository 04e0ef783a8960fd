"""What makes two drafts one text, and what keeps them apart. Every article here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.mining.miner import mine
from lifecycle.mining.sametext import ANY_DAY, SameDraft, absorb, because, likeness, profile_of
from lifecycle.model.reports import When
from lifecycle.press.article import Article
from lifecycle.reading.findings import findings_of

VETOED = "Russia on {day} vetoed a Peruvian draft resolution at the UN Security Council on a truce in Adanbar, in Chad."


def article(text: str, published: str | None) -> Article:
    return Article("a.txt", text, When.on(date.fromisoformat(published), "given") if published else When())


def draft(text: str, published: str | None = None) -> SameDraft:
    """The only draft of an invented article."""
    findings = findings_of(article(text, published))
    (only,) = (each for each in findings.drafts if each.live)
    return profile_of(findings, only)


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        (VETOED.format(day="Monday"), "2021-03-02", (date(2021, 3, 1), date(2021, 3, 1))),
        ("Russia vetoed a UN Security Council draft resolution on Chad.", "2021-03-02", (date.min, date(2021, 3, 2))),
        ("Russia said on Monday that it had vetoed the UN draft.", "2021-03-02", (date(2021, 2, 23), date(2021, 3, 1))),
        ("The UN Security Council is to vote on the draft on Friday.", "2021-03-02", (date(2021, 3, 2), date.max)),
        ("Peru circulated a UN Security Council draft on Monday.", "2021-03-02", ANY_DAY),
        (VETOED.format(day="Monday"), None, ANY_DAY),
    ],
)
def test_when_a_draft_can_have_been_voted_on(text: str, published: str | None, days: tuple[date, date]) -> None:
    assert draft(text, published).voted == days


def test_one_text_is_voted_on_once() -> None:
    first = draft(VETOED.format(day="Monday"), "2021-03-02")
    assert likeness(first, draft(VETOED.format(day="Monday"), "2021-03-04")) > 0
    assert likeness(first, draft(VETOED.format(day="Thursday"), "2021-03-04")) == 0
    assert likeness(first, draft(VETOED.format(day="Thursday"), None)) > 0  # nobody says which Thursday


def test_a_vote_of_the_evening_is_of_the_next_day_elsewhere() -> None:
    first = draft(VETOED.format(day="Monday"), "2021-03-02")
    assert likeness(first, draft(VETOED.format(day="Tuesday"), "2021-03-02")) > 0


def test_a_text_that_is_yet_to_be_voted_on_is_not_the_one_that_was() -> None:
    held = draft(VETOED.format(day="Monday"), "2021-03-02")
    ahead = "Peru's draft resolution on Adanbar, in Chad, will be put to a vote in the UN Security Council on Friday."
    assert likeness(held, draft(ahead, "2021-03-25")) == 0
    assert likeness(held, draft(ahead, "2021-02-25")) > 0


def test_the_same_count_speaks_for_one_vote_and_another_count_for_two() -> None:
    text = "A Peruvian draft on Chad failed in the UN Security Council. It got only {n} votes."
    six, seven = (draft(text.format(n=n), "2021-03-02") for n in ("six", "seven"))
    assert six.in_favour == {6}
    later = draft(text.format(n="six"), "2021-03-20")
    assert likeness(six, later) > 0
    assert likeness(seven, later) == 0
    assert likeness(seven, draft(text.format(n="six"), "2021-03-04")) > 0  # one of the two papers is wrong


def test_nobody_votes_against_its_own_text() -> None:
    vetoed = draft("The US vetoed a UN Security Council draft resolution on Chad.")
    american = draft("Ten members of the UN Security Council voted for the US draft on Chad.")
    russian = draft("Ten members of the UN Security Council voted for the Russian draft on Chad.")
    assert vetoed.against == {"USA"}
    assert likeness(vetoed, american) == likeness(american, vetoed) == 0
    assert likeness(vetoed, russian) > 0


def test_a_text_on_one_state_is_not_the_one_on_another() -> None:
    text = "France circulated a UN Security Council draft resolution on {}."
    libya, mali, plain = (draft(text.format(what), "2021-03-04") for what in ("Libya", "Mali", "truces"))
    assert likeness(libya, mali) == 0
    assert likeness(libya, plain) > 0
    assert likeness(libya, draft(text.format("Libya"), "2021-03-04")) > 0


def test_a_group_is_known_by_its_members() -> None:
    elected = draft("The UN Security Council adopted a draft resolution by its ten elected members on Chad.")
    assert (elected.sponsors, elected.groups) == ([], ["elected"])
    japanese, french = (
        draft(f"The UN Security Council discussed a {by} draft resolution on Chad.") for by in ("Japanese", "French")
    )
    assert likeness(elected, japanese) > likeness(elected, draft("The UN Security Council discussed a draft on Chad."))
    assert likeness(elected, french) == 0


def test_a_symbol_decides() -> None:
    one, same, other = (
        draft(f"{by} tabled draft resolution {symbol} in the UN Security Council.")
        for by, symbol in (("Peru", "S/2021/12"), ("Chad", "S/2021/12"), ("Peru", "S/2021/13"))
    )
    assert likeness(one, same) > 0
    assert likeness(one, other) == 0
    assert because(one, same) == "its symbol"


def test_what_one_article_adds() -> None:
    same = SameDraft("d1")
    absorb(same, draft(VETOED.format(day="Monday"), "2021-03-02"), (0, 0))
    absorb(same, draft("Peru tabled its draft resolution on Chad in the UN Security Council."), (1, 0))
    assert same.locals == [(0, 0), (1, 0)]
    assert (same.sponsors, same.against, same.end) == (["PER"], {"RUS"}, "vetoed")
    assert same.voted == (date(2021, 3, 1), date(2021, 3, 1))


def test_two_texts_of_one_sponsor_keep_their_days() -> None:
    """Days that are given and differ are those of two votes; none of them is set aside."""
    days = {"one.txt": date(2021, 3, 2), "two.txt": date(2021, 3, 11)}
    texts = {"one.txt": VETOED.format(day="Monday"), "two.txt": VETOED.format(day="Wednesday")}
    mined = mine((Article(file, text) for file, text in texts.items()), days)
    vetoes = [event.date.best for event in mined.events if event.type == "vetoed"]
    assert vetoes == [date(2021, 3, 1), date(2021, 3, 10)]
    assert [each.published.best for each in mined.articles] == list(days.values())
    assert mined.conflicts == ()


def test_a_state_that_sits_for_two_years_brings_one_text_in_a_fortnight() -> None:
    """The two articles share a name, but no word on what their drafts are about: Peru joins them, France does not."""
    first = "A {by} draft resolution in the UN Security Council is to be put to a vote on Friday. They wait in Adanbar."
    then = (
        "The UN Security Council on Friday adopted the {by} draft on Quorrel. People left Adanbar, then Adanbar fell."
    )
    days = {"one.txt": date(2021, 3, 3), "two.txt": date(2021, 3, 6)}
    stories = {
        by: len(mine([Article("one.txt", first.format(by=by)), Article("two.txt", then.format(by=by))], days).stories)
        for by in ("Peruvian", "French")
    }
    assert stories == {"Peruvian": 1, "French": 2}


def test_a_day_given_at_the_dawn_of_time_is_no_error() -> None:
    assert draft("Russia vetoed a UN draft resolution on Chad.", "0001-01-02").news == (date.min, date(1, 1, 2))


def test_what_was_adopted_is_not_what_was_vetoed_the_day_before() -> None:
    vetoed = draft(VETOED.format(day="Monday"), "2021-03-02")
    adopted = "The UN Security Council on {day} adopted a Peruvian draft resolution on a truce in Adanbar, in Chad."
    assert vetoed.passed is False
    assert likeness(vetoed, draft(adopted.format(day="Tuesday"), "2021-03-02")) == 0
    assert likeness(vetoed, draft(adopted.format(day="Monday"), "2021-03-02")) > 0  # one of the two papers is wrong


def test_a_vote_put_off_and_the_veto_of_the_next_day_are_of_one_text() -> None:
    texts = {
        "one.txt": "The UN Security Council on Tuesday put off a vote on a British draft resolution on Quorrel.",
        "two.txt": "Russia on Wednesday vetoed a British draft resolution on Quorrel in the UN Security Council.",
    }
    days = {"one.txt": date(2015, 7, 7), "two.txt": date(2015, 7, 8)}
    mined = mine((Article(file, text) for file, text in texts.items()), days)
    assert [each.label for each in mined.drafts] == ["British draft on Quorrel"]
    assert {(e.type, e.date.best) for e in mined.events} >= {("vetoed", date(2015, 7, 8))}


def test_who_put_a_text_forward_together_sponsor_it_together() -> None:
    text = "Peru, Chad and Togo put forward a draft resolution on Quorrel in the UN Security Council on Monday."
    (found,) = mine([Article("one.txt", text)]).drafts
    assert found.sponsors == ("Peru", "Chad", "Togo")
