"""How well a miner did, as the annotation guide defines it.

Knows the levels of agreement, confusions of a veto with a failure, dates, and how sure all of that is.
Refuses to know how mentions were found, and to read articles.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lifecycle.mining.alignment import Key, Pairs, align, assignment, draft_key, near, same_type
from lifecycle.mining.gold import GoldArticle, GoldMention
from lifecycle.mining.mined import Mention
from lifecycle.mining.miner import mine
from lifecycle.press.article import Article
from lifecycle.wording.nations import nations

LEVELS = ("type", "draft", "strict", "occurred", "two_draft", "two_strict")
"""What must be right for a mention to count, by the names that the yardstick of the annotation guide uses."""

CONFUSED = 40
"""How near a wrong outcome must stand to a right one to count as taken for it."""

SOUND = 7
"""The days that a window may span and still say something."""

READERS = 0.93
"""F1 of two independent careful readers on type, draft and modality (annotated set of 43 articles)."""

_OUTCOMES = frozenset(("vetoed", "failed"))


@dataclass(frozen=True, slots=True)
class Count:
    """Right, predicted and wanted: what precision and recall are made of."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        """The counts of two sets together."""
        return Count(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Of what was predicted, the right part."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Of what was wanted, the part found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two.

        >>> round(Count(8, 10, 16).f1, 3)
        0.615
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_json(self) -> dict[str, object]:
        """The numbers, rounded to three places."""
        return {
            "precision": round(self.precision, 3),
            "recall": round(self.recall, 3),
            "f1": round(self.f1, 3),
            "tp": self.right,
            "predicted": self.predicted,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class Wrong:
    """A mention that is a false alarm, or a gold one that was missed, with its quote."""

    kind: str
    file: str
    type: str
    modality: str
    draft: str
    quote: str


@dataclass(slots=True)
class ArticleScore:
    """The counts of one article."""

    file: str
    levels: dict[str, Count] = field(default_factory=dict)
    confusions: int = 0
    dates: int = 0
    exact: int = 0
    sound: int = 0
    actors: Count = Count()
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    distracted: list[Wrong] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)


def score_article(article: GoldArticle, mentions: Sequence[Mention], text: str = "") -> ArticleScore:
    """Score the mentions of one article; `text` finds distractors whose place the gold does not give."""
    gold = [g for g in article.mentions if g.scored]
    optional = [g for g in article.mentions if not g.scored]
    typed = align(mentions, gold, same_type, frozenset())
    matched = frozenset(i for i, _ in typed)
    ignored = frozenset(i for i, _ in align(mentions, optional, lambda m, g: True, matched))
    drafts = draft_key(assignment(mentions, gold, typed))
    score = ArticleScore(article.file)
    predicted = len(mentions) - len(ignored)
    keys: dict[str, Key] = {
        "type": same_type,
        "draft": lambda m, g: same_type(m, g) and drafts(m, g),
        "strict": lambda m, g: same_type(m, g) and drafts(m, g) and m.modality == g.modality,
    }
    pairs = {level: align(mentions, gold, key, ignored) for level, key in keys.items()}
    score.levels = {level: Count(len(found), predicted, len(gold)) for level, found in pairs.items()}
    two = len({g.draft for g in gold}) >= 2
    score.levels["two_draft"] = score.levels["draft"] if two else Count()
    score.levels["two_strict"] = score.levels["strict"] if two else Count()
    score.levels["occurred"] = _occurred(mentions, gold, keys["draft"], ignored)
    score.confusions = _confusions(mentions, gold, ignored)
    _dates_and_actors(score, mentions, gold, pairs["strict"])
    _errors(score, mentions, gold, pairs["strict"], ignored)
    _confused_types(score, mentions, gold, pairs["type"], ignored)
    _distractors(score, article, mentions, matched | ignored, text)
    return score


def _occurred(mentions: Sequence[Mention], gold: Sequence[GoldMention], key: Key, ignored: frozenset[int]) -> Count:
    told = [m for i, m in enumerate(mentions) if m.modality == "occurred" and i not in ignored]
    wanted = [g for g in gold if g.modality == "occurred"]
    return Count(len(align(told, wanted, key, frozenset())), len(told), len(wanted))


def _confusions(mentions: Sequence[Mention], gold: Sequence[GoldMention], ignored: frozenset[int]) -> int:
    told = [m for i, m in enumerate(mentions) if m.modality == "occurred" and m.type in _OUTCOMES and i not in ignored]
    count = 0
    for g in gold:
        if g.type in _OUTCOMES and g.modality == "occurred":
            seen = {m.type for m in told if near(m, g, CONFUSED)}
            count += bool(seen) and g.type not in seen
    return count


def _dates_and_actors(
    score: ArticleScore, mentions: Sequence[Mention], gold: Sequence[GoldMention], pairs: Pairs
) -> None:
    for i, j in pairs:
        mention, wanted = mentions[i], gold[j]
        if wanted.date and wanted.modality in {"occurred", "planned"}:
            score.dates += 1
            score.exact += mention.date.best == wanted.date
            score.sound += sound(mention, wanted)
        mine, theirs = _codes(mention.actors), _codes(wanted.actors)
        score.actors += Count(len(mine & theirs), len(mine), len(theirs))


def sound(mention: Mention, gold: GoldMention) -> bool:
    """Whether a window is given, holds the gold day, and is no wider than a week or than the gold's own."""
    first, last = mention.date.from_day, mention.date.to_day
    if not first or not last or not gold.date or not first <= gold.date <= last:
        return False
    room = (gold.window[1] - gold.window[0]).days + 1 if gold.window else SOUND
    return (last - first).days + 1 <= max(SOUND, room)


