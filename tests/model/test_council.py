"""Who sat when, checked by hand, by law and against the record; and what each name means on a day.

Knows a few Councils worked out by hand and the form of the two tables. Refuses to know how anybody voted.
"""

from __future__ import annotations

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lifecycle.errors import InputError, Problem
from lifecycle.model.council import FIRST_DAY, LAST_DAY, Council, Member, council_on, countries, country_named, fold

ALEPPO = date(2016, 10, 8)
SUEZ = date(1956, 10, 30)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
STATES = st.sampled_from(countries())
TURNING_DAYS = sorted(
    {FIRST_DAY, LAST_DAY}
    | {country.valid_from for country in countries() if country.valid_from}
    | {country.valid_to for country in countries() if country.valid_to}
)
"""Every first and last day of a name, so that between two of them nothing changes."""


def names(day: date) -> tuple[str, ...]:
    return tuple(member.name for member in council_on(day).members)


def problem(error: pytest.ExceptionInfo[InputError]) -> Problem:
    (only,) = error.value.problems
    return only


WORKED_OUT_BY_HAND = """
1946-01-17  Australia, Brazil, Egypt, Mexico, Netherlands, Poland
1950-06-27  Cuba, Ecuador, Egypt, India, Norway, Yugoslavia
1961-02-21  Ceylon, Chile, Ecuador, Liberia, Turkey, United Arab Republic
1966-01-01  Argentina, Bulgaria, Japan, Jordan, Mali, Netherlands, New Zealand, Nigeria, Uganda, Uruguay
1971-10-25  Argentina, Belgium, Burundi, Italy, Japan, Nicaragua, Poland, Sierra Leone, Somalia, Syrian Arab Republic
1980-01-06  Bangladesh, German Democratic Republic, Jamaica, Niger, Norway, Philippines, Portugal, Tunisia, Zambia
1990-05-21  Canada, Colombia, Côte d'Ivoire, Cuba, Democratic Yemen, Ethiopia, Finland, Malaysia, Romania, Zaire
1991-12-23  Austria, Belgium, Côte d'Ivoire, Cuba, Ecuador, India, Romania, Yemen, Zaire, Zimbabwe
2016-10-08  Angola, Egypt, Japan, Malaysia, New Zealand, Senegal, Spain, Ukraine, Uruguay, \
Venezuela (Bolivarian Republic of)
""".strip().splitlines()


@pytest.mark.parametrize("line", WORKED_OUT_BY_HAND)
def test_the_elected_members_of_days_worked_out_by_hand(line: str) -> None:
    day, expected = line.split("  ")
    assert ", ".join(member.name for member in council_on(date.fromisoformat(day)).elected) == expected


@pytest.mark.parametrize(
    ("days", "china", "russia"),
    [
        (["1946-01-17", "1971-10-25"], "Republic of China", "USSR"),
        (["1971-10-26", "1991-12-23"], "China", "USSR"),
        (["1991-12-24", "2026-12-31"], "China", "Russian Federation"),
    ],
)
def test_permanent_members_stand_first_in_the_un_order(days: list[str], china: str, russia: str) -> None:
    for day in days:
        council = council_on(date.fromisoformat(day))
        assert names(council.on)[:5] == (china, "France", russia, "United Kingdom", "United States")
        assert council.members == council.permanent + council.elected


def test_a_renamed_seat_changes_on_the_day_and_keeps_its_code() -> None:
    renamed = [
        ("Libyan Arab Republic", "Libyan Arab Jamahiriya", date(1977, 4, 18)),
        ("Upper Volta", "Burkina Faso", date(1984, 8, 4)),
        ("Democratic Yemen", "Yemen", date(1990, 5, 22)),
    ]
    for before, after, day in renamed:
        old, new = council_on(day - timedelta(days=1)), council_on(day)
        assert old.find(before).code == new.find(after).code
        assert set(names(old.on)) - set(names(day)) == {before}
        assert set(names(day)) - set(names(old.on)) == {after}


