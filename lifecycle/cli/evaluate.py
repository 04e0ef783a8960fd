"""`lifecycle evaluate`: the miner against annotated articles.

Knows how scores are laid out beside what two readers reach, and that every error can be seen as a quote. Refuses to
score anything itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from lifecycle.cli.drawing import open_table, put
from lifecycle.cli.options import Json, Plain, command_app, examples
from lifecycle.cli.output import clean, console, emit
from lifecycle.errors import InputError, Place, Problem, nearest_names, refuse
from lifecycle.mining.archive import Source, sources_in
from lifecycle.mining.evaluation import READERS, Evaluation, Wrong, evaluate
from lifecycle.mining.gold import GoldArticle, misplaced, read_gold
from lifecycle.press.article import Article, read_article

if TYPE_CHECKING:
    from rich.console import Console

app = command_app()

_LEVELS = {
    "type": "type of step",
    "draft": "type and draft",
    "strict": "strict (and modality)",
    "occurred": "occurred",
    "two_draft": "draft, two drafts",
    "two_strict": "strict, two drafts",
}
"""What each level of agreement is called on a page."""


class Half(StrEnum):
    """Which articles of the gold file to score, counted from one."""

    ODD = "odd"
    EVEN = "even"


@app.command(
    epilog=examples(
        "lifecycle evaluate annotations.yaml articles",
        "lifecycle evaluate annotations.yaml articles --errors",
        "lifecycle evaluate annotations.yaml articles --half odd --no-dates",
    )
)
def run(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotations, as the annotation guide writes them.")],
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLES", help="The articles, or folders of them.")],
    errors: Annotated[bool, typer.Option("--errors", help="Show every miss and false alarm as a quote.")] = False,
    no_dates: Annotated[bool, typer.Option("--no-dates", help="Keep the publication days from the miner.")] = False,
    half: Annotated[Half | None, typer.Option(help="Score every other article of the gold file only.")] = None,
    seed: Annotated[int, typer.Option(metavar="N", help="Seed of the intervals' random draws.")] = 1,
    json: Json = False,
    plain: Plain = False,
) -> int:
    """Score the miner against annotated articles.

    Precision, recall, F1, confusions of types, dates, and how sure these numbers are.

    Articles are matched to annotations by file name. The gold's publication days are used unless --no-dates.
    """
    name = gold.as_posix()
    wanted = read_gold(gold, name)
    if half:
        wanted = wanted[0 if half is Half.ODD else 1 :: 2]
    if not wanted:
        raise refuse("no-articles", "no annotated article to score", Place(name))
    if missing := [path for path in articles if not path.exists()]:
        raise InputError([Problem("missing-file", "no such file or folder", Place(p.as_posix())) for p in missing])
    sources = _matched(wanted, sources_in(articles), name)
    texts = _texts(sources)
    if problems := [
        p for each, article in zip(wanted, texts, strict=True) for p in misplaced(each, article.written, name)
    ]:
        raise InputError(problems)
    result = evaluate(wanted, texts, dates=not no_dates, seed=seed)
    if json:
        emit({**result.to_json(), **({"errors": [asdict(wrong) for wrong in result.wrong]} if errors else {})})
        return 0
    _show(console(), result, plain=plain)
    if errors:
        _show_errors(console(), result.wrong)
    return 0


def _matched(gold: Sequence[GoldArticle], sources: Sequence[Source], file: str) -> list[Source]:
    """The file of each annotated article. Raises InputError for those that have none."""
    by_name = {source.path.name: source for source in sources}
    problems = [
        Problem(
            "missing-file", f"no article given is called {each.file!r}", Place(file), nearest_names(each.file, by_name)
        )
        for each in gold
        if each.file not in by_name
    ]
    if problems:
        raise InputError(problems)
    return [by_name[each.file] for each in gold]


def _texts(sources: Sequence[Source]) -> list[Article]:
    """The articles. Raises InputError with everything that keeps any of them from being read."""
    texts: list[Article] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            texts.append(read_article(source.path, source.name))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return texts


def _show(out: Console, result: Evaluation, *, plain: bool) -> None:
    rows = []
    for level, words in _LEVELS.items():
        count = result.levels[level]
        if level.startswith("two_") and not (count.gold or count.predicted):
            continue  # no article of two drafts: nothing was scored, which is not the same as 0.000
        low, high = result.intervals[level]
        sure = f"{low:.2f}-{high:.2f}" if result.articles > 1 else "none"
        rows.append((words, f"{count.precision:.3f}", f"{count.recall:.3f}", f"{count.f1:.3f}", sure,
                     f"{count.right}/{count.predicted}/{count.gold}"))  # fmt: skip
    heads = ("agreement on", "precision", "recall", "F1", "95 %", "right/found/gold")
    if plain:
        for row in rows:
            put(out, Text("; ".join(f"{head} {cell}" for head, cell in zip(heads, row, strict=True))))
    else:
        table = open_table()
        for head in heads:
            table.add_column(head, justify="left" if head == heads[0] else "right", no_wrap=True)
        for row in rows:
            table.add_row(*row)
        put(out, table)
    if result.articles == 1:
        put(out, "One article gives no interval: how sure a score is shows in how it differs between articles.")
    put(out, Text(f"Two careful readers agree with each other at F1 {READERS} (strict)."))
    alarms = f"False alarms on distractors: {result.distracted} of {result.distractors}."
    put(out, Text(f"Veto and failure confused: {result.confusions}. {alarms}"))
    put(out, Text(_dates(result)))
    _show_types(out, result.types)


def _dates(result: Evaluation) -> str:
    if not result.dates:
        return "No dated mention to compare."
    return (
        f"Dates: {result.exact} of {result.dates} exact ({result.exact / result.dates:.3f}), "
        f"{result.sound} in a sound window ({result.sound / result.dates:.3f}). "
        f"Actors: F1 {result.actors.f1:.3f}."
    )


def _show_types(out: Console, types: Counter[tuple[str, str]]) -> None:
    wrong = sorted(((n, pair) for pair, n in types.items() if pair[0] != pair[1]), key=lambda each: (-each[0], each[1]))
    right = sum(n for (gold, mined), n in types.items() if gold == mined)
    put(out, Text(f"Types: {right} right. Taken for another (gold, then mined):"))
    words = [f"{gold} as {mined} {n}" for n, (gold, mined) in wrong]
    put(out, Text("  " + "; ".join(words).replace("_", " ") if words else "  none"))


def _show_errors(out: Console, wrong: Sequence[Wrong]) -> None:
    for each in wrong:
        quote = shorten(clean(each.quote), 140, placeholder="\u2026")
        text = f"{each.kind} {each.type}/{each.modality}/{each.draft} {each.file}: “{quote}”"
        put(out, Text(clean(text), "yellow" if each.kind == "missed" else "red"))
