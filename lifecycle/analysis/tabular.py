"""Results as tables, in a notebook and as a data frame.

Knows how headings and rows become HTML and a pandas or polars frame, whichever is installed. Refuses to know what
stands in them; neither library is needed for anything else.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from lifecycle.errors import refuse

FRAMES = ("pandas", "polars")


class Tabular:
    """A result that has headings and rows."""

    __slots__ = ()

    @abstractmethod
    def headings(self) -> Sequence[str]:
        """The names of the columns."""

    @abstractmethod
    def rows(self) -> Sequence[Sequence[Any]]:
        """The rows, each as long as the headings."""

    def to_frame(self) -> Any:
        """A pandas DataFrame, or a polars one where only that is installed. Raises InputError where neither is."""
        for name in FRAMES:
            if find_spec(name):
                columns = zip(*self.rows(), strict=True) if self.rows() else ([] for _ in self.headings())
                table = {heading: list(column) for heading, column in zip(self.headings(), columns, strict=True)}
                return import_module(name).DataFrame(table)
        raise refuse("missing-extra", "a data frame needs pandas or polars; `pip install pandas` brings one")

    def _repr_html_(self) -> str:
        """The table as a notebook shows it."""
        head = "".join(f"<th>{escape(str(heading))}</th>" for heading in self.headings())
        lines = ("".join(f"<td>{escape(str(cell))}</td>" for cell in row) for row in self.rows())
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