def test_the_seat_filled_late_is_empty_for_the_first_six_days_of_1980() -> None:
    assert set(names(date(1980, 1, 7))) - set(names(date(1980, 1, 6))) == {"Mexico"}


@given(DAYS)
@example(date(1965, 12, 31))
@example(date(1966, 1, 1))
@example(date(1979, 12, 31))
@example(date(1980, 1, 1))
@example(date(1980, 1, 7))
def test_eleven_seats_then_fifteen_five_of_them_permanent_and_nobody_twice(day: date) -> None:
    council = council_on(day)
    vacant = date(1980, 1, 1) <= day < date(1980, 1, 7)
    assert len(council.members) == (11 if day.year < 1966 else 15) - vacant
    assert len(council.permanent) == 5
    assert len({member.code for member in council.members}) == len(council.members)
    assert (council.on, council.invented) == (day, False)


@given(DAYS)
def test_every_member_is_found_where_it_stands(day: date) -> None:
    council = council_on(day)
    for place, member in enumerate(council.members):
        assert council.find(member.name) == council.find(member.code) == member
        assert council.index(member) == place


@pytest.mark.parametrize("day", [date(1946, 1, 1), date(1946, 1, 16), date(2027, 1, 1)])
def test_a_day_outside_the_known_ones_is_refused(day: date) -> None:
    with pytest.raises(InputError, match="17 January 1946 to 31 December 2026") as error:
        council_on(day)
    assert problem(error).slug == "date-out-of-range"


@pytest.mark.parametrize(
    ("day", "spellings", "name"),
    [
        (ALEPPO, ["russia", " RUS ", "Moscow", "Kremlin"], "Russian Federation"),
        (ALEPPO, ["UK", "U.K.", "Britain", "GBR"], "United Kingdom"),
        (ALEPPO, ["US", "u.s.", "America", "Washington"], "United States"),
        (ALEPPO, ["Venezuela", "VEN", "Caracas"], "Venezuela (Bolivarian Republic of)"),
        (SUEZ, ["RUS", "SUN", "Soviet Union", "Moscow"], "USSR"),
        (SUEZ, ["China", "CHN"], "Republic of China"),
        (date(1961, 2, 21), ["EGY", "UAR"], "United Arab Republic"),
        (date(1978, 1, 1), ["DEU", "Germany", "West Germany"], "Germany, Federal Republic of"),
        (date(1990, 1, 2), ["YEM", "South Yemen"], "Democratic Yemen"),
        (date(2018, 1, 1), ["ivory coast", "COTE D’IVOIRE"], "Côte d'Ivoire"),
        (date(2024, 1, 1), ["South Korea", "Seoul"], "Republic of Korea"),
        (date(2026, 1, 1), ["DRC", "COD"], "Democratic Republic of the Congo"),
    ],
)
def test_a_member_answers_to_its_usual_names(day: date, spellings: list[str], name: str) -> None:
    assert {council_on(day).find(spelling).name for spelling in spellings} == {name}


@pytest.mark.parametrize(
    ("day", "spelling", "name"),
    [
        (ALEPPO, "USSR", "Russian Federation"),
        (ALEPPO, "SUN", "Russian Federation"),
        (ALEPPO, "Republic of China", "China"),
        (ALEPPO, "Ukrainian SSR", "Ukraine"),
        (SUEZ, "Russia", "USSR"),
        (SUEZ, "Russian Federation", "USSR"),
        (SUEZ, "People's Republic of China", "Republic of China"),
        (date(1961, 2, 21), "Egypt", "United Arab Republic"),
        (date(1983, 1, 1), "Democratic Republic of the Congo", "Zaire"),
        (date(2010, 1, 1), "Türkiye", "Turkey"),
    ],
)
def test_a_name_of_another_day_is_refused_with_the_right_one(day: date, spelling: str, name: str) -> None:
    with pytest.raises(InputError) as error:
        council_on(day).find(spelling)
    assert problem(error).slug == "name-of-another-day"
    assert problem(error).nearest == (name,)


