"""How findings look. The findings here are invented."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from rich.console import Console

from lifecycle.cli.findings import MOST_LISTED, MOST_STORIES, MinedPage
from lifecycle.mining.mined import Conflict, Dated, Mention, Mined, MinedDraft, MinedEvent, Stance, Story
from lifecycle.model.reports import When

DAY = When.on(date(2019, 5, 6), "given")


def mention(name: str, modality: str = "occurred", draft: str = "d1", type_: str = "adopted") -> Mention:
    return Mention(name, "a.txt", 5, 9, "cue", f"quote {name}", type_, draft, modality, (), DAY, None, "r", ())


def mined(*told: Mention, files: int = 1) -> Mined:
    events = tuple(MinedEvent(f"e{n}", m.draft, m.type, m.modality, m.date, (), (m.id,)) for n, m in enumerate(told, 1))
    names = (*(f"{n}.txt" for n in range(files - 1)), "a.txt")
    return Mined(
        tuple(Dated(name, DAY) for name in names),
        (MinedDraft("d1", "Peruvian draft", ("Peru",), "S/2019/1"), MinedDraft("o1", "another text", (), None)),
        told,
        events,
        (Stance("t1", "a.txt", 0, 1, "quote s", "Chile", "d1", "ready_to_work", DAY),),
        (Story("s1", names, ("d1",), ("a.txt: it shares Lima",)),),
        (Conflict("d1", "outcome", ("m1",), "adopted or failed"),),
    )


def page(found: Mined, *, full: bool = False, plain: bool = False) -> str:
    out = io.StringIO()
    MinedPage(Console(file=out, width=80, markup=False, highlight=False), found, full=full, plain=plain).show()
    return out.getvalue()


def test_what_happened_is_shown_and_what_was_wished_is_counted() -> None:
    said = page(mined(mention("m1"), mention("m2", "hypothetical"), mention("m3", "history_other", "o1")))
    assert "6 May  ADOPTED  “…quote m1…”" in said
    assert "quote m2" not in said
    assert "not shown: 1 wished, feared or supposed (--all)" in said
    assert "1 event of other texts not shown (--all)" in said
    assert "1 stance of members not shown (--all)" in said
    assert "conflict   d1  outcome: adopted or failed" in said
    assert "d1  Peruvian draft   S/2019/1   Peru" in said


def test_how_an_article_gets_its_day_is_said_where_it_has_none() -> None:
    found = mined(mention("m1"), files=2)
    assert "--published" not in page(found)
    bare = replace(found, articles=(found.articles[0], Dated("a.txt", When())))
    said = " ".join(page(bare).split())
    assert "1 article has no day of publication, by which steps are dated and articles joined" in said
    assert "--published a.txt=YYYY-MM-DD" in said


def test_all_shows_everything_with_its_reasons() -> None:
    said = page(mined(mention("m1"), mention("m2", "hypothetical"), mention("m3", "history_other", "o1")), full=True)
    for words in ("quote m1", "quote m2", "quote m3", "quote s", "it shares Lima", "Chile ready to work"):
        assert words in said
    assert "--all" not in said


def test_a_long_story_is_not_listed_article_by_article() -> None:
    few, many = (page(mined(mention("m1"), files=n)) for n in (MOST_LISTED, MOST_LISTED + 1))
    assert few.count("published") == MOST_LISTED
    assert many.count("published") == 0


def test_an_archive_is_not_poured_onto_the_screen() -> None:
    one = mined(mention("m1"))
    many = replace(one, stories=one.stories * (MOST_STORIES + 2))
    assert page(many).count("Story s1") == MOST_STORIES
    assert "2 more stories not shown (--all, or -o FILE)" in page(many)
    assert page(many, full=True).count("Story s1") == MOST_STORIES + 2
