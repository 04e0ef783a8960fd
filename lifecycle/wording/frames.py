"""The frames that a rule of the codebook may ask for, by name.

Knows which test each name stands for, and which draft a cue is about where the frame gives none. Refuses to know which
words are cues, and which draft of the article is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from lifecycle.wording.council import council, council_action, council_object, names_council
from lifecycle.wording.drafts import Reference
from lifecycle.wording.laymen import of_laymen
from lifecycle.wording.relations import (
    MEANWHILE,
    about,
    dubbed,
    has_object,
    has_subject,
    in_context,
    in_sentence,
    it_does,
    opener,
    passive,
    pronoun,
    push,
    right_before,
    state_object,
)
from lifecycle.wording.spots import COUNCIL, NO, Frame, Spot
from lifecycle.wording.talks import nominal
from lifecycle.wording.voters import (
    by_number,
    counted_members,
    speaks_of_a_vote,
    text_before,
    vote_before,
    vote_is_subject,
    vote_told,
    voter,
    wording,
)


def framed(spot: Spot, frames: Sequence[str]) -> Frame:
    """Whether one of `frames` fits, and the draft it gives; else the nearest draft the sentence names."""
    for name in frames:
        fits, reference = _FRAMES[name](spot)
        if fits and not (name in _LOOSE and _of_others(spot)):
            return True, reference or _nearest(spot)
    return _headline(spot, frames)


def _headline(spot: Spot, frames: Sequence[str]) -> Frame:
    """A participle of a headline, of the draft before it: "Sudan Resolution Debated at Security Council"."""
    before = [draft for draft in spot.drafts if draft.end <= spot.start] if spot.context.headline else []
    told = (
        before
        and "object" in frames
        and _PARTICIPLE.fullmatch(spot.words)
        and not _SETS_APART.search(spot.gap_from(before[-1]))
    )
    return (True, before[-1]) if told else NO


_PARTICIPLE = re.compile(r"\w+ed", re.IGNORECASE)
"""A participle that a headline leaves without its auxiliary."""
_SETS_APART = re.compile(r"[,;:–—]| (?:[Aa]s|[Aa]fter|[Ww]hile|[Bb]ut|[Aa]nd|[Ii]s|[Aa]re|[Bb]y) ")


_FRAMES: Mapping[str, Callable[[Spot], Frame]] = {
    "object": has_object,
    "subject": has_subject,
    "tight": right_before,
    "about": about,
    "council": council,
    "council+object": council_object,
    "action": council_action,
    "state+object": state_object,
    "sentence": in_sentence,
    "context": in_context,
    "body": names_council,
    "pronoun": pronoun,
    "it-does": it_does,
    "passive": passive,
    "nominal": nominal,
    "voting": speaks_of_a_vote,
    "vote": vote_is_subject,
    "vote-before": vote_before,
    "vote-told": vote_told,
    "text-before": text_before,
    "voter": voter,
    "wording": wording,
    "number": by_number,
    "members": counted_members,
    "push": push,
    "dubbed": dubbed,
    "opener": opener,
}
FRAMES = frozenset(_FRAMES)


_LOOSE = frozenset(("context", "wording", "text-before", "voter"))
"""Frames that ask for no draft in the sentence, so that it must not be about somebody else."""


def _of_others(spot: Spot) -> bool:
    """Whether the sentence names no draft, and its clause no Council, but people or matters that are none of theirs."""
    first, last = spot.clause
    ours = spot.drafts or COUNCIL.search(spot.text, first, last)
    return not ours and of_laymen(spot.text, first, spot.start, spot.end)


_PASSIVE = re.compile(r"(?:was|were|is|are|been|be)\b", re.IGNORECASE)
"""What is told of a draft that stands before: "got nine votes but was not passed, while the rival draft ..."."""


def _nearest(spot: Spot) -> Reference | None:
    """The draft named nearest to the cue, one in the same clause before one in another."""
    first, last = spot.clause

    def distance(reference: Reference) -> tuple[bool, int]:
        inside = first <= reference.start < last
        gap = reference.start - spot.end if reference.start >= spot.end else spot.start - reference.end
        return not inside, abs(gap)

    passive = _PASSIVE.match(spot.words)
    before = [draft for draft in spot.drafts if passive and draft.end <= spot.start]
    near = [draft for draft in spot.drafts if draft.start < spot.end or not _of_another(spot, draft)]
    near = [draft for draft in near if not (draft.plural and _told_aside(spot, draft))]
    return min(before or near, key=distance, default=None)


_ASIDE = re.compile(r", (?:which|who) [^,;]*\Z")


def _told_aside(spot: Spot, draft: Reference) -> bool:
    """Whether a draft is named in a clause that ends before the cue: "Peru, which vetoed six texts, abstained"."""
    return bool(_ASIDE.search(spot.text, 0, draft.start)) and "," in spot.text[draft.end : spot.start]


_THOUGH = re.compile(r"\b(?:even though|though|although|but)\b[^.;]{0,50}\bhad\b[^.;]{0,40}$")
"""What parts a step of today from the text of another time that it is set against."""


def _of_another(spot: Spot, draft: Reference) -> bool:
    """Whether the draft behind the cue is what somebody else meanwhile does: "Russia vetoes, China pulls own text"."""
    gap = spot.gap_to(draft)
    return bool(MEANWHILE.search(gap) or _THOUGH.search(gap) or (draft.own and re.search(r"[,;] .*[A-Z]", gap)))
