"""How news text writes days. Every sentence here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from lifecycle.days.dates import FUTURE, NEAR, PAST
from lifecycle.days.phrases import phrases_in

FRIDAY = date(2019, 5, 10)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The envoys met on Tuesday.", ["2019-05-07"]),
        ("The envoys will meet on Tuesday.", ["2019-05-14"]),
        ("The text was shown yesterday and again this morning.", ["2019-05-09", "2019-05-10"]),
        ("Two days ago the council met.", ["2019-05-08"]),
        ("The vote came late last night.", ["2019-05-09"]),
        ("On 8 October 2016 the text fell.", ["2016-10-08"]),
        ("On Saturday, October 8, 2016, the text fell.", ["2016-10-08"]),
        ("The text of 2016-10-08 fell.", ["2016-10-08"]),
        ("A truce of April 29 is over.", ["2019-04-29"]),
        ("The 3rd of May brought a truce.", ["2019-05-03"]),
        ("They met last Friday and meet again next Friday.", ["2019-05-03", "2019-05-17"]),
        ("They met the day before yesterday and vote the day after tomorrow.", ["2019-05-08", "2019-05-12"]),
        ("They met on Tuesday, and on Wednesday they voted.", ["2019-05-07", "2019-05-08"]),
        ("They vote next Friday, 17 May.", ["2019-05-17"]),
        ("They voted last Thursday, May 2, 2019.", ["2019-05-02"]),
        ("They vote on Tuesday of next week.", ["2019-05-14"]),
        ("They voted on Wednesday last week.", ["2019-05-01"]),
        ("They met last week on Monday and meet next week on Monday.", ["2019-04-29", "2019-05-13"]),
        ("It said we may meet, and Mars is near.", []),
        ("The five-year plan and the S-300 stay.", []),
        ("It covers crimes from July 1, 2002, onward and runs from May 3 of this age.", []),
        ("They moved it from Tuesday.", ["2019-05-07"]),
        ("They held talks on it from May 2.", ["2019-05-02"]),
    ],
)
def test_days_are_found(text: str, days: list[str]) -> None:
    found = [phrase.days(FRIDAY) for phrase in phrases_in(text)]
    assert [f and (f[0].isoformat(), f[1].isoformat()) for f in found] == [(day, day) for day in days]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Talks go on over the weekend.", "2019-05-04", "2019-05-05"),
        ("Talks are to go on over the weekend.", "2019-05-11", "2019-05-12"),
        ("They will vote before the weekend.", "2019-05-10", "2019-05-10"),
        ("The vote is due by the end of the week.", "2019-05-10", "2019-05-10"),
        ("They will vote on Thursday or Friday.", "2019-05-16", "2019-05-17"),
        ("They will vote either on Sunday or on Monday.", "2019-05-12", "2019-05-13"),
        ("They met on Tuesday and Wednesday.", "2019-05-07", "2019-05-08"),
        ("They met on Friday and Saturday.", "2019-05-03", "2019-05-04"),
        ("They met earlier this week.", "2019-05-06", "2019-05-10"),
        ("Earlier in the week they met.", "2019-05-06", "2019-05-10"),
        ("The truce broke last month.", "2019-04-01", "2019-04-30"),
        ("The truce broke in March.", "2019-03-01", "2019-03-31"),
        ("The truce broke in March 2015.", "2015-03-01", "2015-03-31"),
        ("The truce held since 2014.", "2014-01-01", "2014-12-31"),
    ],
)
def test_windows_are_found(text: str, first: str, last: str) -> None:
    (phrase,) = phrases_in(text)
    days = phrase.days(FRIDAY)
    assert days == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("The council met on Monday.", PAST),
        ("The council will meet on Monday.", FUTURE),
        ("The council was to meet on Monday.", FUTURE),
        ("The envoys are meeting Monday.", NEAR),
        ("The envoy will leave, the ministry said on Monday.", PAST),
        ("“You will meet your fate,” the ministry warned Monday.", PAST),
    ],
)
def test_a_phrase_looks_the_way_its_clause_does(text: str, looks: str) -> None:
    assert [phrase.looks for phrase in phrases_in(text)] == [looks]


def test_a_word_that_opens_no_phrase_hides_none_behind_it() -> None:
    found = phrases_in("Three days after the attack of May 4, the council met.")
    assert [phrase.days(FRIDAY) for phrase in found] == [(date(2019, 5, 4),) * 2, (date(2019, 5, 7),) * 2]


def test_today_inside_quotation_marks_is_the_day_of_the_saying() -> None:
    (phrase,) = phrases_in("“The vote today is a blow,” he said.")
    assert phrase.days(FRIDAY) == (date(2019, 5, 8), date(2019, 5, 10))
