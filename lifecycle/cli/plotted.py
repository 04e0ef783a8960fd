"""Where a picture of results may be written.

Knows that a picture is drawn anew at any time, and so goes over an earlier one of its own and over nothing else.
Refuses to know what is drawn.
"""

from __future__ import annotations

from pathlib import Path

from lifecycle.cli.output import check_ours


def check_plot(path: Path) -> None:
    """Raise InputError unless a picture can be drawn to `path`: its ending, the library, and whose file is there."""
    from lifecycle.analysis.plots import check_picture, drawn_here

    check_picture(path)
    check_ours(path, drawn_here)
