"""Who does it: the states that a step's own words name as its agents.

Knows three places where an agent stands: behind "by", right before a noun ("Russia's veto"), and as the subject of the
verb, a list of states that is the nearest before it. Refuses to know whether they sat on the Council that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lifecycle.mining.drafts import Reference
from lifecycle.mining.nations import Nation

_BY = re.compile(r"[^.;:,]{0,30}?\bby (?:the )?(?:permanent members? |co-sponsors )?", re.IGNORECASE)
_TEXT = re.compile(r"\b(?:resolution|draft|text|measure|proposal|initiative)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*(?:and )?|\s(?:and|&|along with) )(?:the |both )?")
_NOUN = re.compile(
    r"(?:\w+ )?(?:veto|vetoes|abstention|adoption|withdrawal|introduction of|submission of)$", re.IGNORECASE
)
_BEFORE_NOUN = re.compile(r"(?:['’]s?)? (?:[\w-]+ ){0,2}$")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be) (?:\w+ )?\w+ed\b")
_POINTS = re.compile(r"\b(?:this|that|the|any|no|such a) (?:\w+ )?$", re.IGNORECASE)
_SUBJECT_GAP = 90
"""How many characters may stand between a subject and its verb."""
_ENVOY = re.compile(
    r"(?:['’]s?)? (?:[\w.’'-]+ ){0,4}?(?:ambassador|envoy|minister|president|delegation|representative)\b",
    re.IGNORECASE,
)


def actors_at(
    text: str, start: int, end: int, states: Sequence[Nation], drafts: Sequence[Reference]
) -> tuple[str, ...]:
    """The codes of the agents of the step told at `start`..`end` of the sentence `text`."""
    if behind := _behind_by(text, end, states):
        return behind
    outside = [s for s in states if not any(d.start <= s.start < d.end for d in drafts)]
    if _NOUN.match(text[start:end]):
        owner = [s for s in outside if s.end <= start and _owns(text, s, start)]
        if owner:
            return (owner[-1].code,)
        if _POINTS.search(text[max(0, start - 20) : start]):
            return ()
    elif _PASSIVE.search(text[max(0, start - 16) : end]):
        return ()
    return subject_before(text, start, outside)


def _owns(text: str, state: Nation, start: int) -> bool:
    """Whether a state right before a noun owns it: "Russia's veto", "a Russian veto", "the US veto"."""
    gap = text[state.end : start]
    owner = gap.startswith(("'", "’")) or state.form == "demonym" or state.code in {"USA", "GBR"}
    return owner and bool(_BEFORE_NOUN.fullmatch(gap))


def _behind_by(text: str, end: int, states: Sequence[Nation]) -> tuple[str, ...]:
    by = _BY.match(text, end, end + 80)
    if by is None or _TEXT.search(by.group()):
        return ()
    return _list_from(text, by.end(), states)


def _list_from(text: str, start: int, states: Sequence[Nation]) -> tuple[str, ...]:
    listed: list[str] = []
    at = start
    for state in states:
        if state.start < at or not (state.start == start or listed):
            continue
        if listed and not _AND.fullmatch(text[at : state.start]):
            break
        listed.append(state.code)
        at = state.end
    return tuple(dict.fromkeys(listed))


def subject_before(text: str, start: int, states: Sequence[Nation]) -> tuple[str, ...]:
    """The nearest list of states before `start` that can be a subject: names, capitals, or adjectives of an envoy."""
    able = [s for s in states if s.end <= start and (s.form != "demonym" or _ENVOY.match(text, s.end))]
    if not able or start - able[-1].end > _SUBJECT_GAP or _is_over(text[able[-1].end : start]):
        return ()
    group = [able[-1]]
    for state in reversed(able[:-1]):
        if not _AND.fullmatch(text[state.end : group[0].start]):
            break
        group.insert(0, state)
    return tuple(dict.fromkeys(state.code for state in group))


def _is_over(gap: str) -> bool:
    """Whether a clause or sentence ends in the gap between a state and a verb."""
    return bool(re.search(r"(?<![A-Z])[.;:]\s|\b(?:but|because|although|whereas|any|every|no|those)\b", gap))
