"""Everything the page looks up about a vote, computed here so that the page decides nothing.

Knows how to write a rule as a table over the three counts that fix an outcome, each cell with its outcome, the
sentences that explain it, and the least changes to each other outcome. Refuses to know any scenario; names are filled
in by the page where a sentence says `{noes}`, `{aside}` or `{others}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lifecycle.analysis.groups import Groups, Split
from lifecycle.analysis.indices import shapley_shubik
from lifecycle.analysis.pivots import what_if
from lifecycle.analysis.power import game_of
from lifecycle.model.ballots import Ballot, Roll
from lifecycle.model.council import Member
from lifecycle.model.decision import decide
from lifecycle.model.reasons import listed
from lifecycle.model.rules import Outcome

LETTERS = {Outcome.ADOPTED: "a", Outcome.VETOED: "v", Outcome.FAILED: "f"}
GROUPS_SHOWN = 3
"""How many groups of least changes the page lists for an outcome."""


@dataclass(slots=True)
class Words:
    """Texts that many cells share, each kept once; a cell holds places in the list."""

    texts: list[Any] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)

    def place(self, text: Any) -> int:
        """The place of `text`, which is put there if it is new."""
        key = repr(text)
        if key not in self._places:
            self._places[key] = len(self.texts)
            self.texts.append(text)
        return self._places[key]


def roll_with(groups: Groups, split: Split, *, idle_no: bool = False) -> Roll:
    """A complete roll with these counts: the first members of each group vote as said, the rest abstain.

    With `idle_no`, a permanent member that may not veto under this rule votes no, if the counts leave one free.
    """
    yes, no, others = split
    ballots: dict[Member, Ballot | None] = dict.fromkeys(groups.council.members, Ballot.ABSTAIN)
    ballots |= dict.fromkeys(groups.holders[:yes], Ballot.YES)
    ballots |= dict.fromkeys(groups.holders[yes : yes + no], Ballot.NO)
    elected_first = sorted(groups.others, key=lambda member: member.permanent)
    ballots |= dict.fromkeys(elected_first[:others], Ballot.YES)
    if idle_no and others < len(elected_first) and elected_first[-1].permanent:
        ballots[elected_first[-1]] = Ballot.NO
    return Roll.unknown(groups.council).changed(ballots)


def rule_table(groups: Groups, words: Words, near: Words | None) -> dict[str, Any]:
    """The rule of `groups` as the page reads it; with `near`, the least changes as well.

    `cells` is one letter a split, in the order of `Groups.splits`; `why` the places of the sentences of each cell, and
    `idle` those where a permanent member that may not veto votes no (empty where every one may);
    `near` the places, for each cell, of the least changes to adopted, vetoed and failed (-1: it is that, or nothing
    leads there); `party` those of the sentences on one party to the dispute that voted, and on several.
    """
    council = groups.council
    cells, why, idle, nearest = [], [], [], []
    powerless = any(member.permanent for member in groups.others)
    party = _party_sentences(groups, words)
    for split in groups.splits():
        roll = roll_with(groups, split)
        cells.append(LETTERS[groups.outcome(split)])
        why.append([words.place(sentence) for sentence in _sentences(groups, roll)])
        if powerless:
            against = roll_with(groups, split, idle_no=True)
            idle.append([words.place(sentence) for sentence in _sentences(groups, against)])
        if near is not None:
            nearest.append(_nearest(groups, roll, near))
    table: dict[str, Any] = {
        "holders": [council.index(member) for member in groups.holders],
        "mayVeto": [council.index(member) for member in groups.rule.veto_holders(council)],
        "others": [council.index(member) for member in groups.others],
        "aside": [council.index(member) for member in groups.aside],
        "required": groups.rule.required(groups.kind),
        "cells": "".join(cells),
        "why": why,
        "idle": idle,
        "party": party,
    }
    return table | ({"near": nearest} if near is not None else {})


def power_words(groups: Groups) -> list[str]:
    """The Shapley-Shubik index of a member who may veto and of another, as percentages; "" for an empty group."""
    return ["" if value is None else f"{float(100 * value):.2f}" for value in shapley_shubik(game_of(groups))]


def _sentences(groups: Groups, roll: Roll) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The reasons for a complete roll, with places to fill instead of the names and of the number of yes votes."""
    tally = roll.tally()
    for reason in decide(roll, groups.kind, groups.rule).reasons:
        text = _with_places(reason.text, _named(groups, roll))
        if text.startswith(f"{tally.yes} yes"):
            text = "{yes}" + text[len(str(tally.yes)) :]
        yield text, tuple(cite.key for cite in reason.cites)


