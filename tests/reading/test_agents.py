"""Who in a sentence does a step, owns a text, leads an effort.

Knows what "it", "their" and "-led" mean in a sentence or two. Refuses to know which draft is meant. All are invented.
"""

from __future__ import annotations

import pytest

from lifecycle.press.sentences import sentences
from lifecycle.reading.agents import Agents
from lifecycle.reading.entry import Entry
from lifecycle.wording.drafts import references
from lifecycle.wording.framed import Framed
from lifecycle.wording.nations import nations
from lifecycle.wording.spots import Context
from lifecycle.wording.steps import cues_in, steps_in


def read(text: str, before: str = "") -> tuple[Agents, tuple[Framed, ...]]:
    (sentence,) = sentences(text)
    states = nations(text)
    named = tuple(references(text, states))
    context = Context(just_named=True, before=before)
    return Agents(text, before, states, named), tuple(steps_in(sentence, cues_in(text), named, states, context))


def first(text: str, before: str = "") -> tuple[Agents, Framed]:
    agents, steps = read(text, before)
    return agents, steps[0]


@pytest.mark.parametrize(
    ("text", "before", "codes"),
    [
        ("Peru submitted a draft resolution.", "", ("PER",)),
        ("It vetoed the draft resolution.", "China spoke last.", ("CHN",)),
        ("It vetoed the draft resolution.", "The Chinese envoy spoke last.", ()),
        ("It vetoed the draft resolution.", "", ()),
        ("The Security Council adopted the draft resolution.", "China spoke last.", ()),
    ],
)
def test_a_step_is_done_by_its_subject_or_by_that_of_the_sentence_before(
    text: str, before: str, codes: tuple[str, ...]
) -> None:
    agents, step = first(text, before)
    assert agents.of(step) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The draft resolution was vetoed, ending a British-led push.", ()),
        ("Of the draft resolution, a British-led push to withdraw it began.", ("GBR",)),
        ("Of the draft resolution, a British envoy who would withdraw it spoke.", ()),
    ],
)
def test_who_leads_an_effort_stands_between_the_draft_and_the_step(text: str, codes: tuple[str, ...]) -> None:
    agents, step = first(text)
    assert agents.leading(step, agents.named[0]) == codes


@pytest.mark.parametrize(
    ("text", "before", "codes"),
    [
        ("Peru met Chad and withdrew its draft resolution.", "", ("PER",)),
        ("Peru and Chad withdrew their draft resolution.", "", ("PER", "TCD")),
        ("Russia vetoes text, China pulls own draft", "", ("CHN",)),
        ("After withdrawing its draft resolution, Oman left.", "", ("OMN",)),
        ("Nobody read its draft resolution.", "Oman was angry.", ("OMN",)),
        ("The Peruvian mission withdrew its draft resolution.", "", ("PER",)),
        ("The Peruvian people like its draft resolution.", "", ()),
    ],
)
def test_its_text_is_that_of_who_acts(text: str, before: str, codes: tuple[str, ...]) -> None:
    agents, _ = read(text, before)
    assert agents.owning(agents.named[-1]) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Security Council adopted Peru's draft resolution.", ()),
        ("The veto of the draft resolution angered all.", ("CHN",)),
        ("Ten members abstained on the draft resolution, including Peru and Chad.", ("PER", "TCD")),
        ("Peru discussed the draft resolution with Chad.", ("PER", "TCD")),
        ("The abstentions came from Peru and Chad, as the draft resolution fell.", ("PER", "TCD")),
        (
            "All other members of the council, including Peru and Chad, abstained on the draft resolution.",
            ("PER", "TCD"),
        ),
        ("Along with Peru, Chad voted against the draft resolution.", ("PER", "TCD")),
        ("Neither Peru, Oman nor Chad vetoed the draft resolution.", ("PER", "OMN", "TCD")),
        ("Eleven members voted for the draft resolution, and two countries (Peru and Chad) abstained.", ()),
        ("The draft resolution was circulated on Monday.", ("OMN",)),
        ("The draft resolution was circulated by the Gulf envoys.", ()),
        ("The draft resolution will be circulated by Friday.", ("OMN",)),
        ("Peru submitted the draft resolution.", ("PER",)),
        ("The draft resolution was softened on Monday.", ()),
    ],
)
def test_who_is_told_of_a_step(text: str, codes: tuple[str, ...]) -> None:
    agents, step = first(text)
    assert agents.told_of(step, Entry(0, ("OMN", "arab"), vetoers=("CHN",)), agents.of(step)) == codes
