"""A cue counts only in its frame: with a draft as its object, with the Council as its subject, and so on.

Knows pairs of invented sentences, one inside the frame and one outside. Refuses to know which cues there are.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lifecycle.wording.drafts import references
from lifecycle.wording.frames import FRAMES, framed
from lifecycle.wording.nations import nations
from lifecycle.wording.spots import Context, Spot

PAIRS = {
    "object": ("Peru [vetoed] the draft", "Peru [vetoed] it; the draft waits"),
    "subject": ("The draft was [rejected]", "The draft said the plea was rejected and [dropped]"),
    "tight": ("The draft on Peru [failed]", "The draft recalls that the talks [failed]"),
    "about": ("It held [talks] on the draft", "It held [talks]. Drafts wait."),
    "council": ("The Security Council has [authorised] a force", "The bank has [authorised] a force"),
    "council+object": ("The Security Council [rejected] the draft", "Peru [rejected] the draft"),
    "action": ("China [blocked] a Security Council call for a truce", "China [blocked] a road"),
    "opener": ("[Submitted] by Peru, the draft waits", "[Submitted] by Peru, the bill waits"),
    "state+object": ("Peru [proposed] the text", "It had [proposed] the text"),
    "sentence": ("The draft: it [abstained]", "It [abstained]"),
    "body": ("It [used] its veto in the Security Council", "It [used] its veto"),
    "pronoun": ("The draft was ready and Peru [withdrew] it", "Peru [withdrew] troops"),
    "it-does": ("The draft was ready and it [passed]", "The bill was ready and it [passed]"),
    "passive": ("The draft is being [debated]", "The plan is being [debated]"),
    "nominal": ("After weeks of [negotiations]", "The [negotiations] were dull"),
    "voting": ("A [delay] in the vote", "A [delay] in the post"),
    "vote": ("The vote on it was [delayed]", "The train was [delayed]"),
    "voter": ("Nobody [abstained]", "A priest [abstained]"),
    "wording": ("The language was [softened]", "The tax was [softened]"),
    "number": ("Nine countries [backed] the draft", "Peru [backed] the draft"),
    "members": ("Nine of the Council's members [voted] to extend it", "The members [voted] to go"),
    "push": ("Peru [withdrew] its bid for a Security Council document", "Peru [withdrew] its bid for a medal"),
    "dubbed": ("The draft is to be [blocked]", "The road is to be [blocked]"),
}


def spot(marked: str) -> Spot:
    start, end = marked.index("["), marked.index("]") - 1
    text = re.sub(r"[\[\]]", "", marked)
    states = tuple(nations(text))
    return Spot(text, start, end, (0, len(text)), tuple(references(text, states)), states, Context())


@pytest.mark.parametrize("frame", sorted(PAIRS))
def test_inside_and_outside(frame: str) -> None:
    inside, outside = PAIRS[frame]
    assert framed(spot(inside), [frame])[0]
    assert not framed(spot(outside), [frame])[0]


def test_it_is_the_vote_of_the_sentence_before() -> None:
    told, untold = spot("It was [delayed] again"), spot("The train was [delayed] again")
    after = Context(before="The vote was set for Monday.")
    assert framed(replace(told, context=after), ["vote-before"])[0]
    assert not framed(told, ["vote-before"])[0]
    assert not framed(replace(untold, context=after), ["vote-before"])[0]


def test_every_frame_has_its_pair_or_needs_none() -> None:
    assert FRAMES - set(PAIRS) == {"context", "text-before", "vote-before", "vote-told"}


def test_the_draft_of_the_frame_goes_before_the_nearest() -> None:
    text = "A rival draft and Peru [vetoed] the French text"
    _, reference = framed(spot(text), ["object"])
    assert reference is not None
    assert reference.sponsors == ("FRA",)
