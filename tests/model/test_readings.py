"""The words guards read: every value reached, and doubt never held against anybody.

Knows who sat in November 2017. Refuses to step.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.model.council import council_on
from lifecycle.model.readings import COUNCIL, UNNAMED, asked, belongs, deadline, seated
from lifecycle.model.table import DOMAINS

HERE = council_on(date(2017, 11, 16))
NAMES = st.lists(st.sampled_from(("China", "Bolivia", "Spain", COUNCIL, UNNAMED)), unique=True).map(tuple)


@pytest.mark.parametrize(
    ("actors", "group", "said"),
    [
        (("China",), ("China", "Russian Federation"), "yes"),
        (("Spain",), ("China",), "no"),
        (("Spain",), (UNNAMED,), "unsaid"),
        ((), ("China",), "unsaid"),
        (("China",), (), "unsaid"),
    ],
)
def test_whether_an_actor_belongs_to_a_group(actors: tuple[str, ...], group: tuple[str, ...], said: str) -> None:
    assert belongs(actors, group) == said


@pytest.mark.parametrize(
    ("actors", "said"),
    [((), "unsaid"), (("Bolivia",), "yes"), (("Spain",), "no"), (("Spain", "CHN"), "yes"), ((COUNCIL,), "yes")],
)
def test_whether_an_actor_has_a_seat_under_any_of_its_names(actors: tuple[str, ...], said: str) -> None:
    assert seated(actors, HERE) == said


@pytest.mark.parametrize(
    ("actors", "sponsors", "said"),
    [
        (("Spain",), ("Germany",), "no"),
        (("Bolivia",), ("Germany",), "yes"),
        ((), ("Germany",), "unsaid"),
        (("Spain",), (), "unsaid"),
        (("Spain",), ("China",), "yes"),
    ],
)
def test_whether_a_member_asks_for_the_vote(actors: tuple[str, ...], sponsors: tuple[str, ...], said: str) -> None:
    assert asked(actors, sponsors, HERE) == said


@given(NAMES, NAMES)
def test_every_answer_is_in_the_domain_of_its_field(actors: tuple[str, ...], group: tuple[str, ...]) -> None:
    assert belongs(actors, group) in DOMAINS["by_sponsor"]
    assert seated(actors, HERE) in DOMAINS["by_member"]
    assert asked(actors, group, HERE) in DOMAINS["asked"]


@given(NAMES, NAMES)
def test_one_actor_more_never_turns_a_yes_into_a_no(actors: tuple[str, ...], group: tuple[str, ...]) -> None:
    for more in ("China", "Spain"):
        wider = (*actors, more)
        for before, later in (
            (belongs(actors, group), belongs(wider, group)),
            (seated(actors, HERE), seated(wider, HERE)),
        ):
            assert before != "yes" or later == "yes"


def test_where_a_day_lies_to_a_deadline() -> None:
    last = date(2017, 11, 15)
    near = [deadline(last, last + timedelta(days=days)) for days in (-1, 0, 1)]
    assert near == ["ahead", "that day", "passed"]
    assert deadline(None, last) == deadline(last, None) == "unsaid"
    assert {*near, "unsaid"} == set(DOMAINS["deadline"])
