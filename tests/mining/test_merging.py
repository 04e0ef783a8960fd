"""Mentions to events, and contradictions. The mentions here are invented."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from lifecycle.mining.merging import conflicts_of, events_of, refuted, shown
from lifecycle.mining.mined import Mention, Votes
from lifecycle.model.reports import When
from lifecycle.testing_press import told_mentions

DAY = date(2016, 10, 8)


def mention(
    name: str,
    type_: str = "vetoed",
    when: When | None = None,
    modality: str = "occurred",
    votes: Votes | None = None,
    draft: str = "d1",
) -> Mention:
    quote = f"quote of {name}"
    return Mention(name, "a.txt", 0, 1, "q", quote, type_, draft, modality, (name,), when or When(), votes, "r", ())


def on(day: int) -> When:
    return When.on(date(2016, 10, day), "given")


def keys(*mentions: Mention) -> list[tuple[str, tuple[str, ...]]]:
    return [(event.type, event.mentions) for event in events_of(mentions)]


def test_one_day_is_one_event_with_every_mention_and_actor() -> None:
    (event,) = events_of([mention("a", when=on(8)), mention("b", when=on(8)), mention("c")])
    assert event.mentions == ("a", "b", "c")
    assert event.actors == ("a", "b", "c")
    assert event.date == on(8)


@given(told_mentions())
def test_no_mention_is_lost_doubled_or_put_where_its_window_is_not(told: tuple[Mention, ...]) -> None:
    events = events_of(told)
    assert sorted(name for event in events for name in event.mentions) == sorted(m.id for m in told)
    by_id = {mention.id: mention for mention in told}
    for event in events:
        for each in (by_id[name] for name in event.mentions):
            assert (each.draft, each.type, each.modality) == (event.draft, event.type, event.modality)
            low = max(each.date.from_day or date.min, event.date.from_day or date.min)
            assert low <= min(each.date.to_day or date.max, event.date.to_day or date.max)


@given(told_mentions())
def test_an_event_has_its_best_day_in_its_window(told: tuple[Mention, ...]) -> None:
    for event in events_of(told):
        when = event.date
        assert when.best is None or (when.from_day or date.min) <= when.best <= (when.to_day or date.max)


def test_two_days_are_two_events_in_their_order() -> None:
    assert keys(mention("a", "discussed", on(8)), mention("b", "discussed", on(3))) == [
        ("discussed", ("b",)),
        ("discussed", ("a",)),
    ]


def test_what_has_no_day_is_listed_before_what_it_led_to() -> None:
    by_then = When(None, date(2016, 12, 31), None, "text")
    told = mention("a", "failed", on(8)), mention("b", "submitted", by_then), mention("c", "discussed")
    assert [kind for kind, _ in keys(*told)] == ["discussed", "submitted", "failed"]


def test_what_was_only_wished_is_listed_last() -> None:
    told = mention("a", "failed", on(8)), mention("b", "submitted", modality="hypothetical")
    assert [kind for kind, _ in keys(*told)] == ["failed", "submitted"]


def test_a_window_joins_the_day_in_it_and_is_narrowed() -> None:
    window = When(date(2016, 10, 3), date(2016, 10, 9), date(2016, 10, 9), "solved")
    (event,) = events_of([mention("a", when=window), mention("b", when=window), mention("c", when=When(None, DAY))])
    assert (event.date.from_day, event.date.to_day, event.date.best) == (date(2016, 10, 3), DAY, date(2016, 10, 3))


def test_what_was_feared_is_never_what_happened() -> None:
    assert len(events_of([mention("a", when=on(8)), mention("b", when=on(8), modality="hypothetical")])) == 2
    assert len(events_of([mention("a", when=on(8)), mention("b", when=on(8), draft="d2")])) == 2


def test_steps_of_one_day_stand_in_the_order_of_a_life() -> None:
    told = [mention("a", "vetoed", on(8)), mention("b", "voted", on(8)), mention("c", "submitted", on(8))]
    assert [word for word, _ in keys(*told)] == ["submitted", "voted", "vetoed"]


def test_two_outcomes_of_one_draft_are_a_conflict_with_both_quotes() -> None:
    (conflict,) = conflicts_of([mention("a", "vetoed"), mention("b", "failed"), mention("c", "failed")])
    assert (conflict.draft, conflict.about, conflict.between) == ("d1", "outcome", ("a", "b"))
    assert "quote of a" in conflict.text
    assert "quote of b" in conflict.text


def test_a_text_withdrawn_and_voted_on_is_a_conflict_unless_somebody_brought_it_back() -> None:
    pulled, passed = mention("a", "withdrawn", on(5)), mention("b", "adopted", on(8))
    (conflict,) = conflicts_of([pulled, passed])
    assert (conflict.about, conflict.between) == ("outcome", ("a", "b"))
    assert "Rule 35" in conflict.text
    assert conflicts_of([pulled, mention("c", "submitted", on(6)), passed]) == ()
    assert conflicts_of([mention("c", "submitted", on(4)), pulled, passed]) == (conflict,)


def test_outcomes_of_two_drafts_or_only_feared_are_none() -> None:
    assert conflicts_of([mention("a", "vetoed"), mention("b", "failed", draft="d2")]) == ()
    assert conflicts_of([mention("a", "vetoed"), mention("b", "failed", modality="hypothetical")]) == ()


def test_two_tallies_that_differ_are_a_conflict() -> None:
    eleven: Votes = {"in_favour": {"n": 11, "members": []}}
    ten: Votes = {"in_favour": {"n": 10, "members": []}}
    told = [mention("a", votes=eleven), mention("b", votes=eleven), mention("c", votes=ten), mention("d", votes=ten)]
    (conflict,) = conflicts_of(told)
    assert (conflict.about, conflict.between) == ("votes", ("a", "c"))
    assert conflict.text.startswith("11 or 10 in favour")


def test_a_refuted_day_says_what_the_text_fits() -> None:
    conflict = refuted("a.txt", date(2016, 10, 20), on(8), [mention("a")])
    assert (conflict.about, conflict.between) == ("published", ("a",))
    assert "20 October 2016, is refuted; the text fits 8 October 2016" in conflict.text


def test_a_long_quote_is_cut_at_a_word() -> None:
    assert shown("word " * 60).endswith("word…")
    assert shown("a\n b") == "a b"
