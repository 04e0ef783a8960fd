"""Invented sentences with their marks, as the files `reading/cases.yaml`, `verbs.yaml` and `grammar.yaml` hold them.

Knows `{words|type modality DRAFT?}` and where the marked words stand once the marks are gone, and verbs in the place of
`{}`. Refuses to mine.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

Marked = dict[str, Any]
"""A marked mention, with the keys that an annotation has: cue, start, type, modality, draft, scored."""

_MARK = re.compile(r"\{([^|{}]+)\|(\w+) (\w+) (\w+)(\??)\}")
_READING = Path(__file__).parent / "reading"
CASES: dict[str, list[str]] = yaml.safe_load((_READING / "cases.yaml").read_text(encoding="utf-8"))
VERBS: dict[str, dict[str, list[str]]] = yaml.safe_load((_READING / "verbs.yaml").read_text(encoding="utf-8"))
"""By type and sentence, the verbs that carry a step of that type in the place of `{}`."""
GRAMMAR: dict[str, Any] = yaml.safe_load((_READING / "grammar.yaml").read_text(encoding="utf-8"))
"""Wordings by the part of grammar they try; the file says how each is filled in."""


def unmarked(marked: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and the marked mentions."""
    text, gold, last = "", list[Marked](), 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        cue, kind, modality, draft, optional = mark.groups()
        row = {"cue": cue, "start": len(text), "type": kind, "modality": modality, "draft": draft}
        gold.append({**row, "scored": not optional})
        text, last = text + cue, mark.end()
    return text + marked[last:], gold


def in_verbs() -> list[tuple[str, list[Marked]]]:
    """Every sentence of `VERBS` with every verb of its own, and where the verb stands."""
    return [
        (sentence.replace("{}", verb), [{"cue": verb, "start": sentence.index("{}"), "type": kind}])
        for kind, sentences in VERBS.items()
        for sentence, verbs in sentences.items()
        for verb in verbs
    ]
