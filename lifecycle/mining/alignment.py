"""Which mined mention is which annotated one, and which draft is which.

Knows nearness in the text, pairs one to one, and the best assignment of drafts to drafts. Refuses to judge; that is
`evaluation`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from lifecycle.mining.gold import OTHER, GoldMention
from lifecycle.mining.mined import Mention

SLACK = 12
"""How many characters from the gold cue a mention may stand to be aligned with it."""

MOST_WANTED, MOST_GIVEN = 6, 8
"""So many drafts of either side are assigned to each other at the most: every way is tried, and they grow fast."""

Key = Callable[[Mention, GoldMention], bool]
Pairs = list[tuple[int, int]]
"""Places of mentions and of gold mentions, one to one."""


def near(mention: Mention, gold: GoldMention, slack: int = SLACK) -> bool:
    """Whether a mention comes within `slack` characters of a gold cue."""
    return mention.start < gold.end + slack and mention.end > gold.start - slack


def align(mentions: Sequence[Mention], gold: Sequence[GoldMention], key: Key, left_out: frozenset[int]) -> Pairs:
    """Pairs of places, one to one, of mentions near gold ones for which `key` holds; the largest overlap first."""
    candidates = sorted(
        (max(m.start, g.start) - min(m.end, g.end), abs(m.start - g.start), i, j)
        for i, m in enumerate(mentions)
        if i not in left_out
        for j, g in enumerate(gold)
        if near(m, g) and key(m, g)
    )
    used_i: set[int] = set()
    used_j: set[int] = set()
    pairs: Pairs = []
    for _, _, i, j in candidates:
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            pairs.append((i, j))
    return pairs


def assignment(mentions: Sequence[Mention], gold: Sequence[GoldMention], pairs: Pairs) -> dict[str, str | None]:
    """Which predicted draft each gold draft is: the one-to-one assignment that makes most of `pairs` right.

    Gold OTHER takes any predicted draft that is given to no gold draft.
    """
    wanted = sorted({gold[j].draft for _, j in pairs} - {OTHER})
    given = sorted({mentions[i].draft for i, _ in pairs})
    if len(wanted) > MOST_WANTED or len(given) > MOST_GIVEN:
        wanted, given = wanted[:MOST_WANTED], given[:MOST_GIVEN]
    votes = Counter((gold[j].draft, mentions[i].draft) for i, j in pairs)
    best: tuple[int, dict[str, str | None]] = (-1, {})
    for choice in _choices(wanted, given):
        used = set(choice.values())
        right = sum(n for (g, p), n in votes.items() if ((p not in used) if g == OTHER else choice.get(g) == p))
        if right > best[0]:
            best = right, dict(choice)
    return best[1]


def _choices(wanted: Sequence[str], given: Sequence[str]) -> Iterator[dict[str, str | None]]:
    if not wanted:
        yield {}
        return
    for pick in (*given, None):
        rest = [each for each in given if each != pick]
        for others in _choices(wanted[1:], rest):
            yield {wanted[0]: pick, **others}


def same_type(mention: Mention, gold: GoldMention) -> bool:
    """Whether both tell the same step."""
    return mention.type == gold.type


def draft_key(assigned: Mapping[str, str | None]) -> Key:
    """The key that holds where, under an assignment, both mean the same draft."""
    used = {draft for draft in assigned.values() if draft}

    def same(mention: Mention, gold: GoldMention) -> bool:
        return mention.draft not in used if gold.draft == OTHER else assigned.get(gold.draft) == mention.draft

    return same
