"""What binds the days of one story. The story here is invented: week of Monday 3 October 2016."""

from __future__ import annotations

from datetime import date

from lifecycle.dating.bonds import StoryNet
from lifecycle.dating.told import Issue, Told
from lifecycle.days.dates import EVENT, FUTURE, PAST, STATEMENT, Phrase

MON, TUE, WED, THU, FRI, SAT = range(6)
STATED = Phrase("day", date(2016, 10, 8).toordinal(), date(2016, 10, 8).toordinal(), 0, 1)


def weekday(day: int, looks: str = PAST) -> Phrase:
    return Phrase("weekday", day, 0, 0, 1, 0, looks)


def issue(*clues: Phrase, day: date | None = None) -> Issue:
    return Issue(day, "given" if day else "none", (clues,))


def told(article: int, type_: str, time: Phrase | None, modality: str = "occurred", sentence: int = 0) -> Told:
    return Told(article, "d1", type_, modality, time, EVENT, False, sentence)


def days(net: StoryNet, mention: int) -> tuple[str, str]:
    first, last = net.net.window(net.events[mention])
    return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()


def test_without_any_day_nothing_is_solved() -> None:
    assert StoryNet([issue(weekday(MON))], [told(0, "discussed", weekday(MON))]).articles == []


def test_one_vote_has_one_day() -> None:
    net = StoryNet([issue(), issue(weekday(SAT))], [told(0, "voted", STATED), told(1, "vetoed", weekday(SAT))])
    assert days(net, 1) == ("2016-10-08", "2016-10-08")
    assert net.net.window(net.articles[1])[0] == date(2016, 10, 8).toordinal()


def test_talks_are_not_after_the_vote() -> None:
    net = StoryNet([issue(), issue(weekday(MON))], [told(0, "vetoed", STATED), told(1, "discussed", weekday(MON))])
    assert days(net, 1)[1] == "2016-10-03"


def test_an_article_that_hopes_is_not_after_the_vote() -> None:
    net = StoryNet([issue(), issue()], [told(0, "vetoed", STATED), told(1, "adopted", None, "hypothetical")])
    assert net.net.window(net.articles[1])[1] == date(2016, 10, 8).toordinal()
    telling = [told(0, "vetoed", STATED), told(1, "adopted", None, "hypothetical"), told(1, "vetoed", None)]
    assert StoryNet([issue(), issue()], telling).net.days[1] != net.net.days[net.articles[1]]


def test_a_plan_is_met_by_the_deed_of_that_weekday() -> None:
    plan = told(0, "circulated", weekday(MON, FUTURE), "planned")
    deed = told(1, "discussed", weekday(MON))
    net = StoryNet([issue(), issue(weekday(MON), day=date(2016, 10, 5))], [plan, deed])
    assert days(net, 0) == ("2016-10-03", "2016-10-03")
    other = StoryNet([issue(), issue(weekday(TUE), day=date(2016, 10, 5))], [plan, told(1, "discussed", weekday(TUE))])
    assert days(other, 0) != ("2016-10-03", "2016-10-03")


def test_plans_of_one_sentence_follow_in_the_order_told() -> None:
    weekend = Phrase("weekend", 0, 0, 0, 1, 0, FUTURE)
    plans = [told(0, "discussed", weekend, "planned"), told(0, "circulated", weekday(MON, FUTURE), "planned")]
    deed = told(1, "circulated", weekday(MON))
    net = StoryNet([issue(weekend), issue(day=date(2016, 10, 5))], [*plans, deed])
    assert days(net, 0) == ("2016-10-01", "2016-10-02")


def test_two_days_for_one_vote_clash() -> None:
    two = [told(0, "vetoed", weekday(FRI)), told(0, "voted", weekday(WED))]
    net = StoryNet([issue(day=date(2016, 10, 8))], two)
    assert [(clash.about, clash.between) for clash in net.clashes] == [("date of voted", (0, 1))]
    assert days(net, 1) == ("2016-10-05", "2016-10-05")


def test_an_undated_mention_means_the_one_event_its_article_dates() -> None:
    one = [told(0, "discussed", weekday(MON)), told(0, "discussed", None)]
    net = StoryNet([issue(day=date(2016, 10, 5))], one)
    assert net.events[0] == net.events[1]
    two = [*one, told(0, "discussed", weekday(TUE))]
    assert 1 not in StoryNet([issue(day=date(2016, 10, 5))], two).events


def test_a_saying_dates_what_nothing_else_does() -> None:
    said = Told(0, "d1", "submitted", "occurred", weekday(THU), STATEMENT, True, 0)
    net = StoryNet([issue(day=date(2016, 10, 8))], [said, told(0, "submitted", None)])
    assert days(net, 1) == ("2016-09-30", "2016-10-06")


def test_a_step_outweighs_a_saying() -> None:
    said = Told(0, "d1", "submitted", "occurred", weekday(THU), STATEMENT, True, 0)
    net = StoryNet([issue(day=date(2016, 10, 8))], [said, told(0, "submitted", weekday(WED))])
    assert days(net, 0) == days(net, 1) == ("2016-10-05", "2016-10-05")
    assert (0, "one event with", 1) in net.links


def test_history_stated_in_full_is_no_anchor() -> None:
    later = Phrase("span", date(2019, 1, 1).toordinal(), date(2019, 12, 31).toordinal(), 0, 1)
    assert StoryNet([issue(later)], [told(0, "vetoed", STATED)]).articles == []
    assert StoryNet([issue()], [told(0, "vetoed", STATED)]).articles != []