def _codes(names: Sequence[str]) -> frozenset[str]:
    return frozenset(nation.code for name in names for nation in nations(name))


def _errors(
    score: ArticleScore,
    mentions: Sequence[Mention],
    gold: Sequence[GoldMention],
    pairs: Pairs,
    ignored: frozenset[int],
) -> None:
    hit, got = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, m in enumerate(mentions):
        if i not in hit and i not in ignored:
            score.wrong.append(Wrong("false", score.file, m.type, m.modality, m.draft, m.quote))
    for j, g in enumerate(gold):
        if j not in got:
            score.wrong.append(Wrong("missed", score.file, g.type, g.modality, g.draft, g.quote))


def _confused_types(
    score: ArticleScore,
    mentions: Sequence[Mention],
    gold: Sequence[GoldMention],
    pairs: Pairs,
    ignored: frozenset[int],
) -> None:
    """Of each gold mention, the type it was given; of a mention near none, "nothing"."""
    taken = ignored | {i for i, _ in pairs}
    left = [j for j in range(len(gold)) if j not in {j for _, j in pairs}]
    score.types.update((gold[j].type, mentions[i].type) for i, j in pairs)
    others = align(mentions, [gold[j] for j in left], lambda m, g: True, frozenset(taken))
    score.types.update((gold[left[j]].type, mentions[i].type) for i, j in others)
    score.types.update((gold[j].type, "nothing") for n, j in enumerate(left) if n not in {n for _, n in others})
    alone = set(range(len(mentions))) - taken - {i for i, _ in others}
    score.types.update(("nothing", mentions[i].type) for i in sorted(alone))


def _distractors(
    score: ArticleScore, article: GoldArticle, mentions: Sequence[Mention], right: frozenset[int], text: str
) -> None:
    for distractor in article.distractors:
        start = text.find(distractor.quote) if distractor.start is None else distractor.start
        end = start + len(distractor.quote) if distractor.end is None else distractor.end
        if start < 0:
            continue
        for i, m in enumerate(mentions):
            if i not in right and start <= m.start < end:
                score.distracted.append(Wrong("distracted", score.file, m.type, m.modality, m.draft, distractor.quote))


def interval(scores: Sequence[ArticleScore], level: str, seed: int, rounds: int = 1000) -> tuple[float, float]:
    """The middle 95 % of F1 over `rounds` sets of articles drawn with replacement from these."""
    draw = random.Random(seed)
    found = []
    for _ in range(rounds):
        drawn = draw.choices(scores, k=len(scores))
        found.append(sum((s.levels[level] for s in drawn), Count()).f1)
    found.sort()
    return found[int(0.025 * rounds)], found[int(0.975 * rounds) - 1]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of a set of articles together; `intervals` holds the middle 95 % of F1 by level.

    They are drawn over articles: where there is one alone (`articles`), each is its score twice, and says nothing.
    """

    levels: Mapping[str, Count]
    intervals: Mapping[str, tuple[float, float]]
    confusions: int
    dates: int
    exact: int
    sound: int
    actors: Count
    types: Counter[tuple[str, str]]
    distractors: int
    distracted: int
    wrong: tuple[Wrong, ...]
    articles: int

    def to_json(self) -> dict[str, object]:
        """The scores; the levels, the confusions and the dates under the names the yardstick uses.

        `articles` is how many were scored: of one alone the `intervals` say nothing, their two ends are the score.
        """
        return {
            "articles": self.articles,
            **{level: count.to_json() for level, count in self.levels.items()},
            "veto_failed_confusions": self.confusions,
            "dates": {
                "n": self.dates,
                "exact": round(self.exact / self.dates, 3) if self.dates else None,
                "window_sound": round(self.sound / self.dates, 3) if self.dates else None,
            },
            "actors": self.actors.to_json(),
            "intervals": {level: [round(low, 3), round(high, 3)] for level, (low, high) in self.intervals.items()},
            "readers": READERS,
            "types": [{"gold": gold, "mined": mined, "n": n} for (gold, mined), n in sorted(self.types.items())],
            "distractors": {"n": self.distractors, "false_alarms": self.distracted},
        }


def evaluate(
    gold: Sequence[GoldArticle], articles: Sequence[Article], *, dates: bool = True, seed: int = 1
) -> Evaluation:
    """Mine `articles` (one for each of `gold`, in order) as one set and score what is found.

    `dates` gives the miner the gold's publication days; `seed` is that of the intervals.
    """
    days = {a.file: g.published for g, a in zip(gold, articles, strict=True) if g.published and dates}
    mined = mine(articles, days)
    by_file: dict[str, list[Mention]] = {}
    for mention in mined.mentions:
        by_file.setdefault(mention.file, []).append(mention)
    scores = [score_article(g, by_file.get(a.file, ()), a.written) for g, a in zip(gold, articles, strict=True)]
    return together(scores, sum(len(g.distractors) for g in gold), seed)


def together(scores: Sequence[ArticleScore], distractors: int, seed: int) -> Evaluation:
    """The scores of several articles as one."""
    types: Counter[tuple[str, str]] = Counter()
    for score in scores:
        types.update(score.types)
    return Evaluation(
        {level: sum((s.levels[level] for s in scores), Count()) for level in LEVELS},
        {level: interval(scores, level, seed) for level in LEVELS},
        sum(s.confusions for s in scores),
        sum(s.dates for s in scores),
        sum(s.exact for s in scores),
        sum(s.sound for s in scores),
        sum((s.actors for s in scores), Count()),
        types,
        distractors,
        sum(len(s.distracted) for s in scores),
        tuple(wrong for s in scores for wrong in s.wrong),
        len(scores),
    )
