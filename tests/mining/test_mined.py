"""The document of `mine`: its keys are fixed, other tools rely on them."""

from __future__ import annotations

from datetime import date

from lifecycle.mining.mined import Conflict, Dated, Mention, Mined, MinedDraft, MinedEvent, Stance, Story
from lifecycle.model.reports import When

DAY = When.on(date(2016, 10, 8), "given")


def test_the_document_has_the_keys_of_the_design() -> None:
    document = Mined(
        (Dated("a.txt", DAY),),
        (MinedDraft("d1", "a draft", ("France",), None),),
        (Mention("m1", "a.txt", 0, 6, "vetoed", "vetoed it", "vetoed", "d1", "occurred", (), DAY, None, "r", ()),),
        (MinedEvent("e1", "d1", "vetoed", "occurred", DAY, (), ("m1",)),),
        (Stance("t1", "a.txt", 0, 1, "q", "France", "d1", "supports", DAY),),
        (Story("s1", ("a.txt",), ("d1",), ("why",)),),
        (Conflict("d1", "outcome", ("m1",), "text"),),
    ).to_json()
    keys = {name: list(value[0]) for name, value in document.items() if isinstance(value, list)}
    assert next(iter(document)) == "format"
    assert keys == {
        "articles": ["file", "published"],
        "drafts": ["id", "label", "sponsors", "symbol"],
        "mentions": ["id", "file", "start", "end", "cue", "quote", "type", "draft", "modality", "actors", "date",
                     "votes", "rule", "reasons"],
        "events": ["id", "draft", "type", "modality", "date", "actors", "mentions"],
        "stances": ["id", "file", "start", "end", "quote", "member", "draft", "stance", "date"],
        "stories": ["id", "files", "drafts"],
        "conflicts": ["draft", "about", "between", "text"],
    }  # fmt: skip
