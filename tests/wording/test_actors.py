"""Who did it, read off the words round a step.

Knows invented sentences with the agent marked by its code. Refuses to know what was done.
"""

from __future__ import annotations

import re

import pytest

from lifecycle.wording.actors import actors_at, council_before
from lifecycle.wording.drafts import references
from lifecycle.wording.nations import nations


def actors(marked: str) -> tuple[str, ...]:
    start, end = marked.index("["), marked.index("]") - 1
    text = re.sub(r"[\[\]]", "", marked)
    states = tuple(nations(text))
    return actors_at(text, start, end, states, tuple(references(text, states)))


@pytest.mark.parametrize(
    ("marked", "codes"),
    [
        ("Russia [vetoed] the French draft", ("RUS",)),
        ("Russia and China [vetoed] the draft", ("RUS", "CHN")),
        ("The draft was [vetoed] by Russia and China on Monday", ("RUS", "CHN")),
        ("The draft was [vetoed] on Monday", ()),
        ("The draft was [vetoed] by Israel's ally the United States", ("USA",)),
        ("The draft was [vetoed] by Syrian allies Russia and China", ("RUS", "CHN")),
        ("The draft was [vetoed] by Israel's close ally, the United States", ("USA",)),
        ("The draft was [tabled] by the United States' ally Australia and Luxembourg", ("AUS", "LUX")),
        ("Russia and its ally China [vetoed] the draft", ("RUS", "CHN")),
        ("The draft was [vetoed] by Russia and ally China", ("RUS", "CHN")),
        ("The draft was [tabled] by the United States and allies Britain and France", ("USA", "GBR", "FRA")),
        ("The draft was [revised] on Monday after objections by Russia", ()),
        ("The draft was [revised] on Monday by Russia", ("RUS",)),
        ("The draft was [agreed] by its five permanent members and Chad", ("CHN", "FRA", "GBR", "RUS", "USA", "TCD")),
        ("neither Peru, Oman nor Chad would [veto] it", ("PER", "OMN", "TCD")),
        ("Togo abstained and the other 10 members of the Council [voted in favour]", ()),
        ("It passed, with Peru and Chad [voting against]", ("PER", "TCD")),
        ("Oman worked with Peru, [voting against] it", ("OMN",)),
        ("Ten backed the text drafted by Peru, Chad and Togo, Oman and Mali [opposed] it", ("OMN", "MLI")),
        ("Ten backed the text drafted by Peru, Oman and Mali [opposed] it", ("OMN", "MLI")),
        ("After the fighting in Peru, Russia and China [vetoed] the draft", ("RUS", "CHN")),
        ("The draft was [opposed] by Peru and Chad, Togo backed it", ("PER", "TCD")),
        ("It condemned the raid in Peru, which diplomats said would be [put to a vote]", ()),
        ("Russia later [vetoed] a resolution put forward by Norway", ("RUS",)),
        ("It was Russia's eighth [veto]", ("RUS",)),
        ("A Russian [veto] was feared", ("RUS",)),
        ("China and Russia [veto] UN resolution", ("CHN", "RUS")),
        ("France said that this [veto] was a mistake", ()),
        ("The US said the double [veto] was a mistake", ()),
        ("Moscow complained; the second US [veto] was a mistake", ("USA",)),
        ("The draft on Syria [failed]", ()),
        ("Peru, backed by Norway, [tabled] the draft", ("PER",)),
        ("the envoys of Peru and Chile [met]", ("PER", "CHL")),
        ("Russian ambassador Ivan Ivanov [vetoed] the draft", ("RUS",)),
        ("Brazil, India and South Africa, which [abstained], spoke", ("BRA", "IND", "ZAF")),
        ("Syria was quiet. Then the draft [failed]", ()),
        ("those of Peru and Chile, who have [vetoed] texts", ("PER", "CHL")),
        ("Despite this the Russians [vetoed]", ("RUS",)),
        ("Peru and Chile joined forces to [veto] it", ("PER", "CHL")),
        ("Peru and Chile are expected to [vote against] the draft", ("PER", "CHL")),
        ("Peru, faced with a call for action on Libya, had [abstained]", ("PER",)),
        ("The text was [not adopted due to Peru's veto]", ("PER",)),
        ("The text was [blocked by Peru with its veto]", ("PER",)),
        ("any country that is not France [vetoed] it", ("FRA",)),
        ("Peru could be persuaded to [abstain]", ("PER",)),
        ("Peru persuaded others to [abstain]", ()),
        ("Peru was engaged in [talks] on the draft", ("PER",)),
        ("Peru objected and ten council members [voted for] it", ()),
        ("if Peru opposed the resolution they would [table] it all the same", ()),
        ("Diplomats of Peru said that they are ready to [table] a draft", ("PER",)),
        ("the five permanent members [met] on the draft", ("CHN", "FRA", "GBR", "RUS", "USA")),
        ("two of the five permanent members [vetoed] the draft", ()),
        ("the permanent members China and France [met] on the draft", ("CHN", "FRA")),
        ("Chad sat with the permanent members and [discussed] the draft", ("TCD",)),
        ("The United States vetoed a draft [put forward] by Arab states", ()),
        ("Russia vetoed a draft [tabled] by the ten elected members", ()),
        ("Britain [circulated] the draft by hand to all members", ("GBR",)),
        ("It condemned Rwanda's deadly attack, and African nations agreed to [soften] it", ()),
        ("Britain's Jane Roe [circulated] the draft", ("GBR",)),
        ("Russia's foreign ministry had [circulated] the draft", ("RUS",)),
        ("A resolution threatening Syria was [put off]", ()),
        ("Pakistan's ambassador said that [consultations] on the draft went on", ()),
        ("Chile voted for the draft, as did Chad, and Peru [voted against]", ("PER",)),
        ("Chile voted for it, as did Chad and Mali, and Peru and Oman [voted against]", ("PER", "OMN")),
    ],
)
def test_agents(marked: str, codes: tuple[str, ...]) -> None:
    assert actors(marked) == codes


@pytest.mark.parametrize(
    ("text", "cue", "is_subject"),
    [
        ("The 15-member council began negotiations.", "began negotiations", True),
        ("The Security Council has discussed the draft.", "discussed", True),
        ("France told the Security Council that it had discussed the draft.", "discussed", False),
        ("Norway discussed the draft.", "discussed", False),
    ],
)
def test_the_council_itself_is_who_talks_where_it_is_the_subject(text: str, cue: str, is_subject: bool) -> None:
    assert council_before(text, text.index(cue)) is is_subject
