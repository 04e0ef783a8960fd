"""Scores by hand, and number for number beside the yardstick of the reference material."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifecycle.mining.evaluation import Count, evaluate, interval, score_article, sound, together
from lifecycle.mining.gold import Distractor, GoldArticle, GoldMention, read_gold
from lifecycle.mining.mined import Mention
from lifecycle.mining.miner import mine
from lifecycle.model.reports import When
from lifecycle.press.article import Article, read_article

DAY = date(2016, 10, 8)


def mined(start: int, type_: str = "vetoed", modality: str = "occurred", when: When | None = None) -> Mention:
    return Mention(
        "m", "a.txt", start, start + 6, "vetoed", "q", type_, "d1", modality, (), when or When(), None, "r", ()
    )


def gold(start: int, type_: str = "vetoed", scored: bool = True, day: date | None = None) -> GoldMention:
    return GoldMention(start, "vetoed", "q", type_, "D1", "occurred", (), day, None, scored)


def article(*mentions: GoldMention, distractors: tuple[Distractor, ...] = ()) -> GoldArticle:
    return GoldArticle("a.txt", None, mentions, distractors)


def test_levels_by_hand() -> None:
    # One right, one of another modality, one false alarm; one missed.
    told = [mined(0), mined(100, modality="planned"), mined(200)]
    score = score_article(article(gold(0), gold(100), gold(300)), told)
    assert score.levels["type"] == Count(2, 3, 3)
    assert score.levels["strict"] == Count(1, 3, 3)
    assert score.levels["occurred"] == Count(1, 2, 3)
    assert score.levels["two_strict"] == Count()
    assert sorted(wrong.kind for wrong in score.wrong) == ["false", "false", "missed", "missed"]


def test_the_optional_is_neither_rewarded_nor_punished() -> None:
    told = [mined(0), mined(100)]
    assert score_article(article(gold(0), gold(100, scored=False)), told).levels["strict"] == Count(1, 1, 1)


def test_a_veto_taken_for_a_failure_is_counted() -> None:
    assert score_article(article(gold(0)), [mined(20, "failed")]).confusions == 1
    assert score_article(article(gold(0)), [mined(0), mined(20, "failed")]).confusions == 0
    assert score_article(article(gold(0)), [mined(60, "failed")]).confusions == 0


def test_types_taken_for_another() -> None:
    types = score_article(article(gold(0), gold(100)), [mined(0, "failed"), mined(300)]).types
    assert types == {("vetoed", "failed"): 1, ("vetoed", "nothing"): 1, ("nothing", "vetoed"): 1}


def test_a_false_alarm_on_a_distractor_is_counted_with_or_without_its_place() -> None:
    text = "x" * 50 + "vetoed nothing"
    placed, sought = Distractor("vetoed nothing", 50, 64), Distractor("vetoed nothing", None, None)
    for distractor in (placed, sought):
        assert len(score_article(article(distractors=(distractor,)), [mined(50)], text).distracted) == 1
    assert score_article(article(gold(50), distractors=(placed,)), [mined(50)], text).distracted == []


@pytest.mark.parametrize(
    ("first", "last", "ok"), [(8, 8, True), (2, 8, True), (1, 8, False), (9, 9, False), (None, 8, False)]
)
def test_a_window_is_sound_if_it_holds_the_day_and_is_a_week_at_most(first: int | None, last: int, ok: bool) -> None:
    when = When(date(2016, 10, first) if first else None, date(2016, 10, last))
    assert sound(mined(0, when=when), gold(0, day=DAY)) is ok


def test_an_interval_holds_the_score_and_a_seed_repeats_it() -> None:
    scores = [score_article(article(gold(0)), [mined(0)] if n % 3 else []) for n in range(30)]
    low, high = interval(scores, "strict", 1)
    assert low < together(scores, 0, 1).levels["strict"].f1 < high
    assert interval(scores, "strict", 1) == (low, high)
    assert len({interval(scores, "strict", seed, rounds=20) for seed in range(8)}) > 1


SETS = [("seeds.yaml", "../seeds"), ("dev/gold.yaml", "dev/articles")]


def read_set(shared: Path, name: str, folder: str) -> tuple[tuple[GoldArticle, ...], list[Article]]:
    annotated = read_gold(shared / "gold" / name, name)
    return annotated, [read_article(shared / "gold" / folder / each.file, each.file) for each in annotated]


@pytest.mark.parametrize(("name", "folder"), SETS)
def test_equal_to_the_yardstick_number_for_number(shared: Path, tmp_path: Path, name: str, folder: str) -> None:
    annotated, articles = read_set(shared, name, folder)
    days = {each.file: each.published for each in annotated if each.published}
    (tmp_path / "mined.json").write_text(json.dumps(mine(articles, days).to_json()), encoding="utf-8")
    ours = evaluate(annotated, articles).to_json()
    plain = (shared / "gold" / "score_mining.py").read_text(encoding="utf-8")
    # Of two assignments of drafts that are equally good the yardstick takes whichever its hash seed puts first in a
    # set. Tried in their own order, as ours are, they give one answer, and every number must be the same.
    ordered = plain.replace("in set(itertools.permutations", "in dict.fromkeys(itertools.permutations")
    assert ordered != plain
    theirs = yardstick(ordered, shared / "gold" / name, tmp_path)
    assert {key: ours[key] for key in theirs} == theirs
    as_it_is = yardstick(plain, shared / "gold" / name, tmp_path)
    for key in ("type", "draft", "two_draft", "veto_failed_confusions"):
        assert ours[key] == as_it_is[key]


def yardstick(script: str, annotations: Path, folder: Path) -> dict[str, Any]:
    words = [sys.executable, "-c", script, str(annotations), str(folder / "mined.json")]
    result: dict[str, Any] = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    return result


def test_what_the_issues_ask_of_the_seeds(shared: Path) -> None:
    result = evaluate(*read_set(shared, *SETS[0]))
    assert result.levels["strict"].f1 >= 0.97
    assert (result.confusions, result.distracted) == (0, 0)
    undated = evaluate(*read_set(shared, *SETS[0]), dates=False)
    assert undated.sound == undated.dates > 0
    assert undated.exact == undated.dates


def test_what_the_issues_ask_of_dates(shared: Path) -> None:
    annotated, articles = read_set(shared, *SETS[1])
    result = evaluate(annotated, articles)
    assert result.dates >= 40
    assert result.exact >= 0.97 * result.dates
    assert result.confusions == 0


def test_without_given_days_no_closed_window_is_wrong(shared: Path) -> None:
    annotated, articles = read_set(shared, *SETS[1])
    by_file = {each.file: each for each in annotated}
    closed = 0
    for mention in mine(articles).mentions:
        first, last = mention.date.from_day, mention.date.to_day
        for g in by_file[mention.file].mentions:
            alike = g.type == mention.type and g.modality == mention.modality and g.start < mention.end
            if alike and mention.start < g.end and g.scored and g.date and first and last:
                closed += 1
                assert first <= g.date <= last
    assert closed