def _named(groups: Groups, roll: Roll) -> dict[str, tuple[Member, ...]]:
    """The groups of members that a sentence may name."""
    holders = groups.rule.veto_holders(groups.council)
    noes = tuple(member for member in holders if roll.of_member(member) is Ballot.NO)
    others = tuple(member for member in holders if roll.of_member(member) is not Ballot.YES)
    permanent = tuple(m for m in groups.council.permanent if roll.of_member(m) is Ballot.NO)
    aside = tuple(member for member in others if member not in noes)
    return {"others": others, "noes": noes, "permanent": permanent, "aside": aside}


def _with_places(text: str, named: dict[str, tuple[Member, ...]]) -> str:
    """The longest list first, since a shorter one may stand inside it."""
    by_length = sorted(
        ((listed(members), name) for name, members in named.items() if members), key=lambda p: -len(p[0])
    )
    for phrase, name in by_length:
        capital = phrase[:1].upper() + phrase[1:]
        if text.startswith(capital):  # the first names of another roll may need the capital that these have anyway
            text = f"{{{name.capitalize()}}}{text[len(capital) :]}"
        text = text.replace(phrase, f"{{{name}}}")
    return text


def _nearest(groups: Groups, roll: Roll, near: Words) -> list[int]:
    found = _least(groups, roll)
    return [near.place(found[outcome]) if outcome in found else -1 for outcome in Outcome]


def _least(groups: Groups, roll: Roll) -> dict[Outcome, dict[str, Any]]:
    """By outcome, how many ballots must change and whose: each part as standings, a number, and the new ballots."""
    nearest = what_if(roll, groups.kind, groups.rule, groups.parties).nearest
    return {
        outcome: {
            "changes": least.changes,
            "count": least.count,
            "groups": [
                [[_standings(groups, roll, p.members), p.choose, [b.letter for b in p.to]] for p in group.parts]
                for group in least.groups[:GROUPS_SHOWN]
            ],
            "more": max(0, len(least.groups) - GROUPS_SHOWN),
        }
        for outcome, least in nearest.items()
        if least.changes is not None
    }


def _standings(groups: Groups, roll: Roll, members: Iterable[Member]) -> list[str]:
    """Where these members stand: of those who may veto hy, hn, ha (yes, no, neither), of the others oy, on."""
    return sorted({_standing(groups, roll, member) for member in members})


def _standing(groups: Groups, roll: Roll, member: Member) -> str:
    ballot = roll.of_member(member)
    if member in groups.holders:
        return {Ballot.YES: "hy", Ballot.NO: "hn"}.get(ballot or Ballot.ABSTAIN, "ha")
    return "oy" if ballot is Ballot.YES else "on"


def _party_sentences(groups: Groups, words: Words) -> list[int]:
    """What is said of one party to the dispute that voted yes or no, and of several; nothing where nothing is."""
    places = []
    for voted in (groups.parties[:1], groups.parties[:2]):
        cast = Roll.unknown(groups.council).changed(
            dict.fromkeys(groups.council.members, Ballot.ABSTAIN) | dict.fromkeys(voted, Ballot.YES)
        )
        with_parties = decide(cast, groups.kind, groups.rule, groups.parties).reasons
        for reason in with_parties[len(decide(cast, groups.kind, groups.rule).reasons) :]:
            text = _with_places(reason.text, {"parties": voted})
            places.append(words.place((text, tuple(cite.key for cite in reason.cites))))
    return places