@pytest.mark.parametrize(
    ("day", "spelling", "message"),
    [
        (ALEPPO, "Damascus", "Syrian Arab Republic is not on the Council of 8 October 2016; its members are China, "),
        (ALEPPO, "Zaire", "Zaire is not on the Council of 8 October 2016"),
        (date(1980, 2, 1), "Germany", "Germany, Federal Republic of is not on the Council of 1 February 1980"),
        (date(1990, 1, 2), "Yemen", "Yemen is not on the Council of 2 January 1990"),
        (date(1980, 1, 6), "Mexico", "Mexico is not on the Council of 6 January 1980"),
    ],
)
def test_a_state_without_a_seat_is_refused_with_those_who_sit(day: date, spelling: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        council_on(day).find(spelling)
    assert problem(error).slug == "not-on-council"
    assert problem(error).message.startswith(message)


@pytest.mark.parametrize(
    ("spelling", "nearest"),
    [
        ("Rusia", ("Russian Federation",)),
        ("Venezuella", ("Venezuela (Bolivarian Republic of)",)),
        ("Urugay", ("Uruguay",)),
        ("", ()),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_members(spelling: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as error:
        council_on(ALEPPO).find(spelling)
    assert problem(error).slug == "unknown-member"
    assert problem(error).nearest[:1] == nearest
    opening = f"unknown member {spelling!r} (Council of 8 October 2016); its members are China, France, "
    assert problem(error).message.startswith(opening)


def found_or_slug(council: Council, name: str) -> Member | str:
    try:
        return council.find(name)
    except InputError as refused:
        return refused.problems[0].slug


@given(DAYS, st.one_of(st.text(), STATES.flatmap(lambda state: st.sampled_from([state.name, *state.aliases]))))
@example(ALEPPO, "Taiwan")
def test_any_text_is_a_member_of_the_day_or_a_reasoned_refusal(day: date, name: str) -> None:
    council = council_on(day)
    slugs = {"unknown-member", "not-on-council", "name-of-another-day"}
    found = found_or_slug(council, name)
    assert found in council.members or found in slugs
    assert (found == "unknown-member") is (not any(country_named(name, turn) for turn in TURNING_DAYS))


def test_elected_seats_can_be_given_to_others() -> None:
    council = council_on(ALEPPO).seated(without=["Spain", "NZL"], with_=["Germany", "India"])
    assert council.invented
    assert council.permanent == council_on(ALEPPO).permanent
    assert [member.name for member in council.elected][:4] == ["Angola", "Egypt", "Germany", "India"]
    assert len(council.members) == 15
    assert council.find("Berlin") == Member("Germany", "DEU", permanent=False)


def test_a_council_can_be_named_in_full() -> None:
    council = Council.invented_council(ALEPPO, ["India", "USA"], ["Russia", "Chile"])
    assert [member.name for member in council.members] == ["India", "United States", "Chile", "Russian Federation"]
    assert [member.permanent for member in council.members] == [True, True, False, False]
    assert council.invented


@pytest.mark.parametrize(
    ("without", "joining", "slug"),
    [
        (["Russia"], ["Germany"], "impossible-council"),
        (["Spain"], ["Egypt"], "impossible-council"),
        (["Spain"], ["France"], "impossible-council"),
        (["Germany"], ["India"], "not-on-council"),
        (["Spain"], ["Atlantis"], "unknown-country"),
        (["Spain"], ["USSR"], "unknown-country"),
    ],
)
def test_an_impossible_exchange_of_seats_is_refused(without: list[str], joining: list[str], slug: str) -> None:
    with pytest.raises(InputError) as error:
        council_on(ALEPPO).seated(without=without, with_=joining)
    assert problem(error).slug == slug
    with pytest.raises(InputError, match="at least one member"):
        Council.invented_council(ALEPPO, [], [])


def test_a_state_that_no_table_knows_answers_to_its_name_and_code() -> None:
    council = Council(ALEPPO, (Member("Atlantis", "ATL", permanent=True),), invented=True)
    assert council.find("atlantis") == council.find("ATL") == council.members[0]


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Burma", date(1960, 1, 1), "Burma"),
        ("Burma", date(2020, 1, 1), "Myanmar"),
        ("Türkiye", None, "Türkiye"),
        ("RUS", SUEZ, "USSR"),
        ("RUS", None, "Russian Federation"),
        ("Yemen", date(1980, 1, 1), "Yemen"),
        ("Vatican", None, "Holy See"),
    ],
)
def test_a_state_is_known_by_its_names_of_the_day(name: str, on: date | None, expected: str) -> None:
    found = country_named(name, on)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize(("name", "on"), [("USSR", ALEPPO), ("Taiwan", None), ("Türkiye", ALEPPO)])
def test_no_state_is_called_so(name: str, on: date | None) -> None:
    assert country_named(name, on) is None


def test_the_table_holds_193_members_and_two_observers_of_today() -> None:
    today = [country for country in countries() if country.valid_to is None]
    assert len({country.code for country in today}) == len(today) == 193 + 2
    assert {"Holy See", "State of Palestine", "Türkiye", "Czechia", "South Sudan"} <= {c.name for c in today}


def test_the_fields_of_every_state_are_clean() -> None:
    for country in countries():
        spellings = [country.name, *country.aliases, *country.demonyms, *country.capitals]
        assert all(spelling and spelling == spelling.strip() for spelling in spellings), country
        assert len(country.code) == 3
        assert (country.valid_from or date.min) < (country.valid_to or date.max)


def test_on_no_day_do_two_states_share_a_name() -> None:
    for day in TURNING_DAYS:
        seen: dict[str, str] = {}
        for country in countries():
            if country.named_so_on(day):
                for name in {fold(n) for n in (country.name, *country.aliases, *country.capitals)}:
                    assert seen.setdefault(name, country.name) == country.name, (day, name)


def test_every_member_is_a_state_of_that_name_on_the_day() -> None:
    for day in TURNING_DAYS:
        for member in council_on(day).members:
            country = country_named(member.name, day)
            assert country is not None, (day, member)
            assert (country.code, country.name) == (member.code, member.name)


def test_every_term_names_its_source_and_the_table_its_licence() -> None:
    text = (Path(__file__).parents[2] / "lifecycle" / "model" / "members.csv").read_text(encoding="utf-8")
    assert "CC BY 4.0" in text.splitlines()[1]
    assert all(row["source"] for row in csv.DictReader(text.splitlines()[2:]))


def test_membership_equals_the_record_in_all_81_years(shared: Path) -> None:
    with (shared / "record" / "membership.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    spans = [(date.fromisoformat(row["seat_from"]), date.fromisoformat(row["seat_to"])) for row in rows]
    assert len({first.year for first, _ in spans}) == 81
    for day in {day for span in spans for day in span}:
        seats = zip(rows, spans, strict=True)
        recorded = [row for row, (first, last) in seats if first <= day <= last]
        assert Counter((row["ms_code"], row["permanent_member"] == "True") for row in recorded) == Counter(
            (member.code, member.permanent) for member in council_on(day).members
        ), day


def votes_cast(record: Path) -> Iterator[dict[str, str]]:
    with gzip.open(record / "votes_adopted.csv.gz", "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
    with (record / "votes_not_adopted.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_members_bear_the_names_of_the_record_on_every_day_of_a_vote(shared: Path) -> None:
    """The record writes China for the Republic of China too; else it has the UN names of the day."""
    recorded = defaultdict(set)
    for row in votes_cast(shared / "record"):
        recorded[row["date"]].add((row["ms_code"], row["ms_name"]))
    assert len(recorded) > 2000
    for day, members in recorded.items():
        ours = {(m.code, m.name.upper()) for m in council_on(date.fromisoformat(day)).members}
        as_recorded = {(code, name.removeprefix("REPUBLIC OF ") if code == "CHN" else name) for code, name in ours}
        assert as_recorded == members, day
