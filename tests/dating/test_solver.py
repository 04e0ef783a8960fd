"""The days of a story. The small stories here are invented."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from lifecycle.dating.solver import solve
from lifecycle.dating.told import Issue, Told
from lifecycle.days.dates import EVENT, FUTURE, NEAR, PAST, STATEMENT, Phrase
from lifecycle.model.reports import When
from lifecycle.testing_press import publication_days, weekday_phrases

SATURDAY = date(2016, 10, 8)
STATED = Phrase("day", SATURDAY.toordinal(), SATURDAY.toordinal(), 0, 1)


def weekday(day: int, looks: str = PAST) -> Phrase:
    return Phrase("weekday", day, 0, 0, 1, 0, looks)


def told(article: int, type_: str, time: Phrase | None, modality: str = "occurred", lead: bool = False) -> Told:
    return Told(article, "d1", type_, modality, time, EVENT, lead, 0)


@given(weekday_phrases(), publication_days())
def test_a_given_day_closes_every_window(said: Phrase, published: date) -> None:
    mention = told(0, "discussed", said, "planned" if said.looks == FUTURE else "occurred")
    solved = solve([Issue(published, "given", ((said,),))], [mention])
    days = said.days(published)
    assert days is not None
    assert solved.dates == (When.on(days[0], "given"),)
    assert solved.published == (When.on(published, "given"),)


def test_a_window_is_reported_as_a_window_with_a_best_day() -> None:
    phrase = Phrase("offset", -1, -1, 0, 1)
    issues = [Issue(None, "none", ((STATED,),)), Issue(None, "none", ((phrase,),))]
    solved = solve(issues, [told(0, "vetoed", STATED), told(1, "submitted", phrase)])
    when = solved.dates[1]
    assert when.from_day is not None
    assert when.to_day == SATURDAY
    assert when.from_day < SATURDAY
    assert when.basis == "solved"
    assert solved.margins[1] is not None


def test_a_wrong_given_day_is_refuted() -> None:
    issues = [Issue(None, "none", ((STATED,),)), Issue(date(2016, 10, 20), "given", ((weekday(5),),))]
    mentions = [told(0, "voted", STATED), told(1, "vetoed", weekday(5))]
    solved = solve(issues, mentions)
    assert solved.refuted == (1,)
    assert solved.published[1].best == SATURDAY
    assert solved.published[1].basis == "solved"
    right = solve([issues[0], Issue(date(2016, 10, 9), "given", ((weekday(5),),))], mentions)
    assert right.refuted == ()


def test_a_given_day_before_the_articles_own_news_is_refuted() -> None:
    early = Issue(date(2016, 1, 4), "given", ((STATED,),))
    solved = solve([early], [told(0, "vetoed", STATED)])
    assert solved.refuted == (0,)
    assert solved.dates == (When.on(SATURDAY, "stated"),)
    plan = Phrase("day", STATED.a, STATED.a, 0, 1, 0, FUTURE)
    assert (
        solve([Issue(date(2016, 1, 4), "given", ((plan,),))], [told(0, "vote_scheduled", plan, "planned")]).refuted
        == ()
    )


def test_the_day_a_vote_is_put_off_from_dates_the_putting_off_only_if_it_has_come() -> None:
    """Invented: "was to vote on Saturday, but that was put off", of Friday, of Saturday and of Sunday."""
    days = [date(2016, 10, day) for day in (7, 8, 9)]
    put_off = [
        solve([Issue(day, "given", ((weekday(5, NEAR),),))], [told(0, "postponed", weekday(5, NEAR))]).dates[0].best
        for day in days
    ]
    assert put_off == [days[0], SATURDAY, SATURDAY]


def test_of_two_given_days_that_contradict_each_other_none_is_refuted() -> None:
    issues = [Issue(date(2016, 10, day), "given", ()) for day in (9, 19)]
    solved = solve(issues, [told(0, "vetoed", weekday(5)), told(1, "vetoed", weekday(5))])
    assert solved.refuted == ()
    assert [clash.about for clash in solved.clashes] == ["date of vetoed"]


def test_what_nothing_dates_is_not_dated() -> None:
    issues = [Issue(SATURDAY, "given", ())]
    late, lead, plan = solve(
        issues,
        [told(0, "discussed", None), told(0, "adopted", None, lead=True), told(0, "submitted", None, "planned")],
    ).dates
    assert late == When(None, SATURDAY, None, "publication")
    assert lead == When(date(2016, 10, 7), SATURDAY, SATURDAY, "lead")
    assert plan == When()


def test_without_a_day_to_start_from_nothing_is_dated() -> None:
    assert solve([Issue(None, "none", ())], [told(0, "vetoed", weekday(5))]).dates == (When(),)


def test_a_saying_leaves_a_window_and_its_own_day_is_best() -> None:
    said = Told(0, "d1", "submitted", "occurred", weekday(3), STATEMENT, True, 0)
    (when,) = solve([Issue(SATURDAY, "given", ())], [said]).dates
    assert (when.from_day, when.to_day, when.best) == (date(2016, 9, 30), date(2016, 10, 6), date(2016, 10, 6))
