"""Who is said to have put a draft forward.

Knows invented sentences. Refuses to know which nouns name a draft; those are read by `drafts`.
"""

from __future__ import annotations

import pytest

from lifecycle.wording.drafts import Reference, references
from lifecycle.wording.nations import nations
from lifecycle.wording.sponsors import drafters_before, share


def named(text: str) -> list[Reference]:
    return list(references(text, tuple(nations(text))))


@pytest.mark.parametrize(
    ("text", "sponsors"),
    [
        ("The French draft was ready", ("FRA",)),
        ("A Russian-drafted resolution was ready", ("RUS",)),
        ("Russia's own draft resolution was ready", ("RUS",)),
        ("A draft resolution put forward by Norway and Chile was ready", ("NOR", "CHL")),
        ("The resolution, which was drafted by Kenya, was ready", ("KEN",)),
        ("A resolution put to it by Kenya was ready", ("KEN",)),
        ("Norway and Kenya, which co-wrote the text, were ready", ("NOR", "KEN")),
        ("The United Arab Emirates, which drafted the resolution, was ready", ("ARE",)),
        ("A draft resolution by Togo was ready", ("TGO",)),
        ("A US-backed resolution was ready", ("USA",)),
        ("The European draft was ready", ("european",)),
        ("The E10 draft was ready", ("elected",)),
        ("The elected members' draft was ready", ("elected",)),
        ("A draft by the council's elected members was ready", ("elected",)),
        ("The resolution, which was proposed by the 10 elected members of the body, was ready", ("elected",)),
        ("A draft put forward by Western powers was ready", ("western",)),
        ("A draft by Peru, an elected member of the union, was ready", ("PER",)),
        ("Ten backed the draft by Peru, Chad and Togo, Oman and Mali opposed it", ("PER", "TCD", "TGO")),
        ("A draft by Peru, Chad, Togo and Mali was ready", ("PER", "TCD", "TGO", "MLI")),
        ("A UAE draft resolution was ready", ("ARE",)),
        ("The Syria draft was ready", ()),
        ("The draft resolution on Syria was ready", ()),
        ("A draft resolution condemning Israel was ready", ()),
        ("They seek agreement on a text that Peru and Chad have tried to draft", ("PER", "TCD")),
        ("They seek agreement on a text that Peru has tried to stop", ()),
        ("The text, which Peru and Chad co-sponsored, was ready", ("PER", "TCD")),
        ("The draft resolution contained in document S/2024/999, submitted by Peru, was ready", ("PER",)),
        ("The text, which Peru and Chad awaited, was ready", ()),
        ("The text, which Peru proposed rejecting, was ready", ()),
        ("The text, which Peru wrote to oppose, was ready", ()),
        ("The resolution that Mexico and Ireland had written was ready", ("MEX", "IRL")),
        ("Syrian ally Russia's counter-resolution was ready", ("RUS",)),
        ("The Syrian and Russian draft was ready", ("SYR", "RUS")),
        ("A draft by Syria's close ally Russia and China was ready", ("RUS", "CHN")),
        ("A draft by France and ally Britain was ready", ("FRA", "GBR")),
        ("A draft tabled by Ecuador & Japan was ready", ("ECU", "JPN")),
    ],
)
def test_who_put_it_forward(text: str, sponsors: tuple[str, ...]) -> None:
    assert named(text)[0].sponsors == sponsors


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("France and Britain drafted a compromise", ["FRA", "GBR"]),
        ("Italy is working on a text", ["ITA"]),
        ("Peru, Chad and Togo had quietly drafted a text", ["PER", "TCD", "TGO"]),
        ("Peru and Chad want a resolution", ["PER", "TCD"]),
        ("Peru wants the text that Chad and a friend drafted", []),
        ("France opposed a compromise", []),
        ("The French mission drafted a text", []),
    ],
)
def test_states_that_drafted_a_text_sponsor_it(text: str, codes: list[str]) -> None:
    assert drafters_before(text, text.index(" a ") + 1, tuple(nations(text))) == codes


def test_a_group_stands_for_its_states_and_no_others() -> None:
    assert share(("DEU",), ("western",))
    assert share(("european",), ("FRA", "ESP"))
    assert not share(("CHN",), ("western",))
    assert not share((), ("western",))
    assert share(("elected",), ("JPN",))
    assert not share(("elected",), ("FRA",))
