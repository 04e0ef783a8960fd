"""How well an article is read: against the annotated articles, and on invented cases where those are thin.

Knows the annotation guide's scoring, done here a second way (`gold/score_mining.py` and `lifecycle evaluate` are the
others), and what any text may hold. Refuses to know other articles and days.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lifecycle.press.article import Article, read_article
from lifecycle.reading.found import WIDEST, Found
from lifecycle.reading.reading import found_in
from lifecycle.reading.stances import stances_in
from tests.growth import linear, seconds_of
from tests.marked import CASES, GRAMMAR, VERBS, Marked, in_verbs, unmarked
from tests.unwatched import unwatched

HERE = Path(__file__).parent
SLACK = 12
"""How many characters a mention may stand off the annotated cue (the guide)."""


def place(found: Found) -> tuple[int, int]:
    return found.sentence.start + found.framed.start, found.sentence.start + found.framed.end


def near(found: Found, gold: Marked) -> bool:
    start, end = place(found)
    first, last = int(gold["start"]), int(gold["start"]) + len(gold["cue"])
    return start < last + SLACK and end > first - SLACK


def right(found: Found, gold: Marked, drafts: dict[str, int | None]) -> bool:
    same: bool = found.framed.rule.type == gold["type"] and found.reading.modality == gold["modality"]
    if gold["draft"] == "OTHER":
        return same and near(found, gold) and found.entry.place not in drafts.values()
    return same and near(found, gold) and drafts[gold["draft"]] == found.entry.place


def score(found: Sequence[Found], gold: Sequence[Marked]) -> tuple[int, int, int]:
    """Right, predicted and annotated mentions of one article, under its best assignment of drafts."""
    must = [g for g in gold if g.get("scored", True)]
    may = [g for g in gold if not g.get("scored", True)]
    letters = sorted({g["draft"] for g in must} - {"OTHER"})
    places = sorted({f.entry.place for f in found if any(near(f, g) for g in must)})[:6]
    best, hit = -1, set[int]()
    for chosen in set(permutations((*places, *[None] * len(letters)), len(letters))):
        taken = _matched(found, must, dict(zip(letters, chosen, strict=True)))
        if len(taken) > best:
            best, hit = len(taken), taken
    free = [f for i, f in enumerate(found) if i not in hit]
    return best, len(found) - sum(any(near(f, g) for g in may) for f in free), len(must)


def _matched(found: Sequence[Found], must: Sequence[Marked], drafts: dict[str, int | None]) -> set[int]:
    taken: set[int] = set()
    for gold in must:
        fit = [i for i, f in enumerate(found) if i not in taken and right(f, gold, drafts)]
        taken.update(fit[:1])
    return taken


def f1(scores: Iterator[tuple[int, int, int]]) -> float:
    hits, predicted, marked = (sum(column) for column in zip(*scores, strict=True))
    return float(2 * hits / (predicted + marked))


def annotated(gold: Path, folder: Path) -> list[tuple[list[Found], list[Marked]]]:
    data = yaml.safe_load(gold.read_text(encoding="utf-8"))
    return [
        (list(found_in(read_article(folder / row["file"], row["file"]))[0]), row["mentions"])
        for row in data["articles"]
    ]


def test_the_seeds_are_read_as_annotated(shared: Path) -> None:
    articles = annotated(shared / "gold" / "seeds.yaml", shared / "seeds")
    assert f1(score(*article) for article in articles) >= 0.97


def test_the_other_articles_are_read_well_in_both_halves(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dev = shared / "gold" / "dev"
    articles = annotated(dev / "gold.yaml", dev / "articles")
    halves = [f1(score(*article) for article in articles[half::2]) for half in (0, 1)]
    with capsys.disabled():
        print(f"\nstrict F1 on the other annotated articles: odd {halves[0]:.3f}, even {halves[1]:.3f}")
    assert min(halves) >= 0.88


def test_a_veto_and_a_shortfall_are_never_confused(shared: Path) -> None:
    dev, outcomes = shared / "gold" / "dev", {"vetoed", "failed"}
    articles = annotated(dev / "gold.yaml", dev / "articles") + annotated(
        shared / "gold" / "seeds.yaml", shared / "seeds"
    )
    confused = [
        gold["quote"]
        for found, marked in articles
        for gold in marked
        if gold["type"] in outcomes and gold["modality"] == "occurred" and gold.get("scored", True)
        for kinds in [{f.framed.rule.type for f in found if near(f, gold)} & outcomes]
        if kinds and gold["type"] not in kinds
    ]
    assert confused == []


# Invented cases.


def case(marked: str) -> tuple[list[Found], list[Marked]]:
    """An invented text as mined, and its marks."""
    text, gold = unmarked(marked)
    found, _ = found_in(Article("invented.txt", text))
    return list(found), gold


@pytest.mark.parametrize("group", CASES)
def test_invented_cases(group: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(CASES[group]) >= 15
    reached = f1(score(*case(marked)) for marked in CASES[group])
    with capsys.disabled():
        print(f"\ninvented cases, {group}: strict F1 {reached:.3f} over {len(CASES[group])} texts")
    assert reached >= 0.95


@pytest.mark.parametrize(("text", "marks"), in_verbs(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_step_is_told_in_many_verbs(text: str, marks: list[Marked]) -> None:
    found, _ = found_in(Article("invented.txt", text))
    made = {each.framed.rule.type: each.reading.modality for each in found if near(each, marks[0])}
    kind = marks[0]["type"]
    assert made[kind] in ({"planned", "hypothetical"} if kind == "vote_scheduled" else {"occurred"})


@pytest.mark.parametrize("kind", VERBS)
@pytest.mark.parametrize("verb", ["praised", "quoted", "feared", "recalled", "was mocked", "was praised", "was long"])
def test_other_verbs_tell_no_step(kind: str, verb: str) -> None:
    for sentence in VERBS[kind]:
        found, _ = found_in(Article("invented.txt", sentence.replace("{}", verb)))
        assert [each.framed.rule.id for each in found] == []


BODY = "UNITED NATIONS (Agency) - A UN Security Council draft resolution has kept envoys busy for weeks. Salt is dear."


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, each in GRAMMAR["headlines"].items() for line in each]
)
def test_a_headline_tells_the_step(kind: str, line: str) -> None:
    found, _ = found_in(Article("invented.txt", f"{line}\n\n{BODY}"))
    assert kind in {each.framed.rule.type for each in found if each.sentence.start == 0}


AGAIN = ("After {} the envoys left.", "Chad condemned {}.", "He was asked about {}.", "Prices rose despite {}.")


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize(
    ("kind", "told", "noun"), [(kind, row["told"], n) for kind, row in GRAMMAR["nouns"].items() for n in row["again"]]
)
def test_a_noun_tells_again_what_was_told(kind: str, told: str, noun: str, again: str) -> None:
    found, _ = found_in(Article("invented.txt", f"{told} {again.format(noun)}"))
    said = [(each.framed.rule.type, each.reading.modality) for each in found if each.sentence.start > 0]
    assert (kind, "occurred") in said


@pytest.mark.parametrize("marked", CASES["phrasings"])
def test_a_phrasing_is_read_as_it_is_marked(marked: str) -> None:
    right, told, wanted = score(*case(marked))
    assert right == told == wanted


def test_the_score_can_fall() -> None:
    found, gold = case("Peru {vetoed|vetoed occurred A} a draft resolution in the Security Council.")
    assert score(found, gold) == (1, 1, 1)
    wrong = [{**gold[0], "modality": "negated"}]
    assert score(found, wrong) == (0, 1, 1)


def test_it_is_the_state_that_the_sentence_before_speaks_of() -> None:
    about = "The UN Security Council met on a draft resolution. "
    found, _ = found_in(Article("invented.txt", about + "Chad wants one port. It circulated a text of its own.\n"))
    assert [each.actors for each in found if each.framed.rule.type == "circulated"] == [("TCD",)]
    found, _ = found_in(Article("invented.txt", about + "Chad wants one port.\n\nIt circulated a text of its own.\n"))
    assert [each.actors for each in found if each.framed.rule.type == "circulated"] == [()]


# Any text.


@given(st.text())
def test_offsets_and_quotes_are_of_the_text(noise: str) -> None:
    text = f"The UN Security Council met.\r\n{noise}\nRussia on Monday vetoed a French draft resolution, {noise}."
    for found in found_in(Article("any.txt", text))[0]:
        start, end = place(found)
        assert found.quote in text
        assert text[start:end] in found.quote
        assert len(found.quote) <= max(WIDEST, end - start)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "<html><body><p>The UN Security Council</p></body></html>",
        "The city council passed a resolution on dogs.",
        "New Year's resolutions and the United Nations of toys.",
        "\u202eThe UN\u200f",
        "UN Security Council" * 10,
    ],
)
def test_what_tells_nothing_yields_nothing(text: str) -> None:
    assert found_in(Article("any.txt", text))[0] == ()


def test_marks_of_direction_and_markup_do_not_hide_a_veto() -> None:
    text = "<p>\u200fRussia vetoed a draft resolution in the UN Security Council.\u200e</p>"
    assert [f.framed.rule.type for f in found_in(Article("any.txt", text))[0]] == ["vetoed"]


SIZE = 1_000_000
HEAD = "The UN Security Council vetoed a draft resolution. "
PLAIN = (
    "Prices rose in the region, and farmers asked for help. " * 6 + "Envoys said that talks on the draft text go on. "
)
HOSTILE = [
    *("a", " ", "\n", "veto ", "draft ", "resolution ", "not to ", "vote on ", "nine votes, ", "((", ". ", "“"),
    *("Russia, ", "Security Council ", "the text ", "U.N. ", "put the x to a ", "\u200f", "failed to get ", "adopted "),
    *("Russia and China vetoed ", "-", "a\r\n", "<p class='x'>", "would ", "only got ", "by 9 to "),
    *("finally ", "unanimously ", "The Council agreed early, " + "early " * 22, "It " + "also " * 22 + "did. "),
    *("The Security Council " + "aly" * 30 + " vote. ", "It was " + "early " * 22 + "put off. "),
    *("It is " + "finally " * 22 + "vetoed, ", "The amendment, it got, ", "The amendment; it got six votes and "),
]
DENSE = [
    "It was put off. ",
    "Russia vetoed another draft resolution. ",
    "Russia previously vetoed several drafts. ",
    "The Norwegian draft failed to get nine votes and it was withdrawn, put off and vetoed. ",
]


def seconds(text: str, size: int) -> float:
    article = Article("any.txt", (HEAD + text * (size // len(text) + 1))[:size])
    return seconds_of(lambda: stances_in(article, found_in(article)[1]))


@pytest.fixture(scope="module")
def plain_seconds() -> float:
    return min(seconds(PLAIN, SIZE) for _ in range(2))


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_no_hostile_megabyte_takes_much_longer_than_prose_or_than_its_length_allows(
    text: str, plain_seconds: float
) -> None:
    assert linear(lambda length: seconds(text, length), SIZE, 5 * plain_seconds)


@pytest.mark.parametrize("text", DENSE, ids=repr)
def test_time_grows_with_the_length_of_dense_prose_and_no_faster(text: str) -> None:
    assert linear(lambda length: seconds(text, length), SIZE // 5)


def test_time_that_grows_faster_is_caught_and_a_busy_machine_is_not() -> None:
    """A pattern that backtracks takes time with the square of the length; other work made these tries uneven."""
    assert not linear(lambda length: (length / SIZE) ** 2, SIZE)
    assert not linear(lambda length: (length / SIZE) ** 1.6, SIZE)
    busy = iter((2.5, 1.0, 1.7, 2.8, 2.9, 1.1))
    assert linear(lambda length: length / SIZE * next(busy), SIZE)


def test_time_that_is_too_long_is_caught_though_it_grows_with_length_alone() -> None:
    assert not linear(lambda length: length / SIZE, SIZE, 0.9)
    slow = iter((0.1, 0.1, 0.1, 2.0, 1.1, 0.8))
    assert linear(lambda _: next(slow), SIZE, 0.9)


def test_nobody_looks_on_at_what_is_timed_and_whoever_did_is_back() -> None:
    before = sys.gettrace()
    assert unwatched(sys.gettrace) is None
    assert sys.gettrace() is before
    with pytest.raises(ZeroDivisionError):
        seconds_of(lambda: 1 // 0)
    assert sys.gettrace() is before
