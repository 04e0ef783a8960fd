"""A result is a table in a notebook and a frame where a library for frames is installed.

Knows a table of two rows. Refuses to need either library.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pytest

from lifecycle.analysis import tabular
from lifecycle.analysis.tabular import Tabular
from lifecycle.errors import InputError


class Two(Tabular):
    """Two rows."""

    def headings(self) -> Sequence[str]:
        return "member", "a<b"

    def rows(self) -> Sequence[Sequence[Any]]:
        return [("France", 1), ("R & D", 2)]


def test_the_table_of_a_notebook_is_escaped() -> None:
    html = Two()._repr_html_()
    assert "<th>a&lt;b</th>" in html
    assert "<td>R &amp; D</td>" in html


def test_a_frame_is_made_of_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = ModuleType("frames")
    frames.DataFrame = dict  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "frames", frames)
    monkeypatch.setattr(tabular, "FRAMES", ("frames",))
    monkeypatch.setattr(tabular, "find_spec", lambda name: name)
    assert Two().to_frame() == {"member": ["France", "R & D"], "a<b": [1, 2]}


def test_without_a_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabular, "FRAMES", ("no_such_library",))
    with pytest.raises(InputError, match="pip install pandas"):
        Two().to_frame()
